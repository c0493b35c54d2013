"""Admonitions that `:::` fences off: what Docusaurus, VitePress and Quarto put into boxes, with or without a title."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factcheck.readers.mdx import mask, unfenced

if TYPE_CHECKING:
    from factcheck.readers.outline import Outline

_LINE = re.compile(
    r"^(?P<indent>[ \t]*):{3,}[ \t]*(?P<name>[\w-]{0,30})(?:[ \t]*\{[^}\n]{0,200}\})?"
    r"(?:\[(?P<label>[^\]\n]{0,200})\]|[ \t]+(?P<title>[^\s\n][^\n]{0,200}?))?[ \t\r]*$",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Fence:
    """A line that opens or closes an admonition; `title` is the (start, end) of its title, if it has one."""

    start: int
    opens: bool
    title: tuple[int, int] | None = None


@dataclass(slots=True)
class Admonitions:
    """The fences of a source in order; `open` are the depths of the groups that they opened in an outline."""

    fences: list[Fence] = field(default_factory=list)
    open: list[int] = field(default_factory=list)
    done: int = 0

    def pass_by(self, place: int, outline: Outline) -> None:
        """Open and close what stands before a place of the source; nothing else may be open in the outline."""
        while self.done < len(self.fences) and self.fences[self.done].start <= place:
            fence = self.fences[self.done]
            self.done += 1
            if not fence.opens:
                if self.open:
                    outline.unwind(self.open.pop())
                continue
            if len(self.open) < MOST:
                self.open.append(outline.enter("group"))
            if fence.title and fence.title[0] >= outline.reached:
                outline.begin("heading", 6)
                outline.copy(*fence.title)
                outline.end()


MOST = 20
"""The most admonitions that are kept open in one another."""


def find_admonitions(source: str) -> tuple[str, Admonitions]:
    """The source with its fences masked by spaces, and the fences; those in code are none.

    An indented one, as in a list, is only masked, and its title stays.
    """
    found = Admonitions()
    holes = []
    for start, end in unfenced(source):
        for match in _LINE.finditer(source, start, end):
            named = "label" if match["label"] is not None else "title"
            title = match.span(named) if match[named] else None
            plain = not match["indent"]
            if plain:
                opens = bool(match["name"] or title or "{" in match[0])
                found.fences.append(Fence(match.start(), opens, title))
            holes.append((match.start(), match.end() if plain or not title else title[0], ""))
    return mask(source, holes), found
