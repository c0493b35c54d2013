"""`X inhibits A and Y B`: a list of objects in which one brings a subject of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract.denote import Denoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.extract.frames import Match
    from factcheck.extract.phrases import Phrase
    from factcheck.knowledge.base import KnowledgeBase
    from factcheck.model.knowledge import Relation


def regrouped(
    match: Match, relation: Relation, kb: KnowledgeBase
) -> Iterator[tuple[Sequence[Denoted], Sequence[Denoted]]]:
    """The subjects and objects of a match that belong together.

    A name before an object is a new subject if it fits as one and not as an object, and the verb is not said again.
    """
    subjects: Sequence[Denoted] = match.subjects
    objects: list[Denoted] = []
    for denoted in match.objects:
        own = _own_subject(denoted.phrase, match, relation, kb) if denoted.phrase is not None else None
        if own is not None and own != subjects:
            yield subjects, objects
            subjects, objects = own, []
        objects.append(denoted)
    yield subjects, objects


def _own_subject(phrase: Phrase, match: Match, relation: Relation, kb: KnowledgeBase) -> list[Denoted] | None:
    """The name at the start of an object behind a conjunction that can only be a subject."""
    names = [token for token in phrase.tokens if token.mention is not None]
    before = match.parsed.before(phrase)
    if len(names) != 2 or len(phrase.tokens) != 2 or before is None or before.kind not in ("coord", ","):
        return None
    mention = names[0].mention
    entities = mention.entities if mention is not None and mention.kind == "name" else ()
    fitting = [e for e in entities if _of(kb, e, relation.subject) and not _of(kb, e, relation.object)]
    return [Denoted(entity, phrase.span, phrase=phrase) for entity in fitting[:1]] or None


def _of(kb: KnowledgeBase, entity: str, types: Sequence[str]) -> bool:
    return any(kb.is_a(entity, each) for each in types)
