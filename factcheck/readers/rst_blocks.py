"""The blocks of reStructuredText, line by line: titles, lists, tables, quotations, what is literal.

A body is a run of lines: the whole source, a list item, a table cell, what a directive holds. What
is found in one is put off until the lines before it are done, so that no nesting is too deep.
"""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from factcheck.readers import rst_explicit, rst_lists, rst_tables
from factcheck.readers.outline import MAX_DEPTH, Outline
from factcheck.readers.rst_inline import Inline
from factcheck.readers.rst_lines import BLANK, FIELD, Line, block_end, least_column, width
from factcheck.readers.source_text import ReadError

if TYPE_CHECKING:
    from collections.abc import Callable

_KIND = re.compile(
    r"(?P<bullet>[-+*•‣\u2043](?=\s|$))"
    r"|(?P<explicit>\.\.(?=\s|$)|__(?=\s|$))"
    rf"|(?P<field>{FIELD})"
    r"|(?P<doctest>>>>(?=\s|$))"
    r"|(?P<verse>\|(?=\s|$))"
    r"|(?P<grid>\+-[-+]+-\+$)"
    r"|(?P<simple>=+(?: +=+)+$)"
)
_RULE = re.compile(r"([!-/:-@\[-`{-~])\1*$")
_ATTRIBUTION = re.compile(r"(?:---?(?!-)|—)[ \t]*(?=\S)")
_SHORT = 4
"""Lines drawn of fewer characters than this are titles' lines only under titles as short."""
_DEEPEST_HEADING = 6


class Body:
    """Lines that are read together; `at` is the next one, `base` the column that they begin at."""

    def __init__(self, lines: list[Line], base: int, depth: int, quoted: bool = False) -> None:
        """Begin at the first line; `quoted` for a quotation, whose last paragraph may name its author."""
        self.lines, self.base, self.depth, self.quoted = lines, base, depth, quoted
        self.at = 0
        self.literal = False

    def within(self, lines: list[Line]) -> Body:
        """Other lines, that stand in this body."""
        return Body(lines, least_column(lines), self.depth + 1)

    def next_line(self) -> Line | None:
        """The line after the current one, unless it is blank or there is none."""
        line = self.lines[self.at + 1] if self.at + 1 < len(self.lines) else BLANK
        return None if line.blank else line

    def take_indented(self, column: int) -> list[Line]:
        """The current line and all that follows right of `column`; they are done with then."""
        end = max(block_end(self.lines, self.at + 1, column), self.at + 1)
        taken = self.lines[self.at : end]
        self.at = end
        return taken

    def skip_blank(self) -> bool:
        """Go on to the next line that is not blank; whether there is one."""
        while self.at < len(self.lines) and self.lines[self.at].blank:
            self.at += 1
        return self.at < len(self.lines)


class Blocks:
    """Reads bodies and writes them into an outline."""

    def __init__(self, source: str, outline: Outline, replacements: dict[str, str]) -> None:
        """`replacements` are the texts of substitutions."""
        self.source, self.outline = source, outline
        self.inline = Inline(source, outline, replacements)
        self.opening = True
        self._styles: list[tuple[str, bool]] = []
        self._jobs: list[Callable[[], object]] = []
        self._later: list[Callable[[], object]] = []
        self._depths: list[int] = []

    def run(self, lines: list[Line]) -> None:
        """Read all lines; raises ReadError for absurd nesting."""
        self._jobs = [partial(self._step, Body(lines, 0, 0))]
        while self._jobs:
            self._jobs.pop()()
            if self._later:
                self._jobs += reversed(self._later)
                self._later.clear()

    def later(self, job: Callable[[], object]) -> None:
        """Do something in its turn, before what follows in the current body."""
        self._later.append(job)

    def read_later(self, lines: list[Line], parent: Body, quoted: bool = False, base: int = -1) -> None:
        """Read lines as a body within another, in its turn; they begin at `base`, or at their least column."""
        if parent.depth >= MAX_DEPTH:
            raise ReadError(f"lists, quotations or tables nested more than {MAX_DEPTH} deep")
        base = base if base >= 0 else least_column(lines)
        self.later(partial(self._step, Body(lines, base, parent.depth + 1, quoted)))

    def read_inside(self, kind: str, lines: list[Line], parent: Body, title: list[Line] | None = None) -> None:
        """Read lines within a frame of the outline, with a heading over them if they have a title."""
        self.enter_later(kind)
        if title:
            self.later(partial(self.write, title, "heading", _DEEPEST_HEADING))
        self.read_later(lines, parent, quoted=kind == "quote")
        self.leave_later()

    def enter_later(self, kind: str, abreast: bool = False) -> None:
        """Open a frame of the outline, in its turn; `abreast` for a table that is drawn."""
        self.later(lambda: self._depths.append(self.outline.enter(kind, abreast)))

    def leave_later(self) -> None:
        """Close the frame that was opened last, in its turn."""
        self.later(lambda: self.outline.unwind(self._depths.pop()))

    def text(self, line: Line) -> str:
        """What stands on a line."""
        return self.source[line.start : line.end]

    def write(self, lines: list[Line], kind: str = "", level: int = 0) -> None:
        """Write lines as one block."""
        self.outline.begin(kind, level)
        self.inline.write(lines)
        self.outline.end()

    def kind_of(self, body: Body, at: int) -> str:
        """What begins at a line that stands at the left of its body; `text` for a paragraph, term or title."""
        line = body.lines[at]
        text = self.text(line)
        match = _KIND.match(text)
        if match:
            return match.lastgroup or ""
        following = body.lines[at + 1] if at + 1 < len(body.lines) else BLANK
        if rst_lists.is_enumerated(text, self.text(following), not following.blank and following.column <= line.column):
            return "enumerated"
        if rst_lists.is_option(text, following.column > line.column):
            return "option"
        return "text"

    def _step(self, body: Body) -> None:
        """Read the next block of a body, and come back for the rest."""
        if not body.skip_blank():
            return
        self._jobs.append(partial(self._step, body))
        line = body.lines[body.at]
        literal, body.literal = body.literal, False
        if literal and self._skip_literal(body, line):
            return
        kind = self.kind_of(body, body.at) if line.column <= body.base else "indented"
        if kind not in ("explicit", "field", "text"):
            self.opening = False
        if kind in ("bullet", "enumerated"):
            rst_lists.read_list(self, body, kind)
        elif kind == "field":
            rst_lists.read_fields(self, body)
        elif kind == "option":
            rst_lists.read_option(self, body)
        elif kind == "explicit":
            rst_explicit.read_explicit(self, body)
        elif kind in ("grid", "simple"):
            rst_tables.read_table(self, body, kind)
        elif kind == "indented":
            self._indented(body)
        elif kind == "doctest":
            self._skip_until_blank(body)
        elif kind == "verse":
            self._verse(body)
        else:
            self._text(body, line)

    def _skip_literal(self, body: Body, line: Line) -> bool:
        """Pass over what a `::` announced: what is indented, or marked at the left with one sign throughout."""
        if line.column > body.base:
            body.take_indented(body.base)
            return True
        sign = self.source[line.start]
        if not _RULE.match(sign):
            return False
        while body.at < len(body.lines) and not body.lines[body.at].blank:
            if self.source[body.lines[body.at].start] != sign:
                break
            body.at += 1
        return True

    def _skip_until_blank(self, body: Body) -> None:
        while body.at < len(body.lines) and not body.lines[body.at].blank:
            body.at += 1

    def _indented(self, body: Body) -> None:
        """An indented body: a quotation if it begins with text; lists and tables are often only moved in."""
        lines = body.take_indented(body.base)
        inner = Body(lines, least_column(lines), body.depth)
        quoted = lines[0].column > inner.base or self.kind_of(inner, 0) in ("text", "verse")
        if quoted:
            self.read_inside("quote", lines, body)
        else:
            self.read_later(lines, body)

    def _verse(self, body: Body) -> None:
        """Lines whose ends are kept, each behind a bar."""
        self.outline.begin()
        last = -1
        while body.at < len(body.lines):
            line = body.lines[body.at]
            if line.blank or not (self.source[line.start] == "|" and line.column <= body.base):
                break
            taken = [rst_lists.behind(line, self.source, line.start + 1)]
            body.at += 1
            while body.at < len(body.lines) and body.lines[body.at].column > body.base:
                taken.append(body.lines[body.at])
                body.at += 1
            if last >= 0:
                self.outline.line_break(last, taken[0].start)
            self.inline.write([each for each in taken if not each.blank])
            last = taken[-1].end
        self.outline.end()

    def _text(self, body: Body, line: Line) -> None:
        """A title, a drawn line, a term with its definition, or a paragraph."""
        following = body.next_line()
        rule = self._rule(line, body.base)
        if rule and self._overlined(body, rule):
            return
        if len(rule) >= _SHORT:
            self.opening = False
            self.outline.end()
            body.at += 1
            return
        under = self._rule(following, body.base) if following else ""
        if under and (len(under) >= _SHORT or len(under) >= width(self.text(line))) and under != "::":
            body.at += 2
            self._title([line], under[0], overlined=False)
            return
        self.opening = False
        if following and following.column > body.base and not self.text(line).endswith("::"):
            rst_lists.read_terms(self, body)
        else:
            self._paragraph(body)

    def _rule(self, line: Line, base: int) -> str:
        """The line, if it is drawn of one sign at the left; else empty."""
        if line.column > base or line.blank:
            return ""
        text = self.text(line)
        return text if _RULE.match(text) else ""

    def _overlined(self, body: Body, rule: str) -> bool:
        """Read a title between two drawn lines; whether there is one."""
        if body.at + 2 >= len(body.lines):
            return False
        title, under = body.lines[body.at + 1], body.lines[body.at + 2]
        if title.blank or self._rule(under, body.base)[:1] != rule[0]:
            return False
        if len(rule) < _SHORT and len(rule) < width(self.text(title)):
            return False
        body.at += 3
        self._title([title], rule[0], overlined=True)
        return True

    def _title(self, lines: list[Line], sign: str, overlined: bool) -> None:
        """A heading; its level is the place of its style among those of the source."""
        style = (sign, overlined)
        if style not in self._styles:
            self._styles.append(style)
        self.write(lines, "heading", min(self._styles.index(style) + 1, _DEEPEST_HEADING))

    def _paragraph(self, body: Body) -> None:
        """Lines up to a blank one, an indented one, a drawn one or a comment."""
        first = body.at
        lines: list[Line] = []
        while body.at < len(body.lines):
            line = body.lines[body.at]
            text = self.text(line)
            broken = line.blank or line.column > body.base
            if broken or (lines and (text.startswith(".. ") or len(self._rule(line, body.base)) >= _SHORT)):
                break
            lines.append(line)
            body.at += 1
        last = lines[-1]
        text = self.text(last)
        if text.endswith("::"):
            body.literal = True
            kept = text[:-2].rstrip() if text[-3:-2].isspace() or text == "::" else text[:-1]
            lines[-1] = last._replace(end=last.start + len(kept))
        if body.quoted and first and body.lines[first - 1].blank:
            name = _ATTRIBUTION.match(self.text(lines[0]))
            lines[0] = lines[0]._replace(start=lines[0].start + (name.end() if name else 0))
        self.write([line for line in lines if not line.blank])
