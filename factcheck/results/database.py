"""Rows in a file, by key: looked up one by one, written together, with nothing raised whatever is wrong with it."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

Row = tuple[bytes, int, bytes]
"""A key, the day on which it was last used (counted from 1970), and what stands under it."""

_TABLE = "CREATE TABLE IF NOT EXISTS results (key BLOB PRIMARY KEY, used INTEGER, content BLOB) WITHOUT ROWID"
_PATIENCE = 2.0
"""Seconds to wait for another process that writes."""


class Reader:
    """A file that is only read; one that is not there, or no database, has no rows."""

    def __init__(self, file: Path) -> None:
        """Open it."""
        self._rows = _connected(file, "ro") if file.exists() else None

    def row(self, key: bytes) -> tuple[int, bytes] | None:
        """The day and the content of a key; None if it has none, or the file cannot be read."""
        if self._rows is None:
            return None
        try:
            found = self._rows.execute("SELECT used, content FROM results WHERE key = ?", (key,)).fetchall()
        except sqlite3.Error:
            return None
        used, content = found[0] if found else (None, None)
        return (used, content) if isinstance(used, int) and isinstance(content, bytes) else None

    def close(self) -> None:
        """Let go of it."""
        if self._rows is not None:
            with suppress(sqlite3.Error):
                self._rows.close()


def write(file: Path, rows: Sequence[Row], used: Sequence[tuple[int, bytes]]) -> None:
    """Put rows into a file, and note when others were used (day, key), all or nothing.

    Where there is no room, no right to write or another process writes too long, nothing is done. A file that is no
    database is removed.
    """
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch(mode=0o600)  # it quotes documents that others may not read
    connection = _connected(file, "rwc")
    if connection is None:
        return
    with closing(connection):
        try:
            with connection:
                connection.execute("PRAGMA synchronous = OFF")  # a digest guards each row
                connection.execute(_TABLE)
                connection.executemany("INSERT OR REPLACE INTO results VALUES (?, ?, ?)", rows)
                connection.executemany("UPDATE results SET used = ? WHERE key = ?", used)
        except sqlite3.OperationalError:
            return
        except sqlite3.DatabaseError:
            with suppress(OSError):
                file.unlink()


def trim(file: Path, before: int, most: int) -> None:
    """Delete the rows that were last used before a day; of a file of more bytes than `most`, the older half."""
    connection = _connected(file, "rw")
    if connection is None:
        return
    with closing(connection), suppress(sqlite3.Error):
        connection.isolation_level = None
        found = connection.execute("DELETE FROM results WHERE used < ?", (before,)).rowcount
        if file.stat().st_size > most:
            half = connection.execute("SELECT count(*) / 2 FROM results").fetchone()[0]
            oldest = "SELECT key FROM results ORDER BY used LIMIT ?"
            found += connection.execute(f"DELETE FROM results WHERE key IN ({oldest})", (half,)).rowcount
        if found:
            connection.execute("VACUUM")


def _connected(file: Path, mode: str) -> sqlite3.Connection | None:
    try:
        return sqlite3.connect(f"{file.absolute().as_uri()}?mode={mode}", timeout=_PATIENCE, uri=True)
    except sqlite3.Error:
        return None
