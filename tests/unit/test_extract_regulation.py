"""Approvals, makers and brands as people tell them: exceptions, answers, sheets, what a class leaves open."""

from __future__ import annotations

import pytest

from tests.reading import faults, rows

TRUE = [
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
]
WRONG = [
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
]


@pytest.mark.parametrize(("suffix", "text"), rows(TRUE))
def test_a_true_sentence_sets_off_nothing(suffix: str, text: str) -> None:
    assert faults(text, suffix) == []


@pytest.mark.parametrize(("suffix", "text", "code"), rows(WRONG))
def test_a_wrong_sentence_is_found(suffix: str, text: str, code: str) -> None:
    assert code in {found for found, _ in faults(text, suffix)}
