"""Verbs without a subject of their own: infinitives, participles and further predicates share another's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract.lists import CLAUSE_ENDS, LIST_MARKS
from factcheck.extract.openers import subordinate

if TYPE_CHECKING:
    from factcheck.extract.clauses import Clause
    from factcheck.extract.leftward import Leftward
    from factcheck.extract.phrases import Phrase

_RANKS = ("first", "second", "third", "only", "last", "next")
_JOBS = ("job", "role", "task", "function", "purpose", "aim", "goal", "mission", "business", "work", "duty")
PREVENTING = ("keep", "stop", "prevent", "block", "save", "protect", "hinder", "bar", "discourage")


def postmodifier(clause: Clause, at: int, left: Leftward) -> None:
    """A participle or infinitive behind a noun phrase."""
    phrase = left.phrases[at]
    ranked = any(token.low in _RANKS for token in phrase.tokens)
    infinitive = clause.verb.form == "to" and not ranked
    if infinitive and _take_doer(clause, at, left):
        return
    clause.kind = "infinitive" if infinitive else "participle"
    clause.parent = parent = left.clause_at(at)
    clause.subjects = clause.antecedent = [phrase]
    before = left.skip(at - 1)
    if clause.verb.form == "vbg" and before >= 0 and left.phrases[before].low == "without":
        clause.opener = "without"  # `is stopped without the hair falling out`
    if infinitive and parent is not None and parent.subjects:
        object_controls = phrase in parent.objects and parent.verb.lemma not in ("need", "have", "take")
        clause.subjects = [phrase] if object_controls else parent.subjects


def _take_doer(clause: Clause, at: int, left: Leftward) -> bool:
    """`It is safe for X to take Y`: behind an adjective, `for` names who does it."""
    prep = left.skip(at - 1)
    state = left.skip(prep - 1)
    if prep < 0 or left.phrases[prep].low != "for" or not left.is_kind(state, "adj"):
        return False
    clause.kind, clause.matrix, clause.parent = "infinitive", left.phrases[state], left.clause_at(state)
    clause.subjects = [left.phrases[at]]
    return True


def find_shared_subject(clause: Clause, at: int, left: Leftward) -> None:
    """A verb with no noun phrase before it: a further predicate, an infinitive, a participle or an imperative."""
    phrase = left.phrases[at] if at >= 0 else None
    if phrase is not None:
        if phrase.kind == "vg":
            clause.matrix, clause.parent = phrase, left.by_verb.get(at)
            _share(clause, "infinitive")
            return
        if phrase.kind == "adj" and clause.verb.form == "to":
            clause.matrix, clause.parent = phrase, left.clause_at(at)
            _share(clause, "infinitive")
            return
        if _further_predicate(clause, at, phrase, left) or _behind_conjunction(clause, at, phrase, left):
            return
    if not _behind_comma(clause, at, left):
        _alone(clause, at, left)


def _share(clause: Clause, kind: str) -> None:
    """Give a clause its kind and the subjects of its parent; of `X's job is to …` the one whose job it is."""
    clause.kind = kind
    clause.subjects = clause.parent.subjects if clause.parent is not None else []
    if kind == "infinitive" and clause.parent is not None and clause.parent.verb.lemma in ("be", "remain"):
        clause.subjects = [_doer(subject) for subject in clause.subjects]


def _doer(subject: Phrase) -> Phrase:
    """Whose job it is, of a possessive; else the subject itself."""
    return subject.owner if subject.owner is not None and subject.head.low in _JOBS else subject


def _further_predicate(clause: Clause, at: int, phrase: Phrase, left: Leftward) -> bool:
    """A verb behind a comma or a conjunction that goes on with a clause before."""
    if phrase.kind not in LIST_MARKS:
        return False
    participle = phrase.kind == "," and clause.verb.passive and not clause.verb.auxiliaries
    if participle and left.noun_before_comma(at) is not None:
        return False
    previous = _coordinate_of(clause, at, left)
    if previous is None:
        return False
    clause.kind, clause.opener, clause.parent = "coordinate", phrase.low, previous
    clause.subjects, clause.fronted, clause.antecedent = previous.subjects, previous.fronted, previous.antecedent
    return True


def _behind_conjunction(clause: Clause, at: int, phrase: Phrase, left: Leftward) -> bool:
    """A verb right behind a subordinating conjunction or a preposition."""
    if phrase.kind == "sub":
        subordinate(clause, at, left)
        if not clause.verb.finite:
            _share(clause, clause.kind)
        return True
    if phrase.kind != "prep":
        return False
    clause.opener = phrase.low
    clause.parent = parent = left.clause_at(at - 1) if at else None
    _share(clause, "participle")
    if parent is not None and phrase.low == "from" and parent.verb.lemma in PREVENTING:
        clause.subjects, parent.objects = parent.objects, []
    return True


def _behind_comma(clause: Clause, at: int, left: Leftward) -> bool:
    """`X, approved for Y, …`: a participle of the noun phrase before the comma."""
    opens = at >= 0 and left.clause_at(at - 1) is None and clause.verb.form == "vbg"
    behind = left.noun_before_comma(at) if clause.verb.passive or opens else None
    if behind is None:
        return False
    clause.kind, clause.subjects, clause.antecedent = "participle", [behind], [behind]
    clause.parent = left.clause_at(behind.index)
    return True


def _alone(clause: Clause, at: int, left: Leftward) -> None:
    """A participle or infinitive with nothing on its left that says whose it is."""
    if clause.verb.form == "to":
        clause.parent = left.clause_at(at) if at > 0 else None
        _share(clause, "infinitive")
    elif not clause.verb.finite:
        clause.parent = left.clause_at(at - 1) if at > 0 else None
        _share(clause, "participle")


def _coordinate_of(clause: Clause, at: int, left: Leftward) -> Clause | None:
    """The clause whose subject a further predicate shares: the nearest of the same form."""
    verb = clause.verb
    for index in range(at - 1, -1, -1):
        candidate = left.by_verb.get(index)
        if candidate is None:
            if left.phrases[index].kind in CLAUSE_ENDS:
                return None
            continue
        model = candidate.verb
        alike = verb.finite or model.form == verb.form or model.passive == verb.passive
        if model.finite == verb.finite and alike:
            return None if left.phrases[at].kind == "," and not verb.finite else candidate
        auxiliary = model.passive or model.lemma == "be"
        if not verb.finite and model.finite and auxiliary and verb.form in ("vbn", "vbg"):
            return candidate
    return None
