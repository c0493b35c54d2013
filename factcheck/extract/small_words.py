"""Words of several classes that one neighbour settles: adverbs, and verbs that can be nouns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract.closed_classes import closed_class
from factcheck.extract.surroundings import (
    can_be_head,
    finite_before,
    is_finite,
    is_verbal,
    next_token,
    settled_before,
    starts_noun_phrase,
    verb_ahead,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.extract.words import Token

_FIRST_VERB = 2
_STAYING = ("stay", "stays", "stayed")
_RETURNING = ("hair", "hairs", "locks", "growth", "regrowth", "coverage", "mane")


def is_adverb(tokens: Sequence[Token], index: int) -> bool:
    """Whether a form that can be a noun or an adjective is an adverb here."""
    if tokens[index].low == "put" and index and tokens[index - 1].low in _STAYING:
        return True
    if tokens[index].low in ("whatever", "whatsoever"):
        after = next_token(tokens, index)
        return after is None or after.kind == "mark" or closed_class(after.low) == "prep"  # `of no use whatever in X`
    near = _before_participle(tokens, index) or _before_gerund(tokens, index)
    return near or _returning(tokens, index) or _back_then(tokens, index)


def is_sure_verb(tokens: Sequence[Token], index: int) -> bool:
    """`feel free to …`, `100 means complete loss`, `X makes Y vanish`: behind a noun and before a noun phrase."""
    if tokens[index].low == "feel":
        return any(t.low == "free" for t in tokens[index + 1 : index + 2])
    if tokens[index].low == "means":
        before = settled_before(tokens, index)
        if before is None or not starts_noun_phrase(next_token(tokens, index)):
            return False
        return before.tag == "num" or _means_that(tokens, index)
    if tokens[index].low not in ("makes", "lets") or not index or tokens[index - 1].tag not in ("n", "num"):
        return False
    after = next_token(tokens, index)
    return after is not None and (after.kind == "term" or closed_class(after.low) in ("det", "pron", "quant"))


def _means_that(tokens: Sequence[Token], index: int) -> bool:
    """`A boxed warning means the drug is safe`: behind a singular noun and before a noun phrase with an article."""
    left, after = tokens[index - 1], next_token(tokens, index)
    singular = index and left.tag == "n" and "ns" not in left.tags and not finite_before(tokens, index)
    return bool(singular) and after is not None and closed_class(after.low) in ("det", "quant")


def is_musing(tokens: Sequence[Token], index: int) -> bool:
    """`Researchers dream of curing X`: a plural, a bare verb and a gerund, and no other verb."""
    gerund = next_token(tokens, index + 1)
    plural = index and ("ns" in tokens[index - 1].tags or tokens[index - 1].low.endswith("s"))
    if not plural or "vb" not in tokens[index].tags or gerund is None or "vbg" not in gerund.tags:
        return False
    return not finite_before(tokens, index) and not verb_ahead(tokens, index + 1)


def _before_participle(tokens: Sequence[Token], index: int) -> bool:
    """`was first approved`, `it last said`: an adverb between an auxiliary or a noun and a past form."""
    after = next_token(tokens, index)
    if tokens[index].low not in ("first", "last", "next", "newly", "long") or not index or after is None or after.tag:
        return False
    left = tokens[index - 1].tag
    return left in ("be", "have", "n", "pron", "modal") and ("vbn" in after.tags or "vbd" in after.tags)


def _before_gerund(tokens: Sequence[Token], index: int) -> bool:
    """`without first checking the genotype`: an adverb between a preposition and its gerund."""
    after = next_token(tokens, index)
    if tokens[index].low not in ("first", "ever", "even") or not index or tokens[index - 1].tag not in ("prep", "sub"):
        return False
    return after is not None and "vbg" in after.tags and starts_noun_phrase(next_token(tokens, index + 1))


def _returning(tokens: Sequence[Token], index: int) -> bool:
    """`grew their hair back`: behind a noun with a verb before it, `back` says where to."""
    before = tokens[index - 1] if index else None
    if tokens[index].low != "back" or before is None or before.tag != "n":
        return False
    return before.low in _RETURNING or (before.mention is not None and finite_before(tokens, index))


def _back_then(tokens: Sequence[Token], index: int) -> bool:
    """`for hair loss back in 2021`: an adverb before a year or the month of one."""
    behind = [token for token in tokens[index + 1 : index + 4] if token.kind != "mark"]
    dated = len(behind) > 1 and any(each.kind == "num" and len(each.text) == 4 for each in behind[1:])
    return tokens[index].low == "back" and dated and behind[0].low in ("in", "to")


def _noun_waits(tokens: Sequence[Token], index: int) -> bool:
    """Whether a further verb ahead has no pronoun of its own before it: `every hair they gained` has one."""
    verbs = [at for at in range(index, len(tokens)) if is_verbal(tokens[at]) or "vbd" in tokens[at].tags]
    return any(closed_class(tokens[at - 1].low) != "pron" for at in verbs)


def behind_relative(tokens: Sequence[Token], index: int) -> bool:
    """`Men who quit X hold on to Y`: the verb before is that of a relative clause, and its noun still lacks one."""
    verb = next((at for at in range(index - 1, 0, -1) if is_finite(tokens[at])), 0)
    if not verb or tokens[verb - 1].tag != "rel" or tokens[verb - 1].low != "who" or verb < _FIRST_VERB:
        return False
    if any(token.tag in (",", ";", ":", "sub", "that", "coord") for token in tokens[verb:index]):
        return False
    after = next_token(tokens, index)
    if after is None or closed_class(after.low) not in ("prep", "det", "to", "quant") or _noun_waits(tokens, index + 1):
        return False
    noun = tokens[verb - 2]
    plural = noun.low in ("people", "men", "women", "those") or "ns" in noun.tags or noun.low.endswith("s")
    fits = "vb" in tokens[index].tags if plural else "vbz" in tokens[index].tags
    return fits and not any(is_finite(token) for token in tokens[: verb - 1])


def behind_acronym(tokens: Sequence[Token], index: int) -> bool:
    """`an FDA licence for …`: an acronym that is a name takes no article but for the noun behind it."""
    before = tokens[index - 1]
    article = tokens[index - 2].low if index > 1 else ""
    singular = "n" in tokens[index].tags  # not `an ECG records …`
    return singular and before.kind == "term" and before.text.isupper() and article in ("a", "an")


def is_added(tokens: Sequence[Token], index: int) -> bool:
    """`enjoy added protection`: a participle between a verb of the present and the noun that it modifies."""
    before = settled_before(tokens, index)
    present = before is not None and before.tags.get("form") in ("vb", "vbz")
    return present and "vbn" in tokens[index].tags and can_be_head(next_token(tokens, index))


def opens_predicate(tokens: Sequence[Token], index: int, left: str) -> bool:
    """Whether a form that can be a noun opens a clause or a further predicate as its verb."""
    tags, after = tokens[index].tags, next_token(tokens, index)
    if after is None or verb_ahead(tokens, index + 1):
        return False
    if left in ("", ",", "sub") and "vb" in tags and after.tag in ("det", "pron", "poss"):
        return True
    free = left == "" or (left == "," and finite_before(tokens, index))
    return free and "vbz" in tags and starts_noun_phrase(after)
