"""Run `factcheck` and note how far it has come: `python sampled.py NOTES EVERY ARGUMENT…`, with its own Python.

NOTES is a file; a line of JSON is added to it whenever documents of EVERY more bytes were taken, and at the end:
`read` (their bytes), `seconds` since the start, `mib` (the peak of the memory so far). The documents are counted where
the progress bar would count them.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

STARTED = time.perf_counter()


class Noted(Sequence[Any]):
    """The sources of a run; taking them one by one is noted."""

    notes: Path
    every: int
    read = 0

    def __init__(self, sources: Sequence[Any], *, quiet: bool) -> None:
        """Take the place of the sources with a progress bar, and its options."""
        del quiet
        self._sources = sources

    def __len__(self) -> int:
        """How many there are."""
        return len(self._sources)

    def __getitem__(self, place: Any) -> Any:
        """One or some of them; nothing is noted."""
        return self._sources[place]

    def __iter__(self) -> Iterator[Any]:
        """All of them; one is counted when the next is asked for, for then it is done."""
        due = 0
        for source in self._sources:
            if Noted.read >= due:
                Noted.note()
                due += self.every
            yield source
            Noted.read += source.file.stat().st_size

    @classmethod
    def note(cls) -> None:
        """Add a line."""
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        line = {"read": cls.read, "seconds": time.perf_counter() - STARTED, "mib": peak}
        with cls.notes.open("a", encoding="utf-8") as file:
            file.write(json.dumps(line) + "\n")


def main() -> None:
    """Run the command; it ends as it would by itself."""
    notes, every, *sys.argv[1:] = sys.argv[1:]
    Noted.notes, Noted.every = Path(notes), int(every)
    from factcheck.__main__ import main as factcheck
    from factcheck.cli import check

    check.watched = Noted
    try:
        sys.exit(factcheck())
    finally:
        Noted.note()


if __name__ == "__main__":
    main()
