"""The hierarchy, disjoint classes, and what the knowledge base gathers from packs."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.knowledge import KnowledgeBase, built_in_packs, load_knowledge
from factcheck.model.knowledge import Disjoint, Entity, Fact, Pack, Relation, Statement, Value

PACKS = Path(__file__).parent.parent / "cases" / "packs"


@pytest.fixture(scope="module")
def good() -> KnowledgeBase:
    """The sound pack with the one that it requires."""
    return load_knowledge([str(PACKS / "good")], use_cache=False)


def is_a(name: str, subject: str, *objects: str, polarity: bool = True, except_for: tuple[str, ...] = ()) -> Fact:
    statement = Statement(subject, "is-a", objects, polarity)
    return Fact(name, "p", (statement,), name, except_for=except_for)


def knowledge(
    tree: dict[str, str], facts: tuple[Fact, ...] = (), disjoint: tuple[Disjoint, ...] = (), **more: object
) -> KnowledgeBase:
    entities = tuple(Entity(name, name, tuple(parents.split())) for name, parents in tree.items())
    parts: dict[str, object] = {"relations": (), "frames": (), "sets": (), "terms": (), "citations": (), **more}
    return KnowledgeBase([Pack("p", "1", "P", (), entities, disjoint, facts=facts, **parts)])  # type: ignore[arg-type]


TREE = {
    "thing": "",
    "molecule": "thing",
    "protein": "molecule",
    "enzyme": "protein",
    "kinase": "enzyme",
    "jak": "kinase",
    "cytokine": "",
    "interferon": "cytokine",
    "odd-cytokine": "cytokine",
    "cell": "thing",
    "drug": "thing",
    "biologic": "drug protein",
}
FACTS = (
    is_a("jak-is-kinase", "jak", "kinase"),
    is_a("cytokines", "cytokine", "protein", "signal", except_for=("odd-cytokine",)),
    is_a("no-interferon-is-a-cell", "interferon", "cell", polarity=False),
    is_a("kinases", "kinase", "enzyme"),
)
DISJOINT = (
    Disjoint(("cell", "molecule"), "warning"),
    Disjoint(("enzyme", "cytokine", "cell")),
    Disjoint(("drug", "cell")),
)
BASE = knowledge(TREE | {"signal": "thing"}, FACTS, DISJOINT)


@pytest.mark.parametrize(
    ("name", "above"),
    [
        ("thing", "thing"),
        ("jak", "jak kinase enzyme protein molecule thing"),
        ("interferon", "interferon cytokine protein molecule thing signal"),
        ("odd-cytokine", "odd-cytokine cytokine"),
        ("biologic", "biologic drug protein molecule thing"),
        ("unknown", "unknown"),
    ],
)
def test_ancestors(name: str, above: str) -> None:
    assert BASE.ancestors(name) == frozenset(above.split())


@pytest.mark.parametrize(
    ("name", "above", "answer"),
    [("jak", "enzyme", True), ("jak", "jak", True), ("enzyme", "jak", False), ("interferon", "signal", True)],
)
def test_is_a(name: str, above: str, answer: bool) -> None:
    assert BASE.is_a(name, above) is answer


@pytest.mark.parametrize(
    ("one", "other", "classes"),
    [
        ("cytokine", "enzyme", ("cytokine", "enzyme")),
        ("jak", "interferon", ("enzyme", "cytokine")),
        ("interferon", "jak", ("cytokine", "enzyme")),
        ("jak", "cell", ("enzyme", "cell")),
        ("biologic", "cell", ("drug", "cell")),
        ("protein", "cell", ("molecule", "cell")),
        ("jak", "kinase", None),
        ("jak", "drug", None),
        ("thing", "jak", None),
        ("odd-cytokine", "enzyme", ("cytokine", "enzyme")),
    ],
)
def test_disjoint(one: str, other: str, classes: tuple[str, str] | None) -> None:
    clash = BASE.clash(one, other)
    assert (clash[1:] if clash else None) == classes
    assert (BASE.disjoint(one, other) is None) is (classes is None)


def test_a_firm_set_goes_before_a_soft_one() -> None:
    found = {pair: BASE.disjoint(*pair) for pair in (("jak", "cell"), ("protein", "cell"))}
    assert [each.severity for each in found.values() if each] == ["error", "warning"]


@pytest.mark.parametrize(
    ("one", "other", "fact"),
    [
        ("interferon", "cell", "no-interferon-is-a-cell"),
        ("cytokine", "cell", None),
        ("interferon", "thing", None),
    ],
)
def test_excluded(one: str, other: str, fact: str | None) -> None:
    found = BASE.excluded(one, other)
    assert (found.id if found else None) == fact


def test_excluded_holds_below_and_not_for_exceptions() -> None:
    denied = is_a("denied", "hair-loss", "autoimmune", polarity=False, except_for=("areata",))
    tree = {"hair-loss": "", "pattern": "hair-loss", "areata": "hair-loss", "totalis": "areata"}
    base = knowledge(tree | {"immune": "", "autoimmune": "immune", "type-1": "autoimmune"}, (denied,))
    answers = {
        (one, other): base.excluded(one, other) is not None
        for one in ("hair-loss", "pattern", "areata", "totalis")
        for other in ("immune", "autoimmune", "type-1")
    }
    assert {pair for pair, found in answers.items() if found} == {
        ("hair-loss", "autoimmune"),
        ("hair-loss", "type-1"),
        ("pattern", "autoimmune"),
        ("pattern", "type-1"),
    }


@pytest.mark.parametrize(
    ("one", "other", "fact"),
    [
        ("jak", "cytokine", "jak-is-kinase"),
        ("kinase", "cytokine", "kinases"),
        ("interferon", "enzyme", "cytokines"),
        ("interferon", "cell", "cytokines"),
        ("odd-cytokine", "enzyme", None),
        ("thing", "cell", None),
    ],
)
def test_class_fact(one: str, other: str, fact: str | None) -> None:
    found = BASE.class_fact(one, other)
    assert (found.id if found else None) == fact


def test_class_fact_prefers_the_one_that_explains() -> None:
    facts = (is_a("near", "jak", "target"), is_a("far", "kinase", "enzyme"))
    base = knowledge(
        {"enzyme": "", "target": "", "kinase": "", "jak": "kinase", "hormone": ""},
        facts,
        (Disjoint(("enzyme", "hormone")),),
    )
    found = [base.class_fact("jak", other) for other in ("hormone", "target")]
    assert [each.id for each in found if each] == ["far", "near"]


def test_relations() -> None:
    relations = (
        Relation("cures", ("a",), ("b",), implies=("treats",)),
        Relation("treats", ("a",), ("b",), implies=("helps",), opposed=("worsens",)),
        Relation("helps", ("a",), ("b",), implies=("cures",)),
        Relation("worsens", ("a",), ("b",)),
    )
    base = knowledge({}, relations=relations)
    assert base.implied("cures") == {"cures", "treats", "helps"}
    assert base.implied("nothing") == {"nothing"}
    assert base.opposed("worsens") == {"treats"}
    assert base.opposed("treats") == {"worsens"}
    assert base.opposed("cures") == frozenset()


def test_packs_are_put_together(good: KnowledgeBase) -> None:
    assert [pack.id for pack in good.packs] == ["base", "good"]
    assert good.pack_folder("good") == PACKS / "good"
    assert good.cues == {"negation": {"not", "cannot", "donot"}, "hedge": {"may", "might", "on occasion"}}
    assert good.guards == {"baricity", "alopecias"}
    assert good.classes["verb", "cause"] == ("cause", "bring on", "unleash")
    assert good.classes["verb", "harm"] == ("cause", "bring on", "unleash", "damage")
    assert set(good.citations) == {"kaiser-2023", "label"}
    assert (good.citations["kaiser-2023"].year, good.citations["kaiser-2023"].pmid) == ("2023", "123")
    with pytest.raises(KeyError):
        good.pack_folder("none")


def test_names(good: KnowledgeBase) -> None:
    areata = [(name.text, name.kind) for name in good.names if name.entity == "alopecia-areata"]
    assert areata == [("alopecia areata", "name"), ("alopecia", "name"), ("AA", "short")]
    pattern = good.entities["pattern-baldness"]
    assert len(pattern.names) == 9
    assert pattern.name == "androgenetic alopecia"
    assert good.entities["alopecia"].ambiguous == "alopecia-areata"
    assert good.entities["autoimmune-disease"].means == ("caused-by", "autoimmunity")
    assert not good.entities["thing"].protect


def test_facts(good: KnowledgeBase) -> None:
    ((fact, statement),) = good.statements("daily-dose")
    assert fact.id == "baricitinib-dose"
    assert statement.value == Value("mg", (2.0, 4.0), per="day")
    two = good.facts["pattern-baldness-not-autoimmune"]
    assert [each.polarity for each in two.statements] == [False, False]
    assert [each.severity for each in two.statements] == ["", "warning"]
    assert [example.format for example in two.examples if example.kind == "wrong"] == ["text", "markdown"]
    ((approved, claim),) = good.statements("approved-for")
    assert str(approved.since) == "2022-06-13"
    assert [str(day) for day in claim.when] == ["2022-06-13"]
    assert claim.qualifiers == (("by", ("fda",)), ("extent", ("severe",)))
    assert good.sets["fda-drugs-for-areata"].qualifiers == (("by", ("fda",)),)
    assert good.terms["boxed-warning-term"].avoid == ("black box warning", "blackbox warning")
    assert good.statements("nothing") == ()


def test_facts_reach_the_hierarchy(good: KnowledgeBase) -> None:
    assert good.is_a("baricitinib", "drug")
    assert good.disjoint("baricitinib", "disease") is not None
    fact = good.class_fact("baricitinib", "disease")
    assert fact is not None
    assert fact.id == "baricitinib-is-kinase-inhibitor"
    assert good.excluded("pattern-baldness", "autoimmune-disease") is not None


def test_built_in_packs_are_found_by_name() -> None:
    assert {"biomedical", "english", "hair-loss", "common-medicine", "medicines"} <= set(built_in_packs())
