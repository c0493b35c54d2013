"""Quantities: numbers that are none first, then doses, ranges, ratios, frequencies and dates."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.extract.quantities import find_dates, find_frequency, find_quantities, number_word
from tests.reading import rows

NO_QUANTITY = [
    "2.3.4.5…", "version 2.3.4.5 mg", "JAK1", "IL-15", "in 2022", "4", "mg", "a few mg", "four o'clock",
    "JAK2 members", "B12 mg", "room 4 members only", "5-alpha-reductase", "two in every", "one in", "10 in 5 people",
    "phase 3", "COVID-19 years", "section 4.2",
]  # fmt: skip
QUANTITIES = [
    # text, low, high, unit
    ("4 mg", 4, 4, "mg"), ("4mg", 4, 4, "mg"), ("4-mg tablets", 4, 4, "mg"), ("2 mg.", 2, 2, "mg"),
    ("2.5 mg", 2.5, 2.5, "mg"), ("1,200 mg", 1200, 1200, "mg"), ("4 milligrams", 4, 4, "mg"),
    ("2 or 4 mg", 2, 4, "mg"), ("2 to 4 mg", 2, 4, "mg"), ("2–4 mg", 2, 4, "mg"), ("2-4 mg", 2, 4, "mg"),
    ("2 mg or 4 mg", 2, 2, "mg"), ("50 µg", 50, 50, "mcg"), ("50 micrograms", 50, 50, "mcg"), ("1 g", 1, 1, "g"),
    ("2%", 2, 2, "%"), ("2 %", 2, 2, "%"), ("2 percent", 2, 2, "%"), ("2 per cent", 2, 2, "%"),
    ("0.1–0.2 %", 0.1, 0.2, "%"), ("2% to 4%", 2, 2, "%"), ("30 to 35 percent", 30, 35, "%"),
    ("one in two", 50, 50, "%"), ("1 in 50 people", 2, 2, "%"), ("one out of every 50", 2, 2, "%"),
    ("two out of three", 200 / 3, 200 / 3, "%"), ("one in every thousand", 0.1, 0.1, "%"),
    ("four milligrams", 4, 4, "mg"), ("two percent", 2, 2, "%"), ("half of patients", 50, 50, "%"),
    ("a third of patients", 100 / 3, 100 / 3, "%"), ("between 2 and 4 mg", 2, 4, "mg"),
]  # fmt: skip
FREQUENCIES = [
    ("in the morning or at night", 0.0, ""), ("in the morning; at night it is cold", 0.0, ""),
    ("one in the morning and another at night", 2.0, "day"), ("in the morning and again in the evening", 2.0, "day"),
    ("once daily", 1, "day"), ("twice a day", 2, "day"), ("two times a day", 2, "day"), ("daily", 1, "day"),
    ("every day", 1, "day"), ("once a week", 1, "week"), ("3 times a day", 3, "day"), ("twice-daily", 2, "day"),
    ("three times daily", 3, "day"), ("once monthly", 1, "month"), ("weekly", 1, "week"), ("per day", 1, "day"),
    ("every other day", 0, ""), ("someday", 0, ""), ("the daily paper of the weekend", 1, "day"),
]  # fmt: skip
YEAR = (date(2022, 1, 1), date(2022, 12, 31))
JUNE = (date(2022, 6, 1), date(2022, 6, 30))
DAY = (date(2022, 6, 13), date(2022, 6, 13))
DATES = [
    ("in 2022", *YEAR), ("in June 2022", *JUNE), ("in June of 2022", *JUNE), ("in Jun. 2022", *JUNE),
    ("on June 13, 2022", *DAY), ("on 13 June 2022", *DAY), ("on the 13th of June 2022", *DAY), ("on 2022-06-13", *DAY),
    ("on June 13th, 2022", *DAY), ("in February 2024", date(2024, 2, 1), date(2024, 2, 29)),
]  # fmt: skip
NO_DATE = ["2022 mg of it"[:0], "in may", "12022", "20222", "June", "phase 2022b", "on June 31, 2022", "2022-13-45"]


def quantities(text: str) -> list[tuple[float, float, str]]:
    return [(q.low, q.high, q.unit) for q in find_quantities(text, 0, len(text))]


@pytest.mark.parametrize("text", rows(NO_QUANTITY))
def test_no_quantity(text: str) -> None:
    assert quantities(text) == []


@pytest.mark.parametrize(("text", "low", "high", "unit"), rows(QUANTITIES))
def test_quantity(text: str, low: float, high: float, unit: str) -> None:
    found = quantities(text)[0]
    assert found[:2] == pytest.approx((low, high))
    assert found[2] == unit


@pytest.mark.parametrize(("text", "times", "per"), rows(FREQUENCIES))
def test_frequency(text: str, times: float, per: str) -> None:
    assert find_frequency(text, 0, len(text)) == (times, per)


@pytest.mark.parametrize("text", rows(NO_DATE))
def test_no_date(text: str) -> None:
    assert find_dates(text, 0, len(text)) == []


@pytest.mark.parametrize(("text", "first", "last"), rows(DATES))
def test_date(text: str, first: date, last: date) -> None:
    assert [(d.first, d.last) for d in find_dates(text, 0, len(text))] == [(first, last)]


def test_bounds() -> None:
    found = {text: find_quantities(text, 0, len(text))[0].bound for text in ("up to 4 mg", "over 4 mg", "4 mg")}
    assert found == {"up to 4 mg": "up to", "over 4 mg": "over", "4 mg": ""}


def test_a_dose_takes_the_frequency_beside_it() -> None:
    (dose,) = find_quantities("8 mg twice a day", 0, 16)
    assert (dose.low, dose.times, dose.per) == (8, 2, "day")


def test_number_words() -> None:
    assert [number_word(text.split()) for text in ("the four members", "12 trials", "a drug", "")] == [4, 12, 0, 0]


@given(st.text(alphabet="0123456789.,-–/ mg%inoutof", max_size=60))
def test_spans_lie_in_the_text_and_no_number_parser_falls(text: str) -> None:
    for each in find_quantities(text, 0, len(text)):
        assert 0 <= each.span.start < each.span.end <= len(text)
        assert each.low <= each.high
    for day in find_dates(text, 0, len(text)):
        assert day.first <= day.last
