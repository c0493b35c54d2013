"""The quick answer whether a pack's file fits its schema, against the validator that tells why it does not."""

from __future__ import annotations

import copy
import random
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from factcheck.errors import UserError
from factcheck.knowledge import built_in_packs
from factcheck.knowledge.fitting import Fitting
from factcheck.knowledge.folder import files_of
from factcheck.knowledge.validate import KINDS, _fitting, _validator
from factcheck.knowledge.yaml_file import read_yaml

PACKS = Path(__file__).parent.parent / "cases" / "packs"
ODD: tuple[Any, ...] = (None, True, 0, -1, 2.0, 2.5, "", " ", "A b", "x", [], ["a", "a"], ["a", 1], {}, {"odd": 1})
ODD += (date(2026, 11, 22), "2026-11-22", "yes", {"verb": "be", "noun": "be"}, [[]], {1: "a"})


def read_files(kind: str, folders: list[Path]) -> Iterator[Any]:
    for folder in folders:
        for found, path in files_of(folder):
            if found == kind:
                try:
                    yield read_yaml(path).data
                except UserError:
                    continue


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    """(mapping or list, key or number) of everything within a value."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in pairs:
        yield value, key
        yield from places(each)


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_sound_fits(kind: str) -> None:
    found = list(read_files(kind, list(built_in_packs().values())))
    assert found
    assert all(_fitting(kind).fits(data) for data in found)


@pytest.mark.parametrize("kind", KINDS)
def test_broken_packs_are_judged_as_by_the_validator(kind: str) -> None:
    folders = [path.parent for path in sorted(PACKS.rglob("pack.yaml"))]
    found = [data for data in read_files(kind, folders) if data is not None]
    assert [_fitting(kind).fits(data) for data in found] == [_validator(kind).is_valid(data) for data in found]


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_fits_that_the_validator_refuses(kind: str) -> None:
    """Sound files with a value replaced, a key misspelled or something left out; most of them are no longer sound."""
    chance, refused = random.Random(kind), 0
    sound = [data for data in read_files(kind, [PACKS / "good", PACKS / "base"]) if data]
    for _ in range(400):
        data = copy.deepcopy(chance.choice(sound))
        holder, key = chance.choice(list(places(data)))
        how = chance.randrange(3)
        if how == 0 or isinstance(holder, list):
            holder[key] = chance.choice(ODD)
        elif how == 1:
            holder[f"{key}x"] = holder.pop(key)
        else:
            del holder[key]
        told = _validator(kind).is_valid(data)
        refused += not told
        assert _fitting(kind).fits(data) == told
    assert refused > 100


@pytest.mark.parametrize(
    ("value", "fit"), [([2, 4], True), ([2, 2.0], False), (["a", {"a": 1}], True), ([{"a": 1}, {"a": 1}], False)]
)
def test_what_is_unique(value: list[Any], fit: bool) -> None:
    assert Fitting({"uniqueItems": True}).fits(value) is fit


@pytest.mark.parametrize("schema", [{"anyOf": []}, {"enum": [1]}, {"items": {"contains": {}}}, {"uniqueItems": False}])
def test_a_keyword_that_is_not_known_is_refused(schema: dict[str, Any]) -> None:
    with pytest.raises(KeyError):
        Fitting(schema)


def test_a_schema_may_hold_itself() -> None:
    schema: dict[str, Any] = {"type": "object", "additionalProperties": False}
    schema["properties"] = {"inner": schema}
    assert Fitting(schema).fits({"inner": {"inner": {}}})
    assert not Fitting(schema).fits({"inner": {"inner": {"other": {}}}})
