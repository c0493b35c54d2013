"""A report that is a folder: its pages are written one by one, those of an earlier report that are gone are removed."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from factcheck.cli.output import replace
from factcheck.discover import PAGES
from factcheck.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable


def write_folder(names: Collection[str], pages: Iterable[tuple[str, str]], folder: str) -> None:
    """Write pages, each with its name, into a folder, which is made if need be; `names` are those of all of them.

    Each file is there whole or not at all. Nothing is touched that is not a page of such a report. Raises UserError for
    a folder that holds other things, and if a file cannot be written.
    """
    top = Path(folder)
    try:
        before = _listed(top, folder)
        top.mkdir(parents=True, exist_ok=True)
        _list(top, {*before, *names})
        for name, text in pages:
            file = top / name
            file.parent.mkdir(parents=True, exist_ok=True)
            replace(file, text.encode("utf-8", "backslashreplace"))
        for name in before.difference(names):
            (top / name).unlink(missing_ok=True)
        _list(top, names)
    except OSError as error:
        raise UserError(f"-o {folder}", f"cannot be written ({(error.strerror or str(error)).lower()})") from error


def _listed(top: Path, folder: str) -> set[str]:
    """The pages of an earlier report that stands there."""
    if top.exists() and not top.is_dir():
        raise UserError(f"-o {folder}", "is a file; a report of many pages takes a folder", "name another folder")
    if not top.exists() or not any(top.iterdir()):
        return set()
    if not (top / PAGES).exists():
        raise UserError(f"-o {folder}", "holds files that are no such report", "name an empty folder or a new one")
    lines = (top / PAGES).read_text(encoding="utf-8").splitlines()
    return {line for line in lines if line and not PurePosixPath(line).is_absolute() and ".." not in line.split("/")}


def _list(top: Path, names: Collection[str]) -> None:
    replace(top / PAGES, "".join(f"{name}\n" for name in sorted(names)).encode())
