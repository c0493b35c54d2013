"""Claim and knowledge -> verdicts: one fault a file, all listed in one table."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.checks import (
    ambiguous_name,
    contradicted_claim,
    expired_waiver,
    misspelled_name,
    non_standard_term,
    outdated_claim,
    overstated_claim,
    sources_conflict,
    sources_differ,
    unreadable_document,
    unused_suppression,
    value_out_of_range,
    wrong_category,
    wrong_date,
    wrong_pairing,
)
from factcheck.checks.decision import Moment, each_population, with_object
from factcheck.model.finding import Check

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from types import ModuleType

    from factcheck.knowledge.base import KnowledgeBase
    from factcheck.model.claim import Claim, Reading, Verdict


_MODULES: tuple[ModuleType, ...] = (
    misspelled_name,
    ambiguous_name,
    wrong_category,
    contradicted_claim,
    wrong_pairing,
    value_out_of_range,
    overstated_claim,
    outdated_claim,
    wrong_date,
    sources_conflict,
    sources_differ,
    non_standard_term,
    unreadable_document,
    unused_suppression,
    expired_waiver,
)
CHECKS: dict[str, Check] = {m.CODE: Check(m.CODE, m.NAME, m.SEVERITY, (m.__doc__ or "").strip()) for m in _MODULES}
FAMILIES = {
    "FC1": "names",
    "FC2": "facts",
    "FC3": "time",
    "FC4": "sources that disagree",
    "FC5": "terms",
    "FC9": "the run itself",
}
_OF_CLAIMS = (wrong_category, contradicted_claim, wrong_pairing, value_out_of_range, outdated_claim)


def judge_claim(claim: Claim, kb: KnowledgeBase, moment: Moment) -> Verdict | None:
    """The first verdict that applies to a claim that its author asserts; None where no fact decides."""
    if not claim.stance.asserted:
        return None
    dated = wrong_date.judge(claim, kb, moment)
    if dated is not None:
        return dated
    for module in _OF_CLAIMS:
        found: Verdict | None = module.judge(claim, kb, moment)
        if found is not None:
            return found
    return None


def judge(reading: Reading, kb: KnowledgeBase, moment: Moment) -> Iterator[Verdict]:
    """Every verdict on a document's reading, agreements included."""
    found = [(claim, each) for claim in reading.claims for each in _of_claim(claim, kb, moment)]
    right = {_denial(claim) for claim, each in found if each.kind == "agrees"} - {None}
    for claim, each in found:
        if each.kind == "agrees" or _denial(claim) not in right:
            yield each
    for word in reading.misspellings:
        for module in (misspelled_name, ambiguous_name):
            found = module.judge(word, kb)
            if found is not None:
                yield found
    for use in reading.terms:
        yield non_standard_term.judge(use, kb)


def _of_claim(claim: Claim, kb: KnowledgeBase, moment: Moment) -> Iterator[Verdict]:
    """The verdicts on a claim and on what it means besides; one that tells the class wrong tells enough."""
    for each in _with_meaning(claim, kb):
        found = judge_claim(each, kb, moment)
        if found is not None:
            yield found
        if found is not None and found.kind == "contradicts" and each.relation == "is-a":
            return


def _denial(claim: Claim) -> object | None:
    """What denies a claim together with its sentence: `it is a myth that X, which is Y, does Z` denies one of three.

    Where one of them is rightly denied, the others are not judged.
    """
    stance = claim.stance
    denied = stance.asserted and not stance.polarity and stance.guard
    return (claim.sentence, stance.guard) if denied else None


def _with_meaning(claim: Claim, kb: KnowledgeBase) -> Iterable[Claim]:
    """A claim, and what its class means besides: "autoimmune disease" says that autoimmunity is the cause."""
    claim = with_object(claim, kb)
    yield from each_population(claim, kb)
    if claim.relation == "is-a" and claim.object in kb.entities:
        means = kb.entities[claim.object].means
        if means is not None and means[1] in kb.entities and claim.stance.polarity:
            yield replace(claim, relation=means[0], object=means[1], via=f"{claim.via}/means")


__all__ = ["CHECKS", "FAMILIES", "Check", "Moment", "judge", "judge_claim"]
