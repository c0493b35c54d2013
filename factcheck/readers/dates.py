"""The date of a document, as its front matter or its markup says it."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_DAY = re.compile(r"\s*(\d{4})-(\d{2})-(\d{2})(?![\d-])")
_FRONT = re.compile(r"\A(---|\+\+\+)[ \t]*(?:\r\n|\n|\r)")
_FIRST_LINE = re.compile(r"(?:[ \t]*(?:#[^\r\n]*)?[\r\n]+)*[ \t]*(?:[\"']?[\w.-]+[\"']?[ \t]*[:=]|[\[{]|- )")
_KEY = re.compile(
    r"^[\"']?(?:updated|lastmod|last_modified|date)[\"']?[ \t]*[:=][ \t]*[\"']?([^\"'\r\n]{0,40})", re.MULTILINE
)


def parse_day(said: str) -> date | None:
    """The day of an ISO 8601 date or time, as written, whatever its zone; None for anything else."""
    match = _DAY.match(said)
    if not match:
        return None
    try:
        return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None


def newest(days: Iterable[date]) -> date | None:
    """The last of the days, or None if there are none."""
    return max(days, default=None)


def front_matter(source: str) -> tuple[int, date | None]:
    """Where the prose of a Markdown source begins, and the newest date that its front matter names.

    Front matter is a first line `---` (YAML) or `+++` (TOML), then keys, up to a line that closes it;
    (0, None) if there is none, as where prose stands between two rules. The keys `updated`,
    `lastmod`, `last_modified` and `date` are read; they hold plain ISO dates, so no parser is loaded.
    """
    opening = _FRONT.match(source)
    if not opening:
        return 0, None
    close = r"^\+\+\+" if opening[1] == "+++" else r"^(?:---|\.\.\.)"
    closing = re.compile(close + r"[ \t]*(?:\r\n|\n|\r|\Z)", re.MULTILINE).search(source, opening.end())
    if not closing:
        return 0, None
    inner = source[opening.end() : closing.start()]
    if inner.strip() and not _FIRST_LINE.match(inner):
        return 0, None
    days = (parse_day(match[1]) for match in _KEY.finditer(inner))
    return closing.end(), newest(day for day in days if day)
