"""The steps by which a stance is folded: a mood set from outside, a host's denial, a matrix word's effect."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.model.claim import Stance


def turned(stance: Stance, turns: bool = True) -> Stance:
    """The stance with its polarity turned, if it turns."""
    return replace(stance, polarity=not stance.polarity) if turns else stance


def with_mood(stance: Stance, mood: str, guard: str) -> Stance:
    """The stance in a mood that keeps the author from asserting it; the innermost such mood stays."""
    return replace(stance, mood=mood, guard=guard) if stance.asserted else stance


def under(stance: Stance, host: Stance) -> Stance:
    """A predicate inside another's: its denial and mood carry over."""
    if not host.asserted:
        return replace(stance, mood=host.mood, guard=host.guard)
    if not host.polarity:
        stance = replace(stance, mood="open", guard="negated host")
    return hedged_as(stance, host)


def hedged_as(stance: Stance, host: Stance) -> Stance:
    """The stance, hedged if its host is."""
    return replace(stance, certainty="hedged") if host.certainty == "hedged" else stance


def affected(stance: Stance, effect: tuple[str, str], outer: Stance) -> Stance:
    """What a matrix word makes of the clause under it; `outer` is the stance of the matrix clause itself."""
    what, guard = effect
    if not outer.asserted:
        return with_mood(stance, outer.mood, outer.guard)
    if what == "assert":
        return hedged_as(stance, outer)
    if what == "hedge":
        return replace(stance, certainty="hedged")
    if what == "flip":
        return replace(turned(stance), guard=guard)
    if what == "past":
        return replace(with_mood(stance, "others", guard), tense="past")
    return with_mood(stance, what, guard)
