"""Offsets to lines and columns: the only place where they are worked out."""

from __future__ import annotations

import re
from bisect import bisect_right

_LINE_END = re.compile(r"\r\n|\r|\n")


class LineIndex:
    """Where the lines of a source begin. LF, CRLF and CR end a line; nothing else does."""

    def __init__(self, source: str) -> None:
        """Find the line ends, once."""
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(source))]

    def position(self, offset: int) -> tuple[int, int]:
        """The line and column of an offset, both from 1; a column counts code points."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1
