"""Real pages: every finding of a run quotes what stands at its line and column. `make test-slow` runs it."""

from __future__ import annotations

import re
import sys
import tarfile
from collections.abc import Iterator, Sequence
from email import message_from_string
from functools import lru_cache
from itertools import islice
from pathlib import Path

import pytest

from factcheck.config import Config
from factcheck.discover import Source
from factcheck.model.finding import Report
from factcheck.report.as_json import as_data
from factcheck.run import check_sources
from tests.scratch_project import ROOT

pytestmark = [pytest.mark.slow, pytest.mark.timeout(3600)]

CORPUS = ROOT.parent / "shared" / "corpora" / "nih-health-md.tar.xz"
WANTED = 200
LARGEST = 60_000
_TYPES = {"text/markdown": ".md", "text/x-rst": ".rst"}


def assert_quotes(report: Report, sources: Sequence[Source]) -> int:
    """Each finding quotes its place, found by line and column in the file itself; how many there are."""
    texts = {source.path: source.file.read_bytes().decode("utf-8-sig") for source in sources}
    count = 0
    for document in as_data(report)["documents"]:
        if any(finding["code"] == "FC901" for finding in document["findings"]):
            continue
        lines = re.split(r"(?<=\n)|(?<=\r)(?!\n)", texts[document["path"]])
        for finding in document["findings"]:
            first, last = finding["line"] - 1, finding["end_line"] - 1
            said = lines[first : last + 1]
            said[-1] = said[-1][: finding["end_column"] - 1]
            said[0] = said[0][finding["column"] - 1 :]
            assert "".join(said) == finding["quote"], (document["path"], finding["line"])
            count += 1
    return count


@pytest.mark.skipif(not CORPUS.exists(), reason="the corpora are not beside this checkout")
def test_every_finding_in_the_corpus_stands_where_it_says(tmp_path: Path) -> None:
    with tarfile.open(CORPUS) as archive:
        for member in archive:
            if member.isfile() and member.name.endswith(".md"):
                file = archive.extractfile(member)
                assert file is not None
                (tmp_path / member.name.replace("/", "-")).write_bytes(file.read())
    sources = [Source(file.name, str(file)) for file in sorted(tmp_path.iterdir())]
    assert len(sources) > 5_000
    assert assert_quotes(check_sources(sources, Config(isolated=True)), sources) > 20


@lru_cache(maxsize=1)
def pages() -> list[Path]:
    """Pages that installed packages brought: READMEs, other Markdown and reStructuredText, and HTML."""
    places = [Path(base) for base in dict.fromkeys((sys.prefix, sys.base_prefix, "/usr/share", "/usr/lib"))]
    found: list[Path] = []
    for pattern in ("README*.md", "README*.rst", "*.html", "*.md", "*.rst"):
        files = (file for place in places for file in sorted(place.rglob(pattern)))
        found += islice((file for file in files if file.is_file() and 0 < file.stat().st_size < LARGEST), WANTED // 4)
    return list(dict.fromkeys(found))


def descriptions(folder: Path) -> Iterator[Source]:
    """The README of each installed distribution, as its metadata hold it."""
    for number, file in enumerate(sorted(Path(sys.prefix).rglob("*.dist-info/METADATA"))):
        told = message_from_string(file.read_text(encoding="utf-8"))
        suffix = _TYPES.get(told.get("Description-Content-Type", "").partition(";")[0].strip(), "")
        text = str(told.get_payload())
        if suffix and text.strip() and len(text) < LARGEST:
            path = folder / f"{number}{suffix}"
            path.write_text(text, encoding="utf-8", newline="")
            yield Source(path.name, str(path))


def test_every_finding_in_readmes_and_pages_stands_where_it_says(tmp_path: Path) -> None:
    sources = [Source(f"{number}{file.suffix}", str(file)) for number, file in enumerate(pages())]
    sources += descriptions(tmp_path)
    if len(sources) < WANTED:
        pytest.skip(f"only {len(sources)} pages are installed here")
    added = []
    for number, source in enumerate(sources):
        raw = source.file.read_bytes()
        try:
            raw.decode("utf-8-sig")
        except UnicodeDecodeError:
            continue
        end = "<p>" if source.path.endswith(".html") else ""
        wrong = tmp_path / f"with-{number}{source.file.suffix}"
        wrong.write_bytes(raw + f"\n\n{end}Ruxotilinib is one of the enzymes called cytokines.\n".encode())
        added.append(Source(wrong.name, str(wrong)))
    assert assert_quotes(check_sources(added, Config(isolated=True)), added) > len(added)
