"""The report of editors: what stands in it, and what is left out where there is much or little."""

from __future__ import annotations

import re
from dataclasses import replace

from factcheck.model.finding import DocumentReport
from factcheck.report import Look, render
from tests.sample_report import REPORT


def test_it_reads_the_same_without_colour() -> None:
    coloured = render(REPORT, "text", Look(colour=True))
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == render(REPORT, "text", Look())


def test_lines_fit_the_screen() -> None:
    for columns in (50, 80, 100, 300):
        lines = render(REPORT, "text", Look(width=columns)).split("FC901")[0].splitlines()
        prose = [line for line in lines if line.startswith("    ")]
        assert prose
        assert max(map(len, prose)) <= min(columns, 100)


def test_of_many_documents_only_those_with_findings_are_listed() -> None:
    clean = [DocumentReport(f"clean/{number}.md", "x", None, 1, 1, ()) for number in range(30)]
    text = render(replace(REPORT, documents=(REPORT.documents[0], *clean)), "text", Look())
    assert "clean/" not in text
    assert "30 more documents without findings" in text
    assert "31 documents, 35 claims checked, 3 findings (2 errors, 1 warning)" in text


def test_of_few_documents_all_are_listed() -> None:
    text = render(replace(REPORT, documents=REPORT.documents[1:2]), "text", Look())
    assert (
        text
        == "docs/b.md  1 claim checked, no findings\nJudged as of 2026-11-22 by biomedical 0.1.0, hair-loss 0.1.0\n"
    )


def test_quiet_says_nothing_where_there_is_nothing() -> None:
    assert render(replace(REPORT, documents=REPORT.documents[1:2]), "text", Look(quiet=True)) == ""
    assert render(replace(REPORT, documents=()), "text", Look()) == ""
