"""A misspelled name that may stand for more than one protected name; a person must choose, so there is no fix."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.model.claim import Misspelling, Verdict

if TYPE_CHECKING:
    from factcheck.knowledge.base import KnowledgeBase

CODE, NAME, SEVERITY = "FC102", "ambiguous-name", "warning"


def judge(word: Misspelling, kb: KnowledgeBase) -> Verdict | None:
    """The verdict on a misspelling with several candidates."""
    if len(word.candidates) < 2:
        return None
    names = " or ".join(word.candidates)
    return Verdict(
        "contradicts",
        CODE,
        word.entity,
        SEVERITY,
        word.span,
        word.sentence,
        f'"{word.written}" is no known name: {names}?',
        names,
    )
