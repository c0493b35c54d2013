"""Patterns of paths as in `.gitignore`, each relative to the folder of the file that holds it."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pathspec import GitIgnoreSpec


class Glob(NamedTuple):
    """A pattern and the folder, absolute, that it is relative to."""

    folder: str
    pattern: str


def match(globs: Iterable[Glob], file: Path) -> bool:
    """Whether the last of the patterns that says anything of a file, absolute and with its links, takes it."""
    taken = False
    for folder, patterns in _by_folder(tuple(globs)):
        relative = os.path.relpath(file, folder).replace(os.sep, "/")
        if relative.startswith("../"):
            continue
        told = _spec(patterns).check_file(relative).include
        taken = taken if told is None else told
    return taken


@lru_cache(maxsize=1024)
def _by_folder(globs: tuple[Glob, ...]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The patterns of each folder, in the order in which the folders come first."""
    folders = dict.fromkeys(each.folder for each in globs)
    return tuple((folder, tuple(each.pattern for each in globs if each.folder == folder)) for folder in folders)


@lru_cache(maxsize=1024)
def _spec(patterns: tuple[str, ...]) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(patterns)
