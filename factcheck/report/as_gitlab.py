"""GitLab Code Quality: an array of findings with what that reads, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.report.fingerprint import with_fingerprints
from factcheck.report.json_text import json_text
from factcheck.report.lines import LineIndex

if TYPE_CHECKING:
    from factcheck.model.finding import Report
    from factcheck.report.look import Look

SEVERITIES = {"note": "info", "warning": "minor", "error": "major"}


def render(report: Report, look: Look) -> str:
    """The findings of all documents; nothing of `look` applies."""
    found = []
    for document in report.documents:
        index = LineIndex(document.source)
        for finding in with_fingerprints(document):
            found.append(
                {
                    "description": finding.message,
                    "check_name": finding.code,
                    "fingerprint": finding.fingerprint,
                    "severity": SEVERITIES[finding.severity],
                    "location": {"path": document.path, "lines": {"begin": index.position(finding.span.start)[0]}},
                }
            )
    return json_text(found, strict=True)
