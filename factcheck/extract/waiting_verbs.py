"""Forms that must be verbs because a clause around them still lacks one: behind `what`, in and behind relatives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract.surroundings import content_after, is_finite

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.extract.words import Token


def behind_what(tokens: Sequence[Token], index: int) -> bool:
    """`What X blocks is …`: the clause behind `what` needs a verb of its own."""
    at = index - 1
    while at > 0 and tokens[at].tag in ("n", "det", "adj"):
        at -= 1
    return at == 0 and tokens[at].low == "what" and index > 1


def ends_relative(tokens: Sequence[Token], index: int) -> bool:
    """`the loss that X causes is …`: the last word of a relative clause, right before the verb of its host."""
    at = index - 1
    while at > 0 and tokens[at].tag in ("n", "det", "adj"):
        at -= 1
    after = content_after(tokens, index)
    return at > 0 and tokens[at].tag == "rel" and after is not None and after.tag in ("be", "modal", "have")


def host_waits(tokens: Sequence[Token], index: int) -> bool:
    """`The process that attacks X leads to …`: the one verb on the left is that of a relative clause."""
    before = tokens[:index]
    relative = next((t.index for t in before if t.tag == "rel" and t.low in ("that", "which", "who")), 0)
    verbs = [t.index for t in before if is_finite(t)]
    marked = any(t.tag in (",", ";", ":", "sub", "coord", "that", "(") for t in before)
    return relative > 0 and tokens[relative - 1].tag == "n" and len(verbs) == 1 and verbs[0] > relative and not marked
