"""Places in a text: half-open ranges of code points.

A place in the extracted text and a place in the source file are two types, so that one is never
taken for the other; `Document.source_span` is the only way from the first to the second.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A range of the source as decoded: a BOM is not counted, CRLF counts two."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, order=True)
class TextSpan:
    """A range of the text that a reader extracted from a document."""

    start: int
    end: int

    def joined(self, other: TextSpan) -> TextSpan:
        """The smallest range that holds both."""
        return TextSpan(min(self.start, other.start), max(self.end, other.end))

    def overlaps(self, other: TextSpan) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end
