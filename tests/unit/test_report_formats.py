"""The formats of other programs: what they ask for is there, and what they would misread is escaped."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from xml.etree import ElementTree as Xml

import pytest

from factcheck.model.finding import DocumentReport, Finding, Report
from factcheck.model.span import Span
from factcheck.model.suppression import Suppression, Waived
from factcheck.report import FORMATS, Look, as_json, render
from tests.sample_report import REPORT

MESSAGE = "100 %, a: b,\nc <d> & | `e` \x1b[31m\x0b"
PATH = "a,b:c%/dé.md"
SOURCE = "é 😀 one\ntwo\n"


def report(*findings: tuple[str, Span], waived: tuple[Waived, ...] = ()) -> Report:
    """A report of one document with findings of these severities at these places."""
    made = tuple(
        Finding("FC201", "a-check", "", severity, MESSAGE, "", span, SOURCE[span.start : span.end], span)
        for severity, span in findings
    )
    document = DocumentReport(PATH, SOURCE, None, 1, 1, made, waived=waived)
    return replace(REPORT, documents=(document,))


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_is_a_report_too_and_the_same_twice(name: str) -> None:
    empty = replace(REPORT, documents=())
    assert render(empty, name, Look()) == render(empty, name, Look())
    assert "\x1b" not in render(REPORT, name, Look())


def test_the_commands_of_github_are_escaped_and_the_worst_comes_first() -> None:
    lines = render(report(("note", Span(0, 1)), ("error", Span(4, 11))), "github", Look()).splitlines()
    path = "a%2Cb%3Ac%25/dé.md"
    start = f"::error file={path},line=1,endLine=2,title=factcheck FC201::100 %25, a: b,%0Ac <d> & | `e` "
    assert lines[0].startswith(start)
    assert any(line.startswith(f"::notice file={path},line=1,endLine=1,col=1,endColumn=2,title=") for line in lines)


def test_junit_counts_cases_and_holds_no_illegal_character() -> None:
    finding = report(("error", Span(0, 1))).documents[0].findings[0]
    waived = (Waived(finding, Suppression("line", Span(0, 1), Span(0, 1), "FC201", "told so")),)
    root = Xml.fromstring(render(report(("error", Span(0, 1)), waived=waived), "junit", Look()))
    assert (root.get("tests"), root.get("failures"), root.get("errors")) == ("2", "1", "0")
    (suite,) = root
    assert suite.get("name") == PATH
    failure, skipped = (case[0] for case in suite)
    assert (failure.tag, failure.get("type"), skipped.tag, skipped.get("message")) == (
        "failure",
        "FC201",
        "skipped",
        "told so",
    )
    passed = Xml.fromstring(render(report(), "junit", Look()))
    assert passed.get("tests") == "1"
    assert passed.find("testsuite/testcase/failure") is None


def test_rdjson_counts_bytes_from_one() -> None:
    (found,) = json.loads(render(report(("warning", Span(4, 7))), "rdjson", Look()))["diagnostics"]
    place = found["location"]["range"]
    assert place == {"start": {"line": 1, "column": 9}, "end": {"line": 1, "column": 12}}
    assert found["severity"] == "WARNING"


def test_gitlab_gets_what_it_reads() -> None:
    found = json.loads(render(report(("note", Span(0, 1)), ("error", Span(0, 1))), "gitlab", Look()))
    assert [each["severity"] for each in found] == ["info", "major"]
    assert len({each["fingerprint"] for each in found}) == 2
    assert found[0]["location"] == {"path": PATH, "lines": {"begin": 1}}


def test_lines_of_json_are_the_findings_of_the_report() -> None:
    lines = [json.loads(line) for line in render(REPORT, "jsonl", Look()).splitlines()]
    whole = [finding for document in as_json.as_data(REPORT)["documents"] for finding in document["findings"]]
    assert [{name: value for name, value in line.items() if name != "path"} for line in lines] == whole
    assert [line["path"] for line in lines][:1] == ["docs/a.md"]


def test_no_cell_of_the_table_is_a_formula() -> None:
    told = replace(report(("note", Span(0, 1))).documents[0].findings[0], message='=HYPERLINK("a")', quote="+1")
    document = replace(report().documents[0], findings=(told,))
    (row,) = csv.DictReader(io.StringIO(render(replace(REPORT, documents=(document,)), "csv", Look())))
    assert (row["message"], row["quote"], row["path"]) == ('\'=HYPERLINK("a")', "'+1", PATH)


def test_markdown_shows_words_as_words() -> None:
    said = render(report(("error", Span(0, 1))), "markdown", Look())
    assert said.startswith("### factcheck: 1 error in 1 document\n")
    assert r"c \<d\> \& \| \`e\`" in said
    assert "\x0b" not in said


def test_a_concise_line_names_place_code_severity_and_fact() -> None:
    first = render(REPORT, "concise", Look()).splitlines()[0]
    assert first.startswith("docs/a.md:3:52: FC201 error: ")
    assert first.endswith("[fact: cytokine-is-signalling-protein]")
