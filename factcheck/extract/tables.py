"""How the tables of English are written: their entries in one string, so that a table stays a paragraph."""

from __future__ import annotations


def word_set(text: str, between: str | None = None) -> frozenset[str]:
    """The words of a table, separated by white space or by another mark."""
    return frozenset(text.split(between))


def phrase_list(text: str) -> tuple[str, ...]:
    """The phrases of a table in their order, separated by commas."""
    return tuple(text.split(", "))
