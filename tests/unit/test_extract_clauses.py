"""Clauses: who does what to whom, at any distance, and on what each clause hangs."""

from __future__ import annotations

import pytest

from tests.reading import clause, heads, parsed, rows

SUBJECTS = [
    # text, verb, subject, object or complement
    ("Baricitinib blocks JAK1.", "block", "baricitinib", "jak1"),
    # not across a boundary
    ("Cytokines rise; baricitinib blocks JAK1.", "block", "baricitinib", "jak1"),
    ("When cytokines rise, baricitinib blocks JAK1.", "block", "baricitinib", "jak1"),
    ("Unlike ritlecitinib, baricitinib blocks JAK1.", "block", "baricitinib", "jak1"),
    ("In patients with alopecia areata, baricitinib blocks JAK1.", "block", "baricitinib", "jak1"),
    ("Although ritlecitinib helps, baricitinib blocks JAK1.", "block", "baricitinib", "jak1"),
    ("As you may know, baricitinib blocks JAK1.", "block", "baricitinib", "jak1"),
    ("However, baricitinib blocks JAK1.", "block", "baricitinib", "jak1"),
    ("After treatment the drug blocks JAK1.", "block", "drug", "jak1"),
    # across parentheses, appositions and relatives
    ("Baricitinib (Olumiant) blocks JAK1.", "block", "baricitinib", "jak1"),
    ("Baricitinib, sold as Olumiant, blocks JAK1.", "block", "baricitinib", "jak1"),
    ("Baricitinib, a JAK inhibitor, blocks JAK1.", "block", "baricitinib", "jak1"),
    ("Baricitinib, which is taken by mouth, blocks JAK1.", "block", "baricitinib", "jak1"),
    ("Baricitinib, unlike ritlecitinib, blocks JAK1.", "block", "baricitinib", "jak1"),
    ("Baricitinib, however, blocks JAK1.", "block", "baricitinib", "jak1"),
    ("Baricitinib – a tablet – blocks JAK1.", "block", "baricitinib", "jak1"),
    ("The drug that Lilly makes in Ireland blocks JAK1.", "block", "drug", "jak1"),
    ("The drug that is taken by patients with hair loss blocks JAK1.", "block", "drug", "jak1"),
    ("The tablets of baricitinib for adults block JAK1.", "block", "tablets", "jak1"),
    ("The drug, tested in women (and in men), blocks JAK1.", "block", "drug", "jak1"),
    # coordination
    ("Baricitinib and ritlecitinib block JAK1.", "block", "baricitinib+ritlecitinib", "jak1"),
    ("Baricitinib, ritlecitinib and tofacitinib block JAK1.", "block", "baricitinib+ritlecitinib+tofacitinib", "jak1"),
    ("Baricitinib calms cytokines and blocks JAK1.", "block", "baricitinib", "jak1"),
    ("Baricitinib is a tablet, calms cytokines and blocks JAK1.", "block", "baricitinib", "jak1"),
    ("Baricitinib blocks JAK1 and JAK2.", "block", "baricitinib", "jak1+jak2"),
    ("Baricitinib blocks JAK1, JAK2 and TYK2.", "block", "baricitinib", "jak1+jak2+tyk2"),
    ("Baricitinib blocks JAK1, and ritlecitinib spares JAK2.", "block", "baricitinib", "jak1"),
    ("Baricitinib blocks JAK1, and ritlecitinib spares JAK2.", "spare", "ritlecitinib", "jak2"),
    ("Baricitinib blocks JAK1 but spares JAK3.", "spare", "baricitinib", "jak3"),
    ("Both baricitinib and ritlecitinib block JAK1.", "block", "baricitinib+ritlecitinib", "jak1"),
    # relatives
    ("Baricitinib, which blocks JAK1, is a tablet.", "block", "baricitinib", "jak1"),
    ("The tablet that blocks JAK1 is baricitinib.", "block", "tablet", "jak1"),
    ("Tablets of baricitinib, which block JAK1, help.", "block", "tablets", "jak1"),
    # control and raising
    ("Baricitinib is used to block JAK1.", "block", "baricitinib", "jak1"),
    ("Baricitinib seems to block JAK1.", "block", "baricitinib", "jak1"),
    ("Baricitinib is thought to block JAK1.", "block", "baricitinib", "jak1"),
    ("Baricitinib works by blocking JAK1.", "block", "baricitinib", "jak1"),
    ("Baricitinib, blocking JAK1, calms cytokines.", "block", "baricitinib", "jak1"),
    ("Blocking JAK1, baricitinib calms cytokines.", "block", "baricitinib", "jak1"),
    ("Baricitinib is able to block JAK1.", "block", "baricitinib", "jak1"),
    ("Doctors want baricitinib to block JAK1.", "block", "baricitinib", "jak1"),
    ("Baricitinib can both calm cytokines and block JAK1.", "block", "baricitinib", "jak1"),
    # inversion and questions
    ("Does baricitinib block JAK1?", "block", "baricitinib", "jak1"),
    ("Nor does baricitinib block JAK1.", "block", "baricitinib", "jak1"),
    ("Is baricitinib an antibody?", "be", "baricitinib", "antibody"),
    ("Nor is baricitinib an antibody.", "be", "baricitinib", "antibody"),
    ("Are JAK inhibitors enzymes?", "be", "jak inhibitors", "enzymes"),
    ("Can baricitinib block JAK1?", "block", "baricitinib", "jak1"),
    ("How does baricitinib block JAK1?", "block", "baricitinib", "jak1"),
    ("Not only does baricitinib block JAK1, it helps.", "block", "baricitinib", "jak1"),
    ("Only rarely does baricitinib block JAK1.", "block", "baricitinib", "jak1"),
]  # fmt: skip
PASSIVES = [
    # text, verb, grammatical subject, preposition, its noun
    ("JAK1 is blocked by baricitinib.", "block", "jak1", "by", "baricitinib"),
    ("JAK1 has been blocked by the tablet baricitinib.", "block", "jak1", "by", "baricitinib"),
    ("JAK1, an enzyme, is blocked by baricitinib.", "block", "jak1", "by", "baricitinib"),
    ("JAK1 is not blocked by ritlecitinib but by baricitinib.", "block", "jak1", "by", "ritlecitinib+baricitinib"),
    ("Baricitinib was approved by the FDA for alopecia areata.", "approve", "baricitinib", "for", "alopecia areata"),
    ("Baricitinib, approved for alopecia areata, is a tablet.", "approve", "baricitinib", "for", "alopecia areata"),
    ("Baricitinib was approved in 2022 for alopecia areata and vitiligo.", "approve", "baricitinib", "for",
     "alopecia areata+vitiligo"),
    ("Baricitinib was approved not for vitiligo but for alopecia areata.", "approve", "baricitinib", "for",
     "vitiligo+alopecia areata"),
]  # fmt: skip
KINDS = [
    # text, verb, kind, opener
    ("Baricitinib blocks JAK1.", "block", "main", ""),
    ("It helps because it blocks JAK1.", "block", "reason", "because"),
    ("It helps if it blocks JAK1.", "block", "condition", "if"),
    ("If it blocks JAK1, it helps.", "block", "condition", "if"),
    ("It helps although it blocks JAK1.", "block", "concession", "although"),
    ("It helps when it blocks JAK1.", "block", "time", "when"),
    ("We know that it blocks JAK1.", "block", "complement", "that"),
    ("We know that in mice it blocks JAK1.", "block", "complement", "that"),
    ("It is false that, unlike others, it blocks JAK1.", "block", "complement", "that"),
    ("It is a myth that in 2022 the drug blocked JAK1.", "block", "complement", "that"),
    ("Remember that it blocks JAK1.", "block", "complement", "that"),
    ("Suppose that baricitinib blocks JAK1.", "block", "complement", "that"),
    ("Many ask whether it blocks JAK1.", "block", "condition", "whether"),
    ("The drug that blocks JAK1 helps.", "block", "relative", "that"),
    ("It helps and blocks JAK1.", "block", "coordinate", "and"),
    ("It seems to block JAK1.", "block", "infinitive", ""),
    ("It helps, blocking JAK1.", "block", "participle", ""),
]  # fmt: skip
FLIPPED = [
    # text, verb, heads whose polarity is not that of the verb
    ("It blocks JAK1 and JAK2.", "block", ""),
    ("It does not block JAK1 or JAK2.", "block", ""),
    ("It does not block JAK1 but JAK3.", "block", "jak3"),
    ("It blocks not JAK1 but JAK3.", "block", "jak1"),
    ("It blocks JAK3, not JAK1.", "block", "jak1"),
    ("It blocks JAK3 and not JAK1.", "block", "jak1"),
    ("It blocks JAK3 but not JAK1.", "block", "jak1"),
    ("It blocks JAK3 rather than JAK1.", "block", "jak1"),
    ("It blocks JAK3 instead of JAK1.", "block", "jak1"),
    ("It blocks not only JAK1 but also JAK3.", "block", ""),
    ("It is an enzyme, not a hormone.", "be", "hormone"),
    ("It is not an enzyme but a hormone.", "be", "hormone"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "verb", "subject", "thing"), rows(SUBJECTS))
def test_subject_and_object(text: str, verb: str, subject: str, thing: str) -> None:
    found = clause(text, verb)
    assert (heads(found.subjects), heads(found.objects or found.complements)) == (subject, thing)


@pytest.mark.parametrize(("text", "verb", "subject", "preposition", "nouns"), rows(PASSIVES))
def test_passive(text: str, verb: str, subject: str, preposition: str, nouns: str) -> None:
    found = clause(text, verb)
    assert found.verb.passive
    behind = [p for prep, phrases, _ in found.adjuncts if prep == preposition for p in phrases]
    assert (heads(found.subjects), heads(behind)) == (subject, nouns)


@pytest.mark.parametrize(("text", "verb", "kind", "opener"), rows(KINDS))
def test_kind(text: str, verb: str, kind: str, opener: str) -> None:
    found = clause(text, verb)
    assert (found.kind, found.opener) == (kind, opener)


@pytest.mark.parametrize(("text", "verb", "flipped"), rows(FLIPPED))
def test_contrast_within_a_clause(text: str, verb: str, flipped: str) -> None:
    found = clause(text, verb)
    assert heads([p for p in parsed(text).phrases if p.index in found.flipped]) == flipped


def test_fronted_phrases_belong_to_the_clause() -> None:
    found = clause("In alopecia areata, the immune system attacks the follicles.", "attack")
    assert [(prep, heads(nouns)) for prep, nouns in found.fronted] == [("in", "alopecia areata")]


def test_a_verb_without_a_subject_has_none() -> None:
    assert clause("Inhibit JAK1 twice.", "inhibit").subjects == []
