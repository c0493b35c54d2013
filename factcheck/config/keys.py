"""The keys of a settings file and how their values are read; a wrong one is a ValueError that goes on from the key."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from factcheck.config.values import FAIL_ON, RECORD_FORMATS
from factcheck.model.finding import SEVERITIES

_NUMBER = re.compile(r"[0-9]{1,3}(?:\.[0-9]+)?")


def _words(value: object) -> tuple[str, ...]:
    words = value if isinstance(value, list) else [value]
    if not words or not all(isinstance(word, str) and word for word in words):
        raise ValueError("takes a word or a list of words")
    return tuple(words)


def _word(value: object) -> str:
    if not isinstance(value, str) or not value:
        raise ValueError("takes a word")
    return value


def read_date(value: object) -> date:
    """A date written as YYYY-MM-DD. Raises ValueError, with a text that goes on from the name of the setting."""
    text = str(value)
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or day.isoformat() != text:
        raise ValueError(f'takes a date such as 2026-11-22, not "{text}"')
    return day


def read_percent(value: object) -> float:
    """A share from 0 to 100, such as 30 or 62.5. Raises ValueError, with a text that goes on from the option's name."""
    text = str(value)
    share = float(text) if _NUMBER.fullmatch(text) else -1.0
    if not 0 <= share <= 100:
        raise ValueError(f'takes a number from 0 to 100, not "{text}"')
    return int(share) if share.is_integer() else share


def _one_of(allowed: tuple[str, ...]) -> Callable[[object], str]:
    def read(value: object) -> str:
        if value not in allowed:
            raise ValueError(f'takes one of {", ".join(allowed)}, not "{value}"')
        return str(value)

    return read


def _severities(value: object) -> tuple[tuple[str, str], ...]:
    if not isinstance(value, dict) or not value:
        raise ValueError("takes codes, prefixes of codes or facts with a severity for each, such as {FC101: warning}")
    for name, severity in value.items():
        if severity not in SEVERITIES:
            allowed = ", ".join(reversed(SEVERITIES))
            raise ValueError(f'takes one of {allowed} for "{name}", not "{severity}"; to leave it out use ignore', name)
    return tuple(value.items())


def _ignores(value: object) -> tuple[tuple[str, tuple[str, ...]], ...]:
    if not isinstance(value, dict) or not value:
        raise ValueError("takes patterns of files with codes or facts for each, such as {drafts/: [FC501]}")
    found = []
    for pattern, codes in value.items():
        try:
            found.append((pattern, _words(codes)))
        except ValueError as error:
            raise ValueError(f'{error.args[0]} for "{pattern}"', pattern) from error
    return tuple(found)


def _formats(value: object) -> tuple[tuple[str, str], ...]:
    if not isinstance(value, dict) or not value or not all(isinstance(name, str) for name in value.values()):
        raise ValueError("takes patterns of files with a format for each, such as {*.page: markdown}")
    return tuple(value.items())


KEYS: Mapping[str, Callable[[object], Any]] = {
    "extends": _words,
    "rules": _words,
    "as-of": read_date,
    "select": _words,
    "ignore": _words,
    "per-file-ignores": _ignores,
    "severity": _severities,
    "fail-on": _one_of(FAIL_ON),
    "min-coverage": read_percent,
    "include": _words,
    "exclude": _words,
    "formats": _formats,
    "text-field": _words,
    "text-format": _one_of(RECORD_FORMATS),
    "dates": _words,
    "baseline": _word,
}
