"""`rules test` and `rules validate` on examples: what fails, what is missing, and what is exercised."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from factcheck import engine
from factcheck.config import Config
from factcheck.knowledge import entry_places, load_knowledge
from factcheck.report.coverage import Part, render_coverage
from factcheck.report.look import Look
from factcheck.workshop import rehearsal
from factcheck.workshop.coverage import coverage
from factcheck.workshop.examples import Trial, failures, fires, is_exercised, named_packs, try_examples
from tests.reading import knowledge
from tests.small_pack import small_pack

if TYPE_CHECKING:
    from tests.conftest import Command

TINY = Path(__file__).parent / "cases" / "packs" / "tiny"
NEVER = '"is-never-reported" is never reported by its wrong examples; they are reported by sound'
UNEXERCISED = (
    'no example of "is-not-exercised" makes a claim that it judges; '
    'put one into a file and ask "factcheck why" what was understood'
)


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """The pack whose examples do not all hold, in the working folder of the command."""
    engine._knowledge.cache_clear()  # another test's pack of this name stood in another folder
    return Path(shutil.copytree(TINY, tmp_path / "tiny"))


@pytest.fixture(scope="module")
def trials() -> dict[str, Trial]:
    """Its entries by id, tried."""
    return {trial.entry.id: trial for trial in try_examples(load_knowledge([str(TINY)]), ["tiny"])}


def test_validate_tells_facts_that_their_examples_do_not_exercise(factcheck: Command, tiny: Path) -> None:
    ran = factcheck("rules", "validate", tiny.name)
    assert ran.status == 2
    assert ran.out == ""
    assert ran.err.splitlines() == [
        f"tiny/facts/gepants.yaml:26:9: {NEVER}",
        "    - id: is-never-reported",
        "          ^",
        f"tiny/facts/gepants.yaml:34:9: {UNEXERCISED}",
        "    - id: is-not-exercised",
        "          ^",
    ]
    assert factcheck("rules", "validate", "tiny", "--files-only").out == "tiny: no mistakes\n"


def test_test_tells_each_failing_example_and_each_entry_that_lacks_some(factcheck: Command, tiny: Path) -> None:
    ran = factcheck("rules", "test", tiny.name)
    assert ran.status == 1
    more = "write more under examples"
    assert ran.out.splitlines() == [
        "tiny/facts/gepants.yaml:15:47: has-a-failing-example",
        "    wrong: Ubrelvy is taken with rimegepant.",
        "    wanted flagged, got nothing",
        "tiny/facts/gepants.yaml:31:15: is-never-reported",
        "    wrong: Rimegepant is a monoclonal antibody against migraine.",
        "    wanted flagged, got nothing",
        "tiny/facts/gepants.yaml:39:15: is-not-exercised",
        "    wrong: Nothing helps.",
        "    wanted flagged, got nothing",
        "tiny/facts/gepants.yaml:39:33: is-not-exercised",
        "    wrong: Nothing works.",
        "    wanted flagged, got nothing",
        f'tiny/facts/gepants.yaml:18:9: "has-few-examples" needs 2 examples that are wrong (or loose, or outdated), '
        f"and has 1; {more}",
        f'tiny/facts/gepants.yaml:18:9: "has-few-examples" needs 2 examples that are silent, and has 1; {more}',
        f"tiny/facts/gepants.yaml:26:9: {NEVER}",
        f"tiny/facts/gepants.yaml:34:9: {UNEXERCISED}",
        "23 examples, 19 as they should be, 4 not",
    ]


def test_coverage_tells_what_is_exercised_and_what_is_not(factcheck: Command, tiny: Path) -> None:
    out = factcheck("rules", "test", tiny.name, "--coverage").out
    table = out.partition("\n\n")[0].splitlines()
    assert table[:5] == [
        "exercised by the examples",
        "  facts                3 of  5   60 %",
        "  statements           4 of  5   80 %",
        "  disjoint sets        0 of  2    0 %",
        "  entities             6 of  6  100 %",
    ]
    assert [line.split()[2] for line in table[5:]] == ["brand-of", "is-a", "treats"]
    assert "\nnot exercised: facts\n    is-never-reported, is-not-exercised\n" in out
    assert out.endswith("\n23 examples, 19 as they should be, 4 not\n")


@pytest.mark.parametrize(
    ("entry", "fired", "exercised"),
    [
        ("sound", True, True),
        ("has-a-failing-example", True, True),
        ("has-few-examples", True, True),
        ("is-never-reported", False, True),
        ("is-not-exercised", False, False),
    ],
)
def test_what_fires_and_what_is_exercised(entry: str, fired: bool, exercised: bool, trials: dict[str, Trial]) -> None:
    kb = load_knowledge([str(TINY)])
    assert fires(trials[entry], kb) is fired
    assert is_exercised(trials[entry], kb) is exercised


@pytest.mark.timeout(300)
def test_every_fact_set_and_term_that_ships_is_exercised_by_enough_examples() -> None:
    kb = knowledge()
    tried = try_examples(kb)
    failed, lacking = failures(tried, kb)
    assert failed == []
    assert [str(each) for each in lacking] == []
    assert {part.name: part.percent for part in coverage(tried, kb)[:3]} == {"facts": 100, "sets": 100, "terms": 100}


def test_a_pack_whose_sentences_nothing_can_read_is_told(factcheck: Command, tmp_path: Path) -> None:
    small_pack(tmp_path)
    (tmp_path / "page.md").write_text("A brand is a drug.\n", encoding="utf-8")
    assert factcheck("rules", "validate", "small").err == (
        'small: none of its examples can be read: it reaches no pack "english"; '
        "add requires: [biomedical] to its pack.yaml\n"
    )
    assert factcheck("page.md", "--rules", "small").status == 0


def test_packs_are_named_by_id_or_by_folder() -> None:
    kb = load_knowledge([str(TINY)])
    assert named_packs(kb, []) is None
    assert named_packs(kb, [str(TINY), "biomedical"]) == ["biomedical", "tiny"]


def test_places_of_entries() -> None:
    place = entry_places([TINY])["has-few-examples"]
    assert place.mistake("").place.endswith("gepants.yaml:18:5")


def test_ranges_of_frames_and_whole_percents() -> None:
    parts = [
        Part("facts", tuple(map(str, range(199))), ("last",)),
        Part("frames of treats", ("1",), ("2", "3", "4", "7", "9", "10")),
    ]
    out = render_coverage(parts, Look())
    assert "facts             199 of 200   99 %" in out
    assert "treats: 2-4, 7, 9-10\n" in out
    assert render_coverage([], Look()) == "exercised by the examples\n"


def test_examples_are_judged_on_the_day_of_the_review_and_not_by_the_calendar(monkeypatch: pytest.MonkeyPatch) -> None:
    kb = knowledge()
    closed = kb.sets["fda-approvals-for-alopecia-areata"]
    assert rehearsal.day_of(closed) == closed.reviewed
    assert rehearsal.day_of(replace(closed, reviewed=None)) == date.today()
    later = partial(Config, as_of=date(2031, 1, 1))
    monkeypatch.setattr(rehearsal, "Config", lambda **options: later(**options))
    extractor = engine._extractor(("hair-loss",), True)
    assert [each.text for each in closed.examples if not rehearsal._tested(closed, each, kb, extractor).ok] == []
