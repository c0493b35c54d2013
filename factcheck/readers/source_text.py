"""Bytes to text and back: UTF-8 with or without a byte-order mark, UTF-16 with one, and nothing else."""

from __future__ import annotations

import codecs

MAX_BYTES = 10 * 1024 * 1024
"""The largest file that is read, in bytes."""


UTF_8 = "utf-8"


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
    codec, mark = _encoding(raw)
    if codec == UTF_8:
        nul = raw.find(b"\0")
        if nul >= 0:
            raise ReadError(f"a binary file: NUL at byte {nul:,}")
    try:
        text = raw[mark:].decode(codec) if mark else raw.decode(codec)
    except UnicodeDecodeError as fault:
        name = "UTF-8" if codec == UTF_8 else "UTF-16"
        raise ReadError(f"not {name} at byte {mark + fault.start:,}; save the file as UTF-8") from None
    if codec != UTF_8 and "\0" in text:
        before = text[: text.index("\0")].encode(codec)
        raise ReadError(f"a binary file: NUL at byte {mark + len(before):,}")
    return text


def encode(text: str, like: bytes) -> bytes:
    """The bytes of a text in the encoding of other bytes, and with a byte-order mark if these have one.

    For bytes that `decode` reads, `encode(decode(raw), raw)` is `raw`. Raises UnicodeEncodeError for
    half a surrogate pair.
    """
    codec, mark = _encoding(like)
    return like[:mark] + text.encode(codec)


def _encoding(raw: bytes) -> tuple[str, int]:
    """The codec of a file's bytes, and how many of them are its byte-order mark."""
    if raw.startswith(codecs.BOM_UTF16_LE):
        return "utf-16-le", 2
    if raw.startswith(codecs.BOM_UTF16_BE):
        return "utf-16-be", 2
    return UTF_8, 3 if raw.startswith(codecs.BOM_UTF8) else 0
