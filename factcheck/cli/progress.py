"""A progress bar on stderr for work that takes long, where somebody is watching."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from typing import TypeVar, overload

import click

T = TypeVar("T")
PATIENCE = 1.0


def watched(items: Sequence[T], *, quiet: bool) -> Sequence[T]:
    """The items, with a bar that moves as they are taken; the items alone if nobody is watching."""
    if quiet or os.environ.get("CI") or not sys.stderr.isatty():
        return items
    return _Watched(items)


class _Watched(Sequence[T]):
    """A sequence that shows how far its reader has come, once that takes longer than PATIENCE seconds."""

    def __init__(self, items: Sequence[T]) -> None:
        self._items = items

    def __len__(self) -> int:
        return len(self._items)

    @overload
    def __getitem__(self, index: int) -> T: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[T]: ...

    def __getitem__(self, index: int | slice) -> T | Sequence[T]:
        return self._items[index]

    def __iter__(self) -> Iterator[T]:
        started = time.monotonic()
        with ExitStack() as stack:
            advance: Callable[[int], None] | None = None
            for done, item in enumerate(self._items):
                if advance is not None:
                    advance(1)
                elif time.monotonic() - started > PATIENCE:
                    bar = click.progressbar(length=len(self._items), label="checking", file=sys.stderr)
                    advance = stack.enter_context(bar).update
                    advance(done)
                yield item
            if advance is not None:
                advance(1)
