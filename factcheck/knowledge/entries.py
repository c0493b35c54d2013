"""Where the entries of packs stand: id of a fact, set or term -> its place in the files."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from factcheck.errors import UserError
from factcheck.knowledge.folder import files_of
from factcheck.knowledge.yaml_file import Place, read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_KEYS = ("facts", "sets", "terms")


def entry_places(folders: Iterable[Path]) -> dict[str, Place]:
    """The place of every fact, set and term of sound packs. Raises UserError for a file that cannot be read."""
    found: dict[str, Place] = {}
    for folder in folders:
        for kind, path in files_of(folder):
            if kind == "facts":
                place = Place(read_yaml(path))
                for key in _KEYS:
                    for number, data in enumerate(place.file.data.get(key) or ()):
                        found.setdefault(data["id"], place.at(key, number))
    return found


def ids_in(folders: Iterable[Path]) -> dict[str, Place]:
    """As `entry_places`, of packs that may be unfinished: what cannot be read is passed over."""
    found: dict[str, Place] = {}
    for folder in folders:
        for path in (path for kind, path in files_of(folder) if kind == "facts"):
            with suppress(UserError):
                place = Place(read_yaml(path))
                data = place.file.data if isinstance(place.file.data, dict) else {}
                for key in _KEYS:
                    listed = data.get(key)
                    for number, each in enumerate(listed if isinstance(listed, list) else ()):
                        if isinstance(each, dict) and isinstance(each.get("id"), str):
                            found.setdefault(each["id"], place.at(key, number))
    return found
