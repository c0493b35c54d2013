"""Members among their likes, definitions by what is the case, and what goes up or down with what."""

from __future__ import annotations

import pytest

from tests.reading import faults, rows

TRUE = [
    "There are several families of signalling proteins, of which the interleukins are the best known.",
    "Cytokines, one of which is interleukin-2, are proteins.",
    "Drugs that block cytokines, of which baricitinib is the best known, are tablets.",
    "Like other JAK inhibitors, baricitinib is a tablet.",
    "Ritlecitinib, unlike monoclonal antibodies, is swallowed.",
    "DHT is the most potent of the androgens.",
    "There was no difference between baricitinib and ritlecitinib in the trial.",
    "There is no difference between baricitinib and ritlecitinib in this respect.",
    "What we call Janus kinases are enzymes.",
    "Anastrozole belongs to the aromatase inhibitors, finasteride to the 5-alpha-reductase inhibitors.",
    "Alopecia totalis leaves the body hair in place.",
    "Before the Janus kinases were found, interferon was thought to act as an enzyme.",
    "When only the scalp is bare, doctors speak of alopecia totalis.",
    "If the body hair goes too, doctors no longer speak of alopecia totalis.",
    "When all scalp hair is lost, it is called alopecia totalis, and when body hair goes too, alopecia universalis.",
    "Telogen is when the hair rests before it falls out.",
    "The higher the SALT score, the more hair is missing.",
    "The higher the SALT score, the worse the hair loss.",
    "The higher the SALT score at baseline, the less likely a response.",
    "SALT scores of patients rose less as more hair grew back.",
    "Finasteride keeps the body from turning testosterone into DHT.",
    "Is DHT the most potent of the oestrogens?",
]
WRONG = [
    "There are several families of antibodies, of which the interleukins are the best known.",
    "Hormones, one of which is interleukin-2, travel in the blood.",
    "Like every other monoclonal antibody, ritlecitinib has to be used with care.",
    "Baricitinib, like other biologics, is made in living cells.",
    "DHT, the most potent of the oestrogens, shrinks the follicles.",
    "There is no difference between deuruxolitinib and ruxolitinib.",
    "Deuruxolitinib and ruxolitinib are two names for one and the same drug.",
    "What we call Janus kinases are really hormones.",
    "The molecule in Litfulo blocks JAK1 and JAK2.",
    "Ritlecitinib was engineered to block JAK1.",
    "Nothing other than JAK2 is blocked by tofacitinib.",
    "When nothing but the scalp is bare, doctors speak of alopecia universalis.",
    "If brows, lashes and body hair have all gone too, the condition is called alopecia totalis.",
    "Anagen is when the hair rests before it falls out.",
    "Minoxidil keeps the body from turning testosterone into DHT.",
    "Aromatase is the enzyme that makes DHT.",
    "TYK2, or thymidine kinase 2, belongs to the Janus kinases.",
    "The higher your SALT score, the more hair you have.",
    "The SALT score goes up as hair grows back.",
    "A SALT score of 0 tells you that the scalp is completely bald.",
    "The loss of eyebrows is read off the SALT score.",
]


@pytest.mark.parametrize("text", rows(TRUE))
def test_a_true_sentence_sets_off_nothing(text: str) -> None:
    assert faults(text) == []


@pytest.mark.parametrize("text", rows(WRONG))
def test_a_wrong_sentence_is_found(text: str) -> None:
    assert faults(text)
