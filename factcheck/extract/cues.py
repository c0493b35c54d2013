"""The classes of cue words that the packs give: hedges, myth nouns, verbs that reject, and the like."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


_SET_PHRASES = (("factive", "assert"), ("hedges", "hedge"), ("reject", "flip"), ("doubt", "open"))
_LONGEST = 10


class Cues:
    """The classes of `cues.yaml`; a missing class is empty."""

    def __init__(self, classes: Mapping[str, frozenset[str]]) -> None:
        """Take the classes by name."""
        self._classes = classes
        self._set_phrases = {
            phrase.removesuffix(" that"): effect
            for name, effect in reversed(_SET_PHRASES)
            for phrase in self.of(name)
            if phrase.endswith(" that") or (" " in phrase and effect in ("assert", "hedge"))
        }

    def set_phrase(self, words: Sequence[str]) -> str:
        """What the words before `that` do to what follows, if they end in a set phrase (`it may be`); else empty."""
        low = [word.replace("’", "'") for word in words[-_LONGEST:]]
        tails = (" ".join(low[at:]).replace(" '", "'").replace(" n't", "n't") for at in range(len(low)))
        return next((self._set_phrases[tail] for tail in tails if tail in self._set_phrases), "")

    def of(self, name: str) -> frozenset[str]:
        """The words of a class."""
        return self._classes.get(name, frozenset())

    def has(self, name: str, *words: str) -> bool:
        """Whether one of the words stands in a class."""
        found = self.of(name)
        return any(word in found for word in words)

    def any_of(self, names: tuple[str, ...], *words: str) -> bool:
        """Whether one of the words stands in one of several classes."""
        return any(self.has(name, *words) for name in names)
