"""`--fix`, `--unsafe-fixes` and `--diff` as users meet them: what is written, printed, counted and refused."""

from __future__ import annotations

import codecs
import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from factcheck.fixing import rounds
from factcheck.readers import MAX_BYTES
from factcheck.run import check_bytes
from tests.scratch_project import RIGHT, WRONG

if TYPE_CHECKING:
    from factcheck.config import Config
    from factcheck.discover import Source
    from factcheck.model.finding import DocumentReport
    from tests.conftest import Command

ROOT = Path(__file__).resolve().parent.parent
NAME = "Ruxotilinib is a JAK inhibitor.\n"
FIXED = "Ruxolitinib is a JAK inhibitor.\n"
TERM = "The Federal Drug Administration met today.\n"
REWORDED = "The Food and Drug Administration met today.\n"
PACK = """entities:
  migraine: {name: migraine, is: [disease]}
  ubrogepant: {name: ubrogepant, is: [drug]}
facts:
  - id: ubrogepant-no-cure
    claim: {subject: ubrogepant, relation: cures, object: migraine, polarity: no, suggest: Ubrogepant shortens migraine}
    says: Ubrogepant shortens attacks; it cures no migraine.
    sources: [book]
    examples: {wrong: [A., B.], right: [C.], silent: [D., E.]}
citations:
  book: {title: Book, publisher: Press, year: 2024, seen: true}
"""


@pytest.fixture
def pages(documents: Path) -> Path:
    """A folder with a right and a wrong document, one with a misspelled name and a term, and one with a name."""
    (documents / "name.md").write_bytes(NAME.encode())
    (documents / "term.txt").write_bytes((NAME + "\n" + TERM).encode())
    return documents


def held(folder: Path) -> dict[str, bytes]:
    """What the files of a folder hold."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def pipe(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    """Have these bytes piped in."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


@pytest.mark.parametrize("options", [("--fix",), ("--fix", "--unsafe-fixes"), ("--diff",), ("--fix", "--diff")])
def test_what_has_no_fix_is_left_alone(factcheck: Command, documents: Path, options: tuple[str, ...]) -> None:
    before = held(documents)
    times = [path.stat().st_mtime_ns for path in sorted(documents.iterdir())]
    plain, ran = factcheck("docs"), factcheck("docs", *options)
    assert held(documents) == before
    assert [path.stat().st_mtime_ns for path in sorted(documents.iterdir())] == times
    assert ran.out == ("" if "--diff" in options else plain.out)
    assert ran.status == (0 if "--diff" in options else plain.status)
    said = "Would fix" if "--diff" in options else "Fixed"
    assert ran.err == f"{said} nothing; 1 left\n"
    right = factcheck("docs/right.md", *options)
    assert (right.status, right.err) == (0, "")


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--unsafe-fixes",), "--unsafe-fixes: fixes nothing by itself; add --fix to write or --diff to look"),
        (("--diff", "--format", "json"), "--diff: prints a diff and no report; leave out --format json"),
        (("--fxi",), "--fxi: no such option; did you mean --config or --fix?"),
    ],
)
def test_options_that_say_nothing_are_refused(
    factcheck: Command, pages: Path, options: tuple[str, ...], told: str
) -> None:
    before = held(pages)
    ran = factcheck("docs", *options)
    assert (ran.status, ran.out) == (2, "")
    assert told in ran.err
    assert held(pages) == before


def test_safe_fixes_are_written_and_the_rest_is_reported(factcheck: Command, pages: Path) -> None:
    ran = factcheck("docs", "--fix")
    assert ran.status == 1
    assert held(pages) == {
        "name.md": FIXED.encode(),
        "term.txt": (FIXED + "\n" + TERM).encode(),
        "right.md": RIGHT.encode(),
        "wrong.md": WRONG.encode(),
    }
    assert ran.err == "Fixed 2 findings in 2 files; 2 left (1 more with --unsafe-fixes)\n"
    assert ran.out == factcheck("docs").out
    assert "FC201" in ran.out
    assert "FC101" not in ran.out
    again = factcheck("docs", "--fix")
    assert (again.out, again.status) == (ran.out, 1)
    assert again.err == "Fixed nothing; 2 left (1 more with --unsafe-fixes)\n"


def test_a_run_that_fixes_all_that_counts_passes(factcheck: Command, pages: Path) -> None:
    ran = factcheck("docs/name.md", "docs/term.txt", "--fix")
    assert ran.status == 0
    assert factcheck("docs/term.txt", "--fix", "--fail-on", "note").status == 1
    assert factcheck("docs/wrong.md", "--fix", "--exit-zero").status == 0
    bold = factcheck("docs/term.txt", "--fix", "--unsafe-fixes", "--fail-on", "note")
    assert (bold.status, bold.err) == (0, "Fixed 1 finding in 1 file; none left\n")
    assert (pages / "term.txt").read_text(encoding="utf-8") == FIXED + "\n" + REWORDED


def test_quiet_says_nothing_of_fixes(factcheck: Command, pages: Path) -> None:
    ran = factcheck("docs/name.md", "--fix", "--quiet")
    assert (ran.status, ran.out, ran.err) == (0, "", "")
    assert (pages / "name.md").read_text(encoding="utf-8") == FIXED


def test_every_format_reports_what_is_left(factcheck: Command, pages: Path) -> None:
    ran = factcheck("docs", "--fix", "--format", "json", "-o", "left.json")
    assert (ran.status, ran.out) == (1, "")
    left = json.loads((pages.parent / "left.json").read_text(encoding="utf-8"))
    assert left["summary"]["by_code"] == {"FC201": 1, "FC501": 1}
    assert json.loads(factcheck("docs", "--fix", "--format", "json").out) == left


def test_a_name_split_by_markup_is_told_and_left(factcheck: Command, pages: Path) -> None:
    (pages / "name.md").write_text("Ruxo**til**inib is a JAK inhibitor.\n", encoding="utf-8")
    ran = factcheck("docs/name.md", "--fix", "--format", "json")
    (finding,) = json.loads(ran.out)["documents"][0]["findings"]
    assert finding["fixes"] == []
    assert finding["message"] == (
        '"Ruxotilinib" is a misspelling of Ruxolitinib; '
        'markup or a line end is in the way, so change it by hand to "Ruxolitinib".'
    )
    assert ran.err == "Fixed nothing; 1 left\n"


def test_the_wording_that_a_fact_suggests_is_an_unsafe_fix(factcheck: Command, tmp_path: Path) -> None:
    (tmp_path / "pack").mkdir()
    head = "id: pack\nversion: 0.1.0\ntitle: A pack\nrequires: [biomedical]\n"
    (tmp_path / "pack" / "pack.yaml").write_text(head, encoding="utf-8")
    for part in re.split(r"\n(?=[a-z])", PACK):
        (tmp_path / "pack" / f"{part.partition(':')[0]}.yaml").write_text(part, encoding="utf-8")
    (tmp_path / "page.md").write_text("Ubrogepant cures migraine.\n", encoding="utf-8")
    options = ("page.md", "--rules", "./pack", "--no-cache")
    careful = factcheck(*options, "--fix")
    assert careful.err == "Fixed nothing; 1 left (1 more with --unsafe-fixes)\n"
    assert "→ Ubrogepant shortens migraine" in careful.out
    assert factcheck(*options, "--fix", "--unsafe-fixes").err == "Fixed 1 finding in 1 file; none left\n"
    assert (tmp_path / "page.md").read_text(encoding="utf-8") == "Ubrogepant shortens migraine.\n"


def test_a_diff_is_printed_and_nothing_is_written(factcheck: Command, pages: Path) -> None:
    before = held(pages)
    ran = factcheck("docs", "--diff")
    assert ran.status == 1
    assert ran.out == (
        f"--- docs/name.md\n+++ docs/name.md\n@@ -1,1 +1,1 @@\n-{NAME}+{FIXED}"
        f"--- docs/term.txt\n+++ docs/term.txt\n@@ -1,3 +1,3 @@\n-{NAME}+{FIXED} \n {TERM}"
    )
    assert ran.err == "Would fix 2 findings in 2 files; 2 left (1 more with --unsafe-fixes)\n"
    assert factcheck("docs", "--fix", "--diff") == ran
    assert factcheck("docs", "--diff", "--exit-zero").status == 0
    assert f"+{REWORDED}" in factcheck("docs", "--diff", "--unsafe-fixes").out
    assert factcheck("docs", "--diff", "-o", "fixes.patch").out == ""
    assert (pages.parent / "fixes.patch").read_text(encoding="utf-8") == ran.out
    assert held(pages) == before


def test_a_diff_applied_is_what_fix_writes(factcheck: Command, pages: Path) -> None:
    (pages / "name.md").write_bytes(codecs.BOM_UTF8 + (NAME * 9).replace("\n", "\r\n").encode().rstrip())
    diff = factcheck("docs", "--diff").out
    before = held(pages)
    factcheck("docs", "--fix")
    fixed = held(pages)
    for name, data in before.items():
        (pages / name).write_bytes(data)
    command = ["git", "-c", "core.autocrlf=false", "apply", "-p0", "--whitespace=nowarn", "-"]
    subprocess.run(command, input=diff.encode(), cwd=pages.parent, check=True)
    assert held(pages) == fixed


def test_a_diff_in_colour_holds_nothing_that_a_terminal_obeys(factcheck: Command, pages: Path) -> None:
    (pages / "name.md").write_text("\x1b]0;owned\x07 " + NAME, encoding="utf-8")
    out = factcheck("docs/name.md", "--diff", "--color", "always").out
    assert "\x1b[32m+\\x1b]0;owned\\x07 Ruxolitinib" in out
    assert "\x07" not in out


@pytest.mark.parametrize("codec", ["utf-8", "utf-16-le"])
def test_what_is_piped_in_is_fixed_on_stdout(pages: Path, codec: str) -> None:
    mark = codecs.BOM_UTF16_LE if codec == "utf-16-le" else b""
    before = held(pages)
    command = [sys.executable, "-m", "factcheck", "-", "--stdin-filename", "docs/name.md", "--fix"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    given = mark + NAME.encode(codec)
    ran = subprocess.run(command, input=given, capture_output=True, cwd=pages.parent, env=environment, check=False)
    assert (ran.returncode, ran.stdout) == (0, mark + FIXED.encode(codec))
    assert re.search(rb"docs/name.md  \d claims? checked, no findings", ran.stderr)
    assert ran.stderr.endswith(b"Fixed 1 finding in 1 file; none left\n")
    assert held(pages) == before


@pytest.mark.parametrize("text", ["", RIGHT, WRONG, "\0", "é" * (MAX_BYTES // 2 + 9)], ids=len)
def test_what_is_piped_in_and_has_no_fix_comes_out_as_it_was(
    factcheck: Command, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    pipe(monkeypatch, text.encode())
    ran = factcheck("-", "--fix")
    assert ran.out == text
    assert "stdin.txt" in ran.err


def test_a_piped_document_and_its_report_in_a_file(
    factcheck: Command, pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pipe(monkeypatch, NAME.encode())
    ran = factcheck("-", "docs/wrong.md", "--fix", "--format", "json", "-o", "left.json")
    assert (ran.status, ran.out) == (1, FIXED)
    assert json.loads((pages.parent / "left.json").read_text(encoding="utf-8"))["summary"]["documents"] == 2
    pipe(monkeypatch, NAME.encode())
    diff = factcheck("-", "--diff")
    assert (diff.status, diff.out) == (1, f"--- stdin.txt\n+++ stdin.txt\n@@ -1,1 +1,1 @@\n-{NAME}+{FIXED}")


def test_a_read_only_file_is_told_and_the_others_are_fixed(factcheck: Command, pages: Path) -> None:
    (pages / "name.md").chmod(0o444)
    ran = factcheck("docs", "--fix")
    assert ran.status == 2
    assert ran.err.splitlines() == [
        "Fixed 1 finding in 1 file; 3 left (1 more with --unsafe-fixes)",
        "docs/name.md: is read-only, so it was not fixed; make it writable, or leave out --fix",
    ]
    assert "FC101" in ran.out
    assert (pages / "name.md").read_text(encoding="utf-8") == NAME
    assert (pages / "term.txt").read_text(encoding="utf-8") == FIXED + "\n" + TERM


def test_a_file_that_changed_meanwhile_is_told_and_left(
    factcheck: Command, pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def meddle(source: Source, raw: bytes, config: Config) -> DocumentReport:
        (pages / "name.md").write_text("Mine.\n", encoding="utf-8")
        return check_bytes(source, raw, config)

    monkeypatch.setattr(rounds, "check_bytes", meddle)
    ran = factcheck("docs/name.md", "--fix")
    assert ran.status == 2
    assert ran.err.splitlines()[-1] == (
        "docs/name.md: changed while it was checked, so it was not fixed; "
        "nothing was written to it; run factcheck again"
    )
    assert (pages / "name.md").read_text(encoding="utf-8") == "Mine.\n"


def test_a_link_is_followed_and_stays(factcheck: Command, pages: Path) -> None:
    (pages.parent / "linked.md").symlink_to("docs/name.md")
    assert factcheck("linked.md", "--fix").status == 0
    assert (pages.parent / "linked.md").is_symlink()
    assert (pages / "name.md").read_text(encoding="utf-8") == FIXED


@pytest.mark.parametrize("option", ["--fix", "--diff"])
def test_an_unreadable_document_is_told_beside_the_fixes(factcheck: Command, pages: Path, option: str) -> None:
    (pages / "name.md").write_bytes(b"\xff" + NAME.encode())
    ran = factcheck("docs/name.md", "docs/term.txt", option)
    assert ran.status == 2
    assert "This document cannot be read: not UTF-8 at byte 0" in ran.out + ran.err
    assert (pages / "name.md").read_bytes() == b"\xff" + NAME.encode()
    assert factcheck("docs/gone.md", "docs/term.txt", option).status == 2
