"""A settings file to start with: what a repository holds, and a commented line for each thing to decide."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from factcheck.config import Config
from factcheck.readers import DATE_KEYS, NAMED, ReadError, read

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.discover import Source

SAMPLE = 200
"""The most documents that are opened to see which dates they bear."""
_GENERATED = ("_site", "build", "dist", "node_modules", "public", "site", "vendor", "venv", "archive", "drafts")
_NOT_CONTENT = ("CHANGELOG", "CODE_OF_CONDUCT", "CONTRIBUTING", "LICENSE", "SECURITY")
_DATE_WORDS = ("review", "updat", "modif", "publish", "revis", "lastmod", "verified")


@dataclass(frozen=True, slots=True)
class Surveyed:
    """What a repository holds: documents by suffix, dates by name, folders and files that are no content, records."""

    suffixes: tuple[tuple[str, int], ...] = ()
    dates: tuple[tuple[str, int], ...] = ()
    doubtful: tuple[str, ...] = ()
    records: tuple[str, ...] = ()


def survey(found: Sequence[Source]) -> Surveyed:
    """What the documents that were found, and the records among them, are like."""
    records = [source.path for source in found if NAMED[source.format].records]
    sources = [source for source in found if source.path not in records]
    suffixes = Counter(PurePath(source.path).suffix.lower() for source in sources)
    dates: Counter[str] = Counter()
    for source in sources[:: max(1, len(sources) // SAMPLE)]:
        dates.update(_dates(source))
    parts = {part for source in sources for part in PurePath(source.path).parts[:-1]}
    names = {PurePath(source.path).name for source in sources if PurePath(source.path).stem.upper() in _NOT_CONTENT}
    return Surveyed(
        tuple(suffixes.most_common()),
        tuple(dates.most_common()),
        (*(f"{name}/" for name in _GENERATED if name in parts), *sorted(names)),
        tuple(records[:3]),
    )


def _dates(source: Source) -> set[str]:
    """The names of the dates that a document bears, but for that in its file's name."""
    try:
        return {name for name, _ in read(source.path, source.file.read_bytes(), source.format).days} - {"filename"}
    except (OSError, ReadError):
        return set()


def settings_file(found: Surveyed) -> str:
    """A commented `.factcheck.yaml`; what is not in doubt is left at its default, and says so."""
    documents = ", ".join(f"{count} {suffix or 'without suffix'}" for suffix, count in found.suffixes) or "none yet"
    own = [name for name, _ in found.dates if name not in DATE_KEYS and any(word in name for word in _DATE_WORDS)]
    lines = [
        "# Settings of factcheck. Documents found when this was written: " + documents + ".",
        "# Each setting is optional; `factcheck . --show-settings` tells what holds, and why.",
        "",
        "# Packs of rules: names of built-in or installed ones, or folders (./rules/our-pack).",
        f"rules: [{', '.join(Config().rules)}]",
        "",
        "# From which severity on a run fails: error, warning, note or never.",
        "fail-on: error",
        "",
        *_excluded(found.doubtful),
        *_dated(own),
        *_fields(found.records),
        "# Findings that you do not want: codes, prefixes of codes or facts, everywhere or in some files.",
        "# ignore: [FC501]",
        "# per-file-ignores:",
        "#   news/: [FC301]            # news tells what was true on its day",
        "",
        "# Findings of a code or fact with another severity than that of the pack.",
        "# severity: {FC501: note}",
        "",
        '# Findings of the day on which you begin: "factcheck baseline ." writes them, then:',
        "# baseline: .factcheck-baseline.json",
    ]
    return "".join(f"{line}\n" for line in lines)


def _excluded(doubtful: Sequence[str]) -> list[str]:
    head = "# Files to pass over, as in .gitignore (which is honoured anyway)."
    if doubtful:
        return [f"{head} These do not look like content:", f"exclude: [{', '.join(doubtful)}]", ""]
    return [head, "# exclude: [drafts/]", ""]


def _dated(own: Sequence[str]) -> list[str]:
    head = "# Under which names a date counts as that of its document; an undated document is judged as of today."
    usual = ", ".join(DATE_KEYS)
    if own:
        return [head, f"# Your documents bear {', '.join(own)} besides.", f"dates: [{usual}, {', '.join(own)}]", ""]
    return [head, f"# dates: [{usual}]", ""]


def _fields(records: Sequence[str]) -> list[str]:
    if not records:
        return []
    head = f"# Records ({', '.join(records)}) are read once you name the field that holds their text."
    return [head, "# text-field: body", "# text-format: markdown", ""]
