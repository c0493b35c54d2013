"""What suppressions do to the findings of a document."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.config import names
from factcheck.model.suppression import Waived

if TYPE_CHECKING:
    from datetime import date

    from factcheck.model.finding import DocumentReport, Finding
    from factcheck.model.suppression import Suppression


def silenced(report: DocumentReport, today: date) -> DocumentReport:
    """The report of a document without the findings that its suppressions silence, which are kept as waived."""
    if not report.suppressions:
        return report
    kept: list[Finding] = []
    waived = list(report.waived)
    for finding in report.findings:
        found = next((each for each in report.suppressions if _silences(each, finding, report, today)), None)
        if found is None:
            kept.append(finding)
        else:
            waived.append(Waived(finding, found))
    return replace(report, findings=tuple(kept), waived=tuple(waived))


def _silences(suppression: Suppression, finding: Finding, report: DocumentReport, today: date) -> bool:
    selector = suppression.selector
    if not selector or not names(selector, finding.code, finding.fact) or suppression.expired(today):
        return False
    scope, span = suppression.scope, finding.span
    if not (span.start < scope.end and scope.start < span.end) and not (not report.source and scope == span):
        return False
    sentence = report.source[finding.context.start : finding.context.end]
    return " ".join(suppression.words.casefold().split()) in " ".join(sentence.casefold().split())
