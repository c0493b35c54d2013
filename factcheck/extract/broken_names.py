"""Text -> protected names that a space or a hyphen breaks in two: "mino xidil", "ruxo-litinib".

The second half must be no word, so that "ring worm" and "anti-androgen" stay as they are: those are
ways of writing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.extract.spelling import Speller


def broken_names(low: str, words: set[str], speller: Speller) -> Iterator[tuple[int, int, str]]:
    """(start, end, name) of each name in folded text that is broken; `words` are the distinct words of the text."""
    halves = words & speller.tails
    if not halves:
        return
    either = "|".join(sorted(halves))
    for match in re.finditer(rf"(?<![^\W_])([^\W\d_]{{2,}})[ \u2010\u2011-]({either})(?![^\W_])", low):
        name = match[1] + match[2]
        if name in speller.protected and not speller.is_compound(match[1], match[2]):
            yield match.start(), match.end(), name
