"""Where the cells of a table stand: rows, columns and cells that reach over several of them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.model.document import Block

MAX_SPAN = 100
"""The most columns or rows that a cell is taken to reach over."""


@dataclass(slots=True)
class Grid:
    """One table while it is read; `row` and `column` are those of the current cell, -1 before the first."""

    number: int
    row: int = -1
    column: int = -1
    first_block: int = 0
    _width: int = 1
    _header: bool = False
    _heads: int = 0
    _cells: int = 0
    _taken: dict[int, int] = field(default_factory=dict)

    def next_row(self, header: bool, first_block: int) -> None:
        """Begin a row; `first_block` is the index that its first block will have."""
        self.row += 1
        self.column, self._width = -1, 1
        self.first_block = first_block
        self._header, self._heads, self._cells = header, 0, 0

    def next_cell(self, heads: bool, columns: int, rows: int) -> None:
        """Begin a cell, to the right of the last and of what reaches down from the rows above."""
        if self.row < 0:
            self.next_row(False, self.first_block)
        column = self.column + self._width
        while self._taken.get(column, -1) >= self.row:
            column += 1
        self.column, self._width = column, max(1, min(columns, MAX_SPAN))
        self._cells += 1
        self._heads += heads
        if rows > 1 and column < MAX_SPAN:
            for taken in range(column, column + self._width):
                self._taken[taken] = self.row + min(rows, MAX_SPAN) - 1

    def is_header_row(self) -> bool:
        """Whether the row names columns: it stands in the table's head, or all its cells are headings."""
        return self._cells > 0 and (self._header or self._heads == self._cells)

    def place(self, block: Block) -> Block:
        """The block, with its place in the table."""
        return replace(block, table=self.number, row=self.row, column=self.column)
