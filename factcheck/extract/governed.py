"""What a word further left asks of a form: the verb of a relative or free clause, a bare verb, a gerund."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract.shared_subjects import PREVENTING
from factcheck.extract.surroundings import content_after, next_token, starts_noun_phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.extract.words import Token

_CAUSATIVES = frozenset(("make", "let", "help", "watch", "see"))
_PARTICLES = ("out", "off", "away", "back", "up", "down", ".", ",", ";", "and", "or", "again", "faster", "too", "in")


def kept_from(tokens: Sequence[Token], index: int) -> bool:
    """`keeps the body from turning X …`: a gerund behind `from` and a verb of keeping."""
    held = (token.lemma or token.low for token in tokens[max(0, index - 7) : index])
    return tokens[index - 1].low == "from" and any(lemma in PREVENTING for lemma in held)


def behind_what(tokens: Sequence[Token], index: int) -> bool:
    """`What X blocks is …`: the clause behind `what` needs a verb of its own."""
    at = index - 1
    while at > 0 and tokens[at].tag in ("n", "det", "adj"):
        at -= 1
    return at == 0 and tokens[at].low == "what" and index > 1


def behind_causative(tokens: Sequence[Token], index: int) -> bool:
    """`makes the hair fall out`: a bare verb behind the object of another, with nothing that it would head."""
    after = next_token(tokens, index)
    if after is not None and (after.low not in _PARTICLES or starts_noun_phrase(after)):
        return False
    at = index - 1
    while at > 0 and tokens[at].tag in ("n", "det", "adj", "poss"):
        at -= 1
    return at < index - 1 and tokens[at].tag == "v" and bool(_CAUSATIVES & set(tokens[at].tags.values()))


def ends_relative(tokens: Sequence[Token], index: int) -> bool:
    """`the loss that X causes is …`: the last word of a relative clause, right before the verb of its host."""
    at = index - 1
    while at > 0 and tokens[at].tag in ("n", "det", "adj"):
        at -= 1
    after = content_after(tokens, index)
    return at > 0 and tokens[at].tag == "rel" and after is not None and after.tag in ("be", "modal", "have")
