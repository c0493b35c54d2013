"""How the items of AsciiDoc's lists begin, and the lists that are open within one block."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.readers.outline import Outline

_ITEM = re.compile(
    r"[ \t]*(?:(\*+|-|•|\.+)|(\d{1,9}\.)|([a-zA-Z]\.)|([ivx]{1,7}\)|[IVX]{1,7}\))|(<(?:\d{1,3}|\.)>))[ \t]+(?=\S)"
)
_CHECK = re.compile(r"\[[ xX*]\][ \t]+")
_TERM = re.compile(r"(?<![:;])(?::{2,4}|;;)(?=[ \t]|\Z)")


@dataclass(frozen=True, slots=True)
class Marker:
    """How an item begins: the kind of its mark, where its text begins and, if it is a term, where that ends."""

    kind: str
    text: int
    term_end: int = -1


@dataclass(slots=True)
class OpenList:
    """A list that is open: the kind of its marks, and its depth in the outline; `waits` while its term has no text."""

    kind: str
    depth: int
    waits: bool = False


@dataclass(slots=True)
class Container:
    """A delimited block that is open, or the document: the line that ends it, and the lists open in it.

    `depth` is what the outline is unwound to when it ends, or -1; `attached` after a `+` that joins
    the next block to an item.
    """

    mark: str = ""
    depth: int = -1
    lists: list[OpenList] = field(default_factory=list)
    attached: bool = False

    def leave(self, outline: Outline, left: int = 0) -> None:
        """Close the lists of the container but for so many."""
        if len(self.lists) > left:
            outline.unwind(self.lists[left].depth)
            del self.lists[left:]

    def enter(self, kind: str, outline: Outline) -> OpenList:
        """The list whose items have marks of this kind: one that is open, or a new one within the last item."""
        for index in range(len(self.lists) - 1, -1, -1):
            if self.lists[index].kind == kind:
                self.leave(outline, index + 1)
                return self.lists[index]
        self.lists.append(OpenList(kind, outline.enter("terms" if kind[0] in ":;" else "list")))
        return self.lists[-1]


def find_marker(source: str, start: int, end: int, kinds: list[OpenList]) -> Marker | None:
    """How the line source[start:end] begins an item, if it does; letters must begin with `a` or go on with a list."""
    match = _ITEM.match(source, start, end)
    if match:
        mark = match[0].strip()
        kind = _kind(match.lastindex or 1, mark)
        goes_on = any(each.kind == kind for each in kinds)
        if goes_on or match.lastindex not in (3, 4) or mark[:-1] in ("a", "A", "i", "I"):
            check = _CHECK.match(source, match.end(), end) if mark[0] in "*-" else None
            return Marker(kind, (check or match).end())
    if "::" not in source[start:end] and ";;" not in source[start:end]:
        return None
    term = _TERM.search(source, start, end)
    if not term or not source[start : term.start()].strip() or source.startswith("//", start):
        return None
    return Marker(term[0], term.end(), term.start())


def _kind(group: int, mark: str) -> str:
    if group == 1:
        return mark
    return {2: "1.", 3: "a." if mark.islower() else "A.", 4: "i)" if mark.islower() else "I)"}.get(group, "<1>")
