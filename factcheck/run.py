"""The chain: sources -> documents -> readings -> verdicts -> findings -> report.

A document that cannot be read is a finding and the run goes on; a broken pack stops it. A source that has
settings of its own is judged by these.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from factcheck.between import asks, disagreeing, tellings_of
from factcheck.checks import CHECKS, Moment, judge
from factcheck.checks import unreadable_document as unread
from factcheck.compare.table import topics
from factcheck.engine import documents_in, documents_of, extractor, knowledge, unreadable_finding
from factcheck.model.claim import Reading
from factcheck.model.edition import Agreement, Shown
from factcheck.model.finding import DocumentReport, PackVersion, Report
from factcheck.model.understood import Judged
from factcheck.placing import distinct, finding_of
from factcheck.readers import ReadError
from factcheck.report.fingerprint import with_fingerprints
from factcheck.suppress import silenced, suppressions_of
from factcheck.waiving import audited

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from factcheck.config import Config
    from factcheck.discover import Source
    from factcheck.knowledge.base import KnowledgeBase
    from factcheck.model.claim import Claim, Verdict
    from factcheck.model.document import Document
    from factcheck.model.topic import Topic


def check_sources(sources: Iterable[Source], config: Config, *, keep: bool = False) -> Report:
    """Check every source, in order; `keep` the prose of each for pages. Raises UserError for a broken pack."""
    configs: dict[str, Config] = {}
    documents = []
    for source in sources:
        own = configs[source.path] = source.config or config
        documents.append(_check(source.path, partial(documents_of, source, own), own, keep=keep))
    return report_on(documents, config, configs)


def check_bytes(source: Source, raw: bytes, config: Config) -> DocumentReport:
    """Check what a file holds, or would hold if it were edited. Raises UserError for a broken pack."""
    return _check(source.path, partial(documents_in, source, raw, config), config)


def report_on(
    documents: Sequence[DocumentReport], config: Config, configs: Mapping[str, Config] | None = None
) -> Report:
    """The report of a run on these documents; `configs` are the settings of those that have their own, by path.

    Raises UserError for a broken pack.
    """
    own = {document.path: (configs or {}).get(document.path, config) for document in documents}
    groups: dict[tuple[str, ...], list[DocumentReport]] = {config.rules: []}
    for document in documents:
        groups.setdefault(own[document.path].rules, []).append(document)
    packs: dict[PackVersion, None] = {}
    told: dict[str, DocumentReport] = {}
    for rules, group in groups.items():
        kb = knowledge(replace(config, rules=rules))
        packs |= {PackVersion(pack.id, pack.version): None for pack in kb.packs}
        for document in disagreeing(group, kb, own):
            settings = own[document.path]
            judged = audited(silenced(document, settings.as_of), settings, kb)
            told[document.path] = replace(judged, findings=with_fingerprints(judged))
    whole = tuple(told[document.path] for document in documents)
    return Report(config.as_of, tuple(packs), whole, tuple(CHECKS.values()))


def unreadable(report: Report) -> dict[str, str]:
    """Path -> why it could not be read, of the documents of a report."""
    faults = ((document.path, each) for document in report.documents for each in document.findings)
    return {path: each.message for path, each in faults if each.code == unread.CODE}


def topics_of(report: Report, config: Config, about: str = "") -> list[Topic]:
    """Who says what in the documents of a report; of one entity, if `about` names its id."""
    tellings = [telling for document in report.documents for telling in document.tellings]
    return topics(tellings, knowledge(config), about)


def _check(
    path: str, opened: Callable[[], Sequence[Document]], config: Config, *, keep: bool = False
) -> DocumentReport:
    """Check what one source holds; what keeps it from being read becomes its finding."""
    kb = knowledge(config)
    try:
        documents = opened()
    except (ReadError, OSError) as error:
        finding = unreadable_finding(error)
        found = (finding,) if config.wants(finding.code, finding.fact) else ()
        return DocumentReport(path, "", None, 0, 0, found)
    read = [(document, extractor(config).read(document)) for document in documents]
    report = _joined(path, [report_of(document, reading, kb, config, keep=keep) for document, reading in read])
    suppressions = tuple(each for document in documents for each in suppressions_of(document))
    report = silenced(replace(report, suppressions=suppressions), config.as_of)
    if not asks(config):
        return report
    moment = Moment(config.as_of)

    def judged(claim: Claim) -> Judged:
        return Judged(claim, weightiest(claim, kb, moment))

    told = (telling for document, reading in read for telling in tellings_of(document, reading, judged, kb))
    return replace(report, tellings=tuple(told))


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


def report_of(
    document: Document, reading: Reading, kb: KnowledgeBase, config: Config, *, keep: bool = False
) -> DocumentReport:
    """The findings of a document's reading, in the order of their places; suppressions are not looked at.

    `keep` keeps its prose and what in it agrees.
    """
    moment = Moment(config.as_of)
    verdicts = list(judge(reading, kb, moment))
    checked = {id(v.claim) for v in verdicts if v.claim is not None}
    faults = distinct(v for v in verdicts if v.kind in ("contradicts", "outdated"))
    findings = [finding_of(weighed(v, config), document, kb) for v in faults]
    kept = tuple(sorted((f for f in findings if config.wants(f.code, f.fact)), key=lambda f: (f.span, f.code, f.fact)))
    telling, judged = _coverage(reading, verdicts)
    claims = len(reading.claims), len(checked)
    return DocumentReport(
        document.path,
        document.source,
        document.date,
        *claims,
        kept,
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


def weighed(verdict: Verdict, config: Config) -> Verdict:
    """A verdict with the severity that the settings give it."""
    return replace(verdict, severity=config.severity_of(verdict.code, verdict.fact, verdict.severity))


def weightiest(claim: Claim, kb: KnowledgeBase, moment: Moment) -> Verdict | None:
    """The verdict on one claim and on what it means besides; a contradiction outweighs an agreement."""
    verdicts = judge(Reading(claims=(claim,)), kb, moment)
    return min(verdicts, key=lambda verdict: verdict.kind == "agrees", default=None)
