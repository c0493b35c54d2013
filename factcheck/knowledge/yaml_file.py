"""YAML with places: every value can be asked for the line and column at which it stands.

Words stay words (`yes`, `no`, `on` and `off` are text, as in YAML 1.2), dates are dates, a key may
stand once, aliases and tags are refused, and size and depth are bounded.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import yaml

from factcheck.errors import UserError, UserErrors
from factcheck.knowledge.places import shown
from factcheck.knowledge.yaml_values import Node, Refused, build

if TYPE_CHECKING:
    from pathlib import Path

MAX_BYTES = 4_000_000
_SHOWN_COLUMNS = 160
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_LINE_ENDS = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_HINTS = {
    "mapping values are not allowed": 'put text that holds ": " in quotes',
    "cannot start any token": "indent with spaces, and put text that starts with @, `, % or a tab in quotes",
    "could not find expected ':'": "is a colon or an indentation missing?",
    "did not find expected ',' or ']'": "close the list with ]",
    "did not find expected ',' or '}'": "close the braces with }",
    "did not find expected alphabetic": "put text that starts with * or & in quotes",
    "found unexpected end of stream": "close the quotes",
    "did not find expected '-' indicator": "check the indentation",
    "did not find expected key": "check the indentation and the quotes",
}

Steps = tuple[str | int, ...]


class YamlFile:
    """One file: `data` is what it says; `mistake()` points into it."""

    def __init__(self, path: Path, text: str) -> None:
        """Take the text; `data` is None until `read_yaml` has read it."""
        self.path = path
        self.name = shown(path)
        self.data: Any = None
        self.root = Node(0, 0)
        self._lines = _LINE_ENDS.split(text)

    def mistake(self, steps: Steps, what: str, hint: str = "", *, on_key: bool = False) -> UserError:
        """A UserError at the value (or key) that `steps` lead to, or at the nearest thing above it."""
        on_key = on_key and bool(steps) and isinstance(steps[-1], str)
        node = self.root
        for step in steps[:-1] if on_key else steps:
            below = node.values.get(step)
            if below is None:
                return self.mistake_at(node.line, node.column, what, hint)
            node = below
        line, column = node.keys.get(steps[-1], (node.line, node.column)) if on_key else (-1, -1)
        return self.mistake_at(*((line, column) if line >= 0 else (node.line, node.column)), what, hint)

    def holds(self, text: str) -> bool:
        """Whether a line of the file holds this text."""
        return any(text in line for line in self._lines)

    def is_end(self, line: int, column: int) -> bool:
        """Whether nothing stands at or after a line and column, both counted from 0."""
        rest = [self._lines[line][column:], *self._lines[line + 1 :]] if line < len(self._lines) else []
        return not "".join(rest).strip()

    def mistake_at(self, line: int, column: int, what: str, hint: str = "") -> UserError:
        """A UserError at a line and column, both counted from 0."""
        line = min(line, len(self._lines) - 1)
        text = self._lines[line]
        place = f"{self.name}:{line + 1}:{column + 1}"
        if column > _SHOWN_COLUMNS:
            start = column - _SHOWN_COLUMNS // 2
            part = text[start : start + _SHOWN_COLUMNS].replace("\t", " ")
            return UserError(place, what, hint, line=f"…{part}", column=_SHOWN_COLUMNS // 2 + 2)
        return UserError(place, what, hint, line=text[:_SHOWN_COLUMNS].replace("\t", " "), column=column + 1)


@dataclass(frozen=True, slots=True)
class Place:
    """A value of a file, to be named in messages."""

    file: YamlFile
    steps: Steps = ()

    def at(self, *steps: str | int) -> Place:
        """A place below this one."""
        return Place(self.file, self.steps + steps)

    def mistake(self, what: str, hint: str = "", *, on_key: bool = False) -> UserError:
        """A UserError at this value, or at its key."""
        return self.file.mistake(self.steps, what, hint, on_key=on_key)


def read_yaml(path: Path) -> YamlFile:
    """Read one file; raises UserError or UserErrors with places."""
    text = read_text(path)
    file = YamlFile(path, text)
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    refused: list[Refused] = []
    try:
        file.data, file.root = build(yaml.parse(text, Loader=loader), refused)
    except yaml.MarkedYAMLError as error:
        raise _syntax_mistake(file, error) from None
    except yaml.YAMLError:
        raise UserError(file.name, "this is not YAML that can be read") from None
    if refused:
        raise UserErrors(file.mistake_at(*each) for each in refused)
    return file


def read_text(path: Path) -> str:
    """The text of a file of a pack: UTF-8, of bounded size, without control characters; raises UserError."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise UserError(shown(path), f"the file is larger than {MAX_BYTES // 1_000_000} MB", "split it")
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UserError(shown(path), f"the file is not UTF-8 (byte {error.start})", "save it as UTF-8") from None
    except OSError as error:
        raise UserError(shown(path), f"the file cannot be read: {error.strerror}") from None
    bad = _CONTROL.search(text)
    if bad:
        lines = _LINE_ENDS.split(text[: bad.start()])
        place = f"{shown(path)}:{len(lines)}:{len(lines[-1]) + 1}"
        raise UserError(place, f"control character U+{ord(bad.group()):04X}", "take it out")
    return text


def _syntax_mistake(file: YamlFile, error: yaml.MarkedYAMLError) -> UserError:
    what = str(error.problem or error.context or "cannot be read")
    hint = next((hint for part, hint in _HINTS.items() if part in what), "")
    mark = error.problem_mark or error.context_mark
    if mark is not None and error.context_mark is not None and file.is_end(mark.line, mark.column):
        mark = error.context_mark
    if mark is None:
        return UserError(file.name, f"not YAML: {what}", hint)
    return file.mistake_at(mark.line, mark.column, f"not YAML: {what}", hint)
