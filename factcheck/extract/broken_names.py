"""Text -> protected names that a space or a hyphen breaks in two: "mino xidil", "ruxo-litinib".

One half must be no word (the second, or of a medicine's name either), so that "ring worm" and "anti-androgen" stay
as they are: those are ways of writing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.extract.spelling import Speller

_BREAK = "[ \u2010\u2011-]"


def broken_names(low: str, words: set[str], speller: Speller) -> Iterator[tuple[int, int, str]]:
    """(start, end, name) of each name in folded text that is broken; `words` are the distinct words of the text."""
    heads, tails = speller.halves.among(words)
    patterns = []
    if tails:
        patterns.append(rf"([^\W\d_]{{2,}}){_BREAK}({'|'.join(sorted(tails))})")
    if heads:
        patterns.append(rf"({'|'.join(sorted(heads))}){_BREAK}([^\W\d_]+)")
    found = set()
    for pattern in patterns:
        for match in re.finditer(rf"(?<![^\W_]){pattern}(?![^\W_])", low):
            name = match[1] + match[2]
            if name in speller.protected and not speller.is_compound(match[1], match[2]):
                found.add((match.start(), match.end(), name))
    yield from sorted(found)
