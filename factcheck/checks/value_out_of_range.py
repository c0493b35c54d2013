"""A number that the reference does not allow: a dose, a share, a count.

Unit, frequency and population must fit before two values are compared. A slip by a factor of ten or a
thousand is told as such.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.checks.decision import Moment, agrees, speaking, verdict
from factcheck.knowledge.units import bounds_in
from factcheck.model.claim import Claim, Quantity, Verdict

if TYPE_CHECKING:
    from factcheck.knowledge.base import KnowledgeBase
    from factcheck.model.knowledge import Value

CODE, NAME, SEVERITY = "FC204", "value-out-of-range", "error"
_TRIAL = {"trial", "trials", "study", "studies"}


def judge(claim: Claim, kb: KnowledgeBase, moment: Moment) -> Verdict | None:
    """The verdict on a claim with a quantity."""
    relation = kb.relations.get(claim.relation)
    if relation is None or relation.judge != "quantity" or claim.value is None or not claim.stance.polarity:
        return None
    tried = any(key == "step" or (key == "status" and value in _TRIAL) for key, value in claim.qualifiers)
    if relation.beside and (tried or claim.stance.tense == "past"):
        return None  # another dose or strength was tried
    if _among_others_ill(claim, kb):
        return None
    found = None
    spoken = list(speaking(kb, claim, claim.relation))
    nearest = max((len(kb.ancestors(s.subject)) for _, s in spoken), default=0)
    for fact, statement in spoken:
        if len(kb.ancestors(statement.subject)) < nearest:
            continue
        if any(key == "in" for key, _ in claim.qualifiers) and not any(key == "in" for key, _ in statement.qualifiers):
            continue
        bounds = bounds_in(claim.value, statement.value.unit) if statement.value is not None else None
        if statement.value is None or bounds is None:
            continue
        if ("status", "placebo") in claim.qualifiers and (statement.severity or fact.severity) != "error":
            continue  # what is only loose is right of a gain against placebo
        said = replace(claim.value, low=bounds[0], high=bounds[1], unit=statement.value.unit)
        if _allowed(said, statement.value):
            return agrees(claim, fact.id)
        found = found or (fact, statement, _slip(said, statement.value))
    if found is None:
        return None
    fact, statement, slip = found
    return verdict("contradicts", CODE, claim, fact, statement, says=f"{fact.says}{slip}")


def _among_others_ill(claim: Claim, kb: KnowledgeBase) -> bool:
    """Whether a share is that of people with another disease: `X occurs in 8% of people with Y`."""
    known = "disease" in kb.entities and kb.is_a(claim.subject, "disease")
    ill = [value for key, value in claim.qualifiers if key == "for" and value in kb.entities]
    return known and any(kb.is_a(value, "disease") and not kb.is_a(claim.subject, value) for value in ill)


def _allowed(said: Quantity, value: Value) -> bool:
    if value.per in ("day", "week", "month"):
        if said.per and said.per != value.per:
            return False
        doses = [said.times] if said.per and said.times else [1.0, 2.0]
        totals = [(said.low * n, said.high * n) for n in doses]
        if value.any_of:
            return any(all(any(abs(x - v) < 1e-9 for v in value.any_of) for x in total) for total in totals)
        return any(
            (value.low is None or value.low <= low) and (value.high is None or high <= value.high)
            for low, high in totals
        )
    if value.any_of:
        return all(any(abs(x - v) < 1e-9 for v in value.any_of) for x in (said.low, said.high))
    low = value.low if value.low is not None else float("-inf")
    high = value.high if value.high is not None else float("inf")
    return low <= said.low and said.high <= high


def _slip(said: Quantity, value: Value) -> str:
    """A note on a factor of ten, a hundred or a thousand."""
    bounds = value.any_of or tuple(v for v in (value.low, value.high) if v is not None)
    for factor in (10, 100, 1000):
        if any(abs(said.low - v * factor) < 1e-9 or abs(said.low * factor - v) < 1e-9 for v in bounds):
            return f" This is a factor of {factor}: critical."
    return ""
