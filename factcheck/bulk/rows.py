"""One row -> what is found in its document, by the steps of `factcheck check` and `factcheck claims`."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from factcheck.between import tellings_of
from factcheck.checks import Moment
from factcheck.discover import Source
from factcheck.engine import documents_in, extractor, knowledge, unreadable_finding
from factcheck.model.finding import DocumentReport
from factcheck.model.understood import Judged
from factcheck.readers import ReadError
from factcheck.report.fingerprint import with_fingerprints
from factcheck.run import report_of, report_on, weighed, weightiest
from factcheck.suppress import silenced, suppressions_of
from factcheck.waiving import audited

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from factcheck.bulk.checking import Checking
    from factcheck.config import Config
    from factcheck.model.claim import Claim
    from factcheck.model.document import Document
    from factcheck.model.finding import Finding

_HALVES = re.compile("[\ud800-\udfff]")
_MARK = b"\xef\xbb\xbf"
"""The byte-order mark: it keeps a text from being taken for anything but UTF-8."""


@dataclass(frozen=True, slots=True)
class Row:
    """A document as a row: its id stands for its path; `day` is its date where a column tells it."""

    id: str
    text: str | None
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Checked:
    """A row and all that was found in it alone; `fault` says why a text without a document cannot be read."""

    row: Row
    report: DocumentReport
    document: Document | None = None
    claims: tuple[Judged, ...] = ()
    fault: str = ""


def check_row(row: Row, checking: Checking) -> Checked:
    """Check one document for itself; its suppressions are applied, not yet audited. Raises UserError for a pack."""
    config = checking.config
    kb = knowledge(config)
    try:
        document = _document(row, config)
    except ReadError as error:
        finding = unreadable_finding(error)
        found = (finding,) if config.wants(finding.code, finding.fact) else ()
        return Checked(row, DocumentReport(row.id, "", None, 0, 0, found), fault=finding.message)
    reading, moment = extractor(config).read(document), Moment(config.as_of)
    verdicts: dict[Claim, Judged] = {}

    def judged(claim: Claim) -> Judged:
        if claim not in verdicts:
            verdicts[claim] = Judged(claim, weightiest(claim, kb, moment))
        return verdicts[claim]

    report = report_of(document, reading, kb, config)
    report = silenced(replace(report, suppressions=suppressions_of(document)), config.as_of)
    if checking.compares or config.alone:
        report = replace(report, tellings=tellings_of(document, reading, judged, kb))
    told = (judged(claim) for claim in sorted(reading.claims, key=lambda claim: claim.span))
    claims = tuple(replace(each, verdict=each.verdict and weighed(each.verdict, config)) for each in told)
    return Checked(row, report, document, claims)


def is_final(checked: Checked, checking: Checking) -> bool:
    """Whether no other document changes the findings; what is silenced is known only once all are compared."""
    return not (checking.compares and checked.report.suppressions)


def own_findings(checked: Checked, checking: Checking) -> tuple[Finding, ...]:
    """The findings of a document that is final, with fingerprints; without those between documents."""
    report = checked.report
    if checking.compares:
        return with_fingerprints(report)
    return report_on([report], checking.config).documents[0].findings


def with_others(checked: Checked, between: Iterable[Finding], config: Config) -> tuple[Finding, ...]:
    """All findings of a document that is not final, after comparison found these too; as `run.report_on` has them."""
    report = checked.report
    both = sorted((*report.findings, *between), key=lambda each: (each.span, each.code, each.fact))
    report = silenced(replace(report, findings=tuple(both)), config.as_of)
    return with_fingerprints(audited(report, config, partial(knowledge, config)))


def _document(row: Row, config: Config) -> Document:
    if row.text is None:
        raise ReadError("it has no text")
    raw = _MARK + _HALVES.sub("\N{REPLACEMENT CHARACTER}", row.text.removeprefix("\ufeff")).encode()
    source = Source(row.id, row.id, config.text_format, aside=False)
    document = documents_in(source, raw, config)[0]
    return replace(document, date=row.day) if row.day else document
