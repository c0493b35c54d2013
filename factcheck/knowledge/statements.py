"""The statements of facts by relation, found by the entities that they name and not by asking each."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from factcheck.model.knowledge import Fact, Statement

    Told = tuple[Fact, Statement]


class Statements:
    """Every statement with its fact, in the order of the packs; an index is made when it is first asked."""

    def __init__(
        self,
        places: Mapping[str, Sequence[tuple[str, int]]],
        facts: Mapping[str, Fact],
        ancestors: Callable[[str], frozenset[str]],
    ) -> None:
        """Take relation -> (id of a fact, number of a statement of it), and what an entity is a kind of, or is."""
        self._places, self._facts = places, facts
        self._told: dict[str, tuple[Told, ...]] = {}
        self._ancestors = ancestors
        self._by_subject: dict[str, _Places] = {}
        self._by_object: dict[str, _Places] = {}

    def of_relation(self, relation: str) -> tuple[Told, ...]:
        """All statements of a relation."""
        found = self._told.get(relation)
        if found is None:
            facts = ((self._facts[name], at) for name, at in self._places.get(relation, ()))
            found = self._told[relation] = tuple((fact, fact.statements[at]) for fact, at in facts)
        return found

    def subjects(self, relation: str) -> Iterable[str]:
        """The subjects of a relation, each once, in order."""
        return self._subjects(relation).named

    def holding_for(self, relation: str, entity: str) -> tuple[Told, ...]:
        """The statements of a relation whose subject is the entity or a class of it."""
        return self._at(relation, self._subjects(relation).above(entity))

    def among(self, relation: str, class_: str) -> tuple[Told, ...]:
        """The statements of a relation whose subject is the class or a kind of it."""
        return self._at(relation, self._subjects(relation).below(class_))

    def touching(self, relation: str, entity: str) -> tuple[Told, ...]:
        """The statements of a relation with an object that is the entity, a class of it or a kind of it."""
        objects = self._by_object.get(relation)
        if objects is None:
            named = [each.objects for _, each in self.of_relation(relation)]
            objects = self._by_object[relation] = _Places(named, self._ancestors)
        return self._at(relation, objects.above(entity) | objects.below(entity))

    def _subjects(self, relation: str) -> _Places:
        found = self._by_subject.get(relation)
        if found is None:
            subjects = [(each.subject,) for _, each in self.of_relation(relation)]
            found = self._by_subject[relation] = _Places(subjects, self._ancestors)
        return found

    def _at(self, relation: str, places: Iterable[int]) -> tuple[Told, ...]:
        told = self.of_relation(relation)
        return tuple(told[at] for at in sorted(places))


class _Places:
    """Entities -> the places in a list at which they are named."""

    def __init__(self, names: Iterable[tuple[str, ...]], ancestors: Callable[[str], frozenset[str]]) -> None:
        self.named: dict[str, list[int]] = {}
        for at, each in enumerate(names):
            for name in each:
                self.named.setdefault(name, []).append(at)
        self._ancestors = ancestors
        self._below: dict[str, frozenset[int]] = {}

    def above(self, entity: str) -> frozenset[int]:
        """The places of the entity and of all its classes."""
        return frozenset(at for name in self._ancestors(entity) for at in self.named.get(name, ()))

    def below(self, class_: str) -> frozenset[int]:
        """The places of the class and of all its kinds; every name is asked, but once for a class."""
        if class_ not in self._below:
            kinds = (places for name, places in self.named.items() if class_ in self._ancestors(name))
            self._below[class_] = frozenset(at for places in kinds for at in places)
        return self._below[class_]
