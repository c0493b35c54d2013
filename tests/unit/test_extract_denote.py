"""Denote: what a noun phrase stands for. Phrases that do not stand for the name in them come first."""

from __future__ import annotations

import pytest

from factcheck.extract.denote import Denoter
from tests.reading import claims, knowledge, parsed, rows

NOT_MEANT = [
    # noun phrase, entity that stands in it and is not meant
    ("cytokine receptors", "cytokine"), ("a cytokine antibody", "cytokine"), ("anti-interferon antibodies",
     "interferon"),
    ("a cytokine-like protein", "cytokine"), ("a cytokine-free medium", "cytokine"), ("the cytokine hypothesis",
     "cytokine"),
    ("alopecia areata research", "alopecia-areata"), ("an enzyme blocker", "enzyme"), ("pre-alopecia areata",
     "alopecia-areata"),
    ("the maker of Olumiant", "olumiant"), ("a rival of baricitinib", "baricitinib"), ("the opposite of baricitinib",
     "baricitinib"),
    ("an alternative to baricitinib", "baricitinib"), ("the lack of cytokines", "cytokine"), ("enzymes of cytokines",
     "cytokine"),
]  # fmt: skip
MEANT = [
    ("cytokines", "cytokine"), ("the cytokines", "cytokine"), ("a kind of cytokine", "cytokine"),
    ("one of the cytokines", "cytokine"), ("some of these cytokines", "cytokine"), ("a group of cytokines", "cytokine"),
    ("members of the family of cytokines", "cytokine"), ("two types of cytokine", "cytokine"), ("both cytokines",
     "cytokine"),
    ("certain inflammatory cytokines", "cytokine"), ("baricitinib tablets", "baricitinib"), ("the drug baricitinib",
     "baricitinib"),
    ("the JAK inhibitor baricitinib", "baricitinib"), ("an autoimmune disease", "autoimmune-disease"),
    ("treatment with baricitinib", "baricitinib"), ("the use of baricitinib", "baricitinib"),
     ("a course of baricitinib", "baricitinib"),
    ("people with alopecia areata", "alopecia-areata"), ("a bout of alopecia areata", "alopecia-areata"),
    ("severe alopecia areata", "alopecia-areata"), ("most cases of alopecia areata", "alopecia-areata"),
    ("Pfizer's Litfulo", "litfulo"), ("the enzyme JAK1", "jak1"),
    ("an attack by the immune system on the hair follicles", "autoimmunity"),
]  # fmt: skip
POINTERS = [
    # text, subject of the last claim
    ("Alopecia areata is common. It is contagious.", "alopecia-areata"),
    ("Alopecia areata is common. This condition is contagious.", "alopecia-areata"),
    ("Alopecia areata is common. The disease is contagious.", "alopecia-areata"),
    ("Alopecia areata is common, and it is contagious.", "alopecia-areata"),
    ("Children get alopecia areata. It is contagious.", "alopecia-areata"),
    ("Alopecia areata and androgenetic alopecia differ. The former is contagious.", "alopecia-areata"),
    ("Androgenetic alopecia and alopecia areata differ. The latter is contagious.", "alopecia-areata"),
    ("Although it is common, alopecia areata is contagious.", "alopecia-areata"),
    ("Alopecia areata is a disease that is contagious.", "alopecia-areata"),
    ("Alopecia areata is common. Hair falls out. It is contagious.", "alopecia-areata"),
    ("Baricitinib is a tablet against alopecia areata. This disease is contagious.", "alopecia-areata"),
    ("Alopecia areata is treated with baricitinib. The drug inhibits JAK3.", "baricitinib"),
    ("Baricitinib is new. Its target is JAK3.", "baricitinib"),
]  # fmt: skip
NO_POINTER = [
    "It is contagious.", "This condition is contagious.", "He is contagious.", "There is a disease. It is contagious.",
    "Alopecia areata is common. Someone said so. She is contagious.",
    "Alopecia areata is common. Another disease is contagious.",
    "Alopecia areata is common. Other conditions are contagious.",
    "Alopecia areata is common. The flu is contagious.",
    "Alopecia areata is common. It is a pity.",
    "Alopecia areata is common. It is important to know what is contagious.",
    "Alopecia areata is common. The disease of the neighbour is contagious.",
]  # fmt: skip


def denoted(text: str, *without: str) -> set[str]:
    sentence = parsed(f"{text[0].upper()}{text[1:]} rose.")
    denoter = Denoter(knowledge(), lambda phrase, types: ())
    first = next(phrase for phrase in sentence.phrases if phrase.kind == "np")
    return {each.entity for each in denoter.denote(first, sentence, ()) if each.how not in without}


@pytest.mark.parametrize(("text", "entity"), rows(NOT_MEANT))
def test_not_meant(text: str, entity: str) -> None:
    assert entity not in denoted(text, "modifier", "bearer")


@pytest.mark.parametrize(("text", "entity"), rows(MEANT))
def test_meant(text: str, entity: str) -> None:
    assert entity in denoted(text)


@pytest.mark.parametrize("text", rows(NO_POINTER))
def test_nothing_to_point_to(text: str) -> None:
    assert [c for c in claims(text) if c.object == "contagious-condition" and c.stance.asserted] == []


@pytest.mark.parametrize(("text", "subject"), rows(POINTERS))
def test_pointers(text: str, subject: str) -> None:
    found = [c for c in claims(text) if c.object in ("contagious-condition", "jak3") and c.stance.asserted]
    assert {each.subject for each in found} - {"drug"} == {subject}
