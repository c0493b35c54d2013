"""Tellings of one group -> findings between documents; all that one document gets -> its rows, in its order."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from factcheck.between import wanted_finding
from factcheck.bulk.batches import finding_row
from factcheck.bulk.rows import Row, check_row, with_others
from factcheck.bulk.tellings import finding_of, finding_text, telling_of
from factcheck.compare.topics import disagreements
from factcheck.engine import knowledge
from factcheck.report.fingerprint import fingerprints_by_sentence
from factcheck.report.lines import LineIndex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from factcheck.bulk.checking import Checking
    from factcheck.model.finding import Finding
    from factcheck.model.telling import Disagreement, Position
    from factcheck.report.as_json import Lines

Known = dict[int, tuple[int, int]]
"""Offset -> line and column, of the places of a document that are known."""


class _KnownLines:
    """The lines and columns of places that were worked out where the text was at hand."""

    def __init__(self, known: Known) -> None:
        self._known = known

    def position(self, offset: int) -> tuple[int, int]:
        return self._known[offset]


def judge_group(rows: Iterable[Mapping[str, Any]], checking: Checking) -> Iterator[tuple[str, str]]:
    """(id of the document, finding as text) of all disagreements among the tellings of a group, in whatever order.

    The order of the rows changes nothing. Raises UserError for a broken pack.
    """
    kb = knowledge(checking.config)
    positions: dict[str, Position] = {}
    lines: dict[str, Known] = {}
    sentences: dict[tuple[str, int, int], str] = {}
    tellings = []
    for row in rows:
        tellings.append(telling_of(row, positions))
        known = lines.setdefault(row["id"], {})
        known[row["start"]] = row["line"], row["column"]
        known[row["end"]] = row["end_line"], row["end_column"]
        sentences[row["id"], row["sentence_start"], row["sentence_end"]] = row["sentence"]
    for each in disagreements(tellings, kb):
        finding = wanted_finding(each, kb, checking.config)
        if finding is not None:
            place = each.here[0].place
            sentence = sentences[place.path, place.sentence.start, place.sentence.end]
            yield place.path, _told(each, finding, sentence, lines)


def finish_document(
    name: str, told: Iterable[str], held: tuple[str, date | None] | None, checking: Checking
) -> list[str]:
    """The rows of findings of a document, as JSON in their order: those between documents, of a held one all.

    `held` is the text and the day of a document that silences findings. Raises UserError for a broken pack.
    """
    found = sorted((json.loads(each) for each in told), key=lambda each: each["order"])
    between = [finding_of(each["finding"]) for each in found]
    lines: dict[str, Lines] = {path: _KnownLines(known) for path, known in _lines_of(found).items()}
    if held is None:
        marks = fingerprints_by_sentence(between, [each["sentence"] for each in found], name)
        findings: Sequence[Finding] = [
            replace(each, fingerprint=mark) for each, mark in zip(between, marks, strict=True)
        ]
    else:
        checked = check_row(Row(name, *held), checking)
        lines[name] = LineIndex(checked.report.source)
        findings = with_others(checked, between, checking.config)
    return [json.dumps(finding_row(each, name, lines)) for each in findings]


def _told(each: Disagreement, finding: Finding, sentence: str, lines: Mapping[str, Known]) -> str:
    """A finding with all that a row of it needs: its place among others, its sentence, and lines and columns."""
    here, there = each.here[0].place, each.there[0].place
    order = [[finding.span.start, finding.span.end], finding.code, finding.fact]
    order += [[here.sentence.start, here.sentence.end], here.quote, each.kind, there.path]
    order += [[there.span.start, there.span.end], [there.sentence.start, there.sentence.end], there.quote]
    places = {here.path: {here.span.start: lines[here.path][here.span.start]}}
    places[here.path][here.span.end] = lines[here.path][here.span.end]
    for other in finding.related:
        places.setdefault(other.path, {})[other.span.start] = lines[other.path][other.span.start]
    told = {"order": order, "finding": finding_text(finding), "sentence": sentence, "lines": places}
    return json.dumps(told, separators=(",", ":"))


def _lines_of(found: Iterable[Mapping[str, Any]]) -> dict[str, Known]:
    lines: dict[str, Known] = {}
    for each in found:
        for path, places in each["lines"].items():
            lines.setdefault(path, {}).update({int(at): tuple(place) for at, place in places.items()})
    return lines
