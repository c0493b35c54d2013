"""The format of reviewdog: diagnostics with ranges, suggestions and related places; its columns count UTF-8 bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factcheck.report.json_text import json_text
from factcheck.report.lines import LineIndex

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.model.finding import DocumentReport, Finding, Report
    from factcheck.model.span import Span
    from factcheck.report.look import Look

SEVERITIES = {"note": "INFO", "warning": "WARNING", "error": "ERROR"}


def render(report: Report, look: Look) -> str:
    """The findings of all documents; nothing of `look` applies."""
    places = {document.path: _Places(document) for document in report.documents}
    found = [_diagnostic(each, document.path, places) for document in report.documents for each in document.findings]
    return json_text({"source": {"name": "factcheck"}, "diagnostics": found}, strict=True)


class _Places:
    """Ranges of a document in lines and bytes, both from 1."""

    def __init__(self, document: DocumentReport) -> None:
        self._source, self._index = document.source, LineIndex(document.source)

    def range(self, span: Span) -> dict[str, Any]:
        return {"start": self._position(span.start), "end": self._position(span.end)}

    def _position(self, offset: int) -> dict[str, int]:
        line, column = self._index.position(offset)
        before = self._source[offset - column + 1 : offset]
        return {"line": line, "column": len(before.encode("utf-8", "surrogatepass")) + 1}


def _diagnostic(finding: Finding, path: str, places: Mapping[str, _Places]) -> dict[str, Any]:
    related = [
        {"message": each.message or each.quote, "location": _location(each.path, each.span, places)}
        for each in finding.related
    ]
    suggestions = [{"range": places[path].range(each.span), "text": each.replacement} for each in finding.fixes]
    return {
        "message": finding.message,
        "location": _location(path, finding.span, places),
        "severity": SEVERITIES[finding.severity],
        "code": {"value": finding.code},
        **({"suggestions": suggestions} if suggestions else {}),
        **({"related_locations": related} if related else {}),
    }


def _location(path: str, span: Span, places: Mapping[str, _Places]) -> dict[str, Any]:
    return {"path": path, **({"range": places[path].range(span)} if path in places else {})}
