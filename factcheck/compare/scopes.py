"""The circumstances under which claims are told: people, place, route, severity, species; and whether two overlap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.model.telling import Scope

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.knowledge.base import KnowledgeBase
    from factcheck.model.claim import Claim

_KEPT = frozenset(("route", "extent", "degree", "people", "status", "step"))
_ANIMALS = "animal"
_ANYBODY = frozenset(("human", "population", "patient", "people", "adult"))
"""People of whom a claim is told anyway."""
_TRIED = frozenset(("tested", "studied", "enrolled"))
_ROUTES = {
    "systemic": ("oral", "systemic", "tablet", "tablets", "pill", "pills", "orally"),
    "topical": ("topical", "cream", "solution", "foam"),
    "injected": ("injected",),
}
_ROUTE = {word: route for route, words in _ROUTES.items() for word in words}


def narrowed(claim: Claim, kb: KnowledgeBase) -> str:
    """The object of a claim; where its clause names a kind of it too, that kind: hair loss, in alopecia areata."""
    kinds = [value for key, value in claim.qualifiers if key == "for" and value in kb.entities]
    below = [value for value in kinds if value != claim.object and kb.is_a(value, claim.object)]
    whole = len(below) == 1 and claim.object in kb.entities and not kb.is_a(claim.object, "population")
    return below[0] if whole else claim.object


def scope_of(claim: Claim, kb: KnowledgeBase) -> Scope:
    """The circumstances of a claim, in a form that two claims share."""
    found: dict[str, set[str]] = {}
    for key, value in _circumstances(claim, kb):
        found.setdefault(key, set()).add(value)
    return tuple((key, tuple(sorted(found[key]))) for key in sorted(found))


def _circumstances(claim: Claim, kb: KnowledgeBase) -> Iterator[tuple[str, str]]:
    for key, value in claim.qualifiers:
        if key == "for" and value in kb.entities:
            yield from _group(value, claim, kb)
        elif key == "route":
            yield key, _ROUTE.get(value, value)
        elif key == "status" and value in _TRIED:
            continue
        elif key in ("by", "in"):
            if value != "agency":
                yield "in", _place(value, kb)
        elif key in _KEPT:
            yield key, value


def _place(value: str, kb: KnowledgeBase) -> str:
    """The place for which an agency speaks, or in which a region lies, if the packs know it; else itself."""
    if value not in kb.entities:
        return value
    return next((each for each in kb.parents(value) if "place" in kb.entities and kb.is_a(each, "place")), value)


def _group(value: str, claim: Claim, kb: KnowledgeBase) -> Iterator[tuple[str, str]]:
    """Whom or what a claim is bounded to: animals, a group of people, another disease."""
    above = kb.ancestors(value)
    if _ANIMALS in above:
        yield "species", value
    elif "population" in above:
        if value not in _ANYBODY and claim.relation != "is-a":
            yield "people", value
    elif value not in (claim.object, claim.subject, *claim.others) and "disease" in above:
        things = [each for each in (claim.subject, claim.object) if each in kb.entities]
        if not any(kb.is_a(each, value) or kb.is_a(value, each) or _siblings(each, value, kb) for each in things):
            yield "disease", value


def _siblings(one: str, other: str, kb: KnowledgeBase) -> bool:
    """Whether two diseases are named side by side as kinds of one class."""
    shared = set(kb.entities[one].parents) & set(kb.entities[other].parents)
    return any(not kb.entities[each].generic for each in shared if each in kb.entities)


def overlap(one: Scope, other: Scope, kb: KnowledgeBase) -> str:
    """`same` if two scopes are one, `nested` if one is wider in some way, `apart` if nothing falls into both."""
    mine, theirs = dict(one), dict(other)
    found = "same"
    for key in sorted({*mine, *theirs}):
        if key not in mine or key not in theirs:
            if key == "species":
                return "apart"
            found = "nested"
        elif not set(mine[key]) & set(theirs[key]):
            near = any(_akin(a, b, kb) for a in mine[key] for b in theirs[key])
            if not near:
                return "apart"
            found = "nested"
        elif mine[key] != theirs[key]:
            found = "nested"
    return found


def _akin(one: str, other: str, kb: KnowledgeBase) -> bool:
    """Whether one of two entities is a kind of the other; two words are not."""
    known = one in kb.entities and other in kb.entities
    return known and (kb.is_a(one, other) or kb.is_a(other, one))
