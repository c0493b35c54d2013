"""Approvals, makers and brands as people tell them: exceptions, answers, sheets, what a class leaves open."""

from __future__ import annotations

import pytest

from tests.reading import faults, rows

TRUE = [
    # only so many of them
    ("txt", "JAK inhibitors are pills. Just three of them are FDA-approved for alopecia areata."),
    ("txt", "Four JAK inhibitors were tested. Only two of them are FDA-approved for alopecia areata."),
    ("txt", "Olumiant, Litfulo and Xeljanz were compared. Only two of them are FDA-approved for alopecia areata."),
    ("txt", "Only two of the twice-daily JAK inhibitors are FDA-approved for alopecia areata."),
    # until then, never before; any disease; what was given
    ("txt", "Jakafi opened the class in 2011; until then the FDA had not approved a JAK inhibitor for any disease."),
    ("txt", "Jakafi was the first JAK inhibitor that the FDA approved for any disease."),
    ("txt", "Olumiant made history: never before had the FDA approved a JAK inhibitor for alopecia areata."),
    ("txt", "Xeljanz was tested from 2014; until then the FDA had approved no JAK inhibitor for alopecia areata."),
    ("txt", "The FDA may one day grant dutasteride a further indication, male pattern baldness."),
    ("txt", "The FDA gave Olumiant a second indication, alopecia areata, and many doctors use it."),
    # what a class phrase leaves out, or how it is narrowed
    ("txt", "Leqselvi is the only twice-daily JAK inhibitor that the FDA has approved for alopecia areata."),
    ("txt", "The FDA has approved no JAK inhibitors for alopecia areata apart from Olumiant, Litfulo and Leqselvi."),
    ("txt", "No JAK inhibitors other than these three are FDA-approved for alopecia areata."),
    ("txt", "Olumiant, Litfulo and Leqselvi are FDA-approved for alopecia areata. No other JAK inhibitor is approved."),
    ("txt", "Until Olumiant arrived, no JAK inhibitor was approved by the FDA for alopecia areata."),
    ("txt", "The number of JAK inhibitors approved by the FDA for alopecia areata is three."),
    (
        "txt",
        "It was with Olumiant that a JAK inhibitor was approved by the FDA for alopecia areata for the first time.",
    ),
    ("txt", "With Litfulo, the FDA approved its second JAK inhibitor for alopecia areata."),
    ("txt", "Jakafi was the first JAK inhibitor the FDA ever approved."),
    ("txt", "The world's first FDA-approved JAK inhibitor was ruxolitinib."),
    # questions and their answers
    ("txt", "Who makes Olumiant? Eli Lilly."),
    ("txt", "Who makes Olumiant? Pfizer? No, Eli Lilly does."),
    ("txt", "Who makes Olumiant? Not Pfizer."),
    ("txt", "Which brand contains baricitinib, Olumiant or Litfulo? Olumiant."),
    ("txt", "When did the FDA approve Leqselvi for alopecia areata? In 2024."),
    # a noun phrase with a clause of its own
    ("txt", "The company that makes Olumiant is not Pfizer."),
    ("txt", "Is the company that makes Olumiant Pfizer?"),
    ("txt", "Is the tofacitinib in Olumiant safe?"),
    # lists side by side
    ("txt", "Upadacitinib and abrocitinib are sold as Rinvoq and Cibinqo."),
    ("txt", "Pfizer and Eli Lilly make Litfulo and Olumiant."),
    # cells and sheets
    ("md", "| Disease | Drug |\n|---|---|\n| Alopecia areata | baricitinib |\n"),
    ("md", "| Brand | Compared with | Maker of the comparator |\n|---|---|---|\n| Rinvoq | Dupixent | Sanofi |\n"),
    ("md", "## Olumiant\n\n- Active ingredient: baricitinib\n- Manufacturer: Eli Lilly\n- Competitor: Litfulo\n"),
    ("md", "# Alopecia areata\n\nDrug: baricitinib\n"),
    # never, and not yet
    ("txt", "In the 1990s tofacitinib was never approved by the FDA for rheumatoid arthritis."),
    ("txt", "Fedratinib almost never got past the FDA for myelofibrosis."),
    ("txt", "Ritlecitinib is under FDA review for vitiligo."),
    # lists of those that are meant
    ("txt", "Only Olumiant, Litfulo and Leqselvi are FDA-approved for alopecia areata."),
    ("txt", "Dutasteride is one of the drugs that the FDA has not approved for hair loss."),
    ("md", "Medicines that the FDA has not cleared for male pattern baldness:\n\n- dutasteride\n- oral minoxidil\n"),
    ("md", "FDA-approved JAK inhibitors for alopecia areata:\n\n- Olumiant\n- Litfulo: from age 12\n"),
    ("md", "Olumiant at a glance:\n\n- Company: Eli Lilly\n- Main rival: Litfulo\n- Rival's maker: Pfizer\n"),
    (
        "md",
        "| Drug | FDA status in alopecia areata |\n|---|---|\n| Xeljanz | not approved |\n| Olumiant | approved |\n",
    ),
    ("txt", "Olumiant remained the sole JAK inhibitor with a US licence for alopecia areata until June 2023."),
    ("txt", "Jakafi's rival Inrebic is sold by Bristol Myers Squibb."),
    ("txt", "Nothing else has been approved by the FDA for alopecia areata."),
    ("txt", "If Olumiant, which is made by Eli Lilly, does not help, Litfulo may."),
    # dates of something else
    ("txt", "In early 2023 Olumiant was the only JAK inhibitor approved by the FDA for alopecia areata."),
    ("txt", "Apart from Olumiant, no JAK inhibitor was approved for alopecia areata in early 2023."),
    ("txt", "When was baricitinib first approved in Europe? In 2017."),
    ("txt", "Merck, maker of Propecia until 2021, settled lawsuits."),
    ("txt", "The first oral drug approved for pattern baldness was finasteride."),
    ("txt", "Fedratinib was never approved by Sanofi's committee."),
    ("txt", "Baricitinib lies behind Litfulo in the guideline."),
    ("md", "Drugs that are compared with Olumiant:\n\n- Litfulo\n- tofacitinib\n"),
    ("txt", "The drug that was compared with Olumiant was tofacitinib."),
    # `means` before a sentence; only here, and only of some
    ("txt", "A boxed warning means the drug is not illegal."),
    ("txt", "A boxed warning means that the drug is not banned."),
    ("txt", "A boxed warning means the drug has serious risks."),
    ("txt", "Until March 2026 deuruxolitinib was approved only in the US."),
    ("txt", "Deuruxolitinib is approved in the US only for adults."),
    ("txt", "Deuruxolitinib is approved not only in the US but also in the UK."),
    ("txt", "Is deuruxolitinib only approved in the US?"),
]
WRONG = [
    ("txt", "A boxed warning means the tablet is illegal.", "FC201"),
    ("txt", "A black box means the medicine was taken off the market.", "FC201"),
    ("txt", "Leqselvi is licensed only in the United States.", "FC301"),
    ("txt", "Deuruxolitinib is approved in the US only.", "FC301"),
    ("txt", "The FDA has approved no JAK inhibitor except Olumiant for alopecia areata.", "FC301"),
    ("txt", "Olumiant stands alone: no other JAK inhibitor carries an FDA approval for alopecia areata.", "FC301"),
    ("txt", "Before Litfulo, not one JAK inhibitor had been approved by the FDA for alopecia areata.", "FC202"),
    ("txt", "The number of JAK inhibitors with an FDA licence for alopecia areata stands at two.", "FC301"),
    ("txt", "There are two JAK inhibitors with FDA approval for alopecia areata.", "FC301"),
    (
        "txt",
        "It was with Xeljanz that the FDA approved a JAK inhibitor for alopecia areata for the first time.",
        "FC202",
    ),
    ("txt", "With Litfulo, the FDA approved its first JAK inhibitor for alopecia areata.", "FC202"),
    ("txt", "The world's first FDA-approved JAK inhibitor was tofacitinib.", "FC202"),
    ("txt", "Who makes Rinvoq? Novartis does.", "FC203"),
    ("txt", "What does Opzelura contain? Tofacitinib.", "FC203"),
    ("txt", "When was Leqselvi approved by the FDA for alopecia areata? 2022.", "FC302"),
    ("txt", "How many JAK inhibitors has the FDA approved for alopecia areata? Two.", "FC301"),
    ("md", "## Who makes Olumiant?\n\nPfizer, not Lilly.\n", "FC203"),
    ("txt", "The company that makes Olumiant is Pfizer.", "FC203"),
    ("txt", "The drug contained in Opzelura is tofacitinib.", "FC203"),
    ("txt", "The tofacitinib in your Olumiant tablet is absorbed within an hour.", "FC203"),
    ("txt", "Litfulo is nothing other than baricitinib under another name.", "FC203"),
    ("txt", "Behind Olumiant stands Pfizer.", "FC203"),
    ("txt", "In each capsule of Litfulo sits baricitinib.", "FC203"),
    ("txt", "Upadacitinib and abrocitinib are sold as Cibinqo and Rinvoq.", "FC203"),
    ("md", "## Olumiant\n\n- Manufacturer: Pfizer\n", "FC203"),
    ("md", "# Olumiant (baricitinib)\n\n- FDA approval for alopecia areata: 2019\n", "FC302"),
    ("txt", "Jakafi never made it past the FDA for polycythemia vera.", "FC301"),
    ("txt", "American regulators gave oral minoxidil their blessing for hair loss back in 2021.", "FC202"),
    ("txt", "Patients with alopecia areata in America are still waiting for an approved JAK inhibitor.", "FC301"),
    ("txt", "Propecia is licensed for both sexes.", "FC202"),
    ("txt", "Teenagers from 12 up are covered by Leqselvi's US label for alopecia areata.", "FC202"),
    ("txt", "Incyte discovered and still sells Rinvoq.", "FC203"),
    ("txt", "Only Olumiant and Litfulo are FDA-approved for alopecia areata.", "FC301"),
    ("txt", "Xeljanz is one of the JAK inhibitors that are FDA-approved for alopecia areata.", "FC202"),
    ("md", "The following JAK inhibitors are FDA-approved for alopecia areata:\n\n1. Olumiant\n2. Xeljanz\n", "FC202"),
    ("md", "Medicines that the FDA has cleared for male pattern baldness:\n\n- dutasteride\n", "FC202"),
    ("md", "**Propecia**\n\n- Approved for: men and women\n", "FC202"),
    ("md", "### Avodart\n\n- Approved by the FDA for: hair loss\n", "FC202"),
    ("md", "| Drug | FDA status in alopecia areata |\n|---|---|\n| Xeljanz | approved |\n", "FC202"),
    ("txt", "There is nothing that the FDA has approved for severe alopecia areata.", "FC301"),
    ("txt", "The European Commission has yet to license Litfulo for alopecia areata.", "FC301"),
    ("txt", "Deuruxolitinib still awaits its FDA verdict in alopecia areata.", "FC301"),
    ("txt", "Ritlecitinib is the FDA's first JAK inhibitor for alopecia areata.", "FC202"),
    ("txt", "Pfizer, maker of Olumiant, raised the price.", "FC203"),
    ("txt", "Olumiant's maker, Pfizer, raised the price.", "FC203"),
    ("txt", "Eli Lilly's portfolio includes Litfulo.", "FC203"),
    ("txt", "Ritlecitinib bears the trade name Olumiant.", "FC203"),
    ("txt", "Nowhere in the world is dutasteride licensed for hair loss.", "FC301"),
    ("txt", "The FDA first approved a JAK inhibitor for alopecia areata in 2019.", "FC302"),
    ("txt", "In what year did the FDA approve Litfulo for alopecia areata? In 2021.", "FC302"),
    ("txt", "Olumiant (FDA-approved for alopecia areata since 2020) costs a lot.", "FC302"),
    ("txt", "Since its FDA approval for alopecia areata in 2020, Olumiant has helped thousands.", "FC302"),
    ("txt", "Leqselvi: approved for adults and adolescents with alopecia areata.", "FC202"),
    ("txt", "Olumiant = tofacitinib.", "FC203"),
    ("txt", "The only difference between Propecia and Proscar is that Proscar contains dutasteride.", "FC203"),
    ("txt", "No JAK inhibitor has made it through the FDA for alopecia areata.", "FC301"),
    (
        "txt",
        "Leqselvi won approval in July 2024; up to then the FDA had cleared no JAK inhibitor for alopecia areata.",
        "FC202",
    ),
    ("txt", "Xeljanz arrived in 2012: never before had the FDA approved a JAK inhibitor for any disease.", "FC202"),
    ("txt", "Xeljanz was the first JAK inhibitor that the FDA approved for any disease.", "FC202"),
    ("txt", "JAK inhibitors are pills. Just two of them are FDA-approved for alopecia areata.", "FC301"),
    ("txt", "Only four of the JAK inhibitors are FDA-approved for alopecia areata.", "FC202"),
    ("txt", "The FDA granted dutasteride a further indication, male pattern baldness.", "FC202"),
]


@pytest.mark.parametrize(("suffix", "text"), rows(TRUE))
def test_a_true_sentence_sets_off_nothing(suffix: str, text: str) -> None:
    assert faults(text, suffix) == []


@pytest.mark.parametrize(("suffix", "text", "code"), rows(WRONG))
def test_a_wrong_sentence_is_found(suffix: str, text: str, code: str) -> None:
    assert code in {found for found, _ in faults(text, suffix)}
