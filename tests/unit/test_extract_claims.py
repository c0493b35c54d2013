"""Claims end to end: documents of which nothing is said wrong come first, then the findings that they must give."""

from __future__ import annotations

import pytest

from tests.reading import claims, faults, rows

SILENT = [
    # two claims, both right; contrast; not A but B
    ("txt", "Alopecia areata is an autoimmune disease, whereas androgenetic alopecia is driven by androgens."),
    ("txt", "Unlike androgenetic alopecia, alopecia areata is an autoimmune disease."),
    ("txt", "Androgenetic alopecia is caused not by autoimmunity but by androgens."),
    ("txt", "Cytokines are proteins, and Janus kinases are enzymes."),
    ("txt", "Cytokines are proteins, Janus kinases enzymes."),
    ("txt", "Ritlecitinib inhibits JAK3, baricitinib JAK1 and JAK2."),
    ("txt", "Cytokines, Janus kinases and other proteins take part in inflammation."),
    ("txt", "Never a pure disease of the scalp, alopecia areata is autoimmune."),
    # lists and tables of right things
    ("md", "Enzymes:\n\n- Janus kinases\n- tyrosine kinases\n"),
    ("md", "Cytokines are not\n\n- enzymes\n- cells\n- antibodies\n"),
    ("md", "These are no enzymes:\n\n- cytokines\n- antibodies\n"),
    ("md", "Common mistakes:\n\n- Cytokines are enzymes.\n- Alopecia areata is contagious.\n"),
    ("md", "| Drug | Brand |\n|---|---|\n| Baricitinib | Olumiant |\n| Ritlecitinib | Litfulo |\n"),
    ("md", "| Brand | Not to be confused with |\n|---|---|\n| Olumiant | Litfulo |\n"),
    ("md", "| Claim | True? |\n|---|---|\n| Cytokines are enzymes. | No |\n"),
    ("md", "| Myth | Fact |\n|---|---|\n| Cytokines are enzymes. | Cytokines are proteins. |\n"),
    ("md", "| Molecule | Enzyme |\n|---|---|\n| Cytokines | no |\n| Janus kinases | yes |\n"),
    # headings
    ("md", "## Myth: cytokines are enzymes\n\nThey are proteins.\n"),
    ("md", "## Are cytokines enzymes?\n\nNo.\n"),
    ("md", "## Is alopecia areata contagious?\n\nIt is not.\n"),
    ("md", "## Cytokines\n\nEnzymes are another matter.\n"),
    ("md", "# Alopecia areata: Janus kinase inhibitors\n\nThey help some.\n"),
    ("md", "## Myths\n\n### Cytokines are enzymes\n\nThey are proteins.\n"),
    ("md", "## Flu\n\nIt is contagious.\n"),
    ("md", "> Cytokines are enzymes.\n\nThis quotation is wrong.\n"),
    # code and links are no prose
    ("md", "`Cytokines are enzymes.`\n"),
    ("md", "    Cytokines are enzymes.\n"),
    ("html", "<p>Hair grows.</p><script>Cytokines are enzymes.</script>"),
    # names alone
    ("txt", "Cytokines. Enzymes."),
    ("txt", "Cytokines and enzymes."),
    ("txt", "Keywords: cytokines, enzymes, hormones"),
    ("txt", "Olumiant, ritlecitinib"),
    ("txt", "See also: cytokines; enzymes"),
]  # fmt: skip
FAULTS = [
    # two claims of different truth in one sentence: only the wrong one is told
    ("txt", "Janus kinases are enzymes, and cytokines are enzymes too.", "cytokines are enzymes"),
    ("txt", "Cytokines are enzymes, whereas Janus kinases are enzymes inside the cell.", "Cytokines are enzymes"),
    ("txt", "Alopecia areata is autoimmune, and androgenetic alopecia is an infection.",
     "androgenetic alopecia is an infection"),
    ("txt", "Alopecia areata is not contagious, but cytokines are enzymes.", "cytokines are enzymes"),
    ("txt", "Ritlecitinib (Olumiant) inhibits JAK3.", "Olumiant"),
    ("txt", "Enzymes such as Janus kinases and cytokines were found.", "cytokines"),
    ("txt", "Baricitinib inhibits JAK1 and JAK4.", "JAK4"),
    ("txt", "Unlike hormones, cytokines are enzymes.", "cytokines are enzymes"),
    # bullets under a lead-in
    ("md", "Cytokines are:\n\n- enzymes\n- small\n", "enzymes"),
    ("md", "Enzymes are, for example,\n\n- cytokines\n- kinases\n", "cytokines"),
    ("md", "What you should know:\n\n- Cytokines are enzymes.\n- Hair grows.\n", "Cytokines are enzymes"),
    ("md", "Remember:\n\n1. Cytokines are enzymes.\n", "Cytokines are enzymes"),
    ("md", "About alopecia areata:\n\n- it is contagious\n- it is common\n", "is contagious"),
    ("md", "Alopecia areata:\n\n- is contagious\n- is common\n", "is contagious"),
    ("md", "- **Alopecia areata**: a contagious disease\n", "contagious disease"),
    # table rows under headers
    ("md", "| Drug | Brand name |\n|---|---|\n| Ritlecitinib | Olumiant |\n", "Olumiant"),
    ("md", "| Brand | Active ingredient |\n|---|---|\n| Olumiant | ritlecitinib |\n", "ritlecitinib"),
    ("md", "| Disease | Cause |\n|---|---|\n| Androgenetic alopecia | autoimmunity |\n", "autoimmunity"),
    ("md", "| Drug | Targets |\n|---|---|\n| Ritlecitinib | JAK1 |\n", "JAK1"),
    ("md", "| No. | Statement |\n|---|---|\n| 1 | Cytokines are enzymes. |\n", "Cytokines are enzymes"),
    ("md", "| Myth | Fact |\n|---|---|\n| Hair is alive. | Cytokines are enzymes. |\n", "Cytokines are enzymes"),
    # heading and pronoun, question heading and answer
    ("md", "## Alopecia areata\n\nIt is contagious.\n", "is contagious"),
    ("md", "## Alopecia areata\n\nThis condition is contagious.\n", "is contagious"),
    ("md", "## What is alopecia areata?\n\nA contagious disease.\n", "contagious disease"),
    ("md", "## Is alopecia areata contagious?\n\nYes.\n", "Yes"),
    ("md", "## Is alopecia areata contagious?\n\nYes, it is.\n", "Yes, it is"),
    ("md", "## Cytokines\n\nThese enzymes drive inflammation.\n", "These enzymes"),
    ("md", "# Cytokines are enzymes\n\nHair grows.\n", "Cytokines are enzymes"),
    # markup within the claim
    ("md", "**Cytokines** are *enzymes*.\n", "enzymes"),
    ("md", "[Cytokines](a.md) are [enzymes](b.md).\n", "enzymes"),
    ("html", "<ul><li>Cytokines are <em>enzymes</em>.</li></ul>", "enzymes"),
    ("html", "<dl><dt>Cytokine</dt><dd>An enzyme of the immune system.</dd></dl>", "enzyme"),
    # misspelled names carry their claims
    ("txt", "Cytokenes are enzymes.", "enzymes"),
    ("txt", "Alopecia aerata is contagious.", "contagious"),
]  # fmt: skip


@pytest.mark.parametrize(("suffix", "text"), rows(SILENT))
def test_nothing_is_wrong(suffix: str, text: str) -> None:
    assert faults(text, suffix) == []


@pytest.mark.parametrize(("suffix", "text", "words"), rows(FAULTS))
def test_what_is_wrong_is_found_and_nothing_else(suffix: str, text: str, words: str) -> None:
    found = [quote for code, quote in faults(text, suffix) if not code.startswith("FC1")]
    assert len(found) == 1, found
    plain = " ".join(found[0].replace("*", "").split())
    assert words.lower() in plain.lower()


def test_claims_know_their_places() -> None:
    text = "Hair grows. Cytokines are enzymes, and alopecia areata is contagious."
    for claim in claims(text):
        assert claim.sentence.start <= claim.span.start < claim.span.end <= claim.sentence.end
        assert text[claim.sentence.start : claim.sentence.end].startswith("Cytokines")
