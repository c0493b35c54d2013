"""The report of editors: by document, each faulty sentence with its words marked, the fact and its source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from factcheck.report.lines import LineIndex
from factcheck.report.plain import plain
from factcheck.report.quote import quote_lines, wrap
from factcheck.report.summary import summary

if TYPE_CHECKING:
    from factcheck.model.finding import DocumentReport, Evidence, Finding, Related, Report
    from factcheck.report.look import Look

MARGIN = "    "
WIDEST = 100
NARROWEST = 40


def render(report: Report, look: Look) -> str:
    """The findings by document, then a line for each document, then the total; `quiet` keeps the findings only."""
    indexes = {document.path: LineIndex(document.source) for document in report.documents}
    lines: list[str] = []
    for document in report.documents:
        if document.findings:
            lines += [look.ink(plain(document.path), "path"), *_findings(document, indexes, look), ""]
    if not look.quiet and report.documents:
        lines += summary(report, look)
    while lines and not lines[-1]:
        lines.pop()
    return "".join(f"{line}\n" for line in lines)


def address(evidence: Evidence) -> str:
    """Where a citation can be read: its DOI as an address, else its URL."""
    return f"https://doi.org/{evidence.doi}" if evidence.doi else evidence.url


def _findings(document: DocumentReport, indexes: Mapping[str, LineIndex], look: Look) -> Iterator[str]:
    for number, finding in enumerate(document.findings):
        if number:
            yield ""
        yield _heading(finding, indexes[document.path], look)
        for line in _body(document, finding, indexes, look):
            yield (MARGIN + line).rstrip()


def _heading(finding: Finding, index: LineIndex, look: Look) -> str:
    line, column = index.position(finding.span.start)
    place = look.ink(f"{line}:{column}", "path")
    name = f"{finding.check} [{finding.fact}]" if finding.fact else finding.check
    name += f" ({finding.record})" if finding.record else ""
    return (
        f"  {place}  {look.ink(finding.severity, finding.severity)}  {finding.code}  {look.ink(plain(name), 'faint')}"
    )


def _body(document: DocumentReport, finding: Finding, indexes: Mapping[str, LineIndex], look: Look) -> Iterator[str]:
    columns = _columns(look)
    if document.source:
        for line, carets in quote_lines(document.source, finding.context, finding.span, columns - 2):
            yield f"  {line}"
            if carets:
                yield f"  {look.ink(carets, finding.severity)}"
    yield from wrap(finding.message, columns)
    if finding.fixes:
        offers = " or ".join(dict.fromkeys(fix.replacement or "(leave out)" for fix in finding.fixes))
        yield from (look.ink(line, "right") for line in wrap(f"→ {offers}", columns))
    yield from wrap(_validity(finding), columns) if finding.valid_until else ()
    for related in finding.related:
        yield from wrap(_place(related, indexes), columns)
    for item in finding.evidence:
        yield from (look.ink(line, "faint") for line in wrap(f"{item.label}. {address(item)}", columns))


def _columns(look: Look) -> int:
    return max(NARROWEST, min(look.width, WIDEST)) - len(MARGIN)


def _validity(finding: Finding) -> str:
    since = f" It was true from {finding.valid_from}." if finding.valid_from else ""
    return f"Outdated since {finding.valid_until}.{since}"


def _place(related: Related, indexes: Mapping[str, LineIndex]) -> str:
    index = indexes.get(related.path)
    place = related.path
    if index:
        line, column = index.position(related.span.start)
        place += f":{line}:{column}"
    return f'{place}: "{related.quote}" {related.message}'.rstrip()
