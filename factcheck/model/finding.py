"""What a run reports."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from factcheck.model.edition import Shown
from factcheck.model.span import Span
from factcheck.model.suppression import Suppression, Waived
from factcheck.model.telling import Telling

SEVERITIES = ("note", "warning", "error")
_OF_A_DOI = "/()[]:;,.@!$*'+=&~"


@dataclass(frozen=True, slots=True)
class Fix:
    """A rewording of a range of the source; `safe` ones change no meaning."""

    span: Span
    replacement: str
    safe: bool


@dataclass(frozen=True, slots=True)
class Evidence:
    """A citation as a report prints it."""

    id: str
    title: str
    publisher: str = ""
    year: str = ""
    url: str = ""
    doi: str = ""

    @property
    def label(self) -> str:
        """The short form in brackets behind a message, such as `StatPearls, 2024`."""
        return ", ".join(part for part in (self.publisher or self.title, self.year) if part)

    @property
    def address(self) -> str:
        """Where the source is found: by its DOI, else its URL; empty if it has neither."""
        from urllib.parse import quote

        return f"https://doi.org/{quote(self.doi, safe=_OF_A_DOI, errors='replace')}" if self.doi else self.url


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that a finding speaks of, with its own document."""

    path: str
    span: Span
    quote: str
    message: str


@dataclass(frozen=True, slots=True)
class ClaimText:
    """The claim of a finding in names: what a reader sees, and what the JSON report holds.

    `words` is the claim as a statement, such as `baricitinib is approved for hair loss, as the only one`.
    """

    subject: str
    relation: str
    object: str
    stance: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """A verdict worth reporting, placed in the source file.

    `span` counts code points of the source as decoded. `message` is one sentence: what is wrong
    and what is right; `right` is the fact alone. `valid_from` and `valid_until` bound the time in
    which the claim was true, where that is known. `record` tells in which record of its file it stands, if in one.
    """

    code: str
    check: str
    fact: str
    severity: str
    message: str
    right: str
    span: Span
    quote: str
    context: Span
    claim: ClaimText | None = None
    fixes: tuple[Fix, ...] = ()
    valid_from: date | None = None
    valid_until: date | None = None
    evidence: tuple[Evidence, ...] = ()
    related: tuple[Related, ...] = ()
    fingerprint: str = ""
    record: str = ""


@dataclass(frozen=True, slots=True)
class DocumentReport:
    """All that a run says of one document.

    `source` is kept for quoting, never for the reports of machines; a run on files keeps none of a document in which
    there is nothing to quote. `tellings` are its claims, made ready to be held against those of other documents; empty
    where nobody asks, and in a run on very many documents read from a spool whenever they are asked for.
    `suppressions` are what it silences, `waived` the findings that they keep out of `findings`, `known` those that a
    baseline keeps out. `shown` is its prose, record by record, where a page is to show it.
    `sentences_found` counts the sentences that claim something, `sentences_judged` those of them of which a fact
    could judge a claim (see `Coverage`).
    """

    path: str
    source: str
    date: date | None
    claims_found: int
    claims_checked: int
    findings: tuple[Finding, ...]
    tellings: Sequence[Telling] = ()
    suppressions: tuple[Suppression, ...] = ()
    waived: tuple[Waived, ...] = ()
    known: tuple[Finding, ...] = ()
    shown: tuple[Shown, ...] = ()
    sentences_found: int = 0
    sentences_judged: int = 0


@dataclass(frozen=True, slots=True)
class Check:
    """A kind of fault: its code, its name, its usual severity and the text of `factcheck explain`."""

    code: str
    name: str
    severity: str
    doc: str


@dataclass(frozen=True, slots=True)
class PackVersion:
    """A pack that took part in a run."""

    id: str
    version: str


@dataclass(frozen=True, slots=True)
class Report:
    """A whole run, in the order of its documents; `checks` are all kinds of faults that it could have found."""

    as_of: date
    packs: tuple[PackVersion, ...]
    documents: tuple[DocumentReport, ...]
    checks: tuple[Check, ...] = ()
