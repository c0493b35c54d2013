"""Phrases: what is no part of a noun phrase first, then noun phrases, verb groups and parentheses."""

from __future__ import annotations

import pytest

from tests.reading import parsed, rows

NOUN_PHRASES = [
    # text, noun phrases in order
    ("It works.", "it"),
    ("The drug that helps is a tablet.", "the drug; a tablet"),
    ("Blocking JAK1 helps.", "jak1"),
    ("The new JAK inhibitor helps.", "the new jak inhibitor"),
    ("A very rare and painful disease spreads.", "a very rare and painful disease"),
    ("Fungal or bacterial infections spread.", "fungal or bacterial infections"),
    ("Cytokines and enzymes differ.", "cytokines; enzymes"),
    ("Both of them help.", "both; them"),
    ("All three drugs help.", "all three drugs"),
    ("No drug helps.", "no drug"),
    ("The patient's hair grows.", "the patient's hair"),
    ("The colour of tablets in the pack fades.", "the colour; tablets; the pack"),
    ("The first FDA-approved drug is baricitinib.", "the first fda-approved drug; baricitinib"),
    ("Adults with severe disease respond.", "adults; severe disease"),
    ("Every few years it returns.", "every few years; it"),
    ("The 4 mg dose works.", "the 4 mg dose"),
    ("Are JAK inhibitors enzymes?", "jak inhibitors; enzymes"),
    ("Is baricitinib an antibody?", "baricitinib; an antibody"),
    ("After alopecia areata the hair never grows back.", "alopecia areata; the hair"),
]  # fmt: skip
VERB_GROUPS = [
    # text, words of the group, lemma, negated, passive, finite
    ("It works.", "works", "work", False, False, True),
    ("It is approved.", "is approved", "approve", False, True, True),
    ("It has been approved.", "has been approved", "approve", False, True, True),
    ("It was not approved.", "was not approved", "approve", True, True, True),
    ("It has never been approved.", "has never been approved", "approve", True, True, True),
    ("It does not work.", "does not work", "work", True, False, True),
    ("It doesn't work.", "does n't work", "work", True, False, True),
    ("It cannot be cured.", "cannot be cured", "cure", True, True, True),
    ("It may well help.", "may well help", "help", False, False, True),
    ("It is no longer sold.", "is no longer sold", "sell", True, True, True),
    ("It is not unapproved.", "is not", "be", True, False, True),
    ("It has approved it.", "has approved", "approve", False, False, True),
    ("It is blocking JAK1.", "is blocking", "block", False, False, True),
    ("It never did not work.", "never did not work", "work", False, False, True),
    ("It is being tested.", "is being tested", "test", False, True, True),
    ("It will probably be approved.", "will probably be approved", "approve", False, True, True),
    ("It has yet to be approved.", "has yet to be approved", "approve", True, True, True),
]  # fmt: skip


@pytest.mark.parametrize(("text", "phrases"), rows(NOUN_PHRASES))
def test_noun_phrases(text: str, phrases: str) -> None:
    found = [p for p in parsed(text).phrases if p.kind == "np"]
    assert "; ".join(text[p.span.start : p.span.end].lower() for p in found) == phrases


@pytest.mark.parametrize(("text", "words", "lemma", "negated", "passive", "finite"), rows(VERB_GROUPS))
def test_verb_groups(text: str, words: str, lemma: str, negated: bool, passive: bool, finite: bool) -> None:
    (group,) = (p for p in parsed(text).phrases if p.kind == "vg")
    assert (group.low, group.lemma, group.negated, group.passive, group.finite) == (
        words,
        lemma,
        negated,
        passive,
        finite,
    )


def test_a_parenthesis_is_one_phrase_with_phrases_inside() -> None:
    (paren,) = (p for p in parsed("Baricitinib (a JAK inhibitor (new)) helps.").phrases if p.kind == "paren")
    assert [p.kind for p in paren.inner] == ["np", "paren"]


@pytest.mark.parametrize("text", ["It (helps.", "It) helps.", "((It helps", ")(", "It [helps).", "()"])
def test_brackets_that_do_not_close_break_nothing(text: str) -> None:
    assert parsed(text).phrases


def test_the_owner_is_a_phrase_of_its_own() -> None:
    phrase = parsed("Pfizer's new capsule helps.").phrases[0]
    assert phrase.owner is not None
    assert (phrase.owner.head.low, phrase.head.low) == ("pfizer", "capsule")


@pytest.mark.parametrize(
    ("text", "word"), [("The only drug helps.", "only"), ("The sole drug helps.", "sole"), ("The drug helps.", "")]
)
def test_restrictors(text: str, word: str) -> None:
    assert parsed(text).phrases[0].restricted == word
