"""The page of one document: its prose with marks, the notes beside it, and what was found to agree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.model.coverage import Coverage, coverage_of
from factcheck.report.site.article import Group, marked
from factcheck.report.site.marks import readable
from factcheck.report.site.names import RULES, anchor, shown
from factcheck.report.site.notes import Note, Notes, counted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.model.edition import Agreement, Edition, Rule, Shown
    from factcheck.model.finding import DocumentReport, Finding


@dataclass(frozen=True, slots=True)
class Agreed:
    """A claim that agrees: its number, its words, and the rule that bears it out."""

    number: int
    quote: str
    fact: str
    says: str
    rule: str


@dataclass(frozen=True, slots=True)
class Part:
    """The prose of a document, or of one record of a file, and the notes on what stands nowhere in it."""

    record: str
    groups: tuple[Group, ...]
    elsewhere: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """All that the page of a document shows."""

    title: str
    path: str
    date: str
    counts: Mapping[str, int]
    known: int
    coverage: Coverage
    parts: tuple[Part, ...]
    notes: Mapping[int, Note]
    agreed: tuple[Agreed, ...]
    waived: tuple[Note, ...]


class Marks:
    """What the pages of a run share: its notes, and whether findings can be new or known."""

    def __init__(self, edition: Edition, up: str) -> None:
        """Take the run, and the way from its pages to the top."""
        self.notes = Notes(edition.report.documents, up)
        self.up = up


def numbered(document: DocumentReport) -> list[tuple[int, Finding, bool]]:
    """The findings of a document in the order of their places: the number of its note, and whether it is known."""
    both = [(each, False) for each in document.findings] + [(each, True) for each in document.known]
    both.sort(key=lambda pair: (pair[0].span, pair[0].code, pair[0].fact))
    return [(number, finding, known) for number, (finding, known) in enumerate(both, 1)]


def title_of(document: DocumentReport) -> str:
    """The first heading of a document, or its path."""
    for each in document.shown[:1]:
        for block in each.document.blocks:
            if block.kind == "heading":
                words = readable(each.document.text[block.span.start : block.span.end]).strip()
                return words or shown(document.path)
    return shown(document.path)


def document_page(
    document: DocumentReport, rules: Mapping[str, Rule], marks: Marks, places: Mapping[int, str]
) -> DocumentPage:
    """The page of a document; `places` are those that other pages lead to, by where they start in the source."""
    findings = numbered(document)
    notes = {
        number: marks.notes.note(number, finding, document.path, known=known) for number, finding, known in findings
    }
    agreements = _agreements(document)
    parts = [_part(each, findings, agreements, notes, places) for each in document.shown]
    if not document.shown:
        parts = [Part("", (), tuple(notes.values()))]
    waived = (
        marks.notes.note(0, each.finding, document.path, waiver=each.suppression.reason or each.suppression.kind)
        for each in document.waived
    )
    return DocumentPage(
        title_of(document),
        shown(document.path),
        document.date.isoformat() if document.date else "",
        counted(document.findings),
        len(document.known),
        coverage_of([document]),
        tuple(parts),
        notes,
        tuple(_agreed(number, each, document, rules, marks) for number, (_, each) in agreements.items()),
        tuple(waived),
    )


def _agreements(document: DocumentReport) -> dict[int, tuple[str, Agreement]]:
    """Number -> the record and the claim that agrees."""
    told = ((each.document.record, agreement) for each in document.shown for agreement in each.agreements)
    return dict(enumerate(told, 1))


def _part(
    each: Shown,
    findings: list[tuple[int, Finding, bool]],
    agreements: Mapping[int, tuple[str, Agreement]],
    notes: Mapping[int, Note],
    places: Mapping[int, str],
) -> Part:
    record = each.document.record
    own = {number: finding for number, finding, _ in findings if finding.record == record}
    agreeing = {number: agreement for number, (where, agreement) in agreements.items() if where == record}
    drawn = marked(each.document, own, agreeing, places)
    return Part(shown(record), drawn.groups, tuple(notes[number] for number in drawn.elsewhere))


def _agreed(
    number: int, agreement: Agreement, document: DocumentReport, rules: Mapping[str, Rule], marks: Marks
) -> Agreed:
    rule = rules.get(agreement.fact)
    quote = shown(document.source[agreement.span.start : agreement.span.end])
    link = f"{marks.up}{RULES}#{anchor(agreement.fact)}" if rule else ""
    return Agreed(number, quote, agreement.fact, shown(rule.says) if rule else "", link)
