"""What silences findings in a document on purpose, and what it silenced."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from factcheck.model.finding import Finding
    from factcheck.model.span import Span

KINDS = ("line", "next block", "region", "file", "element", "front matter", "sidecar")


@dataclass(frozen=True, slots=True)
class Suppression:
    """One code, prefix of codes or fact that a document silences in a range of its source.

    `span` is where it says so (empty for a sidecar, whose `place` tells file and line) and `scope` where it holds;
    `words` keeps it to sentences that hold them. `fault` says what is wrong with the instruction itself; one with a
    `fault` and no `selector` silences nothing.
    """

    kind: str
    span: Span
    scope: Span
    selector: str
    reason: str = ""
    by: str = ""
    until: date | None = None
    words: str = ""
    fault: str = ""
    place: str = ""

    def expired(self, today: date) -> bool:
        """Whether its last day is over."""
        return self.until is not None and self.until < today


class Waived(NamedTuple):
    """A finding that a suppression keeps out of the report."""

    finding: Finding
    suppression: Suppression
