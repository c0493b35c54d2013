"""SARIF 2.1.0, as code-scanning services read it: a rule for each code, a result with its place for each finding.

`partialFingerprints` holds GitHub's hash of the line and our own fingerprint, which outlives a move of the sentence.
What is over GitHub's limits is left out, the least severe first, as that refuses the whole file otherwise.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from factcheck import __version__
from factcheck.model.finding import SEVERITIES
from factcheck.report.fingerprint import with_fingerprints
from factcheck.report.json_text import json_text
from factcheck.report.line_hash import line_hashes
from factcheck.report.lines import LineIndex, LineIndexes
from factcheck.report.markdown_text import cited, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from factcheck.model.finding import Check, DocumentReport, Evidence, Finding, Report
    from factcheck.model.span import Span
    from factcheck.report.look import Look

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LONGEST = 1024
"""The most characters of a description that are shown."""
MOST_RESULTS = 25_000
"""GitHub refuses a run with more."""
MOST_RELATED = 99
"""GitHub keeps a hundred locations of a result, and one is its own."""
_OF_PROBLEMS = {"note": "recommendation", "warning": "warning", "error": "error"}
_NO_BYTES = re.compile("[\ud800-\udc7f\udd00-\udfff]")
"""Halves of surrogate pairs that stand for no byte of a file name."""


def render(report: Report, look: Look) -> str:
    """The report as one run; nothing of `look` applies."""
    indexes = LineIndexes(report.documents)
    found = [(document, each) for document in report.documents for each in with_fingerprints(document)]
    kept = _weightiest(found)
    checks = [check for check in report.checks if check.code in {finding.code for _, finding in kept}]
    numbers = {check.code: number for number, check in enumerate(checks)}
    rules = [_rule(check, (finding for _, finding in kept)) for check in checks]
    hashes = {document.path: line_hashes(document.source) for document, _ in kept if document.source}
    run = {
        "tool": {"driver": {"name": "factcheck", "semanticVersion": __version__, "rules": rules}},
        "automationDetails": {"id": "factcheck/"},
        **_left_out(len(found) - len(kept)),
        "columnKind": "unicodeCodePoints",
        "results": [_result(each, document.path, indexes, numbers, hashes) for document, each in kept],
    }
    return json_text({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, strict=True)


def _weightiest(found: list[tuple[DocumentReport, Finding]]) -> list[tuple[DocumentReport, Finding]]:
    """As many as GitHub takes, the most severe of them, in their order."""
    ranked = sorted(range(len(found)), key=lambda at: -SEVERITIES.index(found[at][1].severity))
    return [found[at] for at in sorted(ranked[:MOST_RESULTS])]


def _left_out(count: int) -> dict[str, Any]:
    """What tells that findings are missing, if any are."""
    if not count:
        return {}
    text = f"{count} findings are left out: a run holds {MOST_RESULTS}. Check fewer documents at a time."
    told = {"level": "warning", "message": {"text": text}}
    return {"invocations": [{"executionSuccessful": True, "toolExecutionNotifications": [told]}]}


def _rule(check: Check, findings: Iterable[Finding]) -> dict[str, Any]:
    first = check.doc.partition("\n")[0]
    return {
        "id": check.code,
        "name": check.name,
        "shortDescription": {"text": first[:LONGEST]},
        "fullDescription": {"text": " ".join(check.doc.split())[:LONGEST]},
        "help": {"text": check.doc, "markdown": check.doc + _sources(check.code, findings)},
        "defaultConfiguration": {"level": check.severity},
        "properties": {
            "tags": ["facts"],
            "precision": "high",
            "problem.severity": _OF_PROBLEMS[check.severity],
        },
    }


def _sources(code: str, findings: Iterable[Finding]) -> str:
    """The facts that the findings of a code rest on, each with what is right and its citations, as Markdown."""
    facts: dict[str, dict[Evidence, None]] = defaultdict(dict)
    rights: dict[str, str] = {}
    for finding in findings:
        if finding.code == code and finding.fact and finding.evidence:
            rights.setdefault(finding.fact, finding.right)
            facts[finding.fact] |= dict.fromkeys(finding.evidence)
    lines = [
        " ".join(filter(None, (f"- `{fact}`:", shown(rights[fact]), ", ".join(map(cited, facts[fact])))))
        for fact in sorted(facts)
    ]
    return "\n\n## Sources\n\n" + "\n".join(lines) if lines else ""


def _result(
    finding: Finding,
    path: str,
    indexes: Mapping[str, LineIndex],
    numbers: Mapping[str, int],
    hashes: Mapping[str, tuple[str, ...]],
) -> dict[str, Any]:
    shown = list(enumerate(finding.related[:MOST_RELATED], 1))
    links = "".join(f" [{_words(each.path)}]({number})" for number, each in shown)
    related = [
        {"id": number, **_location(each.path, each.span, indexes), "message": {"text": each.message or each.quote}}
        for number, each in shown
    ]
    line, _ = indexes[path].position(finding.span.start)
    lines = {"primaryLocationLineHash": hashes[path][line - 1]} if path in hashes else {}
    return {
        "ruleId": finding.code,
        **({"ruleIndex": numbers[finding.code]} if finding.code in numbers else {}),
        "level": finding.severity,
        "message": {"text": _no_links(finding.message) + (f" See{links}" if links else "")},
        "locations": [_location(path, finding.span, indexes)],
        **({"relatedLocations": related} if related else {}),
        "partialFingerprints": {**lines, "factcheckClaim/v1": finding.fingerprint},
        "properties": {"fact": finding.fact} if finding.fact else {},
    }


def _words(text: str) -> str:
    """Words inside a link of a message."""
    return re.sub(r"([\\\[\]])", r"\\\1", text)


def _no_links(message: str) -> str:
    """A message in which words of the document make no link."""
    return message.replace("](", "]\u200b(")


def _location(path: str, span: Span, indexes: Mapping[str, LineIndex]) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": _uri(path)}}
    if path in indexes:
        line, column = indexes[path].position(span.start)
        end_line, end_column = indexes[path].position(span.end)
        place["region"] = {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}
    return {"physicalLocation": place}


def _uri(path: str) -> str:
    """The path as a relative reference; bytes of a name that are no text stand as such."""
    return quote(_NO_BYTES.sub("\N{REPLACEMENT CHARACTER}", path), errors="surrogateescape")
