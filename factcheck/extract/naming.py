"""`X is called Y`, `Ys known as X`, `X, better known as Y`: the equations of a name that is given."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.extract.agreement import is_plural
from factcheck.extract.appositions import noun_before
from factcheck.extract.colon_equations import Equation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.extract.clauses import Clause
    from factcheck.extract.parse import Parsed

_NAMING = {"call", "name", "term", "dub", "label", "know", "designate"}
_NAMED_AS = {"know", "refer", "describe"}


def naming(clause: Clause, parsed: Parsed) -> Iterator[Equation]:
    """`enzymes called cytokines`, `known as X`, `referred to as X`, `they are called X`."""
    verb = clause.verb
    if clause.kind == "relative" and clause.gap == "obj" and verb.lemma in _NAMED_AS and not verb.passive:
        behind = [p for prep, ps, _ in clause.adjuncts if prep.endswith("as") for p in ps]
        for name in behind if clause.antecedent else ():
            if name.kind == "np" and name.determiner == "":
                yield Equation(name, clause.antecedent[0], parsed, parsed, "naming")  # `what men know as X`
        return
    if verb.lemma == "go" and clause.subjects:
        named = [p for prep, ps, _ in clause.adjuncts if prep == "of" for p in ps]
        by_name = any(p.head.low == "name" for prep, ps, _ in clause.adjuncts if prep in ("by", "under") for p in ps)
        yield from (Equation(p, clause.subjects[0], parsed, parsed, "naming", clause) for p in named if by_name)
    if verb.lemma in _NAMING and not verb.passive:
        for thing in clause.objects:
            for kind in clause.complements:
                if kind.kind == "np":
                    yield Equation(thing, kind, parsed, parsed, "naming", clause, kind.index in clause.flipped)
        return
    if not verb.passive or verb.lemma not in _NAMING | _NAMED_AS:
        return
    names = list(clause.objects) + list(clause.complements) if verb.lemma in _NAMING else []
    names += [p for prep, ps, _ in clause.adjuncts if prep.endswith("as") for p in ps]
    named = [name for name in names if name.kind == "np" and name.mentions and name.determiner == ""]
    for one, other in pairwise(named):
        if any(p.low == "or" for p in parsed.phrases[one.index : other.index]):
            yield Equation(one, other, parsed, parsed, "naming", clause)
    for subject in clause.subjects:
        for name in names:
            flipped = name.index in clause.flipped
            if name.kind == "np" and name.determiner in ("a", "an"):
                yield Equation(subject, name, parsed, parsed, "naming", clause, flipped)
            elif name.kind == "np":
                if clause.kind != "participle" and name.determiner == "" and is_plural(name) and is_plural(subject):
                    yield Equation(subject, name, parsed, parsed, "naming", clause, flipped)
                said = clause if clause.kind != "participle" else None
                yield Equation(name, subject, parsed, parsed, "naming", said, flipped)


def better_known(parsed: Parsed) -> Iterator[Equation]:
    """`X, better known as Y, …`: a name given by an adjective."""
    phrases = parsed.phrases
    for phrase in phrases:
        if phrase.kind != "adj" or not phrase.low.endswith("known") or phrase.index + 2 >= len(phrases):
            continue
        at = phrase.index + 1
        if phrases[at].low == "to" or phrases[at].low == "among":
            at += 2
        if at + 1 >= len(phrases):
            continue
        prep, name = phrases[at : at + 2]
        comma = phrases[phrase.index - 1].kind == "," if phrase.index else False
        thing = noun_before(parsed, phrase.index - comma)
        if prep.low == "as" and name.kind == "np" and thing is not None:
            yield Equation(name, thing, parsed, parsed, "naming")
