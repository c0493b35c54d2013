"""What is never prose in any format: addresses, and the placeholders of template languages."""

from __future__ import annotations

import re

from factcheck.readers.strand import PLACEHOLDER

_ADDRESS = re.compile(
    r"(?:\b(?:https?|ftp)://|\bwww\.)[^\s<>\"`|]*[^\s<>\"`|.,;:!?)\]}'*_’”»…]"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}"
)
_TEMPLATE = re.compile(r"\{\{[^{}\n]{0,500}\}\}|\{%[^%\n]{0,500}%\}")


def find_inert(source: str, templates: bool = True) -> list[tuple[int, int, str]]:
    """The (start, end, stand-in) ranges of a source that hold no prose, sorted and apart.

    Addresses always; `{{ … }}` and `{% … %}` if `templates`.
    """
    found: list[tuple[int, int, str]] = []
    if "://" in source or "www." in source or "@" in source:
        found += [(match.start(), match.end(), PLACEHOLDER) for match in _ADDRESS.finditer(source)]
    if templates and ("{{" in source or "{%" in source):
        found += [(match.start(), match.end(), PLACEHOLDER) for match in _TEMPLATE.finditer(source)]
    return merge_holes(found)


def merge_holes(holes: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """The same ranges, sorted, with those that overlap made one."""
    merged: list[tuple[int, int, str]] = []
    for start, end, stand_in in sorted(holes):
        if merged and start < merged[-1][1]:
            first, until, kept = merged[-1]
            merged[-1] = (first, max(until, end), kept or stand_in)
        else:
            merged.append((start, end, stand_in))
    return merged
