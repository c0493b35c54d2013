"""What a clause does not say itself: words borrowed from a header, a lead-in, a verb before, a sentence before.

True sentences come first, then wrong ones of the same build.
"""

from __future__ import annotations

import pytest

from tests.reading import faults, rows, said

TRUE = [
    # cells under headers
    ("md", "| Drug | What it blocks |\n|---|---|\n| Ritlecitinib | JAK3 |\n| Finasteride | 5-alpha-reductase |\n"),
    ("md", "| Drug | FDA-approved for alopecia areata |\n|---|---|\n| Baricitinib | yes |\n| Minoxidil | no |\n"),
    ("md", "| Disease | Contagious |\n|---|---|\n| Alopecia areata | no |\n| Tinea capitis | yes |\n"),
    ("md", "| Disease | What causes it |\n|---|---|\n| Alopecia areata | the immune system |\n"),
    ("md", "| Brand | Drug | Company |\n|---|---|---|\n| Litfulo | ritlecitinib | Pfizer |\n"),
    ("md", "| Phase | What happens |\n|---|---|\n| Anagen | The hair grows |\n| Telogen | The hair rests |\n"),
    ("md", "| Drug | Mainly inhibits |\n|---|---|\n| Tofacitinib | JAK1, JAK3 (JAK2 less) |\n"),
    ("md", "| Statement | True or false? |\n|---|---|\n| Pattern hair loss is partly inherited | True |\n"),
    ("md", "Main targets of some JAK inhibitors:\n\n- Baricitinib: JAK1 and JAK2\n- Fedratinib: JAK2\n"),
    ("md", "These types of hair loss leave no scars on the scalp:\n\n1. Alopecia areata\n2. Telogen effluvium\n"),
    ("md", "| Brand | Not made by |\n|---|---|\n| Litfulo | Eli Lilly |\n"),
    # items under a lead-in
    ("md", "Approved by the FDA for severe alopecia areata:\n\n- baricitinib\n- ritlecitinib\n"),
    ("md", "Not approved for alopecia areata by the FDA:\n\n- tofacitinib\n- minoxidil\n"),
    ("md", "Things that do **not** cause alopecia areata:\n\n- Fungal infections\n- DHT\n"),
    ("md", "Drugs that block JAK3:\n\n- ritlecitinib\n- tofacitinib\n"),
    ("md", "What causes alopecia areata:\n\n- the immune system\n"),
    ("md", "What causes alopecia areata?\n\n- a virus? No.\n"),
    ("md", "Terms you may see:\n\n- Anemia: too few red blood cells\n- Neutropenia: too few neutrophils\n"),
    ("md", "Five things that are not true:\n\n- Alopecia areata is contagious.\n- Cytokines are enzymes.\n"),
    ("md", "Three things that we never say, because they are untrue:\n\n- that baricitinib cures alopecia areata\n"),
    ("md", "Nobody serious claims:\n\n- that baricitinib cures alopecia areata\n"),
    ("md", "Some people believe:\n\n- that cytokines are enzymes\n"),
    ("md", "| What we often hear | Our verdict |\n|---|---|\n| Cytokines are enzymes | False |\n"),
    ("md", "| What we hear | Our verdict |\n|---|---|\n| Finasteride 1 mg is licensed for women | False |\n"),
    ("txt", "It would be lovely to report that baricitinib cures alopecia areata."),
    ("txt", "Across the Atlantic baricitinib has never been approved for eczema."),
    ("txt", "Finasteride lowers DHT. The other medicine on this page calms the immune system."),
    ("md", "What we hear:\n\n- Cytokines are enzymes.\n- Vitiligo is contagious.\n\nNone of the two is true.\n"),
    ("md", "Wrong answers we hear again and again:\n\n- Telogen effluvium is permanent.\n"),
    ("md", "## Claims you can forget\n\n- Baricitinib cures alopecia areata.\n"),
    # the disease of an approval is not said
    ("txt", "Leqselvi won FDA approval in July 2024."),
    ("txt", "Olumiant was approved at that age in Europe."),
    ("txt", "Litfulo has been approved in many countries since June 2023."),
    # what a class noun points back to
    ("txt", "Janus kinases sit inside the cell. These enzymes pass on signals."),
    ("txt", "Baricitinib and ritlecitinib were compared. These hormones were measured as well."),
    ("md", "| Disease | Is it contagious? |\n|---|---|\n| Alopecia areata | No |\n| Tinea capitis | Yes |\n"),
    ("md", "| Disease | Leaves scars? |\n|---|---|\n| Alopecia areata | No |\n| Lichen planopilaris | Yes |\n"),
    ("txt", "Opzelura is a cream with ruxolitinib. The FDA has approved the cream for vitiligo."),
    ("txt", "Baricitinib is approved for people whose hair falls out because of alopecia areata."),
    # free relatives, causatives
    ("txt", "What shrinks the follicles in androgenetic alopecia is DHT."),
    ("txt", "DHT is what makes the follicles shrink in androgenetic alopecia."),
    ("txt", "What causes alopecia areata is not an infection."),
    ("txt", "The immune system makes the hair fall out in alopecia areata."),
    # a verb or an auxiliary that is not said again
    ("txt", "Olumiant is made by Eli Lilly, and Litfulo by Pfizer."),
    ("txt", "Ritlecitinib inhibits JAK3 and baricitinib JAK1 and JAK2."),
    ("txt", "Finasteride is approved to treat androgenetic alopecia, and baricitinib to treat alopecia areata."),
    ("txt", "Alopecia areata is treated with tablets but not contagious."),
    # lists that go together member by member
    ("txt", "Olumiant and Litfulo are made by Eli Lilly and Pfizer, respectively."),
    ("txt", "Olumiant and Litfulo are made by Eli Lilly and Pfizer."),
    ("txt", "Olumiant and Litfulo are the brand names of baricitinib and ritlecitinib, respectively."),
    ("txt", "Baricitinib and ritlecitinib block JAK1/JAK2 and JAK3, respectively."),
    ("txt", "Cytokines and Janus kinases are proteins and enzymes, respectively."),
    ("txt", "The FDA approved baricitinib and ritlecitinib for alopecia areata in 2022 and 2023, respectively."),
    ("txt", "Baricitinib and ritlecitinib were approved for alopecia areata in June 2022 and June 2023."),
    # only, first, a number
    ("txt", "Ritlecitinib is the only one of the three drugs that is approved from the age of 12."),
    ("txt", "Of these, only ritlecitinib inhibits JAK3."),
    ("txt", "Baricitinib was the first of three JAK inhibitors that the FDA approved for alopecia areata."),
    # set beside others
    ("txt", "Like other JAK inhibitors, baricitinib can raise cholesterol."),
    ("txt", "Like other biologics, dupilumab is injected."),
    ("txt", "Unlike other autoimmune diseases, alopecia areata spares the joints."),
    ("txt", "Like no other antibody before it, dupilumab changed treatment, and baricitinib followed."),
    ("txt", "Unlike antibodies, baricitinib is taken by mouth."),
    ("txt", "Like other autoimmune diseases, the immune system drives alopecia areata."),
    # a pronoun that goes on from the sentence before
    ("txt", "Alopecia areata is autoimmune. It differs from tinea capitis. It is not contagious."),
    ("txt", "Tinea capitis is an infection. It differs from alopecia areata. It is contagious."),
    # places and ages that are left out, shares of some
    ("txt", "Deuruxolitinib is approved for alopecia areata, though not in the EU."),
    ("txt", "Leqselvi is approved for adults, but not for adolescents."),
    # behind a name that is given before a colon
    ("txt", "This form is called alopecia universalis: all the hair of the body is lost."),
    ("txt", "Two names matter here: alopecia areata is patchy, alopecia universalis takes all hair of the body."),
    # what held until a day
    ("txt", "WADA had finasteride on its list until 2008."),
    ("txt", "WADA does not ban finasteride."),
    # verbs behind an adverb, the perfect of `have`
    ("txt", "Litfulo still blocks JAK3 at a low dose."),
]
WRONG = [
    ("md", "| Drug | What it blocks |\n|---|---|\n| Finasteride | Janus kinases |\n", "FC202"),
    ("md", "| Drug | Kinases it blocks |\n|---|---|\n| Ritlecitinib | JAK2 |\n", "FC202"),
    ("md", "| Drug | Approved by the FDA for alopecia areata |\n|---|---|\n| Minoxidil | yes |\n", "FC202"),
    ("md", "| Disease | Contagious |\n|---|---|\n| Alopecia areata | yes |\n", "FC201"),
    ("md", "| Disease | What causes it |\n|---|---|\n| Alopecia areata | a virus |\n", "FC202"),
    ("md", "| Disease | Is it contagious? |\n|---|---|\n| Alopecia areata | Yes |\n", "FC201"),
    ("md", "| Disease | Leaves scars? |\n|---|---|\n| Alopecia areata | Yes |\n", "FC201"),
    ("md", "| Disease | Leaves scars? |\n|---|---|\n| Lichen planopilaris | No |\n", "FC201"),
    ("md", "Drugs that block JAK3:\n\n- ritlecitinib\n- finasteride\n", "FC202"),
    ("md", "We know:\n\n- that cytokines are enzymes\n", "FC201"),
    ("md", "| What we often hear | Our verdict |\n|---|---|\n| Cytokines are enzymes | True |\n", "FC201"),
    ("txt", "Is Apoquel for people too? Yes. Adults can take Apoquel as well.", "FC202"),
    ("md", "What causes alopecia areata:\n\n- a virus\n", "FC202"),
    ("md", "Terms you may see:\n\n- Neutropenia: more neutrophils than normal\n", "FC201"),
    ("md", "Short forms\n\n- **JAK** – Janus kinase\n- **SALT** – Scalp Area Loss Total\n", "FC203"),
    ("txt", "Opzelura is a cream with ruxolitinib. The FDA has approved the cream for alopecia areata.", "FC202"),
    ("txt", "Finasteride is approved by the FDA for people whose hair falls out because of alopecia areata.", "FC202"),
    ("md", "| Phase | What happens |\n|---|---|\n| Anagen | The hair rests |\n", "FC201"),
    ("md", "| Condition | Does it scar? |\n|---|---|\n| Lichen planopilaris | No, it leaves no trace |\n", "FC201"),
    ("md", "| Drug | Dose, severe disease (USA) |\n|---|---|\n| Ritlecitinib | 100 mg once a day |\n", "FC204"),
    ("md", "| Drug | FDA-approved for |\n|---|---|\n| Topical minoxidil | Alopecia areata |\n", "FC202"),
    ("md", "Main targets of some JAK inhibitors:\n\n- Ruxolitinib: JAK3\n", "FC202"),
    ("md", "These types of hair loss leave no scars:\n\n1. Alopecia areata\n2. Frontal fibrosing alopecia\n", "FC201"),
    (
        "md",
        "How they work:\n\n- Finasteride - blocks 5-alpha-reductase\n- Minoxidil - lowers DHT in the scalp\n",
        "FC202",
    ),
    ("md", "| Brand | Company |\n|---|---|\n| Litfulo | Eli Lilly |\n", "FC203"),
    ("md", "Approved by the FDA for severe alopecia areata:\n\n- baricitinib\n- finasteride\n", "FC202"),
    ("txt", "Leqselvi won FDA approval in July 2019.", "FC302"),
    ("txt", "Janus kinases sit inside the cell. These hormones pass on signals.", "FC201"),
    ("txt", "What shrinks the follicles in androgenetic alopecia is the immune system.", "FC202"),
    ("txt", "A virus is what makes the hair fall out in alopecia areata.", "FC202"),
    ("txt", "Olumiant is made by Eli Lilly, and Litfulo by Novartis.", "FC203"),
    ("txt", "Minoxidil is FDA-approved to treat pattern hair loss, and finasteride to treat alopecia areata.", "FC202"),
    ("txt", "Litfulo and Jakafi are made by Pfizer and Eli Lilly, respectively.", "FC203"),
    ("txt", "Cytokines and antibodies are enzymes and proteins, respectively.", "FC201"),
    ("txt", "Baricitinib and ritlecitinib were approved by the FDA in 2022 and 2019, respectively.", "FC302"),
    ("txt", "Deuruxolitinib was the first JAK inhibitor that the FDA approved for alopecia areata.", "FC202"),
    ("txt", "Like other biologics, baricitinib weakens the immune system.", "FC201"),
    ("txt", "Baricitinib, like other monoclonal antibodies, is costly.", "FC201"),
    ("txt", "As with other autoimmune diseases, androgenetic alopecia comes and goes.", "FC201"),
    ("txt", "Unlike other hormones, cytokines act close by.", "FC201"),
    ("txt", "Litfulo is a capsule. It may be taken with food. Like other biologics it can cause infections.", "FC201"),
    ("txt", "Alopecia areata is autoimmune. It differs from tinea capitis. It is contagious.", "FC201"),
    ("txt", "This form is called alopecia totalis: all the hair of the body is lost.", "FC203"),
    ("txt", "WADA has had finasteride on its list of banned drugs since 2005.", "FC301"),
    ("txt", "Propecia still stands on the prohibited list of the World Anti-Doping Agency.", "FC301"),
]
SAID = [
    # text, what it says
    ("What inhibits JAK3 is ritlecitinib.", "ritlecitinib inhibits jak3"),
    ("Ritlecitinib is what inhibits JAK3.", "ritlecitinib inhibits jak3"),
    ("What ritlecitinib inhibits is JAK3.", "ritlecitinib inhibits jak3"),
    ("Olumiant is made by Eli Lilly, and Litfulo by Pfizer.", "litfulo made-by pfizer"),
    ("Like other JAK inhibitors, baricitinib helps.", "baricitinib is-a jak-inhibitor"),
]
NOT_SAID = [
    ("What ritlecitinib does is known, and what inhibits JAK1 is another question.", "ritlecitinib inhibits jak1"),
    ("Olumiant is made by Eli Lilly, and Litfulo by far the newer.", "litfulo made-by eli-lilly"),
    ("Baricitinib helps like other JAK inhibitors.", "jak-inhibitor is-a baricitinib"),
    ("Baricitinib works better than other enzymes of its kind.", "baricitinib is-a enzyme"),
]


@pytest.mark.parametrize(("suffix", "text"), rows(TRUE))
def test_true_sentences_stay_silent(suffix: str, text: str) -> None:
    assert faults(text, suffix) == []


@pytest.mark.parametrize(("suffix", "text", "code"), rows(WRONG))
def test_wrong_ones_of_the_same_build_are_reported_once(suffix: str, text: str, code: str) -> None:
    assert [found for found, _ in faults(text, suffix)] == [code]


@pytest.mark.parametrize(("text", "claim"), rows(NOT_SAID))
def test_what_is_not_said_is_not_read(text: str, claim: str) -> None:
    assert claim not in said(text)


@pytest.mark.parametrize(("text", "claim"), rows(SAID))
def test_what_is_said_without_its_own_verb_is_read(text: str, claim: str) -> None:
    assert claim in said(text)


PAIRS = [
    # a true sentence, then a wrong one of the same build
    ("In anemia the body does not make enough red blood cells.", []),
    ("Polycythemia vera is a condition in which the marrow does not make enough red blood cells.", ["FC201"]),
    ("Anagen is the stage when the hair is actively growing.", []),
    ("Telogen is the stage when the hair is actively growing.", ["FC201"]),
    ("In pulmonary fibrosis the lungs become scarred.", []),
    ("Myelofibrosis is a disease in which the lungs become scarred and stiff.", ["FC201"]),
    ("The FDA gave its approval for baricitinib to be used in adults with severe alopecia areata.", []),
    ("The FDA gave its approval for finasteride to be used in adults with alopecia areata.", ["FC202"]),
    ("The MHRA has yet to authorise upadacitinib for anybody with alopecia areata.", []),
    ("The MHRA has yet to authorise Leqselvi for anybody.", ["FC301"]),
    ("JAK inhibitors give the immune system a rest.", []),
    ("JAK inhibitors give the immune system extra strength.", ["FC202"]),
    ("One JAK inhibitor sold in the United States bears no boxed warning about clots of the eye.", []),
    ("None of the JAK inhibitors sold in the United States bears a boxed warning.", ["FC301"]),
    ("In 2010 no regulator in the world had licensed baricitinib for hair loss.", []),
    ("No regulator in the world has ever licensed dutasteride as a treatment for hair loss.", ["FC301"]),
    ("The signals come from T cells, a population of white blood cells.", []),
    ("The signals come from cytokines, a population of white blood cells.", ["FC201"]),
    ("Alopecia areata is common. About 2 in 100 Americans live with it at some time.", []),
    ("Alopecia areata is common. Roughly 20 out of every 100 Americans are living with it.", ["FC204"]),
    ("One 8 mg tablet of Leqselvi each morning and one each evening is the full dose.", []),
    ("One 4 mg tablet of Litfulo each morning is the full daily dose.", ["FC204"]),
    ("Tinea capitis passes easily between relatives who share combs.", []),
    ("Alopecia areata passes easily between relatives who share combs.", ["FC201"]),
    ("Is Jakafi the same as Jakavi? Yes, both contain ruxolitinib.", []),
    ("Is Jakafi the same as Litfulo? Yes.", ["FC201"]),
    ("Will I find a boxed warning on my Olumiant leaflet in Manchester? No.", []),
    ("The hair shed during telogen effluvium grows back.", []),
    ("The hair shed during telogen effluvium is gone forever.", ["FC201"]),
    ("Baricitinib belongs to a group of medicines known as JAK inhibitors.", []),
    ("Baricitinib belongs to a group of medicines known as biologics.", ["FC201"]),
    ("Pulmonary fibrosis is a disease in which scar tissue builds up in the lungs.", []),
    ("Myelofibrosis is a disease in which scar tissue builds up in the lungs.", ["FC201"]),
    ("Leqselvi cannot be bought in Manchester.", []),
    ("Leqselvi cannot be bought in American pharmacies.", ["FC301"]),
    ("Litfulo: one 50 mg capsule a day", []),
    ("Leqselvi: one 50 mg tablet a day", ["FC204"]),
]


@pytest.mark.parametrize(("text", "codes"), [pytest.param(*row, id=row[0]) for row in PAIRS])
def test_constructions_are_read_whether_true_or_wrong(text: str, codes: list[str]) -> None:
    assert sorted({found for found, _ in faults(text)}) == codes
