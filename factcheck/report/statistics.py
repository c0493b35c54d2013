"""The tables of `--statistics`: findings by code, by fact and by document, the most frequent first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from factcheck.report.plain import plain, width

if TYPE_CHECKING:
    from factcheck.model.finding import Report
    from factcheck.report.look import Look

NO_FACT = "(no fact)"
INDENT = 2
GAP = 2
NARROWEST = 20
CUT = "…"


def statistics(report: Report, look: Look) -> str:
    """The tables, each ending with its total; one line if there is nothing to count."""
    findings = [finding for document in report.documents for finding in document.findings]
    if not findings:
        return "No findings to count.\n"
    places = {document.path: len(document.findings) for document in report.documents if document.findings}
    tables = {
        "code": Counter(f"{finding.code}  {finding.check}" for finding in findings),
        "fact": Counter(finding.fact or NO_FACT for finding in findings),
        "document": Counter(places),
    }
    digits = len(str(len(findings)))
    totals = {
        "code": "in all",
        "fact": "in all",
        "document": f"in {len(places)} of {_documents(len(report.documents))}",
    }
    parts = [[*_table(name, counts, digits, totals[name], look)] for name, counts in tables.items()]
    return "\n".join("".join(f"{line}\n" for line in lines) for lines in parts)


def _table(name: str, counts: Mapping[str, int], digits: int, total: str, look: Look) -> Iterator[str]:
    columns = max(look.width - INDENT - digits - GAP, NARROWEST)
    yield look.ink(f"Findings by {name}", "path")
    for key, count in sorted(counts.items(), key=lambda each: (-each[1], each[0])):
        yield f"{' ' * INDENT}{count:>{digits}}{' ' * GAP}{shortened(plain(key), columns)}"
    yield look.ink(f"{' ' * INDENT}{sum(counts.values()):>{digits}}{' ' * GAP}{total}", "faint")


def shortened(text: str, columns: int) -> str:
    """The text if it takes no more columns, else its start and its end with a mark between them."""
    if width(text) <= columns:
        return text
    start = end = ""
    while True:
        longer = text[: len(start) + 1]
        if width(longer) + width(end) + width(CUT) > columns:
            return f"{start}{CUT}{end}"
        start = longer
        longer = text[len(text) - len(end) - 1 :]
        if width(start) + width(longer) + width(CUT) > columns:
            return f"{start}{CUT}{end}"
        end = longer


def _documents(count: int) -> str:
    return f"{count} {'document' if count == 1 else 'documents'}"
