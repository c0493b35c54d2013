"""Readings of a scale -> claims: `SALT runs from 0 (no hair loss) to 100 (…)`, `on the scale, 100 means …`.

A reading is an entity of its own, whose id is that of the scale and the number.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract.tables import word_set
from factcheck.model.claim import Claim

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.extract.parse import Parsed
    from factcheck.extract.phrases import Phrase
    from factcheck.extract.scene import Scene
    from factcheck.model.claim import Stance

_MEANING = word_set("be mean indicate signify denote represent equal stand correspond describe express")
_SCALE = "severity-scale"


def readings(parsed: Parsed, scene: Scene) -> Iterator[Claim]:
    """What a sentence that names one scale says of the bare numbers in it."""
    if _SCALE not in scene.kb.entities or not any(token.tag == "num" for token in parsed.tokens):
        return
    mentions = (token.mention for token in parsed.tokens if token.mention is not None)
    scales = {e for mention in mentions for e in mention.entities if scene.denoter.fits(e, [_SCALE])}
    scales = {each for each in scales if not scene.generic(each)}
    for phrase in parsed.phrases if len(scales) == 1 else ():
        reading = f"{next(iter(scales))}-{phrase.head.low}"
        if phrase.kind == "np" and len(phrase.tokens) == 1 and reading in scene.kb.entities:
            for kind, where, stance in _said_of(phrase, parsed, scene):
                yield from _claims(reading, phrase, kind, where, stance, scene)


def _said_of(phrase: Phrase, parsed: Parsed, scene: Scene) -> Iterator[tuple[Phrase, Parsed, Stance]]:
    """The phrases that say what a number means: in the bracket behind it, or behind its verb."""
    for inside in parsed.inner:
        if inside.host is phrase and not inside.clauses:
            stance = scene.standing.of_phrase(phrase, parsed)
            yield from ((each, inside, stance) for each in inside.phrases if each.kind in ("np", "adj"))
    for clause in parsed.clauses:
        if clause.subjects == [phrase] and clause.verb.lemma in _MEANING:
            stance = scene.standing.stances.of_clause(clause, parsed)
            behind = [p for _, phrases, _ in clause.adjuncts for p in phrases]
            yield from ((each, parsed, stance) for each in (*clause.complements, *clause.objects, *behind))


def _claims(reading: str, phrase: Phrase, kind: Phrase, where: Parsed, stance: Stance, scene: Scene) -> Iterator[Claim]:
    place = scene.place
    for denoted in scene.denoter.denote(kind, where, ()):
        known = denoted.entity != reading and scene.related(reading, denoted.entity)
        if known and denoted.how == "head" and not scene.generic(denoted.entity) and place.holds(phrase.span):
            yield Claim(
                reading,
                "is-a",
                denoted.entity,
                stance,
                phrase.span.joined(denoted.span),
                place.span,
                place.block,
                via="is-a/reading",
                subject_words=phrase.low,
                object_words=place.words(denoted),
            )
