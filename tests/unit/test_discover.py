"""Which files are taken, in which order, under which name, and what is said of those that are missing."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.discover import discover
from factcheck.errors import UserErrors

Make = Callable[..., None]


@pytest.fixture
def make(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Make:
    """Makes files by their paths, in a folder of their own that is the working directory."""
    monkeypatch.chdir(tmp_path)

    def write(*paths: str, text: str = "a") -> None:
        for path in paths:
            file = tmp_path / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")

    return write


def found(*paths: str) -> list[str]:
    """The paths of the sources."""
    return [source.path for source in discover(paths)]


def test_walks_in_order_and_takes_what_has_a_reader(make: Make) -> None:
    make("b.md", "a/z.txt", "a/B.MDX", "a/c/d.html", "a/x.py", "a/README", ".hidden.md", ".git/x.md", "a/.b/c.md")
    assert found(".") == ["a/B.MDX", "a/c/d.html", "a/z.txt", "b.md"]
    assert found("a", "b.md", "./a/", "a/z.txt") == found(".")
    assert found("b.md", "a") == found("a", "b.md")


def test_nothing_is_nothing(make: Make) -> None:
    make("a/x.py")
    assert found() == found("a") == []


def test_a_named_file_is_taken_whatever_it_is(make: Make) -> None:
    make(".hidden", "x.py", "ignored.md", ".x/a.md")
    make(".gitignore", text="ignored.md\n")
    assert found(".hidden", "x.py", "ignored.md") == [".hidden", "ignored.md", "x.py"]
    assert found(".") == []
    assert found(".x") == [".x/a.md"]


def test_ignore_files_nest_and_the_nearest_decides(make: Make) -> None:
    make("keep.md", "drop.md", "build/a.md", "docs/drop.md", "docs/build/a.md", "docs/x/local.md", "docs/x/y/local.md")
    make(".gitignore", text="drop.md\n/build/\n# build\n")
    make("docs/.gitignore", text="!drop.md\nx/*.md\n")
    assert found(".") == ["docs/build/a.md", "docs/drop.md", "docs/x/y/local.md", "keep.md"]


def test_ignore_files_above_count_within_a_repository(make: Make) -> None:
    make("repo/docs/a.md", "repo/docs/b.md")
    make("repo/.gitignore", text="docs/b.md\n")
    assert found("repo/docs") == ["repo/docs/a.md", "repo/docs/b.md"]
    make("repo/.git/HEAD")
    assert found("repo/docs") == ["repo/docs/a.md"]


def test_links_loop_and_repeat(make: Make, tmp_path: Path) -> None:
    make("a/z.md", "elsewhere/b.md")
    (tmp_path / "a/loop").symlink_to(tmp_path / "a", target_is_directory=True)
    (tmp_path / "a/a.md").symlink_to(tmp_path / "a/z.md")
    (tmp_path / "a/gone.md").symlink_to(tmp_path / "a/none.md")
    (tmp_path / "a/self.md").symlink_to(tmp_path / "a/self.md")
    (tmp_path / "a/other").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    assert found("a") == ["a/other/b.md", "a/z.md"]
    assert found("a", "a/a.md") == ["a/a.md", "a/other/b.md"]
    assert found("a", "elsewhere") == ["a/z.md", "elsewhere/b.md"]


def test_names_outside_are_as_given(make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make("here/a.md", "there/b.md")
    monkeypatch.chdir(tmp_path / "here")
    outside = (tmp_path / "there" / "b.md").as_posix()
    assert found("../there", str(tmp_path / "here")) == ["../there/b.md", "a.md"]
    assert found(outside) == [outside]
    assert discover(["a.md"])[0].file.read_text(encoding="utf-8") == "a"


def test_globs_that_no_shell_expanded(make: Make) -> None:
    make("a/b.md", "a/c/d.md", "a/e.txt", "[x].md")
    assert found("a/**/*.md") == ["a/b.md", "a/c/d.md"]
    assert found("[x].md") == ["[x].md"]


@pytest.mark.parametrize(
    ("named", "said"),
    [
        ("artcle.md", 'artcle.md: no such file or folder; did you mean "article.md"?'),
        ("dcs/guide.md", "dcs/guide.md: no such file or folder"),
        ("docs/giude.md", 'docs/giude.md: no such file or folder; did you mean "docs/guide.md"?'),
        ("zzz", "zzz: no such file or folder"),
        ("docs/*.html", "docs/*.html: no such file or folder"),
        ("a\0b", "a\0b: no such file or folder"),
        ("x" * 5000, "x" * 5000 + ": no such file or folder"),
        ("article.md/x", "article.md/x: no such file or folder"),
    ],
)
def test_a_missing_path_is_told_with_the_nearest_name(make: Make, named: str, said: str) -> None:
    make("article.md", "docs/guide.md")
    with pytest.raises(UserErrors) as caught:
        discover([named])
    assert str(caught.value) == said


def test_all_missing_paths_are_told_at_once(make: Make) -> None:
    make("a.md")
    with pytest.raises(UserErrors) as caught:
        discover(["x1", "a.md", "x2"])
    assert [error.place for error in caught.value.errors] == ["x1", "x2"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the superuser may list every folder")
def test_a_folder_that_cannot_be_listed_is_told(make: Make, tmp_path: Path) -> None:
    make("a/b/c.md")
    (tmp_path / "a/b").chmod(0)
    try:
        with pytest.raises(UserErrors, match="a/b: cannot be listed"):
            discover(["a"])
    finally:
        (tmp_path / "a/b").chmod(0o755)
