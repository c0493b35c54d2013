"""Tellings -> disagreements: positions grouped by their subject, those that oppose each other, and who is odd.

Claims are grouped, never compared pairwise: places are counted by position, and only positions of one subject (or of
a class and its kind) and of relations that can oppose each other are held together.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from factcheck.compare.opposition import clash
from factcheck.compare.sides import told_once

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence, Set

    from factcheck.compare.opposition import Clash
    from factcheck.compare.sides import Edges, Places
    from factcheck.knowledge.base import KnowledgeBase
    from factcheck.model.telling import Disagreement, Place, Position, Telling

    Groups = dict[str, dict[str, list[Position]]]

_BESIDE_ONLY = {"approved-for": ("approved-for", "treats")}
"""The relations of a rival against which `only` is held."""


def disagreements(tellings: Iterable[Telling], kb: KnowledgeBase) -> list[Disagreement]:
    """Where documents disagree, in the order of their places; the order of the tellings changes nothing.

    They are gone through twice: for what is told at all, and for the places of what is told otherwise elsewhere, which
    are few.
    """
    again = tuple(tellings) if iter(tellings) is tellings else tellings
    quarrels: Edges = {}
    claims_to_be_alone: Edges = {}
    for one, other, found in clashes(dict.fromkeys(position for position, _ in again), kb):
        edges = claims_to_be_alone if "only" in (one.exclusive, other.exclusive) else quarrels
        edges.setdefault(one, {})[other] = edges.setdefault(other, {})[one] = found
    if not (quarrels or claims_to_be_alone):
        return []
    places = _places(again, quarrels.keys() | claims_to_be_alone.keys())
    quarrelling = [(*sides, edges) for edges in (quarrels, claims_to_be_alone) for sides in _sides(edges, places)]
    return told_once(quarrelling, places)


def _places(tellings: Iterable[Telling], wanted: Set[Position]) -> Places:
    """Where these positions are told, in order."""
    places: Places = defaultdict(list)
    for position, place in tellings:
        if position in wanted:
            places[position].append(place)
    for each in places.values():
        each.sort()
    return places


def clashes(positions: Iterable[Position], kb: KnowledgeBase) -> Iterator[tuple[Position, Position, Clash]]:
    """Every two positions of these that oppose each other."""
    groups: Groups = defaultdict(lambda: defaultdict(list))
    for position in positions:
        groups[position.subject][position.relation].append(position)
    held = {relation: _held_against(relation, kb) for relation in kb.relations}
    for subject, own in groups.items():
        above = [groups[parent] for parent in kb.parents(subject) if parent in groups and parent != subject]
        for relation, mine in own.items():
            for other in held[relation]:
                rest = own.get(other, []) if relation <= other else []
                pairs = set(_pairs(mine, rest, other in kb.opposed(relation), kb))
                for group in above:
                    pairs.update(_pairs(mine, group.get(other, []), False, kb))
                for one, theirs in pairs:
                    found = clash(one, theirs, kb)
                    if found is not None:
                        yield one, theirs, found
    yield from _rivals(groups, kb)


def _pairs(
    mine: Sequence[Position], theirs: Sequence[Position], opposed: bool, kb: KnowledgeBase
) -> Iterator[tuple[Position, Position]]:
    """The pairs of two lists that can oppose each other at all: what is denied, refuted, told in numbers or names."""
    same = mine is theirs
    for one in mine:
        for other in theirs:
            if one.polarity != other.polarity or opposed:
                yield (one, other) if not same or one.polarity else (other, one)
    if same:
        sharp = [each for each in mine if each.polarity and (each.known == "contradicts" or _is_sharp(each, kb))]
        for one in sharp:
            for other in mine:
                if other.polarity and one is not other:
                    yield (one, other) if repr(one) < repr(other) else (other, one)


def _is_sharp(position: Position, kb: KnowledgeBase) -> bool:
    """Whether it is of a kind of which there is one only: a maker, a meaning, a day, a number."""
    exact = position.amount is not None or bool(position.text) or position.when is not None
    return exact or kb.relations[position.relation].judge == "pairing"


def _rivals(groups: Groups, kb: KnowledgeBase) -> Iterator[tuple[Position, Position, Clash]]:
    """`The only X` against every other X of which the same is told."""
    alone = [p for own in groups.values() for told in own.values() for p in told if p.exclusive == "only" and p.among]
    members: dict[str, list[str]] = {}
    for only in alone:
        if only.among not in members:
            members[only.among] = [each for each in groups if kb.is_a(each, only.among)]
        for subject in members[only.among]:
            for relation in _BESIDE_ONLY.get(only.relation, (only.relation,)) if subject != only.subject else ():
                for rival in groups[subject].get(relation, ()):
                    found = clash(only, rival, kb)
                    if found is not None:
                        yield only, rival, found


def _held_against(relation: str, kb: KnowledgeBase) -> list[str]:
    """The relations whose claims can oppose those of this one."""
    found = {relation, *kb.implied(relation), *kb.opposed(relation)}
    found |= {name for name in kb.relations if relation in kb.implied(name)}
    return sorted(found)


def _sides(edges: Edges, places: Places) -> Iterator[tuple[list[Position], list[Position]]]:
    """The two sides of every quarrel, the odd one first: the one of fewer documents, or that the reference refutes."""
    left: set[Position] = set(edges)
    order = {each: (places[each][0], repr(each)) for each in edges}
    for start in sorted(edges, key=order.__getitem__):
        if start not in left:
            continue
        sides: tuple[list[Position], list[Position]] = ([], [])
        waiting = [(start, 0)]
        left.discard(start)
        while waiting:
            position, side = waiting.pop()
            sides[side].append(position)
            for other in sorted(edges[position], key=order.__getitem__):
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
