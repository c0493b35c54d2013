"""Statements beside one another: none contradicts another, repeats it, or follows from the hierarchy anyhow."""

from __future__ import annotations

from collections import ChainMap
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING

from factcheck.knowledge.check_facts import statement_place
from factcheck.knowledge.check_ids import places
from factcheck.knowledge.hierarchy import Hierarchy, edges_of
from factcheck.knowledge.ledger import IS_A

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factcheck.errors import UserError
    from factcheck.knowledge.hierarchy import Edge
    from factcheck.knowledge.ledger import Ledger
    from factcheck.knowledge.yaml_file import Place
    from factcheck.model.knowledge import Fact, Pack, Relation, Statement


@dataclass(frozen=True, slots=True)
class Held:
    """A statement, the fact that makes it, and its place."""

    fact: Fact
    statement: Statement
    place: Place


def held(packs: Sequence[Pack], ledgers: Sequence[Ledger]) -> list[Held]:
    """All statements of the packs, in their order."""
    where = places(ledgers, "fact")
    return [
        Held(fact, each, statement_place(where[fact.id], number, fact))
        for pack in packs
        for fact in pack.facts
        for number, each in enumerate(fact.statements)
    ]


def clashing_statements(packs: Sequence[Pack], ledgers: Sequence[Ledger], hierarchy: Hierarchy) -> Iterator[UserError]:
    """Pairs of statements that contradict one another, say the same, or hold at one time but may not."""
    relations = {relation.id: relation for pack in packs for relation in pack.relations}
    by_subject: dict[str, list[Held]] = {}
    for each in held(packs, ledgers):
        by_subject.setdefault(each.statement.subject, []).append(each)
    for subject, own in by_subject.items():
        for one, other in combinations(own, 2):
            told = _clash(one, other, relations) if _at_one_time(one.fact, other.fact) else None
            if told:
                yield other.place.mistake(*told)
        for above in hierarchy.ancestors(subject) - {subject}:
            for one in own:
                yield from _against_class(one, by_subject.get(above, ()), hierarchy)


def implied_facts(packs: Sequence[Pack], ledgers: Sequence[Ledger]) -> Iterator[UserError]:
    """Is-a statements that follow from other classes of the subject; what its own `is` says may be cited by a fact."""
    parents: dict[str, Sequence[str]] = {entity.id: entity.parents for pack in packs for entity in pack.entities}
    edges: dict[str, Sequence[Edge]] = {**edges_of(fact for pack in packs for fact in pack.facts)}
    for each in held(packs, ledgers):
        if each.statement.relation != IS_A or not each.statement.polarity:
            continue
        subject, objects = each.statement.subject, each.statement.objects
        own: dict[str, Sequence[str]] = {
            subject: tuple(parent for parent in parents.get(subject, ()) if parent not in objects)
        }
        told = {one.subject for one in each.fact.statements}
        others: dict[str, Sequence[Edge]] = {
            name: [edge for edge in edges.get(name, ()) if edge[2] != each.fact.id] for name in told
        }
        without = Hierarchy(ChainMap(own, parents), ChainMap(others, edges), {}, {}, ())
        for name in objects:
            if name in without.ancestors(subject):
                way = " is ".join(f'"{step}"' for step in _way(subject, name, without))
                what = f'"{each.fact.id}" says what the hierarchy implies: {way}'
                yield each.place.mistake(what, "take the statement out, or name the next class")


def _way(start: str, end: str, hierarchy: Hierarchy) -> list[str]:
    """One way up from an entity to a class of it."""
    path = [start]
    while path[-1] != end:
        path.append(next(each for each in hierarchy.parents(path[-1]) if end in hierarchy.ancestors(each)))
    return path


def _clash(one: Held, other: Held, relations: Mapping[str, Relation]) -> tuple[str, str] | None:
    """What is wrong between two statements of one subject, and the hint; None if nothing is."""
    a, b = one.statement, other.statement
    if a.qualifiers != b.qualifiers:
        return None
    both = f'"{other.fact.id}"', f'"{one.fact.id}"'
    shared = set(a.objects) & set(b.objects)
    if a.relation != b.relation:
        known = relations.get(a.relation), relations.get(b.relation)
        opposed = any(each and (a.relation in each.opposed or b.relation in each.opposed) for each in known)
        if opposed and shared and a.polarity and b.polarity:
            return f'{both[0]} contradicts {both[1]}: "{a.relation}" and "{b.relation}" are opposed', _CORRECT
        return None
    same = a.objects == b.objects and a.text == b.text and a.value == b.value and a.among == b.among
    if a.polarity != b.polarity:
        whom = "itself" if one.fact is other.fact else both[1]
        return (f"{both[0]} contradicts {whom}: it denies the same claim", _CORRECT) if shared else None
    if one.fact is other.fact:
        return ("this statement stands twice in its fact", "take one out") if same and a == b else None
    if same and _dated(one.fact, other.fact):
        return f"{both[0]} and {both[1]} say the same of days that overlap", "give the earlier an until, or one a since"
    if same:
        return f"{both[0]} says the same as {both[1]}", "take one of them out"
    return _one_valued(one, other, relations.get(a.relation))


_CORRECT = "correct one of them, or bound it by qualifiers or by since and until"


def _one_valued(one: Held, other: Held, relation: Relation | None) -> tuple[str, str] | None:
    """Two values or two partners at one time, where a relation has one."""
    a, b = one.statement, other.statement
    if not a.polarity or relation is None or (a.severity or one.fact.severity) != (b.severity or other.fact.severity):
        return None
    if a.value and b.value and (a.value.unit, a.value.per) == (b.value.unit, b.value.per):
        what = f'"{other.fact.id}" gives another value than "{one.fact.id}" for the same days'
        return what, "make them one, or bound them by qualifiers or by since and until"
    dated = _dated(one.fact, other.fact) and relation.judge == "pairing"
    if dated and a.objects and b.objects and not {*a.objects, *a.also} & {*b.objects, *b.also}:
        what = f'"{other.fact.id}" and "{one.fact.id}" pair "{a.subject}" differently on the same days'
        return what, "let the one end (until) before the other begins (since), or allow both with also"
    return None


def _against_class(one: Held, above: Sequence[Held], hierarchy: Hierarchy) -> Iterator[UserError]:
    """A statement against what facts on a class of its subject say without excepting it."""
    a = one.statement
    for other in above:
        b = other.statement
        if a.relation != b.relation or a.relation == IS_A or a.polarity == b.polarity or a.qualifiers != b.qualifiers:
            continue
        excepted = not hierarchy.ancestors(a.subject).isdisjoint(other.fact.except_for)
        if set(a.objects) & set(b.objects) and not excepted and _at_one_time(one.fact, other.fact):
            what = f'"{one.fact.id}" contradicts "{other.fact.id}", which speaks of every "{b.subject}"'
            yield one.place.mistake(what, f'add "{a.subject}" to the except of "{other.fact.id}", or correct one')


def _at_one_time(one: Fact, other: Fact) -> bool:
    """Whether there is a day on which both hold."""
    starts, ends = (one.since or date.min, other.since or date.min), (one.until or date.max, other.until or date.max)
    return max(starts) <= min(ends)


def _dated(one: Fact, other: Fact) -> bool:
    return (one.since, one.until) != (other.since, other.until)
