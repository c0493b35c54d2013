"""Between documents: the claims of a run held together, and a finding where two of them disagree.

FC401 and FC402 are worded here, as they speak of two documents; what opposes what is worked out in `compare`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.checks import sources_conflict, sources_differ
from factcheck.compare.positions import is_comparable, positions_of, suggested
from factcheck.compare.topics import disagreements
from factcheck.compare.wording import told
from factcheck.config import is_code
from factcheck.model.finding import Finding, Related
from factcheck.model.telling import Place, Telling
from factcheck.placing import evidence_of
from factcheck.spool import whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from factcheck.config import Config
    from factcheck.knowledge.base import KnowledgeBase
    from factcheck.model.claim import Claim, Contrast, Reading
    from factcheck.model.document import Document
    from factcheck.model.finding import DocumentReport
    from factcheck.model.telling import Disagreement
    from factcheck.model.understood import Judged

MOST = 8
"""Other places that are named with a finding; of more, their number is told."""
_HOW = {
    "strength": "One is surer than the other.",
    "scope": "They do not speak of quite the same circumstances.",
    "number": "The numbers do not meet, though they may not count the same.",
    "refuted": "Both could be true, but the reference refutes one.",
    "contrast": "One is only suggested, by a contrast.",
    "only": "Both may be true, as they do not say the same of the two.",
}


def asks(config: Config) -> bool:
    """Whether the settings want findings between documents at all."""
    codes = any(config.wants(check.CODE, "") for check in (sources_conflict, sources_differ))
    return codes or any(not is_code(selector) for selector in config.select)  # a fact may be all that is asked for


def tellings_of(
    document: Document, reading: Reading, judged: Callable[[Claim], Judged], kb: KnowledgeBase
) -> tuple[Telling, ...]:
    """The claims of a document that can be held against others; each is judged only if it can."""
    found: dict[Telling, None] = {}
    for claim in reading.claims:
        if is_comparable(claim, kb):
            place = _place(document, claim)
            found |= {Telling(each, place): None for each in positions_of(judged(claim), kb, document.date)}
        for hint, contrast in suggested(reading, claim, kb):
            agreed = judged(hint)
            if agreed.said == "agrees" and is_comparable(hint, kb):
                place = _place(document, contrast)
                found |= {Telling(each, place): None for each in positions_of(agreed, kb, document.date)}
    return tuple(found)


def _place(document: Document, told: Claim | Contrast) -> Place:
    span = document.source_span(told.span)
    quote = document.source[span.start : span.end]
    return Place(document.path, span, document.source_span(told.sentence), quote)


class Told:
    """The tellings of all documents, one after the other, however often they are asked for."""

    def __init__(self, documents: Iterable[DocumentReport]) -> None:
        """Take the documents; their tellings may lie in a spool, and are not held."""
        self._documents = documents

    def __iter__(self) -> Iterator[Telling]:
        """All of them, in the order of the documents."""
        return (telling for document in self._documents for telling in document.tellings)


def found_between(documents: Iterable[DocumentReport], kb: KnowledgeBase, *, alone: bool) -> list[tuple[str, Finding]]:
    """Where one document disagrees with another or, `alone`, with itself: the path of the odd one, and the finding."""
    return [(each.here[0].place.path, _finding(each, kb)) for each in _found(documents, kb, alone=alone)]


def disagreeing(
    documents: Sequence[DocumentReport], found: Iterable[tuple[str, Finding]], configs: Mapping[str, Config]
) -> tuple[DocumentReport, ...]:
    """The documents with those of the findings between them that their settings want; `configs` by path.

    Those that a finding quotes have their text again.
    """
    added: dict[str, list[Finding]] = {}
    for path, each in found:
        finding = _wanted(each, configs[path])
        if finding is not None:
            added.setdefault(path, []).append(finding)
    quoted = {other.path for findings in added.values() for finding in findings for other in finding.related}
    quoted.update(added)
    return tuple(_with(whole(each), added.get(each.path, ())) if each.path in quoted else each for each in documents)


def _found(documents: Iterable[DocumentReport], kb: KnowledgeBase, *, alone: bool) -> Iterator[Disagreement]:
    if alone:
        for document in documents:
            yield from disagreements(document.tellings, kb)
    else:
        yield from disagreements(Told(documents), kb)


def _with(document: DocumentReport, findings: Iterable[Finding]) -> DocumentReport:
    """A document with more findings, in the order of their places."""
    own = sorted((*document.findings, *findings), key=lambda each: (each.span, each.code, each.fact))
    return replace(document, findings=tuple(own))


def wanted_finding(found: Disagreement, kb: KnowledgeBase, config: Config) -> Finding | None:
    """A disagreement as a finding at its odd place, with the severity of the settings; None if they do not want it."""
    return _wanted(_finding(found, kb), config)


def _wanted(finding: Finding, config: Config) -> Finding | None:
    if not config.wants(finding.code, finding.fact):
        return None
    return replace(finding, severity=config.severity_of(finding.code, finding.fact, finding.severity))


def _finding(found: Disagreement, kb: KnowledgeBase) -> Finding:
    """A disagreement as a finding at its odd place."""
    check = sources_conflict if found.kind == "conflict" else sources_differ
    here = found.here[0]
    place = here.place
    fact = found.fact if found.right else ""
    entry = kb.facts.get(fact) or kb.sets.get(fact)
    sources = entry.sources if entry is not None else ()
    return Finding(
        check.CODE,
        check.NAME,
        fact,
        check.SEVERITY,
        _message(found, kb),
        entry.says if entry is not None else "",
        place.span,
        place.quote,
        place.sentence,
        evidence=tuple(evidence_of(each, kb) for each in sources if each in kb.citations),
        related=tuple(_related(each, place.path, kb) for each in found.there[:MOST]),
    )


def _related(telling: Telling, path: str, kb: KnowledgeBase) -> Related:
    place = telling.place
    return Related(place.path, place.span, " ".join(place.quote.split()), f"({told(telling.position, kb)})")


def _message(found: Disagreement, kb: KnowledgeBase) -> str:
    here, there = found.here[0], found.there[0]
    where = "elsewhere in this document" if there.place.path == here.place.path else "in another document"
    if found.sources > 1:
        where = f"in {found.sources} documents"
    more = f" ({len(found.there)} places, {MOST} of them below)" if len(found.there) > MOST else ""
    how = f" {_HOW[found.how]}" if found.how else ""
    other = f"{where[0].upper()}{where[1:]}{more}: {told(there.position, kb)}."
    return f"Here: {told(here.position, kb)}. {other}{how} {_right(found)}"


def _right(found: Disagreement) -> str:
    """Which side the reference supports."""
    sides = {
        "here": "The reference supports what stands here.",
        "there": "The reference supports the other side.",
        "neither": "The reference supports neither.",
    }
    return sides.get(found.right, "No fact decides.")
