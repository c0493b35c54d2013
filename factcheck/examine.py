"""One source -> all that is found in it, before suppressions, selection and severity have their say."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.between import tellings_of
from factcheck.checks import Moment, judge
from factcheck.engine import documents_in, extractor, knowledge, unreadable_finding
from factcheck.model.claim import Reading
from factcheck.model.edition import Agreement, Shown
from factcheck.model.examined import Examined
from factcheck.model.finding import DocumentReport
from factcheck.model.understood import Judged
from factcheck.placing import distinct, finding_of
from factcheck.readers import ReadError
from factcheck.suppress import suppressions_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from factcheck.config import Config
    from factcheck.discover import Source
    from factcheck.knowledge.base import KnowledgeBase
    from factcheck.model.claim import Claim, Verdict
    from factcheck.model.document import Document
    from factcheck.model.telling import Telling


def examined(
    source: Source, opened: Callable[[], Sequence[Document]], config: Config, *, keep: bool, compared: bool
) -> Examined:
    """What is found in a source, whose documents `opened` reads; what keeps it from being read is its one finding.

    `keep` keeps its prose, for pages; `compared` makes its claims ready to be held against those of others. Raises
    UserError for a broken pack.
    """
    kb, tools = knowledge(config), extractor(config)
    try:
        documents = opened()
    except (ReadError, OSError) as error:
        return unread(source, error)
    moment = Moment(config.as_of)
    read = [(document, tools.read(document)) for document in documents]
    report = _joined(source.path, [found_in(document, reading, kb, moment, keep=keep) for document, reading in read])
    suppressions = tuple(each for document in documents for each in suppressions_of(document))
    tellings = tuple(each for document, reading in read for each in _told(document, reading, kb, moment) if compared)
    report = replace(report, suppressions=suppressions, tellings=tellings)
    return Examined(report, moment.since, moment.until, compared)


def examined_bytes(
    source: Source, raw: bytes, aside: bytes | None, config: Config, *, keep: bool, compared: bool
) -> Examined:
    """As `examined`, of a source that holds these bytes and whose sidecar holds `aside` (None: what is there)."""
    return examined(source, lambda: documents_in(source, raw, config, aside), config, keep=keep, compared=compared)


def unread(source: Source, error: Exception) -> Examined:
    """A source that cannot be read, with the finding that says why."""
    return Examined(DocumentReport(source.path, "", None, 0, 0, (unreadable_finding(error),)), read=False)


def _told(document: Document, reading: Reading, kb: KnowledgeBase, moment: Moment) -> Iterable[Telling]:
    return tellings_of(document, reading, lambda claim: Judged(claim, weightiest(claim, kb, moment)), kb)


def _joined(path: str, reports: Sequence[DocumentReport]) -> DocumentReport:
    """The reports of the records of a file as one; it has a date if all of them have the same."""
    if len(reports) == 1:
        return reports[0]
    days = {report.date for report in reports}
    findings = sorted((each for report in reports for each in report.findings), key=lambda each: each.span)
    return DocumentReport(
        path,
        reports[0].source if reports else "",
        days.pop() if len(days) == 1 else None,
        sum(report.claims_found for report in reports),
        sum(report.claims_checked for report in reports),
        tuple(findings),
        shown=tuple(shown for report in reports for shown in report.shown),
        sentences_found=sum(report.sentences_found for report in reports),
        sentences_judged=sum(report.sentences_judged for report in reports),
    )


def found_in(
    document: Document, reading: Reading, kb: KnowledgeBase, moment: Moment, *, keep: bool = False
) -> DocumentReport:
    """All findings of a document's reading, in the order of their places; `keep` keeps its prose and what agrees."""
    verdicts = list(judge(reading, kb, moment))
    checked = {id(v.claim) for v in verdicts if v.claim is not None}
    faults = distinct(v for v in verdicts if v.kind in ("contradicts", "outdated"))
    findings = sorted((finding_of(v, document, kb) for v in faults), key=lambda f: (f.span, f.code, f.fact))
    telling, judged = _coverage(reading, verdicts)
    return DocumentReport(
        document.path,
        document.source,
        document.date,
        len(reading.claims),
        len(checked),
        tuple(findings),
        shown=(_shown(document, verdicts),) if keep else (),
        sentences_found=telling,
        sentences_judged=judged,
    )


def _shown(document: Document, verdicts: Iterable[Verdict]) -> Shown:
    agreeing = (each for each in verdicts if each.kind == "agrees")
    found = {Agreement(document.source_span(each.span), each.fact): None for each in agreeing}
    return Shown(document, tuple(sorted(found, key=lambda each: (each.span, each.fact))))


def _coverage(reading: Reading, verdicts: Sequence[Verdict]) -> tuple[int, int]:
    """How many sentences claim something, and of how many a claim was judged; see `Coverage`."""
    moods = ("asserted", "unread")  # the one that its author tells, and the one whose surroundings were not understood
    telling = {claim.sentence for claim in reading.claims if claim.stance.mood in moods}
    telling |= {each.sentence for each in reading.unread if each.tells}
    reached = (each.claim for each in verdicts if each.kind in ("agrees", "contradicts", "outdated"))
    judged = {claim.sentence for claim in reached if claim is not None}
    return len(telling), len(telling & judged)


def weightiest(claim: Claim, kb: KnowledgeBase, moment: Moment) -> Verdict | None:
    """The verdict on one claim and on what it means besides; a contradiction outweighs an agreement."""
    verdicts = judge(Reading(claims=(claim,)), kb, moment)
    return min(verdicts, key=lambda verdict: verdict.kind == "agrees", default=None)
