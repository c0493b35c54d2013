"""Bytes to text: UTF-8 with or without a byte-order mark, UTF-16 with one, and nothing else."""

from __future__ import annotations

import codecs

MAX_BYTES = 10 * 1024 * 1024
"""The largest file that is read, in bytes."""


class ReadError(Exception):
    """A document that cannot be read; `reason` says why, in words for the user, without the path."""

    def __init__(self, reason: str) -> None:
        """Keep the reason; `str()` gives it."""
        super().__init__(reason)
        self.reason = reason


def decode(raw: bytes) -> str:
    """The text of a file, without its byte-order mark; CRLF stays as it is.

    Raises ReadError for a file over MAX_BYTES, for one that holds NUL characters and for bytes that
    are not the text that they should be; the offset of the first such byte, counted from the start
    of the file, is in the reason.
    """
    if len(raw) > MAX_BYTES:
        raise ReadError(f"{len(raw):,} bytes; files over {MAX_BYTES:,} bytes are not read")
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        name, codec = "UTF-16", "utf-16-le" if raw.startswith(codecs.BOM_UTF16_LE) else "utf-16-be"
        mark, width = 2, 2
    else:
        name, codec = "UTF-8", "utf-8"
        mark, width = (3 if raw.startswith(codecs.BOM_UTF8) else 0), 1
        nul = raw.find(b"\0")
        if nul >= 0:
            raise ReadError(f"a binary file: NUL at byte {nul:,}")
    try:
        text = raw[mark:].decode(codec) if mark else raw.decode(codec)
    except UnicodeDecodeError as fault:
        raise ReadError(f"not {name} at byte {mark + fault.start:,}; save the file as UTF-8") from None
    if width == 2 and "\0" in text:
        before = text[: text.index("\0")].encode(codec)
        raise ReadError(f"a binary file: NUL at byte {mark + len(before):,}")
    return text
