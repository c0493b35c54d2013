"""What stands within the sentences of AsciiDoc: emphasis, quotes, code, text that is passed on as it is.

The marks are looked for kind by kind, as the language says; each search is one pass over the text.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from factcheck.readers.asciidoc_joined import BREAK, SPACE, Joined
from factcheck.readers.asciidoc_macros import read_macros, read_references
from factcheck.readers.strand import PLACEHOLDER

if TYPE_CHECKING:
    from collections.abc import Iterable
    from re import Pattern

    from factcheck.readers.asciidoc_attributes import Attributes
    from factcheck.readers.outline import Outline

_SPECIAL = re.compile(r"[*_#`^~+\[\]<&\\@$]|\{[\w{%]|://|\(\(|www\.")
_FREE = r"(?:(?<![^\W_])|(?<=\\))"
_HARD_BREAK = re.compile(r"(?:[ \t]+|^)\+[ \t]*(?:\n|\Z)", re.MULTILINE)
_RAW = re.compile(r"(?<!\w)(pass|stem|latexmath|asciimath):([a-z,]{0,30})\[")
_TAG = re.compile(r"</?[a-zA-Z!][^<>]{0,300}>")
_ENTITY = re.compile(r"&(?:#[0-9]{2,7}|#[xX][0-9a-fA-F]{2,6}|[a-zA-Z]{2,32}[0-9]{0,2});")
_ESCAPED = re.compile(r"\\(?=\((?:C|R|TM)\)|--|\.\.\.|'|[-=]>|<[-=]|[\]&|])")
_REFERENCE = re.compile(r"[\s\d,;–\-\[\]()*†‡§\ufffc]{1,40}")
_POWER = re.compile(r"\d\s*\Z|\b[cmkd]?m\Z")
_STRUCK = re.compile(r"[.](?:line-through|strike(?:through)?|del)\b|\Aline-through\b")
_ROLES = re.compile(r"\[[^\[\]]{1,200}\]\Z")


def _mark(mark: str, free: bool) -> tuple[str, Pattern[str], Pattern[str]]:
    """The mark, how it opens and how it closes; a `free` one also stands within words."""
    said = re.escape(mark)
    if free:
        return mark, re.compile(said), re.compile(said)
    return mark, re.compile(rf"{_FREE}{said}(?=\S)"), re.compile(rf"(?<=\S){said}(?![^\W_])")


_LITERAL = (_mark("+++", True), _mark("$$", True), _mark("++", True), _mark("+", False))
_CODE_LITERAL = (re.compile(r"(?<![^\W_])`\+(?=[^\s`])"), re.compile(r"(?<=[^\s`])\+`(?!\w)"))
_CODE = (
    ("``", re.compile("``"), re.compile("``")),
    ("`", re.compile(rf"{_FREE}`(?=\S)"), re.compile(r"(?<=\S)`(?![\w`]|'(?!s\b))")),
)
_CURVED = (
    ("“”", re.compile(r"(?<![^\W_])(?<!\\)\"`(?=\S)"), re.compile(r"(?<=\S)`\"(?![^\W_])")),
    ("‘’", re.compile(r"(?<![^\W_])(?<!\\)'`(?=\S)"), re.compile(r"(?<=\S)`'(?![^\W_])")),
)
_SHORT_YEAR = re.compile(r"(?<!\S)`'(?=\d\ds?\b)")
_EMPHASIS = (
    _mark("**", True), _mark("*", False), _mark("__", True), _mark("_", False), _mark("##", True), _mark("#", False),
)  # fmt: skip
_RAISED = re.compile(r"(\\?)\^([^\s^]{1,200})\^")
_LOWERED = re.compile(r"(\\?)~([^\s~]{1,200})~")


def write_inline(
    source: str, lines: Iterable[tuple[int, int]], outline: Outline, attributes: Attributes, keeps_lines: bool = False
) -> None:
    """Write the lines of one block into the block that is open; `keeps_lines` if their ends are kept, as in verse."""
    joined = Joined(source, lines)
    if _SPECIAL.search(joined.text):
        _read_marks(joined, attributes)
    if keeps_lines:
        for match in re.finditer("\n", joined.text):
            joined.edit(match.start(), match.end(), BREAK)
    joined.write(outline)


def _read_marks(joined: Joined, attributes: Attributes) -> None:
    text = joined.text
    if "+" in text:
        for match in _HARD_BREAK.finditer(joined.seen):
            joined.edit(match.start(), match.end(), BREAK if match[0].endswith("\n") else "")
        joined.settle()
    _read_raw(joined)
    if "`" in text:
        _read_code(joined)
    read_macros(joined, attributes)
    if "{" in text:
        read_references(joined, attributes)
    for match in _ENTITY.finditer(joined.seen) if "&" in text else ():
        if not text.startswith("\\", match.start() - 1) or not match.start():
            said = unescape(match[0])
            if said != match[0]:
                joined.edit(match.start(), match.end(), said if said.strip(" \t\r\n\f") else SPACE)
    for match in _ESCAPED.finditer(joined.seen) if "\\" in text else ():
        joined.edit(match.start(), match.end(), "")
    joined.settle()
    for mark, opener, closer in _EMPHASIS:
        if mark in text:
            _read_emphasis(joined, opener, closer)
    _read_heights(joined)


def _is_escaped(joined: Joined, start: int) -> bool:
    """Whether a backslash stands before a mark; if so it is left out, and the mark is text."""
    first = start
    while first and start - first < 2 and joined.text[first - 1] == "\\":
        first -= 1
    if first < start:
        joined.edit(first, start, "")
    return first < start


def _read_raw(joined: Joined) -> None:
    """Text that no other mark is looked for in: formulas are left out, the rest is copied, without its tags."""
    text = joined.text
    if ":" in text and "[" in text:
        for opening, closing in joined.pairs(_RAW, re.compile(r"(?<!\\)\]")):
            if opening[1] != "pass":
                joined.edit(opening.start(), closing.end(), PLACEHOLDER)
            else:
                _copy_raw(joined, opening.span(), closing.span(), bool({"n", "q", "m"} & set(opening[2].split(","))))
        joined.settle()
    if "`+" in text:
        for opening, closing in joined.pairs(*_CODE_LITERAL):
            joined.edit(opening.start(), closing.end(), PLACEHOLDER)
        joined.settle()
    for mark, opener, closer in _LITERAL:
        if mark in text:
            for opening, closing in joined.pairs(opener, closer):
                if _is_escaped(joined, opening.start()):
                    joined.mask(*opening.span())
                    joined.mask(*closing.span())
                else:
                    _copy_raw(joined, opening.span(), closing.span(), False)
            joined.settle()


def _copy_raw(joined: Joined, opening: tuple[int, int], closing: tuple[int, int], marked: bool) -> None:
    joined.edit(*opening, "")
    joined.edit(*closing, "")
    for tag in _TAG.finditer(joined.text, opening[1], closing[0]):
        joined.edit(tag.start(), tag.end(), "")
    if not marked:
        joined.mask(opening[1], closing[0])


def _read_code(joined: Joined) -> None:
    """Curved quotes and apostrophes, which are written with backticks too, and code."""
    for quotes, opener, closer in _CURVED:
        for opening, closing in joined.pairs(opener, closer):
            joined.edit(*opening.span(), quotes[0])
            joined.edit(*closing.span(), quotes[1])
        joined.settle()
    for match in _SHORT_YEAR.finditer(joined.seen):
        joined.edit(match.start(), match.end(), "’")
    joined.settle()
    for _, opener, closer in _CODE:
        for opening, closing in joined.pairs(opener, closer):
            if _is_escaped(joined, opening.start()):
                joined.mask(*opening.span())
                joined.mask(*closing.span())
            else:
                start, _ = _roles(joined, opening.start())
                joined.edit(start, closing.end(), PLACEHOLDER)
        joined.settle()
    for match in re.finditer("`'", joined.seen):
        joined.edit(match.start(), match.end(), "’")
    joined.settle()


def _roles(joined: Joined, at: int) -> tuple[int, bool]:
    """Where the roles in brackets before a mark begin, or the mark itself; and whether they strike the text out."""
    if at < 3 or joined.seen[at - 1] != "]":
        return at, False
    match = _ROLES.search(joined.seen, max(0, joined.seen.rfind("[", max(0, at - 202), at)), at)
    return (match.start(), bool(_STRUCK.search(match[0][1:-1]))) if match else (at, False)


def _read_emphasis(joined: Joined, opener: Pattern[str], closer: Pattern[str]) -> None:
    for opening, closing in joined.pairs(opener, closer):
        if _is_escaped(joined, opening.start()):
            joined.mask(*opening.span())
            joined.mask(*closing.span())
            continue
        start, struck = _roles(joined, opening.start())
        joined.edit(start, closing.end() if struck else opening.end(), "")
        joined.edit(*closing.span(), "")
    joined.settle()


def _read_heights(joined: Joined) -> None:
    """Raised and lowered text: a power gets a `^`, a reference in numbers goes."""
    for match in _RAISED.finditer(joined.seen) if "^" in joined.text else ():
        if match[1]:
            joined.edit(match.start(), match.start() + 1, "")
            continue
        before = joined.text[max(0, match.start() - 12) : match.start()]
        if _REFERENCE.fullmatch(match[2]) and not _POWER.search(before):
            joined.edit(match.start(), match.end(), "")
            continue
        joined.edit(match.start(), match.start() + 1, "^" if before[-1:].isdigit() else "")
        joined.edit(match.end() - 1, match.end(), "")
    joined.settle()
    for match in _LOWERED.finditer(joined.seen) if "~" in joined.text else ():
        start, end = match.span()
        joined.edit(start, start + 1, "")
        if not match[1]:
            joined.edit(end - 1, end, "")
