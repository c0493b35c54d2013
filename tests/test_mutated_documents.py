"""Documents that were damaged at random: every reader reads or refuses them, and every place stays exact.

`make test-slow` reads 100,000 for each reader; the quick test reads a few of each.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.readers import READERS, ReadError
from tests.any_format import as_file, read_any
from tests.exact_places import assert_exact

CASES = Path(__file__).parent / "cases"
SUFFIXES = {entry.name: suffix for suffix, entry in reversed(READERS.items())} | {"mdx": ".mdx", "csv": ".csv"}
FOLDERS = {"records": "markdown", "csv": "markdown", "mdx": "markdown"}
LONGEST = 500
PIECES = [
    *(
        "\n",
        "\n\n",
        " ",
        "  ",
        "\t",
        "\r\n",
        "\r",
        "*",
        "_",
        "`",
        "|",
        "<",
        ">",
        "[",
        "]",
        "(",
        ")",
        "{",
        "}",
        '"',
        "'",
    ),
    *("\\", "\\u00e9", "&amp;", "&", ":", "::", "=", "-", "+", "#", "~", ".", "..", "/", "//", "é", "😀", "e\u0301"),
    *("\u00a0", "\u00ad", "\u2028", "\ufeff", "\x00", ",", ";", "!", "1.", "- ", "> ", "<!--", "-->", "\x85"),
]


def sources(name: str) -> list[str]:
    """What is damaged: the cases of the format, or those of Markdown embedded in it."""
    folder = CASES / FOLDERS.get(name, name)
    texts = [file.read_text(encoding="utf-8") for file in sorted(folder.iterdir()) if file.suffix != ".blocks"]
    suffix = SUFFIXES[name]
    return [as_file(f"x{suffix}", text[:LONGEST]) if name in ("records", "csv") else text for text in texts]


def damaged(texts: list[str], count: int, seed: int) -> Iterator[str]:
    """So many texts, each put together from pieces of others with a few characters taken out, put in or doubled."""
    chance = random.Random(seed)
    for _ in range(count):
        text = chance.choice(texts)
        start = chance.randrange(max(1, len(text) - LONGEST))
        text = text[start : start + chance.randrange(LONGEST)] if chance.random() < 0.9 else text[: 4 * LONGEST]
        for _ in range(chance.randrange(6)):
            at = chance.randrange(len(text) + 1)
            until = min(len(text), at + chance.choice((0, 0, 1, 1, 5, 40)))
            other = chance.choice(texts)
            cut = chance.randrange(len(other))
            piece = chance.choice((chance.choice(PIECES), other[cut : cut + chance.randrange(30)], text[at:until] * 2))
            text = text[:at] + piece + text[until:]
        yield text


def read_all_of(name: str, count: int) -> int:
    """Read so many damaged documents; how many of them were no refusal."""
    read = 0
    for text in damaged(sources(name), count, seed=7):
        try:
            documents = read_any(f"x{SUFFIXES[name]}", text.encode("utf-8", "replace"))
        except ReadError:
            continue
        read += 1
        for document in documents:
            assert_exact(document)
            assert all(0 <= each.span.start <= each.span.end <= len(text) for each in document.remarks)
    return read


@pytest.mark.parametrize("name", SUFFIXES)
def test_damaged_documents_are_read_or_refused(name: str) -> None:
    assert read_all_of(name, 200) > (100 if name not in ("notebook", "records") else 0)


@pytest.mark.slow
@pytest.mark.parametrize("name", SUFFIXES)
def test_a_hundred_thousand_damaged_documents_are_read_or_refused(name: str) -> None:
    assert read_all_of(name, 100_000) > (50_000 if name not in ("notebook", "records") else 500)
