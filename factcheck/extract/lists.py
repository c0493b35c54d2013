"""Coordination: the noun phrases of a list, and what stands between and behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.extract.phrases import Phrase

LIST_MARKS = (",", "coord")
CLAUSE_ENDS = (";", ":", "dash")
_CONJUNCTIONS = ("and", "or", "&", "nor")
_ADVERSATIVE = ("but", "yet", "but not", "and not", "but rather")
_ARTICLES = ("a", "an", "the", "no", "its", "their")


def np_list(
    phrases: Sequence[Phrase], at: int, *, prep: str = "", limit: int = 40, within: bool = False
) -> tuple[list[Phrase], int]:
    """The coordinated noun phrases that start at `at`, and the index behind them.

    A phrase that is the subject of a following finite verb is not taken into the list (unless the list
    stands `within` a subject that waits for its verb), nor one that repeats the list's own preposition
    (`by A, and C by D`), nor one that belongs to a phrase within (`the phase between A and B`).
    """
    found = [phrases[at]]
    end = at + 1
    while end < len(phrases) and len(found) < limit:
        start = over_attachments(phrases, end)
        joint = _behind_marks(phrases, start)
        marks = [p for p in phrases[start:joint] if p.kind in LIST_MARKS]
        if not marks or joint >= len(phrases) or phrases[joint].kind != "np":
            break
        new = phrases[joint]
        if found[-1].head.tag == "num" and new.head.tag != "num":
            break
        attached = any(p.kind == "prep" for p in phrases[end:start])
        if attached and not _parallel(found[-1], phrases[start - 1], new):
            break
        if _starts_another(phrases, joint, marks[-1], prep, within=within):
            break
        found.append(new)
        end = joint + 1
    return found, end


def _behind_marks(phrases: Sequence[Phrase], at: int) -> int:
    """The index behind the commas, conjunctions, adverbs and negations at `at`."""
    kinds = (*LIST_MARKS, "adv", "neg")
    while at < len(phrases) and phrases[at].kind in kinds and phrases[at].low not in _ADVERSATIVE:
        at += 1
    return at


def _starts_another(phrases: Sequence[Phrase], joint: int, mark: Phrase, prep: str, *, within: bool) -> bool:
    """Whether the noun phrase behind a mark starts a clause, a phrase or an apposition of its own."""
    behind = skip_parenthesis(phrases, joint + 1) if joint + 1 < len(phrases) else None
    if behind is not None and behind.form == "to" and mark.kind == "coord":
        return True
    if behind is not None and prep and behind.low == prep:
        return True
    verb = over_attachments(phrases, joint + 1)
    if verb < len(phrases) and _finite(phrases[verb]) and phrases[verb - 1].kind != "rel":
        return not (within and mark.low in _CONJUNCTIONS)
    return mark.kind == "," and not _list_goes_on(phrases, joint)


def _finite(phrase: Phrase) -> bool:
    """Whether a phrase is a finite verb group."""
    return phrase.kind == "vg" and phrase.finite


def begins_clause(phrases: Sequence[Phrase], at: int) -> bool:
    """Whether the noun phrase at `at` is the subject of a finite verb."""
    behind = over_attachments(phrases, at + 1)
    return behind < len(phrases) and _finite(phrases[behind])


def skip_parenthesis(phrases: Sequence[Phrase], at: int) -> Phrase:
    """The phrase at `at`, or the one behind the parenthesis there."""
    return phrases[at + 1] if phrases[at].kind == "paren" and at + 1 < len(phrases) else phrases[at]


def _parallel(first: Phrase, inner: Phrase, new: Phrase) -> bool:
    """Whether a conjunct goes with the head of a phrase, not with the prepositional phrase in it.

    It has a determiner as the head has, and the inner phrase has not.
    """
    return new.determiner in _ARTICLES and first.determiner in _ARTICLES and inner.determiner not in _ARTICLES


def _list_goes_on(phrases: Sequence[Phrase], at: int) -> bool:
    """Whether behind a comma stands a list member, not an apposition: a conjunction follows before the clause ends."""
    if any(p.kind == "coord" and p.low in _CONJUNCTIONS for p in phrases[max(0, at - 2) : at]):
        return True
    for index in range(at, len(phrases)):
        phrase = phrases[index]
        if phrase.kind == "coord" and (phrase.low in _CONJUNCTIONS or phrase.low == "plus"):
            noun = index + 1 < len(phrases) and phrases[index + 1].kind == "np"
            return noun or (index + 2 < len(phrases) and phrases[index + 1].kind == "adv")
        if phrase.kind in ("vg", "rel", "sub", "that") or phrase.kind in CLAUSE_ENDS:
            return False
    return False


def over_attachments(phrases: Sequence[Phrase], index: int) -> int:
    """Step over parentheses and prepositional phrases that belong to the noun phrase on the left."""
    while index < len(phrases):
        phrase = phrases[index]
        noun = index + 1 < len(phrases) and phrases[index + 1].kind == "np"
        if phrase.kind == "paren":
            index += 1
        elif phrase.kind == "prep" and phrase.low not in ("than", "unlike", "including") and noun:
            index += 2
        else:
            break
    return index


def parts_a_list(phrases: Sequence[Phrase], mark: int) -> bool:
    """Whether a dash stands between members of a list: `A - B - C`, `A (X) - B (Y)`."""
    if phrases[mark].kind != "dash":
        return False
    bracketed = phrases[mark - 1].kind == "paren" and any(p.kind == "paren" for p in phrases[mark + 2 : mark + 3])
    return bracketed or sum(p.kind == "dash" for p in phrases) > 1
