"""What of packs should be looked at again, for `rules audit`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from factcheck import __version__
from factcheck.report.json_text import json_text
from factcheck.report.plain import plain

if TYPE_CHECKING:
    from datetime import date

    from factcheck.model.finding import PackVersion
    from factcheck.report.look import Look

SCHEMA_VERSION = 1
PAST_REVIEW, SINGLE_SOURCE, NO_LOCATOR = "past-review", "single-source", "no-locator"
REASONS = {
    PAST_REVIEW: "past their review",
    SINGLE_SOURCE: "with a single source",
    NO_LOCATOR: "with a source without doi, url or pmid",
}


@dataclass(frozen=True, slots=True)
class Doubt:
    """One reason to look at an entry again.

    `reason` is a key of REASONS, `kind` fact, set or term; `line` and `column` count from 1.
    """

    reason: str
    id: str
    kind: str
    pack: str
    path: str
    line: int
    column: int
    why: str
    reviewed: date | None = None
    review_by: date | None = None
    sources: tuple[str, ...] = ()


def render_audit(doubts: Sequence[Doubt], count: int, as_of: date, look: Look) -> str:
    """The doubts by reason, then a total; `count` is of all entries that were looked at."""
    return "".join(f"{line}\n" for line in _lines(doubts, count, as_of, look))


def _lines(doubts: Sequence[Doubt], count: int, as_of: date, look: Look) -> Iterator[str]:
    for reason, title in REASONS.items():
        found = [each for each in doubts if each.reason == reason]
        if found:
            yield look.ink(title, "path")
            for each in found:
                place = f"{each.path}:{each.line}:{each.column}"
                yield f"  {look.ink(plain(place), 'faint')}: {plain(each.id)}: {plain(each.why)}"
            yield ""
    told = ", ".join(f"{sum(each.reason == reason for each in doubts)} {title}" for reason, title in REASONS.items())
    yield f"{count} facts, sets and terms as of {as_of}: {told}"


def render_audit_json(doubts: Sequence[Doubt], count: int, as_of: date, packs: Sequence[PackVersion]) -> str:
    """The same for machines."""
    data = {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "factcheck", "version": __version__},
        "as_of": as_of.isoformat(),
        "packs": [{"id": pack.id, "version": pack.version} for pack in packs],
        "doubts": [_data(each) for each in doubts],
        "summary": {
            "entries": count,
            "by_reason": {reason: sum(each.reason == reason for each in doubts) for reason in REASONS},
        },
    }
    return json_text(data)


def _data(doubt: Doubt) -> dict[str, Any]:
    return {
        "reason": doubt.reason,
        "id": doubt.id,
        "kind": doubt.kind,
        "pack": doubt.pack,
        "path": doubt.path,
        "line": doubt.line,
        "column": doubt.column,
        "why": doubt.why,
        "reviewed": doubt.reviewed.isoformat() if doubt.reviewed else None,
        "review_by": doubt.review_by.isoformat() if doubt.review_by else None,
        "sources": list(doubt.sources),
    }
