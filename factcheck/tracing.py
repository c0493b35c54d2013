"""Where documents speak of a fact or an entity, and which of their sentences a change of packs concerns.

Both look at claims and the verdicts on them, never at loose words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.compare.wording import stated
from factcheck.model.saying import Effect, Saying

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcheck.knowledge.base import KnowledgeBase
    from factcheck.model.claim import Claim
    from factcheck.model.document import Document
    from factcheck.model.knowledge import ClosedSet, Fact, Statement
    from factcheck.model.span import Span
    from factcheck.model.understood import Judged, Understood

    Verdicts = dict[Span, set[tuple[str, str]]]


def sayings(read: Understood, name: str, kb: KnowledgeBase) -> Iterator[Saying]:
    """The claims of a document that assert, deny or hedge a fact, or speak of an entity, in order."""
    document = read.document
    for judged in read.claims if document is not None else ():
        if document is not None and _speaks_of(judged, name, kb):
            yield _saying(judged, document, kb)


def _speaks_of(judged: Judged, name: str, kb: KnowledgeBase) -> bool:
    claim = judged.claim
    if not claim.stance.asserted:
        return False
    if name in kb.entities:
        return any(each in kb.entities and kb.is_a(each, name) for each in (claim.subject, claim.object))
    if judged.fact == name:
        return True
    fact = kb.facts.get(name)
    own = fact is not None and claim.subject in kb.entities
    return (
        own
        and fact is not None
        and any(kb.is_a(claim.subject, each.subject) and _touches(claim, each, kb) for each in fact.statements)
    )


def _touches(claim: Claim, statement: Statement, kb: KnowledgeBase) -> bool:
    """Whether a claim says something of what a statement speaks of, or of a class of it."""
    if claim.relation != statement.relation or claim.subject not in kb.entities:
        return False
    subject = kb.is_a(claim.subject, statement.subject) or kb.is_a(statement.subject, claim.subject)
    if not statement.objects or claim.object not in kb.entities:
        return subject and not statement.objects
    return subject and any(kb.is_a(claim.object, o) or kb.is_a(o, claim.object) for o in statement.objects)


def _saying(judged: Judged, document: Document, kb: KnowledgeBase) -> Saying:
    claim = judged.claim
    sentence = document.source_span(claim.sentence)
    thing = kb.entities[claim.object].name if claim.object in kb.entities else claim.text
    if claim.value is not None:
        thing = f"{claim.value.low:g} {claim.value.unit}"
    told = stated(claim.subject, claim.relation, thing, kb)
    quote = document.source[sentence.start : sentence.end]
    place = document.source_span(claim.span)
    return Saying(document.path, place, quote, claim.stance.label, told, judged.said, judged.fact)


def effects(before: Understood, after: Understood, old: KnowledgeBase, new: KnowledgeBase) -> Iterator[Effect]:
    """The sentences of one document, read with two sets of packs, that a change between them concerns."""
    document = after.document
    if document is None:
        return
    changed = changed_facts(old, new)
    one, other = _verdicts(before), _verdicts(after)
    touched = _touched(after, changed, new) | _touched(before, changed, old)
    for span in sorted({*one, *other, *touched}):
        was, now = one.get(span, set()), other.get(span, set())
        facts = {fact for _, fact in was ^ now if fact} | touched.get(span, set())
        if was != now or span in touched:
            quote = document.source[span.start : span.end]
            yield Effect(document.path, span, quote, _told(was), _told(now), tuple(sorted(facts)))


def changed_facts(old: KnowledgeBase, new: KnowledgeBase) -> frozenset[str]:
    """Ids of the facts and sets that one of two sets of packs has not, or has otherwise."""
    one: dict[str, Fact | ClosedSet] = {**old.facts, **old.sets}
    other: dict[str, Fact | ClosedSet] = {**new.facts, **new.sets}
    return frozenset(name for name in {*one, *other} if one.get(name) != other.get(name))


def _verdicts(read: Understood) -> Verdicts:
    """Sentence -> (verdict, fact) of its claims; where no fact decides, nothing is said."""
    found: Verdicts = {}
    for judged in read.claims if read.document is not None else ():
        if judged.said in ("agrees", "contradicts", "outdated") and read.document is not None:
            span = read.document.source_span(judged.claim.sentence)
            found.setdefault(span, set()).add((judged.said, judged.fact))
    return found


def _touched(read: Understood, changed: Iterable[str], kb: KnowledgeBase) -> dict[Span, set[str]]:
    """Sentence -> the changed facts of which it speaks."""
    statements = [(name, each) for name in changed if name in kb.facts for each in kb.facts[name].statements]
    found: dict[Span, set[str]] = {}
    for judged in read.claims if read.document is not None else ():
        for name, statement in statements:
            if read.document is not None and _touches(judged.claim, statement, kb):
                found.setdefault(read.document.source_span(judged.claim.sentence), set()).add(name)
    return found


def _told(verdicts: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Verdicts in words, each once: `contradicts [fact-id]`, `agrees`."""
    return tuple(sorted({f"{said} [{fact}]" if fact else said for said, fact in verdicts}))
