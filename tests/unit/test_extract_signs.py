"""A sign that stands for its disease, hair that is lost or comes back in it, and what helps or hinders."""

from __future__ import annotations

import pytest

from tests.reading import faults, rows

SILENT = [
    # the patches of another disease, of some, asked, denied, under a condition
    "Alopecia areata often starts in childhood. The patches are not catching.",
    "Alopecia areata often starts in childhood. Are the patches catching?",
    "Alopecia areata often starts in childhood. If the patches come from a fungus, tablets are given.",
    "Alopecia areata often starts in childhood. Ringworm looks alike, but the patches are catching.",
    "Alopecia areata often starts in childhood. Ringworm is another matter. The patches are due to a fungus.",
    "Alopecia areata often starts in childhood. Steroid injections clear the patches.",
    "Vitiligo can come at any age. The white patches are permanent in most people.",
    "The patches of vitiligo are permanent.",
    "Tinea capitis is common at school. The scaly spots are catching.",
    # the hair of another disease, of some
    "Telogen effluvium follows a fever. In frontal fibrosing alopecia the hair is gone for good.",
    "Alopecia areata is unpredictable. In some people the hair never comes back.",
    "Alopecia areata is unpredictable. Other diseases leave scars, and the hair never comes back.",
    "Alopecia areata is unpredictable. Once the follicle is destroyed, the hair never comes back.",
    "Lichen planopilaris is rare. The hair does not grow back.",
    "Lichen planopilaris is rare. If treatment starts early, the hair grows back.",
    # passed on
    "Alopecia areata is not handed on when pupils swap caps.",
    "If alopecia areata were passed on when pupils swap caps, whole classes would have it.",
    "Alopecia areata is passed on when both parents carry the genes.",
    # help and hindrance
    "Minoxidil does not keep DHT from reaching the follicle.",
    "Finasteride stops testosterone from turning into DHT.",
    "Ritlecitinib allows hair to regrow by blocking JAK3.",
    "Olumiant helps patients to lead a normal life by stopping the loss of hair.",
]
WRONG = [
    ("Alopecia areata often starts in childhood. The patches are catching.", "FC201"),
    ("Alopecia areata often starts in childhood. The bald spots form because of a fungus.", "FC202"),
    ("Vitiligo can come at any age. The pale patches come from a fungus.", "FC202"),
    ("The light spots of vitiligo pass from one person to another.", "FC201"),
    ("Tinea capitis is common at school. The scaly spots come from a worm.", "FC202"),
    ("Telogen effluvium follows a fever. The shedding never stops.", "FC201"),
    ("Telogen effluvium follows a fever. The hair is gone for good.", "FC201"),
    ("Frontal fibrosing alopecia is rare. The lost hairline comes back.", "FC201"),
    ("Traction alopecia comes from braids. The hair always grows back.", "FC201"),
    ("Alopecia areata is passed on when pupils swap caps.", "FC201"),
    ("Minoxidil keeps DHT from reaching the follicle.", "FC202"),
    ("Dutasteride stops JAK1 from working.", "FC202"),
    ("Litfulo allows hair to regrow by blocking TNF.", "FC202"),
    ("Olumiant helps hair grow back by revving up the immune system.", "FC202"),
]


@pytest.mark.parametrize("text", rows(SILENT))
def test_signs_of_others_stay_silent(text: str) -> None:
    assert faults(text) == []


@pytest.mark.parametrize(("text", "code"), rows(WRONG))
def test_a_sign_is_read_as_its_disease(text: str, code: str) -> None:
    assert {found for found, _ in faults(text)} == {code}
