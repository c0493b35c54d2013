"""`--format html -o DIR`: the folder is made, renewed and kept apart from everything else."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from factcheck.discover import PAGES as LIST
from tests.site_of import PAGES, WRONG

if TYPE_CHECKING:
    from tests.conftest import Command


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, text in PAGES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def files(folder: Path) -> dict[str, bytes]:
    found = (file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in found}


def test_a_folder_is_written_beside_a_text_report(factcheck: Command, documents: Path) -> None:
    ran = factcheck("docs", "blog", "--format", "text", "--format", "html", "-o", "out/report")
    assert ran.status == 1
    assert "docs/wrong.md" in ran.out
    there = files(documents / "out/report")
    assert "index.html" in there
    assert "documents/docs--wrong.md.html" in there
    again = factcheck("docs", "blog", "--format", "html", "-o", "out/report")
    assert again.out == ""
    assert files(documents / "out/report") == there


def test_pages_of_documents_that_are_gone_are_removed(factcheck: Command, documents: Path) -> None:
    factcheck("docs", "--format", "html", "-o", "report")
    (documents / "report/mine.txt").write_text("mine", encoding="utf-8")
    assert "rules.html" in (documents / "report" / LIST).read_text(encoding="utf-8").splitlines()
    factcheck("docs/right.md", "--format", "html", "-o", "report")
    there = files(documents / "report")
    assert "documents/docs--right.md.html" in there
    assert "documents/docs--wrong.md.html" not in there
    assert there["mine.txt"] == b"mine"


def test_a_list_that_names_files_elsewhere_removes_nothing(factcheck: Command, documents: Path) -> None:
    factcheck("docs", "--format", "html", "-o", "report")
    outside = documents / "outside.md"
    outside.write_text(WRONG, encoding="utf-8")
    listed = documents / "report" / LIST
    listed.write_text(f"../outside.md\n{outside.as_posix()}\ndocuments/../../outside.md\n", encoding="utf-8")
    factcheck("docs", "--format", "html", "-o", "report")
    assert outside.exists()


def test_what_is_no_report_is_left_alone(factcheck: Command, documents: Path) -> None:
    before = files(documents)
    for folder, why in (("docs", "holds files that are no such report"), ("docs/wrong.md", "is a file")):
        ran = factcheck("blog", "--format", "html", "-o", folder)
        assert ran.status == 2
        assert why in ran.err
    assert files(documents) == before


@pytest.mark.parametrize(
    ("options", "why"),
    [
        ((), "--format html: writes a folder"),
        (("-o", "-"), "--format html: writes a folder"),
        (("-o", "report", "--fix"), "stands beside --fix"),
        (("-o", "report", "--diff"), "stands beside --diff"),
    ],
)
def test_options_that_say_nothing_together_are_refused(
    factcheck: Command, documents: Path, options: tuple[str, ...], why: str
) -> None:
    ran = factcheck("docs", "--format", "html", *options)
    assert ran.status == 2
    assert why in ran.err
    assert not (documents / "report").exists()


def test_a_baseline_tells_new_findings_from_known_ones(factcheck: Command, documents: Path) -> None:
    factcheck("baseline", "docs", "-o", "known.json")
    (documents / "docs/right.md").write_text("# A second page\n\nSee ruxolitinibb.\n", encoding="utf-8")
    factcheck("docs", "--baseline", "known.json", "--format", "html", "-o", "report")
    there = files(documents / "report")
    index = there["index.html"].decode()
    assert "known from the baseline" in index
    assert 'class="finding error known"' in there["documents/docs--wrong.md.html"].decode()
    assert 'class="finding error"' in there["documents/docs--right.md.html"].decode()


def test_the_pages_of_a_report_are_no_documents(factcheck: Command, documents: Path) -> None:
    before = factcheck(".").out
    factcheck("docs", "--format", "html", "-o", "build/report")
    assert factcheck(".").out == before
    assert "build/report/rules.html" in factcheck("build/report", "--show-files").out
