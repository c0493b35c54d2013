"""The diff: empty where nothing changed, and taken by git as it is, whatever the line ends."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from factcheck.report.diff import unified_diff
from factcheck.report.look import Look

LINES = [f"line {number}" for number in range(1, 31)]


def changed(*numbers: int) -> str:
    """The lines, those of the numbers in capitals."""
    return "".join(f"{line.upper() if at in numbers else line}\n" for at, line in enumerate(LINES, 1))


def heads(diff: str) -> list[str]:
    return [line for line in diff.splitlines() if line.startswith("@@")]


@pytest.mark.parametrize("text", ["", "a", "a\n", "a\r\nb\r\n", "\n\n"])
def test_equal_texts_have_no_diff(text: str) -> None:
    assert unified_diff("page.md", text, text) == ""


def test_another_number_of_lines_is_a_bug() -> None:
    with pytest.raises(ValueError, match="zip"):
        unified_diff("page.md", "a\nb\n", "a\n")


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ((1,), ["@@ -1,4 +1,4 @@"]),
        ((30,), ["@@ -27,4 +27,4 @@"]),
        ((10,), ["@@ -7,7 +7,7 @@"]),
        ((10, 11), ["@@ -7,8 +7,8 @@"]),
        ((10, 17), ["@@ -7,14 +7,14 @@"]),
        ((10, 18), ["@@ -7,7 +7,7 @@", "@@ -15,7 +15,7 @@"]),
        ((1, 15, 30), ["@@ -1,4 +1,4 @@", "@@ -12,7 +12,7 @@", "@@ -27,4 +27,4 @@"]),
    ],
)
def test_changes_stand_in_hunks_with_three_lines_around(numbers: tuple[int, ...], expected: list[str]) -> None:
    assert heads(unified_diff("page.md", changed(), changed(*numbers))) == expected


def test_neighbours_stand_together_and_a_missing_line_end_is_told() -> None:
    assert unified_diff("page.md", "a\nb\nc", "a\nB\nC") == (
        "--- page.md\n+++ page.md\n@@ -1,3 +1,3 @@\n a\n-b\n-c\n\\ No newline at end of file\n"
        "+B\n+C\n\\ No newline at end of file\n"
    )


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not here")
@pytest.mark.parametrize(
    ("before", "after"),
    [
        (changed(), changed(1, 15, 30)),
        (changed(), changed(*range(1, 31))),
        (changed()[:-1], changed(30)[:-1]),
        ("\ufeffa\r\nb\r\nc\r\n", "\ufeffA\r\nb\r\nC\r\n"),
        ("a\rb\x0b\u2028c", "A\rb\x0b\u2028C"),
        ("\x1b[31mÉ 😀\n\nx", "\x1b[31mÉ 😀\n\ny"),
    ],
)
def test_git_applies_it(tmp_path: Path, before: str, after: str) -> None:
    page = tmp_path / "docs" / "my page.md"
    page.parent.mkdir()
    page.write_bytes(before.encode())
    diff = unified_diff("docs/my page.md", before, after).encode()
    command = ["git", "-c", "core.autocrlf=false", "apply", "-p0", "--whitespace=nowarn", "-"]
    ran = subprocess.run(command, input=diff, cwd=tmp_path, capture_output=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert page.read_bytes() == after.encode()


def test_for_reading_it_has_colours_and_nothing_that_a_terminal_obeys() -> None:
    plain = unified_diff("page.md", "\x1b[2Ja\r\nb\n", "\x1b[2JA\r\nb\n", Look())
    assert plain == "--- page.md\n+++ page.md\n@@ -1,2 +1,2 @@\n-\\x1b[2Ja\n+\\x1b[2JA\n b\n"
    inked = unified_diff("page.md", "a\nb", "A\nb", Look(colour=True))
    assert "\x1b[1;31m-a\x1b[0m\n\x1b[32m+A\x1b[0m\n b\n" in inked
