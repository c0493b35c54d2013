"""What the benchmark finds out about the program that it measures, on programs that stand in for it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.speed.own import Factcheck

STAND_IN = """#!{python}
import os, pathlib, sys
if "--help" in sys.argv:
    print("Options: {options}")
    sys.exit(0)
cache = pathlib.Path(os.environ["XDG_CACHE_HOME"])
quiet = "--no-cache" in sys.argv
if not quiet or {packs_always}:
    cache.mkdir(parents=True, exist_ok=True)
    pack = cache / "knowledge.bin"
    pack.exists() or pack.write_text("packs")
if {results} and not quiet:
    (cache / ("result-" + pathlib.Path(sys.argv[-1]).name)).write_text("nothing found")
sys.exit(1)
"""


def stand_in(folder: Path, *, options: str = "", results: bool = False, packs_always: bool = False) -> Factcheck:
    program = folder / "factcheck"
    told = STAND_IN.format(python=sys.executable, options=options, results=results, packs_always=packs_always)
    program.write_text(told, encoding="utf-8")
    program.chmod(0o755)
    return Factcheck(program, folder / "own")


def ran(own: Factcheck, page: Path, times: int) -> set[str]:
    """The files of the cache after each of some uncached runs; the same after each."""
    states = []
    for _ in range(times):
        side = own.side([page])
        variables = {**os.environ, **side.before()}
        assert subprocess.run(side.command, env=variables, check=False).returncode in side.done
        states.append({each.name for each in Path(variables["XDG_CACHE_HOME"]).iterdir()})
    assert all(state == states[0] for state in states)
    return states[0]


@pytest.mark.parametrize(
    ("results", "packs_always", "spared"),
    [(False, False, False), (True, False, False), (False, True, True), (True, True, True)],
)
def test_no_run_finds_results_of_the_one_before(
    tmp_path: Path, results: bool, packs_always: bool, spared: bool
) -> None:
    own = stand_in(tmp_path, results=results, packs_always=packs_always)
    assert own.keeps_results is results
    side = own.side([tmp_path / "page.md"])
    assert ("--no-cache" in side.command) is spared
    kept = {"knowledge.bin", "result-0.md"} if results else {"knowledge.bin"}
    written = {"result-page.md"} if results and not spared else set()
    assert ran(own, tmp_path / "page.md", 2) == kept | written


def test_a_cold_cache_is_empty(tmp_path: Path) -> None:
    own = stand_in(tmp_path)
    assert Path(own.warm()["XDG_CACHE_HOME"]).exists()
    assert not Path(own.cold()["XDG_CACHE_HOME"]).exists()


@pytest.mark.parametrize(("options", "said"), [("--quiet", None), ("--jobs N", ["--jobs", "2"])])
def test_processes_are_asked_for_where_there_is_an_option(tmp_path: Path, options: str, said: list[str] | None) -> None:
    own = stand_in(tmp_path, options=options)
    assert own.jobs is (said is not None)
    command = own.side([tmp_path], jobs=2).command
    assert [command[at : at + 2] for at, word in enumerate(command) if word == "--jobs"] == (
        [tuple(said)] if said else []
    )
    assert command[-1] == str(tmp_path)
