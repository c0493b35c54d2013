"""The marks within a line of reStructuredText: emphasis, literals, roles, references, substitutions, escapes.

A mark opens only where the format says so: not within a word, and not before white space. A mark that
nothing closes is text. What is searched for once in vain in a paragraph is not searched for again.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from factcheck.readers.rst_roles import Roles
from factcheck.readers.strand import PLACEHOLDER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.readers.outline import Outline
    from factcheck.readers.rst_lines import Line

_BEFORE = r"(?<![\w!#$%&)*+,.;=>?@\\\]^_`|}~])"
_AFTER = r"(?![\w#$%&(*+<=@\[^_`{|~])"
_MARK = re.compile(
    rf"(?P<address>\b(?:https?|ftp)://[^\s<>\"`|]+)"
    rf"|{_BEFORE}(?:"
    rf"(?P<literal>``)(?=\S)"
    rf"|(?P<strong>\*\*)(?=\S)"
    rf"|(?P<emphasis>\*)(?=\S)"
    rf"|(?P<quoted>(?::(?P<role>[a-zA-Z][\w.+:-]{{0,60}}):|_)?`)(?=[^\s`])"
    rf"|(?P<substitution>\|)(?=[^\s|])"
    rf"|(?P<footnote>\[(?:\d{{1,6}}|\#[\w.+:-]{{0,60}}|\*|[^\W\d_][\w.+:-]{{0,60}})\]_{_AFTER})"
    rf"|(?P<reference>[^\W_]{{1,60}}(?:[-._+:][^\W_]{{1,60}}){{0,8}}__?{_AFTER})"
    rf")"
)
_CLOSING = {
    "literal": re.compile(rf"(?<!\s)``{_AFTER}"),
    "strong": re.compile(rf"(?<!\s)\*\*{_AFTER}"),
    "emphasis": re.compile(rf"(?<!\s)\*{_AFTER}"),
    "quoted": re.compile(rf"(?:(?<!\s)|(?<=\0\s))`(?:(?::(?P<role>[a-zA-Z][\w.+:-]{{0,60}}):)|(?P<link>__?))?{_AFTER}"),
    "substitution": re.compile(rf"(?<!\s)\|_{{0,2}}{_AFTER}"),
}
_ESCAPE = re.compile(r"\\(?:([^\w\s])|([\s\S]?))")
_ESCAPE_OR_LINE_END = re.compile(r"\\([\s\S]?)|\n")
_PAIRS = {"'": "'", '"': '"', "(": ")", "[": "]", "{": "}", "<": ">", "“": "”", "‘": "’", "«": "»"}
_HIDDEN = "\0"


class Inline:
    """Writes text with marks in it into an outline."""

    def __init__(self, source: str, outline: Outline, replacements: dict[str, str]) -> None:
        """`replacements` are the texts that substitutions stand for, by their names in lower case."""
        self._source, self._outline = source, outline
        self._replacements = replacements
        self.roles = Roles()
        self._text = self._shown = ""
        self._starts: list[int] = []
        self._lines: Sequence[Line] = ()
        self._missing: set[str] = set()

    def write(self, lines: Sequence[Line]) -> None:
        """Copy the text of lines that make one paragraph; between two of them stands a space."""
        pieces: list[str] = []
        self._starts, self._lines = [], lines
        length = 0
        for index, line in enumerate(lines):
            if index and not line.glued:
                pieces.append("\n")
                length += 1
            self._starts.append(length)
            pieces.append(self._source[line.start : line.end])
            length += line.end - line.start
        self._text = "".join(pieces)
        self._shown = _ESCAPE.sub(_hide, self._text) if "\\" in self._text else self._text
        self._missing.clear()
        self._scan()

    def _scan(self) -> None:
        at = 0
        text_from = 0
        while match := _MARK.search(self._shown, at):
            name = match.lastgroup or ""
            at = match.end()
            if name != "address":
                end = self._mark(name, match, text_from)
                at = end if end >= 0 else match.start() + 1
                text_from = max(text_from, end)
        self._plain(text_from, len(self._text))

    def _mark(self, name: str, match: re.Match[str], text_from: int) -> int:
        """Write the text before a mark and what the mark holds; where it ends, or -1 if it is text."""
        start = match.start()
        if name == "footnote":
            self._plain(text_from, start - _blanks_before(self._text, text_from, start))
            return match.end()
        if name == "reference":
            self._plain(text_from, match.end() - len(match[0]) + len(match[0].rstrip("_")))
            return match.end()
        closing = None if self._is_quoted(start, match.end()) else self._find(name, match.end())
        if closing is None:
            return -1
        inner, until = match.end(), closing.start()
        if name == "quoted":
            self._quoted(text_from, match, closing)
            return closing.end()
        self._plain(text_from, start)
        if name in ("strong", "emphasis"):
            self._plain(inner, until)
        elif name == "literal":
            self._put(PLACEHOLDER, start, closing.end())
        else:
            said = " ".join(self._text[inner:until].lower().split())
            self._put(self._replacements.get(said, PLACEHOLDER), start, closing.end())
        return closing.end()

    def _is_quoted(self, start: int, end: int) -> bool:
        """Whether a mark stands alone between quotation marks or brackets."""
        before = self._shown[start - 1 : start]
        return before in _PAIRS and self._shown.startswith(_PAIRS[before], end)

    def _find(self, name: str, after: int) -> re.Match[str] | None:
        if name in self._missing:
            return None
        # What stands in a literal stands there as written, escapes included.
        text = self._text if name == "literal" else self._shown
        found = _CLOSING[name].search(text, after + 1)
        if not found:
            self._missing.add(name)
        return found

    def _quoted(self, text_from: int, match: re.Match[str], closing: re.Match[str]) -> None:
        """Write text in backquotes as its role, or the target behind it, has it."""
        role, inner, until = match["role"] or closing["role"] or "", match.end(), closing.start()
        titled = self._titled(inner, until)
        last = titled if titled >= 0 else until
        start = match.start()
        kind = self.roles.kind(role, self._text[inner:until], titled >= 0)
        if closing["link"]:
            kind = "text" if last > inner else "code"
        elif match["quoted"].startswith("_"):
            kind = "text"
        if kind == "mark" or (kind == "power" and self._is_reference_mark(inner, until, start)):
            start -= _blanks_before(self._text, text_from, start)
            kind = "nothing"
        self._plain(text_from, start)
        if kind == "power" and self._outline.tail(1).isdigit():
            self._put("^", start, inner)
        if kind in ("text", "power"):
            self._plain(inner, last)
        elif kind == "code":
            self._put(PLACEHOLDER, start, closing.end())

    def _titled(self, start: int, end: int) -> int:
        """Where the text before `<target>` ends; -1 if there is no target."""
        if end - start < 2 or self._shown[end - 1] != ">":
            return -1
        opening = self._shown.rfind("<", start, end)
        if opening < 0 or (opening > start and not self._shown[opening - 1].isspace()):
            return -1
        return start + len(self._text[start:opening].rstrip())

    def _is_reference_mark(self, start: int, end: int, opened: int) -> bool:
        """Whether a raised number is the mark of a note, not a power."""
        said, before = self._text[start:end], self._text[max(0, opened - 12) : opened].rstrip(" \\")
        return bool(re.fullmatch(r"[\s\d,;–\-\[\]()*†‡§]{1,40}", said)) and not re.search(r"\d$|\b[cmkd]?m$", before)

    def _plain(self, start: int, end: int) -> None:
        """Copy text without marks, but for escapes."""
        for match in _ESCAPE_OR_LINE_END.finditer(self._text, start, end):
            self._copy(start, match.start())
            start = match.end()
            if match[0] == "\n":
                self._outline.space(self._place(match.start()), self._place(start))
            elif match[1] and not match[1].isspace():
                self._copy(match.start(1), start)
        self._copy(start, end)

    def _copy(self, start: int, end: int) -> None:
        while start < end:
            index = bisect_right(self._starts, start) - 1
            until = min(end, self._starts[index + 1]) if index + 1 < len(self._starts) else end
            place = self._lines[index].start + start - self._starts[index]
            self._outline.copy(place, place + until - start)
            start = until

    def _put(self, text: str, start: int, end: int) -> None:
        self._outline.put(text, self._place(start), self._place(end - 1) + 1)

    def _place(self, at: int) -> int:
        """The place in the source of a character of the text; that of a line end is past its line."""
        index = max(0, bisect_right(self._starts, at) - 1)
        return self._lines[index].start + at - self._starts[index]


def _hide(match: re.Match[str]) -> str:
    return _HIDDEN * 2 if match[1] else _HIDDEN + (match[2] or "")


def _blanks_before(text: str, start: int, end: int) -> int:
    """How much white space stands before `end`, not counting what is before `start`."""
    return end - start - len(text[start:end].rstrip())
