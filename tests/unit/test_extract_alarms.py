"""True sentences that once set off alarms, class by class, and wrong ones that were once missed."""

from __future__ import annotations

import pytest

from tests.reading import faults, rows

TRUE = [
    # read out of a list or a clause comma
    ("txt", "Besides cytokines, enzymes such as Janus kinases take part."),
    ("txt", "In alopecia areata, Janus kinases pass on the signals of cytokines."),
    ("txt", "Hormones, cytokines and Janus kinases were measured."),
    ("txt", "Once cytokines bind, Janus kinases become active."),
    # neither, nor, not by A but by B, spread of a negation
    ("txt", "Androgenetic alopecia is caused neither by autoimmunity nor by an infection."),
    ("txt", "Androgenetic alopecia is not caused by autoimmunity, nor is it contagious."),
    ("txt", "JAK inhibitors do not boost the immune system or stimulate cytokines."),
    ("txt", "JAK inhibitors do not activate Janus kinases, nor do they boost the immune system."),
    ("txt", "JAK inhibitors neither cure alopecia areata nor boost the immune system."),
    ("txt", "Cytokines, neither enzymes nor cells, are proteins."),
    # past anchors
    ("txt", "Before 2022, no drug was approved for alopecia areata."),
    ("txt", "Until June 2022 there was no approved drug for alopecia areata."),
    ("txt", "At the time, no drug was approved for alopecia areata."),
    ("txt", "In 2021 no drug was approved for alopecia areata."),
    ("txt", "When baricitinib was approved in 2022, it was the only drug approved for alopecia areata."),
    ("txt", "For a year, baricitinib was the only drug approved for alopecia areata."),
    ("txt", "Ritlecitinib was not yet approved for alopecia areata in 2022."),
    ("txt", "Baricitinib became the first drug approved by the FDA for alopecia areata."),
    ("txt", "Ritlecitinib is the second JAK inhibitor to be approved for alopecia areata."),
    ("txt", "Androgenetic alopecia was once thought to be an infection."),
    # a header that holds a verb
    ("md", "| Drug | Blocks |\n|---|---|\n| Baricitinib | JAK1, JAK2 |\n| Ritlecitinib | JAK3 |\n"),
    ("md", "| Drug | Does not block |\n|---|---|\n| Ritlecitinib | JAK2 |\n"),
    ("md", "| Disease | Is it contagious? |\n|---|---|\n| Alopecia areata | no |\n| Scalp ringworm | yes |\n"),
    # what is kept from happening, and where it does not hold
    ("txt", "Finasteride prevents testosterone from becoming DHT."),
    ("txt", "Finasteride stops testosterone being converted to DHT."),
    ("txt", "Finasteride keeps testosterone from turning into DHT."),
    ("txt", "Novartis sells ruxolitinib as Jakavi outside the United States."),
    ("txt", "Baricitinib is not approved for alopecia areata outside the US."),
    # what they and it stand for
    ("txt", "A cytokine docks outside, and two Janus kinases wake up inside. They are enzymes."),
    ("txt", "Although the exact cause of PBB is unknown, it is an autoimmune disease."),
    ("txt", "The FDA acted in 2022. It was the first JAK inhibitor for hair loss."),
    # parentheses that hold no members
    ("txt", "Autoimmune diseases (women, children) are common."),
    ("txt", "JAK inhibitors (JAK1, JAK2) are taken by mouth."),
    # lists of misspellings
    ("txt", "as searched for: minoxdil finasterde ruxotilinib cytokanes"),
    ("txt", "Also typed so: barcitinib, baracitinib, baricitnib."),
    # parentheses and colons
    ("txt", "Too few red blood cells (anemia) and platelets (thrombocytopenia) were seen."),
    ("txt", "Side effects (anemia, acne, infections) were mild."),
    ("txt", "Alopecia areata (not androgenetic alopecia) is autoimmune."),
    ("txt", "Vitiligo: Janus kinase inhibitors"),
    ("txt", "Cytokines: how enzymes read them"),
    ("txt", "The drug (Olumiant or Litfulo) is swallowed."),
    # likened, not given as an example; told by others behind a comma
    ("txt", "Alopecia areata, like vitiligo, is autoimmune."),
    ("txt", "Cytokines, like hormones, are messengers."),
    ("txt", "Alopecia areata is contagious, some people say."),
    ("txt", "Ringworm is contagious, and so is alopecia areata, many believe."),
    # said again of another
    ("txt", "Alopecia areata is autoimmune, and so is vitiligo."),
    ("txt", "Alopecia areata is not contagious, and neither is vitiligo."),
    ("txt", "Androgenetic alopecia is not autoimmune, as is alopecia areata."),
    ("txt", "If ringworm is contagious, so is alopecia areata."),
    ("txt", "Inrebic (fedratinib), Ojjaara (momelotinib) and Vonjo (pacritinib) each have a label of their own."),
    ("txt", "Inrebic (fedratinib) and Vonjo (pacritinib) have their own leaflet."),
    ("txt", "Rogaine is a lotion."),
    ("txt", "Olumiant and Leqselvi are tablets."),
    # approvals that somebody seeks, expects or refuses; elsewhere; some time later
    ("txt", "Pfizer filed for US approval of tofacitinib for alopecia areata."),
    ("txt", "Pfizer expects approval of tofacitinib for alopecia areata by the FDA."),
    ("txt", "The request for FDA approval of tofacitinib for alopecia areata is with the agency."),
    ("txt", "In Canada things went another way. Ritlecitinib was approved there in November 2023."),
    ("txt", "Opzelura was approved for atopic dermatitis in September 2021 and for vitiligo ten months later."),
    ("txt", "NICE backs ritlecitinib but turned baricitinib down for alopecia areata in 2023."),
    ("txt", "It isn't true that dutasteride has no hair-loss approval anywhere."),
    ("txt", "No one should say so, nor is it true that JAK inhibitors shield you from cancer."),
    # owed to nothing, described by strangers, what it would be to call it so
    ("txt", "Androgenetic alopecia owes nothing to autoimmunity."),
    ("txt", "Anaemia has been described to us, by more than one caller, as a shortage of white cells."),
    ("txt", "To call the Norwood chart a measure of alopecia areata would be like weighing yourself in litres."),
    ("txt", "Before deuruxolitinib a CYP2C9 gene test is done. No such test is needed for baricitinib."),
    # shares and doses
    ("txt", "At any given time one or two Americans in a thousand have alopecia areata."),
    ("txt", "Leqselvi 8 mg, two tablets a day."),
    ("html", "<table><tr><td>Litfulo</td><td>50 mg, one capsule a day</td></tr></table>"),
    # what one country did, what lists are of, what stands between commas
    ("txt", "Canada went another way: ritlecitinib was cleared first, in November 2023."),
    ("txt", "Litfulo contains ritlecitinib, and Olumiant baricitinib."),
    ("txt", "Pfizer makes two JAK inhibitors: Litfulo and Cibinqo."),
    ("txt", "Do you take JAK inhibitors such as baricitinib?"),
    ("txt", "The FDA has cleared Leqselvi, made by Sun Pharma, for adults with severe alopecia areata."),
    # a sign that crosses out, and what is less one thing than another
    ("md", "- ❌ Minoxidil is a hormone.\n- ✅ Minoxidil is a drug.\n"),
    ("txt", "🚫 Baricitinib is a cure for alopecia areata."),
    ("txt", "Minoxidil is less a hormone than a drug."),
    ("txt", "Hypothyroidism is neither the only nor the first of the thyroid diseases."),
    # one of several is no count of them, and not the only one is one
    ("txt", "Propecia is not the only finasteride on sale."),
    ("txt", "Propecia is not the only brand of finasteride."),
    ("txt", "Autoimmunity is not the only cause of alopecia areata."),
    ("txt", "JAK1 is not the first target of baricitinib."),
    ("txt", "Pfizer is not the sole maker of Litfulo."),
    ("txt", "JAK1 is one of the Janus kinases."),
    ("txt", "TYK2 is one of the four Janus kinases."),
    ("txt", "JAK3 is one in the Janus kinase family."),
    # what `it` does not stand for
    ("txt", "The commonest hair loss is androgenetic alopecia. Among the autoimmune ones it is alopecia areata."),
    ("txt", "Does anaemia mean too few white cells? No. It is red cells, or haemoglobin, that are lacking."),
    ("txt", "Secukinumab blocks interleukin-17. It is an antibody."),
    ("txt", "Olumiant and Litfulo belong to the JAK family of medicines."),
    ("md", "> JAK inhibitors boost the immune system.\n\nThat is what the advert says. They damp it down.\n"),
    # brackets
    ("txt", "Alopecia areata (which some call contagious) is common."),
    ("txt", "Ritlecitinib (brand name: Litfulo) is swallowed."),
    ("txt", "Olumiant and Litfulo (baricitinib and ritlecitinib) are swallowed."),
    ("txt", "It goes with vitiligo, lupus, atopic disease (eczema, asthma, hay fever) and anxiety."),
    ("txt", "It goes with lupus, vitiligo and atopic disease (eczema, asthma, hay fever)."),
    ("txt", "Olumiant, Litfulo, and Leqselvi (baricitinib, ritlecitinib and deuruxolitinib) are swallowed."),
    # letters with a number, spellings put right, headings that let choose
    ("txt", "SALT50 stands for an improvement by half."),
    ("txt", 'In a search, "minoxodil" should be minoxidil.'),
    ("md", "## Minoxidil tablets or lotion?\n\n### Lotion and foam\n\nSold over the counter.\n"),
    ("md", "We found three claims. **All of them are false.**\n\n- Alopecia areata is contagious.\n"),
    ("md", "# What is said, and why it is wrong\n\n- JAK inhibitors boost the immune system.\n"),
    # read backwards
    ("txt", "What baricitinib inhibits are the enzymes JAK1 and JAK2."),
    ("txt", "It is JAK3 that ritlecitinib inhibits."),
    ("txt", "Cytokines activate Janus kinases, and these enzymes activate STAT proteins."),
    # questions
    ("txt", "Is alopecia areata contagious? It is not."),
    ("txt", "Can alopecia areata be passed on? Absolutely not."),
    ("txt", "Why is alopecia areata not contagious?"),
    ("txt", "Is androgenetic alopecia, like alopecia areata, an autoimmune disease?"),
    # names that are verbs; other people's properties
    ("txt", "Lichen planopilaris scars, alopecia areata does not."),
    ("txt", "Scars do not come from alopecia areata."),
    ("txt", "A friend with alopecia areata caught a contagious infection."),
    ("txt", "Androgenetic alopecia in a man with an autoimmune disease of the thyroid is common."),
    ("txt", "She has alopecia areata, he has androgenetic alopecia, and both know that the former is autoimmune."),
    ("txt", "Androgenetic alopecia is commoner than autoimmune diseases of the hair."),
    ("txt", "Doctors must tell androgenetic alopecia from autoimmune hair loss."),
    ("txt", "Cytokines bind to enzymes called Janus kinases."),
    ("txt", "Not everything that is called a cytokine is an enzyme."),
    # misspellings that are only mentioned
    ("md", "Common misspellings: *baricitanib*, *barictinib*.\n"),
    ("md", "| Wrong | Right |\n|---|---|\n| barictinib | baricitinib |\n"),
    ("txt", "The name is often misspelled as “barictinib”."),
    # what doctors believed in a time that is over
    ("txt", "Two centuries ago, most doctors believed that vitiligo was a form of leprosy, an infection."),
    ("txt", "Many dermatologists thought that alopecia areata was an infection."),
    # an approval that it lacks for one use only
    ("txt", "Ruxolitinib tablets are used off-label in vitiligo, a purpose for which they have no FDA approval."),
    # a dose that is a step of several
    ("md", "| Group | Dose |\n|---|---|\n| Loading | ritlecitinib 200 mg daily for 4 weeks, then 50 mg |\n"),
    # cells that judge their row and say why
    ("md", "| Statement | True or false? |\n|---|---|\n| Anagen is the resting phase | False, it is growth |\n"),
    # a misspelling beside its right form
    ("md", "| Seen | Meant |\n|---|---|\n| ruxolitinb | ruxolitinib |\n| upadacitnib | upadacitinib |\n"),
]  # fmt: skip
WRONG = [
    ("Androgenetic alopecia, like vitiligo, is autoimmune.", "FC201"),
    ("Vitiligo is autoimmune, as is androgenetic alopecia.", "FC201"),
    ("Vitiligo is not contagious, and neither is scalp ringworm.", "FC201"),
    ("Litfulo blocks JAK3, and so does finasteride.", "FC202"),
    ("Cytokines (which are enzymes) drive the inflammation.", "FC201"),
    ("Ritlecitinib (brand name: Olumiant) is swallowed.", "FC203"),
    ("Olumiant and Litfulo (ritlecitinib and baricitinib) are swallowed.", "FC203"),
    ("Treatment with tofacitinib boosts JAK1.", "FC202"),
    ("✅ Minoxidil is a hormone.", "FC201"),
    ("Tell your dentist if you take JAK inhibitors like baricitinib or finasteride.", "FC201"),
    ("In the US Jakafi has an approval for several diseases, including rheumatoid arthritis.", "FC202"),
    ("Pfizer makes several JAK inhibitors, Rinvoq among them: Litfulo, Cibinqo and Rinvoq.", "FC203"),
    ("The FDA has cleared Leqselvi, made by Sun Pharma, for children with severe alopecia areata.", "FC202"),
    ("Olumiant lists atopic dermatitis among its approved uses in the US.", "FC202"),
    ("Leqselvi is taken as 8 mg, one tablet a day.", "FC204"),
    ("80 million Americans have alopecia areata.", "FC204"),
    ("Autoimmunity is not a cause of alopecia areata.", "FC202"),
    ("Propecia is no brand of finasteride.", "FC203"),
    ("There is no treatment for alopecia areata approved by the FDA.", "FC301"),
    ("Androgenetic alopecia owes everything to autoimmunity.", "FC202"),
    ("Anaemia is described by doctors as a shortage of white cells.", "FC201"),
    ("Pfizer celebrated FDA approval of tofacitinib for alopecia areata.", "FC202"),
    ("Interferon-gamma is a messenger. It is an antibody.", "FC201"),
    ("The JAK2 blocker ritlecitinib is swallowed.", "FC202"),
    ("Alopecia areata is contagious, doctors say.", "FC201"),
    # only, first, no, two of: worked out from dated sets
    ("Baricitinib is the only drug approved for alopecia areata.", "FC301"),
    ("Baricitinib is the only JAK inhibitor approved by the FDA for alopecia areata.", "FC301"),
    ("The only drug approved for alopecia areata is baricitinib.", "FC301"),
    ("Baricitinib remains the only drug approved for alopecia areata.", "FC301"),
    ("Baricitinib is the sole treatment approved for alopecia areata.", "FC301"),
    ("Baricitinib alone is approved for alopecia areata.", "FC301"),
    ("Only baricitinib is approved for alopecia areata.", "FC301"),
    ("Nothing but baricitinib is approved for alopecia areata.", "FC301"),
    ("Apart from baricitinib, no drug is approved for alopecia areata.", "FC301"),
    ("No drug other than baricitinib is approved for alopecia areata.", "FC301"),
    ("No drug is approved for alopecia areata.", "FC301"),
    ("There is no approved drug for alopecia areata.", "FC301"),
    ("There are no FDA-approved treatments for alopecia areata.", "FC301"),
    ("Nothing has been approved by the FDA for alopecia areata.", "FC301"),
    ("None of the JAK inhibitors is approved for alopecia areata.", "FC301"),
    ("So far, no JAK inhibitor has been approved for alopecia areata.", "FC301"),
    ("The FDA has not approved any drug for alopecia areata.", "FC301"),
    ("The FDA has approved no drug for alopecia areata.", "FC301"),
    ("Only one drug is approved by the FDA for alopecia areata.", "FC301"),
    ("Two JAK inhibitors are approved by the FDA for alopecia areata.", "FC301"),
    ("Baricitinib has yet to be approved for alopecia areata.", "FC301"),
    ("Baricitinib is still waiting for approval for alopecia areata.", "FC301"),
    ("Ritlecitinib was the first drug approved by the FDA for alopecia areata.", "FC202"),
    ("The first drug approved by the FDA for alopecia areata was ritlecitinib.", "FC202"),
    ("The FDA approved baricitinib for alopecia areata in 2019.", "FC302"),
    ("Baricitinib got its FDA approval for alopecia areata on June 13, 2021.", "FC302"),
    # ellipsis, fronting, long gaps, shared heads
    ("Baricitinib inhibits JAK1, ritlecitinib JAK2.", "FC202"),
    ("Alopecia areata is autoimmune; so is androgenetic alopecia.", "FC201"),
    ("Like alopecia areata, androgenetic alopecia is an autoimmune disease.", "FC201"),
    ("Androgenetic alopecia is an autoimmune disease as well.", "FC201"),
    ("Both alopecia areata and androgenetic alopecia are autoimmune diseases.", "FC201"),
    ("Androgenetic alopecia, which in many families begins before the age of thirty, is an autoimmune disease.",
     "FC201"),
    ("Androgenetic alopecia is an inherited and autoimmune disease.", "FC201"),
    ("Of all autoimmune diseases, androgenetic alopecia is the commonest.", "FC201"),
    ("Autoimmune hair loss, or androgenetic alopecia, is common.", "FC201"),
    ("Autoimmune diseases of the hair include androgenetic alopecia.", "FC201"),
    ("Androgenetic alopecia is nothing but an autoimmune disease.", "FC201"),
    ("Androgenetic alopecia belongs to the autoimmune diseases.", "FC201"),
    ("The fact that androgenetic alopecia is an autoimmune disease is often overlooked.", "FC201"),
    ("Now that we know that androgenetic alopecia is an autoimmune disease, this is clear.", "FC201"),
    ("Nobody doubts that androgenetic alopecia is an autoimmune disease.", "FC201"),
    ("Nobody disputes any longer that androgenetic alopecia is an autoimmune disease.", "FC201"),
    ("Androgenetic alopecia does not spare women and is an autoimmune disease.", "FC201"),
    ("Autoimmune diseases (alopecia areata, androgenetic alopecia) are common.", "FC201"),
    ("JAK inhibitors (such as minoxidil) are taken by mouth.", "FC201"),
    ("Alopecia areata has no FDA-approved treatment.", "FC301"),
    ("NICE recommends no drug for alopecia areata.", "FC301"),
    ("Immunoglobulin is a cytokine.", "FC201"),
    ("Finasteride was banned in Europe.", "FC201"),
    ("She took barcitinib and ruxotilinib and finasterde.", "FC101"),
    # what doctors believe today
    ("Dermatologists believe that alopecia areata is an infection.", "FC201"),
]  # fmt: skip


@pytest.mark.parametrize(("suffix", "text"), rows(TRUE))
def test_a_true_sentence_sets_off_nothing(suffix: str, text: str) -> None:
    assert faults(text, suffix) == []


@pytest.mark.parametrize(("text", "code"), rows(WRONG))
def test_a_wrong_sentence_is_found(text: str, code: str) -> None:
    # A class with a cause of its own ("autoimmune") may be told by the fact on the cause.
    codes = {found for found, _ in faults(text)}
    assert codes & ({code, "FC202"} if code == "FC201" else {code})
