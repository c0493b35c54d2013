"""The report of editors: what stands in it, and what is left out where there is much or little."""

from __future__ import annotations

import re
from dataclasses import replace

from factcheck.model.finding import DocumentReport, Evidence, Finding, Fix, Report
from factcheck.model.span import Span
from factcheck.report import Look, render
from tests.sample_report import FINDINGS, REPORT


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
    assert text == (
        "docs/b.md  1 claim checked, no findings\n"
        "1 of 1 sentence that claims something could be judged (100 %)\n"
        "Judged as of 2026-11-22 by biomedical 0.1.0, hair-loss 0.1.0\n"
    )


def test_quiet_says_nothing_where_there_is_nothing() -> None:
    assert render(replace(REPORT, documents=REPORT.documents[1:2]), "text", Look(quiet=True)) == ""
    assert render(replace(REPORT, documents=()), "text", Look()) == ""


def report_of(*findings: Finding, path: str = "docs/a.md") -> Report:
    """A report of one document, which is that of the sample, with these findings."""
    return replace(REPORT, documents=(replace(REPORT.documents[0], path=path, findings=findings),))


def test_a_second_finding_on_the_same_words_repeats_neither_sentence_nor_sources() -> None:
    first = FINDINGS[0]
    second = replace(first, code="FC401", check="sources-conflict", message="Another document differs.")
    text = render(report_of(first, second), "text", Look(quiet=True))
    assert text.endswith(
        "    StatPearls, 2023. https://example.org/c\n"
        "\n"
        "  3:52  error  FC401  sources-conflict [cytokine-is-signalling-protein]\n"
        "    Another document differs.\n"
    )
    elsewhere = replace(second, span=Span(first.span.start, first.span.end - 1))
    assert render(report_of(first, elsewhere), "text", Look()).count("^^^") > text.count("^^^")
    other = replace(second, evidence=(Evidence("d", "A title", "A publisher", url="https://example.org/d"),))
    assert render(report_of(first, other), "text", Look()).count("https://example.org/") == 2


def test_a_source_without_an_address_is_told_by_its_title() -> None:
    told = {
        Evidence("a", "A title.", "A publisher", "2020"): "    A publisher, 2020. A title.\n",
        Evidence("b", "A title", year="2020"): "    A title, 2020.\n",
        Evidence("c", "A title", "A publisher", doi="10.1/x"): "    A publisher. https://doi.org/10.1/x\n",
    }
    for evidence, line in told.items():
        assert line in render(report_of(replace(FINDINGS[0], evidence=(evidence,))), "text", Look())


def test_on_a_narrow_screen_what_a_finding_rests_on_stands_below() -> None:
    wide, narrow = (render(report_of(FINDINGS[0]), "text", Look(width=columns)) for columns in (80, 50))
    assert "  FC201  wrong-category [cytokine-is-signalling-protein]\n" in wide
    assert "  FC201  wrong-category\n    [cytokine-is-signalling-protein]\n" in narrow


def test_the_table_of_documents_fits_the_screen() -> None:
    long = replace(REPORT.documents[0], path=f"docs/{'long-' * 8}name.md")
    report = replace(REPORT, documents=(long, REPORT.documents[1]))
    lines = render(report, "text", Look(width=60)).splitlines()
    at = len(lines) - 1 - lines[::-1].index(long.path)
    assert lines[at + 1].strip() == "5 claims checked, 2 errors, 1 warning"
    assert lines[at + 2].startswith("docs/b.md  ")
    table = lines[at + 1 : at + 3]
    assert max(map(len, table)) <= 60
    assert {line.index(" checked") for line in table} == {table[0].index(" checked")}


def test_the_next_step_names_the_gravest_finding_and_counts_what_can_be_corrected() -> None:
    plain = replace(FINDINGS[0], fact="", evidence=())
    note, fixed = replace(FINDINGS[2], severity="note"), FINDINGS[1]
    two = replace(fixed, fixes=(*fixed.fixes, Fix(fixed.span, "another", safe=True)))
    unsafe = replace(fixed, fixes=(replace(fixed.fixes[0], safe=False),))
    same = replace(fixed, fixes=(*fixed.fixes, *fixed.fixes))
    told = [
        ((plain,), "FC201"),
        ((note,), note.fact),
        ((note, plain), "FC201"),
        ((plain, note, FINDINGS[0]), FINDINGS[0].fact),
        ((unsafe,), fixed.fact),
        ((two,), fixed.fact),
        ((fixed,), f"{fixed.fact}; 1 correction with --fix (shown by --diff)"),
        ((same, fixed, two), f"{fixed.fact}; 2 corrections with --fix (shown by --diff)"),
    ]
    for findings, step in told:
        assert render(report_of(*findings), "text", Look()).splitlines()[-1] == f"Next: factcheck explain {step}"
    mended = render(report_of(fixed), "text", Look(mended=True)).splitlines()[-1]
    assert mended == f"Next: factcheck explain {fixed.fact}"
    assert "Next:" not in render(report_of(), "text", Look())
    assert "Next:" not in render(report_of(fixed), "text", Look(quiet=True))
