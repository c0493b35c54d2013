"""Packs that installed distributions bring: found by their entry points, without importing anything of theirs.

A distribution names a pack in its metadata:

    [project.entry-points."factcheck.packs"]
    headache = "headache_rules"

`headache` is the pack's id; `headache_rules` is a package whose folder holds `pack.yaml`, or a folder
of the pack's name that does. The folder is looked up among the distribution's files.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from importlib.metadata import distributions
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from factcheck.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.metadata import Distribution

GROUP = "factcheck.packs"
_PACK = "pack.yaml"
_MODULE = re.compile(r"[A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z_][A-Za-z0-9_]*)*\Z")
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")


@dataclass(frozen=True, slots=True)
class Installed:
    """A pack of a distribution; `folder` is None if no folder of it holds the pack."""

    name: str
    distribution: str
    version: str
    module: str
    folder: Path | None


def installed_packs() -> list[Installed]:
    """Every pack that an installed distribution names, sorted by name; of one distribution the first on the path."""
    found: dict[tuple[str, str], Installed] = {}
    for each in distributions():
        for entry in each.entry_points:
            if entry.group == GROUP and _NAME.match(entry.name):
                module = entry.value.partition(":")[0].strip()
                own = str(each.metadata["Name"])
                pack = Installed(entry.name, own, each.version, module, _folder(each, module, entry.name))
                found.setdefault((entry.name, own.lower()), pack)
    return [found[key] for key in sorted(found)]


def find_installed(pack: str) -> Path | None:
    """The folder of an installed pack of this name; None if no distribution names one.

    Raises UserError if two distributions do, or if the one that does brings no such folder.
    """
    found = [each for each in installed_packs() if each.name == pack]
    if len(found) > 1:
        owners = " and ".join(each.distribution for each in found)
        raise UserError(pack, f"{owners} both bring a pack of this name", "give the folder of the one that you want")
    if found and found[0].folder is None:
        what = f'{found[0].distribution} names a pack in "{found[0].module}", but no {_PACK} is there'
        raise UserError(pack, what, f'ask its authors: the entry point group "{GROUP}" names a package with a {_PACK}')
    return found[0].folder if found else None


def installed_name(folder: Path) -> str:
    """The name under which a distribution brings the pack of this folder, or nothing."""
    return next((each.name for each in installed_packs() if each.folder == folder), "")


def _folder(distribution: Distribution, module: str, name: str) -> Path | None:
    """The folder of a module of a distribution, or the one of the pack's name in it, that holds a pack."""
    if not _MODULE.match(module):
        return None
    path = module.replace(".", "/")
    wanted = (f"{path}/{_PACK}", f"{path}/{name}/{_PACK}")
    listed = {file.as_posix() for file in distribution.files or ()}
    for each in wanted:
        if each in listed:
            file = Path(str(distribution.locate_file(each)))
            if file.is_file():
                return file.parent.resolve()
    roots = [(root, each) for root in _sources(distribution) for each in wanted]
    return next(((root / each).parent.resolve() for root, each in roots if (root / each).is_file()), None)


def _sources(distribution: Distribution) -> Iterator[Path]:
    """The folders in which an editable install keeps its packages, by what its installer wrote down."""
    try:
        told = json.loads(distribution.read_text("direct_url.json") or "{}")
        url = urlsplit(str(told.get("url", "")))
        editable = bool(told.get("dir_info", {}).get("editable"))
    except (ValueError, AttributeError):
        return
    if editable and url.scheme == "file":
        root = Path(unquote(url.path))
        yield from (root, root / "src")
