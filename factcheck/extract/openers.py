"""Finite clauses: which kind one is, by the word that opens it, and what it hangs on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract.lists import CLAUSE_ENDS, LIST_MARKS
from factcheck.extract.nominal_groups import nominal_group
from factcheck.extract.surroundings import MATRIX_VERBS

if TYPE_CHECKING:
    from factcheck.extract.clauses import Clause
    from factcheck.extract.leftward import Leftward
    from factcheck.extract.phrases import Phrase

_TIMES = ("stage", "phase", "period", "time", "step")
_KINDS = {
    **dict.fromkeys(("because", "since", "as"), "reason"),
    **dict.fromkeys(("if", "unless", "whether", "lest"), "condition"),
    **dict.fromkeys(("although", "though", "while", "whereas"), "concession"),
    **dict.fromkeys(("how", "why"), "complement"),
}


def settle_opened(clause: Clause, first: int, left: Leftward) -> None:
    """Settle the kind of a finite clause by what stands before its first phrase."""
    at = left.skip(first - 1)
    if at < 0:
        return
    phrase = left.phrases[at]
    if phrase.kind == "sub" and phrase.low == "when" and _time_before(at, left):
        clause.kind, clause.opener, clause.gap = "relative", "when", "in"
        clause.antecedent = [left.phrases[at - 1]]
        clause.parent = left.clause_at(at - 1)
    elif phrase.kind == "sub":
        subordinate(clause, at, left)
    elif phrase.kind == "that":
        clause.kind, clause.opener = "complement", "that"
        _hang_on_matrix(clause, at - 1, left)
    elif phrase.kind == "rel":
        _settle_relative(clause, at, left)
    elif _opens_as_gerund(at, left) or (phrase.kind in ("vg", "np") and _ends_subordinate(at, left)):
        clause.kind = "main"
    elif phrase.kind == "vg" and clause.verb.lemma == "be" and _opened_by_what(at, left):
        clause.kind, clause.subjects = "main", []  # `What sets X apart is that …`
    elif phrase.kind == "vg":
        clause.kind, clause.opener = "complement", ""
        clause.matrix, clause.parent = phrase, left.by_verb.get(at)
    elif phrase.kind == "coord" or (phrase.kind == "," and left.is_kind(left.skip(at - 1), "coord")):
        clause.kind, clause.opener = "coordinate", phrase.low
        clause.parent = left.finite_before(at)
    elif phrase.kind == "," or phrase.kind in CLAUSE_ENDS:
        clause.kind = "main"
    elif phrase.kind == "np" and _list_before_clause(clause, left):
        clause.kind, clause.opener, clause.subjects = "coordinate", "and", clause.subjects[-1:]
        clause.parent = left.finite_before(at)
    elif phrase.kind == "np" and clause.verb.finite and not _after_preposition(at, left):
        clause.kind, clause.gap, clause.antecedent = "relative", "obj", [phrase]
        clause.parent = left.clause_at(at)


def _settle_relative(clause: Clause, at: int, left: Leftward) -> None:
    """`the drug that X blocks`, `the scalp, where X …`: the pronoun at `at` stands for an object or adjunct."""
    phrases = left.phrases
    clause.kind, clause.opener = "relative", phrases[at].low
    if clause.opener in ("what", "whatever"):
        clause.opener, clause.gap = "free", "obj"
        return
    before = left.skip(at - 1)
    clause.gap = "in" if clause.opener in ("where", "when") else "obj"
    if left.is_kind(before, "prep"):
        clause.gap = phrases[before].low
        before = left.skip(before - 1)
    if left.is_kind(before, ","):
        before = left.skip(before - 1)
    if left.is_kind(before, "np"):
        clause.antecedent = nominal_group(left, before)[0] or [phrases[before]]  # `ask about X, which Y makes`
        clause.parent = left.clause_at(before)
        if clause.opener == "whose" and clause.subjects and clause.antecedent:
            clause.subjects[0].owner, clause.gap = clause.antecedent[-1], ""
    elif clause.opener == "where" and (before < 0 or left.is_kind(before, "vg")):
        clause.kind, clause.gap, clause.parent = "time", "", left.finite_before(at)  # `begins where X does Y`
    else:
        clause.opener = "free"


def _list_before_clause(clause: Clause, left: Leftward) -> bool:
    """`gave X an A, B, and many doctors use it`: behind `, and` a subject of its own, no member of the list before."""
    at = clause.subjects[-1].index if len(clause.subjects) > 1 and clause.verb.finite else 0
    return at > 1 and left.phrases[at - 1].low == "and" and left.phrases[at - 2].kind == ","


def _time_before(at: int, left: Leftward) -> bool:
    """`the stage when the hair grows`: a noun of time right before the conjunction."""
    before = left.phrases[at - 1] if at else None
    return before is not None and before.kind == "np" and before.head.low.rpartition(" ")[2] in _TIMES


def _opens_as_gerund(at: int, left: Leftward) -> bool:
    """Whether a gerund at the start of the sentence stands before the clause."""
    phrase = left.phrases[at]
    return phrase.kind == "vg" and not phrase.finite and phrase.form == "vbg" and left.skip(at - 1) < 0


def _ends_subordinate(at: int, left: Leftward) -> bool:
    """Whether what stands at `at` ends a clause such as `once your hair has grown`, which no comma closes."""
    before = left.clause_at(at)
    if before is None or before.kind not in ("time", "condition", "concession") or before.verb.lemma in MATRIX_VERBS:
        return False
    opened = next((p for p in left.phrases[: before.verb.index] if p.kind == "sub"), None)
    return (opened is not None and opened.index == 0) or _after_mark(opened, left)


def _opened_by_what(at: int, left: Leftward) -> bool:
    """Whether the verb at `at` stands in a clause that `what` opens and that is the subject of the next."""
    inner = left.by_verb.get(at)
    return inner is not None and inner.opener == "free" and left.phrases[0].low == "what"


def _after_mark(opener: Phrase | None, left: Leftward) -> bool:
    """Whether a conjunction stands behind a comma."""
    return opener is not None and opener.index > 0 and left.phrases[opener.index - 1].kind == ","


def _after_preposition(at: int, left: Leftward) -> bool:
    """Whether a noun phrase ends a prepositional phrase, as those do that stand before a subject."""
    near = left.skip(at - 1)
    return near >= 0 and left.phrases[near].kind in ("prep", "coord", ",")


def subordinate(clause: Clause, at: int, left: Leftward) -> None:
    """Settle the kind and the parent of a clause behind the conjunction at `at`."""
    low = left.phrases[at].low
    clause.opener, clause.kind = low, _KINDS.get(low, "time")
    if clause.kind == "complement" or low == "whether":
        _hang_on_matrix(clause, at - 1, left)
    if low == "as" and at and left.phrases[at - 1].low == "just":
        clause.kind = "time"
    clause.parent = clause.parent or left.finite_before(at)


def _hang_on_matrix(clause: Clause, at: int, left: Leftward) -> None:
    """What a complement clause hangs on: the verb, noun or adjective before its conjunction."""
    at = left.skip(at)
    if at >= 0 and left.phrases[at].kind in LIST_MARKS:
        clause.parent = left.finite_before(at)
        if clause.parent is not None and clause.parent.kind == "complement":
            clause.matrix, clause.parent = clause.parent.matrix, clause.parent.parent
        else:
            clause.opener = "free"
    elif at >= 0:
        clause.matrix = left.phrases[at]
        clause.parent = left.clause_at(at)
