"""The lines of an AsciiDoc source, without the preprocessor's directives, and the lists of attributes in brackets."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

Lines = list[tuple[int, int]]
"""Where each line begins and ends in the source: its indentation belongs to it, white space at its end does not."""

_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\n|\r|\Z)")
_DIRECTIVE = re.compile(r"(ifdef|ifndef|ifeval|endif)::[^\[\s]{0,500}\[(.*)\]\Z")
_ITEM = re.compile(r"\s*(?:([\w-]+)\s*=\s*)?(\"[^\"]*\"|'[^']*'|[^,]*)[^,]*(?:,|\Z)")
_SHORTHAND = re.compile(r"([#.%])([^#.%\s]+)")
MAX_ATTRIBUTES = 2_000
"""How many characters of a list of attributes are looked at."""


def cut_lines(source: str, start: int = 0) -> Lines:
    """The lines of a source from `start` on; of a conditional directive only the text in its brackets is left."""
    lines: Lines = []
    for match in _LINE.finditer(source, start):
        text = match[1].rstrip()
        first, last = match.start(), match.start() + len(text)
        if text[:2] in ("if", "en"):
            directive = _DIRECTIVE.match(text)
            if directive and (directive[1] in ("endif", "ifeval") or not directive[2].strip()):
                continue
            if directive:
                first, last = first + directive.start(2), first + directive.start(2) + len(directive[2].rstrip())
        if match.end() > match.start():
            lines.append((first, last))
    return lines


@dataclass(slots=True)
class Metadata:
    """What stands over a block: its title, as a range of the source, and its attributes."""

    style: str = ""
    title: tuple[int, int] | None = None
    options: set[str] = field(default_factory=set)
    named: dict[str, str] = field(default_factory=dict)

    def add(self, content: str) -> None:
        """Take the attributes that stand in one pair of brackets."""
        content = content[:MAX_ATTRIBUTES]
        at = 0
        while at < len(content):
            match = _ITEM.match(content, at)
            if not match or match.end() == at:
                return
            name, value = match[1], match[2].strip()
            if value[:1] in ("'", '"') and len(value) > 1:
                value = value[1:-1]
            if name in ("options", "opts"):
                self.options.update(value.replace(" ", "").split(","))
            elif name:
                self.named[name] = value
            elif not at:
                self._shorthand(value)
            at = match.end()

    def _shorthand(self, value: str) -> None:
        """`style#id.role%option`."""
        style = re.split(r"[#.%]", value, maxsplit=1)[0].strip()
        self.style = style or self.style
        self.options.update(name for mark, name in _SHORTHAND.findall(value) if mark == "%")
