"""The lines of a plain text, put together into paragraphs and list items.

A newline may be the end of a block or a place where a program wrapped a long line. It is taken for
a wrap only if the line is as long as a wrapped line, and the next word would not have fitted on it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from factcheck.readers.outline import MAX_BLOCKS
from factcheck.readers.source_text import ReadError

_LINE = re.compile(r"[^\r\n]+")
_BULLET = re.compile(r"(?:[-*•‣◦▪●○∙·–]|\(?\d{1,2}[.)]|\(?[a-z]\))[ \t\xa0]+(?=\S)")
_NUMBER = re.compile(r"\(?\d")
_RULE = re.compile(r"[-=_*~#+. \t]{3,}")
_ENDED = re.compile(r"[.!?:;…][\"'”’)\]]*$")
_FIRST_WORD = re.compile(r"\S+")
_GOES_ON = re.compile(r"[\w(\[\"'“‘]")
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")

MIN_WRAP, MAX_WRAP = 45, 110
"""The widths, in code points, of lines that a program may have wrapped."""


@dataclass(frozen=True, slots=True)
class Unit:
    """What becomes one block: its lines as (start, end) places in the source, without their indentation.

    `group` numbers the stretches of text between blank lines; `bullet` is "", "-" or "1".
    """

    lines: tuple[tuple[int, int], ...]
    group: int
    bullet: str
    indent: int

    def words(self, source: str) -> str:
        """Its text, lines joined with spaces."""
        return " ".join(source[start:end] for start, end in self.lines)


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    indent: int
    bullet: str
    text: str


def cut_units(source: str) -> list[Unit]:
    """The units of a plain text in order; lines that are only drawn, such as `-----`, separate.

    Raises ReadError beyond MAX_BLOCKS lines.
    """
    units: list[Unit] = []
    group: list[_Line] = []
    number = at = lines = 0
    for match in _LINE.finditer(source):
        gap = source[at : match.start()]
        at = match.end()
        line = _parse(source, match.start(), match.end())
        if (line is None or gap.count("\n") > 1 or gap.count("\r") > 1) and group:
            units += _units(group, number)
            number += 1
            group = []
        if line:
            group.append(line)
            lines += 1
        if lines > MAX_BLOCKS:
            raise ReadError(f"more than {MAX_BLOCKS:,} lines")
    return units + _units(group, number) if group else units


def _parse(source: str, start: int, end: int) -> _Line | None:
    """The line without indentation and bullet; None if it is blank or only drawn."""
    raw = source[start:end]
    text = raw.strip()
    if not text or _RULE.fullmatch(text):
        return None
    indent = len(raw) - len(raw.lstrip())
    start += indent
    bullet = _BULLET.match(text)
    mark = ""
    if bullet:
        mark = "1" if _NUMBER.match(text) else "-"
        start += bullet.end()
        text = text[bullet.end() :]
    return _Line(start, start + len(text), indent, mark, text)


def _units(group: list[_Line], number: int) -> list[Unit]:
    width = max((len(line.text) for line in group if len(line.text) <= MAX_WRAP), default=0)
    units: list[Unit] = []
    lines = [group[0]]
    for line in group[1:]:
        if _continues(lines, line, width):
            lines.append(line)
        else:
            units.append(_unit(lines, number))
            lines = [line]
    return [*units, _unit(lines, number)]


def _unit(lines: list[_Line], number: int) -> Unit:
    return Unit(tuple((line.start, line.end) for line in lines), number, lines[0].bullet, lines[0].indent)


def _continues(lines: list[_Line], line: _Line, width: int) -> bool:
    """Whether a line goes on from the lines before it; `width` is the widest that may be wrapped."""
    last = lines[-1]
    length = len(last.text)
    if line.bullet or length < MIN_WRAP:
        return False
    ended = _ENDED.search(last.text[-4:])
    if line.text[0].islower() and not ended:
        return True
    word = _FIRST_WORD.match(line.text)
    full = length <= MAX_WRAP and length + 1 + len(word[0] if word else "") > width
    if not full or len(line.text) > MAX_WRAP or not _GOES_ON.match(line.text):
        return False
    if ended:
        return len(lines) > 1 and length > width * 0.8
    return not _is_titled(last.text)


def _is_titled(text: str) -> bool:
    """Whether most of the longer words have capitals, as in a title or the name of a page."""
    words: list[str] = _LONG_WORD.findall(text)
    return 2 * sum(word[0].isupper() for word in words) > len(words)
