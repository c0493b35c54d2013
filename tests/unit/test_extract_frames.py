"""Frames: one predicate in all its forms. Sentences in which the same words mean another thing come first."""

from __future__ import annotations

import pytest

from tests.reading import claims, rows, said

NOT_SAID = [
    # text, what it does not say
    ("JAK3 inhibits baricitinib.", "baricitinib inhibits jak3"),
    ("JAK3 is what inhibits baricitinib.", "baricitinib inhibits jak3"),
    ("Baricitinib inhibits what JAK3 needs.", "baricitinib inhibits jak3"),
    ("Baricitinib helps, and ritlecitinib inhibits JAK3.", "baricitinib inhibits jak3"),
    ("Baricitinib was compared with a drug that inhibits JAK3.", "baricitinib inhibits jak3"),
    ("Unlike ritlecitinib, which inhibits JAK3, baricitinib is old.", "baricitinib inhibits jak3"),
    ("Baricitinib does more than drugs that inhibit JAK3.", "baricitinib inhibits jak3"),
    ("Baricitinib inhibits cytokines in cells without JAK3.", "baricitinib inhibits jak3"),
    ("Patients who took baricitinib and a drug that inhibits JAK3 did well.", "baricitinib inhibits jak3"),
    ("Baricitinib, like no inhibitor of JAK3, helps.", "baricitinib inhibits jak3"),
    ("Inhibition of JAK3 was not measured under baricitinib.", "baricitinib inhibits jak3"),
    ("Litfulo is not Olumiant; it contains ritlecitinib.", "olumiant brand-of ritlecitinib"),
    ("Olumiant was compared with ritlecitinib.", "olumiant brand-of ritlecitinib"),
    ("Olumiant or ritlecitinib is given.", "olumiant brand-of ritlecitinib"),
    ("Olumiant, unlike ritlecitinib, contains baricitinib.", "olumiant brand-of ritlecitinib"),
    ("Patients switched from Olumiant to ritlecitinib.", "olumiant brand-of ritlecitinib"),
    ("Alopecia areata is caused by autoimmunity and androgenetic alopecia by androgens.",
     "androgenetic-alopecia caused-by autoimmunity"),
    ("Autoimmunity causes alopecia areata, androgens cause androgenetic alopecia.",
     "androgenetic-alopecia caused-by autoimmunity"),
    ("Androgenetic alopecia, in contrast to alopecia areata, which is caused by autoimmunity, is common.",
     "androgenetic-alopecia caused-by autoimmunity"),
    ("Androgenetic alopecia causes distress, autoimmunity causes alopecia areata.",
     "androgenetic-alopecia caused-by autoimmunity"),
    ("The FDA approved baricitinib for alopecia areata and minoxidil for androgenetic alopecia.",
     "minoxidil approved-for alopecia-areata"),
    ("Minoxidil is used off-label for alopecia areata, since it is approved for androgenetic alopecia.",
     "minoxidil approved-for alopecia-areata"),
    ("Before baricitinib was approved for alopecia areata, minoxidil was used.",
     "minoxidil approved-for alopecia-areata"),
    ("Patients with alopecia areata took minoxidil, which is approved for androgenetic alopecia.",
     "minoxidil approved-for alopecia-areata"),
]  # fmt: skip
INHIBITS = [
    "Baricitinib inhibits JAK3.", "JAK3 is inhibited by baricitinib.", "JAK3 can be inhibited with baricitinib.",
    "Baricitinib, which inhibits JAK3, helps.", "Baricitinib, inhibiting JAK3, helps.",
     "Baricitinib helps to inhibit JAK3.",
    "Baricitinib works by inhibiting JAK3.", "Baricitinib is an inhibitor of JAK3.", "Baricitinib is a JAK3 inhibitor.",
    "Baricitinib, a JAK3 inhibitor, helps.", "The JAK3 inhibitor baricitinib helps.",
     "JAK3 inhibitors such as baricitinib help.",
    "Baricitinib (a JAK3 inhibitor) helps.", "Baricitinib is a drug that inhibits JAK3.",
     "It is baricitinib that inhibits JAK3.",
    "What baricitinib inhibits is JAK3.", "What inhibits JAK3 is baricitinib.", "JAK3 is the target of baricitinib.",
    "The target of baricitinib is JAK3.", "Baricitinib targets JAK3.", "Baricitinib blocks JAK3.",
     "Baricitinib shuts down JAK3.",
    "Baricitinib switches off JAK3.", "Baricitinib switches JAK3 off.", "Baricitinib puts the brakes on JAK3.",
    "Baricitinib has a strong effect on JAK3.", "Baricitinib acts on JAK3.", "Baricitinib is directed against JAK3.",
    "Baricitinib is active against JAK3.", "Baricitinib is selective for JAK3.", "Baricitinib hits JAK1 and JAK3.",
    "JAK3, which is inhibited by baricitinib, is an enzyme.", "JAK3, inhibited by baricitinib, is an enzyme.",
    "The enzyme that baricitinib inhibits is JAK3.", "By inhibiting JAK3, baricitinib calms the skin.",
    "Baricitinib's target is JAK3.", "Inhibition of JAK3 by baricitinib calms the skin.",
     "Doctors use baricitinib to inhibit JAK3.",
    "With baricitinib, JAK3 is inhibited.", "Baricitinib interferes with JAK3.", "Baricitinib keeps JAK3 in check.",
    "Baricitinib reduces the activity of JAK3.", "Baricitinib is designed to inhibit JAK3.",
     "Baricitinib tablets inhibit JAK3.",
    "Treatment with baricitinib inhibits JAK3.", "The drug baricitinib inhibits the enzyme JAK3.",
]  # fmt: skip
CAUSES = [
    "Androgenetic alopecia is caused by autoimmunity.", "Autoimmunity causes androgenetic alopecia.",
    "The cause of androgenetic alopecia is autoimmunity.", "Autoimmunity is the cause of androgenetic alopecia.",
    "Autoimmunity is behind androgenetic alopecia.", "Androgenetic alopecia comes from autoimmunity.",
    "Androgenetic alopecia is due to autoimmunity.", "Androgenetic alopecia results from autoimmunity.",
    "Autoimmunity leads to androgenetic alopecia.", "Androgenetic alopecia is brought on by autoimmunity.",
    "Androgenetic alopecia, caused by autoimmunity, is common.",
     "Androgenetic alopecia, which is caused by autoimmunity, is common.",
    "Androgenetic alopecia is a result of autoimmunity.", "Autoimmunity is responsible for androgenetic alopecia.",
    "Autoimmunity is to blame for androgenetic alopecia.", "Androgenetic alopecia has an autoimmune cause.",
    "Androgenetic alopecia is of autoimmune origin.", "Androgenetic alopecia is rooted in autoimmunity.",
    "Androgenetic alopecia starts when the immune system attacks the hair follicles.",
    "Androgenetic alopecia arises because the immune system attacks the hair follicles.",
    "In androgenetic alopecia, the immune system attacks the hair follicles.",
    "Androgenetic alopecia is caused by an attack of the immune system on the hair follicles.",
    "The reason for androgenetic alopecia is that the immune system attacks the hair follicles.",
    "People with androgenetic alopecia have an immune system that attacks the hair follicles.",
    "Autoimmunity plays a part in androgenetic alopecia.", "Autoimmunity is the main driver of androgenetic alopecia.",
    "What causes androgenetic alopecia is autoimmunity.", "It is autoimmunity that causes androgenetic alopecia.",
]  # fmt: skip
BRANDS = [
    "Olumiant contains ritlecitinib.", "Olumiant is a brand of ritlecitinib.", "Ritlecitinib is sold as Olumiant.",
    "Ritlecitinib (Olumiant) helps.", "Olumiant (ritlecitinib) helps.", "Ritlecitinib, sold as Olumiant, helps.",
    "Ritlecitinib, marketed under the brand name Olumiant, helps.", "Olumiant is the trade name of ritlecitinib.",
    "The active ingredient of Olumiant is ritlecitinib.", "Olumiant, whose active ingredient is ritlecitinib, helps.",
    "Ritlecitinib is the active ingredient in Olumiant.", "Olumiant's active ingredient is ritlecitinib.",
    "Ritlecitinib, better known as Olumiant, helps.", "Ritlecitinib is marketed by its maker as Olumiant.",
    "Olumiant, also called ritlecitinib, helps.", "Ritlecitinib goes by the name Olumiant.",
     "Ritlecitinib (brand name: Olumiant) helps.",
    "The brand name of ritlecitinib is Olumiant.", "Ritlecitinib (sold as Olumiant) helps.",
     "Olumiant: ritlecitinib tablets",
    "Under the name Olumiant, ritlecitinib is on the market.",
     "Ritlecitinib, under the name of Olumiant, is on the market.",
]  # fmt: skip
APPROVED = [
    "Minoxidil is approved for alopecia areata.", "The FDA approved minoxidil for alopecia areata.",
    "Minoxidil was approved by the FDA for alopecia areata.", "Minoxidil has FDA approval for alopecia areata.",
    "Minoxidil won approval for alopecia areata.", "FDA-approved for alopecia areata, minoxidil helps.",
    "Minoxidil is FDA-approved for alopecia areata.", "Minoxidil, approved for alopecia areata, helps.",
    "Minoxidil, which the FDA approved for alopecia areata, helps.", "Minoxidil is approved to treat alopecia areata.",
    "Minoxidil is licensed as a treatment for alopecia areata.", "The FDA has cleared minoxidil for alopecia areata.",
    "The approval of minoxidil for alopecia areata came early.",
     "Minoxidil is an approved treatment for alopecia areata.",
    "Minoxidil is a drug approved for alopecia areata.", "Minoxidil received the green light for alopecia areata.",
    "The FDA gave minoxidil approval for alopecia areata.", "For alopecia areata, the FDA has approved minoxidil.",
    "Approved drugs for alopecia areata include minoxidil.",
     "Drugs approved for alopecia areata are baricitinib and minoxidil.",
]  # fmt: skip


def formed(texts: list[str], core: str) -> list[tuple[str, str]]:
    return [(text, core) for text in texts]


FORMS = [
    *formed(INHIBITS, "baricitinib inhibits jak3"),
    *formed(CAUSES, "androgenetic-alopecia caused-by autoimmunity"),
    *formed(BRANDS, "olumiant brand-of ritlecitinib"),
    *formed(APPROVED, "minoxidil approved-for alopecia-areata"),
]


@pytest.mark.parametrize(("text", "core"), rows(NOT_SAID))
def test_not_said(text: str, core: str) -> None:
    assert core not in said(text)


@pytest.mark.parametrize(("text", "core"), rows(FORMS))
def test_said(text: str, core: str) -> None:
    assert core in said(text)


DOSES = [
    # text, low, high (0, 0: no claim)
    ("The dose of baricitinib is 4 mg.", 4, 4), ("Baricitinib is taken at a dose of 4 mg.", 4, 4),
    ("Baricitinib is given at 2 or 4 mg a day.", 2, 4), ("The recommended dose of baricitinib is 4 mg once daily.",
     4, 4),
    ("Baricitinib is swallowed as a 4 mg tablet.", 4, 4), ("Patients take 4 mg of baricitinib a day.", 4, 4),
    ("The dose of ruxolitinib is 20 mg, and baricitinib is a tablet.", 0, 0),
    ("Baricitinib costs more than 4 mg of ruxolitinib.", 0, 0), ("Is the dose of baricitinib 4 mg?", 0, 0),
]  # fmt: skip


@pytest.mark.parametrize(("text", "low", "high"), rows(DOSES))
def test_dose(text: str, low: float, high: float) -> None:
    said_of = [c for c in claims(text) if c.subject == "baricitinib" and c.stance.asserted]
    found = [c.value for c in said_of if c.relation == "daily-dose"]
    assert [(v.low, v.high) for v in found if v is not None] == ([(low, high)] if low else [])
