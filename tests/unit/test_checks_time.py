"""Dated facts and closed sets: one day before and one day after each date; told of the past; undated documents."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from factcheck.knowledge import KnowledgeBase
from tests.reading import rows
from tests.small_pack import TODAY, claim, short, small_knowledge, verdict_on

EARLY, MIDDLE, LATE = date(2020, 3, 10), date(2022, 6, 13), date(2024, 7, 25)
ONE = timedelta(days=1)


@pytest.fixture(scope="module")
def kb(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeBase:
    return small_knowledge(tmp_path_factory.mktemp("packs"))


def day(*when: int) -> dict[str, Any]:
    return {"when": (date(*when), date(*when))}


ALL: dict[str, Any] = {"among": "blocker"}
SETS = [
    # core, how it is said, day of the run, verdict
    ("early approved-for patchy", {"exclusive": "only", **ALL}, EARLY - ONE, "unknown"),
    ("early approved-for patchy", {"exclusive": "only", **ALL}, EARLY, "agrees"),
    ("early approved-for patchy", {"exclusive": "only", **ALL}, MIDDLE - ONE, "agrees"),
    ("early approved-for patchy", {"exclusive": "only", **ALL}, MIDDLE, "outdated FC301 middle-approved"),
    ("early approved-for patchy", {"exclusive": "only", **ALL}, MIDDLE + ONE, "outdated FC301 middle-approved"),
    ("middle approved-for patchy", {"exclusive": "only", **ALL}, MIDDLE + ONE, "contradicts FC202 early-approved"),
    ("early approved-for patchy", {"exclusive": "only", "others": ("middle",), **ALL}, LATE - ONE, "agrees"),
    ("early approved-for patchy", {"exclusive": "only", "others": ("middle",), **ALL}, LATE,
     "outdated FC301 late-approved"),
    ("early approved-for patchy", {"exclusive": "first", **ALL}, TODAY, "agrees"),
    ("middle approved-for patchy", {"exclusive": "first", **ALL}, TODAY, "contradicts FC202 early-approved"),
    ("middle approved-for patchy", {"exclusive": "second", **ALL}, TODAY, "agrees"),
    ("late approved-for patchy", {"exclusive": "second", **ALL}, TODAY, "contradicts FC202 middle-approved"),
    ("late approved-for patchy", {"exclusive": "third", **ALL}, TODAY, "agrees"),
    ("early approved-for patchy", {"exclusive": "third", **ALL}, MIDDLE, "unknown"),
    ("blocker approved-for patchy", {"exclusive": "none", **ALL}, EARLY - ONE, "unknown"),
    ("blocker approved-for patchy", {"exclusive": "none", **ALL}, EARLY, "outdated FC301 early-approved"),
    ("drug approved-for patchy", {"exclusive": "none", "among": "drug"}, EARLY, "outdated FC301 early-approved"),
    ("cream approved-for patchy", {"exclusive": "none", "among": "cream"}, TODAY, "unknown"),
    ("blocker approved-for patchy", {"exclusive": "count", "count": 1, **ALL}, MIDDLE - ONE, "unknown"),
    ("blocker approved-for patchy", {"exclusive": "count", "count": 1, **ALL}, MIDDLE,
     "outdated FC301 middle-approved"),
    ("blocker approved-for patchy", {"exclusive": "count", "count": 2, **ALL}, LATE - ONE, "unknown"),
    ("blocker approved-for patchy", {"exclusive": "count", "count": 2, **ALL}, LATE, "outdated FC301 late-approved"),
    ("blocker approved-for patchy", {"exclusive": "count", "count": 3, **ALL}, TODAY, "unknown"),
    ("blocker approved-for patchy", {"exclusive": "count", "count": 2, "tense": "past", **ALL}, TODAY, "unknown"),
    ("early approved-for patchy", {"exclusive": "only", "denied": True, **ALL}, TODAY, "unknown"),
    ("early approved-for patchy", {"exclusive": "only", "tense": "past", **ALL}, TODAY, "unknown"),
]  # fmt: skip
PLAIN = [
    ("middle approved-for patchy", {"denied": True}, MIDDLE - ONE, "unknown"),
    ("middle approved-for patchy", {"denied": True}, MIDDLE, "outdated FC301 middle-approved"),
    ("middle approved-for patchy", {"denied": True, "tense": "past"}, TODAY, "unknown"),
    ("middle approved-for patchy", {"denied": True, **day(2021, 5, 1)}, TODAY, "unknown"),
    ("middle approved-for patchy", {"denied": True, **day(2023, 5, 1)}, TODAY, "outdated FC301 middle-approved"),
    ("middle approved-for patchy", {}, TODAY, "agrees"),
    ("middle approved-for patchy", {"tense": "future"}, MIDDLE - ONE, "unknown"),
    ("middle approved-for patchy", {"tense": "future"}, MIDDLE + ONE, "outdated FC301 middle-approved"),
    ("middle approved-for patchy", {"certainty": "hedged", "guard": "modal"}, TODAY, "unknown"),
    ("cream approved-for patchy", {}, TODAY, "unknown"),
    ("cream approved-for patchy", {"denied": True}, TODAY, "unknown"),
    ("middle approved-for patchy", {"denied": True, "qualifiers": (("by", "ema"),)}, TODAY, "unknown"),
    ("middle approved-for patchy", {"denied": True, "qualifiers": (("in", "europe"),)}, TODAY, "unknown"),
    ("middle approved-for patchy", {"denied": True, "qualifiers": (("in", "usa"),)}, TODAY,
     "outdated FC301 middle-approved"),
    ("middle approved-for patchy", {"denied": True, "qualifiers": (("by", "fda"),)}, TODAY,
     "outdated FC301 middle-approved"),
    ("middle approved-for patchy", {"denied": True, "qualifiers": (("for", "child"),)}, TODAY, "unknown"),
    ("middle approved-for total-patchy", {"denied": True}, TODAY, "outdated FC301 middle-approved"),
]  # fmt: skip
DATES = [
    (day(2022, 6, 12), "contradicts FC302 middle-approved"),
    (day(2022, 6, 13), "agrees"),
    (day(2022, 6, 14), "contradicts FC302 middle-approved"),
    ({"when": (date(2022, 6, 1), date(2022, 6, 30))}, "agrees"),
    ({"when": (date(2022, 5, 1), date(2022, 5, 31))}, "contradicts FC302 middle-approved"),
    ({"when": (date(2022, 1, 1), date(2022, 12, 31))}, "agrees"),
    ({"when": (date(2021, 1, 1), date(2021, 12, 31))}, "contradicts FC302 middle-approved"),
    ({"when": (date(2021, 1, 1), date(2021, 12, 31)), "qualifiers": (("by", "ema"),)}, "unknown"),
]  # fmt: skip


@pytest.mark.parametrize(("core", "how", "today", "verdict"), rows([*SETS, *PLAIN]))
def test_at_a_day(kb: KnowledgeBase, core: str, how: dict[str, Any], today: date, verdict: str) -> None:
    assert short(verdict_on(kb, claim(core, **how), today)) == verdict


@pytest.mark.parametrize(("how", "verdict"), rows(DATES))
def test_dates_of_approvals(kb: KnowledgeBase, how: dict[str, Any], verdict: str) -> None:
    assert short(verdict_on(kb, claim("middle approved-for patchy", tense="past", **how))) == verdict


@pytest.mark.parametrize(
    ("how", "first", "last"), [({"denied": True}, None, MIDDLE), ({"denied": True, "tense": "now"}, None, MIDDLE)]
)
def test_an_outdated_claim_says_until_when(
    kb: KnowledgeBase, how: dict[str, Any], first: date | None, last: date
) -> None:
    found = verdict_on(kb, claim("middle approved-for patchy", **how))
    assert found is not None
    assert (found.valid_from, found.valid_until) == (first, last)


def test_only_was_true_from_the_one_to_the_next(kb: KnowledgeBase) -> None:
    found = verdict_on(kb, claim("early approved-for patchy", exclusive="only", among="blocker"))
    assert found is not None
    assert (found.valid_from, found.valid_until) == (EARLY, MIDDLE)


def test_a_claim_that_was_right_before_the_approval_is_outdated_from_its_day_on(kb: KnowledgeBase) -> None:
    denied = claim("middle approved-for patchy", denied=True)
    assert verdict_on(kb, denied, MIDDLE - ONE) is None
    found = verdict_on(kb, denied, TODAY)
    assert short(found) == "outdated FC301 middle-approved"
