"""Tables of reStructuredText that are drawn as a grid: which lines stand in which cell.

The table is read line by line. At every line some cells are open, each between two columns; a drawn
line from one to the other closes it, and the crosses on that line, under which something is drawn,
are the sides of the cells below.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from itertools import pairwise

from factcheck.readers.rst_lines import BLANK, Line, check_cells, places, width

_CLOSED = re.compile(r"\+[-=+]+\+$")
_HEAD = re.compile(r"\+=[=+]*\+$")


@dataclass(slots=True)
class Cell:
    """The lines in a cell, and how many columns and rows it reaches over."""

    lines: list[Line]
    columns: int = 1
    rows: int = 1


@dataclass(slots=True)
class _Box:
    """A cell that is open: its sides, and the line that it began under."""

    left: int
    right: int
    top: int
    bottom: int = 0
    lines: list[Line] = field(default_factory=list)


class _Drawn:
    """One line of the table, by columns."""

    def __init__(self, source: str, line: Line, right: int) -> None:
        """`right` is the column of the table's right side; it decides how wide signs are counted."""
        self._start = line.start
        self._text = source[line.start : line.end]
        self._places = list(range(len(self._text) + 1))
        if not self._text.isascii() and self.at(right) not in ("+", "|"):
            self._places = places(self._text)

    def sides(self, below: set[int]) -> set[int]:
        """The columns at which a line goes down to a cross; `below` are those of the next line."""
        signs = ((column, self._text[place]) for column, place in enumerate(self._places[:-1]))
        return {column for column, sign in signs if sign == "+" or (sign == "|" and column in below)}

    def at(self, column: int) -> str:
        """The sign at a column; empty past the end."""
        return self._text[self._places[column]] if column < len(self._places) - 1 else ""

    def cut(self, left: int, right: int) -> str:
        """The text from a column up to another."""
        last = len(self._places) - 1
        return self._text[self._places[min(left, last)] : self._places[min(right, last)]]

    def line(self, left: int, right: int) -> Line:
        """What stands between two sides."""
        text = self.cut(left + 1, right)
        kept = text.strip()
        if not kept:
            return BLANK
        indent = len(text) - len(text.lstrip())
        start = self._start + self._places[min(left + 1, len(self._places) - 1)] + indent
        return Line(start, start + len(kept), left + 1 + width(text[:indent]))


def is_closed(text: str) -> bool:
    """Whether a line is drawn from side to side."""
    return bool(_CLOSED.match(text))


def cut_grid(source: str, lines: list[Line]) -> list[tuple[bool, list[Cell]]]:
    """The rows of a table, each with whether it stands in the head; none for a table that is drawn wrongly.

    Raises ReadError for a table with more cells than a document may have blocks.
    """
    top = source[lines[0].start : lines[0].end]
    if len(lines) < 3 or not is_closed(top):
        return []
    sides = [index for index, sign in enumerate(top) if sign == "+"]
    check_cells(len(sides))
    table = [_Drawn(source, line, sides[-1]) for line in lines]
    below: list[set[int]] = [set()]
    for drawn in reversed(table[1:]):
        below.append(drawn.sides(below[-1]))
    below.reverse()
    open_boxes = _below(0, sides[0], sides[-1], sides, below[0])
    done: list[_Box] = []
    for number, drawn in enumerate(table[1:], start=1):
        if any(drawn.at(box.left) not in ("+", "|") or drawn.at(box.right) not in ("+", "|") for box in open_boxes):
            return []
        check_cells(len(done) + len(open_boxes))
        freed, open_boxes = _close(drawn, number, open_boxes)
        done += freed
        if number + 1 < len(lines):
            for left, right in _joined(freed):
                sides = [column for column in range(left, right + 1) if drawn.at(column) == "+"]
                open_boxes += _below(number, left, right, sides, below[number])
            open_boxes.sort(key=lambda box: box.left)
    if open_boxes:
        return []
    heads = [
        number for number in range(1, len(lines) - 1) if _HEAD.match(source[lines[number].start : lines[number].end])
    ]
    return _rows(done, heads[0] if heads else 0)


def _close(drawn: _Drawn, number: int, boxes: list[_Box]) -> tuple[list[_Box], list[_Box]]:
    """The open cells that a line closes, and those that it does not: what stands on it belongs to them."""
    freed: list[_Box] = []
    still: list[_Box] = []
    for box in boxes:
        if _closes(drawn, box):
            box.bottom = number
            freed.append(box)
        else:
            box.lines.append(drawn.line(box.left, box.right))
            still.append(box)
    return freed, still


def _closes(drawn: _Drawn, box: _Box) -> bool:
    if drawn.at(box.left) != "+" or drawn.at(box.right) != "+":
        return False
    inner = drawn.cut(box.left + 1, box.right)
    return bool(inner) and (not inner.strip("-+") or not inner.strip("=+"))


def _below(top: int, left: int, right: int, sides: list[int], below: set[int]) -> list[_Box]:
    """The cells that begin under a drawn line, between the crosses from which a line goes down."""
    inner = [column for column in sides if left < column < right and column in below]
    return [_Box(one, other, top) for one, other in pairwise([left, *inner, right])]


def _joined(boxes: list[_Box]) -> list[tuple[int, int]]:
    """The stretches that cells cover which end at the same line."""
    found: list[tuple[int, int]] = []
    for box in boxes:
        if found and found[-1][1] == box.left:
            found[-1] = (found[-1][0], box.right)
        else:
            found.append((box.left, box.right))
    return found


def _rows(boxes: list[_Box], head: int) -> list[tuple[bool, list[Cell]]]:
    """The cells by rows; those above the line `head` stand in the head of the table."""
    columns = sorted({box.left for box in boxes})
    tops = sorted({box.top for box in boxes})
    rows: list[tuple[bool, list[Cell]]] = [(top < head, []) for top in tops]
    for box in sorted(boxes, key=lambda each: (each.top, each.left)):
        wide = bisect_left(columns, box.right) - bisect_left(columns, box.left)
        high = bisect_left(tops, box.bottom) - bisect_left(tops, box.top)
        rows[bisect_left(tops, box.top)][1].append(Cell(box.lines, wide, high))
    return rows
