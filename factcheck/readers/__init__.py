"""Readers: from a file's bytes to a Document with exact offsets. They know nothing of facts."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePath
from typing import TYPE_CHECKING

from factcheck.readers.source_text import MAX_BYTES, ReadError, decode, encode

if TYPE_CHECKING:
    from factcheck.model.document import Document

__all__ = ["MAX_BYTES", "READERS", "ReadError", "ReaderEntry", "decode", "encode", "read", "reader_for"]


@dataclass(frozen=True, slots=True)
class ReaderEntry:
    """One format: its name, and the module whose `read(path, source)` makes the document."""

    name: str
    module: str

    def read(self, path: str, source: str) -> Document:
        """The document of a source as decoded; the module is loaded on first use. Raises ReadError."""
        document: Document = import_module(self.module).read(path, source)
        return document


_MARKDOWN = ReaderEntry("markdown", "factcheck.readers.from_markdown")
_HTML = ReaderEntry("html", "factcheck.readers.from_html")
_RST = ReaderEntry("rst", "factcheck.readers.from_rst")
_TEXT = ReaderEntry("text", "factcheck.readers.from_text")

READERS: dict[str, ReaderEntry] = {
    ".md": _MARKDOWN,
    ".markdown": _MARKDOWN,
    ".mdx": _MARKDOWN,
    ".html": _HTML,
    ".htm": _HTML,
    ".rst": _RST,
    ".rest": _RST,
    ".txt": _TEXT,
}


def reader_for(path: str) -> ReaderEntry | None:
    """The reader for a path by its suffix, whatever its case; None for a suffix that no reader knows."""
    return READERS.get(PurePath(path).suffix.lower())


def read(path: str, raw: bytes) -> Document:
    """The document of a file's bytes; a path with an unknown suffix is read as plain text.

    Raises ReadError for what cannot be read: binary or wrongly encoded bytes, more than MAX_BYTES
    of them, and absurd nesting.
    """
    return (reader_for(path) or _TEXT).read(path, decode(raw))
