"""Events of a clause -> claims: what happens in a disease is what the disease comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract.circumstances import circumstances
from factcheck.model.claim import Claim

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.extract.clauses import Clause
    from factcheck.extract.denote import Denoted
    from factcheck.extract.frames import Matcher
    from factcheck.extract.parse import Parsed
    from factcheck.extract.phrases import Phrase
    from factcheck.extract.scene import Scene

_WHERE = ("in", "with", "where", "during")


def happening(clause: Clause, parsed: Parsed, matcher: Matcher, scene: Scene) -> Iterator[Claim]:
    """`In X, the immune system attacks the follicles`: the event, under every relation that its class means."""
    events = matcher.clause_events(clause, parsed)
    if not events or clause.verb.negated:
        return
    phrases = _places(clause) + parsed.named_after(clause)
    phrases += circumstances("in", clause, parsed, matcher.places.classes)
    for event in events:
        for relation in scene.kb.meant_by(event.entity):
            types = scene.kb.relations[relation].subject
            for phrase in phrases:
                for subject in scene.denoter.denote(phrase, parsed, types, alias=True):
                    yield _claim(subject, relation, event, clause, parsed, scene)


def _places(clause: Clause) -> list[Phrase]:
    """The phrases that say in what a clause happens."""
    said = [(preposition, phrases) for preposition, phrases, _ in clause.adjuncts] + list(clause.fronted)
    if clause.kind == "relative" and clause.gap in ("in", "where", "with"):
        said.append((clause.gap, clause.antecedent))
    found = [phrase for preposition, phrases in said if preposition in _WHERE for phrase in phrases]
    return [phrase for phrase in found if phrase.index not in clause.flipped]


def _claim(subject: Denoted, relation: str, event: Denoted, clause: Clause, parsed: Parsed, scene: Scene) -> Claim:
    return Claim(
        subject.entity,
        relation,
        event.entity,
        scene.standing.stances.of_clause(clause, parsed),
        clause.span.joined(subject.span) if subject.how != "context" else clause.span,
        scene.place.span,
        scene.place.block,
        subject_words=scene.place.words(subject),
        object_words=scene.place.words(event),
        via=f"{relation}/event",
    )
