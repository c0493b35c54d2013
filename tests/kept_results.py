"""A folder of documents whose results are kept, for the tests of that."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck import collect, engine
from factcheck.examine import examined_bytes
from factcheck.knowledge import load_knowledge
from factcheck.results import basis
from tests.conftest import Command, Ran
from tests.scratch_project import RIGHT, WRONG

PACKS = Path(__file__).parent / "cases" / "packs"
APPROVED = "No treatment has been approved for severe alopecia areata in adults.\n"
DATED = "---\ndate: 2019-05-01\n---\n\n" + APPROVED
HELD = WRONG + "\n<!-- factcheck-disable-file FC201 -- we quote it; until=2026-12-31 -->\n"
OTHER = "Alopecia areata is not an autoimmune disease.\n"
NAME = "Ruxotilinib is a JAK inhibitor.\n"
TEXTS = {"a.md": WRONG, "b.md": RIGHT, "c.md": OTHER, "d.md": HELD, "e.md": APPROVED, "f.md": DATED, "g.html": NAME}
DAY = "2026-11-22"


class Kept:
    """A folder of documents, the command run as a new process runs it, and how many documents that read anew."""

    def __init__(self, root: Path, command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
        self.root = root
        self.cache = root / "cache"
        self.docs = root / "docs"
        self.read: list[str] = []
        self.loaded = 0
        self._command = command

        def counted(source, *rest, **options):  # type: ignore[no-untyped-def]
            self.read.append(source.path.removeprefix("docs/"))
            return examined_bytes(source, *rest, **options)

        def loading(*args):  # type: ignore[no-untyped-def]
            self.loaded += 1
            return load_knowledge(*args)

        monkeypatch.setattr(collect, "examined_bytes", counted)
        monkeypatch.setattr(engine, "load_knowledge", loading)
        monkeypatch.setattr(basis, "user_folder", lambda: self.cache)

    def fresh(self, *, packs: bool = False) -> None:
        """Forget what a process remembers; of loaded packs only if they change, as that takes long."""
        for each in (basis._basis, basis._program, *((engine._knowledge, engine._extractor) if packs else ())):
            each.cache_clear()

    def __call__(self, *options: str, day: str = DAY) -> Ran:
        self.fresh(packs="--rules" in options)
        self.read, self.loaded = [], 0
        return self._command("docs", "--format", "json", "--as-of", day, *options)

    def agrees(self, *options: str, day: str = DAY) -> list[str]:
        """What is read anew; the output must be that of a run without results."""
        ran = self(*options, day=day)
        read = self.read
        assert ran == self(*options, "--no-cache", day=day)
        return read

    @property
    def files(self) -> list[Path]:
        return sorted(self.cache.glob("results-*.db"))
