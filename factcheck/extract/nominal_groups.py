"""The nominal group before a verb: its coordinated heads, behind what modifies them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.extract.leftward import Leftward
    from factcheck.extract.phrases import Phrase

_POINTERS = ("that", "this", "it", "which")
_CONJUNCTIONS = ("and", "or", "&", "nor", "/", "plus")
_BESIDE = ("beneath", "under", "underneath", "below", "above", "around", "inside", "behind", "beside")
_LOOSE_PREPOSITIONS = ("unlike", "in", "for", "with", "by")


def nominal_group(left: Leftward, at: int) -> tuple[list[Phrase], int]:
    """The nominal group that ends at `at`: its (coordinated) heads, and the index of its first phrase."""
    heads, first = [left.phrases[at]], at
    beside = at > 1 and left.phrases[at - 1].low in _BESIDE  # `the roots beneath it`
    if left.phrases[at].low in _POINTERS and not beside:
        return heads, first
    safe: tuple[list[Phrase], int] | None = None
    while first > 0:
        near = left.skip(first - 1)
        if near < 0:
            break
        kind = left.phrases[near].kind
        if kind == "coord" and near < first - 1:
            break
        if kind == "prep" and near > 0:
            step = _over_preposition(left, near)
            if step is None:
                return safe or ([], near)
        else:
            step = _over_modifier(left, heads, near)
            if step is None:
                break
        if kind == "coord":
            safe = safe or (heads, first)
        heads, first = step
    return heads, first


def _over_preposition(left: Leftward, prep: int) -> tuple[list[Phrase], int] | None:
    """Step over a prepositional phrase to the noun phrase that it belongs to, or None for one that stands alone."""
    phrases = left.phrases
    before = left.skip(prep - 1)
    while left.is_kind(before, "prep"):
        before = left.skip(before - 1)
    if before < 0:
        return None
    here = phrases[before]
    if here.kind == "np" and (phrases[prep].low not in _LOOSE_PREPOSITIONS or _attaches(left, before)):
        return [here], before
    further = left.skip(before - 1)
    such = here.kind == "adj" and phrases[prep].low == "as" and here.low == "such"
    relative = left.is_kind(further, "rel")
    participle = here.kind == "vg" and not here.finite and not relative
    if here.kind == "vg" and not participle:
        modified = over_verb(left, before)
        return None if modified is None else ([phrases[modified]], modified)
    return ([phrases[further]], further) if (such or participle) and left.is_kind(further, "np") else None


def _over_modifier(left: Leftward, heads: list[Phrase], near: int) -> tuple[list[Phrase], int] | None:
    """Step over a participle or relative clause, or to the list member before a conjunction or a comma."""
    phrases = left.phrases
    if phrases[near].kind == "vg":
        modified = over_verb(left, near)
        return None if modified is None else ([phrases[modified]], modified)
    before = left.skip(near - 1)
    if phrases[near].kind == "coord" and phrases[near].low in _CONJUNCTIONS:
        if left.is_kind(before, ","):
            if _ends_clause(left, before):
                return None
            before = left.skip(before - 1)
    elif phrases[near].kind != "," or len(heads) == 1:
        return None
    member = _member_before(left, before)
    return None if member is None else ([phrases[member], *heads], member)


def _ends_clause(left: Leftward, comma: int) -> bool:
    """`you can stop X after a year, and the growth stays`: one comma and a full clause before `and`, no list."""
    found = False
    for at in range(comma - 1, -1, -1):
        phrase = left.phrases[at]
        if phrase.kind in ("rel", "that", "sub"):
            return False
        if phrase.kind in (",", ";", ":", "dash"):
            return found
        found = found or (phrase.kind == "vg" and phrase.finite)
    return found


def _attaches(left: Leftward, noun: int) -> bool:
    """Whether the noun phrase before a preposition belongs to the subject: it must not be the object of a verb."""
    verb = left.skip(noun - 1)
    return not (left.is_kind(verb, "vg") and left.phrases[verb].finite)


def over_verb(left: Leftward, verb: int) -> int | None:
    """Step over a participle or relative clause to the noun phrase that it modifies, or None for a full clause."""
    near = left.skip(verb - 1)
    if near < 0:
        return None
    kind = left.phrases[near].kind
    if not left.phrases[verb].finite and kind != "rel":
        if kind == "sub" and left.phrases[verb].form == "vbg":  # `a test before starting X is …`
            before = left.skip(near - 1)
            return before if left.is_kind(before, "np") and _attaches(left, before) else None
        return near if kind == "np" else over_verb(left, near) if kind == "vg" else None
    if kind == "np":
        near = left.skip(near - 1)
    return _modified(left, near) if left.is_kind(near, "rel") else None


def _modified(left: Leftward, relative: int) -> int | None:
    """The noun phrase before a relative pronoun and its preposition."""
    before = left.skip(relative - 1)
    if left.is_kind(before, "prep"):
        before = left.skip(before - 1)
    return before if left.is_kind(before, "np") else None


def _member_before(left: Leftward, at: int) -> int | None:
    """The head of the list member that ends at `at` (a prepositional phrase behind it is stepped over)."""
    if not left.is_kind(at, "np"):
        return None
    near = left.skip(at - 1)
    if near > 0 and left.phrases[near].kind == "prep" and left.phrases[near].low == "of":
        before = left.skip(near - 1)
        if left.is_kind(before, "np"):
            return before
    if near >= 0 and left.phrases[near].kind == "prep" and not left.is_kind(left.skip(near - 1), "np"):
        return None
    finite = left.is_kind(near, "vg") and left.phrases[near].finite
    return None if finite and not left.is_kind(left.skip(near - 1), "rel") else at
