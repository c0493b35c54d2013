"""The report of machines: JSON as `schema/report.schema.json` has it, the same bytes every time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Protocol

from factcheck import __version__
from factcheck.model.coverage import coverage_of
from factcheck.model.finding import SEVERITIES
from factcheck.report.fingerprint import with_fingerprints
from factcheck.report.json_text import json_text
from factcheck.report.lines import LineIndex, LineIndexes

if TYPE_CHECKING:
    from datetime import date

    from factcheck.model.finding import DocumentReport, Finding, Related, Report
    from factcheck.model.span import Span
    from factcheck.report.look import Look

SCHEMA_VERSION = 1


class Lines(Protocol):
    """What knows the lines and columns of places in a document."""

    def position(self, offset: int) -> tuple[int, int]:
        """The line and column of an offset, both from 1."""


def render(report: Report, look: Look) -> str:
    """The whole report as indented JSON, hidden characters escaped; nothing of `look` applies."""
    return json_text(as_data(report))


def as_data(report: Report) -> dict[str, Any]:
    """The report in the terms of its schema."""
    indexes = LineIndexes(report.documents)
    findings = [finding for document in report.documents for finding in document.findings]
    severities = Counter(finding.severity for finding in findings)
    codes = Counter(finding.code for finding in findings)
    facts = Counter(finding.fact for finding in findings if finding.fact)
    coverage = coverage_of(report.documents)
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "factcheck", "version": __version__},
        "as_of": report.as_of.isoformat(),
        "packs": [{"id": pack.id, "version": pack.version} for pack in report.packs],
        "documents": [_document(document, indexes) for document in report.documents],
        "summary": {
            "documents": len(report.documents),
            "findings": len(findings),
            "by_severity": {severity: severities[severity] for severity in reversed(SEVERITIES)},
            "by_code": {code: codes[code] for code in sorted(codes)},
            "by_fact": {fact: facts[fact] for fact in sorted(facts)},
            "coverage": {"sentences": coverage.sentences, "judged": coverage.judged},
        },
    }


def _document(document: DocumentReport, indexes: Mapping[str, LineIndex]) -> dict[str, Any]:
    return {
        "path": document.path,
        "date": _day(document.date),
        "claims": {"found": document.claims_found, "checked": document.claims_checked},
        "coverage": {"sentences": document.sentences_found, "judged": document.sentences_judged},
        "findings": [finding_data(finding, document.path, indexes) for finding in with_fingerprints(document)],
    }


def finding_data(finding: Finding, path: str, indexes: Mapping[str, Lines]) -> dict[str, Any]:
    """A finding in the document of this path, in the terms of the schema; `indexes` by path of document."""
    line, column = indexes[path].position(finding.span.start)
    end_line, end_column = indexes[path].position(finding.span.end)
    claim = finding.claim
    return {
        "code": finding.code,
        "check": finding.check,
        "fact": finding.fact or None,
        "severity": finding.severity,
        "message": finding.message,
        "span": _span(finding.span),
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": end_column,
        "quote": finding.quote,
        "claim": claim
        and {
            "subject": claim.subject,
            "relation": claim.relation,
            "object": claim.object,
            "stance": claim.stance,
        },
        "fixes": [{**_span(fix.span), "replacement": fix.replacement, "safe": fix.safe} for fix in finding.fixes],
        "valid": {"from": _day(finding.valid_from), "until": _day(finding.valid_until)},
        "evidence": [
            {"title": item.title, "publisher": item.publisher, "year": item.year, "url": item.url, "doi": item.doi}
            for item in finding.evidence
        ],
        "related": [_related(related, indexes) for related in finding.related],
        "fingerprint": finding.fingerprint,
        "record": finding.record or None,
    }


def _related(related: Related, indexes: Mapping[str, Lines]) -> dict[str, Any]:
    index = indexes.get(related.path)
    line, column = index.position(related.span.start) if index else (None, None)
    return {
        "path": related.path,
        "span": _span(related.span),
        "line": line,
        "column": column,
        "quote": related.quote,
        "message": related.message,
    }


def _span(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
