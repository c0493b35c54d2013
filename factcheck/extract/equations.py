"""Sentence -> equations: which noun phrase is said to be a kind of which, and by what construction.

Copulas, appositions, parentheses, `called`, `such as`, `and other`, `the cytokine X`. A comma or a
bracket alone is none: an article, a participle or a fitting kind must say so.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.extract.clauses import np_list

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.extract.clauses import Clause
    from factcheck.extract.parse import Parsed
    from factcheck.extract.phrases import Phrase

_COPULAS = {"be", "become", "remain", "represent", "constitute", "mean"}
_NAMING = {"call", "name", "term", "dub", "label", "know", "designate"}
_NAMED_AS = {"know", "refer", "describe"}
_CLASS_FIRST = {"such as", "including", "like", "namely", "eg", "e.g.", "especially", "particularly", "notably", "for example", "for instance"}
_ARTICLES = {"a", "an", "the", "one", "another", "both", "all", "any"}


@dataclass(frozen=True, slots=True)
class Equation:
    """`thing` is said to be a kind of (or the same as) `kind`. `clause` carries the stance; presupposed ones have none."""

    thing: Phrase
    kind: Phrase
    thing_in: Parsed
    kind_in: Parsed
    how: str
    clause: Clause | None = None
    flipped: bool = False


def find_equations(parsed: Parsed) -> list[Equation]:
    """All equations of a sentence and of the parentheses in it."""
    found: list[Equation] = []
    for clause in parsed.clauses:
        found += _copula(clause, parsed)
        found += _as_phrase(clause, parsed)
        found += _naming(clause, parsed)
    found += _appositions(parsed)
    found += _class_first(parsed)
    found += _rest(parsed)
    found += _member_first(parsed)
    found += _parentheses(parsed)
    found += _colons(parsed)
    return found


def _copula(clause: Clause, parsed: Parsed) -> Iterator[Equation]:
    if clause.verb.lemma not in _COPULAS | {"include", "comprise"} or clause.verb.tokens[-1].tag == "v" and clause.verb.lemma == "be":
        return
    if clause.verb.lemma in ("include", "comprise") and clause.subjects and clause.subjects[0].restricted:
        for member in clause.objects:
            yield Equation(member, clause.subjects[0], parsed, parsed, "include", clause)
        return
    complements = clause.complements or (clause.objects if clause.verb.lemma in ("represent", "constitute", "mean") else [])
    for complement in complements:
        if complement.kind not in ("np", "adj"):
            continue
        for subject in clause.subjects:
            yield Equation(subject, complement, parsed, parsed, "copula", clause, complement.index in clause.flipped)


def _as_phrase(clause: Clause, parsed: Parsed) -> Iterator[Equation]:
    """`As a DHT blocker, minoxidil …`."""
    for prep, members in clause.fronted:
        for member in members if prep in ("as", "being") else ():
            for subject in clause.subjects if member.determiner in ("a", "an", "the") else ():
                yield Equation(subject, member, parsed, parsed, "as")


def _naming(clause: Clause, parsed: Parsed) -> Iterator[Equation]:
    """`enzymes called cytokines`, `known as X`, `referred to as X`, `they are called X`."""
    verb = clause.verb
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
    for subject in clause.subjects:
        for name in names:
            if name.kind == "np" and name.determiner in ("a", "an"):
                yield Equation(subject, name, parsed, parsed, "naming", clause, name.index in clause.flipped)
            elif name.kind == "np":
                yield Equation(name, subject, parsed, parsed, "naming", clause if clause.kind not in ("participle",) else None, name.index in clause.flipped)


def _appositions(parsed: Parsed) -> Iterator[Equation]:
    """`X, a kind of Y,` and `a kind of Y, X,`; `X — a Y`; a bare plural only before a participle, a relative or a later verb."""
    phrases = parsed.phrases
    for mark in phrases:
        if mark.kind not in (",", "dash") or mark.index == 0 or mark.index + 1 >= len(phrases):
            continue
        right = phrases[mark.index + 1]
        if right.kind == "adv" and mark.index + 2 < len(phrases):
            right = phrases[mark.index + 2]
        left = _noun_before(parsed, mark.index)
        if mark.kind == "dash" and left is not None and right.determiner in ("a", "an"):
            for head in _heads_before(parsed, left):
                yield Equation(head, right, parsed, parsed, "apposition")
        if mark.kind == "dash" and left is not None and left.head.mention is not None and right.head.mention is not None and not parsed.clauses:
            yield Equation(left, right, parsed, parsed, "gloss")
            continue
        if left is None or right.kind != "np" or right.pronoun or not _closed(parsed, right):
            continue
        if _in_list(parsed, mark.index):
            continue
        article = right.determiner in _ARTICLES or any(t.low in ("another",) for t in right.tokens)
        bare = right.determiner == "" and _follows_verb(parsed, right)
        class_first = left.determiner in ("the", "a", "an", "another", "one") and right.determiner == "" and right.head.mention is not None
        if class_first and not article:
            yield Equation(right, left, parsed, parsed, "apposition")
        elif article or bare:
            yield Equation(left, right, parsed, parsed, "apposition")


def _noun_before(parsed: Parsed, index: int) -> Phrase | None:
    """The head noun phrase that ends before `index`, back through `of` phrases and parentheses."""
    phrases = parsed.phrases
    at = index - 1
    while at >= 0 and phrases[at].kind == "paren":
        at -= 1
    if at < 0 or phrases[at].kind != "np" or phrases[at].pronoun:
        return None
    while at >= 2 and phrases[at - 1].kind == "prep" and phrases[at - 1].low == "of" and phrases[at - 2].kind == "np" and phrases[at].head.mention is None:
        at -= 2
    return phrases[at]


def _heads_before(parsed: Parsed, phrase: Phrase) -> Iterator[Phrase]:
    """The noun phrases to which one belongs as (a conjunct of) their `of` phrase: `loss of X and Y`."""
    phrases = parsed.phrases
    at = phrase.index
    while at >= 2 and phrases[at - 1].kind in (",", "coord", "prep") and phrases[at - 2].kind == "np":
        at -= 2
        if phrases[at + 1].kind == "prep" and phrases[at + 1].low == "of":
            yield phrases[at]


def _closed(parsed: Parsed, right: Phrase) -> bool:
    """Whether an apposition ends as one: at a comma, a bracket, a relative, a participle or the end; not at a finite verb."""
    phrases = parsed.phrases
    at = right.index + 1
    while at < len(phrases):
        phrase = phrases[at]
        if phrase.kind in ("paren", "adv"):
            at += 1
        elif phrase.kind == "prep" and at + 1 < len(phrases) and phrases[at + 1].kind in ("np", "adj"):
            at += 2
        elif phrase.kind == "vg":
            return not phrase.finite
        elif phrase.kind == "coord":
            at += 1
            if at < len(phrases) and phrases[at].kind == "np":
                at += 1
                while at < len(phrases) and (phrases[at].kind == "paren" or (phrases[at].kind == "prep" and at + 1 < len(phrases))):
                    at += 1 if phrases[at].kind == "paren" else 2
                return at >= len(phrases) or phrases[at].kind != "vg" or not phrases[at].finite
        else:
            return phrase.kind in (",", "rel", ";", "dash", ":", "that")
    return True


def _in_list(parsed: Parsed, comma: int) -> bool:
    """Whether a comma separates list members: a conjunction closes the list before any verb."""
    phrases = parsed.phrases
    members = 0
    at = comma + 1
    while at < len(phrases):
        phrase = phrases[at]
        if phrase.kind == "coord" and phrase.low in ("and", "or", "&", "nor"):
            following = phrases[at + 1] if at + 1 < len(phrases) else None
            behind = phrases[at + 2] if at + 2 < len(phrases) else None
            opens_clause = following is not None and behind is not None and following.kind == "np" and behind.kind == "vg" and behind.finite
            return following is not None and following.kind in ("np", "adv") and not opens_clause and members <= 6
        if phrase.kind in ("vg", "rel", "sub", "that", ";", ":", "dash"):
            return False
        if phrase.low in _CLASS_FIRST:
            break
        if phrase.kind == ",":
            members += 1
        at += 1
    return _list_before(parsed, comma)


def _list_before(parsed: Parsed, comma: int) -> bool:
    """Whether earlier commas make a bare list of the same kind ("A, B, C")."""
    before = [p for p in parsed.phrases[max(0, comma - 4) : comma] if p.kind == ","]
    return len(before) > 1


def _follows_verb(parsed: Parsed, right: Phrase) -> bool:
    """Whether behind a bare plural comes a participle, a relative, or a comma and a finite verb."""
    phrases = parsed.phrases
    at = right.index + 1
    while at < len(phrases) and (phrases[at].kind in ("paren", "adv") or (phrases[at].kind == "prep" and at + 1 < len(phrases))):
        at += 2 if phrases[at].kind == "prep" else 1
    if at >= len(phrases):
        return False
    if phrases[at].kind == "rel" or (phrases[at].kind == "vg" and not phrases[at].finite):
        return True
    return phrases[at].kind == "," and any(p.kind == "vg" and p.finite for p in phrases[at + 1 : at + 4])


def _class_first(parsed: Parsed) -> Iterator[Equation]:
    """`enzymes such as A, B and C`."""
    phrases = parsed.phrases
    for link in phrases:
        if link.low not in _CLASS_FIRST or link.index == 0:
            continue
        kind = _noun_before(parsed, link.index - (phrases[link.index - 1].kind == ","))
        at = link.index + 1
        while at < len(phrases) and phrases[at].kind in (",", "adv"):
            at += 1
        if kind is None or at >= len(phrases) or phrases[at].kind != "np":
            continue
        if link.low.startswith("for ") and phrases[link.index + 1].kind == ",":
            continue
        if link.low == "like" and phrases[link.index - 1].kind == "vg":
            continue
        for member in np_list(phrases, at)[0]:
            yield Equation(member, kind, parsed, parsed, "such as")


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
        if phrase.kind != "np" or phrase.tokens[0].low != "other" or phrase.index < 2 or phrases[phrase.index - 1].low not in ("and", "or"):
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
    """`X (a kind of Y)`; `X (a hormonal rather than an immune disorder)`; a relative or participle inside."""
    for inside in parsed.inner:
        yield from find_equations(inside)
        host = inside.host
        phrases = inside.phrases
        if host is None or not phrases:
            continue
        first = phrases[0]
        if first.kind == "adv" and len(phrases) > 1:
            first = phrases[1]
        if first.kind == "np" and not any(c.verb.finite and c.subjects and c.subjects[0] is first for c in inside.clauses):
            article = first.determiner in ("a", "an", "the", "one", "another", "both")
            yield Equation(host, first, parsed, inside, "parenthesis" if article else "gloss")
            for head in _heads_before(parsed, host) if not article else ():
                yield Equation(head, first, parsed, inside, "gloss")
            if len(phrases) > 2 and phrases[1].low in ("rather than", "not", "instead of") and phrases[2].kind == "np":
                yield Equation(host, phrases[2], parsed, inside, "parenthesis", None, True)


def _colons(parsed: Parsed) -> Iterator[Equation]:
    """`Term: definition` at the start of a line, with nothing but the term before the colon."""
    phrases = parsed.phrases
    at = next((p.index for p in phrases if p.kind in (":", "dash")), -1)
    if at < 1 or at > 5 or at + 1 >= len(phrases) or phrases[0].kind != "np" or any(p.kind not in ("np", "prep", "paren") for p in phrases[1:at]):
        return
    right = phrases[at + 1]
    if right.kind == "np":
        yield Equation(phrases[0], right, parsed, parsed, "gloss" if right.determiner == "" else "colon")
