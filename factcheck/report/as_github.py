"""Commands of a workflow of GitHub Actions, shown as annotations; the worst come first, as few are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.model.finding import SEVERITIES
from factcheck.report.lines import LineIndex
from factcheck.report.plain import plain

if TYPE_CHECKING:
    from factcheck.model.finding import Report
    from factcheck.report.look import Look

LEVELS = {"note": "notice", "warning": "warning", "error": "error"}


def render(report: Report, look: Look) -> str:
    """A command for each finding; columns are left out where it stands on several lines. Nothing of `look` applies."""
    found = []
    for number, document in enumerate(report.documents):
        index = LineIndex(document.source)
        for finding in document.findings:
            line, column = index.position(finding.span.start)
            end_line, end_column = index.position(finding.span.end)
            told = {"file": document.path, "line": line, "endLine": end_line}
            told |= {"col": column, "endColumn": end_column} if line == end_line else {}
            told["title"] = f"factcheck {finding.code}"
            pairs = ",".join(f"{name}={_property(str(value))}" for name, value in told.items())
            rank = -SEVERITIES.index(finding.severity)
            found.append((rank, number, f"::{LEVELS[finding.severity]} {pairs}::{_data(finding.message)}\n"))
    return "".join(command for _, _, command in sorted(found, key=lambda each: each[:2]))


def _data(text: str) -> str:
    """The text as the runner reads it back; hidden characters but line ends are shown as `plain` shows them."""
    lines = (part.split("\r") for part in text.replace("%", "%25").split("\n"))
    return "%0A".join("%0D".join(map(plain, line)) for line in lines)


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
