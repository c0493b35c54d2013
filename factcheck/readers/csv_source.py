"""Tables of separated values with the place of every field, which `csv` does not tell. Form: RFC 4180."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.readers.embedded import Passage

SEPARATORS = ",;\t|"
_QUOTED = re.compile(r'"[^"]*(?:""[^"]*)*(?:"|\Z)')
_LINE_END = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True)
class Field:
    """One field as (start, end) of the source, its quotes left out; in a quoted one `""` says `"`."""

    start: int
    end: int
    quoted: bool


def rows(source: str, separator: str) -> Iterator[list[Field]]:
    """The rows of a table that are not blank, with their fields. An unclosed quotation goes on to the end."""
    plain = re.compile(rf"[^{re.escape(separator)}\r\n]*")
    at, row = 0, list[Field]()
    while at < len(source):
        quoted = _QUOTED.match(source, at) if source[at] == '"' else None
        if quoted:
            closed = quoted.end() - at > 1 and source[quoted.end() - 1] == '"'
            row.append(Field(at + 1, quoted.end() - closed, True))
            rest = plain.match(source, quoted.end())
            at = rest.end() if rest else quoted.end()
        else:
            found = plain.match(source, at)
            end = found.end() if found else at
            row.append(Field(at, end, False))
            at = end
        if source.startswith(separator, at):
            at += 1
            if at < len(source):
                continue
            row.append(Field(at, at, False))
        line_end = _LINE_END.match(source, at)
        at = line_end.end() if line_end else at
        if any(source[field.start : field.end].strip() for field in row):
            yield row
        row = []


def separator_of(source: str, path: str) -> str:
    """What separates the fields: a tab in `.tsv`, else whichever stands most often in the first line."""
    if path.lower().endswith(".tsv"):
        return "\t"
    first = re.sub(r'"[^"]*"', "", source.partition("\n")[0])
    return max(SEPARATORS, key=first.count)


def said(source: str, field: Field) -> str:
    """What a field says."""
    text = source[field.start : field.end]
    return text.replace('""', '"') if field.quoted else text


def tell(source: str, field: Field, passage: Passage) -> None:
    """Say a field in a passage."""
    at = field.start
    while field.quoted:
        double = source.find('""', at, field.end)
        if double < 0:
            break
        passage.copy(at, double)
        passage.put('"', double, double + 2)
        at = double + 2
    passage.copy(at, field.end)
