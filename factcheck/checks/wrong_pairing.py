"""Two things that do not belong together: a brand and another drug, a product and another maker, an
abbreviation and another expansion.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.checks.decision import Moment, agrees, speaking, verdict
from factcheck.model.claim import Claim, Verdict

if TYPE_CHECKING:
    from factcheck.knowledge.base import KnowledgeBase
    from factcheck.model.knowledge import Fact, Statement

CODE, NAME, SEVERITY = "FC203", "wrong-pairing", "error"


def judge(claim: Claim, kb: KnowledgeBase, moment: Moment) -> Verdict | None:
    """The verdict on a pairing or an expansion."""
    relation = kb.relations.get(claim.relation)
    if relation is None:
        return None
    if relation.judge == "pairing" and claim.object:
        return _pairing(claim, kb, moment)
    if relation.judge == "expansion" and claim.text:
        return _expansion(claim, kb)
    return None


def _pairing(claim: Claim, kb: KnowledgeBase, moment: Moment) -> Verdict | None:
    if claim.subject == claim.object:
        return None
    bounds = tuple(pair for pair in claim.qualifiers if pair[0] != "for")
    spoken = list(speaking(kb, replace(claim, qualifiers=bounds), claim.relation))
    against = next((pair for pair in spoken if not pair[1].polarity and claim.object in pair[1].objects), None)
    loose = claim.stance.guard == "possessive"
    said_now = claim.stance.polarity and claim.stance.tense == "now"
    if against is not None and said_now and not (loose and against[0].severity != "error"):
        return verdict("contradicts", CODE, claim, *against)
    found: list[tuple[Fact, Statement]] = []
    for fact, statement in spoken:
        if not statement.polarity:
            continue
        if fact.until is None or not moment.reached(fact.until):
            found.append((fact, statement))
        elif claim.object in statement.objects:
            return _ended(claim, fact, statement)
    result = None if claim.object in kb.class_ids else _current(claim, kb, found)
    if result is not None and result.kind == "contradicts" and against is not None and said_now:
        return verdict("contradicts", CODE, claim, *against)  # what a fact calls loose is no error by another
    return result


def _ended(claim: Claim, fact: Fact, statement: Statement) -> Verdict:
    """A pair that held until a day: right of the time before it, outdated now."""
    stance, when = claim.stance, claim.when
    if not stance.polarity or stance.tense != "now" or (stance.guard == "possessive" and when):
        return agrees(claim, fact.id)
    if when and fact.until and when[0] < fact.until:
        return agrees(claim, fact.id)
    return verdict("outdated", "FC301", claim, fact, statement, valid_until=fact.until)


def _current(claim: Claim, kb: KnowledgeBase, found: list[tuple[Fact, Statement]]) -> Verdict | None:
    """A claim against the pairs that hold today."""
    polarity, tense = claim.stance.polarity, claim.stance.tense
    if any(kb.is_a(claim.object, o) or kb.is_a(o, claim.object) for _, s in found for o in (*s.objects, *s.also)):
        right = next(((f, s) for f, s in found if any(kb.is_a(claim.object, o) for o in s.objects)), None)
        if right is not None and not polarity and tense == "now":
            return verdict("contradicts", CODE, claim, *right)
        return agrees(claim)
    own = [(f, s) for f, s in found if s.subject == claim.subject] or found
    if not own or not polarity or kb.is_a(claim.object, claim.subject) or kb.is_a(claim.subject, claim.object):
        return None
    changes = kb.is_a(claim.object, "organisation") if "organisation" in kb.entities else True
    if changes and tense != "now" and claim.via.startswith(claim.relation) and claim.stance.guard != "possessive":
        return None
    return verdict("contradicts", CODE, claim, *own[0])


def plain(text: str) -> str:
    """Words of an expansion in lower case, without marks and plural."""
    words = re.findall(r"[a-z0-9]+", text.lower())
    return " ".join(
        word[:-1] if word.endswith("s") and len(word) > 3 else word for word in words if word not in ("the", "a", "an")
    )


def _expansion(claim: Claim, kb: KnowledgeBase) -> Verdict | None:
    for fact, statement in speaking(kb, claim, claim.relation):
        if not statement.text or statement.subject != claim.subject:
            continue
        right = any(plain(text) == plain(claim.text) for text in statement.text)
        if right and claim.stance.polarity:
            return agrees(claim, fact.id)
        return verdict("contradicts", CODE, claim, fact, statement) if right or claim.stance.polarity else None
    return None
