"""`X is a Y`, `X represents a Y`, `X and Y are the same`: the equations of a copula."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract.colon_equations import Equation
from factcheck.extract.distributed import in_turn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.extract.clauses import Clause
    from factcheck.extract.parse import Parsed
    from factcheck.extract.phrases import Phrase

_COPULAS = {"be", "remain", "represent", "constitute", "mean"}
_SAME = ("same", "identical", "interchangeable", "synonymous", "synonyms")


def copula(clause: Clause, parsed: Parsed) -> Iterator[Equation]:
    """`X is a Y`, `X represents a Y`; `the only Ys include X`."""
    lemma = clause.verb.lemma
    inclusive = lemma in ("include", "comprise")
    placed = lemma == "become" and any(ranked(each) for each in clause.complements)
    if (lemma not in _COPULAS and not inclusive and not placed) or (
        lemma == "be" and clause.verb.tokens[-1].tag == "v"
    ):
        return
    if inclusive:
        for member in clause.objects if clause.subjects else ():
            yield Equation(member, clause.subjects[0], parsed, parsed, "include", clause)
        return
    if lemma == "be":
        for prep, members, _ in clause.adjuncts:
            for member in members if prep == "among" and len(members) == 1 else ():
                yield from (Equation(subject, member, parsed, parsed, "copula", clause) for subject in clause.subjects)
    complements = clause.complements or (clause.objects if lemma in ("represent", "constitute", "mean") else [])
    for complement in complements:
        if complement.kind not in ("np", "adj") or _gapped(complement, parsed) or _compared(lemma, complement):
            continue
        if _exceeded(complement, parsed) or _says_that(lemma, complement, parsed):
            continue
        if len(clause.subjects) == 2 and _says_same(complement, parsed):
            for one, other in (clause.subjects, clause.subjects[::-1]):
                yield Equation(one, other, parsed, parsed, "copula", clause, complement.index in clause.flipped)
            continue
        if _cleft(clause, complement, parsed):
            continue
        for subject in _subjects_of(complement, complements, clause, parsed):
            yield Equation(subject, complement, parsed, parsed, "copula", clause, complement.index in clause.flipped)


def _subjects_of(complement: Phrase, complements: list[Phrase], clause: Clause, parsed: Parsed) -> list[Phrase]:
    """The subjects of which a complement is said: all, or with `respectively` the one at its place in the list."""
    if len(clause.subjects) < 2 or len(complements) < 2 or not in_turn(parsed):
        return clause.subjects
    at = complements.index(complement)
    return clause.subjects[at : at + 1] if len(complements) == len(clause.subjects) else []


def _says_same(complement: Phrase, parsed: Parsed) -> bool:
    """`X and Y are the same Z`, `X and Y are two names for the same Z`."""
    phrases = [complement]
    if complement.head.low in ("name", "names", "term", "terms", "word", "words", "label", "labels"):
        phrases += [p for prep, found in parsed.attached(complement) if prep == "for" for p in found]
    return any(word in _SAME for phrase in phrases for token in phrase.tokens for word in token.low.split())


def _compared(lemma: str, complement: Phrase) -> bool:
    """`A lower X means less Y`: what goes with what, not what is what."""
    return lemma == "mean" and complement.determiner in ("more", "less", "fewer", "much", "many")


def _exceeded(complement: Phrase, parsed: Parsed) -> bool:
    """`X is more than a Y`: it may be a Y and something else, or none."""
    before = parsed.before(complement)
    return before is not None and before.low in ("more than", "less than") and complement.determiner in ("a", "an")


def _says_that(lemma: str, complement: Phrase, parsed: Parsed) -> bool:
    """`X means Y has …`: what follows is a sentence, with or without `that`."""
    behind = parsed.phrases[complement.index + 1 :] if lemma == "mean" and complement.index >= 0 else []
    while len(behind) > 1 and behind[0].kind == "prep" and behind[1].kind == "np":
        behind = behind[2:]
    return bool(behind) and behind[0].kind == "vg" and behind[0].finite


def _gapped(phrase: Phrase, parsed: Parsed) -> bool:
    """`X is A and Y B`, `X is an A and Y (Z) a B`: what stands behind `and` is a subject, and then what it is."""
    before = parsed.before(phrase)
    behind = [p for p in parsed.phrases[phrase.index + 1 : phrase.index + 3] if p.kind != "paren"][:1]
    if before is not None and before.kind == "coord" and behind and behind[0].determiner in ("a", "an"):
        return True
    named = [token.mention is not None and token.mention.kind == "name" for token in phrase.tokens]
    return before is not None and before.kind == "coord" and len(named) == 2 and all(named)


def _cleft(clause: Clause, complement: Phrase, parsed: Parsed) -> bool:
    """`It is X that …`: the pronoun stands for nothing."""
    if [subject.low for subject in clause.subjects] != ["it"] or complement.index < 0:
        return False
    if any(p.low == "among" for p in parsed.phrases[: clause.verb.index]):
        return True  # `Among the As it is X.`
    behind = parsed.phrases[complement.index + 1 :]
    listed = next((p for p in behind if p.kind not in ("np", ",", "coord", "paren")), None)
    plain = complement.determiner == "" and complement.head.mention is not None
    return plain and listed is not None and listed.kind == "rel"


def ranked(phrase: Phrase) -> bool:
    """Whether a phrase gives a place in a row: what became the first is the first."""
    return bool(phrase.restricted) or any(token.low in ("first", "second", "third") for token in phrase.tokens)
