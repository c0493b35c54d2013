"""Sentences: where a full stop ends none comes first."""

from __future__ import annotations

import pytest

from factcheck.extract.sentences import split_sentences
from tests.reading import rows

ONE = [
    "The U.S. Food and Drug Administration approved it.",
    "In the U.S. approval came late.",
    "The U.K. Medicines Agency followed.",
    "Take 4 mg. of baricitinib a day.",
    "Some drugs, e.g. baricitinib, are tablets.",
    "Some drugs (e.g. Olumiant) are tablets.",
    "The enzyme, i.e. JAK1, is blocked.",
    "Blockers such as baricitinib, ruxolitinib etc. are tablets.",
    "The dose is 2.5 mg a day.",
    "It costs 1,200.50 dollars a month.",
    "Dr. Smith and Prof. Jones treat hair loss.",
    "J. K. Smith found it.",
    "A study by B. King showed it.",
    "King et al. described two patients.",
    "See Fig. 2 for the dose.",
    "It was approved on Jan. 5 in Europe.",
    "It blocks JAK1 vs. JAK2 by a factor of ten.",
    "“Does it work?” asked the patient.",
    "“It works!” said the patient.",
    "The drug ... is a tablet.",
    "Eli Lilly and Co. makes Olumiant.",
    "Version 2.3.4.5 of the label is out.",
    "The site example.com lists it.",
    "It is  given   twice a day.",
    "approx. 2 percent of people",
    "no full stop at all",
]  # fmt: skip
MANY = [
    ("It works. It lasts.", ["It works.", "It lasts."]),
    ("It works! It lasts? Yes.", ["It works!", "It lasts?", "Yes."]),
    ("It was approved in the U.S. The EMA followed.", ["It was approved in the U.S.", "The EMA followed."]),
    ("The dose is 4 mg. The tablet is pink.", ["The dose is 4 mg.", "The tablet is pink."]),
    ("It blocks JAK1. JAK2 is spared.", ["It blocks JAK1.", "JAK2 is spared."]),
    ("He said: “It works.” She did not.", ["He said: “It works.”", "She did not."]),
    ("“It is an enzyme.” That is wrong.", ["“It is an enzyme.”", "That is wrong."]),
    ("It works (a little). It lasts.", ["It works (a little).", "It lasts."]),
    ("It works.\n\nIt lasts.", ["It works.", "It lasts."]),
    ("Vitamin B12    Folic acid     Iron", ["Vitamin B12", "Folic acid", "Iron"]),
    ("a cream\ta tablet", ["a cream", "a tablet"]),
    ("It grows… Then it falls out.", ["It grows…", "Then it falls out."]),
    ("Cytokines etc. are involved. They are proteins.", ["Cytokines etc. are involved.", "They are proteins."]),
    ("It affects 2%. Most are young.", ["It affects 2%.", "Most are young."]),
    ("Is it contagious? no, it is not.", ["Is it contagious?", "no, it is not."]),
    ("It came in 2022. 4 mg is the dose.", ["It came in 2022.", "4 mg is the dose."]),
    ("Blocked is JAK1. “It helps,” she said.", ["Blocked is JAK1.", "“It helps,” she said."]),
]  # fmt: skip


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text)]


@pytest.mark.parametrize("text", rows(ONE))
def test_one_sentence_stays_whole(text: str) -> None:
    assert cut(text) == [text]


@pytest.mark.parametrize(("text", "sentences"), rows(MANY))
def test_sentences(text: str, sentences: list[str]) -> None:
    assert cut(text) == sentences


def test_nothing_comes_of_nothing() -> None:
    assert cut("") == []
    assert cut(" \n \n") == []


def test_a_range_of_a_text() -> None:
    text = "One. Two. Three."
    assert [text[a:b] for a, b in split_sentences(text, 5, 9)] == ["Two."]
