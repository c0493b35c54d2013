"""Sides of quarrels: every two sentences are held together once, and the cost grows with the tellings."""

from __future__ import annotations

import random
from itertools import combinations, product

import pytest

from factcheck.compare.opposition import clash
from factcheck.compare.topics import disagreements
from factcheck.config import Config
from factcheck.knowledge import load_knowledge
from factcheck.knowledge.base import KnowledgeBase
from factcheck.model.telling import Position
from tests.some_tellings import DISEASE, DRUG, some, telling


@pytest.fixture(scope="module")
def kb() -> KnowledgeBase:
    return load_knowledge(Config().rules, use_cache=True)


def test_documents_that_agree_and_a_sentence_beside_itself_are_silent(kb: KnowledgeBase) -> None:
    yes, no = Position(DRUG, "treats", DISEASE), Position(DRUG, "treats", DISEASE, polarity=False)
    assert disagreements([telling(yes, "a"), telling(yes, "b")], kb) == []
    assert disagreements([telling(yes, "a"), telling(no, "a")], kb) == []


@pytest.mark.parametrize("seed", range(40))
def test_every_two_sentences_are_held_together_once(seed: int, kb: KnowledgeBase) -> None:
    tellings = some(random.Random(seed))
    found = disagreements(tellings, kb)
    places = {each.place.path for each in tellings}
    for each in found:
        here, there = ({(t.place.path, t.place.sentence) for t in side} for side in (each.here, each.there))
        assert (len(here), len(there)) == (len(each.here), len(each.there))
        assert len({path for path, _ in here}) == 1
        assert {path for path, _ in there} <= places
        assert each.sources == len({path for path, _ in there})
        for one, other in product(each.here, each.there):
            assert one.place.sentence != other.place.sentence or one.place.path != other.place.path or len(here) > 1
    pairs = [
        frozenset(((one.place.path, one.place.sentence), (other.place.path, other.place.sentence)))
        for each in found
        if len(each.here) == 1
        for one, other in product(each.here, each.there)
    ]
    assert len(pairs) == len(set(pairs))


@pytest.mark.parametrize("seed", range(40))
def test_a_document_is_named_exactly_if_something_opposes_it(seed: int, kb: KnowledgeBase) -> None:
    tellings = [telling(each.position, f"d{number}") for number, each in enumerate(some(random.Random(seed)))]
    opposed = {
        side.place.path
        for one, other in combinations(tellings, 2)
        if clash(one.position, other.position, kb) or clash(other.position, one.position, kb)
        for side in (one, other)
    }
    told = {each.place.path for found in disagreements(tellings, kb) for each in (*found.here, *found.there)}
    assert told <= opposed
    assert bool(told) == bool(opposed)


def test_the_order_of_the_tellings_changes_nothing(kb: KnowledgeBase) -> None:
    tellings = [each for seed in range(5) for each in some(random.Random(seed))]
    found = disagreements(tellings, kb)
    random.Random(1).shuffle(tellings)
    assert found
    assert disagreements(tellings, kb) == found


def test_documents_that_tell_the_same_share_what_stands_against_them(kb: KnowledgeBase) -> None:
    yes, no = Position(DRUG, "treats", DISEASE), Position(DRUG, "treats", DISEASE, polarity=False)
    tellings = [telling(yes if number % 3 else no, f"d{number:05}") for number in range(3_000)]
    found = disagreements(tellings, kb)
    assert [len(each.there) for each in found] == [2_000] * 1_000
    assert len({id(each.there) for each in found}) == 1, "2,000,000 tellings would be held, not 2,000"
