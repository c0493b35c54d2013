"""YAML values: words stay words, dates are dates, and nothing dangerous is built."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from factcheck.errors import UserError
from factcheck.knowledge.yaml_file import Place, YamlFile, read_yaml


def read(tmp_path: Path, text: str) -> YamlFile:
    path = tmp_path / "file.yaml"
    path.write_bytes(text.encode("utf-8"))
    return read_yaml(path)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("yes", "yes"),
        ("no", "no"),
        ("on", "on"),
        ("Off", "Off"),
        ("y", "y"),
        ("true", True),
        ("FALSE", False),
        ("'true'", "true"),
        ("~", None),
        ("null", None),
        ("", None),
        ("''", ""),
        ("12", 12),
        ("-3", -3),
        ("0x1F", "0x1F"),
        ("007", "007"),
        ("0o17", "0o17"),
        ("1_000", "1_000"),
        ("12:30:45", "12:30:45"),
        ("9" * 400, "9" * 400),
        ("1.5", 1.5),
        (".5", 0.5),
        ("1e3", 1000.0),
        ("1.2.3", "1.2.3"),
        (".inf", ".inf"),
        (".nan", ".nan"),
        ("2026-11-22", date(2026, 11, 22)),
        ("'2026-11-22'", "2026-11-22"),
        ("2026-11-22 10:00:00", "2026-11-22 10:00:00"),
        ("=cause", "=cause"),
        ("<<", "<<"),
        ("! 12", 12),
        ("[no, 1, 2026-01-02]", ["no", 1, date(2026, 1, 2)]),
        ("{on: yes, no: [off]}", {"on": "yes", "no": ["off"]}),
        ("|\n  two\n  lines", "two\nlines\n"),
    ],
)
def test_value(text: str, value: Any, tmp_path: Path) -> None:
    found = read(tmp_path, f"key: {text}\n").data["key"]
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize("text", ["", "# only a comment\n", "---\n", "\ufeff"])
def test_empty_file(text: str, tmp_path: Path) -> None:
    assert read(tmp_path, text).data is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a: 1\na: 2\na: 3", ['2:1: key "a" stands twice', '3:1: key "a" stands twice']),
        ("a: {b: 1, b: {c: 2}}\nd: 1\nd: 2", ['1:11: key "b" stands twice', '3:1: key "d" stands twice']),
        ("a: &x [1]\nb: [*x, *x]", ["2:5: an alias (*x)", "2:9: an alias (*x)"]),
        ("a: &x\n  b: *x", ["2:6: an alias (*x)"]),
        ("a: !!python/object/apply:os.system [x]", ['1:4: tag "!!python/object/apply:os.system"']),
        ("a: !include x", ['1:4: tag "!include"']),
        ("{S}: 1", ["1:1: a key must be text"]),
        ("? [a, b]\n: 1", ["1:3: a key must be text"]),
        ("a: 2026-02-30", ['1:4: "2026-02-30" is not a day of the calendar']),
        ("a: b: c", ["1:5: not YAML: mapping values are not allowed"]),
        ("a: é 😀 b: c", ["1:9: not YAML: mapping values are not allowed"]),
        ("\ufeffa: b: c", ["1:5: not YAML: mapping values are not allowed"]),
        ("a: 1\r\nb: c: d\r\n", ["2:5: not YAML: mapping values are not allowed"]),
        ("a: 'b", ["1:4: not YAML: found unexpected end of stream; close the quotes"]),
        ("a:\n\t- b", ["2:1: not YAML: found character that cannot start any token; indent with spaces"]),
        ("a: @x", ["1:4: not YAML: found character that cannot start any token"]),
        ("a: \x00", ["1:4: control character U+0000"]),
        ("a: b\n# \u0085 \x07", ["3:2: control character U+0007"]),
    ],
)
def test_refused(text: str, told: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UserError) as error:
        read(tmp_path, text)
    lines = [line for line in str(error.value).splitlines() if line.startswith("file.yaml:")]
    assert len(lines) == len(told)
    assert all(line.startswith(f"file.yaml:{start}") for line, start in zip(lines, told, strict=True))


@pytest.mark.parametrize("part", ["[", "{a: ", "- ", "? "])
@pytest.mark.parametrize("times", [30, 1_000, 300_000])
def test_deep_nesting_is_refused_at_once(part: str, times: int, tmp_path: Path) -> None:
    with pytest.raises(UserError):
        read(tmp_path, part * times)


def test_places_of_values_and_keys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    place = Place(read(tmp_path, "a:\n  - b: [1, two]\n    c: {d: e}\n"))
    assert place.at("a", 0, "b", 1).mistake("x").place == "file.yaml:2:12"
    assert place.at("a", 0, "b").mistake("x", on_key=True).place == "file.yaml:2:5"
    assert place.at("a", 0, "c", "d").mistake("x").place == "file.yaml:3:12"
    assert place.at("a", 0, "c", "missing", 3).mistake("x").place == "file.yaml:3:8"
    assert place.at("a", 0, "missing").mistake("x", on_key=True).place == "file.yaml:2:5"
    assert place.mistake("x", on_key=True).place == "file.yaml:1:1"


def test_long_lines_are_cut(tmp_path: Path) -> None:
    file = read(tmp_path, f"a: {'x' * 1000}\n")
    assert len(file.mistake(("a",), "what").line) == 160
    assert file.mistake_at(0, 500, "what").line == f"…{'x' * 160}"
    far = YamlFile(tmp_path / "far.yaml", f"{'x' * 400}y{'z' * 10}").mistake_at(0, 400, "what")
    assert far.line[far.column - 1 :] == "yzzzzzzzzzz"


def test_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="cannot be read"):
        read_yaml(tmp_path / "none.yaml")
