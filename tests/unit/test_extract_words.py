"""Words: what a form is in its sentence. Nouns that look like verbs come first."""

from __future__ import annotations

import pytest

from factcheck.extract.words import tokenize
from tests.reading import parsed, rows, tags

TAGS = [
    # nouns that could be verbs
    ("The use of tablets is common.", "use/n"),
    ("The cause is unknown.", "cause/n"),
    ("Hair loss causes distress.", "causes/v"),
    ("The causes of hair loss vary.", "causes/n"),
    ("A study shows an effect.", "shows/v"),
    ("Studies show an effect.", "show/v"),
    ("The drug targets JAK1.", "targets/v"),
    ("The targets of the drug are enzymes.", "targets/n"),
    ("Baricitinib blocks JAK1.", "blocks/v"),
    ("Baricitinib and ritlecitinib block JAK3.", "block/v"),
    ("The drug works.", "works/v"),
    ("The works of the doctor were read.", "works/n"),
    ("The trial results are good.", "results/n"),
    ("The disease results in hair loss.", "results/v"),
    ("Hair loss results from stress.", "results/v"),
    ("The label warns of clots.", "warns/v"),
    ("The name is Olumiant.", "name/n"),
    ("Doctors name the disease.", "name/v"),
    ("It carries a new warning.", "warning/n"),
    ("Warning patients helps.", "Warning/v"),
    ("The immune system attacks the follicles.", "attacks/v"),
    ("These attacks hurt the follicles.", "attacks/n"),
    ("Minoxidil increases blood flow.", "increases/v"),
    ("The scalp scars.", "scars/v"),
    ("The scars stay.", "scars/n"),
    ("Lichen planopilaris scars the scalp.", "scars/v"),
    ("An FDA approval is needed.", "approval/n"),
    ("An FDA label names the risk.", "label/n"),
    ("An FDA warns of clots.", "warns/v"),
    ("The finasteride block is old.", "block/n"),
    ("The finasteride block helps.", "block/n"),
    ("The DHT and the hair shrink.", "shrink/v"),
    ("The approved dose is low.", "approved/adj"),
    ("The FDA approved the drug.", "approved/v"),
    ("The drug approved by the FDA is a tablet.", "approved/v"),
    ("The drug was approved.", "approved/v"),
    ("A lasting cure is unknown.", "lasting/adj"),
    ("We now know that Vonjo blocks JAK1.", "blocks/v"),
    ("Nobody denies that Vonjo blocks JAK1.", "blocks/v"),
    ("Remember that finasteride blocks the receptor.", "blocks/v"),
    # that
    ("We know that drug.", "that/det"),
    ("We know that drugs help.", "that/that"),
    ("It is thought that the FDA approved it.", "that/that"),
    ("There is no doubt that it helps.", "that/that"),
    ("Suppose that finasteride blocks the receptor.", "that/that"),
    ("Remember that the FDA approved it.", "that/that"),
    ("The drug that blocks JAK1 is a tablet.", "that/rel"),
    ("The drug that the FDA approved is a tablet.", "that/rel"),
    ("The idea that it is catching is wrong.", "that/that"),
    ("That disease is catching.", "That/det"),
    ("That is wrong.", "That/pron"),
    ("It is true that it is catching.", "that/that"),
    # to
    ("It is used to treat hair loss.", "to/to"),
    ("It leads to hair loss.", "to/prep"),
    ("It is due to stress.", "due_to/prep"),
    ("It is linked to damage of the root.", "to/prep"),
    ("It helps to block JAK1.", "to/to"),
    # as, since, once
    ("It is known as baldness.", "as/prep"),
    ("It starts as the immune system attacks the root.", "as/sub"),
    ("As a JAK inhibitor, it is taken by mouth.", "As/prep"),
    ("It has been licensed since 2022.", "since/prep"),
    ("It is safe since it was tested.", "since/sub"),
    ("Since it was tested, it is safe.", "Since/sub"),
    ("It is taken at the moment.", "at_the_moment/adv"),
    ("It was once thought to be catching.", "once/adv"),
    ("Once the root is dead, hair is lost.", "Once/sub"),
    ("After treatment the hair grows back.", "After/prep"),
    ("After the hair was lost, it grew back.", "After/sub"),
    ("Before 2022 nothing was approved.", "Before/prep"),
    # 's
    ("It's an enzyme.", "'s/be"),
    ("Pfizer's drug is a capsule.", "'s/poss"),
    ("What's the cause?", "'s/be"),
    ("It's been approved.", "'s/have"),
    ("There's no cure.", "'s/be"),
    ("The drug's not approved.", "'s/be"),
    ("Baricitinib's effect is known.", "'s/poss"),
    # negations
    ("It isn't catching.", "n't/neg"),
    ("It can't be cured.", "n't/neg"),
    ("It is no longer sold.", "no_longer/neg"),
    ("It has yet to be approved.", "yet_to/neg"),
    ("It is by no means catching.", "by_no_means/neg"),
    ("It is anything but safe.", "anything_but/neg"),
    ("It blocks neither JAK1 nor JAK2.", "neither/neg"),
    ("Neither drug is approved.", "Neither/quant"),
    # there
    ("There is no cure.", "There/ex"),
    ("There the hair is lost.", "There/adv"),
    # joined
    ("It is FDA-approved.", "FDA-approved/v"),
    ("An FDA-approved drug helps.", "FDA-approved/adj"),
    ("A well-known drug helps.", "well-known/adj"),
    ("It fell out because of stress.", "because_of/prep"),
]  # fmt: skip
TOKENS = [
    ("isn't", "is n't"), ("isn’t", "is n’t"), ("AA's", "AA 's"), ("U.S.", "U.S."), ("4.5 mg", "4.5 mg"),
    ("they're", "they 're"), ("cannot", "cannot"), ("patients' hair", "patients ' hair"), ("O'Neill", "O'Neill"),
    ("JAK1/JAK2", "JAK1 / JAK2"), ("(e.g.)", "( e.g. )"), ("1,200", "1,200"), ("don't", "do n't"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "tagged"), rows(TAGS))
def test_tag(text: str, tagged: str) -> None:
    assert tagged.lower() in tags(text).lower().split()


@pytest.mark.parametrize(("text", "tokens"), rows(TOKENS))
def test_tokens(text: str, tokens: str) -> None:
    assert " ".join(t.text for t in tokenize(text, 0, len(text))) == tokens


def test_tokens_know_their_places() -> None:
    text = "  It isn't Pfizer's (4 mg)."
    assert all(text[t.start : t.end] == t.text for t in tokenize(text, 0, len(text)))


def test_verbs_know_their_lemma_and_form() -> None:
    found = {t.low: (t.lemma, t.tags.get("form")) for t in parsed("It was approved; it blocks what sat there.").tokens}
    assert found["approved"] == ("approve", "vbn")
    assert found["blocks"] == ("block", "vbz")
    assert found["sat"][0] == "sit"


def test_a_date_holds_no_comma() -> None:
    assert "," not in tags("On June 13, 2022 it came.")
