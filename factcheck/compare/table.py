"""Tellings -> topics: what is told of each statement, document by document, and what the reference says of it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.compare.topics import disagreements
from factcheck.compare.wording import amount_in_words, scope_in_words, told
from factcheck.model.topic import MARKS, SAYS, Cell, Topic

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcheck.knowledge.base import KnowledgeBase
    from factcheck.model.telling import Position, Telling

    Key = tuple[str, str, str]


def topics(tellings: Iterable[Telling], kb: KnowledgeBase, about: str = "", least: int = 2) -> list[Topic]:
    """The topics of which so many documents tell, or on which one is at odds with another, conflicts first.

    `about` is an entity: topics of which it, or a kind of it, is the subject or the object. The tellings are gone
    through several times.
    """
    marks = _marks(tellings, kb)
    rows: dict[Key, list[Telling]] = defaultdict(list)
    for telling in tellings:
        if not telling.position.implied:
            rows[_key(telling.position)].append(telling)
    found = [
        _topic(key, row, marks.get(key, MARKS[0]), kb)
        for key, row in rows.items()
        if (_is_about(key, about, kb) if about else key in marks or len({each.place.path for each in row}) >= least)
    ]
    return sorted(found, key=lambda each: (-MARKS.index(each.mark), each.subject, each.relation, each.object))


def _key(position: Position) -> Key:
    return position.subject, position.relation, position.object


def _is_about(key: Key, about: str, kb: KnowledgeBase) -> bool:
    return any(each in kb.entities and kb.is_a(each, about) for each in (key[0], key[2]))


def _marks(tellings: Iterable[Telling], kb: KnowledgeBase) -> dict[Key, str]:
    """How far the documents part on a topic."""
    found: dict[Key, str] = {}
    for each in disagreements(tellings, kb):
        mark = "conflict" if each.kind == "conflict" else "differ"
        alone = any(telling.position.exclusive == "only" for telling in each.here)
        for telling in (*each.here, *each.there):
            if alone and telling.position.exclusive != "only":
                continue  # that X works says nothing against `the only Y`, taken for itself
            key = _key(telling.position)
            found[key] = max(mark, found.get(key, mark), key=MARKS.index)
    return found


def _topic(key: Key, row: Sequence[Telling], mark: str, kb: KnowledgeBase) -> Topic:
    plain = replace(row[0].position, polarity=True, firm=True, scope=(), exclusive="", when=None)
    reference, fact = next(_references(row), ("", ""))
    cells = tuple(sorted(_cells(row, kb), key=lambda each: (each.path, each.place)))
    words = told(replace(plain, amount=None, text="…") if plain.amount else plain, kb)
    return Topic(*key, words, cells, mark, reference, fact)


def _cells(row: Iterable[Telling], kb: KnowledgeBase) -> Iterator[Cell]:
    """One cell for each thing that a document tells, at the first of its places."""
    groups: dict[tuple[str, str, str], list[Telling]] = defaultdict(list)
    for each in row:
        groups[each.place.path, _says(each.position), scope_in_words(each.position, kb)].append(each)
    for (path, says, scope), group in groups.items():
        yield Cell(path, says, scope, min(each.place for each in group), len(group) - 1)


def _says(position: Position) -> str:
    if position.amount is not None:
        return amount_in_words(position.amount)
    if position.text:
        return position.text
    return SAYS[2 * (not position.polarity) + (not position.firm)]


def _references(row: Iterable[Telling]) -> Iterator[tuple[str, str]]:
    """What the reference says of the statement, by what it says of those who assert or deny it."""
    for each in sorted({telling.position for telling in row if telling.position.known}, key=repr):
        if each.known == "outdated":
            yield "outdated", each.fact
        elif each.amount is None and not each.exclusive:
            yield ("yes" if (each.known == "agrees") == each.polarity else "no"), each.fact
