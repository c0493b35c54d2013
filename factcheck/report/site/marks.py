"""The text of a block, cut where marks begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.model.finding import SEVERITIES
from factcheck.report.plain import HIDDEN, escape

if TYPE_CHECKING:
    from factcheck.model.span import TextSpan

LEFT_OUT = "[…]"
"""Stands for code and pictures, which are not read."""
_OBJECT = "\ufffc"
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Mark:
    """A range of a block that is marked: for a finding (its number and severity), or as a claim that agrees.

    What is marked may go over several blocks; `first` and `last` say that it begins and ends in this one.
    """

    span: TextSpan
    number: int
    severity: str = ""
    first: bool = True
    last: bool = True


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text under the same marks.

    `severity` is that of its worst finding and empty without one. `begins` and `ends` are the numbers of the findings
    that begin and end with it, `agrees` the numbers of claims that do, `places` the ids of places that begin here.
    """

    text: str
    severity: str = ""
    borne_out: bool = False
    begins: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    agrees: tuple[int, ...] = ()
    places: tuple[str, ...] = ()


def pieces(text: str, block: TextSpan, marks: Sequence[Mark], places: Sequence[tuple[int, str]]) -> Iterator[Piece]:
    """The pieces of a block of a text, in order; `places` are offsets into the block with their ids."""
    ends = {end for mark in marks for end in (mark.span.start, mark.span.end)}
    ordered = sorted({block.start, block.end, *ends, *(at for at, _ in places)})
    for start, end in pairwise(ordered):
        over = [mark for mark in marks if mark.span.start < end and start < mark.span.end]
        faults = [mark for mark in over if mark.severity]
        yield Piece(
            readable(text[start:end]),
            max((mark.severity for mark in faults), key=SEVERITIES.index, default=""),
            any(not mark.severity for mark in over),
            tuple(mark.number for mark in faults if mark.first and mark.span.start == start),
            tuple(mark.number for mark in faults if mark.last and mark.span.end == end),
            tuple(mark.number for mark in over if not mark.severity and mark.first and mark.span.start == start),
            tuple(name for at, name in places if at == start),
        )


def readable(text: str) -> str:
    """Prose as a page shows it: line ends are spaces, what was not read is told, hidden characters are written out."""
    spaced = _SPACE.sub(" ", text).replace(_OBJECT, LEFT_OUT)
    return HIDDEN.sub(lambda match: escape(match[0]), spaced)
