"""Names as rows of bits: which of them can lie within some edits of a word, asked of all names at once.

An edit (a letter lost, added or changed, two neighbours that changed places) takes at most one letter from what two
words share, each letter counted as often as it stands: words k edits apart share all letters of the longer one but k
(the bag distance of Bartolini, Ciaccia & Patella, 2002). So each letter and count has a row, with a bit for each name
that holds the letter so often. The rows of the letters of a word are added up as integers, all names side by side.
"""

from __future__ import annotations

import re
from itertools import accumulate, groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    Bound = Callable[[int], int]
    """Letters of a name -> how many edits a word may lie from it."""
    Plain = tuple[str, dict[str, bytes]]
    """The names, by length, with a space between; and their rows."""
    Needs = list[tuple[int, int]]
    """(letters that a name has to share, names for which this holds)."""

_BYTE = re.compile(rb"[^\0]")


def name_rows(names: Iterable[str]) -> Plain:
    """The rows of names (words without a space, each once), as they are kept: `aa` is the row of a second `a`."""
    ordered = sorted(names, key=lambda name: (len(name), name))
    rows: dict[str, bytearray] = {}
    size = (len(ordered) + 7) // 8
    for at, name in enumerate(ordered):
        for key in _counted(name):
            if key not in rows:
                rows[key] = bytearray(size)
            rows[key][at >> 3] |= 1 << (at & 7)
    return " ".join(ordered), {key: bytes(row) for key, row in rows.items()}


class NameRows:
    """Names, asked by the letters of a word."""

    def __init__(self, plain: Plain) -> None:
        """Take names as `name_rows` gives them."""
        self._names = plain[0].split()
        self._rows = plain[1]
        sizes = [(size, sum(1 for _ in group)) for size, group in groupby(self._names, len)]
        ends = accumulate(count for _, count in sizes)
        self._places = [(size, end - count, end) for (size, count), end in zip(sizes, ends, strict=True)]
        self._views: dict[tuple[int, tuple[Bound, ...]], _View] = {}

    def near(self, word: str, *bounds: Bound) -> list[list[str]]:
        """For each bound, the names that may lie within it, without those of the bounds before.

        Every name that lies within a bound is there; of the others those that share enough letters.
        """
        key = len(word), bounds
        if key not in self._views:
            self._views[key] = self._view(*key)
        view = self._views[key]
        planes = _added([row for each in _counted(word) if (row := view.row(each))])
        found, before = [], 0
        for needs in view.needs:
            met = _meeting(needs, planes) & ~before
            before |= met
            found.append([self._names[view.first + at] for at in _places(met)])
        return found

    def _view(self, size: int, bounds: tuple[Bound, ...]) -> _View:
        """What a word of a size has to know of the names that one of the bounds lets it meet."""
        most = {own: max(bound(own) for bound in bounds) for own, _, _ in self._places}
        met = [(own, first, end) for own, first, end in self._places if abs(own - size) <= most[own]]
        if not met:
            return _View({}, 0, 0, [[] for _ in bounds])
        start, stop = met[0][1], met[-1][2]
        every = []
        for bound in bounds:
            needs: dict[int, int] = {}
            for own, first, end in met:
                if abs(own - size) <= bound(own):
                    need = max(0, max(own, size) - bound(own))
                    needs[need] = needs.get(need, 0) | ((1 << (end - first)) - 1) << (first - start)
            every.append(sorted(needs.items()))
        return _View(self._rows, start, stop, every)


class _View:
    """The rows of the names that words of one size may meet: cut out, each when it is first needed."""

    def __init__(self, rows: dict[str, bytes], first: int, end: int, needs: Sequence[Needs]) -> None:
        self.first, self.needs = first, needs
        self._every = (1 << (end - first)) - 1
        self._whole = rows
        self._cut: dict[str, int] = {}

    def row(self, key: str) -> int:
        if key not in self._cut:
            self._cut[key] = int.from_bytes(self._whole.get(key, b""), "little") >> self.first & self._every
        return self._cut[key]


def _counted(word: str) -> Iterator[str]:
    """The letters of a word, each as often in a row as it has stood so far."""
    met: dict[str, str] = {}
    for letter in word:
        met[letter] = met.get(letter, "") + letter
        yield met[letter]


def _added(rows: list[int]) -> list[int]:
    """The sums of the bits at each place, as binary digits: the first number holds the lowest digit of every sum."""
    digits = []
    while rows:
        carried = []
        while len(rows) > 2:
            one, two, three = rows.pop(), rows.pop(), rows.pop()
            odd = one ^ two
            rows.append(odd ^ three)
            carried.append(one & two | odd & three)
        if len(rows) == 2:
            one, two = rows
            rows = [one ^ two]
            carried.append(one & two)
        digits += rows
        rows = carried
    return digits


def _meeting(needs: Needs, digits: Sequence[int]) -> int:
    """The places at which the sum is what is needed, or more."""
    found = 0
    for need, places in needs:
        if need >> len(digits):
            continue  # no sum has so many digits
        enough = places
        for at, digit in enumerate(digits):
            enough = enough & digit if need >> at & 1 else enough | digit & places
        found |= enough
    return found


def _places(bits: int) -> Iterator[int]:
    """The places of the bits that are set, in order."""
    raw = bits.to_bytes((bits.bit_length() + 7) // 8, "little")
    for met in _BYTE.finditer(raw):
        at, byte = met.start(), raw[met.start()]
        while byte:
            lowest = byte & -byte
            yield 8 * at + lowest.bit_length() - 1
            byte ^= lowest
