"""What a document tells, made ready to be held against what others tell: positions and their places."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from factcheck.model.span import Span

Scope = tuple[tuple[str, tuple[str, ...]], ...]
"""Under what circumstances a claim is told: (kind of circumstance, entities or words), sorted."""


class Amount(NamedTuple):
    """A quantity in the unit of its relation: a range, and how often (`day`), if that was said."""

    low: float
    high: float
    unit: str
    per: str = ""


@dataclass(frozen=True, slots=True)
class Position:
    """What a claim tells, without its place; claims in other words may share one.

    `subject`, `relation` and `object` are ids. `firm` is false for what is told with reserve. `known` is what the
    reference says of it (`agrees`, `contradicts`, `outdated` or empty), by `fact`. `told` is the day of the document
    where the relation changes with time. `implied` marks what a contrast only suggests.
    """

    subject: str
    relation: str
    object: str
    polarity: bool = True
    firm: bool = True
    scope: Scope = ()
    amount: Amount | None = None
    when: tuple[date, date] | None = None
    text: str = ""
    exclusive: str = ""
    among: str = ""
    beside: tuple[str, ...] = ()
    known: str = ""
    fact: str = ""
    told: date | None = None
    implied: bool = False


class Place(NamedTuple):
    """Where a position is told, in code points of the source."""

    path: str
    span: Span
    sentence: Span
    quote: str


class Telling(NamedTuple):
    """A position in its place."""

    position: Position
    place: Place


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Places that tell one thing and places that tell another.

    `kind` is `conflict` or `tension`; `how` is a short reason for the tension. `here` are the places of the fewer, in
    one document; `there` those of the others, which stand in `sources` documents. `right` is `here`, `there`,
    `neither` or empty, as `fact` has it.
    """

    kind: str
    how: str
    here: tuple[Telling, ...]
    there: tuple[Telling, ...]
    right: str = ""
    fact: str = ""
    sources: int = 1
