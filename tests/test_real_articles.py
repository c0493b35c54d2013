"""Acceptance: the five real articles that lie beside the checkout, where they do. Line numbers are theirs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Command

ARTICLES = Path(__file__).resolve().parent.parent.parent / "shared" / "seeds"
pytestmark = pytest.mark.skipif(not ARTICLES.is_dir(), reason="the real articles are not beside this checkout")

# What an editor found in each article: (line, code, severity), and a word of the faulty passage.
FAULTS: dict[str, list[tuple[int, str, str, str]]] = {
    "000": [
        (15, "FC202", "error", "oclacitinib"),
        (17, "FC201", "error", "enzymes called cytokines"),
    ],
    "001": [
        (43, "FC301", "error", "put through trials"),
        (49, "FC301", "error", "only licensed and proven medications"),
    ],
    "002": [],
    "003": [
        (10, "FC203", "error", "alopecia totalis"),
        (14, "FC301", "error", "the only JAK inhibitor approved by the FDA"),
        (37, "FC501", "note", "black box warnings"),
    ],
    "004": [
        (10, "FC202", "error", "androgenetic alopecia"),
        (10, "FC101", "error", "cytokanes"),
        (16, "FC101", "error", "ruxotilinib"),
        (16, "FC301", "error", "clinical trials are anticipated"),
        (20, "FC201", "warning", "endocrine system"),
        (20, "FC101", "error", "Ruxotilinib"),
    ],
}


def findings_of(number: str, factcheck: Command) -> list[dict[str, object]]:
    (path,) = ARTICLES.glob(f"{number}_*.txt")
    report = json.loads(
        factcheck("--isolated", "--as-of", "2026-11-22", "--ignore", "FC4", "--format", "json", str(path)).out
    )
    (document,) = report["documents"]
    return list(document["findings"])


@pytest.mark.parametrize("number", FAULTS)
def test_every_fault_is_found_and_nothing_else(number: str, factcheck: Command) -> None:
    found = findings_of(number, factcheck)
    assert [(f["line"], f["code"], f["severity"]) for f in found] == [fault[:3] for fault in FAULTS[number]]
    for finding, (*_, words) in zip(found, FAULTS[number], strict=True):
        assert words in str(finding["quote"])


def test_an_outdated_only_names_the_day_on_which_it_ended(factcheck: Command) -> None:
    (finding,) = [f for f in findings_of("003", factcheck) if f["code"] == "FC301"]
    assert finding["valid"] == {"from": "2022-06-13", "until": "2023-06-23"}


def test_a_misspelled_drug_has_a_safe_fix(factcheck: Command) -> None:
    fixes = [f["fixes"] for f in findings_of("004", factcheck) if f["code"] == "FC101"]
    assert [[(fix["replacement"], fix["safe"]) for fix in each] for each in fixes] == [  # type: ignore[attr-defined]
        [("cytokines", True)],
        [("ruxolitinib", True)],
        [("Ruxolitinib", True)],
    ]
