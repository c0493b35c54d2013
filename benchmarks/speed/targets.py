"""What is to be reached, and whether a value reaches it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

LINEAR = 1.1
"""Time that grows with this power of the size, or less, is taken for linear: the rest is noise."""


@dataclass(frozen=True)
class Target:
    """A bound on a value; `least` if the value has to be at least the bound, else it has to be at most that."""

    key: str
    section: str
    what: str
    bound: float
    unit: str
    least: bool = False

    def reached_by(self, value: float) -> bool:
        """Whether a value is good enough."""
        return value >= self.bound if self.least else value <= self.bound

    @property
    def wanted(self) -> str:
        """The bound in words."""
        return f"{'at least' if self.least else 'at most'} {in_unit(self.bound, self.unit)}"


TARGETS = (
    Target("hook-codespell", "hook", "wall time of one file, as a multiple of codespell's", 0.6, "×"),
    Target("hook-cold", "hook", "wall time of the first run, with an empty cache", 1.5, "s"),
    Target("hook-memory", "hook", "peak memory of one file", 60, "MiB"),
    Target("typos", "throughput", "throughput, as a multiple of typos's", 1.0, "×", least=True),
    Target("codespell", "throughput", "throughput, as a multiple of codespell's", 1.7, "×", least=True),
    Target(
        "semgrep", "throughput", "throughput, as a multiple of semgrep's with 60 claim patterns", 10, "×", least=True
    ),
    Target("floor", "throughput", "throughput, as a share of the floor's", 0.45, "×", least=True),
    Target("dense", "dense", "throughput on text that is all about hair loss", 3, "MB/s", least=True),
    Target("two", "two", "speed of two processes, as a multiple of one", 1.7, "×", least=True),
    Target("unchanged", "unchanged", "speed on unchanged files, as a multiple of unknown ones", 20, "×", least=True),
    Target("linear-documents", "large", "power of the number of documents with which time grows", LINEAR, ""),
    Target("memory", "large", "peak memory with the most documents", 400, "MiB"),
    Target("linear-bytes", "growth", "power of the length of documents with which time grows", LINEAR, ""),
    Target("facts", "facts", "power of the number of facts with which time grows, where steepest", 0.5, ""),
)
BY_KEY = {each.key: each for each in TARGETS}


def in_unit(value: float, unit: str) -> str:
    """A value with three significant digits, and its unit."""
    digits = 0 if value == 0 else max(0, 2 - math.floor(math.log10(abs(value))))
    return f"{value:.{digits}f} {unit}".strip()


def power(sizes: Sequence[float], times: Sequence[float], constant: float = 0.0) -> float:
    """The power p of the size with which time grows, from least squares of log(time - constant) over log(size).

    `constant` is what is paid at any size, in the unit of the times. Raises ValueError if a time is not above it.
    """
    across = [math.log(size) for size in sizes]
    up = [math.log(time - constant) for time in times]
    middle, level = sum(across) / len(across), sum(up) / len(up)
    spread = sum((x - middle) ** 2 for x in across)
    return sum((x - middle) * (y - level) for x, y in zip(across, up, strict=True)) / spread


def steepest(sizes: Sequence[float], times: Sequence[float]) -> float:
    """The largest power of the size with which time grows from one size to the next."""
    pairs = list(zip(sizes, times, strict=True))
    return max(power((a[0], b[0]), (a[1], b[1])) for a, b in pairwise(pairs))
