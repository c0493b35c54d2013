"""Some sixty true sentences in which a name stands near what would be wrong of it: none sets off an alarm."""

from __future__ import annotations

import pytest

from tests.reading import faults, rows

TRUE = [
    "Alopecia areata is not passed on from person to person, and no one has to fear contagion.",
    "Whether androgenetic alopecia is autoimmune was settled long ago: it is not.",
    "Doctors have long ruled out that androgenetic alopecia is an autoimmune disease.",
    "It is tempting to think that androgenetic alopecia is an autoimmune disease.",
    "One might think that androgenetic alopecia is an autoimmune disease.",
    "The mistaken view that androgenetic alopecia is an autoimmune disease persists.",
    "Androgenetic alopecia is sometimes mislabelled as an autoimmune disease.",
    "Androgenetic alopecia was in the past classified as an infection.",
    "Androgenetic alopecia looks like alopecia areata, an autoimmune disease.",
    "Androgenetic alopecia and autoimmune diseases such as alopecia areata differ.",
    "Alopecia areata, unlike androgenetic alopecia, is an autoimmune disease.",
    "Alopecia areata (in contrast to androgenetic alopecia, which is hormonal) is autoimmune.",
    "Whereas alopecia areata is an autoimmune disease, androgenetic alopecia is hormonal.",
    "Androgenetic alopecia, as opposed to alopecia areata, an autoimmune disease, is hormonal.",
    "Androgenetic alopecia can coexist with an autoimmune disease.",
    "A woman with androgenetic alopecia may also have an autoimmune disease.",
    "Patients with androgenetic alopecia were excluded, as were those with an autoimmune disease.",
    "If you think that alopecia areata is contagious, you are wrong.",
    "Teachers who believe that alopecia areata is contagious should read this.",
    "Anyone who says that alopecia areata is contagious is mistaken.",
    "To say that alopecia areata is contagious is simply false.",
    "Rumours that alopecia areata is contagious have no basis.",
    "The fear that alopecia areata might be contagious is groundless.",
    "Parents worried that alopecia areata was contagious.",
    "It took years to show that alopecia areata is not contagious.",
    "Is alopecia areata contagious, hereditary or autoimmune?",
    "Contagious? Alopecia areata is anything but.",
    "Ringworm, not alopecia areata, is contagious.",
    "Ringworm is contagious, alopecia areata is not.",
    "Ringworm is contagious, unlike alopecia areata.",
    "Of the two, ringworm is contagious and alopecia areata is not.",
    "Neither Olumiant nor Litfulo contains tofacitinib.",
    "Olumiant does not contain ritlecitinib, Litfulo does.",
    "Baricitinib is sold as Olumiant, ritlecitinib as Litfulo and deuruxolitinib as Leqselvi.",
    "Olumiant and Litfulo (baricitinib and ritlecitinib) are tablets and capsules.",
    "Baricitinib, ritlecitinib and deuruxolitinib (Olumiant, Litfulo, Leqselvi) are approved.",
    "After Olumiant failed, ritlecitinib (Litfulo) was tried.",
    "Pfizer's rival Lilly sells Olumiant.",
    "Lilly, a rival of Pfizer, makes Olumiant.",
    "Pfizer makes Litfulo, Lilly Olumiant and Sun Pharma Leqselvi.",
    "A trial of baricitinib in children with alopecia areata has begun; it is not approved for them.",
    "In 2018, when no drug was approved for alopecia areata, a trial of baricitinib began.",
    "Baricitinib is approved for adults, ritlecitinib also for adolescents with alopecia areata.",
    "Ritlecitinib is the first drug approved for adolescents with alopecia areata.",
    "No drug is approved for alopecia areata in children under twelve.",
    "No cream is approved for alopecia areata.",
    "No cure for alopecia areata has been approved.",
    "There is still no approved drug that cures alopecia areata.",
    "Baricitinib 4 mg was more effective than 2 mg.",
    "In the trial, 36% of patients on 4 mg of baricitinib regrew hair, against 6% on placebo.",
    "Mice were given 40 mg of baricitinib a day.",
    "JAK inhibitors do not treat androgenetic alopecia, they treat alopecia areata.",
    "Cytokines are not enzymes but messengers; Janus kinases are enzymes.",
    "Enzymes, which cytokines are not, speed up reactions.",
    "A cytokine is to a cell what a letter is to a reader; an enzyme is a tool.",
    "Cytokines, enzymes: what is the difference?",
    "Think of cytokines as letters and of enzymes as tools.",
    "Some cytokines bind to receptors with an enzyme, JAK1, attached.",
    "The enzyme that cytokines switch on is a Janus kinase.",
    "Levels of cytokines (and of an enzyme) were raised.",
]


@pytest.mark.parametrize("text", rows(TRUE))
def test_a_true_sentence_sets_off_nothing(text: str) -> None:
    assert faults(text) == []
