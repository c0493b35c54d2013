"""A settings file: its values by field of Config, each with its place, and those of the files that it extends."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.config.globs import Glob
from factcheck.config.keys import KEYS
from factcheck.errors import UserError, did_you_mean

if TYPE_CHECKING:
    import yaml

FILE_NAME = ".factcheck.yaml"


@dataclass(slots=True)
class Told:
    """What settings files tell: field of Config -> value, and field -> `path:line:column` of its key."""

    values: dict[str, Any] = field(default_factory=dict)
    origins: dict[str, str] = field(default_factory=dict)


def nearest_file(folder: Path) -> Path | None:
    """The nearest settings file, up to the root of the repository; never that of the home folder."""
    for place in (folder, *folder.parents):
        if place == Path.home() and place != folder:
            return None
        if (place / FILE_NAME).is_file():
            return Path(os.path.relpath(place / FILE_NAME))
        if (place / ".git").exists():
            return None
    return None


def read_file(path: Path, above: tuple[Path, ...] = ()) -> Told:
    """What a file tells, over what the files tell that it extends. Raises UserError with the place of a mistake.

    `above` are the files, in full, that led here by `extends`.
    """
    own = _File(path)
    told = Told()
    here = path.resolve()
    for node, name in own.extended():
        other = Path(os.path.relpath(here.parent / name))
        if other.resolve() in (here, *above):
            raise own.wrong(node, f'"extends" comes back to {other.as_posix()}', "a file cannot extend itself")
        if not other.is_file():
            raise own.wrong(
                node, f'"extends" names {other.as_posix()}, which is no file', "it is relative to this file"
            )
        below = read_file(other, (here, *above))
        told.values |= below.values
        told.origins |= below.origins
    told.values |= own.values
    told.origins |= own.origins
    return told


class _File:
    """One file, without what it extends."""

    def __init__(self, path: Path) -> None:
        """Read it. Raises UserError."""
        self._path = path
        self.values: dict[str, Any] = {}
        self.origins: dict[str, str] = {}
        self._extends: list[tuple[yaml.Node, str]] = []
        text = self._text()
        self._lines = text.splitlines()
        for key, node in self._pairs(text):
            self._read(key, node)

    def extended(self) -> list[tuple[yaml.Node, str]]:
        """The files that this one extends, each with its place."""
        return self._extends

    def wrong(self, at: yaml.Node, what: str, hint: str = "") -> UserError:
        """The mistake of a place in this file."""
        line, column = at.start_mark.line, at.start_mark.column + 1
        return UserError(self._place(at), what, hint, line=self._lines[line], column=column)

    def _place(self, at: yaml.Node) -> str:
        return f"{self._path.as_posix()}:{at.start_mark.line + 1}:{at.start_mark.column + 1}"

    def _text(self) -> str:
        try:
            return self._path.read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            raise UserError(self._path.as_posix(), f"cannot be read ({_reason(error)})") from error

    def _pairs(self, text: str) -> list[tuple[yaml.Node, yaml.Node]]:
        import yaml

        try:
            root = yaml.compose(text, Loader=yaml.SafeLoader)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark
            place = f"{self._path.as_posix()}:{mark.line + 1}:{mark.column + 1}" if mark else self._path.as_posix()
            raise UserError(place, error.problem or "not YAML") from error
        except yaml.YAMLError as error:
            raise UserError(self._path.as_posix(), "not YAML") from error
        if root is None:
            return []
        if not isinstance(root, yaml.MappingNode):
            hint = f"allowed: {', '.join(sorted(KEYS))}"
            raise UserError(self._path.as_posix(), "a mapping of settings is wanted", hint)
        return list(root.value)

    def _read(self, key: yaml.Node, node: yaml.Node) -> None:
        """Keep one setting, or raise UserError with its place."""
        name = key.value if isinstance(key.value, str) else ""
        if name not in KEYS:
            raise self.wrong(key, f'unknown key "{name}"', did_you_mean(name, KEYS))
        target = name.replace("-", "_")
        if target in self.origins:
            raise self.wrong(key, f'"{name}" stands here twice')
        try:
            value = KEYS[name](_plain(node))
        except ValueError as error:
            raise self.wrong(_named(node, error), f'"{name}" {error.args[0]}') from error
        self.origins[target] = self._place(key)
        if name == "extends":
            self._extends = list(zip(_items(node), value, strict=True))
        else:
            self.values[target] = self._in_full(name, value)

    def _in_full(self, name: str, value: Any) -> Any:
        """A value whose paths hold wherever it is used."""
        folder = self._path.resolve().parent
        if name == "rules":
            return tuple(_pack(folder, rule) for rule in value)
        if name == "baseline":
            return Path(os.path.relpath(folder / value)).as_posix()
        if name in ("include", "exclude"):
            return tuple(Glob(folder.as_posix(), pattern) for pattern in value)
        if name in ("per-file-ignores", "formats"):
            return tuple((Glob(folder.as_posix(), pattern), told) for pattern, told in value)
        return value


def _items(node: yaml.Node) -> list[yaml.Node]:
    import yaml

    return list(node.value) if isinstance(node, yaml.SequenceNode) else [node]


def _named(node: yaml.Node, error: ValueError) -> yaml.Node:
    """The value of a mapping whose key a mistake names besides its text, or the whole."""
    import yaml

    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    return next((below for key, below in reversed(pairs) if key.value in error.args[1:]), node)


def _plain(node: yaml.Node) -> object:
    """A scalar as it is written, or a list or mapping of such; YAML's own guesses (`no`, `1_0`) are not wanted."""
    import yaml

    if isinstance(node, yaml.MappingNode):
        pairs = [(str(key.value), _plain(below)) for key, below in node.value]
        for number, (key, _) in enumerate(pairs):
            if key in dict(pairs[:number]):
                raise ValueError(f'names "{key}" twice', key)
        return dict(pairs)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item) for item in node.value]
    return node.value if isinstance(node, yaml.ScalarNode) else None


def _pack(folder: Path, rule: str) -> str:
    """A pack that is a folder, relative to the settings file, in full; names stay names."""
    return rule if "/" not in rule and not rule.startswith(".") else (folder / rule).as_posix()


def _reason(error: Exception) -> str:
    return (error.strerror or str(error)).lower() if isinstance(error, OSError) else "not UTF-8"
