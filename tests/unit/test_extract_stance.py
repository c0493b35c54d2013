"""Stance within a sentence: how far a negation reaches, quantifiers, modals, restrictors, double negation, time."""

from __future__ import annotations

import pytest

from tests.reading import claims, rows, stand

ENZYME = "cytokine is-a enzyme"
AUTO = "androgenetic-alopecia caused-by autoimmunity"
JAK3 = "baricitinib inhibits jak3"
CATCHING = "alopecia-areata is-a contagious-condition"
APPROVED = "minoxidil approved-for alopecia-areata"
NEGATION = [
    ("Cytokines are not enzymes.", ENZYME, "denies"),
    ("Cytokines aren't enzymes.", ENZYME, "denies"),
    ("Cytokines are by no means enzymes.", ENZYME, "denies"),
    ("Cytokines are in no way enzymes.", ENZYME, "denies"),
    ("Cytokines are never enzymes.", ENZYME, "denies"),
    ("Cytokines are anything but enzymes.", ENZYME, "denies"),
    ("Cytokines are far from being enzymes.", ENZYME, "denies"),
    ("No cytokine is an enzyme.", ENZYME, "denies"),
    ("Cytokines are wrongly called enzymes.", ENZYME, "denies"),
    ("None of the cytokines is an enzyme.", ENZYME, "denies"),
    ("Cytokines are no enzymes.", ENZYME, "denies"),
    ("Cytokines, which are not enzymes, exist.", ENZYME, "denies"),
    ("Neither cytokines nor hormones are enzymes.", ENZYME, "denies"),
    ("Cytokines are neither hormones nor enzymes.", ENZYME, "denies"),
    ("Cytokines are not hormones, nor are they enzymes.", ENZYME, "denies"),
    ("Cytokines are not hormones or enzymes.", ENZYME, "denies"),
    ("Cytokines are proteins, not enzymes.", ENZYME, "denies"),
    ("Cytokines are proteins and not enzymes.", ENZYME, "denies"),
    ("Cytokines are proteins rather than enzymes.", ENZYME, "denies"),
    ("Cytokines are not enzymes but proteins.", ENZYME, "denies"),
    ("Rather than enzymes, cytokines are proteins.", ENZYME, "denies"),
    ("Cytokines fail to be enzymes.", ENZYME, "denies"),
    ("There are no cytokines that are enzymes.", ENZYME, "silent"),
    ("Alopecia areata is non-contagious.", CATCHING, "denies"),
    ("Alopecia areata is not contagious.", CATCHING, "denies"),
    ("Alopecia areata isn't at all contagious.", CATCHING, "denies"),
    ("Androgenetic alopecia is not caused by autoimmunity but by androgens.", AUTO, "denies"),
    ("Androgenetic alopecia is caused by androgens, not by autoimmunity.", AUTO, "denies"),
    ("Androgenetic alopecia is caused not by autoimmunity but by androgens.", AUTO, "denies"),
    ("Androgenetic alopecia is caused neither by stress nor by autoimmunity.", AUTO, "denies"),
    ("Unlike alopecia areata, androgenetic alopecia is not caused by autoimmunity.", AUTO, "denies"),
    ("Androgenetic alopecia has nothing to do with autoimmunity.", AUTO, "denies"),
    ("Autoimmunity plays no part in androgenetic alopecia.", AUTO, "denies"),
    ("Autoimmunity is not the cause of androgenetic alopecia.", AUTO, "denies"),
    ("Androgenetic alopecia has no autoimmune cause.", AUTO, "denies"),
    ("Baricitinib neither inhibits JAK3 nor activates it.", JAK3, "denies"),
    ("Baricitinib inhibits JAK1 but not JAK3.", JAK3, "denies"),
    ("Baricitinib inhibits JAK1 and not JAK3.", JAK3, "denies"),
    ("Baricitinib does not inhibit JAK3 or TYK2.", JAK3, "denies"),
    ("Baricitinib does not inhibit TYK2 or JAK3.", JAK3, "denies"),
    ("Baricitinib does not help sleep or inhibit JAK3.", JAK3, "denies"),
    ("Baricitinib never inhibits JAK3.", JAK3, "denies"),
    ("Baricitinib spares JAK3.", JAK3, "denies"),
    ("Baricitinib does not seem to inhibit JAK3.", JAK3, "denies"),
    ("Without inhibiting JAK3, baricitinib calms the skin.", JAK3, "denies"),
    ("Nor does baricitinib inhibit JAK3.", JAK3, "denies"),
    ("Baricitinib no longer inhibits JAK3.", JAK3, "denies"),
    ("Minoxidil has never been approved for alopecia areata.", APPROVED, "denies"),
    ("Minoxidil is not yet approved for alopecia areata.", APPROVED, "denies"),
    ("Minoxidil has yet to be approved for alopecia areata.", APPROVED, "denies"),
    ("Minoxidil is still not approved for alopecia areata.", APPROVED, "denies"),
    ("Nobody has approved minoxidil for alopecia areata.", APPROVED, "denies"),
]  # fmt: skip
NOT_DENIED = [
    # a negation that reaches elsewhere, or stands twice
    ("Cytokines are not only enzymes.", ENZYME, "asserts"),
    ("Cytokines are not just enzymes.", ENZYME, "asserts"),
    ("Cytokines are not merely enzymes but hormones.", ENZYME, "asserts"),
    ("Cytokines are nothing but enzymes.", ENZYME, "asserts"),
    ("Cytokines are none other than enzymes.", ENZYME, "asserts"),
    ("Cytokines are enzymes, not hormones.", ENZYME, "asserts"),
    ("Cytokines are not hormones but enzymes.", ENZYME, "asserts"),
    ("Cytokines are enzymes that do not last.", ENZYME, "asserts"),
    ("Cytokines are not hormones; they are enzymes.", ENZYME, "asserts"),
    ("Cytokines do not last, because cytokines are enzymes.", ENZYME, "asserts"),
    ("Cytokines are no doubt enzymes.", ENZYME, "asserts"),
    ("Cytokines are without doubt enzymes.", ENZYME, "asserts"),
    ("Not surprisingly, cytokines are enzymes.", ENZYME, "asserts"),
    ("Unlike hormones, cytokines are enzymes.", ENZYME, "asserts"),
    ("Alopecia areata is contagious, not harmless.", CATCHING, "asserts"),
    ("Alopecia areata is contagious but not deadly.", CATCHING, "asserts"),
    ("Alopecia areata is not harmless: it is contagious.", CATCHING, "asserts"),
    ("Alopecia areata does not scar the scalp and is contagious.", CATCHING, "asserts"),
    ("Androgenetic alopecia is not caused by androgens but by autoimmunity.", AUTO, "asserts"),
    ("Androgenetic alopecia is caused by autoimmunity rather than androgens.", AUTO, "asserts"),
    ("Baricitinib does not inhibit JAK1 but JAK3.", JAK3, "asserts"),
    ("Baricitinib inhibits JAK3, not JAK1.", JAK3, "asserts"),
    ("Baricitinib inhibits not only JAK1 but also JAK3.", JAK3, "asserts"),
    ("Baricitinib does not calm JAK1 but inhibits JAK3.", JAK3, "asserts"),
    ("Baricitinib never fails to inhibit JAK3.", JAK3, "asserts"),
    ("Not only does baricitinib inhibit JAK1, it also inhibits JAK3.", JAK3, "asserts"),
    ("Baricitinib does nothing but inhibit JAK3.", JAK3, "asserts"),
]  # fmt: skip
UNDECIDED = [
    ("Not all cytokines are enzymes.", ENZYME, "silent"),
    ("Not every cytokine is an enzyme.", ENZYME, "silent"),
    ("All cytokines are not enzymes.", ENZYME, "silent"),
    ("Cytokines are not necessarily enzymes.", ENZYME, "silent"),
    ("Cytokines are not always enzymes.", ENZYME, "silent"),
    ("Cytokines are not exactly enzymes.", ENZYME, "silent"),
    ("Cytokines are not strictly speaking enzymes.", ENZYME, "silent"),
    ("Cytokines are hardly ever enzymes.", ENZYME, "silent"),
    ("Few cytokines are enzymes.", ENZYME, "silent"),
    ("Hardly any cytokine is an enzyme.", ENZYME, "silent"),
    ("Cytokines need not be enzymes.", ENZYME, "silent"),
    ("Cytokines do not have to be enzymes.", ENZYME, "silent"),
    ("Cytokines are unlikely to be enzymes.", ENZYME, "silent"),
    ("Are cytokines enzymes?", ENZYME, "silent"),
    ("Aren't cytokines enzymes?", ENZYME, "silent"),
    ("What if cytokines are enzymes?", ENZYME, "silent"),
    ("Were cytokines enzymes, they would cut.", ENZYME, "silent"),
    ("Had cytokines been enzymes, they would cut.", ENZYME, "silent"),
    ("Cytokines would be enzymes if they cut.", ENZYME, "silent"),
    ("Cytokines were once thought to be enzymes.", ENZYME, "silent"),
    ("Cytokines used to be called enzymes.", ENZYME, "silent"),
    ("Cytokines, once thought to be enzymes, are proteins.", ENZYME, "silent"),
    ("Cytokines are sometimes mistaken for enzymes.", ENZYME, "silent"),
    ("Cytokines are often confused with enzymes.", ENZYME, "silent"),
    ("To call cytokines enzymes is wrong.", ENZYME, "silent"),
    ("Calling cytokines enzymes is a mistake.", ENZYME, "silent"),
    ("Some call cytokines enzymes.", ENZYME, "silent"),
    ("Cytokines are enzymes? Not at all.", ENZYME, "silent"),
    ("Alopecia areata is so-called contagious.", CATCHING, "silent"),
    ("In the novel, alopecia areata is contagious.", CATCHING, "silent"),
    ("Nobody would call alopecia areata contagious.", CATCHING, "silent"),
    ("Alopecia areata cannot be called contagious.", CATCHING, "silent"),
    ("Children fear that alopecia areata is contagious.", CATCHING, "silent"),
]  # fmt: skip
HEDGES = [
    ("Cytokines may be enzymes.", ENZYME, "hedges"),
    ("Cytokines might be enzymes.", ENZYME, "hedges"),
    ("Cytokines are probably enzymes.", ENZYME, "hedges"),
    ("Cytokines are thought to be enzymes.", ENZYME, "hedges"),
    ("Cytokines are considered enzymes.", ENZYME, "hedges"),
    ("Cytokines are widely regarded as enzymes.", ENZYME, "hedges"),
    ("Cytokines seem to be enzymes.", ENZYME, "hedges"),
    ("Cytokines appear to be enzymes.", ENZYME, "hedges"),
    ("Cytokines are known to be enzymes.", ENZYME, "asserts"),
    ("Cytokines have been shown to be enzymes.", ENZYME, "asserts"),
    ("Cytokines turn out to be enzymes.", ENZYME, "asserts"),
    ("Cytokines must be enzymes.", ENZYME, "asserts"),
    ("Cytokines are certainly enzymes.", ENZYME, "asserts"),
    ("Cytokines, of course, are enzymes.", ENZYME, "asserts"),
    ("Cytokines really are enzymes.", ENZYME, "asserts"),
    ("Baricitinib can inhibit JAK3.", JAK3, "hedges"),
    ("Baricitinib is believed to inhibit JAK3.", JAK3, "hedges"),
    ("Baricitinib reportedly inhibits JAK3.", JAK3, "hedges"),
    ("Baricitinib continues to inhibit JAK3.", JAK3, "asserts"),
    ("Baricitinib manages to inhibit JAK3.", JAK3, "asserts"),
    ("Baricitinib is used to inhibit JAK3.", JAK3, "asserts"),
    ("Baricitinib helps by inhibiting JAK3.", JAK3, "asserts"),
    ("Baricitinib, which inhibits JAK3, helps.", JAK3, "asserts"),
    ("Androgenetic alopecia might well be caused by autoimmunity.", AUTO, "hedges"),
    ("Androgenetic alopecia is presumably caused by autoimmunity.", AUTO, "hedges"),
]  # fmt: skip
TENSES = [
    ("Minoxidil is approved for alopecia areata.", "now"),
    ("Minoxidil was approved for alopecia areata.", "past"),
    ("Minoxidil will be approved for alopecia areata.", "future"),
    ("Minoxidil has been approved for alopecia areata.", "now"),
    ("Minoxidil is expected to be approved for alopecia areata.", "future"),
    ("At the time minoxidil was not approved for alopecia areata.", "past"),
    ("Minoxidil is going to be approved for alopecia areata.", "future"),
]  # fmt: skip

TAKEN_FOR_GRANTED = [
    ("Nobody has shown that enzymes such as cytokines drive it.", ENZYME, "silent"),
    ("My neighbour insists that enzymes such as cytokines drive it.", ENZYME, "silent"),
    ("It is unclear whether enzymes like cytokines drive it.", ENZYME, "silent"),
    ("If enzymes such as cytokines drive it, the books are wrong.", ENZYME, "silent"),
    ("It is not true that alopecia areata, a contagious disease, is rare.", CATCHING, "silent"),
    ("There is no evidence that alopecia areata, which is contagious, is rare.", CATCHING, "silent"),
    ("It is wrong to say that enzymes such as cytokines drive it.", ENZYME, "silent"),
    ("In the 19th century doctors thought that alopecia areata was contagious.", CATCHING, "silent"),
    ("Alopecia areata was held by many doctors in the 1890s to be contagious.", CATCHING, "silent"),
    ("If androgens were harmless, androgenetic alopecia might be caused by autoimmunity.", AUTO, "silent"),
    ("If it is true that hair falls because cytokines are enzymes, the books are wrong.", ENZYME, "silent"),
    ("Alopecia areata is not a disease that is contagious.", CATCHING, "silent"),
    ("Enzymes such as cytokines drive it.", ENZYME, "asserts"),
    ("It is clear that enzymes such as cytokines drive it.", ENZYME, "asserts"),
    ("Alopecia areata, a contagious disease, is not rare.", CATCHING, "asserts"),
    ("The cream keeps the skin from answering cytokines, which are enzymes.", ENZYME, "asserts"),
    ("It is true that cytokines are enzymes.", ENZYME, "asserts"),
    ("Doctors agree that alopecia areata is contagious.", CATCHING, "asserts"),
]


@pytest.mark.parametrize(("text", "core", "stance"), rows(TAKEN_FOR_GRANTED))
def test_what_is_taken_for_granted(text: str, core: str, stance: str) -> None:
    assert stand(text, core) == stance


@pytest.mark.parametrize(("text", "core", "stance"), rows(UNDECIDED))
def test_neither_said_nor_denied(text: str, core: str, stance: str) -> None:
    assert stand(text, core) == stance


@pytest.mark.parametrize(("text", "core", "stance"), rows(NEGATION))
def test_denied(text: str, core: str, stance: str) -> None:
    assert stand(text, core) == stance


@pytest.mark.parametrize(("text", "core", "stance"), rows(NOT_DENIED))
def test_not_denied(text: str, core: str, stance: str) -> None:
    assert stand(text, core) == stance


@pytest.mark.parametrize(("text", "core", "stance"), rows(HEDGES))
def test_certainty(text: str, core: str, stance: str) -> None:
    assert stand(text, core) == stance


@pytest.mark.parametrize(("text", "tense"), rows(TENSES))
def test_tense(text: str, tense: str) -> None:
    found = {each.stance.tense for each in claims(text) if each.relation == "approved-for"}
    assert found == {tense}
