"""Where a walk over the lines of AsciiDoc has come to: the next line, and what is open around it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.readers.asciidoc_inline import write_inline
from factcheck.readers.asciidoc_lines import Metadata
from factcheck.readers.asciidoc_lists import Container, find_marker

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.readers.asciidoc_attributes import Attributes
    from factcheck.readers.asciidoc_lines import Lines
    from factcheck.readers.outline import Outline

MAX_INNER = 8
"""How deep documents may stand in cells and in quotations with `>`; what is deeper is read as paragraphs."""

VERBATIM = re.compile(r"(?:-{4,}|\.{4,}|\+{4,}|/{4,})\Z|```[^`]*\Z")
COMPOUND = re.compile(r"(?:={4,}|\*{4,}|_{4,}|--|\"\")\Z")
TABLE = re.compile(r"[|,:!]={3,}\Z")
BRACKETS = re.compile(r"\[(?:[^\W\d_][^\n]*|[{,.#\"'%][^\n]*|)\]\Z|\[\[[^\[\]]{0,300}\]\]\Z")
MACRO = re.compile(r"\\?[A-Za-z][\w-]{0,50}::(?:[^\s\[][^\[]{0,500})?\[.*\]\Z")
_RULE = re.compile(r"'{3,}\Z|<{3,}\Z")
_UNDERLINE = re.compile(r"(?:={2,}|-{2,}|~{2,}|\^{2,}|\+{2,})\Z")


class Page:
    """The lines still to be read, the metadata kept for the next block, and the blocks and lists that are open."""

    def __init__(
        self,
        source: str,
        outline: Outline,
        attributes: Attributes,
        lines: Lines,
        inner: int,
        read: Callable[[Page, Lines], None],
    ) -> None:
        """Nothing is read yet; `read` reads lines that stand within others, one level further in than `inner`."""
        self.source, self.outline, self.attributes = source, outline, attributes
        self.lines, self.inner = lines, inner
        self.at = self.blank = 0
        self.metadata = Metadata()
        self.containers = [Container()]
        self.marks: dict[str, int] = {}
        self._read = read

    def text(self, at: int) -> str:
        """The line of a number; empty beyond the last."""
        if at >= len(self.lines):
            return ""
        start, end = self.lines[at]
        return self.source[start:end]

    def read_inner(self, lines: Lines) -> None:
        """Read lines that stand within a cell or a quotation as a document of their own."""
        if self.inner < MAX_INNER:
            self._read(self, lines)
        else:
            self.write_paragraphs(lines)

    def write(self, lines: Lines, keeps_lines: bool = False) -> None:
        """Write lines into the block that is open, and close it."""
        write_inline(self.source, lines, self.outline, self.attributes, keeps_lines)
        self.outline.end()

    def write_paragraphs(self, lines: Lines) -> None:
        """Write lines as paragraphs, which empty lines part."""
        kept: Lines = []
        for start, end in [*lines, (0, 0)]:
            text = self.source[start:end]
            stripped = text.strip(" \t")
            if stripped:
                start += len(text) - len(text.lstrip(" \t"))
                kept.append((start, start + len(stripped)))
            elif kept:
                self.outline.begin()
                self.write(kept)
                kept = []

    def take_metadata(self) -> Metadata:
        """The metadata for the block that begins; there is none for the next one then."""
        metadata, self.metadata = self.metadata, Metadata()
        return metadata

    def write_title(self, metadata: Metadata) -> None:
        """Write the title of a list, a table, a picture or code, if it has one, as a paragraph before it."""
        if metadata.title:
            self.outline.begin()
            self.write([metadata.title])
            metadata.title = None

    def open_group(self, metadata: Metadata) -> int:
        """Open a group under the title of a block of prose; its depth, or -1 if the block has no title."""
        if not metadata.title:
            return -1
        depth = self.outline.enter("group")
        self.outline.begin("heading", 6)
        self.write([metadata.title])
        return depth

    def open(self, mark: str, depth: int) -> None:
        """A delimited block begins that the line `mark` ends; the outline is unwound to `depth` then, unless -1."""
        self.marks[mark] = len(self.containers)
        self.containers.append(Container(mark, depth))

    def close(self, index: int) -> None:
        """Close the delimited blocks from one of a number on, with the lists in them."""
        while len(self.containers) > max(index, 1):
            container = self.containers.pop()
            container.leave(self.outline)
            del self.marks[container.mark]
            if container.depth >= 0:
                self.outline.unwind(container.depth)
        if not index:
            self.containers[0].leave(self.outline)

    def note_comment(self, start: int, end: int) -> bool:
        """Note what a line says if it is a comment; whether it is one."""
        text = self.source[start:end]
        if not text.startswith("//") or text.startswith("///"):
            return False
        self.outline.remark(start, end, text[2:].strip())
        return True

    def heading_level(self, at: int) -> int:
        """The level of the heading that a line is by the line under it, or 0."""
        if at + 1 >= len(self.lines):
            return 0
        (start, end), (first, last) = self.lines[at], self.lines[at + 1]
        if abs((last - first) - (end - start)) > 1 or last - first < 2:
            return 0
        mark = "=-~^+".find(self.source[first])
        if mark < 0 or self.source[start] in ".[ \t" or not _UNDERLINE.match(self.source, first, last):
            return 0
        return mark + 1 if re.search(r"\w", self.source[start:end]) else 0

    def is_break(self, start: int, end: int) -> bool:
        """Whether a line ends the paragraph before it, though no empty line parts them."""
        text = self.source[start:end]
        if text == "+" or text in self.marks or (text[0] == "[" and BRACKETS.match(text)):
            return True
        if _RULE.match(text) or VERBATIM.match(text) or COMPOUND.match(text) or TABLE.match(text) or MACRO.match(text):
            return True
        lists = self.containers[-1].lists
        return bool(lists) and find_marker(self.source, start, end, lists) is not None

    def take_paragraph(self, start: int) -> Lines:
        """The lines of a paragraph whose text begins at `start` in the next line, without their indentation."""
        taken: Lines = []
        while self.at < len(self.lines):
            first, end = self.lines[self.at]
            if first == end or (taken and self.is_break(first, end)):
                break
            self.at += 1
            if taken and self.note_comment(first, end):
                continue
            first = first if taken else start
            while first < end and self.source[first] in " \t":
                first += 1
            taken.append((first, end))
        return taken
