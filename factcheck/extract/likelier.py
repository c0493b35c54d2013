"""Whether a plain word lies nearer to an unknown word than the name that it may stand for: seologic, serologic."""

from __future__ import annotations

from string import ascii_lowercase
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_LEAST = 6
"""Letters of the shortest plain word that counts: short ones lie near everything."""


def one_edit(word: str) -> Iterator[str]:
    """Every word (lower case) one edit away: a letter lost, added or changed, or two that changed places."""
    for at in range(len(word) + 1):
        head, tail = word[:at], word[at:]
        yield from (head + letter + tail for letter in ascii_lowercase)
        if tail:
            yield head + tail[1:]
            yield from (head + letter + tail[1:] for letter in ascii_lowercase if letter != tail[0])
        if len(tail) > 1 and tail[0] != tail[1]:
            yield head + tail[1] + tail[0] + tail[2:]


def plainer(word: str, choice: str, edits: int, known: Callable[[str], bool]) -> bool:
    """Whether a plain word is likelier meant by `word` than the name `choice`, so many edits away.

    It is if it lies one edit away and the name two, or if it has the first letter of `word` and the name has not:
    slips seldom touch the first letter (Yannakoudakis & Fawthrop 1983).
    """
    if edits == 1 and word[0] == choice[0]:
        return False
    near = (other for other in one_edit(word) if len(other) >= _LEAST and known(other))
    return any(edits > 1 or other[0] == word[0] for other in near)
