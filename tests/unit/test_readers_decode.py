"""What is refused, why, and what decoding leaves alone."""

from __future__ import annotations

import codecs

import pytest

from factcheck.readers import MAX_BYTES, READERS, ReadError, read, reader_for
from factcheck.readers.source_text import decode
from tests.any_format import read_any

SENTENCE = "Baricitinib isn’t a cytokine.\r\nÉ 😀 e\u0301 a\u00a0b c\u00add\r\n"


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"", ""),
        (b"a\r\nb\rc", "a\r\nb\rc"),
        (SENTENCE.encode(), SENTENCE),
        (codecs.BOM_UTF8 + SENTENCE.encode(), SENTENCE),
        (codecs.BOM_UTF16_LE + SENTENCE.encode("utf-16-le"), SENTENCE),
        (codecs.BOM_UTF16_BE + SENTENCE.encode("utf-16-be"), SENTENCE),
        (codecs.BOM_UTF8, ""),
        (codecs.BOM_UTF8 + codecs.BOM_UTF8, "\ufeff"),
    ],
)
def test_decodes_without_the_mark(raw: bytes, text: str) -> None:
    """A byte-order mark is not counted; line ends stay."""
    assert decode(raw) == text


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"abc\0def", "a binary file: NUL at byte 3"),
        ("abc".encode("utf-16-le"), "a binary file: NUL at byte 1"),
        (codecs.BOM_UTF32_LE + "abc".encode("utf-32-le"), "a binary file: NUL at byte 2"),
        (codecs.BOM_UTF16_LE + "a\0".encode("utf-16-le"), "a binary file: NUL at byte 4"),
        ("caf\u00e9".encode("latin-1"), "not UTF-8 at byte 3; save the file as UTF-8"),
        (codecs.BOM_UTF8 + b"ab\xff", "not UTF-8 at byte 5; save the file as UTF-8"),
        (codecs.BOM_UTF16_LE + b"a\0\x00\xd8", "not UTF-16 at byte 4; save the file as UTF-8"),
        (b"\xed\xa0\x80", "not UTF-8 at byte 0; save the file as UTF-8"),
        (b"a" * (MAX_BYTES + 1), "10,485,761 bytes; files over 10,485,760 bytes are not read"),
    ],
)
def test_refuses_with_the_place(raw: bytes, reason: str) -> None:
    """The reason names the byte, counted from the start of the file."""
    with pytest.raises(ReadError) as caught:
        decode(raw)
    assert caught.value.reason == str(caught.value) == reason


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("x.md", "> " * 300 + "a"),
        ("x.md", "- " * 300 + "a"),
        ("x.html", "<ul><li>" * 300 + "a"),
        ("x.html", "<blockquote>" * 300 + "a"),
        ("x.adoc", "".join("*" * depth + " a\n" for depth in range(1, 300))),
    ],
)
def test_refuses_absurd_nesting(path: str, source: str) -> None:
    """Deep nesting is refused, not followed."""
    with pytest.raises(ReadError, match="nested more than 200 deep"):
        read(path, source.encode())


@pytest.mark.parametrize("path", ["x.md", "x.html", "x.txt"])
def test_refuses_absurd_numbers_of_blocks(path: str) -> None:
    """A block costs memory, so that their number is bounded."""
    with pytest.raises(ReadError, match="more than 250,000"):
        read(path, ("# a\n" if path != "x.html" else "<p>a").encode() * 250_001)


def test_every_suffix_has_a_reader_and_no_other() -> None:
    """The table is the only place that names formats."""
    known = [
        ".adoc",
        ".asciidoc",
        ".htm",
        ".html",
        ".ipynb",
        ".markdown",
        ".md",
        ".mdx",
        ".csv",
        ".jsonl",
        ".ndjson",
        ".rest",
        ".rst",
        ".tsv",
        ".txt",
    ]
    assert sorted(READERS) == sorted(known)
    names = {suffix: entry.name for suffix, entry in READERS.items()}
    assert names[".mdx"] == names[".md"] == "markdown"
    found = reader_for("a/B.MD")
    assert found is not None
    assert found.name == "markdown"
    assert reader_for("a/b.docx") is reader_for("Makefile") is reader_for(".md") is None


@pytest.mark.parametrize("path", [f"x{suffix}" for suffix in READERS] + ["README"])
@pytest.mark.parametrize("raw", [b"", b" \r\n\t\n", codecs.BOM_UTF8, codecs.BOM_UTF16_BE])
def test_empty_is_empty(path: str, raw: bytes) -> None:
    """An empty document has no text, no block and no run."""
    for document in read_any(path, raw):
        assert (document.text, document.blocks, document.map.runs, document.date) == ("", (), (), None)


def test_unknown_suffix_is_text() -> None:
    """What is named is read, whatever its suffix."""
    assert read("notes.weird", b"# A *b*").text == "# A *b*"
