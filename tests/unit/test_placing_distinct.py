"""Verdicts told once: of those that say the same of overlapping words, the shortest; and in a time in proportion."""

from __future__ import annotations

from unittest.mock import patch

from factcheck import placing
from factcheck.model.claim import Claim, Stance, Verdict
from factcheck.model.span import TextSpan
from factcheck.placing import distinct


def verdict(start: int, end: int, fact: str = "a-fact", *, block: int = 0, guard: str = "") -> Verdict:
    span = TextSpan(start, end)
    claim = Claim(f"thing-{start}", "is-a", "disease", Stance(guard=guard), span, span, block)
    return Verdict("contradicts", "FC101", fact, "error", span, span, "", "", claim=claim)


def test_other_words_and_other_facts_stay() -> None:
    told = [verdict(0, 10), verdict(10, 20), verdict(2, 9, "another"), verdict(500, 900), verdict(900, 1200)]
    assert sorted(distinct(told), key=told.index) == told


def test_of_overlapping_words_the_shortest_stay() -> None:
    short = verdict(300, 310)
    assert distinct([verdict(0, 1000), short, verdict(305, 900)]) == [short]


def test_an_answer_goes_where_its_block_says_the_same() -> None:
    answer, words = verdict(0, 3, guard="answer yes"), verdict(10, 30)
    assert distinct([answer, words]) == [words]
    assert distinct([answer, verdict(10, 30, block=1)]) == [answer, verdict(10, 30, block=1)]


def test_many_verdicts_are_compared_with_their_neighbours_alone() -> None:
    told = [verdict(50 * at, 50 * at + 40) for at in range(2000)]
    with patch.object(placing, "_repeats", side_effect=placing._repeats) as compared:
        assert len(distinct(told)) == len(told)
    assert compared.call_count < 30 * len(told)
