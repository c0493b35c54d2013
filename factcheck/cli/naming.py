"""An entity as a user names it: by its id or by any of its names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.errors import UserError, did_you_mean

if TYPE_CHECKING:
    from factcheck.knowledge import KnowledgeBase


def entity_named(name: str, base: KnowledgeBase, place: str, what: str = "entity") -> str:
    """The id of the entity of this id or name. Raises UserError at `place` for any other word."""
    low = name.lower()
    known = {each.text.lower(): each.entity for each in base.names} | {each.lower(): each for each in base.entities}
    if low not in known:
        facts = [*base.facts, *base.sets] if "fact" in what else []
        raise UserError(place, f'no {what} is called "{name}"', did_you_mean(low, [*known, *facts]))
    return known[low]
