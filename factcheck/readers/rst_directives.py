"""The directives of reStructuredText and of Sphinx, and what of each is prose.

A directive has arguments behind its name, options under it, and a body. Whether the arguments are a
title, the first words of the body or not prose is a matter of its name. Of a directive that nobody
here knows, and of one that describes code, the body is read unless it looks like code itself; its
arguments are read if they look like a sentence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from factcheck.readers.dates import DATE_KEYS, parse_day
from factcheck.readers.rst_lines import BLANK, Line, least_column, under_marker
from factcheck.readers.rst_lists import read_glossary, split_field
from factcheck.readers.rst_tables import read_csv, read_item_table

if TYPE_CHECKING:
    from factcheck.readers.rst_blocks import Blocks, Body

_BODIES = frozenset(
    {"note", "warning", "tip", "important", "attention", "caution", "danger", "error", "hint", "seealso", "compound"}
    | {"highlights", "pull-quote", "line-block", "todo", "centered", "hlist", "acks", "abstract", "dedication"}
)
_QUOTES = frozenset({"epigraph", "quote", "blockquote"})
_TITLED = frozenset(
    {"admonition", "topic", "sidebar", "dropdown", "details", "card", "tab", "tab-item", "group-tab", "collapse"}
    | {"grid-item-card", "toggle-header", "spoiler", "accordion", "accordion-item", "question", "exercise", "panel"}
)
_UNTITLED = frozenset(
    {"container", "class", "rst-class", "cssclass", "figure", "only", "ifconfig", "tab-set", "tabs", "grid"}
    | {"grid-item", "panels", "toggle", "module", "describe", "object", "function", "method", "attribute", "data"}
    | {"exception", "option", "envvar", "cmdoption", "confval", "program", "decorator", "div", "hidden", "code-tab"}
)
_VERSIONS = frozenset({"versionadded", "versionchanged", "deprecated", "versionremoved"})
_SILENT = frozenset(
    {"code", "code-block", "sourcecode", "literalinclude", "math", "image", "raw", "include", "toctree", "contents"}
    | {"parsed-literal", "productionlist", "highlight", "highlightlang", "index", "default-domain"}
    | {"sectnum", "section-numbering", "header", "footer", "target-notes", "title", "unicode", "date", "replace"}
    | {"tabularcolumns", "sectionauthor", "codeauthor", "moduleauthor", "currentmodule", "bibliography", "plot"}
    | {"footbibliography", "graphviz", "digraph", "graph", "mermaid", "uml", "plantuml", "tikz", "ipython", "prompt"}
    | {"doctest", "testcode", "testsetup", "testoutput", "testcleanup", "jupyter-execute", "program-output", "youtube"}
    | {"video", "audio", "iframe", "button-link", "button-ref", "inheritance-diagram", "autosummary", "command-output"}
    | {"csv-filter", "console", "terminal", "execute", "ipywidgets", "bokeh-plot", "altair-plot", "local-contents"}
    | {"sectionlabel", "restructuredtext-test-directive", "tags", "gallery", "minigallery", "argparse", "click"}
)
_LABELS = frozenset({"myth", "myths", "fact", "facts", "misconception", "misconceptions"})
_CODE_LINE = re.compile(
    r"[{};\\]$|^(?:[$%@<#}/]|>>>|\.\.\. |import |from \w+ import|def |class |return |for .*:$|if .*:$|--?\w)"
    r"|\w\(|\w\[|[-=<>]>|[=!<>+]=|\s=\s|^\w[\w.-]*=\S|\w::\w|&&|\|\|"
)
_QUOTED = re.compile(r"`[^`]{0,200}`")
_SENTENCE = re.compile(r"(?=[^\Wa-z\d_])[\w'’-]*(?:[,;:]?[ \t]+[(\"'“‘]?[\w'’%.-]+[)\"'”’]?)+[.!?:]?$")
_META_NAMES = frozenset(
    {"article:modified_time", "article:published_time", "last-modified", "datemodified", "datepublished"}
)


@dataclass(slots=True)
class Directive:
    """One directive: the lines of its arguments, its options with the lines of their values, and its body."""

    name: str
    arguments: list[Line] = field(default_factory=list)
    options: dict[str, Line] = field(default_factory=dict)
    content: list[Line] = field(default_factory=list)


def _parse(blocks: Blocks, name: str, first: Line, rest: list[Line]) -> Directive:
    """What stands behind the name and under it; options end the arguments."""
    parsed = Directive(name)
    lines = under_marker(first, rest)
    at = 0
    while at < len(lines) and not lines[at].blank:
        option = split_field(blocks, lines[at])
        if option:
            break
        parsed.arguments.append(lines[at])
        at += 1
    while at < len(lines) and not lines[at].blank:
        option = split_field(blocks, lines[at])
        if not option:
            break
        key, value = option
        parsed.options.setdefault(blocks.text(key).strip().lower(), value)
        column = lines[at].column
        at += 1
        while at < len(lines) and not lines[at].blank and lines[at].column > column:
            at += 1
    parsed.content = lines[at:]
    return parsed


def read_directive(blocks: Blocks, body: Body, name: Line, first: Line, rest: list[Line]) -> None:
    """Read a directive: `first` is what stands behind its name, `rest` the lines under it."""
    word = blocks.text(name).lower()
    parsed = _parse(blocks, word, first, rest)
    if word == "meta":
        _note_days(blocks, parsed)
        return
    if word == "role":
        _define_role(blocks, parsed)
        return
    if word == "default-role":
        blocks.inline.roles.default = " ".join(map(blocks.text, parsed.arguments))
        return
    if word in _SILENT:
        return
    blocks.opening = False
    if word == "table":
        _read_caption(blocks, parsed)
        blocks.read_inside("group", parsed.content, body)
    elif word in ("list-table", "flat-table"):
        _read_caption(blocks, parsed)
        read_item_table(blocks, body, parsed.content, _count(blocks, parsed))
    elif word == "csv-table":
        _read_caption(blocks, parsed)
        signs = [_option(blocks, parsed, key) for key in ("delim", "quote")]
        read_csv(blocks, body, parsed.options.get("header"), parsed.content, _count(blocks, parsed), signs)
    elif word == "glossary":
        read_glossary(blocks, parsed.content if not parsed.arguments else _whole(parsed), body)
    else:
        _read_group(blocks, body, name, parsed)


def _read_group(blocks: Blocks, body: Body, name: Line, parsed: Directive) -> None:
    """Read a directive whose body is one of blocks."""
    word = parsed.name
    if word == "rubric":
        blocks.later(partial(blocks.write, parsed.arguments, "heading", 6))
        blocks.read_later(parsed.content, body)
    elif word in _LABELS:
        blocks.read_inside("group", _whole(parsed), body, title=[name])
    elif word in _BODIES:
        blocks.read_inside("group", _whole(parsed), body)
    elif word in _QUOTES:
        blocks.read_inside("quote", _whole(parsed), body)
    elif word in _TITLED:
        if "subtitle" in parsed.options:
            subtitle = parsed.options["subtitle"]._replace(column=least_column(parsed.content))
            parsed.content = [subtitle, BLANK, *parsed.content]
        blocks.read_inside("group", parsed.content, body, title=parsed.arguments)
    elif word in _VERSIONS:
        _drop_version(blocks, parsed)
        blocks.read_inside("group", _whole(parsed), body)
    elif word in _UNTITLED:
        blocks.read_inside("group", parsed.content, body)
    elif not looks_like_code([blocks.text(line) for line in parsed.content]):
        said = " ".join(map(blocks.text, parsed.arguments))
        spoken = ":" not in word and not word.startswith("auto") and bool(_SENTENCE.match(said))
        blocks.read_inside("group", _whole(parsed) if spoken else parsed.content, body)


def looks_like_code(lines: list[str]) -> bool:
    """Whether at least half of the lines that are not blank look like lines of a program."""
    written = [_QUOTED.sub("", line[:300]) for line in lines if line]
    return bool(written) and 2 * sum(bool(_CODE_LINE.search(line)) for line in written) >= len(written)


def _whole(parsed: Directive) -> list[Line]:
    """Arguments and body of a directive that has no arguments."""
    return [*parsed.arguments, *parsed.content]


def _read_caption(blocks: Blocks, parsed: Directive) -> None:
    if parsed.arguments:
        blocks.later(partial(blocks.write, parsed.arguments))


def _option(blocks: Blocks, parsed: Directive, key: str) -> str:
    line = parsed.options.get(key)
    return blocks.text(line) if line else ""


def _count(blocks: Blocks, parsed: Directive) -> int:
    """How many rows of a table are its head."""
    said = _option(blocks, parsed, "header-rows")
    return int(said) if said.isascii() and said.isdigit() and len(said) < 5 else 0


def _drop_version(blocks: Blocks, parsed: Directive) -> None:
    """Leave out the number of the version that a directive begins with."""
    if not parsed.arguments:
        return
    first = parsed.arguments[0]
    words = blocks.text(first).split(None, 1)
    if len(words) < 2:
        del parsed.arguments[0]
    else:
        parsed.arguments[0] = first._replace(start=first.end - len(words[1]))


def _define_role(blocks: Blocks, parsed: Directive) -> None:
    said = re.match(r"([\w.+:-]{1,60})\s{0,9}\(\s{0,9}([\w.+:-]{1,60})", " ".join(map(blocks.text, parsed.arguments)))
    if said:
        blocks.inline.roles.define(said[1], said[2])


def _note_days(blocks: Blocks, parsed: Directive) -> None:
    """Note the dates that a page gives to programs."""
    values = dict(parsed.options)
    for line in [*parsed.arguments, *parsed.content]:
        option = None if line.blank else split_field(blocks, line)
        if option:
            values.setdefault(blocks.text(option[0]).strip().lower(), option[1])
    for said, value in values.items():
        key = re.sub(r"^(?:name|property|itemprop|http-equiv)=", "", said.replace("\\", "")).split(" ")[0]
        known = key in _META_NAMES and key not in DATE_KEYS
        blocks.outline.day("meta" if known else key, parse_day(blocks.text(value)))
