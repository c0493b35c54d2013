"""Which replacements a finding may offer: those of words that stand in the source in one piece.

Where markup, an entity, code or the mark of a quotation stands among the letters, nobody can say which
of them a replacement should keep; a person has to.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.model.finding import Fix

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.model.document import Document
    from factcheck.model.span import Span

_MARKUP = re.compile(r"[<>&|*_`~$\\{}\[\]\r\n]")
_SEPARATORS = re.compile(r"[\",;\t]")
_LINE_END = re.compile(r"[^\S\r\n]*(?:\r\n|\r|\n)\s*")


def offers(span: Span, quote: str, words: str, replacements: Iterable[tuple[str, bool]]) -> tuple[Fix, ...]:
    """The fixes of a finding at `span` of the source, where `quote` stands; `words` is what a reader made of it.

    `replacements` are texts, each with whether it is safe. Words over several lines keep their line
    ends. A replacement that has no room for them, or that may be read as markup, is not offered.
    """
    if quote.split() != words.split():
        return ()
    fitted = ((_with_line_ends(text, quote), safe) for text, safe in replacements if not _MARKUP.search(text))
    return tuple(Fix(span, text, safe) for text, safe in fitted if text is not None)


def keeps_form(document: Document, span: Span, text: str) -> bool:
    """Whether a replacement leaves what its place is part of: a drawn table, whose sides must not move, or a record."""
    source = document.source
    if document.record:
        return not _SEPARATORS.search(text)
    line = source[source.rfind("\n", 0, span.start) + 1 : span.start].lstrip()
    drawn = line.startswith("|") and document.path.lower().endswith((".rst", ".rest"))
    return not drawn or len(text) == span.end - span.start


def by_hand(message: str, replacements: Iterable[tuple[str, bool]]) -> str:
    """The message of a finding that has replacements and may not offer one, with what to do instead."""
    told = " or ".join(f'"{text}"' for text, _ in replacements)
    if not told:
        return message
    return f"{message.rstrip('.')}; markup or a line end is in the way, so change it by hand to {told}."


def _with_line_ends(text: str, quote: str) -> str | None:
    """A replacement with the line ends of the quote, each at the blank that is nearest in proportion."""
    breaks = list(_LINE_END.finditer(quote))
    blanks = [match.start() for match in re.finditer(" ", text)]
    if len(breaks) > len(blanks):
        return None
    scale = len(text) / max(1, len(quote))
    first, pieces, at = 0, [], 0
    for left, line_end in reversed(list(enumerate(reversed(breaks)))):
        free = range(first, len(blanks) - left)
        chosen = min(free, key=lambda blank: abs(blanks[blank] - line_end.start() * scale))
        pieces += [text[at : blanks[chosen]], line_end.group()]
        first, at = chosen + 1, blanks[chosen] + 1
    return "".join((*pieces, text[at:]))
