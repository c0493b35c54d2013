"""Appositions: `X, a kind of Y,`, `a kind of Y, X,`, `X — a Y`, told from members of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract.agreement import is_plural
from factcheck.extract.denotation_tables import TRANSPARENT
from factcheck.extract.lists import parts_a_list

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.extract.parse import Parsed
    from factcheck.extract.phrases import Phrase

CLASS_FIRST = frozenset(
    (
        "such as",
        "including",
        "like",
        "namely",
        "eg",
        "e.g.",
        "especially",
        "particularly",
        "notably",
        "for example",
        "in this case",
        "in our case",
        "for instance",
    )
)
_ROLES = frozenset(("maker", "manufacturer", "producer", "developer", "owner", "marketer", "seller", "distributor"))
_DEFINITE = frozenset(("the", "this", "that", "its", "their", "his", "her", "our", "your", "my"))
_ARTICLES = frozenset(("a", "an", "the", "one", "another", "both", "all", "any"))


def find_appositions(parsed: Parsed) -> Iterator[tuple[Phrase, Phrase, str]]:
    """(thing, kind, how) of every apposition of a sentence.

    A bare plural is one only before a participle, a relative or a later verb.
    """
    phrases = parsed.phrases
    for mark in phrases:
        if mark.kind not in (",", "dash") or mark.index == 0 or mark.index + 1 >= len(phrases):
            continue
        right = phrases[mark.index + 1]
        if right.kind == "adv" and mark.index + 2 < len(phrases):
            right = phrases[mark.index + 2]
        if right.low in ("itself", "themselves") and right.index + 1 < len(phrases):
            right = phrases[right.index + 1]
        left = noun_before(parsed, mark.index)
        if left is None:
            continue
        if mark.kind == "dash":
            for head in heads_before(parsed, left) if right.determiner in ("a", "an") else ():
                yield head, right, "apposition"
            listed = parts_a_list(phrases, mark.index)
            if left.head.mention is not None and right.head.mention is not None and not parsed.clauses and not listed:
                yield left, right, "gloss"
                continue
        yield from _apposition(parsed, mark, left, right)


def _apposition(parsed: Parsed, mark: Phrase, left: Phrase, right: Phrase) -> Iterator[tuple[Phrase, Phrase, str]]:
    """The apposition around a mark, if an article, a participle or a class before a name says that it is one."""
    if any(token.low in ("former", "latter") for token in right.tokens):
        return
    if right.kind != "np" or right.pronoun or not _ends(parsed, right):
        return
    if _in_list(parsed, mark.index):
        bare = left.determiner == "" and left.head.mention is not None and not is_plural(left)
        if bare and right.determiner in ("a", "an"):
            yield left, right, "gloss"  # `A, a kind of X, and B, a kind of Y`
        return
    article = (
        right.determiner in _ARTICLES
        or right.owner is not None
        or any(token.low == "another" for token in right.tokens)
    )
    if left.index == 1 and parsed.phrases[0].kind == "prep":
        return
    behind = parsed.phrases[right.index + 1].low if right.index + 1 < len(parsed.phrases) else ""
    role = right.determiner == "" and right.head.low in _ROLES and behind in ("of", "behind")
    if left.owner is not None and left.head.low in _ROLES and right.determiner == "" and right.head.mention is not None:
        yield right, left, "class first"
        return
    bare = right.determiner == "" and is_plural(right) and _follows_verb(parsed, right)
    if _gapped_behind(parsed, mark, left):
        return
    classed = left.determiner in ("the", "a", "an", "another", "one")
    if classed and right.determiner == "" and right.head.mention is not None and not article:
        yield right, left, "class first"
    elif article or bare or role:
        yield left, right, "apposition"


def _gapped_behind(parsed: Parsed, mark: Phrase, left: Phrase) -> bool:
    """`X belongs to A, Y to B`: a name and the same preposition again say something of their own."""
    behind = parsed.phrases[mark.index + 2 : mark.index + 3]
    before = parsed.before(left)
    same = bool(behind) and before is not None and behind[0].kind == before.kind == "prep"
    return same and before is not None and behind[0].low == before.low and left.index == mark.index - 1


def noun_before(parsed: Parsed, index: int) -> Phrase | None:
    """The head noun phrase that ends before `index`, back through `of` phrases and parentheses."""
    phrases = parsed.phrases
    at = index - 1
    while at >= 0 and phrases[at].kind in ("paren", "adv"):
        at -= 1
    if at < 0 or phrases[at].kind != "np" or phrases[at].pronoun:
        return None
    while at >= 2 and phrases[at - 2].kind == "np":
        if phrases[at].head.mention is not None and phrases[at - 2].head.low.removesuffix("s") not in TRANSPARENT:
            break
        if phrases[at - 1].kind != "prep" or phrases[at - 1].low != "of":
            break
        at -= 2
    return phrases[at]


def heads_before(parsed: Parsed, phrase: Phrase) -> Iterator[Phrase]:
    """The noun phrases to which one belongs as (a conjunct of) their `of` phrase: `loss of X and Y`."""
    phrases = parsed.phrases
    at = phrase.index
    while at >= 2 and phrases[at - 1].kind in (",", "coord", "prep") and phrases[at - 2].kind == "np":
        at -= 2
        if phrases[at + 1].kind == "prep" and phrases[at + 1].low == "of":
            yield phrases[at]


def apposed_name(phrase: Phrase, parsed: Parsed) -> Phrase | None:
    """`that key, insulin, is …`: the name that stands between commas behind a definite phrase."""
    at = phrase.index
    if phrase.determiner not in _DEFINITE and phrase.tokens[0].low not in _DEFINITE:
        return None
    if not 0 <= at < len(parsed.phrases) or parsed.phrases[at] is not phrase:
        return None
    behind = parsed.phrases[at + 1 : at + 5]
    if [each.kind for each in behind] != [",", "np", ",", "vg"]:
        return None
    name = behind[1]
    return name if len(name.tokens) == 1 and name.head.mention is not None else None


def _ends(parsed: Parsed, right: Phrase) -> bool:
    """Whether an apposition ends as one: at a mark, a relative, a participle or the end; not at a finite verb."""
    phrases = parsed.phrases
    at = right.index + 1
    while at < len(phrases):
        phrase = phrases[at]
        if phrase.kind in ("paren", "adv"):
            at += 1
        elif phrase.kind == "prep" and at + 1 < len(phrases) and phrases[at + 1].kind in ("np", "adj"):
            at += 2
        elif phrase.kind == "prep" and at + 1 < len(phrases) and phrases[at + 1].kind == "rel":
            return True
        elif phrase.kind == "vg":
            return not phrase.finite
        elif phrase.kind == "coord":
            at += 1
            if at < len(phrases) and phrases[at].kind == "np":
                return _no_verb_behind(parsed, at)
        else:
            return phrase.kind in (",", "rel", ";", "dash", ":", "that")
    return True


def _no_verb_behind(parsed: Parsed, noun: int) -> bool:
    """Whether no finite verb stands behind a noun phrase, its parentheses and prepositional phrases."""
    phrases = parsed.phrases
    at = noun + 1
    while at < len(phrases) and (phrases[at].kind == "paren" or (phrases[at].kind == "prep" and at + 1 < len(phrases))):
        at += 1 if phrases[at].kind == "paren" else 2
    return at >= len(phrases) or phrases[at].kind != "vg" or not phrases[at].finite


def _in_list(parsed: Parsed, comma: int) -> bool:
    """Whether a comma separates list members: a conjunction closes the list before any verb."""
    phrases = parsed.phrases
    members = 0
    at = comma + 1
    while at < len(phrases):
        phrase = phrases[at]
        if phrase.kind == "coord" and phrase.low in ("and", "or", "&", "nor"):
            if _ends_interpolation(phrases, comma, at):
                return False
            return members <= 6 and _member_follows(phrases[at + 1 : at + 3])
        if phrase.kind in ("vg", "rel", "sub", "that", ";", ":", "dash"):
            return False
        if phrase.low in CLASS_FIRST:
            break
        if phrase.kind == ",":
            members += 1
        at += 1
    return _list_before(parsed, comma)


def _ends_interpolation(phrases: list[Phrase], comma: int, mark: int) -> bool:
    """`X, the maker of A and B, …`: behind a bare name an article, the conjunction within a prepositional phrase."""
    right, left = phrases[comma + 1], phrases[comma - 1]
    inner = [p for p in phrases[comma + 2 : mark] if p.kind == "prep"]
    if left.kind != "np" or left.determiner or not inner:
        return False
    if right.determiner not in ("the", "a", "an") and not _of_owner(left, right, phrases[mark + 1 : mark + 2]):
        return False
    end = mark + 2
    if end > len(phrases) or phrases[mark + 1].kind != "np":
        return False
    return end == len(phrases) or phrases[end].kind == ","


def _of_owner(left: Phrase, right: Phrase, conjunct: list[Phrase]) -> bool:
    """`Rinvoq, AbbVie's tablet for eczema and arthritis,`: somebody's product behind a brand; none behind `and`."""
    brand = left.head.text[:1].isupper() and left.head.mention is not None and right.owner is not None
    return brand and bool(conjunct) and not conjunct[0].head.text[:1].isupper()


def _member_follows(behind: list[Phrase]) -> bool:
    """Whether behind a conjunction stands a list member, not a subject with its verb."""
    clause = len(behind) > 1 and behind[0].kind == "np" and behind[1].kind == "vg" and behind[1].finite
    return bool(behind) and behind[0].kind in ("np", "adv") and not clause


def _list_before(parsed: Parsed, comma: int) -> bool:
    """Whether earlier commas make a bare list of the same kind ("A, B, C")."""
    before = [p for p in parsed.phrases[max(0, comma - 4) : comma] if p.kind == ","]
    return len(before) > 1


def _follows_verb(parsed: Parsed, right: Phrase) -> bool:
    """Whether behind a bare plural comes a participle, a relative, or a comma and a finite verb."""
    phrases = parsed.phrases
    at = right.index + 1
    while at < len(phrases) and (
        phrases[at].kind in ("paren", "adv") or (phrases[at].kind == "prep" and at + 1 < len(phrases))
    ):
        at += 2 if phrases[at].kind == "prep" else 1
    if at >= len(phrases):
        return False
    if phrases[at].kind == "rel" or (phrases[at].kind == "vg" and not phrases[at].finite):
        return True
    return phrases[at].kind == "," and any(p.kind == "vg" and p.finite for p in phrases[at + 1 : at + 4])
