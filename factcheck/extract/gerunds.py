"""Gerund -> stance under the word that governs it: `is no good at stopping …`, `fails in …`, `has no power of …`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract.folding import hedged_as, turned, with_mood
from factcheck.extract.tables import word_set

if TYPE_CHECKING:
    from factcheck.extract.clauses import Clause
    from factcheck.extract.parse import Parsed
    from factcheck.extract.phrases import Phrase
    from factcheck.model.claim import Stance

_OPENERS = ("at", "in", "of", "for")
_ABLE = word_set(
    "effective capable good successful helpful useful efficient potent adept efficacious beneficial powerful great "
    "excellent instrumental valuable"
)
_UNABLE = word_set(
    "ineffective incapable useless powerless unsuccessful unhelpful ineffectual inefficient hopeless worthless futile "
    "bad poor"
)
_SUCCEEDING = word_set("succeed help aid assist work serve")
_POWERS = word_set("power ability capability capacity effect success use value good help hope track record benefit")


def under_governor(clause: Clause, parent: Clause, stance: Stance, host: Stance, parsed: Parsed) -> Stance | None:
    """The stance of a gerund that a predicate of its host governs; None if none does."""
    at = clause.verb.index
    if clause.opener not in _OPENERS or at < 2 or parsed.phrases[at - 1].kind != "prep":
        return None
    able = _enables(parsed.phrases[at - 2], parent)
    if able is None:
        return None
    if not host.asserted:
        return with_mood(stance, host.mood, host.guard)
    return turned(hedged_as(stance, host), able != host.polarity)


def _enables(governor: Phrase, parent: Clause) -> bool | None:
    """Whether a word says that something can be done (True) or cannot (False); None if it says neither."""
    if governor is parent.verb:
        return {"fail": False}.get(governor.lemma, True if governor.lemma in _SUCCEEDING else None)
    if governor.kind == "adj" and governor in parent.complements:
        word = governor.head.low
        no = any(phrase.low == "no" for phrase in parent.complements)  # `is no good at`
        return (word in _ABLE and not no) if word in _ABLE or word in _UNABLE else None
    if (governor in parent.objects or governor in parent.complements) and governor.head.lemma in _POWERS:
        return not governor.negated
    return None
