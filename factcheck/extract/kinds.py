"""Equations -> claims: what is a kind of what, what is part of what, and pairs such as a brand and its drug."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.extract.beside import inmost, no_member
from factcheck.extract.denotation_tables import BEARERS
from factcheck.extract.qualifiers import degree_of
from factcheck.extract.scene import LOOSE
from factcheck.extract.tables import word_set
from factcheck.model.claim import Claim

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.extract.colon_equations import Equation
    from factcheck.extract.denote import Denoted
    from factcheck.extract.parse import Parsed
    from factcheck.extract.phrases import Phrase
    from factcheck.extract.scene import Scene
    from factcheck.model.claim import Stance

_BOUNDING = ("for", "in", "among", "on", "with")
_BOUNDS = ("population", "disease", "region", "place")
_PLAIN_ADJECTIVES = word_set("true real actual medical chronic common genuine recognised recognized known human")
_LOOSE_TIES = ("gloss", "class first")
_MANY_SENSES = ("thing", "cause", "process", "population", "symptom")
_GENERAL_HEADS = ("condition", "disease", "disorder", "problem", "illness", "form", "type", "kind")


def reversed_equation(equation: Equation) -> Equation:
    """The equation read the other way round."""
    return replace(
        equation,
        thing=equation.kind,
        kind=equation.thing,
        thing_in=equation.kind_in,
        kind_in=equation.thing_in,
    )


def claims_of_equation(equation: Equation, scene: Scene) -> Iterator[Claim]:
    """What an equation says by itself: a pairing if it fits one, else that the thing is of the kind."""
    stance = scene.standing.of_equation(equation)
    if stance.mood in ("condition", "question") and _taken_for_granted(equation):
        stance = replace(stance, mood="asserted", guard="")  # `if you take statins such as X`
    if equation.how == "rest":
        yield from _rest(equation, stance, scene)
        return
    pairs = list(_pairings(equation, stance, scene))
    yield from pairs
    if not pairs:
        yield from _kinds(equation, stance, scene)
        if equation.how == "copula" and equation.thing.determiner == "the" and equation.kind.determiner != "the":
            yield from _kinds(reversed_equation(equation), stance, scene)


def _taken_for_granted(equation: Equation) -> bool:
    """`if you take statins such as X`: what somebody may or may not do is done with Xs, which are statins."""
    if equation.how not in ("such as", "and other"):
        return False
    doing = (
        c
        for c in equation.kind_in.clauses
        if equation.kind in c.objects or any(equation.kind in ps for _, ps, _ in c.adjuncts)
    )
    return any(s.head.low in BEARERS or s.head.low == "you" for c in doing for s in c.subjects)


def _claim(equation: Equation, subject: Denoted, relation: str, obj: Denoted, stance: Stance, scene: Scene) -> Claim:
    place = scene.place
    sides = (equation.kind.span, equation.thing.span)
    apart = not any(side.overlaps(place.span) for side in sides)  # both stand in other cells: this one says yes or no
    span = next((side for side in sides if place.holds(side)), place.span if apart else equation.thing.span)
    for denoted in (subject, obj):
        if denoted.how != "context" and place.holds(denoted.span):
            span = span.joined(denoted.span)
    if subject.how != "context" and place.holds(equation.thing.span):
        span = span.joined(equation.thing.span)
    clause = equation.clause
    if clause is not None and clause.subjects and place.holds(clause.subjects[0].span):
        span = span.joined(clause.verb.span)
    return Claim(
        subject.entity,
        relation,
        obj.entity,
        stance,
        span,
        place.span,
        place.block,
        qualifiers=_qualifiers(equation, obj, scene),
        exclusive="only" if obj.restricted else obj.ordinal,
        subject_words=place.words(subject),
        object_words=place.words(obj),
        generic=subject.quantifier in LOOSE,
        via=f"is-a/{equation.how}" + ("/context" if subject.how == "context" else ""),
    )


def _qualifiers(equation: Equation, obj: Denoted, scene: Scene) -> tuple[tuple[str, str], ...]:
    """What bounds an is-a claim: a disease or population behind the class, an adjective that the packs do not know."""
    kb = scene.kb
    found = []
    if equation.clause is not None:
        attached = [(preposition, phrases) for preposition, phrases, _ in equation.clause.adjuncts]
    else:
        attached = equation.kind_in.attached(equation.kind)
    for phrase in [p for preposition, phrases in attached if preposition in _BOUNDING for p in phrases]:
        for denoted in scene.denoter.denote(phrase, equation.kind_in, _BOUNDS):
            if denoted.entity != obj.entity:
                local = kb.is_a(denoted.entity, "region") or kb.is_a(denoted.entity, "place")
                found.append(("in" if local else "for", denoted.entity))
    if _modified(equation):
        found.append(("modified", "yes"))
    found += degree_of(equation.kind.tokens)
    return tuple(dict.fromkeys(found))


def _modified(equation: Equation) -> bool:
    """Whether words that were not understood narrow the kind."""
    phrase, phrases = equation.kind, equation.kind_in.phrases
    behind = phrases[phrase.index + 1] if 0 <= phrase.index < len(phrases) - 1 else None
    placed = [p for prep, ps in equation.kind_in.attached(phrase)[:1] for p in ps if prep in ("in", "for")]
    bounded = any(m.entities for p in placed for m, _ in p.mentions if m.kind == "name")
    renamed = [p.head.low for prep, ps in equation.kind_in.attached(phrase)[:1] for p in ps if prep in ("under", "by")]
    if renamed and renamed[0] in ("name", "label", "guise"):
        return narrowed_kind(phrase)  # `X is Y under another name`
    if behind is not None and (
        (behind.kind in ("prep", "rel") and not bounded) or (behind.kind == "vg" and not behind.finite)
    ):
        return True
    return narrowed_kind(phrase)


def narrowed_kind(phrase: Phrase) -> bool:
    """Whether a class is bounded by a word before it: `a skin drug`, `an unusual disease`."""
    before = [t for t in phrase.tokens if t is not phrase.head]
    unknown = any(t.tag == "adj" and t.mention is None and t.low not in _PLAIN_ADJECTIVES for t in before)
    return unknown or any(t.tag == "n" and (t.mention is None or t.mention.kind == "name") for t in before[-1:])


def _kinds(equation: Equation, stance: Stance, scene: Scene) -> Iterator[Claim]:
    """is-a claims: the thing under every class that the kind phrase names."""
    things = [
        each
        for each in scene.denoter.denote(equation.thing, equation.thing_in, (), alias=equation.how == "copula")
        if each.how not in ("modifier", "bearer") and not scene.generic(each.entity)
    ]
    if equation.how == "copula" and equation.clause is not None:
        things += scene.signs(equation.thing, equation.thing_in)
    kinds = [d for d in scene.denoter.denote(equation.kind, equation.kind_in, ()) if d.how != "bearer"]
    if equation.how == "such as":  # `low numbers of Ys, particularly A and B`: A is no B
        listed = [each for each in scene.equations if each.kind is equation.kind and each.how == "such as"]
        kinds = [d for d in kinds if all(d.span.end != each.thing.span.end for each in listed)]
    kinds = [d for d in kinds if not no_member(equation, d.entity, scene)]
    if [t.tag for t in equation.kind.tokens[1:2]] == ["det"] and equation.kind.tokens[0].low in ("less", "more"):
        return  # `less a hormone than a drug`
    for thing in things:
        for kind in kinds:
            if _comparable(thing.entity, kind, equation, scene):
                base = equation.kind.negated if kind.phrase is equation.kind else False
                own = replace(stance, polarity=stance.polarity != (kind.negated != base))
                if not own.polarity and len(kinds) > 1 and scene.generic(kind.entity):
                    continue  # `no risk-free treatment` is a treatment all the same
                yield _claim(equation, thing, "is-a", kind, own, scene)


def _siblings(one: str, other: str, scene: Scene) -> bool:
    """Whether two things are told apart by nothing but their kind: `alopecia totalis or universalis`."""
    parents = scene.kb.entities[one].parents
    return any(each in scene.kb.entities[other].parents for each in parents)


def _of_a_part(kind: Denoted, scene: Scene) -> bool:
    """Whether a class is named by a part of the body before another word: `a red skin rash` is no skin."""
    own = kind.phrase is not None and kind.phrase.head.mention is None
    return (
        own and kind.how == "modifier" and "body-part" in scene.kb.entities and scene.kb.is_a(kind.entity, "body-part")
    )


def _one_of_several(equation: Equation, scene: Scene) -> bool:
    """Whether several names are given to one thing: `called alopecia totalis or universalis`."""
    first, last = sorted((equation.thing.index, equation.kind.index))
    between = equation.thing_in.phrases[max(0, first) : last]
    names = [e for e in scene.equations if e.how == "naming" and (e.kind is equation.kind or e.thing is equation.thing)]
    return len(names) > 1 or any(phrase.kind == "coord" for phrase in between)


def _of_another(thing: str, kind: str, equation: Equation, scene: Scene) -> bool:
    """`X was cleared for Y, the first tablet to …`: a class that a name fits to which the thing is only attached."""
    before = equation.thing_in.before(equation.thing)
    aside = any(c.kind == "relative" and c.verb is before for c in equation.thing_in.clauses)  # `those who have Y, …`
    if before is None or not (before.kind == "prep" or aside) or scene.kb.clash(thing, kind) is None:
        return False
    heads = [p.head.mention for p in equation.thing_in.phrases[: equation.thing.index] if p.kind == "np"]
    names = [entity for mention in heads if mention is not None for entity in mention.entities]
    others = [each for each in names if not scene.generic(each) and not scene.kb.is_a(thing, each)]
    return any(scene.related(each, kind) and scene.kb.clash(each, kind) is None for each in others)


def _comparable(thing: str, kind: Denoted, equation: Equation, scene: Scene) -> bool:
    """Whether it says something that a thing is of a kind, and the kind is what the phrase means."""
    if thing == kind.entity or (scene.generic(kind.entity) and not _outright(kind, scene)):
        return False
    domain = scene.kb.entities[kind.entity].domain if _by_adjective(kind) else ""
    named = inmost(kind, equation.kind_in) if kind.how == "modifier" else None
    if named is not None and named.head.mention is not None:
        heads = named.head.mention.entities
        empty = domain and all(scene.generic(each) for each in heads)
        if not empty and not any(scene.related(each, kind.entity) for each in heads):
            return False
    if (domain and not scene.kb.is_a(thing, domain)) or (equation.how == "naming" and kind.how == "context"):
        return False
    own = scene.kb.entities[thing].domain
    if own and kind.how == "context" and not (scene.kb.is_a(kind.entity, own) or scene.kb.is_a(own, kind.entity)):
        return False  # `the condition is lifelong` says of what it means what it says
    if equation.how == "apposition" and _of_another(thing, kind.entity, equation, scene):
        return False
    first = min(equation.thing, equation.kind, key=lambda phrase: phrase.index)
    before = equation.thing_in.before(first) if first.index > 0 else None
    bare = equation.how == "naming" and equation.thing.head.mention and equation.kind.determiner == ""
    if bare and _siblings(thing, kind.entity, scene) and _one_of_several(equation, scene):
        return False
    if _of_a_part(kind, scene):
        return False
    inside = equation.how == "naming" and {"in", "of"} & set(equation.kind.head.low.split())
    if inside or (equation.how == "naming" and before is not None and before.kind == "prep"):
        return scene.related(thing, kind.entity)  # `a clot in the lungs, called an embolism`
    if equation.how == "like other":
        return scene.related(thing, kind.entity)
    if equation.how == "such as" and kind.how == "context":
        return False  # `tablets such as X` names a form, not what was spoken of before
    if equation.how == "such as":
        if equation.kind.head.mention is not None and not scene.class_like(kind.entity):
            return False  # `Olumiant, like Litfulo, …`
        return scene.related(thing, kind.entity) or _in_company(kind.entity, equation, scene)
    return equation.how not in _LOOSE_TIES or scene.related(thing, kind.entity)


def _by_adjective(kind: Denoted) -> bool:
    """Whether a class is given by an adjective or a frame, not by a noun of its own ("a scarring alopecia")."""
    mention = kind.phrase.head.mention if kind.phrase is not None else None
    if kind.word.rpartition(" ")[2].removesuffix("s") in _GENERAL_HEADS:
        return True  # `a lifelong condition` is one of the hair only where hair is spoken of
    return kind.how != "head" or mention is None or mention.kind == "adj" or kind.entity not in mention.entities


def _in_company(kind: str, equation: Equation, scene: Scene) -> bool:
    """Whether another member of the same list is of the kind, so that the list belongs to it and to no other noun."""
    members = [each for each in scene.equations if each.kind is equation.kind and each.how == "such as"]
    named = [e for m in members if m.thing.head.mention is not None for e in m.thing.head.mention.entities]
    return any(scene.kb.is_a(each, kind) for each in named)


def _outright(kind: Denoted, scene: Scene) -> bool:
    """Whether a general class is named by its own name ("a drug"), not by a word that means many things."""
    name = scene.kb.entities[kind.entity].name.lower()
    return kind.word in (name, name + "s") and name not in _MANY_SENSES


def _rest(equation: Equation, stance: Stance, scene: Scene) -> Iterator[Claim]:
    """`X …, but leave the rest of the Y alone` takes for granted that X is part of Y, if both are of one sort."""
    relation = scene.kb.relations.get("part-of")
    if relation is None:
        return
    for thing in scene.denoter.denote(equation.thing, equation.thing_in, relation.subject):
        for whole in scene.denoter.denote(equation.kind, equation.kind_in, relation.object):
            alike = thing.entity != whole.entity and scene.related(thing.entity, whole.entity)
            if alike and thing.how == "head" and whole.how == "head":
                claim = _claim(equation, thing, relation.id, whole, replace(stance, polarity=True), scene)
                yield replace(claim, span=whole.span, qualifiers=(), exclusive="")


def _pairings(equation: Equation, stance: Stance, scene: Scene) -> Iterator[Claim]:
    """Brand and drug, brand and maker, in either order."""
    if equation.how in ("such as", "and other", "like other"):
        return
    sides = ((equation.thing, equation.thing_in), (equation.kind, equation.kind_in))
    for relation in scene.kb.relations.values():
        if relation.judge != "pairing":
            continue
        for (one, one_in), (other, other_in) in (sides, sides[::-1]):
            subjects = [d for d in _plainly(one, one_in, relation.subject, scene) if not scene.generic(d.entity)]
            found = _plainly(other, other_in, relation.object, scene)
            objects = [d for d in found if not (scene.class_like(d.entity) or scene.generic(d.entity))]
            if not stance.polarity and any(d.restricted or d.ordinal for d in objects):
                continue  # `X is not the only Y`: it is one
            if subjects and objects:
                yield _claim(equation, subjects[0], relation.id, objects[0], stance, scene)


def _plainly(phrase: Phrase, parsed: Parsed, types: Sequence[str], scene: Scene) -> list[Denoted]:
    """What a phrase stands for by its head, or by what it points back to."""
    return [each for each in scene.denoter.denote(phrase, parsed, types) if each.how in ("head", "context")]
