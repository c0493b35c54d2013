"""Text that is safe to show, and how wide it is on a screen."""

from __future__ import annotations

import re
import unicodedata

# Control characters, which a terminal obeys; marks that turn the direction of writing, which make a
# reader see another text than the file holds; and halves of surrogate pairs, which cannot be written.
HIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def plain(text: str) -> str:
    """The text with every hidden character written as an escape such as `\\x1b`; tabs and line ends too."""
    return HIDDEN.sub(lambda match: escape(match[0]), text)


def escape(character: str) -> str:
    """One character as Python would write it."""
    point = ord(character)
    return f"\\x{point:02x}" if point < 0x100 else f"\\u{point:04x}"


def width(text: str) -> int:
    """How many columns the text takes: two for wide East Asian characters, none for combining ones."""
    if text.isascii():
        return len(text)
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1
