"""The hierarchy: no circles, and nothing is a kind of two classes that the packs declare disjoint."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING

from factcheck.knowledge.check_ids import places
from factcheck.knowledge.ledger import IS_A

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.errors import UserError
    from factcheck.knowledge.hierarchy import Hierarchy
    from factcheck.knowledge.ledger import Ledger
    from factcheck.model.knowledge import Pack


def circles(packs: Sequence[Pack], ledgers: Sequence[Ledger]) -> Iterator[UserError]:
    """Entities that are kinds of themselves; each circle is told once."""
    where = places(ledgers, "entity")
    above = {name: [each for each in parents if each in where] for name, parents in _edges(packs).items()}
    left = _in_circles(above)
    while left:
        name = min(left)
        path: list[str] = []
        while name not in path:
            path.append(name)
            name = next(each for each in above[name] if each in left)
        ring = path[path.index(name) :]
        shown = " is ".join(f'"{each}"' for each in [*ring, name])
        yield where[name].at("is").mistake(f"a circle: {shown}", "take one of them out")
        left = _in_circles({each: [one for one in above[each] if one in left] for each in left - set(ring)})


def broken_disjointness(packs: Sequence[Pack], ledgers: Sequence[Ledger], hierarchy: Hierarchy) -> Iterator[UserError]:
    """Entities with two classes of one disjoint set, or with a class that a fact denies; the topmost only."""
    where = places(ledgers, "entity")
    sets = [each for pack in packs for each in pack.disjoint]
    set_places = [entry.place for ledger in ledgers for entry in ledger.defined if entry.kind == "disjoint"]
    holding: dict[str, list[int]] = {}
    for number, one in enumerate(sets):
        for name in dict.fromkeys(one.classes):
            holding.setdefault(name, []).append(number)
    broken: set[str] = set()
    entities = sorted((one for pack in packs for one in pack.entities), key=lambda e: len(hierarchy.ancestors(e.id)))
    for entity in entities:
        above = hierarchy.ancestors(entity.id)
        place = where[entity.id].at("is")
        held = Counter(number for name in above for number in holding.get(name, ()))
        for number in sorted(number for number, classes in held.items() if classes > 1):
            each, at = sets[number], set_places[number]
            both = [name for name in dict.fromkeys(each.classes) if name in above]
            if entity.id in both:
                other = next(name for name in both if name != entity.id)
                what = f'"{entity.id}" is a kind of "{other}", with which this set declares it disjoint'
                yield at.mistake(what, "take one of the two out of the set")
            elif above.isdisjoint(broken):
                what = f'"{entity.id}" is a "{both[0]}" and a "{both[1]}", which are declared disjoint'
                yield place.mistake(what, "take one class out, or loosen the disjoint set")
            broken.add(entity.id)
        fact = hierarchy.excluded(entity.id, entity.id)
        if fact is not None and above.isdisjoint(broken):
            broken.add(entity.id)
            yield place.mistake(f'"{entity.id}" is of a class that fact "{fact.id}" denies', "add it to its except")


def doubled_disjointness(packs: Sequence[Pack], ledgers: Sequence[Ledger]) -> Iterator[UserError]:
    """Sets of disjoint classes that another set of the same severity holds whole, with no source of their own."""
    sets = [each for pack in packs for each in pack.disjoint]
    set_places = [entry.place for ledger in ledgers for entry in ledger.defined if entry.kind == "disjoint"]
    known = list(zip(sets, set_places, strict=True))
    for one, other in combinations(known, 2):
        small, large = (one, other) if set(one[0].classes) < set(other[0].classes) else (other, one)
        alike = small[0].severity == large[0].severity and set(small[0].sources) <= set(large[0].sources)
        if alike and set(small[0].classes) <= set(large[0].classes):
            hint = f"take it out; the other stands at {large[1].mistake('').place}"
            yield small[1].mistake("another set declares all of these classes disjoint", hint)


def _in_circles(above: dict[str, list[str]]) -> set[str]:
    """The entities from which every way up could be followed for ever: those in circles and those below them."""
    left = set(above)
    free = {name for name in left if not left.intersection(above[name])}
    below: dict[str, list[str]] = {}
    for name, parents in above.items():
        for parent in parents:
            below.setdefault(parent, []).append(name)
    waiting = list(free)
    while waiting:
        name = waiting.pop()
        left.discard(name)
        waiting += [each for each in below.get(name, ()) if each in left and not left.intersection(above[each])]
    return left


def _edges(packs: Sequence[Pack]) -> dict[str, list[str]]:
    found = {entity.id: list(entity.parents) for pack in packs for entity in pack.entities}
    for pack in packs:
        for fact in pack.facts:
            for each in fact.statements:
                if each.relation == IS_A and each.polarity:
                    found.setdefault(each.subject, []).extend(each.objects)
    return found
