"""Records as plain lists and tuples that `marshal` can keep, and back; never `pickle`.

A tuple of plain values stays as it is. A list is something to be rebuilt: `[-1, …]` a tuple, `[-2, n]` a date,
`[n, …]` the n-th type of record with its fields.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

_TUPLE, _DATE = -1, -2
_PLAIN = frozenset((str, int, bool, float, type(None)))


def fields_of(record: type[Any]) -> tuple[str, ...]:
    """The names of the fields of a dataclass or a named tuple."""
    return tuple(field.name for field in fields(record)) if is_dataclass(record) else record._fields


def codec(types: tuple[type[Any], ...]) -> tuple[Callable[[Any], Any], Callable[[Any], Any]]:
    """How values of these types of records, tuples, dates and plain values are encoded, and decoded.

    Encoding raises TypeError for anything else; decoding what nothing was encoded to raises ValueError, TypeError,
    IndexError or OverflowError.
    """
    numbers = {each: (number, fields_of(each)) for number, each in enumerate(types)}

    def encode(value: Any) -> Any:
        kind = type(value)
        if kind in _PLAIN:
            return value
        if kind is tuple:
            parts = [encode(each) for each in value]
            return [_TUPLE, *parts] if any(type(part) is list for part in parts) else tuple(parts)
        if kind is date:
            return [_DATE, value.toordinal()]
        if kind not in numbers:
            raise TypeError(f"{kind.__name__} has no plain form")
        number, names = numbers[kind]
        return [number, *[encode(getattr(value, name)) for name in names]]

    def decode(plain: Any) -> Any:
        if type(plain) is not list:
            return plain
        number = plain[0]
        if number == _TUPLE:
            return tuple([decode(each) if type(each) is list else each for each in plain[1:]])
        if number == _DATE:
            return date.fromordinal(plain[1])
        if number < 0:
            raise ValueError(f"no record has the number {number}")
        return types[number](*[decode(each) if type(each) is list else each for each in plain[1:]])

    return encode, decode
