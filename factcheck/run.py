"""The chain: sources -> documents -> readings -> verdicts -> findings -> report.

The only file that sees every floor. A document that cannot be read is a finding and the run goes on;
a broken pack stops it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from factcheck.between import asks, disagreeing, tellings_of
from factcheck.checks import Moment, judge
from factcheck.checks import unreadable_document as unread
from factcheck.compare.table import topics
from factcheck.config import Config
from factcheck.extract.claims import Extractor
from factcheck.extract.near import names_of_document, near_misses, sentences_of
from factcheck.knowledge import load_knowledge
from factcheck.model.claim import Reading
from factcheck.model.finding import DocumentReport, Finding, PackVersion, Report
from factcheck.model.span import Span
from factcheck.model.understood import Account, Judged, Understood
from factcheck.placing import distinct, finding_of
from factcheck.readers import MAX_BYTES, ReadError, read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import date

    from factcheck.discover import Source
    from factcheck.knowledge.base import KnowledgeBase
    from factcheck.model.claim import Claim, Verdict
    from factcheck.model.document import Document
    from factcheck.model.knowledge import ClosedSet, Example, Fact, Term
    from factcheck.model.topic import Topic


@lru_cache(maxsize=4)
def _knowledge(rules: tuple[str, ...], use_cache: bool) -> KnowledgeBase:
    return load_knowledge(rules, use_cache)


@lru_cache(maxsize=4)
def _extractor(rules: tuple[str, ...], use_cache: bool) -> Extractor:
    return Extractor(_knowledge(rules, use_cache))


def knowledge(config: Config) -> KnowledgeBase:
    """The knowledge base of a run's packs, loaded once. Raises UserError for a broken pack."""
    return _knowledge(config.rules, config.use_cache)


def with_pack(config: Config, pack: str) -> tuple[str, ...]:
    """The packs of the settings with this one (a name or a folder) in the place of the one of its id, or added."""
    own = knowledge(replace(config, rules=(pack,))).packs[-1].id
    others = [name for name in config.rules if knowledge(replace(config, rules=(name,))).packs[-1].id != own]
    return (*others, pack)


def check_sources(sources: Iterable[Source], config: Config) -> Report:
    """Check every source, in order. Raises UserError for a broken pack."""
    return report_on((_check(source.path, partial(open_document, source), config) for source in sources), config)


def check_bytes(path: str, raw: bytes, config: Config) -> DocumentReport:
    """Check what a file holds, or would hold if it were edited. Raises UserError for a broken pack."""
    return _check(path, partial(read, path, raw), config)


def report_on(documents: Iterable[DocumentReport], config: Config) -> Report:
    """The report of a run on these documents. Raises UserError for a broken pack."""
    kb = knowledge(config)
    packs = tuple(PackVersion(pack.id, pack.version) for pack in kb.packs)
    return Report(config.as_of, packs, disagreeing(tuple(documents), kb, config))


def unreadable(report: Report) -> dict[str, str]:
    """Path -> why it could not be read, of the documents of a report."""
    faults = ((document.path, each) for document in report.documents for each in document.findings)
    return {path: each.message for path, each in faults if each.code == unread.CODE}


def topics_of(report: Report, config: Config, about: str = "") -> list[Topic]:
    """Who says what in the documents of a report; of one entity, if `about` names its id."""
    tellings = [telling for document in report.documents for telling in document.tellings]
    return topics(tellings, knowledge(config), about)


def _check(path: str, opened: Callable[[], Document], config: Config) -> DocumentReport:
    """Check one document; what keeps it from being read becomes its finding."""
    extractor = _extractor(config.rules, config.use_cache)
    try:
        document = opened()
    except (ReadError, OSError) as error:
        finding = _unreadable(error)
        found = (finding,) if config.wants(finding.code, finding.fact) else ()
        return DocumentReport(path, "", None, 0, 0, found)
    reading, kb = extractor.read(document), knowledge(config)
    report = report_of(document, reading, kb, config)
    if not asks(config):
        return report
    moment = Moment(config.as_of)
    told = tellings_of(document, reading, lambda claim: Judged(claim, _weightiest(claim, kb, moment)), kb)
    return replace(report, tellings=told)


def open_document(source: Source) -> Document:
    """Read a source. Raises OSError if it cannot be opened and ReadError if it is no text."""
    return read(source.path, contents(source))


def contents(source: Source) -> bytes:
    """The bytes of a source, at most one more than are read. Raises OSError if it cannot be opened."""
    with source.file.open("rb") as file:
        return file.read(MAX_BYTES + 1)


def _unreadable(error: Exception) -> Finding:
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    nowhere, message = Span(0, 0), f"This document cannot be read: {reason}."
    return Finding(unread.CODE, unread.NAME, "", unread.SEVERITY, message, "", nowhere, "", nowhere)


def report_of(document: Document, reading: Reading, kb: KnowledgeBase, config: Config) -> DocumentReport:
    """The findings of a document's reading, in the order of their places."""
    moment = Moment(config.as_of)
    verdicts = list(judge(reading, kb, moment))
    checked = {id(v.claim) for v in verdicts if v.claim is not None}
    faults = distinct(v for v in verdicts if v.kind in ("contradicts", "outdated"))
    findings = [finding_of(_weighed(v, config), document, kb) for v in faults]
    kept = tuple(sorted((f for f in findings if config.wants(f.code, f.fact)), key=lambda f: (f.span, f.code, f.fact)))
    return DocumentReport(document.path, document.source, document.date, len(reading.claims), len(checked), kept)


def _weighed(verdict: Verdict, config: Config) -> Verdict:
    """A verdict with the severity that the settings give it."""
    return replace(verdict, severity=config.severity_of(verdict.code, verdict.fact, verdict.severity))


@dataclass(frozen=True, slots=True)
class ExampleResult:
    """What became of one example of a pack: `expected` is flagged or silent, `got` the findings of its fact.

    `number` counts the examples of its kind from 0; `reading` is what was understood of it.
    """

    fact: str
    kind: str
    text: str
    expected: str
    got: tuple[Finding, ...]
    ok: bool
    reading: Reading = field(default_factory=Reading)
    number: int = 0


_EXPECTED = {"wrong": "flagged", "loose": "flagged", "outdated": "flagged", "right": "silent", "silent": "silent"}
_ENDINGS = {"markdown": "md", "html": "html"}


def test_rules(kb: KnowledgeBase, packs: Sequence[str] | None = None) -> list[ExampleResult]:  # noqa: PT028 - no test
    """Run every example of the packs (all, if None): wrong ones must be flagged, right and silent ones must not be.

    Each is judged as of the day of its entry's review, so that it fails by a change and not by the calendar.
    """
    extractor = Extractor(kb)
    entries: list[Fact | ClosedSet | Term] = [*kb.facts.values(), *kb.sets.values(), *kb.terms.values()]
    wanted = [entry for entry in entries if packs is None or entry.pack in packs]
    found: list[ExampleResult] = []
    for entry in wanted:
        count: Counter[str] = Counter()
        for example in entry.examples:
            found.append(replace(_tested(entry, example, kb, extractor), number=count[example.kind]))
            count[example.kind] += 1
    return found


def day_of(entry: Fact | ClosedSet | Term) -> date:
    """The day as of which the examples of an entry are judged: that of its review, or today."""
    return entry.reviewed or Config(isolated=True).as_of


def _tested(entry: Fact | ClosedSet | Term, example: Example, kb: KnowledgeBase, extractor: Extractor) -> ExampleResult:
    document = read(f"example.{_ENDINGS.get(example.format, 'txt')}", example.text.encode())
    reading = extractor.read(document)
    report = report_of(document, reading, kb, Config(isolated=True, as_of=day_of(entry)))
    expected = _EXPECTED[example.kind]
    told = [each for each in report.findings if each.fact == entry.id or each.severity != "note"]
    ok = bool(told) == (expected == "flagged")
    return ExampleResult(entry.id, example.kind, example.text, expected, report.findings, ok, reading)


def readings(sources: Iterable[Source], config: Config) -> Iterator[Understood]:
    """What is understood of every source, each claim with the verdict on it. Raises UserError for a broken pack."""
    kb = knowledge(config)
    extractor = _extractor(config.rules, config.use_cache)
    for source in sources:
        try:
            document = open_document(source)
        except (ReadError, OSError) as error:
            yield Understood(source.path, None, fault=_unreadable(error).message)
            continue
        reading = extractor.read(document)
        moment = Moment(config.as_of)
        told = [(claim, _weightiest(claim, kb, moment)) for claim in reading.claims]
        claims = tuple(Judged(claim, verdict and _weighed(verdict, config)) for claim, verdict in told)
        unread = tuple(sorted(reading.unread, key=lambda each: each.sentence))
        yield Understood(source.path, document, tuple(sorted(claims, key=lambda each: each.claim.span)), unread)


def _weightiest(claim: Claim, kb: KnowledgeBase, moment: Moment) -> Verdict | None:
    """The verdict on one claim and on what it means besides; a contradiction outweighs an agreement."""
    verdicts = judge(Reading(claims=(claim,)), kb, moment)
    return min(verdicts, key=lambda verdict: verdict.kind == "agrees", default=None)


def accounts(understood: Understood, config: Config, wanted: Callable[[Span], bool]) -> list[Account]:
    """The sentences of a document whose range of the source is wanted, with claims, names and near frames."""
    document = understood.document
    if document is None:
        return []
    tools = _extractor(config.rules, config.use_cache)
    names = names_of_document(document, tools)
    found = []
    for sentence in sentences_of(document):
        if wanted(document.source_span(sentence)):
            inside = tuple(name for name in names if sentence.start <= name.span.start < sentence.end)
            claims = tuple(each for each in understood.claims if each.claim.sentence.overlaps(sentence))
            known = {word for each in claims for word in (each.claim.relation, each.claim.object)}
            near = (miss for miss in near_misses(sentence, inside, document, tools) if miss.target not in known)
            reason = next((each.reason for each in understood.unread if each.sentence.overlaps(sentence)), "")
            found.append(Account(sentence, claims, inside, tuple(near), reason))
    return found
