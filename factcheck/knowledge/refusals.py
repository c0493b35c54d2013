"""What a schema of packs refuses, and why: the validator of `jsonschema`, with dates that are dates."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import jsonschema
from jsonschema import Draft202012Validator, validators

if TYPE_CHECKING:
    from collections.abc import Iterator


def validator(schema: Any) -> Any:
    """What tells the breaches of a schema (`iter_errors`)."""
    extend: Any = validators.extend
    return extend(Draft202012Validator, {"type": _type, "format": _format, "required": _required})(schema)


def _type(validator: Any, types: Any, instance: Any, schema: dict[str, Any]) -> Iterator[jsonschema.ValidationError]:
    """As usual, and a date is text only where the schema says `format: date`."""
    allowed = [types] if isinstance(types, str) else types
    if isinstance(instance, date):
        fits = "string" in allowed and schema.get("format") == "date"
    else:
        fits = any(validator.is_type(instance, each) for each in allowed)
    if not fits:
        yield jsonschema.ValidationError("type")


def _format(_: Any, name: str, instance: Any, __: dict[str, Any]) -> Iterator[jsonschema.ValidationError]:
    if name == "date" and isinstance(instance, str):
        yield jsonschema.ValidationError("format")


def _required(_: Any, names: list[str], instance: Any, __: dict[str, Any]) -> Iterator[jsonschema.ValidationError]:
    """As usual, but the message is the missing name alone."""
    if isinstance(instance, dict):
        yield from (jsonschema.ValidationError(name) for name in names if name not in instance)
