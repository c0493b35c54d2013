"""Files of packs against their JSON Schemas: every mistake at once, each at its place, in plain words."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

import jsonschema
from jsonschema import Draft202012Validator, validators

from factcheck.errors import UserError
from factcheck.knowledge.blanks import blanks_in
from factcheck.knowledge.places import schema_folder, shown
from factcheck.knowledge.wording import told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.knowledge.yaml_file import YamlFile

KINDS = ("pack", "entities", "relations", "facts", "citations", "cues")
_MAX_MISTAKES = 100


def mistakes_of(file: YamlFile, kind: str) -> list[UserError]:
    """All that is blank in a file or that the schema of its kind refuses, in the order of the file."""
    if file.data is None:
        return [file.mistake((), "the file is empty", "take it away, or write its first key")]
    found = []
    for error in _validator(kind).iter_errors(file.data):
        found += told(file, error)
        if len(found) >= _MAX_MISTAKES:
            break
    blanks = blanks_in(file)
    places = {each.place for each in blanks}
    return sorted([*blanks, *(each for each in found if each.place not in places)], key=_line_and_column)


def _line_and_column(error: UserError) -> tuple[int, ...]:
    return tuple(int(part) for part in error.place.rsplit(":", 2)[1:])


@cache
def _validator(kind: str) -> Any:
    extend: Any = validators.extend
    maker = extend(Draft202012Validator, {"type": _type, "format": _format, "required": _required})
    schemas = {each: _schema(each) for each in KINDS}
    return maker(_inlined(schemas[kind], kind, schemas, {}))


def _inlined(node: Any, kind: str, schemas: dict[str, Any], made: dict[int, Any]) -> Any:
    """A part of the schema of a kind with what it refers to in the place of every reference.

    Looking a reference up for each value takes longer than all else. What stands beside one is put
    over what it refers to; `made` holds the parts that are made, so that a circle ends in itself.
    """
    if isinstance(node, list):
        return [_inlined(each, kind, schemas, made) for each in node]
    if not isinstance(node, dict):
        return node
    if id(node) not in made:
        found = made[id(node)] = {}
        while "$ref" in node:
            file, _, name = node["$ref"].partition("#/$defs/")
            kind = file.partition(".")[0] or kind
            node = schemas[kind]["$defs"][name] | {key: value for key, value in node.items() if key != "$ref"}
        found.update((key, _inlined(value, kind, schemas, made)) for key, value in node.items())
        return found
    return made[id(node)]


def _schema(kind: str) -> Any:
    path = schema_folder() / f"{kind}.schema.json"
    try:
        return json.loads(path.read_bytes())
    except (OSError, ValueError) as error:
        raise UserError(shown(path), f"the schema cannot be read: {error}", "install factcheck again") from None


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
