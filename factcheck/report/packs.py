"""The packs of rules, for `rules list`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck import __version__
from factcheck.report.json_text import json_text
from factcheck.report.plain import plain

if TYPE_CHECKING:
    from factcheck.report.look import Look

SCHEMA_VERSION = 1
_ONE = {"entities": "entity"}


@dataclass(frozen=True, slots=True)
class PackRow:
    """A pack in use: where it comes from, what it builds on, and how much of what it holds."""

    id: str
    version: str
    title: str
    origin: str
    requires: tuple[str, ...]
    counts: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class IdlePack:
    """A pack that could be used by its name."""

    id: str
    origin: str


def render_packs(rows: Sequence[PackRow], idle: Sequence[IdlePack], look: Look) -> str:
    """A paragraph for each pack in use, then the names of the others."""
    return "".join(f"{line}\n" for line in _lines(rows, idle, look))


def _lines(rows: Sequence[PackRow], idle: Sequence[IdlePack], look: Look) -> Iterator[str]:
    for row in rows:
        yield f"{look.ink(plain(row.id), 'path')} {plain(row.version)} ({plain(row.origin)})"
        yield f"    {plain(row.title)}"
        yield f"    {_contents(row.counts) or 'words and cues'}"
        if row.requires:
            yield f"    requires {plain(', '.join(row.requires))}"
    if idle:
        others = ", ".join(f"{each.id} ({each.origin})" for each in idle)
        yield from ("", f"not in use: {plain(others)}")


def render_packs_json(rows: Sequence[PackRow], idle: Sequence[IdlePack]) -> str:
    """The same for machines."""
    packs = [
        {
            "id": row.id,
            "version": row.version,
            "title": row.title,
            "origin": row.origin,
            "requires": list(row.requires),
            "counts": dict(row.counts),
        }
        for row in rows
    ]
    return json_text(
        {
            "schema_version": SCHEMA_VERSION,
            "tool": {"name": "factcheck", "version": __version__},
            "packs": packs,
            "not_in_use": [{"id": each.id, "origin": each.origin} for each in idle],
        }
    )


def _contents(counts: Sequence[tuple[str, int]]) -> str:
    """`40 entities, 1 fact, 2 sets`."""
    words = ((count, name if count != 1 else _ONE.get(name, name.removesuffix("s"))) for name, count in counts)
    return ", ".join(f"{count} {word}" for count, word in words if count)
