"""Two things that do not belong together: a brand and another drug, a product and another maker, an
abbreviation and another expansion.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.checks.decision import Moment, agrees, speaking, verdict
from factcheck.model.claim import Claim, Verdict

if TYPE_CHECKING:
    from factcheck.knowledge.base import KnowledgeBase

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
    against = next(((f, s) for f, s in speaking(kb, claim, claim.relation) if not s.polarity and claim.object in s.objects), None)
    loose = claim.stance.guard == "possessive"
    if against is not None and claim.stance.polarity and claim.stance.tense == "now" and not (loose and against[0].severity == "warning"):
        return verdict("contradicts", CODE, claim, *against)
    every = [(f, s) for f, s in speaking(kb, claim, claim.relation) if s.polarity]
    past = next(((f, s) for f, s in every if f.until is not None and f.until <= moment.today and claim.object in s.objects), None)
    if past is not None:
        if not claim.stance.polarity or claim.stance.tense != "now" or loose and claim.when or (claim.when and past[0].until and claim.when[0] < past[0].until):
            return agrees(claim, past[0].id)
        return verdict("outdated", "FC301", claim, *past, valid_until=past[0].until)
    found = [(f, s) for f, s in every if f.until is None or f.until > moment.today]
    if claim.object in kb.class_ids:
        return None
    if any(kb.is_a(claim.object, o) or kb.is_a(o, claim.object) for _, s in found for o in (*s.objects, *s.also)):
        right = next(((f, s) for f, s in found if any(kb.is_a(claim.object, o) for o in s.objects)), None)
        if right is not None and not claim.stance.polarity and claim.stance.tense == "now":
            return verdict("contradicts", CODE, claim, *right)
        return agrees(claim)
    own = [(f, s) for f, s in found if s.subject == claim.subject] or found
    if not own or not claim.stance.polarity or kb.is_a(claim.object, claim.subject) or kb.is_a(claim.subject, claim.object):
        return None
    if claim.stance.tense != "now" and claim.via.startswith(claim.relation) and claim.stance.guard != "possessive":
        return None
    return verdict("contradicts", CODE, claim, *own[0])


def plain(text: str) -> str:
    """Words of an expansion in lower case, without marks and plural."""
    words = re.findall(r"[a-z0-9]+", text.lower())
    return " ".join(word[:-1] if word.endswith("s") and len(word) > 3 else word for word in words if word not in ("the", "a", "an"))


def _expansion(claim: Claim, kb: KnowledgeBase) -> Verdict | None:
    for fact, statement in speaking(kb, claim, claim.relation):
        if not statement.text or statement.subject != claim.subject:
            continue
        right = any(plain(text) == plain(claim.text) for text in statement.text)
        if right and claim.stance.polarity:
            return agrees(claim, fact.id)
        return verdict("contradicts", CODE, claim, fact, statement) if right or claim.stance.polarity else None
    return None
