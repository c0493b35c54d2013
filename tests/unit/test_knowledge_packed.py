"""Packed records, keys and rows give back what was packed, and nothing else."""

from __future__ import annotations

import marshal

import pytest
from hypothesis import given
from hypothesis import strategies as some

from factcheck.knowledge.codec import encode
from factcheck.knowledge.packed import Keys, RecordRow, Records, Row, packed_keys, packed_row
from factcheck.model.knowledge import Name

NAMES = (Name("AA", "alopecia-areata", "short"), Name("hair", "hair"), Name("", ""))


@given(some.sets(some.text(min_size=1)), some.text())
def test_keys(found: set[str], other: str) -> None:
    expected = sorted(found)
    keys = Keys(marshal.loads(marshal.dumps(packed_keys(expected))))
    assert list(keys) == expected
    assert [keys.find(key) for key in expected] == list(range(len(expected)))
    assert keys.find(other) == (expected.index(other) if other in found else -1)
    assert keys.place(other) == sum(key < other for key in expected)
    assert keys.firsts() == {key[0] for key in found}


@given(some.lists(some.none() | some.integers() | some.text() | some.tuples(some.text(), some.booleans())))
def test_rows(values: list[object]) -> None:
    row = Row[object](packed_row(values))
    assert row == tuple(values)
    assert list(row) == values
    assert [row[at] for at in range(len(row))] == values
    assert row[1:] == tuple(values[1:])
    assert row[-1:] == tuple(values[-1:])
    assert row != (*values, 1)


@pytest.mark.parametrize("at", [3, -4])
def test_there_is_nothing_behind_the_end(at: int) -> None:
    with pytest.raises(IndexError):
        Row[int](packed_row([1, 2, 3]))[at]
    with pytest.raises(IndexError):
        Keys(packed_keys(["a", "b", "c"]))[at]


def test_records() -> None:
    records = Records(["a", "b", "c"], RecordRow[Name](packed_row(encode(each) for each in NAMES)))
    assert "d" not in records
    assert records.get("d") is None
    with pytest.raises(KeyError):
        records["d"]
    assert records == dict(zip("abc", NAMES, strict=True))
    assert records.get("b") is records["b"]
    assert list(records) == ["a", "b", "c"]
    assert len(records) == 3


def test_of_two_records_of_an_id_the_last_stands_in_the_place_of_the_first() -> None:
    records = Records(["a", "b", "a"], RecordRow[Name](packed_row(encode(each) for each in NAMES)))
    assert list(records.items()) == [("a", NAMES[2]), ("b", NAMES[1])]
