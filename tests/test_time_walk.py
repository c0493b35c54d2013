"""Sentences on approvals, walked through time: the day before, of and after each FDA approval for alopecia areata.

Baricitinib was approved on 13 June 2022, ritlecitinib on 23 June 2023, deuruxolitinib on 25 July 2024; the
expectations follow from these days alone.
"""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from factcheck.config import Config
from factcheck.readers import read
from factcheck.run import report_of
from tests.reading import extractor, knowledge

APPROVALS = [date(2022, 6, 13), date(2023, 6, 23), date(2024, 7, 25)]
DAYS = [day + timedelta(step) for day in APPROVALS for step in (-1, 0, 1)]
NOW = date(2026, 11, 22)

# One sign for each day: `.` silent, `o` outdated, `x` false.
WALKS = [
    ("Baricitinib is the first JAK inhibitor approved by the FDA for alopecia areata.", "... ... ..."),
    ("Baricitinib is approved by the FDA for alopecia areata.", "... ... ..."),
    ("In May 2022 no JAK inhibitor was approved by the FDA for alopecia areata.", "... ... ..."),
    ("In 2021 ritlecitinib was expected to be approved by the FDA for alopecia areata.", "... ... ..."),
    ("Ritlecitinib is expected to be approved for alopecia areata in Australia.", "... ... ..."),
    ("Upadacitinib is not yet approved by the FDA for alopecia areata.", "... ... ..."),
    ("If the trials go well, deuruxolitinib could be approved by the FDA for alopecia areata.", "... ... ..."),
    ("No systemic treatment is approved by the FDA for alopecia areata.", ".oo ooo ooo"),
    ("No JAK inhibitor is approved by the FDA for alopecia areata.", ".oo ooo ooo"),
    ("Baricitinib is the only JAK inhibitor approved by the FDA for alopecia areata.", "... .oo ooo"),
    ("Ritlecitinib is the only JAK inhibitor approved by the FDA for alopecia areata.", ".xx xxx xxx"),
    ("Ritlecitinib is the second JAK inhibitor approved by the FDA for alopecia areata.", ".xx x.. ..."),
    ("Two JAK inhibitors are approved by the FDA for alopecia areata.", ".xx x.. .oo"),
    ("Three JAK inhibitors are approved by the FDA for alopecia areata.", ".xx xxx x.."),
    ("Baricitinib is not yet approved by the FDA for alopecia areata.", ".oo ooo ooo"),
    ("Ritlecitinib is not yet approved by the FDA for alopecia areata.", "... .oo ooo"),
    ("Deuruxolitinib is not yet approved by the FDA for alopecia areata.", "... ... .oo"),
    ("Deuruxolitinib awaits FDA approval for alopecia areata.", "... ... .oo"),
    ("Baricitinib is expected to be approved by the FDA for alopecia areata.", ".oo ooo ooo"),
    ("Ritlecitinib is expected to be approved by the FDA for alopecia areata.", "... .oo ooo"),
    ("The FDA will soon approve deuruxolitinib for alopecia areata.", "... ... .oo"),
    ("Olumiant and Litfulo are the only JAK inhibitors approved by the FDA for alopecia areata.", "... ... .oo"),
]
SIGNS = {"o": {"FC301"}, "x": {"FC202"}, ".": set()}


def codes(text: str, suffix: str, as_of: date) -> set[str]:
    """The codes of the findings of a document on a day."""
    document = read(f"x.{suffix}", text.encode())
    report = report_of(document, extractor().read(document), knowledge(), Config(isolated=True, as_of=as_of))
    return {each.code for each in report.findings}


@pytest.mark.parametrize(("text", "signs"), WALKS, ids=[text for text, _ in WALKS])
def test_a_sentence_is_judged_on_the_day(text: str, signs: str) -> None:
    found = [codes(text, "txt", day) for day in DAYS]
    assert found == [SIGNS[sign] for sign in signs.replace(" ", "")]


FRAMES = [
    ("md", "---\ndate: {}\n---\n\n{}\n"),
    ("md", "---\nlastmod: {}\n---\n\n{}\n"),
    ("md", "---\nupdated: {}\n---\n\n{}\n"),
    ("html", '<html><head><meta property="article:published_time" content="{}"></head><body><p>{}</p></body></html>'),
    ("html", '<html><body><time datetime="{}">then</time><p>{}</p></body></html>'),
]


@pytest.mark.parametrize(("suffix", "frame"), FRAMES)
@pytest.mark.parametrize("day", [APPROVALS[0] - timedelta(1), APPROVALS[0] + timedelta(1)])
def test_what_was_true_when_a_document_was_written_is_outdated_today(suffix: str, frame: str, day: date) -> None:
    text = "No JAK inhibitor is approved by the FDA for alopecia areata."
    assert codes(frame.format(day, text), suffix, NOW) == {"FC301"}
    document = read(f"x.{suffix}", frame.format(day, text).encode())
    assert document.date == day
