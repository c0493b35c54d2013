"""Where and when something is so, told in other ways than behind a preposition; what is set above all others."""

from __future__ import annotations

import pytest

from tests.reading import faults, rows

TRUE = [
    # clauses of time
    "Once you have frontal fibrosing alopecia, the follicles are gone for good.",
    "When alopecia areata strikes, the follicles survive.",
    "If you do not have alopecia areata, the follicles die of something else.",
    "Wernicke's encephalopathy sets in when vitamin B1 runs out.",
    "Pernicious anemia sets in when vitamin B12 runs out.",
    # Y is why X begins
    "DHT is why male pattern baldness begins.",
    "Too much DHT is not why alopecia areata begins.",
    "Nobody knows why alopecia areata begins.",
    # behind X stands Y
    "Behind tinea capitis stands a fungus.",
    "Behind alopecia areata stands no thyroid disease.",
    # clefts, relatives of the subject, asides
    "In myelofibrosis it is the marrow that scars.",
    "In pulmonary fibrosis it is the lungs that scar.",
    "The hair that falls out in telogen effluvium comes back.",
    "Male pattern baldness is, at bottom, a matter of hormones and genes.",
    "What sets alopecia areata apart is that it leaves no scars.",
    "What people believe is that alopecia areata is contagious.",
    # above all others
    "No form of hair loss is more common than androgenetic alopecia.",
    "No form of hair loss is less common than alopecia areata.",
    "Telogen effluvium tops the list of causes of diffuse hair loss.",
    "Alopecia areata is met more often than frontal fibrosing alopecia.",
    # more than it should
    "In polycythemia vera the marrow turns out more red cells than it should.",
    "In anemia there are more red cells than platelets.",
    "Every fifth person with alopecia areata has a relative with it.",
    "Worn-out nerves were long held to lie behind alopecia areata.",
]

WRONG = [
    ("Once you have alopecia areata, the follicles are gone for good.", "FC201"),
    ("The follicles are destroyed when alopecia areata sets in.", "FC201"),
    ("Alopecia areata sets in when vitamin D runs out.", "FC202"),
    ("Too much DHT is how alopecia areata begins.", "FC202"),
    ("A sluggish thyroid is why alopecia areata begins.", "FC202"),
    ("Behind every case of alopecia areata stands a thyroid that has stopped working.", "FC202"),
    ("At the root of alopecia areata lies dihydrotestosterone.", "FC202"),
    ("In myelofibrosis it is the lungs that scar.", "FC201"),
    ("The hair that falls out in telogen effluvium is lost forever.", "FC201"),
    ("Male pattern baldness is, at bottom, an infection.", "FC201"),
    ("What sets alopecia areata apart is that it leaves the scalp scarred.", "FC201"),
    ("No form of hair loss is met more often than alopecia areata.", "FC201"),
    ("Of all the forms of hair loss, alopecia areata tops the list.", "FC201"),
    ("Alopecia areata is more common than any other form of hair loss.", "FC201"),
    ("In polycythemia vera the marrow turns out fewer red cells than it should.", "FC201"),
    ("Thrombocytopenia: more platelets than the body needs.", "FC201"),
    ("Roughly every fifth person carries alopecia areata.", "FC204"),
    ("In alopecia universalis the eyebrows and the body hair are left alone.", "FC203"),
]


@pytest.mark.parametrize("text", rows(TRUE))
def test_a_true_sentence_sets_off_nothing(text: str) -> None:
    assert faults(text) == []


@pytest.mark.parametrize(("text", "code"), rows(WRONG))
def test_a_wrong_sentence_is_found(text: str, code: str) -> None:
    # A class with a cause of its own ("infection") may be told by the fact on the cause.
    codes = {found for found, _ in faults(text)}
    assert codes & ({code, "FC202"} if code == "FC201" else {code})
