"""The delimited blocks of AsciiDoc: code and comments, tables, and blocks that hold other blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.readers.asciidoc_lines import Lines
from factcheck.readers.asciidoc_paragraphs import CODE_STYLES, QUOTE_STYLES
from factcheck.readers.asciidoc_table import (
    column_styles,
    cut_cells,
    cut_values,
    has_header,
    separators,
    write_rows,
)

if TYPE_CHECKING:
    from factcheck.readers.asciidoc_page import Page
    from factcheck.readers.asciidoc_table import Cell

_CODE_CELLS = ("l", "m")


def take_lines(page: Page, mark: str) -> Lines:
    """The lines up to the one that closes a block, or that closes one around it; the closing line is read too."""
    first = page.at = page.at + 1
    while page.at < len(page.lines):
        text = page.text(page.at)
        if text == mark:
            page.at += 1
            return page.lines[first : page.at - 1]
        if text in page.marks:
            break
        page.at += 1
    return page.lines[first : page.at]


def read_verbatim(page: Page, mark: str) -> None:
    """Leave out code; note what a comment says."""
    metadata = page.take_metadata()
    page.write_title(metadata)
    start = page.lines[page.at][0]
    lines = take_lines(page, "```" if mark[0] == "`" else mark)
    _note(page, start, lines, mark[0] == "/" or metadata.style == "comment")


def _note(page: Page, start: int, lines: Lines, comments: bool) -> None:
    if comments and lines:
        said = page.source[lines[0][0] : lines[-1][1]].strip()
        page.outline.remark(start, page.lines[page.at - 1][1], said)


def read_compound(page: Page, mark: str) -> None:
    """Open a block that holds other blocks, unless its style says that it is code or verse."""
    style = page.metadata.style
    if style in CODE_STYLES:
        read_verbatim(page, mark)
        return
    metadata = page.take_metadata()
    depth = page.open_group(metadata)
    if mark[0] in '_"' or style in QUOTE_STYLES:
        entered = page.outline.enter("quote")
        depth = depth if depth >= 0 else entered
    if style == "verse":
        _read_verse(page, take_lines(page, mark))
        page.outline.unwind(depth)
        return
    if depth < 0 and mark != "--":
        depth = page.outline.enter("group") if _stands_alone(page) else -1
    page.at += 1
    page.open(mark, depth)


def _stands_alone(page: Page) -> bool:
    """Whether a block belongs to no list: its headings do not stand over what follows it then."""
    return not any(container.lists for container in page.containers)


def _read_verse(page: Page, lines: Lines) -> None:
    stanza: Lines = []
    for start, end in [*lines, (0, 0)]:
        if start < end:
            stanza.append((start, end))
        elif stanza:
            page.outline.begin()
            page.write(stanza, keeps_lines=True)
            stanza = []


def read_table(page: Page, mark: str) -> None:
    """Read a table with all its cells."""
    metadata = page.take_metadata()
    page.write_title(metadata)
    lines = [line for line in take_lines(page, mark) if not page.note_comment(*line)]
    while lines and lines[-1][0] == lines[-1][1]:
        lines.pop()
    said, separator = separators(metadata, mark[0])
    if said == "psv":
        cells, width = cut_cells(page.source, lines, separator)
    else:
        cells, width = cut_values(page.source, lines, separator, said != "dsv")
    styles = column_styles(metadata.named.get("cols", "")) or [""] * width
    header = has_header(page.source, lines, metadata, cells, len(styles))
    depth = page.outline.enter("table")
    write_rows(page.outline, cells, styles, header, lambda cell, style: _write_cell(page, cell, style))
    page.outline.unwind(depth)


def _write_cell(page: Page, cell: Cell, style: str) -> None:
    """Read a cell: as a document of its own, as paragraphs, or not at all if it holds code."""
    if style == "a":
        page.read_inner(_trimmed(page.source, cell.lines))
    elif style not in _CODE_CELLS:
        page.write_paragraphs(cell.lines)


def _trimmed(source: str, lines: Lines) -> Lines:
    """The lines of a cell without the white space at their ends, and without that before the first word."""
    kept: Lines = []
    for start, end in lines:
        while end > start and source[end - 1] in " \t":
            end -= 1
        while not kept and start < end and source[start] in " \t":
            start += 1
        if kept or start < end:
            kept.append((start, end))
    return kept
