"""What is a kind of what, worked out from entities, is-a facts and disjoint classes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from factcheck.model.knowledge import Disjoint, Entity, Fact

    Edge = tuple[tuple[str, ...], tuple[str, ...], str]

IS_A = "is-a"


def edges_of(facts: Iterable[Fact]) -> dict[str, list[Edge]]:
    """Subject -> what is-a facts say that it is, for which exceptions this does not hold, and the id of the fact."""
    return _edges(facts, polarity=True)


def barred_of(facts: Iterable[Fact]) -> dict[str, list[Edge]]:
    """As `edges_of`, what they say that it is not."""
    return _edges(facts, polarity=False)


def _edges(facts: Iterable[Fact], *, polarity: bool) -> dict[str, list[Edge]]:
    found: dict[str, list[Edge]] = {}
    for fact in facts:
        for each in fact.statements:
            if each.relation == IS_A and each.polarity is polarity:
                found.setdefault(each.subject, []).append((each.objects, fact.except_for, fact.id))
    return found


class Hierarchy:
    """The is-a graph; every answer is kept once worked out."""

    def __init__(
        self,
        parents: Mapping[str, Sequence[str]],
        edges: Mapping[str, Sequence[Edge]],
        barred: Mapping[str, Sequence[Edge]],
        facts: Mapping[str, Fact],
        disjoint: Sequence[Disjoint],
    ) -> None:
        """Take parents of entities, what `edges_of` and `barred_of` say of facts, and the sets of disjoint classes."""
        self._parents, self._edges, self._barred = parents, edges, barred
        self._facts, self._disjoint = facts, disjoint
        self._apart = {name for said in edges.values() for _, exceptions, _ in said for name in exceptions}
        self._sets: dict[str, list[tuple[int, Disjoint]]] | None = None
        self._ancestors: dict[str, frozenset[str]] = {}
        self._clashes: dict[tuple[str, str], tuple[Disjoint, str, str] | None] = {}

    @classmethod
    def of(cls, entities: Iterable[Entity], facts: Iterable[Fact], disjoint: Iterable[Disjoint]) -> Hierarchy:
        """That of some records."""
        told = {fact.id: fact for fact in facts}
        parents = {entity.id: entity.parents for entity in entities}
        return cls(parents, edges_of(told.values()), barred_of(told.values()), told, tuple(disjoint))

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
        found += [one for objects, _, _ in self._edges.get(name, ()) for one in objects]
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
            for objects, exceptions, fact in self._barred.get(name, ()):
                if not theirs.isdisjoint(objects) and mine.isdisjoint(exceptions):
                    return self._facts[fact]
        return None

    def class_fact(self, one: str, other: str) -> Fact | None:
        """The nearest is-a fact above `one` that tells why it is no `other`; else the nearest is-a fact."""
        clash = self.clash(one, other)
        nearest = ""
        mine = self.ancestors(one)
        for name in self._upward(one):
            for objects, exceptions, fact in self._edges.get(name, ()):
                if not mine.isdisjoint(exceptions):
                    continue
                if clash is None or any(clash[1] in self.ancestors(each) for each in objects):
                    return self._facts[fact]
                nearest = nearest or fact
        return self._facts[nearest] if nearest else None

    def _climb(self, start: str) -> frozenset[str]:
        """All classes above; an edge of a fact does not hold for its exceptions."""
        found = self._above([start], {start})
        held = True
        while held:
            held = False
            for name in sorted(found):
                for objects, exceptions, _ in self._edges.get(name, ()):
                    if found.isdisjoint(exceptions) and not found.issuperset(objects):
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
        if self._sets is None:
            self._sets = _by_class(self._disjoint)
        sets = self._sets
        theirs: dict[int, str] = {}
        for name in self._upward(other):
            for number, _ in sets.get(name, ()):
                theirs.setdefault(number, name)
        warned = None
        for name in self._upward(one):
            for number, each in sets.get(name, ()):
                if theirs.get(number, name) == name:
                    continue
                if each.severity == "error":
                    return each, name, theirs[number]
                warned = warned or (each, name, theirs[number])
        return warned


def _by_class(disjoint: Iterable[Disjoint]) -> dict[str, list[tuple[int, Disjoint]]]:
    """Class -> the sets in which it stands, with their numbers; errors first."""
    found: dict[str, list[tuple[int, Disjoint]]] = {}
    for number, one in sorted(enumerate(disjoint), key=lambda pair: (pair[1].severity != "error", pair[0])):
        for name in one.classes:
            found.setdefault(name, []).append((number, one))
    return found
