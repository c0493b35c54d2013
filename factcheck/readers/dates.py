"""The dates of a document, as lines of keys or markup say them."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

_DAY = re.compile(r"\s*(\d{4})-(\d{2})-(\d{2})(?![\d-])")
_KEY = re.compile(r"^[\"']?([A-Za-z][\w .-]{0,40})[\"']?[ \t]*[:=][ \t]*[\"']?(\d{4}-[^\"'\r\n]{0,40})", re.MULTILINE)

DATE_KEYS = ("updated", "lastmod", "last_modified", "date", "revdate", "time", "meta")
"""The names under which a date counts as that of its document, unless the settings name others."""


def parse_day(said: str) -> date | None:
    """The day of an ISO 8601 date or time, as written, whatever its zone; None for anything else."""
    match = _DAY.match(said)
    if not match:
        return None
    try:
        return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None


def newest(days: Iterable[tuple[str, date]], keys: Container[str] = DATE_KEYS) -> date | None:
    """The last of the days that stand under one of the keys, or None if there are none."""
    return max((day for key, day in days if key in keys), default=None)


def keyed_days(lines: str) -> list[tuple[str, date]]:
    """The dates in lines of keys and values (`lastmod: 2026-01-31`), each with its key in lower case.

    They are plain ISO dates, so no parser is loaded.
    """
    found = ((match[1].strip().lower(), parse_day(match[2])) for match in _KEY.finditer(lines))
    return [(key, day) for key, day in found if day]
