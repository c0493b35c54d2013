"""The blocks of AsciiDoc, line by line: headings, lists, what stands over a block and what ends one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.readers.asciidoc_attributes import ENTRY
from factcheck.readers.asciidoc_delimited import read_compound, read_table, read_verbatim
from factcheck.readers.asciidoc_lists import Marker, find_marker
from factcheck.readers.asciidoc_page import BRACKETS, COMPOUND, MACRO, TABLE, VERBATIM, Page
from factcheck.readers.asciidoc_paragraphs import read_paragraph, skip_paragraph

if TYPE_CHECKING:
    from factcheck.readers.asciidoc_attributes import Attributes
    from factcheck.readers.asciidoc_lines import Lines
    from factcheck.readers.asciidoc_lists import Container
    from factcheck.readers.outline import Outline

_TITLE = re.compile(r"\.\.?[^ \t.]")
_HEADING = re.compile(r"(={1,6}|#{1,6})[ \t]+(?=\S)")
_RULE = re.compile(r"'{3,}\Z|<{3,}\Z| {0,3}([-*_])( *)\1\2\1\Z")


def read_blocks(source: str, outline: Outline, attributes: Attributes, lines: Lines, inner: int = 0) -> None:
    """Write the prose of the lines into an outline; they stand `inner` levels deep in cells and quotations.

    Raises ReadError for absurd nesting.
    """
    page = Page(source, outline, attributes, lines, inner, _read_inner)
    while page.at < len(lines):
        start, end = lines[page.at]
        if start == end:
            page.blank += 1
            page.at += 1
        else:
            _step(page, start, end, source[start:end])
    page.close(0)
    page.write_title(page.take_metadata())


def _read_inner(page: Page, lines: Lines) -> None:
    read_blocks(page.source, page.outline, page.attributes, lines, page.inner + 1)


def _step(page: Page, start: int, end: int, text: str) -> None:
    """Read what begins with a line."""
    if text in page.marks:
        page.close(page.marks[text])
        page.at += 1
        page.blank = 0
        return
    container = page.containers[-1]
    if text == "+":
        _attach(page, container)
    elif page.note_comment(start, end):
        page.at += 1
        if text == "//-" and page.blank:
            container.leave(page.outline)
    elif text[0] == ":" and ENTRY.match(text):
        define(page)
    elif not _note_metadata(page, start, end, text, container) and not _begin_item(page, start, end, text, container):
        goes_on = container.attached or (container.lists and (container.lists[-1].waits or text[0] in " \t"))
        if not goes_on:
            container.leave(page.outline)
        _read_block(page, start, end, text, container)
        container.attached = False
    page.blank = 0


def _attach(page: Page, container: Container) -> None:
    """A `+` joins what follows to the last item, or to one that is further out for every empty line before it."""
    page.at += 1
    if container.lists:
        container.leave(page.outline, max(1, len(container.lists) - page.blank))
        container.attached = True
        container.lists[-1].waits = False


def define(page: Page) -> None:
    """Read an attribute, with the lines that go on with its value."""
    start, end = page.lines[page.at]
    page.attributes.define(page.source[start:end])
    page.at += 1
    while page.source.endswith(" \\", start, end) and page.at < len(page.lines):
        start, end = page.lines[page.at]
        page.at += 1


def _note_metadata(page: Page, start: int, end: int, text: str, container: Container) -> bool:
    """Keep the title or the attributes that stand over a block; False if the line is neither."""
    if text[0] == "[" and BRACKETS.match(text):
        if not text.startswith("[["):
            page.metadata.add(text[1:-1])
    elif text[0] == "." and _TITLE.match(text):
        page.write_title(page.metadata)
        page.metadata.title = (start + 1, end)
    else:
        return False
    if page.blank and not container.attached:
        container.leave(page.outline)
    page.at += 1
    return True


def _begin_item(page: Page, start: int, end: int, text: str, container: Container) -> bool:
    """Read an item of a list, or a term with what stands behind it; False if the line begins none."""
    marker = find_marker(page.source, start, end, container.lists)
    if not marker or _RULE.match(text) or MACRO.match(text):
        return False
    if page.heading_level(page.at) and text.lstrip()[0] not in "*-.":
        return False
    page.write_title(page.take_metadata())
    container.attached = False
    opened = container.enter(marker.kind, page.outline)
    if marker.term_end < 0:
        page.outline.item()
        page.write(page.take_paragraph(marker.text))
    else:
        opened.waits = not _read_term(page, start, end, marker, opened.depth)
    return True


def _read_term(page: Page, start: int, end: int, marker: Marker, depth: int) -> bool:
    """Read a term and the text behind it on its line; whether there is any."""
    page.outline.unwind(depth + 1)
    page.outline.begin("term")
    page.write([(start, marker.term_end)])
    page.outline.enter("definition")
    if not page.source[marker.text : end].strip():
        page.at += 1
        return False
    page.outline.begin()
    page.write(page.take_paragraph(marker.text))
    return True


def _read_block(page: Page, start: int, end: int, text: str, container: Container) -> None:
    waits = bool(container.lists) and container.lists[-1].waits
    if waits:
        container.lists[-1].waits = False
    heading = _HEADING.match(text)
    underlined = 0 if heading else page.heading_level(page.at)
    if heading:
        _read_heading(page, start + heading.end(), end, heading[1])
    elif underlined:
        page.at += 1
        _read_heading(page, start, end, "=" * underlined)
    elif VERBATIM.match(text):
        read_verbatim(page, text)
    elif TABLE.match(text):
        read_table(page, text)
    elif COMPOUND.match(text):
        read_compound(page, text)
    elif _RULE.match(text) or MACRO.match(text):
        page.write_title(page.take_metadata())
        page.at += 1
    elif text[0] in " \t" and not waits and page.metadata.style in ("", "literal"):
        skip_paragraph(page)
    else:
        read_paragraph(page, start, text)


def _read_heading(page: Page, start: int, end: int, mark: str) -> None:
    """A heading whose text is source[start:end]; the same marks may stand behind it again."""
    page.write_title(page.take_metadata())
    page.at += 1
    if not page.containers[-1].attached:
        page.containers[-1].leave(page.outline)
    if page.source.endswith(f" {mark}", start, end):
        end -= len(mark) + 1
    page.outline.begin("heading", len(mark))
    page.write([(start, end)])
