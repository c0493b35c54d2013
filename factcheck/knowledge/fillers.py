"""What may stand in a slot of a frame, read: `S`, `O?`, `@entity`, `=class`, `word|word`, `"*"`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.model.knowledge import Filler

if TYPE_CHECKING:
    from factcheck.knowledge.ledger import Ledger
    from factcheck.knowledge.words import WordClasses
    from factcheck.knowledge.yaml_file import Place

ROLES = ("S", "O", "N")
_CLASS_KINDS = {"to": ("verb", "noun", "adj"), "comp": ("noun", "adj", "verb")}
_OTHER_KINDS = ("noun", "adj", "verb")


def read_filler(text: str, slot: str, place: Place, ledger: Ledger, classes: WordClasses) -> Filler:
    """The filler that a text stands for; mistakes go to the ledger."""
    optional = text.endswith("?")
    bare = text[:-1].strip() if optional else text.strip()
    if bare == "*":
        return Filler(optional=optional)
    if bare in ROLES:
        return Filler(role=bare, optional=optional)
    parts = [part.strip() for part in bare.split("|")]
    entities: list[str] = []
    lemmas: list[str] = []
    for part in parts:
        if not part or part in {"@", "="}:
            ledger.refuse(place, f'"{text}" has an empty part', "take out a | or write a word")
        elif part in ROLES or part.upper() in ROLES:
            hint = "write it alone" if part in ROLES else f"write {part.upper()}"
            ledger.refuse(place, f'"{part}" is a role that stands here as a word', hint)
        elif part.startswith("@"):
            entities.append(ledger.use("entity", part[1:], place))
        elif part.startswith("="):
            lemmas += _class_words(part[1:], slot, place, ledger, classes)
        else:
            lemmas += ledger.expand(part, place)
    return Filler(entities=tuple(dict.fromkeys(entities)), lemmas=tuple(dict.fromkeys(lemmas)), optional=optional)


def _class_words(name: str, slot: str, place: Place, ledger: Ledger, classes: WordClasses) -> tuple[str, ...]:
    kinds = _CLASS_KINDS.get(slot, _OTHER_KINDS)
    words = classes.words(kinds, name)
    if not words:
        classes.refuse(ledger, place, "class", name, kinds)
    return words
