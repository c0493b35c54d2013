"""Markdown and MDX: CommonMark with tables, footnotes, task lists, definition lists and alerts.

Code, addresses, images, footnote marks, front matter and struck-out text are not prose. HTML within
Markdown is read as HTML; its elements may open in one place and close in another.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from pyromark import Options, events_with_range

from factcheck.model.document import MARK
from factcheck.readers.admonitions import Admonitions, find_admonitions
from factcheck.readers.from_html import HtmlWalker
from factcheck.readers.front import read_front
from factcheck.readers.inert import find_inert, merge_holes
from factcheck.readers.markup import Markup
from factcheck.readers.mdx import mask_mdx
from factcheck.readers.outline import Outline
from factcheck.readers.strand import PLACEHOLDER

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from factcheck.model.document import Document

_OPTIONS = (
    Options.ENABLE_TABLES
    | Options.ENABLE_FOOTNOTES
    | Options.ENABLE_STRIKETHROUGH
    | Options.ENABLE_TASKLISTS
    | Options.ENABLE_HEADING_ATTRIBUTES
    | Options.ENABLE_GFM
    | Options.ENABLE_DEFINITION_LIST
)

_LABEL_COMMENT = re.compile(
    r"^(?:[ \t>]|[-*+] ){0,20}\[(?://|comment)\]:[ \t]*(?:#|<>)[ \t]*([(\"'])([^\r\n]*)[)\"'][ \t]*$", re.MULTILINE
)
_MDX_COMMENT = re.compile(r"\{/\*(.*?)\*/\}", re.DOTALL)
_MUTED = frozenset({"CodeBlock", "MetadataBlock", "Image", "Strikethrough"})
_FRAMES = {
    "List": "list",
    "BlockQuote": "quote",
    "Table": "table",
    "DefinitionList": "terms",
    "DefinitionListDefinition": "definition",
    "FootnoteDefinition": "group",
}
_TEXT_BLOCKS = frozenset({"Paragraph", "Heading", "Item", "TableCell", "DefinitionListTitle"})


class _Places:
    """Code points of a source from the UTF-8 byte offsets of its tail that begins at `base`."""

    def __init__(self, tail: str, base: int) -> None:
        self._base = base
        self._raw = b"" if tail.isascii() else tail.encode()
        self._byte = self._point = 0

    def at(self, offset: int) -> int:
        """The place at a byte offset; quick for offsets near the last one asked for."""
        if not self._raw:
            return self._base + offset
        if offset >= self._byte:
            self._point += len(self._raw[self._byte : offset].decode())
        else:
            self._point -= len(self._raw[offset : self._byte].decode())
        self._byte = offset
        return self._base + self._point


class _Walk:
    """One walk over the parser's events; `parsed` is what the parser read, as long as the source."""

    def __init__(self, parsed: str, base: int, outline: Outline, boxes: Admonitions) -> None:
        self._parsed, self._outline, self._boxes = parsed, outline, boxes
        self._places = _Places(parsed[base:], base)
        self.html = HtmlWalker(parsed, outline)
        self._muted = 0
        self._skips_inline = False
        self._silent_links: list[bool] = []
        self._depths: list[int] = []
        self._html_lines: list[tuple[int, int]] = []
        self.code: list[tuple[int, int]] = []

    def run(self, events: Iterable[tuple[Any, Any]]) -> None:
        """Write all that the events say into the outline."""
        outline, parsed, at = self._outline, self._parsed, self._places.at
        handlers = self._handlers()
        for event, place in events:
            if event.__class__ is str:
                self._break(event, at(place["start"]), at(place["end"]))
                continue
            ((name, value),) = event.items()
            if name != "Text":
                handler = handlers.get(name)
                if handler:
                    handler(value, place["start"], place["end"])
            elif not self._muted and not self.html.skipping:
                start, end = at(place["start"]), at(place["end"])
                if parsed[start:end] == value:
                    outline.copy(start, end)
                else:
                    outline.put(value, start, end)

    def _handlers(self) -> Mapping[str, Callable[[Any, int, int], None]]:
        """What is done with each event but text; no part of the walk, which it would keep alive."""
        return {
            "Start": self._start,
            "End": self._end,
            "Code": self._code,
            "InlineHtml": self._inline_html,
            "Html": lambda _, start, end: self._html_lines.append((start, end)),
        }

    def _break(self, name: str, start: int, end: int) -> None:
        if self._muted or self.html.skipping:
            return
        if name == "SoftBreak":
            self._outline.space(start, end)
        elif name == "HardBreak":
            self._outline.line_break(start, end)

    def _start(self, value: Any, start: int, end: int) -> None:
        kind: str
        detail: Any
        kind, detail = (value, None) if value.__class__ is str else next(iter(value.items()))
        outline = self._outline
        if self._boxes.fences and not self._depths:
            self._boxes.pass_by(self._places.at(start), outline)
        if kind in _MUTED:
            self._muted += 1
        elif kind == "Link":
            self._start_link(detail["link_type"] in ("Autolink", "Email"), start, end)
        elif kind == "Paragraph":
            outline.begin()
        elif kind == "Heading":
            outline.begin("heading", int(detail["level"][1:]))
        elif kind == "DefinitionListTitle":
            outline.begin("term")
        elif kind == "Item":
            outline.item()
        elif kind == "TableCell":
            outline.cell()
        elif kind in ("TableHead", "TableRow"):
            outline.row(header=kind == "TableHead")
        elif kind in _FRAMES:
            alert = kind == "BlockQuote" and detail is not None
            self._depths.append(outline.enter("group" if alert else _FRAMES[kind]))

    def _end(self, value: Any, start: int, end: int) -> None:
        kind = value if value.__class__ is str else next(iter(value))
        if kind in _MUTED:
            self._muted -= 1
            if kind == "CodeBlock":
                self.code.append((self._places.at(start), self._places.at(end)))
                self._outline.end()
            elif kind == "Image" and not self._muted and not self.html.skipping:
                self._outline.space(self._places.at(start), self._places.at(end))
        elif kind == "Link":
            self._muted -= self._silent_links.pop()
        elif kind == "HtmlBlock":
            self._html_block()
        elif kind in _FRAMES:
            self._outline.unwind(self._depths.pop())
        elif kind in _TEXT_BLOCKS:
            self._outline.end()
            if self._skips_inline:
                self.html.resume()
                self._skips_inline = False

    def _start_link(self, silent: bool, start: int, end: int) -> None:
        """An address in angle brackets says nothing; the text of any other link is prose."""
        if silent:
            self._code("", start, end)
        self._silent_links.append(silent)
        self._muted += silent

    def _code(self, _: str, start: int, end: int) -> None:
        if not self._muted and not self.html.skipping:
            self._outline.put(PLACEHOLDER, self._places.at(start), self._places.at(end))

    def _inline_html(self, _: str, start: int, end: int) -> None:
        if self._muted:
            return
        before = self.html.skipping
        self.html.feed(Markup(self._parsed, self._places.at(start), self._places.at(end), MARK), inline=True)
        if self.html.skipping != before:
            self._skips_inline = not before

    def _html_block(self) -> None:
        """Read the lines of an HTML block; in a quotation the marks between them are left out."""
        pieces: list[tuple[int, int]] = []
        for start, end in self._html_lines:
            first, last = self._places.at(start), self._places.at(end)
            if pieces and not self._parsed[pieces[-1][1] : first].strip():
                pieces[-1] = (pieces[-1][0], last)
            else:
                pieces.append((first, last))
        self._html_lines.clear()
        if len(pieces) > 1 and self._parsed.startswith(("<!", "<?"), pieces[0][0]):
            return
        for first, last in pieces:
            self.html.feed(Markup(self._parsed, first, last, MARK))
        self._outline.end()


def read(path: str, source: str) -> Document:
    """The document of a Markdown source, or of an MDX source if the path ends so.

    Raises ReadError for absurd nesting.
    """
    parsed, holes = mask_mdx(source) if path.lower().endswith(".mdx") else (source, [])
    parsed, boxes = find_admonitions(parsed) if ":::" in parsed else (parsed, Admonitions())
    outline = Outline(source, merge_holes(holes + find_inert(source)))
    base = read_front(source, outline)
    walk = _Walk(parsed, base, outline, boxes)
    walk.run(events_with_range(parsed[base:], options=_OPTIONS))
    walk.html.finish()
    if MARK in source:
        _note_comments(source, base, walk.code, holes, outline)
    return outline.document(path)


def _note_comments(
    source: str, base: int, code: list[tuple[int, int]], holes: list[tuple[int, int, str]], outline: Outline
) -> None:
    """Note the comments that are no HTML: `[//]: # (…)`, unless it stands in code, and `{/* … */}` of MDX."""
    for match in _LABEL_COMMENT.finditer(source, base):
        if not any(start <= match.start() < end for start, end in code):
            outline.remark(match.start(), match.end(), match[2].strip())
    for start, end, _ in holes:
        comment = _MDX_COMMENT.fullmatch(source, start, end)
        if comment:
            outline.remark(start, end, comment[1].strip())
