"""Clauses that a sentence says without a verb of their own: gapping, shared auxiliaries, causatives, free relatives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract.clause import Clause
from factcheck.extract.lists import np_list, skip_parenthesis
from factcheck.extract.phrases import Phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

_STANDING = ("lie", "stand", "be", "sit", "lurk", "hide", "rest", "loom")
_RESULTS = frozenset(("result", "outcome", "consequence", "upshot", "effect", "end", "product"))
_PLACING = (
    "behind",
    "at the root of",
    "at the bottom of",
    "at the heart of",
    "at the core of",
    "at the centre of",
    "at the center of",
)
_CAUSING = ("make", "cause", "let", "have", "get", "lead", "force", "induce", "prompt")


def fill_free_relatives(clauses: list[Clause], phrases: Sequence[Phrase]) -> None:
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
        elif clause.verb.lemma in ("call", "term", "name", "dub") and not clause.complements:
            clause.complements = said  # `X is what doctors call Y`: Y is called X
        else:
            continue
        clause.kind, clause.opener, clause.parent = "coordinate", "and", before
        if before is not None and before.parent is clause:
            before.kind, before.parent, before.matrix = "main", None, None
        clause.verb.negated ^= before.verb.negated


def caused(clauses: Sequence[Clause]) -> list[Clause]:
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


def explained(clauses: Sequence[Clause]) -> list[Clause]:
    """`Y is why X begins`, `Y is how X comes about`: X begins because of Y."""
    found = []
    for clause in clauses:
        host = clause.parent
        if clause.kind != "complement" or clause.opener not in ("how", "why") or host is None:
            continue
        if host.verb.lemma != "be" or host.complements or any(subject.pronoun for subject in host.subjects):
            continue
        twin = clause.about(clause.subjects[0]) if host.subjects and clause.subjects else None
        if twin is not None:
            twin.verb, twin.kind, twin.opener = _as_verb(clause.verb, host.verb), host.kind, host.opener
            twin.parent, twin.matrix, twin.antecedent = host.parent, host.matrix, []
            twin.subjects = clause.subjects
            twin.adjuncts = [*clause.adjuncts, ("because of", host.subjects, None)]
            found.append(twin)
    return found


def resulting(clauses: Sequence[Clause]) -> list[Clause]:
    """`Y happens, and the result is X`: Y happens in X."""
    found = []
    for clause in clauses:
        ended = [subject.head.low for subject in clause.subjects if subject.determiner == "the"]
        before = [c for c in clauses if c.verb.finite and c.verb.index < clause.verb.index and c.subjects]
        if clause.verb.lemma != "be" or clause.verb.negated or not set(ended) & _RESULTS or not before:
            continue
        host = before[-1]
        twin = host.about(host.subjects[0])
        twin.subjects, twin.antecedent = host.subjects, host.antecedent
        twin.adjuncts = [*host.adjuncts, ("in", clause.complements, None)]
        found.append(twin)
    return found


def turn_inversion(clause: Clause, phrases: Sequence[Phrase]) -> None:
    """`Behind X stands Y`: what the preposition governs is no subject; what stands behind the verb is."""
    placed = clause.subjects or clause.complements
    if clause.verb.lemma not in _STANDING or clause.verb.passive or not placed or not clause.subjects:
        return
    opening = phrases[placed[0].index - 1] if placed[0].index else None
    taken = clause.complements or clause.objects
    if opening is None or opening.low not in _PLACING or not taken or (opening.index and not _opens(opening, phrases)):
        return
    clause.adjuncts = [(opening.low, clause.subjects, None), *clause.adjuncts]
    clause.subjects, clause.objects, clause.complements, clause.inverted = taken, [], [], opening.low


def _opens(phrase: Phrase, phrases: Sequence[Phrase]) -> bool:
    """Whether a phrase stands at the start of a clause."""
    return phrases[phrase.index - 1].kind in (",", "coord", "that", "sub", ";", ":", "dash")


def further_states(clauses: Sequence[Clause], phrases: Sequence[Phrase]) -> list[Clause]:
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


def gapped(clauses: Sequence[Clause], phrases: Sequence[Phrase]) -> list[Clause]:
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
