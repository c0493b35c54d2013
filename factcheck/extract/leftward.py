"""The way back from a verb: what stands on its left, and to which clause that belongs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract.lists import CLAUSE_ENDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.extract.clauses import Clause
    from factcheck.extract.phrases import Phrase

_TELLING = (
    "say",
    "explain",
    "write",
    "note",
    "add",
    "tell",
    "believe",
    "think",
    "claim",
    "argue",
    "report",
    "find",
    "warn",
    "state",
)
_STEPPED_OVER = ("adv", "neg", "paren")


class Leftward:
    """The phrases of a sentence, and the clauses found so far by the index of their verbs."""

    def __init__(self, phrases: Sequence[Phrase], by_verb: dict[int, Clause]) -> None:
        """`by_verb` grows while clauses are found from left to right."""
        self.phrases = phrases
        self.by_verb = by_verb

    def skip(self, at: int) -> int:
        """`at`, or the next index on the left of no adverb, negation or parenthesis; -1 before the first."""
        while at >= 0 and (self.phrases[at].kind in _STEPPED_OVER or self._is_postmodifier(at)):
            at -= 1
        return at

    def _is_postmodifier(self, at: int) -> bool:
        """`no drug on the market is …`: an adjective that is a prepositional phrase, behind its noun."""
        phrase = self.phrases[at]
        prepositional = phrase.kind == "adj" and phrase.low.startswith(("on ", "in ", "for "))
        return prepositional and at > 0 and self.phrases[at - 1].kind == "np"

    def is_kind(self, at: int, kind: str) -> bool:
        """Whether there is a phrase at `at`, and it is of a kind."""
        return at >= 0 and self.phrases[at].kind == kind

    def clause_at(self, at: int) -> Clause | None:
        """The clause to which the phrase at `at` belongs: that of the nearest verb before it, if it reaches so far."""
        for index in range(at, -1, -1):
            if index in self.by_verb:
                return self.by_verb[index]
            if self.phrases[index].kind in CLAUSE_ENDS:
                return None
        return None

    def finite_before(self, at: int) -> Clause | None:
        """The nearest finite clause on the left, no further than a semicolon."""
        for index in range(at - 1, -1, -1):
            clause = self.by_verb.get(index)
            if clause is not None and clause.verb.finite:
                return clause
            if self.phrases[index].kind == ";":
                return None
        return None

    def noun_before_comma(self, at: int) -> Phrase | None:
        """The noun phrase before a comma and a past participle: `X, approved for Y, …`."""
        if at < 1 or self.phrases[at].kind not in (",", "dash"):
            return None
        left = self.skip(at - 1)
        return self.phrases[left] if self.is_kind(left, "np") else None

    def over_interpolation(self, comma: int) -> int:
        """From a comma, step over `, …,` to the phrase before it; -1 where nothing of the kind stands there."""
        phrases = self.phrases
        mark = phrases[comma].kind
        for at in range(comma - 1, -1, -1):
            if phrases[at].kind in (";", ":"):
                return -1
            if phrases[at].kind != mark:
                continue
            inner = phrases[at + 1 : comma]
            before = self.skip(at - 1)
            if inner and self.is_kind(before, "np"):
                return -1 if _is_clause(inner) else before
        return -1

    def teller(self, comma: int) -> Clause | None:
        """The clause `, Y said,` that ends at a comma and parts a noun phrase from its verb, or None."""
        clause = self.by_verb.get(comma - 1)
        first = clause.subjects[0].index if clause is not None and len(clause.subjects) == 1 else -1
        if clause is None or clause.verb.lemma not in _TELLING or not clause.verb.finite or first != comma - 2:
            return None
        return clause if self.is_kind(first - 1, ",") and self.is_kind(self.skip(first - 2), "np") else None


def _is_clause(inner: Sequence[Phrase]) -> bool:
    """Whether what stands between two commas is a clause or a conjunct of its own."""
    finite = any(p.kind == "vg" and p.finite for p in inner) and not any(p.kind == "rel" for p in inner)
    if len(inner) == 1 and inner[0].determiner in ("some", "many", "most") and inner[0].head.low in _TELLING:
        return True  # `X, some claim, is Y`
    return inner[0].kind == "coord" or (inner[0].kind == "np" and finite)
