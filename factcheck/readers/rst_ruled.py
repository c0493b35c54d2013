"""Tables of reStructuredText that are drawn with rules of `=` and `-` over and under their columns."""

from __future__ import annotations

import re

from factcheck.readers.rst_grid import Cell
from factcheck.readers.rst_lines import BLANK, Line, places, width

_BORDER = re.compile(r"=[= ]*$")
_SPANS = re.compile(r"-[- ]*$")
_RULE = re.compile(r"[=-]+")

Columns = list[tuple[int, int]]
"""Where columns begin and end; the last has no end, and takes all that stands to the right."""


def border(text: str) -> bool:
    """Whether a line closes a table, or its head."""
    return bool(_BORDER.match(text))


def cut_ruled(source: str, lines: list[Line]) -> list[tuple[bool, list[Cell]]]:
    """The rows of a table from its first border to its last, each with whether it stands in the head."""
    base = lines[0].column
    columns = _columns(source, lines[0], base)
    inner = lines[1:-1]
    head = next((at for at, line in enumerate(inner) if _is_border(source, line, base)), -1)
    rows: list[tuple[bool, list[Cell]]] = []
    pending: list[Line] = []
    for at, line in enumerate(inner):
        text = source[line.start : line.end]
        ruled = not line.blank and line.column <= base and (_SPANS.match(text) or _BORDER.match(text))
        if ruled:
            spans = columns if at == head else _columns(source, line, base)
            rows += _row(source, pending, spans, columns, at <= head)
            pending = []
            continue
        begins = not line.blank and line.column < columns[0][1]
        if begins and any(not each.blank for each in pending):
            rows += _row(source, pending, columns, columns, at <= head)
            pending = []
        pending.append(line)
    return [*rows, *_row(source, pending, columns, columns, False)]


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
    """The row that some lines make, cut where `spans` begin; none if nothing is written on them."""
    if all(line.blank for line in lines):
        return []
    spans = _joined(source, lines, spans)
    cells: list[Cell] = []
    for at, (start, _) in enumerate(spans):
        end = spans[at + 1][0] if at + 1 < len(spans) else -1
        reach = sum(start <= first and (end < 0 or first < end) for first, _ in columns)
        cells.append(Cell([_cut(source, line, start, end) for line in lines], max(1, reach)))
    return [(header, cells)]


def _joined(source: str, lines: list[Line], spans: Columns) -> Columns:
    """The columns of a row, those made one that a text reaches over."""
    kept = spans[:1]
    for before, span in zip(spans, spans[1:], strict=False):
        crossed = False
        for line in lines:
            if not line.blank and _crosses(source, line, before[1], span[0]):
                crossed = True
                break
        if crossed:
            kept[-1] = (kept[-1][0], span[1])
        else:
            kept.append(span)
    return kept


def _crosses(source: str, line: Line, end: int, start: int) -> bool:
    """Whether something is written in the gap between two columns."""
    found = _slice(source, line, end, start)
    return bool(found[0].strip())


def _cut(source: str, line: Line, start: int, end: int) -> Line:
    """What stands on a line from a column up to another, or up to its end."""
    if line.blank:
        return BLANK
    text, at, column = _slice(source, line, start, end)
    kept = text.strip()
    if not kept:
        return BLANK
    indent = len(text) - len(text.lstrip())
    return Line(at + indent, at + indent + len(kept), column + width(text[:indent]))


def _slice(source: str, line: Line, start: int, end: int) -> tuple[str, int, int]:
    """The text between two columns, where it begins in the source, and its column."""
    text = source[line.start : line.end]
    found = places(text)
    last = len(found) - 1
    first = found[min(max(0, start - line.column), last)]
    until = len(text) if end < 0 else found[min(max(0, end - line.column), last)]
    return text[first:until], line.start + first, max(start, line.column)
