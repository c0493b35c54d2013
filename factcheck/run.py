"""The chain: sources -> documents -> readings -> verdicts -> findings -> report.

A document that cannot be read is a finding and the run goes on; a broken pack stops it. A source that has
settings of its own is judged by these. What was found in a document before is not looked for again.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from factcheck.between import Told, asks, disagreeing, found_between
from factcheck.checks import CHECKS, Moment, unreadable_document
from factcheck.collect import Labour, collected
from factcheck.compare.table import topics
from factcheck.discover import Configs
from factcheck.engine import knowledge
from factcheck.examine import examined_bytes, found_in, weightiest
from factcheck.model.finding import DocumentReport, PackVersion, Report
from factcheck.report.fingerprint import with_fingerprints
from factcheck.results import Shelves, basis_of
from factcheck.suppress import silenced
from factcheck.waiving import audited

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.config import Config
    from factcheck.discover import Source
    from factcheck.knowledge.base import KnowledgeBase
    from factcheck.model.claim import Reading, Verdict
    from factcheck.model.document import Document
    from factcheck.model.finding import Finding
    from factcheck.model.topic import Topic

__all__ = [
    "Labour",
    "check_bytes",
    "check_sources",
    "report_of",
    "report_on",
    "topics_of",
    "unreadable",
    "weighed",
    "weightiest",
]
_ALONE = Labour()


def check_sources(sources: Sequence[Source], config: Config, *, keep: bool = False, labour: Labour = _ALONE) -> Report:
    """Check every source, in order; `keep` the prose of each for pages. Raises UserError for a broken pack."""
    configs = Configs(sources[:], config)
    with Shelves() as shelves:
        documents = []
        for source, found in collected(sources, configs, shelves, labour, keep=keep):
            documents.append(_asked_for(found.report, configs[source.path]))
            if found.mark:
                shelves.marks[source.path] = found.mark
        return report_on(documents, config, configs, shelves)


def check_bytes(source: Source, raw: bytes, config: Config) -> DocumentReport:
    """Check what a file holds, or would hold if it were edited. Raises UserError for a broken pack."""
    found = examined_bytes(source, raw, None, config, keep=False, compared=asks(config))
    return _asked_for(found.report, config)


def report_on(
    documents: Sequence[DocumentReport],
    config: Config,
    configs: Mapping[str, Config] | None = None,
    shelves: Shelves | None = None,
) -> Report:
    """The report of a run on these documents; `configs` are the settings of those that have their own, by path.

    `shelves` hold what is known of them. Raises UserError for a broken pack.
    """
    own = Configs((), config) if configs is None else configs
    shelves = shelves or Shelves()
    alone = any(own[document.path].alone for document in documents)
    groups: dict[tuple[str, ...], list[DocumentReport]] = {config.rules: []}
    for document in documents:
        groups.setdefault(own[document.path].rules, []).append(document)
    packs: dict[PackVersion, None] = {}
    told: dict[str, DocumentReport] = {}
    for rules, group in groups.items():
        shared = replace(config, rules=rules)
        packs |= dict.fromkeys(basis_of(shared).packs)
        make = partial(_found_between, group, shared, alone=alone)
        between = disagreeing(group, shelves.between(group, shared, make, alone=alone), own)
        for before, document in zip(group, between, strict=True):
            if document.findings or document.suppressions:
                settings = own[document.path]
                judged = audited(silenced(document, settings.as_of), settings, partial(knowledge, shared))
                told[document.path] = replace(judged, findings=with_fingerprints(judged))
            elif document is not before:
                told[document.path] = document
    whole = tuple(told.get(document.path, document) for document in documents)
    return Report(config.as_of, tuple(packs), whole, tuple(CHECKS.values()))


def _found_between(group: Sequence[DocumentReport], config: Config, *, alone: bool) -> list[tuple[str, Finding]]:
    return found_between(group, knowledge(config), alone=alone)


def _asked_for(report: DocumentReport, config: Config) -> DocumentReport:
    """The report of a document with what its settings want, in their severity; what it silences is waived."""
    if not asks(config):
        report = replace(report, tellings=())
    if report.findings:
        wanted = (each for each in report.findings if config.wants(each.code, each.fact))
        report = replace(report, findings=tuple(_weighed(each, config) for each in wanted))
    return silenced(report, config.as_of)


def _weighed(finding: Finding, config: Config) -> Finding:
    severity = config.severity_of(finding.code, finding.fact, finding.severity)
    return finding if severity == finding.severity else replace(finding, severity=severity)


def unreadable(report: Report) -> dict[str, str]:
    """Path -> why it could not be read, of the documents of a report."""
    faults = ((document.path, each) for document in report.documents for each in document.findings)
    return {path: each.message for path, each in faults if each.code == unreadable_document.CODE}


def topics_of(report: Report, config: Config, about: str = "") -> list[Topic]:
    """Who says what in the documents of a report; of one entity, if `about` names its id."""
    return topics(Told(report.documents), knowledge(config), about)


def report_of(
    document: Document, reading: Reading, kb: KnowledgeBase, config: Config, *, keep: bool = False
) -> DocumentReport:
    """The findings of a document's reading, in the order of their places; suppressions are not looked at.

    `keep` keeps its prose and what in it agrees.
    """
    return _asked_for(found_in(document, reading, kb, Moment(config.as_of), keep=keep), config)


def weighed(verdict: Verdict, config: Config) -> Verdict:
    """A verdict with the severity that the settings give it."""
    return replace(verdict, severity=config.severity_of(verdict.code, verdict.fact, verdict.severity))
