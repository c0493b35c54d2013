"""How much work there is, by how many processes it is done, and in which pieces."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

T = TypeVar("T")

FEW = 50
"""Items for which, unless somebody asks for it, no process is started."""
_LEAST, _MOST = 8 * 1024, 128 * 1024
_EACH = 8
"""Chunks that a process should have at least, so that all end at about the same time."""


def cores() -> int:
    """The cores that this process may use."""
    if hasattr(os, "process_cpu_count"):
        return os.process_cpu_count() or 1
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def processes(jobs: int | None, items: int) -> int:
    """How many processes so many items are worth; `jobs` is what was asked for, if anything was."""
    wanted = jobs if jobs is not None else cores() if items >= FEW else 1
    return max(1, min(wanted, items))


def chunked(items: Sequence[T], sizes: Sequence[int], jobs: int) -> Iterator[Sequence[T]]:
    """The items in runs of about as many bytes, by the size of each; a large item is a chunk of its own."""
    enough = min(_MOST, max(_LEAST, sum(sizes) // (jobs * _EACH)))
    start = held = 0
    for end, size in enumerate(sizes):
        if end > start and held + size > enough:
            yield items[start:end]
            start, held = end, 0
        held += size
    if start < len(items):
        yield items[start:]
