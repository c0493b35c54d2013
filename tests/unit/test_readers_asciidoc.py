"""What only AsciiDoc has: its comments, its header, its block titles, and marks that leave words alone."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.model.document import Document
from factcheck.readers import read
from tests.exact_places import assert_exact

MARKS = [
    "**{}**", "*{}*", "_{}_", "#{}#", "[.a]#{}#", "https://a.b/c_d[{}]", "link:a[{}^]", "xref:a.adoc[{}]", "<<a,{}>>",
    "\n{}", "{}\r\n", "{}footnote:[e]", "(({}))", "[[a]]{}", "{}\n// e\n", "*_{}_*", "+{}+", "pass:q[_{}_]",
]  # fmt: skip


def read_exact(source: str) -> Document:
    document = read("x.adoc", source.encode())
    assert_exact(document)
    return document


@pytest.mark.parametrize(
    ("source", "noted"),
    [
        ("// factcheck-disable-next-line FC202 -- quoted\na", "// factcheck-disable-next-line FC202 -- quoted"),
        ("a\n//factcheck-disable-line\nb", "//factcheck-disable-line"),
        ("* a\n// factcheck-enable\n* b", "// factcheck-enable"),
        ("|===\n|a\n// factcheck-enable\n|b\n|===", "// factcheck-enable"),
        ("////\nfactcheck-disable FC202\n////\na", "////\nfactcheck-disable FC202\n////"),
        ("[comment]\nfactcheck-enable\n\na", "factcheck-enable"),
        ("= a\r\n// factcheck-disable-file\r\n:b: c\r\n\r\nd", "// factcheck-disable-file"),
        ("----\n// factcheck-enable\n----\na", ""),
        (" // factcheck-enable\n\na", ""),
        ("a // factcheck-enable", ""),
        ("// another word\na", ""),
    ],
)
def test_comments_are_noted(source: str, noted: str) -> None:
    """A comment for factcheck is noted with its place; code holds no comments."""
    document = read_exact(source)
    said = [document.source[remark.span.start : remark.span.end] for remark in document.remarks]
    assert said == ([noted] if noted else [])
    assert [remark.text for remark in document.remarks] == ([noted.strip("/").strip()] if noted else [])


@pytest.mark.parametrize(
    ("source", "days"),
    [
        ("= a\nB C <d@e.fg>\nv1.0, 2020-01-02: first\n\nd", [("revdate", "2020-01-02")]),
        ("= a\nB C\n2020-01-02\n", [("revdate", "2020-01-02")]),
        ("= a\n:revdate: 2020-01-02\n", [("revdate", "2020-01-02")]),
        ("= a\n:toc:\n:Page-Updated: '2021-02-03'\n", [("page-updated", "2021-02-03")]),
        ("---\nlastmod: 2020-01-02\n---\n= a", [("lastmod", "2020-01-02")]),
        ("= a\n:revdate: soon\n", []),
        ("a 2020-01-02\n2020-01-02", []),
    ],
)  # fmt: skip
def test_days(source: str, days: list[tuple[str, str]]) -> None:
    """The dates of the header, each under its name."""
    assert [(key, str(day)) for key, day in read_exact(source).days] == days


@pytest.mark.parametrize(
    "source",
    [
        ".Myth\n[NOTE]\n====\nHair sleeps.\n====\n\nNext.",
        ".Myth\nNOTE: Hair sleeps.\n\nNext.",
        ".Myth\nHair sleeps.\n\nNext.",
        ".Myth\n****\nHair sleeps.\n****\nNext.",
        "[TIP]\n.Myth\n--\nHair sleeps.\n--\n\nNext.",
        ".Myth\n____\nHair sleeps.\n____\nNext.",
    ],
)
def test_a_title_stands_over_its_block_alone(source: str) -> None:
    """The title of a block of prose is a heading over it, and over nothing else."""
    document = read_exact(source)
    texts = [document.text[block.span.start : block.span.end] for block in document.blocks]
    assert texts == ["Myth", "Hair sleeps.", "Next."]
    assert [(block.kind, block.headings) for block in document.blocks] == [
        ("heading", ()),
        ("paragraph", (0,)),
        ("paragraph", ()),
    ]


@pytest.mark.parametrize("begin", ["* ", "- ", ". ", "1. ", "a. ", "i) "])
def test_a_list_is_led_into(begin: str) -> None:
    """The paragraph or the title before a list leads into it."""
    for lead in ("Causes:\n\n", ".Causes:\n"):
        document = read_exact(f"{lead}{begin}age\n{begin}genes\n\nEnd.")
        assert [(block.kind, block.lead) for block in document.blocks] == [
            ("paragraph", -1),
            ("item", 0),
            ("item", 0),
            ("paragraph", -1),
        ]


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.sampled_from(["hair", "grows", "naïve", "😀", "regrowth", "x\u00a0y"]), min_size=3, max_size=12),
    st.integers(0, 11),
    st.sampled_from(MARKS),
)
def test_marks_change_no_word(words: list[str], at: int, mark: str) -> None:
    """Emphasis, links, notes and wraps around a word leave the text as it was."""
    at %= len(words)
    plain = read_exact(" ".join(words))
    marked = read_exact(" ".join([*words[:at], mark.format(words[at]), *words[at + 1 :]]))
    assert re.sub(r"\s+", " ", marked.text) == re.sub(r"\s+", " ", plain.text)
    assert len(marked.blocks) == 1
