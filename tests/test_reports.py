"""Several reports of one run, statistics and coverage, as users of the command line meet them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from factcheck.run import Labour, check_sources
from tests.scratch_project import WRONG

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.config import Config
    from factcheck.discover import Source
    from factcheck.model.finding import Report
    from tests.conftest import Command

NAME = "Ruxotilinib is a JAK inhibitor.\n"
PAIRS = ("--format", "text", "--format", "json", "-o", "r.json", "--format", "junit", "-o", "r.xml")


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@pytest.mark.usefixtures("documents")
def test_each_report_is_as_if_it_were_the_only_one(
    factcheck: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = {name: factcheck("docs", "--format", name).out for name in ("text", "json", "junit")}
    runs = []

    def counted(sources: Sequence[Source], config: Config, *, keep: bool, labour: Labour) -> Report:
        runs.append(sources)
        return check_sources(sources, config, keep=keep, labour=labour)

    monkeypatch.setattr("factcheck.cli.check.check_sources", counted)
    ran = factcheck("docs", *PAIRS)
    assert (ran.status, ran.out, ran.err) == (1, alone["text"], "")
    assert (read(tmp_path / "r.json"), read(tmp_path / "r.xml")) == (alone["json"], alone["junit"])
    assert len(runs) == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["docs", "r.json", "r.xml"]
    assert factcheck("docs", "--quiet", *PAIRS).out == factcheck("docs", "--quiet").out
    assert read(tmp_path / "r.json") == alone["json"]


@pytest.mark.usefixtures("documents")
def test_a_file_that_cannot_be_written_keeps_no_other_from_it(factcheck: Command, tmp_path: Path) -> None:
    printed = factcheck("docs").out
    ran = factcheck("docs", "--format", "csv", "-o", "gone/r.csv", *PAIRS)
    assert (ran.status, ran.out) == (2, printed)
    assert ran.err == "-o gone/r.csv: cannot be written (no such file or directory)\n"
    assert (tmp_path / "r.json").exists()
    assert (tmp_path / "r.xml").exists()


def test_with_diff_the_others_report_the_documents_as_they_are(
    factcheck: Command, documents: Path, tmp_path: Path
) -> None:
    (documents / "name.md").write_text(NAME, encoding="utf-8")
    diff, report = factcheck("docs", "--diff").out, factcheck("docs", "--format", "json").out
    assert diff.startswith("--- docs/name.md\n")
    ran = factcheck("docs", "--diff", *PAIRS)
    assert (ran.status, ran.out, read(tmp_path / "r.json")) == (1, diff, report)
    ran = factcheck("docs", "--diff", "--format", "json", "-o", "r.json", "--format", "text", "-o", "r.diff")
    assert (ran.status, ran.out, read(tmp_path / "r.diff")) == (1, "", diff)
    assert read(documents / "name.md") == NAME


def test_with_fix_all_report_what_is_left(factcheck: Command, documents: Path, tmp_path: Path) -> None:
    (documents / "name.md").write_text(NAME, encoding="utf-8")
    assert "; 1 correction with --fix (shown by --diff)\n" in factcheck("docs").out
    ran = factcheck("docs", "--fix", *PAIRS)
    assert ran.status == 1
    left = [
        finding["code"] for each in json.loads(read(tmp_path / "r.json"))["documents"] for finding in each["findings"]
    ]
    assert left == ["FC201"]
    assert "correction" not in ran.out


@pytest.mark.usefixtures("documents")
def test_statistics_stand_behind_reports_for_people_only(factcheck: Command, tmp_path: Path) -> None:
    tables = (
        "Findings by code\n  1  FC201  wrong-category\n  1  in all\n\n"
        "Findings by fact\n  1  cytokine-kind\n  1  in all\n\n"
        "Findings by document\n  1  docs/wrong.md\n  1  in 1 of 2 documents\n"
    )
    for options in ((), ("--quiet",), ("--format", "concise")):
        assert factcheck("docs", "--statistics", *options).out == f"{factcheck('docs', *options).out}\n{tables}"
    assert factcheck("docs/right.md", "--statistics", "-q").out == "No findings to count.\n"
    plain = factcheck("docs", "--format", "json").out
    assert factcheck("docs", "--statistics", "--format", "json").out == plain
    assert json.loads(plain)["summary"]["by_fact"] == {"cytokine-kind": 1}
    factcheck("docs", "--statistics", "--format", "csv", "-o", "r.csv", "--format", "text", "-o", "r.txt")
    assert read(tmp_path / "r.txt").endswith(tables)
    assert "Findings by" not in read(tmp_path / "r.csv")
    ran = factcheck("docs", "--diff", "--statistics")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == "--statistics: stands beside --diff, which prints no report; leave out one of them\n"


@pytest.mark.parametrize(
    ("text", "sentences", "judged"),
    [
        ("The weather was fine.", 0, 0),
        ("# Alopecia areata\n\n- baricitinib\n", 0, 0),
        ("Is alopecia areata an autoimmune disease?", 0, 0),
        ("If alopecia areata is an autoimmune disease, what then?", 0, 0),
        ("Some people believe that alopecia areata is an autoimmune disease.", 0, 0),
        ("It is a myth that pattern baldness is an autoimmune disease.", 1, 1),
        ("Ask your doctor about baricitinib.", 0, 0),
        ("Baricitinib was named after:", 0, 0),
        ("Baricitinib was named after nobody.", 1, 0),
        ("Alopecia areata is an autoimmune disease.", 1, 1),
        ("Alopecia areata is an autoimmune disease, and cytokines are enzymes.", 1, 1),
        ("Alopecia areata is an autoimmune disease. Baricitinib was named after nobody.", 2, 1),
        ("Is alopecia areata an autoimmune disease? Yes.", 1, 1),
    ],
)
def test_a_sentence_counts_if_its_author_claims_something_in_it(
    factcheck: Command, tmp_path: Path, text: str, sentences: int, judged: int
) -> None:
    (tmp_path / "page.md").write_text(f"{text}\n", encoding="utf-8")
    report = json.loads(factcheck("page.md", "--format", "json").out)
    assert report["documents"][0]["coverage"] == {"sentences": sentences, "judged": judged}
    assert report["summary"]["coverage"] == {"sentences": sentences, "judged": judged}


def test_the_records_of_a_file_count_together(factcheck: Command, tmp_path: Path) -> None:
    rows = ["body", "Alopecia areata is an autoimmune disease.", "Baricitinib was named after nobody.", ""]
    (tmp_path / "rows.csv").write_text("\n".join(rows), encoding="utf-8")
    ran = factcheck("rows.csv", "--text-field", "body", "--format", "json")
    assert json.loads(ran.out)["documents"][0]["coverage"] == {"sentences": 2, "judged": 1}


HALF = "Alopecia areata is an autoimmune disease. Baricitinib was named after nobody.\n"
SHORT = "only 1 of 2 sentences that claim something could be judged (50 %)"


@pytest.mark.parametrize(
    ("options", "status"),
    [
        ((), 0),
        (("--min-coverage", "0"), 0),
        (("--min-coverage", "50"), 0),
        (("--min-coverage", "50.0"), 0),
        (("--min-coverage", "50.5"), 1),
        (("--min-coverage", "51"), 1),
        (("--min-coverage", "100", "--fail-on", "never"), 1),
        (("--min-coverage", "100", "--select", "FC5"), 1),
        (("--min-coverage", "100", "--quiet"), 1),
        (("--min-coverage", "100", "--diff"), 1),
        (("--min-coverage", "100", "--fix"), 1),
        (("--min-coverage", "100", "--exit-zero"), 0),
    ],
)
def test_too_little_that_is_judged_fails(
    factcheck: Command, tmp_path: Path, options: tuple[str, ...], status: int
) -> None:
    (tmp_path / "page.md").write_text(HALF, encoding="utf-8")
    ran = factcheck("page.md", *options)
    assert ran.status == status
    short = status == 1 or "--exit-zero" in options
    told = f"--min-coverage: {SHORT}; {options[1]} % are asked for\n" if short else ""
    assert ran.err == told


def test_a_page_that_claims_nothing_is_not_short(factcheck: Command, tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text("The weather was fine.\n", encoding="utf-8")
    ran = factcheck("page.md", "--min-coverage", "100")
    assert (ran.status, ran.err) == (0, "")
    assert "could be judged" not in ran.out


@pytest.mark.parametrize("value", ["-1", "101", "100.1", "nan", "1e1", "30%", "", "½", "٣"])
def test_a_share_is_a_number_from_0_to_100(factcheck: Command, tmp_path: Path, value: str) -> None:
    (tmp_path / "page.md").write_text(HALF, encoding="utf-8")
    ran = factcheck("page.md", f"--min-coverage={value}")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(f'--min-coverage: takes a number from 0 to 100, not "{value}"\n')
    (tmp_path / ".factcheck.yaml").write_text(f'min-coverage: "{value}"\n', encoding="utf-8")
    assert (
        f'.factcheck.yaml:1:15: "min-coverage" takes a number from 0 to 100, not "{value}"' in factcheck("page.md").err
    )


def test_a_demand_of_the_settings_holds_for_their_documents(factcheck: Command, tmp_path: Path) -> None:
    for name in ("strict", "free"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "page.md").write_text(HALF, encoding="utf-8")
    (tmp_path / "strict" / ".factcheck.yaml").write_text("min-coverage: 62.5\n", encoding="utf-8")
    assert factcheck("free").status == 0
    ran = factcheck("strict", "free")
    assert ran.status == 1
    assert ran.err == f"strict/.factcheck.yaml:1:1: {SHORT}; 62.5 % are asked for\n"
    assert factcheck("strict", "free", "--min-coverage", "50").status == 0
    assert "  min-coverage      62.5  (strict/.factcheck.yaml:1:1)\n" in factcheck("strict", "--show-settings").out


def test_the_option_counts_all_documents_together(factcheck: Command, tmp_path: Path) -> None:
    (tmp_path / "half.md").write_text(HALF, encoding="utf-8")
    (tmp_path / "wrong.md").write_text(WRONG, encoding="utf-8")
    ran = factcheck("half.md", "wrong.md", "--min-coverage", "67", "--exit-zero")
    told = "only 2 of 3 sentences that claim something could be judged (66 %)"
    assert ran.err == f"--min-coverage: {told}; 67 % are asked for\n"
    assert factcheck("half.md", "wrong.md", "--min-coverage", "66.6", "--fail-on", "never").status == 0
    assert told.removeprefix("only ") in ran.out
