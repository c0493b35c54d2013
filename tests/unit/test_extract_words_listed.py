"""The word list, looked up as it is written, says what it says when it is taken apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.extract.words import _Listed
from factcheck.knowledge import rules_folder

LINES = "# a comment\n# with a\ttab\nab\tn:ab\nabc\tvb:abc n:abc\nb\t\n"


@pytest.fixture
def listed(tmp_path: Path) -> _Listed:
    path = tmp_path / "words.txt"
    path.write_text(LINES, encoding="utf-8")
    return _Listed(path)


@pytest.mark.parametrize("form", ["", "a", "abcd", "c", "#", "# with a", "a\t", "ab\t", "\n", "é", "n:ab", "with"])
def test_not_listed(form: str, listed: _Listed) -> None:
    assert listed.tags(form) is None


@pytest.mark.parametrize(("form", "tags"), [("ab", "n:ab"), ("abc", "vb:abc n:abc"), ("b", "")])
def test_listed(form: str, tags: str, listed: _Listed) -> None:
    assert listed.tags(form) == tags


def test_a_list_that_is_not_there(tmp_path: Path) -> None:
    assert _Listed(tmp_path / "none.txt").tags("a") is None


@pytest.mark.parametrize("few", [0, 10**9])
def test_the_list_of_the_english_pack(few: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.extract.words._FEW", few)
    path = rules_folder() / "english" / "words.txt"
    text = path.read_text(encoding="utf-8")
    pairs = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    assert [form for form, _ in pairs] == sorted({form for form, _ in pairs})
    assert text.endswith("\n")
    found = _Listed(path)
    assert all(found.tags(form) == tags for form, tags in pairs[::37] + pairs[-1:])
    assert [form for form, _ in pairs[::37] if found.tags(f"{form}#") is not None] == []
