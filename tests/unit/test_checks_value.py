"""Quantities: numbers that fit or cannot be compared first, then those outside, and slips by a factor of ten."""

from __future__ import annotations

from typing import Any

import pytest

from factcheck.knowledge import KnowledgeBase
from tests.reading import rows
from tests.small_pack import claim, milligrams, short, small_knowledge, verdict_on


@pytest.fixture(scope="module")
def kb(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeBase:
    return small_knowledge(tmp_path_factory.mktemp("packs"))


WRONG = "contradicts FC204 early-dose"
DOSES = [
    ({"low": 2}, {}, "agrees"), ({"low": 4}, {}, "agrees"), ({"low": 2, "high": 4}, {}, "agrees"),
    ({"low": 2, "per": "day", "times": 1}, {}, "agrees"), ({"low": 2, "per": "day", "times": 2}, {}, "agrees"),
    ({"low": 1, "per": "day", "times": 2}, {}, "agrees"), ({"low": 4, "unit": "%"}, {}, "unknown"),
    ({"low": 40}, {"denied": True}, "unknown"), ({"low": 40}, {"mood": "question"}, "unknown"),
    ({"low": 40}, {"qualifiers": (("status", "trial"),)}, "unknown"),
    ({"low": 40}, {"qualifiers": (("for", "mouse"),)}, "unknown"),
    ({"low": 3}, {}, WRONG), ({"low": 8}, {}, WRONG), ({"low": 40}, {}, WRONG), ({"low": 2, "high": 6}, {}, WRONG),
    ({"low": 4, "per": "day", "times": 2}, {}, WRONG), ({"low": 0.4}, {}, WRONG), ({"low": 4, "per": "week",
     "times": 1}, {}, WRONG),
]  # fmt: skip
SHARES = [
    (1, 1, "agrees"), (3, 3, "agrees"), (1, 3, "agrees"), (2, 2, "agrees"), (0.9, 0.9,
     "contradicts FC204 patchy-share"),
    (3.1, 3.1, "contradicts FC204 patchy-share"), (2, 4, "contradicts FC204 patchy-share"), (20, 20,
     "contradicts FC204 patchy-share"),
]  # fmt: skip


@pytest.mark.parametrize(("value", "how", "verdict"), rows(DOSES))
def test_doses(kb: KnowledgeBase, value: dict[str, Any], how: dict[str, Any], verdict: str) -> None:
    assert short(verdict_on(kb, claim("early dose", value=milligrams(**value), **how))) == verdict


@pytest.mark.parametrize(("low", "high", "verdict"), rows(SHARES))
def test_shares(kb: KnowledgeBase, low: float, high: float, verdict: str) -> None:
    assert short(verdict_on(kb, claim("patchy share", value=milligrams(low, high, unit="%")))) == verdict


@pytest.mark.parametrize(("said", "factor"), [(40, 10), (0.4, 10), (400, 100), (4000, 1000), (0.002, 1000), (8, 0)])
def test_slips_by_a_factor_of_ten_are_told(kb: KnowledgeBase, said: float, factor: int) -> None:
    found = verdict_on(kb, claim("early dose", value=milligrams(said)))
    assert found is not None
    assert (f"factor of {factor}" in found.right) == bool(factor)
    assert ("critical" in found.right) == bool(factor)


def test_a_drug_of_which_no_dose_is_known(kb: KnowledgeBase) -> None:
    assert short(verdict_on(kb, claim("late dose", value=milligrams(40)))) == "unknown"
