"""The table of `factcheck compare`: topic by document, for a terminal, for machines, for a comment, for a browser."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING, Any

from factcheck import __version__
from factcheck.report.json_text import json_text
from factcheck.report.lines import LineIndex
from factcheck.report.plain import plain

if TYPE_CHECKING:
    from factcheck.model.topic import Cell, Topic
    from factcheck.report.look import Look

    Indexes = Mapping[str, LineIndex]

SCHEMA_VERSION = 1
INKS = {"conflict": "error", "differ": "warning", "agreement": "right"}
ANSWERS = {"yes": "the reference says so", "no": "the reference denies it", "outdated": "outdated by the reference"}
UNDECIDED = "no fact decides"
_LONGEST = 90
_STYLE = """
body { font: 1rem/1.4 system-ui, sans-serif; margin: 1.5rem; color: #1c1c1c; background: #fff; }
table { border-collapse: collapse; } caption { text-align: left; padding-bottom: .5rem; }
th, td { border: 1px solid #b8b8b8; padding: .3rem .5rem; text-align: left; vertical-align: top; }
.conflict { background: #fde7e7; } .differ { background: #fff4d6; } small { color: #555; }
@media (prefers-color-scheme: dark) { body { color: #eee; background: #1c1c1c; } small { color: #bbb; }
  .conflict { background: #5a1f1f; } .differ { background: #4d3f10; } }
"""


def render_text(topics: Sequence[Topic], indexes: Indexes, look: Look) -> str:
    """Each topic with the reference's answer, then a line for each document."""
    lines: list[str] = []
    for topic in topics:
        mark = look.ink(topic.mark, INKS[topic.mark])
        lines.append(f"{mark}  {plain(topic.words)}  {look.ink(f'({_answer(topic)})', 'faint')}")
        broad = max(len(_said(cell)) for cell in topic.cells)
        lines += [
            f"  {_said(cell):<{broad}}  {look.ink(plain(_place(cell, indexes)), 'path')}  {plain(_quote(cell))}"
            for cell in topic.cells
        ]
        lines.append("")
    lines.append(_total(topics))
    return "".join(f"{line}\n" for line in lines)


def render_json(topics: Sequence[Topic], indexes: Indexes, look: Look) -> str:
    """The same as indented JSON."""
    data = {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "factcheck", "version": __version__},
        "topics": [_data(topic, indexes) for topic in topics],
    }
    return json_text(data)


def render_markdown(topics: Sequence[Topic], indexes: Indexes, look: Look) -> str:
    """One table, a row for each topic and document."""
    rows = ["| Topic | Reference | | Document | Says | Words |", "| --- | --- | --- | --- | --- | --- |"]
    for topic in topics:
        for number, cell in enumerate(topic.cells):
            first = (topic.words, _answer(topic), topic.mark) if not number else ("", "", "")
            told = (_place(cell, indexes), _said(cell), _quote(cell))
            rows.append("| " + " | ".join(_cell_text(each) for each in (*first, *told)) + " |")
    return "".join(f"{row}\n" for row in (*rows, "", _total(topics)))


def render_html(topics: Sequence[Topic], indexes: Indexes, look: Look) -> str:
    """One page with the matrix: a row for each topic, a column for each document; no outside file."""
    paths = sorted({cell.path for topic in topics for cell in topic.cells})
    heads = "".join(f'<th scope="col">{escape(plain(path))}</th>' for path in paths)
    rows = []
    for topic in topics:
        said = {path: [cell for cell in topic.cells if cell.path == path] for path in paths}
        cells = "".join(f"<td>{'<br>'.join(_html(cell, indexes) for cell in said[path])}</td>" for path in paths)
        head = (
            f'<th scope="row">{escape(plain(topic.words))}</th><td>{escape(_answer(topic))}</td><td>{topic.mark}</td>'
        )
        rows.append(f'<tr class="{topic.mark}">{head}{cells}</tr>')
    table = f'<tr><th scope="col">Topic</th><th scope="col">Reference</th><th scope="col"></th>{heads}</tr>'
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>factcheck compare</title>'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><style>{_STYLE}</style></head>'
        f"<body><main><h1>Who says what</h1>\n<table><caption>{escape(_total(topics))}</caption>\n"
        f"<thead>{table}</thead>\n<tbody>\n" + "\n".join(rows) + "\n</tbody></table></main></body></html>\n"
    )


RENDERERS: Mapping[str, Callable[[Sequence[Topic], Indexes, Look], str]] = {
    "text": render_text,
    "json": render_json,
    "markdown": render_markdown,
    "html": render_html,
}


def _answer(topic: Topic) -> str:
    """What the reference says of a topic."""
    fact = f" [{topic.fact}]" if topic.fact else ""
    return f"{ANSWERS[topic.reference]}{fact}" if topic.reference else UNDECIDED


def _said(cell: Cell) -> str:
    more = f" ×{cell.more + 1}" if cell.more else ""
    return f"{cell.says}{f' [{cell.scope}]' if cell.scope else ''}{more}"


def _place(cell: Cell, indexes: Indexes) -> str:
    line, column = indexes[cell.path].position(cell.place.span.start)
    return f"{cell.path}:{line}:{column}"


def _quote(cell: Cell) -> str:
    words = " ".join(cell.place.quote.split())
    return f'"{words}"' if len(words) <= _LONGEST else f'"{words[:_LONGEST]} …"'


def _html(cell: Cell, indexes: Indexes) -> str:
    line, _ = indexes[cell.path].position(cell.place.span.start)
    return f"{escape(plain(_said(cell)))} <small>line {line}: {escape(plain(_quote(cell)))}</small>"


def _cell_text(text: str) -> str:
    """Text in a cell of a Markdown table: as it is, never markup."""
    return escape(plain(text), quote=False).replace("\\", "\\\\").replace("|", "\\|").replace("`", "\\`")


def _total(topics: Sequence[Topic]) -> str:
    marks = [topic.mark for topic in topics]
    told = ", ".join(f"{marks.count(mark)} {words}" for mark, words in _MARKED.items() if mark in marks)
    return f"{len(topics)} {'topic' if len(topics) == 1 else 'topics'}" + (f": {told}" if told else "")


_MARKED = {"conflict": "in conflict", "differ": "that differ", "agreement": "in agreement"}


def _data(topic: Topic, indexes: Indexes) -> dict[str, Any]:
    return {
        "subject": topic.subject,
        "relation": topic.relation,
        "object": topic.object or None,
        "statement": topic.words,
        "mark": topic.mark,
        "reference": topic.reference or None,
        "fact": topic.fact or None,
        "documents": [_cell_data(cell, indexes) for cell in topic.cells],
    }


def _cell_data(cell: Cell, indexes: Indexes) -> dict[str, Any]:
    span = cell.place.span
    line, column = indexes[cell.path].position(span.start)
    return {
        "path": cell.path,
        "says": cell.says,
        "circumstances": cell.scope or None,
        "places": cell.more + 1,
        "span": {"start": span.start, "end": span.end},
        "line": line,
        "column": column,
        "quote": cell.place.quote,
    }
