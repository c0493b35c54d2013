"""Acceptance: the verified catalogue that lies beside the checkout, where it does: what it calls true and false."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from pathlib import Path

import pytest

from factcheck.config import Config
from factcheck.model.finding import Finding
from factcheck.readers import read
from factcheck.run import report_of
from tests.reading import extractor, knowledge

CATALOGUE = Path(__file__).resolve().parent.parent.parent / "shared" / "reference" / "facts.md"
pytestmark = pytest.mark.skipif(not CATALOGUE.is_file(), reason="the catalogue is not beside this checkout")

STATE = date(2026, 11, 22)  # the day of which the catalogue speaks
FLAGGED = 0.97  # of what is wrong or outdated
WARNED = 0.8  # of what is imprecise
TOLD = 0.88  # of what is imprecise, with what is told as a note

# Not confirmed, as the catalogue says of them: at most a note asks for a check.
UNCONFIRMED = {
    "Baricitinib is a JAK3 inhibitor.",
    "Baricitinib is JAK3-selective.",
    "Deuruxolitinib is a JAK3 inhibitor.",
    "Rinvoq is FDA-approved for alopecia areata.",
    "Rinvoq is FDA-approved for vitiligo.",
    "DPCP is FDA-approved for alopecia areata.",
    "Transplanted hair is immune to alopecia areata.",
    "Hair transplant is the best treatment for alopecia universalis.",
}

# Wrong, and told as warnings: why an error would claim more than is known.
MILDER = {
    "In alopecia areata the follicles die, so hair cannot grow back.": "serious pages write of follicles that die",
    "PRP is a drug approved by the FDA.": "rests on a weak page plus memory",
    "Live vaccines are safe on baricitinib.": "the part on live vaccines is from memory of the labels",
}
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DATE = re.compile(rf",? ?\b(?:on|in|since|from|of)? ?(?:(?:\d{{1,2}} )?(?:{_MONTHS}) )?(?:19|20)\d\d(?:-\d\d)*\b")


@lru_cache(maxsize=1)
def entries() -> list[tuple[str, list[str]]]:
    """The id and the lines of each entry."""
    text = CATALOGUE.read_text(encoding="utf-8") if CATALOGUE.is_file() else ""
    parts = re.split(r"^### (\w+).*\n", text, flags=re.MULTILINE)[1:]
    return [(name, body.splitlines()) for name, body in zip(parts[::2], parts[1::2], strict=True)]


def told(lines: list[str], key: str) -> str:
    """What stands behind a key of an entry; empty if it has none."""
    return next((line.partition(": ")[2].strip() for line in lines if line.startswith(f"- {key}: ")), "")


def variants(severity: str) -> list[tuple[str, str]]:
    """The wrong variants of a severity, as sentences."""
    found = []
    for name, lines in entries():
        for line in lines:
            match = re.match(r"- wrong variants(?: \((\w+)\))?: (.*)", line)
            if match and (match[1] or told(lines, "severity")) == severity:
                found += [(name, f"{text[0].upper()}{text[1:]}.") for text in re.findall(r'"([^"]+)"', match[2])]
    return found


def findings(text: str, *, notes: bool = False) -> list[Finding]:
    """The findings of a text that stands alone, with or without notes."""
    document = read("x.txt", text.encode())
    report = report_of(document, extractor().read(document), knowledge(), Config(isolated=True, as_of=STATE))
    return [each for each in report.findings if notes or each.severity != "note"]


STATEMENTS = [(name, told(lines, "statement")) for name, lines in entries()]
ALLOWED = [(name, text) for name, lines in entries() for text in re.findall(r"'([^']{8,})'", told(lines, "allowed"))]


@pytest.mark.parametrize(("name", "text"), STATEMENTS, ids=[name for name, _ in STATEMENTS])
def test_a_true_statement_is_silent(name: str, text: str) -> None:
    assert [(each.code, each.quote) for each in findings(text)] == [], name


@pytest.mark.parametrize(("name", "text"), ALLOWED, ids=[text[:40] for _, text in ALLOWED])
def test_an_allowed_wording_is_silent(name: str, text: str) -> None:
    assert [(each.code, each.quote) for each in findings(f"{text[0].upper()}{text[1:]}.")] == [], name


def test_wrong_variants_are_flagged() -> None:
    wrong = variants("error") + variants("outdated")
    missed = [(name, text) for name, text in wrong if not findings(text)]
    assert len(missed) <= (1 - FLAGGED) * len(wrong), missed
    assert [text for _, text in missed if text in MILDER] == []


def test_errors_are_told_as_errors() -> None:
    told = {text: {each.severity for each in findings(text)} for _, text in variants("error")}
    assert sorted(text for text, found in told.items() if found == {"warning"}) == sorted(MILDER)


def test_imprecise_variants_are_told_as_warnings() -> None:
    loose = variants("imprecise")
    told = {text: {each.severity for each in findings(text)} for _, text in loose}
    assert [text for text, found in told.items() if "error" in found] == []
    missed = [(name, text) for name, text in loose if not told[text]]
    assert len(missed) <= (1 - WARNED) * len(loose), missed
    untold = [(name, text) for name, text in missed if not findings(text, notes=True)]
    assert len(untold) <= (1 - TOLD) * len(loose), untold


def test_what_is_not_confirmed_is_at_most_a_note() -> None:
    assert {text for _, text in variants("imprecise")} >= UNCONFIRMED
    told = {text: {each.severity for each in findings(text, notes=True)} for text in UNCONFIRMED}
    assert {text: found for text, found in told.items() if found != {"note"}} == {}


def without_dates(text: str) -> str:
    """A statement without what stands in brackets, and without its dates."""
    return re.sub(r" +([.,;:])", r"\1", _DATE.sub("", re.sub(r" ?\([^()]*\)", "", text)))


@pytest.mark.parametrize(("name", "text"), STATEMENTS, ids=[name for name, _ in STATEMENTS])
def test_a_true_statement_without_its_brackets_is_silent(name: str, text: str) -> None:
    assert [(each.code, each.quote) for each in findings(re.sub(r" ?\([^()]*\)", "", text))] == [], name


@pytest.mark.parametrize(("name", "text"), STATEMENTS, ids=[name for name, _ in STATEMENTS])
def test_a_true_statement_without_its_dates_is_silent(name: str, text: str) -> None:
    assert [(each.code, each.quote) for each in findings(without_dates(text))] == [], name
