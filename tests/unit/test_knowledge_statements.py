"""Statements by the entities that they name: silence first, then each way to ask, then the built-in packs."""

from __future__ import annotations

import pytest

from factcheck.knowledge import KnowledgeBase, built_in_packs, load_knowledge
from factcheck.model.knowledge import Entity, Fact, Name, Pack, Statement

TREE = {"thing": "", "protein": "thing", "enzyme": "protein", "kinase": "enzyme", "jak": "kinase", "cell": "thing"}
TOLD = (
    Fact("f0", "p", (Statement("kinase", "treats", ("cell",)), Statement("jak", "treats", ("protein",))), "f0"),
    Fact("f1", "p", (Statement("thing", "treats", ("jak",)),), "f1"),
    Fact("f2", "p", (Statement("kinase", "causes", ("cell",)),), "f2"),
    Fact("f3", "p", (Statement("jak", "treats", ("enzyme", "cell")),), "f3"),
)


def knowledge(*entities: Entity) -> KnowledgeBase:
    """A base of the facts, with the tree or with other entities."""
    known = entities or tuple(Entity(name, name, tuple(parents.split())) for name, parents in TREE.items())
    return KnowledgeBase([Pack("p", "1", "P", (), known, (), (), (), TOLD, (), (), ())])


def places(told: tuple[tuple[Fact, Statement], ...]) -> list[tuple[str, str]]:
    return [(fact.id, statement.subject) for fact, statement in told]


@pytest.mark.parametrize("name", ["", "nobody", "molecule"])
def test_statements_that_nobody_makes(name: str) -> None:
    base = knowledge()
    assert base.statements_for("nothing", "jak") == base.statements_among("nothing", "thing") == ()
    assert base.statements_touching("nothing", "jak") == base.statements("nothing") == ()
    assert places(base.statements_for("causes", name)) == []
    assert base.about(name) is None
    assert base.borne("nothing") == {}


def test_statements_for_an_entity_are_its_own_and_those_of_its_classes_in_order() -> None:
    base = knowledge()
    assert places(base.statements_for("treats", "jak")) == [
        ("f0", "kinase"),
        ("f0", "jak"),
        ("f1", "thing"),
        ("f3", "jak"),
    ]
    assert places(base.statements_for("treats", "kinase")) == [("f0", "kinase"), ("f1", "thing")]
    assert places(base.statements_for("causes", "jak")) == [("f2", "kinase")]


def test_statements_among_a_class_are_its_own_and_those_of_its_kinds_in_order() -> None:
    base = knowledge()
    assert places(base.statements_among("treats", "enzyme")) == [("f0", "kinase"), ("f0", "jak"), ("f3", "jak")]
    assert places(base.statements_among("treats", "thing")) == places(base.statements("treats"))


def test_statements_touching_name_the_entity_a_class_or_a_kind_of_it_once() -> None:
    base = knowledge()
    assert places(base.statements_touching("treats", "cell")) == [("f0", "kinase"), ("f3", "jak")]
    assert places(base.statements_touching("treats", "enzyme")) == [("f0", "jak"), ("f1", "thing"), ("f3", "jak")]


def test_a_fact_about_an_entity_is_the_first_that_begins_with_it() -> None:
    base = knowledge()
    assert [getattr(base.about(name), "id", None) for name in ("kinase", "jak", "thing")] == ["f0", "f3", "f1"]


def test_a_name_that_two_subjects_bear_is_that_of_the_first() -> None:
    names = [
        Entity(name, name, names=(Name("JK", name, "short"), Name(name.upper(), name, "name")))
        for name in ("kinase", "thing", "jak")
    ]
    pack = Pack(
        "p", "1", "P", (), tuple(names), (), facts=TOLD, relations=(), frames=(), sets=(), terms=(), citations=()
    )
    assert KnowledgeBase([pack]).borne("treats") == {"JK": "kinase", "KINASE": "kinase", "JAK": "jak", "THING": "thing"}


def test_statements_of_the_built_in_packs_are_those_of_asking_each() -> None:
    base = load_knowledge(tuple(built_in_packs()))
    for relation in base.relations:
        told = base.statements(relation)
        for name in list(base.entities)[::97]:
            assert base.statements_for(relation, name) == tuple(t for t in told if base.is_a(name, t[1].subject))
            assert base.statements_among(relation, name) == tuple(t for t in told if base.is_a(t[1].subject, name))
            alike = [t for t in told if any(base.is_a(o, name) or base.is_a(name, o) for o in t[1].objects)]
            assert base.statements_touching(relation, name) == tuple(alike)
