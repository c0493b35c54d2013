"""The day, month or year of an approval is wrong.

A claim that dates an approval contradicts the fact when the fact's day (or one of the other days that
sources give) does not lie within the date that the text names.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING

from factcheck.checks.decision import Moment, fits, speaking, verdict
from factcheck.model.claim import Claim, Verdict
from factcheck.model.knowledge import Statement

if TYPE_CHECKING:
    from factcheck.knowledge.base import KnowledgeBase
    from factcheck.model.knowledge import Fact

CODE, NAME, SEVERITY = "FC302", "wrong-date", "error"


def known(day: date) -> tuple[date, date]:
    """The days that a date of the reference stands for: the first of January is a year, that of a month the month."""
    if day.day != 1:
        return day, day
    month = 12 if day.month == 1 else day.month
    return day, date(day.year, month, monthrange(day.year, month)[1])


def _not_of_one_day(claim: Claim, kb: KnowledgeBase) -> bool:
    """Whether the date is the end of a time (`until 2008`), or no place is named (`in many countries since …`)."""
    return any((key, value) == ("dated", "until") for key, value in claim.qualifiers) or any(
        key == "in" and kb.entities[value].generic for key, value in claim.qualifiers
    )


def _undated(claim: Claim, kb: KnowledgeBase) -> bool:
    """Whether a date says when something was the only one, or when a medicine was approved for nobody knows what."""
    unnamed = ("object", "unsaid") in claim.qualifiers and kb.entities[claim.object].generic
    return claim.exclusive == "only" or (unnamed and not any(key == "by" for key, _ in claim.qualifiers))


def _before_any(claim: Claim, kb: KnowledgeBase) -> Verdict | None:
    """`A Y was approved in 2019`, where the first of the Ys came in 2022: by a set that leaves none out."""
    closed = any(
        each.relation == claim.relation
        and kb.is_a(each.object, claim.object)
        and fits(kb, claim, Statement("", each.relation, qualifiers=each.qualifiers))
        for each in kb.sets.values()
    )
    if not closed or claim.subject not in kb.class_ids or kb.entities[claim.subject].generic or claim.when is None:
        return None
    members = [
        (fact.since, fact, statement)
        for fact, statement in kb.statements_among(claim.relation, claim.subject)
        if statement.polarity and fact.since is not None
        if fits(kb, claim, statement) and any(kb.is_a(o, claim.object) for o in statement.objects)
    ]
    if not members:
        return None
    since, fact, statement = min(members, key=lambda member: member[0])
    return verdict("contradicts", CODE, claim, fact, statement) if claim.when[1] < known(since)[0] else None


def _dated(fact: Fact, statement: Statement, first: date, last: date) -> bool:
    """Whether one of the days of a fact lies between two others, both included."""
    days = [known(day) for day in (fact.since, *statement.when) if day is not None]
    return any(start <= last and first <= end for start, end in days)


def judge(claim: Claim, kb: KnowledgeBase, moment: Moment) -> Verdict | None:
    """The verdict on a dated approval."""
    relation = kb.relations.get(claim.relation)
    if (
        relation is None
        or relation.judge != "dated"
        or claim.when is None
        or not claim.stance.polarity
        or claim.exclusive == "none"
        or _not_of_one_day(claim, kb)
    ):
        return None
    if claim.stance.certainty == "hedged":
        return None
    if claim.stance.tense == "future" or any(
        key == "status" and value in ("off-label", "investigational", "unlicensed") for key, value in claim.qualifiers
    ):
        return None
    matching = [
        (f, s)
        for f, s in speaking(kb, claim, claim.relation)
        if s.polarity
        and f.since is not None
        and any(kb.is_a(claim.object, o) or kb.is_a(o, claim.object) for o in s.objects)
    ]
    if not matching:
        return _before_any(claim, kb)
    if _undated(claim, kb):
        return None
    first, last = claim.when
    if any(_dated(fact, statement, first, last) for fact, statement in matching):
        return None
    near = min(matching, key=lambda pair: abs((pair[0].since - first).days) if pair[0].since else 0)
    return verdict("contradicts", CODE, claim, *near)
