"""Phrases -> clauses: each verb group with its subject, objects, adjuncts, and what it hangs on.

Subjects are found by structure at any distance: parentheses, appositions, relative clauses and
contrasts in between are stepped over as wholes. Nothing is guessed: a verb whose subject cannot be
found has none.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.extract.agreement import is_plural
from factcheck.extract.leftward import Leftward
from factcheck.extract.lists import np_list, skip_parenthesis
from factcheck.extract.phrases import Phrase
from factcheck.extract.predicates import find_arguments
from factcheck.extract.shared_subjects import PREVENTING
from factcheck.extract.subjects import find_subject
from factcheck.extract.surroundings import MATRIX_VERBS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model.span import TextSpan

__all__ = ["PREVENTING", "Clause", "find_clauses", "is_plural", "np_list"]

_CAUSING = ("make", "cause", "let", "have", "get", "lead", "force", "induce", "prompt")
_INVERTED = ("be", "do", "have", "can", "could", "will", "would", "may", "might", "should", "must")
_BEFORE_INVERSION = ("nor", "neither", ";", ":", "so", "why", "how", "what", "when", "where", "and", "but", "or", "—")


class Clause:
    """A predicate and its arguments.

    `kind` is main, coordinate, complement, relative, participle, infinitive, reason, condition,
    concession or time; `opener` the word that opened it; `parent` the clause (and `matrix` the phrase)
    on which it hangs. `adjuncts` pair a preposition with noun phrases or with a clause. `flipped` holds
    the indexes of phrases whose polarity is the opposite of the verb's ("not by A but by B").
    """

    __slots__ = (
        "adjuncts",
        "antecedent",
        "complements",
        "existential",
        "flipped",
        "fronted",
        "gap",
        "index",
        "kind",
        "matrix",
        "objects",
        "opener",
        "parent",
        "subjects",
        "verb",
    )

    def __init__(self, verb: Phrase) -> None:
        """A clause around a verb group, its arguments still to be found."""
        self.verb = verb
        self.index = -1
        self.subjects: list[Phrase] = []
        self.objects: list[Phrase] = []
        self.complements: list[Phrase] = []
        self.adjuncts: list[tuple[str, list[Phrase], Clause | None]] = []
        self.kind = "main"
        self.opener = ""
        self.parent: Clause | None = None
        self.matrix: Phrase | None = None
        self.antecedent: list[Phrase] = []
        self.gap = ""
        self.fronted: list[tuple[str, list[Phrase]]] = []
        self.existential = False
        self.flipped: set[int] = set()

    @property
    def gapped(self) -> bool:
        """Whether the verb is not said again: its subject stands behind it."""
        return self.kind == "coordinate" and bool(self.subjects) and self.subjects[0].index > self.verb.index

    @property
    def span(self) -> TextSpan:
        """From the first argument to the last."""
        span = self.subjects[0].span if self.gapped else self.verb.span
        for phrase in [
            *self.subjects,
            *self.objects,
            *self.complements,
            *(p for _, ps, _ in self.adjuncts for p in ps),
        ]:
            span = span.joined(phrase.span)
        return span

    def about(self, subject: Phrase) -> Clause:
        """The same predicate said of another noun phrase."""
        twin = Clause(self.verb)
        for name in self.__slots__:
            setattr(twin, name, getattr(self, name))
        twin.subjects = twin.antecedent = [subject]
        return twin

    def __repr__(self) -> str:
        """For tests and `factcheck why`."""
        opener = f":{self.opener}" if self.opener else ""
        adjuncts = [(prep, phrases) for prep, phrases, _ in self.adjuncts]
        return f"<{self.kind}{opener} {self.subjects} {self.verb} {self.objects or self.complements} {adjuncts}>"


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
            find_arguments(clause, phrases, phrase.index + 1)
        clauses.append(clause)
        left.by_verb[phrase.index] = clause
    _share_objects(clauses, phrases)
    opening = clauses[0] if clauses else None
    adverbial = opening is not None and opening.opener in ("", "by", "after", "before", "without", "while", "when", "in")
    if opening is not None and opening.kind == "participle" and not opening.subjects and adverbial:
        opening.subjects = next((c.subjects for c in clauses[1:] if c.verb.finite and c.subjects), [])
    _turn_inverted_condition(clauses, phrases)
    _fill_free_relatives(clauses, phrases)
    _hang_on_matrix_verb(clauses)
    _hang_on_own_clause(clauses)
    _hang_on_preventing(clauses)
    return [*clauses, *_gapped(clauses, phrases), *_further_states(clauses, phrases), *_caused(clauses)]


def _fill_free_relatives(clauses: list[Clause], phrases: Sequence[Phrase]) -> None:
    """`What X blocks is Y`, `Y is what causes X`: the clause behind `what` says it of Y."""
    for clause in clauses:
        what = next((p for p in reversed(phrases[: clause.verb.index]) if p.kind == "rel"), None)
        if clause.opener != "free" or what is None or what.low != "what":
            continue
        after = next((c for c in clauses if c.verb.index > clause.verb.index and c.verb.finite), None)
        before = next((c for c in clauses if c.verb.index == what.index - 1 and c.verb.lemma == "be"), None)
        if before is not None and before.subjects and not before.complements:
            said = before.subjects
        elif what.index == 0 and after is not None and after.verb.lemma == "be" and after.complements:
            said, before = [p for p in after.complements if p.kind == "np"], after
            after.subjects = []
        else:
            continue
        gap = not clause.subjects or clause.subjects[0].index > clause.verb.index
        if gap:
            clause.subjects = said
        elif not clause.objects:
            clause.objects = said
        else:
            continue
        clause.kind, clause.opener, clause.parent = "coordinate", "and", before
        if before is not None and before.parent is clause:
            before.kind, before.parent, before.matrix = "main", None, None
        clause.verb.negated ^= before.verb.negated


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
        if clause.kind != "relative" or clause.opener != "that" or clause.gap != "obj" or parent is None:
            continue
        if clause.verb.lemma == "be" and clause.complements and parent.verb.lemma in MATRIX_VERBS:
            clause.kind, clause.matrix, clause.gap, clause.antecedent = "complement", parent.verb, "", []


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
    if clause.verb.lemma not in _INVERTED or clause.verb.tokens[-1].tag == "v":
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


def _caused(clauses: Sequence[Clause]) -> list[Clause]:
    """`X makes the follicles shrink`, `X causes hair to fall out`: X does it to them."""
    found = []
    for clause in clauses:
        host = clause.parent
        if clause.kind != "infinitive" or host is None or host.verb.lemma not in _CAUSING or clause.objects:
            continue
        if not host.subjects or not clause.subjects or clause.subjects == host.subjects or clause.verb.passive:
            continue
        twin = host.about(host.subjects[0])
        twin.verb, twin.subjects, twin.antecedent = _as_verb(clause.verb, host.verb), host.subjects, host.antecedent
        twin.objects, twin.complements, twin.adjuncts = clause.subjects, [], clause.adjuncts
        found.append(twin)
    return found


def _as_verb(inner: Phrase, outer: Phrase) -> Phrase:
    """The verb of an infinitive with the finiteness and negation of the verb that governs it."""
    verb = Phrase("vg", inner.tokens, inner.head)
    verb.lemma, verb.index, verb.particle = inner.lemma, inner.index, inner.particle
    verb.finite, verb.negated = outer.finite, outer.negated != inner.negated
    return verb


def _further_states(clauses: Sequence[Clause], phrases: Sequence[Phrase]) -> list[Clause]:
    """`is approved but not yet available`: an adjective that shares the auxiliary of a passive."""
    found = []
    for clause in clauses:
        last = max([clause.verb.index, *(p.index for _, ps, _ in clause.adjuncts for p in ps)])
        behind = [p for p in phrases[last + 1 : last + 5] if p.kind != "adv"]
        if not clause.verb.passive or not clause.verb.auxiliaries or len(behind) < 2 or behind[0].kind != "coord":
            continue
        state = behind[2] if behind[1].kind == "neg" and len(behind) > 2 else behind[1]
        if state.kind == "adj":
            verb = Phrase("vg", clause.verb.auxiliaries)
            verb.lemma, verb.finite, verb.index = "be", clause.verb.finite, clause.verb.index
            verb.negated = behind[1].kind == "neg" or behind[0].low in ("but not", "and not")
            twin = Clause(verb)
            twin.index, twin.kind, twin.opener, twin.parent = clause.index, clause.kind, clause.opener, clause.parent
            twin.subjects, twin.complements = clause.subjects, [state]
            found.append(twin)
    return found


def _gapped(clauses: Sequence[Clause], phrases: Sequence[Phrase]) -> list[Clause]:
    """`X is approved to treat A, and Y to treat B`; `X is made by A, and Y by B`: the verb is not said again."""
    found = []
    for mark in phrases:
        if mark.kind != "coord" or mark.low not in ("and", "while", "but") or mark.index + 2 >= len(phrases):
            continue
        subject = phrases[mark.index + 1]
        model = next((c for c in reversed(clauses) if c.verb.index < mark.index and c.verb.finite and c.subjects), None)
        if subject.kind != "np" or model is None:
            continue
        behind = skip_parenthesis(phrases, mark.index + 2)
        if behind.form == "to":
            clause = _gapped_infinitive(clauses, model, subject, behind)
        else:
            clause = _gapped_adjunct(phrases, model, subject, behind)
        if clause is not None:
            found.append(clause)
    return found


def _gapped_infinitive(clauses: Sequence[Clause], model: Clause, subject: Phrase, verb: Phrase) -> Clause | None:
    """`…, and Y to treat B`: the infinitive gets a clause with the verb of the model to hang on."""
    child = next((c for c in clauses if c.verb is verb), None)
    twins = (c for c in clauses if c.parent is model and c.kind == "infinitive" and c.verb.lemma == verb.lemma)
    twin = next(twins, None)
    if child is None or twin is None or child is twin:
        return None
    clause = _copy(model, subject)
    child.parent, child.subjects, child.kind = clause, [subject], "infinitive"
    return clause


def _gapped_adjunct(phrases: Sequence[Phrase], model: Clause, subject: Phrase, prep: Phrase) -> Clause | None:
    """`…, and Y by B`: a preposition that the model has too."""
    if prep.kind != "prep" or not any(low == prep.low for low, _, _ in model.adjuncts):
        return None
    if prep.index + 1 >= len(phrases) or phrases[prep.index + 1].kind != "np":
        return None
    members, end = np_list(phrases, prep.index + 1)
    if end < len(phrases) and phrases[end].kind == "vg":
        return None
    clause = _copy(model, subject)
    clause.adjuncts = [(prep.low, members, None)]
    return clause


def _copy(model: Clause, subject: Phrase) -> Clause:
    """A clause with the verb of another and a subject of its own."""
    clause = Clause(model.verb)
    clause.index, clause.kind, clause.opener = model.index, "coordinate", "and"
    clause.parent, clause.subjects = model, [subject]
    return clause


def _share_objects(clauses: Sequence[Clause], phrases: Sequence[Phrase]) -> None:
    """`X blocks and Y activates JAK1`, `attacks and destroys the follicles`: the last object serves both verbs."""
    for left, right in pairwise(clauses):
        if left.objects or left.complements or left.adjuncts or right.parent is not left or right.kind != "coordinate":
            continue
        between = phrases[left.verb.index + 1 : right.verb.index]
        if all(p.kind in ("coord", ",", "adv") for p in between) and left.verb.lemma != "be":
            left.objects, left.complements = right.objects, right.complements
            left.adjuncts = right.adjuncts
