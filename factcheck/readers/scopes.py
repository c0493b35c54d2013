"""The elements of a page that bear `data-factcheck-ignore`, from their opening tags to their closing ones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.model.document import MARK
from factcheck.model.span import Span

if TYPE_CHECKING:
    from factcheck.readers.markup import Tag
    from factcheck.readers.outline import Outline

ATTRIBUTE = "data-factcheck-ignore"
MOST = 1_000
"""The most such elements that are kept open at a time."""


@dataclass(slots=True)
class _Open:
    name: str
    tag: Tag
    text: str
    depth: int = 1


class Scopes:
    """Follows the tags of a page and notes what each such element is about; one that is never closed has no scope."""

    def __init__(self, outline: Outline) -> None:
        """Note it in `outline`."""
        self._outline = outline
        self._open: list[_Open] = []

    def open(self, tag: Tag, name: str, attributes: dict[str, str]) -> None:
        """An opening tag, with its name in lower case."""
        for each in self._open:
            each.depth += each.name == name and not tag.self_closing
        if ATTRIBUTE in attributes and len(self._open) < MOST:
            self._open.append(_Open(name, tag, f"{MARK}ignore {attributes[ATTRIBUTE]}"))
            if tag.self_closing:
                self.close(tag, name)

    def close(self, tag: Tag, name: str) -> None:
        """A closing tag."""
        for each in self._open:
            each.depth -= each.name == name
            if not each.depth:
                self._note(each, Span(each.tag.start, tag.end))
        self._open = [each for each in self._open if each.depth]

    def finish(self) -> None:
        """The page ends."""
        for each in self._open:
            self._note(each, None)
        self._open.clear()

    def _note(self, element: _Open, scope: Span | None) -> None:
        self._outline.remark(element.tag.start, element.tag.end, element.text, scope)
