"""Claim and verdict -> positions: what a claim tells, in terms in which two documents can be held together.

A claim that is not its author's, or whose subject is any thing at all ("the drug" that nothing names), has none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.compare.scopes import narrowed, scope_of
from factcheck.model.telling import Amount, Position

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from factcheck.knowledge.base import KnowledgeBase
    from factcheck.model.claim import Claim, Quantity
    from factcheck.model.understood import Judged

_SKIPPED = frozenset(("outside", "intact", "lab"))
"""Circumstances in which a claim tells nothing that others do."""


def positions_of(judged: Judged, kb: KnowledgeBase, day: date | None) -> Iterator[Position]:
    """The positions of a comparable claim of a document of this day."""
    claim = judged.claim
    relation = kb.relations[claim.relation]
    narrow = narrowed(claim, kb)
    known = judged.said if judged.said in ("agrees", "contradicts", "outdated") else ""
    guard = claim.stance.guard
    sure = guard == "modal can" if claim.stance.polarity else guard == "modal would"  # `would not work` is no doubt
    firm = claim.stance.certainty == "firm" or sure
    if claim.stance.tense == "past" and relation.judge not in ("dated", "pairing", "quantity"):
        firm = False
    told = Position(
        claim.subject,
        claim.relation,
        narrow,
        claim.stance.polarity,
        firm,
        scope_of(claim, kb),
        _amount(claim.value),
        claim.when if relation.judge == "dated" else None,
        claim.text,
        claim.exclusive if claim.exclusive in ("only", "first") else "",
        claim.among,
        tuple(sorted({claim.object, *claim.others} if relation.judge in ("closed", "dated") else ())),
        known,
        judged.fact,
        day if relation.judge == "dated" else None,
    )
    yield told


def is_comparable(claim: Claim, kb: KnowledgeBase) -> bool:
    """Whether a claim tells something that others may deny: its author stands behind it, and it is about something."""
    relation, subject = kb.relations.get(claim.relation), kb.entities.get(claim.subject)
    if not claim.stance.asserted or claim.stance.tense == "future" or relation is None or subject is None:
        return False
    keys = dict(claim.qualifiers)
    if subject.generic or not _SKIPPED.isdisjoint(keys) or not relation.compared:
        return False
    if keys.get("object") == "unsaid" or keys.get("subject") == "some":
        return False
    if relation.judge == "quantity":
        return claim.value is not None and claim.stance.polarity
    if relation.judge == "expansion":
        return bool(claim.text) and claim.stance.polarity
    return claim.object in kb.entities and _denial_is_whole(claim, kb)


def _denial_is_whole(claim: Claim, kb: KnowledgeBase) -> bool:
    """Whether what is said of the object is said of it as it is; a denial of a vague or marked object says little."""
    generic = kb.entities[claim.object].generic
    if claim.relation == "is-a":
        return not (not claim.stance.polarity and (generic or ("modified", "yes") in claim.qualifiers))
    if claim.stance.polarity:
        return not generic
    return not generic and claim.stance.tense != "past" and not claim.exclusive and not claim.count


def _amount(value: Quantity | None) -> Amount | None:
    return Amount(value.low, value.high, value.unit, value.per) if value is not None else None
