"""Lines and columns: from 1, in code points, whatever ends a line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.report.lines import LineIndex


@pytest.mark.parametrize(
    ("source", "offset", "position"),
    [
        ("", 0, (1, 1)),
        ("abc", 0, (1, 1)),
        ("abc", 3, (1, 4)),
        ("a\nb", 1, (1, 2)),
        ("a\nb", 2, (2, 1)),
        ("a\r\nb", 3, (2, 1)),
        ("a\rb", 2, (2, 1)),
        ("a\n\nb", 3, (3, 1)),
        ("é𝔸b", 2, (1, 3)),
        ("a\u2028b\x0cc", 4, (1, 5)),
    ],
)
def test_position(source: str, offset: int, position: tuple[int, int]) -> None:
    assert LineIndex(source).position(offset) == position


@given(st.text(alphabet="ab\r\n日"))
def test_positions_follow_one_another(source: str) -> None:
    index = LineIndex(source)
    line, column = 1, 1
    for offset, character in enumerate(source):
        assert index.position(offset) == (line, column)
        ends = character == "\n" or (character == "\r" and source[offset + 1 : offset + 2] != "\n")
        line, column = (line + 1, 1) if ends else (line, column + 1)
    assert index.position(len(source)) == (line, column)
