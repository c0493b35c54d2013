"""Names looked up word by word are those that the automaton finds, and those that a plain search finds."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from factcheck.extract.mentions import folded
from factcheck.extract.name_scan import NameScan
from factcheck.knowledge.packed import Keys, packed_keys

PARTS = [*'-"“.,_®é1(\nß', "hair", "hair loss", "a", "aa", "loss", " ", "  ", "'s"]
NAMES = ["a", "aa", "aa 1", "a_1", "é", "hair", "hair loss", "hair loss (a)", "hair'", "hair, a", "loss ®"]
NAMES += ['"a" hair', "“a”"]


def scan(names: list[str]) -> NameScan:
    return NameScan(Keys(packed_keys(sorted(names))))


def plainly(names: list[str], text: str) -> list[tuple[int, int, int]]:
    """All stretches of a text that are a name and part no word."""
    order = {name: at for at, name in enumerate(sorted(names))}
    bounds = [at for at in range(len(text) + 1) if not text[at - 1 : at].isalnum() or not text[at : at + 1].isalnum()]
    stretches = ((start, end) for start, end in combinations(bounds, 2) if text[start:end] in order)
    found = ((start, end, order[text[start:end]]) for start, end in stretches)
    return sorted(
        (start, end, at)
        for start, end, at in found
        if not text[max(start - 1, 0) : start].isalnum() and not text[end : end + 1].isalnum()
    )


@pytest.mark.parametrize("text", ["", " ", "chair", "hairs", "aaa", "shair loss", "_é1", "no name", "a1"])
def test_no_name(text: str) -> None:
    assert list(scan(NAMES).by_words(text)) == list(scan(NAMES).by_automaton(text)) == []


@given(some.lists(some.sampled_from(PARTS), max_size=12).map("".join), some.sets(some.sampled_from(NAMES), min_size=1))
def test_both_ways_find_the_same(text: str, names: set[str]) -> None:
    text = folded(text)
    found = scan([*names])
    expected = plainly([*names], text)
    assert sorted(found.by_words(text)) == expected
    assert sorted(found.by_automaton(text)) == expected


def test_a_long_run_builds_the_automaton(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.extract.name_scan._ENOUGH", 10)
    found = scan(["hair"])
    before = found.found("some hair")
    assert found._automaton is None
    assert found.found("hair, and some hair") == [(0, 4, 0), (15, 19, 0)]
    assert found.found("some hair") == before == [(5, 9, 0)]
    assert found._automaton is not None


def test_without_names_nothing_is_found() -> None:
    assert scan([]).found("hair") == []
