"""Phrases -> clauses: each verb group with its subject, objects, adjuncts, and what it hangs on.

Subjects are found by structure at any distance: parentheses, appositions, relative clauses and
contrasts in between are stepped over as wholes. Nothing is guessed: a verb whose subject cannot be
found has none.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.extract.agreement import is_plural
from factcheck.extract.clause import Clause
from factcheck.extract.definitions import settle_definitions
from factcheck.extract.derived_clauses import (
    become,
    caused,
    explained,
    fill_clefts,
    fill_free_relatives,
    further_states,
    open_questions,
    resulting,
    share_used,
    turn_inversion,
)
from factcheck.extract.gapped import gapped
from factcheck.extract.help_and_hindrance import hindered, share_effect, share_means
from factcheck.extract.leftward import Leftward
from factcheck.extract.lists import np_list
from factcheck.extract.phrases import Phrase
from factcheck.extract.predicates import find_arguments
from factcheck.extract.shared_subjects import PREVENTING
from factcheck.extract.subjects import find_subject
from factcheck.extract.surroundings import MATRIX_VERBS

if TYPE_CHECKING:
    from collections.abc import Sequence


__all__ = ["PREVENTING", "Clause", "find_clauses", "is_plural", "np_list"]

_ADVERBIAL = ("", "by", "after", "before", "without", "while", "when", "in", "despite", "besides", "apart from")
_OPENING = 2
"""Phrases before `that` in `Bear in mind that …`."""
_INVERTED = ("be", "do", "have", "can", "could", "will", "would", "may", "might", "should", "must")
_BEFORE_INVERSION = ("nor", "neither", ";", ":", "so", "why", "how", "what", "when", "where", "and", "but", "or", "—")


def find_clauses(phrases: Sequence[Phrase]) -> list[Clause]:
    """The clauses of a sentence in the order of their verbs."""
    clauses: list[Clause] = []
    left = Leftward(phrases, {})
    for phrase in phrases:
        if phrase.kind != "vg":
            continue
        clause = Clause(phrase)
        clause.index = len(clauses)
        if not _inverted(clause, left):
            find_subject(clause, left)
            behind = clause.subjects[-1].index if clause.subjects else -1
            find_arguments(clause, phrases, max(phrase.index, behind) + 1)
            turn_inversion(clause, phrases)
        clauses.append(clause)
        left.by_verb[phrase.index] = clause
    _share_objects(clauses, phrases)
    _share_opening(clauses)
    _turn_inverted_condition(clauses, phrases)
    fill_free_relatives(clauses, phrases)
    fill_clefts(clauses)
    share_used(clauses)
    _hang_on_matrix_verb(clauses)
    _hang_on_own_clause(clauses)
    _hang_on_teller(clauses, phrases)
    _hang_on_preventing(clauses)
    share_means(clauses)
    share_effect(clauses, phrases)
    settle_definitions(clauses, phrases)
    open_questions(clauses, phrases)
    derived = [
        *gapped(clauses, phrases),
        *further_states(clauses, phrases),
        *caused(clauses),
        *explained(clauses),
        *hindered(clauses),
    ]
    return [*clauses, *derived, *resulting(clauses), *become(clauses)]


def _share_opening(clauses: Sequence[Clause]) -> None:
    """`Once taken, X …`: a participle behind an adverb that opens a sentence has the subject of the next clause."""
    opening = clauses[0] if clauses else None
    if opening is None or opening.subjects or opening.opener not in _ADVERBIAL or opening.kind != "participle":
        return
    opening.subjects = next((c.subjects for c in clauses[1:] if c.verb.finite and c.subjects), [])


def _turn_inverted_condition(clauses: Sequence[Clause], phrases: Sequence[Phrase]) -> None:
    """`Had X been a Y, Z would …`: an auxiliary before its subject opens a condition."""
    if not phrases or phrases[0].low not in ("had", "were", "should"):
        return
    comma = next((p.index for p in phrases if p.kind == ","), -1)
    would = any(t.low in ("would", "could", "might") for c in clauses for t in c.verb.tokens if c.verb.index > comma)
    for clause in clauses if would else ():
        if clause.verb.index < comma:
            clause.kind, clause.opener = "condition", "if"


def _hang_on_matrix_verb(clauses: Sequence[Clause]) -> None:
    """`conclude from the trials that X is Y`: a clause that lacks nothing is no relative of the noun before it."""
    for clause in clauses:
        parent = clause.parent
        if clause.kind != "relative" or clause.opener != "that" or clause.gap != "obj":
            continue
        whole = clause.verb.lemma == "be" and clause.complements
        if whole and parent is not None and parent.verb.lemma in MATRIX_VERBS:
            clause.kind, clause.matrix, clause.gap, clause.antecedent = "complement", parent.verb, "", []
        elif clause.antecedent and (whole or (clause.objects and _tells(clause))):
            clause.kind, clause.matrix, clause.gap, clause.antecedent = "complement", clause.antecedent[-1], "", []


def _tells(clause: Clause) -> bool:
    """Whether the noun before `that` can but tell what follows: `Note that …`, `it is nonsense that …`."""
    parent, noun = clause.parent, clause.antecedent[-1]
    if noun.head.mention is not None or noun.head.tag == "num":
        return False
    if parent is None:
        return clause.antecedent[0].index <= _OPENING
    return parent.verb.lemma == "be" and [subject.low for subject in parent.subjects] == ["it"]


def _hang_on_teller(clauses: Sequence[Clause], phrases: Sequence[Phrase]) -> None:
    """`X is Y, some say.`, `X is Y, say some.`: what stands before is what they say."""
    for teller in clauses:
        at, end = teller.verb.index, teller.verb.index + 1
        bare = teller.kind == "main" and teller.verb.lemma in MATRIX_VERBS and not teller.verb.passive
        if not bare or teller.complements or teller.adjuncts or len(teller.subjects) + len(teller.objects) != 1:
            continue
        who = (teller.subjects or teller.objects)[0].index
        first, end = min(at, who), max(at, who) + 1
        closed = end >= len(phrases) or phrases[end].low in (".", "!") or phrases[end].kind in (",", "dash")
        if abs(at - who) != 1 or not closed or first == 0 or phrases[first - 1].kind != ",":
            continue
        told = next((c for c in reversed(clauses) if c.verb.index < first and c.kind == "main" and c.verb.finite), None)
        own = any(c.parent is teller and c.kind == "complement" for c in clauses)
        if told is not None and told.subjects and not own:
            told.kind, told.opener, told.matrix, told.parent = "complement", "", teller.verb, teller


def _hang_on_own_clause(clauses: Sequence[Clause]) -> None:
    """A participle or relative behind a subject hangs on the clause of that subject, not on the verb before it."""
    for clause in clauses:
        if clause.kind not in ("participle", "relative") or not clause.antecedent or clause.opener == "free":
            continue
        later = (c for c in clauses if c.verb.index > clause.verb.index and c.verb.finite)
        host = next((c for c in later if clause.antecedent[0] in c.subjects and c.parent is not clause), None)
        if host is not None and host.kind not in ("participle", "relative"):
            clause.parent = host


def _hang_on_preventing(clauses: Sequence[Clause]) -> None:
    """`stops X being turned into Y` is read as `stops X from being turned into Y`."""
    for clause in clauses:
        host = clause.parent
        if host is None or host.verb.lemma not in PREVENTING or clause.kind != "participle" or clause.opener:
            continue
        if clause.verb.form == "vbg" and host.objects and clause.antecedent == host.objects[-1:]:
            clause.opener, clause.subjects, host.objects = "from", host.objects, []


def _inverted(clause: Clause, left: Leftward) -> bool:
    """`Is X a Y?`, `nor is X a Y`: the subject follows the verb."""
    phrases, verb = left.phrases, clause.verb.index
    before = phrases[verb - 1] if verb else None
    after = phrases[verb + 1] if verb + 1 < len(phrases) else None
    if clause.verb.lemma not in _INVERTED or clause.verb.tokens[-1].tag == "v" or clause.verb.form == "vbg":
        return False
    if after is None or after.kind not in ("np", "ex"):
        return False
    if before is not None and before.low not in _BEFORE_INVERSION and before.kind != "dash":
        return False
    if before is not None and before.low in ("and", "or", "but") and left.by_verb:
        return False
    clause.subjects, end = np_list(phrases, verb + 1)
    clause.opener = before.low if before is not None else "?"
    clause.verb.negated ^= clause.opener in ("nor", "neither")
    find_arguments(clause, phrases, end)
    return True


def _share_objects(clauses: Sequence[Clause], phrases: Sequence[Phrase]) -> None:
    """`X blocks and Y activates JAK1`, `attacks and destroys the follicles`: the last object serves both verbs."""
    for left, right in pairwise(clauses):
        if left.objects or left.complements or left.adjuncts or right.parent is not left or right.kind != "coordinate":
            continue
        between = phrases[left.verb.index + 1 : right.verb.index]
        if all(p.kind in ("coord", ",", "adv") for p in between) and left.verb.lemma != "be":
            left.objects, left.complements = right.objects, right.complements
            left.adjuncts = right.adjuncts
