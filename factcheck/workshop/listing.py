"""Which packs there are: those in use with what they hold, and those that could be used."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.knowledge import built_in_packs
from factcheck.knowledge.installed import installed_packs
from factcheck.knowledge.places import shown
from factcheck.report.packs import IdlePack, PackRow

if TYPE_CHECKING:
    from factcheck.knowledge import KnowledgeBase
    from factcheck.model.knowledge import Pack
    from factcheck.workshop.examples import Entry

BUILT_IN = "built in"


def packs_in_use(kb: KnowledgeBase) -> list[PackRow]:
    """The packs of a base, those that others build on first, each with its origin and counts."""
    origins = _origins()
    rows = []
    for pack, folder in zip(kb.packs, kb.folders, strict=True):
        origin = origins.get(Path(folder)) or shown(Path(folder))
        rows.append(PackRow(pack.id, pack.version, pack.title, origin, pack.requires, _counts(pack)))
    return rows


def idle_packs(kb: KnowledgeBase) -> list[IdlePack]:
    """Built-in and installed packs that a base does not hold, by name."""
    used = {Path(folder) for folder in kb.folders}
    names = {folder: name for name, folder in built_in_packs().items()}
    names |= {each.folder: each.name for each in installed_packs() if each.folder}
    found = {IdlePack(names[folder], origin) for folder, origin in _origins().items() if folder not in used}
    return sorted(found, key=lambda each: (each.id, each.origin))


def _origins() -> dict[Path, str]:
    """Folder -> where its pack comes from, for packs that are found by name."""
    found = {each.folder: f"{each.distribution} {each.version}" for each in installed_packs() if each.folder}
    return found | dict.fromkeys(built_in_packs().values(), BUILT_IN)


def _counts(pack: Pack) -> tuple[tuple[str, int], ...]:
    entries: list[Entry] = [*pack.facts, *pack.sets, *pack.terms]
    return (
        ("entities", len(pack.entities)),
        ("relations", len(pack.relations)),
        ("facts", len(pack.facts)),
        ("sets", len(pack.sets)),
        ("terms", len(pack.terms)),
        ("citations", len(pack.citations)),
        ("examples", sum(len(entry.examples) for entry in entries)),
    )
