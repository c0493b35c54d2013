"""HTML: headings, paragraphs, list items, table cells, quotations, terms and definitions.

Page furniture (`nav`, `footer`), scripts, styles, forms, code and whatever is marked hidden are not
prose, nor is a block in another language, or text that is struck out: its author takes it back. White
space counts as in a browser.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from factcheck.model.document import MARK
from factcheck.readers.dates import parse_day
from factcheck.readers.front import read_front
from factcheck.readers.inert import find_inert
from factcheck.readers.markup import Comment, Markup, Tag
from factcheck.readers.outline import Outline
from factcheck.readers.scopes import Scopes
from factcheck.readers.strand import PLACEHOLDER

if TYPE_CHECKING:
    from factcheck.model.document import Document

_SPACE_OR_ENTITY = re.compile(
    r"[\t\n\r\f][ \t\n\r\f]*| [ \t\n\r\f]+"
    r"|&(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,8}|[a-zA-Z][a-zA-Z0-9]{1,32});?"
)
_SPACE = re.compile(r"[ \t\n\r\f]+")
_REFERENCE = re.compile(r"\s*(?:<a\b[^>]{0,300}>)?[\s\d,;–\-\[\]()*†‡§]{1,40}(?:</a>)?\s*</sup>")
_POWER = re.compile(r"\d\s*$|\b[cmkd]?m$")
_CLOSING = re.compile(r"</([a-zA-Z][^\s/>]{0,100})\s*>")
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)

_CODE = frozenset({"code", "kbd", "samp", "tt", "math"})
_SKIPPED = frozenset(
    {"nav", "footer", "template", "noscript", "pre", "svg", "button", "select", "option", "datalist", "del", "s"}
    | {"strike", "object", "canvas", "audio", "video", "picture", "map", "dialog"}
    | _CODE
)
_UNNESTED = frozenset({"p", "dt", "dd", "td", "th", "tr", "option"})
_NEVER_HIDDEN = frozenset({"html", "body", "main", "article"})
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)
_BLOCKS = frozenset(
    {"address", "article", "aside", "body", "caption", "center", "dd", "dialog", "div", "dl", "dt", "fieldset"}
    | {"figcaption", "figure", "form", "head", "header", "hgroup", "hr", "html", "label", "legend", "main", "menu"}
    | {"li", "nav", "footer", "p", "pre", "search", "section", "tbody", "td", "tfoot", "th", "thead", "tr"}
)
_FRAMES = {
    "ul": "list", "ol": "list", "menu": "list", "dir": "list", "blockquote": "quote", "dl": "terms",
    "table": "table", "details": "group", "dd": "definition",
}  # fmt: skip
_FOREIGN_BLOCKS = _BLOCKS | {"blockquote", "ul", "ol", "dl", "table", "details"}
"""What is left out if it is marked as another language than English, or Latin, that of names."""
_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6, "summary": 6}


class HtmlWalker:
    """Writes the prose of markup into an outline; one walker may be fed the pieces of one source in order."""

    def __init__(self, source: str, outline: Outline) -> None:
        """Write into `outline` what is found in `source`."""
        self._source = source
        self._outline = outline
        self._skip, self._depth, self._stand_in = "", 0, ""
        self._last_closings: dict[str, int] = {}
        self._in_head = False
        self._scopes = Scopes(outline)

    @property
    def skipping(self) -> bool:
        """Whether the walker is inside an element that is not prose."""
        return self._depth > 0

    def finish(self) -> None:
        """Nothing more follows."""
        self._scopes.finish()

    def resume(self) -> None:
        """Stop skipping: the text that held the element has ended."""
        self._depth = 0

    def feed(self, markup: Markup, inline: bool = False) -> None:
        """Walk over one piece; `inline` if it stands within a sentence, where components are no blocks."""
        for part in markup:
            if isinstance(part, Comment):
                if not self._depth:
                    self._outline.remark(part.start, part.end, part.text)
            elif not isinstance(part, Tag):
                if not self._depth and not inline:
                    self._text(*part)
            elif self._depth and self._is_still_skipped(part):
                continue
            elif part.closing:
                self._close(part, inline)
            else:
                self._open(part, inline)

    def _text(self, start: int, end: int) -> None:
        """Copy a stretch of text, with white space collapsed and entities resolved."""
        outline, source = self._outline, self._source
        leading = _SPACE.match(source, start, end)
        if leading:
            start = leading.end()
            outline.space(leading.start(), start)
        for match in _SPACE_OR_ENTITY.finditer(source, start, end):
            if match.start() > start:
                outline.copy(start, match.start())
            start = match.end()
            said = unescape(match[0]) if match[0][0] == "&" else " "
            if said == match[0]:
                outline.copy(match.start(), start)
            elif said.strip(" \t\n\r\f"):
                outline.put(said, match.start(), start)
            else:
                outline.space(match.start(), start)
        if start < end:
            outline.copy(start, end)

    def _is_still_skipped(self, tag: Tag) -> bool:
        """Whether the skipped element goes on; only a tag of its own name can end it."""
        if tag.name.lower() != self._skip or tag.self_closing:
            return True
        if not tag.closing and self._skip in _UNNESTED:
            self._depth = 0
            return False
        self._depth += -1 if tag.closing else 1
        if not self._depth and self._stand_in:
            self._outline.put(self._stand_in, tag.start, tag.end)
        return True

    def _open(self, tag: Tag, inline: bool) -> None:
        name = tag.name.lower()
        attributes = tag.attributes() if tag.rest else {}
        self._scopes.open(tag, name, attributes)
        if name == "br":
            self._outline.line_break(tag.start, tag.end)
        elif name in ("img", "input", "embed"):
            self._outline.space(tag.start, tag.end)
        elif name in ("time", "meta"):
            self._note_day(name, attributes)
        if name in _VOID and name != "hr":
            return
        if self._is_block(tag, inline):
            self._outline.end()
        if not tag.self_closing and self._is_skipped(tag, name, attributes):
            self._begin_skip(name, tag)
        elif not tag.self_closing or name in _BLOCKS:
            self._enter(tag, name, attributes)

    def _is_block(self, tag: Tag, inline: bool) -> bool:
        name = tag.name.lower()
        component = not inline and tag.name[0].isupper() and not tag.name.isupper()
        return component or name in _BLOCKS or name in _FRAMES or name in _HEADINGS

    def _is_skipped(self, tag: Tag, name: str, attributes: dict[str, str]) -> bool:
        """Whether the element is not prose; an element that nothing closes is read, whatever it is."""
        if name == "sup":
            found = _REFERENCE.match(self._source, tag.end)
            return bool(found) and not _POWER.search(self._outline.tail(12))
        hidden = (
            "hidden" in attributes
            or attributes.get("aria-hidden", "").lower() == "true"
            or attributes.get("role", "").lower() in ("navigation", "menu", "menubar")
            or ("style" in attributes and bool(_HIDDEN.search(attributes["style"])))
            or (name in _FOREIGN_BLOCKS and attributes.get("lang", "en").lower()[:2] not in ("", "en", "la"))
        )
        return (name in _SKIPPED or (hidden and name not in _NEVER_HIDDEN)) and self._is_closed(name, tag.end)

    def _is_closed(self, name: str, after: int) -> bool:
        if not self._last_closings:
            self._last_closings = {"": 0}
            for match in _CLOSING.finditer(self._source):
                self._last_closings[match[1].lower()] = match.start()
        return self._last_closings.get(name, -1) >= after

    def _begin_skip(self, name: str, tag: Tag) -> None:
        self._skip, self._depth = name, 1
        self._stand_in = PLACEHOLDER if name in _CODE else ""
        if not self._stand_in and name not in ("sup", "del", "s", "strike") and name not in _BLOCKS:
            self._outline.space(tag.start, tag.end)

    def _enter(self, tag: Tag, name: str, attributes: dict[str, str]) -> None:
        outline = self._outline
        if name in _HEADINGS:
            outline.begin("heading", _HEADINGS[name])
        elif name == "dt":
            outline.leave("definition")
            outline.begin("term")
        elif name in _FRAMES:
            if name == "dd":
                outline.leave("definition")
            outline.enter(_FRAMES[name])
        elif name == "li":
            outline.item()
        elif name == "thead":
            self._in_head = True
        elif name == "tr":
            outline.row(self._in_head)
        elif name in ("td", "th"):
            heads = name == "th" and attributes.get("scope", "").lower() not in ("row", "rowgroup")
            outline.cell(heads, _count(attributes, "colspan"), _count(attributes, "rowspan"))
        elif name == "sup" and outline.tail(1).isdigit():
            outline.put("^", tag.start, tag.end)

    def _close(self, tag: Tag, inline: bool) -> None:
        name = tag.name.lower()
        if self._is_block(tag, inline):
            self._outline.end()
        self._scopes.close(tag, name)
        if name in _FRAMES:
            self._outline.leave(_FRAMES[name])
        elif name == "thead":
            self._in_head = False

    def _note_day(self, name: str, attributes: dict[str, str]) -> None:
        if name == "time":
            self._outline.day("time", parse_day(attributes.get("datetime", "")))
            return
        key = (attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or "").lower()
        self._outline.day("meta" if key in _DATE_KEYS else key, parse_day(attributes.get("content", "")))


_DATE_KEYS = frozenset(
    {"article:modified_time", "article:published_time", "date", "last-modified", "datemodified", "datepublished"}
)


def _count(attributes: dict[str, str], name: str) -> int:
    said = attributes.get(name, "")
    return int(said) if said.isascii() and said.isdigit() and len(said) < 5 else 1


def read(path: str, source: str) -> Document:
    """The document of an HTML source; raises ReadError for absurd nesting."""
    outline = Outline(source, find_inert(source))
    walker = HtmlWalker(source, outline)
    walker.feed(Markup(source, read_front(source, outline), mark=MARK))
    walker.finish()
    return outline.document(path)
