"""The tables of AsciiDoc: where their cells begin and end, and how rows are made of them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.readers.asciidoc_lines import Lines, Metadata
    from factcheck.readers.outline import Outline

MAX_COLUMNS, MAX_ROWS = 1_000, 100

_SPEC = (
    r"(?:(?<!\S)(?:(?P<span>\d{1,4}(?:\.\d{1,4})?|\.\d{1,4})(?P<how>[*+]))?"
    r"(?:[<^>](?:\.[<^>])?|\.[<^>])?(?P<style>[a-z])?)?(?<!\\)"
)
_COLUMN = re.compile(r"\s*(?:(\d{1,4})\*)?[^a-z]*([a-z])?[^a-z]*\Z")
_QUOTED = re.compile(r"\s*\"((?:[^\"]|\"\")*)\"\s*")


@dataclass(slots=True)
class Cell:
    """One cell: its lines, how many columns and rows it reaches over, and its style (`a`, `h`, `l`, `m` …)."""

    style: str = ""
    columns: int = 1
    rows: int = 1
    lines: Lines = field(default_factory=list)


def cut_cells(source: str, lines: Lines, separator: str) -> tuple[list[Cell], int]:
    """The cells of a table whose cells begin with a separator, and how many columns its first row has."""
    pattern = re.compile(_SPEC + re.escape(separator))
    cells: list[Cell] = []
    width = 0
    for start, end in lines:
        at = start
        for match in pattern.finditer(source, start, end) if separator in source[start:end] else ():
            before = match.start()
            if cells or source[at:before].strip():
                _extend(cells, at, before)
            cells.append(_cell(match["span"] or "", match["style"] or "", match["how"] == "*"))
            at = match.end()
        if cells or at < end:
            _extend(cells, at, end)
        width = width or sum(cell.columns for cell in cells)
    return cells, width


def _extend(cells: list[Cell], start: int, end: int) -> None:
    if not cells:
        cells.append(Cell())
    cells[-1].lines.append((start, end))


def _cell(span: str, style: str, repeated: bool) -> Cell:
    columns, _, rows = span.partition(".")
    return Cell(style, int(columns or 1) or 1, 1 if repeated else int(rows or 1) or 1)


def cut_values(source: str, lines: Lines, separator: str, quoted: bool) -> tuple[list[Cell], int]:
    """The cells of a table of separated values, a row a line; `quoted` if they may stand in double quotes."""
    cells: list[Cell] = []
    width = 0
    for start, end in lines:
        if start == end:
            continue
        at, first = start, len(cells)
        while at <= end:
            cell, at = _value(source, at, end, separator, quoted)
            cells.append(cell)
        if not width:
            width = len(cells) - first
        while width and (len(cells) - first) % width:
            cells.append(Cell())
    return cells, width


def _value(source: str, at: int, end: int, separator: str, quoted: bool) -> tuple[Cell, int]:
    """The value that begins at `at`, and where the next one does."""
    match = _QUOTED.match(source, at, end) if quoted else None
    if match and (match.end() == end or source.startswith(separator, match.end())):
        return Cell(lines=[match.span(1)]), match.end() + 1
    until = source.find(separator, at, end)
    while until > at and source[until - 1] == "\\":
        until = source.find(separator, until + 1, end)
    until = until if until >= 0 else end
    return Cell(lines=[(at, until)]), until + 1


def column_styles(columns: str) -> list[str]:
    """The style of every column, from the attribute `cols`; nothing if it says no number of columns."""
    if columns.strip().isascii() and columns.strip().isdigit():
        return [""] * min(int(columns.strip()[:5]), MAX_COLUMNS)
    styles: list[str] = []
    for said in re.split("[,;]", columns) if columns.strip() else []:
        match = _COLUMN.match(said)
        number = int(match[1] or 1) if match else 1
        styles += [(match[2] or "") if match else ""] * min(number, MAX_COLUMNS - len(styles))
    return styles


def has_header(source: str, lines: Lines, metadata: Metadata, cells: list[Cell], width: int) -> bool:
    """Whether the first row names the columns: an option says so, or an empty line follows it alone."""
    if "header" in metadata.options or "noheader" in metadata.options:
        return "header" in metadata.options
    if len(lines) < 2 or lines[0][0] == lines[0][1] or lines[1][0] < lines[1][1]:
        return False
    first = [cell for cell in cells if cell.lines and cell.lines[0][0] <= lines[0][1]]
    return sum(cell.columns for cell in first) == width


def write_rows(
    outline: Outline, cells: list[Cell], styles: list[str], header: bool, write: Callable[[Cell, str], None]
) -> None:
    """Place the cells of an open table, row by row, and let `write` fill each, in its style or that of its column."""
    width = max(1, len(styles))
    row, column = -1, width
    taken: dict[int, int] = {}
    for cell in cells:
        begun = row
        while column >= width or taken.get(column, -1) >= row:
            row, column = (row + 1, 0) if column >= width else (row, column + 1)
        if row > begun:
            outline.row(header and row == 0)
        style = cell.style or ("" if header and row == 0 else styles[column] if styles else "")
        columns, rows = min(cell.columns, width - column), min(cell.rows, MAX_ROWS)
        outline.cell(cell.style == "h", columns, rows)
        for reached in range(column, column + columns if rows > 1 else column):
            taken[reached] = row + rows - 1
        column += columns
        write(cell, style)


def separators(metadata: Metadata, mark: str) -> tuple[str, str]:
    """The format of a table (`psv`, `csv`, `dsv`) and what stands between its cells."""
    said = metadata.named.get("format", {",": "csv", ":": "dsv"}.get(mark, "psv")).lower()
    usual = {"csv": ",", "dsv": ":", "tsv": "\t"}.get(said, "!" if mark == "!" else "|")
    separator = metadata.named.get("separator", "") or usual
    if separator == "\\t":
        separator = "\t"
    return ("psv" if said not in ("csv", "dsv", "tsv") else said), separator[:10]
