"""Tellings and findings between documents as rows of plain values, and back: what an engine sends and groups."""

from __future__ import annotations

import json
from dataclasses import asdict, fields
from datetime import date
from typing import TYPE_CHECKING, Any

from factcheck.model.finding import Evidence, Finding, Related
from factcheck.model.span import Span
from factcheck.model.telling import Amount, Place, Position, Telling

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factcheck.bulk.rows import Checked
    from factcheck.report.lines import LineIndex

_NAMES = tuple(each.name for each in fields(Position))


def telling_rows(checked: Checked, index: LineIndex) -> Iterator[dict[str, Any]]:
    """The rows of what a document tells."""
    source = checked.report.source
    for position, place in checked.report.tellings:
        line, column = index.position(place.span.start)
        end_line, end_column = index.position(place.span.end)
        yield {
            "id": place.path,
            "position": position_text(position),
            "start": place.span.start,
            "end": place.span.end,
            "sentence_start": place.sentence.start,
            "sentence_end": place.sentence.end,
            "line": line,
            "column": column,
            "end_line": end_line,
            "end_column": end_column,
            "quote": place.quote,
            "sentence": source[place.sentence.start : place.sentence.end],
        }


def telling_of(row: Mapping[str, Any], positions: dict[str, Position]) -> Telling:
    """The telling of a row; `positions` are those that are known already, by their text, and takes new ones."""
    text = row["position"]
    position = positions.get(text) or positions.setdefault(text, position_of(text))
    sentence = Span(row["sentence_start"], row["sentence_end"])
    return Telling(position, Place(row["id"], Span(row["start"], row["end"]), sentence, row["quote"]))


def position_text(position: Position) -> str:
    """A position as text: equal positions have equal texts, and no others."""
    return json.dumps([getattr(position, name) for name in _NAMES], default=date.isoformat, separators=(",", ":"))


def position_of(text: str) -> Position:
    """The position of a text that `position_text` made."""
    told = dict(zip(_NAMES, json.loads(text), strict=True))
    told["scope"] = tuple((kind, tuple(what)) for kind, what in told["scope"])
    told["amount"] = Amount(*told["amount"]) if told["amount"] is not None else None
    told["when"] = tuple(map(date.fromisoformat, told["when"])) if told["when"] is not None else None
    told["beside"] = tuple(told["beside"])
    told["told"] = date.fromisoformat(told["told"]) if told["told"] is not None else None
    return Position(**told)


def finding_text(finding: Finding) -> str:
    """A finding between documents as text."""
    return json.dumps(asdict(finding), separators=(",", ":"))


def finding_of(text: str) -> Finding:
    """The finding of a text that `finding_text` made; it has neither a claim nor fixes nor dates."""
    told = json.loads(text)
    told["span"], told["context"] = Span(**told["span"]), Span(**told["context"])
    told["evidence"] = tuple(Evidence(**each) for each in told["evidence"])
    told["related"] = tuple(Related(**{**each, "span": Span(**each["span"])}) for each in told["related"])
    return Finding(**{**told, "fixes": ()})
