"""Inputs -> slices of about so many rows, the same ones every time, and a slice -> its rows as an Arrow RecordBatch.

Parquet is cut at row groups, JSON Lines and CSV between records, so that every slice is read without the others.
"""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from factcheck.errors import UserError, did_you_mean
from factcheck.readers.csv_source import separator_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_PARQUET, _LINES, _TABLE = "parquet", "lines", "table"
KINDS = {
    ".parquet": _PARQUET,
    ".pq": _PARQUET,
    ".jsonl": _LINES,
    ".ndjson": _LINES,
    ".csv": _TABLE,
    ".tsv": _TABLE,
}
_BLOCK = 1 << 20
_LONGEST_FIELD = 1 << 30


@dataclass(frozen=True, slots=True)
class Slice:
    """Some rows of a file: rows of Parquet, bytes of the others, from `start` to `end`; `row` is its first, from 1."""

    file: str
    start: int
    end: int
    row: int


def files_of(inputs: Sequence[str], output: str) -> list[str]:
    """The files that inputs name or hold, sorted, but for those of the output.

    Raises UserError for one that is missing or of another kind.
    """
    found, own = [], Path(output).resolve()
    for each in inputs:
        path = Path(each)
        if path.is_dir():
            known = (file for file in path.rglob("*") if file.suffix.lower() in KINDS and file.is_file())
            inside = [file for file in known if own not in file.resolve().parents]
            if not inside:
                raise UserError(each, "holds no documents", f"kinds of files that are read: {', '.join(KINDS)}")
            found += inside
        elif not path.is_file():
            raise UserError(each, "no such file or folder")
        elif path.suffix.lower() not in KINDS:
            raise UserError(each, "is neither Parquet nor JSON Lines nor CSV", f"name it with {', '.join(KINDS)}")
        else:
            found.append(path)
    return sorted({str(path) for path in found})


def plan(file: str, columns: Sequence[str], rows: int) -> dict[str, Any]:
    """The size of a file, a digest of its bytes, and its slices of about so many rows, as plain values.

    Raises UserError for a file that cannot be read or has not the columns.
    """
    try:
        with Path(file).open("rb") as stream:
            digest, size = blake2b(digest_size=20), 0
            while block := stream.read(_BLOCK):
                digest.update(block)
                size += len(block)
            stream.seek(0)
            cuts = _parquet_cuts(file, columns, rows) if _kind(file) == _PARQUET else _cuts(stream, file, columns, rows)
            told = [[each.start, each.end, each.row] for each in cuts]
    except (OSError, pa.ArrowException) as error:
        raise UserError(file, f"cannot be read ({_reason(error)})") from error
    return {"file": file, "bytes": size, "digest": digest.hexdigest(), "slices": told}


def read(each: Slice, columns: Sequence[str]) -> pa.RecordBatch:
    """The rows of a slice, with these columns. Raises UserError for what cannot be read."""
    try:
        if _kind(each.file) == _PARQUET:
            return _parquet_rows(each, columns)
        with Path(each.file).open("rb") as stream:
            head = _head(stream) if _kind(each.file) == _TABLE else None
            stream.seek(each.start)
            text = stream.read(each.end - each.start).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UserError(f"{each.file}: row {each.row} and on", "is not UTF-8", "convert it") from error
    except (OSError, pa.ArrowException) as error:
        raise UserError(each.file, f"cannot be read ({_reason(error)})") from error
    told = _line_rows(text, each) if head is None else _table_rows(text, head, each.file)
    return _batch(list(told), columns, each)


def _kind(file: str) -> str:
    return KINDS[Path(file).suffix.lower()]


def _reason(error: Exception) -> str:
    said = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return said.splitlines()[0].lower() if said else type(error).__name__


def _parquet_cuts(file: str, columns: Sequence[str], rows: int) -> Iterator[Slice]:
    """Whole row groups together, or a large one in parts."""
    with pq.ParquetFile(file) as parquet:
        _refuse_missing(columns, parquet.schema_arrow.names, file)
        sizes = [parquet.metadata.row_group(number).num_rows for number in range(parquet.metadata.num_row_groups)]
    start = at = 0
    for size in sizes:
        if at > start and at + size - start > rows:
            yield Slice(file, start, at, start + 1)
            start = at
        at += size
        while at - start > rows:
            yield Slice(file, start, start + rows, start + 1)
            start += rows
    if at > start:
        yield Slice(file, start, at, start + 1)


def _parquet_rows(each: Slice, columns: Sequence[str]) -> pa.RecordBatch:
    parts, at = [], 0
    with pq.ParquetFile(each.file) as parquet:
        for number in range(parquet.metadata.num_row_groups):
            size = parquet.metadata.row_group(number).num_rows
            first, last = max(each.start, at), min(each.end, at + size)
            if first < last:
                group = parquet.read_row_group(number, columns=list(columns))
                parts.append(group.slice(first - at, last - first))
            at += size
    batches = pa.concat_tables(parts).combine_chunks().to_batches()
    return batches[0]


def _cuts(stream: BinaryIO, file: str, columns: Sequence[str], rows: int) -> Iterator[Slice]:
    """Every so many records of JSON Lines or CSV."""
    table = _kind(file) == _TABLE
    if table:
        _refuse_missing(columns, _names(_head(stream), file), file)
        stream.seek(0)
    start, count, first = -1, 0, 1
    end = 0
    for number, (at, record) in enumerate(_records(stream, quoted=table)):
        end = at + len(record)
        if table and not number:
            continue
        start = at if start < 0 else start
        count += 1
        if count == rows:
            yield Slice(file, start, end, first)
            start, first, count = end, first + rows, 0
    if count:
        yield Slice(file, start, end, first)


def _records(stream: BinaryIO, *, quoted: bool) -> Iterator[tuple[int, bytes]]:
    """(offset, bytes) of every record: a line; where fields may be `quoted`, all lines up to the closing quote."""
    at, lines, quotes = 0, list[bytes](), 0
    for line in stream:
        lines.append(line)
        quotes += line.count(b'"') if quoted else 0
        if quotes % 2:
            continue
        record = line if len(lines) == 1 else b"".join(lines)
        yield at, record
        at, lines, quotes = at + len(record), [], 0
    if lines:
        yield at, b"".join(lines)


def _head(stream: BinaryIO) -> str:
    """The first record of a table."""
    _, record = next(_records(stream, quoted=True), (0, b""))
    return record.decode("utf-8-sig", "replace")


def _names(head: str, file: str) -> list[str]:
    """The names of the columns of a table."""
    return [name.strip() for name in next(csv.reader(io.StringIO(head), delimiter=separator_of(head, file)), [])]


def _table_rows(text: str, head: str, file: str) -> Iterator[dict[str, Any]]:
    csv.field_size_limit(_LONGEST_FIELD)
    names = _names(head, file)
    for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator_of(head, file)):
        if any(cell.strip() for cell in row):
            yield dict(zip(names, row, strict=False))


def _line_rows(text: str, each: Slice) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(text.split("\n"), each.row):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except ValueError as error:
            raise UserError(f"{each.file}:{number}", "is no JSON", str(error)) from error
        if not isinstance(value, dict):
            raise UserError(f"{each.file}:{number}", "is no JSON object")
        yield value


def _batch(rows: Sequence[dict[str, Any]], columns: Sequence[str], each: Slice) -> pa.RecordBatch:
    """Rows as a batch of texts; a number is told in its own digits."""
    if rows:
        _refuse_missing(columns, list(dict.fromkeys(name for row in rows for name in row)), each.file)
    told = {name: [_said(row.get(name), name, each) for row in rows] for name in columns}
    return pa.RecordBatch.from_pydict(told, schema=pa.schema([(name, pa.string()) for name in columns]))


def _said(value: object, name: str, each: Slice) -> str | None:
    if value is None or isinstance(value, str):
        return None if value is None else value.encode("utf-8", "replace").decode()
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    raise UserError(each.file, f'"{name}" holds a {type(value).__name__}, not a text', f"in or after row {each.row}")


def _refuse_missing(columns: Iterable[str], there: Sequence[str], file: str) -> None:
    for name in columns:
        if name not in there:
            raise UserError(file, f'has no column "{name}"', did_you_mean(name, there))
