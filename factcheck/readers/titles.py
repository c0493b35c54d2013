"""Which of the units of a plain text are headings and which are list items without bullets.

A heading is a short line without a final stop that stands over longer text. Short lines in a row
with nothing under them are a menu, or a list if the line before them ends in a colon.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.readers.layout import Unit

MAX_LENGTH, MAX_WORDS = 80, 12
"""The longest heading, in code points and in words."""

_LABEL = re.compile(
    r"(?:myths?|facts?|false|true|truth|reality|claim|answer|a|note|warning|tip|share|tags?)\b\s*[:–—-]",
    re.IGNORECASE,
)
_SENTENCE_INSIDE = re.compile(r"[a-z]{3,}[.!?] +[A-Z]")
_LETTERS = re.compile(r"[^\W\d_]{2}")


def find_kinds(source: str, units: Sequence[Unit]) -> list[str]:
    """For every unit `heading`, `item` or `paragraph`."""
    short = [_is_short(unit, source) and not (unit.bullet and _is_listed(units, at)) for at, unit in enumerate(units)]
    kinds = ["item" if unit.bullet else "paragraph" for unit in units]
    at = 0
    while at < len(units):
        if not short[at]:
            at += 1
            continue
        until = at
        while until < len(units) and short[until]:
            until += 1
        if at and _leads(units[at - 1], source) and until - at > 1:
            _mark_items(units, kinds, at, until)
        else:
            _mark_headings(units, kinds, at, until)
        at = until
    return kinds


def _is_short(unit: Unit, source: str) -> bool:
    """Whether a unit looks like a heading; what stands under it decides whether it is one."""
    if unit.bullet == "-" or len(unit.lines) > 1:
        return False
    start, end = unit.lines[0]
    if end - start > MAX_LENGTH:
        return False
    text = source[start:end]
    return (
        text[-1] not in ".;,:…"
        and not text[0].islower()
        and len(text.split()) <= MAX_WORDS
        and bool(_LETTERS.search(text))
        and not _LABEL.match(text)
        and not _SENTENCE_INSIDE.search(text)
    )


def _is_listed(units: Sequence[Unit], at: int) -> bool:
    """Whether the unit before or after also has a bullet; a number that stands alone may number a heading."""
    return any(units[near].bullet for near in (at - 1, at + 1) if 0 <= near < len(units))


def _leads(unit: Unit, source: str) -> bool:
    return not unit.bullet and source[unit.lines[-1][1] - 1] == ":"


def _mark_items(units: Sequence[Unit], kinds: list[str], at: int, until: int) -> None:
    """Short lines under a colon are items; the last is a heading if it stands apart over more text."""
    apart = until < len(units) and _stands_apart(units, until - 1) and not units[until].bullet
    for index in range(at, until - apart):
        kinds[index] = "item"
    if apart:
        kinds[until - 1] = "heading"


def _stands_apart(units: Sequence[Unit], index: int) -> bool:
    """Whether no other unit precedes this one in its group."""
    return index == 0 or units[index - 1].group != units[index].group


def _mark_headings(units: Sequence[Unit], kinds: list[str], at: int, until: int) -> None:
    """Of short lines in a row, the last stands over the text; one more may stand over it."""
    if until == len(units):
        return
    last = until - 1
    if last > at and not _stands_apart(units, last):
        return
    kinds[last] = "heading"
    if last > at and (at == 0 or last - at == 1) and _stands_apart(units, at) and not units[at].bullet:
        kinds[at] = "heading"
