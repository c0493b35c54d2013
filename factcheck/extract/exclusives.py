"""How a phrase sets its thing apart: `only`, a place in a row, a number, or what it is contrasted with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract.agreement import is_plural
from factcheck.extract.denotation_tables import ONLY_BEFORE, ORDINALS
from factcheck.extract.folding import with_mood

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.extract.clauses import Clause
    from factcheck.extract.denote import Denoted
    from factcheck.extract.frames import Match
    from factcheck.extract.parse import Parsed
    from factcheck.extract.phrases import Phrase
    from factcheck.knowledge.base import KnowledgeBase
    from factcheck.model.claim import Claim, Stance

_SET_APART = ("first", "second", "third", "count", "only")
_ONLY_BEHIND = ("alone", "only", "exclusively")
_LEAVING = ("leave", "let")


def flipped(match: Match, denoted: Denoted) -> bool:
    """Whether an argument is one that the sentence contrasts ("X, not Y")."""
    return denoted.phrase is not None and denoted.phrase.index in match.flipped and denoted.how != "context"


def beside_narrower(obj: Denoted, kb: KnowledgeBase) -> bool:
    """`the JAK1 enzyme`: whether a class noun has a name before it that is one of the class."""
    if obj.phrase is None or obj.how != "head" or obj.phrase.kind != "np":
        return False
    named = [e for t in obj.phrase.modifiers if t.mention is not None for e in t.mention.entities]
    return any(each != obj.entity and kb.is_a(each, obj.entity) for each in named)


def among_several(match: Match) -> bool:
    """`Among As and Bs X was first`: X is one of them all, which of them is not said."""
    among = any("among" in names for names, _ in match.frame.slots)
    return among and match.frame.target == "is-a" and len({id(each.phrase) for each in match.objects}) > 1


def exclusive_of(subject: Denoted) -> str:
    """How a subject phrase sets its thing apart: `only`, a place in a row, a count, or not at all."""
    if subject.count > 1 or (subject.count and subject.restricted):
        return "count"
    return "only" if subject.restricted else subject.ordinal


def but_not_alone(stance: Stance, phrase: Phrase) -> Stance:
    """`X is not the only cause of Y`, `not the first`: it is one, or who knows; no denial."""
    apart = phrase.restricted or any(token.low in ORDINALS for token in phrase.tokens)
    return with_mood(stance, "open", "not the only") if apart and not stance.polarity else stance


def any_of_them(subject: Denoted) -> bool:
    """Whether a class phrase speaks of all its members: a plural, or `a`, `any`."""
    phrase = subject.phrase
    if subject.how == "context" or phrase is None:
        return False
    one = phrase.tokens[0].low == "one" or subject.ordinal == "first"
    return one or is_plural(phrase) or phrase.determiner in ("a", "an", "any", "no", "single")


def may(clause: Clause) -> bool:
    """Whether a clause says no more than what can happen."""
    return any(token.low in ("may", "might", "can", "could") for token in clause.verb.tokens)


def only_verb(match: Match, kb: KnowledgeBase) -> bool:
    """Whether `only` stands before the verb and bounds the object: `X only blocks Y`."""
    relation = kb.relations.get(match.frame.target)
    verb = match.clause.verb if match.clause is not None else None
    if verb is None or relation is None or relation.judge != "closed":
        return False
    return any(token.low in ("only", "exclusively", "solely") for token in verb.tokens)


def once(claims: Iterable[Claim]) -> list[Claim]:
    """Each claim of a sentence once; what was so and still is, as it is now."""
    found: dict[tuple[object, ...], Claim] = {}
    for each in claims:
        place = each.value.span if each.value is not None else each.span
        said = (each.subject, each.relation, each.object, each.text, each.exclusive, each.stance.polarity, place)
        before = found.setdefault(said, each)
        if before.stance.tense == "past" and each.stance.tense == "now" and before.stance.asserted:
            found[said] = each  # `discovered and still sells`
    return list(found.values())


def set_apart(claims: list[Claim]) -> list[Claim]:
    """The claims without those that say less than another: what is the only one to be so is so."""
    strong = {(c.subject, c.relation, c.object, c.stance.polarity) for c in claims if c.exclusive in _SET_APART}
    said = [(c, (c.subject, c.relation, c.object, c.stance.polarity)) for c in claims]
    return [c for c, key in said if c.exclusive or c.relation == "is-a" or key not in strong]


def unspoilt(matches: Sequence[Match]) -> list[Match]:
    """`leaves X in place` is no `leaves X`: what one wording of a clause denies, another of it does not say."""
    denied = {(each.frame.target, obj.entity) for each in matches if each.frame.denies for obj in each.objects}
    return [
        each
        for each in matches
        if each.frame.denies or not any((each.frame.target, obj.entity) in denied for obj in each.objects)
    ]


def _of_degree(only: Phrase, parsed: Parsed) -> bool:
    """`blocks JAK3 only weakly`, `only to a small degree`: what `only` bounds stands behind it."""
    behind = parsed.phrases[only.index + 1 : only.index + 2]
    return only.kind == "adv" and any(p.kind == "adv" or p.low == "to" for p in behind)


def restricted_outside(phrase: Phrase, parsed: Parsed) -> str:
    """The restrictor before a phrase ("only JAK1", "nothing but") or behind it ("JAK1 alone")."""
    if phrase.index < 0 or phrase.index >= len(parsed.phrases) or parsed.phrases[phrase.index] is not phrase:
        return ""
    before = parsed.phrases[phrase.index - 1] if phrase.index else None
    after = parsed.phrases[phrase.index + 1] if phrase.index + 1 < len(parsed.phrases) else None
    if before is not None and before.kind == "prep" and phrase.index > 1:
        before = parsed.phrases[phrase.index - 2]
    if before is not None and before.low in ONLY_BEFORE:
        return before.low
    left = before is not None and before.kind == "vg" and before.lemma in _LEAVING
    if after is not None and after.low == "alone" and left:
        return ""  # `leaves X alone`
    first = after.tokens[0].low if after is not None else ""
    behind = (
        after is not None
        and not _of_degree(after, parsed)
        and (after.low in _ONLY_BEHIND or (after.kind == "vg" and first in _ONLY_BEHIND))
    )
    return first if behind else ""
