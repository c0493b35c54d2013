"""What the checks share: which statements of the reference speak of a claim, and how a verdict is worded."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from factcheck.model.claim import Claim, Verdict
from factcheck.model.finding import SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.knowledge.base import KnowledgeBase
    from factcheck.model.knowledge import Fact, Statement

_IGNORED_QUALIFIERS = {
    "context",
    "subject",
    "scope",
    "only-for",
    "only-in",
    "route",
    "status",
    "extent",
    "lab",
    "modified",
    "degree",
    "object",
    "joined",
    "people",
}


@dataclass(slots=True)
class Moment:
    """The day of the judgement: what is not so on this day is false now, whenever the document was written.

    It notes which days it was held against: the judgement would be the same on every day from `since` on and before
    `until`.
    """

    day: date
    since: date = date.min
    until: date = date.max

    def reached(self, day: date) -> bool:
        """Whether a day has come."""
        if day <= self.day:
            self.since = max(self.since, day)
            return True
        self.until = min(self.until, day)
        return False

    def over(self, day: date) -> bool:
        """Whether a day is behind."""
        return day < date.max and self.reached(day + timedelta(days=1))


def speaking(kb: KnowledgeBase, claim: Claim, relation: str) -> Iterator[tuple[Fact, Statement]]:
    """Statements of a relation that hold for the claim's subject and whose qualifiers fit."""
    for fact, statement in kb.statements_for(relation, claim.subject):
        if not any(kb.is_a(claim.subject, e) for e in fact.except_for) and fits(kb, claim, statement):
            yield fact, statement


def with_object(claim: Claim, kb: KnowledgeBase) -> Claim:
    """A claim whose object is not said, with the one object that the reference knows for its subject."""
    if ("object", "unsaid") not in claim.qualifiers or claim.exclusive:
        return claim
    agencies = {value for key, value in claim.qualifiers if key == "by"}
    known = {
        o
        for fact, s in kb.statements_for(claim.relation, claim.subject)
        if s.polarity and fact.since is not None
        if not agencies or agencies & set(dict(s.qualifiers).get("by", ()))
        for o in s.objects
    }
    return replace(claim, object=known.pop()) if len(known) == 1 else claim


def each_population(claim: Claim, kb: KnowledgeBase) -> Iterator[Claim]:
    """The claim; of an approval for several species, one claim for each: "for people as well as for dogs"."""
    groups = [pair for pair in claim.qualifiers if pair[0] == "for" and _species(kb, pair[1])]
    relation = kb.relations.get(claim.relation)
    if len(groups) < 2 or relation is None or relation.judge != "dated" or not claim.stance.polarity:
        yield claim
        return
    for group in groups:
        kept = tuple(pair for pair in claim.qualifiers if pair == group or pair not in groups)
        yield replace(claim, qualifiers=kept)


def _species(kb: KnowledgeBase, entity: str) -> bool:
    """Whether an entity is a kind of animal, people as such, or one sex."""
    return entity in kb.entities and (entity in ("human", "man", "woman") or _kind(kb, entity, "animal"))


def _said(claim: Claim) -> dict[str, set[str]]:
    """The qualifiers of a claim by their keys; `no regulator` names none."""
    said: dict[str, set[str]] = {}
    for key, value in claim.qualifiers:
        if value != "agency":
            said.setdefault(key, set()).add(value)
    return said


def fits(kb: KnowledgeBase, claim: Claim, statement: Statement) -> bool:
    """Whether the qualifiers of a claim are compatible with those of a statement."""
    said = _said(claim)
    if "outside" in said or "intact" in said:
        return False
    wanted = dict(statement.qualifiers)
    for key, values in said.items():
        if key in _IGNORED_QUALIFIERS and key not in wanted:
            continue
        if key not in wanted:
            if key == "for" and any(_kind(kb, value, "animal") for value in values):
                return False
            if key == "by" and "in" in wanted and not _elsewhere(kb, values, wanted["in"]):
                return False
            everywhere = not statement.polarity and "by" not in wanted  # a denial that names no place holds in all
            bound = (wanted or _dated(kb, statement)) and not everywhere
            if key == "in" and bound and not _agency_region(kb, wanted, statement.objects, values):
                return False
            continue
        alike = {value for value in values if any(_akin(kb, value, each) for each in wanted[key])}
        every = all if not statement.polarity else any
        if alike and not every(any(_same(kb, value, each) for each in wanted[key]) for value in alike):
            return False
    context = said.get("context", ())
    if (
        context
        and "for" in wanted
        and "for" not in said
        and any(_akin(kb, value, each) for value in context for each in wanted["for"])
        and not any(_same(kb, value, each) for value in context for each in wanted["for"])
    ):
        return False
    if not statement.polarity and any(
        key not in said and key not in ("context",) for key in wanted if not _by_context(kb, key, wanted[key], said)
    ):
        return False
    return not (said.get("lab") and "lab" not in wanted)


def _by_context(kb: KnowledgeBase, key: str, wanted: tuple[str, ...], said: dict[str, set[str]]) -> bool:
    """Whether the block around a claim gives the population that its clause does not name."""
    return key == "for" and any(_same(kb, value, each) for value in said.get("context", ()) for each in wanted)


def _akin(kb: KnowledgeBase, one: str, other: str) -> bool:
    """Whether two qualifiers are of one sort, so that they can be compared."""
    if one not in kb.entities or other not in kb.entities:
        return True
    return bool((kb.ancestors(one) & kb.ancestors(other)) - {"thing"})


def _dated(kb: KnowledgeBase, statement: Statement) -> bool:
    return kb.relations[statement.relation].judge == "dated"


def _agency_region(
    kb: KnowledgeBase, wanted: dict[str, tuple[str, ...]], objects: tuple[str, ...], values: set[str]
) -> bool:
    """Whether a country named in the text is that of the agency (the FDA speaks for the United States).

    The agency may be the object of the statement: what NICE recommends is for the NHS.
    """
    bodies = [each for each in objects if _kind(kb, each, "health-technology-assessment-body")]
    return any(_neighbours(kb, body, value) for body in (*wanted.get("by", ()), *bodies) for value in values)


def _elsewhere(kb: KnowledgeBase, agencies: set[str], regions: tuple[str, ...]) -> bool:
    """Whether an agency that the text names speaks for the region of the fact."""
    return any(_neighbours(kb, agency, region) for agency in agencies for region in regions)


def _neighbours(kb: KnowledgeBase, agency: str, region: str) -> bool:
    """Whether an agency and a country belong to one place: they share a class of places."""
    return (
        any(kb.is_a(each, "place") for each in (kb.ancestors(agency) & kb.ancestors(region)) - {"place"})
        if "place" in kb.entities
        else False
    )


def _kind(kb: KnowledgeBase, entity: str, kind: str) -> bool:
    return entity in kb.entities and kind in kb.entities and kb.is_a(entity, kind)


def _same(kb: KnowledgeBase, one: str, other: str) -> bool:
    if one == other:
        return True
    if one not in kb.entities or other not in kb.entities:
        return False
    return kb.is_a(one, other) or kb.is_a(other, one)


def softened(severity: str, claim: Claim) -> str:
    """The severity of a finding: a claim under `may` or `could` is at most a warning."""
    if claim.strength in ("able", "future") and claim.stance.guard == "modal can":
        return severity  # `can be taken by X`, `can be stopped once …`: said without reserve
    if claim.stance.certainty == "hedged" and claim.stance.guard.startswith("modal") and severity == "error":
        return "warning"
    return severity


def milder(one: str, other: str) -> str:
    """The lower of two severities."""
    return min(one or "error", other or "error", key=SEVERITIES.index)


def verdict(
    kind: str,
    code: str,
    claim: Claim,
    fact: Fact,
    statement: Statement | None = None,
    *,
    says: str = "",
    valid_from: date | None = None,
    valid_until: date | None = None,
) -> Verdict:
    """A verdict on a claim by a fact."""
    severity = softened((statement.severity if statement else "") or fact.severity, claim)
    right = says or fact.says
    suggest = ((statement.suggest, False),) if statement is not None and statement.suggest else ()
    return Verdict(
        kind,
        code,
        fact.id,
        severity,
        claim.span,
        claim.sentence,
        "",
        right,
        fact.sources,
        claim,
        valid_from,
        valid_until,
        suggest,
    )


def agrees(claim: Claim, fact: str = "") -> Verdict:
    """The claim is what the reference says."""
    return Verdict("agrees", "", fact, "note", claim.span, claim.sentence, "", "", (), claim)


def before(claim: Claim, day: date | None) -> bool:
    """Whether the claim speaks of a time before a day: by its date, or as told in the past tense."""
    if day is None:
        return False
    if claim.when is not None:
        return claim.when[0] < day
    return claim.stance.tense == "past"


def told_of_the_past(claim: Claim) -> bool:
    """Whether a status claim is told in the past tense without a date."""
    return claim.stance.tense == "past" and claim.when is None
