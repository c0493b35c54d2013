"""Jupyter notebooks: their Markdown cells, read as one Markdown document; code, output and raw cells are not prose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.readers import from_markdown
from factcheck.readers.embedded import Passage, lifted
from factcheck.readers.json_source import Literal, parse, said, tell
from factcheck.readers.source_text import ReadError

if TYPE_CHECKING:
    from factcheck.model.document import Document
    from factcheck.readers.json_source import Value


def read(path: str, source: str) -> Document:
    """The document of a notebook of format 3 or 4. Raises ReadError for what is none."""
    passage = Passage(source)
    last = -1
    for strings in _markdown(source):
        if last >= 0:
            passage.put("\n", last, last)
            passage.put("\n", last, strings[0].start)
        for each in strings:
            tell(source, each, passage)
        last = strings[-1].end
    inner = from_markdown.read("", passage.text)
    return lifted(inner, passage, path, source)


def _markdown(source: str) -> list[list[Literal]]:
    """The strings of each Markdown cell that holds any, in the order of the file."""
    book = parse(source) if source.strip() else {}
    if not isinstance(book, dict):
        raise ReadError("not a notebook: an object with cells is wanted")
    sheets = book.get("worksheets", [])
    holders = [book, *(sheet for sheet in sheets if isinstance(sheet, dict))] if isinstance(sheets, list) else [book]
    cells = [cell for holder in holders for cell in _list(holder.get("cells"))]
    found = [_strings(cell.get("source")) for cell in cells if isinstance(cell, dict) and _is_markdown(cell, source)]
    return sorted((strings for strings in found if strings), key=lambda strings: strings[0].start)


def _list(value: Value | None) -> list[Value]:
    return value if isinstance(value, list) else []


def _is_markdown(cell: dict[str, Value], source: str) -> bool:
    kind = cell.get("cell_type")
    return isinstance(kind, Literal) and said(source, kind) == "markdown"


def _strings(value: Value | None) -> list[Literal]:
    each = [value] if isinstance(value, Literal) else _list(value)
    return [literal for literal in each if isinstance(literal, Literal) and literal.string]
