"""How much of what documents claim could be judged, counted in sentences."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.model.finding import DocumentReport


@dataclass(frozen=True, slots=True)
class Coverage:
    """Sentences whose author claims something, and those of them in which a fact could judge a claim.

    A sentence counts if a claim was found in it that its author asserts, or if it names what the packs know and
    was not understood. A heading without a verb, a question, and what is denied by its context, quoted or
    conditional count on neither side: there is nothing to be judged.
    """

    sentences: int = 0
    judged: int = 0

    @property
    def percent(self) -> int:
        """The share, rounded down: 100 only if all were judged, 0 where there is nothing to judge."""
        return 100 * self.judged // self.sentences if self.sentences else 0

    def reaches(self, percent: float) -> bool:
        """Whether at least this share was judged; so it is where there is nothing to judge."""
        return 100 * self.judged >= percent * self.sentences

    def __str__(self) -> str:
        """`28 of 61 sentences that claim something could be judged (45 %)`."""
        several = "sentence that claims" if self.sentences == 1 else "sentences that claim"
        return f"{self.judged} of {self.sentences} {several} something could be judged ({self.percent} %)"


def coverage_of(documents: Iterable[DocumentReport]) -> Coverage:
    """The coverage of several documents together."""
    counted = [(document.sentences_found, document.sentences_judged) for document in documents]
    return Coverage(sum(found for found, _ in counted), sum(judged for _, judged in counted))
