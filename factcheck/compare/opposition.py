"""Whether two positions on one subject oppose each other: by denial, by class, by value, by what is paired or closed.

`conflict` if both cannot be true as they are told, `tension` if they part only in strength or circumstances.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from factcheck.compare.scopes import overlap
from factcheck.knowledge.units import bounds_of

if TYPE_CHECKING:
    from factcheck.knowledge.base import KnowledgeBase
    from factcheck.model.telling import Position

FAR = 1.5
"""How many times one amount must be the other for both not to be the same, told roughly."""
SHARES = ("prevalence", "point-prevalence")
"""Shares of a population that few sentences name in full."""
MEASURED = ("lowers", "raises", "rises-with", "falls-with")
"""What goes up or down; of what a remedy acts on, too little is said for two documents to be held together."""
NEAR = 1.1
"""Up to this ratio two amounts are one, rounded in two ways."""


class Clash(NamedTuple):
    """How two positions part: `conflict` or `tension`, and why it is no conflict."""

    kind: str
    how: str = ""


def clash(one: Position, other: Position, kb: KnowledgeBase) -> Clash | None:
    """How two positions oppose each other; None if both may well be true."""
    if one.known == other.known == "agrees":
        return None
    found = _only(one, other, kb) or _against(one, other, kb) or _against(other, one, kb)
    if found is None:
        return None
    if one.implied or other.implied:
        return Clash("tension", "contrast") if {one.known, other.known} == {"agrees", "contradicts"} else None
    scopes = overlap(one.scope, other.scope, kb)
    if scopes == "apart" or not (one.firm or other.firm):
        return None
    if found.kind == "tension":
        return found
    if not (one.firm and other.firm):
        return Clash("tension", "strength")
    universal = "only" in (one.exclusive, other.exclusive) and not (one if one.exclusive else other).scope
    return Clash("tension", "scope") if scopes == "nested" and not universal else found


def _against(one: Position, other: Position, kb: KnowledgeBase) -> Clash | None:
    """Whether what the first asserts opposes the second."""
    if not one.polarity:
        return None
    if one.subject != other.subject:
        known = not other.polarity and (kb.is_a(other.subject, one.subject) or kb.is_a(one.subject, other.subject))
        return Clash("tension", "scope") if known and _denied(one, other, kb) else None
    if one.amount is not None or other.amount is not None:
        return _amounts(one, other)
    if not other.polarity:
        same = one.relation == other.relation and {one.known, other.known} == {"contradicts", "agrees"}
        return Clash("conflict") if same and one.fact == other.fact else _denied(one, other, kb)
    if one.relation != other.relation:
        opposed = other.relation in kb.opposed(one.relation)
        refuted = "contradicts" in (one.known, other.known) and not _both_molecules(one, other, kb)
        measured = one.relation in MEASURED or bool(one.known or other.known)
        return Clash("conflict") if opposed and ((one.object == other.object and measured) or refuted) else None
    return _asserted(one, other, kb)


def _denied(one: Position, other: Position, kb: KnowledgeBase) -> Clash | None:
    """An assertion against a denial: of the same, of what it implies, or of a class of it."""
    if other.relation not in kb.implied(one.relation) or one.exclusive:
        return None
    if _earlier(other, one):
        return None
    if one.object == other.object:
        return Clash("conflict")
    if not kb.is_a(one.object, other.object):
        return None
    near = other.object in kb.entities[one.object].parents or one.relation == "is-a"
    return Clash("conflict") if near else None


def _asserted(one: Position, other: Position, kb: KnowledgeBase) -> Clash | None:
    """Two assertions of one relation that cannot both be true."""
    judge = kb.relations[one.relation].judge
    if judge == "class":
        # what lists and brackets say of classes is too loose to be held together unless the reference tells them apart
        return Clash("conflict") if {one.known, other.known} == {"agrees", "contradicts"} else None
    if judge == "expansion":
        return Clash("conflict") if _initials_differ(one.text, other.text) else None
    if judge == "pairing":
        return Clash("conflict") if one.object != other.object and not _meets(one.object, other.object, kb) else None
    if judge == "dated" and one.when and other.when and _meets(one.object, other.object, kb):
        apart = one.when[1] < other.when[0] or other.when[1] < one.when[0]
        return Clash("conflict") if apart else None
    beside = _beside_refuted(one, other)
    if beside is None or _meets(one.object, other.object, kb):
        return None
    if judge == "closed":
        return {"agrees": Clash("conflict"), "": Clash("tension", "refuted")}.get(beside)
    if judge == "stated" and beside == "agrees" and _akin(one.object, other.object, kb):
        return Clash("conflict")
    return None


def _beside_refuted(one: Position, other: Position) -> str | None:
    """What the reference says of the one position where it refutes the other; None if it refutes neither or both."""
    refuted = [each.known == "contradicts" for each in (one, other)]
    return None if sum(refuted) != 1 else (other if refuted[0] else one).known


def _only(one: Position, other: Position, kb: KnowledgeBase) -> Clash | None:
    """`The only X for Y` against another X that is for Y too."""
    for only, rival in ((one, other), (other, one)):
        if only.exclusive != "only" or rival.exclusive or not (only.polarity and rival.polarity):
            continue
        among = only.among and only.subject != rival.subject and kb.is_a(rival.subject, only.among)
        if not among or rival.subject in {*only.beside, *kb.class_ids} or not _meets(only.object, rival.object, kb):
            continue
        return Clash("conflict") if only.relation == rival.relation else Clash("tension", "only")
    return None


def _amounts(one: Position, other: Position) -> Clash | None:
    """Two ranges that do not meet, in one unit and as often."""
    mine, theirs = one.amount, other.amount
    if mine is None or theirs is None or one.relation != other.relation or mine.per != theirs.per:
        return None
    bounds = bounds_of(theirs.low, theirs.high, theirs.unit, mine.unit)
    if bounds is None:
        return None
    low, high = sorted(((mine.low, mine.high), bounds))
    if low[1] >= high[0]:
        return None
    ratio = high[0] / low[1] if low[1] > 0 else float("inf")
    if ratio < NEAR:
        return None
    loose = one.relation in SHARES and "contradicts" not in (one.known, other.known)
    return Clash("conflict") if ratio >= FAR and not loose else Clash("tension", "number")


def _meets(one: str, other: str, kb: KnowledgeBase) -> bool:
    """Whether two objects are one, or one is a kind of the other."""
    return one == other or (
        one in kb.entities and other in kb.entities and (kb.is_a(one, other) or kb.is_a(other, one))
    )


def _both_molecules(one: Position, other: Position, kb: KnowledgeBase) -> bool:
    """Whether two positions speak of substances, which may go up and down apart from each other."""
    return all("molecule" in kb.entities and kb.is_a(each.object, "molecule") for each in (one, other))


def _akin(one: str, other: str, kb: KnowledgeBase) -> bool:
    """Whether two things are kinds of one class that is no general heading: fungi and bacteria."""
    shared = {*kb.parents(one)} & {*kb.parents(other)} if one in kb.entities and other in kb.entities else set()
    return any(not kb.entities[each].generic for each in shared if each in kb.entities)


def _earlier(denial: Position, assertion: Position) -> bool:
    """Whether a status was denied in a document that is older than the one that tells of it."""
    return denial.told is not None and assertion.told is not None and denial.told < assertion.told


def _initials_differ(one: str, other: str) -> bool:
    """Whether two expansions are of different words; plurals, case and hyphens do not count."""
    return _stems(one) != _stems(other)


def _stems(text: str) -> list[str]:
    return [word.removesuffix("s") for word in re.findall(r"[^\W\d_]+", text.lower()) if word not in ("the", "a", "an")]
