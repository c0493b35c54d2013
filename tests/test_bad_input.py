"""What users get wrong, and what documents and packs do: a clear word, the place, the way out, the right status."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from factcheck.cli import check
from tests.scratch_project import WRONG

if TYPE_CHECKING:
    from tests.conftest import Command


@pytest.mark.usefixtures("documents")
def test_output_that_cannot_be_written_is_a_mistake(factcheck: Command) -> None:
    ran = factcheck("docs", "-o", "nowhere/out.json")
    assert ran.status == 2
    assert "-o nowhere/out.json: cannot be written" in ran.err


@pytest.mark.usefixtures("documents")
@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("docs/wrog.md",), "docs/wrog.md: no such file or folder"),
        (("chek", "docs"), 'did you mean "check"?'),
        (("docs", "--fromat", "json"), "--fromat: no such option; did you mean --format or --text-format?"),
        (("--verison",), "did you mean --version?"),
        (("docs", "--format", "jsn"), 'not "jsn"; did you mean "json"?'),
        (("docs", "--fail-on", "eror"), 'did you mean "error"?'),
        (("docs", "--color", "allways"), 'did you mean "always"?'),
        (("docs", "--as-of", "22.11.2026"), '--as-of: takes a date such as 2026-11-22, not "22.11.2026"'),
        (("docs", "--as-of", "2026-02-30"), 'not "2026-02-30"'),
        (("docs", "--select", "FC210"), 'no check has the code "FC210"; did you mean "FC2'),
        (("docs", "--ignore", "FC7"), 'no check has the code "FC7"'),
        (("docs", "--ignore", "no-such-fact-at-all"), 'no code and no fact is called "no-such-fact-at-all"'),
        (("docs", "--rules", "hairloss"), "hair-loss"),
        (("docs", "--config", "gone.yaml"), "gone.yaml: cannot be read"),
        (("docs", "--config", "gone.yaml", "--isolated"), "--isolated: stands beside --config"),
        (("explain", "FC999"), 'no code and no fact is called "FC999"'),
        (("rules", "lst"), "list"),
        (("check",), "PATH"),
    ],
)
def test_a_mistake_is_answered_with_the_way_out(factcheck: Command, options: tuple[str, ...], told: str) -> None:
    ran = factcheck(*options)
    assert ran.status == 2
    assert told in ran.err
    assert "Traceback" not in ran.err


@pytest.mark.usefixtures("documents")
@pytest.mark.parametrize("extra", [(), ("--exit-zero",)])
def test_the_other_documents_are_reported_beside_a_missing_one(factcheck: Command, extra: tuple[str, ...]) -> None:
    ran = factcheck("docs/gone.md", "docs/wrong.md", *extra)
    assert ran.status == 2
    assert "FC201" in ran.out
    assert "docs/gone.md: no such file or folder" in ran.err


@pytest.mark.parametrize("content", [b"\x00\x01\x02PNG\x00", b"\xfa\xfb caf\xe9 \x80\x81"])
def test_an_unreadable_document_is_a_finding(factcheck: Command, documents: Path, content: bytes) -> None:
    (documents / "broken.md").write_bytes(content)
    found = factcheck("docs")
    assert found.status == 1
    assert "FC901" in found.out
    assert "FC201" in found.out
    named = factcheck("docs/broken.md", "docs/wrong.md")
    assert named.status == 2
    assert "FC901" in named.out
    assert "FC201" in named.out


def test_a_broken_pack_stops_the_run_with_its_place(factcheck: Command, documents: Path, tmp_path: Path) -> None:
    pack = tmp_path / "pack"
    pack.mkdir()
    (pack / "pack.yaml").write_text("id: pack\nversion: 0.1.0\ntitel: A pack\n", encoding="utf-8")
    for command in (
        ("docs", "--rules", "./pack"),
        ("rules", "validate", "./pack"),
        ("rules", "list", "--rules", "./pack"),
    ):
        ran = factcheck(*command)
        assert ran.status == 2
        assert "pack.yaml:3" in ran.err
        assert "titel" in ran.err
        assert ran.out == ""
    assert documents.exists()


def test_a_mistake_in_the_settings_has_its_place(factcheck: Command, tmp_path: Path) -> None:
    (tmp_path / ".factcheck.yaml").write_text("# ours\nas-off: 2026-01-01\n", encoding="utf-8")
    ran = factcheck(".")
    assert ran.status == 2
    assert '.factcheck.yaml:2:1: unknown key "as-off"; did you mean "as-of"?\n  as-off: 2026-01-01\n  ^' in ran.err


@pytest.mark.usefixtures("documents")
@pytest.mark.parametrize(
    ("fault", "status", "told"), [(ValueError("boom"), 3, "bug in factcheck"), (KeyboardInterrupt(), 130, "stopped")]
)
def test_a_bug_is_no_mistake_and_no_finding(
    factcheck: Command, monkeypatch: pytest.MonkeyPatch, fault: BaseException, status: int, told: str
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise fault

    monkeypatch.setattr(check, "check_sources", fail)
    ran = factcheck("docs")
    assert ran.status == status
    assert told in ran.err.splitlines()[-1]
    assert ran.out == ""


def test_what_a_document_holds_never_reaches_the_terminal_raw(factcheck: Command, documents: Path) -> None:
    (documents / "wrong.md").write_text("\x1b]0;owned\x07\u202e" + WRONG, encoding="utf-8")
    for options in ((), ("--format", "json"), ("--color", "never")):
        out = factcheck("docs", *options).out
        assert "FC201" in out
        assert not {"\x1b", "\x07", "\u202e"} & set(out)
