"""Something is called a kind of thing that it is not, or denied to be what it is.

"Enzymes called cytokines", "androgenetic alopecia is an autoimmune disease": the class that the text
gives is disjoint with a class to which the thing belongs, or a fact says that it is none of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.checks.decision import Moment, agrees, softened, told_of_the_past, verdict
from factcheck.model.claim import Claim, Verdict

if TYPE_CHECKING:
    from factcheck.knowledge.base import KnowledgeBase
    from factcheck.model.knowledge import Fact

CODE, NAME, SEVERITY = "FC201", "wrong-category", "error"
_EVERYBODY = ("human", "population")


def judge(claim: Claim, kb: KnowledgeBase, moment: Moment) -> Verdict | None:
    """The verdict on an is-a claim."""
    if claim.relation != "is-a":
        return None
    return _affirmed(claim, kb, moment) if claim.stance.polarity else _denied(claim, kb, moment)


def _affirmed(claim: Claim, kb: KnowledgeBase, moment: Moment) -> Verdict | None:
    if kb.is_a(claim.subject, claim.object):
        return agrees(claim)
    if kb.is_a(claim.object, claim.subject) or (
        ("modified", "yes") in claim.qualifiers and claim.object not in kb.class_ids
    ):
        return None
    if _brands_of_one(claim, kb):
        return None
    if claim.strength == "weak" and (claim.stance.certainty == "hedged" or claim.stance.tense == "past"):
        return None  # what may befall somebody, or once befell somebody
    if claim.exclusive == "only" and any(key == "for" and value not in _EVERYBODY for key, value in claim.qualifiers):
        return None  # what comes before all others comes so among those that the text names
    coming = claim.stance.tense == "future" or claim.stance.guard.startswith(("modal", "answer"))
    if claim.strength == "future":
        if not coming:
            return None
    elif claim.strength != "able" and _told_of_some(claim):
        return None
    fact = kb.excluded(claim.subject, claim.object)
    if fact is not None:
        return _against(claim, fact, kb, moment)
    return _clash(claim, kb)


def _brands_of_one(claim: Claim, kb: KnowledgeBase) -> bool:
    """Whether both sides are brands of one drug: to call them the same is right."""
    held = [
        {o for _, s in kb.statements_for("brand-of", each) if s.polarity and s.subject == each for o in s.objects}
        for each in (claim.subject, claim.object)
    ]
    return bool(held[0] & held[1])


def _told_of_some(claim: Claim) -> bool:
    """Whether a wording that counts as a general statement is told of the past, or of a part of the people."""
    past = claim.stance.tense == "past" or ("people", "some") in claim.qualifiers
    hedged = claim.stance.certainty == "hedged" and claim.stance.guard in ("modal can", "modal could")
    return (claim.strength == "present" and past) or hedged or ("people", "described") in claim.qualifiers


def _against(claim: Claim, fact: Fact, kb: KnowledgeBase, moment: Moment) -> Verdict | None:
    """The verdict by a fact that denies the class, if its qualifiers and its date fit the claim."""
    statement = next(
        (
            s
            for s in fact.statements
            if not s.polarity
            and any(kb.is_a(claim.object, o) for o in s.objects)
            and kb.is_a(claim.subject, s.subject)
            and not _unfit(claim, dict(s.qualifiers), kb)
        ),
        None,
    )
    if statement is None:
        return None
    if fact.since is None:
        return verdict("contradicts", CODE, claim, fact, statement)
    too_early = (claim.when is not None and claim.when[0] < fact.since) or not moment.reached(fact.since)
    if too_early or told_of_the_past(claim):
        return None
    return verdict("outdated", "FC301", claim, fact, statement, valid_until=fact.since)


def _unfit(claim: Claim, wanted: dict[str, tuple[str, ...]], kb: KnowledgeBase) -> bool:
    """Whether the claim is about another region or population than the fact, or about none where the fact names one."""
    said = {key for key, _ in claim.qualifiers}
    if any(key in wanted for key in ("in", "by")) and not any(key in said for key in wanted):
        return True
    for key, value in claim.qualifiers:
        if key == "outside" or (
            key in ("for", "in")
            and key not in wanted
            and value in kb.entities
            and kb.is_a(value, "disease" if key == "for" else "region")
        ):
            return True
        if (
            key in wanted
            and value not in wanted[key]
            and not any(kb.is_a(value, w) for w in wanted[key] if w in kb.entities and value in kb.entities)
        ):
            return True
    return False


def _clash(claim: Claim, kb: KnowledgeBase) -> Verdict | None:
    """The verdict by a disjoint set; a breach for which no fact and no set gives a source is not told."""
    clash = kb.clash(claim.subject, claim.object)
    if clash is None:
        return None
    disjoint, own, other = clash
    fact = kb.class_fact(claim.subject, claim.object)
    if fact is None and claim.via in ("is-a/copula", "is-a/naming") and not claim.exclusive:
        # said outright: what the class is tells as well that the two part
        fact = kb.class_fact(claim.object, claim.subject)
    if fact is None and claim.via == "is-a/copula" and not disjoint.sources:
        fact = kb.about(claim.subject)
        if fact is not None:
            right = f"{_sentence(kb, claim.subject, own, other)} {fact.says}"
            return _told(claim, fact.id, softened(disjoint.severity, claim), right, fact.sources)
    if fact is None:
        severity, right = softened(disjoint.severity, claim), _sentence(kb, claim.subject, own, other)
        return _told(claim, claim.subject, severity, right, disjoint.sources) if disjoint.sources else None
    found = verdict("contradicts", CODE, claim, fact)
    if disjoint.severity == "error":
        return found
    return _told(claim, fact.id, disjoint.severity, found.right, found.sources)


def _told(claim: Claim, fact: str, severity: str, right: str, sources: tuple[str, ...]) -> Verdict:
    span, sentence = claim.span, claim.sentence
    return Verdict("contradicts", CODE, fact, severity, span, sentence, "", right, sources, claim)


def _sentence(kb: KnowledgeBase, subject: str, own: str, other: str) -> str:
    names = [kb.entities[each].name for each in (subject, own, other)]
    return f"{names[0][0].upper()}{names[0][1:]} is a kind of {names[1]}, not of {names[2]}."


def _denied(claim: Claim, kb: KnowledgeBase, moment: Moment) -> Verdict | None:
    if any(key == "modified" for key, _ in claim.qualifiers) or claim.exclusive:
        return None
    if not kb.is_a(claim.subject, claim.object) or claim.subject == claim.object:
        fact = kb.excluded(claim.subject, claim.object)
        return agrees(claim, fact.id if fact else "") if fact or kb.clash(claim.subject, claim.object) else None
    fact = _edge(claim, kb)
    if fact is None or told_of_the_past(claim):
        return None
    if any(key == "in" for key, _ in claim.qualifiers) and _elsewhere(claim, fact, kb):
        return None
    if fact.since is not None and claim.when is not None and claim.when[0] < fact.since:
        return None
    if fact.since is not None and moment.reached(fact.since):
        return verdict("outdated", "FC301", claim, fact, valid_until=fact.since)
    return verdict("contradicts", CODE, claim, fact)


def _elsewhere(claim: Claim, fact: Fact, kb: KnowledgeBase) -> bool:
    """Whether the claim names a place that the fact does not speak of."""
    wanted = {value for s in fact.statements for key, values in s.qualifiers if key == "in" for value in values}
    said = {value for key, value in claim.qualifiers if key == "in"}
    return bool(wanted) and not any(value in wanted or any(kb.is_a(value, w) for w in wanted) for value in said)


def _edge(claim: Claim, kb: KnowledgeBase) -> Fact | None:
    """The fact that says that the subject is of the class, or of one under it."""
    for fact, statement in kb.statements_for("is-a", claim.subject):
        if statement.polarity and any(kb.is_a(o, claim.object) for o in statement.objects):
            return fact
    return None
