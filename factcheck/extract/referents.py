"""The names of a sentence that later words can point to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.extract.likened import set_beside
from factcheck.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.extract.parse import Parsed
    from factcheck.knowledge.base import KnowledgeBase

_JOINT = 6
"""Characters between two names that are joined: " and ", ", "."""


@dataclass(frozen=True, slots=True)
class Referent:
    """A name of an earlier sentence: its entities, number, and whether it was a subject."""

    entities: tuple[str, ...]
    plural: bool
    subject: bool
    span: TextSpan
    whole: bool = False  # a bare plural: all there are of a class


def referents(parsed: Parsed, kb: KnowledgeBase) -> list[Referent]:
    """The names of a sentence that later words can point to."""
    negated = [phrase for phrase in parsed.phrases if phrase.kind == "np" and phrase.negated]
    beside = [phrase for _, phrase in set_beside(parsed)]
    denied = {id(token) for phrase in (*negated, *beside) for token in phrase.tokens}
    full = [clause for clause in parsed.clauses if clause.kind != "modifier"]
    subjects = {id(token) for clause in full for phrase in clause.subjects for token in phrase.tokens}
    said_of = [c for c in full if c.verb.lemma == "be" and c.subjects and all(s.pronoun for s in c.subjects)]
    predicates = [phrase for clause in said_of for phrase in clause.complements]
    predicates += [
        inner for phrase in predicates for prep, ps in parsed.attached(phrase) if prep == "of" for inner in ps
    ]
    denied |= {id(token) for phrase in predicates for token in phrase.tokens}
    bare = [p for p in parsed.phrases if p.kind == "np" and len(p.tokens) == 1 and not parsed.attached(p)]
    narrowed = [p for c in full if c.kind in ("relative", "participle") for p in c.antecedent if c.opener != "free"]
    whole = {id(phrase.head) for phrase in bare if phrase not in narrowed}
    found = []
    for token in parsed.tokens:
        mention = token.mention
        if mention is None or id(token) in denied or mention.kind == "adj" or mention.prefix in ("anti", "non"):
            continue
        entities = tuple(e for e in mention.entities if not kb.entities[e].generic)
        if entities:
            plain = mention.plural and id(token) in whole
            found.append(Referent(entities, mention.plural, id(token) in subjects, mention.span, plain))
    return found


def joined(chosen: Referent, fitting: Sequence[Sequence[Referent]]) -> list[Referent]:
    """`A and B … both`: the name and those that are joined to it, no more than a few characters apart."""
    group = sorted(next(each for each in fitting if chosen in each), key=lambda each: each.span)
    found = [chosen]
    for each in group[group.index(chosen) + 1 :]:
        if each.plural or each.span.start - found[-1].span.end > _JOINT:
            break
        found.append(each)
    return found
