"""A run made ready for a site: what its rules say, and who says what of which topic."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.checks import misspelled_name
from factcheck.engine import knowledge
from factcheck.model.edition import Edition, Rule
from factcheck.placing import evidence_of
from factcheck.run import topics_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.config import Config
    from factcheck.knowledge.base import KnowledgeBase
    from factcheck.model.finding import Finding, Report


def edition_of(report: Report, config: Config) -> Edition:
    """The edition of a run on kept documents. Raises UserError for a broken pack."""
    kb = knowledge(config)
    met: dict[str, Rule] = {}
    for finding in _findings(report):
        if finding.fact and finding.fact not in met:
            met[finding.fact] = _rule(finding.fact, kb) or _rule_of(finding)
    for document in report.documents:
        for fact in (each.fact for shown in document.shown for each in shown.agreements):
            rule = _rule(fact, kb) if fact not in met else None
            if rule:
                met[fact] = rule
    rules = tuple(met[name] for name in sorted(met))
    return Edition(report, rules, tuple(topics_of(report, config)), compared=bool(config.baseline))


def _findings(report: Report) -> Iterator[Finding]:
    for document in report.documents:
        yield from document.findings
        yield from document.known
        yield from (waived.finding for waived in document.waived)


def _rule(name: str, kb: KnowledgeBase) -> Rule | None:
    """What the packs say under a name; None if they have no fact, set or term of it."""
    if name in kb.facts:
        fact = kb.facts[name]
        found = Rule(fact.id, "fact", fact.says, fact.pack, fact.since, fact.until, fact.reviewed, fact.note)
        sources = fact.sources
    elif name in kb.sets:
        closed = kb.sets[name]
        found = Rule(closed.id, "closed set", closed.says, closed.pack, None, None, closed.reviewed)
        sources = closed.sources
    elif name in kb.terms:
        term = kb.terms[name]
        found = Rule(term.id, "term", term.says, term.pack, None, None, term.reviewed)
        sources = term.sources
    else:
        return None
    return replace(found, evidence=tuple(evidence_of(each, kb) for each in sources if each in kb.citations))


def _rule_of(finding: Finding) -> Rule:
    """The rule of a finding that is no entry of the packs, as the right spelling of a name is."""
    says = f"The name is spelled {finding.right}." if finding.code == misspelled_name.CODE else finding.message
    return Rule(finding.fact, "name", says, evidence=finding.evidence)
