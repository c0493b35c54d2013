"""The end of the report of editors: a line for each document, the totals, and the next step."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from factcheck.model.coverage import coverage_of
from factcheck.model.finding import SEVERITIES
from factcheck.report.look import Look
from factcheck.report.plain import plain, width
from factcheck.report.quote import wrap

if TYPE_CHECKING:
    from factcheck.model.finding import DocumentReport, Finding, Report

FEW = 20
NARROWEST = 20
GAP = 2


def summary(report: Report, look: Look) -> Iterator[str]:
    """A line for each document (of many, only for those with findings), the total, the coverage, the next step."""
    documents = report.documents
    shown = documents if len(documents) <= FEW else [document for document in documents if document.findings]
    yield from _rows(shown, look, brief=len(documents) > 1)
    if len(shown) < len(documents):
        yield look.ink(f"{number(len(documents) - len(shown), 'more document')} without findings", "faint")
    findings = [finding for document in documents for finding in document.findings]
    if len(documents) > 1:
        checked = sum(document.claims_checked for document in documents)
        total = look.ink(number(len(documents), "document"), "path")
        yield ""
        yield f"{total}, {_checked(checked)}, {_found(findings, look)}"
    coverage = coverage_of(documents)
    if coverage.sentences:
        yield from wrap(f"{coverage}", look.width)
    packs = ", ".join(f"{pack.id} {pack.version}".rstrip() for pack in report.packs)
    judged = f"Judged as of {report.as_of}" + (f" by {packs}" if packs else "")
    yield from (look.ink(line, "faint") for line in wrap(judged, look.width))
    if findings:
        yield from wrap(_next_step(findings, look), look.width)


def number(count: int, noun: str) -> str:
    """`1 claim`, `2 claims`."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _rows(documents: Sequence[DocumentReport], look: Look, *, brief: bool) -> Iterator[str]:
    """The documents as a table; where a path leaves no room, the rest of its line stands below it."""
    checked = [_checked(document.claims_checked) for document in documents]
    broad = max(map(width, checked), default=0)
    found = [_found(document.findings, look, brief=brief) for document in documents]
    plainly = [_found(document.findings, Look(), brief=brief) for document in documents]
    room = look.width - GAP - broad - GAP - max(map(width, plainly), default=0)
    paths = [plain(document.path) for document in documents]
    column = min(max(map(width, paths), default=0), max(room, NARROWEST))
    for path, claims, findings in zip(paths, checked, found, strict=True):
        start = path
        if width(path) > column:
            yield path
            start = ""
        yield f"{start}{' ' * (column - width(start) + GAP)}{claims:>{broad}}, {findings}"


def _checked(claims: int) -> str:
    return f"{number(claims, 'claim')} checked"


def _found(findings: Sequence[Finding], look: Look, *, brief: bool = False) -> str:
    """`3 findings (2 errors, 1 note)`, or in brief `2 errors, 1 note`."""
    severities = Counter(finding.severity for finding in findings)
    kinds = [name for name in reversed(SEVERITIES) if severities[name]]
    told = ", ".join(look.ink(number(severities[name], name), name) for name in kinds)
    if not kinds:
        return look.ink("no findings", "right")
    return told if brief else f"{number(len(findings), 'finding')} ({told})"


def _next_step(findings: Sequence[Finding], look: Look) -> str:
    """How to read more of the gravest finding, and how many could be corrected by the machine."""
    gravest = max(findings, key=lambda each: (SEVERITIES.index(each.severity), bool(each.fact), bool(each.evidence)))
    corrections = 0 if look.mended else sum(_is_safe(finding) for finding in findings)
    step = f"Next: factcheck explain {gravest.fact or gravest.code}"
    return f"{step}; {number(corrections, 'correction')} with --fix (shown by --diff)" if corrections else step


def _is_safe(finding: Finding) -> bool:
    """Whether `--fix` would try the finding: it offers exactly one text that is safe."""
    return len({(fix.span, fix.replacement) for fix in finding.fixes if fix.safe}) == 1
