"""A document's prose as a page shows it: groups of blocks, each with the notes on it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from factcheck.model.span import Span, TextSpan
from factcheck.report.site.marks import Mark, Piece, pieces

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factcheck.model.document import Block, Document
    from factcheck.model.edition import Agreement
    from factcheck.model.finding import Finding

_LOWEST_HEADING = 6


@dataclass(frozen=True, slots=True)
class Line:
    """One block: its pieces, how deep it stands, and the numbers of the findings that end in it.

    The headings of an article begin under that of its page, and none goes down more than one step.
    """

    pieces: tuple[Piece, ...]
    level: int = 0
    header: bool = False
    goes_on: bool = False
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Blocks that stand together: `heading`, `paragraph`, `quote`, `list` or `table`.

    A table has `rows` of cells, each of which has lines; every other group has `lines`.
    """

    kind: str
    lines: tuple[Line, ...] = ()
    rows: tuple[tuple[tuple[Line, ...], ...], ...] = ()
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Marked:
    """The prose of a document, and the numbers of the findings that stand nowhere in it, as one in a comment does."""

    groups: tuple[Group, ...]
    elsewhere: tuple[int, ...]


def marked(
    document: Document,
    findings: Mapping[int, Finding],
    agreements: Mapping[int, Agreement],
    places: Mapping[int, str],
) -> Marked:
    """The prose with its marks; findings and agreements have the numbers of their notes, `places` start in the source.

    A number that stands in no prose is handed back.
    """
    spans = [(number, each.span, each.severity) for number, each in findings.items()]
    spans += [(number, each.span, "") for number, each in agreements.items()]
    starts = [block.span.start for block in document.blocks]
    marks: dict[int, list[Mark]] = defaultdict(list)
    for number, span, severity in sorted(spans):
        for index, mark in _cut(document, starts, span, Mark(TextSpan(0, 0), number, severity)):
            marks[index].append(mark)
    named: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for start, name in places.items():
        at = document.map.text_span(Span(start, start + 1))
        if at and starts:
            index = max(0, bisect_right(starts, at.start) - 1)
            named[index].append((max(at.start, starts[index]), name))
    seen = {mark.number for here in marks.values() for mark in here}
    drawing = _Drawing(document, marks, named)
    return Marked(tuple(drawing.groups()), tuple(sorted(set(findings) - seen)))


def _cut(document: Document, starts: Sequence[int], span: Span, mark: Mark) -> Iterator[tuple[int, Mark]]:
    """A mark on a range of the source, cut at the blocks over which it goes."""
    found = document.map.text_span(span) if span.start < span.end else None
    if found is None:
        return
    over = range(max(0, bisect_right(starts, found.start) - 1), bisect_left(starts, found.end))
    inside = [index for index in over if document.blocks[index].span.overlaps(found)]
    for index in inside:
        block = document.blocks[index].span
        here = TextSpan(max(found.start, block.start), min(found.end, block.end))
        yield index, replace(mark, span=here, first=index == inside[0], last=index == inside[-1])


class _Drawing:
    """Draws the blocks of one document, in order."""

    def __init__(
        self, document: Document, marks: Mapping[int, list[Mark]], places: Mapping[int, list[tuple[int, str]]]
    ) -> None:
        self._document, self._marks, self._places = document, marks, places
        self._heading = 1

    def groups(self) -> Iterator[Group]:
        """The groups of the document."""
        numbered = list(enumerate(self._document.blocks))
        for (kind, _), together in groupby(numbered, key=self._belongs):
            blocks = list(together)
            if kind == "table":
                yield self._table(blocks)
            elif kind == "list":
                yield _group(kind, [self._line(number, block) for number, block in blocks])
            else:
                for number, block in blocks:
                    yield _group(kind, [self._line(number, block)])

    def _belongs(self, numbered: tuple[int, Block]) -> tuple[str, int]:
        _, block = numbered
        if block.table >= 0:
            return "table", block.table
        if block.kind == "heading":
            return "heading", -1
        in_list = block.kind in ("item", "definition", "term") or (block.kind == "paragraph" and block.level)
        return "list" if in_list else "quote" if block.quoted else "paragraph", -1

    def _line(self, number: int, block: Block) -> Line:
        cut = tuple(pieces(self._document.text, block.span, self._marks.get(number, ()), self._places.get(number, ())))
        level = block.level
        if block.kind == "heading":
            level = self._heading = min(max(level, 1) + 1, self._heading + 1, _LOWEST_HEADING)
        if block.kind == "definition":
            level += 1
        ends = sorted({each for piece in cut for each in piece.ends})
        goes_on = block.kind in ("paragraph", "definition")
        return Line(cut, level, block.header, goes_on, tuple(ends))

    def _table(self, blocks: Sequence[tuple[int, Block]]) -> Group:
        cells: dict[tuple[int, int], list[Line]] = defaultdict(list)
        for number, block in blocks:
            cells[block.row, block.column].append(self._line(number, block))
        columns = range(max(column for _, column in cells) + 1)
        rows = sorted({row for row, _ in cells})
        drawn = tuple(tuple(tuple(cells.get((row, column), ())) for column in columns) for row in rows)
        lines = [line for row in drawn for cell in row for line in cell]
        return Group("table", (), drawn, _numbers(lines))


def _group(kind: str, lines: list[Line]) -> Group:
    return Group(kind, tuple(lines), (), _numbers(lines))


def _numbers(lines: Sequence[Line]) -> tuple[int, ...]:
    return tuple(sorted({number for line in lines for number in line.numbers}))
