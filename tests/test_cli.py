"""The command line as its users meet it: exit statuses, streams, options, and what it says to mistakes."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator

from factcheck.cli import COMMANDS
from factcheck.cli.screen import wants_colour
from factcheck.config import Config
from tests.scratch_project import WRONG

if TYPE_CHECKING:
    from tests.conftest import Command

ROOT = Path(__file__).resolve().parent.parent
MISSPELLED = "Ruxotilinib is a JAK inhibitor.\n"


@pytest.mark.parametrize(
    ("options", "status"),
    [
        (("docs/right.md",), 0),
        (("docs/wrong.md",), 1),
        (("docs",), 1),
        (("check", "docs"), 1),
        (("docs", "--exit-zero"), 0),
        (("--exit-zero", "docs"), 0),
        (("docs", "--fail-on", "never"), 0),
        (("docs", "--fail-on", "note"), 1),
        (("docs", "--ignore", "FC201"), 0),
        (("docs", "--ignore", "FC2"), 0),
        (("docs", "--select", "FC1", "--select", "FC301"), 0),
        (("docs", "--select", "FC"), 1),
    ],
)
@pytest.mark.usefixtures("documents")
def test_status_says_whether_findings_count(factcheck: Command, options: tuple[str, ...], status: int) -> None:
    assert factcheck(*options).status == status


@pytest.mark.usefixtures("documents")
def test_a_path_alone_means_check(factcheck: Command) -> None:
    assert factcheck("docs") == factcheck("check", "docs")


@pytest.mark.usefixtures("documents")
def test_findings_go_to_stdout_with_code_and_place(factcheck: Command) -> None:
    ran = factcheck("docs")
    assert "docs/wrong.md" in ran.out
    assert "error  FC201" in ran.out
    assert "^^^" in ran.out
    assert "2 documents, " in ran.out
    assert ran.err == ""


@pytest.mark.usefixtures("documents")
def test_quiet_prints_findings_and_nothing_else(factcheck: Command) -> None:
    assert "FC201" in factcheck("docs", "--quiet").out
    assert factcheck("docs/right.md", "--quiet").out == ""


def test_json_keeps_to_its_schema_and_to_its_bytes(factcheck: Command, documents: Path) -> None:
    (documents / "name.txt").write_text(MISSPELLED, encoding="utf-8")
    ran = factcheck("docs", "--format", "json", "--as-of", "2026-11-22")
    report = json.loads(ran.out)
    Draft202012Validator(json.loads((ROOT / "schema" / "report.schema.json").read_text(encoding="utf-8"))).validate(
        report
    )
    assert [document["path"] for document in report["documents"]] == ["docs/name.txt", "docs/right.md", "docs/wrong.md"]
    assert report["as_of"] == "2026-11-22"
    name = report["documents"][0]["findings"][0]
    assert (name["code"], name["quote"], name["column"], name["end_column"]) == ("FC101", "Ruxotilinib", 1, 12)
    assert name["fixes"] == [{"start": 0, "end": 11, "replacement": "Ruxolitinib", "safe": True}]
    wrong = report["documents"][2]["findings"][0]
    assert wrong["code"] == "FC201"
    assert wrong["evidence"]
    assert factcheck("docs", "--format", "json", "--as-of", "2026-11-22").out == ran.out
    assert factcheck("docs/wrong.md", "docs", "--format", "json", "--as-of", "2026-11-22").out == ran.out


@pytest.mark.usefixtures("documents")
def test_output_file_is_the_report(factcheck: Command, tmp_path: Path) -> None:
    printed = factcheck("docs", "--format", "json").out
    (tmp_path / "out.json").write_text("old", encoding="utf-8")
    ran = factcheck("docs", "--format", "json", "-o", "out.json")
    assert (ran.status, ran.out) == (1, "")
    assert (tmp_path / "out.json").read_text(encoding="utf-8") == printed
    assert sorted(path.name for path in tmp_path.iterdir()) == ["docs", "out.json"]


def test_piped_document_has_the_name_it_is_given(factcheck: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(WRONG.encode())))
    ran = factcheck("-", "--stdin-filename", "draft/page.md", "--format", "json")
    assert ran.status == 1
    assert [document["path"] for document in json.loads(ran.out)["documents"]] == ["draft/page.md"]


def test_a_folder_without_documents_is_fine(factcheck: Command, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    ran = factcheck("empty")
    assert (ran.status, ran.out) == (0, "")
    assert "no documents to check in empty" in ran.err


def test_settings_come_from_the_nearest_file(factcheck: Command, documents: Path, tmp_path: Path) -> None:
    (tmp_path / ".factcheck.yaml").write_text("ignore: FC201\n", encoding="utf-8")
    assert factcheck("docs").status == 0
    assert factcheck("docs", "--isolated").status == 1
    (tmp_path / ".factcheck.yaml").write_text("exclude: ['docs/wr*']\n", encoding="utf-8")
    assert factcheck("docs").status == 0
    assert factcheck("docs/wrong.md").status == 1
    assert factcheck("docs/wrong.md", "--force-exclude").status == 0
    (tmp_path / ".factcheck.yaml").write_text("select: [FC999]\n", encoding="utf-8")
    assert ".factcheck.yaml:1:1: select: no check" in factcheck("docs").err
    assert documents.exists()


@pytest.mark.usefixtures("documents")
def test_colour_only_where_it_is_wanted(factcheck: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b[" not in factcheck("docs").out
    assert "\x1b[" in factcheck("docs", "--color", "always").out
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" in factcheck("docs").out
    assert "\x1b[" not in factcheck("docs", "--color", "never").out


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("choice", "environment", "terminal", "expected"),
    [
        ("auto", {}, True, True),
        ("auto", {}, False, False),
        ("auto", {"NO_COLOR": "1"}, True, False),
        ("auto", {"NO_COLOR": ""}, True, True),
        ("auto", {"FORCE_COLOR": "1"}, False, True),
        ("auto", {"FORCE_COLOR": ""}, False, False),
        ("auto", {"NO_COLOR": "1", "FORCE_COLOR": "1"}, True, False),
        ("auto", {"TERM": "dumb"}, True, False),
        ("always", {"NO_COLOR": "1"}, False, True),
        ("never", {"FORCE_COLOR": "1"}, True, False),
    ],
)
def test_the_option_beats_the_environment(
    choice: str, environment: dict[str, str], terminal: bool, expected: bool
) -> None:
    assert wants_colour(choice, Terminal() if terminal else io.StringIO(), environment) is expected


def test_explain_tells_of_a_code_by_code_and_name(factcheck: Command) -> None:
    ran = factcheck("explain", "FC201")
    assert ran.status == 0
    assert ran.out.startswith("FC201 wrong-category (error)\n\n")
    assert factcheck("explain", "fc201").out == factcheck("explain", "wrong-category").out == ran.out


def test_a_severity_in_the_settings_counts_for_findings_why_and_explain(factcheck: Command, documents: Path) -> None:
    settings = documents.parent / ".factcheck.yaml"
    settings.write_text("severity:\n  FC2: note\n  aga-not-immune: warning\n", encoding="utf-8")
    ran = factcheck("docs")
    assert ran.status == 0
    assert "note  FC201" in ran.out
    assert "error" not in factcheck("why", "docs/wrong.md:1").out
    assert "severity    warning (by your settings; error in its pack)\n" in factcheck("explain", "aga-not-immune").out
    assert factcheck("explain", "FC201").out.startswith("FC201 wrong-category (note by your settings)\n")
    settings.write_text("severity: {FC7: note, aga-not-imune: note}\n", encoding="utf-8")
    assert factcheck("docs").err.splitlines() == [
        '.factcheck.yaml:1:1: severity: no check has the code "FC7"; '
        "allowed: FC101, FC102, FC201, FC202, FC203, FC204, FC205, FC301, FC302, FC401, …",
        '.factcheck.yaml:1:1: severity: no code and no fact is called "aga-not-imune"; did you mean "aga-not-immune"?',
    ]


@pytest.mark.parametrize(
    ("name", "kind", "told"),
    [
        ("androgenetic-alopecia", "entity", "aga-not-immune"),
        ("brand-of", "relation", "verb        contain, "),
        ("birch-2002", "citation", "aga-not-immune"),
    ],
)
def test_explain_tells_of_entities_relations_and_sources(factcheck: Command, name: str, kind: str, told: str) -> None:
    ran = factcheck("explain", name)
    assert ran.out.startswith(f"{name} ({kind})\n")
    assert told in ran.out


@pytest.mark.usefixtures("documents")
def test_explain_tells_of_every_fact_that_a_finding_names(factcheck: Command) -> None:
    report = json.loads(factcheck(str(ROOT / "seeds"), "--format", "json").out)
    facts = {finding["fact"] for document in report["documents"] for finding in document["findings"]} - {None}
    assert facts
    for fact in facts:
        ran = factcheck("explain", fact)
        assert ran.status == 0, fact
        assert ran.out.startswith(f"{fact} ("), fact


def test_rules_validate_finds_no_mistake_in_what_we_ship(factcheck: Command) -> None:
    validated = factcheck("rules", "validate")
    assert validated.out == "hair-loss, common-medicine, medicines: no mistakes\n"
    assert validated == factcheck("rules", "validate", *Config().rules)


@pytest.mark.timeout(300)
def test_rules_test_passes_every_example(factcheck: Command) -> None:
    ran = factcheck("rules", "test")
    assert ran.status == 0, ran.out
    assert ran.out.endswith(", 0 not\n")


def _python(*arguments: str) -> list[str]:
    return [sys.executable, *arguments]


def test_a_reader_that_goes_away_is_no_bug(documents: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "wb") as stdout:
        ran = subprocess.run(
            _python("-m", "factcheck", str(documents)), stdout=stdout, stderr=subprocess.PIPE, cwd=ROOT, check=False
        )
    assert ran.returncode == 141
    assert ran.stderr == b""


def test_the_version_is_told_without_loading_anything_heavy() -> None:
    script = (
        "import sys; from factcheck.__main__ import main; main(['--version']);"
        "print(sorted({name.split('.')[0] for name in sys.modules}))"
    )
    out = subprocess.run(_python("-c", script), capture_output=True, text=True, cwd=ROOT, check=True).stdout
    assert out.startswith("factcheck ")
    for heavy in ("yaml", "jsonschema", "rapidfuzz", "pyromark", "ahocorasick_rs", "pathspec", "json", "asyncio"):
        assert f"'{heavy}'" not in out


def test_every_command_of_the_table_has_its_own_help(factcheck: Command) -> None:
    overview = factcheck("--help").out
    for name in COMMANDS:
        assert name in overview
        ran = factcheck(name, "--help")
        assert ran.status == 0
        assert f"factcheck {name}" in ran.out
