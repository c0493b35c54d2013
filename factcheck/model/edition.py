"""What a page for readers shows besides the findings: the prose, what agrees, and the rules that documents met."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from factcheck.model.document import Document
    from factcheck.model.finding import Evidence, Report
    from factcheck.model.span import Span
    from factcheck.model.topic import Topic


@dataclass(frozen=True, slots=True)
class Agreement:
    """A claim that the reference bears out; `fact` is empty where the classes of the packs do."""

    span: Span
    fact: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A document (or one record of a file) with its prose, and the claims in it that the reference bears out."""

    document: Document
    agreements: tuple[Agreement, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """What a pack says, where a document met it. `kind` is fact, closed set, term or name."""

    id: str
    kind: str
    says: str
    pack: str = ""
    since: date | None = None
    until: date | None = None
    reviewed: date | None = None
    note: str = ""
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Edition:
    """A run, made ready for a site: the report with its documents' prose, the rules they met, and who says what.

    `compared` says that a baseline was at hand: what it holds is in `DocumentReport.known`.
    """

    report: Report
    rules: tuple[Rule, ...]
    topics: tuple[Topic, ...]
    compared: bool = False
