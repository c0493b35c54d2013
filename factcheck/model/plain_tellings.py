"""The tellings of a document as plain values that `marshal` can keep, without its path, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factcheck.model.plain_form import codec
from factcheck.model.span import Span
from factcheck.model.telling import Amount, Place, Position, Telling

if TYPE_CHECKING:
    from collections.abc import Iterable

_encode, _decode = codec((Amount, Position))


def plain_tellings(tellings: Iterable[Telling]) -> list[Any]:
    """Each as one tuple: spans, of which each has two, would take most of the time in a list of their own."""
    return [
        (_encode(position), place.span.start, place.span.end, place.sentence.start, place.sentence.end, place.quote)
        for position, place in tellings
    ]


def tellings_of_plain(plain: Iterable[Any], path: str) -> tuple[Telling, ...]:
    """What `plain_tellings` was given, for a document of this path. Raises ValueError, TypeError or IndexError."""
    return tuple([_telling(path, *each) for each in plain])


def _telling(path: str, position: Any, start: int, end: int, first: int, last: int, quote: str) -> Telling:
    return Telling(_decode(position), Place(path, Span(start, end), Span(first, last), quote))
