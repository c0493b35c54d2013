"""Records of `model.knowledge` to plain lists and tuples that `marshal` can keep, and back.

A tuple of plain values stays as it is. A list is something to be rebuilt: `[-1, …]` a tuple,
`[-2, n]` a date, `[n, …]` the n-th record type with its fields.
"""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from typing import Any

from factcheck.model.knowledge import (
    Citation,
    ClosedSet,
    Disjoint,
    Entity,
    Example,
    Fact,
    Filler,
    Frame,
    Name,
    Pack,
    Relation,
    Statement,
    Term,
    Value,
)

_TYPES: tuple[type[Any], ...] = (
    Citation, ClosedSet, Disjoint, Entity, Example, Fact, Filler, Frame, Name, Pack, Relation, Statement, Term, Value,
)  # fmt: skip
_NUMBERS = {each: number for number, each in enumerate(_TYPES)}
_FIELDS = {each: tuple(field.name for field in fields(each)) for each in _TYPES}
_TUPLE, _DATE = -1, -2


def layout() -> str:
    """The names of all records and their fields: what is encoded under one layout is decoded under the same."""
    return ";".join(f"{each.__name__}:{','.join(_FIELDS[each])}" for each in _TYPES)


def encode(value: Any) -> Any:
    """A record, tuple, date or plain value in plain form; raises TypeError for anything else."""
    if value is None or isinstance(value, (str, int, float, bool)):
        return value
    if isinstance(value, tuple):
        parts = [encode(each) for each in value]
        return [_TUPLE, *parts] if any(isinstance(part, list) for part in parts) else tuple(parts)
    if isinstance(value, date):
        return [_DATE, value.toordinal()]
    number = _NUMBERS.get(type(value))
    if number is None:
        raise TypeError(f"{type(value).__name__} has no plain form")
    return [number, *(encode(getattr(value, name)) for name in _FIELDS[type(value)])]


def decode(plain: Any) -> Any:
    """What `encode` was given; raises ValueError, TypeError or IndexError for anything else."""
    if type(plain) is not list:
        return plain
    number = plain[0]
    if number == _TUPLE:
        return tuple([decode(each) if type(each) is list else each for each in plain[1:]])
    if number == _DATE:
        return date.fromordinal(plain[1])
    if number < 0:
        raise ValueError(f"no record has the number {number}")
    return _TYPES[number](*[decode(each) if type(each) is list else each for each in plain[1:]])
