"""Who tells what of one topic: the rows of `factcheck compare`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.model.telling import Place

SAYS = ("asserts", "perhaps", "denies", "perhaps denies")
"""What a document tells of a topic: plainly or with reserve; a number is told as it is."""
MARKS = ("agreement", "differ", "conflict")


@dataclass(frozen=True, slots=True)
class Cell:
    """What one document tells of a topic: one of SAYS, or a number; under what circumstances, and where."""

    path: str
    says: str
    scope: str
    place: Place
    more: int = 0


@dataclass(frozen=True, slots=True)
class Topic:
    """One statement and the documents that tell of it.

    `reference` is `yes`, `no`, `outdated` or empty, by `fact`; `mark` is one of MARKS.
    """

    subject: str
    relation: str
    object: str
    words: str
    cells: tuple[Cell, ...]
    mark: str
    reference: str = ""
    fact: str = ""
