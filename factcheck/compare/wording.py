"""Positions in words, for findings and tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.model.telling import Amount

if TYPE_CHECKING:
    from datetime import date

    from factcheck.knowledge.base import KnowledgeBase
    from factcheck.model.claim import Claim
    from factcheck.model.telling import Position

_ANYBODY = frozenset(("human", "population", "patient", "people"))
_PLAIN = frozenset(("", "full", "able"))
"""Strengths that the words of a relation hold already."""


def told(position: Position, kb: KnowledgeBase) -> str:
    """What a position tells, in words."""
    thing = kb.entities[position.object].name if position.object in kb.entities else position.text
    thing = amount_in_words(position.amount) if position.amount is not None else thing
    said = stated(position.subject, position.relation, thing, kb)
    if position.exclusive:
        said += f", as the {position.exclusive} one"
    if position.when is not None:
        said += f" since {position.when[0].year}"
    scope = scope_in_words(position, kb)
    said += f" [{scope}]" if scope else ""
    if not position.polarity:
        said = f"it is not so that {said}"
    return said if position.firm else f"perhaps {said}"


def stated(subject: str, relation: str, thing: str, kb: KnowledgeBase) -> str:
    """A subject (an id), a relation and the words of its object as a statement."""
    return (kb.relations[relation].says or "{S}: {O}").format(S=kb.entities[subject].name, O=thing)


def claim_in_words(claim: Claim, thing: str, kb: KnowledgeBase) -> str:
    """What a claim asserts or denies, as a statement; `thing` are the words of its object, or of its value.

    Empty where a statement would not tell all of it: "five are approved" is more than that one is. How sure the
    author is of it is left out.
    """
    if not kb.relations[claim.relation].says or _says_more(claim, kb):
        return ""
    if claim.value is not None:
        value = claim.value
        thing = amount_in_words(Amount(value.low, value.high, value.unit, value.per))
    said = stated(claim.subject, claim.relation, thing, kb)
    if claim.exclusive:
        said += f", as the {claim.exclusive} {kb.entities[claim.among].name if claim.among in kb.entities else 'one'}"
    if claim.when is not None:
        said += f", since {_day(*claim.when)}"
    scope = ", ".join(kb.entities[value].name for value in _circumstances(claim, kb))
    said += f" ({scope})" if scope else ""
    return said if claim.stance.polarity else f"it is not so that {said}"


def _says_more(claim: Claim, kb: KnowledgeBase) -> bool:
    """Whether a claim tells a number, a strength, a time or circumstances that a statement leaves out."""
    value = claim.value
    counted = claim.exclusive not in ("", "only", "first") or bool(claim.exclusive and claim.others)
    measured = value is not None and bool(claim.object or value.times not in (0, 1) or value.bound)
    past = claim.stance.tense != "now" and (claim.when is None or claim.stance.tense != "past")
    bare = all(each in kb.entities for each in _circumstances(claim, kb))
    return counted or measured or past or not bare or claim.strength not in _PLAIN


def _circumstances(claim: Claim, kb: KnowledgeBase) -> list[str]:
    """The entities and words that bound a claim; not people in general, nor a class or a kind of its subject."""
    told = [value for key, value in claim.qualifiers if key != "modified" and value not in _ANYBODY]
    return [
        value
        for value in told
        if value not in kb.entities or not (kb.is_a(claim.subject, value) or kb.is_a(value, claim.subject))
    ]


def _day(first: date, last: date) -> str:
    """A day, or the month or year that it is known by."""
    if first == last:
        return first.isoformat()
    return f"{first:%Y-%m}" if (first.year, first.month) == (last.year, last.month) else str(first.year)


def amount_in_words(amount: Amount) -> str:
    """`2 to 4 mg a day`."""
    number = f"{amount.low:g}" if amount.low == amount.high else f"{amount.low:g} to {amount.high:g}"
    return f"{number} {amount.unit}" + (f" a {amount.per}" if amount.per else "")


def scope_in_words(position: Position, kb: KnowledgeBase) -> str:
    """The circumstances of a position, with commas."""
    values = (value for _, values in position.scope for value in values)
    return ", ".join(kb.entities[each].name if each in kb.entities else each for each in values)
