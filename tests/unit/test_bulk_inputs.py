"""Inputs of `factcheck bulk`: their slices hold every row once, in order, however they are cut."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pyarrow", reason="needs the extra bulk")

import pyarrow as pa
import pyarrow.parquet as pq

from factcheck.bulk.inputs import Slice, files_of, plan, read
from factcheck.errors import UserError

TEXTS = ["plain", "two\nlines", 'a "quoted" word', "", "semi;colon, comma", "\u00e9\u2028\U0001f600", '"', "end\r\n"]
ROWS = [(f"d{number}", text) for number, text in enumerate(TEXTS * 3)]


def as_parquet(folder: Path) -> Path:
    table = pa.table({"id": [each for each, _ in ROWS], "n": [1] * len(ROWS), "text": [text for _, text in ROWS]})
    pq.write_table(table, folder / "in.parquet", row_group_size=5)
    return folder / "in.parquet"


def as_lines(folder: Path) -> Path:
    lines = [json.dumps({"id": each, "n": {"any": []}, "text": text}, ensure_ascii=False) for each, text in ROWS]
    (folder / "in.jsonl").write_text("\n\n".join(lines), encoding="utf-8")
    return folder / "in.jsonl"


def as_table(folder: Path, name: str = "in.csv", separator: str = ",") -> Path:
    with (folder / name).open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=separator)
        writer.writerow(("id", 'a "name"\nof two lines', "text"))
        writer.writerows((each, "x", text) for each, text in ROWS)
    return folder / name


def as_tabs(folder: Path) -> Path:
    return as_table(folder, "in.tsv", "\t")


def rows_of(planned: dict[str, Any]) -> list[tuple[str, str]]:
    found = []
    for start, end, row in planned["slices"]:
        batch = read(Slice(planned["file"], start, end, row), ("id", "text"))
        found += list(zip(batch.column("id").to_pylist(), batch.column("text").to_pylist(), strict=True))
    return found


@pytest.mark.parametrize("rows", [1, 2, 3, 5, 7, 12, 24, 100])
@pytest.mark.parametrize("write", [as_parquet, as_lines, as_table, as_tabs])
def test_slices_hold_every_row_once_in_order(write: Any, rows: int, tmp_path: Path) -> None:
    planned = plan(str(write(tmp_path)), ("id", "text"), rows)
    assert rows_of(planned) == ROWS
    assert planned == plan(str(write(tmp_path)), ("id", "text"), rows)


@pytest.mark.parametrize("write", [as_lines, as_table])
def test_a_changed_byte_changes_the_digest(write: Any, tmp_path: Path) -> None:
    path = write(tmp_path)
    before = plan(str(path), ("id", "text"), 5)
    path.write_bytes(path.read_bytes().replace(b"plain", b"plaiN", 1))
    after = plan(str(path), ("id", "text"), 5)
    assert before["digest"] != after["digest"]
    assert (before["bytes"], before["slices"]) == (after["bytes"], after["slices"])


def test_whole_row_groups_stay_together(tmp_path: Path) -> None:
    planned = plan(str(as_parquet(tmp_path)), ("id",), 10)
    assert [end - start for start, end, _ in planned["slices"]] == [10, 10, 4]


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.jsonl", '{"id": "1", "text": "a"}\n{"id": ', ":2: is no JSON"),
        ("a.jsonl", '{"id": "1", "text": "a"}\n[1]', ":2: is no JSON object"),
        ("a.jsonl", '{"id": "1", "text": ["a"]}', "holds a list, not a text"),
        ("a.jsonl", '{"id": "1", "txt": "a"}', 'no column "text"; did you mean "txt"?'),
        ("a.csv", "id,txt\n1,a\n", 'no column "text"; did you mean "txt"?'),
        ("a.parquet", "no parquet", "cannot be read"),
        ("a.csv", b"id,text\n1,\xff\xfe\n", "is not UTF-8"),
    ],
)
def test_mistakes_say_where_and_what(name: str, content: str | bytes, told: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(UserError) as caught:
        rows_of(plan(str(path), ("id", "text"), 10))
    assert str(path) in str(caught.value)
    assert told in str(caught.value)


def test_an_empty_file_has_no_rows(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("", encoding="utf-8")
    assert plan(str(tmp_path / "a.jsonl"), ("id",), 10)["slices"] == []


def test_folders_give_their_files_sorted_and_other_kinds_are_refused(tmp_path: Path) -> None:
    (tmp_path / "out" / "findings").mkdir(parents=True)
    out = str(tmp_path / "out")
    for name in ("b.csv", "a.parquet", "c.txt", "out/findings/part-00000.parquet"):
        (tmp_path / name).write_text("", encoding="utf-8")
    found = files_of([str(tmp_path), str(tmp_path / "b.csv")], out)
    assert [Path(each).name for each in found] == ["a.parquet", "b.csv"]
    with pytest.raises(UserError, match="neither Parquet nor JSON Lines nor CSV"):
        files_of([str(tmp_path / "c.txt")], out)
    with pytest.raises(UserError, match="no such file"):
        files_of([str(tmp_path / "d.csv")], out)
