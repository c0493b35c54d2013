"""The schemas themselves: sound, closed, and with a description on every key for editors."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest

from factcheck.knowledge.places import schema_folder
from factcheck.knowledge.validate import KINDS


def schema(kind: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((schema_folder() / f"{kind}.schema.json").read_bytes())
    return found


def keys(value: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """All properties of a schema, at any depth."""
    if isinstance(value, dict):
        for name, each in value.get("properties", {}).items():
            yield f"{path}/{name}", each
        for name, each in value.items():
            yield from keys(each, f"{path}/{name}")


@pytest.mark.parametrize("kind", KINDS)
def test_schema_is_sound(kind: str) -> None:
    jsonschema.Draft202012Validator.check_schema(schema(kind))
    assert schema(kind)["$id"] == f"{kind}.schema.json"


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_has_a_description(kind: str) -> None:
    definitions = schema(kind).get("$defs", {})
    for path, each in keys(schema(kind)):
        named = definitions.get(each.get("$ref", "").rpartition("/")[2], {})
        assert each.get("description") or named.get("description"), path


@pytest.mark.parametrize("kind", KINDS)
def test_references_lead_somewhere(kind: str) -> None:
    def references(value: Any) -> Iterator[str]:
        if isinstance(value, dict):
            if "$ref" in value:
                yield value["$ref"]
            for each in value.values():
                yield from references(each)
        elif isinstance(value, list):
            for each in value:
                yield from references(each)

    for reference in references(schema(kind)):
        file, _, name = reference.partition("#/$defs/")
        assert name in schema(file.partition(".")[0] or kind)["$defs"], reference
