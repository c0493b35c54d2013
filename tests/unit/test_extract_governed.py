"""What governs a claim from outside: gerunds, one remedy that fails, both of two names, a borrowed subject."""

from __future__ import annotations

import pytest

from tests.reading import faults, stand

TRUE = [
    "Minoxidil does not reverse alopecia areata.",
    "Minoxidil does not bring hair back in alopecia areata.",
    "Vitamin pills do not undo telogen effluvium.",
    "The FDA cleared baricitinib in June 2022 for people who have alopecia areata, the first tablet to get there.",
    "Examples of these diseases include alopecia areata, vitiligo and lupus. These diseases are autoimmune.",
    "Lifelong treatment with biotin can prevent symptoms or improve them in biotinidase deficiency.",
    "Finasteride is no good at stopping alopecia areata.",
    "Baricitinib is not effective at stopping androgenetic alopecia.",
    "For alopecia areata finasteride is useless.",
    "Its active ingredient, minoxidil, is a vasodilator.",
    "That pill, baricitinib, is a small molecule.",
    "Under finasteride DHT falls.",
    "People without scarring keep their follicles.",
]
WRONG = [
    ("Nothing brings hair back in alopecia areata.", "FC201"),
    ("Its active ingredient, minoxidil, is a steroid hormone.", "FC201"),
    ("That pill, baricitinib, is an antibody.", "FC201"),
    ("Under finasteride DHT climbs.", "FC202"),
    ("Both finasteride and dutasteride are JAK inhibitors.", "FC201"),
]
CLAIMS = [
    ("Finasteride is effective at preventing hair loss.", "finasteride prevents alopecia", "asserts"),
    ("Finasteride is not effective at preventing hair loss.", "finasteride prevents alopecia", "denies"),
    ("Finasteride is useless in preventing hair loss.", "finasteride prevents alopecia", "denies"),
    ("Finasteride is not incapable of preventing hair loss.", "finasteride prevents alopecia", "asserts"),
    ("Finasteride fails at preventing hair loss.", "finasteride prevents alopecia", "denies"),
    ("Finasteride does not succeed in preventing hair loss.", "finasteride prevents alopecia", "denies"),
    ("Finasteride has no power of preventing hair loss.", "finasteride prevents alopecia", "denies"),
    ("Finasteride may be effective at preventing hair loss.", "finasteride prevents alopecia", "hedges"),
    ("If finasteride is good at preventing hair loss, take it.", "finasteride prevents alopecia", "silent"),
    ("Minoxidil is of no use in psoriasis.", "minoxidil treats psoriasis", "denies"),
    ("Minoxidil is of use in psoriasis.", "minoxidil treats psoriasis", "asserts"),
    ("Minoxidil does nothing for psoriasis.", "minoxidil treats psoriasis", "denies"),
    ("Minoxidil makes no difference in psoriasis.", "minoxidil treats psoriasis", "denies"),
    ("For psoriasis minoxidil is worthless.", "minoxidil treats psoriasis", "denies"),
    ("Alopecia areata is not caused by smoking.", "alopecia-areata caused-by smoking", "denies"),
    ("There is no link between hats and alopecia areata.", "alopecia-areata associated-with hat", "denies"),
    ("Finasteride and minoxidil are sold. Both drugs would not work in alopecia areata.",
     "minoxidil treats alopecia-areata", "denies"),
]  # fmt: skip


@pytest.mark.parametrize("text", TRUE)
def test_what_is_true_is_silent(text: str) -> None:
    assert faults(text) == []


@pytest.mark.parametrize(("text", "code"), WRONG)
def test_what_is_wrong_is_found(text: str, code: str) -> None:
    assert code in {found for found, _ in faults(text)}


@pytest.mark.parametrize(("text", "core", "how"), CLAIMS)
def test_claims_are_read_with_their_stance(text: str, core: str, how: str) -> None:
    assert stand(text, core) == how


def test_a_heading_lends_its_disease_to_what_happens_where() -> None:
    text = "## Alopecia totalis\n\nThis is akin to alopecia areata, yet the hair is lost all over the scalp."
    assert stand(text, "alopecia-totalis extent scalp", "md") == "asserts"
