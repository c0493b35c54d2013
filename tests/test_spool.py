"""Where most of a large run lies: wherever it is, the report is the same, and memory does not grow with it."""

from __future__ import annotations

import json
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

import pytest

from factcheck import spool
from factcheck.api import check_text
from factcheck.config import Config, Settings
from factcheck.discover import discover
from factcheck.model.finding import DocumentReport
from factcheck.report import FORMATS
from factcheck.report.lines import LineIndexes
from factcheck.run import check_sources, topics_of
from tests.conftest import Command

TEXTS = (
    "# One\n\nA page on hair.\n\nAlopecia areata is an autoimmune disease.\n",
    "# Two\n\n\U0001f9d1 Alopecia areata is not an autoimmune disease.\n",
    "# Three\n\nAlopecia areata is an autoimmune disease. It is not contagious.\n",
    "# Four\n\nNothing of the kind.\n",
    "# Five\n\nMinoxidil treats androgenetic alopecia.\n",
    "# Six\n\nCytokines are enzymes. Minoxidil does not treat androgenetic alopecia.\n",
)
NO_ROOM, ROOM = 0, 10**9


@pytest.fixture
def pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of documents, two pairs of which disagree; it is the working directory."""
    for number, text in enumerate(TEXTS):
        (tmp_path / f"{number}.md").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def room(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Sets the characters of text that stay in memory."""
    return lambda size: monkeypatch.setattr(spool, "ROOM", size)


def config(*, cached: bool = False) -> Config:
    return Config(isolated=True, use_cache=cached)


@pytest.mark.parametrize("name", FORMATS)
def test_every_report_is_the_same(name: str, pages: Path, room: Callable[[int], None], factcheck: Command) -> None:
    room(ROOM)
    wanted = factcheck("--format", name, ".")
    room(NO_ROOM)
    assert factcheck("--format", name, ".").out == wanted.out
    assert factcheck("--format", name, "--no-cache", ".").out == wanted.out
    assert "FC401" in wanted.out or name in ("junit", "claimreview")


def test_what_is_known_and_what_other_processes_found_is_held_alike(
    pages: Path, room: Callable[[int], None], factcheck: Command
) -> None:
    room(NO_ROOM)
    wanted = json.loads(factcheck("--format", "json", "--no-cache", ".").out)
    for _ in ("first", "known"):
        assert json.loads(factcheck("--format", "json", "--jobs", "2", ".").out) == wanted


def test_only_what_is_quoted_has_its_text(pages: Path, room: Callable[[int], None]) -> None:
    room(NO_ROOM)
    report = check_sources(discover(["."]), config())
    quoted = {document.path for document in report.documents if document.source}
    told = {
        document.path: {related.path for each in document.findings for related in each.related}
        for document in report.documents
    }
    assert quoted == {path for path, others in told.items() if others} | {
        each for others in told.values() for each in others
    }
    assert "3.md" not in quoted
    for document in report.documents:
        if document.source:
            assert document.source == TEXTS[int(document.path[0])]
        for telling in document.tellings:
            text = TEXTS[int(document.path[0])]
            assert text[telling.place.span.start : telling.place.span.end] == telling.place.quote


def test_topics_are_the_same(pages: Path, room: Callable[[int], None]) -> None:
    found = []
    for size in (ROOM, NO_ROOM):
        room(size)
        report = check_sources(discover(["."]), config())
        indexes = LineIndexes(report.documents, lambda document: spool.whole(document).source)
        topics = topics_of(report, config())
        found.append(
            [(topic, [indexes[cell.path].position(cell.place.span.start) for cell in topic.cells]) for topic in topics]
        )
    assert found[0] == found[1] != []


def test_tellings_of_a_spool_are_a_sequence(pages: Path, room: Callable[[int], None]) -> None:
    pairs = []
    for size in (ROOM, NO_ROOM):
        room(size)
        pairs.append({each.path: each.tellings for each in check_sources(discover(["."]), config()).documents})
    held, read = pairs
    spooled = [path for path, each in read.items() if isinstance(each, spool.Spooled)]
    assert spooled == ["0.md", "2.md", "4.md"]  # there is a finding in 1.md and in 5.md, and nothing is told in 3.md
    for path in spooled:
        assert (len(read[path]), tuple(read[path]), read[path][0]) == (len(held[path]), held[path], held[path][0])
        assert read[path][:1] == held[path][:1]


def test_a_full_disk_costs_memory_and_nothing_else(
    pages: Path, room: Callable[[int], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    room(ROOM)
    wanted = check_sources(discover(["."]), config())
    room(NO_ROOM)
    tried = []

    def full_disk(_: spool.Spool, content: bytes) -> int:
        tried.append(content)
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(spool.Spool, "_written", full_disk)
    assert check_sources(discover(["."]), config()) == wanted
    assert len(tried) == 1


def telling(path: str, source: str) -> DocumentReport:
    """The report of a document that tells something, if not what it seems to."""
    return DocumentReport(path, source, None, 1, 1, (), tellings=check_text(TEXTS[0]).tellings)


class Slow:
    """A file that writes three bytes at a time."""

    def __init__(self, file: BinaryIO) -> None:
        """Stand before this one."""
        self.seek, self.read, self._file = file.seek, file.read, file

    def write(self, content: memoryview) -> int:
        """Write some of it; how much."""
        return self._file.write(content[:3])


def test_a_write_that_is_cut_short_goes_on() -> None:
    held = spool.Spool(NO_ROOM)
    held.lean(telling("a", "x" * 10))
    whole = held._file
    assert whole is not None
    held._file = Slow(whole)  # type: ignore[assignment]
    assert spool.whole(held.lean(telling("b", "Ä\ud800" * 10))).source == "Ä\ud800" * 10


def test_memory_grows_by_little_with_the_documents(
    tmp_path: Path, room: Callable[[int], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Measured between 200 and 800 documents of 20 KB, of which each tells the same: with the text it is 20 KB each."""
    monkeypatch.chdir(tmp_path)
    room(NO_ROOM)
    filler = "A sentence that says nothing of the kind. " * 500
    for number in range(800):
        (tmp_path / f"{number:03}.txt").write_text(
            f"{filler}\nAlopecia areata is an autoimmune disease.\n", encoding="utf-8"
        )
    sources = discover(["."], Settings(isolated=True))
    check_sources(sources[:2], config())
    held = []
    for number in (200, 800):
        tracemalloc.start()
        report = check_sources(sources[:number], config())
        held.append(tracemalloc.get_traced_memory()[0])
        tracemalloc.stop()
        assert len(report.documents) == number
    assert (held[1] - held[0]) / 600 < 1500
