"""The figures of the benchmark: who runs when, what counts as reached, what is kept, and the counts of instructions."""

from __future__ import annotations

import itertools
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from benchmarks import instructions
from benchmarks.speed.page import PAGE, PICTURES, page
from benchmarks.speed.results import keep, load, recorded, told, verdicts
from benchmarks.speed.rounds import Run, Side, alternate, run, times_as_long
from benchmarks.speed.section import Row, Section
from benchmarks.speed.targets import BY_KEY, TARGETS, in_unit, power, steepest

linux = pytest.mark.skipif(not hasattr(os, "sched_getaffinity"), reason="programs are pinned to a core")
SETTINGS: dict[str, Any] = {
    "measured": "2026-11-23",
    "machine": {"processor": "one", "cores": 2, "system": "Linux", "python": "3.11.7"},
    "versions": {"factcheck": "0.1.0"},
    "settings": {"rounds": 5, "share": 0.5},
}


def core() -> tuple[int, ...]:
    return tuple(sorted(os.sched_getaffinity(0)))[-1:]


@linux
def test_the_sides_take_turns_and_the_first_round_is_not_kept(tmp_path: Path) -> None:
    shell = "/bin/sh"
    sides = {name: Side((shell, "-c", f"printf {name} >> log")) for name in "ab"}
    found = alternate(sides, 3, core(), tmp_path)
    assert (tmp_path / "log").read_text() == "abababab"
    assert {name: len(runs) for name, runs in found.items()} == {"a": 3, "b": 3}


@linux
def test_a_program_that_fails_is_told_with_its_words(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match=r"(?s)ended with 3.*no such thing"):
        run(Side(("/bin/sh", "-c", "echo no such thing >&2; exit 3"), (0, 1)), core(), tmp_path)


@linux
def test_what_is_done_before_a_run_is_its_environment(tmp_path: Path) -> None:
    numbers = itertools.count()
    side = Side(("/bin/sh", "-c", "printf $TURN >> log"), before=lambda: {"TURN": str(next(numbers))})
    alternate({"one": side}, 2, core(), tmp_path)
    assert (tmp_path / "log").read_text() == "012"


@linux
def test_memory_is_that_of_the_program_and_not_of_who_started_it(tmp_path: Path) -> None:
    ballast = bytearray(80 << 20)
    ballast[:: 1 << 12] = b"x" * len(ballast[:: 1 << 12])
    assert run(Side(("/bin/sh", "-c", ":")), core(), tmp_path).mib < 40
    large = Side((sys.executable, "-c", "x = b'x' * (100 << 20)"))
    assert 100 < run(large, core(), tmp_path).mib < 200


def test_a_ratio_is_the_median_of_those_within_a_round() -> None:
    one = tuple(Run(each, 1) for each in (2.0, 20.0, 3.0))
    other = tuple(Run(each, 1) for each in (1.0, 10.0, 1.0))
    assert times_as_long(one, other) == 2.0


@pytest.mark.parametrize(
    ("key", "value", "reached"),
    [
        *(("hook-codespell", 0.61, False), ("hook-codespell", 0.6, True), ("hook-memory", 60.1, False)),
        *(("typos", 0.99, False), ("typos", 1.0, True), ("two", 1.69, False), ("floor", 0.5, True)),
        *(("facts", 0.51, False), ("facts", 0.4, True), ("dense", 2.9, False), ("unchanged", 20.0, True)),
    ],
)
def test_a_target_is_reached_from_its_bound_on(key: str, value: float, reached: bool) -> None:
    assert BY_KEY[key].reached_by(value) is reached


@pytest.mark.parametrize(
    ("times", "constant", "expected"),
    [((1, 10, 100), 0, 1.0), ((1, 100, 10_000), 0, 2.0), ((5, 5, 5), 0, 0.0), ((3, 12, 102), 2, 1.0)],
)
def test_the_power_of_growth(times: Sequence[float], constant: float, expected: float) -> None:
    assert power((1, 10, 100), times, constant) == pytest.approx(expected)


def test_the_steepest_step_counts() -> None:
    assert steepest((100, 1_000, 10_000), (1, 1, 10)) == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (0.0057, "×", "0.00570 ×"),
        (0.6, "×", "0.600 ×"),
        (12.345, "s", "12.3 s"),
        (1234.5, "MiB", "1234 MiB"),
        (0, "", "0"),
    ],
)
def test_three_digits_tell(value: float, unit: str, words: str) -> None:
    assert in_unit(value, unit) == words


def test_what_was_not_measured_is_not_reached() -> None:
    missing = {
        name: recorded(Section("nothing", not_yet="there is none"), SETTINGS) for name in {t.section for t in TARGETS}
    }
    assert {reached for _, _, reached in verdicts(missing)} == {"not yet"}
    assert len(list(verdicts(missing))) == len(TARGETS)


def test_what_was_not_measured_to_the_end_says_how_far_it_went() -> None:
    values = {"linear-documents": 1.2, "memory": 90.0}
    large = recorded(Section("texts", values=values, within="up to 1 MB"), SETTINGS)
    assert [reached for _, _, reached in verdicts({"large": large})] == ["no", "yes, up to 1 MB"]


def test_parts_that_were_not_measured_again_stay(tmp_path: Path) -> None:
    file = tmp_path / "new" / "latest.json"
    keep({"hook": {"on": "a"}, "dense": {"on": "b"}}, file)
    keep({"hook": {"on": "c"}}, file)
    assert load(file) == {"hook": {"on": "c"}, "dense": {"on": "b"}}


def test_the_table_tells_missed_targets_too() -> None:
    section = Section("one file", (Row("factcheck", 2.0, 50.0, 4_000_000),), {"dense": 2.0})
    lines = told({"dense": recorded(section, SETTINGS)}).splitlines()
    assert any(line.split() == ["factcheck", "2.000", "s", "50.0", "MiB", "2.00", "MB/s"] for line in lines)
    assert any(line.startswith("no ") and "2.00 MB/s" in line and "at least 3.00 MB/s" in line for line in lines)


def test_the_page_is_made_from_the_results_that_are_kept() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(load())
    shown = [line.split("](images/")[1].rstrip(")") for line in page(load()).splitlines() if "](images/" in line]
    assert shown
    assert sorted(shown) == sorted(each.name for each in PICTURES.glob("performance-*.svg"))


@pytest.mark.parametrize(
    ("count", "good", "word"),
    [(1000, True, "0.0%"), (1100, True, "10.0% more"), (1101, False, "count-update"), (890, True, "count-update")],
)
def test_a_tenth_more_instructions_fail(count: int, good: bool, word: str) -> None:
    fine, sentence = instructions.judged(count, 1000)
    assert fine is good
    assert word in sentence


def test_counts_of_another_build_are_not_compared() -> None:
    here = {"python": "3.11.7 of May", "click": "8.2"}
    assert instructions.comparable({"built": dict(here), "instructions": 1}, here) == ""
    other = instructions.comparable({"built": {**here, "python": "3.11.7 of June"}, "instructions": 1}, here)
    assert other == "counted with python 3.11.7 of June, here is 3.11.7 of May"
    assert "no count is kept" in instructions.comparable(None, here)


@pytest.mark.parametrize(("quantity", "exponent"), [("seconds", 1.0), ("seconds", 0.5), ("mib", 0.0)])
def test_the_same_curves_give_the_same_picture(tmp_path: Path, quantity: str, exponent: float) -> None:
    pytest.importorskip("matplotlib", reason="the extra `bench` is not installed")
    from benchmarks.speed.curves import draw

    curve = {"name": "all", "x": [1.0, 10.0, 100.0], "seconds": [0.5, 4.0, 39.0], "mib": [80.0, 81.0, 85.0]}
    for name in ("one.svg", "other.svg"):
        draw({"curves": [curve], "axis": "megabytes"}, quantity, exponent, tmp_path / name)
    drawn = (tmp_path / "one.svg").read_text(encoding="utf-8")
    assert drawn == (tmp_path / "other.svg").read_text(encoding="utf-8")
    assert "megabytes" in drawn
    assert "<dc:date>" not in drawn
