"""The paragraphs of AsciiDoc: plain ones, admonitions, quotations and verse."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.readers.asciidoc_lines import Lines
    from factcheck.readers.asciidoc_page import Page

CODE_STYLES = frozenset({"source", "listing", "literal", "pass", "stem", "latexmath", "asciimath", "comment"}) | {
    "plantuml", "mermaid", "ditaa", "graphviz", "blockdiag", "vega",
}  # fmt: skip
QUOTE_STYLES = frozenset({"quote", "verse"})

_ADMONITION = re.compile(r"[ \t]*(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION):[ \t]+")
_QUOTED = re.compile(r">[ \t]?")
_PICTURE = re.compile(r"image:[^\[\]]{1,500}\[[^\[\]]{0,1000}\]\Z")
_CREDIT = re.compile(r"--[ \t]+\S")


def skip_paragraph(page: Page) -> None:
    """Leave out a paragraph that is code."""
    metadata = page.take_metadata()
    page.write_title(metadata)
    lines = page.take_paragraph(page.lines[page.at][0])
    if metadata.style == "comment" and lines:
        start, end = lines[0][0], lines[-1][1]
        page.outline.remark(start, end, page.source[start:end].strip())


def read_paragraph(page: Page, start: int, text: str) -> None:
    """Read the paragraph whose first line, `text`, begins at `start`."""
    if page.metadata.style in CODE_STYLES:
        skip_paragraph(page)
        return
    metadata = page.take_metadata()
    if _PICTURE.match(text):
        page.write_title(metadata)
    admonition = _ADMONITION.match(text)
    lines = page.take_paragraph(admonition.end() + start if admonition else start)
    depth = page.open_group(metadata)
    marked = text[0] == ">" and metadata.style in ("", "quote")
    lines = _unmarked(page.source, lines) if marked else lines
    credited = len(lines) > 1 and bool(_CREDIT.match(page.source, *lines[-1]))
    quotes = metadata.style in QUOTE_STYLES or marked or (credited and text[0] == '"')
    if quotes:
        entered = page.outline.enter("quote")
        depth = depth if depth >= 0 else entered
        lines = lines[:-1] if credited else lines
    if marked:
        page.read_inner(lines)
    else:
        page.outline.begin()
        page.write(lines, metadata.style == "verse" or "hardbreaks" in metadata.options)
    if depth >= 0:
        page.outline.unwind(depth)


def _unmarked(source: str, lines: Lines) -> Lines:
    """The lines of a quotation without the `>` before them."""
    kept: Lines = []
    for start, end in lines:
        match = _QUOTED.match(source, start, end)
        kept.append((match.end() if match else start, end))
    return kept
