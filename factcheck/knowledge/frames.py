"""The frame compiler: frames as packs write them -> Frame records."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factcheck.errors import did_you_mean
from factcheck.knowledge.fillers import ROLES, read_filler
from factcheck.knowledge.ledger import words_of
from factcheck.knowledge.patterns import PatternError, expand_phrase
from factcheck.knowledge.prepositions import PREPOSITIONS, is_preposition
from factcheck.model.knowledge import Filler, Frame

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.knowledge.ledger import Ledger
    from factcheck.knowledge.words import WordClasses
    from factcheck.knowledge.yaml_file import Place

Slots = tuple[tuple[tuple[str, ...], Filler], ...]

_KINDS = ("verb", "noun", "adj", "phrase")
_MARKS = ("denies", "exclusive", "hedged", "strength")
_SLOTS = {
    "verb": ("subj", "obj", "comp", "to", "topic", "how", "what"),
    "noun": ("is", "poss", "mod", "self", "topic"),
    "adj": ("subj",),
}
_ALL_SLOTS = frozenset(slot for slots in _SLOTS.values() for slot in slots) - {"to"}


class FrameCompiler:
    """Compiles the frames of one pack with the word classes of all packs."""

    def __init__(self, ledger: Ledger, classes: WordClasses) -> None:
        """Mistakes and uses go to the ledger."""
        self._ledger = ledger
        self._classes = classes

    def of_relation(
        self, relation: str, frames: Any, place: Place, *, dated: bool = False, mark: str = ""
    ) -> tuple[Frame, ...]:
        """The frames of a relation; each must have a place for S and for O or N (O may be unsaid in a dated one).

        `mark` sets apart the ids of frames that another pack adds.
        """
        found: list[Frame] = []
        for number, data in enumerate(frames or ()):
            at = place.at(number)
            made = self._compile(data, at, "relation", relation, f"{relation}{mark}.{number + 1}")
            lacks = sorted({lack for frame in made for lack in _lacking(frame.slots)}, reverse=True)
            if dated and "S" not in lacks:
                lacks = []
            if lacks and self._classes.whole:
                what = f"this frame has no {' and no '.join(lacks)}"
                self._ledger.refuse(at, what, "a relation's frame says who (S) and what (O)")
            found += made
        return tuple(found)

    def of_entity(self, entity: str, frames: Any, place: Place, mark: str = "") -> tuple[Frame, ...]:
        """The frames of an entity: `unary` if a slot has S ("S is one"), else `event` ("this is one").

        `mark` is as in `of_relation`.
        """
        found: list[Frame] = []
        for number, data in enumerate(frames or ()):
            at = place.at(number)
            reads = "unary" if _mentions_subject(data) else "event"
            made = self._compile(data, at, reads, entity, f"@{entity}{mark}.{number + 1}")
            if made and set(_roles(made[0].slots)) & {"O", "N"}:
                self._ledger.refuse(at, "an entity's frame has no O or N", "it may have S, @entity, =class or words")
            found += made
        return tuple(found)

    def _compile(self, data: dict[str, Any], place: Place, reads: str, target: str, name: str) -> list[Frame]:
        kind = next(kind for kind in _KINDS if kind in data)
        if kind == "phrase":
            return self._phrases(data, place, reads, target, name)
        words = self._words(kind, data[kind], place.at(kind))
        slots = self._slots(kind, data, place, reads, target, name)
        doubled = sorted({role for role in _roles(slots) if list(_roles(slots)).count(role) > 1})
        for role in doubled:
            self._ledger.refuse(place, f"{role} stands in two slots of this frame", "write two frames")
        marks = {key: data[key] for key in _MARKS if key in data}
        return [Frame(name, kind, reads, target, words, slots, **marks)] if words else []

    def _words(self, kind: str, value: Any, place: Place) -> tuple[str, ...]:
        texts = [(part.strip(), at) for text, at in words_of(value, place) for part in text.split("|")]
        found: list[str] = []
        for text, at in texts:
            if not text.startswith("="):
                found += self._ledger.expand(text, at)
                continue
            words = self._classes.words((kind,), text[1:])
            if not words:
                self._classes.refuse(self._ledger, at, f"{kind} class", text[1:], (kind,))
            found += words
        return tuple(dict.fromkeys(found))

    def _slots(self, kind: str, data: dict[str, Any], place: Place, reads: str, target: str, name: str) -> Slots:
        found: list[tuple[tuple[str, ...], Filler]] = []
        for key, value in data.items():
            if key == kind or key in _MARKS:
                continue
            names = tuple(" ".join(part.split()) for part in key.split("|"))
            self._check_slot(kind, names, place.at(key))
            at = place.at(key)
            if isinstance(value, str):
                filler = read_filler(value, names[0], at, self._ledger, self._classes)
            else:
                filler = self._nested(value, at, reads, target, f"{name}/{names[0]}")
            found.append((names, filler))
        if not found:
            self._ledger.refuse(place, "this frame has no slots", "say where S and O stand: subj: O, obj: S")
        return tuple(found)

    def _nested(self, data: dict[str, Any], place: Place, reads: str, target: str, name: str) -> Filler:
        kinds = [kind for kind in _KINDS if kind in data]
        if len(kinds) != 1 or kinds == ["phrase"]:
            self._ledger.refuse(place, "a nested frame has one of noun, adj, verb", "write {noun: origin, mod: O}")
            return Filler()
        made = self._compile(data, place, reads, target, name)
        return Filler(frame=made[0]) if made else Filler()

    def _check_slot(self, kind: str, names: tuple[str, ...], place: Place) -> None:
        for name in names:
            if name in _SLOTS[kind] or (name not in _ALL_SLOTS and is_preposition(name)):
                continue
            known = [*_SLOTS[kind], *_MARKS]
            if name in _ALL_SLOTS:
                hint = f"it may have {', '.join(_SLOTS[kind])} and prepositions"
                self._ledger.refuse(place, f'a {kind} frame has no slot "{name}"', hint, on_key=True)
            else:
                hint = did_you_mean(name, [*known, *PREPOSITIONS])
                hint = hint if hint.startswith("did") else f"allowed: {', '.join(known)} and prepositions"
                self._ledger.refuse(place, f'unknown slot "{name}"', hint, on_key=True)

    def _phrases(self, data: dict[str, Any], place: Place, reads: str, target: str, name: str) -> list[Frame]:
        for key in data:
            if key != "phrase" and key not in _MARKS:
                hint = did_you_mean(key, _MARKS)
                hint = hint if hint.startswith("did") else "slots stand inside it: {S}"
                self._ledger.refuse(place.at(key), f'unknown key "{key}" beside phrase', hint, on_key=True)
        at = place.at("phrase")
        try:
            wordings = expand_phrase(data["phrase"])
        except PatternError as error:
            self._ledger.refuse(at, str(error), "(a|b) is a choice, [x] may be left out, ~word is any form of it")
            return []
        marks = {key: data[key] for key in _MARKS if key in data}
        found = []
        for number, words in enumerate(wordings):
            slots = tuple(self._phrase_slot(word, at) for word in words if word.startswith("{"))
            if len(slots) == len(words):
                self._ledger.refuse(at, "a wording of this phrase has no words of its own", "add a word")
            one = name if len(wordings) == 1 else f"{name}.{number + 1}"
            found.append(Frame(one, "phrase", reads, target, words, slots, **marks))
        return found

    def _phrase_slot(self, token: str, place: Place) -> tuple[tuple[str, ...], Filler]:
        return (token,), read_filler(token[1:-1], "", place, self._ledger, self._classes)


def _roles(slots: Slots) -> Iterator[str]:
    """The roles of slots and of the frames nested in them."""
    for _, filler in slots:
        if filler.role:
            yield filler.role
        if filler.frame is not None:
            yield from _roles(filler.frame.slots)


def _lacking(slots: Slots) -> list[str]:
    """What the frame of a relation needs and these slots do not have."""
    roles = set(_roles(slots))
    return [name for name, found in (("S", "S" in roles), ("O or N", not roles.isdisjoint("ON"))) if not found]


def _mentions_subject(data: dict[str, Any]) -> bool:
    """Whether S stands in a frame as written."""
    for key, value in data.items():
        if key == "phrase" and "{S" in value:
            return True
        if key not in _KINDS and (value in (ROLES[0], f"{ROLES[0]}?")):
            return True
        if isinstance(value, dict) and _mentions_subject(value):
            return True
    return False
