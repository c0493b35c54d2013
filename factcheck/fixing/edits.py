"""Edits of one document: which of its findings' fixes are tried, what they make of the text, and what proves them.

Nothing here reads or writes a file. Places are half-open ranges of code points of the source as decoded.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.model.finding import DocumentReport, Finding

Place = tuple[Span, str, str]
"""Where a finding stands in one state of a document, with its code and fact."""


def place(finding: Finding) -> Place:
    """What tells a finding from the others of its document."""
    return finding.span, finding.code, finding.fact


@dataclass(frozen=True, slots=True)
class Edit:
    """A replacement of `span` of a source, and the finding that it is to remove."""

    span: Span
    replacement: str
    finding: Finding

    @property
    def aim(self) -> Place:
        """Where its finding stands."""
        return place(self.finding)


def choose(findings: Iterable[Finding], source: str, *, unsafe: bool) -> tuple[Edit, ...]:
    """The edits that findings offer, in order and apart: of two that overlap, the first.

    A finding takes part if it offers exactly one text that is safe, or any one if `unsafe`.
    """
    chosen: list[Edit] = []
    for edit in sorted(_offered(findings, unsafe), key=lambda each: (each.span, each.aim)):
        apart = not chosen or chosen[-1].span.end <= edit.span.start
        if apart and source[edit.span.start : edit.span.end] != edit.replacement:
            chosen.append(edit)
    return tuple(chosen)


def _offered(findings: Iterable[Finding], unsafe: bool) -> Iterable[Edit]:
    for finding in findings:
        usable = {(fix.span, fix.replacement) for fix in finding.fixes if fix.safe or unsafe}
        if len(usable) == 1:
            ((span, replacement),) = usable
            yield Edit(span, replacement, finding)


def apply(source: str, edits: Sequence[Edit]) -> str:
    """The source with the edits, which are in order and apart, made in it; all else stays as it is."""
    pieces, at = [], 0
    for edit in edits:
        pieces += [source[at : edit.span.start], edit.replacement]
        at = edit.span.end
    return "".join((*pieces, source[at:]))


def moved(span: Span, edits: Sequence[Edit]) -> Span:
    """Where a range of a source stands once the edits are made; it grows to hold those that it cuts."""
    start, end = span.start, span.end
    for edit in edits:
        grown = len(edit.replacement) - (edit.span.end - edit.span.start)
        if edit.span.end <= span.start:
            start += grown
            end += grown
        elif edit.span.start < span.end:
            start -= max(0, span.start - edit.span.start)
            end += grown + max(0, edit.span.end - span.end)
    return Span(start, end)


def proved(before: DocumentReport, after: DocumentReport, edits: Sequence[Edit]) -> bool:
    """Whether every edit removed its finding and none brought a new one.

    `before` is what was found in the source, `after` what is found in the edited one. A finding that
    stays is known by its code, its fact and its place: words that overlap those it had, moved.
    """
    gone = {edit.aim for edit in edits}
    known: dict[tuple[str, str], list[Span]] = {}
    for finding in before.findings:
        if place(finding) not in gone:
            known.setdefault((finding.code, finding.fact), []).append(moved(finding.span, edits))
    return all(_taken(finding.span, known.get((finding.code, finding.fact), [])) for finding in after.findings)


def _taken(span: Span, known: list[Span]) -> bool:
    """Whether a known place overlaps; it is used up by that."""
    for at, other in enumerate(known):
        if span.start < other.end and other.start < span.end:
            del known[at]
            return True
    return False
