"""Names near a word: none is lost beside a comparison with every name, and halves of names are those of the names."""

from __future__ import annotations

import random
from collections.abc import Iterator
from functools import lru_cache
from string import ascii_lowercase

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from factcheck.config import Config
from factcheck.extract.name_halves import NameHalves, name_halves
from factcheck.extract.name_rows import NameRows, name_rows
from factcheck.extract.spelling import Speller, edits_allowed
from factcheck.extract.words import Words
from factcheck.knowledge import load_knowledge
from factcheck.model.edits import edits_between

FEW_LETTERS = st.text("abc", max_size=12)
NAMES = st.lists(st.text("abcde", min_size=1, max_size=14), max_size=40, unique=True)
EDITS = st.lists(st.tuples(st.sampled_from("-+=x"), st.integers(0, 20), st.sampled_from("abcdez")), max_size=4)


def changed(word: str, edits: list[tuple[str, int, str]]) -> str:
    """The word with letters lost (-), added (+), changed (=) or exchanged with the next (x)."""
    for kind, place, letter in edits:
        at = place % (len(word) + 1)
        head, tail = word[:at], word[at:]
        word = {
            "-": head + tail[1:],
            "+": head + letter + tail,
            "=": head + letter + tail[1:],
            "x": head + tail[1:2] + tail[:1] + tail[2:],
        }[kind]
    return word


def one(size: int) -> int:
    return 1


def three(size: int) -> int:
    return 3


@lru_cache(maxsize=1)
def speller() -> Speller:
    kb = load_knowledge(Config().rules)
    return Speller(kb, Words(kb))


# ---------------------------------------------------------------------------------------- edits


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("", "", 0),
        ("minoxidil", "minoxidil", 0),
        ("", "abc", 3),
        ("abc", "", 3),
        ("minoxidil", "minoxidl", 1),
        ("minoxidil", "minnoxidil", 1),
        ("minoxidil", "minoxydil", 1),
        ("minoxidil", "minoxiidl", 1),
        ("ab", "ba", 1),
        ("ca", "abc", 3),  # no letter is edited twice
        ("abcd", "badc", 2),
        ("finasteride", "dutasteride", 3),
    ],
)
def test_edits(one: str, other: str, apart: int) -> None:
    assert edits_between(one, other) == edits_between(other, one) == apart


@given(FEW_LETTERS, FEW_LETTERS)
def test_edits_are_those_of_the_library(one: str, other: str) -> None:
    assert edits_between(one, other) == OSA.distance(one, other)


# ---------------------------------------------------------------------------------------- rows


@pytest.mark.parametrize(
    ("word", "names"),
    [
        ("minoxidil", ()),
        ("minoxidil", ("finasteride", "ruxolitinib")),
        ("aaaaaaaa", ("abcdefgh",)),  # one letter is shared once, not eight times
        ("minoxidil", ("minoxidilxx",)),
        ("", ("minoxidil",)),
        ("kkk", ("abc", "abcdefghijkl")),
    ],
)
def test_names_that_share_too_few_letters_are_not_met(word: str, names: tuple[str, ...]) -> None:
    assert NameRows(name_rows(names)).near(word, one) == [[]]


def test_names_within_a_bound_and_within_a_wider_one() -> None:
    rows = NameRows(name_rows(("minoxidil", "minoxid", "minxidil", "minoxyyyl", "finasteride")))
    assert rows.near("minoxidil", one, three) == [["minxidil", "minoxidil"], ["minoxid", "minoxyyyl"]]
    assert rows.near("minoxidil", three) == [["minoxid", "minxidil", "minoxidil", "minoxyyyl"]]


def test_a_bound_may_depend_on_the_size_of_the_name() -> None:
    rows = NameRows(name_rows(("abcdef", "abcdefghijk")))
    assert rows.near("abcdefgh", lambda size: 3 if size > 9 else 1) == [["abcdefghijk"]]
    assert rows.near("abcdefgh", lambda size: 3) == [["abcdef", "abcdefghijk"]]


def test_a_bound_as_wide_as_the_word_meets_every_name_in_reach() -> None:
    assert NameRows(name_rows(("xyz", "abcdefgh"))).near("klm", three) == [["xyz"]]


@given(NAMES, st.data())
def test_no_name_within_a_bound_is_lost(names: list[str], data: st.DataObject) -> None:
    starts = st.sampled_from(names) if names else st.just("abcde")
    word = changed(data.draw(starts | FEW_LETTERS), data.draw(EDITS))
    rows = NameRows(name_rows(names))
    near, wider = rows.near(word, one, three)
    assert {name for name in names if OSA.distance(word, name) <= 1} <= set(near)
    assert {name for name in names if OSA.distance(word, name) <= 3} <= {*near, *wider}
    assert not {*near} & {*wider}


@given(NAMES, FEW_LETTERS)
def test_a_name_is_met_for_the_letters_that_it_shares(names: list[str], word: str) -> None:
    def shared(name: str) -> int:
        return sum(min(name.count(letter), word.count(letter)) for letter in set(word))

    expected = [name for name in names if max(len(name), len(word)) - shared(name) <= 3]
    (met,) = NameRows(name_rows(names)).near(word, three)
    assert met == sorted(expected, key=lambda name: (len(name), name))


# ---------------------------------------------------------------------------------------- the built-in packs


def slips(names: list[str], chance: random.Random, count: int) -> Iterator[str]:
    """Names with none to four edits."""
    for _ in range(count):
        edits = [("-+=x"[chance.randrange(4)], chance.randrange(40), chance.choice(ascii_lowercase)) for _ in range(4)]
        yield changed(chance.choice(names), edits[: chance.randrange(5)])


def plainly_near(self: Speller, form: str) -> Iterator[tuple[int, str]]:
    """What `Speller` finds near a form, by comparing it with every name."""
    for name in self.protected:
        apart = OSA.distance(form, name)
        if 0 < apart <= edits_allowed(len(name), self.alike(form, name), self._words.odd(form)):
            yield apart, name


def test_every_slip_is_judged_as_by_a_comparison_with_every_name(monkeypatch: pytest.MonkeyPatch) -> None:
    words = set(slips(sorted(speller().protected), random.Random(7), 600))
    found = speller().suspects(words)
    kb = load_knowledge(Config().rules)
    plain = Speller(kb, Words(kb))
    monkeypatch.setattr(Speller, "_near", plainly_near)
    assert plain.suspects(words) == found
    assert len(found) > 150


# ---------------------------------------------------------------------------------------- halves


def halves_of(names: set[str], medicines: set[str], known: set[str]) -> tuple[set[str], set[str]]:
    """Every first and last half, by cutting every name."""
    first = {name[:at] for name in medicines for at in range(4, len(name))}
    last = {name[at:] for name in names for at in range(2, len(name) - 3)}
    return first - known, last - known


def test_what_is_no_half() -> None:
    halves = NameHalves(name_halves(["minoxidil", "kerion"], ["minoxidil"]), {"oxidil"}.__contains__)
    for word in ("", "min", "dil", "minoxidil", "inoxidil", "oxidil", "keri", "xidi", "zzzz", "erion"):
        assert halves.among({word}) == (set(), set())


def test_halves() -> None:
    halves = NameHalves(name_halves(["minoxidil", "kerion"], ["minoxidil"]), set[str]().__contains__)
    assert halves.among({"mino", "minoxidi", "xidil", "noxidil", "rion", "other"}) == (
        {"mino", "minoxidi"},
        {"xidil", "noxidil", "rion"},
    )
    assert halves.among({"mino", "noxidil"}) == ({"mino"}, {"noxidil"})


@given(st.sets(st.text("ab", min_size=1, max_size=8), max_size=12), st.sets(st.text("ab", max_size=8), max_size=40))
def test_halves_are_those_of_cutting_every_name(names: set[str], words: set[str]) -> None:
    medicines, known = {name for name in names if len(name) > 5}, {word for word in words if "bb" in word}
    first, last = halves_of(names, medicines, known)
    halves = NameHalves(name_halves(names, medicines), known.__contains__)
    assert halves.among(words) == (words & first, words & last)
