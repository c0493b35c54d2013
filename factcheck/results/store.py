"""The results of one basis: looked up by key, written in few transactions, never trusted and never missed.

Whatever is wrong with their file (damaged, locked, read-only, no room) makes a document be understood again, and
nothing else.
"""

from __future__ import annotations

import time
from contextlib import suppress
from importlib.util import find_spec
from typing import TYPE_CHECKING

from factcheck.model.digest import blake2b
from factcheck.results.codec import DAMAGED, pack_findings, unpack_findings, unpack_result

if TYPE_CHECKING:
    from datetime import date

    from factcheck.model.examined import Examined
    from factcheck.results.basis import Basis
    from factcheck.results.codec import Found
    from factcheck.results.database import Reader, Row

_DIGEST_BYTES = 16
_AT_ONCE = 500
"""Results that are written in one transaction."""
_FRESH = 7
"""Days for which it is not noted again that a result was used."""


class Results:
    """What is kept; of a basis that keeps nothing, nothing is found.

    What is new is written when enough has come together, and at `close`.
    """

    def __init__(self, basis: Basis) -> None:
        """Take what the results rest on."""
        self._basis = basis
        self._file = basis.file if find_spec("_sqlite3") else None
        self._reader: Reader | None = None
        self._new: list[Row] = []
        self._used: list[tuple[int, bytes]] = []
        self._today = int(time.time() // 86400)

    def find(self, key: bytes, raw: bytes, path: str, day: date, *, compared: bool) -> Examined | None:
        """The result of a document of this key, bytes and path as of a day; None if there is none.

        With `compared`, one that was made ready to be compared.
        """
        content = self._content(key)
        if content is None:
            return None
        try:
            found = unpack_result(content, raw, path)
        except DAMAGED:
            return None
        return found if found.holds(day) and (found.compared or not compared) else None

    def keep(self, key: bytes, content: bytes) -> None:
        """Keep the bytes of a result."""
        if self._file is None:
            return
        self._new.append((key, self._today, _digest(key, content) + content))
        if len(self._new) >= _AT_ONCE:
            self._write()

    def between(self, key: bytes) -> list[Found] | None:
        """The findings between documents that were kept under a key; None if there are none."""
        content = self._content(key)
        try:
            return None if content is None else unpack_findings(content)
        except DAMAGED:
            return None

    def keep_between(self, key: bytes, found: list[Found]) -> None:
        """Keep findings between documents."""
        self.keep(key, pack_findings(found))

    def rest(self) -> None:
        """Let go of the file, so that other processes may be started; it is opened again when it is asked."""
        reader, self._reader = self._reader, None
        if reader is not None:
            reader.close()

    def close(self) -> None:
        """Write what is new, and let go of the file."""
        self._write()
        self.rest()

    def _write(self) -> None:
        """Write what is new, if the packs still are what it rests on."""
        new, used, self._new, self._used = self._new, self._used, [], []
        if self._file is None or not (new or used) or not self._basis.stands():
            return
        from factcheck.results.database import write
        from factcheck.results.tidying import tidy

        self.rest()
        begins = not self._file.exists()
        write(self._file, new, used)
        with suppress(OSError):
            tidy(self._file, at_once=begins)

    def _content(self, key: bytes) -> bytes | None:
        """What stands under a key; None if nothing does, or it is damaged."""
        if self._file is None:
            return None
        if self._reader is None:
            from factcheck.results.database import Reader

            self._reader = Reader(self._file)
        found = self._reader.row(key)
        if found is None:
            return None
        used, kept = found
        digest, content = kept[:_DIGEST_BYTES], kept[_DIGEST_BYTES:]
        if digest != _digest(key, content):
            return None
        if used + _FRESH <= self._today:
            self._used.append((self._today, key))
        return content


def _digest(key: bytes, content: bytes) -> bytes:
    return blake2b(key + content, digest_size=_DIGEST_BYTES).digest()
