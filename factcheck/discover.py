"""Paths to Sources: what to read, in one order, whatever the order in which it was named.

Folders are walked; hidden files and folders, what `.gitignore` or the settings exclude, formats without a reader and
the pages of our own reports are passed over there. A file that is named is always taken, unless the settings say
otherwise.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from glob import glob, has_magic
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.config import Settings, match
from factcheck.errors import UserError, UserErrors, did_you_mean
from factcheck.readers import NAMED, reader_for

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pathspec import GitIgnoreSpec

    from factcheck.config import Config
    from factcheck.readers import ReaderEntry


PAGES = ".factcheck-pages"
"""A file that stands in the folder of a report of pages and names them, a line each."""


@dataclass(frozen=True, slots=True)
class Source:
    """One file to read: `path` as reports name it, `place` as the system finds it.

    `path` is relative to the working directory, with `/`, if the file is below it; otherwise it is
    the path that was named. `format` is the name of its reader, or empty where its suffix tells it.
    `config` are its own settings, if it has any. `aside` is whether a file beside it may silence findings.
    """

    path: str
    place: str
    format: str = ""
    config: Config | None = None
    aside: bool = True

    @property
    def file(self) -> Path:
        """Where it is found, to be opened."""
        return Path(self.place)


class Configs(dict[str, "Config"]):
    """The settings of every source by its path; only those are held that are not the ones of the run."""

    def __init__(self, sources: Iterable[Source], config: Config) -> None:
        """Of these sources in a run with these settings."""
        super().__init__((s.path, s.config) for s in sources if s.config is not None and s.config is not config)
        self._config = config

    def __missing__(self, path: str) -> Config:
        """The settings of the run."""
        return self._config


def discover(paths: Sequence[str], settings: Settings | None = None) -> list[Source]:
    """The files that the paths name or hold, each once, sorted by path.

    A path is a file, a folder or a glob that the shell did not expand. Without `settings` no settings file
    counts. Raises UserErrors, with every path that does not exist and every folder that cannot be listed, and
    UserError for a settings file that is wrong.
    """
    choice = Choice(settings)
    mistakes: list[UserError] = []
    found = _once(_found(paths, choice, mistakes))
    if mistakes:
        raise UserErrors(mistakes)
    return [choice.source(shown, file) for shown, file in found]


def _found(paths: Iterable[str], choice: Choice, mistakes: list[UserError]) -> Iterator[tuple[bool, str]]:
    """Every file below the paths, with whether it was named; what is wrong with a path is added to the mistakes."""
    for named in paths:
        matches = _expand(named)
        if not matches:
            mistakes.append(_missing(named))
        for path in matches:
            if path.is_dir():
                yield from ((False, file) for file in _Walk(path, mistakes, choice))
            elif choice.takes_named(path):
                yield True, str(path)


def _expand(named: str) -> list[Path]:
    path = Path(named)
    try:
        if path.exists():
            return [path]
    except (OSError, ValueError):
        return []
    return [Path(match) for match in sorted(glob(named, recursive=True))] if has_magic(named) else []  # noqa: PTH207


def _missing(named: str) -> UserError:
    """The mistake, with the nearest name in the folder where the path was looked for."""
    path = Path(named)
    if has_magic(named) and not path.parent.is_dir():
        return UserError(named, "no file matches")
    try:
        names = [entry.name for entry in os.scandir(path.parent)]
    except (OSError, ValueError):
        return UserError(named, "no such file or folder")
    hint = did_you_mean(path.name, names)
    if not hint.startswith("did you mean"):
        return UserError(named, "no such file or folder")
    near = hint.split('"')[1]
    return UserError(named, "no such file or folder", f'did you mean "{(path.parent / near).as_posix()}"?')


def _once(found: Iterable[tuple[bool, str]]) -> list[tuple[str, str]]:
    """Each real file once, with its path: the name it was given, else its own, else the first link to it."""
    best: dict[str, tuple[bool, bool, str, str]] = {}
    for named, file in found:
        real = os.path.realpath(file)
        shown = _shown(file)
        linked = os.path.normcase(os.path.abspath(file)) != os.path.normcase(real)  # noqa: PTH100
        rank = (not named, linked, shown, file if file != shown else shown)  # of many files each name is kept once
        if real not in best or rank[:3] < best[real][:3]:
            best[shown if real == shown else real] = rank
    return [(shown, file) for _, _, shown, file in sorted(best.values(), key=lambda rank: rank[2])]


def _shown(file: str) -> str:
    """The path as reports name it; links are not resolved."""
    absolute = os.path.abspath(file)  # noqa: PTH100
    here = os.path.join(os.getcwd(), "")  # noqa: PTH109, PTH118
    below = os.path.normcase(absolute).startswith(os.path.normcase(here))
    shown = absolute[len(here) :] if below else os.path.normpath(file)
    return shown.replace(os.sep, "/")


class Choice:
    """Which files are read, and how: what the settings of each say."""

    def __init__(self, settings: Settings | None) -> None:
        """Ask these settings; None leaves every source without settings of its own."""
        self._own = settings is not None
        self._settings = settings or Settings(isolated=True)

    def takes(self, path: Path) -> bool:
        """Whether a file that was found in a folder is read."""
        file = _absolute(path)
        config = self._settings.of(file)
        reader = self._reader(file, config)
        if reader is None or (reader.records and not config.text_field):
            return False
        return (not config.include or match(config.include, file)) and not match(config.exclude, file)

    def takes_named(self, path: Path) -> bool:
        """Whether a file that was named is read: always, but for what is excluded by force."""
        config = self._settings.of(_absolute(path))
        return not (config.force_exclude and match(config.exclude, _absolute(path)))

    def source(self, shown: str, path: str, place: str = "") -> Source:
        """The source of a path; its bytes are at `place`, if they are not there."""
        absolute = _absolute(path)
        config = self._settings.of(absolute)
        reader = self._reader(absolute, config)
        return Source(shown, place or path, reader.name if reader else "", config if self._own else None)

    def _reader(self, file: Path, config: Config) -> ReaderEntry | None:
        """The reader of a file, by the settings or by its suffix. Raises UserError for a format that does not exist."""
        named = next((name for glob, name in reversed(config.formats) if match((glob,), file)), "")
        if named and named not in NAMED:
            place = f"{config.origin('formats')}: formats"
            raise UserError(place, f'no reader is called "{named}"', did_you_mean(named, NAMED))
        return NAMED[named] if named else reader_for(file.name)


def _absolute(path: str | Path) -> Path:
    """The absolute path, links not resolved."""
    return Path(os.path.abspath(path))  # noqa: PTH100


class _Walk:
    """The files below a folder that are read, in sorted order."""

    def __init__(self, top: Path, mistakes: list[UserError], choice: Choice) -> None:
        self._choice = choice
        self._top = top
        self._mistakes = mistakes
        self._seen: set[str] = set()

    def __iter__(self) -> Iterator[str]:
        """Walk; a folder that cannot be listed is added to the mistakes."""
        return self._folder(self._top, _specs_above(self._top))

    def _folder(self, folder: Path, specs: list[tuple[Path, GitIgnoreSpec]]) -> Iterator[str]:
        pending = [(folder, specs)]
        while pending:
            folder, specs = pending.pop()
            real = os.path.realpath(folder)
            if real in self._seen:
                continue
            self._seen.add(real)
            try:
                entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
            except OSError as fault:
                self._mistakes.append(UserError(str(folder), f"cannot be listed ({fault.strerror})"))
                continue
            if folder != self._top and any(entry.name == PAGES for entry in entries):
                continue
            specs = [*specs, *_spec_in(folder)]
            for entry in entries:
                path = folder / entry.name
                is_folder = path.is_dir()
                if entry.name.startswith(".") or _is_ignored(path, is_folder, specs):
                    continue
                if is_folder:
                    pending.append((path, specs))
                elif path.is_file() and self._choice.takes(path):
                    yield str(path)


def _specs_above(top: Path) -> list[tuple[Path, GitIgnoreSpec]]:
    """The ignore files of the folders above, from the root of the repository down; none outside of one."""
    above: list[Path] = []
    folder = _absolute(top)
    while not (folder / ".git").exists():
        if folder.parent == folder:
            return []
        folder = folder.parent
        above.insert(0, folder)
    return [spec for folder in above for spec in _spec_in(folder)]


def _spec_in(folder: Path) -> list[tuple[Path, GitIgnoreSpec]]:
    """The ignore file of a folder, with the folder that its patterns are relative to."""
    try:
        lines = (folder / ".gitignore").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return []
    from pathspec import GitIgnoreSpec

    return [(_absolute(folder), GitIgnoreSpec.from_lines(lines))]


def _is_ignored(path: Path, is_folder: bool, specs: list[tuple[Path, GitIgnoreSpec]]) -> bool:
    """Whether git would ignore it: the nearest ignore file that says anything decides."""
    absolute = _absolute(path) if specs else path
    for root, spec in reversed(specs):
        relative = absolute.relative_to(root).as_posix() + ("/" if is_folder else "")
        verdict = spec.check_file(relative).include
        if verdict is not None:
            return verdict
    return False
