"""Words -> misspelled names: words that are none, near exactly one protected name.

Known words and real names are never corrected. Distance is optimal string alignment, bounded by
length; a phonetic key allows one edit more. Thresholds: section 6 of the design.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.extract.mentions import folded, plural_of

if TYPE_CHECKING:
    from factcheck.extract.words import Words
    from factcheck.knowledge.base import KnowledgeBase

_WORD = re.compile(r"[^\W\d_]+")
SHORTEST = 6
_SOUNDS = (("ph", "f"), ("qu", "k"), ("ck", "k"), ("c", "k"), ("z", "s"), ("x", "ks"), ("y", "i"), ("th", "t"), ("ae", "e"), ("oe", "e"), ("w", "v"),
           ("q", "k"), ("j", "g"))


def sound(word: str) -> str:
    """A coarse phonetic key: like consonants fall together, vowels but the first are dropped, doubles are single."""
    low = word.lower()
    for letters, key in _SOUNDS:
        low = low.replace(letters, key)
    key = low[:1] + re.sub(r"[aeiouh]", "", low[1:])
    return re.sub(r"(.)\1+", r"\1", key)


class Speller:
    """Judges each distinct word once."""

    def __init__(self, kb: KnowledgeBase, words: Words) -> None:
        """Collect protected words from the names of the packs, and every word that is right as it is."""
        self._words = words
        self._right: set[str] = set(kb.guards)
        self.protected: dict[str, str] = {}
        for name in kb.names:
            entity = kb.entities[name.entity]
            for part in _WORD.findall(folded(name.text)):
                self._right |= {part, plural_of(part)}
                if entity.protect and name.kind in ("name", "exact") and len(part) >= SHORTEST and not words.known(part):
                    self.protected.setdefault(part, name.entity)
        for common in _common_words(kb):
            self.protected.pop(common, None)
        self._choices = sorted(self.protected)
        self._cache: dict[str, tuple[str, ...]] = {}

    def candidates(self, word: str) -> tuple[str, ...]:
        """Protected words that a word (lower case) may stand for: none, one (sure), or several (ambiguous)."""
        found = self._cache.get(word)
        if found is None:
            found = self._cache[word] = self._judge(word)
        return found

    def _judge(self, word: str) -> tuple[str, ...]:
        if len(word) < SHORTEST or word in self._right or self._words.known(word) or not word.isalpha():
            return ()
        stem = word[:-1] if word.endswith("s") else word
        if stem in self._right or self._words.known(stem):
            return ()
        from rapidfuzz.distance import OSA

        near: list[tuple[int, str]] = []
        for choice in self._choices:
            if abs(len(choice) - len(stem)) > 3:
                continue
            for written in {word, stem}:
                distance = OSA.distance(written, choice, score_cutoff=3)
                if 0 < distance <= self._allowed(written, choice):
                    near.append((distance, choice))
                    break
        if not near:
            return ()
        near.sort()
        best = near[0][0]
        rivals = [choice for distance, choice in near if distance == best or (best > 1 and distance == best + 1 and False)]
        return tuple(rivals)

    @staticmethod
    def _allowed(word: str, choice: str) -> int:
        """How many edits may lie between two words."""
        size = min(len(word), len(choice))
        if size < SHORTEST:
            return 0
        alike = sound(word) == sound(choice)
        if size <= 7:
            return 1
        if size <= 9:
            return 2 if alike else 1
        return 3 if alike else 2


def _common_words(kb: KnowledgeBase) -> set[str]:
    """Words that several entities share ("inhibitor", "alopecia" stays): plain words, not names."""
    count: dict[str, set[str]] = {}
    for name in kb.names:
        for part in set(_WORD.findall(folded(name.text))):
            count.setdefault(part, set()).add(name.entity)
    single = {folded(name.text) for name in kb.names if kb.entities[name.entity].protect}
    return {part for part, entities in count.items() if len(entities) > 12 and part not in single}


def find_misspellings(text: str, speller: Speller) -> list[tuple[int, int, tuple[str, ...]]]:
    """(start, end, candidates) of the misspelled words of a text, in order; the cost is one look per distinct word."""
    low = folded(text)
    suspects = {word: found for word in set(_WORD.findall(low)) if (found := speller.candidates(word))}
    if not suspects:
        return []
    return [(m.start(), m.end(), suspects[m.group()]) for m in _WORD.finditer(low) if m.group() in suspects]
