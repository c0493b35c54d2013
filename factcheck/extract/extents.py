"""How far a phrase reaches: the ends of verb groups, noun phrases and parentheses among tagged tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract.number_words import MULTIPLES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.extract.words import Token

_OWNED = ("its", "their", "his", "her")
_VERBAL = ("modal", "be", "have", "do")
_ALONE = ("this", "that", "these", "those")
_OPENING = ("in", "during", "with")
_GIVING = frozenset(("give", "lend", "offer", "bring", "grant", "hand", "deny"))
_FINITE_BE = ("is", "are", "was", "were")


def closing_bracket(tokens: Sequence[Token], at: int) -> int:
    """The index of the bracket that closes the one at `at`, or the last token."""
    depth = 0
    for index in range(at, len(tokens)):
        depth += (tokens[index].tag == "(") - (tokens[index].tag == ")")
        if depth == 0:
            return index
    return len(tokens) - 1


def verb_group_end(tokens: Sequence[Token], at: int) -> int:
    """The end of the verb group that starts at `at`, or `at` where none does."""
    last = _last_verb(tokens, at)
    if last == at:
        return at
    while last < len(tokens) and tokens[last].tag == "neg" and tokens[last - 1].tag in _VERBAL:
        last += 1
    return at if all(token.tag in ("adv", "neg") for token in tokens[at:last]) else last


def _last_verb(tokens: Sequence[Token], at: int) -> int:
    """The index behind the last verb (or `to`) of the group that starts at `at`, or `at` itself."""
    last = at
    for index in range(at, len(tokens)):
        tag = tokens[index].tag
        if tag == "v":
            return index + 1
        if tag in _VERBAL:
            asked = last > at and tokens[last - 1].tag == "do" and tokens[index].low in _FINITE_BE
            if (tag in ("modal", "do") and last > at) or asked:
                break  # `what it does is known`
            last = index + 1
        elif tag == "to" and index > at and (tokens[index - 1].tag == "have" or _is_to_be(tokens, index)):
            continue  # `has to be checked`, `is to be feared`
        elif tag not in ("adv", "neg") and not (tag == "to" and index == at):
            break
    return last


def _is_to_be(tokens: Sequence[Token], to: int) -> bool:
    """Whether `to` stands in `is to be checked`."""
    return tokens[to - 1].tag == "be" and to + 1 < len(tokens) and tokens[to + 1].low == "be"


def noun_phrase_end(tokens: Sequence[Token], at: int) -> int:
    """The end of the noun phrase that starts at `at`, or `at` where none does."""
    if tokens[at].tag == "pron":
        return at + 1
    last = at
    for index in range(at, len(tokens)):
        if not _belongs(tokens, at, index, last):
            break
        if tokens[index].tag in ("n", "num"):
            last = index + 1
    if last == at and tokens[at].tag == "det":
        last = at + 1
        while last < len(tokens) and (tokens[last].tag in ("adj", "adv") or _grades(tokens, last)):
            last += 1
    return _opening_name(tokens, at, last) or last


def _opening_name(tokens: Sequence[Token], at: int, end: int) -> int:
    """`In X immune cells attack …`: the end of the name that opens a sentence, if nouns and a verb follow."""
    name = tokens[at].mention if at == 1 and tokens[0].low in _OPENING and end - at > 1 else None
    if name is None or name.kind != "name" or name.plural or tokens[at].kind != "term" or end >= len(tokens):
        return 0
    plural = tokens[end - 1].low.endswith("s") or (tokens[end - 1].mention is not None and tokens[end - 1].tag == "n")
    verb = tokens[end].tag == "v" or tokens[end].tag in _VERBAL
    return at + 1 if plural and verb and "vbg" not in tokens[end].tags.values() else 0


def _grades(tokens: Sequence[Token], at: int) -> bool:
    """`the most potent of …`: `most` or `least` before an adjective."""
    return tokens[at].low in ("most", "least") and at + 1 < len(tokens) and tokens[at + 1].tag == "adj"


def _is_given(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb of giving stands before: `gives the body extra strength` has two objects."""
    before = tokens[at - 1] if at else None
    return before is not None and before.tag == "v" and bool(_GIVING & set(before.tags.values()))


def _belongs(tokens: Sequence[Token], at: int, index: int, last: int) -> bool:
    """Whether a token goes on with the noun phrase that starts at `at` and has its last noun before `last`."""
    token, before = tokens[index], tokens[index - 1]
    behind_noun = last == index > at
    if token.tag in ("n", "num"):
        times = before.tag == "num" and token.low in MULTIPLES  # `6.8 million people`
        counts_anew = token.tag == "num" and token.low.isalpha() and _leads_to_noun(tokens, index + 1) and not times
        owned = behind_noun and tokens[at].low in _OWNED and token.kind == "term" and before.kind == "word"
        owned = owned and before.low not in ("fellow", "sister", "sibling")
        if owned and token.mention is not None and token.mention.kind == "name":
            return False  # `like its fellows of the group tofacitinib was …`
        return not (behind_noun and (counts_anew or _is_complement(tokens, at, index)))
    if token.tag == "poss":
        return last == index
    if token.tag == "det" and index > at and before.low in _ALONE and token.low in ("the", "a", "an"):
        return False  # `in those the roots …`
    if token.tag in ("det", "quant"):
        return last == at or before.tag in ("poss", "quant", "det")
    if token.tag == "adj":
        plain = before.tag == "n" and (before.kind != "term" or _is_given(tokens, at))
        return not behind_noun or (_leads_to_noun(tokens, index) and not plain)
    if token.tag == "adv":
        inside = index > at and before.tag in ("det", "poss", "adj", "quant", "num")
        if behind_noun or not _leads_to_noun(tokens, index + 1):
            return False
        return inside or tokens[index + 1].tag in ("adj", "num")
    joins = token.tag == "," or (token.tag == "coord" and token.low in ("and", "or", "/", "&"))
    return joins and _shared_modifiers(tokens, index)


def _is_complement(tokens: Sequence[Token], at: int, index: int) -> bool:
    """`Is minoxidil a …`, `Are JAK inhibitors drugs`: behind the subject of a question stands its complement."""
    token = tokens[index]
    question = at == 1 and tokens[0].tag == "be" and tokens[index - 1].kind == "term"
    return question and (token.kind == "term" or token.low.endswith("s"))


def _leads_to_noun(tokens: Sequence[Token], index: int) -> bool:
    """Whether adjectives from `index` on end in a noun."""
    while index < len(tokens) and (
        tokens[index].tag in ("adj", "num", "adv", "quant")
        or (tokens[index].tag == "coord" and index + 1 < len(tokens) and tokens[index + 1].tag == "adj")
    ):
        index += 1
    return index < len(tokens) and tokens[index].tag == "n"


def _shared_modifiers(tokens: Sequence[Token], index: int) -> bool:
    """`fungal or bacterial infection`: adjectives on both sides of the conjunction, one noun."""
    return (
        index > 0
        and tokens[index - 1].tag == "adj"
        and index + 1 < len(tokens)
        and tokens[index + 1].tag == "adj"
        and _leads_to_noun(tokens, index + 1)
    )
