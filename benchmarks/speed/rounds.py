"""Programs run side by side: one run of each a round, the rounds one behind the other."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

LAUNCHER = Path(__file__).with_name("launch.py")


@dataclass(frozen=True)
class Run:
    """One run of a program: wall time in seconds, peak memory in MiB."""

    seconds: float
    mib: float


@dataclass(frozen=True)
class Side:
    """What is run: a program with its arguments, and the exit statuses that mean that it did its work.

    `before` is called before each run, outside the time, and gives the variables of the environment that it adds.
    """

    command: tuple[str, ...]
    done: tuple[int, ...] = (0,)
    before: Callable[[], Mapping[str, str]] = dict


Runs = tuple[Run, ...]


def cores_of_this_machine() -> tuple[int, ...]:
    """The cores that this process may use. Raises SystemExit where programs cannot be pinned to one."""
    if not hasattr(os, "sched_getaffinity"):
        raise SystemExit("the benchmark pins programs to a core, which only Linux can; run it there or in a container")
    return tuple(sorted(os.sched_getaffinity(0)))


def run(side: Side, cores: Sequence[int], folder: Path) -> Run:
    """Run a program once in `folder`. Raises SystemExit, with what it said, if it did not do its work."""
    variables = {**os.environ, **side.before()}
    pinned = ",".join(str(core) for core in cores)
    launched = subprocess.run(
        [sys.executable, "-I", "-S", str(LAUNCHER), pinned, *side.command],
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
        cwd=folder,
        env=variables,
    )
    told: dict[str, Any] = json.loads(launched.stdout) if launched.returncode == 0 else {"status": "not started"}
    if told["status"] not in side.done:
        last = launched.stderr[-2000:]
        raise SystemExit(f"{' '.join(side.command)}\nended with {told['status']}, not {side.done}:\n{last}")
    return Run(told["seconds"], told["mib"])


def alternate(
    sides: Mapping[str, Side], rounds: int, cores: Sequence[int], folder: Path, *, warm: bool = True
) -> dict[str, Runs]:
    """The runs of each side, by its name: in every round each side once. `warm` adds a first round that is not kept."""
    found: dict[str, list[Run]] = {name: [] for name in sides}
    for number in range(-1 if warm else 0, rounds):
        for name, side in sides.items():
            taken = run(side, cores, folder)
            if number >= 0:
                found[name].append(taken)
    return {name: tuple(taken) for name, taken in found.items()}


def seconds(runs: Runs) -> float:
    """The median wall time."""
    return statistics.median(each.seconds for each in runs)


def mib(runs: Runs) -> float:
    """The median of the peaks of memory."""
    return statistics.median(each.mib for each in runs)


def times_as_long(one: Runs, other: Runs) -> float:
    """How many times as long as the other the one took: the median of the ratios within each round.

    What slows the machine for a while slows both sides of a round, and goes from their ratio.
    """
    return statistics.median(a.seconds / b.seconds for a, b in zip(one, other, strict=True))
