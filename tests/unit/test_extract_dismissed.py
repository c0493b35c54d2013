"""A document without a name that the packs judge is not parsed: and that loses nothing, however names are written."""

from __future__ import annotations

from functools import lru_cache
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.extract.claims import Extractor
from factcheck.knowledge import built_in_packs, load_knowledge
from factcheck.model.claim import Reading
from factcheck.readers import read

NAMES = ("Minoxidil", "baricitinib", "alopecia areata", "androgenetic alopecia", "cytokines", "JAK1", "AA", "Rogaine")
PLAIN = ("the", "weather", "is", "not", "a", "enzymes", "disease", "people", "it", "was", "approved", "autoimmune")
SLIPS = ("minoxdil", "baricitnib", "alopeica", "wether", "aproved")
WAYS_TO_SPLIT = ("plain", "tag", "soft", "unseen", "comment", "emphasis", "entity")
ENDS = (".", "?", "!", ":", "\n\n", "\n- ", "\n# ", " | ")


@lru_cache(maxsize=1)
def extractor() -> Extractor:
    return Extractor(load_knowledge([*built_in_packs()]))


def in_html(word: str, at: int, how: str) -> str:
    """A name that markup, an entity or a character without width splits."""
    between = {"tag": "<b></b>", "soft": "&shy;", "unseen": "\u200b", "comment": "<!-- x -->"}
    split = f"<em>{word[at]}</em>" if how == "emphasis" else between.get(how, "")
    if how == "entity":
        return f"{word[:at]}&#{ord(word[at])};{word[at + 1 :]}"
    return word[:at] + split + word[at + (how == "emphasis") :]


WAYS = st.sampled_from(WAYS_TO_SPLIT)
SPLIT = st.builds(lambda word, way: in_html(word, 1, way), st.sampled_from(NAMES + SLIPS), WAYS)
WORDS = st.one_of(st.sampled_from(PLAIN), st.sampled_from(SLIPS), st.sampled_from(ENDS), SPLIT)


def readings(source: str, name: str) -> tuple[Reading, Reading]:
    """What is read of a document, and what would be read if none were dismissed."""
    document = read(name, source.encode())
    with patch.object(Extractor, "dismisses", return_value=False):
        whole = extractor().read(document)
    return extractor().read(document), whole


@settings(max_examples=120, deadline=None)
@given(st.lists(WORDS, max_size=30), st.sampled_from(("page.md", "page.html", "page.txt")))
def test_dismissing_loses_nothing(words: list[str], name: str) -> None:
    ours, whole = readings(" ".join(words), name)
    assert ours == whole


@pytest.mark.parametrize("way", WAYS_TO_SPLIT)
def test_a_name_that_markup_splits_is_no_reason_to_dismiss(way: str) -> None:
    thing = in_html("Androgenetic", 3, way) + " alopecia"
    ours, whole = readings(f"<p>{thing} is an autoimmune disease.</p>", "page.html")
    assert ours == whole
    assert [claim.subject for claim in ours.claims] == ["androgenetic-alopecia"]


@pytest.mark.parametrize("text", ["", "The weather was fine.", "Many people wait at the door, and then they go home."])
def test_what_names_nothing_is_dismissed(text: str) -> None:
    document = read("page.md", text.encode())
    with patch("factcheck.extract.claims._Reader._block", side_effect=AssertionError("a block is read")):
        assert extractor().read(document).claims == ()
