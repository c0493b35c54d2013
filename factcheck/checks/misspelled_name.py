"""A drug, brand, disease or technical word is misspelled; exactly one protected name lies near.

The name replaces the word in the capitals of the text, and its plural where the text has one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.model.claim import Misspelling, Verdict

if TYPE_CHECKING:
    from factcheck.knowledge.base import KnowledgeBase

CODE, NAME, SEVERITY = "FC101", "misspelled-name", "error"


def judge(word: Misspelling, kb: KnowledgeBase) -> Verdict | None:
    """The verdict on a misspelled name, with its fix in the capitals of the text."""
    if len(word.candidates) != 1:
        return None
    right = cased(word.candidates[0], word.written, kb, word.entity)
    return Verdict(
        "contradicts",
        CODE,
        word.entity,
        SEVERITY,
        word.span,
        word.sentence,
        f'"{word.written}" is a misspelling of {right}.',
        right,
        replacements=((right, True),),
    )


def cased(name: str, written: str, kb: KnowledgeBase, entity: str) -> str:
    """A name in the capitals of the word that it replaces; brands keep their own."""
    if written.endswith("s") and not name.endswith("s") and not written.endswith("ss"):
        name += "s"
    own = next((n.text for n in kb.entities[entity].names if n.text.lower() == name and n.text[0].isupper()), "")
    if written.isupper() and len(written) > 1:
        return name.upper()
    return own or (name.capitalize() if written[0].isupper() else name)
