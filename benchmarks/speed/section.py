"""What a part of the benchmark gives: rows, values for the targets, curves; and what it works with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.speed.own import Factcheck
from benchmarks.speed.rounds import Runs, mib, seconds

MB = 1e6


@dataclass(frozen=True)
class Bench:
    """What all parts share: where things are, on which cores, how often and how much.

    `share` is that of the corpus (1.0: all of it); `dense`, `largest` and `large` are megabytes.
    """

    environments: Path
    scratch: Path
    own: Factcheck
    cores: tuple[int, ...]
    rounds: int
    share: float
    dense: float
    largest: float
    large: float
    corpus: Path

    @property
    def core(self) -> tuple[int, ...]:
        """The one core that programs are pinned to: the last, for the first is the busiest with other things."""
        return self.cores[-1:]


@dataclass(frozen=True)
class Row:
    """One line of a table: what was run, the medians, and the bytes that it read (0: not a question of throughput)."""

    name: str
    seconds: float
    mib: float
    size: int = 0

    @property
    def rate(self) -> float:
        """Megabytes (10^6 bytes) a second."""
        return self.size / self.seconds / MB


@dataclass(frozen=True)
class Curve:
    """A line of a plot: x and y values of one thing; both axes are logarithmic."""

    name: str
    x: tuple[float, ...]
    seconds: tuple[float, ...]
    mib: tuple[float, ...]


@dataclass(frozen=True)
class Section:
    """What a part measured, on what; the values are by the key of the target, `not_yet` says what is missing.

    `within` says how far it went if a target asks for more; it is told with every target that is reached.
    """

    on: str
    rows: tuple[Row, ...] = ()
    values: Mapping[str, float] = field(default_factory=dict)
    curves: tuple[Curve, ...] = ()
    axis: str = ""
    not_yet: str = ""
    within: str = ""


def rows_of(runs: Mapping[str, Runs], size: int = 0) -> tuple[Row, ...]:
    """A row for each side."""
    return tuple(Row(name, seconds(each), mib(each), size) for name, each in runs.items())


def size_of(files: Sequence[Path]) -> int:
    """The bytes of files, together."""
    return sum(each.stat().st_size for each in files)
