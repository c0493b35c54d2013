"""AsciiDoc, as its usual processors read it: sections, lists, tables, admonitions, quotations and examples.

Code, literal text, formulas, comments, addresses, images, footnotes, index terms, attributes and directives are
not prose. What a condition leaves out of one edition is in another: it is read, whatever the condition.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.readers.asciidoc_attributes import ENTRY, Attributes
from factcheck.readers.asciidoc_blocks import read_blocks
from factcheck.readers.asciidoc_lines import Lines, cut_lines
from factcheck.readers.asciidoc_page import BRACKETS
from factcheck.readers.dates import parse_day
from factcheck.readers.front import read_front
from factcheck.readers.outline import Outline

if TYPE_CHECKING:
    from factcheck.model.document import Document

_TITLE = re.compile(r"[=#][ \t]+(?=\S)")
_UNDERLINE = re.compile(r"={2,}\Z")
_AUTHOR = re.compile(
    r"[^\W\d_][^\s<>@;,]{0,60}(?:[ \t]+[^\s<>@;,]{1,60}){0,3}(?:[ \t]*<[^<>\s]{1,200}>)?(?:;|(?<![.!?:])\Z)"
)
_REVISION = re.compile(r"v?\d[\w.-]{0,30}(?:[,:].{0,300})?\Z|v?\d.{0,100}\b\d{4}\b", re.ASCII)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def read(path: str, source: str) -> Document:
    """The document of an AsciiDoc source; raises ReadError for absurd nesting."""
    outline = Outline(source)
    base = read_front(source, outline)
    attributes = Attributes(outline)
    lines = cut_lines(source, base)
    first, last = _find_authors(source, lines)
    for start, end in lines[first:last]:
        said = _DAY.search(source, start, end)
        outline.day("revdate", parse_day(said[0]) if said else None)
    read_blocks(source, outline, attributes, lines[:first] + lines[last:])
    return outline.document(path)


def _find_authors(source: str, lines: Lines) -> tuple[int, int]:
    """Which lines under the title say who wrote the document and which revision it is: the first, and past the last."""
    at = _find_title(source, lines)
    if at < 0:
        return 0, 0
    while at < len(lines) and _is_aside(source[slice(*lines[at])]):
        at += 1
    first = at
    if at < len(lines) and _AUTHOR.match(source, *lines[at]):
        at += 1
        if at < len(lines) and _REVISION.match(source, *lines[at]):
            at += 1
    return first, at


def _is_aside(text: str) -> bool:
    """Whether a line is an attribute or a comment."""
    return bool(ENTRY.match(text)) or (text.startswith("//") and not text.startswith("///"))


def _find_title(source: str, lines: Lines) -> int:
    """The number of the line under the title of the document; -1 if it begins with anything else."""
    at, block = 0, ""
    while at < len(lines):
        text = source[slice(*lines[at])]
        if text.startswith("////") and not text.strip("/"):
            block = "" if text == block else block or text
        elif text and not block and not _is_aside(text) and not BRACKETS.match(text):
            break
        at += 1
    if at >= len(lines):
        return -1
    if _TITLE.match(source, *lines[at]):
        return at + 1
    (start, end), under = lines[at], lines[at + 1] if at + 1 < len(lines) else (0, 0)
    underlined = _UNDERLINE.match(source, *under) and abs(under[1] - under[0] - (end - start)) < 2
    return at + 2 if underlined else -1
