"""What of packs should be looked at again: reviews that are due, single sources, sources without an address."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.knowledge import entry_places
from factcheck.model.knowledge import ClosedSet, Fact
from factcheck.report.audit import NO_LOCATOR, PAST_REVIEW, SINGLE_SOURCE, Doubt
from factcheck.workshop.examples import entries

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from factcheck.knowledge import KnowledgeBase
    from factcheck.knowledge.yaml_file import Place
    from factcheck.workshop.examples import Entry


def audit(kb: KnowledgeBase, as_of: date, packs: Sequence[str] | None = None) -> list[Doubt]:
    """Every doubt about the facts, sets and terms of the packs (all, if None), in the order of their files."""
    places = entry_places(map(Path, kb.folders))
    return [each for entry in entries(kb, packs) for each in _doubts(entry, kb, as_of, places[entry.id])]


def _doubts(entry: Entry, kb: KnowledgeBase, as_of: date, place: Place) -> Iterator[Doubt]:
    kind = "fact" if isinstance(entry, Fact) else "set" if isinstance(entry, ClosedSet) else "term"
    if entry.review_by is not None and entry.review_by < as_of:
        days = (as_of - entry.review_by).days
        why = f"review was due by {entry.review_by}, {days} day{'' if days == 1 else 's'} before"
        yield _doubt(PAST_REVIEW, entry, kind, place.at("review-by"), why)
    if len(entry.sources) == 1:
        yield _doubt(SINGLE_SOURCE, entry, kind, place.at("sources"), f"rests on {entry.sources[0]} alone")
    cited = [kb.citations[each] for each in entry.sources if each in kb.citations]
    lost = [each.id for each in cited if not (each.doi or each.url or each.pmid)]
    if lost:
        yield _doubt(NO_LOCATOR, entry, kind, place.at("sources"), f"no address of {' and '.join(lost)}")


def _doubt(reason: str, entry: Entry, kind: str, place: Place, why: str) -> Doubt:
    path, line, column = place.mistake("").place.rsplit(":", 2)
    return Doubt(
        reason,
        entry.id,
        kind,
        entry.pack,
        path,
        int(line),
        int(column),
        why,
        entry.reviewed,
        entry.review_by,
        entry.sources,
    )
