"""Positions in words, for findings and tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.knowledge.base import KnowledgeBase
    from factcheck.model.telling import Amount, Position


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


def amount_in_words(amount: Amount) -> str:
    """`2 to 4 mg a day`."""
    number = f"{amount.low:g}" if amount.low == amount.high else f"{amount.low:g} to {amount.high:g}"
    return f"{number} {amount.unit}" + (f" a {amount.per}" if amount.per else "")


def scope_in_words(position: Position, kb: KnowledgeBase) -> str:
    """The circumstances of a position, with commas."""
    values = (value for _, values in position.scope for value in values)
    return ", ".join(kb.entities[each].name if each in kb.entities else each for each in values)
