"""Files of packs against their JSON Schemas: every mistake at once, each at its place, in plain words."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any

from factcheck.errors import UserError
from factcheck.knowledge.blanks import blanks_in
from factcheck.knowledge.fitting import Fitting
from factcheck.knowledge.places import schema_folder, shown
from factcheck.knowledge.wording import told

if TYPE_CHECKING:
    from factcheck.knowledge.yaml_file import YamlFile

KINDS = ("pack", "entities", "relations", "facts", "citations", "cues")
_MAX_MISTAKES = 100


def mistakes_of(file: YamlFile, kind: str) -> list[UserError]:
    """All that is blank in a file or that the schema of its kind refuses, in the order of the file."""
    if file.data is None:
        return [file.mistake((), "the file is empty", "take it away, or write its first key")]
    found = [] if _fitting(kind).fits(file.data) else _refused(file, kind)
    blanks = blanks_in(file)
    places = {each.place for each in blanks}
    return sorted([*blanks, *(each for each in found if each.place not in places)], key=_line_and_column)


def _refused(file: YamlFile, kind: str) -> list[UserError]:
    """What the schema refuses, as far as there is not too much of it."""
    found: list[UserError] = []
    for error in _validator(kind).iter_errors(file.data):
        found += told(file, error)
        if len(found) >= _MAX_MISTAKES:
            break
    return found


def _line_and_column(error: UserError) -> tuple[int, ...]:
    return tuple(int(part) for part in error.place.rsplit(":", 2)[1:])


@cache
def _whole(kind: str) -> Any:
    """The schema of a kind, with no reference in it."""
    schemas = {each: _schema(each) for each in KINDS}
    return _inlined(schemas[kind], kind, schemas, {})


@cache
def _fitting(kind: str) -> Fitting:
    return Fitting(_whole(kind))


@cache
def _validator(kind: str) -> Any:
    from factcheck.knowledge.refusals import validator

    return validator(_whole(kind))


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
