"""The text says the opposite of a fact.

A cause, a target, an effect, a warning: the reference states the contrary, or closes the list of what
is true and this is not on it. A fact on a class holds for its members, unless it lists an exception.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.checks.decision import Moment, agrees, before, fits, speaking, verdict
from factcheck.model.claim import Claim, Verdict

if TYPE_CHECKING:
    from factcheck.knowledge.base import KnowledgeBase
    from factcheck.model.knowledge import Fact, Statement

CODE, NAME, SEVERITY = "FC202", "contradicted-claim", "error"
_JUDGES = ("stated", "closed")


def judge(claim: Claim, kb: KnowledgeBase, moment: Moment) -> Verdict | None:
    """The verdict on a claim of a stated or closed relation."""
    relation = kb.relations.get(claim.relation)
    partial = ("people", "some") in claim.qualifiers
    if not claim.stance.polarity and (partial or (claim.stance.tense == "past" and claim.when is None)):
        return None
    if relation is None or relation.judge not in _JUDGES or not claim.object or _of_other_people(claim, kb):
        return None
    if not claim.stance.polarity and claim.count and not claim.exclusive:
        return None  # `one of the drugs carries no warning` says nothing of the others
    if not claim.stance.polarity and not kb.entities[claim.object].parents:
        return None  # `things that do not cause it` denies no cause
    found: Verdict | None = None
    spoken = [
        (fact, statement, name)
        for name in (sorted(kb.implied(claim.relation)) if claim.stance.polarity else [claim.relation])
        for fact, statement in speaking(kb, claim, name)
    ]
    for fact, statement, name in sorted(spoken, key=lambda each: -len(kb.ancestors(each[1].subject))):
        kind = compare(claim, statement, kb, kb.relations[name].judge == "closed")
        if kind == "agrees" and name == claim.relation:
            return agrees(claim, fact.id)
        if kind == "contradicts":
            found = _verdict(claim, fact, statement, relation.code, moment)
            break
    if found is None:
        found = _members(claim, kb, moment, relation.code)
    if found is None and claim.stance.polarity:
        found = _opposed(claim, kb, moment, relation.code)
    return found


def _of_other_people(claim: Claim, kb: KnowledgeBase) -> bool:
    """Whether a claim on one group is bounded to another: a drug in men is said to spare the unborn child."""
    if "population" not in kb.entities or not kb.is_a(claim.object, "population") or not claim.stance.polarity:
        return False
    said = [v for key, v in claim.qualifiers if key == "for" and v in kb.entities and kb.is_a(v, "population")]
    return any(not kb.is_a(claim.object, value) and not kb.is_a(value, claim.object) for value in said)


def _members(claim: Claim, kb: KnowledgeBase, moment: Moment, code: str) -> Verdict | None:
    """A claim of a whole class fails with one member: "all X carry Y" by one that does not, "no X" by one that does."""
    if ("subject", "none" if claim.stance.polarity else "all") in claim.qualifiers:
        return None  # "not all" says nothing of any one
    universal = any(key == "subject" for key, _ in claim.qualifiers)
    if (
        claim.generic
        or not (universal or not claim.stance.polarity)
        or claim.subject not in kb.class_ids
        or kb.entities[claim.subject].generic
    ):
        return None
    for fact, statement in kb.statements_among(claim.relation, claim.subject):
        if statement.subject == claim.subject or statement.polarity == claim.stance.polarity:
            continue
        vague = kb.entities[claim.object].generic  # `the disease causes none` tells nothing of one disease
        if any(
            (kb.is_a(o, claim.object) and (o == claim.object or not vague))
            if statement.polarity
            else kb.is_a(claim.object, o)
            for o in statement.objects
        ) and fits(kb, claim, statement):
            return _verdict(claim, fact, statement, code, moment)
    return None


def _verdict(claim: Claim, fact: Fact, statement: Statement, code: str, moment: Moment) -> Verdict | None:
    if (
        claim.stance.certainty == "hedged"
        and claim.exclusive != "only"
        and not claim.stance.guard
        and (statement.severity or fact.severity) != "error"
    ):
        return None
    if fact.since is not None:
        if before(claim, fact.since) or not moment.reached(fact.since):
            return None
        if statement.polarity and not claim.stance.polarity:
            return verdict("outdated", "FC301", claim, fact, statement, valid_until=fact.since)
    return verdict("contradicts", "FC205" if claim.strength == "full" else code, claim, fact, statement)


def compare(claim: Claim, statement: Statement, kb: KnowledgeBase, closed: bool) -> str:
    """`agrees`, `contradicts` or `unknown`, by objects and polarity."""
    under = any(kb.is_a(claim.object, o) for o in statement.objects)
    over = any(kb.is_a(o, claim.object) for o in statement.objects)
    allowed = any(kb.is_a(claim.object, o) or kb.is_a(o, claim.object) for o in statement.also)
    if claim.stance.polarity:
        if statement.polarity:
            if closed and (under or over) and _too_narrow(claim, statement, kb):
                return "contradicts"
            if under and not over and closed:
                return "unknown"  # what acts on a class need not act on each of its members
            if under or over:
                return "agrees"
            named = any(kb.is_a(o, other) for o in statement.objects for other in claim.others)
            if closed and allowed and not named and _singled_out(claim):
                return "contradicts"
            if (
                statement.among
                and not allowed
                and ("degree", "weak") not in claim.qualifiers
                and kb.is_a(claim.object, statement.among)
                and claim.object != statement.among
            ):
                return "contradicts"
            return "unknown"
        if closed and statement.severity in ("warning", "note") and ("degree", "weak") in claim.qualifiers:
            return "unknown"  # what is too loose as it stands is right of a weak effect
        return "contradicts" if under and not allowed and claim.exclusive in ("", "only") else "unknown"
    if (
        claim.exclusive
        or (claim.others and ("joined", "or") not in claim.qualifiers)
        or claim.when is not None
        or any(key == "modified" for key, _ in claim.qualifiers)
    ):
        return "unknown"
    if statement.polarity:
        return "contradicts" if over and not claim.generic else "unknown"
    return "agrees" if under else "unknown"


def _singled_out(claim: Claim) -> bool:
    """Whether a claim gives its object as the one that counts: `only JAK3`, `a selective JAK3 inhibitor`."""
    weak = ("degree", "weak") in claim.qualifiers  # `blocks JAK3 only weakly`
    return (claim.exclusive == "only" and not weak) or ("degree", "main") in claim.qualifiers


def _too_narrow(claim: Claim, statement: Statement, kb: KnowledgeBase) -> bool:
    """`only A` where the fact names A and B."""
    if (
        claim.exclusive != "only"
        or len(statement.objects) < 2
        or any(kb.is_a(o, claim.object) for o in statement.objects if o != claim.object)
    ):
        return False
    named = (claim.object, *claim.others)
    return any(not any(kb.is_a(o, n) or kb.is_a(n, o) for n in named) for o in statement.objects)


def _opposed(claim: Claim, kb: KnowledgeBase, moment: Moment, code: str) -> Verdict | None:
    for name in sorted(kb.opposed(claim.relation)):
        for fact, statement in speaking(kb, claim, name):
            if statement.polarity and any(kb.is_a(claim.object, o) for o in statement.objects):
                return _verdict(claim, fact, statement, code, moment)
    return None
