"""Noun phrases -> claims that they make by themselves: `the JAK inhibitor baricitinib`, `Pfizer's Olumiant`."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.extract.denotation_tables import CARRIERS
from factcheck.extract.quantities import find_dates
from factcheck.model.claim import Claim
from factcheck.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.extract.denote import Denoted
    from factcheck.extract.parse import Parsed
    from factcheck.extract.phrases import Phrase
    from factcheck.extract.scene import Scene
    from factcheck.extract.words import Token
    from factcheck.knowledge.base import KnowledgeBase
    from factcheck.model.knowledge import Relation


def classed(phrase: Phrase, parsed: Parsed, scene: Scene) -> Iterator[Claim]:
    """`the JAK inhibitor baricitinib`: a class name directly before a name is an is-a claim."""
    named = [token for token in phrase.tokens if token.mention is not None and token.mention.kind == "name"]
    for left, right in pairwise(named):
        if right is not phrase.head or right.index != left.index + 1:
            continue
        for kind, thing in _class_and_thing(left, right, scene):
            yield Claim(
                thing,
                "is-a",
                kind,
                replace(scene.standing.of_phrase(phrase, parsed), polarity=True),
                TextSpan(left.start, right.end),
                scene.place.span,
                scene.place.block,
                via="is-a/compound",
                subject_words=right.text,
                object_words=left.text,
            )


def ascribed(phrase: Phrase, parsed: Parsed, scene: Scene) -> Iterator[Claim]:
    """`scarred alopecia areata`: an adjective of a class directly before the name of a thing in its domain."""
    for left, right in pairwise(phrase.tokens):
        kinds = _adjective_classes(left)
        if right is not phrase.head or right.mention is None or right.mention.kind != "name" or not kinds:
            continue
        for kind in kinds:
            domain = scene.kb.entities[kind].domain
            for thing in right.mention.entities if domain else ():
                if thing not in (kind, domain) and scene.kb.is_a(thing, domain):
                    stance = replace(scene.standing.of_phrase(phrase, parsed), polarity=True)
                    span = TextSpan(left.start, right.end)
                    place = scene.place
                    claim = Claim(thing, "is-a", kind, stance, span, place.span, place.block, via="is-a/adjective")
                    yield replace(claim, subject_words=right.text, object_words=left.text)


def _adjective_classes(token: Token) -> tuple[str, ...]:
    """The classes into which an adjective puts the noun behind it."""
    mention = token.mention
    if mention is None or mention.prefix or mention.suffix or token.kind == "compound":
        return ()
    return mention.entities if mention.kind == "adj" else mention.classing


def _class_and_thing(left: Token, right: Token, scene: Scene) -> Iterator[tuple[str, str]]:
    """What two names side by side say, where the first names a class to which the second does not belong."""
    if left.mention is None or right.mention is None or left.mention.plural or left.mention.prefix:
        return
    for kind in left.mention.entities:
        if scene.generic(kind) or not scene.class_like(kind):
            continue
        for thing in right.mention.entities:
            if kind != thing and scene.related(kind, thing) and not scene.kb.is_a(kind, thing):
                yield kind, thing


def owned(phrase: Phrase, parsed: Parsed, scene: Scene) -> Iterator[Claim]:
    """`Pfizer's Olumiant`: an owner of the object's type before a name of the subject's type is a pairing."""
    if phrase.owner is None or phrase.head.mention is None:
        return
    for relation in scene.kb.relations.values():
        if relation.judge != "pairing":
            continue
        subjects = [e for e in phrase.head.mention.entities if scene.denoter.fits(e, relation.subject)]
        owners = [d for d in scene.denoter.denote(phrase.owner, parsed, relation.object) if d.how == "head"]
        at = phrase.owner.tokens[-1].index
        between = [t for t in phrase.tokens if t.index > at and t is not phrase.head and t.tag == "n"]
        alien = any(t.mention is None and t.low not in CARRIERS for t in between)  # `Jakafi's rival Inrebic`
        if subjects and owners and not alien:
            yield _possession(phrase, parsed, subjects[0], relation, owners[0], scene)


def as_possession(claim: Claim, kb: KnowledgeBase) -> Claim:
    """`took Olumiant, Lilly's pill`: whose it is, is said of today, whenever somebody took it."""
    if kb.relations[claim.relation].judge != "pairing" or claim.stance.tense == "now" or not claim.stance.asserted:
        return claim
    return replace(claim, stance=replace(claim.stance, tense="now", guard="possessive"))


def held(phrase: Phrase, parsed: Parsed, scene: Scene) -> Iterator[Claim]:
    """`the tofacitinib in your Olumiant`: a substance is taken to be in the product that it is named with."""
    if phrase.determiner != "the" or phrase.head.mention is None or phrase.head.mention.kind != "name":
        return
    relation = scene.kb.relations.get("brand-of")
    places = [p for prep, found in parsed.attached(phrase)[:1] if prep in ("in", "inside", "within") for p in found]
    if relation is None or not places or places[0].kind != "np":
        return
    objects = [e for e in phrase.head.mention.entities if scene.denoter.fits(e, relation.object)]
    brands = [d for d in scene.denoter.denote(places[0], parsed, relation.subject) if d.how in ("head", "modifier")]
    if not objects or not brands or scene.denoter.fits(objects[0], relation.subject):
        return
    stance = replace(scene.standing.of_phrase(phrase, parsed), polarity=True)
    span = phrase.span.joined(places[0].span)
    place = scene.place
    claim = Claim(brands[0].entity, relation.id, objects[0], stance, span, place.span, place.block)
    yield replace(claim, via=f"{relation.id}/held", subject_words=place.words(brands[0]), object_words=phrase.head.text)


def _possession(
    phrase: Phrase, parsed: Parsed, subject: str, relation: Relation, owner: Denoted, scene: Scene
) -> Claim:
    """A possessive is loose talk: its claim is hedged, and dated by the first date of the sentence."""
    place = scene.place
    stance = scene.standing.of_phrase(phrase, parsed)
    dates = find_dates(place.text, place.span.start, place.span.end)
    return Claim(
        subject,
        relation.id,
        owner.entity,
        replace(stance, polarity=True, certainty="hedged", guard="possessive"),
        phrase.span,
        place.span,
        place.block,
        when=(dates[0].first, dates[0].last) if dates else None,
        via=f"{relation.id}/possessive",
        subject_words=phrase.head.text,
        object_words=place.words(owner),
    )
