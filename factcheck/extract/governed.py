"""What a word further left asks of a form: the verb of a relative or free clause, a bare verb, a gerund."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract.closed_classes import closed_class
from factcheck.extract.shared_subjects import PREVENTING
from factcheck.extract.small_words import behind_relative
from factcheck.extract.surroundings import (
    MATRIX_VERBS,
    clause_has_verb,
    content_after,
    is_finite,
    next_token,
    starts_noun_phrase,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.extract.words import Token

_CAUSATIVES = frozenset(("make", "let", "help", "watch", "see"))
_OPENING_OBJECTS = ("a", "an", "no", "its", "their", "all", "every", "any")
_SUBJECT_PRONOUNS = ("they", "he", "she", "it", "we", "you")
_PARTICLES = ("out", "off", "away", "back", "up", "down", ".", ",", ";", "and", "or", "again", "faster", "too", "in")


def is_needed(tokens: Sequence[Token], index: int) -> bool:
    """Whether a form behind a noun must be a verb, because a clause around it still lacks one or governs it."""
    tags, after = tokens[index].tags, next_token(tokens, index)
    if "vb" in tags and _behind_causative(tokens, index):
        return True
    if "vbz" in tags and (_behind_what(tokens, index) or _ends_relative(tokens, index)):
        return True
    fearing = tags.get("vb", tags.get("vbz")) in MATRIX_VERBS
    if behind_relative(tokens, index) or (fearing and after is not None and after.low in _SUBJECT_PRONOUNS):
        return True  # `patients fear they will …`
    own_object = after is not None and after.low in _OPENING_OBJECTS and "vbz" in tags
    return own_object and not clause_has_verb(tokens, index)  # `X leaves no scars and the hair regrows`


def kept_from(tokens: Sequence[Token], index: int) -> bool:
    """`keeps the body from turning X …`: a gerund behind `from` and a verb of keeping."""
    held = (token.lemma or token.low for token in tokens[max(0, index - 7) : index])
    return tokens[index - 1].low == "from" and any(lemma in PREVENTING for lemma in held)


def _behind_what(tokens: Sequence[Token], index: int) -> bool:
    """`What X blocks is …`: the clause behind `what` needs a verb of its own."""
    at = index - 1
    while at > 0 and tokens[at].tag in ("n", "det", "adj"):
        at -= 1
    return at == 0 and tokens[at].low == "what" and index > 1


def _behind_causative(tokens: Sequence[Token], index: int) -> bool:
    """`makes the hair fall out`: a bare verb behind the object of another, with nothing that it would head."""
    after = next_token(tokens, index)
    if after is not None and (after.low not in _PARTICLES or starts_noun_phrase(after)):
        return False
    at = index - 1
    while at > 0 and tokens[at].tag in ("n", "det", "adj", "poss"):
        at -= 1
    return at < index - 1 and tokens[at].tag == "v" and bool(_CAUSATIVES & set(tokens[at].tags.values()))


def _ends_relative(tokens: Sequence[Token], index: int) -> bool:
    """`the loss that X causes is …`: the last word of a relative clause, right before the verb of its host."""
    at = index - 1
    while at > 0 and tokens[at].tag in ("n", "det", "adj"):
        at -= 1
    after = content_after(tokens, index)
    return at > 0 and tokens[at].tag == "rel" and after is not None and after.tag in ("be", "modal", "have")


def host_waits(tokens: Sequence[Token], index: int) -> bool:
    """`The process that attacks X leads to …`: the one verb on the left is that of a relative clause."""
    after = next_token(tokens, index)
    if after is None or after.kind == "mark":
        return False
    before = tokens[:index]
    relative = next((t.index for t in before if t.tag == "rel" and t.low in ("that", "which", "who")), 0)
    verbs = [t.index for t in before if is_finite(t)]
    marked = any(t.tag in (",", ";", ":", "sub", "coord", "that", "(") for t in before)
    return relative > 0 and tokens[relative - 1].tag == "n" and len(verbs) == 1 and verbs[0] > relative and not marked


def names_doing(tokens: Sequence[Token], index: int) -> bool:
    """`by smoking`, `smoking causes X`: a known name that is a gerund, with no object behind it."""
    token, after = tokens[index], next_token(tokens, index)
    if token.mention is None or token.mention.kind != "name" or "vbg" not in token.tags:
        return False
    if index and (tokens[index - 1].tag in ("be", "adv", "neg") or closed_class(tokens[index - 1].low) == "be"):
        return False
    finite = after is not None and ("vbz" in after.tags or closed_class(after.low) in ("be", "have", "do", "modal"))
    return finite or after is None or closed_class(after.low) in ("prep", "coord") or after.kind == "mark"
