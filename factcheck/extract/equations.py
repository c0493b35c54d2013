"""Sentence -> equations: which noun phrase is said to be a kind of which, and by what construction.

Copulas, appositions, parentheses, `called`, `such as`, `and other`, `the cytokine X`. A comma or a
bracket alone is none: an article, a participle or a fitting kind must say so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract.agreement import is_plural
from factcheck.extract.appositions import CLASS_FIRST, find_appositions, heads_before, noun_before
from factcheck.extract.beside import of_two_sorts, two_kinds
from factcheck.extract.colon_equations import Equation, colons, listed_behind
from factcheck.extract.copulas import copula, ranked
from factcheck.extract.likened import likened
from factcheck.extract.lists import np_list
from factcheck.extract.membership import by_company
from factcheck.extract.naming import better_known, naming
from factcheck.extract.phrases import Phrase
from factcheck.extract.tables import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.extract.clauses import Clause
    from factcheck.extract.parse import Parsed

_LABELS = word_set(
    "brand|brand name|trade name|generic|generic name|inn|name|active ingredient|active substance|maker|manufacturer|"
    "company|abbreviation|short|drug|substance",
    "|",
)
_DEGREES = ("less", "more", "less so", "weaker", "weakly", "too", "also", "as well", "mainly", "partly", "only")


def find_equations(parsed: Parsed) -> list[Equation]:
    """All equations of a sentence and of the parentheses in it."""
    found: list[Equation] = []
    for clause in parsed.clauses:
        found += copula(clause, parsed)
        found += _as_phrase(clause, parsed)
        found += naming(clause, parsed)
        found += _presented(clause, parsed)
    found += [Equation(thing, kind, parsed, parsed, how) for thing, kind, how in find_appositions(parsed)]
    found += better_known(parsed)
    found += _class_first(parsed)
    found += _rest(parsed)
    found += by_company(parsed)
    found += _member_first(parsed)
    found += [each for phrase in parsed.phrases for each in _sorted(phrase, parsed)]
    found += _parentheses(parsed)
    found += colons(parsed)
    found += listed_behind(parsed)
    found += likened(parsed)
    return found


def _as_phrase(clause: Clause, parsed: Parsed) -> Iterator[Equation]:
    """`As a DHT blocker, minoxidil …`; `X made history as the first Y to …`."""
    for prep, members, _ in clause.adjuncts:
        for member in members if prep == "as" and not clause.verb.passive else ():
            for subject in clause.subjects if ranked(member) and member.determiner == "the" else ():
                yield Equation(subject, member, parsed, parsed, "copula", clause)
    for prep, members in clause.fronted:
        for member in members if prep in ("as", "being") else ():
            for subject in clause.subjects if member.determiner in ("a", "an", "the") or _named_kinds(member) else ():
                yield Equation(subject, member, parsed, parsed, "as")


def _presented(clause: Clause, parsed: Parsed) -> Iterator[Equation]:
    """`With X the agency approved its first Y`, `it was with X that Y was approved for the first time`."""
    host = clause.parent if clause.kind == "relative" and clause.opener == "that" else None
    cleft = host is not None and host.verb.lemma == "be" and [each.low for each in host.subjects] == ["it"]
    fronted = clause.fronted if not cleft or host is None else [(prep, found) for prep, found, _ in host.adjuncts]
    names = [p for prep, found in fronted if prep == "with" for p in found if p.head.mention is not None]
    behind = [p for prep, found, _ in clause.adjuncts if prep == "to" for p in found]
    passive = clause.subjects if clause.verb.passive else []
    said = host if cleft else clause
    for kind in (*passive, *clause.objects, *behind):
        if names and kind.head.mention is not None and (ranked(kind) or first_time(parsed)):
            yield from (Equation(name, kind, parsed, parsed, "presenting", said) for name in names)


def first_time(parsed: Parsed) -> bool:
    """Whether a sentence says that something happened for the first time."""
    return any(p.kind == "np" and p.head.low == "time" and "first" in [t.low for t in p.tokens] for p in parsed.phrases)


def _named_kinds(phrase: Phrase) -> bool:
    """`As enzymes, they …`: a bare plural that is a name."""
    return phrase.determiner == "" and is_plural(phrase) and len(phrase.tokens) == 1 and bool(phrase.mentions)


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
        if link.low == "like" and not _exemplifies(kind, phrases[at], phrases[link.index - 1]):
            continue
        if of_two_sorts(kind, parsed):
            continue
        members = np_list(phrases, at, within=_waits_for_verb(parsed, kind))[0]
        for member in members if len(members) < 2 or not two_kinds(kind, parsed) else ():
            if not _leads_on(member, parsed):
                yield Equation(member, kind, parsed, parsed, "such as")


def _sorted(phrase: Phrase, parsed: Parsed) -> Iterator[Equation]:
    """`the JAK2 inhibitor X`: a common noun, with a name before it, directly before a name."""
    at = phrase.tokens.index(phrase.head) if phrase.kind == "np" else 0
    name, noun = phrase.head.mention, phrase.tokens[at - 1]
    if at < 2 or name is None or name.kind != "name" or noun.tag != "n" or noun.mention is not None:
        return
    if phrase.owner is None and phrase.tokens[at - 2].mention is not None:
        kind, thing = Phrase("np", phrase.tokens[:at]), Phrase("np", phrase.tokens[at:], phrase.head)
        kind.index = thing.index = phrase.index
        yield Equation(thing, kind, parsed, parsed, "class first")


def _exemplifies(kind: Phrase, member: Phrase, before: Phrase) -> bool:
    """`enzymes like A`, `a drug like A`, `Xs, like A,`; `A, like B,` and `Xs, like Ys,` liken the two."""
    if before.kind == "vg" or member.tokens[0].low == "other":
        return False
    if before.kind == ",":
        return is_plural(kind) and not is_plural(member)
    return is_plural(kind) or kind.determiner in ("a", "an", "any", "no", "another", "one")


def _leads_on(phrase: Phrase, parsed: Parsed) -> bool:
    """`Ys such as A and Zs such as B`: Zs are no Ys but lead to names of their own."""
    behind = parsed.phrases[phrase.index + 1 : phrase.index + 2]
    return bool(behind) and behind[0].low in CLASS_FIRST


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
        fellow = phrase.kind == "np" and any(t.low in ("fellow", "sister", "sibling") for t in phrase.tokens[:2])
        if phrase.kind != "np" or not (phrase.tokens[0].low == "other" or fellow) or phrase.index < 2:
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
        pairs = _pairs(parsed, host, phrases)
        if pairs:
            yield from (Equation(one, other, parsed, inside, "gloss") for one, other in pairs)
            continue
        first = phrases[0]
        if first.kind == "adv" and len(phrases) > 1:
            first = phrases[1]
        if len(phrases) > 2 and phrases[1].kind == ":" and first.low in _LABELS:
            first = phrases[2]  # `X (brand name: Y)`
        if first.kind == "np" and not any(
            c.verb.finite and c.kind != "relative" and c.subjects and c.subjects[0] is first for c in inside.clauses
        ):
            if any(p.low in _DEGREES for p in phrases[1:]):
                continue  # `JAK3 (JAK2 less)`
            article = first.determiner in ("a", "an", "the", "one", "another", "both")
            yield Equation(host, first, parsed, inside, "parenthesis" if article else "gloss")
            for head in heads_before(parsed, host) if not article else ():
                yield Equation(head, first, parsed, inside, "gloss")
            if len(phrases) > 2 and phrases[1].low in ("rather than", "not", "instead of") and phrases[2].kind == "np":
                yield Equation(host, phrases[2], parsed, inside, "parenthesis", None, True)


def _pairs(parsed: Parsed, host: Phrase, inside: Sequence[Phrase]) -> list[tuple[Phrase, Phrase]]:
    """`A and B (X and Y)`: single names in brackets go with as many single names before them, in order."""
    phrases, names = parsed.phrases, [p for p in inside if p.kind == "np"]
    before, at = [host], host.index - 1
    closed = at > 0 and phrases[at].kind == "coord"
    while at > 0 and closed and phrases[at].kind in (",", "coord") and phrases[at - 1].kind in (",", "np"):
        at -= 1 + (phrases[at - 1].kind == ",")
        before.insert(0, phrases[at])
        at -= 1
    bare = all(p.kind in ("np", ",", "coord") for p in inside) and len(before) == len(names) > 1
    single = all(len(p.tokens) == 1 and p.head.mention is not None and " " not in p.low for p in (*before, *names))
    return list(zip(before, names, strict=True)) if bare and single else []


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
