"""Packs in memory: load, validate, ask. `load_knowledge` gives the base; `validate_packs` gives every mistake."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.knowledge.base import KnowledgeBase
from factcheck.knowledge.cache import kept, load_knowledge
from factcheck.knowledge.places import built_in_packs, find_pack, rules_folder, schema_folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from factcheck.errors import UserError
    from factcheck.knowledge.yaml_file import Place


def entry_places(folders: Iterable[Path]) -> dict[str, Place]:
    """Id of every fact, set and term of sound packs, given by their folders -> its place in the files."""
    from factcheck.knowledge.entries import entry_places as places

    return places(folders)


def validate_packs(packs: Sequence[str]) -> list[UserError]:
    """Every mistake of packs (names or paths) and of those that they require; nothing if they are sound."""
    from factcheck.knowledge.load import try_packs

    return list(try_packs(packs).mistakes)


__all__ = [
    "KnowledgeBase",
    "built_in_packs",
    "entry_places",
    "find_pack",
    "kept",
    "load_knowledge",
    "rules_folder",
    "schema_folder",
    "validate_packs",
]
