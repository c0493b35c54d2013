"""Whether a word that is no known word stands in a text as a word of its author: not in an address, a list of
misspellings, a passage in another language, or the name of a person.

Every look is bounded to the neighbourhood of the word, so that a long line costs no more than a short one.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from factcheck.extract.sentences import split_sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

_REACH = 300
_CHUNK = 80
_SHORT_CAPITALS = 6
_ADDRESS = re.compile(
    r"://|www\.|@|\\|=|^\.{0,2}/\w"
    r"|\.(?:com|org|net|gov|edu|info|io|co|eu|uk|us|de|fr|html?|pdf|png|jpe?g|gif|svg|md|txt|csv|json|ya?ml|xml|py|js|zip)\b",
    re.IGNORECASE,
)
_GLUE = "_#@$%&~^=\\<>{}\ufffc\u00ad\u200b\u200c\u200d\u2060"
_MENTIONED = re.compile(
    r"\bmis-?spel(?:l|t)|\btypos?\b|\bmistyped\b|\bsp(?:elled|elt|elling)\b|\bconfused with\b|\bsic\b"
    r"|\bcorrect (?:forms?|names?|spellings?)\b"
    r"|\b(?:wrongly|incorrectly|erroneously|mistakenly) (?:written|called|typed)\b|\bauto-?corrects?\b"
    r"|\b(?:in|the|its) (?:German|French|Spanish|Italian|Dutch|Portuguese|Polish|Indonesian|Swedish|Turkish|Latin)\b",
    re.IGNORECASE,
)
_WRITING = (
    "writes",
    "wrote",
    "written",
    "writing",
    "spells",
    "types",
    "typed",
    "typing",
    "prints",
    "searching",
    "type",
)
_QUOTES = "\"'“”‘’«»„"
_ARROW = re.compile(r"→|⇒|->|=>|➔")
_BEFORE = re.compile(r"([^\W\d_]+(?:(?<=Dr|Mr|Ms)\.|(?<=Mrs)\.|(?<=Prof)\.)?)[^\S\n]$")
_LETTERS = re.compile(r"[^\W\d_]+")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ENGLISH = _words("""
the of and to in is are was were for with that this by from on as be or it not has have can may which at an its also but
""")
_FOREIGN = _words("""
der die das und ist nicht ein eine einer eines den dem des mit auf für von zu im bei oder auch sich wird durch nach
le la les et est une du au aux avec pour dans sur que qui sont ou ce cette il elle
el los las y un una al con por para en se su como más lo sus é da dos das na nas em um uma com não ao são
gli di che è della dello nel nella sono si ed het een van de zijn niet voor aan ook bij
och är att som på av ett og er til ikke yang ini untuk dengan pada tidak
""")


def is_prose(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] is a word of English prose: no address, code, hashtag, acronym, name in mixed case."""
    word = text[start:end]
    if word.isupper():
        if len(word) <= _SHORT_CAPITALS:
            return False
    elif not word[1:].islower():
        return False
    before, after = text[start - 1 : start], text[end : end + 1]
    if any(char and (char in _GLUE or char.isdigit() or unicodedata.combining(char)) for char in (before, after)):
        return False
    return not _ADDRESS.search(_chunk(text, start, end)) and _is_english(text, start, end)


def only_mentioned(text: str, start: int, end: int, candidates: Sequence[str]) -> bool:
    """Whether the sentence speaks of spelling, or puts the word right itself ("cytokyne -> cytokine")."""
    low, high = max(0, start - _REACH), min(len(text), end + _REACH)
    sentence = next((text[a:b] for a, b in split_sentences(text, low, high) if a <= start < b), text[start:end])
    if _MENTIONED.search(sentence) or _beside_right_form(text, start, end, candidates):
        return True
    quoted = text[start - 1 : start] in _QUOTES and text[end : end + 1] in _QUOTES and start > 0
    behind = text[end + 1 : end + 40].lower().split()
    ahead = text[max(0, start - 40) : start - 1].lower().split()
    if quoted and (any(word in _WRITING for word in ahead[-4:]) or behind[:2] in (["should", "be"], ["must", "be"])):
        return True
    if quoted and any(name in text[max(0, start - _CHUNK) : end + _CHUNK].lower() for name in candidates):
        return True  # the word in quotes, its right form in the next sentence
    if quoted and behind[:1] in (["for"], ["instead"], ["where"]) and any(n in " ".join(behind) for n in candidates):
        return True
    return bool(_ARROW.search(sentence)) and any(name in sentence.lower() for name in candidates)


def _beside_right_form(text: str, start: int, end: int, candidates: Sequence[str]) -> bool:
    """Whether a word fills its line (a cell, an item) and its right form the line before or behind it."""
    if text[start - 1 : start] not in ("", "\n") or text[end : end + 1] not in ("", "\n"):
        return False
    before = text[max(0, start - _CHUNK) : start].rstrip("\n").rpartition("\n")[2]
    behind = text[end : end + _CHUNK].lstrip("\n").partition("\n")[0]
    return not {before.lower(), behind.lower()}.isdisjoint(candidates)


def neighbours(text: str, start: int, end: int) -> list[str]:
    """The words right before and behind a word, where nothing but a space or a title's full stop lies between."""
    before = _BEFORE.search(text[max(0, start - 40) : start])
    after = re.match(r"[^\S\n]([^\W\d_]+)", text[end : end + 40])
    return [found.group(1) for found in (before, after) if found]


def _chunk(text: str, start: int, end: int) -> str:
    """What stands around a word without white space."""
    before = re.search(r"\S*$", text[max(0, start - _CHUNK) : start])
    after = re.match(r"\S*", text[end : end + _CHUNK])
    return (before.group() if before else "") + text[start:end] + (after.group() if after else "")


def _is_english(text: str, start: int, end: int) -> bool:
    """Whether the words around do not speak of another language."""
    around = _LETTERS.findall(text[max(0, start - _CHUNK) : end + _CHUNK].lower())
    foreign = sum(word in _FOREIGN for word in around)
    return foreign < 2 or foreign <= sum(word in _ENGLISH for word in around)
