"""Tables of reStructuredText that are drawn with rules of `=` and `-` over and under their columns."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.readers.rst_grid import Cell
from factcheck.readers.rst_lines import BLANK, Line, check_cells, places, width

if TYPE_CHECKING:
    from collections.abc import Iterator

_BORDER = re.compile(r"=[= ]*$")
_SPANS = re.compile(r"-[- ]*$")
_RULE = re.compile(r"[=-]+")

Columns = list[tuple[int, int]]
"""Where columns begin and end; the last has no end, and takes all that stands to the right."""


def border(text: str) -> bool:
    """Whether a line closes a table, or its head."""
    return bool(_BORDER.match(text))


def cut_ruled(source: str, lines: list[Line]) -> list[tuple[bool, list[Cell]]]:
    """The rows of a table from its first border to its last, each with whether it stands in the head.

    Raises ReadError for a table with more cells than a document may have blocks.
    """
    columns = _columns(source, lines[0], lines[0].column)
    rows: list[tuple[bool, list[Cell]]] = []
    count = 0
    for written, spans, header in _written(source, lines, columns):
        made = _row(source, written, spans or columns, columns, header)
        count += sum(len(cells) for _, cells in made)
        check_cells(count)
        rows += made
    return rows


def _written(source: str, lines: list[Line], columns: Columns) -> Iterator[tuple[list[Line], Columns, bool]]:
    """The lines of every row, the columns that a rule under them draws, if any, and whether they stand in the head."""
    base = lines[0].column
    inner = lines[1:-1]
    head = next((at for at, line in enumerate(inner) if _is_border(source, line, base)), -1)
    pending: list[Line] = []
    for at, line in enumerate(inner):
        text = source[line.start : line.end]
        if not line.blank and line.column <= base and (_SPANS.match(text) or _BORDER.match(text)):
            yield pending, [] if at == head else _columns(source, line, base), at <= head
            pending = []
            continue
        begins = not line.blank and line.column < columns[0][1]
        if begins and any(not each.blank for each in pending):
            yield pending, [], at <= head
            pending = []
        pending.append(line)
    yield pending, [], False


def _is_border(source: str, line: Line, base: int) -> bool:
    return not line.blank and line.column <= base and border(source[line.start : line.end])


def _columns(source: str, line: Line, base: int) -> Columns:
    """The columns that a line draws, counted from the left of the source."""
    found = [
        (line.column + match.start(), line.column + match.end())
        for match in _RULE.finditer(source[line.start : line.end])
    ]
    found[0] = (base, found[0][1])
    return found


def _row(
    source: str, lines: list[Line], spans: Columns, columns: Columns, header: bool
) -> list[tuple[bool, list[Cell]]]:
    """The row that some lines make, cut where `spans` begin; none if nothing is written on them.

    Cells at the right that nothing reaches are left out, so that the cost is that of the text.
    """
    drawn = [None if line.blank else _Drawn(source, line) for line in lines]
    if not any(drawn):
        return []
    spans = _joined(drawn, spans)
    lefts = [start for start, _ in columns]
    starts = [start for start, _ in spans]
    cells: list[Cell] = []
    for start, other in pairwise([*starts, -1]):
        last = len(lefts) if other < 0 else bisect_left(lefts, other)
        cells.append(Cell([], max(1, last - bisect_left(lefts, start))))
    filled = [-1] * len(cells)
    for number, each in enumerate(drawn):
        reached = bisect_left(starts, each.width) if each else 0
        for at in range(reached):
            end = starts[at + 1] if at + 1 < len(starts) else -1
            line = each.cut(starts[at], end) if each else BLANK
            if not line.blank:
                cells[at].lines += [BLANK, line] if filled[at] < number - 1 else [line]
                filled[at] = number
    while cells and not cells[-1].lines:
        cells.pop()
    return [(header, cells)]


def _joined(drawn: list[_Drawn | None], spans: Columns) -> Columns:
    """The columns of a row, those made one that a text reaches over."""
    crossed: set[int] = set()
    starts = [start for start, _ in spans]
    for each in drawn:
        for at in range(1, bisect_left(starts, each.width) if each else 0):
            if each and not each.cut(spans[at - 1][1], spans[at][0]).blank:
                crossed.add(at)
    kept: Columns = []
    for at, span in enumerate(spans):
        if at in crossed:
            kept[-1] = (kept[-1][0], span[1])
        else:
            kept.append(span)
    return kept


class _Drawn:
    """One line of the table, by columns."""

    def __init__(self, source: str, line: Line) -> None:
        self._line = line
        self._text = source[line.start : line.end]
        self._places = places(self._text)
        self.width = line.column + len(self._places) - 1

    def cut(self, start: int, end: int) -> Line:
        """What stands from a column up to another, or up to the end of the line."""
        last = len(self._places) - 1
        first = self._places[min(max(0, start - self._line.column), last)]
        until = len(self._text) if end < 0 else self._places[min(max(0, end - self._line.column), last)]
        text = self._text[first:until]
        kept = text.strip()
        if not kept:
            return BLANK
        indent = len(text) - len(text.lstrip())
        at = self._line.start + first + indent
        return Line(at, at + len(kept), max(start, self._line.column) + width(text[:indent]))
