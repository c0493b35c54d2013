"""Match -> the date that its sentence gives it; what dates another thing, or ends a time, is none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.extract.distributed import own_of
from factcheck.extract.qualifiers import region_of
from factcheck.extract.quantities import When, find_dates
from factcheck.extract.tables import word_set
from factcheck.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from factcheck.extract.denote import Denoted
    from factcheck.extract.frames import Match
    from factcheck.extract.scene import Place

_LATER = re.compile(
    r"[\s,]*(?:just |only |about |some |over |almost )?(?:\w+[\s-]){0,2}(?:day|week|month|year|decade)s?"
    r"\s(?:later|earlier|after|before)\b",
    re.IGNORECASE,
)
_AFTER = word_set("after before following behind ahead")
_ENDING = ("made-by", "licensed-to")  # their pairs end, and are right of the time before


def when_of(
    match: Match, span: TextSpan, subject: Denoted, place: Place, aside: Sequence[TextSpan] = ()
) -> tuple[date, date] | None:
    """The date that a match is given: the first behind its words, else the last before them; none of `aside`."""
    start, end = region_of(match, place)
    if not place.holds(TextSpan(start, max(end, start + 1))):
        return _only_date(match, place)
    found = find_dates(place.text, start, min(end, place.span.end))
    dates = [d for d in found if not _of_another(d, place) and not any(d.span.overlaps(each) for each in aside)]
    if match.frame.target not in _ENDING:
        dates = [d for d in dates if not _ends(d, place)]
    dates = list(own_of(subject, match, dates))
    if not dates:
        return None
    if _LATER.match(place.text, span.end, place.span.end):
        return None  # `for A in 2021 and for B ten months later`
    behind = [each for each in dates if each.span.start >= span.end]
    chosen = behind[0] if behind else dates[-1] if len(dates) > 1 and not match.clause else dates[0]
    return chosen.first, chosen.last


def _only_date(match: Match, place: Place) -> tuple[date, date] | None:
    """The one date of a cell or an answer that borrows its verb, or None."""
    words = [token for token in match.parsed.tokens if token.end > token.start]
    found = find_dates(place.text, place.span.start, place.span.end)
    if len(found) != 1 or all(place.holds(TextSpan(token.start, token.end)) for token in words):
        return None
    return found[0].first, found[0].last


def _of_another(date_: When, place: Place) -> bool:
    """`the second drug, after X in 2011`: a date behind `after` and a name is that name's."""
    before = place.text[place.span.start : date_.span.start].rpartition(",")[2].lower().split()
    return any(word in _AFTER for word in before[:-2][-6:])


def _ends(date_: When, place: Place) -> bool:
    """`remained the only one until June 2023`: a date at which something ended."""
    before = place.text[place.span.start : date_.span.start].rpartition(",")[2].lower().split()
    return before[-1:] in (["until"], ["till"]) and not {"not", "never", "no"} & set(before)
