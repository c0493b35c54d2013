"""The text of a document in the making, with the source of every character of it."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from factcheck.model.document import Run, SourceMap

if TYPE_CHECKING:
    from collections.abc import Sequence

PLACEHOLDER = "\ufffc"
"""Stands in the text for code, an address or an expression, so that the words around it do not join."""
_BLANK = PLACEHOLDER + " \t\r\n\f\v\xa0\u200b\ufeff"


class Strand:
    """Text that grows block by block; white space at the ends of a block is left out.

    `holes` are (start, end, stand-in) ranges of the source, sorted and apart, that are never
    copied; a stand-in is one character, or nothing. `start` is where the open block begins in the
    text, or -1 while it holds nothing; `length` counts the code points so far. While `abreast` is not
    0, a block may begin before the end of the last one in the source.
    """

    def __init__(self, source: str, holes: Sequence[tuple[int, int, str]]) -> None:
        """Start with no text."""
        self._source = source
        self._holes = holes
        self._hole_ends = [end for _, end, _ in holes]
        self._pieces: list[str] = []
        self._runs: list[tuple[int, int, int, int, bool]] = []
        self._mark = (0, 0, 0)
        self.length = 0
        self.start = -1
        self.abreast = 0

    def copy(self, start: int, end: int) -> None:
        """Take source[start:end] as it stands, except for what lies in a hole."""
        if self._holes:
            index = bisect_right(self._hole_ends, start)
            while index < len(self._holes) and self._holes[index][0] < end:
                hole_start, hole_end, stand_in = self._holes[index]
                if hole_start > start:
                    self._add(self._source[start:hole_start], start, hole_start, True)
                self.put(stand_in, max(start, hole_start), min(end, hole_end))
                start = hole_end
                index += 1
        if start < end:
            self._add(self._source[start:end], start, end, True)

    def put(self, text: str, start: int, end: int) -> None:
        """Take `text` for source[start:end], which says the same in another way."""
        if text:
            self._add(text, start, end, False)

    def space(self, start: int, end: int) -> None:
        """One space for source[start:end], unless the text already ends in white space."""
        if self.start >= 0 and not self._pieces[-1][-1].isspace():
            self._add(" ", start, end, False)

    @property
    def reached(self) -> int:
        """Where the last stretch of the source ends that was taken."""
        return self._runs[-1][3] if self._runs else 0

    @property
    def runs(self) -> int:
        """The number of runs so far."""
        return len(self._runs)

    def tail(self, length: int) -> str:
        """The last characters of the open block, at most `length`; empty if it holds none yet."""
        if self.start < 0:
            return ""
        first = max(self._mark[0] + (self._mark[2] > 0), len(self._pieces) - length)
        return "".join(self._pieces[first:])[-length:]

    def _add(self, text: str, start: int, end: int, copied: bool) -> None:
        if self.start < 0:
            kept = text.lstrip()
            if not kept:
                return
            if copied:
                start += len(text) - len(kept)
            text = kept
            self._open(start)
        at = self.length
        self.length = at + len(text)
        self._pieces.append(text)
        last = self._runs[-1] if self._runs else None
        if copied and last and last[4] and last[3] == start:
            self._runs[-1] = (last[0], self.length, last[2], end, True)
        else:
            self._runs.append((at, self.length, start, end, copied))

    def _open(self, start: int) -> None:
        self._mark = (len(self._pieces), len(self._runs), self.length)
        if self._runs:
            self._pieces.append("\n\n")
            last = self._runs[-1][3]
            self._runs.append((self.length, self.length + 2, min(last, start) if self.abreast else last, start, False))
            self.length += 2
        self.start = self.length

    def end(self) -> bool:
        """End the open block; whether there was one with a word in it (any other is taken back)."""
        if self.start < 0:
            return False
        floor = self._mark[0] + (self._mark[2] > 0)
        cut = 0
        while len(self._pieces) > floor:
            kept = self._pieces[-1].rstrip()
            cut += len(self._pieces[-1]) - len(kept)
            if kept:
                self._pieces[-1] = kept
                break
            self._pieces.pop()
        self._shorten(cut)
        worth = any(piece.strip(_BLANK) for piece in self._pieces[floor:])
        if not worth:
            del self._pieces[self._mark[0] :], self._runs[self._mark[1] :]
            self.length = self._mark[2]
        self.start = -1
        return worth

    def _shorten(self, cut: int) -> None:
        """Drop the last `cut` characters from the map."""
        self.length -= cut
        while cut:
            at, until, start, end, copied = self._runs.pop()
            if until - at > cut:
                self._runs.append((at, until - cut, start, end - cut if copied else end, copied))
                return
            cut -= until - at

    def finished(self) -> tuple[str, SourceMap]:
        """The text and its map; SourceMapError would be a bug in a reader."""
        return "".join(self._pieces), SourceMap(tuple(Run(*run) for run in self._runs))
