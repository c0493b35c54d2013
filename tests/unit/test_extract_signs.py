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
    # people and what is said of a medicine before
    "Minoxidil helps in telogen effluvium. You can put the tablets away, and the hair will stay.",
    "Minoxidil helps in pattern hair loss. You cannot put the bottle away, because the new hair will fall out.",
    "Litfulo is a capsule. Your doctor can prescribe it without a CYP2C9 test.",
    "Men with pattern baldness ask about finasteride, which the FDA has cleared for this purpose.",
    "Women with vitiligo ask about Olumiant, which the FDA has not cleared for this purpose.",
    "Your GP cannot prescribe Apoquel.",
    "In 2020 American patients with alopecia areata still had no JAK inhibitor with FDA approval.",
    "American men with pattern baldness have no JAK inhibitor with FDA approval.",
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
    ("Minoxidil helps in pattern hair loss. You can throw the bottle away, and the new hair will stay.", "FC201"),
    ("Leqselvi is a tablet. Your doctor can prescribe it without a CYP2C9 test.", "FC301"),
    ("Women with pattern hair loss ask about Olumiant, which the FDA has cleared for this purpose.", "FC202"),
    ("Family doctors prescribe Apoquel for thinning hair.", "FC201"),
    ("American patients with vitiligo have no cream with FDA approval.", "FC301"),
    ("The FDA has approved a finasteride lotion for the scalp.", "FC202"),
]


@pytest.mark.parametrize("text", rows(SILENT))
def test_signs_of_others_stay_silent(text: str) -> None:
    assert faults(text) == []


@pytest.mark.parametrize(("text", "code"), rows(WRONG))
def test_a_sign_is_read_as_its_disease(text: str, code: str) -> None:
    assert {found for found, _ in faults(text)} == {code}
