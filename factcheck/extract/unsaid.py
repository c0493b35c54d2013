"""What a sentence leaves out but takes for granted: the disease of an approval, the kind of what it points back to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract.denote import Denoted
from factcheck.extract.tables import word_set

if TYPE_CHECKING:
    from factcheck.extract.denote import Denoter
    from factcheck.extract.frames import Match
    from factcheck.knowledge.base import KnowledgeBase

UNSAID = "disease"
_FOR = word_set("for against as")
_NOT_OBJECTS = ("population", "agency", "region", "place")


def unsaid_object(match: Match, kb: KnowledgeBase, denoter: Denoter) -> Denoted | None:
    """`Leqselvi won approval in 2020`: the disease is not said. None if something else stands where it would be."""
    clause = match.clause
    if clause is None or UNSAID not in kb.entities or clause.kind == "modifier":
        return None
    done_to = any("obj" in names and filler.role == "S" for names, filler in match.frame.slots)
    agencies = [d for p in clause.subjects for d in denoter.denote(p, match.parsed, ["agency"])]
    if done_to and not clause.verb.passive and not agencies:
        return None
    if any(c.parent is clause and c.kind == "infinitive" for c in match.parsed.clauses):
        return None
    behind = [p for prep, phrases, _ in clause.adjuncts if prep.split()[-1] in _FOR for p in phrases]
    behind += [p for obj in clause.objects for prep, ps in match.parsed.attached(obj) if prep in _FOR for p in ps]
    kinds = [kind for kind in _NOT_OBJECTS if kind in kb.entities]
    if any(not denoter.denote(phrase, match.parsed, kinds) for phrase in behind):
        return None
    return Denoted(UNSAID, match.span, "unsaid")
