"""How many edits lie between two words: optimal string alignment, a column of its table in one integer.

The recurrences are those of Hyyrö, "A bit-vector algorithm for computing Levenshtein and Damerau edit distances"
(2003). A library does one pair quicker, but its import takes as long as two thousand pairs here, and a document has
some dozens.
"""

from __future__ import annotations


def edits_between(one: str, other: str) -> int:
    """Letters lost, added or changed, and neighbours that changed places, no letter edited twice (OSA)."""
    if not one or not other:
        return len(one) + len(other)
    every = (1 << len(one)) - 1
    last = 1 << (len(one) - 1)
    held: dict[str, int] = {}
    for at, letter in enumerate(one):
        held[letter] = held.get(letter, 0) | 1 << at
    found, more, less, diagonal, before = len(one), every, 0, 0, 0
    for letter in other:
        here = held.get(letter, 0)
        swapped = ((every & ~diagonal & here) << 1) & before
        diagonal = (((here & more) + more) ^ more) | here | less | swapped
        right = less | ~(diagonal | more) & every
        left = diagonal & more
        if right & last:
            found += 1
        elif left & last:
            found -= 1
        right = right << 1 | 1
        more = (left << 1 | ~(diagonal | right)) & every
        less = right & diagonal & every
        before = here
    return found
