"""What holds for every input: readers never fail in another way, and no place is ever lost."""

from __future__ import annotations

import contextlib
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.readers import ReadError, read
from tests.any_format import PATHS, as_file, read_any
from tests.exact_places import assert_exact

WORDS = ["baricitinib", "is", "a", "JAK", "inhibitor", "naïve", "e\u0301", "😀", "β-blocker", "so\u00adft", "x\u00a0y"]
MARKS = [
    "\n", "\r\n", "\r", "\n\n", " ", "  ", "\t", "# ", "- ", "1. ", "> ", "| ", "|-|\n", ": ", "*", "**", "_", "`",
    "```\n", "~~", "[", "](b)", "![", "[^1]", "[^1]: ", "<b>", "</b>", "<p>", "<li>", "<ul>", "</ul>", "<table>",
    "<tr>", "<td rowspan=2>", "</table>", "<nav>", "</nav>", "<!--", "-->", "<br>", "<script>", "</script>", "<dl>",
    "<dt>", "<dd>", "<details>", "<summary>", "<a b='", "'>", "<", ">", "&amp;", "&", "&#0;", "&#x110000;", "&nbsp;",
    "\\", "---\n", "+++\n", "{", "}", "import a from 'b'\n", ":::", "http://a.b/", "a@b.cd", "• ", "?", ".", ":",
    "\u2028", "\x0b", "\x1c", "\ufeff", "<sup>1</sup>", "<code>", "</code>", "<blockquote>", "</blockquote>",
    "<p hidden>", "<Foo.Bar a={1}>", "{{ a }}", "\f", "- [ ] ", "===\n", "<?php", "<![CDATA[",
    "= ", "== ", ". ", "** ", "a:: ", "b;;\n", "+\n", " +\n", "--\n", "----\n", "====\n", "____\n", "****\n",
    "....\n", "////\n", "// ", "|===\n", "a|", ".2+|", "2+^|", ",===\n", "!===\n", "[NOTE]\n", '[cols="1,2a"]\n',
    "[%header]\n", "[quote, a]\n", "[verse]\n", ".T\n", "[[a]]", "[.line-through]#", "#", "##", "__", "^", "~", '"`',
    '`"', "`+", "+`", "+", "++", "+++", "<<a,", ">>", "((", "))", "(((", ")))", "footnote:[", "link:a[", "xref:b[",
    "pass:q[", "stem:[", "image:a[", "]", "{a}", "{nbsp}", ":a: b\n", "NOTE: ", "ifdef::a[", "endif::[]\n",
    "include::a[]\n", "'''\n",
    "::\n\n", "    ", "``", "|", "`a <b>`_", ":sup:`", "[1]_", "[#a]_ ", "|x|", "\\ ", "__", "_`", ".. ", ".. [1] ",
    ".. note:: ", ".. list-table::\n   :header-rows: 1\n\n   * - a\n     - b\n", ".. csv-table::\n\n   ", '"a""b", c\n',
    ".. |x| replace:: y z\n", ".. glossary::\n\n   ", ":a: ", "-a  ", "--b=c  ", ">>> ", "#. ", "(a) ", "== ==\n",
    "a  b\n", "-- --\n", "+--+--+\n", "|a |b |\n", "+==+==+\n", "|a +--+\n", "+--+ b|\n", "-- ", "====\n", "----\n",
]  # fmt: skip
HOSTILE = [
    "<!--", "<a ", '<a b="', "<b hidden>", "<x1 hidden", "[", "![](", "`` ` ", "{", "}{", "\n\n{", "a@", "www.",
    ":::a\n", "<sup>", "&", "</ul>", "<tr><td rowspan=99 colspan=99>", "\r", "|", "*a ", "~~~\n", "import a\n",
    "<?php ", "<p>x", "1) ", "=", "a\n", "== a\n\n", "* a\n+\n", "a:: b\n", "--\n", "=====\n====\n", "|===\n|a", "2+|",
    "|===\n.99+|a .99+|b\n", "> a\n\n", "link:a[", "footnote:[a", "<<a,", "pass:[", "`+", '"`a', "**", "[.r]#", "{a}/",
    "(((a(",
    "*", "``a ", ":a:`b ", "|a", "a_ ", "a-", "\\", "..\n", ".. a::\n", ".. note:: ", ":a: ", "a::\n ", "a\n b\n",
    ">>> a\n", "+--+--+\n", "+-+\n| |\n", "== ==\n", "= =\na b\n", "-a  b\n", ".. |a| replace:: b\n\n|a|", "* - a\n",
    " a\n\n -- b\n\n", "\t", "{{ a }}", "[1]_", "a\n=\n",
]  # fmt: skip
soup = st.lists(st.sampled_from(WORDS + MARKS), max_size=60).map("".join)
paths = st.sampled_from(PATHS)


@settings(max_examples=1500, deadline=None)
@given(paths, soup)
def test_soup_is_read_exactly(path: str, source: str) -> None:
    """Any mix of marks gives a document whose every place is exact."""
    for document in read_any(path, as_file(path, source).encode()):
        assert_exact(document)


@settings(max_examples=300, deadline=None)
@given(paths, st.text(max_size=200), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_any_text_is_read_or_refused(path: str, source: str, encoding: str) -> None:
    """Any text is read, or refused with a reason."""
    with contextlib.suppress(ReadError):
        for document in read_any(path, as_file(path, source).encode(encoding)):
            assert_exact(document)


@settings(max_examples=300, deadline=None)
@given(paths, st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(path: str, raw: bytes) -> None:
    """No bytes raise anything but ReadError."""
    with contextlib.suppress(ReadError):
        for document in read_any(path, raw):
            assert_exact(document)


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.sampled_from(["hair", "grows", "naïve", "😀", "regrowth", "x\u00a0y"]), min_size=3, max_size=12),
    st.integers(0, 11),
    st.sampled_from(["**{}**", "*{}*", "[{}](http://a.b/c)", '<b class="d">{}</b>', "\n{}", "{}\r\n", "{}<!-- e -->"]),
)
def test_marks_change_no_word(words: list[str], at: int, mark: str) -> None:
    """Emphasis, links, tags and wraps around a word leave the text as it was."""
    at %= len(words)
    plain = read("x.md", " ".join(words).encode())
    marked = read("x.md", " ".join([*words[:at], mark.format(words[at]), *words[at + 1 :]]).encode())
    assert_exact(marked)
    assert re.sub(r"\s+", " ", marked.text) == re.sub(r"\s+", " ", plain.text)
    assert len(marked.blocks) == 1


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.sampled_from(["hair", "grows", "naïve", "😀", "regrowth", "x\u00a0y"]), min_size=3, max_size=12),
    st.integers(0, 11),
    st.sampled_from(
        ["**{}**", "*{}*", "`{} <http://a.b/c>`_", "`{}`__", ":term:`{}`", "_`{}`", "\n{}", "\\ {}", "{} [#a]_"]
    ),
)
def test_marks_of_rst_change_no_word(words: list[str], at: int, mark: str) -> None:
    """Emphasis, roles, references and wraps around a word leave the text as it was."""
    at %= len(words)
    plain = read("x.rst", " ".join(words).encode())
    marked = read("x.rst", " ".join([*words[:at], mark.format(words[at]), *words[at + 1 :]]).encode())
    assert_exact(marked)
    assert re.sub(r"\s+", " ", marked.text) == re.sub(r"\s+", " ", plain.text)
    assert len(marked.blocks) == 1


@pytest.mark.parametrize("path", ["x.md", "x.mdx", "x.html", "x.adoc", "x.rst", "x.txt"])
@pytest.mark.parametrize(
    "unit",
    HOSTILE,
)
def test_hostile_repetition_ends(path: str, unit: str) -> None:
    """Repetition that would cost quadratic time elsewhere is read or refused, well within the suite's timeout."""
    with contextlib.suppress(ReadError):
        assert_exact(read(path, (unit * (200_000 // len(unit))).encode()))


@pytest.mark.parametrize("path", ["x.ipynb", "x.jsonl", "x.csv"])
@pytest.mark.parametrize("unit", ["<!--", "\n\n{", "a\n", "[", '\\"', '"', ",", "[[", '{"a":', "\r", "\\u00e9"])
def test_hostile_repetition_in_what_embeds_a_text_ends(path: str, unit: str) -> None:
    """The same for text within JSON and tables, and for these themselves."""
    for source in (as_file(path, unit * (100_000 // len(unit))), unit * (200_000 // len(unit))):
        with contextlib.suppress(ReadError):
            for document in read_any(path, source.encode()):
                assert_exact(document)
