"""A summary in Markdown, for a comment on a pull request or the page of a CI job."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from factcheck.model.finding import SEVERITIES
from factcheck.report.lines import LineIndex
from factcheck.report.markdown_text import cited, shown

if TYPE_CHECKING:
    from factcheck.model.finding import Finding, Report
    from factcheck.report.look import Look

MOST = 200
"""The most findings that are shown; the services cut longer texts anywhere."""


def render(report: Report, look: Look) -> str:
    """The totals, then a table for each document with findings; nothing of `look` applies."""
    found = [finding for document in report.documents for finding in document.findings]
    severities = Counter(finding.severity for finding in found)
    worst = [(severities[name], name) for name in reversed(SEVERITIES) if severities[name]]
    kinds = ", ".join(f"{count} {name}{'s' if count > 1 else ''}" for count, name in worst)
    documents = f"{len(report.documents)} document{'' if len(report.documents) == 1 else 's'}"
    lines = [f"### factcheck: {kinds or 'no findings'} in {documents}", ""]
    left = MOST
    for document in report.documents:
        taken = document.findings[:left]
        left -= len(taken)
        if taken:
            index = LineIndex(document.source)
            lines += [f"**{shown(document.path)}**", "", "| line | finding | what is right |", "|---|---|---|"]
            lines += [_row(finding, index.position(finding.span.start)[0]) for finding in taken] + [""]
    if len(found) > MOST:
        lines += [f"{len(found) - MOST} more findings are not shown.", ""]
    return "\n".join(lines).rstrip("\n") + "\n"


def _row(finding: Finding, line: int) -> str:
    sources = ", ".join(filter(None, map(cited, finding.evidence)))
    fix = f" → {shown(finding.fixes[0].replacement)}" if finding.fixes else ""
    kind = f"{finding.severity} {finding.code}" + (f" `{finding.fact}`" if finding.fact else "")
    right = f"{shown(finding.right or finding.message)}{fix}" + (f" ({sources})" if sources else "")
    return f"| {line} | {kind}: “{shown(finding.quote)}” | {right} |"
