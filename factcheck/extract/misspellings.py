"""Text -> its misspelled names: suspect words that are no names, stand in no list and are not only mentioned."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.extract.broken_names import broken_names
from factcheck.extract.mentions import folded
from factcheck.extract.spelling import SHORTEST, SURE, WORD
from factcheck.extract.spelling_context import is_prose, neighbours, only_mentioned

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.extract.spelling import Speller

    Misspelling = tuple[int, int, tuple[str, ...]]
    """(start, end, candidates), in code points."""

_LIST = 200
"""Characters within which misspellings of one name make a list of them."""
_GAPS = (" ", "  ", "/", " / ", "\n", "|", " | ")
"""What stands between the words of a list of misspellings; an author's own list of names has commas."""
_BESIDE = 10
"""Misspellings before and behind one that are looked at."""


def find_misspellings(text: str, speller: Speller) -> list[Misspelling]:
    """(start, end, candidates) of the misspelled words of a text, in order; the cost is one look per distinct word."""
    low = folded(text)
    words = set(WORD.findall(low))
    suspects = speller.suspects(words)
    broken: list[Misspelling] = [
        (start, end, (name,))
        for start, end, name in broken_names(low, words, speller)
        if "\n" not in text[start:end] and is_prose(text, start, end) and not only_mentioned(text, start, end, (name,))
    ]
    found: list[Misspelling] = []
    for match in WORD.finditer(low) if suspects else ():
        word, start, end = match.group(), match.start(), match.end()
        if word in suspects and is_prose(text, start, end):
            candidates = suspects[word][1]
            if not only_mentioned(text, start, end, candidates):
                found.append((start, end, candidates))
    whole = [
        each
        for at, each in enumerate(found)
        if not _is_name(text, each, suspects[low[each[0] : each[1]]][0], speller) and not _listed(at, found, low)
    ]
    parts = {at for start, end, _ in broken for at in range(start, end)}
    return sorted([each for each in whole if each[0] not in parts] + broken)


def _listed(at: int, found: Sequence[Misspelling], low: str) -> bool:
    """Whether a misspelling stands in a list of them: three in a row, or three forms of one name close together."""
    here = found[at]
    beside = found[max(0, at - _BESIDE) : at + _BESIDE + 1]
    near = [each for each in beside if each[2] == here[2] and abs(each[0] - here[0]) < _LIST]
    rows = (found[first : first + 3] for first in range(max(0, at - 2), at + 1))
    tight = any(_forms(row, low) == 3 and all(low[a[1] : b[0]] in _GAPS for a, b in pairwise(row)) for row in rows)
    return tight or _forms(near, low) > 2


def _forms(found: Sequence[Misspelling], low: str) -> int:
    """How many different words were found."""
    return len({low[start:end] for start, end, _ in found})


def _opens(text: str, start: int) -> bool:
    """Whether a word opens a line or a sentence, where small words have a capital too."""
    return text[start].isupper() and not re.search(r"[\w,;)] *$", text[max(0, start - 9) : start])


def _is_name(text: str, found: Misspelling, edits: int, speller: Speller) -> bool:
    """Whether a word may be a name that no pack holds: that of a town, among others.

    Near a brand: two edits in a small word. Near a short name: two edits that change its first letter or
    make it shorter, one of two brands, a small word near a brand, a capitalised word near what is no brand. Near any
    name: a very short word, or a capitalised one beside an unknown one. Beside a protected word it is none ("alopecia
    areta"). One edit in a long name is a slip anywhere.
    """
    start, end, (nearest, *others) = found
    beside = neighbours(text, start, end)
    brand = nearest in speller.brands
    first = nearest[0].upper() if brand else nearest[0]
    if text[start].isupper() and text[start:end].lower() in speller.places:
        return True
    alike = speller.alike(text[start:end], nearest)
    if brand and edits > 1 and text[start].islower() and not alike:
        return True  # a brand that lost its capital may have one slip more
    if edits > 1 and len(nearest) < SURE and (text[start] != first or end - start < len(nearest)):
        return True  # two edits leave little of a short name
    if brand and others and len(nearest) < SURE:
        return True  # what lies near two short brands is as likely a third
    if any(each.lower() in speller.protected for each in beside):
        return False
    if len(nearest) < SURE and not _opens(text, start) and text[start].islower() == brand:
        # near a short name lie too many words, and many names of people
        return text[start].isupper() or not alike
    if end - start < SHORTEST:
        return not brand
    if (edits == 1 and len(nearest) >= SURE) or not text[start].isupper():
        return False
    return any(each[0].isupper() and not speller.known(each.lower()) for each in beside)
