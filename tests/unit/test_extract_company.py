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
    "Ritlecitinib is a JAK inhibitor; upadacitinib and abrocitinib belong to the family too.",
    "Drugs and diseases, such as minoxidil and ringworm, can interact.",
    "Ritlecitinib is a tablet. Upadacitinib belongs to the group.",
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
    "Opzelura is more than a steroid cream; it is a JAK inhibitor.",
    "Losing all the hair on the body is called alopecia universalis.",
    "Losing all scalp hair is known as alopecia totalis.",
    "A person who has lost every hair from head to toe has alopecia universalis.",
    "What some people believe is that ritlecitinib blocks JAK2.",
    "What is a cytokine? A protein that carries messages. An enzyme is something else.",
    "What is a cytokine? An enzyme? A hormone?",
    "What does SALT stand for? Severity of Alopecia Tool.",
    "Alopecia universalis begins on the scalp.",
    "Interferon gamma and its fellow cytokines keep the attack going.",
    "No other cytokine is as important as interferon gamma.",
    "The Norwood scale tells how far male pattern baldness has gone.",
    "Biologics such as dupilumab and tablets such as baricitinib are compared.",
    "Among biologics and JAK inhibitors, baricitinib was first to be cleared for alopecia areata.",
    "Cytokines are, strictly speaking, proteins.",
    "Chief among the cytokines is interferon gamma.",
    "Deuruxolitinib is not ruxolitinib under another name.",
    "TYK2 — tyrosine kinase 2 — is an enzyme.",
    "Telogen, when the strand rests, takes up a tenth of the cycle.",
    "Baricitinib blocks JAK1, ritlecitinib JAK3.",
    "Alopecia universalis leaves no hair on the body.",
    "In ophiasis it is the crown that is spared.",
    "A person who has lost all body hair has more than alopecia totalis.",
    "The SALT score runs from 0 (no hair loss) to 100 (complete hair loss).",
    "On the SALT scale, 100 does not mean a full head of hair.",
    "Ten percent of hairs are in telogen, the rest in anagen.",
    "By telogen we mean the phase of rest.",
    "Baricitinib is what some people call a biologic.",
    "Among patients on biologics, baricitinib worked best.",
    "There is growth in interest in telogen hair.",
    "They have low numbers of white blood cells (lymphopenia), particularly B cells and T cells.",
    "In alopecia areata the immune system attacks the follicle, and in alopecia totalis the scalp is bare.",
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
    "Losing all the body hair is called alopecia totalis.",
    "A person who has lost every hair from head to toe has alopecia totalis.",
    "What makes ritlecitinib special is that it blocks JAK2.",
    "What is a cytokine? An enzyme that passes on phosphate groups.",
    "What does SALT stand for? Scalp Alopecia Loss Test.",
    "Interferon gamma and its fellow antibodies keep the attack going.",
    "Interleukin-15, itself an enzyme, keeps T cells alive.",
    "No other hormone is as important as interferon gamma.",
    "Ritlecitinib is stronger than any other biologic.",
    "The Norwood scale tells how bad alopecia areata is.",
    "Catagen sees the hair grow at its fastest.",
    "Doctors file androgenetic alopecia under autoimmune diseases.",
    "JAK1 and JAK2 are both silenced by ritlecitinib.",
    "Cytokines are, strictly speaking, hormones.",
    "Chief among the enzymes that drive the disease is interleukin-15.",
    "Oral biologics, ritlecitinib for instance, can be taken at home.",
    "The patient was put on a biologic, in this case baricitinib.",
    "Deuruxolitinib is ruxolitinib under another name.",
    "MACE, i.e. minor adverse cardiac effects, are rare.",
    "Anagen, when the strand rests, lasts for years.",
    "Baricitinib blocks JAK1, ritlecitinib JAK2.",
    "Alopecia totalis leaves no hair on the body.",
    "In ophiasis it is the crown that goes bald.",
    "The SALT score runs from 0 (complete hair loss) to 100 (no hair loss).",
    "On the SALT scale, 100 means a full head of hair.",
    "SALT: 0 = complete hair loss, 100 = no hair loss.",
    "By anagen we mean the phase of rest.",
    "Baricitinib is what doctors call a biologic.",
    "Of the enzymes at play, interleukin-2 matters most.",
    "Despite being an antibody, baricitinib is taken by mouth.",
    "TYK2 is no Janus kinase.",
    "In alopecia totalis the scalp is bare, and the body hair is gone.",
]


@pytest.mark.parametrize("text", rows(TRUE))
def test_a_true_sentence_sets_off_nothing(text: str) -> None:
    assert faults(text) == []


@pytest.mark.parametrize("text", rows(WRONG))
def test_a_wrong_sentence_is_found(text: str) -> None:
    assert faults(text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    rows(
        [
            ("## Sotyktu\n\n- Class: biologic\n- Target: JAK1\n", True),
            ("## Sotyktu\n\n- Class: small molecule\n- Target: TYK2\n", False),
            ("## Baricitinib vs biologics\n\n- Class: biologic\n- Route: injection\n", False),
            ("| Scale | Condition |\n|---|---|\n| Norwood scale | alopecia areata |\n", True),
            ("The following are cytokines:\n\n- interferon gamma\n- Janus kinases\n", True),
            ("The following are enzymes:\n\n- JAK1\n- Janus kinases\n", False),
            ("## What is a cytokine?\n\nAn enzyme that passes on phosphate groups.\n", True),
            ("## What is a cytokine?\n\nA protein. An enzyme is something else.\n", False),
        ]
    ),
)
def test_a_list_or_an_answer_is_said_of_what_stands_over_it(text: str, wrong: bool) -> None:
    assert bool(faults(text, "md")) is wrong
