"""Names and phrases, expanded."""

from __future__ import annotations

import pytest

from factcheck.knowledge.patterns import PatternError, expand_name, expand_phrase


@pytest.mark.parametrize(
    ("pattern", "names"),
    [
        ("hair loss", ["hair loss"]),
        ("  hair   loss ", ["hair loss"]),
        ("{male,female} baldness", ["male baldness", "female baldness"]),
        ("male[-]pattern", ["male-pattern", "malepattern"]),
        ("[U.S. ]FDA", ["U.S. FDA", "FDA"]),
        ("immune [system] attack", ["immune system attack", "immune attack"]),
        ("colo{,u}r", ["color", "colour"]),
        ("{a,[b ]c}", ["a", "b c", "c"]),
        ("{a{1,2},b}", ["a1", "a2", "b"]),
        ("{a,a}", ["a"]),
        ("5-alpha, 2 (x)", ["5-alpha, 2 (x)"]),
        ("[a, b] c", ["a, b c", "c"]),
    ],
)
def test_names(pattern: str, names: list[str]) -> None:
    assert list(expand_name(pattern)) == names


@pytest.mark.parametrize(
    ("pattern", "what"),
    [
        ("", "empty"),
        ("  ", "empty"),
        ("[a]", "may be empty"),
        ("a{b", "not closed"),
        ("a[b", "not closed"),
        ("a}b", "closes nothing"),
        ("a]b", "closes nothing"),
        ("{a,b]", "closed by"),
        ("[a}", "closed by"),
        ("{a}", "no choice"),
        ("{a,b}" * 9, "more than 256"),
        ("[" * 9 + "a" + "]" * 9, "too deeply"),
        ("{" * 50_000, "too deeply"),
    ],
)
def test_names_refused(pattern: str, what: str) -> None:
    with pytest.raises(PatternError, match=what):
        expand_name(pattern)


def test_the_bound_is_256() -> None:
    assert len(expand_name("{a,b}" * 8)) == 256


@pytest.mark.parametrize(
    ("pattern", "phrases"),
    [
        ("{O} such as {S}", [("{O}", "such as", "{S}")]),
        ("{O} (such as|including) {S}", [("{O}", "such as", "{S}"), ("{O}", "including", "{S}")]),
        ("{S}, [also] called {O}", [("{S}", ",", "also called", "{O}"), ("{S}", ",", "called", "{O}")]),
        ("{S} ~be known as {O}", [("{S}", "~be", "known as", "{O}")]),
        ("((a|b) c|d) {@x|@y}", [("a c", "{@x|@y}"), ("b c", "{@x|@y}"), ("d", "{@x|@y}")]),
        ("{=cause} of {*}", [("{=cause}", "of", "{*}")]),
        ("{S}'s {O?}", [("{S}", "'s", "{O?}")]),
    ],
)  # fmt: skip
def test_phrases(pattern: str, phrases: list[tuple[str, ...]]) -> None:
    assert list(expand_phrase(pattern)) == phrases


@pytest.mark.parametrize(
    ("pattern", "what"),
    [
        ("(a|b {S}", "not closed"),
        ("[a {S}", "not closed"),
        ("a) {S}", "closes nothing"),
        ("(a] {S}", "closed by"),
        ("a|b {S}", "outside"),
        ("[a|b] {S}", "outside"),
        ("{X} a", "no slot"),
        ("{S a", "stands alone"),
        ("~ a", "stands alone"),
        ("(a|b)" * 9, "more than 256"),
        ("(" * 50_000, "too deeply"),
    ],
)
def test_phrases_refused(pattern: str, what: str) -> None:
    with pytest.raises(PatternError, match=what):
        expand_phrase(pattern)
