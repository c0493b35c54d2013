"""Which report goes where: formats and files paired by their order, and pairs that are refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factcheck.cli import targets as module
from factcheck.cli.check import command
from factcheck.cli.targets import Target, diff_target
from factcheck.errors import UserError

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Command


def wanted(*words: str) -> list[tuple[str, str | None]]:
    """The targets of a command line, each as its format and its file."""
    with command.make_context("check", ["docs", *words]) as context:
        return [(each.format_name, each.output) for each in context.params["targets"]]


@pytest.mark.parametrize(
    ("words", "targets"),
    [
        ("", [("text", None)]),
        ("-o x", [("text", "x")]),
        ("--format json", [("json", None)]),
        ("--format json -o x", [("json", "x")]),
        ("-o x --format json", [("json", "x")]),
        ("--format=json -ox", [("json", "x")]),
        ("--output=x --format=json", [("json", "x")]),
        ("--format json -qox", [("json", "x")]),
        ("--format json -o -", [("json", "-")]),
        ("-o x --format json --format text", [("json", "x"), ("text", None)]),
        ("--format text --format sarif -o x", [("text", None), ("sarif", "x")]),
        ("--format sarif -o x other.md --format text", [("sarif", "x"), ("text", None)]),
        ("--format text --format text -o x", [("text", None), ("text", "x")]),
        ("--format junit -o x --format sarif -o y -q --format csv", [("junit", "x"), ("sarif", "y"), ("csv", None)]),
        ("--format json -o x -- --format", [("json", "x")]),
    ],
)
def test_a_file_belongs_to_the_format_before_it(words: str, targets: list[tuple[str, str | None]]) -> None:
    assert wanted(*words.split()) == targets


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("-o x -o y", "-o y: is a second file for one report; put a --format before each -o"),
        ("--format json -o x -o y", "-o y: is a second file for --format json; put a --format before each -o"),
        ("-o x --format json -o y", "-o y: is a second file for --format json; put a --format before each -o"),
        (
            "--format text --format json",
            "--format json: goes to standard output, as --format text does; put -o FILE behind one of them",
        ),
        (
            "--format json -o - --format text",
            "--format text: goes to standard output, as --format json does; put -o FILE behind one of them",
        ),
        (
            "--format json --format json",
            "--format json: stands here twice; leave one out, or put -o FILE behind it",
        ),
        (
            "--format json -o x --format sarif -o x",
            "-o x: is where --format json goes already; name another file",
        ),
        (
            "--format json -o x --format sarif -o sub/../x",
            "-o sub/../x: is where --format json goes already; name another file",
        ),
    ],
)
def test_reports_that_clash_are_refused(words: str, told: str) -> None:
    with pytest.raises(UserError) as caught:
        wanted(*words.split())
    assert str(caught.value) == told


def test_a_link_to_a_file_is_that_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "x").write_text("", encoding="utf-8")
    (tmp_path / "link").symlink_to("x")
    assert wanted(*["--format", "json", "-o", "x", "--format", "sarif", "-o", "y"]) == [("json", "x"), ("sarif", "y")]
    with pytest.raises(UserError, match="-o link: is where --format json goes already"):
        wanted(*["--format", "json", "-o", "x", "--format", "sarif", "-o", "link"])


def test_a_format_of_folders_wants_one(monkeypatch: pytest.MonkeyPatch) -> None:
    assert wanted("--format", "markdown") == [("markdown", None)]
    monkeypatch.setattr(module, "FOLDER_FORMATS", ("markdown",))
    assert wanted("--format", "markdown", "-o", "out") == [("markdown", "out")]
    for words in (["--format", "markdown"], ["--format", "markdown", "-o", "-"]):
        with pytest.raises(UserError, match="--format markdown: writes a folder; put -o DIR behind it"):
            wanted(*words)


def test_a_diff_takes_the_place_of_the_text_report() -> None:
    text, printed, filed = Target("text", "x"), Target("json"), Target("json", "y")
    assert diff_target([filed]) == Target("text")
    assert diff_target([filed, text]) is text
    assert diff_target([printed, text]) is text
    with pytest.raises(UserError, match="prints a diff and no report; leave out --format json, or put -o FILE"):
        diff_target([printed])


def test_an_unknown_format_is_answered_with_the_nearest(factcheck: Command) -> None:
    ran = factcheck("docs", "--format", "text", "--format", "sarfi", "-o", "x")
    assert (ran.status, ran.out) == (2, "")
    assert 'not "sarfi"; did you mean "sarif"?' in ran.err
