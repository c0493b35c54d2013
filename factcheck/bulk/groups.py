"""Positions -> groups that can be judged apart from one another, with the findings of the whole.

Positions that oppose each other, directly or through others, make a quarrel. Two sentences are held together once,
so quarrels also belong together in which the same two sentences could meet: then they are one group. The group is the
key by which an engine brings tellings together.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from factcheck.compare.topics import clashes

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.knowledge.base import KnowledgeBase
    from factcheck.model.telling import Position

_LEFT, _RIGHT = 1, 2
_BOTH = _LEFT | _RIGHT


class Quarrels:
    """The quarrels of all positions of a run; `number_of` has those that take part in one, others are left out."""

    def __init__(self, positions: Sequence[Position], kb: KnowledgeBase) -> None:
        """Find what opposes what. Equal positions need stand only once."""
        self._numbers = {position: number for number, position in enumerate(positions)}
        self._edges: dict[int, set[int]] = defaultdict(set)
        for one, other, _ in clashes(positions, kb):
            left, right = self._numbers[one], self._numbers[other]
            self._edges[left].add(right)
            self._edges[right].add(left)
        self._quarrel: dict[int, int] = {}
        self._side: dict[int, int] = {}
        for start in sorted(self._edges):
            if start not in self._quarrel:
                self._walk(start)

    @property
    def members(self) -> list[int]:
        """The numbers of the positions that take part in a quarrel, in order."""
        return sorted(self._quarrel)

    def groups(self, sentences: Iterable[Sequence[int]]) -> dict[int, int]:
        """Number of a position -> number of its group; `sentences` are the sets of members that share a sentence."""
        above = {quarrel: quarrel for quarrel in self._quarrel.values()}

        def top(quarrel: int) -> int:
            while above[quarrel] != quarrel:
                above[quarrel] = above[above[quarrel]]
                quarrel = above[quarrel]
            return quarrel

        for one, other in self._meeting(sentences):
            first, second = sorted((top(one), top(other)))
            above[second] = first
        return {member: top(quarrel) for member, quarrel in self._quarrel.items()}

    def _walk(self, start: int) -> None:
        """Number a quarrel after its first position; a position that opposes its own side stands on both."""
        self._quarrel[start], self._side[start] = start, _LEFT
        members, waiting, torn = [start], [start], False
        while waiting:
            one = waiting.pop()
            for other in sorted(self._edges[one]):
                if other not in self._quarrel:
                    self._quarrel[other], self._side[other] = start, _BOTH ^ self._side[one]
                    members.append(other)
                    waiting.append(other)
                torn |= self._side[other] == self._side[one]
        if torn:
            self._side |= dict.fromkeys(members, _BOTH)

    def _meeting(self, sentences: Iterable[Sequence[int]]) -> list[tuple[int, int]]:
        """The pairs of quarrels in both of which two sentences can stand against each other."""
        sides: dict[tuple[int, int], set[tuple[int, int]]] = defaultdict(set)
        for sentence in sentences:
            own: dict[int, int] = defaultdict(int)
            for member in sentence:
                own[self._quarrel[member]] |= self._side[member]
            for one, other in combinations(sorted(own), 2):
                sides[one, other].add((own[one], own[other]))
        return [
            pair
            for pair, told in sorted(sides.items())
            if any(one[0] | other[0] == _BOTH == one[1] | other[1] for one in told for other in told)
        ]
