"""Every example of every pack: right and silent ones find nothing, and most wrong ones are found."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

import pytest
import yaml

from factcheck.knowledge import rules_folder
from factcheck.run import ExampleResult
from factcheck.run import test_rules as results_of
from tests.reading import knowledge, rows

# Per cent of the examples of all packs that must be flagged, by kind: to be raised as the engine learns, not lowered.
FLOORS = {"wrong": 85.0, "outdated": 70.0, "loose": 77.0}
FILES = {f"{file.parts[-3]}/{file.stem}": file for file in sorted(rules_folder().glob("*/facts/*.yaml"))}


@lru_cache(maxsize=1)
def results() -> dict[str, list[ExampleResult]]:
    """Fact -> what became of its examples."""
    found = defaultdict(list)
    for each in results_of(knowledge()):
        found[each.fact].append(each)
    return found


def told(failing: list[ExampleResult]) -> str:
    """The failing examples, one a line."""
    return "\n" + "\n".join(f"{e.fact} ({e.kind}): {e.text!r} {[f.fact for f in e.got]}" for e in failing)


@pytest.mark.parametrize("name", rows(FILES))
def test_what_is_right_is_not_flagged(name: str) -> None:
    data = yaml.safe_load(FILES[name].read_text(encoding="utf-8"))
    entries = [each["id"] for part in ("facts", "sets", "terms") for each in data.get(part) or ()]
    examples = [each for entry in entries for each in results()[entry]]
    assert examples
    failing = [each for each in examples if each.kind in ("right", "silent") and not each.ok]
    assert failing == [], told(failing)


@pytest.mark.parametrize("kind", rows(FLOORS))
def test_what_is_wrong_is_flagged(kind: str) -> None:
    examples = [each for found in results().values() for each in found if each.kind == kind]
    failing = [each for each in examples if not each.ok]
    assert 100 - 100 * len(failing) / len(examples) >= FLOORS[kind], told(failing)
