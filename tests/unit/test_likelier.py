"""A plain word nearer than the name: misspelled words that are not misspelled names."""

from __future__ import annotations

import pytest
from rapidfuzz.distance import OSA

from factcheck.extract.likelier import one_edit, plainer

PLAIN = frozenset(("serologic", "ligament", "cat"))


@pytest.mark.parametrize(
    ("word", "choice", "edits", "expected"),
    [
        ("figment", "pigment", 1, False),  # no plain word is near
        ("seologic", "biologic", 2, True),
        ("ligment", "pigment", 1, True),
        ("ligment", "ligand", 1, False),  # a name as near, with the same first letter
        ("catt", "cattus", 2, False),  # short words lie near everything
    ],
)
def test_a_plain_word_is_likelier(word: str, choice: str, edits: int, expected: bool) -> None:
    assert plainer(word, choice, edits, PLAIN.__contains__) is expected


def test_every_word_one_edit_away_is_looked_at() -> None:
    found = set(one_edit("abca")) - {"abca"}
    assert {OSA.distance("abca", other) for other in found} == {1}
    assert {"bca", "abc", "abcax", "zabca", "bacca", "acba", "abcz"} - {"bacca"} <= found
    assert len(found) == 5 * 26 - 4 + 4 * 25 + 4 + 3  # 126 longer, 100 changed, 4 shorter, 3 swapped
