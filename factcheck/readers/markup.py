"""HTML cut into tags and text, in one pass whose cost is linear in the source.

The standard library's parser is not used: its offsets and its handling of damaged markup differ
between the versions of Python that factcheck runs on, and unclosed comments cost it quadratic time.
What is cut where follows the tokenizer of the HTML standard, section 13.2.5, as browsers do.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_OPENING = re.compile(r"<(?:(/?)([a-zA-Z][^\s/>]{0,100})|(!--)|([!?]|/))")
_STOP = re.compile(r">|=\s*[\"']")
_ATTRIBUTE = re.compile(r"""([^\s=>"'/{}]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s>"'{}]+))?""")
_RAW = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "plaintext"})


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag of the markup: its place in the source, its name as written and what follows the name."""

    start: int
    end: int
    name: str
    closing: bool
    rest: str

    @property
    def self_closing(self) -> bool:
        """Whether it ends with `/>`."""
        return self.rest.endswith("/")

    def attributes(self) -> dict[str, str]:
        """Its attributes, names in lower case, values without quotes; the first of a name counts."""
        found: dict[str, str] = {}
        for match in _ATTRIBUTE.finditer(self.rest):
            value = match[2] or ""
            found.setdefault(match[1].lower(), value[1:-1] if value[:1] in ("'", '"') else value)
        return found


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment that is meant for a program: its place in the source, and its words without the marks."""

    start: int
    end: int
    text: str


class Markup:
    """The tags and the text of source[start:end]; what lies between them (comments, raw text) is left out.

    Of the comments those are handed out that begin with `mark`, if one is given.
    """

    def __init__(self, source: str, start: int = 0, end: int = -1, mark: str = "") -> None:
        """Cut nothing yet."""
        self._source, self._at, self._mark = source, start, mark
        self._end = len(source) if end < 0 else end
        self._unclosed: set[str] = set()

    def __iter__(self) -> Iterator[Tag | Comment | tuple[int, int]]:
        """Tags, comments, and (start, end) of stretches of text, in the order of the source."""
        text_from = self._at
        while match := _OPENING.search(self._source, self._at, self._end):
            end, tag = self._construct(match)
            if end < 0:
                self._at = match.end()
                continue
            if match.start() > text_from:
                yield text_from, match.start()
            self._at = text_from = end
            if tag:
                yield tag
        if self._end > text_from:
            yield text_from, self._end

    def _construct(self, match: re.Match[str]) -> tuple[int, Tag | Comment | None]:
        """Where the construct that opens at the match ends (-1: it is text), and what is handed out of it."""
        closing, name, comment, _ = match.groups()
        if comment:
            return self._comment(match.start())
        if not name:
            mark = "?>" if self._source.startswith("<?php", match.start()) else ">"
            return self._find(mark, match.end()), None
        end = self._tag_end(match.end())
        if end < 0:
            return -1, None
        rest = self._source[match.end() : end - 1].rstrip()
        tag = Tag(match.start(), end, name, bool(closing), rest)
        if not closing and not tag.self_closing and name.lower() in _RAW:
            return self._raw_end(name, end), None
        return end, tag

    def _comment(self, start: int) -> tuple[int, Comment | None]:
        for short in ("<!-->", "<!--->"):
            if self._source.startswith(short, start):
                return start + len(short), None
        end = self._source.find("-->", start + 4, self._end)
        if end < 0:
            return self._end, None
        text = self._source[start + 4 : end].strip() if self._mark else ""
        meant = bool(self._mark) and text.startswith(self._mark)
        return end + 3, Comment(start, end + 3, text) if meant else None

    def _find(self, mark: str, at: int) -> int:
        """The end of the next `mark` from `at` on, or -1; a mark once missed is not looked for again."""
        if mark in self._unclosed:
            return -1
        found = self._source.find(mark, at, self._end)
        if found < 0:
            self._unclosed.add(mark)
            return -1
        return found + len(mark)

    def _tag_end(self, at: int) -> int:
        while True:
            stop = _STOP.search(self._source, at, self._end) if ">" not in self._unclosed else None
            if not stop:
                self._unclosed.add(">")
                return -1
            if stop.group() == ">":
                return stop.end()
            closed = self._find(stop.group()[-1], stop.end())
            at = closed if closed >= 0 else stop.end()

    def _raw_end(self, name: str, at: int) -> int:
        """Past the closing tag of an element whose content is not markup; to the end if it has none."""
        close = re.compile(rf"</{name}[^>]*>", re.IGNORECASE).search(self._source, at, self._end)
        return close.end() if close else self._end
