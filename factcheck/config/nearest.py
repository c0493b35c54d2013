"""Which settings hold for which document: those of the nearest file above it, under the options of the command."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from factcheck.config.file import nearest_file, read_file
from factcheck.config.globs import match
from factcheck.config.values import Config


class Settings:
    """The settings of every document of a run; a file is read once, however many documents it holds for.

    `file` is the one settings file to read, for all; without it each document has the nearest one above it.
    `isolated` reads none. An option that is None or empty leaves a file's value.
    """

    def __init__(self, file: str | None = None, *, isolated: bool = False, **options: Any) -> None:
        """Read the file that is named, or the nearest of the current folder. Raises UserError if it is wrong."""
        self._file = Path(file) if file else None
        self._isolated = isolated
        self._options = {name: value for name, value in options.items() if value not in (None, ())}
        self._folders: dict[Path, Path | None] = {}
        self._files: dict[Path | None, Config] = {}
        self.here = self._in(Path.cwd())

    def of(self, file: Path) -> Config:
        """The settings of a document, by its absolute path. Raises UserError for a settings file that is wrong."""
        config = self._in(file.parent)
        ignored = tuple(code for glob, codes in config.per_file_ignores if match((glob,), file) for code in codes)
        return replace(config, ignore=(*config.ignore, *ignored)) if ignored else config

    def _in(self, folder: Path) -> Config:
        if folder not in self._folders:
            self._folders[folder] = self._file or (None if self._isolated else nearest_file(folder))
        path = self._folders[folder]
        if path not in self._files:
            self._files[path] = self._read(path)
        return self._files[path]

    def _read(self, path: Path | None) -> Config:
        config, origins = Config(isolated=self._isolated), {name: _option(name) for name in self._options}
        if path is not None:
            told = read_file(path)
            origins = told.origins | origins
            config = replace(config, **told.values, file=path.as_posix(), root=path.resolve().parent)
        return replace(config, **self._options, origins=tuple(origins.items()))


def _option(name: str) -> str:
    return "--" + name.replace("_", "-")


def load_config(file: str | None = None, *, isolated: bool = False, **options: Any) -> Config:
    """The settings of the current folder, as `Settings` has them. Raises UserError for a file that is wrong."""
    return Settings(file, isolated=isolated, **options).here
