"""What stands beside a class, not under it: other classes of a list, words before a head, things told apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract.agreement import is_plural

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.extract.clauses import Clause
    from factcheck.extract.colon_equations import Equation
    from factcheck.extract.denote import Denoted
    from factcheck.extract.parse import Parsed
    from factcheck.extract.phrases import Phrase
    from factcheck.extract.scene import Scene


def no_member(equation: Equation, kind: str, scene: Scene) -> bool:
    """Whether a list leaves its class before it comes to a thing.

    `NSAIDs, such as aspirin, and steroids`: a class behind the first member stands beside the kind. Of `a bacterial
    infection or other viral infections` nothing is of the kind for certain.
    """
    listed = [each for each in scene.equations if each.kind is equation.kind and each.how == equation.how]
    if equation.how == "and other":
        heads = [_head_word(each.thing) for each in listed if _parts(each.thing, kind, scene)]
        return len(listed) > 1 and _head_word(equation.kind) in heads
    if equation.how != "such as" or is_plural(listed[0].thing):
        return False
    own = [each.thing for each in listed[1:] if _set_off(each, listed) and _parts(each.thing, kind, scene)]
    return any(phrase.index <= equation.thing.index for phrase in own)


def _head_word(phrase: Phrase) -> str:
    return phrase.head.low.split()[-1].removesuffix("s")


def _parts(phrase: Phrase, kind: str, scene: Scene) -> bool:
    """Whether a phrase names a class of which nothing is of the kind."""
    mentions = [t.mention for t in phrase.tokens if t.mention is not None and t.mention.kind == "name"]
    classes = [e for m in mentions for e in m.entities if scene.class_like(e) and not scene.generic(e)]
    return any(scene.kb.clash(e, kind) for e in classes)


def _set_off(equation: Equation, listed: Sequence[Equation]) -> bool:
    """Whether a comma parts a plural from the members before it, or it has a `such` of its own."""
    phrase, before = equation.thing, equation.thing_in.phrases[max(0, equation.thing.index - 2) : equation.thing.index]
    words = [t.low for t in phrase.tokens]
    marked = [each.kind for each in before]
    two = len(listed) == 2 and marked == [",", "coord"]
    return "such" in words or (is_plural(phrase) and (two or marked[-1:] == [","]))


def of_two_sorts(kind: Phrase, parsed: Parsed) -> bool:
    """`bacterial or viral infections such as X`: X is of one sort, and who knows of which."""
    before = parsed.phrases[max(0, kind.index - 2) : kind.index]
    if len(before) < 2 or before[1].low not in ("or", "and", "and/or") or before[0].kind not in ("np", "adj"):
        return False
    mention = before[0].head.mention
    borrowed = mention is not None and mention.plural and not before[0].low.endswith("s")
    return before[0].kind == "adj" or borrowed or (mention is not None and mention.kind == "adj")


def two_kinds(kind: Phrase, parsed: Parsed) -> bool:
    """`drugs and diseases, such as X and Y`: which of the two are of which kind is left to the reader."""
    before = parsed.phrases[max(0, kind.index - 3) : kind.index]
    if (
        len(before) < 2
        or before[-1].low != "and"
        or (len(before) > 2 and before[0].kind not in (",", ";", ":", "dash"))
    ):
        return False
    return before[-2].kind == "np" and bool(before[-2].mentions) and is_plural(before[-2])


def inmost(denoted: Denoted, parsed: Parsed) -> Phrase | None:
    """The noun phrase that gives a name: of `a group of X disorders`, the last."""
    inner = (p for p in parsed.phrases if p.kind == "np" and p.span.end == denoted.span.end)
    return next(inner, denoted.phrase)


def beside_head(subject: Denoted, obj: Denoted, parsed: Parsed, scene: Scene) -> bool:
    """`a group of red blood cell disorders`, `this type of illness`: what a word beside the head names, or a body."""
    if scene.misplaced(subject, obj):
        return True
    if obj.how == "context":
        return not scene.related(subject.entity, obj.entity)
    worded = obj.how == "modifier" and not scene.kb.entities[obj.entity].domain
    phrase = inmost(obj, parsed) if worded else None
    heads = phrase.head.mention.entities if phrase is not None and phrase.head.mention is not None else ()
    return bool(heads) and not any(each == obj.entity or scene.related(each, obj.entity) for each in heads)


def telling_apart(clause: Clause) -> bool:
    """`tumours not linked to X`: which ones are meant, not what holds of all."""
    if clause.kind != "participle" or not clause.verb.negated or len(clause.subjects) != 1:
        return False
    subject = clause.subjects[0]
    return subject.index == clause.verb.index - 1 and is_plural(subject)
