"""Labels, answers and verdicts: what stands before or behind a sentence and judges it."""

from __future__ import annotations

import pytest

from factcheck.extract.labels import answer_of, label_of
from tests.reading import knowledge, rows, stand

ENZYME = "cytokine is-a enzyme"
NO_LABEL = [
    "Mythical creatures: none of them lose hair.", "Facts matter.", "Baricitinib: a JAK inhibitor.",
    "Myth", "The myth that it is catching.", "Alopecia areata: what it is.", "In fact, it helps.", "Questions remain.",
]  # fmt: skip
LABELS = [
    ("Myth: it is catching.", "myth"), ("MYTH: it is catching.", "myth"), ("Myth #1: it is catching.", "myth"),
    ("Myth 3 – it is catching.", "myth"), ("Misconception: it is catching.", "myth"), ("Fact: it is not.", "fact"),
    ("Truth: it is not.", "fact"), ("Reality: it is not.", "fact"), ("Q: Is it catching?", "question"),
    ("Question: Is it catching?", "question"), ("A: It is not.", "answer"), ("Answer: It is not.", "answer"),
    ("Myth No. 2: it is catching.", "myth"), ("Fiction: it is catching.", "myth"),
]  # fmt: skip
ANSWERS = [
    ("Noble gases do not help.", ""), ("Yesterday it grew.", ""), ("No drug helps.", ""), ("Not all do.", ""),
    ("Never before was it seen.", ""), ("Right hands are used.", ""), ("True alopecia is rare.", ""),
    ("Yes.", "yes"), ("Yes, it is.", "yes"), ("No.", "no"), ("No, it is not.", "no"), ("No!", "no"), ("True.", "yes"),
    ("False.", "no"), ("Not at all.", "no"), ("Absolutely not.", "no"), ("Of course not.", "no"), ("Certainly.", "yes"),
    ("No – it is a protein.", "no"), ("“Yes,” she said.", "yes"), ("Unfortunately not.", "no"), ("Indeed.", "yes"),
]  # fmt: skip
SILENT = [
    "Are cytokines enzymes? No.", "Are cytokines enzymes? No, they are proteins.",
     "Are cytokines enzymes? They are not.",
    "Are cytokines enzymes? Not at all.", "Is it true that cytokines are enzymes? It is not.", "Are cytokines enzymes?",
    "Q: Are cytokines enzymes?\n\nA: No.", "Myth: Cytokines are enzymes.",
     "Myth: cytokines are enzymes. Fact: they are not.",
    "Cytokines are enzymes. False.", "Cytokines are enzymes. Wrong!", "Cytokines are enzymes. This is not true.",
    "Cytokines are enzymes. That is a myth.", "Cytokines are enzymes. Nothing could be further from the truth.",
    "Cytokines are enzymes: false.", "Cytokines are enzymes, but that is not true.", "Cytokines are enzymes – wrong.",
    "Cytokines are enzymes, many say. They are wrong.", "Some say that cytokines are enzymes. They are not.",
    "Cytokines are enzymes, which is wrong.", "Cytokines are enzymes? No way.", "True or false: cytokines are enzymes.",
    "True or false? Cytokines are enzymes. False.", "Not true: cytokines are enzymes.", "Wrong: cytokines are enzymes.",
    "Misconception 2: cytokines are enzymes.", "Are cytokines enzymes? The answer is no.",
    "Don't write: cytokines are enzymes.", "It is often said that cytokines are enzymes. This is a mistake.",
    "“Cytokines are enzymes” – this sentence is wrong.", "Cytokines are enzymes. Or so many believe.",
]  # fmt: skip
SAID = [
    "Are cytokines enzymes? Yes.", "Are cytokines enzymes? Yes, they are.", "Are cytokines enzymes? They are.",
    "Is it true that cytokines are enzymes? Yes.", "Is it true that cytokines are enzymes? It is.",
    "Q: Are cytokines enzymes?\n\nA: Yes.", "Fact: Cytokines are enzymes.", "Truth: cytokines are enzymes.",
    "Are cytokines hormones? No, cytokines are enzymes.", "Q: What are cytokines?\n\nA: Cytokines are enzymes.",
    "Cytokines are enzymes. True.", "Cytokines are enzymes. This is true.",
     "Myth: they are hormones. Fact: cytokines are enzymes.",
    "Myth: hair grows at night.\n\nCytokines are enzymes.", "Is hair dead? No. Cytokines are enzymes.",
    "Cytokines are hormones. Wrong: cytokines are enzymes.",
     "Cytokines are enzymes. It is not true that hair is alive.",
]  # fmt: skip


@pytest.mark.parametrize("text", rows(NO_LABEL))
def test_no_label(text: str) -> None:
    assert label_of(text, knowledge().cues) == ("", 0)


@pytest.mark.parametrize(("text", "label"), rows(LABELS))
def test_label(text: str, label: str) -> None:
    name, length = label_of(text, knowledge().cues)
    assert name == label
    assert text[length].isalpha()


@pytest.mark.parametrize(("text", "answer"), rows(ANSWERS))
def test_answer(text: str, answer: str) -> None:
    assert answer_of(text) == answer


@pytest.mark.parametrize("text", rows(SILENT))
def test_not_said(text: str) -> None:
    assert stand(text, ENZYME) in ("silent", "denies")


@pytest.mark.parametrize("text", rows(SAID))
def test_said(text: str) -> None:
    assert stand(text, ENZYME) == "asserts"


def test_a_true_fact_labelled_a_myth_is_a_denial() -> None:
    assert stand("Myth: cytokines are proteins.", "cytokine is-a protein") == "denies"
