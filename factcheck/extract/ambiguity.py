"""Noun, verb, adjective or adverb: a form that can be several is settled by its neighbours and its clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract.closed_classes import closed_class
from factcheck.extract.governed import host_waits, is_needed, kept_from, names_doing
from factcheck.extract.small_words import behind_acronym, is_added, is_adverb, is_musing, is_sure_verb, opens_predicate
from factcheck.extract.surroundings import (
    VERB_TAGS,
    before_conjunction,
    can_be_head,
    clause_has_verb,
    finite_before,
    is_asked_of,
    is_finite,
    is_verbal,
    next_token,
    settled_before,
    starts_noun_phrase,
    verb_ahead,
)
from factcheck.extract.verb_forms import NAMING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.extract.words import Token

_BARE_DETERMINERS = ("another", "this", "that", "these", "those", "each", "either")
_BEFORE_VERB = ("still", "also", "now", "often", "usually", "already", "always", "never", "actually", "sometimes")
_ONE_OF_TWO = ("neither", "either", "each", "another")
_BEFORE_INVERSION = ("sub", "rel", "coord", ",", "adv", "neg", ";", ":")
_SUBJECT_TAGS = ("n", "det", "adj", "num", "quant", "poss", "pron", "coord", "adv", "prep", ",")
_PLURALS = ("ches", "shes", "sses", "xes")  # no singular ends so: `patches`
_FORMS_LIKE = {"vbd": "vbd", "vbn": "vbn", "vbg": "vbg", "vbz": "vbz"}


def open_class(tokens: Sequence[Token], index: int) -> str:
    """Noun, verb, adjective or adverb."""
    token = tokens[index]
    noun = "n" in token.tags or "ns" in token.tags
    if token.low == "like" and not (index and tokens[index - 1].tag in ("pron", "modal", "to", "do", "neg")):
        return "prep"
    after_verb = index > 0 and tokens[index - 1].tag in ("v", "pron")
    if token.low == "past" and after_verb and starts_noun_phrase(next_token(tokens, index)):
        return "prep"  # `never got past the FDA`
    if (noun and _in_a_title(tokens, index)) or names_doing(tokens, index):
        return "n"
    if is_sure_verb(tokens, index):
        return "v"
    if is_adverb(tokens, index):
        return "adv"
    if token.kind == "compound" and index and tokens[index - 1].tag in (",", "adj", "det") and "vbn" in token.tags:
        return "adj"
    if not any(tag in token.tags for tag in VERB_TAGS):
        return _no_verb(token.tags, noun, next_token(tokens, index))
    before = settled_before(tokens, index)
    left = before.tag if before is not None else ""
    tag = _by_left(tokens, index, before, noun)
    if tag:
        return tag
    if "vb" in token.tags and _auxiliary_waits(tokens, index):
        return "v"
    if left == "n":
        return _after_noun(tokens, index, noun)
    if left == "," and noun and token.kind == "term" and _listed(tokens, index):
        return "n"
    if left == "," and noun and _resumes(tokens, index):
        return "v"
    return _clause_start(tokens, index, left, noun)


def _by_left(tokens: Sequence[Token], index: int, before: Token | None, noun: bool) -> str:
    """The tag of a form that can be a verb, where the token on its left settles it; else empty."""
    tags, after = tokens[index].tags, next_token(tokens, index)
    left, word = (before.tag, before.low) if before is not None else ("", "")
    yet_to = index > 0 and tokens[index - 1].low == "yet to"
    if (left in ("modal", "do", "to") or yet_to) and "vb" in tags:
        return "v"
    if left == "be":
        return "v" if "vbn" in tags or "vbg" in tags else "adj" if "a" in tags else "n" if noun else "v"
    if left == "have" and "vbn" in tags:
        return "v"
    if word in _ONE_OF_TWO and "vbz" in tags and "ns" in tags:
        return "v"
    counted = after is not None and (after.tag in ("num", "det") or closed_class(after.low) in ("num", "det"))
    if left == "quant" and "vbd" in tags and counted and not verb_ahead(tokens, index + 1):
        return "v"  # `some received 10 mg`
    alone = not can_be_head(after) and not verb_ahead(tokens, index + 1) and not finite_before(tokens, index)
    if left == "num" and "vbd" in tags and not noun and alone:
        return "v"  # `nine in ten responded`
    if left in ("det", "poss", "adj", "num") or (left == "quant" and (noun or word == "no")):
        return _inside_phrase(tokens, index, noun)
    if left == "prep":
        gerund = word in ("by", "without") and starts_noun_phrase(after)
        gerund = gerund or (kept_from(tokens, index) and after is not None and after.kind == "term")
        if "vbg" in tags and (gerund or not can_be_head(after)):
            return "v"
        return "adj" if can_be_head(after) and ("a" in tags or "vbn" in tags) else "n" if noun else "v"
    if left == "that" and noun and after is not None and "vbz" in after.tags:
        behind = next_token(tokens, index + 1)
        if starts_noun_phrase(behind):
            return "n"  # `that stress causes X`
    if word == "whose":
        return "adj" if can_be_head(after) and ("a" in tags or "vbn" in tags) else "n" if noun else "v"
    if left in ("pron", "rel", "ex", "that"):
        if is_asked_of(tokens, index):
            return "adj"
        return "v" if not noun or left != "that" or not verb_ahead(tokens, index + 1) else "n"
    return ""


def _in_a_title(tokens: Sequence[Token], index: int) -> bool:
    """`the Hospital Anxiety Test`: behind capitals that a determiner in small letters leads."""
    first = index
    while first and tokens[first].kind in ("word", "term") and tokens[first].text[0].isupper():
        first -= 1
    return first < index - 1 and tokens[first].text in ("the", "a", "an")


def _auxiliary_waits(tokens: Sequence[Token], index: int) -> bool:
    """Whether an inverted auxiliary before the subject waits for its verb: `Does X block …`, `nor can X block …`."""
    for at in range(index - 1, -1, -1):
        token = tokens[at]
        if token.tag in ("do", "modal") and at < index - 1:
            before = tokens[at - 1] if at else None
            return before is None or (before.tag in _BEFORE_INVERSION and before.low not in ("and", "or", ","))
        if token.tag not in _SUBJECT_TAGS or (token.tag == "," and at < index - 8):
            return False
    return False


def _listed(tokens: Sequence[Token], index: int) -> bool:
    """`scalp, face and body`: a name between a comma and a conjunction with a further name behind."""
    behind = tokens[index + 1 : index + 3]
    names = len(behind) == 2 and behind[0].low in ("and", "or") and behind[1].kind == "term"
    return names and tokens[index - 2].kind == "term"


def _resumes(tokens: Sequence[Token], index: int) -> bool:
    """Whether a form behind `X, …,` is the verb that X still lacks: none before the interpolation, none ahead."""
    commas = [at for at in range(index) if tokens[at].tag == ","]
    if len(commas) < 2 or verb_ahead(tokens, index + 1):
        return False
    start = max((at + 1 for at in range(commas[-2]) if tokens[at].tag in (";", ":", "dash", "sub", "that")), default=0)
    stem = tokens[start : commas[-2]]
    if not stem or stem[-1].tag not in ("n", "num", ")", "pron"):
        return False
    if sum(is_finite(token) for token in stem) > sum(token.tag == "rel" for token in stem):
        return False
    return "vbz" in tokens[index].tags or "vb" in tokens[index].tags


def _no_verb(tags: dict[str, str], noun: bool, after: Token | None) -> str:
    """The tag of a form that is no verb."""
    first = next(iter(tags))
    if first == "r" and not (noun and can_be_head(after)):
        return "adv"
    if "a" in tags and (first == "a" or not noun or can_be_head(after)):
        return "adj"
    return "n" if noun else "adv"


def _inside_phrase(tokens: Sequence[Token], index: int, noun: bool) -> str:
    """Behind a determiner, adjective or number."""
    tags, after = tokens[index].tags, next_token(tokens, index)
    before = settled_before(tokens, index)
    participle = "vbn" in tags
    if not noun and "a" not in tags and not participle and "vbg" not in tags:
        bare = before is not None and (before.tag in ("adj", "num", "quant") or before.low in _BARE_DETERMINERS)
        return "v" if bare else "n"
    if noun and not (can_be_head(after) and (participle or "a" in tags)):
        return "v" if _elliptic(tokens, index, before, after) else "n"
    if "vbg" in tags and before is not None and before.tag == "poss" and not can_be_head(after):
        return "n"  # `the immune system's doing`
    listed = after is not None and after.tag in ("coord", ",")
    return "adj" if can_be_head(after) or "a" in tags or listed else "n"


def _elliptic(tokens: Sequence[Token], index: int, before: Token | None, after: Token | None) -> bool:
    """`the former blocks the enzyme`: an adjective that stands for a noun, and the form its verb."""
    if before is None or before.tag != "adj" or "vbz" not in tokens[index].tags:
        return False
    if verb_ahead(tokens, index + 1) or not starts_noun_phrase(after):
        return False
    return tokens[index - 2].tag in ("det", "quant") and before.low in ("former", "latter", "first", "second")


def _after_noun(tokens: Sequence[Token], index: int, noun: bool) -> str:
    """Right behind a noun: its verb, a participle, or a further noun of a compound."""
    tags = tokens[index].tags
    after = next_token(tokens, index)
    before = settled_before(tokens, index) or tokens[index - 1]
    adjective = "a" in tags and next(iter(tags)) == "a"
    if "vbd" in tags or "vbn" in tags:
        if (
            noun
            and tokens[index].low != "given"
            and verb_ahead(tokens, index + 1)
            and not (after is not None and after.tag in ("prep", "to"))
        ):
            return "n"
        modifies = adjective and can_be_head(after) and before.tag == "n" and verb_ahead(tokens, index + 1)
        return "adj" if modifies else "v"
    if "vbg" in tags:
        return "n" if is_verbal(after) or (noun and not starts_noun_phrase(after)) else "v"
    if adjective and not starts_noun_phrase(after):
        return "adj"
    if not noun:
        return "v"
    if (after is not None and after.low == "of") or behind_acronym(tokens, index):
        return "v" if is_musing(tokens, index) else "n"
    adverb = tokens[index - 1].tag == "adv" and tokens[index - 1].low in _BEFORE_VERB
    if is_needed(tokens, index) or ("vbz" in tags and adverb and _agrees(tokens, index, before)):
        return "v"
    if verb_ahead(tokens, index + 1):
        return "n"
    if host_waits(tokens, index):
        return "v"
    if clause_has_verb(tokens, index):
        return "n"
    return "v" if _agrees(tokens, index, before) else "n"


def _agrees(tokens: Sequence[Token], index: int, before: Token) -> bool:
    """Whether a form agrees with the noun on its left as its verb would."""
    tags = tokens[index].tags
    plural = before.mention.plural if before.mention is not None else before.low.endswith("s") or "ns" in before.tags
    plural = plural or before.low.endswith(_PLURALS)
    one = index > 1 and tokens[index - 2].tag == "det" and not _coordinated(tokens, index)  # `the whooping cough jab`
    any_number = before.tag == "pron" or (before.kind == "term" and not one)
    agrees = ("vbz" in tags and not plural) or ("vb" in tags and plural) or any_number
    plural = plural or _plural_before_of(tokens, index)
    if "vb" in tags and "vbz" not in tags and not plural and not (index > 2 and _coordinated(tokens, index)):
        return False
    return agrees or ("vb" in tags and plural)


def _plural_before_of(tokens: Sequence[Token], index: int) -> bool:
    """Whether the noun that the phrase hangs on is a plural: `high levels of X shrink …`."""
    for at in range(index - 1, 0, -1):
        if tokens[at].low in ("of", "such as", "like", "including", "on", "in", "with", "from", "to", "for", "by"):
            head = tokens[at - 2] if tokens[at - 1].tag == "v" and at > 1 else tokens[at - 1]
            return head.mention.plural if head.mention is not None else "ns" in head.tags or head.low.endswith("s")
        if tokens[at].tag not in ("n", "adj", "det", "adv", "num"):
            return False
    return False


def _coordinated(tokens: Sequence[Token], index: int) -> bool:
    """Whether the noun phrase on the left is coordinated ("A and B work")."""
    return any(token.tag == "coord" for token in tokens[max(0, index - 5) : index])


def _clause_start(tokens: Sequence[Token], index: int, left: str, noun: bool) -> str:
    """At the start, after a comma, a conjunction or another verb."""
    tags = tokens[index].tags
    after = next_token(tokens, index)
    tag = _after_conjunction(tokens, index, noun) if left == "coord" else ""
    if tag:
        return tag
    if left == "v" and not noun and is_added(tokens, index):
        return "adj"
    if left in ("v", "be", "have"):
        others = {name: lemma for name, lemma in tags.items() if name not in VERB_TAGS}
        return _no_verb(others or tags, noun, after) if noun or "a" in tags else "v"
    if "vbg" in tags:
        return "n" if noun and is_verbal(after) else "v"
    if "vbn" in tags and (after is None or after.tag in ("prep", "to", "adv") or after.low in ("by", "as")):
        return "v"
    if tags.get("vbn") in NAMING:
        return "v"
    if can_be_head(after) and ("a" in tags or "vbn" in tags):
        return "adj"
    if next(iter(tags)) == "a":
        return "adj"
    return "v" if not noun or opens_predicate(tokens, index, left) else "n"


def _after_conjunction(tokens: Sequence[Token], index: int, noun: bool) -> str:
    """The tag of a form that goes on with what stands before the conjunction; else empty."""
    tags, after = tokens[index].tags, next_token(tokens, index)
    previous = before_conjunction(tokens, index)
    named = tokens[index].mention is not None and index > 1 and tokens[index - 2].mention is not None
    if named and noun and tokens[index - 2].tag == "n" and not starts_noun_phrase(after):
        return "n"  # `eyebrows and lashes in place`
    if previous is not None and previous.tag == "v" and _FORMS_LIKE.get(previous.tags.get("form", ""), "vb") in tags:
        return "v"
    if tokens[index - 1].low == "but" and "vbd" in tags and not noun and after is not None and after.kind == "term":
        return "v"  # `… but turned X down`
    adjective = "a" in tags or ("vbn" in tags and can_be_head(after))
    if previous is not None and previous.tag == "adj" and adjective:
        return "adj"
    if not noun and "a" not in tags:
        return "v"
    ends = starts_noun_phrase(after) and not verb_ahead(tokens, index + 1)
    return "v" if "vbz" in tags and ends and finite_before(tokens, index) else ""
