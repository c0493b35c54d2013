"""Names of one sentence set against one another: which of them is the narrower one, and whether they are one thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract.tables import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.extract.parse import Parsed
    from factcheck.extract.referents import Referent
    from factcheck.knowledge.base import KnowledgeBase

_STRAYING = word_set(
    "other others another different differs differently type types kind kinds form forms sort sorts version variety "
    "second latter unlike instead opposite"
)
_COMPARING = word_set("unlike differ differs whereas contrast")
_NEAR = 12
"""Characters between a class and a name: ` known as `, `, called `."""


def narrowest(chosen: Referent, group: Sequence[Referent], kb: KnowledgeBase) -> Referent:
    """`A water tablet called X … this tablet`: what stands right behind the class chosen and is a kind of it."""
    near = [r for r in group if 0 < r.span.start - chosen.span.end <= _NEAR]
    kinds = [r for r in near if any(kb.is_a(e, c) for e in r.entities for c in chosen.entities)]
    named = {each.entities[0] for each in kinds} - set(chosen.entities)
    several = chosen.plural or any(each.plural for each in kinds)
    return kinds[0] if len(named) == 1 and not several else chosen


def of_one_thing(group: Sequence[Referent], kb: KnowledgeBase) -> bool:
    """Whether no two names of a heading are of the same sort: `Olumiant (baricitinib)`, not `X vs Y`."""
    first = group[0].entities if group else ()
    pairs = [(a, b) for referent in group[1:] for a in first for b in referent.entities]
    rivals = [(a, b) for a, b in pairs if not kb.is_a(a, b) and not kb.is_a(b, a)]
    return not any((kb.ancestors(a) & kb.ancestors(b)) - {"thing"} for a, b in rivals)


def turns_away(parsed: Parsed, *, named: bool) -> bool:
    """`Unlike X, it …`, `The other kind is different.`: whether a sentence leaves open of what the next one speaks."""
    return any(token.low in (_COMPARING if named else _STRAYING) for token in parsed.tokens)


def is_about_stranger(parsed: Parsed) -> bool:
    """`Secukinumab blocks X.`: whether the subject of a sentence is a bare name that the packs do not know."""
    clause = next((c for c in parsed.clauses if c.verb.finite and c.kind == "main" and c.subjects), None)
    subject = clause.subjects[0] if clause is not None and len(clause.subjects) == 1 else None
    if subject is None or len(subject.tokens) != 1 or subject.head.tag != "n" or subject.head.mention is not None:
        return False
    return subject.head.text[0].isupper() and not subject.low.endswith("s")
