"""GitHub's hash of a line: the figures are those of the tests that github/codeql-action publishes."""

from __future__ import annotations

import pytest

from factcheck.report.line_hash import line_hashes
from factcheck.report.lines import LineIndex

END = "c129715d7a2bc9a3:1"
SIX = [
    "e9496ae3ebfced30:1",
    "fb7c023a8b9ccb3f:1",
    "ce8ba1a563dcdaca:1",
    "e20e36e16fcb0cc8:1",
    "b3edc88f2938467e:1",
    "c8e28b0b4002a3a0:1",
    END,
]
PUBLISHED = {
    "": [END],
    " a\nb\n  \t\tc\n d": ["271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1"],
    " hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End": [
        "8b7cf3e952e7aeb2:1",
        "b1ae1287ec4718d9:1",
        "bff680108adb0fcc:1",
        "c6805c5e1288b612:1",
        "b86d3392aea1be30:1",
        "e6ceba753e1a442:1",
    ],
    " hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End\n": SIX,
    " hello; \t\nworld!!!\r\r\r  \t\tGreetings\r End\r": SIX,
    " hello; \t\r\nworld!!!\r\n\r\n\r\n  \t\tGreetings\r\n End\r\n": SIX,
    " hello; \t\nworld!!!\r\n\n\r  \t\tGreetings\r End\r\n": SIX,
    "Lorem ipsum dolor sit amet.\n" * 10: [
        *(f"a7f2ff13bc495cf2:{number}" for number in range(1, 7)),
        "a7f2ff1481e87703:1",
        "a9cf91f7bbf1862b:1",
        "55ec222b86bcae53:1",
        "cc97dc7b1d7d8f7b:1",
        END,
    ],
    "x = 2\nx = 1\nprint(x)\nx = 3\nprint(x)\nx = 4\nprint(x)\n": [
        "e54938cc54b302f1:1",
        "bb609acbe9138d60:1",
        "1131fd5871777f34:1",
        "5c482a0f8b35ea28:1",
        "54517377da7028d2:1",
        "2c644846cb18d53e:1",
        "f1b89f20de0d133:1",
        END,
    ],
}


@pytest.mark.parametrize("source", PUBLISHED)
def test_the_hashes_are_those_that_github_publishes(source: str) -> None:
    assert list(line_hashes(source)) == PUBLISHED[source]


def test_blanks_and_tabs_change_nothing_and_a_letter_does() -> None:
    assert line_hashes("a b\tc\n  d") == line_hashes("abc\nd")
    assert line_hashes("abc\nd") != line_hashes("abd\nd")


def test_a_hash_covers_a_hundred_characters_and_no_more() -> None:
    same, other = line_hashes("x" * 100 + "\ny"), line_hashes("x" * 100 + "z\ny")
    assert same[0] == other[0]
    assert line_hashes("x" * 99 + "\ny")[0] != same[0]


def by_hand(units: list[int]) -> str:
    """The hash of a line, term by term."""
    padded = [*units, 0xFFFF, *[0] * 100][:100]
    return f"{sum(unit * 37 ** (99 - at) for at, unit in enumerate(padded)) % 2**64:x}:1"


def test_characters_beyond_the_first_plane_count_as_two() -> None:
    assert line_hashes("😀é") == (by_hand([0xD83D, 0xDE00, 0xE9]),)


@pytest.mark.parametrize("source", ["", "a", "a\n", "a\r\nb\rc\n\n", "\u2028a\x0bb\x85c", "\r \n"])
def test_there_is_one_for_each_line_as_reports_count_them(source: str) -> None:
    assert len(line_hashes(source)) == LineIndex(source).position(len(source))[0]
