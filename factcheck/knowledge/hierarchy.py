"""What is a kind of what, worked out from entities, is-a facts and disjoint classes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.model.knowledge import Disjoint, Entity, Fact

IS_A = "is-a"


class Hierarchy:
    """The is-a graph; every answer is kept once worked out."""

    def __init__(self, entities: Iterable[Entity], facts: Iterable[Fact], disjoint: Iterable[Disjoint]) -> None:
        """Take parents from entities, edges from is-a facts, and the sets of disjoint classes (errors first)."""
        self._parents = {entity.id: entity.parents for entity in entities}
        self._edges: dict[str, list[tuple[tuple[str, ...], Fact]]] = {}
        self._barred: dict[str, list[tuple[tuple[str, ...], Fact]]] = {}
        for fact in facts:
            for each in fact.statements:
                if each.relation == IS_A:
                    side = self._edges if each.polarity else self._barred
                    side.setdefault(each.subject, []).append((each.objects, fact))
        self._apart = {name for edges in self._edges.values() for _, fact in edges for name in fact.except_for}
        self._sets: dict[str, list[tuple[int, Disjoint]]] = {}
        ordered = sorted(enumerate(disjoint), key=lambda pair: (pair[1].severity != "error", pair[0]))
        for number, one in ordered:
            for name in one.classes:
                self._sets.setdefault(name, []).append((number, one))
        self._ancestors: dict[str, frozenset[str]] = {}
        self._clashes: dict[tuple[str, str], tuple[Disjoint, str, str] | None] = {}

    def ancestors(self, name: str) -> frozenset[str]:
        """Everything that the entity is a kind of, itself included."""
        found = self._ancestors.get(name)
        if found is None:
            found = self._ancestors[name] = self._beside(name) or self._climb(name)
        return found

    def _beside(self, name: str) -> frozenset[str]:
        """As `_climb`, for an entity that is like all others of its one class; empty if it may be unlike them."""
        parents = self._parents.get(name, ())
        if len(parents) != 1 or name in self._edges or name in self._apart:
            return frozenset()
        above = self._ancestors.get(parents[0])
        if above is None:
            above = self._ancestors[parents[0]] = self._climb(parents[0])
        return above | {name}

    def parents(self, name: str) -> tuple[str, ...]:
        """The next classes above an entity: its own and those of is-a facts, each once, in their order."""
        found = [*self._parents.get(name, ())]
        found += [one for objects, _ in self._edges.get(name, ()) for one in objects]
        return tuple(dict.fromkeys(found))

    def clash(self, one: str, other: str) -> tuple[Disjoint, str, str] | None:
        """The set of disjoint classes that parts two entities, with the class of each; None if nothing does."""
        key = (one, other)
        if key not in self._clashes:
            self._clashes[key] = self._find_clash(one, other)
        return self._clashes[key]

    def excluded(self, one: str, other: str) -> Fact | None:
        """The fact that says that nothing of a class of `one` is a kind of `other` or of a class of it."""
        mine, theirs = self.ancestors(one), self.ancestors(other)
        for name in self._upward(one):
            for objects, fact in self._barred.get(name, ()):
                if not theirs.isdisjoint(objects) and mine.isdisjoint(fact.except_for):
                    return fact
        return None

    def class_fact(self, one: str, other: str) -> Fact | None:
        """The nearest is-a fact above `one` that tells why it is no `other`; else the nearest is-a fact."""
        clash = self.clash(one, other)
        nearest = None
        mine = self.ancestors(one)
        for name in self._upward(one):
            for objects, fact in self._edges.get(name, ()):
                if not mine.isdisjoint(fact.except_for):
                    continue
                if clash is None or any(clash[1] in self.ancestors(each) for each in objects):
                    return fact
                nearest = nearest or fact
        return nearest

    def _climb(self, start: str) -> frozenset[str]:
        """All classes above; an edge of a fact does not hold for its exceptions."""
        found = self._above([start], {start})
        held = True
        while held:
            held = False
            for name in sorted(found):
                for objects, fact in self._edges.get(name, ()):
                    if found.isdisjoint(fact.except_for) and not found.issuperset(objects):
                        found |= self._above(objects, set(objects))
                        held = True
        return frozenset(found)

    def _above(self, start: Iterable[str], found: set[str]) -> set[str]:
        waiting = list(start)
        while waiting:
            for parent in self._parents.get(waiting.pop(), ()):
                if parent not in found:
                    found.add(parent)
                    waiting.append(parent)
        return found

    def _upward(self, name: str) -> list[str]:
        """The entity and all above it, nearest first."""
        above = self.ancestors(name)
        found = [name]
        for each in found:
            found += [parent for parent in self.parents(each) if parent in above and parent not in found]
        return found

    def _find_clash(self, one: str, other: str) -> tuple[Disjoint, str, str] | None:
        theirs: dict[int, str] = {}
        for name in self._upward(other):
            for number, _ in self._sets.get(name, ()):
                theirs.setdefault(number, name)
        warned = None
        for name in self._upward(one):
            for number, each in self._sets.get(name, ()):
                if theirs.get(number, name) == name:
                    continue
                if each.severity == "error":
                    return each, name, theirs[number]
                warned = warned or (each, name, theirs[number])
        return warned
