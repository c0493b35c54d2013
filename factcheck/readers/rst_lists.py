"""Lists of reStructuredText: with bullets, numbers, terms, fields and options."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from factcheck.readers.dates import parse_day
from factcheck.readers.rst_lines import BLANK, FIELD, Line, under_marker, width

if TYPE_CHECKING:
    from factcheck.readers.rst_blocks import Blocks, Body

_NUMBER = re.compile(
    r"(?P<open>\()?(?:\d{1,9}|[a-zA-Z]|#|(?P<roman>[ivxlcdm]{2,15}|[IVXLCDM]{2,15}))(?P<close>[.)])(?=\s|$)"
)
_ROMAN = re.compile(r"m{0,4}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})", re.IGNORECASE)
_BULLET = re.compile(r"[-+*•‣\u2043](?=\s|$)")
_VALUE = r"(?:[a-zA-Z][\w-]{0,60}|<[^<>]{1,60}>)"
_OPTION = rf"(?:[-+][a-zA-Z0-9](?: ?{_VALUE})?|(?:--|/)[a-zA-Z0-9][\w-]{{0,60}}(?:[ =]{_VALUE})?)"
_OPTIONS = re.compile(rf"{_OPTION}(?:, {_OPTION}){{0,8}}(?P<gap>  |$)")
_FIELD = re.compile(FIELD)
_CLASSIFIER = re.compile(r"\s:\s+(?=\S)")

NO_PROSE = frozenset(
    {"author", "authors", "organization", "organisation", "contact", "address", "version", "status", "revision"}
    | {"copyright", "date", "category", "tags", "keywords", "slug", "lang", "language", "template", "orphan"}
    | {"tocdepth", "nocomments", "nosearch", "no-search", "url", "save_as", "license", "licence", "layout", "type"}
    | {"translation", "gravatar", "image", "thumbnail", "toc", "github_url", "html_theme.sidebar_secondary.remove"}
    | {"sd_hide_title", "og:image", "id", "weight", "draft", "parent", "order"}
)
"""Fields at the top of a source that speak of the page, not to its readers."""


def behind(line: Line, source: str, at: int) -> Line:
    """What stands on a line from a place on; a blank line if nothing does."""
    text = source[at : line.end]
    start = line.end - len(text.lstrip())
    if start >= line.end:
        return Line(line.end, line.end, line.column + 1)
    return Line(start, line.end, line.column + width(source[line.start : start], line.column))


def number_style(text: str) -> tuple[int, str]:
    """How long the number is that a text begins with, and its brackets; 0 if it begins with none."""
    match = _NUMBER.match(text)
    if not match or (match["open"] and match["close"] == "."):
        return 0, ""
    if match["roman"] and not _ROMAN.fullmatch(match["roman"]):
        return 0, ""
    return match.end(), (match["open"] or "") + match["close"]


def is_enumerated(text: str, following: str, at_left: bool) -> bool:
    """Whether a line begins a numbered item: what follows at the left is its neighbour, or it is a paragraph."""
    length, style = number_style(text)
    return length > 0 and (not at_left or number_style(following)[1] == style)


def is_option(text: str, indented: bool) -> bool:
    """Whether a line begins with options of a command; `indented` says that the next line is."""
    match = _OPTIONS.match(text) if text[:1] in "-+/" else None
    return bool(match) and (indented or bool(match and match["gap"]))


def items(blocks: Blocks, body: Body, marks: str) -> list[list[Line]]:
    """The lines of every item of the list that begins at the current line; they are done with then.

    `marks` are the marks of the first one: a bullet, or the brackets of a number.
    """
    found: list[list[Line]] = []
    while body.skip_blank():
        line = body.lines[body.at]
        text = blocks.text(line)
        numbered = marks in ("()", ")", ".")
        length, style = number_style(text) if numbered else (1, text[:1])
        if line.column > body.base or style != marks or blocks.kind_of(body, body.at) not in ("bullet", "enumerated"):
            break
        taken = body.take_indented(line.column)
        first = behind(line, blocks.source, line.start + length)
        found.append(_in_line(blocks, first, taken[1:]))
    return found


def _in_line(blocks: Blocks, first: Line, rest: list[Line]) -> list[Line]:
    """An item's lines; what is not moved in far enough is moved in with the others."""
    if first.blank:
        return rest
    lines = [first]
    for line in rest:
        if not line.blank and line.column < first.column:
            text = blocks.text(line)
            if _BULLET.match(text) and not lines[-1].blank:
                lines.append(BLANK)
            line = line._replace(column=first.column)
        lines.append(line)
    return lines


def read_list(blocks: Blocks, body: Body, kind: str) -> None:
    """Read a list with bullets or numbers."""
    text = blocks.text(body.lines[body.at])
    blocks.enter_later("list")
    for lines in items(blocks, body, text[0] if kind == "bullet" else number_style(text)[1]):
        blocks.later(blocks.outline.item)
        blocks.read_later(lines, body, base=lines[0].column if lines and not lines[0].blank else -1)
    blocks.leave_later()


def read_terms(blocks: Blocks, body: Body) -> None:
    """Read terms, each with what is moved in under it."""
    blocks.enter_later("terms")
    while body.skip_blank():
        line, following = body.lines[body.at], body.next_line()
        stands_over = line.column <= body.base and following is not None and following.column > body.base
        if not stands_over or blocks.kind_of(body, body.at) != "text" or blocks.text(line).endswith("::"):
            break
        read_term(blocks, body, [line])
    blocks.leave_later()


def read_term(blocks: Blocks, body: Body, terms: list[Line]) -> None:
    """Read the current line, the last of some terms for the same, with its definition."""
    definition = body.take_indented(body.base)[1:]
    classifiers: list[Line] = []
    for line in terms:
        said = _CLASSIFIER.finditer(blocks.text(line))
        places = [line.start, *(line.start + place for match in said for place in match.span()), line.end]
        pieces = [Line(start, end, line.column) for start, end in zip(places[::2], places[1::2], strict=True)]
        blocks.later(partial(blocks.write, pieces[:1], "term"))
        classifiers += pieces[1:]
    blocks.enter_later("definition")
    for line in classifiers:
        blocks.later(partial(blocks.write, [line]))
    blocks.read_later(definition, body)
    blocks.leave_later()


def read_glossary(blocks: Blocks, lines: list[Line], parent: Body) -> None:
    """Read terms, of which several may stand over one definition."""
    body = parent.within(lines)
    blocks.enter_later("terms")
    terms: list[Line] = []
    while body.skip_blank():
        line, following = body.lines[body.at], body.next_line()
        if blocks.text(line).startswith(".. ") or line.column > body.base:
            blocks.read_later(body.take_indented(body.base), parent)
            continue
        terms.append(line)
        if following and following.column <= body.base:
            body.at += 1
            continue
        read_term(blocks, body, terms)
        terms = []
    blocks.leave_later()


def split_field(blocks: Blocks, line: Line) -> tuple[Line, Line] | None:
    """The name of a field and what stands behind it on its line; None if the line is not a field."""
    match = _FIELD.match(blocks.source, line.start, line.end)
    if not match:
        return None
    name = Line(match.start() + 1, match.end() - 1, line.column)
    return name, behind(line, blocks.source, match.end())


def read_fields(blocks: Blocks, body: Body) -> None:
    """Read fields as terms and definitions; those at the top of a source may be dates, or about the page only."""
    opening, blocks.opening = blocks.opening and not body.depth, False
    blocks.enter_later("terms")
    while body.skip_blank():
        line = body.lines[body.at]
        field = split_field(blocks, line) if line.column <= body.base else None
        if not field:
            break
        name, first = field
        rest = body.take_indented(line.column)[1:]
        if opening and _is_about_page(blocks, name, first, rest):
            continue
        lines = under_marker(first, rest)
        if lines:
            blocks.later(partial(blocks.write, [name], "term"))
            blocks.read_inside("definition", lines, body)
    blocks.leave_later()


def _is_about_page(blocks: Blocks, name: Line, first: Line, rest: list[Line]) -> bool:
    """Whether a field at the top is none for readers; a date is noted."""
    key, value = blocks.text(name).strip().lower(), blocks.text(first if not first.blank or not rest else rest[0])
    day = parse_day(value)
    blocks.outline.day(key, day)
    return day is not None or key in NO_PROSE


def read_option(blocks: Blocks, body: Body) -> None:
    """Read what is said of an option; the option itself is code."""
    line = body.lines[body.at]
    match = _OPTIONS.match(blocks.text(line))
    taken = body.take_indented(line.column)
    first = behind(line, blocks.source, line.start + (match.end() if match else 0))
    blocks.enter_later("terms")
    blocks.read_inside("definition", under_marker(first, taken[1:]), body)
    blocks.leave_later()


def rows_of_items(blocks: Blocks, lines: list[Line], parent: Body) -> list[list[Line]]:
    """The items of a list with bullets that makes up a body; empty if something else begins it."""
    body = parent.within(lines)
    if not body.skip_blank():
        return []
    text = blocks.text(body.lines[body.at])
    return items(blocks, body, text[0]) if _BULLET.match(text) else []
