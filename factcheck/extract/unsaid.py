"""What a sentence leaves out but takes for granted: the disease of an approval, the kind of what it points back to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract.denote import Denoted
from factcheck.extract.tables import word_set
from factcheck.model.claim import Claim

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.extract.context import Context
    from factcheck.extract.denote import Denoter
    from factcheck.extract.frames import Match
    from factcheck.extract.parse import Parsed
    from factcheck.extract.phrases import Phrase
    from factcheck.extract.scene import Scene
    from factcheck.knowledge.base import KnowledgeBase

UNSAID = "disease"
_FOR = word_set("for against as")
_POINTING = ("these", "this", "such")
_POINTING_OUT = ("this", "that", "these", "those", "such")
_ANYBODY = word_set("anybody anyone everybody everyone nobody anything sale use")
_NOT_OBJECTS = ("population", "agency", "region", "place", "body-part")


def any_object(obj: Denoted, relation: str, kb: KnowledgeBase) -> tuple[tuple[str, str], ...]:
    """`approved for any disease`: it is not said for which."""
    dated = kb.relations[relation].judge == "dated"
    known = kb.entities.get(obj.entity)
    anything = known is not None and known.generic and obj.how == "head" and obj.quantifier == "any"
    return (("object", "unsaid"),) if dated and anything else ()


def unsaid_object(match: Match, kb: KnowledgeBase, denoter: Denoter) -> Denoted | None:
    """`Leqselvi won approval in 2020`: the disease is not said. None if something else stands where it would be."""
    clause = match.clause
    if clause is None or UNSAID not in kb.entities:
        return None
    if for_which(match):
        return None
    if clause.kind == "modifier":
        first = any(of_all_time(subject) for subject in clause.subjects)
        return Denoted(UNSAID, match.span, "unsaid") if first else None
    done_to = any("obj" in names and filler.role == "S" for names, filler in match.frame.slots)
    by = [p for prep, phrases, _ in clause.adjuncts if prep == "by" for p in phrases]
    if any(p.head.mention is None and not denoter.denote(p, match.parsed, ["organisation"]) for p in by):
        return None  # `approved by the company's committee`
    givers = [kind for kind in ("agency", "european-commission") if kind in kb.entities]
    agencies = [d for p in clause.subjects for d in denoter.denote(p, match.parsed, givers)]
    if done_to and not clause.verb.passive and not agencies:
        return None
    if any(c.parent is clause and c.kind == "infinitive" for c in match.parsed.clauses):
        return None
    behind = [p for prep, phrases, _ in clause.adjuncts if prep.split()[-1] in _FOR for p in phrases]
    behind += [p for obj in clause.objects for prep, ps in match.parsed.attached(obj) if prep in _FOR for p in ps]
    if any(p.determiner in _POINTING_OUT for _, phrases, _ in clause.adjuncts for p in phrases):
        return None  # `not approved at that age`
    kinds = [kind for kind in _NOT_OBJECTS if kind in kb.entities]
    behind = [phrase for phrase in behind if phrase.low not in _ANYBODY]
    if any(phrase.low == "them" or not denoter.denote(phrase, match.parsed, kinds) for phrase in behind):
        return None
    return Denoted(UNSAID, match.span, "unsaid")


def for_which(match: Match) -> bool:
    """`…, a use for which it has no licence`: what it is for stands before, and bounds what the clause says."""
    clause, phrases = match.clause, match.parsed.phrases
    if clause is None or clause.kind != "relative":
        return False
    at = next((p.index for p in reversed(phrases[: clause.verb.index]) if p.kind == "rel"), 0)
    return at > 0 and phrases[at - 1].kind == "prep" and phrases[at - 1].low in _FOR


def of_all_time(phrase: Phrase) -> bool:
    """`the world's first approved X`, `the first ever approved X`: whatever it is for."""
    words = {word for token in phrase.tokens for word in token.low.replace("-", " ").split()}
    return "first" in words and bool(words & {"world", "ever"})


def pointed_kind(phrase: Phrase, parsed: Parsed, scene: Scene, context: Context) -> Iterator[Claim]:
    """`Janus kinases sit … These hormones …`: what a class noun points back to is taken to be of that class.

    Only where one name of the sentence before is of the same sort, and none at hand is of the class.
    """
    mention = phrase.head.mention
    if phrase.kind != "np" or mention is None or phrase.determiner not in _POINTING or len(phrase.tokens) != 2:
        return
    kinds = [e for e in mention.entities if scene.class_like(e) and not scene.generic(e)]
    if not kinds or parsed.attached(phrase) or not context.history:
        return
    near = [e for each in context.at_hand() for e in each.entities]
    if any(scene.kb.is_a(e, kind) or scene.kb.is_a(kind, e) for e in near for kind in kinds):
        return
    plural = phrase.determiner == "these"
    last = [r for r in context.history[-1] if r.plural == plural and r.entities]
    alike = list(dict.fromkeys(r.entities[0] for r in last if scene.related(r.entities[0], kinds[0])))
    if len(alike) == 1:
        stance = scene.standing.of_phrase(phrase, parsed)
        place = scene.place
        yield Claim(alike[0], "is-a", kinds[0], stance, phrase.span, place.span, place.block, via="is-a/pointing")
