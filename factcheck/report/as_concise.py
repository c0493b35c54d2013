"""A line for each finding: `path:line:column: FC202 error: message [fact: aga-not-immune]`, as compilers print it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.report.lines import LineIndex
from factcheck.report.plain import plain

if TYPE_CHECKING:
    from factcheck.model.finding import Report
    from factcheck.report.look import Look


def render(report: Report, look: Look) -> str:
    """The findings in the order of their documents and places, and nothing else."""
    lines = []
    for document in report.documents:
        index = LineIndex(document.source)
        for finding in document.findings:
            line, column = index.position(finding.span.start)
            place = look.ink(f"{plain(document.path)}:{line}:{column}:", "path")
            fact = f" [fact: {finding.fact}]" if finding.fact else ""
            message = plain(" ".join(f"{finding.message}{fact}".split()))
            lines.append(f"{place} {finding.code} {look.ink(finding.severity, finding.severity)}: {message}\n")
    return "".join(lines)
