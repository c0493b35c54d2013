"""Verdict -> finding: each fault told once, at its place in the source, with the evidence that a reader can look up."""

from __future__ import annotations

from collections import defaultdict
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

_STRETCH = 256  # code points


def distinct(verdicts: Iterable[Verdict]) -> list[Verdict]:
    """One verdict for each fault: of those that say the same of overlapping words, the one with the fewest words."""
    kept: list[Verdict] = []
    told = list(verdicts)
    said = {(v.claim.block, v.fact) for v in told if v.claim is not None and not _answers(v.claim)}
    once = [v for v in told if v.claim is None or not _answers(v.claim) or (v.claim.block, v.fact) not in said]
    near: defaultdict[int, list[Verdict]] = defaultdict(list)  # by stretches of the text, which keeps long ones linear
    for verdict in sorted(once, key=lambda v: (v.span.end - v.span.start, v.span, v.code, v.fact)):
        stretches = range(verdict.span.start // _STRETCH, verdict.span.end // _STRETCH + 1)
        if not any(_repeats(verdict, other) for stretch in stretches for other in near[stretch]):
            kept.append(verdict)
            for stretch in stretches:
                near[stretch].append(verdict)
    return kept


def _answers(claim: Claim) -> bool:
    """Whether a claim is a bare `Yes.` or `No.`: words in its block that say the same tell more."""
    return claim.stance.guard.startswith("answer ")


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
