"""Events of a clause -> claims: what happens in a disease is what the disease comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract.circumstances import circumstances
from factcheck.model.claim import Claim

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.extract.clauses import Clause
    from factcheck.extract.denote import Denoted
    from factcheck.extract.frames import Matcher
    from factcheck.extract.parse import Parsed
    from factcheck.extract.phrases import Phrase
    from factcheck.extract.scene import Scene

_WHERE = ("in", "with", "where", "during")
_PLACING = (*_WHERE, "of", "from", "after", "under", "when", "among", "by", "through", "like", "without")
_POINTING = ("this", "that", "these", "those", "such", "any", "some", "other", "another")
_DISEASE = ("disease",)


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
            placed = [d for p in phrases for d in scene.denoter.denote(p, parsed, types, alias=True)]
            for subject in placed or _spoken_of(clause, parsed, event, matcher):
                yield _claim(subject, relation, event, clause, parsed, scene)


def _spoken_of(clause: Clause, parsed: Parsed, event: Denoted, matcher: Matcher) -> Sequence[Denoted]:
    """`X runs in families. White cells besiege the follicles`: the disease of the text, if nothing says in what."""
    own = [*clause.subjects, *clause.objects]
    placed = any(prep in _PLACING for prep, _, _ in clause.adjuncts) or clause.fronted
    bare = not placed and clause.kind in ("main", "coordinate", "infinitive")
    pointed = any(phrase.determiner in _POINTING or phrase.pronoun for phrase in own)
    if not bare or pointed or not own or _DISEASE[0] not in matcher.kb.entities:
        return ()
    return matcher.spoken_of.before(clause, parsed, _DISEASE, event.entity)


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
