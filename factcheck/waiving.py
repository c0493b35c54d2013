"""Suppressions applied to the report of a document, and the findings that they themselves deserve: FC902 and FC903."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.checks import expired_waiver, unused_suppression
from factcheck.model.finding import Finding
from factcheck.selectors import sought, why_unknown

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.config import Config
    from factcheck.knowledge.base import KnowledgeBase
    from factcheck.model.finding import DocumentReport
    from factcheck.model.suppression import Suppression

USED, UNUSED, EXPIRED, WRONG, UNKNOWN = "used", "unused", "expired", "wrong", "not looked for"


def audited(report: DocumentReport, config: Config, knowledge: Callable[[], KnowledgeBase]) -> DocumentReport:
    """The report with a finding, in its place, for each suppression that is idle, expired or wrong."""
    added = []
    for each in report.suppressions:
        state, told = state_of(each, report, config, knowledge)
        if told:
            added.append(_finding(each, state, told, report, config))
    wanted = [each for each in added if config.wants(each.code, each.fact)]
    if not wanted:
        return report
    both = sorted((*report.findings, *wanted), key=lambda each: (each.span, each.code, each.fact))
    return replace(report, findings=tuple(both))


def state_of(
    suppression: Suppression, report: DocumentReport, config: Config, knowledge: Callable[[], KnowledgeBase]
) -> tuple[str, str]:
    """What became of a suppression in a run, and what is told of it if that deserves a finding."""
    unknown = "; ".join(filter(None, why_unknown(suppression.selector, knowledge))) if suppression.selector else ""
    of = f" of {suppression.selector}" if suppression.selector else ""
    if unknown:
        return WRONG, f"{unknown[:1].upper()}{unknown[1:]}"
    if suppression.expired(config.as_of):
        return EXPIRED, f"This suppression{of} was good until {suppression.until}, and silences nothing any more"
    used = any(each.suppression == suppression for each in report.waived)
    if suppression.fault:
        return USED if used else WRONG, f"This suppression{of} {suppression.fault}"
    if used or not sought(suppression.selector, config):
        return USED if used else UNKNOWN, ""
    return UNUSED, f"This suppression{of} silences nothing: there is no such finding"


def _finding(suppression: Suppression, state: str, told: str, report: DocumentReport, config: Config) -> Finding:
    check = expired_waiver if state == EXPIRED else unused_suppression
    span = suppression.span
    message = f"{suppression.place}: {told}" if suppression.place else told
    message = message if message.endswith("?") else f"{message}."
    severity = config.severity_of(check.CODE, "", check.SEVERITY)
    quote = report.source[span.start : span.end]
    return Finding(check.CODE, check.NAME, "", severity, message, "", span, quote, span)
