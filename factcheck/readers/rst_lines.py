"""The lines of a reStructuredText source: where they begin and end, and how far they are indented.

All places are code points of the source. Columns count from 0; a tab goes on to the next multiple of 8.
"""

from __future__ import annotations

import re
from typing import NamedTuple
from unicodedata import combining, east_asian_width

from factcheck.readers.outline import MAX_BLOCKS
from factcheck.readers.source_text import ReadError

MAX_LINES = 500_000
"""The most lines with text on them that a source may have."""

_LINE = re.compile(r"([ \t\f\v]*)([^\r\n]*)(?:\r\n|\r|\n|\Z)")


class Line(NamedTuple):
    """One line, or the part of it that belongs to a list item or a table cell, without the white space around it.

    A blank line has `start == end`. A line that is `glued` goes on from the one before without a space.
    """

    start: int
    end: int
    column: int
    glued: bool = False

    @property
    def blank(self) -> bool:
        """Whether nothing stands on it."""
        return self.start == self.end


FIELD = r":(?![:\s])(?:[^:\\]|\\.|:(?![\s`]|$))*(?<!\s):(?=\s|$)"
"""A pattern for the name of a field or an option, at the beginning of a line."""
BLANK = Line(0, 0, -1)
"""What stands for every blank line: its place is never asked for."""


def check_cells(count: int) -> None:
    """Raise ReadError if a table has more cells than a document may have blocks."""
    if count > MAX_BLOCKS:
        raise ReadError(f"more than {MAX_BLOCKS:,} cells in a table")


def cut_lines(source: str) -> list[Line]:
    """All lines of a source; raises ReadError beyond MAX_LINES that are not blank."""
    lines: list[Line] = []
    count = 0
    for match in _LINE.finditer(source):
        indent, text = match[1], match[2].rstrip()
        if not text.strip():
            lines.append(BLANK)
            continue
        count += 1
        if count > MAX_LINES:
            raise ReadError(f"more than {MAX_LINES:,} lines")
        start = match.start(2)
        lines.append(Line(start, start + len(text), width(indent)))
    return lines


def width(text: str, column: int = 0) -> int:
    """How many columns a text takes that begins at a column."""
    if text.isascii():
        if "\t" not in text:
            return len(text)
        return len((" " * (column % 8) + text).expandtabs(8)) - column % 8
    return sum(_columns(each) for each in text)


def _columns(character: str) -> int:
    if combining(character):
        return 0
    return 2 if east_asian_width(character) in "WF" else 1


def places(text: str) -> list[int]:
    """For every column that a text without tabs takes, and the one after it, which of its characters stands there."""
    if text.isascii():
        return list(range(len(text) + 1))
    found: list[int] = []
    for index, character in enumerate(text):
        found += [index] * _columns(character)
    return [*found, len(text)]


def block_end(lines: list[Line], at: int, column: int) -> int:
    """Past the last line, from `at` on, of those that are blank or stand further right than `column`.

    Blank lines at the end do not count.
    """
    last = at
    for index in range(at, len(lines)):
        line = lines[index]
        if line.start == line.end:
            continue
        if line.column <= column:
            break
        last = index + 1
    return last


def least_column(lines: list[Line], default: int = 0) -> int:
    """The smallest column of lines that are not blank."""
    return min((line.column for line in lines if not line.blank), default=default)


def under_marker(first: Line, rest: list[Line]) -> list[Line]:
    """Text that begins behind a marker, on the same line, put in line with what stands below."""
    if first.blank:
        return rest
    return [first._replace(column=least_column(rest, first.column)), *rest]
