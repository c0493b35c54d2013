"""To, that, as, since, after …: conjunction, preposition or pronoun, by what follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract.closed_classes import closed_class
from factcheck.extract.surroundings import (
    MATRIX_VERBS,
    can_be_head,
    content_after,
    is_verbal,
    next_token,
    settled_before,
    starts_noun_phrase,
    verb_ahead,
)
from factcheck.extract.tables import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.extract.words import Token

_TO_NOUN = word_set(
    "due response according attributed exposure susceptibility susceptible linked related thanks similar prone "
    "resistance resistant sensitive sensitivity owing addition contrast contrary opposed compared relation down "
    "reaction respond responds attribute close damage lead leads leading led tied connected unrelated superior "
    "inferior allergic equal equivalent key"
)
_THAT_NOUNS = word_set(
    "fact idea belief notion claim theory evidence proof view opinion myth misconception assumption doubt "
    "hypothesis suggestion impression rumour rumor conclusion statement argument possibility chance suspicion "
    "consensus truth allegation hope fear news secret sign case question denying dispute way"
)
_FINDING_OUT = ("turn", "find", "point", "work", "figure", "make")
_CHANGING = word_set("rise fall drop climb increase decrease decline sink shrink grow improve worsen")
_BEFORE_STATE = ("while", "whilst", "when", "once")
_STATES = ("on", "under", "off")
_UNITS = word_set("day days week weeks month months year years hour hours course courses dose doses")
_SUBJECTS = word_set("you i we they he she it most many some patients people your their")
_ALWAYS_SUBORDINATING = word_set("because although though while whereas if unless whenever whether lest how why")


def settle_to(tokens: Sequence[Token], index: int) -> str:
    """`to` before an infinitive, or a preposition."""
    before, after = tokens[index - 1] if index else None, content_after(tokens, index)
    if after is None or after.tag in ("det", "num", "quant", "adj", "pron", "prep", "n"):
        return "prep"
    if after.tag in ("be", "have", "do"):
        return "to"
    if "vb" not in after.tags:
        return "prep"
    noun = "n" in after.tags or after.kind == "term"
    governed = before is not None and (before.low in _TO_NOUN or before.lemma in _TO_NOUN)
    return "prep" if noun and governed else "to"


def settle_that(tokens: Sequence[Token], index: int) -> str:
    """`that` before a clause or a relative clause, or as a determiner or pronoun."""
    before, after = settled_before(tokens, index), next_token(tokens, index)
    if before is not None and before.low == "out" and index > 1 and tokens[index - 2].lemma in _FINDING_OUT:
        return "that"
    if before is None or before.tag in ("prep", "coord", "sub"):
        if after is not None and is_verbal(after):
            return "pron"
        return "det" if before is None or not verb_ahead(tokens, index + 1) or before.tag == "prep" else "that"
    if before.tag in ("n", "pron", "num", ")", ","):
        opens = not is_verbal(after) or _fronts(tokens, index)
        if before.tag == "n" and before.lemma.rstrip("s") in _THAT_NOUNS and opens:
            return "that"
        return "rel" if before.tag != "," or is_verbal(after) else "that"
    if before.tag == "v" and before.lemma in MATRIX_VERBS and (starts_noun_phrase(after) or _fronts(tokens, index)):
        return "that"
    if before.tag == "adj" and index > 1 and _predicative(tokens, index - 1) and after is not None:
        return "that"
    if before.tag == "adj" and [t.low for t in tokens[max(0, index - 3) : index - 1]] in (["is", "it"], ["was", "it"]):
        return "that"  # `nor is it true that`
    if before.tag in ("v", "adj", "be") and after is not None:
        if is_verbal(after) and before.tag != "be":
            return "pron"
        return "that" if verb_ahead(tokens, index + 1, across=True) or before.tag == "be" else "det"
    return "that" if verb_ahead(tokens, index + 1, across=True) else "det"


def _fronts(tokens: Sequence[Token], index: int) -> bool:
    """Whether a preposition stands behind `that`, which another noun phrase follows: `that like X, Y …`."""
    after = next_token(tokens, index)
    if after is None or after.low == "of" or not (after.low == "like" or closed_class(after.low) in ("prep", "sub")):
        return False
    return verb_ahead(tokens, index + 2, across=True)


def _predicative(tokens: Sequence[Token], index: int) -> bool:
    """Whether an adjective is the predicate of a copula: `it is not entirely true`."""
    at = index - 1
    while at > 0 and tokens[at].tag in ("adv", "neg"):
        at -= 1
    return tokens[at].tag == "be"


def settle_subordinator(tokens: Sequence[Token], index: int) -> str:
    """As, since, after, once …: a conjunction before a clause, else a preposition (or an adverb)."""
    low = tokens[index].low
    before, after = tokens[index - 1] if index else None, next_token(tokens, index)
    if low in ("though", "although", "if") and after is not None and closed_class(after.low) == "neg":
        behind = next_token(tokens, index + 1)
        if behind is not None and closed_class(behind.low) == "prep":
            return "adv"
    if low in _BEFORE_STATE and after is not None and after.low in ("pregnant", "breastfeeding", "expecting"):
        return "prep"  # `while pregnant`
    if low in _BEFORE_STATE and after is not None and after.low in _STATES:
        return "adv"  # `while on X`, `once off treatment`
    if low in _ALWAYS_SUBORDINATING:
        return "prep" if low == "because" and after is not None and after.low == "of" else "sub"
    if low == "so":
        return "adv"
    if low == "as":
        if before is not None and before.lemma in _CHANGING and verb_ahead(tokens, index + 1):
            return "sub"
        if before is not None and (before.tag in ("v", "adj") or before.low in ("such", "well", "same", "known")):
            return "prep"
        return "sub" if verb_ahead(tokens, index + 1) or _clause_ahead(tokens, index + 1) else "prep"
    if low == "once" and not (before is None or before.tag in (",", "coord")):
        opened = (
            after is not None and closed_class(after.low) in ("det", "pron") and after.low not in ("a", "an", "every")
        )
        return "sub" if opened and verb_ahead(tokens, index + 1) else "adv"
    if after is not None and ("vbg" in after.tags or _subject_pronoun(after)):
        return "sub"
    if low in ("after", "before", "since", "until", "once") and _two_phrases(tokens, index + 1):
        return "prep"
    opens = low in ("when", "where", "once") and after is not None
    if low == "since" and before is not None and before.tag == "," and _bare_verb_ahead(tokens, index + 1):
        return "sub"
    return "sub" if verb_ahead(tokens, index + 1) or opens else "prep"


def _subject_pronoun(token: Token) -> bool:
    """Whether a token is a pronoun that can be a subject."""
    return closed_class(token.low) == "pron" and token.low not in ("him", "them", "us", "me")


def _clause_ahead(tokens: Sequence[Token], index: int) -> bool:
    """Whether a noun and a form that can be its verb, with an object behind, follow before a mark."""
    for token, following in zip(tokens[index + 1 :], tokens[index + 2 :], strict=False):
        if token.tag in (",", ";", ":", "("):
            return False
        finite = not token.tag and ("vbz" in token.tags or "vbd" in token.tags)
        if finite and (following.tag in ("det", "pron") or closed_class(following.low) in ("det", "pron")):
            return True
    return False


def _bare_verb_ahead(tokens: Sequence[Token], index: int) -> bool:
    """`, since the patches pass from …`: a plural, and a form that can be its verb, before a preposition."""
    for token, form, after in zip(tokens[index:], tokens[index + 1 :], tokens[index + 2 :], strict=False):
        if token.tag in (",", ";", ":", "(") or closed_class(token.low) == "prep":
            return False
        plural = token.mention.plural if token.mention is not None else "ns" in token.tags
        bare = not form.tag and "vb" in form.tags and closed_class(after.low) in ("prep", "to") and after.low != "of"
        if plural and bare and not can_be_head(after):
            return True
    return False


def _two_phrases(tokens: Sequence[Token], index: int) -> bool:
    """Whether two noun phrases stand side by side before the next verb: `After X the hair …`."""
    for token, following in zip(tokens[index:], tokens[index + 1 :], strict=False):
        if is_verbal(token) or token.tag in (",", ";", "("):
            return False
        if token.low in _UNITS and following.low in _SUBJECTS:
            return True  # `after six months you can …`
        noun = token.tag == "n" or (not token.tag and "n" in token.tags)
        if noun and following.tag == "det" and following.low != "that":
            return True
    return False
