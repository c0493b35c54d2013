"""Text that stands in another text, in a string of JSON or a field of a table, and the way back through both.

A reader is given what such strings say; the places in its document lead into them, and from there to the file.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.model.document import Remark, Run, SourceMap
from factcheck.model.span import Span

if TYPE_CHECKING:
    from factcheck.model.document import Document


class Passage:
    """What strings of a source say, one after the other, with the place of every character.

    A character that is written otherwise, such as an escape, has the whole of that as its place.
    """

    def __init__(self, source: str) -> None:
        """Start with nothing said."""
        self._source = source
        self._pieces: list[str] = []
        self._runs: list[Run] = []
        self._length = 0

    @property
    def text(self) -> str:
        """What is said."""
        return "".join(self._pieces)

    @property
    def map(self) -> SourceMap:
        """Where it stands."""
        return SourceMap(tuple(self._runs))

    def copy(self, start: int, end: int) -> None:
        """Say source[start:end] as it stands."""
        if start < end:
            self._say(self._source[start:end], start, end, True)

    def put(self, character: str, start: int, end: int) -> None:
        """Say one character for source[start:end]."""
        self._say(character, start, end, False)

    def _say(self, text: str, start: int, end: int, copied: bool) -> None:
        self._pieces.append(text)
        self._runs.append(Run(self._length, self._length + len(text), start, end, copied))
        self._length += len(text)


def lifted(document: Document, passage: Passage, path: str, source: str, record: str = "") -> Document:
    """A document of what a passage says as one of the source that the passage stands in."""
    places = passage.map
    runs: list[Run] = []
    for run in document.map.runs:
        runs += _copied(run, places) if run.copied else [_whole(run, places)]
    remarks = tuple(
        Remark(_span(each.span, places), each.text, each.scope and _span(each.scope, places))
        for each in document.remarks
    )
    return replace(document, path=path, source=source, map=SourceMap(tuple(runs)), remarks=remarks, record=record)


def _copied(run: Run, places: SourceMap) -> list[Run]:
    """A copied run of the passage, cut where the passage itself is pieced together."""
    found = []
    outer = places.runs
    index = places.index(run.source_start)
    shift = run.text_start - run.source_start
    while index < len(outer) and outer[index].text_start < run.source_end:
        piece = outer[index]
        first, last = max(piece.text_start, run.source_start), min(piece.text_end, run.source_end)
        start, end = piece.source_start, piece.source_end
        if piece.copied:
            start, end = start + first - piece.text_start, start + last - piece.text_start
        found.append(Run(first + shift, last + shift, start, end, piece.copied))
        index += 1
    return found


def _whole(run: Run, places: SourceMap) -> Run:
    span = _span(Span(run.source_start, run.source_end), places)
    return Run(run.text_start, run.text_end, span.start, span.end, False)


def _span(span: Span, places: SourceMap) -> Span:
    """A range of the passage, which may be empty, as one of the source."""
    start = _point(span.start, places)
    return Span(start, max(start, _point(span.end, places)))


def _point(at: int, places: SourceMap) -> int:
    """Where the passage's character at a place begins in the source; the end of the last one for the end."""
    if at >= places.length:
        return places.runs[-1].source_end if places.runs else 0
    run = places.runs[places.index(at)]
    return run.source_start + (at - run.text_start if run.copied else 0)
