"""Folded text -> every whole-word place of every name: looked up word by word, or found by one automaton.

The automaton is quicker by far once it is there; to build it costs as much as to look up the words of some ten
pages. So a run of a document or two does without. Both find the same.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.knowledge.packed import Keys

    Hit = tuple[int, int, int]

_ENOUGH = 30_000
"""Characters of a run that are looked up; for what comes after, the automaton is built."""
_RUN = re.compile(r"[^\W_]+")
"""What `str.isalnum` takes, as much of it as stands together."""


class NameScan:
    """Finds names in any number of texts."""

    def __init__(self, keys: Keys) -> None:
        """Take the names, folded and sorted; none is empty."""
        self._keys = keys
        self._first: dict[str, int] = {}
        self._looked_up = 0
        self._automaton: Any = None
        self._marks: frozenset[str] | None = None

    def found(self, text: str) -> list[Hit]:
        """(start, end, number of the name) of all names that begin and end where words do, in any order."""
        if not self._keys:
            return []
        if self._looked_up < _ENOUGH:
            self._looked_up += len(text)
            return list(self.by_words(text))
        return list(self.by_automaton(text))

    def by_automaton(self, text: str) -> Iterator[Hit]:
        """As `found`, in one pass."""
        if self._automaton is None:
            import ahocorasick_rs

            self._automaton = ahocorasick_rs.AhoCorasick(list(self._keys))
        size = len(text)
        for number, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
            if (start == 0 or not text[start - 1].isalnum()) and (end == size or not text[end].isalnum()):
                yield start, end, number

    def by_words(self, text: str) -> Iterator[Hit]:
        """As `found`, by a look-up for every word, and for what follows it as long as names go on so."""
        if self._marks is None:  # what is no part of a word, and begins a name all the same: a quotation mark
            self._marks = frozenset(char for char in self._keys.firsts() if not char.isalnum())
        for run in _RUN.finditer(text):
            word = run.group()
            at = self._first.get(word)
            if at is None:
                at = self._first[word] = self._place_of(word)
            if at >= 0:
                yield from self._from(text, run.start(), run.end(), at)
        for start, char in enumerate(text):
            if char in self._marks and not text[start - 1 : start].isalnum():
                yield from self._from(text, start, _next_end(text, start), 0)

    def _place_of(self, word: str) -> int:
        """The place of the first name that begins with these letters; -1 if none does."""
        at = self._keys.place(word)
        return at if at < len(self._keys) and self._keys[at].startswith(word) else -1

    def _from(self, text: str, start: int, end: int, at: int) -> Iterator[Hit]:
        """The names that begin at a place, the first of which ends at `end` or later, and stands at `at` or later."""
        keys, size = self._keys, len(text)
        while True:
            words = text[start:end]
            at = keys.place(words, at)
            if at < len(keys) and keys[at] == words:
                yield start, end, at
                at += 1
            if end >= size or at >= len(keys) or not keys[at].startswith(words):
                return
            end = _next_end(text, end)


def _next_end(text: str, end: int) -> int:
    """The next place behind one at which a word does not go on."""
    run = _RUN.match(text, end + 1)
    return run.end() if run else end + 1
