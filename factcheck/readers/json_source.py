"""JSON with the places of its strings, which the standard library does not tell. Grammar: RFC 8259."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Union

from factcheck.readers.source_text import ReadError

if TYPE_CHECKING:
    from factcheck.readers.embedded import Passage

MAX_DEPTH = 200
"""How deep objects and arrays may stand in one another."""
_SPACE = re.compile(r"[ \t\r\n]*")
_SCALAR = re.compile(r"true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?")
_STRING = re.compile(r'"[^"\\\x00-\x1f]*(?:\\.[^"\\\x00-\x1f]*)*"')
_ESCAPE = re.compile(r"\\(?:u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|(.))")
_SINGLE = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", '"': '"', "\\": "\\", "/": "/"}


@dataclass(frozen=True, slots=True)
class Literal:
    """A string, or a number or word, as (start, end) in the source; a string's quotes are part of it."""

    start: int
    end: int
    string: bool


Value = Union["dict[str, Value]", "list[Value]", Literal]


def parse(source: str, start: int = 0, end: int = -1) -> Value:
    """The value in source[start:end], strings as their places. Raises ReadError for what is no JSON."""
    return _Parser(source, start, len(source) if end < 0 else end).document()


class _Parser:
    def __init__(self, source: str, start: int, end: int) -> None:
        self._source, self._at, self._end = source, start, end

    def document(self) -> Value:
        value = self._value(0)
        if self._peek():
            raise self._wrong("more text after the value")
        return value

    def _peek(self) -> str:
        """The next character that is no white space; empty at the end."""
        found = _SPACE.match(self._source, self._at, self._end)
        self._at = found.end() if found else self._at
        return self._source[self._at : min(self._at + 1, self._end)]

    def _wrong(self, what: str) -> ReadError:
        line = self._source.count("\n", 0, self._at) + 1
        return ReadError(f"not JSON: {what} on line {line:,}")

    def _value(self, depth: int) -> Value:
        if depth > MAX_DEPTH:
            raise ReadError(f"objects or arrays nested more than {MAX_DEPTH} deep")
        mark = self._peek()
        if mark == "{":
            return self._object(depth)
        if mark == "[":
            return self._array(depth)
        return self._literal(_STRING if mark == '"' else _SCALAR, mark == '"')

    def _literal(self, pattern: re.Pattern[str], string: bool) -> Literal:
        found = pattern.match(self._source, self._at, self._end)
        if not found:
            raise self._wrong("a value is wanted" if not string else "a string that does not end")
        self._at = found.end()
        return Literal(found.start(), found.end(), string)

    def _object(self, depth: int) -> dict[str, Value]:
        members: dict[str, Value] = {}
        self._at += 1
        while self._peek() != "}":
            if members and not self._comma():
                raise self._wrong("a comma is wanted")
            if self._peek() != '"':
                raise self._wrong("a key is wanted")
            key = said(self._source, self._literal(_STRING, True))
            if self._peek() != ":":
                raise self._wrong("a colon is wanted")
            self._at += 1
            members[key] = self._value(depth + 1)
        self._at += 1
        return members

    def _array(self, depth: int) -> list[Value]:
        items: list[Value] = []
        self._at += 1
        while self._peek() != "]":
            if items and not self._comma():
                raise self._wrong("a comma is wanted")
            items.append(self._value(depth + 1))
        self._at += 1
        return items

    def _comma(self) -> bool:
        if self._peek() != ",":
            return False
        self._at += 1
        return True


def said(source: str, literal: Literal) -> str:
    """What a string says, or a number or word as it stands."""
    if not literal.string:
        return source[literal.start : literal.end]
    return _ESCAPE.sub(_character, source[literal.start + 1 : literal.end - 1])


def tell(source: str, literal: Literal, passage: Passage) -> None:
    """Say a string in a passage, character by character where it is escaped."""
    at, end = literal.start + 1, literal.end - 1
    for escape in _ESCAPE.finditer(source, at, end):
        passage.copy(at, escape.start())
        passage.put(_character(escape), escape.start(), escape.end())
        at = escape.end()
    passage.copy(at, end)


def _character(escape: re.Match[str]) -> str:
    high, low, unit, single = escape.groups()
    if high:
        return chr(0x10000 + (int(high, 16) - 0xD800) * 0x400 + int(low, 16) - 0xDC00)
    if unit:
        point = int(unit, 16)
        return "\N{REPLACEMENT CHARACTER}" if 0xD800 <= point < 0xE000 or not point else chr(point)
    return _SINGLE.get(single, single)
