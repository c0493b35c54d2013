"""Tellings -> disagreements: positions grouped by their subject, those that oppose each other, and who is odd.

Claims are grouped, never compared pairwise: places are counted by position, and only positions of one subject (or of
a class and its kind) and of relations that can oppose each other are held together.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from factcheck.compare.opposition import Clash, clash
from factcheck.model.telling import Disagreement, Place, Position, Telling

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcheck.knowledge.base import KnowledgeBase

    Places = dict[Position, list[Place]]
    Edges = dict[Position, dict[Position, Clash]]

_RELATED = (("approved-for", "treats"),)
"""Relations that are held together where one says `only`."""


def disagreements(tellings: Iterable[Telling], kb: KnowledgeBase) -> list[Disagreement]:
    """Where documents disagree, in the order of their places; the order of the tellings changes nothing."""
    places: Places = defaultdict(list)
    for position, place in tellings:
        places[position].append(place)
    for each in places.values():
        each.sort()
    edges: dict[str, Edges] = {"conflict": {}, "tension": {}}
    for one, other, found in _clashes(places, kb):
        edges[found.kind].setdefault(one, {})[other] = found
        edges[found.kind].setdefault(other, {})[one] = found
    told: list[Disagreement] = []
    for kind in ("conflict", "tension"):
        for here, there in _sides(edges[kind], places):
            told += _of_sides(kind, here, there, edges[kind], places)
    return _once(told)


def _clashes(places: Places, kb: KnowledgeBase) -> Iterator[tuple[Position, Position, Clash]]:
    """Every two positions that oppose each other."""
    groups: dict[str, dict[str, list[Position]]] = defaultdict(lambda: defaultdict(list))
    for position in places:
        groups[position.subject][position.relation].append(position)
    held = {relation: _held_against(relation, kb) for relation in kb.relations}
    for subject, own in groups.items():
        above = [groups[parent] for parent in kb.parents(subject) if parent in groups and parent != subject]
        for relation, mine in own.items():
            for other in held[relation]:
                for number, one in enumerate(mine):
                    rest = mine[number + 1 :] if other == relation else own.get(other, ()) if relation < other else ()
                    for theirs in (*rest, *(each for group in above for each in group.get(other, ()))):
                        found = clash(one, theirs, kb)
                        if found is not None:
                            yield one, theirs, found


def _held_against(relation: str, kb: KnowledgeBase) -> list[str]:
    """The relations whose claims can oppose those of this one."""
    found = {relation, *kb.implied(relation), *kb.opposed(relation)}
    found |= {name for name in kb.relations if relation in kb.implied(name)}
    found |= {other for pair in _RELATED if relation in pair for other in pair if other in kb.relations}
    return sorted(found)


def _sides(edges: Edges, places: Places) -> Iterator[tuple[list[Position], list[Position]]]:
    """The two sides of every quarrel, the odd one first: the one of fewer documents, or that the reference refutes."""
    left: set[Position] = set(edges)
    for start in sorted(edges, key=lambda each: (places[each][0], repr(each))):
        if start not in left:
            continue
        sides: tuple[list[Position], list[Position]] = ([], [])
        waiting = [(start, 0)]
        left.discard(start)
        while waiting:
            position, side = waiting.pop()
            sides[side].append(position)
            for other in edges[position]:
                if other in left:
                    left.discard(other)
                    waiting.append((other, 1 - side))
        yield _odd_first(*sides, places)


def _odd_first(one: list[Position], other: list[Position], places: Places) -> tuple[list[Position], list[Position]]:
    def weight(side: Sequence[Position]) -> tuple[int, bool, tuple[Place, ...]]:
        documents = {place.path for position in side for place in places[position]}
        refuted = any(position.known in ("contradicts", "outdated") for position in side)
        first = min(places[position][0] for position in side)
        return len(documents), not refuted, (first,)

    if weight(one)[:2] == weight(other)[:2]:
        return (one, other) if weight(one)[2] > weight(other)[2] else (other, one)
    return (one, other) if weight(one)[:2] < weight(other)[:2] else (other, one)


def _of_sides(
    kind: str, here: list[Position], there: list[Position], edges: Edges, places: Places
) -> Iterator[Disagreement]:
    """One disagreement for each document of the odd side."""
    by_document: dict[str, list[Telling]] = defaultdict(list)
    for position in here:
        for place in places[position]:
            by_document[place.path].append(Telling(position, place))
    for mine in by_document.values():
        mine.sort(key=lambda each: each.place)
        opposed = {other for each in mine for other in edges[each.position]}
        theirs = sorted(
            (Telling(other, place) for other in there if other in opposed for place in places[other]),
            key=lambda each: each.place,
        )
        how = next((edges[each.position][o].how for each in mine for o in there if o in edges[each.position]), "")
        right, fact = _right(mine, theirs)
        yield Disagreement(kind, how, tuple(mine), tuple(theirs), right, fact)


def _right(here: Sequence[Telling], there: Sequence[Telling]) -> tuple[str, str]:
    """Which side the reference supports, and by what fact."""
    wrong = {
        name: next((each.position for each in side if each.position.known in ("contradicts", "outdated")), None)
        for name, side in (("here", here), ("there", there))
    }
    if wrong["here"] and wrong["there"]:
        return "neither", wrong["here"].fact
    for name, other in (("here", "there"), ("there", "here")):
        refuted = wrong[name]
        if refuted is not None:
            return other, refuted.fact
    for name, side in (("here", here), ("there", there)):
        agreed = next((each.position for each in side if each.position.known == "agrees"), None)
        if agreed is not None:
            return name, agreed.fact
    return "", ""


def _once(told: Iterable[Disagreement]) -> list[Disagreement]:
    """Every two sentences are held together once; a sentence is not held against itself."""
    seen: set[tuple[object, ...]] = set()
    kept = []
    for each in told:
        here, there = [], []
        for mine in each.here:
            for theirs in each.there:
                one, other = (mine.place.path, mine.place.sentence), (theirs.place.path, theirs.place.sentence)
                pair = (one, other) if one < other else (other, one)
                if one == other or pair in seen:
                    continue
                seen.add(pair)
                here.append(mine)
                there.append(theirs)
        if here:
            kept.append(
                Disagreement(
                    each.kind,
                    each.how,
                    tuple(_places_once(here)),
                    tuple(_places_once(there)),
                    each.right,
                    each.fact,
                )
            )
    return sorted(kept, key=lambda each: (each.here[0].place, each.kind, each.there[0].place))


def _places_once(tellings: Iterable[Telling]) -> Iterator[Telling]:
    """One telling for each sentence."""
    seen = set()
    for each in tellings:
        key = (each.place.path, each.place.sentence)
        if key not in seen:
            seen.add(key)
            yield each
