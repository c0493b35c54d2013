"""What the notes beside an article tell of its findings, and what stands under it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.report.lines import LineIndexes
from factcheck.report.site.names import RULES, anchor, page_of, place, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from factcheck.model.finding import DocumentReport, Evidence, Finding, Related


@dataclass(frozen=True, slots=True)
class Source:
    """A citation with the address where it can be read, if it has one."""

    label: str
    title: str
    address: str


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What another document says, with the way to it."""

    path: str
    line: int
    quote: str
    message: str
    link: str


@dataclass(frozen=True, slots=True)
class Note:
    """A finding as its note tells it; `message` leaves out what the mark shows."""

    number: int
    code: str
    check: str
    severity: str
    fact: str
    rule: str
    quote: str
    message: str
    claim: str
    position: str
    record: str
    offers: tuple[str, ...]
    since: str
    until: str
    sources: tuple[Source, ...]
    elsewhere: tuple[Elsewhere, ...]
    known: bool = False
    waiver: str = ""


class Notes:
    """Makes the notes of one run; `reports` are its documents by path."""

    def __init__(self, reports: Iterable[DocumentReport], up: str) -> None:
        """Take the documents, and the way from a page up to the top of the site."""
        self._indexes = LineIndexes(reports)
        self._up = up

    def note(self, number: int, finding: Finding, path: str, *, known: bool = False, waiver: str = "") -> Note:
        """The note on a finding; `waiver` tells why it is silenced."""
        line, column = self._indexes[path].position(finding.span.start)
        return Note(
            number,
            finding.code,
            finding.check.replace("-", " "),
            finding.severity,
            finding.fact,
            f"{self._up}{RULES}#{anchor(finding.fact)}" if finding.fact else "",
            shown(finding.quote),
            shown(_told(finding)),
            _claim(finding),
            f"{line}:{column}",
            finding.record,
            tuple(dict.fromkeys(shown(fix.replacement) or "(leave out)" for fix in finding.fixes)),
            finding.valid_from.isoformat() if finding.valid_from else "",
            finding.valid_until.isoformat() if finding.valid_until else "",
            sources_of(finding.evidence),
            tuple(self._elsewhere(each) for each in finding.related),
            known,
            shown(waiver),
        )

    def line(self, path: str, at: int) -> int:
        """The line of an offset into the source of a document."""
        return self._indexes[path].position(at)[0]

    def _elsewhere(self, related: Related) -> Elsewhere:
        there = related.path in self._indexes
        link = f"{self._up}{page_of(related.path)}#{place(related.span.start)}" if there else ""
        line = self.line(related.path, related.span.start) if there else 0
        return Elsewhere(shown(related.path), line, shown(related.quote), shown(related.message), link)


def sources_of(evidence: Iterable[Evidence]) -> tuple[Source, ...]:
    """Citations as pages show them; an address that is not of the web is not made a link."""
    return tuple(Source(shown(each.label), shown(each.title), _web(each.address)) for each in evidence)


def _told(finding: Finding) -> str:
    """What is right, where the message says no more than that of the marked words; else the message."""
    alone = finding.right.rstrip(".")
    return finding.right if alone and f'": {alone}' in finding.message else finding.message


def _claim(finding: Finding) -> str:
    """`androgenetic alopecia is caused by autoimmunity (hedged)`: what the words were taken to say."""
    claim = finding.claim
    if claim is None:
        return ""
    told = claim.words or f"{claim.subject} {claim.relation.replace('-', ' ')} {claim.object}"
    return shown(f"{told} ({claim.stance})")


def _web(link: str) -> str:
    return link if link.startswith(("https://", "http://")) else ""


def counted(findings: Iterable[Finding]) -> Mapping[str, int]:
    """Severity -> how many findings have it, the weightiest first; all three."""
    found = {"error": 0, "warning": 0, "note": 0}
    for each in findings:
        found[each.severity] += 1
    return found
