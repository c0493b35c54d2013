"""Packs -> one plain value that holds all that they say, with what is worked out from them, ready to be kept.

`KnowledgeBase` reads it. Records are packed one by one (`Row`), so that each is made when it is first asked for.
"""

from __future__ import annotations

import marshal
from collections import Counter
from typing import TYPE_CHECKING, Any

from factcheck.knowledge.codec import encode
from factcheck.knowledge.hierarchy import Hierarchy, barred_of, edges_of
from factcheck.knowledge.packed import packed_row
from factcheck.knowledge.rows import BY_ID, ROWS
from factcheck.model.knowledge import Frame
from factcheck.model.plain_form import fields_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from factcheck.knowledge.packed import PlainRow
    from factcheck.knowledge.rows import Slot
    from factcheck.model.knowledge import Entity, Fact, Pack

_HEAD = ("id", "version", "title", "requires")


def compiled(
    packs: Sequence[Pack], folders: Sequence[str], classes: Iterable[tuple[str, str, tuple[str, ...]]]
) -> dict[str, Any]:
    """All that packs say, in the order in which they build on one another, with the folder of each."""
    whole = {name: [each for pack in packs for each in getattr(pack, name)] for name in ROWS}
    frames, words, slots = _packed_frames(whole["frames"])
    entities = {each.id: each for each in whole["entities"]}
    facts = {each.id: each for each in whole["facts"]}
    relations = {each.id: each for each in whole["relations"]}
    statements = _by_relation(facts.values())
    parents = {each.id: each.parents for each in entities.values()}
    pairings = [name for name, each in relations.items() if each.judge == "pairing"]
    dated = [name for name, each in relations.items() if each.judge == "dated"]
    return {
        "heads": [tuple(getattr(pack, name) for name in _HEAD) for pack in packs],
        "sizes": [tuple(len(getattr(pack, name)) for name in ROWS) for pack in packs],
        "folders": tuple(folders),
        "classes": [tuple(each) for each in classes],
        "cues": marshal.dumps([pack.cues for pack in packs]),
        "guards": marshal.dumps([pack.guards for pack in packs]),
        "ids": {name: [each.id for each in whole[name]] for name in BY_ID},
        "rows": {name: _packed(whole[name]) for name in ROWS if name != "frames"} | {"frames": frames},
        "words": words,
        "slots": slots,
        "frames_by_word": _by_word(whole["frames"]),
        "frame_ids": marshal.dumps([each.id for each in whole["frames"]]),
        "parents": parents,
        "edges": edges_of(facts.values()),
        "barred": barred_of(facts.values()),
        "kinds": _kinds(Hierarchy.of(entities.values(), facts.values(), ()), entities),
        "statements": statements,
        "about": _first_about(facts.values()),
        "subjects": _subjects(statements, facts, dated, entities),
        "class_ids": _class_ids(statements, facts, pairings, parents, whole["disjoint"]),
        "meanings": [each.means for each in entities.values() if each.means is not None],
        "signs": _by_sign(entities.values()),
    }


def _packed(records: Iterable[Any]) -> PlainRow:
    return packed_row(encode(each) for each in records)


def _packed_frames(frames: Iterable[Frame]) -> tuple[PlainRow, PlainRow, PlainRow]:
    """Frames with numbers in the place of their words and slots; all words; all slots."""
    words: dict[tuple[str, ...], int] = {}
    slots: dict[Slot, int] = {}
    plain = []
    for frame in frames:
        values = {name: getattr(frame, name) for name in fields_of(Frame)}
        values["words"] = words.setdefault(frame.words, len(words))
        values["slots"] = tuple(slots.setdefault(each, len(slots)) for each in frame.slots)
        plain.append(tuple(values.values()))
    return packed_row(plain), packed_row(words), _packed(slots)


def _by_word(frames: Iterable[Frame]) -> dict[tuple[str, str], tuple[int, ...]]:
    """(kind of frame, first word of one of its lemmas or of its phrase) -> numbers of frames."""
    found: dict[tuple[str, str], list[int]] = {}
    for number, frame in enumerate(frames):
        words = frame.words
        if frame.kind == "phrase":
            words = tuple(word for word in words if not word.startswith("{"))[:1]
        for first in dict.fromkeys(word.split()[0].lower() for word in words):
            found.setdefault((frame.kind, first), []).append(number)
    return {key: tuple(each) for key, each in found.items()}


def _by_relation(facts: Iterable[Fact]) -> dict[str, list[tuple[str, int]]]:
    """Relation -> the statements of it: the id of a fact, and the place of the statement in it."""
    found: dict[str, list[tuple[str, int]]] = {}
    for fact in facts:
        for at, each in enumerate(fact.statements):
            found.setdefault(each.relation, []).append((fact.id, at))
    return found


def _kinds(hierarchy: Hierarchy, entities: Iterable[str]) -> dict[str, int]:
    """Class -> how many entities are a kind of it, itself not counted."""
    return dict(Counter(above for each in entities for above in hierarchy.ancestors(each) if above != each))


def _first_about(facts: Iterable[Fact]) -> dict[str, str]:
    """Subject of the first statement of a fact -> the first fact of which it is that."""
    found: dict[str, str] = {}
    for fact in facts:
        found.setdefault(fact.statements[0].subject, fact.id)
    return found


def _subjects(
    statements: Mapping[str, Iterable[tuple[str, int]]],
    facts: Mapping[str, Fact],
    dated: Iterable[str],
    entities: Mapping[str, Entity],
) -> list[str]:
    """What statements have for their subject or, if they are dated, their object; no generic word is one."""
    found = {each.subject for fact in facts.values() for each in fact.statements}
    found |= {o for name in dated for fact, at in statements.get(name, ()) for o in facts[fact].statements[at].objects}
    return sorted(each for each in found if each in entities and not entities[each].generic)


def _class_ids(
    statements: Mapping[str, Iterable[tuple[str, int]]],
    facts: Mapping[str, Fact],
    pairings: Iterable[str],
    parents: Mapping[str, Iterable[str]],
    disjoint: Iterable[Any],
) -> list[str]:
    """What is a class: others are said to be of it, or it is set apart from others; no brand or maker is one."""
    named = {each for fact, at in statements.get("is-a", ()) for each in facts[fact].statements[at].objects}
    apart = {each for one in disjoint for each in one.classes}
    above = {parent for each in parents.values() for parent in each}
    paired = [facts[fact].statements[at] for name in pairings for fact, at in statements.get(name, ())]
    things = {each for statement in paired for each in (statement.subject, *statement.objects)}
    return sorted((named | apart | above) - things)


def _by_sign(entities: Iterable[Entity]) -> dict[str, tuple[str, ...]]:
    """Signs, in lower case -> the diseases that show them."""
    found: dict[str, tuple[str, ...]] = {}
    for entity in entities:
        for sign in entity.shows:
            found[sign.lower()] = (*found.get(sign.lower(), ()), entity.id)
    return found
