"""Values and their places from the events of a YAML parser, in one pass without recursion."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterable

MAX_DEPTH = 24
_MAX_REFUSED = 100
_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})\Z")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]{1,18}|[0-9]{1,18}\.[0-9]{0,18}|[0-9]{1,18}(?=[eE]))(?:[eE][-+]?[0-9]{1,2})?\Z")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
_CONSTANTS: dict[str, bool | None] = {"true": True, "True": True, "TRUE": True}
_CONSTANTS |= {"false": False, "False": False, "FALSE": False, "": None, "~": None, "null": None, "Null": None}

Refused = tuple[int, int, str, str]


@dataclass(slots=True)
class Node:
    """Where a value stands (line and column from 0), where its keys stand, and what is below it."""

    line: int
    column: int
    keys: dict[str | int, tuple[int, int]] = field(default_factory=dict)
    values: dict[str | int, Node] = field(default_factory=dict)


@dataclass(slots=True)
class _Open:
    """A mapping or list that is being read; `key` is the key whose value comes next."""

    value: dict[str, Any] | list[Any]
    node: Node
    key: str | None = None
    skip: bool = False


def build(events: Iterable[Any], refused: list[Refused]) -> tuple[Any, Node]:
    """The data and their places; what is not allowed is added to `refused`.

    Raises yaml.YAMLError where the text is no YAML.
    """
    builder = _Builder(refused)
    for event in events:
        if len(refused) >= _MAX_REFUSED or not builder.take(event):
            break
    return builder.data, builder.root


class _Builder:
    """Takes one event after the other."""

    def __init__(self, refused: list[Refused]) -> None:
        self.refused = refused
        self.open: list[_Open] = []
        self.data: Any = None
        self.root = Node(0, 0)
        self.documents = 0

    def take(self, event: Any) -> bool:
        """False if nothing more shall be read."""
        if isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                return self.refuse(event, "a second document starts here", "one file holds one: leave out ---")
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            self.open.pop()
        elif isinstance(event, yaml.NodeEvent):
            return self.node(event)
        return True

    def node(self, event: Any) -> bool:
        if isinstance(event, yaml.AliasEvent):
            self.refuse(event, f"an alias (*{event.anchor}) stands here", "write the value out")
        elif event.tag is not None and event.tag != "!":
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            self.refuse(event, f'tag "{tag}" is not used in packs', "leave it out")
        if isinstance(event, (yaml.ScalarEvent, yaml.AliasEvent)):
            self.scalar(event)
            return True
        value: dict[str, Any] | list[Any] = {} if isinstance(event, yaml.MappingStartEvent) else []
        opened = _Open(value, self.place(value, event))
        self.open.append(opened)
        if len(self.open) > MAX_DEPTH:
            return self.refuse(event, "this is nested too deeply")
        return True

    def scalar(self, event: Any) -> None:
        text = "" if isinstance(event, yaml.AliasEvent) else str(event.value)
        above = self.open[-1] if self.open else None
        if above is not None and isinstance(above.value, dict) and above.key is None:
            self.key(above, text, event)
            return
        plain = isinstance(event, yaml.AliasEvent) or not event.style
        self.place(self.plain(text, event) if plain else text, event)

    def key(self, above: _Open, name: str, event: Any) -> None:
        mark = event.start_mark
        above.skip = name in above.node.keys
        if above.skip:
            first = above.node.keys[name][0] + 1
            self.refuse(event, f'key "{name}" stands twice', f"the first is in line {first}")
        else:
            above.node.keys[name] = (mark.line, mark.column)
        above.key = name

    def place(self, value: Any, event: Any) -> Node:
        """Put a value under what is open; its node."""
        mark = event.start_mark
        node = Node(mark.line, mark.column)
        if not self.open:
            self.data, self.root = value, node
            return node
        above = self.open[-1]
        if isinstance(above.value, list):
            above.node.values[len(above.value)] = node
            above.value.append(value)
        elif above.key is None:
            self.refuse(event, "a key must be text", 'put a slot such as "{S}" in quotes')
            above.key, above.skip = "", True
        else:
            if not above.skip:
                above.node.values[above.key] = node
                above.value[above.key] = value
            above.key = None
        return node

    def plain(self, text: str, event: Any) -> Any:
        if text in _CONSTANTS:
            return _CONSTANTS[text]
        if _INTEGER.match(text):
            return int(text)
        if _FLOAT.match(text):
            return float(text)
        if _DATE.match(text):
            try:
                return date.fromisoformat(text)
            except ValueError:
                self.refuse(event, f'"{text}" is not a day of the calendar', "write year-month-day, such as 2026-11-22")
        return text

    def refuse(self, event: Any, what: str, hint: str = "") -> bool:
        mark = event.start_mark
        self.refused.append((mark.line, mark.column, what, hint))
        return False
