"""The first page: totals, and a row for each document."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from factcheck.model.coverage import Coverage, coverage_of
from factcheck.report.site.names import page_of, shown
from factcheck.report.site.notes import counted
from factcheck.report.site.pages import numbered, title_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from factcheck.model.edition import Edition
    from factcheck.model.finding import DocumentReport, Finding


@dataclass(frozen=True, slots=True)
class Row:
    """A document's row; `found` holds its findings for the filters, as `_packed` writes them."""

    path: str
    title: str
    link: str
    folder: str
    date: str
    counts: Mapping[str, int]
    known: int
    coverage: Coverage
    found: str


@dataclass(frozen=True, slots=True)
class Choice:
    """What a filter offers: a value, how it is named, and how many findings it stands for."""

    value: str
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class IndexPage:
    """All that the first page shows; the rows stand with the worst first."""

    rows: tuple[Row, ...]
    counts: Mapping[str, int]
    known: int
    waived: int
    claims_checked: int
    coverage: Coverage
    conflicts: int
    compared: bool
    codes: tuple[Choice, ...]
    facts: tuple[Choice, ...]
    folders: tuple[Choice, ...]


def index_page(edition: Edition) -> IndexPage:
    """The first page of a run."""
    documents = edition.report.documents
    findings = [finding for document in documents for _, finding, _ in numbered(document)]
    names = {finding.code: finding.check.replace("-", " ") for finding in findings}
    says = {rule.id: shown(rule.says) for rule in edition.rules}
    codes = _choices((each.code for each in findings), names, "{value} {name}")
    facts = _choices((each.fact for each in findings if each.fact), says, "{value}: {name}")
    numbers = {each.value: number for number, each in enumerate((*codes, *facts))}
    rows = [_row(document, numbers) for document in documents]
    rows.sort(key=lambda row: (*(-row.counts[each] for each in row.counts), row.path))
    return IndexPage(
        tuple(rows),
        counted(finding for document in documents for finding in document.findings),
        sum(len(document.known) for document in documents),
        sum(len(document.waived) for document in documents),
        sum(document.claims_checked for document in documents),
        coverage_of(documents),
        sum(topic.mark == "conflict" for topic in edition.topics),
        edition.compared,
        codes,
        facts,
        _choices((row.folder for row in rows), {}, "{value}"),
    )


def _choices(values: Iterable[str], names: Mapping[str, str], words: str) -> tuple[Choice, ...]:
    counts = Counter(values)
    return tuple(
        Choice(value, words.format(value=value, name=names.get(value, "")).removesuffix(": "), counts[value])
        for value in sorted(counts)
    )


def _row(document: DocumentReport, numbers: Mapping[str, int]) -> Row:
    return Row(
        shown(document.path),
        title_of(document),
        page_of(document.path),
        shown(PurePosixPath(document.path).parent.as_posix()),
        document.date.isoformat() if document.date else "",
        counted(document.findings),
        len(document.known),
        coverage_of([document]),
        " ".join(_packed(finding, numbers, known=known) for _, finding, known in numbered(document)),
    )


def _packed(finding: Finding, numbers: Mapping[str, int], *, known: bool) -> str:
    """`e,3,12` and `w,3,,k`: severity, code and fact by their numbers among the choices, `k` for a known one."""
    parts = [finding.severity[0], str(numbers[finding.code]), str(numbers.get(finding.fact, ""))]
    return ",".join([*parts, "k"] if known else parts)
