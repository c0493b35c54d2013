"""Facts: cited, tested by examples, and of the shape that their relation asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.knowledge.check_ids import places
from factcheck.knowledge.ledger import IS_A, VALUE_KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.errors import UserError
    from factcheck.knowledge.hierarchy import Hierarchy
    from factcheck.knowledge.ledger import Ledger
    from factcheck.knowledge.yaml_file import Place
    from factcheck.model.knowledge import Fact, Pack, Relation, Statement

_FLAGGED = ("wrong", "loose", "outdated")
_KEYS = {"quantity": "value", "date": "on", "text": "text"}


def examples_missing(packs: Sequence[Pack], ledgers: Sequence[Ledger]) -> Iterator[UserError]:
    """Facts without a flagged, a right or a silent example."""
    where = places(ledgers, "fact")
    for pack in packs:
        for fact in pack.facts:
            kinds = {example.kind for example in fact.examples}
            lacks = [] if kinds.intersection(_FLAGGED) else ["wrong (or loose, or outdated)"]
            lacks += [kind for kind in ("right", "silent") if kind not in kinds]
            if lacks:
                what = f'fact "{fact.id}" has no example that is {" and none that is ".join(lacks)}'
                yield where[fact.id].mistake(what, "write one under examples")


def misplaced_objects(packs: Sequence[Pack], ledgers: Sequence[Ledger], hierarchy: Hierarchy) -> Iterator[UserError]:
    """Claims whose subject or object the relation does not take, and claims without what it needs."""
    where = places(ledgers, "fact")
    relations = {relation.id: relation for pack in packs for relation in pack.relations}
    for pack in packs:
        for fact in pack.facts:
            for number, each in enumerate(fact.statements):
                place = statement_place(where[fact.id], number, fact)
                yield from _misplaced(each, place, relations.get(each.relation), hierarchy)


def entry_place(at: Place) -> Place:
    """The place of a fact, set or term, from that of its id."""
    return type(at)(at.file, at.steps[:-1])


def statement_place(at: Place, number: int, fact: Fact) -> Place:
    """The place of a statement, from that of its fact's id: under `claim`, or in the list of `claims`."""
    above = entry_place(at)
    several = isinstance(above.file.data["facts"][above.steps[-1]].get("claims"), list)
    return above.at("claims", number) if several or len(fact.statements) > 1 else above.at("claim")


def _misplaced(each: Statement, place: Place, relation: Relation | None, hierarchy: Hierarchy) -> Iterator[UserError]:
    if each.relation == IS_A or relation is None:
        if not each.objects:
            yield place.mistake('key "object" is missing', "say of which class the subject is")
        return
    kinds = VALUE_KINDS.intersection(relation.object)
    needs = [_KEYS[kind] for kind in sorted(kinds) if kind in _KEYS]
    given = [key for key, value in (("value", each.value), ("on", each.when), ("text", each.text)) if value]
    classes = [name for name in relation.object if name not in VALUE_KINDS]
    if not each.objects and not each.among and not given and not kinds & {"extent"}:
        wanted = " or ".join(f'"{key}"' for key in [*needs, *(["object"] if classes else [])])
        yield place.mistake(f'a claim of "{relation.id}" needs {wanted}', "add it")
    if not fits_classes(each.subject, relation.subject, hierarchy):
        what = f'"{each.subject}" is no {listed(relation.subject)}, as the subject of "{relation.id}" must be'
        yield place.at("subject").mistake(what, "give it that class, or widen the relation")
    for name in each.objects:
        if classes and not fits_classes(name, tuple(classes), hierarchy):
            what = f'"{name}" is no {listed(tuple(classes))}, as the object of "{relation.id}" must be'
            yield place.at("object").mistake(what, "give it that class, or widen the relation")


def fits_classes(name: str, classes: tuple[str, ...], hierarchy: Hierarchy) -> bool:
    """Whether an entity is of one of the classes, or is a class above one of them."""
    above = hierarchy.ancestors(name)
    return any(each in above or name in hierarchy.ancestors(each) for each in classes if each not in VALUE_KINDS)


def listed(classes: tuple[str, ...]) -> str:
    """`"drug" or "brand"`, without kinds of values."""
    return " or ".join(f'"{name}"' for name in classes if name not in VALUE_KINDS)
