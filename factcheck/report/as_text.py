"""The report of editors: by document, each faulty sentence with its words marked, the fact and its source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from factcheck.report.lines import LineIndex, LineIndexes
from factcheck.report.plain import plain, width
from factcheck.report.quote import quote_lines, wrap
from factcheck.report.summary import summary

if TYPE_CHECKING:
    from factcheck.model.finding import DocumentReport, Finding, Related, Report
    from factcheck.report.look import Look

MARGIN = "    "
WIDEST = 100
NARROWEST = 40


def render(report: Report, look: Look) -> str:
    """The findings by document, then a line for each document, then the total; `quiet` keeps the findings only."""
    indexes = LineIndexes(report.documents)
    lines: list[str] = []
    for document in report.documents:
        if document.findings:
            lines += [look.ink(plain(document.path), "path"), *_findings(document, indexes, look), ""]
    if not look.quiet and report.documents:
        lines += summary(report, look)
    while lines and not lines[-1]:
        lines.pop()
    return "".join(f"{line}\n" for line in lines)


def _findings(document: DocumentReport, indexes: Mapping[str, LineIndex], look: Look) -> Iterator[str]:
    """The findings; one on the words of the one before repeats neither the sentence nor the same citations."""
    last: Finding | None = None
    for finding in document.findings:
        if last is not None:
            yield ""
        yield from _heading(finding, indexes[document.path], look)
        again = last is not None and (last.span, last.context) == (finding.span, finding.context)
        cited = last.evidence if again and last is not None else ()
        lines = [] if again else [*_quotation(document, finding, look)]
        lines += [*_body(finding, indexes, look), *(_citations(finding, look) if finding.evidence != cited else ())]
        yield from ((MARGIN + line).rstrip() for line in lines)
        last = finding


def _heading(finding: Finding, index: LineIndex, look: Look) -> Iterator[str]:
    """Place, severity, code and names in a line; on a narrow screen what the finding rests on stands below."""
    line, column = index.position(finding.span.start)
    rests = f"[{finding.fact}]" if finding.fact else ""
    rests = plain(f"{rests} ({finding.record})".strip() if finding.record else rests)
    start = f"  {line}:{column}  {finding.severity}  {finding.code}  {finding.check}"
    below = bool(rests) and width(f"{start} {rests}") > _columns(look) + len(MARGIN)
    name = finding.check if below or not rests else f"{finding.check} {rests}"
    place, severity = look.ink(f"{line}:{column}", "path"), look.ink(finding.severity, finding.severity)
    yield f"  {place}  {severity}  {finding.code}  {look.ink(name, 'faint')}"
    if below:
        yield MARGIN + look.ink(rests, "faint")


def _quotation(document: DocumentReport, finding: Finding, look: Look) -> Iterator[str]:
    if document.source:
        for line, carets in quote_lines(document.source, finding.context, finding.span, _columns(look) - 2):
            yield f"  {line}"
            if carets:
                yield f"  {look.ink(carets, finding.severity)}"


def _body(finding: Finding, indexes: Mapping[str, LineIndex], look: Look) -> Iterator[str]:
    columns = _columns(look)
    yield from wrap(finding.message, columns)
    if finding.fixes:
        offers = " or ".join(dict.fromkeys(fix.replacement or "(leave out)" for fix in finding.fixes))
        yield from (look.ink(line, "right") for line in wrap(f"→ {offers}", columns))
    yield from wrap(_validity(finding), columns) if finding.valid_until else ()
    for related in finding.related:
        yield from wrap(_place(related, indexes), columns)


def _citations(finding: Finding, look: Look) -> Iterator[str]:
    """Where to look it up: the short form of each source with its address, or with its title if it has none."""
    for item in finding.evidence:
        title = item.title.rstrip(".")
        words = f"{item.label}. {item.address or ('' if title in item.label else f'{title}.')}"
        yield from (look.ink(line, "faint") for line in wrap(words, _columns(look)))


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
