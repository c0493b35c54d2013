"""Mentions: what is no name comes first, then the forms in which a name is found."""

from __future__ import annotations

import pytest

from factcheck.extract.mentions import plural_of
from tests.reading import claims, mentions, rows

NONE = [
    "The sailor aged fast.",                      # AGA, AA inside words
    "They met at the aa meeting in town.",        # short form in small letters
    "A nice evening with friends.",               # NICE matches in capitals only
    "The jakarta office is closed.",              # JAK inside a word
    "An olumianted word is none.",
]  # fmt: skip
FOUND = [
    # text, words of the mention, entity
    ("Baricitinib helps.", "Baricitinib", "baricitinib"),
    ("BARICITINIB HELPS.", "BARICITINIB", "baricitinib"),
    ("Cytokines are proteins.", "Cytokines", "cytokine"),
    ("A cytokine is a protein.", "cytokine", "cytokine"),
    ("Olumiant® is a tablet.", "Olumiant", "olumiant"),
    ("Olumiant's dose is low.", "Olumiant", "olumiant"),
    ("The cytokines’ task is known.", "cytokines", "cytokine"),
    ("JAK inhibitors help.", "JAK inhibitors", "jak-inhibitor"),
    ("JAK-inhibitors help.", "JAK-inhibitors", "jak-inhibitor"),
    ("Janus-kinase inhibitors help.", "Janus-kinase inhibitors", "jak-inhibitor"),
    ("JAK\ninhibitors help.", "JAK\ninhibitors", "jak-inhibitor"),
    ("JAK\u00a0inhibitors help.", "JAK\u00a0inhibitors", "jak-inhibitor"),
    ("Frontal-fibrosing alopecia scars.", "Frontal-fibrosing alopecia", "frontal-fibrosing-alopecia"),
    ("The FDA said yes.", "FDA", "fda"),
    ("Alopecia areata (AA) is autoimmune; AA is not catching.", "AA", "alopecia-areata"),
    ("Androgenetic alopecia: AGA runs in families.", "AGA", "androgenetic-alopecia"),
    ("An interferon-gamma assay and interferons.", "interferons", "interferon"),
]  # fmt: skip
LONGEST = [
    ("Male pattern hair loss is common.", "Male pattern hair loss"),
    ("JAK inhibitor tablets", "JAK inhibitor"),
    ("Ruxolitinib cream is rubbed in.", "Ruxolitinib cream"),
    ("Selective JAK1 inhibitors help.", "Selective JAK1 inhibitors"),
]  # fmt: skip
GLUED = [
    ("It is a non-autoimmune disease.", "prefix", "non"),
    ("Anti-interferon antibodies were found.", "prefix", "anti"),
    ("Anti-JAK1 drugs help.", "prefix", "anti"),
    ("A cytokine-free medium", "suffix", "free"),
    ("A cytokine-like molecule", "suffix", "like"),
    ("It is a non autoimmune disease.", "prefix", "non"),
]  # fmt: skip


@pytest.mark.parametrize("text", rows(NONE))
def test_no_name(text: str) -> None:
    assert [m for m in mentions(text) if not m.weak] == []


@pytest.mark.parametrize(("text", "words", "entity"), rows(FOUND))
def test_a_name(text: str, words: str, entity: str) -> None:
    assert (words, True) in {(text[m.span.start : m.span.end], entity in m.entities) for m in mentions(text)}


@pytest.mark.parametrize(("text", "words"), rows(LONGEST))
def test_the_longest_name_wins(text: str, words: str) -> None:
    assert text[mentions(text)[0].span.start : mentions(text)[0].span.end] == words


@pytest.mark.parametrize(("text", "side", "glue"), rows(GLUED))
def test_what_is_glued_to_a_name(text: str, side: str, glue: str) -> None:
    assert glue in {getattr(each, side) for each in mentions(text)}


def test_a_short_form_without_its_long_form_is_weak() -> None:
    assert all(each.weak for each in mentions("AA is catching.") if "alopecia-areata" in each.entities)


def test_a_short_form_far_from_its_field_makes_no_claim() -> None:
    assert claims("AA is a club, not an agency.") == ()


def test_plural() -> None:
    made = {"enzyme": "enzymes", "body": "bodies", "pathway": "pathways", "box": "boxes", "mouse": "mice",
            "white mouse": "white mice", "thrombosis": "thromboses", "antibody": "antibodies"}  # fmt: skip
    assert {name: plural_of(name) for name in made} == made


def test_every_mention_is_what_stands_there() -> None:
    text = "Olumiant (baricitinib) blocks JAK1, and cytokines fall."
    found = [text[m.span.start : m.span.end] for m in mentions(text)]
    assert found == ["Olumiant", "baricitinib", "JAK1", "cytokines"]
