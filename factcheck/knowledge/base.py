"""The knowledge base: everything that the loaded packs say, ready to be asked."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.knowledge.hierarchy import Hierarchy
from factcheck.knowledge.statements import Statements

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.model.knowledge import Disjoint, Entity, Fact, Frame, Name, Pack, Statement


class KnowledgeBase:
    """Packs put together. Everything is by id; the order is that of the packs and their files.

    `classes` is (kind, name) -> words of the verb, noun and adj classes; `frames_by_word` is
    (kind of frame, first word of one of its lemmas or of its phrase) -> frames, in lower case.
    A phrase that begins with `~be` stands under `~be`.
    """

    def __init__(
        self,
        packs: Sequence[Pack],
        folders: Sequence[str] = (),
        classes: Iterable[tuple[str, str, tuple[str, ...]]] = (),
    ) -> None:
        """Take packs in the order in which they build on one another, and the folder of each."""
        self.packs = tuple(packs)
        self.folders = tuple(folders)
        self.classes = {(kind, name): words for kind, name, words in classes}
        self.entities = {each.id: each for pack in packs for each in pack.entities}
        self.relations = {each.id: each for pack in packs for each in pack.relations}
        self.facts = {each.id: each for pack in packs for each in pack.facts}
        self.sets = {each.id: each for pack in packs for each in pack.sets}
        self.terms = {each.id: each for pack in packs for each in pack.terms}
        self.citations = {each.id: each for pack in packs for each in pack.citations}
        self.disjoints = tuple(each for pack in packs for each in pack.disjoint)
        self.frames = tuple(frame for pack in packs for frame in pack.frames)
        self.frames_by_word = _by_word(self.frames)
        self.names: tuple[Name, ...] = tuple(name for each in self.entities.values() for name in each.names)
        self.guards = frozenset(word for pack in packs for word in pack.guards)
        self.cues = _merged((name, words) for pack in packs for name, words in pack.cues)
        self._hierarchy = Hierarchy(self.entities.values(), self.facts.values(), self.disjoints)
        self._statements = Statements(self.facts.values(), self.ancestors)
        self._about: dict[str, Fact] = {}
        self._borne: dict[str, dict[str, str]] = {}
        self._implied: dict[str, frozenset[str]] = {}
        self._meant: dict[str, frozenset[str]] = {}
        self._subjects: frozenset[str] | None = None
        self._kinds: Counter[str] = Counter()
        self._frames: dict[str, Frame] = {}
        self.class_ids = self._class_ids()
        self._signs = _by_sign(self.entities.values())

    def _class_ids(self) -> frozenset[str]:
        """What is a class: others are said to be of it, or it is set apart from others; no brand or maker is one."""
        named = {each for _, statement in self.statements("is-a") for each in statement.objects}
        apart = {each for disjoint in self.disjoints for each in disjoint.classes}
        above = {parent for each in self.entities.values() for parent in each.parents}
        pairings = [each.id for each in self.relations.values() if each.judge == "pairing"]
        paired = [statement for relation in pairings for _, statement in self.statements(relation)]
        things = {each for statement in paired for each in (statement.subject, *statement.objects)}
        return frozenset(named | apart | above) - things

    def ancestors(self, name: str) -> frozenset[str]:
        """Ids of everything that the entity is a kind of, itself included."""
        return self._hierarchy.ancestors(name)

    def is_a(self, name: str, above: str) -> bool:
        """Whether the entity is a kind of `above`, or is it."""
        return above in self._hierarchy.ancestors(name)

    def parents(self, name: str) -> tuple[str, ...]:
        """The next classes above an entity."""
        return self._hierarchy.parents(name)

    def kinds_of(self, name: str) -> int:
        """How many entities are a kind of it, itself not counted."""
        if not self._kinds:
            self._kinds.update(above for each in self.entities for above in self.ancestors(each) if above != each)
        return self._kinds[name]

    def frame(self, name: str) -> Frame | None:
        """The frame of an id; None if there is none."""
        if not self._frames:
            self._frames.update((frame.id, frame) for frame in self.frames)
        return self._frames.get(name)

    def showing(self, sign: str) -> tuple[str, ...]:
        """The diseases for which a sign may stand, in the singular or the plural."""
        forms = (sign, sign.removesuffix("s"), sign.removesuffix("es"))
        return next((self._signs[form] for form in forms if form in self._signs), ())

    def disjoint(self, one: str, other: str) -> Disjoint | None:
        """The set of disjoint classes that says that nothing is a kind of both; None if there is none."""
        clash = self._hierarchy.clash(one, other)
        return clash[0] if clash else None

    def clash(self, one: str, other: str) -> tuple[Disjoint, str, str] | None:
        """As `disjoint`, with the disjoint class of the one and that of the other."""
        return self._hierarchy.clash(one, other)

    def excluded(self, one: str, other: str) -> Fact | None:
        """The is-a fact of polarity no by which `one` is no `other`; None if there is none."""
        return self._hierarchy.excluded(one, other)

    def class_fact(self, one: str, other: str) -> Fact | None:
        """The nearest is-a fact that explains why `one` is what it is, and so no `other`."""
        return self._hierarchy.class_fact(one, other)

    def about(self, entity: str) -> Fact | None:
        """A fact whose first statement speaks of the entity itself; None where the packs have none."""
        if not self._about:
            for fact in self.facts.values():
                for first in fact.statements[:1]:
                    self._about.setdefault(first.subject, fact)
        return self._about.get(entity)

    def statements(self, relation: str) -> tuple[tuple[Fact, Statement], ...]:
        """All statements of a relation, each with its fact."""
        return self._statements.of_relation(relation)

    def statements_for(self, relation: str, entity: str) -> tuple[tuple[Fact, Statement], ...]:
        """The statements of a relation on the entity or a class of it; an exception is still to be looked for."""
        return self._statements.holding_for(relation, entity)

    def statements_among(self, relation: str, class_: str) -> tuple[tuple[Fact, Statement], ...]:
        """The statements of a relation on the class or a kind of it."""
        return self._statements.among(relation, class_)

    def statements_touching(self, relation: str, entity: str) -> tuple[tuple[Fact, Statement], ...]:
        """The statements of a relation with an object that is the entity, a class of it or a kind of it."""
        return self._statements.touching(relation, entity)

    def borne(self, relation: str) -> dict[str, str]:
        """The names of the subjects of a relation, as written -> the first subject that bears the name."""
        if relation not in self._borne:
            found: dict[str, str] = {}
            for subject in self._statements.subjects(relation):
                for name in self.entities[subject].names:
                    found.setdefault(name.text, subject)
            self._borne[relation] = found
        return self._borne[relation]

    def implied(self, relation: str) -> frozenset[str]:
        """The relations that a claim of this one is also a claim of, itself included."""
        if relation not in self._implied:
            found, waiting = {relation}, [relation]
            while waiting:
                known = self.relations.get(waiting.pop())
                new = [each for each in (known.implies if known else ()) if each not in found]
                found.update(new)
                waiting += new
            self._implied[relation] = frozenset(found)
        return self._implied[relation]

    def judged(self, entity: str) -> bool:
        """Whether a statement has an entity, or a class of it, for its subject or, if it is dated, its object."""
        if self._subjects is None:
            found = {each.subject for _, each in self._statements.all()}
            dated = [name for name, each in self.relations.items() if each.judge == "dated"]
            found |= {o for name in dated for _, each in self.statements(name) for o in each.objects}
            self._subjects = frozenset(
                each for each in found if each in self.entities and not self.entities[each].generic
            )
        return not self._subjects.isdisjoint(self._hierarchy.ancestors(entity))

    def meant_by(self, thing: str) -> frozenset[str]:
        """The relations by which a class says that its members have to do with a thing (`means`)."""
        if thing not in self._meant:
            meanings = [each.means for each in self.entities.values() if each.means is not None]
            self._meant[thing] = frozenset(relation for relation, class_ in meanings if self.is_a(thing, class_))
        return self._meant[thing]

    def opposed(self, relation: str) -> frozenset[str]:
        """The relations that contradict this one, whichever of the two says so."""
        own = self.relations.get(relation)
        found = {each.id for each in self.relations.values() if relation in each.opposed}
        return frozenset(found.union(own.opposed if own else ()))

    def pack_folder(self, pack: str) -> Path:
        """The folder of a loaded pack; raises KeyError if it is not loaded."""
        return Path(dict(zip((each.id for each in self.packs), self.folders, strict=True))[pack])


def _by_word(frames: Iterable[Frame]) -> dict[tuple[str, str], tuple[Frame, ...]]:
    found: dict[tuple[str, str], list[Frame]] = {}
    for frame in frames:
        words = frame.words
        if frame.kind == "phrase":
            words = tuple(word for word in words if not word.startswith("{"))[:1]
        for first in dict.fromkeys(word.split()[0].lower() for word in words):
            found.setdefault((frame.kind, first), []).append(frame)
    return {key: tuple(each) for key, each in found.items()}


def _by_sign(entities: Iterable[Entity]) -> dict[str, tuple[str, ...]]:
    """Signs, in lower case -> the diseases that show them."""
    found: dict[str, tuple[str, ...]] = {}
    for entity in entities:
        for sign in entity.shows:
            found[sign.lower()] = (*found.get(sign.lower(), ()), entity.id)
    return found


class Cues(dict[str, frozenset[str]]):
    """Name -> words; a name that no pack gives has none, as where the English pack is not required."""

    def __missing__(self, name: str) -> frozenset[str]:
        """No words."""
        return frozenset()


def _merged(cues: Iterable[tuple[str, tuple[str, ...]]]) -> Cues:
    found = Cues()
    for name, words in cues:
        found[name] = found.get(name, frozenset()).union(words)
    return found
