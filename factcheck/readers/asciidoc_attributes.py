"""The attributes of an AsciiDoc document: `:name: value` defines one, `{name}` stands for its value."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.readers.dates import parse_day
from factcheck.readers.strand import PLACEHOLDER

if TYPE_CHECKING:
    from factcheck.readers.outline import Outline

ENTRY = re.compile(r":!?\w[\w-]{0,100}!?:(?:[ \t]|\Z)")
"""How a line begins that defines an attribute, or takes it back."""
MAX_VALUE, MAX_ADDED = 100, 1_000_000
"""The longest value that is put into the text, and how many characters all of them may add."""

_PLAIN = re.compile(r"[^\W_](?:[\w ,.()/%’'-]*[\w).%])?")
_CHARACTERS = {
    "nbsp": "\u00a0", "zwsp": "\u200b", "wj": "\u2060", "amp": "&", "lt": "<", "gt": ">", "apos": "'", "quot": '"',
    "empty": "", "blank": "", "sp": " ", "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”", "deg": "°",
    "plus": "+", "asterisk": "*", "caret": "^", "tilde": "~", "backtick": "`", "backslash": "\\", "startsb": "[",
    "endsb": "]", "vbar": "|", "brvbar": "¦", "two-colons": "::", "two-semicolons": ";;", "cpp": "C++", "pp": "++",
}  # fmt: skip
_ADDRESS = re.compile(r"ur[il]|link|path|dir|site|repo|home|base|docs")


class Attributes:
    """What the attributes stand for at the place that the walk has reached."""

    def __init__(self, outline: Outline) -> None:
        """Only those that every document has; dates are noted in `outline`."""
        self._outline = outline
        self._values: dict[str, str] = {}
        self._added = 0

    def define(self, line: str) -> None:
        """Take a line that ENTRY matches."""
        name, _, value = line[1:].partition(":")
        key = name.strip("!").lower()
        if "!" in name:
            self._values.pop(key, None)
            return
        self._values[key] = value.strip()
        self._outline.day(key, parse_day(value.strip().strip("\"'")))

    def is_address(self, name: str) -> bool:
        """Whether what follows the reference at once goes on with it, as a path does."""
        value = self._values.get(name.lower())
        return "://" in value if value is not None else bool(_ADDRESS.search(name.lower()))

    def is_plain(self, name: str) -> bool:
        """Whether the text shows words or a character for the reference."""
        key = name.lower()
        return key in _CHARACTERS or bool(_PLAIN.fullmatch(self._values.get(key, "")[: MAX_VALUE + 1]))

    def said(self, name: str) -> str:
        """What the text shows for a reference; PLACEHOLDER for anything but characters and plain words."""
        key = name.lower()
        if key in _CHARACTERS:
            return _CHARACTERS[key]
        value = self._values.get(key, "")
        if len(value) > MAX_VALUE or not _PLAIN.fullmatch(value) or self._added > MAX_ADDED:
            return PLACEHOLDER
        self._added += len(value)
        return value
