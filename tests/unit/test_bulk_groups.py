"""Groups of positions: judged apart, they give what all of them give together."""

from __future__ import annotations

import random
from collections import defaultdict
from datetime import date

import pytest

from factcheck.bulk.groups import Quarrels
from factcheck.bulk.tellings import finding_of, finding_text, position_of, position_text
from factcheck.compare.topics import disagreements
from factcheck.config import Config
from factcheck.knowledge import load_knowledge
from factcheck.knowledge.base import KnowledgeBase
from factcheck.model.finding import Evidence, Finding, Related
from factcheck.model.span import Span
from factcheck.model.telling import Amount, Disagreement, Position, Telling
from tests.some_tellings import DISEASE, DRUG, some, telling

YES = Position(DRUG, "treats", DISEASE)
NO = Position(DRUG, "treats", DISEASE, polarity=False)
OTHER_YES = Position("finasteride", "treats", DISEASE)
OTHER_NO = Position("finasteride", "treats", DISEASE, polarity=False)


@pytest.fixture(scope="module")
def kb() -> KnowledgeBase:
    return load_knowledge(Config().rules, use_cache=True)


def groups_of(tellings: list[Telling], kb: KnowledgeBase) -> dict[Position, int]:
    positions = list(dict.fromkeys(each.position for each in tellings))
    quarrels = Quarrels(positions, kb)
    shared: dict[object, set[int]] = defaultdict(set)
    for position, place in tellings:
        if positions.index(position) in quarrels.members:
            shared[place.path, place.sentence].add(positions.index(position))
    groups = quarrels.groups(sorted(each) for each in shared.values() if len(each) > 1)
    return {positions[member]: group for member, group in groups.items()}


def by_group(tellings: list[Telling], kb: KnowledgeBase) -> list[Disagreement]:
    groups = groups_of(tellings, kb)
    apart: dict[int, list[Telling]] = defaultdict(list)
    for each in tellings:
        if each.position in groups:
            apart[groups[each.position]].append(each)
    found = [each for group in apart.values() for each in disagreements(group, kb)]
    return sorted(found, key=lambda each: (each.here[0].place, each.kind, each.there[0].place))


def test_what_nobody_opposes_is_in_no_group(kb: KnowledgeBase) -> None:
    assert groups_of([telling(YES, "a"), telling(YES, "b"), telling(OTHER_NO, "c")], kb) == {}


def test_quarrels_that_share_one_sentence_stay_apart(kb: KnowledgeBase) -> None:
    both = [telling(YES, "a"), telling(OTHER_YES, "a")]
    groups = groups_of([*both, telling(NO, "b"), telling(OTHER_NO, "c")], kb)
    assert groups[YES] == groups[NO] != groups[OTHER_YES] == groups[OTHER_NO]


def test_quarrels_in_which_the_same_two_sentences_meet_are_one_group(kb: KnowledgeBase) -> None:
    both = [telling(YES, "a"), telling(OTHER_YES, "a"), telling(NO, "b"), telling(OTHER_NO, "b")]
    assert len({*groups_of(both, kb).values()}) == 1
    assert len(disagreements(both, kb)) == 1


@pytest.mark.parametrize("seed", range(120))
def test_groups_apart_give_what_all_give_together(seed: int, kb: KnowledgeBase) -> None:
    tellings = some(random.Random(seed))
    assert by_group(tellings, kb) == disagreements(tellings, kb)


POSITIONS = [
    YES,
    NO,
    Position("a", "b", "c", False, False, (("people", ("child", "adult")), ("route", ()))),
    Position("a", "b", "", amount=Amount(0.5, float("inf"), "mg", "day"), text='\u00e9 \u2028 "quoted"'),
    Position("a", "b", "c", when=(date(2022, 6, 1), date(2022, 6, 30)), told=date(2026, 1, 2)),
    Position("a", "b", "c", exclusive="only", among="drug", beside=("c", "d"), known="agrees", fact="f", implied=True),
]


@pytest.mark.parametrize("position", POSITIONS)
def test_a_position_comes_back_from_its_text(position: Position) -> None:
    assert position_of(position_text(position)) == position


def test_different_positions_have_different_texts() -> None:
    assert len({position_text(each) for each in POSITIONS}) == len(POSITIONS)


def test_a_finding_comes_back_from_its_text() -> None:
    related = Related("b", Span(3, 9), "w", "(m)")
    evidence = Evidence("i", "t", "p", "2020", "u", "d")
    span = Span(1, 5)
    finding = Finding("FC401", "n", "f", "error", "m", "r", span, "q", Span(0, 9), None, (), None, None, (evidence,))
    for each in (finding, Finding("FC402", "n", "", "note", "m", "", span, "", span, related=(related, related))):
        assert finding_of(finding_text(each)) == each
