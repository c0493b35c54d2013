"""The knowledge base: everything that the loaded packs say, ready to be asked."""

from __future__ import annotations

import marshal
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.knowledge.hierarchy import Hierarchy
from factcheck.knowledge.packed import RecordRow, Records, Row
from factcheck.knowledge.rows import ROWS, FrameRow, FramesByWord
from factcheck.knowledge.statements import Statements

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from factcheck.model.knowledge import (
        Citation,
        ClosedSet,
        Disjoint,
        Entity,
        Fact,
        Frame,
        Name,
        Pack,
        Relation,
        Statement,
        Term,
    )


class KnowledgeBase:
    """Packs put together. Everything is by id; the order is that of the packs and their files.

    Records are made when they are first asked for. `classes` is (kind, name) -> words of the verb, noun and adj
    classes; `frames_by_word` is (kind of frame, first word of one of its lemmas or of its phrase) -> frames, in lower
    case. A phrase that begins with `~be` stands under `~be`.
    """

    def __init__(
        self,
        packs: Sequence[Pack],
        folders: Sequence[str] = (),
        classes: Iterable[tuple[str, str, tuple[str, ...]]] = (),
    ) -> None:
        """Take packs in the order in which they build on one another, and the folder of each."""
        from factcheck.knowledge.compiled import compiled

        self._take(compiled(packs, folders, classes))

    @classmethod
    def of(cls, plain: dict[str, Any]) -> KnowledgeBase:
        """The base of packs that `compiled` put into plain form. Raises KeyError or TypeError for anything else."""
        base = cls.__new__(cls)
        base._take(plain)
        return base

    def _take(self, plain: dict[str, Any]) -> None:
        rows, ids = plain["rows"], plain["ids"]
        self._heads: list[tuple[str, str, str, tuple[str, ...]]] = plain["heads"]
        self._sizes: list[tuple[int, ...]] = plain["sizes"]
        self._guards: bytes = plain["guards"]
        self._cues: bytes = plain["cues"]
        self.folders: tuple[str, ...] = plain["folders"]
        self.classes: dict[tuple[str, str], tuple[str, ...]] = {(kind, name): w for kind, name, w in plain["classes"]}
        self._frame_ids: bytes = plain["frame_ids"]
        self.frames = FrameRow(rows["frames"], plain["words"], plain["slots"])
        self._rows: dict[str, Row[Any]] = {name: RecordRow(rows[name]) for name in ROWS if name != "frames"}
        self._rows["frames"] = self.frames
        self.entities: Mapping[str, Entity] = Records(ids["entities"], self._rows["entities"])
        self.relations: dict[str, Relation] = dict(zip(ids["relations"], self._rows["relations"], strict=True))
        self.facts: Mapping[str, Fact] = Records(ids["facts"], self._rows["facts"])
        self.sets: Mapping[str, ClosedSet] = Records(ids["sets"], self._rows["sets"])
        self.terms: Mapping[str, Term] = Records(ids["terms"], self._rows["terms"])
        self.citations: Mapping[str, Citation] = Records(ids["citations"], self._rows["citations"])
        self.disjoints: Sequence[Disjoint] = self._rows["disjoint"]
        self.frames_by_word = FramesByWord(plain["frames_by_word"], self.frames)
        self._hierarchy = Hierarchy(plain["parents"], plain["edges"], plain["barred"], self.facts, self.disjoints)
        self._statements = Statements(plain["statements"], self.facts, self.ancestors)
        self._about: dict[str, str] = plain["about"]
        self._subjects = frozenset(plain["subjects"])
        self.class_ids = frozenset(plain["class_ids"])
        self._meanings: list[tuple[str, str]] = plain["meanings"]
        self._signs: dict[str, tuple[str, ...]] = plain["signs"]
        self._borne: dict[str, dict[str, str]] = {}
        self._implied: dict[str, frozenset[str]] = {}
        self._meant: dict[str, frozenset[str]] = {}
        self._kinds: dict[str, int] = plain["kinds"]

    @cached_property
    def packs(self) -> tuple[Pack, ...]:
        """All packs, with all of their records."""
        from factcheck.model.knowledge import Pack

        found = []
        at = dict.fromkeys(ROWS, 0)
        told = zip(self._heads, self._sizes, marshal.loads(self._cues), marshal.loads(self._guards), strict=True)
        for head, sizes, cues, guards in told:
            ends = {name: at[name] + size for name, size in zip(ROWS, sizes, strict=True)}
            records: dict[str, Any] = {name: self._rows[name][at[name] : end] for name, end in ends.items()}
            found.append(Pack(*head, **records, cues=cues, guards=guards))
            at = ends
        return tuple(found)

    @cached_property
    def _frame_numbers(self) -> dict[str, int]:
        return {name: number for number, name in enumerate(marshal.loads(self._frame_ids))}

    @property
    def versions(self) -> tuple[tuple[str, str], ...]:
        """The id and the version of every pack."""
        return tuple((head[0], head[1]) for head in self._heads)

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """The names of all entities."""
        return tuple(name for each in self.entities.values() for name in each.names)

    @cached_property
    def guards(self) -> frozenset[str]:
        """The words near protected ones that are right as they stand, of all packs."""
        return frozenset(word for guards in marshal.loads(self._guards) for word in guards)

    @cached_property
    def cues(self) -> Cues:
        """Name -> words of all packs."""
        return _merged(each for cues in marshal.loads(self._cues) for each in cues)

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
        return self._kinds.get(name, 0)

    def frame(self, name: str) -> Frame | None:
        """The frame of an id; None if there is none."""
        number = self._frame_numbers.get(name)
        return None if number is None else self.frames[number]

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
        found = self._about.get(entity)
        return None if found is None else self.facts[found]

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
        return not self._subjects.isdisjoint(self._hierarchy.ancestors(entity))

    def meant_by(self, thing: str) -> frozenset[str]:
        """The relations by which a class says that its members have to do with a thing (`means`)."""
        if thing not in self._meant:
            self._meant[thing] = frozenset(name for name, class_ in self._meanings if self.is_a(thing, class_))
        return self._meant[thing]

    def opposed(self, relation: str) -> frozenset[str]:
        """The relations that contradict this one, whichever of the two says so."""
        own = self.relations.get(relation)
        found = {each.id for each in self.relations.values() if relation in each.opposed}
        return frozenset(found.union(own.opposed if own else ()))

    def pack_folder(self, pack: str) -> Path:
        """The folder of a loaded pack; raises KeyError if it is not loaded."""
        return Path(dict(zip((name for name, _ in self.versions), self.folders, strict=True))[pack])


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
