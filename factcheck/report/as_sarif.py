"""SARIF 2.1.0, as code-scanning services read it: a rule for each code, a result with its place for each finding.

Of the fingerprints only our own is given; uploaders add the one that they work out from the lines.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from factcheck import __version__
from factcheck.report.fingerprint import with_fingerprints
from factcheck.report.json_text import json_text
from factcheck.report.lines import LineIndex

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.model.finding import Check, Finding, Report
    from factcheck.model.span import Span
    from factcheck.report.look import Look

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LONGEST = 1024
"""The most characters of a description that are shown."""


def render(report: Report, look: Look) -> str:
    """The report as one run; nothing of `look` applies."""
    indexes = {document.path: LineIndex(document.source) for document in report.documents}
    used = {finding.code for document in report.documents for finding in document.findings}
    checks = [check for check in report.checks if check.code in used]
    numbers = {check.code: number for number, check in enumerate(checks)}
    results = [
        _result(finding, document.path, indexes, numbers)
        for document in report.documents
        for finding in with_fingerprints(document)
    ]
    driver = {"name": "factcheck", "semanticVersion": __version__, "rules": [_rule(check) for check in checks]}
    run = {
        "tool": {"driver": driver},
        "automationDetails": {"id": "factcheck/"},
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    return json_text({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(check: Check) -> dict[str, Any]:
    first = check.doc.partition("\n")[0]
    return {
        "id": check.code,
        "name": check.name,
        "shortDescription": {"text": first[:LONGEST]},
        "fullDescription": {"text": " ".join(check.doc.split())[:LONGEST]},
        "help": {"text": check.doc, "markdown": check.doc},
        "defaultConfiguration": {"level": check.severity},
        "properties": {"tags": ["facts"], "precision": "high"},
    }


def _result(
    finding: Finding, path: str, indexes: Mapping[str, LineIndex], numbers: Mapping[str, int]
) -> dict[str, Any]:
    links = "".join(f" [{each.path}]({number})" for number, each in enumerate(finding.related, 1))
    related = [
        {"id": number, **_location(each.path, each.span, indexes), "message": {"text": each.message or each.quote}}
        for number, each in enumerate(finding.related, 1)
    ]
    return {
        "ruleId": finding.code,
        **({"ruleIndex": numbers[finding.code]} if finding.code in numbers else {}),
        "level": finding.severity,
        "message": {"text": finding.message + (f" See{links}" if links else "")},
        "locations": [_location(path, finding.span, indexes)],
        **({"relatedLocations": related} if related else {}),
        "partialFingerprints": {"factcheckClaim/v1": finding.fingerprint},
        "properties": {"fact": finding.fact} if finding.fact else {},
    }


def _location(path: str, span: Span, indexes: Mapping[str, LineIndex]) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": quote(path)}}
    if path in indexes:
        line, column = indexes[path].position(span.start)
        end_line, end_column = indexes[path].position(span.end)
        place["region"] = {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}
    return {"physicalLocation": place}
