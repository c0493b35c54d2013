"""Old results are thrown away: at most once a day, and when a new file of them begins."""

from __future__ import annotations

import time
from contextlib import suppress
from typing import TYPE_CHECKING

from factcheck.results.database import trim

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

MOST_BYTES = 200 * 1024 * 1024
"""What all files of results may hold together."""
MOST_DAYS = 60
"""For how long a result is kept that nobody uses."""
DAY = 86400
_MARK = "results-tidied"


def tidy(file: Path, *, at_once: bool = False) -> None:
    """Throw away what is old or too much in the folder of a file of results, if it is time. Raises OSError.

    `at_once` does it even if that was done today.
    """
    mark, now = file.parent / _MARK, time.time()
    if not at_once and mark.exists() and mark.stat().st_mtime > now - DAY:
        return
    mark.touch()
    _drop(file.parent.glob("packs-*.bin"), now, MOST_BYTES)
    trim(file, int(now // DAY) - MOST_DAYS, MOST_BYTES)
    _drop((each for each in file.parent.glob("results-*.db") if each != file), now, MOST_BYTES - file.stat().st_size)


def _drop(files: Iterable[Path], now: float, room: int) -> None:
    """Remove files that nobody has written to for long, and the oldest of those for which there is no room."""
    states = sorted(((each.stat(), each) for each in files), key=lambda pair: (-pair[0].st_mtime, pair[1].name))
    for state, each in states:
        room -= state.st_size
        if room < 0 or state.st_mtime < now - MOST_DAYS * DAY:
            with suppress(OSError):
                each.unlink()
                each.with_name(f"{each.name}-journal").unlink(missing_ok=True)
