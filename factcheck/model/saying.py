"""One sentence and what the packs make of it: the rows of `factcheck where` and `factcheck impact`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.model.span import Span


@dataclass(frozen=True, slots=True)
class Saying:
    """A sentence that speaks of something. `stance` is that of its claim, `told` the claim in words."""

    path: str
    span: Span
    quote: str
    stance: str
    told: str
    said: str
    fact: str = ""


@dataclass(frozen=True, slots=True)
class Effect:
    """A sentence whose verdict a change of packs changes, or that still agrees with what changed.

    `before` and `after` tell the verdicts in words, each once; they are the same where the sentence deserves a look.
    """

    path: str
    span: Span
    quote: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    facts: tuple[str, ...]

    @property
    def changed(self) -> bool:
        """Whether a verdict changes."""
        return self.before != self.after
