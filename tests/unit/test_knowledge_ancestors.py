"""What an entity is a kind of, for graphs of every shape: as if each entity were climbed from on its own."""

from __future__ import annotations

from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from factcheck.knowledge import built_in_packs, load_knowledge
from factcheck.knowledge.hierarchy import Hierarchy, barred_of, edges_of
from factcheck.model.knowledge import Entity, Fact, Statement

NAMES = st.sampled_from("abcdefgh")
PARENTS = st.dictionaries(NAMES, st.lists(NAMES, max_size=2, unique=True), min_size=4)
EDGES = st.lists(st.tuples(NAMES, st.lists(NAMES, min_size=1, max_size=2), st.lists(NAMES, max_size=2)), max_size=4)


def hierarchy_of(entities: Iterable[Entity], facts: Iterable[Fact]) -> Hierarchy:
    known = {each.id: each for each in facts}
    parents = {each.id: each.parents for each in entities}
    return Hierarchy(parents, edges_of(known.values()), barred_of(known.values()), known, ())


def climbed(start: str, entities: list[Entity], facts: list[Fact]) -> set[str]:
    """All classes above, straight from the meaning: a fact's classes are above what is no exception of the fact."""
    found, before = {start}, set[str]()
    while found != before:
        before = set(found)
        found.update(parent for each in entities if each.id in before for parent in each.parents)
    added = True
    while added:
        added = False
        for name in sorted(found):
            for fact in facts:
                (told,) = fact.statements
                if told.subject == name and found.isdisjoint(fact.except_for) and not found.issuperset(told.objects):
                    for each in told.objects:
                        found |= climbed(each, entities, [])
                    added = True
    return found


@given(PARENTS, EDGES)
def test_ancestors_of_any_graph(parents: dict[str, list[str]], edges: list[tuple[str, list[str], list[str]]]) -> None:
    entities = [Entity(name, name, tuple(above)) for name, above in parents.items()]
    facts = [
        Fact(str(at), "p", (Statement(name, "is-a", tuple(objects)),), "", except_for=tuple(spared))
        for at, (name, objects, spared) in enumerate(edges)
    ]
    hierarchy = hierarchy_of(entities, facts)
    for name in "abcdefgh":
        assert hierarchy.ancestors(name) == climbed(name, entities, facts)


def test_ancestors_do_not_depend_on_what_was_asked_before() -> None:
    base = load_knowledge(tuple(built_in_packs()))
    for name in list(base.entities)[::41]:
        alone = hierarchy_of(base.entities.values(), base.facts.values())
        assert alone.ancestors(name) == base.ancestors(name)
