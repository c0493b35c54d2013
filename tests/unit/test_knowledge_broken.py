"""Kinds of broken pack: each is refused with a message of its own, at its place, and nothing else is told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from factcheck.knowledge import validate_packs
from tests.small_pack import small_pack

TABLE = Path(__file__).parent.parent / "cases" / "packs" / "broken.yaml"
CASES = yaml.safe_load(TABLE.read_text(encoding="utf-8"))


@pytest.fixture
def pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small pack, in the working folder."""
    monkeypatch.chdir(tmp_path)
    return small_pack(tmp_path)


def test_the_small_pack_is_sound(pack: Path) -> None:
    assert validate_packs([str(pack)]) == []


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_broken_pack(case: dict[str, Any], pack: Path) -> None:
    for edit in case["edits"]:
        text = (pack / edit["file"]).read_text(encoding="utf-8")
        assert edit["old"] in text
        (pack / edit["file"]).write_text(text.replace(edit["old"], edit["new"], 1), encoding="utf-8")
    found = validate_packs(["small"])
    assert [str(error).split("\n")[0] for error in found] == case["told"]
    for error in found:
        name, line, column = error.place.rsplit(":", 2)
        shown = (pack.parent / name).read_text("utf-8").splitlines()[int(line) - 1]
        assert error.line[error.column - 1 :][:8] == shown[int(column) - 1 :][:8]


def test_the_table_has_many_kinds_and_most_say_what_to_do() -> None:
    assert len(CASES) >= 60
    assert len({case["name"] for case in CASES}) == len(CASES)
    told = [line for case in CASES for line in case["told"]]
    assert len(told) == len(CASES)
    assert [line for line in told if "; " not in line] == []
