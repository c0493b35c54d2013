"""Where a block stands in its table or list: the cell that heads its row, its header, what is before the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model.document import Block


class Layout:
    """The blocks of one document; each question takes a time that does not grow with the document."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        """Collect the header cells of each table."""
        self.blocks = blocks
        self._headers: dict[int, list[Block]] = {}
        self._before: dict[int, int] = {}
        for each in blocks:
            if each.header:
                self._headers.setdefault(each.table, []).append(each)

    def row_head(self, index: int) -> int:
        """The first cell of a cell's row; -1 if there is none."""
        block = self.blocks[index]
        for other in range(index - 1, -1, -1) if block.table >= 0 else ():
            cell = self.blocks[other]
            if cell.table != block.table or cell.row != block.row:
                return -1
            if cell.column == 0:
                return other
        return -1

    def headers(self, block: Block) -> Sequence[Block]:
        """The header cells of a cell's table."""
        return self._headers.get(block.table, ())

    def header(self, block: Block) -> Block | None:
        """The header of a cell's column."""
        return next((each for each in self.headers(block) if each.column == block.column), None)

    def before_list(self, index: int) -> int:
        """The block before the items that stand one behind the other up to this one; -1 if there is none."""
        before = index - 1
        while before >= 0 and self.blocks[before].kind == "item" and before not in self._before:
            before -= 1
        self._before[index] = self._before.get(before, before)
        return self._before[index]
