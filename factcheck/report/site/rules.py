"""The page of rules: each fact that a document met, its sources, and where it was met."""

from __future__ import annotations

import inspect
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.report.site.names import anchor, page_of, shown
from factcheck.report.site.notes import Source, sources_of
from factcheck.report.site.pages import numbered

if TYPE_CHECKING:
    from factcheck.model.edition import Edition, Rule


@dataclass(frozen=True, slots=True)
class Met:
    """A document in which a rule was met: the numbers of the notes there, and how many claims agree."""

    path: str
    link: str
    numbers: tuple[int, ...]
    agrees: int


@dataclass(frozen=True, slots=True)
class RuleEntry:
    """A rule as its entry on the page tells it."""

    id: str
    anchor: str
    kind: str
    says: str
    pack: str
    since: str
    until: str
    reviewed: str
    note: str
    sources: tuple[Source, ...]
    findings: int
    agrees: int
    met: tuple[Met, ...]


@dataclass(frozen=True, slots=True)
class Code:
    """A kind of check that found something, and what it is about."""

    code: str
    name: str
    severity: str
    paragraphs: tuple[str, ...]
    count: int


@dataclass(frozen=True, slots=True)
class RulesPage:
    """All that the page of rules shows: rules that were broken first, those broken most first."""

    broken: tuple[RuleEntry, ...]
    borne_out: tuple[RuleEntry, ...]
    codes: tuple[Code, ...]


def rules_page(edition: Edition) -> RulesPage:
    """The rules that the documents of a run met."""
    numbers: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    agrees: dict[str, Counter[str]] = defaultdict(Counter)
    codes: Counter[str] = Counter()
    for document in edition.report.documents:
        for number, finding, _ in numbered(document):
            codes[finding.code] += 1
            numbers[finding.fact][document.path].append(number)
        for each in (agreement for shown_ in document.shown for agreement in shown_.agreements):
            agrees[each.fact][document.path] += 1
    entries = [_entry(rule, numbers[rule.id], agrees[rule.id]) for rule in edition.rules]
    broken = sorted((each for each in entries if each.findings), key=lambda each: (-each.findings, each.id))
    borne_out = sorted((each for each in entries if not each.findings and each.agrees), key=lambda each: each.id)
    checks = (
        Code(each.code, each.name.replace("-", " "), each.severity, _paragraphs(each.doc), codes[each.code])
        for each in edition.report.checks
        if codes[each.code]
    )
    return RulesPage(tuple(broken), tuple(borne_out), tuple(checks))


def _entry(rule: Rule, numbers: dict[str, list[int]], agrees: Counter[str]) -> RuleEntry:
    paths = sorted({*numbers, *agrees})
    met = (Met(shown(path), page_of(path), tuple(numbers.get(path, ())), agrees[path]) for path in paths)
    return RuleEntry(
        rule.id,
        anchor(rule.id),
        rule.kind,
        shown(rule.says),
        rule.pack,
        rule.since.isoformat() if rule.since else "",
        rule.until.isoformat() if rule.until else "",
        rule.reviewed.isoformat() if rule.reviewed else "",
        shown(rule.note),
        sources_of(rule.evidence),
        sum(map(len, numbers.values())),
        sum(agrees.values()),
        tuple(met),
    )


def _paragraphs(doc: str) -> tuple[str, ...]:
    return tuple(" ".join(each.split()) for each in inspect.cleandoc(doc).split("\n\n"))
