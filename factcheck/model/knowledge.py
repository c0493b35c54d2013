"""What the packs say, in memory: entities, relations, frames, facts, sets, citations and cues."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Citation:
    """A source that a fact rests on. `seen` says that its title or text was found, not remembered."""

    id: str
    title: str
    publisher: str = ""
    year: str = ""
    url: str = ""
    doi: str = ""
    pmid: str = ""
    seen: bool = False


@dataclass(frozen=True, slots=True)
class Name:
    """One way to write an entity.

    `kind` is `name` (a noun), `short` (counts only beside a long form of the entity), `adj` (an
    adjective that puts something into this class) or `exact` (case counts).
    """

    text: str
    entity: str
    kind: str = "name"


@dataclass(frozen=True, slots=True)
class Filler:
    """What may stand in a slot of a frame.

    `role` is `S`, `O`, `N` or empty; `entities` and `lemmas` bound what the phrase may be (any, if
    both are empty); `frame` is a noun phrase with slots of its own.
    """

    role: str = ""
    entities: tuple[str, ...] = ()
    lemmas: tuple[str, ...] = ()
    optional: bool = False
    frame: Frame | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """A predicate and its slots.

    `kind` is `verb`, `noun`, `adj` or `phrase`. `target` is the relation it reads, or the entity
    that it names (`unary`: S is one; `event`: the clause or noun phrase is one). `slots` pairs the
    alternatives of a slot (`subj`, `obj`, `comp`, `is`, `mod`, `poss`, `to`, or prepositions and
    conjunctions) with its filler. `denies` turns the polarity; `exclusive` says `only`.
    """

    id: str
    kind: str
    reads: str
    target: str
    words: tuple[str, ...]
    slots: tuple[tuple[tuple[str, ...], Filler], ...]
    denies: bool = False
    exclusive: bool = False
    hedged: bool = False
    strength: str = ""

    @property
    def counts(self) -> bool:
        """Whether a slot of it, or of a frame within it, takes a number."""
        return any(f.role == "N" or (f.frame is not None and f.frame.counts) for _, f in self.slots)


@dataclass(frozen=True, slots=True)
class Entity:
    """A thing, class, property or event that documents speak of. `generic` heads ("condition") carry a class.

    A property with a `domain` is said only of that class and its kinds: "permanent" of hair loss, not of a law.
    `shows` are the signs that stand for a disease where a text speaks of it: "the white patches".
    """

    id: str
    name: str
    parents: tuple[str, ...] = ()
    names: tuple[Name, ...] = ()
    generic: bool = False
    protect: bool = True
    plural: str = ""
    means: tuple[str, str] | None = None
    ambiguous: str = ""
    domain: str = ""
    shows: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Relation:
    """A kind of claim: the types of its arguments, how it is judged, and what it opposes or implies.

    `compared` is false where two documents that part in it seldom disagree: what is read is too loose.
    """

    id: str
    subject: tuple[str, ...]
    object: tuple[str, ...]
    judge: str = "stated"
    code: str = "FC202"
    says: str = ""
    opposed: tuple[str, ...] = ()
    implies: tuple[str, ...] = ()
    unit: str = ""
    beside: bool = False
    compared: bool = True


@dataclass(frozen=True, slots=True)
class Value:
    """What a quantity may be: single values, or a range from `low` to `high`, in `unit` (per `per`)."""

    unit: str
    any_of: tuple[float, ...] = ()
    low: float | None = None
    high: float | None = None
    per: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """One claim of the reference.

    `among` closes the list of objects: any other member of that class contradicts, unless it
    stands in `also`. `qualifiers` (by, for, in, route, extent, to) must be compatible with those of a
    document's claim.
    """

    subject: str
    relation: str
    objects: tuple[str, ...] = ()
    polarity: bool = True
    among: str = ""
    also: tuple[str, ...] = ()
    value: Value | None = None
    text: tuple[str, ...] = ()
    when: tuple[date, ...] = ()
    qualifiers: tuple[tuple[str, tuple[str, ...]], ...] = ()
    severity: str = ""
    suggest: str = ""


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence with which a fact is tested. `kind` is wrong, right, silent, loose or outdated."""

    kind: str
    text: str
    format: str = "text"


@dataclass(frozen=True, slots=True)
class Fact:
    """One entry of the reference: statements that stand or fall together, their validity and citations."""

    id: str
    pack: str
    statements: tuple[Statement, ...]
    says: str
    severity: str = "error"
    since: date | None = None
    until: date | None = None
    sources: tuple[str, ...] = ()
    except_for: tuple[str, ...] = ()
    reviewed: date | None = None
    review_by: date | None = None
    examples: tuple[Example, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class ClosedSet:
    """Dated facts of one relation and object, of which nothing is missing up to `complete`.

    "Only", "first", "no" and "two of" are worked out from it. `subject` is the class of its members,
    if only those of one class are listed.
    """

    id: str
    pack: str
    relation: str
    object: str
    complete: date
    says: str
    qualifiers: tuple[tuple[str, tuple[str, ...]], ...] = ()
    severity: str = "error"
    sources: tuple[str, ...] = ()
    examples: tuple[Example, ...] = ()
    subject: str = ""
    reviewed: date | None = None
    review_by: date | None = None


@dataclass(frozen=True, slots=True)
class Term:
    """A word to avoid and the one to prefer."""

    id: str
    pack: str
    avoid: tuple[str, ...]
    prefer: str
    says: str
    severity: str = "note"
    sources: tuple[str, ...] = ()
    examples: tuple[Example, ...] = ()
    reviewed: date | None = None
    review_by: date | None = None


@dataclass(frozen=True, slots=True)
class Disjoint:
    """Classes of which nothing is a member of two; `hard` false makes a breach a warning."""

    classes: tuple[str, ...]
    severity: str = "error"
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pack:
    """A folder of rules, loaded."""

    id: str
    version: str
    title: str
    requires: tuple[str, ...]
    entities: tuple[Entity, ...]
    disjoint: tuple[Disjoint, ...]
    relations: tuple[Relation, ...]
    frames: tuple[Frame, ...]
    facts: tuple[Fact, ...]
    sets: tuple[ClosedSet, ...]
    terms: tuple[Term, ...]
    citations: tuple[Citation, ...]
    cues: tuple[tuple[str, tuple[str, ...]], ...] = ()
    guards: tuple[str, ...] = ()
