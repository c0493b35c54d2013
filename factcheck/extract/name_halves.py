"""Words that may be one half of a name that a space or a hyphen breaks: its first ("sertra") or its last ("xidil")."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    Plain = tuple[str, str]
    """Names that may lose their first half, and all names turned round: each sorted, with a space between."""

LEAST = 4
"""Letters of the shortest half that is looked for."""
_LOST = 2
"""Letters that stand before a last half, or more."""


def name_halves(names: Iterable[str], by_their_first: Iterable[str]) -> Plain:
    """What a `NameHalves` is made of: all names (words without a space), and those also known by their first half."""
    return " ".join(sorted(by_their_first)), " ".join(sorted(name[::-1] for name in names))


class NameHalves:
    """Tells the halves of names among words; each word is judged once."""

    def __init__(self, plain: Plain, known: Callable[[str], bool]) -> None:
        """Take names as `name_halves` gives them; a word that is `known` is no half."""
        self._forward, self._backward = plain[0].split(), plain[1].split()
        self._known = known
        self._judged: set[str] = set()
        self._first: set[str] = set()
        self._last: set[str] = set()

    def among(self, words: set[str]) -> tuple[set[str], set[str]]:
        """Of words (lower case), those that may be the first half of a name, and those that may be the last."""
        new = words - self._judged
        self._judged |= new
        for word in new:
            if len(word) >= LEAST and not self._known(word):
                if _begins(word, self._forward, 1):
                    self._first.add(word)
                if _begins(word[::-1], self._backward, _LOST):
                    self._last.add(word)
        return words & self._first, words & self._last


def _begins(start: str, names: Sequence[str], more: int) -> bool:
    """Whether one of sorted names begins so, and has so many letters more, or still more."""
    for at in range(bisect_left(names, start), len(names)):
        if not names[at].startswith(start):
            return False
        if len(names[at]) >= len(start) + more:
            return True
    return False
