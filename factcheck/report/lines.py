"""Offsets to lines and columns: the only place where they are worked out."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from operator import attrgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from factcheck.model.finding import DocumentReport

_LINE_END = re.compile(r"\r\n|\r|\n")


class LineIndex:
    """Where the lines of a source begin. LF, CRLF and CR end a line; nothing else does."""

    def __init__(self, source: str) -> None:
        """Find the line ends, once."""
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(source))]

    def position(self, offset: int) -> tuple[int, int]:
        """The line and column of an offset, both from 1; a column counts code points."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


class LineIndexes(Mapping[str, LineIndex]):
    """The line index of each document by its path, made when it is first asked for: in most nothing is placed."""

    def __init__(
        self, documents: Iterable[DocumentReport], text: Callable[[DocumentReport], str] = attrgetter("source")
    ) -> None:
        """Of these documents; `text` tells the text of one."""
        self._documents = {document.path: document for document in documents}
        self._text = text
        self._made: dict[str, LineIndex] = {}

    def __getitem__(self, path: str) -> LineIndex:
        """The index of a document. Raises KeyError for a path of which there is none."""
        if path not in self._made:
            self._made[path] = LineIndex(self._text(self._documents[path]))
        return self._made[path]

    def __iter__(self) -> Iterator[str]:
        """The paths."""
        return iter(self._documents)

    def __len__(self) -> int:
        """How many documents there are."""
        return len(self._documents)
