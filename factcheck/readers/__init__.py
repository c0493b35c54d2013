"""Readers: from a file's bytes to Documents with exact offsets. They know nothing of facts."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePath
from typing import TYPE_CHECKING

from factcheck.readers.dates import DATE_KEYS, newest
from factcheck.readers.source_text import MAX_BYTES, ReadError, decode, encode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model.document import Document

__all__ = [
    "DATE_KEYS",
    "MAX_BYTES",
    "NAMED",
    "READERS",
    "ReadError",
    "ReaderEntry",
    "decode",
    "encode",
    "newest",
    "read",
    "read_all",
    "reader_for",
]


@dataclass(frozen=True, slots=True)
class ReaderEntry:
    """One format: its name, and the module whose `read(path, source)` makes the document.

    That of `records` takes the fields that are read and the reader of their text besides, and makes many.
    """

    name: str
    module: str
    records: bool = False

    def read(self, path: str, source: str) -> Document:
        """The document of a source as decoded; the module is loaded on first use. Raises ReadError."""
        document: Document = import_module(self.module).read(path, source)
        return document

    def read_records(self, path: str, source: str, fields: Sequence[str], inner: ReaderEntry) -> list[Document]:
        """The documents of the fields of every record, their text read by `inner`. Raises ReadError."""
        documents: list[Document] = import_module(self.module).read(path, source, fields, inner.read)
        return documents


_MARKDOWN = ReaderEntry("markdown", "factcheck.readers.from_markdown")
_HTML = ReaderEntry("html", "factcheck.readers.from_html")
_ASCIIDOC = ReaderEntry("asciidoc", "factcheck.readers.from_asciidoc")
_RST = ReaderEntry("rst", "factcheck.readers.from_rst")
_TEXT = ReaderEntry("text", "factcheck.readers.from_text")
_NOTEBOOK = ReaderEntry("notebook", "factcheck.readers.from_notebook")
_RECORDS = ReaderEntry("records", "factcheck.readers.from_records", records=True)

READERS: dict[str, ReaderEntry] = {
    ".md": _MARKDOWN,
    ".markdown": _MARKDOWN,
    ".mdx": _MARKDOWN,
    ".html": _HTML,
    ".htm": _HTML,
    ".adoc": _ASCIIDOC,
    ".asciidoc": _ASCIIDOC,
    ".rst": _RST,
    ".rest": _RST,
    ".txt": _TEXT,
    ".ipynb": _NOTEBOOK,
    ".jsonl": _RECORDS,
    ".ndjson": _RECORDS,
    ".csv": _RECORDS,
    ".tsv": _RECORDS,
}
NAMED: dict[str, ReaderEntry] = {entry.name: entry for entry in READERS.values()}


def reader_for(path: str) -> ReaderEntry | None:
    """The reader for a path by its suffix, whatever its case; None for a suffix that no reader knows."""
    return READERS.get(PurePath(path).suffix.lower())


def read(path: str, raw: bytes, name: str = "") -> Document:
    """The document of a file's bytes, by the reader of this name; without one, by the path's suffix, else as text.

    Raises ReadError for what cannot be read: binary or wrongly encoded bytes, more than MAX_BYTES
    of them, absurd nesting, and records, of which no field is named.
    """
    entry = NAMED[name] if name else reader_for(path) or _TEXT
    if entry.records:
        raise ReadError("which field of the records holds the text? name it with --text-field")
    return entry.read(path, decode(raw))


def read_all(path: str, raw: bytes, name: str, fields: Sequence[str], inner: str) -> list[Document]:
    """The documents of a file's bytes: one, or one for each of the fields of each record.

    `inner` is the name of the reader of their text. Raises ReadError as `read` does.
    """
    entry = NAMED[name] if name else reader_for(path) or _TEXT
    if entry.records and fields:
        return entry.read_records(path, decode(raw), fields, NAMED[inner])
    return [read(path, raw, name)]
