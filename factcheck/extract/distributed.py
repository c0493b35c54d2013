"""Which subjects of a match go with which objects, dates and amounts.

All with all, unless an object brings a subject of its own (`X inhibits A and Y B`), the sentence says
`respectively`, or a pairing relation has two lists (`A and B are made by C and D`).
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, TypeVar

from factcheck.extract.denote import Denoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.extract.frames import Match
    from factcheck.extract.parse import Parsed
    from factcheck.extract.phrases import Phrase
    from factcheck.knowledge.base import KnowledgeBase
    from factcheck.model.knowledge import Relation

_Each = TypeVar("_Each")


def distributed(match: Match, relation: Relation, kb: KnowledgeBase) -> Iterator[tuple[Denoted, Denoted]]:
    """The pairs of subject and object that a match claims; none where lists that go together are of unequal length."""
    groups = list(_regrouped(match, relation, kb))
    if len(groups) == 1 and len(match.subjects) == 1 and in_turn(match.parsed):
        yield from _of_one(match)
    elif len(groups) > 1 or len(match.subjects) < 2:
        yield from ((s, o) for subjects, objects in groups for s in subjects for o in objects)
    elif in_turn(match.parsed):
        yield from _in_order(_by_phrase(match.subjects), _by_phrase(match.objects))
    elif relation.judge != "pairing" or len(_by_phrase(match.objects)) < 2:
        yield from product(match.subjects, match.objects)
    else:
        yield from _in_order(_by_phrase(match.subjects), _by_phrase(match.objects))


def _of_one(match: Match) -> Iterator[tuple[Denoted, Denoted]]:
    """`X and Y are the brands of A and B, respectively`, of which a match has one subject: its place among them."""
    subject, objects = match.subjects[0], _by_phrase(match.objects)
    listed = next((c.subjects for c in match.parsed.clauses if subject.phrase in c.subjects), [])
    if len(listed) < 2 or len(objects) < 2:
        yield from ((subject, each) for each in match.objects)
    elif len(listed) == len(objects):
        at = next(i for i, phrase in enumerate(listed) if phrase is subject.phrase)
        yield from ((subject, each) for each in objects[at][1])


def in_turn(parsed: Parsed) -> bool:
    """Whether a sentence says that its lists go together member by member."""
    return any(token.low == "respectively" for token in parsed.tokens)


def own_of(subject: Denoted, match: Match, given: Sequence[_Each]) -> Sequence[_Each]:
    """Of as many dates or amounts as a match has subjects, that of one; else all, or none behind `respectively`."""
    subjects = [phrase for phrase, _ in _by_phrase(match.subjects)]
    if len(subjects) > 1 and len(subjects) == len(given):
        at = next((i for i, phrase in enumerate(subjects) if phrase is subject.phrase), -1)
        return given[at : at + 1] if at >= 0 else given
    return () if len(subjects) > 1 < len(given) and in_turn(match.parsed) else given


def _in_order(
    subjects: Sequence[tuple[Phrase | None, list[Denoted]]], objects: Sequence[tuple[Phrase | None, list[Denoted]]]
) -> Iterator[tuple[Denoted, Denoted]]:
    if len(objects) == 1:
        objects = [*objects] * len(subjects)
    if len(subjects) == len(objects):
        for (_, ours), (_, theirs) in zip(subjects, objects, strict=True):
            yield from ((s, o) for s in ours for o in theirs)


def _by_phrase(denoted: Sequence[Denoted]) -> list[tuple[Phrase | None, list[Denoted]]]:
    """Entities by the noun phrase that names them; names joined by a slash are one member of a list."""
    found: list[tuple[Phrase | None, list[Denoted]]] = []
    for each in denoted:
        last = found[-1][1][-1].phrase if found else None
        slash = last is not None and each.phrase is not None and each.span.start - last.span.end == 1
        if found and (each.phrase is last or slash):
            found[-1][1].append(each)
        else:
            found.append((each.phrase, [each]))
    return found


def _regrouped(
    match: Match, relation: Relation, kb: KnowledgeBase
) -> Iterator[tuple[Sequence[Denoted], Sequence[Denoted]]]:
    """The subjects and objects that stand together: a name that can only be a subject opens a group of its own."""
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
    return [Denoted(entity, phrase.span) for entity in fitting[:1]] or None


def _of(kb: KnowledgeBase, entity: str, types: Sequence[str]) -> bool:
    return any(kb.is_a(entity, each) for each in types)
