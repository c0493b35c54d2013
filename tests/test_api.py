"""The interface for programs: what it promises, its examples, and that it is loaded when it is used."""

from __future__ import annotations

import doctest
import json
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

import factcheck
from factcheck import api
from factcheck.readers import READERS
from tests.scratch_project import RIGHT, WRONG

ROOT = Path(__file__).resolve().parent.parent
DAY = date(2026, 11, 22)
PAGE = ROOT / "docs" / "api.md"


def codes(report: factcheck.DocumentReport) -> list[str]:
    return [finding.code for finding in report.findings]


@pytest.mark.parametrize("text", ["", RIGHT, "Is pattern baldness autoimmune?", "\n\n", "\ufeff" + RIGHT])
def test_a_text_in_which_nothing_is_wrong_has_no_finding(text: str) -> None:
    assert factcheck.check_text(text, as_of=DAY).findings == ()


def test_nothing_is_imported_before_it_is_used() -> None:
    heavy = ("click", "yaml", "jsonschema", "factcheck.api", "factcheck.report", "factcheck.model.finding")
    code = f"import sys, factcheck; print([name for name in {heavy!r} if name in sys.modules])"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert ran.stdout == "[]\n"


def test_the_interface_is_that_of_its_module_and_no_more() -> None:
    assert factcheck.__all__ == api.__all__
    assert set(factcheck.__all__) <= set(dir(factcheck))
    for name in factcheck.__all__:
        assert getattr(factcheck, name) is getattr(api, name)
    with pytest.raises(AttributeError, match="no attribute 'check_everything'"):
        getattr(factcheck, "check_everything")  # noqa: B009


def test_the_examples_of_the_module_are_so() -> None:
    ran = doctest.testmod(api)
    assert ran.attempted >= len(re.findall(r"^    >>> ", Path(api.__file__).read_text(encoding="utf-8"), re.MULTILINE))
    assert ran.attempted > 8
    assert ran.failed == 0


def test_the_examples_of_the_page_are_so() -> None:
    fences = re.findall(r"^```pycon\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    found = doctest.DocTestParser().get_doctest("\n".join(fences), {}, PAGE.name, str(PAGE), 0)
    ran = doctest.DocTestRunner().run(found)
    assert ran.attempted == "".join(fences).count(">>> ") > 8
    assert ran.failed == 0


def test_the_page_names_the_whole_interface() -> None:
    rows = re.findall(r"^\| `(\w+)", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    assert set(rows) | {"Place", "KnowledgeBase"} == set(factcheck.__all__)


@pytest.mark.parametrize("mark", ["", "\ufeff", "😀 ", "<meta charset=latin-1>é "])
@pytest.mark.parametrize("name", ["a.md", "a.html", "a.txt", "unknown.suffix"])
def test_spans_count_code_points_of_the_text_that_was_given(name: str, mark: str) -> None:
    text = f"{mark}\r\n\r\n{WRONG}"
    report: factcheck.DocumentReport = factcheck.check_text(text, name=name, as_of=DAY)
    (finding,) = report.findings
    assert (report.path, report.source) == (name, text)
    assert text[finding.span.start : finding.span.end] == finding.quote == "enzymes called cytokines"
    place: factcheck.Place = factcheck.place_of(finding, report)
    assert place == (3, 37, 3, 61)


def test_half_a_surrogate_pair_moves_nothing() -> None:
    (finding,) = factcheck.check_text(f"\ud800\udfff {WRONG}").findings
    assert finding.span.start == 3 + WRONG.index("enzymes")


def test_a_text_that_is_none_has_the_finding_that_says_so() -> None:
    assert codes(factcheck.check_text("a\0b")) == ["FC901"]
    assert codes(factcheck.check_text('{"body": "x"}', name="a.jsonl")) == ["FC901"]
    assert codes(factcheck.check_text(json.dumps({"body": WRONG}), name="a.jsonl", text_field="body")) == ["FC201"]


def test_nothing_of_the_folder_counts_unless_it_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    settings = tmp_path / ".factcheck.yaml"
    settings.write_text("ignore: [FC201]\n", encoding="utf-8")
    (tmp_path / "text.md.factcheck").write_text("FC201 -- told so\n", encoding="utf-8")
    (tmp_path / "text.md").write_text(RIGHT, encoding="utf-8")
    assert codes(factcheck.check_text(WRONG)) == ["FC201"]
    assert codes(factcheck.check_text(WRONG, config=settings)) == []
    (tmp_path / "page.md").write_text(WRONG, encoding="utf-8")
    assert [codes(each) for each in factcheck.check_paths("page.md").documents] == [["FC201"]]
    assert [codes(each) for each in factcheck.check_paths(["page.md"], config=".factcheck.yaml").documents] == [[]]


def test_a_baseline_of_the_settings_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    mark = factcheck.check_text(WRONG, name="page.md").findings[0].fingerprint
    entry = {"path": "page.md", "code": "FC201", "fact": "cytokine-kind", "fingerprint": mark, "quote": "x"}
    (tmp_path / "known.json").write_text(json.dumps({"version": 1, "findings": [entry]}), encoding="utf-8")
    (tmp_path / "settings.yaml").write_text("baseline: known.json\n", encoding="utf-8")
    assert codes(factcheck.check_text(WRONG, name="page.md", config="settings.yaml")) == []
    assert codes(factcheck.check_text(WRONG, name="other.md", config="settings.yaml")) == ["FC201"]


def test_paths_give_the_report_of_the_command(documents: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(documents.parent)
    command = [sys.executable, "-m", "factcheck", "docs", "--isolated", "--as-of", "2026-11-22", "--format", "json"]
    ran = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    reports: list[factcheck.Report] = [
        factcheck.check_paths("docs", as_of=DAY),
        factcheck.check_paths(Path("docs"), as_of=DAY),
        factcheck.check_paths(["docs"], as_of=DAY),
        factcheck.check_paths([Path("docs/wrong.md"), "docs/right.md"], as_of=DAY),
    ]
    assert {factcheck.render(report, "json") for report in reports} == {ran.stdout}


def test_what_is_wanted_can_be_chosen() -> None:
    assert codes(factcheck.check_text(WRONG, select=["FC3"])) == []
    assert codes(factcheck.check_text(WRONG, ignore=["cytokine-kind"])) == []
    assert codes(factcheck.check_text(WRONG, rules="common-medicine")) == []
    assert codes(factcheck.check_text(WRONG, rules=["common-medicine", "hair-loss"])) == ["FC201"]


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: factcheck.check_text("", select=["FC999"]), 'no check has the code "FC999"'),
        (lambda: factcheck.check_text("", rules=["hair-los"]), "hair-los"),
        (lambda: factcheck.check_text("", config="nowhere.yaml"), "nowhere.yaml"),
        (lambda: factcheck.check_text("", text_format="latex"), 'no format of records is called "latex"'),
        (lambda: factcheck.check_paths("nowhere.md"), "nowhere.md: no such file or folder"),
        (lambda: factcheck.render(factcheck.check_paths([]), "sarff"), 'did you mean "sarif"?'),
        (lambda: factcheck.load_packs("hair-los"), "hair-los"),
    ],
)
def test_mistakes_of_the_caller_are_told(call: object, said: str) -> None:
    assert callable(call)
    with pytest.raises(factcheck.UserError, match=re.escape(said)):
        call()


def test_packs_are_those_that_are_named_or_the_usual_ones() -> None:
    one = factcheck.load_packs("hair-loss")
    assert "aga-not-immune" in one.facts
    assert "hiv-and-aids" not in one.facts
    assert {"aga-not-immune", "hiv-and-aids"} <= set(factcheck.load_packs().facts)
    assert set(factcheck.load_packs(ROOT / "rules" / "hair-loss").facts) == set(one.facts)


@pytest.mark.parametrize("suffix", READERS)
def test_a_text_of_any_format_can_be_checked(suffix: str) -> None:
    report = factcheck.check_text("", name=f"a{suffix}", text_field=["body"])
    assert {finding.code for finding in report.findings} <= {"FC901"}
