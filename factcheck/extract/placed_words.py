"""Misspellings and discouraged words of a document, each with the sentence in which it stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from factcheck.extract.mentions import folded
from factcheck.extract.sentences import split_sentences
from factcheck.model.claim import Misspelling, TermUse
from factcheck.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from factcheck.model.document import Document

_LONGEST_ENDING = 2
_QUOTES = "\"'“”‘’«»"
_DENIED = re.compile(r"\b(?:not|never) (?:stand for|mean|short for|the|an?|called|say|write|use)\b[^.;]{0,40}$")


def placed_misspellings(
    document: Document, wrong: Iterable[tuple[int, int, Sequence[str]]], protected: Mapping[str, str]
) -> Iterator[Misspelling]:
    """The misspelled words that stand in a block, with the names that they may stand for."""
    places = _Places(document)
    for start, end, names in wrong:
        sentence, block = places.of(start, end)
        if block >= 0:
            written = document.text[start:end]
            yield Misspelling(TextSpan(start, end), written, tuple(names), protected[names[0]], sentence, block)


def term_uses(document: Document, terms: Iterable[tuple[str, str]]) -> list[TermUse]:
    """Every use of a discouraged word, with an ending of at most two letters, in order; `terms` are (word, id)."""
    low, places = folded(document.text), _Places(document)
    found = []
    for word, term in terms:
        for start, end in _uses(word, low):
            sentence, block = places.of(start, end)
            named = low[start - 1 : start] in _QUOTES and low[end : end + 1] in _QUOTES and start > 0 and end < len(low)
            if named or _DENIED.search(low, sentence.start, start):
                continue
            found.append(TermUse(TextSpan(start, end), term, document.text[start:end], sentence, block))
    return sorted(found, key=lambda use: use.span)


def _uses(word: str, low: str) -> Iterator[tuple[int, int]]:
    at = low.find(word)
    while at >= 0:
        end = at + len(word)
        if at == 0 or not low[at - 1].isalnum():
            while end < len(low) and low[end].isalpha():
                end += 1
            if end - at - len(word) <= _LONGEST_ENDING:
                yield at, end
        at = low.find(word, end)


class _Places:
    """Words of a document -> the sentences around them; a block is split once."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._starts = [block.span.start for block in document.blocks]
        self._sentences: dict[int, list[tuple[int, int]]] = {}

    def of(self, start: int, end: int) -> tuple[TextSpan, int]:
        """The sentence around a word and the number of its block; the word itself and -1 if it stands in none."""
        index = bisect_right(self._starts, start) - 1
        if index < 0 or start >= self.document.blocks[index].span.end:
            return TextSpan(start, end), -1
        span = self.document.blocks[index].span
        if index not in self._sentences:
            self._sentences[index] = split_sentences(self.document.text, span.start, span.end)
        sentences = self._sentences[index]
        at = bisect_right(sentences, start, key=lambda each: each[0]) - 1
        around = sentences[at] if at >= 0 and start < sentences[at][1] else (start, end)
        return TextSpan(*around), index
