"""The examples of packs, read and judged as documents are."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from factcheck.config import Config
from factcheck.extract.claims import Extractor
from factcheck.model.claim import Reading
from factcheck.readers import read
from factcheck.run import report_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from factcheck.knowledge.base import KnowledgeBase
    from factcheck.model.finding import Finding
    from factcheck.model.knowledge import ClosedSet, Example, Fact, Term


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
