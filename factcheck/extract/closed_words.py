"""Closed sets of words, written as a line of words."""

from __future__ import annotations


def word_set(line: str, between: str | None = None) -> frozenset[str]:
    """The words of a line, which stand apart by spaces or by another mark."""
    return frozenset(line.split(between))
