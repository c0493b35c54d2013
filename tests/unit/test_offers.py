"""Which replacements are offered: those of words in one piece, with the line ends that they had."""

from __future__ import annotations

import pytest

from factcheck.model.finding import Fix
from factcheck.model.span import Span
from factcheck.offers import by_hand, offers


@pytest.mark.parametrize(
    ("quote", "words", "replacement"),
    [
        ("ruxo*til*inib", "ruxotilinib", "ruxolitinib"),
        ("ruxoti&shy;linib", "ruxoti\xadlinib", "ruxolitinib"),
        ("ruxoti&#108;inib", "ruxotilinib", "ruxolitinib"),
        ("**black box** warning", "black box warning", "boxed warning"),
        ("black box\n> warning", "black box warning", "boxed warning"),
        ("a `b` c", "a \ufffc c", "d"),
        ("black\nbox\nwarning", "black box warning", "boxed warning"),
        ("black box\nwarning", "black box warning", "warning"),
        ("black box warning", "black box warning", "*boxed* warning"),
        ("black box warning", "black box warning", "<b>boxed</b> warning"),
        ("black box warning", "black box warning", "boxed\nwarning"),
    ],
)
def test_words_that_are_not_in_one_piece_are_left_to_a_person(quote: str, words: str, replacement: str) -> None:
    assert offers(Span(0, len(quote)), quote, words, [(replacement, True)]) == ()
    told = by_hand(f'"{words}": no [BOOK].', [(replacement, True)])
    assert told.endswith(f'; markup or a line end is in the way, so change it by hand to "{replacement}".')


def test_what_has_no_replacement_keeps_its_message() -> None:
    assert offers(Span(0, 3), "abc", "abc", []) == ()
    assert by_hand('"abc": no.', []) == '"abc": no.'


@pytest.mark.parametrize(
    ("quote", "replacement", "expected"),
    [
        ("ruxotilinib", "ruxolitinib", "ruxolitinib"),
        ("black box warning", "boxed warning", "boxed warning"),
        ("black box\nwarning", "boxed warning", "boxed\nwarning"),
        ("black box\r\n  warning", "boxed warning", "boxed\r\n  warning"),
        ("black \r box warning", "a warning in a box", "a \r warning in a box"),
        ("one two\nthree four\nfive six", "uno duo tres quattuor quinque", "uno duo\ntres quattuor\nquinque"),
        ("one\ntwo\nthree", "un deux trois", "un\ndeux\ntrois"),
        ("NICE\napproved", "recommended by NICE", "recommended\nby NICE"),
    ],
)
def test_line_ends_stay(quote: str, replacement: str, expected: str) -> None:
    words = " ".join(quote.split())
    assert offers(Span(5, 5 + len(quote)), quote, words, [(replacement, False)]) == (
        Fix(Span(5, 5 + len(quote)), expected, False),
    )
