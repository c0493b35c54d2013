"""The classes of cue words that the packs give: hedges, myth nouns, verbs that reject, and the like."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class Cues:
    """The classes of `cues.yaml`; a missing class is empty."""

    def __init__(self, classes: Mapping[str, frozenset[str]]) -> None:
        """Take the classes by name."""
        self._classes = classes

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
