"""What replaces a misspelled name or a term: its number, its capitals, and whether that is certain."""

from __future__ import annotations

import pytest

from factcheck.checks.misspelled_name import number, plural
from factcheck.config import Config
from factcheck.discover import Source
from factcheck.run import check_bytes


@pytest.mark.parametrize(
    ("name", "written", "expected"),
    [
        ("ruxolitinib", "ruxotilinib", (False, True)),
        ("alopecia areata universalis", "universallis", (False, True)),
        ("cytokine", "cytokanes", (True, True)),
        ("cytokine", "cytokanne", (False, True)),
        ("cytokine", "cytokins", (True, False)),
        ("baricitinib", "baricitinis", (True, False)),
        ("dystrophy", "dystrofies", (True, True)),
        ("finasteride", "finasteridess", (False, True)),
    ],
)
def test_one_or_many(name: str, written: str, expected: tuple[bool, bool]) -> None:
    assert number(name, written) == expected


@pytest.mark.parametrize(
    ("name", "many"),
    [("cytokine", "cytokines"), ("dystrophy", "dystrophies"), ("assay", "assays"), ("vertex", "vertexes")],
)
def test_the_plural_of_a_name(name: str, many: str) -> None:
    assert plural(name) == many


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It has a black box warning.", "boxed warning"),
        ("It has black box warnings.", "boxed warnings"),
        ("It has a Black Box warning.", "boxed warning"),
        ("Black box warnings are few.", "Boxed warnings"),
        ("THIS IS A BLACK BOX WARNING.", "BOXED WARNING"),
        ("JAK receptors sit on the cell.", "Janus kinases"),
    ],
)
def test_a_term_opens_its_sentence_with_a_capital(text: str, expected: str) -> None:
    report = check_bytes(Source("page.txt", "page.txt"), text.encode(), Config(isolated=True))
    fixes = [each.fixes for each in report.findings if each.code == "FC501"]
    assert [[(fix.replacement, fix.safe) for fix in each] for each in fixes] == [[(expected, False)]]
