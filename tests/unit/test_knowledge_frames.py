"""Frames as packs write them, compiled."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from factcheck.knowledge import KnowledgeBase, load_knowledge
from factcheck.model.knowledge import Filler, Frame

PACKS = Path(__file__).parent.parent / "cases" / "packs"
HEAD = "relations:\n  r:\n    subject: thing\n    object: thing\n    frames:\n      - "


def compiled(tmp_path: Path, frame: str, entity_frame: str = "") -> KnowledgeBase:
    """A pack with one frame of relation `r`, or one under the entity `event`."""
    folder = tmp_path / "p"
    folder.mkdir()
    below = f"\n    frames:\n      - {entity_frame}" if entity_frame else ""
    texts = {
        "pack.yaml": "id: p\nversion: 0.1.0\ntitle: P\n",
        "vocabulary.yaml": "verbs: {cause: [cause, bring on]}\nnouns: {cause: [root]}\nadjs: {good: [good, true]}\n",
        "relations.yaml": HEAD + (frame or "{verb: be, subj: S, comp: O}") + "\n",
        "entities.yaml": f"entities:\n  thing: {{name: thing}}\n  event:\n    name: event{below}\n",
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return load_knowledge([str(folder)], use_cache=False)


SUBJECT, OBJECT, NUMBER = Filler(role="S"), Filler(role="O"), Filler(role="N")


@pytest.mark.parametrize(
    ("frame", "kind", "words", "slots"),
    [
        ("{verb: be, subj: S, comp: O}", "verb", ["be"], [(("subj",), SUBJECT), (("comp",), OBJECT)]),
        ("{verb: =cause, subj: O, obj: S}", "verb", ["cause", "bring on"], [(("subj",), OBJECT), (("obj",), SUBJECT)]),
        ("{verb: [=cause, get], subj: O, obj: S}", "verb", ["cause", "bring on", "get"],
         [(("subj",), OBJECT), (("obj",), SUBJECT)]),
        ("{verb: come|stem, subj: S, from: O}", "verb", ["come", "stem"], [(("subj",), SUBJECT), (("from",), OBJECT)]),
        ('{noun: =cause, "of|behind": S, is: O}', "noun", ["root"], [(("of", "behind"), SUBJECT), (("is",), OBJECT)]),
        ("{noun: dose, of: S, is: N}", "noun", ["dose"], [(("of",), SUBJECT), (("is",), NUMBER)]),
        ("{adj: =good, subj: O, for: S}", "adj", ["good", "true"], [(("subj",), OBJECT), (("for",), SUBJECT)]),
        ('{adj: true, subj: O, "as a result of | due  to": S}', "adj", ["true"],
         [(("subj",), OBJECT), (("as a result of", "due to"), SUBJECT)]),
        ('{verb: act, subj: "O?", obj: S}', "verb", ["act"],
         [(("subj",), Filler("O", optional=True)), (("obj",), SUBJECT)]),
        ('{verb: act, subj: O, obj: S, on: "*"}', "verb", ["act"],
         [(("subj",), OBJECT), (("obj",), SUBJECT), (("on",), Filler())]),
        ('{verb: act, subj: O, obj: S, on: "@thing|@event|cell|=cause?"}', "verb", ["act"],
         [(("subj",), OBJECT), (("obj",), SUBJECT),
          (("on",), Filler(entities=("thing", "event"), lemmas=("cell", "root"), optional=True))]),
        ('{verb: help, subj: O, to: "=cause", obj: S}', "verb", ["help"],
         [(("subj",), OBJECT), (("to",), Filler(lemmas=("cause", "bring on"))), (("obj",), SUBJECT)]),
        ('{verb: be, subj: S, comp: "=good", because: O}', "verb", ["be"],
         [(("subj",), SUBJECT), (("comp",), Filler(lemmas=("good", "true"))), (("because",), OBJECT)]),
    ],
)  # fmt: skip
def test_frame(frame: str, kind: str, words: list[str], slots: Any, tmp_path: Path) -> None:
    (made,) = compiled(tmp_path, frame).frames
    assert made == Frame("r.1", kind, "relation", "r", tuple(words), tuple(slots))


def test_marks(tmp_path: Path) -> None:
    frame = "{verb: spare, subj: O, obj: S, denies: true, exclusive: true, hedged: true, strength: full}"
    (made,) = compiled(tmp_path, frame).frames
    assert (made.denies, made.exclusive, made.hedged, made.strength) == (True, True, True, "full")


def test_nested_frame(tmp_path: Path) -> None:
    (made,) = compiled(tmp_path, "{verb: have, subj: S, obj: {noun: origin|basis, mod: O}}").frames
    inner = Frame("r.1/obj", "noun", "relation", "r", ("origin", "basis"), ((("mod",), OBJECT),))
    assert made.slots[1] == (("obj",), Filler(frame=inner))


def test_phrase(tmp_path: Path) -> None:
    base = compiled(tmp_path, '{phrase: "{O} (such as|~include [all]) {S}", hedged: true}')
    assert [(frame.id, frame.words) for frame in base.frames] == [
        ("r.1.1", ("{O}", "such as", "{S}")),
        ("r.1.2", ("{O}", "~include", "all", "{S}")),
        ("r.1.3", ("{O}", "~include", "{S}")),
    ]
    assert {frame.slots for frame in base.frames} == {((("{O}",), OBJECT), (("{S}",), SUBJECT))}
    assert all(frame.hedged for frame in base.frames)
    assert set(base.frames_by_word) == {("phrase", "such"), ("phrase", "~include")}


@pytest.mark.parametrize(
    ("frame", "reads"),
    [
        ("{verb: spread, subj: S}", "unary"),
        ("{noun: origin, of: S, mod: immune}", "unary"),
        ('{verb: spread, subj: "S?", by: "*"}', "unary"),
        ('{phrase: "{S} is catching"}', "unary"),
        ("{verb: have, subj: S, obj: {noun: origin, mod: immune}}", "unary"),
        ("{noun: origin, is: {noun: root, of: S}}", "unary"),
        ('{verb: attack, subj: "@thing", obj: cell}', "event"),
        ('{phrase: "attack on {@thing}"}', "event"),
        ('{verb: [go], subj: "@thing", awry: "*"}', None),
    ],
)
def test_entity_frame(frame: str, reads: str | None, tmp_path: Path) -> None:
    if reads is None:
        with pytest.raises(Exception, match='unknown slot "awry"'):
            compiled(tmp_path, "", frame)
        return
    made = next(each for each in compiled(tmp_path, "", frame).frames if each.target == "event")
    assert (made.id, made.reads) == ("@event.1", reads)


def test_frames_by_first_word(tmp_path: Path) -> None:
    base = compiled(tmp_path, "{verb: =cause, subj: O, obj: S}")
    assert {key: [frame.id for frame in frames] for key, frames in base.frames_by_word.items()} == {
        ("verb", "cause"): ["r.1"],
        ("verb", "bring"): ["r.1"],
    }


def test_a_class_is_extended_by_a_later_pack() -> None:
    base = load_knowledge([str(PACKS / "good")], use_cache=False)
    assert "unleash" in next(frame for frame in base.frames if frame.id == "caused-by.1").words
    alone = load_knowledge([str(PACKS / "base")], use_cache=False)
    assert "unleash" not in next(frame for frame in alone.frames if frame.id == "caused-by.1").words
