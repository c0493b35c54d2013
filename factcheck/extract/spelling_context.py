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
    r"|\.(?:com|org|net|gov|edu|info|io|co|eu|uk|us|de|fr|html?|pdf|png|jpe?g|gif|svg|md|txt|csv|json|ya?ml|xml|py|js|zip"
    r"|docx?|xlsx?|pptx?|odt|rtf|epub|webp|tiff?|mp[34]|wav|log|toml|sql|php|css|rst|tex)\b",
    re.IGNORECASE,
)
_GLUE = "_#@$%&~^=\\<>{}\ufffc\u00ad\u200b\u200c\u200d\u2060"
_LANGUAGE = (
    "(?:Bulgarian|Catalan|Croatian|Czech|Danish|Dutch|Estonian|Finnish|French|German|Greek|Hungarian|Indonesian|Italian"
    "|Latin|Latvian|Lithuanian|Malay|Norwegian|Polish|Portuguese|Romanian|Russian|Serbian|Slovak|Slovene|Slovenian"
    "|Spanish|Swedish|Turkish|Ukrainian|Vietnamese)"
)
_SPOKEN = (
    "(?:word|name|spelling|form|term|version|text|leaflet|label|edition|original|page|for|is|was|it|as|and|or|they|we"
    "|you)"
)
_OF_LANGUAGE = re.compile(rf"\b{_LANGUAGE}\b")
_MENTIONED = re.compile(
    r"\bmis-?spel(?:l|t)|\btypos?\b|\bmistyped\b|\bsp(?:ell|ells|elled|elt|elling)\b|\bconfused with\b|\bsic\b"
    r"|\bcorrect (?:forms?|names?|spellings?)\b"
    r"|\b(?:wrongly|incorrectly|erroneously|mistakenly) (?:written|called|typed)\b|\bauto-?corrects?\b"
    r"|\b(?:who|you|users|visitors) (?:type|enter|google)\b|\bsearch (?:box|terms?|quer(?:y|ies))\b"
    rf"|\b(?:in|from|the|its) {_LANGUAGE}\b(?! (?!{_SPOKEN}\b)[a-z])",
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
_OPENING, _CLOSING = '"“„«»', '"”“«»'
_NEAR = 160
"""Characters around a quotation in which the name of a language tells why it is spelled so."""
_BROKEN = re.compile(r"[^\W\d_]-\s+$")
"""Before the rest of a word that was broken at the end of a line."""
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
werden wir bei hat sie kann
le la les et est pas une du au aux avec pour dans sur que qui sont ou ce cette il elle
el los las y un una al con por para en se su como más lo sus é da dos das na nas em um uma com não ao são
gli di che è della dello nel nella sono si ed het een van de zijn niet voor aan ook bij
och är att som på av det ett og er til ikke yang ini untuk dengan pada tidak
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
    if _BROKEN.search(text[max(0, start - 5) : start]) or re.match(r"-\s", text[end : end + 2]):
        return False
    if any(char and (char in _GLUE or char.isdigit() or unicodedata.combining(char)) for char in (before, after)):
        return False
    return not _ADDRESS.search(_chunk(text, start, end)) and _is_english(text, start, end)


def only_mentioned(text: str, start: int, end: int, candidates: Sequence[str]) -> bool:
    """Whether the sentence speaks of spelling, or puts the word right itself ("cytokyne -> cytokine")."""
    low, high = max(0, start - _REACH), min(len(text), end + _REACH)
    sentence = next((text[a:b] for a, b in split_sentences(text, low, high) if a <= start < b), text[start:end])
    if _MENTIONED.search(sentence) or re.search(rf"\b{_LANGUAGE} $", text[low:start]):
        return True
    beside = f"{text[max(low, start - _CHUNK) : start]} {text[end : end + _CHUNK]}".lower()
    if re.search(r"\bnot [\"'“‘]?$", text[low:start]) and any(name in beside for name in candidates):
        return True
    if _beside_right_form(text, start, end, candidates):
        return True
    quoted = text[start - 1 : start] in _QUOTES and text[end : end + 1] in _QUOTES and start > 0
    behind = text[end + 1 : end + 40].lower().split()
    ahead = text[max(0, start - 40) : start - 1].lower().split()
    if quoted and (any(word in _WRITING for word in ahead[-4:]) or behind[:2] in (["should", "be"], ["must", "be"])):
        return True
    if quoted and any(name in beside for name in candidates):
        return True  # the word in quotes, its right form in the next sentence
    if quoted and behind[:1] in (["for"], ["instead"], ["where"]) and any(n in " ".join(behind) for n in candidates):
        return True
    if _quotation(text, start, end) is not None and _OF_LANGUAGE.search(text, max(0, start - _NEAR), end + _NEAR):
        return True
    return bool(_ARROW.search(sentence)) and any(name in sentence.lower() for name in candidates)


def _quotation(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The passage in quotation marks, of a sentence or two at most, in which a word stands."""
    low, high = max(0, start - _REACH), min(len(text), end + _REACH)
    opened = max(text.rfind(mark, low, start) for mark in _OPENING)
    closed = min((at for mark in _CLOSING if (at := text.find(mark, end, high)) >= 0), default=-1)
    return (opened + 1, closed) if opened >= 0 <= closed and "\n\n" not in text[opened:closed] else None


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
    """Whether the words around, those of the sentence and of the quotation do not speak of another language."""
    low, high = max(0, start - _CHUNK), min(len(text), end + _CHUNK)
    sentence = next(((a, b) for a, b in split_sentences(text, low, high) if a <= start < b), (low, high))
    near = (max(0, start - _CHUNK // 2), min(len(text), end + _CHUNK // 2))
    passages = [(low, high), near, sentence, _quotation(text, start, end) or sentence]
    return all(_mostly_english(text[slice(*passage)]) for passage in passages)


def _mostly_english(text: str) -> bool:
    """Whether small words of other languages are no more than the English ones."""
    around = _LETTERS.findall(text.lower())
    foreign = sum(word in _FOREIGN or not word.isascii() for word in around)
    return foreign < 2 or foreign <= sum(word in _ENGLISH for word in around)
