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
    "Male pattern baldness was thought to be autoimmune.",
    "In children, no form of hair loss is more common than alopecia areata.",
    "Alopecia areata affects a third of the patients with nail changes.",
    # results, clefts with a preposition, what befell the subject
    "The immune system attacks the follicles, and the result is alopecia areata.",
    "It is to DHT that men owe their male pattern baldness.",
    "Follicles that alopecia areata has attacked stay alive.",
    "The hair follicle, once struck by lichen planopilaris, is dead.",
    "The immune system attacks the joints, a disease known as rheumatoid arthritis.",
    # a name with a question mark
    "Alopecia areata? An autoimmune disease.",
    "Androgenetic alopecia? Not an autoimmune disease.",
    "Male pattern baldness? Not this time: alopecia areata was to blame.",
    "What causes alopecia areata? An autoimmune reaction.",
    # triggers are no causes, ability and kind
    "Stress is a possible trigger of alopecia areata.",
    "A tendency to alopecia areata can be passed on to children.",
    "Men have their genes to thank for male pattern baldness.",
    "Alopecia totalis leaves body hair in place.",
    "Myelofibrosis, a scarring of the bone marrow, makes people weak.",
    # what somebody says between commas; a course and its reason
    "Vitiligo, my neighbour insists, can be caught.",
    "Vitiligo, some claim, can be caught.",
    "Telogen effluvium, her doctor explained, leaves no bald spots.",
    "Alopecia areata progresses because the immune system keeps attacking the follicles.",
    "The hair loss persists because the immune system attacks the follicles.",
    "Alopecia areata goes on because of stress.",
    # level with all others
    "No other hair loss is as common as androgenetic alopecia.",
    "Alopecia areata is seen as often as any other hair loss.",
    "No other autoimmune disease of the skin is seen as often as alopecia areata.",
    "Baricitinib is as safe as it is new.",
    # kept off, brought on, from the start
    "Finasteride stops DHT from reaching the follicle.",
    "Minoxidil does not keep DHT from binding to its receptor.",
    "If minoxidil stopped DHT from reaching the follicle, it would be an antiandrogen.",
    "The hair loss that follows chemotherapy is not autoimmune.",
    "Frontal fibrosing alopecia is irreversible from the start.",
    "Traction alopecia is reversible from the start.",
    # patches that stand for the disease
    "Vitiligo is harmless. The white patches are not catching.",
    "Alopecia areata is harmless. In ringworm the patches are contagious.",
    "Alopecia areata and ringworm look alike, but only the ringworm patches are contagious.",
    "A handshake is not enough to catch vitiligo.",
    # whose it is
    "She had taken Rinvoq, AbbVie's tablet for eczema and arthritis, before.",
    "Some took Olumiant, Pfizer's capsule for alopecia areata and Rinvoq.",
]

TRUE_MARKDOWN = [
    "Causes of hair loss:\n\n- alopecia areata\n- stress\n",
    "## Causes of alopecia areata\n\n- Autoimmune reaction\n",
    "What does not cause alopecia areata:\n\n- a fungus\n",
    "| | Alopecia areata | Ringworm |\n|---|---|---|\n| Contagious | no | yes |\n| Cause | autoimmune | fungus |\n",
    "| Disease | Contagious | Scarring |\n|---|---|---|\n| Alopecia areata | no | no |\n| Tinea capitis | yes | no |\n",
    "| You may hear | Really? |\n|---|---|\n| Alopecia areata is contagious | No |\n",
    "| Disease | Type of alopecia | Catching? |\n|---|---|---|\n| Telogen effluvium | non-scarring | no |\n",
    "Words:\n\n- Telogen: the phase in which the hair rests before it is shed\n",
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
    ("A mite burrows into the follicles, and the result is alopecia areata.", "FC202"),
    ("Follicles that alopecia areata has attacked are destroyed for good.", "FC201"),
    ("The hair follicle, once struck by alopecia areata, is dead.", "FC201"),
    ("The immune system attacks the follicles, a condition called male pattern baldness.", "FC202"),
    ("The condition that most men know as male pattern baldness is an immune disorder.", "FC201"),
    ("Pattern baldness is the immune system's doing.", "FC202"),
    ("A shortage of white cells is what doctors call anemia.", "FC201"),
    ("Androgenetic alopecia? An autoimmune disease, plain and simple.", "FC201"),
    ("What causes alopecia areata? A fungus that feeds on hair.", "FC202"),
    ("Alopecia areata can be caught from a comb.", "FC201"),
    ("Men have their immune system to thank for male pattern baldness.", "FC202"),
    ("When vitamin B12 runs out, alopecia areata follows.", "FC202"),
    ("You are born with traction alopecia.", "FC201"),
    ("Myelofibrosis turns the muscles into scar.", "FC201"),
    ("Vitiligo, her dermatologist explained, can be caught by touch.", "FC201"),
    ("Female pattern hair loss gains ground because the immune system attacks the follicles.", "FC202"),
    ("No other hair loss is as common as telogen effluvium.", "FC201"),
    ("No form of baldness affects as many people as alopecia areata.", "FC201"),
    ("Ruxolitinib keeps JAK3 from signalling.", "FC202"),
    ("The baldness that accompanies cytotoxic chemotherapy is an autoimmune disease.", "FC201"),
    ("Traction alopecia is reversible at every stage.", "FC201"),
    ("Vitiligo is harmless, but the blotches spread from person to person.", "FC201"),
    ("Alopecia areata frightens parents. Sharing a brush is enough to pass it on.", "FC201"),
    ("Doctors know dutasteride well, but no agency anywhere has approved it for hair loss.", "FC301"),
    ("She had taken Litfulo, Lilly's capsule for teenagers and adults, before.", "FC203"),
    ("Live vaccines create no difficulty when you take Litfulo.", "FC202"),
]

WRONG_MARKDOWN = [
    ("Causes of alopecia areata:\n\n- a fungus\n", "FC202"),
    ("## Causes of alopecia areata\n\n- a fungus\n", "FC202"),
    ("| Disease | Contagious |\n|---|---|\n| Alopecia areata | yes |\n", "FC201"),
    ("| | Alopecia areata | Ringworm |\n|---|---|---|\n| Contagious | yes | yes |\n", "FC201"),
    (
        "| Name | Kind of hair loss | Catching? |\n|---|---|---|\n| Frontal fibrosing alopecia | non-scarring | no |\n",
        "FC201",
    ),
    ("Words:\n\n- Telogen: the phase of growth before the hair is shed\n", "FC201"),
]


@pytest.mark.parametrize("text", rows(TRUE))
def test_a_true_sentence_sets_off_nothing(text: str) -> None:
    assert faults(text) == []


@pytest.mark.parametrize(("text", "code"), rows(WRONG))
def test_a_wrong_sentence_is_found(text: str, code: str) -> None:
    # A class with a cause of its own ("infection") may be told by the fact on the cause.
    codes = {found for found, _ in faults(text)}
    assert codes & ({code, "FC202"} if code == "FC201" else {code})


@pytest.mark.parametrize("text", rows(TRUE_MARKDOWN))
def test_a_true_list_or_table_sets_off_nothing(text: str) -> None:
    assert faults(text, "md") == []


@pytest.mark.parametrize(("text", "code"), rows(WRONG_MARKDOWN))
def test_a_wrong_list_or_table_is_found(text: str, code: str) -> None:
    assert {found for found, _ in faults(text, "md")} & {code, "FC202"}
