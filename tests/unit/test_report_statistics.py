"""The tables of `--statistics`: their order, their totals and their width."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factcheck.report import Look
from factcheck.report.plain import width
from factcheck.report.statistics import shortened, statistics
from tests.sample_report import FINDINGS, REPORT


def test_nothing_is_counted_where_nothing_was_found() -> None:
    assert statistics(replace(REPORT, documents=REPORT.documents[1:2]), Look()) == "No findings to count.\n"
    assert statistics(replace(REPORT, documents=()), Look()) == "No findings to count.\n"


def test_the_most_frequent_come_first_then_the_alphabet() -> None:
    _, two, three = FINDINGS
    more = replace(REPORT.documents[1], path="docs/z.md", findings=(two,) * 9)
    last = replace(REPORT.documents[1], path="docs/0.md", findings=(three,))
    assert statistics(replace(REPORT, documents=(*REPORT.documents, more, last)), Look()) == (
        "Findings by code\n"
        "  10  FC101  misspelled-name\n"
        "   2  FC301  outdated-claim\n"
        "   1  FC201  wrong-category\n"
        "   1  FC901  unreadable-document\n"
        "  14  in all\n"
        "\n"
        "Findings by fact\n"
        "  10  ruxolitinib\n"
        "   2  fda-jak-inhibitors-for-alopecia-areata\n"
        "   1  (no fact)\n"
        "   1  cytokine-is-signalling-protein\n"
        "  14  in all\n"
        "\n"
        "Findings by document\n"
        "   9  docs/z.md\n"
        "   3  docs/a.md\n"
        "   1  docs/\\x1b[31mc.md\n"
        "   1  docs/0.md\n"
        "  14  in 4 of 5 documents\n"
    )


@pytest.mark.parametrize("columns", [40, 60, 100])
def test_tables_fit_the_screen(columns: int) -> None:
    path = f"docs/{'long-' * 30}page.md"
    text = statistics(replace(REPORT, documents=(replace(REPORT.documents[0], path=path),)), Look(width=columns))
    assert max(map(width, text.splitlines())) == columns
    assert "  3  docs/long-" in text
    assert "page.md\n" in text


@pytest.mark.parametrize(
    ("text", "columns", "shown"),
    [
        ("", 5, ""),
        ("abcde", 5, "abcde"),
        ("abcdef", 5, "ab…ef"),
        ("abcdef", 4, "ab…f"),
        ("日本語日本語", 12, "日本語日本語"),
        ("日本語日本語", 9, "日本…本語"),
        ("日本語日本語", 7, "日本…語"),
    ],
)
def test_what_is_too_wide_is_cut_in_the_middle(text: str, columns: int, shown: str) -> None:
    assert shortened(text, columns) == shown
