"""The two sides of a quarrel -> disagreements, one for each document of the odd side; two sentences are held once.

Documents that tell the same share what stands against them, and only sentences that take part in several quarrels are
looked at pair by pair: the cost grows with the tellings, not with their square.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.compare.opposition import Clash
from factcheck.model.span import Span
from factcheck.model.telling import Disagreement, Place, Position, Telling

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

Places = dict[Position, list[Place]]
Edges = dict[Position, dict[Position, Clash]]
Quarrel = tuple[list[Position], list[Position], Edges]
"""The positions of the odd side, those of the other, and what opposes what."""
Sentence = tuple[str, Span]


@dataclass(frozen=True, slots=True)
class _Against:
    """What stands against documents that tell the same: positions and tellings, worst first, one for each sentence.

    `several` are those of the sentences that take part in other quarrels too; `sources` counts the documents.
    """

    first: Clash
    positions: tuple[Position, ...]
    tellings: tuple[Telling, ...]
    several: tuple[Sentence, ...]
    sources: int


def told_once(quarrels: Sequence[Quarrel], places: Places) -> list[Disagreement]:
    """The disagreements of all quarrels, in the order of their places; a sentence is not held against itself."""
    several = _in_several(quarrels, places)
    seen: set[frozenset[Sentence]] = set()
    told = []
    for here, there, edges in quarrels:
        known: dict[frozenset[Position], _Against] = {}
        for mine in _by_document(here, places):
            own = frozenset(each.position for each in mine)
            if own not in known:
                known[own] = _against(own, there, edges, places, several)
            found = _disagreement(mine, known[own], edges, several, seen)
            if found is not None:
                told.append(found)
    return sorted(told, key=lambda each: (each.here[0].place, each.kind, each.there[0].place))


def _in_several(quarrels: Sequence[Quarrel], places: Places) -> set[Sentence]:
    """The sentences that stand on several sides: in several quarrels, or on both sides of one."""
    side_of: dict[Sentence, int] = {}
    several = set()
    sides = [side for here, there, _ in quarrels for side in (here, there)]
    for number, side in enumerate(sides):
        for position in side:
            for place in places[position]:
                if side_of.setdefault((place.path, place.sentence), number) != number:
                    several.add((place.path, place.sentence))
    return several


def _by_document(side: Sequence[Position], places: Places) -> Iterable[list[Telling]]:
    found: dict[str, list[Telling]] = defaultdict(list)
    for position in side:
        for place in places[position]:
            found[place.path].append(Telling(position, place))
    return found.values()


def _against(
    own: Iterable[Position], there: Sequence[Position], edges: Edges, places: Places, several: set[Sentence]
) -> _Against:
    """What stands against a document of these positions; what conflicts goes before what only differs."""
    found: dict[Position, Clash] = {}
    for other in there:
        clashes = [edges[each][other] for each in own if other in edges[each]]
        if clashes:
            found[other] = min(clashes)
    words = {position: repr(position) for position in found}
    theirs = [Telling(other, place) for other in found for place in places[other]]
    theirs.sort(key=lambda each: (found[each.position].kind, each.place, words[each.position]))
    tellings = tuple(_sentences_once(theirs))
    return _Against(
        found[theirs[0].position],
        tuple(dict.fromkeys(each.position for each in theirs)),
        tellings,
        tuple(sentence for each in tellings if (sentence := _sentence(each)) in several),
        len({each.place.path for each in tellings}),
    )


def _disagreement(
    mine: list[Telling], against: _Against, edges: Edges, several: set[Sentence], seen: set[frozenset[Sentence]]
) -> Disagreement | None:
    """The disagreement of one document with what stands against it; None if all of it was told before."""
    mine.sort(
        key=lambda each: (
            edges[each.position].get(against.positions[0]) != against.first,
            each.place,
            repr(each.position) if len(mine) > 1 else "",
        )
    )
    left_out = {_sentence(each): _left_out(_sentence(each), against, several, seen) for each in _sentences_once(mine)}
    here = [each for each in _sentences_once(mine) if len(left_out[_sentence(each)]) < len(against.tellings)]
    if not here:
        return None
    there, sources = against.tellings, against.sources
    if left_out[_sentence(here[0])]:
        there = tuple(_in_turn(here, there, left_out))
        sources = len({each.place.path for each in there})
    right = _right([each.position for each in mine], against.positions)
    return Disagreement(against.first.kind, against.first.how, tuple(here), there, *right, sources)


def _left_out(
    sentence: Sentence, against: _Against, several: set[Sentence], seen: set[frozenset[Sentence]]
) -> frozenset[Sentence]:
    """The sentences against which this one is not held: itself, and those against which it was held before."""
    if sentence not in several:
        return frozenset()
    before = set()
    for other in against.several:
        pair = frozenset((sentence, other))
        if sentence == other or pair in seen:
            before.add(other)
        seen.add(pair)
    return frozenset(before)


def _in_turn(
    here: Iterable[Telling], there: Sequence[Telling], left_out: Mapping[Sentence, frozenset[Sentence]]
) -> Iterator[Telling]:
    """What stands against the first of these places, then what stands only against a later one."""
    told: set[Sentence] = set()
    for each in here:
        for other in there:
            sentence = _sentence(other)
            if sentence not in told and sentence not in left_out[_sentence(each)]:
                told.add(sentence)
                yield other


def _right(here: Sequence[Position], there: Sequence[Position]) -> tuple[str, str]:
    """Which side the reference supports, and by what fact."""
    sides = {"here": here, "there": there}
    wrong = {
        name: next((each for each in side if each.known in ("contradicts", "outdated")), None)
        for name, side in sides.items()
    }
    if wrong["here"] and wrong["there"]:
        return "neither", wrong["here"].fact
    for name, other in (("here", "there"), ("there", "here")):
        refuted = wrong[name]
        if refuted is not None:
            return other, refuted.fact
    for name, side in sides.items():
        agreed = next((each for each in side if each.known == "agrees"), None)
        if agreed is not None:
            return name, agreed.fact
    return "", ""


def _sentences_once(tellings: Iterable[Telling]) -> Iterator[Telling]:
    """One telling for each sentence, the first."""
    seen = set()
    for each in tellings:
        if _sentence(each) not in seen:
            seen.add(_sentence(each))
            yield each


def _sentence(telling: Telling) -> Sentence:
    return telling.place.path, telling.place.sentence
