"""The tables of reStructuredText: drawn as a grid, drawn with rules, written as a list or as CSV."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from factcheck.readers.rst_grid import Cell, cut_grid, is_closed
from factcheck.readers.rst_lines import Line, check_cells
from factcheck.readers.rst_lists import rows_of_items
from factcheck.readers.rst_ruled import border, cut_ruled

if TYPE_CHECKING:
    from factcheck.readers.rst_blocks import Blocks, Body

Row = tuple[bool, list[Cell]]
"""Whether a row stands in the head, and its cells."""


def read_table(blocks: Blocks, body: Body, kind: str) -> None:
    """Read a drawn table at the current line; one that is drawn wrongly is passed over, as the format has it."""
    first = body.at
    if kind == "grid":
        while body.at < len(body.lines) and _is_grid_line(blocks, body):
            body.at += 1
        last = body.at
        while last > first + 2 and not is_closed(blocks.text(body.lines[last - 1])):
            last -= 1
        body.at = last
        rows = cut_grid(blocks.source, body.lines[first:last])
    else:
        last = _closing_border(blocks, body)
        body.at = max(last, first + 1)
        rows = cut_ruled(blocks.source, body.lines[first:last]) if last > first else []
    write_rows(blocks, body, rows, abreast=True)


def _is_grid_line(blocks: Blocks, body: Body) -> bool:
    line = body.lines[body.at]
    return not line.blank and line.column <= body.base and blocks.source[line.start] in "+|"


def _closing_border(blocks: Blocks, body: Body) -> int:
    """Past the last line of a table drawn with rules; 0 if nothing closes it."""
    found = 0
    for index in range(body.at + 1, len(body.lines)):
        line = body.lines[index]
        if line.blank or line.column > body.base or not border(blocks.text(line)):
            continue
        found += 1
        if found == 2 or index + 1 == len(body.lines) or body.lines[index + 1].blank:
            return index + 1
    return 0


def write_rows(blocks: Blocks, body: Body, rows: list[Row], abreast: bool = False) -> None:
    """Write the cells of a table; each is a body of its own."""
    if not rows:
        return
    outline = blocks.outline
    blocks.enter_later("table", abreast)
    for header, cells in rows:
        blocks.later(partial(outline.row, header))
        for cell in cells:
            blocks.later(partial(outline.cell, False, cell.columns, cell.rows))
            if any(not line.blank for line in cell.lines):
                blocks.read_later(cell.lines, body)
    blocks.leave_later()


def read_item_table(blocks: Blocks, body: Body, lines: list[Line], heads: int) -> None:
    """Read a table written as a list of lists, of which so many rows are its head; any other body is only read."""
    rows: list[Row] = []
    for index, row in enumerate(rows_of_items(blocks, lines, body)):
        cells = rows_of_items(blocks, row, body.within(row))
        rows.append((index < heads, [Cell(cell) for cell in cells or [row]]))
    if rows:
        write_rows(blocks, body, rows)
    else:
        blocks.read_later(lines, body)


def read_csv(blocks: Blocks, body: Body, header: Line | None, lines: list[Line], heads: int, signs: list[str]) -> None:
    """Read comma-separated values; `signs` are what stands between them and around them, if it is not usual."""
    delimiter = {"tab": "\t", "space": " ", "": ","}.get(signs[0].lower(), signs[0][:1])
    quote = signs[1][:1] or '"'
    check_cells(sum(blocks.source.count(delimiter, line.start, line.end) for line in lines))
    rows: list[Row] = []
    if header and not header.blank:
        rows += [(True, cells) for cells in _values(blocks.source, [header], delimiter, quote)]
    values = _values(blocks.source, lines, delimiter, quote)
    rows += [(index < heads, cells) for index, cells in enumerate(values)]
    write_rows(blocks, body, rows)


def _values(source: str, lines: list[Line], delimiter: str, quote: str) -> list[list[Cell]]:
    """The rows of comma-separated values; a quoted one may go on over lines."""
    rows: list[list[Cell]] = []
    cell: list[Line] | None = None
    for line in lines:
        if line.blank:
            continue
        at = line.start
        if cell is None:
            rows.append([])
        else:
            at, open_still = _quoted(source, at, line.end, quote, cell)
            if open_still:
                continue
            rows[-1].append(Cell(cell))
            at = _past(source, delimiter, at, line.end)
            cell = None
        while at < line.end:
            cell = []
            at = _skip_spaces(source, at, line.end, delimiter)
            if source.startswith(quote, at):
                at, open_still = _quoted(source, at + 1, line.end, quote, cell)
                if open_still:
                    break
                at = _past(source, delimiter, at, line.end)
            else:
                end = source.find(delimiter, at, line.end)
                end = end if end >= 0 else line.end
                cell.append(_stripped(source, at, end))
                at = end + 1
            rows[-1].append(Cell(cell))
            cell = None
    if cell:
        rows[-1].append(Cell(cell))
    return rows


def _skip_spaces(source: str, at: int, end: int, delimiter: str) -> int:
    while at < end and source[at] in " \t" and source[at] != delimiter:
        at += 1
    return at


def _past(source: str, delimiter: str, at: int, end: int) -> int:
    """Past the next delimiter on the line."""
    found = source.find(delimiter, at, end)
    return found + 1 if found >= 0 else end


def _stripped(source: str, start: int, end: int, glued: bool = False) -> Line:
    text = source[start:end].rstrip()
    lead = 0 if glued else len(text) - len(text.lstrip())
    return Line(start + min(lead, len(text)), start + len(text), 0, glued)


def _quoted(source: str, at: int, end: int, quote: str, cell: list[Line]) -> tuple[int, bool]:
    """Take a quoted value up to its end on this line; where that is, and whether it goes on. A doubled sign is one."""
    glued = False
    while True:
        found = source.find(quote, at, end)
        if found < 0:
            cell.append(_stripped(source, at, end, glued))
            return end, True
        if not source.startswith(quote, found + 1) or found + 1 >= end:
            cell.append(Line(at, found, 0, glued) if glued else _stripped(source, at, found))
            return found + 1, False
        cell.append(Line(at, found + 1, 0, glued))
        at, glued = found + 2, True
