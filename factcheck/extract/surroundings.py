"""What stands around a token while tags are settled: its neighbours, and the verbs of its clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract.closed_classes import closed_class
from factcheck.extract.tables import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.extract.words import Token

VERB_TAGS = ("vb", "vbz", "vbd", "vbn", "vbg")
AUXILIARIES = ("be", "have", "do", "modal")
MATRIX_VERBS = word_set(
    "think believe say know suspect assume claim suggest feel hope suppose argue mean agree find show insist "
    "guess explain note report add tell assure doubt consider ensure admit see hear read deny remember imagine "
    "dispute refute assert allege maintain contend reveal discover learn teach warn stress emphasise emphasize "
    "imply indicate recommend worry fear swear pretend wish trust predict forget recall reject declare announce "
    "state question establish observe recognise recognize accept acknowledge debunk estimate speculate propose "
    "promise repeat boast joke respond reply advise convince persuade remind inform notice understand expect "
    "prove confirm demonstrate conclude write realise realize"
)


_COMPARED_WITH = ("it", "they", "he", "she", "you", "we")


def next_token(tokens: Sequence[Token], index: int) -> Token | None:
    """The token right behind, or None at the end."""
    return tokens[index + 1] if index + 1 < len(tokens) else None


def settled_before(tokens: Sequence[Token], index: int) -> Token | None:
    """The nearest settled token on the left that is no adverb or negation."""
    for at in range(index - 1, -1, -1):
        if tokens[at].tag not in ("adv", "neg"):
            return tokens[at]
    return None


def content_after(tokens: Sequence[Token], index: int) -> Token | None:
    """The next token on the right that is no adverb."""
    for at in range(index + 1, len(tokens)):
        token = tokens[at]
        if token.tag not in ("adv", "neg") and not (token.tags and next(iter(token.tags)) == "r"):
            return token
    return None


def is_verbal(token: Token | None) -> bool:
    """Whether a token is or starts with a verb form beyond doubt."""
    if token is None:
        return False
    if token.tag:
        return token.tag in ("be", "have", "do", "modal", "v")
    finite = any(tag in token.tags for tag in ("vbz", "vbd", "vb"))
    return finite and not any(tag in token.tags for tag in ("n", "ns", "a"))


def verb_ahead(tokens: Sequence[Token], index: int, *, across: bool = False) -> bool:
    """Whether a finite verb of this clause follows before it ends; `across` looks past commas.

    A verb right behind `and` is a further predicate of the verb in question; each relative or
    subordinate clause in between takes a verb of its own.
    """
    embedded = 0
    previous = tokens[index - 1] if index else None
    for token in tokens[index:]:
        before = previous
        if token.tag not in ("adv", "neg") and closed_class(token.low) != "neg":
            previous = token
        if token.low in ("and", "or", "but") and is_verbal(content_after(tokens, token.index)):
            return False
        infinitive = before is not None and before.low == "to" and "vb" in token.tags
        infinitive = infinitive or (before is not None and token.low == "put" and before.low.startswith("stay"))
        if infinitive or (before is not None and is_verbal(before) and _verb_like(token)):
            continue
        if token.tag in (";", ":", ")") or (token.tag == "," and not across):
            return False
        if before is not None and closed_class(before.low) == "prep" and not token.tag and "vbn" in token.tags:
            continue  # `on shared towels`
        if token.low == "than" and token.index + 1 < len(tokens) and tokens[token.index + 1].low in _COMPARED_WITH:
            embedded += 1  # `fewer than it should`
            continue
        opens = not token.tag and (closed_class(token.low) in ("rel", "sub", "that") or token.low == "as")
        if token.tag in ("rel", "sub") or opens:
            embedded += 1
            continue
        if token.low in ("be", "been", "being", "having") and token.tag in ("be", "have"):
            continue
        if token.tag in AUXILIARIES or (not token.tag and is_verbal(token)):
            if embedded == 0:
                return True
            embedded -= 1
    return False


def _verb_like(token: Token) -> bool:
    """Whether a token is a verb or can be one."""
    return token.tag in ("v", "be", "have") or any(tag in token.tags for tag in VERB_TAGS)


def starts_noun_phrase(token: Token | None) -> bool:
    """Whether a noun phrase can begin here."""
    if token is None:
        return False
    return token.tag in ("det", "quant", "num", "adj", "n", "pron") or _nominal(token)


def can_be_head(after: Token | None) -> bool:
    """Whether what follows can be the head of the phrase."""
    if after is None:
        return False
    return after.tag in ("n", "num") or _nominal(after)


def _nominal(token: Token) -> bool:
    """Whether an unsettled token can be a noun or an adjective."""
    return not token.tag and any(tag in token.tags for tag in ("n", "ns", "a"))


def clause_has_verb(tokens: Sequence[Token], index: int) -> bool:
    """Whether the clause on the left has its finite verb already, so that another would need a boundary."""
    for at in range(index - 1, -1, -1):
        token = tokens[at]
        if token.tag in (",", ";", ":", "(", ")", "sub", "rel", "that", "coord", "dash"):
            return False
        led = at > 0 and tokens[at - 1].tag in ("be", "have", "adv", "neg")
        if token.tag == "v" and token.tags.get("form") in ("vbg", "vbn") and not led:
            continue
        if token.tag in ("v", "be", "modal", "have", "do"):
            return token.lemma not in MATRIX_VERBS
    return False


def before_conjunction(tokens: Sequence[Token], index: int) -> Token | None:
    """The head of what stands before the conjunction: its last verb if it has one, else its last word."""
    at = index - 1
    while at >= 0 and tokens[at].tag in ("adv", "neg", "coord", ","):
        at -= 1
    last = tokens[at] if at >= 0 else None
    while at >= 0 and tokens[at].tag in ("n", "det", "adj", "num", "quant", "poss", "pron", "prep", "adv"):
        at -= 1
    verb = at >= 0 and tokens[at].tag == "v"
    return tokens[at] if verb and (last is None or last.tag != "adj" or tokens[at] is last) else last


def is_finite(token: Token) -> bool:
    """Whether a settled token is a finite verb or an auxiliary."""
    return token.tag in AUXILIARIES or (token.tag == "v" and token.tags.get("form") in ("vb", "vbz", "vbd"))


def finite_before(tokens: Sequence[Token], index: int) -> bool:
    """Whether a finite verb stands anywhere before `index`."""
    return any(is_finite(token) for token in tokens[:index])


def is_asked_of(tokens: Sequence[Token], index: int) -> bool:
    """`Is it true that …?`: an adjective behind a pronoun behind `be`."""
    tags = tokens[index].tags
    return index > 1 and tokens[index - 2].tag == "be" and "a" in tags and not {"vbg", "vbn"} & set(tags)
