"""Records: lines of JSON and tables of separated values, each text field of each record a document of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factcheck.readers import csv_source, json_source
from factcheck.readers.dates import newest, parse_day
from factcheck.readers.embedded import Passage, lifted
from factcheck.readers.source_text import ReadError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model.document import Document

MAX_RECORDS = 250_000
"""The most records that a file may have."""


@dataclass(frozen=True, slots=True)
class _Record:
    """A record: its number from 1, and what each field says, with the way to say it again in a passage."""

    number: int
    fields: dict[str, tuple[str, Callable[[Passage], None]]]


def read(path: str, source: str, fields: Sequence[str], inner: Callable[[str, str], Document]) -> list[Document]:
    """The documents of a file of records: one for each of the fields, where a record has it; `inner` reads its text.

    Other fields that hold a date give the document its days. Raises ReadError for a file that is no records, or
    in which no record has any of the fields.
    """
    lines = path.lower().endswith((".jsonl", ".ndjson"))
    found: list[Document] = []
    known: dict[str, None] = {}
    for record in _lines(source) if lines else _rows(source, path):
        known |= dict.fromkeys(record.fields)
        if record.number > MAX_RECORDS:
            raise ReadError(f"more than {MAX_RECORDS:,} records")
        found += _documents(record, path, source, fields, inner)
    if known and not any(field in known for field in fields):
        wanted = " or ".join(f'"{field}"' for field in fields)
        raise ReadError(f"no record has a field {wanted}; there are {', '.join(list(known)[:10])}")
    return found


def _documents(
    record: _Record, path: str, source: str, fields: Sequence[str], inner: Callable[[str, str], Document]
) -> Iterator[Document]:
    days = tuple((name.lower(), day) for name, (text, _) in record.fields.items() if (day := parse_day(text)))
    for name in record.fields:
        if name not in fields:
            continue
        passage = Passage(source)
        record.fields[name][1](passage)
        place = f"record {record.number}, field {name}"
        document = lifted(inner("", passage.text), passage, path, source, place)
        both = (*document.days, *days)
        yield replace(document, days=both, date=newest(both))


def _lines(source: str) -> Iterator[_Record]:
    """The records of JSON Lines; blank lines are passed over."""
    for number, (start, end) in enumerate(_stretches(source), 1):
        value = json_source.parse(source, start, end)
        if not isinstance(value, dict):
            raise ReadError(f"record {number} is no JSON object")
        strings = {name: each for name, each in value.items() if isinstance(each, json_source.Literal) and each.string}
        fields = {name: (json_source.said(source, each), _json(source, each)) for name, each in strings.items()}
        yield _Record(number, fields)


def _stretches(source: str) -> Iterator[tuple[int, int]]:
    """(start, end) of every line that is not blank; lines of JSON end with a line feed."""
    at = 0
    while at < len(source):
        end = source.find("\n", at)
        end = len(source) if end < 0 else end
        if source[at:end].strip():
            yield at, end
        at = end + 1


def _json(source: str, literal: json_source.Literal) -> Callable[[Passage], None]:
    return lambda passage: json_source.tell(source, literal, passage)


def _rows(source: str, path: str) -> Iterator[_Record]:
    """The records of a table; its first row names the fields."""
    names: list[str] = []
    for number, row in enumerate(csv_source.rows(source, csv_source.separator_of(source, path))):
        if not number:
            names = [csv_source.said(source, field).strip() for field in row]
            continue
        named = zip(names, row, strict=False)
        yield _Record(number, {name: (csv_source.said(source, each), _csv(source, each)) for name, each in named})


def _csv(source: str, field: csv_source.Field) -> Callable[[Passage], None]:
    return lambda passage: csv_source.tell(source, field, passage)
