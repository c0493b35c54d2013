"""Single entries that cannot be meant so: idle exceptions, sets without members, doubled examples, odd sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.knowledge.check_facts import entry_place, statement_place
from factcheck.knowledge.check_ids import places

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.errors import UserError
    from factcheck.knowledge.hierarchy import Hierarchy
    from factcheck.knowledge.ledger import Ledger
    from factcheck.knowledge.yaml_file import Place
    from factcheck.model.knowledge import ClosedSet, Fact, Pack, Relation, Statement, Term

_SILENT = ("right", "silent")


def doubled_examples(packs: Sequence[Pack], ledgers: Sequence[Ledger]) -> Iterator[UserError]:
    """Sentences that stand twice in one entry, or that one entry wants reported and another silent."""
    where = places(ledgers, "fact")
    first: dict[str, tuple[str, str]] = {}
    for entry in _entries(packs):
        own: dict[str, str] = {}
        count: dict[str, int] = {}
        for example in entry.examples:
            number = count[example.kind] = count.get(example.kind, -1) + 1
            text = " ".join(example.text.lower().split())
            place = entry_place(where[entry.id]).at("examples", example.kind, number)
            known, other = first.setdefault(text, (example.kind, entry.id))
            if text in own:
                yield place.mistake(f'this example of "{entry.id}" stands under {own[text]} already', "write another")
            elif other != entry.id and (known in _SILENT) != (example.kind in _SILENT):
                what = f'this example is {example.kind} here and {known} in "{other}"'
                yield place.mistake(what, "one sentence is reported or silent; change one of the two")
            own.setdefault(text, example.kind)


def odd_facts(packs: Sequence[Pack], ledgers: Sequence[Ledger], hierarchy: Hierarchy) -> Iterator[UserError]:
    """Exceptions that except nothing, objects outside the class that they close, and days that cannot be."""
    where = places(ledgers, "fact")
    years = {citation.id: citation.year for pack in packs for citation in pack.citations}
    for fact in (fact for pack in packs for fact in pack.facts):
        at = entry_place(where[fact.id])
        subjects = {statement.subject for statement in fact.statements}
        for number, name in enumerate(fact.except_for):
            if hierarchy.ancestors(name).isdisjoint(subjects - {name}):
                what = f'"{name}" is no kind of {_or(subjects)}, so that there is nothing to except'
                yield at.at("except", number).mistake(what, "take it out, or give it that class")
        for number, statement in enumerate(fact.statements):
            yield from _odd_statement(statement, statement_place(where[fact.id], number, fact), hierarchy)
        for number, source in enumerate(fact.sources):
            year = years.get(source, "")[:4]
            if fact.reviewed and year.isdigit() and int(year) > fact.reviewed.year:
                what = f'"{source}" is of {year}, but the fact was reviewed on {fact.reviewed}'
                yield at.at("sources", number).mistake(what, "review the fact against it, or correct the year")


def _odd_statement(each: Statement, place: Place, hierarchy: Hierarchy) -> Iterator[UserError]:
    listed = [("object", each.objects), ("also", each.also)]
    for key, names in listed:
        for number, name in enumerate(names):
            if each.among and each.among not in hierarchy.ancestors(name):
                at = place.at(key, number) if isinstance(_at(place, key), list) else place.at(key)
                yield at.mistake(f'"{name}" is no "{each.among}", among which it is said to stand', "widen among")
    both = [name for name in each.also if name in each.objects]
    for name in both:
        what = f'"{name}" stands under object and under also'
        yield place.at("also", each.also.index(name)).mistake(what, "take it out of also")


def _at(place: Place, key: str) -> object:
    """The value of a key, as the file has it."""
    data = place.file.data
    for step in (*place.steps, key):
        data = data[step]
    return data


def odd_sets(packs: Sequence[Pack], ledgers: Sequence[Ledger], hierarchy: Hierarchy) -> Iterator[UserError]:
    """Closed sets of a relation that has no dates, without a member, or complete beyond their review."""
    where = places(ledgers, "fact")
    relations = {relation.id: relation for pack in packs for relation in pack.relations}
    facts = [fact for pack in packs for fact in pack.facts]
    for each in (one for pack in packs for one in pack.sets):
        at = entry_place(where[each.id])
        relation = relations.get(each.relation)
        if relation is not None and relation.judge != "dated":
            what = f'"{each.relation}" has no dates (its judge is {relation.judge})'
            yield at.at("members", "relation").mistake(what, "a closed set is of a relation with judge: dated")
        elif not any(_is_member(fact, each, hierarchy) for fact in facts):
            what = f'no fact with a since is a member of "{each.id}"'
            yield at.at("members").mistake(what, "write the dated facts that it lists, or correct relation and object")
        if each.reviewed and each.complete > each.reviewed:
            what = f"complete {each.complete} is after reviewed {each.reviewed}"
            yield at.at("complete").mistake(what, "nobody could know; write the day of the review at most")


def _is_member(fact: Fact, closed: ClosedSet, hierarchy: Hierarchy) -> bool:
    """Whether a dated fact is one of those that a set lists."""
    return fact.since is not None and any(
        each.relation == closed.relation
        and each.polarity
        and (not closed.subject or closed.subject in hierarchy.ancestors(each.subject))
        and any(closed.object in hierarchy.ancestors(name) for name in each.objects)
        for each in fact.statements
    )


def odd_terms(packs: Sequence[Pack], ledgers: Sequence[Ledger]) -> Iterator[UserError]:
    """Terms that prefer what they avoid, and words that two terms avoid."""
    where = places(ledgers, "fact")
    owners: dict[str, str] = {}
    for term in (term for pack in packs for term in pack.terms):
        at = entry_place(where[term.id])
        words = [word.lower() for word in term.avoid]
        if term.prefer.lower() in words:
            yield at.at("prefer").mistake(f'"{term.prefer}" is also to be avoided', "take it out of avoid")
        for word in words:
            other = owners.setdefault(word, term.id)
            if other != term.id:
                yield at.at("avoid").mistake(f'"{word}" is avoided by "{other}" already', "take it out of one of them")


def odd_relations(packs: Sequence[Pack], ledgers: Sequence[Ledger]) -> Iterator[UserError]:
    """Relations that contradict or imply themselves, or do both to one other."""
    where = places(ledgers, "relation")
    for each in (relation for pack in packs for relation in pack.relations):
        for key, names in (("opposed", each.opposed), ("implies", each.implies)):
            if each.id in names:
                place = where[each.id].at(key, names.index(each.id))
                yield place.mistake(f'relation "{each.id}" stands under its own {key}', "take it out")
        for name in each.implies:
            if name in _opposites(each, packs) and name != each.id:
                place = where[each.id].at("implies", each.implies.index(name))
                yield place.mistake(f'"{each.id}" implies "{name}" and is opposed to it', "take one of them out")


def _opposites(relation: Relation, packs: Sequence[Pack]) -> set[str]:
    back = {each.id for pack in packs for each in pack.relations if relation.id in each.opposed}
    return back.union(relation.opposed)


def _entries(packs: Sequence[Pack]) -> list[Fact | ClosedSet | Term]:
    found: list[Fact | ClosedSet | Term] = []
    for pack in packs:
        found += [*pack.facts, *pack.sets, *pack.terms]
    return found


def _or(names: set[str]) -> str:
    return " or ".join(f'"{name}"' for name in sorted(names))
