"""Quotations: the marks stand below the faulty words, whatever the words are written in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model.span import Span
from factcheck.report.plain import HIDDEN, plain, width
from factcheck.report.quote import quote_lines, wrap


def quoted(text: str, columns: int = 80) -> list[tuple[str, str]]:
    """The lines for a text whose faulty words stand in « »."""
    start = text.index("«")
    end = text.index("»") - 1
    return quote_lines(text.replace("«", "").replace("»", ""), Span(0, len(text) - 2), Span(start, end), columns)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("The «drug» works.", [("The drug works.", "    ^^^^")]),
        ("«The» end", [("The end", "^^^")]),
        ("a  \r\n\t b «c\r\n  d» e", [("a b c d e", "    ^^^")]),
        ("日本 «語» x", [("日本 語 x", "     ^^")]),
        ("e\u0301te\u0301 «ne\u0301e»", [("e\u0301te\u0301 ne\u0301e", "    ^^^")]),
        ("\x1b[1m «x»", [("\\x1b[1m x", "        ^")]),
        ("a «\x07» b", [("a \\x07 b", "  ^^^^")]),
        ("a «\u202eb» c", [("a \\u202eb c", "  ^^^^^^^")]),
    ],
)
def test_marks_stand_below_the_words(text: str, lines: list[tuple[str, str]]) -> None:
    assert quoted(text) == lines


def test_marks_go_on_over_a_line_end() -> None:
    assert quoted("one two «three four» five", 10) == [("one two", ""), ("three four", "^^^^^^^^^^"), ("five", "")]


def test_a_word_wider_than_the_line_is_broken() -> None:
    assert quoted("日本語の«文章»です", 6) == [("日本語", ""), ("の文章", "  ^^^^"), ("です", "")]


def test_a_long_sentence_is_cut_to_a_window() -> None:
    lines = quoted("before " * 60 + "the «faulty words» here " + "after " * 60, 100)
    text = " ".join(line for line, _ in lines)
    assert text.startswith("… before")
    assert text.endswith("after …")
    assert "the faulty words here" in text
    assert len(text) < 230


def test_a_sentence_is_cut_at_the_far_side_only() -> None:
    first = quoted("The «faulty» start " + "after " * 80)
    assert first[0][0].startswith("The faulty start")
    assert first[-1][0].endswith("…")
    last = quoted("before " * 80 + "the «end».")
    assert last[0][0].startswith("…")
    assert last[-1][0].endswith("the end.")


def test_a_huge_sentence_costs_little_and_shows_the_words() -> None:
    lines = quoted("x" * 100_000 + " «faulty» " + "y" * 100_000)
    assert any("faulty" in line for line, _ in lines)
    assert sum(len(line) for line, _ in lines) < 300


WORDS = st.text(alphabet="ab \n日\u0301\x1b", max_size=120)


@given(WORDS, st.text(alphabet="xy日", min_size=1, max_size=60), WORDS, st.integers(8, 100))
def test_marks_cover_the_words_and_nothing_else(before: str, faulty: str, after: str, columns: int) -> None:
    source = f"{before} {faulty} {after}"
    span = Span(len(before) + 1, len(before) + 1 + len(faulty))
    marked = ""
    for line, carets in quote_lines(source, Span(0, len(source)), span, columns):
        assert width(line) <= columns
        assert not HIDDEN.search(line)
        at = 0
        for character in line:
            if carets[at : at + 1] == "^" and width(character):
                marked += character
            at += width(character)
        assert len(carets) <= at
    assert marked == faulty


@given(st.text(max_size=200), st.integers(10, 100))
def test_wrapping_keeps_the_words(text: str, columns: int) -> None:
    assert " ".join(wrap(text, columns)).split() == plain(" ".join(text.split())).split()


def test_wrapping_keeps_an_address_whole() -> None:
    address = "https://example.org/" + "a" * 60
    assert wrap(f"See {address} for more", 40) == ["See", address, "for more"]
