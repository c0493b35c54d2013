"""What was understood of a document, claim by claim: for `factcheck claims` and `factcheck why`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.model.claim import Claim, Unread, Verdict
    from factcheck.model.document import Document
    from factcheck.model.span import TextSpan

SAID = ("agrees", "contradicts", "outdated", "no fact", "not judged")


@dataclass(frozen=True, slots=True)
class Judged:
    """A claim and the verdict on it; None where no fact decides or the author does not assert it."""

    claim: Claim
    verdict: Verdict | None = None

    @property
    def said(self) -> str:
        """One of SAID: what the reference says of the claim."""
        if not self.claim.stance.asserted:
            return "not judged"
        return self.verdict.kind if self.verdict is not None and self.verdict.kind in SAID else "no fact"

    @property
    def fact(self) -> str:
        """The id of the fact that decided, or empty."""
        decided = self.said in ("agrees", "contradicts", "outdated")
        return self.verdict.fact if self.verdict is not None and decided else ""


@dataclass(frozen=True, slots=True)
class Understood:
    """A document with its judged claims and the sentences that were not understood, in the order of the text.

    `document` is None for one that cannot be read; `fault` says why.
    """

    path: str
    document: Document | None
    claims: tuple[Judged, ...] = ()
    unread: tuple[Unread, ...] = ()
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Named:
    """A known name in a sentence. `weak` is a short form whose long form stands nowhere in the document."""

    span: TextSpan
    entity: str
    weak: bool = False


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A frame whose word stands in a sentence that does not fill it, and what it lacks, in words.

    `target` is the relation that the frame reads, or the class that it puts its subject into.
    """

    word: str
    target: str
    frame: str
    lacks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Account:
    """One sentence: its claims, its known names, and the frames that came near."""

    sentence: TextSpan
    claims: tuple[Judged, ...] = ()
    names: tuple[Named, ...] = ()
    near: tuple[NearMiss, ...] = ()
    reason: str = ""
