"""The left side of a clause: its subject, what stands before the subject, and what the clause hangs on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract.agreement import is_plural, is_plural_verb
from factcheck.extract.lists import CLAUSE_ENDS, LIST_MARKS, begins_clause, np_list
from factcheck.extract.nominal_groups import nominal_group, over_verb
from factcheck.extract.openers import settle_opened
from factcheck.extract.shared_subjects import find_shared_subject, postmodifier

if TYPE_CHECKING:
    from factcheck.extract.clauses import Clause
    from factcheck.extract.leftward import Leftward
    from factcheck.extract.phrases import Phrase

_BEGINNINGS = (*LIST_MARKS, *CLAUSE_ENDS, "sub", "that")
_PLACING = ("stand", "sit", "lie", "hide", "lurk", "loom", "rank", "figure", "belong", "come", "go")
_SMALL = ("see", "let", "make", "help", "watch", "have", "hear", "feel")


def find_subject(clause: Clause, left: Leftward) -> None:
    """Settle the subject of a clause and its kind."""
    at = left.skip(clause.verb.index - 1)
    kind = left.phrases[at].kind if at >= 0 else ""
    if kind == "rel":
        _subject_relative(clause, at, left)
    elif kind == "ex":
        clause.existential = True
        settle_opened(clause, _take_fronted(clause, at, left), left)
    elif kind == "np" and not clause.verb.finite:
        postmodifier(clause, at, left)
    elif kind == "np":
        if not _small_clause(clause, at, left) and not _inverted_place(clause, at, left):
            _take_subject(clause, at, left)
    elif kind == "vg" and clause.verb.finite and (modified := over_verb(left, at)) is not None:
        _take_subject(clause, modified, left)  # `the hair that falls out is lost`
    else:
        before = left.over_interpolation(at) if kind in (",", "dash") else -1
        teller = left.teller(at) if kind == "," and clause.verb.finite else None
        if clause.verb.finite and left.is_kind(before, "np"):
            _take_subject(clause, before, left)
        elif teller is not None:
            _take_told(clause, teller, left)
        else:
            find_shared_subject(clause, at, left)


def _take_told(clause: Clause, teller: Clause, left: Leftward) -> None:
    """`X, her doctor explained, causes Y`: read as `her doctor explained that X causes Y`."""
    _take_subject(clause, left.skip(teller.subjects[0].index - 2), left)
    if clause.kind == "main":
        clause.kind, clause.opener, clause.matrix, clause.parent = "complement", "", teller.verb, teller


def _inverted_place(clause: Clause, at: int, left: Leftward) -> bool:
    """`Behind X stands Y`, `In each tablet of X sits Y`: the subject follows a verb of place, the place opens."""
    phrases, verb = left.phrases, clause.verb.index
    after = phrases[verb + 1] if verb + 1 < len(phrases) else None
    if clause.verb.lemma not in _PLACING or clause.verb.passive or after is None or after.kind != "np":
        return False
    nouns, prep = _nouns_behind_preposition(at, left)
    while prep > 0 and phrases[prep].low == "of" and left.is_kind(prep - 1, "np"):
        nouns, prep = _nouns_behind_preposition(prep - 1, left)
    opens = prep == 0 or (prep > 0 and phrases[prep - 1].kind in CLAUSE_ENDS)
    if prep < 0 or not opens or phrases[prep].kind != "prep" or begins_clause(phrases, verb + 1):
        return False
    clause.subjects, _ = np_list(phrases, verb + 1)
    clause.adjuncts.append((phrases[prep].low, nouns, None))
    return True


def _take_subject(clause: Clause, at: int, left: Leftward) -> None:
    """The nominal group that ends at `at` is the subject; what stands before it settles the clause."""
    clause.subjects, first = nominal_group(left, at)
    settle_opened(clause, _take_fronted(clause, first, left), left)


def _small_clause(clause: Clause, at: int, left: Leftward) -> bool:
    """`sees the immune system attack …`, `helps hair grow`: a bare verb behind the object of another."""
    near = left.skip(at - 1)
    if left.is_kind(near, "prep") and left.is_kind(left.skip(near - 1), "np"):
        at = left.skip(near - 1)
        near = left.skip(at - 1)
    if (
        clause.verb.form != "vb"
        or clause.verb.auxiliaries
        or not left.is_kind(near, "vg")
        or left.phrases[near].lemma not in _SMALL
    ):
        return False
    clause.kind, clause.matrix, clause.parent = "infinitive", left.phrases[near], left.by_verb.get(near)
    clause.subjects = [left.phrases[at]]
    return True


def _take_fronted(clause: Clause, first: int, left: Leftward) -> int:
    """Take prepositional phrases before the subject (`In hair loss, cortisol …`); the index where they begin."""
    phrases = left.phrases
    begin, at = first, first - 1
    while at >= 1:
        at = left.skip(at)
        if left.is_kind(at, ","):
            at = left.skip(at - 1)
        if at < 1 or phrases[at].kind != "np":
            return begin
        nouns, prep = _nouns_behind_preposition(at, left)
        if prep < 0 or phrases[prep].kind != "prep":
            return begin
        begin = prep
        clause.fronted.append((phrases[prep].low, nouns))
        before = left.skip(prep - 1)
        if left.is_kind(before, "vg"):
            clause.fronted.clear()
            return first
        if before < 0 or phrases[before].kind in _BEGINNINGS:
            return begin
        at = before
    return begin


def _nouns_behind_preposition(at: int, left: Leftward) -> tuple[list[Phrase], int]:
    """The noun phrases of a list that ends at `at`, and the index of what stands before it."""
    phrases = left.phrases
    nouns = [phrases[at]]
    prep = left.skip(at - 1)
    while prep >= 1 and phrases[prep].kind in LIST_MARKS and phrases[left.skip(prep - 1)].kind == "np":
        member = left.skip(prep - 1)
        nouns.insert(0, phrases[member])
        prep = left.skip(member - 1)
    return nouns, prep


def _subject_relative(clause: Clause, at: int, left: Leftward) -> None:
    """`…, which causes …`: the subject is what the pronoun stands for."""
    clause.kind, clause.opener = "relative", left.phrases[at].low
    if clause.opener in ("what", "whatever"):
        clause.opener = "free"
        return
    before = left.skip(at - 1)
    comma = left.is_kind(before, ",")
    if comma:
        before = left.skip(before - 1)
    previous = left.finite_before(before) if left.is_kind(before, "coord") else None
    if previous is not None and previous.kind == "relative":
        clause.subjects, clause.antecedent, clause.parent = previous.subjects, previous.antecedent, previous.parent
    elif left.is_kind(before, "np"):
        clause.subjects = clause.antecedent = _antecedent(clause, before, left)
        clause.parent = left.clause_at(before)
    elif before >= 0 and before in left.by_verb and comma:
        clause.parent = left.by_verb[before]
    elif left.is_kind(before, "prep") and left.is_kind(left.skip(before - 1), "np"):
        _member_relative(clause, before, left)
    else:
        clause.opener = "free"


def _member_relative(clause: Clause, prep: int, left: Leftward) -> None:
    """`Ys, one of which is X`: the subject stands before the preposition, what it is one of before that."""
    member = left.skip(prep - 1)
    near = left.skip(member - 1)
    if left.is_kind(near, ","):
        near = left.skip(near - 1)
    if not left.is_kind(near, "np"):
        clause.opener = "free"
        return
    clause.subjects, clause.gap = [left.phrases[member]], left.phrases[prep].low
    clause.antecedent, clause.parent = [left.phrases[near]], left.clause_at(near)


def _antecedent(clause: Clause, at: int, left: Leftward) -> list[Phrase]:
    """What a relative pronoun stands for: the noun phrase before it, or one before `of` that agrees with the verb."""
    phrases = left.phrases
    plural = is_plural_verb(clause.verb)
    members = [phrases[at]]
    near = left.skip(at - 1)
    while (
        near >= 1 and phrases[near].kind in LIST_MARKS and phrases[near - 1].kind == "np" and phrases[near].low != "but"
    ):
        members.insert(0, phrases[near - 1])
        near = left.skip(near - 2)
    if len(members) > 1 and plural:
        return members
    before = left.skip(near - 1) if near >= 1 and phrases[near].kind == "prep" else -1
    if left.is_kind(before, "np") and is_plural(phrases[at]) != plural and is_plural(phrases[before]) == plural:
        return [phrases[before]]
    return [phrases[at]]
