"""A drug, brand, disease or technical word is misspelled; exactly one protected name lies near.

The name replaces the word in the capitals of the text, and its plural where the text has one. The
replacement is safe unless the last letter leaves open whether one or many are meant.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.model.claim import Misspelling, Verdict
from factcheck.model.edits import edits_between

if TYPE_CHECKING:
    from factcheck.knowledge.base import KnowledgeBase

CODE, NAME, SEVERITY = "FC101", "misspelled-name", "error"


def judge(word: Misspelling, kb: KnowledgeBase) -> Verdict | None:
    """The verdict on a misspelled name, with its fix in the capitals of the text."""
    if len(word.candidates) != 1:
        return None
    name, written = word.candidates[0], word.written
    many, certain = number(name, written.lower())
    right = cased(name, written, kb, word.entity, many=many)
    return Verdict(
        "contradicts",
        CODE,
        word.entity,
        SEVERITY,
        word.span,
        word.sentence,
        f'"{written}" is a misspelling of {right}.',
        right,
        replacements=((right, certain),),
    )


def number(name: str, written: str) -> tuple[bool, bool]:
    """Whether a misspelling (lower case) of a name means many, and whether that is certain.

    A name that ends in s shows no number; of the others the form that lies nearer is meant. Where both
    lie equally near ("cytokins"), many is the better guess, but a guess.
    """
    if name.endswith("s") or not written.endswith("s") or written.endswith("ss"):
        return False, True
    one, many = edits_between(written, name), edits_between(written, plural(name))
    return many <= one, many != one


def plural(name: str) -> str:
    """The regular plural of a name in lower case."""
    if name.endswith("y") and name[-2:-1] not in "aeiou":
        return name[:-1] + "ies"
    return name + ("es" if name.endswith(("x", "z", "ch", "sh")) else "s")


def cased(name: str, written: str, kb: KnowledgeBase, entity: str, *, many: bool = False) -> str:
    """A name in the capitals of the word that it replaces, in the plural if `many`; brands keep their own."""
    own = next((n.text for n in kb.entities[entity].names if n.text.lower() == name and n.text[0].isupper()), "")
    right = own or (name.capitalize() if written[0].isupper() else name)
    right = plural(right) if many else right
    return right.upper() if written.isupper() and len(written) > 1 else right
