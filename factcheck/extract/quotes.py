"""Stretches of a sentence that quote somebody."""

from __future__ import annotations

import re

_FEWEST_SPACES = 3
_SINGLE = re.compile(r"(?<![\w'])['‘](?=\w)[^'‘’\n]{8,200}?['’](?!\w)")
_KEY = re.compile(r"(?:^|[\n{,])\s*[\"']?\w+[\"']?\s*[:=]\s*$")


def quoted(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Ranges between double quotation marks that hold a sentence or four words; the value of a key quotes nobody."""
    found = []
    opened = -1
    for at in range(start, end):
        char = text[at]
        if char in "“«" or (char == '"' and opened < 0):
            opened = at
        elif char in '”»"':
            spoken = text[at - 1] in ",.!?" and opened >= 0
            if (
                opened >= 0
                and not _KEY.search(text[max(0, opened - 40) : opened])
                and text.count(" ", opened, at) >= _FEWEST_SPACES - spoken
            ):
                found.append((opened, at + 1))
            opened = -1
    single = _SINGLE.finditer(text, start, end)
    found += [(each.start(), each.end()) for each in single if each.group().count(" ") >= _FEWEST_SPACES]
    if opened >= 0 and not _KEY.search(text[max(0, opened - 40) : opened]):
        found.append((opened, end))
    return found
