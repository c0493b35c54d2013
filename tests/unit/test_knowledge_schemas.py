"""The schemas themselves: sound, closed, and with a description on every key for editors."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from factcheck.config import KEYS
from factcheck.knowledge.folder import files_of
from factcheck.knowledge.places import built_in_packs, rules_folder, schema_folder
from factcheck.knowledge.validate import KINDS

YAML_FILES = [(kind, path) for folder in built_in_packs().values() for kind, path in files_of(folder) if kind in KINDS]


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


def every_schema() -> list[Path]:
    return sorted(schema_folder().glob("*.schema.json"))


@pytest.mark.parametrize("path", every_schema(), ids=lambda path: path.name)
def test_every_kind_of_file_and_every_definition_is_described(path: Path) -> None:
    found = json.loads(path.read_bytes())
    assert len(found["title"]) > 3
    assert len(found["description"].split()) > 3
    if path.name.partition(".")[0] in KINDS:
        assert [name for name, each in found.get("$defs", {}).items() if not each.get("description")] == []


def test_the_schema_of_the_settings_has_every_setting_with_a_description() -> None:
    properties = schema("config")["properties"]
    assert list(properties) == list(KEYS)
    assert [key for key, each in properties.items() if not each.get("description")] == []


@pytest.mark.parametrize(
    ("kind", "path"), YAML_FILES, ids=[str(path.relative_to(rules_folder())) for _, path in YAML_FILES]
)
def test_every_built_in_file_tells_editors_its_schema(kind: str, path: Path) -> None:
    first = path.read_text(encoding="utf-8").partition("\n")[0]
    told = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
    assert told is not None, first
    assert "\\" not in told[1]
    assert (path.parent / told[1]).resolve() == (schema_folder() / f"{kind}.schema.json").resolve()
