"""Numbers of a sentence -> claims: those of frames with a slot for one, and those beside the name of their subject."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.extract.qualifiers import STATUS, region_of
from factcheck.extract.quantities import comparable, find_frequency, find_quantities, number_word
from factcheck.model.claim import Claim, Quantity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.extract.frames import Match
    from factcheck.extract.parse import Parsed
    from factcheck.extract.phrases import Phrase
    from factcheck.extract.scene import Place, Scene
    from factcheck.model.knowledge import Relation

_REACH = 40
_STEPS = ("then", "thereafter", "afterwards", "initially", "loading", "followed")
_ILL = ("patient", "patients", "sufferer", "sufferers", "case", "cases", "relatives", "siblings")


def amounts_of_match(match: Match, relation: Relation, place: Place) -> list[Quantity]:
    """The quantities in the number slots of a match, in the unit of its relation, with the frequency of its clause."""
    start, end = region_of(match, place)
    amounts = find_quantities(place.text, start, end)
    if relation.unit == "member":
        bare = [p for p in match.numbers if not any(q.span.overlaps(p.span) for q in amounts)]
        counted = ((number_word([token.low for token in p.tokens]), p.span) for p in bare)
        more = [(float(number), span) for number, span in counted if number > 1]  # `one of`
        near = [Quantity(number, number, relation.unit, span) for number, span in more]
    else:
        known = [q for q in amounts if not relation.unit or comparable(q.unit, relation.unit)]
        clause = match.clause
        within = clause.antecedent if clause is not None and clause.kind == "relative" else ()
        numbers = [phrase for phrase in match.numbers if phrase not in within]  # `90 % of those who responded …`
        if "disease" in relation.subject:  # how common a disease is among those who are ill is another matter
            numbers = [phrase for phrase in numbers if not _of_patients(phrase, match.parsed)]
        near = [q for q in known if any(q.span.overlaps(phrase.span) for phrase in numbers)]
    times, per = find_frequency(place.text, start, end if match.clause is not None else place.span.end)
    return [each if each.per else replace(each, per=per, times=times) for each in near[:2]]


def _of_patients(phrase: Phrase, parsed: Parsed) -> bool:
    """`a third of the patients`, `20 % of people with X`: a share of those who are ill."""
    behind = parsed.attached(phrase)
    ill = any(p.head.low in _ILL for prep, phrases in behind for p in phrases if prep == "of")
    return ill or any(prep in ("with", "on") for prep, _ in behind)


def amounts_beside(phrase: Phrase, parsed: Parsed, scene: Scene) -> Iterator[Claim]:
    """`Litfulo 8 mg`, `10 mg of baricitinib`, `minoxidil 5% solution`: a quantity beside the name of its subject."""
    if not any(token.tag == "num" for token in phrase.tokens):
        return
    place = scene.place
    end = min(phrase.span.end + _REACH, place.span.end)
    found = find_quantities(place.text, phrase.span.start, end)
    quantities = [quantity for quantity in found if quantity.span.overlaps(phrase.span)]
    for relation in scene.kb.relations.values() if quantities else ():
        if relation.judge != "quantity" or not relation.beside:
            continue
        subjects = _subjects(phrase, parsed, relation, scene)
        for quantity in quantities:
            if comparable(quantity.unit, relation.unit) and subjects:
                yield _beside(phrase, parsed, subjects[0], relation, quantity, scene)


def _subjects(phrase: Phrase, parsed: Parsed, relation: Relation, scene: Scene) -> list[str]:
    """What a quantity may be of: a name in its own phrase, or one behind `of`."""
    named = [entity for token in phrase.tokens if token.mention is not None for entity in token.mention.entities]
    named = [entity for entity in named if not _is_form(entity, scene)]
    if not named and relation.unit == "mg" and not _reported(scene):
        labels = [d for p in _labels(phrase, parsed) for d in scene.denoter.denote(p, parsed, relation.subject)]
        if labels:
            return [d.entity for d in labels]
    attached = parsed.attached(phrase)[:1] if relation.unit == "%" else parsed.attached(phrase)
    behind = [p for preposition, phrases in attached if preposition == "of" for p in phrases]
    own = [entity for entity in named if scene.denoter.fits(entity, relation.subject)]
    return own + [
        d.entity for p in behind for d in scene.denoter.denote(p, parsed, relation.subject) if d.how != "bearer"
    ]


def _is_form(entity: str, scene: Scene) -> bool:
    """Whether an entity is but a dosage form: `one 8 mg tablet` is a tablet of what is named before it."""
    return "dosage-form" in scene.kb.entities and scene.kb.is_a(entity, "dosage-form") and scene.class_like(entity)


def _reported(scene: Scene) -> bool:
    """Whether the sentence tells of a trial or of the past."""
    words = {token.low for token in scene.parsed.tokens}
    told = any(c.verb.form == "vbd" or {"was", "were"} & set(c.verb.low.split()) for c in scene.parsed.clauses)
    return told or bool(words & STATUS)


def _labels(phrase: Phrase, parsed: Parsed) -> list[Phrase]:
    """`Litfulo: 8 mg once daily`, `Litfulo (8 mg)`: the name before the colon or the bracket that a quantity opens."""
    phrases = parsed.phrases
    if phrase.index == 0 and parsed.host is not None:
        return [parsed.host]
    before = phrases[max(0, phrase.index - 2) : phrase.index]
    labelled = len(before) > 1 and before[1].kind == ":" and before[0].kind == "np" and phrase.index == len(before)
    return [before[0]] if labelled else []


def _beside(
    phrase: Phrase, parsed: Parsed, subject: str, relation: Relation, quantity: Quantity, scene: Scene
) -> Claim:
    place = scene.place
    if not quantity.per:
        times, per = find_frequency(place.text, phrase.span.start, place.span.end)
        quantity = replace(quantity, per=per, times=times)
    tokens = scene.parsed.tokens
    bounds = [("status", token.low) for token in tokens if token.low in STATUS]
    bounds += [("step", token.low) for token in tokens if token.low in _STEPS]
    named = [entity for token in tokens if token.mention is not None for entity in token.mention.entities]
    bounds += [("in", entity) for entity in named if scene.kb.is_a(entity, "region")]
    return Claim(
        subject,
        relation.id,
        "",
        replace(scene.standing.of_phrase(phrase, parsed), polarity=True),
        phrase.span.joined(quantity.span),
        place.span,
        place.block,
        value=quantity,
        qualifiers=tuple(bounds),
        via=f"{relation.id}/beside",
    )
