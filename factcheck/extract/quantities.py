"""Tokens -> quantities and dates: numbers with units, ranges, fractions in words, days, months, years."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from factcheck.extract.number_words import MULTIPLES, NUMBER_WORDS
from factcheck.model.claim import Quantity
from factcheck.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_NUMBERS = NUMBER_WORDS | {"hundred": 100, "thousand": 1000}
_WORDS = {"a": 1, "an": 1} | _NUMBERS
_ONE_WORD = sorted((word for word in _NUMBERS if "-" not in word), key=len, reverse=True)
_SPELLED = rf"(?:{'|'.join(_ONE_WORD)})(?:(?<=ty)[- ](?:{'|'.join(list(_NUMBERS)[:9])})\b)?"
_NUMBER = rf"\b(?:{_SPELLED})\b|" r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_UNITS = {
    "%": "%",
    "percent": "%",
    "per cent": "%",
    "mg": "mg",
    "mcg": "mcg",
    "µg": "mcg",
    "μg": "mcg",
    "g": "g",
    "ml": "ml",
}
_UNITS |= {"kg": "kg", "‰": "‰", "per mille": "‰", "permille": "‰", "per mil": "‰"}
_UNITS |= {
    f"{long}{s}": unit for long, unit in (("milligram", "mg"), ("microgram", "mcg"), ("gram", "g")) for s in ("", "s")
}
_COMPARABLE = ({"mg", "mcg", "g", "kg"}, {"%", "‰"}, {"°C", "°F"})
_DEGREES = r"(?:°|degrees?)\s?(?P<scale>celsius|centigrade|c|fahrenheit|f)\b"
_QUANTITY = re.compile(
    rf"(?<![\w.,])(?P<low>{_NUMBER})\s*(?:(?:-|–|—|to|or|and|/)\s*(?P<high>{_NUMBER}))?[\s\u00a0\u202f-]*"
    rf"(?P<unit>%|‰|per\s?cent\b|per\s?mill?e?\b|mg\b|milligrams?\b|mcg\b|[µμ]g\b|micrograms?\b|k?g\b|grams?\b"
    rf"|ml\b"
    rf"|{_DEGREES})",
    re.IGNORECASE,
)
_PEOPLE = (
    r"(?:persons?|people|adults?|patients?|men|women|children|cases|users|participants|sufferers|teenagers|adolescents)"
)
_RATIO = re.compile(
    rf"\b(?P<part>\d+|an?|{_SPELLED})(?:\s+(?:\w+\s+)?{_PEOPLE})?"
    rf"\s+(?:in|out\s+of)\s+(?:(?:every|each)\s+)?(?:a\s+)?(?P<whole>\d[\d,]*|{_SPELLED})(?:\s+(?P<times>hundred|thousand|million))?\b",
    re.IGNORECASE,
)
# A head count is a share of its people: the resident population of the United States on 1 July 2023,
# 334,914,895 (US Census Bureau, Vintage 2023 estimates).
_AMERICANS = 334_914_895
_HEADS = re.compile(
    rf"(?<![\w.,])(?P<count>{_NUMBER})(?:[\s\u00a0\u202f-]+(?P<times>thousand|million))?\s+"
    r"(?:americans|people\s+in\s+the\s+(?:united\s+states|usa?|u\.s\.))(?!\w|\s+(?:in|out)\s)",
    re.IGNORECASE,
)
_FREQUENCY = re.compile(
    r"\b(?P<units>(?:two|three|four|[2-9])\s+(?:tablets|capsules|pills|caplets)\s+(?:a|per|each|every)\s+day)\b"
    r"|\b(?P<times>once|twice|one|two|three|four|three times|four times|\d+ times)[\s-]+"
    r"(?:times?\s+|(?<=one )(?:tablet|capsule|pill|dose|caplet)\s+)?"
    r"(?:a|per|each|every|daily|an)?[\s-]*(?P<per>day|daily|week|weekly|month|monthly)\b"
    r"|\b(?P<halves>(?:in the |each |every )?(?:morning|am)\s+and\s+(?:(?:another|one)(?:\s+\w+)?\s+|again\s+)?"
    r"(?:at (?:night|bedtime)|(?:in the |each |every )?(?:evening|night)))\b"
    r"|\b(?P<once>(?:each|every) (?:morning|evening|night)|nightly)\b"
    r"|\b(?P<every>daily|weekly|monthly|every day|each day|a day|per day|every week|a week|per week)\b",
    re.IGNORECASE,
)
_AGAIN = re.compile(
    r"\b(?:morning|noon|afternoon|evening|night|bedtime|dinner|supper|lunch|twice|again|another|second|other|repeat\w*)\b",
    re.IGNORECASE,
)
_DATE = re.compile(
    rf"\b(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m1>{_MONTH})\.?,?\s+(?P<y1>(?:19|20)\d\d)"
    rf"|(?P<m2>{_MONTH})\.?\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y2>(?:19|20)\d\d)"
    rf"|(?P<m3>{_MONTH})\.?,?\s+(?:of\s+)?(?P<y3>(?:19|20)\d\d)"
    rf"|(?P<iso>(?:19|20)\d\d-\d\d-\d\d)"
    rf"|(?P<y4>(?:19|20)\d\d))\b",
    re.IGNORECASE,
)
_PARTS = {
    "half": 2,
    "halves": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
}
_PARTS |= {"ninth": 9, "tenth": 10, "twentieth": 20, "fiftieth": 50, "hundredth": 100}
_SHARE = re.compile(
    rf"\b(?P<share>(?:(?P<many>a|one|two|three|four|five|six|seven|eight|nine)[ -])?"
    rf"(?P<of>{'|'.join(_PARTS)})(?P<s>s?))\s+of\b",
    re.IGNORECASE,
)
_EVERY = re.compile(
    rf"\b(?:every|each)\s+(?P<nth>{'|'.join(_PARTS)})\s+"
    rf"(?:{_PEOPLE}|man|woman|child|human|citizen|american|briton|european|individual|one)\b",
    re.IGNORECASE,
)
_PER = {"d": "day", "w": "week", "m": "month"}
_REACH = 40
_HALF = 2


@dataclass(frozen=True, slots=True)
class When:
    """A day, month or year of the text, as the days that it spans."""

    first: date
    last: date
    span: TextSpan


def comparable(unit: str, other: str) -> bool:
    """Whether two units measure the same: masses, shares or temperatures."""
    return unit == other or any({unit, other} <= units for units in _COMPARABLE)


def find_quantities(text: str, start: int, end: int) -> list[Quantity]:
    """Doses, shares, ratios and head counts in `text[start:end]`, in order; shares are given as per cent."""
    found = []
    for match in _QUANTITY.finditer(text, start, end):
        low = _number(match["low"])
        high = _number(match["high"]) if match["high"] else low
        scale = (match["scale"] or "")[:1].upper()
        unit = f"°{scale}" if scale else _UNITS[" ".join(match["unit"].lower().split())]
        times, per = find_frequency(text, match.end(), min(end, match.end() + _REACH))
        found.append(
            Quantity(
                min(low, high),
                max(low, high),
                unit,
                TextSpan(match.start(), match.end()),
                per,
                times,
                _bound(text, start, match.start()),
            )
        )
    for match in _RATIO.finditer(text, start, end):
        part, whole = _count(match["part"]), _count(match["whole"]) * MULTIPLES.get((match["times"] or "").lower(), 1)
        if whole > part > 0:
            share = 100 * part / whole
            found.append(Quantity(share, share, "%", TextSpan(match.start(), match.end())))
    for match in _HEADS.finditer(text, start, end):
        share = 100 * _number(match["count"]) * MULTIPLES.get((match["times"] or "").lower(), 1) / _AMERICANS
        found.append(Quantity(round(share, 3), round(share, 3), "%", TextSpan(match.start(), match.end())))
    for match in _EVERY.finditer(text, start, end):
        share = 100 / _PARTS[match["nth"].lower()]
        found.append(Quantity(share, share, "%", TextSpan(match.start(), match.end())))
    for match in _SHARE.finditer(text, start, end):
        many, whole = _WORDS[(match["many"] or "a").lower()], _PARTS[match["of"].lower()]
        if many < whole and (match["many"] or whole == _HALF) and (many > 1) == bool(match["s"]):
            share = 100 * many / whole
            found.append(Quantity(share, share, "%", TextSpan(match.start("share"), match.end("share"))))
    return sorted(found, key=lambda quantity: quantity.span)


def find_frequency(text: str, start: int, end: int) -> tuple[float, str]:
    """How often per `day`, `week` or `month` the text says, or (0, "")."""
    match = _FREQUENCY.search(text, start, end)
    if match and match["units"]:
        return 0.0, ""  # `two tablets a day`: at once or one after the other
    if match and match["once"] and _AGAIN.search(text, match.end(), match.end() + _REACH):
        return 0.0, ""  # `8 mg each morning and the same at dinner`
    return _frequency_of(match) if match else (0.0, "")


def _frequency_of(match: re.Match[str]) -> tuple[float, str]:
    if match["once"]:
        return 1.0, "day"
    if match["halves"]:
        return 2.0, "day"
    if match["every"]:
        return 1.0, _PER[re.sub(r"^(?:every|each|a|per)\s+", "", match["every"].lower())[0]]
    times = match["times"].lower().split()[0]
    count = {"once": 1.0, "twice": 2.0}.get(times) or float(_count(times))
    return count, _PER[match["per"].lower()[0]]


def _bound(text: str, start: int, at: int) -> str:
    before = text[max(start, at - 12) : at].lower()
    return (
        "up to"
        if re.search(r"up to\s*$|at most\s*$", before)
        else "over"
        if re.search(r"(?:over|more than|at least|above)\s*$", before)
        else ""
    )


def _number(text: str) -> float:
    low = text.lower().replace(" ", "-")
    if low in _WORDS:
        return float(_WORDS[low])
    return float(text.replace(",", ""))


def _count(text: str) -> int:
    return int(text.replace(",", "")) if text[0].isdigit() else _WORDS.get(text.lower().replace(" ", "-"), 0)


def find_dates(text: str, start: int, end: int) -> list[When]:
    """Days, months and years named in `text[start:end]`, in order."""
    return list(_dates(text, start, end))


def _dates(text: str, start: int, end: int) -> Iterator[When]:
    for match in _DATE.finditer(text, start, end):
        span = TextSpan(match.start(), match.end())
        try:
            if match["iso"]:
                day = date.fromisoformat(match["iso"])
                yield When(day, day, span)
                continue
            year = int(match["y1"] or match["y2"] or match["y3"] or match["y4"])
            name = match["m1"] or match["m2"] or match["m3"]
            day_text = match["d1"] or match["d2"]
            if day_text and name:
                day = date(year, _MONTHS[name.lower()], int(day_text))
                yield When(day, day, span)
            elif name:
                month = _MONTHS[name.lower()]
                yield When(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]), span)
            else:
                yield When(date(year, 1, 1), date(year, 12, 31), span)
        except ValueError:
            continue


def number_word(words: Sequence[str]) -> int:
    """The first number among words, in digits or letters; 0 if there is none."""
    for word in words:
        if word.isdigit():
            return int(word)
        if word in _WORDS and word not in ("a", "an"):
            return _WORDS[word]
    return 0
