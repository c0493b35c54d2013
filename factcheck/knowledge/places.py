"""Where packs and schemas are: beside the package in a checkout, inside it in an installed wheel."""

from __future__ import annotations

from pathlib import Path

from factcheck.errors import UserError, did_you_mean

_PACKAGE = Path(__file__).resolve().parent.parent


def rules_folder() -> Path:
    """The folder of the built-in packs."""
    return _shipped("rules")


def schema_folder() -> Path:
    """The folder of the JSON Schemas."""
    return _shipped("schema")


def built_in_packs() -> dict[str, Path]:
    """Name -> folder of every built-in pack, in the order of the names."""
    folder = rules_folder()
    if not folder.is_dir():
        return {}
    return {path.name: path for path in sorted(folder.iterdir()) if (path / "pack.yaml").is_file()}


def find_pack(pack: str, beside: Path | None = None) -> Path:
    """The folder of a pack: a built-in name, a path, or the name of an installed pack.

    `beside` is a folder that may hold it too. Raises UserError if there is none.
    """
    built_in = built_in_packs()
    if pack in built_in:
        return built_in[pack]
    plain = Path(pack).name == pack and pack not in {"", ".", ".."}
    if plain and beside is not None and (beside / pack / "pack.yaml").is_file():
        return (beside / pack).resolve()
    path = Path(pack)
    if pack and (path / "pack.yaml").is_file():
        return path.resolve()
    if plain:
        from factcheck.knowledge.installed import find_installed, installed_packs  # not at start: it reads all metadata

        folder = find_installed(pack)
        if folder is not None:
            return folder
        raise _no_pack(pack, path, [*built_in, *(each.name for each in installed_packs())])
    raise _no_pack(pack, path, list(built_in))


def shown(path: Path) -> str:
    """A path as messages write it: from the working folder if it lies there, with `/`."""
    try:
        return path.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()


def _shipped(name: str) -> Path:
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def _no_pack(pack: str, path: Path, known: list[str]) -> UserError:
    if pack and path.is_dir():
        return UserError(pack, "this folder is no pack: it has no pack.yaml", "see docs/rule-authors.md")
    if path.name == "pack.yaml" and path.is_file():
        return UserError(pack, "a pack is given by its folder", f'write "{path.parent.as_posix()}"')
    if "/" in pack or "\\" in pack:
        return UserError(pack, "there is no such folder", did_you_mean(path.name, known))
    return UserError(pack, f'there is no pack "{pack}"', did_you_mean(pack, known))
