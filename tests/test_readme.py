"""What README and docs say is so: commands, options, settings, files, and the pack that they build."""

from __future__ import annotations

import re
import shlex
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import click
import pytest

from factcheck import engine
from factcheck.checks import CHECKS
from factcheck.cli import COMMANDS, cli
from factcheck.config import KEYS
from factcheck.readers import READERS

if TYPE_CHECKING:
    from tests.conftest import Command

ROOT = Path(__file__).resolve().parent.parent
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def fences(page: Path, language: str = "") -> list[str]:
    found = FENCE.findall(page.read_text(encoding="utf-8"))
    return [text for name, text in found if language in ("", name)]


def commands(page: Path) -> list[str]:
    """Command lines of factcheck in fences and between backticks."""
    text = page.read_text(encoding="utf-8")
    lines = [line.removeprefix("$ ") for fence in fences(page) for line in fence.splitlines()]
    spans = re.findall(r"`([^`\n]+)`", FENCE.sub("", text))
    return [each for each in (*lines, *spans) if re.match(r"factcheck [a-z.P-]", each)]


@cache
def options_of(name: str) -> frozenset[str]:
    """The options of a command, and those of its own commands."""
    command = cli.get_command(click.Context(cli), name)
    assert command is not None
    inner = command.commands.values() if isinstance(command, click.Group) else ()
    parameters = [each for one in (command, *inner) for each in one.params]
    return frozenset(option for each in parameters for option in each.opts) | {"--help", "-h"}


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_commands_and_options_exist(page: Path) -> None:
    for line in commands(page):
        words = shlex.split(line.partition(" | ")[0], comments=True)
        command = words[1] if words[1] in COMMANDS else "check"
        unknown = [each for each in words if re.match(r"--?[a-z]", each) and each not in options_of(command)]
        assert unknown == [], line
        if command == "rules" and len(words) > 2:
            assert words[2].rstrip(",") in {"list", "validate", "test", "new", "audit"}, line


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_options_between_backticks_exist(page: Path) -> None:
    every = frozenset().union(*(options_of(name) for name in COMMANDS)) | {"--update-goldens"}
    said = re.findall(r"`(--[a-z-]+)[^`]*`", FENCE.sub("", page.read_text(encoding="utf-8")))
    assert [each for each in said if each not in every] == []


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_files_exist(page: Path) -> None:
    text = FENCE.sub("", page.read_text(encoding="utf-8"))
    files = [
        ROOT / name
        for name in re.findall(r"`((?:factcheck|rules|schema|seeds|tests|docs|\.ci)/[\w./-]+)`", text)
        if not re.search(r"_X\.py|FAULT|NAME|PAGE|docs/page\.md", name)
    ]
    assert [path for path in files if not path.exists()] == []


def test_the_settings_of_the_readme_are_all_there_are(factcheck: Command, tmp_path: Path) -> None:
    block = next(text for text in fences(ROOT / "README.md", "yaml") if "fail-on:" in text)
    assert set(re.findall(r"^([a-z-]+):", block, re.MULTILINE)) == set(KEYS)
    (tmp_path / ".factcheck.yaml").write_text(block, encoding="utf-8")
    (tmp_path / "shared.yaml").write_text("fail-on: note\n", encoding="utf-8")
    (tmp_path / "baseline.json").write_text('{"version": 1, "findings": []}\n', encoding="utf-8")
    (tmp_path / "page.md").write_text("Nothing.\n", encoding="utf-8")
    assert factcheck("page.md").status == 0


def test_the_formats_of_the_readme_are_all_there_are() -> None:
    line = next(line for line in PAGES[0].read_text(encoding="utf-8").splitlines() if line.startswith("It reads "))
    assert set(re.findall(r"`(\.\w+)`", line.partition(".gitignore")[0])) == set(READERS)


def test_every_command_and_every_code_is_told() -> None:
    readme = PAGES[0].read_text(encoding="utf-8")
    assert [name for name in COMMANDS if f"factcheck {name}" not in readme] == []
    editors = (ROOT / "docs" / "editors.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| (FC\d{3}) \| ([a-z-]+) \|", editors, re.MULTILINE))
    assert rows == {code: check.name for code, check in CHECKS.items()}


def test_the_targets_of_make_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        for target in re.findall(r"\bmake (demo|test-slow|test|lint|format|docs|linkcheck)\b", text):
            assert f"\n{target}:" in makefile


def test_the_hooks_of_the_readme_exist() -> None:
    hooks = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    snippet = next(text for text in fences(PAGES[0], "yaml") if "repos:" in text)
    assert set(re.findall(r"- id: (\S+)", snippet)) <= set(re.findall(r"- id: (\S+)", hooks))


def test_the_report_of_the_readme_is_printed_today(factcheck: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    report = fences(PAGES[0], "text")[0]
    monkeypatch.chdir(ROOT)
    printed = factcheck("seeds/is-a-cure-on-the-way.md", "--as-of", "2026-11-22", "--isolated").out
    assert [part for part in report.strip("\n").split("\n\n") if part not in printed] == []


def test_the_rule_of_the_readme_ships() -> None:
    rule = next(text for text in fences(PAGES[0], "yaml") if "facts:\n  - id" in text)
    shipped = (ROOT / "rules" / "hair-loss" / "facts" / "treatment.yaml").read_text(encoding="utf-8")
    assert [line for line in rule.splitlines() if line.strip() and line not in shipped] == []


WALKS = ["An entity", "A fact", "A pair", "A dated approval", "A quantity", "A wording of a relation", "A relation of"]


@pytest.mark.parametrize("walk", WALKS)
def test_every_walk_of_the_rule_authors_ends_with_a_green_test(walk: str) -> None:
    sections = re.split(
        r"^## \d+\. ", (ROOT / "docs" / "rule-authors.md").read_text(encoding="utf-8"), flags=re.MULTILINE
    )
    section = next(each for each in sections if each.startswith(walk))
    printed = [text for language, text in FENCE.findall(section) if language == "text"]
    assert "$ factcheck rules test packs/headache\n" in printed[-1]
    assert printed[-1].endswith(" as they should be, 0 not\n")


@pytest.mark.timeout(300)
def test_the_walks_of_the_rule_authors_do_what_they_say(factcheck: Command, tmp_path: Path) -> None:
    """Do what the page says: write its files, run its commands, compare what they print."""
    done = 0
    for text in fences(ROOT / "docs" / "rule-authors.md"):
        first, _, rest = text.partition("\n")
        if first.startswith("# packs/"):
            name, _, anew = first.removeprefix("# ").partition(" ")
            file = tmp_path / name
            file.parent.mkdir(parents=True, exist_ok=True)
            before = "" if anew or not file.exists() else file.read_text(encoding="utf-8")
            file.write_text(before + rest, encoding="utf-8")
        elif first.startswith("$ "):
            for command, said in re.findall(r"^\$ factcheck (.+)\n((?:[^$].*\n)*)", text, re.MULTILINE):
                for loaded in (engine._knowledge, engine._extractor):
                    loaded.cache_clear()  # each command of a reader is a run of its own
                assert factcheck(*shlex.split(command)).out == said, command
                done += 1
    assert done > len(WALKS)
