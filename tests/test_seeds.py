"""The sample articles: everything that is wrong in them is found, and nothing else."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Command

ROOT = Path(__file__).resolve().parent.parent

# (code, severity, words of the line on which the finding begins), in the order of the document.
WRONG: dict[str, list[tuple[str, str, str]]] = {
    "baricitinib-for-alopecia-areata.md": [
        ("FC203", "error", "alopecia totalis or alopecia universalis"),
        ("FC301", "error", "the only FDA-approved JAK inhibitor for hair loss"),
        ("FC501", "note", "several black box warnings"),
    ],
    "is-a-cure-on-the-way.md": [
        ("FC202", "error", "thought to arise from an autoimmune reaction"),
        ("FC101", "error", "cytokanes"),
        ("FC101", "error", "ruxotilinib"),
        ("FC301", "error", "expected to start later this year"),
        ("FC201", "warning", "endocrine system alone"),
        ("FC101", "error", "Ruxotilinib and fedratinib"),
    ],
    "jak-inhibitors-and-regrowth.md": [
        ("FC202", "error", "oclacitinib (Apoquel)"),
        ("FC201", "error", "enzymes called cytokines"),
    ],
    "ruxolitinib-pilot-study.txt": [],
    "what-is-a-jak-inhibitor.txt": [
        ("FC301", "error", "have never been tested in trials"),
        ("FC301", "error", "the only licensed and proven drugs for hair loss"),
    ],
}


def test_every_sample_is_listed() -> None:
    assert {path.name for path in (ROOT / "seeds").iterdir()} == set(WRONG)


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_is_found_and_nothing_else(name: str, factcheck: Command) -> None:
    path = ROOT / "seeds" / name
    lines = path.read_text(encoding="utf-8").splitlines()
    (document,) = json.loads(factcheck(str(path), "--format", "json").out)["documents"]
    found = [
        (finding["code"], finding["severity"], " ".join(lines[finding["line"] - 1 : finding["end_line"]]))
        for finding in document["findings"]
    ]
    assert [each[:2] for each in found] == [each[:2] for each in WRONG[name]], found
    for (_, _, line), (_, _, words) in zip(found, WRONG[name], strict=True):
        assert words in line


def test_misspelled_names_come_with_their_fix(factcheck: Command) -> None:
    report = json.loads(factcheck(str(ROOT / "seeds"), "--select", "FC101", "--format", "json").out)
    fixes = [
        (finding["quote"], [fix["replacement"] for fix in finding["fixes"]])
        for document in report["documents"]
        for finding in document["findings"]
    ]
    assert fixes == [("cytokanes", ["cytokines"]), ("ruxotilinib", ["ruxolitinib"]), ("Ruxotilinib", ["Ruxolitinib"])]


def test_the_outdated_claims_say_since_when(factcheck: Command) -> None:
    path = ROOT / "seeds" / "baricitinib-for-alopecia-areata.md"
    out = factcheck(str(path), "--select", "FC301").out
    assert "Outdated since 2023-06-23. It was true from 2022-06-13." in out
