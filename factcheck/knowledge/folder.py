"""The files of a pack's folder: which there are, what kind each is, and a digest of what they say."""

from __future__ import annotations

from pathlib import Path

from factcheck.errors import UserError, did_you_mean
from factcheck.knowledge.places import shown
from factcheck.model.digest import blake2b

_KINDS = {
    "citations": "citations",
    "cues": "cues",
    "vocabulary": "relations",
    "relations": "relations",
    "entities": "entities",
    "facts": "facts",
}
_PACK, _GUARDS = "pack.yaml", "guards.txt"
_MAX_FILES = 2_000


def files_of(folder: Path) -> list[tuple[str, Path]]:
    """(kind, path) of every file that is loaded, in a fixed order; kind is a schema's name or `guards`.

    What one file holds (`facts.yaml`) may be split over a folder of that name (`facts/*.yaml`).
    """
    found = [("pack", folder / _PACK)]
    for name, kind in _KINDS.items():
        found += [(kind, path) for path in (folder / f"{name}.yaml", *sorted((folder / name).rglob("*.yaml")))]
    found.append(("guards", folder / _GUARDS))
    found = [(kind, path) for kind, path in found if path.is_file()]
    if len(found) > _MAX_FILES:
        raise UserError(shown(folder), f"a pack has at most {_MAX_FILES} files")
    return found


def stray_files(folder: Path) -> list[UserError]:
    """A mistake for every YAML file or folder that looks like a part of the pack but would not be loaded."""
    found = []
    for path in sorted(folder.iterdir()):
        if path.name.startswith("."):
            continue
        if path.is_dir():
            strays = [path] if _is_near(path.name) else []
            strays += sorted(path.rglob("*.yml")) if path.name in _KINDS else []
        else:
            known = path.suffix == ".yaml" and (path.stem in _KINDS or path.name == _PACK)
            strays = [path] if path.suffix in {".yaml", ".yml"} and not known else []
        found += [UserError(shown(each), "this is not loaded", _hint(each.relative_to(folder))) for each in strays]
    return found


def digest_of(folder: Path) -> str:
    """A digest of the names and content of all files that are loaded."""
    found = blake2b(digest_size=20)
    for kind, path in files_of(folder):
        content = path.read_bytes()
        head = f"{kind}\0{path.relative_to(folder).as_posix()}\0{len(content)}\0"
        found.update(head.encode("utf-8", "surrogateescape") + content)
    return found.hexdigest()


def _is_near(name: str) -> bool:
    return name not in _KINDS and did_you_mean(name, _KINDS).startswith("did")


def _hint(path: Path) -> str:
    if path.suffix == ".yml":
        return "name it .yaml"
    return did_you_mean(path.stem, [*_KINDS, "pack"])
