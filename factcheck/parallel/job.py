"""Work on many items: here, or handed to several processes."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Job(Generic[T, R]):
    """What is done with each item, and what is told where a process dies.

    `work` must be such that it can be sent to another process. `warm` loads, before processes are forked, what all
    of them need. `named` names an item for people; `lost` is what stands for one that ended its process twice, with
    the way in which it did. `tell` tells the user that a process died.
    """

    work: Callable[[T], R]
    warm: Callable[[], object]
    named: Callable[[T], str]
    lost: Callable[[T, str], R]
    tell: Callable[[str], None]


def mapped(job: Job[T, R], chunks: Iterator[Sequence[T]], processes: int) -> Generator[R, None, None]:
    """What the work makes of every item of the chunks, in order.

    One process works here. What the work raises is raised in its place; however this ends, no process is left.
    """
    if processes <= 1:
        yield from (job.work(item) for chunk in chunks for item in chunk)
        return
    from factcheck.parallel.crew import Crew  # not at start: most runs need no second process

    crew = Crew(job, chunks, processes)
    try:
        yield from crew.results()
    finally:
        crew.dismiss()
