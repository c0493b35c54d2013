"""Settings: where they come from, what they mean, and what is said to a wrong one."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from pathlib import Path

import pytest

from factcheck.config import KEYS, Config, load_config
from factcheck.errors import UserError


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty repository, which is the current folder."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(folder: Path, text: str, name: str = ".factcheck.yaml") -> None:
    (folder / name).write_text(text, encoding="utf-8")


def test_defaults(here: Path) -> None:
    config = load_config()
    assert config.rules == ("hair-loss", "common-medicine", "medicines")
    assert (config.fail_on, config.as_of, config.file) == ("error", date.today(), "")


def test_every_key_is_a_field() -> None:
    assert {key.replace("-", "_") for key in KEYS} - {"extends"} <= {field.name for field in fields(Config)}


def test_a_file_sets_and_an_option_overrides(here: Path) -> None:
    write(here, "rules: [hair-loss, ./own]\nas-of: 2024-02-29\nselect: FC2\nignore: [FC101, x]\nfail-on: note\n")
    config = load_config()
    assert config.rules == ("hair-loss", (here.resolve() / "own").as_posix())
    assert (config.as_of, config.select, config.ignore) == (date(2024, 2, 29), ("FC2",), ("FC101", "x"))
    assert load_config(fail_on="never", select=None, ignore=()).fail_on == "never"
    assert load_config(fail_on=None).fail_on == "note"
    assert load_config(isolated=True).fail_on == "error"


def test_the_nearest_file_up_to_the_root_of_the_repository_holds(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inner = here / "a" / "b"
    inner.mkdir(parents=True)
    monkeypatch.chdir(inner)
    write(here, "fail-on: note")
    assert load_config().fail_on == "note"
    assert load_config().root == here.resolve()
    write(here / "a", "fail-on: never")
    assert load_config().fail_on == "never"
    (inner / ".git").mkdir()
    assert load_config().fail_on == "error"


def test_the_file_of_the_home_folder_is_not_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "fail-on: note")
    (tmp_path / "project").mkdir()
    monkeypatch.chdir(tmp_path / "project")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert load_config().fail_on == "error"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("rulez: x", '.factcheck.yaml:1:1: unknown key "rulez"; did you mean "rules"?\n  rulez: x\n  ^'),
        ("a: b", '.factcheck.yaml:1:1: unknown key "a"; allowed: as-of, baseline, dates, exclude, extends, fail-on'),
        ("ignore: [a]\nignore: [b]", '.factcheck.yaml:2:1: "ignore" stands here twice'),
        ("as-of: yesterday", '.factcheck.yaml:1:8: "as-of" takes a date such as 2026-11-22, not "yesterday"'),
        ("as-of: 2026-W01-1", "takes a date"),
        ("fail-on: bad", '"fail-on" takes one of error, warning, note, never, not "bad"'),
        ("select: {a: b}", '"select" takes a word or a list of words'),
        (
            "severity: FC1",
            '.factcheck.yaml:1:11: "severity" takes codes, prefixes of codes or facts with a severity for each',
        ),
        ("severity: {}", '"severity" takes codes'),
        (
            "severity:\n  FC1: warning\n  FC2: off",
            '.factcheck.yaml:3:8: "severity" takes one of error, warning, note for "FC2", not "off"; to leave it out',
        ),
        ("severity:\n  x: note\n  x: error", '.factcheck.yaml:3:6: "severity" names "x" twice'),
        ("severity: {x: [note]}", 'takes one of error, warning, note for "x"'),
        ("select: []", '"select" takes a word or a list of words'),
        ("select: [[a]]", '"select" takes a word or a list of words'),
        ("- rules", "a mapping of settings is wanted; allowed: as-of"),
        ("a: [b", ".factcheck.yaml:1:6: "),
        ("a: \x07", ".factcheck.yaml: not YAML"),
        ("? [a]\n: b", 'unknown key ""'),
    ],
)
def test_a_wrong_file_is_told_with_its_place(here: Path, text: str, told: str) -> None:
    write(here, text)
    with pytest.raises(UserError) as caught:
        load_config()
    assert told in str(caught.value)
    assert str(here) not in str(caught.value)


def test_a_file_that_cannot_be_read_is_told(here: Path) -> None:
    with pytest.raises(UserError, match=r"gone\.yaml: cannot be read \(no such file or directory\)"):
        load_config("gone.yaml")
    (here / "latin.yaml").write_bytes(b"ignore: caf\xe9")
    with pytest.raises(UserError, match=r"latin\.yaml: cannot be read \(not UTF-8\)"):
        load_config("latin.yaml")


def test_an_empty_file_sets_nothing(here: Path) -> None:
    write(here, "# nothing yet\n")
    assert load_config().fail_on == "error"


@pytest.mark.parametrize(
    ("select", "ignore", "wanted"),
    [
        ((), (), True),
        (("FC",), (), True),
        (("FC2",), (), True),
        (("FC201",), (), True),
        (("FC3",), (), False),
        (("a-fact",), (), True),
        (("FC3", "a-fact"), (), True),
        ((), ("FC2",), False),
        ((), ("a-fact",), False),
        ((), ("a-fac",), True),
        (("FC2",), ("FC201",), False),
    ],
)
def test_selectors_take_codes_prefixes_and_facts(
    select: tuple[str, ...], ignore: tuple[str, ...], wanted: bool
) -> None:
    assert Config(select=select, ignore=ignore).wants("FC201", "a-fact") is wanted


@pytest.mark.parametrize(
    ("told", "code", "fact", "severity"),
    [
        ({}, "FC201", "a-fact", "error"),
        ({"FC2": "warning"}, "FC201", "a-fact", "warning"),
        ({"FC2": "warning"}, "FC101", "a-fact", "error"),
        ({"FC201": "note", "FC2": "warning", "FC": "error"}, "FC201", "a-fact", "note"),
        ({"a-fact": "note", "FC201": "warning"}, "FC201", "a-fact", "note"),
        ({"a": "note"}, "FC201", "a-fact", "error"),
    ],
)
def test_a_severity_of_the_settings_goes_before_that_of_the_pack(
    told: dict[str, str], code: str, fact: str, severity: str
) -> None:
    assert Config(severity=tuple(told.items())).severity_of(code, fact, "error") == severity


@pytest.mark.parametrize(
    ("fail_on", "failing"),
    [("note", ["note", "warning", "error"]), ("warning", ["warning", "error"]), ("error", ["error"]), ("never", [])],
)
def test_fail_on_counts_from_a_severity_on(fail_on: str, failing: list[str]) -> None:
    config = Config(fail_on=fail_on)
    assert [severity for severity in ("note", "warning", "error") if config.fails(severity)] == failing
