"""Sentence -> equations: which noun phrase is said to be a kind of which, and by what construction.

Copulas, appositions, parentheses, `called`, `such as`, `and other`, `the cytokine X`. A comma or a
bracket alone is none: an article, a participle or a fitting kind must say so.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.extract.agreement import is_plural
from factcheck.extract.appositions import CLASS_FIRST, find_appositions, heads_before, noun_before
from factcheck.extract.colon_equations import Equation, colons, listed_behind
from factcheck.extract.lists import np_list

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.extract.clauses import Clause
    from factcheck.extract.parse import Parsed
    from factcheck.extract.phrases import Phrase

_COPULAS = {"be", "remain", "represent", "constitute", "mean"}
_NAMING = {"call", "name", "term", "dub", "label", "know", "designate"}
_SAME = ("same", "identical", "interchangeable", "synonymous", "synonyms")
_NAMED_AS = {"know", "refer", "describe"}


def find_equations(parsed: Parsed) -> list[Equation]:
    """All equations of a sentence and of the parentheses in it."""
    found: list[Equation] = []
    for clause in parsed.clauses:
        found += _copula(clause, parsed)
        found += _as_phrase(clause, parsed)
        found += _naming(clause, parsed)
    found += [Equation(thing, kind, parsed, parsed, how) for thing, kind, how in find_appositions(parsed)]
    found += _better_known(parsed)
    found += _class_first(parsed)
    found += _rest(parsed)
    found += _member_first(parsed)
    found += _parentheses(parsed)
    found += colons(parsed)
    found += listed_behind(parsed)
    return found


def _copula(clause: Clause, parsed: Parsed) -> Iterator[Equation]:
    """`X is a Y`, `X represents a Y`; `the only Ys include X`."""
    lemma = clause.verb.lemma
    inclusive = lemma in ("include", "comprise")
    ranked = lemma == "become" and any(_ranked(each) for each in clause.complements)
    if (lemma not in _COPULAS and not inclusive and not ranked) or (
        lemma == "be" and clause.verb.tokens[-1].tag == "v"
    ):
        return
    if inclusive:
        for member in clause.objects if clause.subjects else ():
            yield Equation(member, clause.subjects[0], parsed, parsed, "include", clause)
        return
    if lemma == "be":
        for prep, members, _ in clause.adjuncts:
            for member in members if prep == "among" else ():
                yield from (Equation(subject, member, parsed, parsed, "copula", clause) for subject in clause.subjects)
    complements = clause.complements or (clause.objects if lemma in ("represent", "constitute", "mean") else [])
    for complement in complements:
        if complement.kind not in ("np", "adj") or _gapped(complement, parsed):
            continue
        if len(clause.subjects) == 2 and any(
            word in _SAME for token in complement.tokens for word in token.low.split()
        ):
            for one, other in (clause.subjects, clause.subjects[::-1]):
                yield Equation(one, other, parsed, parsed, "copula", clause, complement.index in clause.flipped)
            continue
        if _cleft(clause, complement, parsed):
            continue
        for subject in clause.subjects:
            yield Equation(subject, complement, parsed, parsed, "copula", clause, complement.index in clause.flipped)


def _gapped(phrase: Phrase, parsed: Parsed) -> bool:
    """`X is A and Y B`: two names side by side behind `and` are a subject and what it is."""
    before = parsed.before(phrase)
    named = [token.mention is not None and token.mention.kind == "name" for token in phrase.tokens]
    return before is not None and before.kind == "coord" and len(named) == 2 and all(named)


def _cleft(clause: Clause, complement: Phrase, parsed: Parsed) -> bool:
    """`It is X that …`: the pronoun stands for nothing."""
    behind = parsed.phrases[complement.index + 1] if 0 <= complement.index < len(parsed.phrases) - 1 else None
    it = [subject.low for subject in clause.subjects] == ["it"]
    plain = complement.determiner == "" and complement.head.mention is not None
    return it and plain and behind is not None and behind.kind == "rel"


def _ranked(phrase: Phrase) -> bool:
    """Whether a phrase gives a place in a row: what became the first is the first."""
    return bool(phrase.restricted) or any(token.low in ("first", "second", "third") for token in phrase.tokens)


def _as_phrase(clause: Clause, parsed: Parsed) -> Iterator[Equation]:
    """`As a DHT blocker, minoxidil …`; `X made history as the first Y to …`."""
    for prep, members, _ in clause.adjuncts:
        for member in members if prep == "as" and not clause.verb.passive else ():
            for subject in clause.subjects if _ranked(member) and member.determiner == "the" else ():
                yield Equation(subject, member, parsed, parsed, "copula", clause)
    for prep, members in clause.fronted:
        for member in members if prep in ("as", "being") else ():
            for subject in clause.subjects if member.determiner in ("a", "an", "the") else ():
                yield Equation(subject, member, parsed, parsed, "as")


def _naming(clause: Clause, parsed: Parsed) -> Iterator[Equation]:
    """`enzymes called cytokines`, `known as X`, `referred to as X`, `they are called X`."""
    verb = clause.verb
    if clause.kind == "relative" and clause.gap == "obj" and verb.lemma in _NAMING | _NAMED_AS and not verb.passive:
        named = [p for prep, ps, _ in clause.adjuncts if prep.endswith("as") for p in ps]
        for name in [*named, *(clause.complements if verb.lemma in _NAMING else [])]:
            if name.kind == "np" and name.determiner == "" and clause.antecedent:
                yield Equation(name, clause.antecedent[0], parsed, parsed, "naming")  # `what doctors know as X`
        return
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


def _better_known(parsed: Parsed) -> Iterator[Equation]:
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


def _class_first(parsed: Parsed) -> Iterator[Equation]:
    """`enzymes such as A, B and C`."""
    phrases = parsed.phrases
    for link in phrases:
        if link.low not in CLASS_FIRST or link.index == 0:
            continue
        kind = noun_before(parsed, link.index - (phrases[link.index - 1].kind == ","))
        at = link.index + 1
        while at < len(phrases) and phrases[at].kind in (",", "adv"):
            at += 1
        if kind is None or at >= len(phrases) or phrases[at].kind != "np":
            continue
        if link.low.startswith("for ") and phrases[link.index + 1].kind == ",":
            continue
        if link.low == "like" and phrases[link.index - 1].kind == "vg":
            continue
        for member in np_list(phrases, at, within=_waits_for_verb(parsed, kind))[0]:
            yield Equation(member, kind, parsed, parsed, "such as")


def _waits_for_verb(parsed: Parsed, kind: Phrase) -> bool:
    """Whether a noun phrase is a subject whose verb is still to come."""
    before = parsed.phrases[: kind.index]
    start = max((p.index for p in before if p.kind in (";", ":", "coord", "sub", "that", "rel")), default=-1)
    return not any(p.kind == "vg" and p.finite for p in parsed.phrases[start + 1 : kind.index])


def _rest(parsed: Parsed) -> Iterator[Equation]:
    """`…, but leave the rest of the Y alone`: what was named before is taken for a part of Y."""
    phrases = parsed.phrases
    for phrase in phrases:
        if phrase.kind != "np" or phrase.head.low not in ("rest", "remainder"):
            continue
        for prep, members in parsed.attached(phrase):
            for earlier in phrases[: phrase.index] if prep == "of" else ():
                if earlier.kind == "np" and earlier.head.mention is not None:
                    yield Equation(earlier, members[0], parsed, parsed, "rest")


def _member_first(parsed: Parsed) -> Iterator[Equation]:
    """`A, B and other enzymes`."""
    phrases = parsed.phrases
    for phrase in phrases:
        if phrase.kind != "np" or phrase.tokens[0].low != "other" or phrase.index < 2:
            continue
        if phrases[phrase.index - 1].low not in ("and", "or"):
            continue
        at = phrase.index - 1
        while at >= 1 and phrases[at].kind in (",", "coord"):
            before = phrases[at - 1]
            if before.kind == "paren" and at >= 2:
                before = phrases[at - 2]
            if before.kind != "np":
                break
            yield Equation(before, phrase, parsed, parsed, "and other")
            at = before.index - 1


def _parentheses(parsed: Parsed) -> Iterator[Equation]:
    """`X (a kind of Y)`; `X (a vitamin rather than a hormone)`; a relative or participle inside."""
    for inside in parsed.inner:
        yield from find_equations(inside)
        host = inside.host
        phrases = inside.phrases
        if host is None or not phrases:
            continue
        members = _members_in(inside) if is_plural(host) else []
        if members:
            yield from (Equation(member, host, inside, parsed, "such as") for member in members)
            continue
        first = phrases[0]
        if first.kind == "adv" and len(phrases) > 1:
            first = phrases[1]
        if first.kind == "np" and not any(
            c.verb.finite and c.kind != "relative" and c.subjects and c.subjects[0] is first for c in inside.clauses
        ):
            article = first.determiner in ("a", "an", "the", "one", "another", "both")
            yield Equation(host, first, parsed, inside, "parenthesis" if article else "gloss")
            for head in heads_before(parsed, host) if not article else ():
                yield Equation(head, first, parsed, inside, "gloss")
            if len(phrases) > 2 and phrases[1].low in ("rather than", "not", "instead of") and phrases[2].kind == "np":
                yield Equation(host, phrases[2], parsed, inside, "parenthesis", None, True)


def _members_in(inside: Parsed) -> list[Phrase]:
    """The names of a parenthesis that holds nothing else: `(A, B and C)`, `(such as A)`, `(e.g. A)`."""
    phrases = inside.phrases
    at = next((i for i, p in enumerate(phrases) if p.kind == "np"), len(phrases))
    led = any(p.low in CLASS_FIRST for p in phrases[:at])
    if at == len(phrases) or (at and not led and phrases[0].kind != "adv"):
        return []
    listed = phrases[at:]
    members = [each for each in listed if each.kind == "np"]
    named = all(each.head.mention is not None and each.determiner == "" for each in members)
    whole = all(each.kind in ("np", ",") or each.low in ("and", "or") for each in listed)
    return members if named and whole and (led or len(members) > 1) else []
