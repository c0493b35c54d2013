"""A table of separated values (RFC 4180) with a row for each finding, for spreadsheets."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from factcheck.model.finding import Evidence
from factcheck.report.as_json import as_data
from factcheck.report.plain import plain

if TYPE_CHECKING:
    from factcheck.model.finding import Report
    from factcheck.report.look import Look

COLUMNS = (
    *("path", "line", "column", "severity", "code", "check", "fact"),
    *("quote", "message", "suggestion", "source", "fingerprint"),
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def render(report: Report, look: Look) -> str:
    """The findings under a row of names; nothing of `look` applies."""
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(COLUMNS)
    for document in as_data(report)["documents"]:
        for finding in document["findings"]:
            row = {
                **finding,
                "path": document["path"],
                "suggestion": " or ".join(each["replacement"] for each in finding["fixes"]),
                "source": " ".join(filter(None, (Evidence("", **each).address for each in finding["evidence"]))),
            }
            writer.writerow([_harmless(row[name]) for name in COLUMNS])
    return file.getvalue()


def _harmless(value: object) -> object:
    """A text that no spreadsheet takes for a formula."""
    if not isinstance(value, str):
        return "" if value is None else value
    text = "\n".join(plain(line) for line in value.splitlines())
    return f"'{text}" if text.startswith(_FORMULA) else text
