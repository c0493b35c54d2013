"""Hostile words in formats that have signs of their own: they are read back as they were, or shown as words."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from factcheck.model.finding import Report
from factcheck.report import Look, as_csv, as_json, render
from factcheck.report.plain import HIDDEN, plain
from tests.hostile_report import NAMES, PATHS, SAYINGS, hostile, report_named

SIGNS = "%0AD:,=;|\\`*_[](){}<>&#!~$@\"'/.w-+ \t\r\n]]>😀é\u202e\u200f\u2028\x1b\x00\ud800"
WORDS = st.text(st.sampled_from(SIGNS) | st.characters(), max_size=40)
COMMAND = re.compile(r"::(\w+) (.*?)::(.*)")
ESCAPES = (("%0D", "\r"), ("%0A", "\n"), ("%25", "%"))
ESCAPES_OF_PROPERTIES = (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%"))


def shown(text: str) -> str:
    """The text as every report shows what is hidden in it, its line ends kept."""
    return re.sub(r"[^\r\n]+", lambda part: plain(part[0]), text)


def unescaped(text: str, escapes: tuple[tuple[str, str], ...]) -> str:
    """What a runner reads: the escapes that the documentation of workflow commands names, in its order."""
    for written, meant in escapes:
        text = text.replace(written, meant)
    return text


def command(line: str) -> tuple[str, dict[str, str], str]:
    """A workflow command as a runner reads it: its level, its properties and its message."""
    found = COMMAND.fullmatch(line)
    assert found, line
    pairs = (pair.split("=", 1) for pair in found[2].split(","))
    told = {name: unescaped(value, ESCAPES_OF_PROPERTIES) for name, value in pairs}
    return found[1], told, unescaped(found[3], ESCAPES)


def with_each(*sayings: str) -> Callable[[Callable[[str], None]], Callable[[str], None]]:
    """Try these, whatever else is tried."""

    def given_them(test: Callable[[str], None]) -> Callable[[str], None]:
        for saying in sayings:
            test = example(saying)(test)
        return settings(max_examples=150, deadline=None)(test)

    return given_them


@with_each(*SAYINGS)
@given(WORDS)
def test_github_reads_the_message_and_the_properties(saying: str) -> None:
    path = f"{saying}x.md"
    lines = render(hostile(saying, path), "github", Look()).split("\n")
    assert lines.pop() == ""
    read = [command(line) for line in lines]
    assert [level for level, _, _ in read] == ["error", "warning", "notice"]
    assert [message for _, _, message in read] == [shown(saying)] * 3
    assert [told["file"] for _, told, _ in read] == [shown(path)] * 3
    assert {name for _, told, _ in read for name in told} <= {"file", "line", "endLine", "col", "endColumn", "title"}


@with_each(*SAYINGS)
@given(WORDS)
def test_a_table_of_values_is_read_back(saying: str) -> None:
    report = hostile(saying)
    rows = list(csv.reader(io.StringIO(render(report, "csv", Look()), newline="")))
    assert [len(row) for row in rows] == [len(as_csv.COLUMNS)] * 4
    for cells, finding in zip(rows[1:], report.documents[0].findings, strict=True):
        row = dict(zip(rows[0], cells, strict=True))
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in cells)
        assert not any(HIDDEN.search(cell.replace("\n", "")) for cell in cells)
        assert (row["code"], row["severity"], row["path"]) == (finding.code, finding.severity, PATHS[0])
        if not HIDDEN.search(saying):
            assert row["message"].removeprefix("'") == saying.removeprefix("'")


@with_each(*SAYINGS)
@given(WORDS)
def test_lines_of_json_are_read_back(saying: str) -> None:
    lines = render(hostile(saying), "jsonl", Look()).split("\n")
    assert lines.pop() == ""
    assert [json.loads(line)["message"] for line in lines] == [saying] * 3


def reader() -> MarkdownIt:
    """CommonMark with the tables and the links of bare addresses that GitHub adds; it knows no domain by its end."""
    markdown = MarkdownIt("gfm-like")
    assert markdown.linkify is not None
    markdown.linkify.set({"fuzzy_link": False})
    return markdown


def inline(text: str) -> list[Token]:
    """The tokens of all lines, those inside of them too."""
    tokens = reader().parse(text)
    return [each for token in tokens for each in (token, *(token.children or ()))]


def links(text: str) -> set[str]:
    return {str(token.attrs["href"]) for token in inline(text) if token.type == "link_open"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("<b>x</b>", "html_inline"),
        ("![a](b.png)", "image"),
        ("a@example.org", "link_open"),
        ("see https://x.org", "link_open"),
    ],
)
def test_the_reader_of_markdown_finds_what_is_looked_for(text: str, kind: str) -> None:
    assert kind in {token.type for token in inline(text)}


@with_each(*SAYINGS, ":@")
@given(WORDS)
def test_markdown_shows_words_and_makes_nothing_of_them(saying: str) -> None:
    report = hostile(saying, f"{saying}x.md")
    text = render(report, "markdown", Look())
    tokens = inline(text)
    strange = {"html_inline", "html_block", "image", "fence", "code_block", "hr", "em_open", "s_open"}
    assert {token.type for token in tokens} & strange == set()
    assert links(text) == {"https://doi.org/10.1002/%28SICI%291097%28199%299:1%3C1::AID%3E3%23"}
    assert not re.search(r"(?i)www\.|@\w|#\d", text), "GitHub makes links of these, also if they are escaped"
    words = plain(" ".join(saying.split()))
    cells = [token for token in tokens if token.type == "inline"]
    said = ["".join(child.content for child in cell.children or ()).replace("\u200b", "") for cell in cells]
    quoted = f"“{words}”".replace("\u200b", "")
    assert sum(each.endswith(quoted) for each in said) == 3


@pytest.mark.parametrize("name", NAMES)
def test_markdown_has_a_row_for_each_finding(name: str) -> None:
    rows = [token for token in inline(render(report_named(name), "markdown", Look())) if token.type == "tr_open"]
    documents = [document for document in report_named(name).documents if document.findings]
    assert len(rows) == sum(len(document.findings) + 1 for document in documents)


def test_markdown_tells_how_much_it_leaves_out() -> None:
    one = hostile("x").documents[0]
    many: Report = replace(hostile("x"), documents=(replace(one, findings=one.findings * 100),))
    assert render(many, "markdown", Look()).endswith("\n100 more findings are not shown.\n")
    assert len(as_json.as_data(many)["documents"][0]["findings"]) == 300
