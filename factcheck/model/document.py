"""A document as the readers hand it on: its prose, cut into blocks, with the way back to the source."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date

from factcheck.model.span import Span, TextSpan

Days = tuple[tuple[str, date], ...]
"""Dates, each with the name that it stands under."""
MARK = "factcheck-"
"""How a remark begins."""


class SourceMapError(ValueError):
    """A source map with a gap, an overlap or a run that goes backwards: a bug in a reader."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of extracted text and the stretch of source that it came from.

    `copied` runs have equal lengths and equal characters; the others stand for something written
    otherwise (an entity, a line end between two blocks) and map as a whole. One that stands for no
    source at all may lead back: cells of a drawn table whose lines stand side by side are read one
    after the other.
    """

    text_start: int
    text_end: int
    source_start: int
    source_end: int
    copied: bool = True


@dataclass(frozen=True, slots=True)
class SourceMap:
    """Where every code point of the extracted text stands in the source.

    Raises SourceMapError when the runs leave a gap, overlap, run backwards in the source or, if
    copied, differ in length.
    """

    runs: tuple[Run, ...]
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Refuse a map with a gap."""
        at = source_at = 0
        for run in self.runs:
            if run.text_start != at or run.text_end <= run.text_start:
                raise SourceMapError(f"gap or overlap at {at}: {run}")
            leads_back = not run.copied and run.source_start == run.source_end
            if (run.source_start < source_at and not leads_back) or run.source_end < run.source_start:
                raise SourceMapError(f"backwards at {source_at}: {run}")
            if run.copied and run.text_end - run.text_start != run.source_end - run.source_start:
                raise SourceMapError(f"a copied run changes its length: {run}")
            at, source_at = run.text_end, run.source_end
        object.__setattr__(self, "_starts", tuple(run.text_start for run in self.runs))

    @property
    def length(self) -> int:
        """The number of code points that the map covers."""
        return self.runs[-1].text_end if self.runs else 0

    def index(self, at: int) -> int:
        """The number of the run that holds a place in the text."""
        return bisect_right(self._starts, at) - 1

    def source_span(self, span: TextSpan) -> Span:
        """The source range of a range of text; what stands between two runs is part of it.

        Of a range over cells that stand side by side it is the smallest that holds both ends. Raises
        ValueError for an empty range or one outside the text.
        """
        if not 0 <= span.start < span.end <= self.length:
            raise ValueError(f"no such range in the text: {span}")
        first = self.runs[self.index(span.start)]
        last = self.runs[self.index(span.end - 1)]
        start = first.source_start + (span.start - first.text_start if first.copied else 0)
        end = last.source_start + span.end - last.text_start if last.copied else last.source_end
        if end < start:
            start, end = min(start, last.source_start), max(end, first.source_end)
        return Span(start, end)

    def text_span(self, span: Span) -> TextSpan | None:
        """The range of text that came from a range of the source, the other way of `source_span`; None if none did."""
        inside = [run for run in self.runs if run.source_start < span.end and span.start < run.source_end]
        if not inside:
            return None
        first = min(inside, key=lambda run: run.source_start)
        last = max(inside, key=lambda run: run.source_end)
        start = first.text_start + (max(0, span.start - first.source_start) if first.copied else 0)
        end = last.text_end - (max(0, last.source_end - span.end) if last.copied else 0)
        if end <= start:
            start, end = min(start, last.text_start), max(end, first.text_end)
        return TextSpan(start, end)


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph, list item, table cell, quotation, term or definition of a document.

    `span` is its range of `Document.text`. `headings` and `lead` are indexes into
    `Document.blocks`: the headings that stand over the block, outermost first, and the paragraph
    (or enclosing item) that leads into a list item, or -1. `table`, `row` and `column` place a cell,
    and what stands in one (all -1 elsewhere); `header` marks the cells of a header row.
    """

    kind: str
    span: TextSpan
    headings: tuple[int, ...] = ()
    lead: int = -1
    level: int = 0
    table: int = -1
    row: int = -1
    column: int = -1
    header: bool = False
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Remark:
    """What a document says to factcheck: a comment, an attribute or a key of its front matter.

    `text` is `factcheck-…` with all that follows, as it stands in `span` of the source. `scope` is the range that it
    is about where its place tells that, as an attribute does; None for a comment, whose words tell it. `place` is
    `path:line` of a remark that stands in another file, beside the document.
    """

    span: Span
    text: str
    scope: Span | None = None
    place: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """One source, read: its path, the source as decoded, the prose and the map between them.

    `days` are the dates that it bears, each with the name it bears it under; `date` is the one that counts. `remarks`
    stand in the order of the source. `record` tells which record of its file it is, and is empty for a whole file.
    """

    path: str
    source: str
    text: str
    blocks: tuple[Block, ...]
    map: SourceMap
    date: date | None = None
    days: Days = ()
    remarks: tuple[Remark, ...] = ()
    record: str = ""

    def source_span(self, span: TextSpan) -> Span:
        """Where a range of the extracted text stands in the source."""
        return self.map.source_span(span)
