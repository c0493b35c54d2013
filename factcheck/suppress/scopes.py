"""Where the instructions of a document hold: a line, the next block, a region, an element, the whole file."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.model.document import MARK
from factcheck.model.span import Span
from factcheck.model.suppression import Suppression
from factcheck.suppress.orders import Order, read_front, read_order, verb_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.model.document import Document, Remark

_KINDS = {"disable-line": "line", "disable-next-line": "next block", "disable-file": "file", "disable": "region"}


def suppressions_of(document: Document) -> tuple[Suppression, ...]:
    """What a document silences, one for each code or fact that it names, in the order of the source."""
    if not document.remarks:
        return ()
    return tuple(_Reader(document).all())


class _Reader:
    """Reads the remarks of a document in order; regions are open until they are ended."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._whole = _range(document)
        self._spans = [document.source_span(block.span) for block in document.blocks]
        self._starts = [span.start for span in self._spans]
        self._open: list[Suppression] = []

    def all(self) -> list[Suppression]:
        """Every suppression."""
        found = [each for remark in self._document.remarks for each in self._of(remark)]
        return sorted([*found, *self._open], key=lambda each: (each.span, each.selector))

    def _of(self, remark: Remark) -> Iterator[Suppression]:
        verb, rest, fault = verb_of(remark.text.removeprefix(MARK))
        if verb == "front":
            for order in read_front(rest):
                yield from _made(order, "front matter", remark, self._whole)
        elif verb == "ignore":
            yield from _made(read_order(rest), "element", remark, remark.scope or self._next_block(remark.span))
        elif fault:
            yield from _made(Order(fault=fault), "line", remark, remark.span)
        elif verb == "enable":
            yield from self._end(remark, rest)
        elif verb == "disable":
            region = Span(remark.span.end, self._whole.end)
            self._open += _made(read_order(rest), _KINDS[verb], remark, region)
        else:
            kind = "sidecar" if remark.place else _KINDS[verb]
            yield from _made(read_order(rest), kind, remark, self._scope(verb, remark))

    def _scope(self, verb: str, remark: Remark) -> Span:
        if remark.place:
            return Span(0, len(self._document.source))
        if verb == "disable-file":
            return self._whole
        return self._line(remark.span) if verb == "disable-line" else self._next_block(remark.span)

    def _end(self, remark: Remark, rest: str) -> Iterator[Suppression]:
        """End the regions of the codes that are named, or all of them."""
        named = read_order(rest).selectors
        ended = [each for each in self._open if not named or each.selector in named]
        self._open = [each for each in self._open if each not in ended]
        for each in ended:
            yield replace(each, scope=Span(each.scope.start, remark.span.start))
        idle = [selector for selector in named if selector not in {each.selector for each in ended}]
        if idle or not ended:
            what = f"ends {' and '.join(idle)}, which is" if idle else "ends what is"
            yield Suppression("region", remark.span, remark.span, "", fault=f"{what} not disabled above")

    def _line(self, span: Span) -> Span:
        source = self._document.source
        end = source.find("\n", span.end)
        return Span(source.rfind("\n", 0, span.start) + 1, len(source) if end < 0 else end)

    def _next_block(self, span: Span) -> Span:
        """The block after a comment, with all of a table's row; the next line, for a comment within a block."""
        index = bisect_left(self._starts, span.start)
        if index and self._spans[index - 1].end > span.end:
            after = self._document.source.find("\n", span.end) + 1
            return self._line(Span(after, after)) if after else Span(span.end, span.end)
        if index == len(self._spans):
            return Span(span.end, span.end)
        return Span(self._starts[index], self._spans[self._last_with(index)].end)

    def _last_with(self, index: int) -> int:
        """The last block that belongs to a block: a row has cells, a list item paragraphs; a table begins with one."""
        blocks = self._document.blocks
        first = blocks[index]
        whole = first.table >= 0 and not first.row and not (index and blocks[index - 1].table == first.table)
        last = index
        for number in range(index + 1, len(blocks)):
            block = blocks[number]
            in_row = first.table >= 0 and block.table == first.table and (whole or block.row == first.row)
            if not in_row and not (first.kind == "item" and block.kind == "paragraph" and block.lead == index):
                break
            last = number
        return last


def _range(document: Document) -> Span:
    """Where a document stands in its source: the whole of it, or its record's text."""
    if not document.record or not document.map.runs:
        return Span(0, len(document.source))
    starts = (
        document.map.runs[0].source_start,
        *(remark.span.start for remark in document.remarks if not remark.place),
    )
    ends = (document.map.runs[-1].source_end, *(remark.span.end for remark in document.remarks))
    return Span(min(starts), max(ends))


def _made(order: Order, kind: str, remark: Remark, scope: Span) -> list[Suppression]:
    """A suppression for each code or fact of an order; a fault that concerns all of them stands at the first."""
    made = [
        Suppression(
            kind, remark.span, scope, selector, order.reason, order.by, order.until, order.words, place=remark.place
        )
        for selector in order.selectors or ("",)
    ]
    return [replace(made[0], fault=order.fault), *made[1:]]
