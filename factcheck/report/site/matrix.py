"""The page of topics: who says what, topic by document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.report.lines import LineIndex, LineIndexes
from factcheck.report.site.names import RULES, anchor, page_of, place, shown
from factcheck.report.topics import ANSWERS, UNDECIDED

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.model.edition import Edition
    from factcheck.model.topic import Cell, Topic

MOST_COLUMNS = 12
"""With more documents the topics are told as lists: such a table could not be read."""
_LONGEST = 90


@dataclass(frozen=True, slots=True)
class Told:
    """What a document tells of a topic, with the way to the place."""

    path: str
    says: str
    line: int
    link: str
    quote: str


@dataclass(frozen=True, slots=True)
class Row:
    """A topic, what the reference says of it, and who tells it: by column, and one after the other."""

    words: str
    mark: str
    reference: str
    fact: str
    rule: str
    columns: tuple[tuple[Told, ...], ...]
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class MatrixPage:
    """The table of topics; `paths` are its columns, and empty where there are too many."""

    paths: tuple[tuple[str, str], ...]
    rows: tuple[Row, ...]
    counts: Mapping[str, int]


def matrix_page(edition: Edition) -> MatrixPage:
    """The topics of a run."""
    indexes = LineIndexes(edition.report.documents)
    paths = sorted({cell.path for topic in edition.topics for cell in topic.cells})
    columns = paths if len(paths) <= MOST_COLUMNS else []
    rules = {rule.id for rule in edition.rules}
    rows = tuple(_row(topic, columns, indexes, rules) for topic in edition.topics)
    counts = {mark: sum(topic.mark == mark for topic in edition.topics) for mark in ("conflict", "differ", "agreement")}
    return MatrixPage(tuple((shown(path), page_of(path)) for path in columns), rows, counts)


def _row(topic: Topic, columns: list[str], indexes: Mapping[str, LineIndex], rules: set[str]) -> Row:
    told = {id(cell): _told(cell, indexes) for cell in topic.cells}
    by_column = tuple(tuple(told[id(cell)] for cell in topic.cells if cell.path == path) for path in columns)
    return Row(
        shown(topic.words),
        topic.mark,
        ANSWERS.get(topic.reference, UNDECIDED),
        topic.fact,
        f"{RULES}#{anchor(topic.fact)}" if topic.fact in rules else "",
        by_column,
        tuple(told.values()),
    )


def _told(cell: Cell, indexes: Mapping[str, LineIndex]) -> Told:
    quote = shown(cell.place.quote)
    more = f" ×{cell.more + 1}" if cell.more else ""
    return Told(
        shown(cell.path),
        f"{cell.says}{f' [{cell.scope}]' if cell.scope else ''}{more}",
        indexes[cell.path].position(cell.place.span.start)[0],
        f"{page_of(cell.path)}#{place(cell.place.span.start)}",
        quote if len(quote) <= _LONGEST else f"{quote[:_LONGEST]} …",
    )
