"""Every example of every pack is judged as its author says; `cases/wanted.yaml` has those that are not yet."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from pathlib import Path

import pytest
import yaml

from factcheck.config import Config
from factcheck.knowledge import load_knowledge, rules_folder
from factcheck.workshop.rehearsal import ExampleResult
from factcheck.workshop.rehearsal import test_rules as results_of
from tests.reading import faults, knowledge, rows

FILES = {f"{file.parts[-3]}/{file.stem}": file for file in sorted(rules_folder().glob("*/facts/*.yaml"))}
WANTED = yaml.safe_load((Path(__file__).parent / "cases" / "wanted.yaml").read_text(encoding="utf-8"))
SILENT = ("right", "silent")
WANTED_ROWS = [(kind, text) for kind, facts in WANTED.items() for texts in facts.values() for text in texts]


@lru_cache(maxsize=1)
def results() -> dict[str, list[ExampleResult]]:
    """Fact -> what became of its examples."""
    found = defaultdict(list)
    for each in results_of(load_knowledge(Config().rules, True)):
        found[each.fact].append(each)
    return found


@pytest.mark.parametrize("name", rows(FILES))
def test_every_example_is_judged_as_its_author_says(name: str) -> None:
    data = yaml.safe_load(FILES[name].read_text(encoding="utf-8"))
    entries = [each["id"] for part in ("facts", "sets", "terms") for each in data.get(part) or ()]
    examples = [each for entry in entries for each in results()[entry]]
    assert examples
    failing = [f"{e.fact} ({e.kind}): {e.text!r} {[f.fact for f in e.got]}" for e in examples if not e.ok]
    assert failing == []


@pytest.mark.xfail(strict=True, reason="the engine does not read it yet")
@pytest.mark.parametrize(("kind", "text"), WANTED_ROWS)
def test_what_is_wanted(kind: str, text: str) -> None:
    assert bool(faults(text)) == (kind not in SILENT)


@pytest.mark.parametrize("fact", sorted({fact for facts in WANTED.values() for fact in facts}))
def test_what_is_wanted_belongs_to_a_fact(fact: str) -> None:
    assert fact in {*knowledge().facts, *knowledge().sets, *knowledge().terms}
