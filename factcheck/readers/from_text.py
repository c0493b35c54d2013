"""Plain text: paragraphs, list items and headings, found by blank lines, bullets and the lengths of lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.readers.inert import find_inert
from factcheck.readers.layout import Unit, cut_units
from factcheck.readers.outline import Outline
from factcheck.readers.titles import find_kinds

if TYPE_CHECKING:
    from factcheck.model.document import Document


class _Lists:
    """The lists that are open, by the indentation of their bullets."""

    def __init__(self, outline: Outline) -> None:
        self._outline = outline
        self._open: list[tuple[int, int]] = []

    def item(self, indent: int) -> None:
        """An item begins whose bullet stands after so many white-space characters."""
        while len(self._open) > 1 and indent < self._open[-1][0]:
            self._outline.unwind(self._open.pop()[1])
        deep = len(self._open) >= 8
        if not self._open or (indent > self._open[-1][0] + 1 and not deep):
            self._open.append((indent, self._outline.enter("list")))
        self._outline.item()

    def close(self) -> None:
        """The text goes on outside of any list."""
        if self._open:
            self._outline.unwind(self._open[0][1])
            self._open.clear()


def read(path: str, source: str) -> Document:
    """The document of a plain text; it has no date."""
    units = cut_units(source)
    outline = Outline(source, find_inert(source, templates=False))
    lists = _Lists(outline)
    titled = False
    for unit, kind in zip(units, find_kinds(source, units), strict=True):
        if kind == "item":
            lists.item(unit.indent)
        else:
            lists.close()
            if kind == "heading":
                outline.begin("heading", 2 if titled else 1)
            else:
                outline.begin()
        titled = True
        _copy(unit, outline)
    return outline.document(path)


def _copy(unit: Unit, outline: Outline) -> None:
    at = -1
    for start, end in unit.lines:
        if at >= 0:
            outline.space(at, start)
        outline.copy(start, end)
        at = end
    outline.end()
