"""Claim and verdict -> positions: what a claim tells, in terms in which two documents can be held together.

A claim that is not its author's, or whose subject is any thing at all ("the drug" that nothing names), has none.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.compare.opposition import SHARES
from factcheck.compare.scopes import narrowed, scope_of
from factcheck.model.telling import Amount, Position, Scope

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from factcheck.knowledge.base import KnowledgeBase
    from factcheck.model.claim import Claim, Contrast, Quantity, Reading
    from factcheck.model.understood import Judged

_BOUNDING = frozenset(
    ("same", "different", "particular", "specific", "certain", "this", "these", "that", "such", "other", "another")
)
_ARTICLES = frozenset(("a", "an", "the", "your", "his", "her", "their", "its", "our", "my"))
_MANY = 8
"""Kinds of a class that is told of too loosely to be held together."""
_SUGGESTED = ("is-a", "caused-by")
_SKIPPED = frozenset(("outside", "lab"))
"""Circumstances in which a claim tells nothing that others do."""


def positions_of(judged: Judged, kb: KnowledgeBase, day: date | None) -> Iterator[Position]:
    """The positions of a comparable claim of a document of this day."""
    claim = judged.claim
    if judged.said == "no fact" and not _told_outright(claim, kb):
        return
    relation = kb.relations[claim.relation]
    narrow = narrowed(claim, kb)
    known = judged.said if judged.said in ("agrees", "contradicts", "outdated") else ""
    guard = claim.stance.guard
    sure = not claim.stance.polarity and guard in ("modal would", "modal can")  # `would not work` is no doubt
    sure = sure or (claim.strength == "soft" and not guard)  # `triggers` is no doubt, only less than `causes`
    firm = claim.stance.certainty == "firm" or sure
    if claim.stance.tense == "past" and relation.judge not in ("dated", "pairing", "quantity"):
        firm = False
    subject, brand = _substance(claim, kb)
    told = Position(
        subject,
        claim.relation,
        narrow,
        claim.stance.polarity,
        firm,
        tuple(sorted((*scope_of(claim, kb), *brand))),
        _amount(claim.value),
        claim.when if relation.judge == "dated" else None,
        claim.text or (kb.entities[claim.object].name if relation.judge == "expansion" else ""),
        claim.exclusive if claim.exclusive in ("only", "first") else "",
        claim.among,
        tuple(sorted({claim.object, *claim.others} if relation.judge in ("closed", "dated") else ())),
        known,
        judged.fact,
        day if relation.judge == "dated" else None,
        guard == "contrast",
    )
    yield told
    means = kb.entities[claim.object].means if claim.relation == "is-a" and claim.object in kb.entities else None
    if means is not None and claim.stance.polarity and means[1] in kb.entities:
        yield replace(told, relation=means[0], object=means[1], scope=())  # a fungal infection is caused by fungi


def suggested(reading: Reading, claim: Claim, kb: KnowledgeBase) -> Iterator[tuple[Claim, Contrast]]:
    """What a contrast suggests of the other thing: `X is Z. Unlike Y, X …` that Y is no Z; told with reserve."""
    plain = claim.stance.asserted and claim.stance.polarity and claim.stance.certainty == "firm"
    if claim.relation not in _SUGGESTED or not plain or claim.exclusive:
        return
    for each in reading.contrasts:
        if each.subject == claim.subject and each.block - 1 <= claim.block <= each.block:
            stance = replace(claim.stance, polarity=False, certainty="hedged", guard="contrast")
            hint = replace(claim, subject=each.other, stance=stance, qualifiers=())
            one, other = kb.entities[each.other].name, kb.entities[claim.object].name
            yield replace(hint, subject_words=one, object_words=other), each


def _substance(claim: Claim, kb: KnowledgeBase) -> tuple[str, Scope]:
    """The substance of a brand, and the brand where the substance has several; of others, the subject."""
    if kb.relations[claim.relation].judge == "pairing" or "brand-of" not in kb.relations:
        return claim.subject, ()
    told = kb.statements_for("brand-of", claim.subject)
    own = {s.objects for _, s in told if s.polarity and s.subject == claim.subject}
    if len(own) != 1 or len(next(iter(own))) != 1:
        return claim.subject, ()
    objects = own.pop()
    brands = kb.statements_touching("brand-of", objects[0])
    several = sum(s.polarity and s.objects == objects for _, s in brands) > 1
    return objects[0], ((("brand", (claim.subject,)),) if several else ())


def is_comparable(claim: Claim, kb: KnowledgeBase) -> bool:
    """Whether a claim tells something that others may deny: its author stands behind it, and it is about something."""
    relation, subject = kb.relations.get(claim.relation), kb.entities.get(claim.subject)
    if not claim.stance.asserted or claim.stance.tense == "future" or relation is None or not relation.compared:
        return False
    if subject is None or subject.generic or subject.domain or _is_a(claim.subject, "population", kb):
        return False  # of a property ("benign") or of people nothing is told as such
    if _broad(claim.subject, kb) and not _of_a_cause(claim, kb):
        return False
    remedy = _is_a(claim.subject, "treatment", kb)
    if remedy and claim.via.startswith("@"):
        return False  # `approved`, `sold`, `regrows hair`: where, for whom and when is told by relations
    keys = dict(claim.qualifiers)
    if not _SKIPPED.isdisjoint(keys) or ("intact" in keys and remedy):
        return False
    if keys.get("object") == "unsaid" or keys.get("subject") == "some":
        return False
    acts = remedy or _is_a(claim.subject, "cause", kb) or relation.judge != "stated"
    if relation.subject == ("thing",) and not acts:
        return False  # `arteries supply blood`
    if claim.relation == "is-a" and remedy and claim.object in kb.entities and kb.parents(claim.object) == ("thing",):
        return False  # `a vaccine is available`
    if relation.judge == "quantity":
        whole = claim.relation not in SHARES or _named(claim.subject, claim.subject_words, kb)
        return claim.value is not None and claim.stance.polarity and whole  # not of a rare kind: `congenital glaucoma`
    if relation.judge == "expansion":
        return bool(claim.text or claim.object) and claim.stance.polarity
    return claim.object in kb.entities and (_asserts(claim, kb) if claim.stance.polarity else _denies(claim, kb))


def _asserts(claim: Claim, kb: KnowledgeBase) -> bool:
    """Whether an assertion names what it says of its subject."""
    return claim.relation == "is-a" or not kb.entities[claim.object].generic


def _told_outright(claim: Claim, kb: KnowledgeBase) -> bool:
    """Whether a claim that no fact decides is told as such, not by what happens to somebody.

    "Their blood does not carry enough oxygen" says of blood, and "children do not get enough vitamin D" of the
    vitamin, nothing that another document denies.
    """
    if not claim.stance.polarity and not _denies_outright(claim, kb):
        return False
    if claim.relation == "is-a":
        return not claim.via.startswith("@")
    frame = kb.frame(claim.via)
    acting = frame is not None and any("subj" in names and filler.role == "O" for names, filler in frame.slots)
    return not (claim.relation == "safe-in" and acting)


def _denies_outright(claim: Claim, kb: KnowledgeBase) -> bool:
    """Whether a denial is one of a thing by its name: not of a wide class, nor of a part or a kind of it."""
    bounds = not {("modified", "yes"), ("scope", "all")}.isdisjoint(claim.qualifiers)
    wide = _broad(claim.object, kb) and not _is_one_remedy(claim.subject, kb)
    if bounds or wide or not _BOUNDING.isdisjoint(claim.object_words.lower().split()):
        return False
    if not _is_a(claim.subject, "treatment", kb) and not _named(claim.subject, claim.subject_words, kb):
        return False  # `an altered receptor`, `it`
    return claim.relation not in _SUGGESTED or (_named(claim.object, claim.object_words, kb) and _apart(claim, kb))


def _is_one_remedy(entity: str, kb: KnowledgeBase) -> bool:
    """`rosemary oil does nothing for hair loss`: a remedy that is no class."""
    return _is_a(entity, "treatment", kb) and not kb.kinds_of(entity)


def _denies(claim: Claim, kb: KnowledgeBase) -> bool:
    """Whether a denial is one of its object: not of a vague or former one, nor of that one alone."""
    vague = kb.entities[claim.object].generic or ("modified", "yes") in claim.qualifiers
    if vague or claim.exclusive or claim.count:
        return False
    return claim.stance.tense != "past" or claim.relation == "is-a"


def _of_a_cause(claim: Claim, kb: KnowledgeBase) -> bool:
    """`hats cause hair loss`: a wide disease, and a cause that is one thing."""
    own = claim.relation in ("caused-by", "associated-with") and claim.object in kb.entities
    return own and not kb.kinds_of(claim.object)


def _named(entity: str, words: str, kb: KnowledgeBase) -> bool:
    """Whether words are a name of an entity and nothing more: not "it", nor "acquired anemia"."""
    said = " ".join(word for word in _plain(words).split() if word not in _ARTICLES)
    return not {said, said.removesuffix("s")}.isdisjoint(_own_names(entity, kb))


def _own_names(entity: str, kb: KnowledgeBase) -> set[str]:
    own = kb.entities[entity]
    return {_plain(own.name), *(_plain(name.text) for name in own.names)}


def _plain(words: str) -> str:
    return words.lower().replace("-", " ")


def _apart(claim: Claim, kb: KnowledgeBase) -> bool:
    """Whether a cause is something else than what it causes."""
    same = kb.is_a(claim.subject, claim.object) or kb.is_a(claim.object, claim.subject)
    return claim.relation == "is-a" or not (same or _is_a(claim.object, "body-part", kb))


def _is_a(entity: str, above: str, kb: KnowledgeBase) -> bool:
    return above in kb.entities and kb.is_a(entity, above)


def _broad(entity: str, kb: KnowledgeBase) -> bool:
    """Whether so many things are kinds of it that what holds of some is said of all: infections, tumours, hormones."""
    return not _is_a(entity, "treatment", kb) and kb.kinds_of(entity) > _MANY


def _amount(value: Quantity | None) -> Amount | None:
    return Amount(value.low, value.high, value.unit, value.per) if value is not None else None
