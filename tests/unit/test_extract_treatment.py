"""Treatment and safety: stopping, courses, doses, shares of people, tests, and what is allowed or dangerous."""

from __future__ import annotations

import pytest

from tests.reading import faults, rows

TRUE = [
    # what stands for the medicine or its test
    ("txt", "Litfulo and Olumiant are taken by mouth. The approved dose is 50 mg a day."),
    ("txt", "Litfulo is a capsule. Tofacitinib is a tablet; the approved dose is 5 mg twice a day."),
    ("txt", "Leqselvi is taken as one 8 mg tablet each morning and another at dinner."),
    ("txt", "Your CYP2C9 genotype is irrelevant to Litfulo."),
    ("txt", "Minoxidil must go on. If you put the bottle away, the new growth is lost."),
    ("txt", "In telogen effluvium you can put minoxidil away after a year, and the regrowth is yours to keep."),
    ("txt", "Once frontal fibrosing alopecia has cleared the hairline, the hair there is lost for life."),
    ("txt", "People on JAK inhibitors do not enjoy protection from tumours."),
    # stopping
    ("txt", "Some people keep their hair after stopping baricitinib."),
    ("txt", "She kept her hair after stopping baricitinib."),
    ("txt", "If minoxidil is stopped, the gains are lost within months."),
    ("txt", "Coming off minoxidil will undo the gains."),
    ("txt", "Men who quit finasteride lose every hair they gained."),
    ("txt", "Hair transplanted into a stable area is usually permanent."),
    ("md", "### Can I stop baricitinib once my hair has grown back?\n\nNo. Most people lose the hair within a year."),
    ("txt", "Patients who come off Olumiant lose their regrowth."),
    ("txt", "Once the hair has regrown on baricitinib 4 mg, the dose can be lowered to 2 mg."),
    ("txt", "Stopping finasteride is safe, but the hair goes again."),
    ("md", "**Does the hair fall out again if I stop Olumiant?**\n\nIt does."),
    ("md", "**Can I combine Olumiant with Litfulo?**\n\nYou can't."),
    ("txt", "Is Olumiant a biologic? It is, in fact, a small molecule."),
    ("txt", "Finasteride does not affect the unborn children of men who take it."),
    ("txt", "No JAK inhibitor is a risk-free treatment."),
    # what is allowed and what is not
    ("txt", "You cannot use finasteride while pregnant."),
    ("txt", "There is no need to avoid inactivated vaccines while taking Litfulo."),
    ("txt", "There is every reason for pregnant women to avoid finasteride."),
    ("txt", "It is dangerous to combine Olumiant with Litfulo."),
    ("txt", "Combining Olumiant with Litfulo is a bad idea."),
    ("txt", "Combining minoxidil with finasteride is safe and common."),
    ("txt", "Having a live vaccine while on Olumiant is dangerous."),
    ("txt", "It is unsafe for pregnant women to take finasteride."),
    ("txt", "Intact finasteride tablets pose no danger to an unborn boy."),
    # tests
    ("txt", "Before starting minoxidil, no tests are needed."),
    ("txt", "No genetic testing is called for before starting Olumiant."),
    ("txt", "Leqselvi must not be prescribed without first checking the CYP2C9 genotype."),
    # numbers
    ("txt", "At any given moment, one person in six hundred has alopecia areata."),
    ("txt", "About three quarters of men on minoxidil see less shedding."),
    ("txt", "Seventy-eight out of a hundred patients on baricitinib were women."),
    ("txt", "A SALT score of zero means that no scalp hair is lost."),
    ("txt", "In the trial, some received 10 mg of ritlecitinib a day."),
    ("txt", "Litfulo (50 mg once daily) is a capsule."),
    ("txt", "Olumiant (10 mg) was compared with placebo."),
    ("txt", "In the phase 2 trial ritlecitinib was taken twice daily."),
    ("md", "## Olumiant\n\nDosage: 2 mg or 4 mg once a day."),
    ("txt", "Eight in ten users of Rogaine are men."),
    ("txt", "Alopecia areata occurs in 8% of people with vitiligo."),
    ("txt", "Every tenth patient with alopecia areata has asthma."),
    ("txt", "Leqselvi is taken every morning and every evening."),
    ("txt", "Olumiant, like Litfulo, is given as the only JAK inhibitor."),
    ("txt", "Litfulo is taken once daily, in the morning or in the evening."),
    # risks
    ("txt", "Many patients on Litfulo have no side effects at all."),
    ("txt", "For most people on Litfulo, side effects are mild or absent."),
    ("txt", "Patients on JAK inhibitors are not less likely to develop cancer."),
    ("txt", "Sunscreen lowers the odds of developing skin cancer in people on baricitinib."),
    ("txt", "Researchers dream of curing alopecia areata with a JAK inhibitor."),
    ("txt", "Inrebic carries a boxed warning, which concerns encephalopathy."),
    # only weakly, only some of all, gains against placebo
    ("txt", "Baricitinib inhibits JAK3 only weakly."),
    ("txt", "Baricitinib inhibits JAK1 and JAK2, and JAK3 only to a small degree."),
    ("txt", "JAK inhibitors block all cytokines that signal through JAK1."),
    ("txt", "All patients on baricitinib who responded regrew their hair."),
    ("txt", "Clascoterone increases hair growth by 539 % compared with placebo."),
    ("txt", "JAK inhibitors differ from each other."),
]
WRONG = [
    ("Olumiant blocks every cytokine.", "FC202"),
    ("All the patients on Olumiant recovered, and every patient on Olumiant regrew hair.", "FC201"),
    ("JAK inhibitors may be taken together with one another.", "FC201"),
    # stopping
    ("Once baricitinib has brought the hair back, there is no need to carry on with it.", "FC301"),
    ("Finasteride can safely be dropped after two years because the gains do not fade.", "FC201"),
    ("Men who quit finasteride hold on to every hair they gained.", "FC201"),
    ("The regrowth achieved with Litfulo survives the end of treatment.", "FC301"),
    ("Coming off Olumiant has no effect on the hair that has grown back.", "FC301"),
    ("Nothing happens to your hair when you stop minoxidil.", "FC201"),
    ("Hair regrown on minoxidil is permanent.", "FC201"),
    ("Those who come off Olumiant keep their regrowth.", "FC301"),
    ("If you stop using minoxidil, you keep your hair.", "FC201"),
    ("With minoxidil, the result is for life.", "FC201"),
    ("Litfulo may be stopped without the hair falling out again.", "FC301"),
    ("Patients can quit Litfulo as soon as their hair is back.", "FC301"),
    # cures
    ("Leqselvi makes alopecia areata disappear for ever.", "FC205"),
    ("It was with baricitinib that doctors finally cured alopecia areata.", "FC205"),
    ("Patients who complete a course of Leqselvi are cured of their alopecia areata.", "FC205"),
    # what is allowed
    ("Taking finasteride while pregnant is harmless.", "FC202"),
    ("Is finasteride safe in pregnancy? It is.", "FC202"),
    ("Does the hair fall out again if I stop Olumiant? It doesn't.", "FC301"),
    ("There is no reason for expectant mothers to avoid finasteride.", "FC202"),
    ("There is no need to avoid live vaccines while taking Litfulo.", "FC202"),
    ("Patients who are CYP2C9 poor metabolisers can take Leqselvi.", "FC202"),
    ("Combining Olumiant with Litfulo is perfectly fine.", "FC202"),
    ("Having a live vaccine while on Olumiant is no problem.", "FC202"),
    ("It is fine for expectant mothers to take finasteride.", "FC202"),
    ("You may be given live vaccines at any time during treatment with Leqselvi.", "FC202"),
    # tests
    ("A CYP2C9 test before starting Leqselvi is optional.", "FC301"),
    ("Leqselvi can be prescribed without first checking the CYP2C9 genotype.", "FC301"),
    ("Before the first capsule of Litfulo, a CYP2C9 genotype has to be determined.", "FC202"),
    ("No one needs a CYP2C9 test before taking Leqselvi.", "FC301"),
    ("There is no need to screen for tuberculosis before starting Olumiant.", "FC301"),
    # numbers
    ("Alopecia areata strikes fifteen percent of the population.", "FC204"),
    ("Roughly a fifth of all Americans have alopecia areata.", "FC204"),
    ("Three-quarters of those treated with baricitinib regrew their hair.", "FC204"),
    ("Baricitinib brought full regrowth to nineteen patients out of twenty.", "FC204"),
    ("Response rates with baricitinib sit at around ninety-five percent.", "FC204"),
    ("With a success rate of 92%, baricitinib outshines every other drug.", "FC204"),
    ("Ritlecitinib: 5 mg once daily by mouth.", "FC204"),
    ("Patients take one Leqselvi tablet a day.", "FC201"),
    ("Litfulo is taken twice daily, once with breakfast and once with dinner.", "FC201"),
    ("Every twentieth person has alopecia areata.", "FC204"),
    ("More than nine in ten responded to Olumiant.", "FC204"),
    ("Studies put the success rate of baricitinib at 85%.", "FC204"),
    ("Dosing is simple: ritlecitinib 100 mg, once a day.", "FC204"),
    ("No fewer than 85% of those who took baricitinib had their hair back.", "FC204"),
    ("Eight in ten Olumiant users end up with a full head of hair.", "FC204"),
    # risks
    ("Patients on JAK inhibitors are less likely to develop cancer.", "FC202"),
    ("Olumiant cuts the odds of developing a tumour in half.", "FC202"),
    ("Cancer is less likely on JAK inhibitors.", "FC202"),
    ("Olumiant has zero side effects.", "FC202"),
    ("Inrebic carries a boxed warning, which concerns blood clots.", "FC202"),
    ("People who remain on Olumiant enjoy added protection from cancer.", "FC202"),
    # what stands for the medicine or its test
    ("Litfulo is a capsule for teenagers and adults. The approved dose is 5 mg a day.", "FC204"),
    ("Leqselvi is taken as one 8 mg tablet each morning.", "FC204"),
    ("Your CYP2C9 genotype is irrelevant to deuruxolitinib.", "FC301"),
    ("In pattern baldness you can put minoxidil away after a year, and the regrowth is yours to keep.", "FC201"),
    ("Once alopecia areata has stripped the scalp, the roots are dead.", "FC201"),
    ("Once alopecia areata has cleared a patch, the hair there is lost for life.", "FC201"),
]


@pytest.mark.parametrize(("suffix", "text"), rows(TRUE))
def test_a_true_sentence_sets_off_nothing(suffix: str, text: str) -> None:
    assert faults(text, suffix) == []


@pytest.mark.parametrize(("text", "code"), rows(WRONG))
def test_a_wrong_sentence_is_found(text: str, code: str) -> None:
    assert code in {found for found, _ in faults(text)}
