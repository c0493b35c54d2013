"""Whether a value fits a schema of packs: yes or no, and quickly; why it does not is told by `jsonschema`.

Sound packs are the rule, and to find them sound that library takes longer than all else that compiles them. What is
said here of a keyword of JSON Schema is what `validate` says of it; the tests hold the two against each other.
"""

from __future__ import annotations

import re
from datetime import date
from itertools import combinations
from operator import ge, le
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Fits = Callable[[Any], bool]

_TELLING = frozenset(("$defs", "$id", "$schema", "description", "patternErrorMessage", "title"))
"""Keywords that ask nothing of a value."""
_BESIDE = frozenset(("format", "properties"))
"""Keywords that others look at."""
_TYPES: dict[str, Fits] = {
    "array": lambda value: isinstance(value, list),
    "boolean": lambda value: isinstance(value, bool),
    "integer": lambda value: _is_number(value) and (isinstance(value, int) or value.is_integer()),
    "number": lambda value: _is_number(value),
    "object": lambda value: isinstance(value, dict),
    "string": lambda value: isinstance(value, str),
}


class Fitting:
    """What fits a schema without references, which may hold itself."""

    def __init__(self, schema: Mapping[str, Any]) -> None:
        """Take the schema. Raises KeyError for a keyword that is not known here, and so for one that is new."""
        self._made: dict[int, list[Fits]] = {}
        self._asked = self._of(schema)

    def fits(self, value: Any) -> bool:
        """Whether the schema has nothing to say against a value."""
        return all(fits(value) for fits in self._asked)

    def _of(self, schema: Mapping[str, Any]) -> list[Fits]:
        """What each keyword of a part asks; the list is filled after it is known, as a part may hold itself."""
        if id(schema) not in self._made:
            asked = self._made[id(schema)] = []
            for keyword in schema:
                if keyword not in _TELLING and keyword not in _BESIDE:
                    asked.append(_ASKED[keyword](self, schema))
            if "properties" in schema and "additionalProperties" not in schema:
                asked.append(_properties(self, schema))
            if schema.get("format") == "date":
                asked.append(lambda value: not isinstance(value, str))
        return self._made[id(schema)]


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _type(_: Fitting, schema: Mapping[str, Any]) -> Fits:
    names = [schema["type"]] if isinstance(schema["type"], str) else schema["type"]
    kinds = [_TYPES[name] for name in names]
    dated = "string" in names and schema.get("format") == "date"
    return lambda value: dated if isinstance(value, date) else any(kind(value) for kind in kinds)


def _properties(fitting: Fitting, schema: Mapping[str, Any]) -> Fits:
    """`properties` and `additionalProperties`: what stands under each key, known and unknown."""
    known = {name: fitting._of(each) for name, each in schema.get("properties", {}).items()}
    rest = schema.get("additionalProperties", True)
    more: list[Fits] = [] if rest is True else [lambda _: False] if rest is False else fitting._of(rest)

    def fits(value: Any) -> bool:
        if not isinstance(value, dict):
            return True
        return all(each(one) for name, one in value.items() for each in known.get(name, more))

    return fits


def _names(fitting: Fitting, schema: Mapping[str, Any]) -> Fits:
    asked = fitting._of(schema["propertyNames"])
    return lambda value: not isinstance(value, dict) or all(each(name) for name in value for each in asked)


def _items(fitting: Fitting, schema: Mapping[str, Any]) -> Fits:
    asked = fitting._of(schema["items"])
    return lambda value: not isinstance(value, list) or all(each(one) for one in value for each in asked)


def _required(_: Fitting, schema: Mapping[str, Any]) -> Fits:
    names: list[str] = schema["required"]
    return lambda value: not isinstance(value, dict) or all(name in value for name in names)


def _one_of(fitting: Fitting, schema: Mapping[str, Any]) -> Fits:
    parts = [fitting._of(each) for each in schema["oneOf"]]
    return lambda value: sum(all(fits(value) for fits in part) for part in parts) == 1


def _enum(_: Fitting, schema: Mapping[str, Any]) -> Fits:
    words = frozenset(schema["enum"])
    if not all(isinstance(word, str) for word in words):
        raise KeyError("enum")
    return lambda value: isinstance(value, str) and value in words


def _pattern(_: Fitting, schema: Mapping[str, Any]) -> Fits:
    search = re.compile(schema["pattern"]).search
    return lambda value: not isinstance(value, str) or search(value) is not None


def _unique(_: Fitting, schema: Mapping[str, Any]) -> Fits:
    """Values that differ for Python, which takes True for 1: more than the schema asks, where one list holds both."""
    if schema["uniqueItems"] is not True:
        raise KeyError("uniqueItems")

    def fits(value: Any) -> bool:
        if not isinstance(value, list):
            return True
        words = {each for each in value if isinstance(each, str)}
        others = [each for each in value if not isinstance(each, str)]
        return len(words) + len(others) == len(value) and all(a != b for a, b in combinations(others, 2))

    return fits


def _size(keyword: str, kind: type[Any], *, most: bool) -> Callable[[Fitting, Mapping[str, Any]], Fits]:
    """A bound of the length of values of a type."""

    def made(_: Fitting, schema: Mapping[str, Any]) -> Fits:
        compare, bound = le if most else ge, schema[keyword]
        return lambda value: not isinstance(value, kind) or compare(len(value), bound)

    return made


def _bound(keyword: str, *, most: bool) -> Callable[[Fitting, Mapping[str, Any]], Fits]:
    """A bound of numbers."""

    def made(_: Fitting, schema: Mapping[str, Any]) -> Fits:
        compare, bound = le if most else ge, schema[keyword]
        return lambda value: not _is_number(value) or compare(value, bound)

    return made


_ASKED: dict[str, Callable[[Fitting, Mapping[str, Any]], Fits]] = {
    "additionalProperties": _properties,
    "enum": _enum,
    "items": _items,
    "maxLength": _size("maxLength", str, most=True),
    "maximum": _bound("maximum", most=True),
    "minItems": _size("minItems", list, most=False),
    "minLength": _size("minLength", str, most=False),
    "minProperties": _size("minProperties", dict, most=False),
    "minimum": _bound("minimum", most=False),
    "oneOf": _one_of,
    "pattern": _pattern,
    "propertyNames": _names,
    "required": _required,
    "type": _type,
    "uniqueItems": _unique,
}
"""What each keyword asks of a value, made from the part of a schema in which it stands."""
