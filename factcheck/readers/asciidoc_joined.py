"""The lines of one AsciiDoc block joined, with what is to be changed in them, on the way into an outline."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from factcheck.readers.strand import PLACEHOLDER

if TYPE_CHECKING:
    from collections.abc import Iterable
    from re import Match, Pattern

    from factcheck.readers.outline import Outline

_WORD = re.compile(r"\S+")

SPACE, BREAK = " ", "\n"
"""What an edit says for white space that joins other white space, and for a line end that is kept."""


def _stand_in(word: re.Match[str]) -> str:
    return PLACEHOLDER * (word.end() - word.start())


class Joined:
    """The text of some lines, joined by `\\n`; offsets are those of `text`.

    `seen` is as long as `text`; marks that have been understood are masked in it, all but the white space,
    so that what looks for other marks does not meet them again.
    """

    def __init__(self, source: str, lines: Iterable[tuple[int, int]]) -> None:
        """Join source[start:end] of every line."""
        self._source, self._lines = source, list(lines)
        self._starts: list[int] = []
        at = 0
        for start, end in self._lines:
            self._starts.append(at)
            at += end - start + 1
        self.text = self.seen = "\n".join(source[start:end] for start, end in self._lines)
        self._edits: list[tuple[int, int, str]] = []
        self._masks: list[tuple[int, int]] = []

    def edit(self, start: int, end: int, said: str) -> None:
        """Let text[start:end] become `said`: nothing, SPACE, BREAK or other text. The longer of two edits counts."""
        self._edits.append((start, end, said))
        self._masks.append((start, end))

    def mask(self, start: int, end: int) -> None:
        """Hide text[start:end] from what looks for marks; it stays in the text."""
        self._masks.append((start, end))

    def settle(self) -> None:
        """Bring `seen` up to date with the edits and masks so far."""
        parts: list[str] = []
        at = 0
        for start, end in sorted(self._masks):
            if end > at:
                start = max(start, at)
                parts += (self.seen[at:start], _WORD.sub(_stand_in, self.seen[start:end]))
                at = end
        if parts:
            self.seen = "".join((*parts, self.seen[at:]))
            self._masks.clear()

    def pairs(self, opener: Pattern[str], closer: Pattern[str]) -> Iterable[tuple[Match[str], Match[str]]]:
        """Every opening mark in `seen` with the first closing mark after it that leaves something between them."""
        closings = list(closer.finditer(self.seen))
        at = index = 0
        for opening in opener.finditer(self.seen):
            if opening.start() < at:
                continue
            while index < len(closings) and closings[index].start() <= opening.end():
                index += 1
            if index == len(closings):
                return
            yield opening, closings[index]
            at = closings[index].end()

    def write(self, outline: Outline) -> None:
        """Write the text, edited, into the open block of an outline."""
        at = 0
        for start, end, said in sorted(self._edits, key=lambda edit: (edit[0], -edit[1])):
            if end <= at:
                continue
            start = max(start, at)
            self._copy(at, start, outline)
            at = end
            first, last = self._place(start), self._place(end - 1) + 1
            if said == BREAK:
                outline.line_break(first, last)
            elif said == SPACE:
                outline.space(first, last)
            else:
                outline.put(said, first, last)
        self._copy(at, len(self.text), outline)

    def _place(self, at: int) -> int:
        """The place in the source of one character; that of a line end is the end of its line."""
        line = bisect_right(self._starts, at) - 1
        return self._lines[line][0] + at - self._starts[line]

    def _copy(self, start: int, end: int, outline: Outline) -> None:
        line = bisect_right(self._starts, start) - 1
        while start < end:
            first, last = self._lines[line]
            begin = self._starts[line]
            stop = min(end, begin + last - first)
            if start < stop:
                outline.copy(first + start - begin, first + stop - begin)
            if stop < end:
                outline.space(last, self._lines[line + 1][0])
                stop += 1
            start = stop
            line += 1
