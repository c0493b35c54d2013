"""What two dots begin in reStructuredText: comments, targets, footnotes, substitutions and directives."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.readers.rst_directives import read_directive
from factcheck.readers.rst_lines import Line, under_marker
from factcheck.readers.rst_lists import behind

if TYPE_CHECKING:
    from factcheck.readers.rst_blocks import Blocks, Body

_FOOTNOTE = re.compile(r"\[(?:\d{1,6}|#[\w.+:-]{0,60}|\*|[^\W_][\w.+:-]{0,60})\](?=\s|$)")
_DIRECTIVE = re.compile(r"([^\W_]{1,60}(?:[-._+:][^\W_]{1,60}){0,10}) ?::(?=\s|$)")
_REPLACEMENT = re.compile(
    r"^[ \t]*\.\.[ \t]+\|([^|\n]{1,80})\|[ \t]+replace::[ \t]+([^\r\n]{1,60})(?=\r?$)", re.MULTILINE
)
_MARKS = re.compile(r"[*`|\\<>\[\]{}]|_(?!\w)|://")


def find_replacements(source: str) -> dict[str, str]:
    """The substitutions of a source that stand for a few words without marks: name in lower case to text."""
    if "replace::" not in source:
        return {}
    found = {
        " ".join(match[1].lower().split()): match[2].strip()
        for match in _REPLACEMENT.finditer(source)
        if not _MARKS.search(match[2])
    }
    return {name: text for name, text in found.items() if text}


def read_explicit(blocks: Blocks, body: Body) -> None:
    """Read what begins with two dots (or with `__`, a target) at the current line."""
    line = body.lines[body.at]
    text = blocks.text(line)
    if text == ".." and not body.next_line():
        body.at += 1
        return
    taken = body.take_indented(line.column)
    if text.startswith("__"):
        return
    first = behind(line, blocks.source, line.start + 2)
    said = blocks.text(first)
    footnote, directive = _FOOTNOTE.match(said), _DIRECTIVE.match(said)
    if footnote:
        blocks.opening = False
        inner = under_marker(behind(first, blocks.source, first.start + footnote.end()), taken[1:])
        blocks.read_inside("group", inner, body)
    elif directive:
        behind_name = behind(first, blocks.source, first.start + directive.end())
        name = Line(first.start, first.start + directive.end(1), first.column)
        read_directive(blocks, body, name, behind_name, taken[1:])
    elif not said.startswith(("_", "|")):
        _note_comment(blocks, [first, *taken[1:]], line.start)


def _note_comment(blocks: Blocks, lines: list[Line], start: int) -> None:
    """Note a comment, which may be meant for factcheck."""
    written = [line for line in lines if not line.blank]
    if written:
        blocks.outline.remark(start, written[-1].end, "\n".join(map(blocks.text, written)))
