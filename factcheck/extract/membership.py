"""Equations by company: `Ys, of which X is the best known`, `no difference between X and Y`."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.extract.agreement import is_plural
from factcheck.extract.appositions import noun_before
from factcheck.extract.colon_equations import Equation
from factcheck.extract.tables import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.extract.clauses import Clause
    from factcheck.extract.parse import Parsed
    from factcheck.extract.phrases import Phrase

_OUT_OF = ("of", "among", "amongst")
_CHIEF = word_set("chief foremost first prominent notable key central uppermost")
_STANDING_OUT = word_set("most best least first newest oldest best-known strongest")
_SAMENESS = ("difference", "distinction", "differences")
_PLAIN = word_set("no real actual at all any")


def by_company(parsed: Parsed) -> Iterator[Equation]:
    """Every equation that sets a thing among its likes."""
    yield from _for_instance(parsed)
    for clause in parsed.clauses:
        yield from _chief_among(clause, parsed)
        yield from _of_which(clause, parsed)
        yield from _no_difference(clause, parsed)
        yield from _compared(clause, parsed)
        yield from _out_of_them(clause, parsed)


def picks_out(phrase: Phrase) -> bool:
    """`one`, `the best known`, `the most potent`: a phrase that picks one out and does not say of what."""
    if phrase.kind == "adj":
        return any(token.low in ("best", "most") for token in phrase.tokens)
    named = any(token.mention is not None for token in phrase.tokens)
    ranking = phrase.determiner == "the" and phrase.head.tag in ("adj", "num", "det")
    return not named and (ranking or phrase.head.low in ("one", "example", "member", "first"))


def others_of(phrase: Phrase) -> bool:
    """`other Ys`, `every other Y`, `most other Ys`: what is likened to them is one of them."""
    return any(token.low in ("other", "another") for token in phrase.tokens[:3]) and phrase.owner is None


def _of_which(clause: Clause, parsed: Parsed) -> Iterator[Equation]:
    """`Ys, of which X is the best known` and `Ys, the best known of which is X`."""
    phrases = parsed.phrases
    at = next((p.index for p in reversed(phrases[: clause.verb.index]) if p.kind == "rel"), 0)
    if clause.verb.lemma != "be" or at < 2 or phrases[at].low not in ("which", "whom"):
        return
    if phrases[at - 1].low not in _OUT_OF:
        return
    begin = at - 1
    if phrases[begin - 1].kind in ("np", "adj") and picks_out(phrases[begin - 1]) and at + 1 == clause.verb.index:
        begin, things = begin - 1, [p for p in clause.complements if p.kind == "np"]
    else:
        sides = (clause.subjects, clause.complements)
        things = next((one for one, other in (sides, sides[::-1]) if any(picks_out(p) for p in other)), [])
    kind = noun_before(parsed, begin - (phrases[begin - 1].kind in (",", "dash")))
    for thing in things if kind is not None and not clause.verb.negated else ():
        if kind is not None and thing.kind == "np":
            yield Equation(thing, kind, parsed, parsed, "such as")


def _chief_among(clause: Clause, parsed: Parsed) -> Iterator[Equation]:
    """`Chief among the Ys is X`."""
    opening = parsed.phrases[:3]
    if len(opening) < 3 or clause.verb.lemma != "be" or clause.verb.negated or opening[1].low not in _OUT_OF:
        return
    if opening[0].low in _CHIEF and opening[2].kind == "np":
        for thing in clause.complements if clause is _last_finite(parsed) else ():
            yield Equation(thing, opening[2], parsed, parsed, "such as")


def _last_finite(parsed: Parsed) -> Clause | None:
    return next((c for c in reversed(parsed.clauses) if c.verb.finite and c.kind != "modifier"), None)


def _for_instance(parsed: Parsed) -> Iterator[Equation]:
    """`Ys, X for instance, …`."""
    phrases = parsed.phrases
    for mark in phrases[3:]:
        if (
            mark.low not in ("for instance", "for example", "among them", "included")
            or phrases[mark.index - 2].kind != ","
        ):
            continue
        kind = noun_before(parsed, mark.index - 2)
        thing = phrases[mark.index - 1]
        closed = mark.index + 1 >= len(phrases) or phrases[mark.index + 1].kind == ","
        if kind is not None and is_plural(kind) and thing.kind == "np" and closed:
            yield Equation(thing, kind, parsed, parsed, "such as")


def _compared(clause: Clause, parsed: Parsed) -> Iterator[Equation]:
    """`No other Y is as strong as X`, `X is stronger than any other Y`."""
    behind = [p for p in parsed.phrases[clause.verb.index + 1 :] if p.kind in ("np", "prep")]
    compared = [p for mark, p in pairwise(behind) if mark.low in ("than", "as") and p.kind == "np"]
    for subject in clause.subjects:
        for each in compared[:1]:
            if subject.negated and others_of(subject):
                yield Equation(each, subject, parsed, parsed, "such as")
            elif others_of(each) and not subject.negated:
                yield Equation(subject, each, parsed, parsed, "such as")


def _out_of_them(clause: Clause, parsed: Parsed) -> Iterator[Equation]:
    """`Of the Ys, X matters most`: what stands out among the Ys is one of them."""
    behind = {token.low for p in parsed.phrases[clause.verb.index + 1 :][:3] for token in p.tokens}
    for prep, members in clause.fronted if behind & _STANDING_OUT and len(clause.subjects) == 1 else ():
        if (prep in _OUT_OF or prep == "out of") and len(members) == 1 and is_plural(members[0]):
            yield Equation(clause.subjects[0], members[0], parsed, parsed, "such as")


def _no_difference(clause: Clause, parsed: Parsed) -> Iterator[Equation]:
    """`There is no difference between X and Y`, and nothing that says in what."""
    said = [p for p in clause.complements if p.kind == "np" and p.negated and p.head.low in _SAMENESS]
    between = [members for prep, members, _ in clause.adjuncts if prep == "between"]
    if not clause.existential or not said or len(clause.adjuncts) != 1 or clause.fronted:
        return
    if any(t.low in ("was", "were", "had", "been") for t in clause.verb.tokens) or clause.verb.negated:
        return
    last = between[0][-1] if between else said[0]
    ends = last.index + 1 >= len(parsed.phrases) or parsed.phrases[last.index + 1].kind in (",", ";", "coord")
    if len(between) == 1 and len(between[0]) == 2 and ends and all(t.low in _PLAIN for t in said[0].tokens[:-1]):
        for one, other in (between[0], between[0][::-1]):
            yield Equation(one, other, parsed, parsed, "copula", clause)


def one_of(phrase: Phrase, parsed: Parsed) -> list[Phrase]:
    """`one of the causes`: the class of which a phrase says that something is one, or among the first."""
    if phrase.head.low not in ("one", "another"):
        return []
    return [p for prep, found in parsed.attached(phrase)[:1] if prep == "of" for p in found if is_plural(p)]
