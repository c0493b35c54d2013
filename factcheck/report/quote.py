"""A sentence of a source as a report quotes it: cut to a window, wrapped, the faulty words marked below."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.report.plain import plain, width

if TYPE_CHECKING:
    from factcheck.model.span import Span

WINDOW = 200
CUT = "…"


@dataclass(frozen=True, slots=True)
class Cell:
    """A character as it is shown, and whether it belongs to the faulty words."""

    text: str
    marked: bool = False


def quote_lines(source: str, context: Span, marked: Span, columns: int) -> list[tuple[str, str]]:
    """The lines of a quotation, each with the line of `^` that goes below it (empty if nothing is marked there).

    White space is collapsed, and what a terminal would obey is escaped. A sentence longer than about
    200 characters is cut to a window around the marked words.
    """
    start, end = min(context.start, marked.start), max(context.end, marked.end)
    start, low = max(start, marked.start - 2 * WINDOW), start
    end, high = min(end, max(marked.start, min(marked.end, marked.start + WINDOW)) + 2 * WINDOW), end
    cells = _window(_cells(source, start, end, marked), cut_left=start > low, cut_right=end < high)
    return [("".join(cell.text for cell in line), _carets(line)) for line in _wrapped(cells, columns)]


def wrap(text: str, columns: int) -> list[str]:
    """The text in lines of at most so many columns; a longer word, such as an address, stays whole."""
    lines: list[str] = []
    for word in plain(" ".join(text.split())).split(" "):
        if lines and width(lines[-1]) + 1 + width(word) <= columns:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _cells(source: str, start: int, end: int, marked: Span) -> list[Cell]:
    """The characters of a range, runs of white space as one blank, none at the ends."""
    cells: list[Cell] = []
    for at in range(start, min(end, len(source))):
        inside = marked.start <= at < marked.end
        if not source[at].isspace():
            cells.append(Cell(plain(source[at]), inside))
        elif cells and cells[-1].text != " ":
            cells.append(Cell(" ", inside))
    if cells and cells[-1].text == " ":
        cells.pop()
    return cells


def _window(cells: list[Cell], *, cut_left: bool, cut_right: bool) -> list[Cell]:
    """At most about WINDOW cells around the first marked ones, cut between words."""
    first = next((at for at, cell in enumerate(cells) if cell.marked), 0)
    count = sum(cell.marked for cell in cells)
    if len(cells) > WINDOW:
        spare = max(WINDOW - count, WINDOW // 4)
        left = max(0, min(first - spare // 2, len(cells) - WINDOW))
        right = min(len(cells), max(left + WINDOW, first + min(count, WINDOW)))
        cut_left, cut_right = cut_left or left > 0, cut_right or right < len(cells)
        cells = cells[left:right]
    if cut_left:
        cells = [Cell(CUT), *_after_blank(cells)]
    if cut_right:
        cells = [*reversed(_after_blank(cells[::-1])), Cell(CUT)]
    return cells


def _after_blank(cells: list[Cell]) -> list[Cell]:
    """The cells from the first blank on, if it comes soon and before the marked ones: no half word is shown."""
    for at, cell in enumerate(cells[:30]):
        if cell.marked:
            return cells
        if cell.text == " ":
            return cells[at:]
    return cells


def _wrapped(cells: list[Cell], columns: int) -> Iterator[list[Cell]]:
    """Lines of whole words; a word that is wider than a line is broken."""
    start = 0
    while start < len(cells):
        end = _line_end(cells, start, columns)
        yield cells[start:end]
        start = end + 1 if end < len(cells) and cells[end].text == " " else end


def _line_end(cells: list[Cell], start: int, columns: int) -> int:
    """One past the last cell of the line that begins at `start`."""
    used = 0
    blank = start
    for at in range(start, len(cells)):
        if cells[at].text == " ":
            blank = at
        used += width(cells[at].text)
        if used > columns:
            return blank if blank > start else max(at, start + 1)
    return len(cells)


def _carets(line: list[Cell]) -> str:
    return "".join(("^" if cell.marked else " ") * width(cell.text) for cell in line).rstrip()
