"""Verdict -> finding: each fault told once, at its place in the source, with the evidence that a reader can look up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.checks import CHECKS
from factcheck.compare.wording import claim_in_words
from factcheck.model.finding import ClaimText, Evidence, Finding
from factcheck.offers import by_hand, keeps_form, offers

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.knowledge.base import KnowledgeBase
    from factcheck.model.claim import Claim, Verdict
    from factcheck.model.document import Document


def distinct(verdicts: Iterable[Verdict]) -> list[Verdict]:
    """One verdict for each fault: of those that say the same of overlapping words, the one with the fewest words."""
    kept: list[Verdict] = []
    told = list(verdicts)
    once = [verdict for verdict in told if not _told_again(verdict, told)]
    for verdict in sorted(once, key=lambda v: (v.span.end - v.span.start, v.span, v.code, v.fact)):
        if not any(_repeats(verdict, other) for other in kept):
            kept.append(verdict)
    return kept


def _told_again(verdict: Verdict, verdicts: Iterable[Verdict]) -> bool:
    """Whether a bare `Yes.` or `No.` is followed, in its block, by words that say the same."""
    claim = verdict.claim
    if claim is None or not claim.stance.guard.startswith("answer "):
        return False
    others = (v for v in verdicts if v.claim is not None and v.claim.block == claim.block and v.fact == verdict.fact)
    return any(v.claim is not None and not v.claim.stance.guard.startswith("answer ") for v in others)


def _repeats(verdict: Verdict, other: Verdict) -> bool:
    """Whether a verdict tells again what another tells of the same words."""
    if not verdict.span.overlaps(other.span):
        return False
    if verdict.fact == other.fact:
        return True
    one, two = verdict.claim, other.claim
    if one is None or two is None or one.stance.polarity != two.stance.polarity:
        return False
    if verdict.span == other.span and (one.relation, one.object) == (two.relation, two.object):
        return True  # `both have never been tested`: one pronoun, two things
    return (one.subject, one.object) == (two.subject, two.object)


def finding_of(verdict: Verdict, document: Document, kb: KnowledgeBase) -> Finding:
    """A verdict as a finding in the source."""
    span = document.source_span(verdict.span)
    quote = document.source[span.start : span.end]
    words = document.text[verdict.span.start : verdict.span.end]
    evidence = tuple(evidence_of(each, kb) for each in verdict.sources if each in kb.citations)
    message = verdict.message or _message(words, verdict, evidence)
    fitting = [each for each in verdict.replacements if keeps_form(document, span, each[0])]
    fixes = offers(span, quote, words, fitting)
    message = message if fixes else by_hand(message, verdict.replacements)
    check = CHECKS.get(verdict.code)
    return Finding(
        verdict.code,
        check.name if check is not None else "",
        verdict.fact,
        verdict.severity,
        message,
        verdict.right,
        span,
        quote,
        document.source_span(verdict.sentence),
        _claim_text(verdict.claim, kb),
        fixes,
        verdict.valid_from,
        verdict.valid_until,
        evidence,
        record=document.record,
    )


def _message(words: str, verdict: Verdict, evidence: Sequence[Evidence]) -> str:
    shown = " ".join(words.split())
    shown = shown if len(shown) <= 120 else f"{shown[:70]} … {shown[-45:]}"
    source = f" [{evidence[0].label}]" if evidence else ""
    return f'"{shown}": {verdict.right.rstrip(".")}{source}.'


def evidence_of(citation: str, kb: KnowledgeBase) -> Evidence:
    """A citation as reports print it."""
    each = kb.citations[citation]
    return Evidence(each.id, each.title, each.publisher, str(each.year), each.url, each.doi)


def _claim_text(claim: Claim | None, kb: KnowledgeBase) -> ClaimText | None:
    if claim is None:
        return None
    if claim.object in kb.entities:
        said = kb.entities[claim.object].name
    else:
        said = claim.text or (f"{claim.value.low:g} {claim.value.unit}" if claim.value else "")
    words = claim_in_words(claim, said, kb)
    return ClaimText(kb.entities[claim.subject].name, claim.relation, said, claim.stance.label, words)
