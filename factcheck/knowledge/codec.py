"""Records of `model.knowledge` in plain form, and back."""

from __future__ import annotations

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
from factcheck.model.plain_form import codec, fields_of

_TYPES: tuple[type[Any], ...] = (
    Citation, ClosedSet, Disjoint, Entity, Example, Fact, Filler, Frame, Name, Pack, Relation, Statement, Term, Value,
)  # fmt: skip
encode, decode = codec(_TYPES)


def layout() -> str:
    """The names of all records and their fields: what is encoded under one layout is decoded under the same."""
    return ";".join(f"{each.__name__}:{','.join(fields_of(each))}" for each in _TYPES)
