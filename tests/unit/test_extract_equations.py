"""Equations: lists, brackets and colons that say nothing of kinds come first, then the constructions that do."""

from __future__ import annotations

import pytest

from tests.reading import claims, rows

NONE = [
    # lists and clause commas
    "Cytokines, enzymes and hormones were measured.",
    "Enzymes, cytokines and hormones were measured.",
    "They measured cytokines, enzymes, hormones.",
    "In the blood of patients with cytokines, enzymes exist.",
    "When cytokines rise, enzymes fall.",
    "Besides cytokines, enzymes play a part.",
    "Unlike cytokines, enzymes cut proteins.",
    "After baricitinib, an enzyme was measured.",
    "Cytokines and an enzyme were measured.",
    "For cytokines, enzymes and a hormone, values were normal.",
    "They treat alopecia areata, a drug and a cream in hand.",
    # brackets
    "They found red blood cells (anemia) and cytokines (enzymes were normal).",
    "Cytokines (and enzymes) were measured.",
    "Cytokines (see enzymes) were measured.",
    "Cytokines (not enzymes) were measured.",
    "Cytokines (e.g. after enzymes were given) rose.",
    "Too few red blood cells (anemia) were found.",
    # colons and titles
    "Vitiligo: Janus kinase inhibitors",
    "Cytokines: enzymes at work",
    "Cytokines – enzymes – hormones",
    "Measured: cytokines, enzymes.",
    # other predicates
    "Cytokines activate enzymes.",
    "Cytokines are like enzymes.",
    "Cytokines are made by enzymes.",
    "Cytokines are as small as enzymes.",
    "Cytokines are smaller than enzymes.",
    "What cytokines activate is an enzyme.",
    "Cytokines and their enzymes are proteins.",
    "The gene of cytokines is an enzyme.",
    "Cytokine receptors are enzymes.",
    "Cytokines are enzyme blockers.",
    "Enzymes of cytokines, a group of proteins, exist.",
    "Baricitinib is the second JAK inhibitor to be approved.",
    "The second JAK inhibitor approved for alopecia areata is ritlecitinib.",
]  # fmt: skip
KINDS = [
    # text, thing, kind
    ("Cytokines are enzymes.", "cytokine", "enzyme"),
    ("A cytokine is an enzyme.", "cytokine", "enzyme"),
    ("Cytokines are a kind of enzyme.", "cytokine", "enzyme"),
    ("Cytokines are a large family of enzymes.", "cytokine", "enzyme"),
    ("Cytokines represent enzymes.", "cytokine", "enzyme"),
    ("Cytokines belong to the enzymes.", "cytokine", "enzyme"),
    ("Cytokines count among the enzymes.", "cytokine", "enzyme"),
    ("Enzymes include cytokines.", "cytokine", "enzyme"),
    ("Cytokines are classified as enzymes.", "cytokine", "enzyme"),
    ("Cytokines are called enzymes.", "cytokine", "enzyme"),
    ("Doctors call cytokines enzymes.", "cytokine", "enzyme"),
    ("Cytokines fall under enzymes.", "cytokine", "enzyme"),
    # apposition
    ("Cytokines, a kind of enzyme, exist.", "cytokine", "enzyme"),
    ("Cytokines, the enzymes of the immune system, exist.", "cytokine", "enzyme"),
    ("Cytokines, enzymes that cut proteins, exist.", "cytokine", "enzyme"),
    ("Cytokines, enzymes made by white blood cells, exist.", "cytokine", "enzyme"),
    ("White blood cells release cytokines, enzymes that cut proteins.", "cytokine", "enzyme"),
    ("White blood cells release cytokines – enzymes that cut proteins.", "cytokine", "enzyme"),
    ("Cytokines — a kind of enzyme — exist.", "cytokine", "enzyme"),
    ("An enzyme, interferon, rises.", "interferon", "enzyme"),
    ("The enzyme interferon rises.", "interferon", "enzyme"),
    ("They gave an enzyme: interferon.", "interferon", "enzyme"),
    # parentheses
    ("Cytokines (a kind of enzyme) exist.", "cytokine", "enzyme"),
    ("Cytokines (which are enzymes) exist.", "cytokine", "enzyme"),
    ("Cytokines (enzymes) exist.", "cytokine", "enzyme"),
    ("Enzymes (cytokines) exist.", "cytokine", "enzyme"),
    # naming
    ("Enzymes called cytokines exist.", "cytokine", "enzyme"),
    ("These enzymes, called cytokines, exist.", "cytokine", "enzyme"),
    ("Enzymes (interferons, JAK1) exist.", "interferon", "enzyme"),
    ("Enzymes (such as interferon) exist.", "interferon", "enzyme"),
    ("Enzymes (e.g. JAK1 and interferons) exist.", "interferon", "enzyme"),
    ("Certain enzymes known as cytokines exist.", "cytokine", "enzyme"),
    ("Enzymes that are called cytokines exist.", "cytokine", "enzyme"),
    ("Enzymes termed cytokines exist.", "cytokine", "enzyme"),
    ("Enzymes, also referred to as cytokines, exist.", "cytokine", "enzyme"),
    ("The body makes enzymes. They are called cytokines.", "cytokine", "enzyme"),
    # lists of members
    ("Enzymes such as cytokines exist.", "cytokine", "enzyme"),
    ("Enzymes like cytokines exist.", "cytokine", "enzyme"),
    ("Enzymes, including cytokines, exist.", "cytokine", "enzyme"),
    ("Enzymes, for example cytokines, exist.", "cytokine", "enzyme"),
    ("Enzymes (e.g. cytokines) exist.", "cytokine", "enzyme"),
    ("Enzymes, especially cytokines, exist.", "cytokine", "enzyme"),
    ("Such enzymes as cytokines exist.", "cytokine", "enzyme"),
    ("Enzymes such as kinases and cytokines exist.", "cytokine", "enzyme"),
    ("Enzymes such as proteases, kinases and CD8-positive cytokines exist.", "cytokine", "enzyme"),
    ("Kinases, cytokines and other enzymes exist.", "cytokine", "enzyme"),
    ("Cytokines or other enzymes exist.", "cytokine", "enzyme"),
    # colon
    ("Cytokines: a kind of enzyme.", "cytokine", "enzyme"),
    # relatives
    ("Cytokines, which are enzymes, exist.", "cytokine", "enzyme"),
    ("Cytokines that are enzymes exist.", "cytokine", "enzyme"),
    # inverted and cleft
    ("One kind of enzyme is the cytokine.", "cytokine", "enzyme"),
    ("Among the enzymes are cytokines.", "cytokine", "enzyme"),
    ("What cytokines are is enzymes.", "cytokine", "enzyme"),
    ("As enzymes, cytokines cut proteins.", "cytokine", "enzyme"),
    ("Being enzymes, cytokines cut proteins.", "cytokine", "enzyme"),
    # classes made of parts
    ("Alopecia areata is a skin infection.", "alopecia-areata", "infection"),
    ("Alopecia areata is an infectious disease.", "alopecia-areata", "infection"),
    ("Alopecia areata is a contagious disease of the hair.", "alopecia-areata", "contagious-condition"),
    ("Androgenetic alopecia, an autoimmune disease, is common.", "androgenetic-alopecia", "autoimmune-disease"),
    ("Both alopecia areata and androgenetic alopecia are infections.", "androgenetic-alopecia", "infection"),
]  # fmt: skip


def kinds(text: str) -> list[tuple[str, str]]:
    return [
        (c.subject, c.object) for c in claims(text) if c.relation == "is-a" and c.stance.polarity and c.stance.asserted
    ]


@pytest.mark.parametrize("text", rows(NONE))
def test_no_kind(text: str) -> None:
    told = kinds(text)
    for thing, kind in (("cytokine", "enzyme"), ("enzyme", "cytokine"), ("baricitinib", "enzyme"),
     ("alopecia-areata", "jak-inhibitor"),
                        ("alopecia-areata", "drug"), ("red-blood-cell", "anemia"), ("anemia",
                         "red-blood-cell")):  # fmt: skip
        assert (thing, kind) not in told


@pytest.mark.parametrize(("text", "thing", "kind"), rows(KINDS))
def test_kind(text: str, thing: str, kind: str) -> None:
    assert (thing, kind) in kinds(text)
