"""The settings of a run: the defaults, then the nearest `.factcheck.yaml`, then the options of the command."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.errors import UserError, did_you_mean
from factcheck.model.finding import SEVERITIES

if TYPE_CHECKING:
    import yaml

FILE_NAME = ".factcheck.yaml"
FAIL_ON = (*reversed(SEVERITIES), "never")


@dataclass(frozen=True, slots=True)
class Config:
    """What a run is told.

    `rules` are names of shipped packs or folders. `select` and `ignore` hold codes, prefixes of
    codes and ids of facts; an empty `select` means all. `severity` pairs such with the severity that
    their findings get instead of that of the pack. `alone` holds no document against another.
    `exclude` holds gitignore patterns relative to `root`. `file` is the settings file that was read,
    or empty.
    """

    rules: tuple[str, ...] = ("hair-loss", "common-medicine", "medicines")
    as_of: date = field(default_factory=date.today)
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: tuple[tuple[str, str], ...] = ()
    fail_on: str = "error"
    exclude: tuple[str, ...] = ()
    use_cache: bool = True
    isolated: bool = False
    force_exclude: bool = False
    alone: bool = False
    root: Path = field(default_factory=Path.cwd)
    file: str = ""

    def wants(self, code: str, fact: str) -> bool:
        """Whether a finding of this code and fact is to be reported."""
        chosen = not self.select or any(_matches(selector, code, fact) for selector in self.select)
        return chosen and not any(_matches(selector, code, fact) for selector in self.ignore)

    def severity_of(self, code: str, fact: str, severity: str) -> str:
        """The severity of a finding that a pack gives `severity`; a fact goes before a code, a code before a prefix."""
        told = [(each == fact, len(each), to) for each, to in self.severity if _matches(each, code, fact)]
        return max(told)[2] if told else severity

    def fails(self, severity: str) -> bool:
        """Whether a finding of this severity makes the run fail."""
        return self.fail_on != "never" and SEVERITIES.index(severity) >= SEVERITIES.index(self.fail_on)


def _matches(selector: str, code: str, fact: str) -> bool:
    return selector == fact or (is_code(selector) and code.startswith(selector))


def is_code(selector: str) -> bool:
    """Whether a selector is a code or the prefix of one (`FC`, `FC4`, `FC401`), not the id of a fact."""
    return selector.startswith("FC") and (selector[2:].isdigit() or not selector[2:])


def load_config(file: str | None = None, *, isolated: bool = False, **options: Any) -> Config:
    """The settings of this run; an option that is None or empty leaves the file's value.

    `file` is the settings file to read; without it the nearest `.factcheck.yaml` from the current
    folder upwards. `isolated` reads none. Raises UserError for a file that is missing or wrong.
    """
    path = Path(file) if file else None if isolated else _find(Path.cwd())
    config = Config(isolated=isolated)
    if path is not None:
        config = replace(config, **_read(path), file=path.as_posix(), root=path.resolve().parent)
    return replace(config, **{name: value for name, value in options.items() if value not in (None, ())})


def _find(folder: Path) -> Path | None:
    """The nearest settings file, up to the root of the repository; never that of the home folder."""
    for place in (folder, *folder.parents):
        if place == Path.home() and place != folder:
            return None
        if (place / FILE_NAME).is_file():
            return Path(os.path.relpath(place / FILE_NAME))
        if (place / ".git").exists():
            return None
    return None


def _read(path: Path) -> dict[str, Any]:
    """The settings of a file, by field of Config. Raises UserError with the place of a mistake."""
    import yaml

    try:
        text = path.read_text(encoding="utf-8-sig")
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(path.as_posix(), f"cannot be read ({_reason(error)})") from error
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        place = f"{path.as_posix()}:{mark.line + 1}:{mark.column + 1}" if mark else path.as_posix()
        raise UserError(place, error.problem or "not YAML") from error
    except yaml.YAMLError as error:
        raise UserError(path.as_posix(), "not YAML") from error
    if root is None:
        return {}
    if not isinstance(root, yaml.MappingNode):
        raise UserError(path.as_posix(), "a mapping of settings is wanted", f"allowed: {', '.join(sorted(KEYS))}")
    lines = text.splitlines()
    values: dict[str, Any] = {}
    for key, node in root.value:
        _read_setting(path, lines, key, node, values)
    return values


def _read_setting(path: Path, lines: list[str], key: yaml.Node, node: yaml.Node, values: dict[str, Any]) -> None:
    """Put one setting into `values`, or raise UserError with its place."""

    def wrong(at: yaml.Node, what: str, hint: str = "") -> UserError:
        line, column = at.start_mark.line, at.start_mark.column + 1
        return UserError(f"{path.as_posix()}:{line + 1}:{column}", what, hint, line=lines[line], column=column)

    name = key.value if isinstance(key.value, str) else ""
    if name not in KEYS:
        raise wrong(key, f'unknown key "{name}"', did_you_mean(name, KEYS))
    target = name.replace("-", "_")
    if target in values:
        raise wrong(key, f'"{name}" stands here twice')
    try:
        value = KEYS[name](_plain(node))
    except ValueError as error:
        raise wrong(_named(node, error), f'"{name}" {error.args[0]}') from error
    if name == "rules":
        value = tuple(_from_file(path, rule) for rule in value)
    values[target] = value


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


def _from_file(path: Path, rule: str) -> str:
    """A pack that is a folder, relative to the settings file, in full; names stay names."""
    return rule if "/" not in rule and not rule.startswith(".") else (path.resolve().parent / rule).as_posix()


def _reason(error: Exception) -> str:
    return (error.strerror or str(error)).lower() if isinstance(error, OSError) else "not UTF-8"


def _words(value: object) -> tuple[str, ...]:
    words = value if isinstance(value, list) else [value]
    if not words or not all(isinstance(word, str) and word for word in words):
        raise ValueError("takes a word or a list of words")
    return tuple(words)


def read_date(value: object) -> date:
    """A date written as YYYY-MM-DD. Raises ValueError, with a text that goes on from the name of the setting."""
    text = str(value)
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or day.isoformat() != text:
        raise ValueError(f'takes a date such as 2026-11-22, not "{text}"')
    return day


def _fail_on(value: object) -> str:
    if value not in FAIL_ON:
        raise ValueError(f'takes one of {", ".join(FAIL_ON)}, not "{value}"')
    return str(value)


def _severities(value: object) -> tuple[tuple[str, str], ...]:
    if not isinstance(value, dict) or not value:
        raise ValueError("takes codes, prefixes of codes or facts with a severity for each, such as {FC101: warning}")
    for name, severity in value.items():
        if severity not in SEVERITIES:
            allowed = ", ".join(reversed(SEVERITIES))
            raise ValueError(f'takes one of {allowed} for "{name}", not "{severity}"; to leave it out use ignore', name)
    return tuple(value.items())


KEYS: Mapping[str, Callable[[object], Any]] = {
    "rules": _words,
    "as-of": read_date,
    "select": _words,
    "ignore": _words,
    "severity": _severities,
    "fail-on": _fail_on,
    "exclude": _words,
}
