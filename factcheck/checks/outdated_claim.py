"""True once, false now: an approval that has come, an "only" that has company, trials that have long been done.

Judged from dated facts and closed sets at the day of the run. The dates in a sentence bound what it
speaks of; a claim about now is judged by the day of the run even in an older document.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, TypeAlias

from factcheck.checks.decision import Moment, agrees, before, fits, speaking, verdict
from factcheck.model.claim import Claim, Verdict
from factcheck.model.finding import SEVERITIES
from factcheck.model.knowledge import Statement

if TYPE_CHECKING:
    from datetime import date

    from factcheck.knowledge.base import KnowledgeBase
    from factcheck.model.knowledge import ClosedSet, Fact

_TRUSTED = timedelta(days=183)
CODE, NAME, SEVERITY = "FC301", "outdated-claim", "error"
_Member: TypeAlias = "tuple[date, str, Fact, Statement]"


def judge(claim: Claim, kb: KnowledgeBase, moment: Moment) -> Verdict | None:
    """The verdict on a claim of a dated relation."""
    relation = kb.relations.get(claim.relation)
    if relation is None or relation.judge != "dated" or not claim.object:
        return None
    any_at_all = claim.exclusive == "first" and ("scope", "all") in claim.qualifiers
    if kb.entities[claim.object].generic and not any_at_all:
        return None
    if claim.stance.polarity and claim.stance.certainty == "hedged" and claim.stance.guard.startswith("modal"):
        return None
    if claim.stance.polarity and claim.stance.tense == "future":
        return None if claim.exclusive else _promised(claim, kb, moment)
    said = ("object", "unsaid") not in claim.qualifiers
    if said and claim.exclusive in ("first", "second", "third", "count") and claim.subject != claim.among:
        alone = _plain(replace(claim, exclusive="", others=()), kb, moment)
        if alone is not None and alone.kind == "contradicts":
            return alone
    if claim.exclusive in ("only", "none", "count", "first", "second", "third") and not (
        claim.exclusive == "only" and not claim.among
    ):
        return _exclusive(claim, kb, moment)
    return _plain(claim, kb, moment)


def _promised(claim: Claim, kb: KnowledgeBase, moment: Moment) -> Verdict | None:
    """`X is expected to be approved for Y`: outdated once it has been."""
    for fact, statement in speaking(kb, claim, claim.relation):
        whole = any(kb.is_a(claim.object, each) for each in statement.objects)
        if statement.polarity and whole and fact.since is not None and fact.until is None:
            return _denied(claim, fact, statement, moment)
    return None


def _plain(claim: Claim, kb: KnowledgeBase, moment: Moment) -> Verdict | None:
    agreed: Verdict | None = _elsewhere_too(claim, kb, moment)
    if agreed is not None:
        return agreed
    against: tuple[Fact, Statement] | None = None
    spoken = list(speaking(kb, claim, claim.relation))
    if not claim.stance.polarity and ("scope", "anywhere") in claim.qualifiers:
        spoken.sort(key=lambda pair: not pair[1].polarity)  # one place where it is approved is enough
    for fact, statement in spoken:
        narrower = any(kb.is_a(claim.object, o) for o in statement.objects)
        broader = any(kb.is_a(o, claim.object) for o in statement.objects)
        if statement.polarity and (narrower or broader):
            if claim.stance.polarity and _too_wide(claim, statement, kb, narrower=narrower):
                against = against or (fact, statement)
            elif claim.stance.polarity and _ended(claim, fact, moment):
                return verdict("outdated", CODE, claim, fact, statement, valid_from=fact.since, valid_until=fact.until)
            elif claim.stance.polarity:
                agreed = agreed or agrees(claim, fact.id)
            elif fact.until is None and (
                narrower or ("scope", "anywhere") in claim.qualifiers
            ):  # a denial for a broad class ("not approved for hair loss") is none for one disease
                return _denied(claim, fact, statement, moment)
        elif not statement.polarity and narrower:
            if not claim.stance.polarity:
                agreed = agreed or agrees(claim, fact.id)
            else:
                against = against or (fact, statement)
        elif statement.polarity and statement.among and claim.stance.polarity and _outside(claim, statement, kb):
            against = against or (fact, statement)
    if agreed is None and against is not None and not _other_region(claim) and claim.stance.polarity:
        return verdict("contradicts", "FC202", claim, *against)
    return agreed


def _elsewhere_too(claim: Claim, kb: KnowledgeBase, moment: Moment) -> Verdict | None:
    """`approved only in the US`: outdated since the first approval in another place, if none came before."""
    only = {value for key, value in claim.qualifiers if key == "only-in"}
    if not only or not claim.stance.polarity or claim.stance.tense == "past":
        return None
    anywhere = replace(claim, qualifiers=tuple(pair for pair in claim.qualifiers if pair[0] not in ("in", "only-in")))
    for fact, statement in speaking(kb, anywhere, claim.relation):
        places = dict(statement.qualifiers).get("in", ())
        there = any(kb.is_a(place, each) or kb.is_a(each, place) for place in places for each in only)
        alike = any(kb.is_a(claim.object, o) or kb.is_a(o, claim.object) for o in statement.objects)
        known = fact.since is not None and moment.reached(fact.since) and not before(claim, fact.since)
        if statement.polarity and places and not there and alike and known:
            return verdict("outdated", CODE, claim, fact, statement, valid_until=fact.since)
    return None


def _ended(claim: Claim, fact: Fact, moment: Moment) -> bool:
    """Whether a claim tells as of now what held until a day."""
    return fact.until is not None and moment.reached(fact.until) and claim.stance.tense == "now"


def _too_wide(claim: Claim, statement: Statement, kb: KnowledgeBase, *, narrower: bool) -> bool:
    """`for all hair loss` where one disease is meant; `for adults only` where others are named too."""
    if not narrower and ("scope", "all") in claim.qualifiers:
        return True
    only = [value for key, value in claim.qualifiers if key == "only-for"]
    groups = dict(statement.qualifiers).get("for", ())
    return bool(only) and len(groups) > 1 and any(not any(kb.is_a(g, o) for o in only) for g in groups)


def _outside(claim: Claim, statement: Statement, kb: KnowledgeBase) -> bool:
    return (
        kb.is_a(claim.object, statement.among)
        and claim.object != statement.among
        and not any(kb.is_a(claim.object, a) for a in statement.also)
    )


def _other_region(claim: Claim) -> bool:
    return any(key == "status" and value == "off-label" for key, value in claim.qualifiers)


def _denied(claim: Claim, fact: Fact, statement: Statement, moment: Moment) -> Verdict | None:
    groups = dict(statement.qualifiers).get("for", ())
    narrowed = any(
        key in ("modified", "only-for") or (key == "for" and value not in groups) for key, value in claim.qualifiers
    )
    answered = claim.when is not None and bool(claim.stance.guard)
    if narrowed or claim.exclusive or answered:
        return None
    if fact.since is None:
        return verdict("contradicts", "FC202", claim, fact, statement)
    if before(claim, fact.since) or not moment.reached(fact.since):
        return None
    return verdict("outdated", CODE, claim, fact, statement, valid_until=fact.since)


def _members(claim: Claim, kb: KnowledgeBase) -> list[_Member]:
    """The dated approvals that a claim of only, first, none or N ranges over, earliest first."""
    found = []
    for fact, statement in kb.statements_touching(claim.relation, claim.object):
        if not statement.polarity or fact.since is None or not fits(kb, claim, statement):
            continue
        among = claim.among
        general = bool(among) and kb.entities[among].generic and not _is_form(among, kb)
        if not among or kb.is_a(statement.subject, among) or general:
            found.append((fact.since, statement.subject, fact, statement))
    return sorted(found, key=lambda member: (member[0], member[1]))


def _of_no_disease(claim: Claim, kb: KnowledgeBase) -> bool:
    """Whether a claim of `no medicine` names an agency alone."""
    agency = "organisation" in kb.entities and kb.is_a(claim.object, "organisation")
    return agency and not any(key in ("for", "context") for key, _ in claim.qualifiers)


def _is_form(entity: str, kb: KnowledgeBase) -> bool:
    """Whether a class of medicines is a dosage form, as in "no cream is approved"."""
    return "dosage-form" in kb.entities and kb.is_a(entity, "dosage-form")


def _exclusive(claim: Claim, kb: KnowledgeBase, moment: Moment) -> Verdict | None:
    members = [m for m in _members(claim, kb) if moment.reached(m[0])]
    if (
        not members
        or not claim.stance.polarity
        or any(key == "for" and value in ("adolescent", "child", "woman", "man") for key, value in claim.qualifiers)
    ):
        return None
    if claim.exclusive == "none" and _of_no_disease(claim, kb):
        return None  # `NICE does not license medicines` says nothing of one disease
    if claim.exclusive == "none":
        since, _, fact, statement = members[0]
        if before(claim, since):
            return None
        return replace(
            verdict("outdated", CODE, claim, fact, statement, valid_until=since), severity=_at_most(claim, kb, fact)
        )
    if claim.exclusive == "only":
        return _only(claim, kb, members, closed=_closed(claim, kb, moment))
    if claim.exclusive == "count":
        return _count(claim, kb, moment, members)
    return _first(claim, kb, members, closed=_closed(claim, kb, moment))


def _at_most(claim: Claim, kb: KnowledgeBase, fact: Fact) -> str:
    """How severe a denial of all is: no more than by the mildest member, one without a date too."""
    if any(key == "route" for key, _ in claim.qualifiers):
        return fact.severity  # `no systemic treatment` leaves injections into the skin aside
    undated = [
        other.severity
        for other, s in kb.statements_touching(claim.relation, claim.object)
        if s.polarity and other.since is None and any(kb.is_a(claim.object, o) for o in s.objects)
        if "route" in dict(s.qualifiers) and claim.among and kb.is_a(s.subject, claim.among)
        if set(dict(s.qualifiers).get("by", ())) & {v for key, v in claim.qualifiers if key == "by"}
    ]
    return min([fact.severity, *undated], key=SEVERITIES.index)


def _mine(claim: Claim, kb: KnowledgeBase, member: str) -> bool:
    return any(kb.is_a(member, each) or kb.is_a(each, member) for each in (claim.subject, *claim.others))


def _stranger(claim: Claim, kb: KnowledgeBase, *, closed: bool) -> bool:
    """Whether a claim sets apart a thing of which the reference knows the approvals, and this is none of them."""
    known = any(fact.since is not None for fact, _ in kb.statements_for(claim.relation, claim.subject))
    return closed and known and claim.subject != claim.among and not kb.entities[claim.object].generic


def _only(claim: Claim, kb: KnowledgeBase, members: list[_Member], *, closed: bool) -> Verdict | None:
    others = [m for m in members if not _mine(claim, kb, m[1])]
    own = [m for m in members if _mine(claim, kb, m[1])]
    if not others:
        return agrees(claim) if own else None
    if not own:
        return verdict("contradicts", "FC202", claim, *members[0][2:]) if _stranger(claim, kb, closed=closed) else None
    later = [m for m in others if own and m[0] > own[0][0]] or others
    since, _, fact, statement = later[0]
    if before(claim, since):
        return None
    if own and others[0][0] < own[0][0]:
        return verdict("contradicts", "FC202", claim, others[0][2], others[0][3])
    return verdict("outdated", CODE, claim, fact, statement, valid_from=own[0][0] if own else None, valid_until=since)


def _closed(claim: Claim, kb: KnowledgeBase, moment: Moment) -> bool:
    """Whether the reference knows every member of what a claim ranges over.

    A set that was complete on the day of its review is trusted for half a year more.
    """
    return any(
        not moment.over(s.complete + (_TRUSTED if _is_reviewed(s) else timedelta()))
        and s.relation == claim.relation
        and kb.is_a(s.object, claim.object)
        and fits(kb, claim, Statement("", s.relation, qualifiers=s.qualifiers))
        for s in kb.sets.values()
    )


def _is_reviewed(closed: ClosedSet) -> bool:
    """Whether a set was complete on the day of its review."""
    return closed.reviewed is not None and closed.complete >= closed.reviewed


def _count(claim: Claim, kb: KnowledgeBase, moment: Moment, members: list[_Member]) -> Verdict | None:
    closed = _closed(claim, kb, moment)
    days = sorted({m[1]: m[0] for m in reversed(members)}.values())
    if not closed or claim.count in (0, len(days)) or claim.stance.tense == "past":
        return None
    if claim.count < len(days):
        changed = days[claim.count]
        _, _, fact, statement = next(m for m in members if m[0] == changed)
        return (
            None if before(claim, changed) else verdict("outdated", CODE, claim, fact, statement, valid_until=changed)
        )
    _, _, fact, statement = members[-1]
    return verdict("contradicts", "FC202", claim, fact, statement)


def _first(claim: Claim, kb: KnowledgeBase, members: list[_Member], *, closed: bool) -> Verdict | None:
    subjects = list(dict.fromkeys(m[1] for m in members))
    place = {"first": 0, "second": 1, "third": 2}[claim.exclusive]
    mine = next((i for i, s in enumerate(subjects) if _mine(claim, kb, s)), -1)
    if mine < 0 and _stranger(claim, kb, closed=closed):
        return verdict("contradicts", "FC202", claim, *members[0][2:])
    if mine < 0 or mine == place or place >= len(subjects) or claim.subject == claim.among:
        return agrees(claim) if mine == place else None
    _, _, fact, statement = next(m for m in members if m[1] == subjects[place])
    return verdict("contradicts", "FC202", claim, fact, statement)
