"""A block finds its place in a table or list, and a sentence its names, without going over the whole document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, SupportsIndex

from factcheck.extract.layout import Layout
from factcheck.extract.mention_index import MentionIndex
from factcheck.extract.mentions import Mention
from factcheck.extract.words import Token
from factcheck.knowledge import built_in_packs, load_knowledge
from factcheck.model.document import Block
from factcheck.model.span import TextSpan

MANY = 2000


class Counted(list[Any]):
    """A list that counts how often it is looked at."""

    looks = 0

    def __getitem__(self, at: SupportsIndex | slice) -> Any:
        self.looks += 1
        return super().__getitem__(at)

    def __iter__(self) -> Iterator[Any]:
        self.looks += len(self)
        return super().__iter__()


def block(kind: str, at: int, **more: Any) -> Block:
    return Block(kind, TextSpan(10 * at, 10 * at + 9), **more)


def table() -> list[Block]:
    """A paragraph, then a table of two columns under a header row."""
    rows = [(row, column) for row in range(MANY) for column in (0, 1)]
    cells = [block("cell", 1 + at, table=0, row=r, column=c, header=r == 0) for at, (r, c) in enumerate(rows)]
    return [block("paragraph", 0), *cells]


def test_a_paragraph_and_an_item_have_no_row() -> None:
    layout = Layout([block("paragraph", 0), block("item", 1), block("item", 2)])
    assert [layout.row_head(at) for at in range(3)] == [-1, -1, -1]
    assert layout.header(layout.blocks[1]) is None


def test_the_first_cell_heads_its_row_and_the_header_row_its_columns() -> None:
    layout = Layout(table())
    assert layout.row_head(1) == -1
    assert layout.row_head(2) == 1
    assert layout.row_head(2 * 7 + 2) == 2 * 7 + 1
    assert layout.header(layout.blocks[2 * 7 + 2]) is layout.blocks[2]


def test_the_block_before_a_list_is_that_before_its_first_item() -> None:
    blocks = [block("item", 0), block("paragraph", 1), *(block("item", at) for at in range(2, 6)), block("heading", 6)]
    layout = Layout([*blocks, block("item", 7)])
    assert layout.before_list(0) == -1
    assert [layout.before_list(at) for at in (2, 3, 5, 4)] == [1, 1, 1, 1]
    assert layout.before_list(7) == 6


def test_questions_about_a_long_list_or_table_look_at_few_blocks() -> None:
    blocks = Counted([block("paragraph", 0), *(block("item", at) for at in range(1, MANY))])
    layout = Layout(blocks)
    blocks.looks = 0
    for at in range(1, MANY):
        assert layout.row_head(at) == -1
        assert layout.before_list(at) == 0
    assert blocks.looks < 6 * MANY
    cells = Counted(table())
    layout = Layout(cells)
    cells.looks = 0
    for at, cell in enumerate(table()):
        layout.row_head(at)
        layout.header(cell)
    assert cells.looks < 6 * len(cells)


def test_the_names_of_a_sentence_are_found_without_going_over_all() -> None:
    mentions = Counted(Mention(TextSpan(10 * at, 10 * at + 9), ("minoxidil",), "name") for at in range(MANY))
    index = MentionIndex(mentions, load_knowledge([*built_in_packs()]), "x" * 10 * MANY)
    mentions.looks = 0
    for at in range(MANY):
        start = 10 * at
        assert [each.span.start for each in index.between(start, start + 15)] == [start]
        assert index.entities_between(start - 5, start + 5) == {"minoxidil"}
        assert index.under([Token("x", start, start + 1, "word"), Token("x", start + 1, start + 2, "word")])
    assert mentions.looks < 6 * MANY
