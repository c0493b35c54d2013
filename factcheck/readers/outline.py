"""A document in the making: readers copy stretches of the source into it, block by block.

A reader walks its source once, from the first character to the last, and says what stands where;
the outline joins the text, trims and places the blocks and keeps the way back to the source. The
order of the calls is the order of the source: no position is ever looked up again. Only the cells of
a drawn table are read one after the other, though their lines stand side by side.

A definition's `lead` is its term. The second and later paragraphs of a list item are of kind
`paragraph`; their `lead` is the item and their `level` its depth. A list item, a heading or a
definition within a table cell keeps its kind and has the place of the cell.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from factcheck.model.document import MARK, Block, Document, Remark
from factcheck.model.span import Span, TextSpan
from factcheck.readers.dates import newest, parse_day
from factcheck.readers.grid import Grid
from factcheck.readers.source_text import ReadError
from factcheck.readers.strand import Strand

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

MAX_DEPTH = 200
"""How deep lists, quotations and tables may stand in one another."""
MAX_BLOCKS, MAX_RUNS = 250_000, 1_000_000
"""The most blocks, and the most stretches of text between two marks, that a document may have."""


@dataclass(slots=True)
class _Frame:
    """A list, quotation, table, definition or group that is open."""

    kind: str
    headings: tuple[tuple[int, int], ...] | None = None
    lead: int = -1
    item: int = -1
    grid: Grid | None = None
    abreast: bool = False


class Outline:
    """Collects the blocks of one document; `copy`, `put`, `space` and `tail` are those of its Strand.

    `holes` are (start, end, stand-in) ranges of the source, sorted and apart, that are never
    copied; a stand-in is one character, or nothing.
    """

    def __init__(self, source: str, holes: Sequence[tuple[int, int, str]] = ()) -> None:
        """Start with no block."""
        self._source = source
        self._strand = strand = Strand(source, holes)
        self.copy, self.put, self.space, self.tail = strand.copy, strand.put, strand.space, strand.tail
        self._blocks: list[Block] = []
        self._kind, self._level = "", 0
        self._headings: tuple[tuple[int, int], ...] = ()
        self._frames: list[_Frame] = []
        self._quotes = self._lists = self._tables = 0
        self._remarks: list[Remark] = []
        self._days: list[tuple[str, date]] = []

    @property
    def reached(self) -> int:
        """Where the last stretch of the source ends that was taken."""
        return self._strand.reached

    def remark(self, start: int, end: int, text: str, scope: Span | None = None) -> None:
        """Note what source[start:end] says to factcheck; a comment that begins with another word says nothing to it."""
        if text.startswith(MARK):
            self._remarks.append(Remark(Span(start, end), text, scope))

    def day(self, key: str, day: date | None) -> None:
        """Note a date that the document bears under a name, in lower case."""
        if day:
            self._days.append((key, day))

    def line_break(self, start: int, end: int) -> None:
        """A line end within a block; two in a row end the block."""
        if self.tail(1) == "\n":
            self.end()
        else:
            self.put("\n", start, end)

    def begin(self, kind: str = "", level: int = 0) -> None:
        """Close the open block; the text that follows makes one of `kind`, or of what its place makes it."""
        self.end()
        self._kind, self._level = kind, level

    def end(self) -> None:
        """Close the open block, if any; a block without a word in it is dropped.

        Raises ReadError beyond MAX_BLOCKS or MAX_RUNS.
        """
        start = self._strand.start
        if self._strand.end():
            self._close(TextSpan(start, self._strand.length))
            if len(self._blocks) > MAX_BLOCKS or self._strand.runs > MAX_RUNS:
                raise ReadError(f"more than {MAX_BLOCKS:,} blocks or {MAX_RUNS:,} marks in the text")
        self._kind, self._level = "", 0

    def _close(self, span: TextSpan) -> None:
        kind, level, lead = self._kind, self._level, -1
        if kind == "heading":
            while self._headings and self._headings[-1][0] >= level:
                self._headings = self._headings[:-1]
        above = tuple(index for _, index in self._headings)
        index = len(self._blocks)
        if kind == "heading":
            self._headings = (*self._headings, (level, index))
        frame = next((frame for frame in reversed(self._frames) if frame.kind != "quote"), None)
        if frame and not kind:
            if frame.kind == "list":
                kind, lead = ("item", frame.lead) if frame.item < 0 else ("paragraph", frame.item)
            elif frame.grid and frame.grid.column >= 0:
                kind = "cell"
            elif frame.kind == "definition":
                kind, lead = "definition", frame.lead
        if frame and frame.kind == "list" and frame.item < 0:
            frame.item = index
        if kind == "term" and frame:
            frame.item = index
        level = level or (self._lists if kind != "cell" else 0)
        block = Block(kind or "paragraph", span, above, lead, level, quoted=self._quotes > 0)
        depth = self._find("table", "")
        grid = self._frames[depth].grid if depth >= 0 else None
        self._blocks.append(grid.place(block) if grid and grid.column >= 0 else block)

    def enter(self, kind: str, abreast: bool = False) -> int:
        """Open a `list`, `quote`, `table`, `terms`, `definition` or `group`; hands back the depth for `unwind`.

        The headings within a quotation or a group do not stand over what follows it. In a table whose
        lines are drawn, cells stand `abreast`: one may begin before the last line of the cell before
        it. Raises ReadError beyond MAX_DEPTH.
        """
        self.end()
        depth = len(self._frames)
        if depth >= MAX_DEPTH:
            raise ReadError(f"lists, quotations or tables nested more than {MAX_DEPTH} deep")
        frame = _Frame(kind, self._headings if kind in ("quote", "group") else None, abreast=abreast)
        self._strand.abreast += abreast
        if kind == "list":
            frame.lead = self._lead()
            self._lists += 1
        elif kind == "quote":
            self._quotes += 1
        elif kind == "definition":
            frame.lead = self._frames[-1].item if self._frames else -1
        elif kind == "table":
            frame.grid = Grid(self._tables)
            self._tables += 1
        self._frames.append(frame)
        return depth

    def _lead(self) -> int:
        if self._frames and self._frames[-1].kind == "list":
            parent = self._frames[-1]
            return parent.item if parent.item >= 0 else parent.lead
        if not self._blocks:
            return -1
        last = self._blocks[-1]
        leads = last.kind in ("paragraph", "definition") and not last.level
        return len(self._blocks) - 1 if leads and last.quoted == (self._quotes > 0) else -1

    def unwind(self, depth: int) -> None:
        """Close everything opened since `enter` handed back `depth`."""
        self.end()
        while len(self._frames) > depth:
            frame = self._frames.pop()
            self._lists -= frame.kind == "list"
            self._quotes -= frame.kind == "quote"
            self._strand.abreast -= frame.abreast
            if frame.headings is not None:
                self._headings = frame.headings
            if frame.grid:
                self._finish_row(frame.grid)

    def leave(self, kind: str) -> None:
        """Close the innermost of `kind` with all in it; nothing if there is none within the innermost table."""
        self.end()
        depth = self._find(kind, "terms" if kind == "definition" else "table")
        if depth >= 0:
            self.unwind(depth)

    def item(self) -> None:
        """A new item of the innermost list begins."""
        self.end()
        depth = self._find("list", "table")
        if depth >= 0:
            self.unwind(depth + 1)
            self._frames[depth].item = -1

    def _find(self, kind: str, barrier: str) -> int:
        """The depth of the innermost frame of `kind`, or -1 if a `barrier` is met first."""
        for depth in range(len(self._frames) - 1, -1, -1):
            if self._frames[depth].kind == kind:
                return depth
            if self._frames[depth].kind == barrier:
                break
        return -1

    def row(self, header: bool) -> None:
        """A new row of the innermost table begins."""
        self.end()
        grid = self._grid()
        if grid:
            self._finish_row(grid)
            grid.next_row(header, len(self._blocks))

    def cell(self, heads: bool = False, columns: int = 1, rows: int = 1) -> None:
        """A new cell begins, over so many columns and rows; `heads` if it is marked as a heading."""
        self.end()
        grid = self._grid()
        if grid:
            grid.next_cell(heads, columns, rows)

    def _grid(self) -> Grid | None:
        """The innermost open table, with what its last cell left open closed."""
        depth = self._find("table", "")
        if depth < 0:
            return None
        self.unwind(depth + 1)
        return self._frames[depth].grid

    def _finish_row(self, grid: Grid) -> None:
        if grid.is_header_row():
            for index in range(grid.first_block, len(self._blocks)):
                block = self._blocks[index]
                if block.table == grid.number and block.row == grid.row:
                    self._blocks[index] = replace(block, header=True)

    def document(self, path: str) -> Document:
        """The finished document; SourceMapError would be a bug in the reader."""
        self.unwind(0)
        text, places = self._strand.finished()
        self.day("filename", parse_day(PurePath(path).name[:10]))
        days, remarks = tuple(self._days), tuple(sorted(self._remarks, key=lambda each: each.span))
        return Document(path, self._source, text, tuple(self._blocks), places, newest(days), days, remarks)
