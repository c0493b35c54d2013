"""Clauses that a sentence says without a verb of their own: gapping, shared auxiliaries, causatives, free relatives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract.clause import Clause
from factcheck.extract.phrases import Phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

_NAMING = ("call", "name", "term", "dub", "label", "know", "refer", "designate")
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
_EXPERTS = ("doctors", "experts", "physicians", "dermatologists", "scientists", "we", "pharmacists", "specialists")
_GRADES = ("far", "much", "badly", "severely", "advanced", "extensive", "bald", "bad", "many")
_USING = ("take", "use", "apply", "swallow", "inject", "rub")
_ASPECTS = ("stop", "quit", "cease", "finish", "start", "begin", "discontinue")
_BECOMING = ("become", "get", "grow", "turn")
_CAUSING = ("make", "cause", "let", "have", "get", "lead", "force", "induce", "prompt")


def fill_free_relatives(clauses: list[Clause], phrases: Sequence[Phrase]) -> None:
    """`What X blocks is Y`, `Y is what causes X`: the clause behind `what` says it of Y."""
    for clause in clauses:
        what = next((p for p in reversed(phrases[: clause.verb.index]) if p.kind == "rel"), None)
        if clause.opener != "free" or what is None or what.low != "what":
            continue
        after = next((c for c in clauses if c.verb.index > clause.verb.index and c.verb.finite), None)
        if after is not None and what.index == 0 and _named(clause):
            after.subjects, after.kind, after.matrix, after.parent = _named(clause), "main", None, None
            continue
        before = next((c for c in clauses if c.verb.index == what.index - 1 and c.verb.lemma == "be"), None)
        if before is not None and not before.complements and _named(clause) and _speaks(clause):
            before.complements = _named(clause)  # `X is what doctors call Y`
            continue
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
        if before is not None:
            clause.fronted = [*clause.fronted, *(each for each in before.fronted if each not in clause.fronted)]
        if before is not None and before.parent is clause:
            before.kind, before.parent, before.matrix = "main", None, None
        clause.verb.negated ^= before.verb.negated


def open_questions(clauses: Sequence[Clause], phrases: Sequence[Phrase]) -> None:
    """`The scale tells how bad X is`, `how far X has gone`: it tells something of X."""
    for clause in clauses:
        host = clause.parent
        at = next((p.index for p in reversed(phrases[: clause.verb.index]) if p.low == "how"), -1)
        if clause.opener != "how" or host is None or host.objects or host.complements or at < 0:
            continue
        state = clause.verb.lemma == "be" and not clause.complements  # `how bad X is`
        graded = (
            state
            or phrases[at + 1].tokens[0].low in _GRADES
            or phrases[at + 1].kind in ("adj", "adv")
            or phrases[at + 1].low in _GRADES
        )
        if graded and clause.subjects and host.verb.index < at:
            asked = phrases[at + 1]
            host.objects = [asked] if asked.kind == "np" and asked.mentions else clause.subjects


def _speaks(clause: Clause) -> bool:
    """Whether those speak who give things their names."""
    return clause.verb.passive or (len(clause.subjects) == 1 and clause.subjects[0].head.low in _EXPERTS)


def _named(clause: Clause) -> list[Phrase]:
    """`What we call X`, `what is known as X`: the name that is given."""
    if clause.verb.lemma not in _NAMING or clause.verb.negated:
        return []
    behind = [p for prep, phrases, _ in clause.adjuncts if prep.endswith("as") for p in phrases]
    given = [*clause.objects, *clause.complements, *behind]
    return given if len(given) == 1 and given[0].kind == "np" else []


def share_used(clauses: Sequence[Clause]) -> None:
    """`stops taking X`, `starts using X`: what is used is what is stopped or started."""
    for clause in clauses:
        host = clause.parent
        if host is None or clause.verb.form != "vbg" or clause.verb.lemma not in _USING or host.objects:
            continue
        if host.verb.lemma in _ASPECTS and clause.verb.index == host.verb.index + 1 and not host.verb.passive:
            host.objects = clause.objects


def fill_clefts(clauses: list[Clause]) -> None:
    """`It was with X that doctors cured Y`: what stands between belongs to the clause behind `that`."""
    for clause in clauses:
        cleft = clause.parent
        if clause.opener != "that" or cleft is None or cleft.verb.lemma != "be":
            continue
        if clause.kind != "complement" and not (clause.gap == "obj" and clause.objects):
            continue
        if cleft.complements or cleft.existential or [s.low for s in cleft.subjects] != ["it"] or not cleft.adjuncts:
            continue
        prep, members, _ = cleft.adjuncts[-1]
        clause.fronted = [*clause.fronted, (prep, members)]
        clause.kind, clause.parent, clause.matrix, clause.gap, clause.antecedent = "main", None, None, "", []
        clause.verb.negated ^= cleft.verb.negated


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
    if clause.subjects and clause.adjuncts and clause.subjects[0].index > clause.verb.index:
        clause.inverted = clause.adjuncts[0][0] if clause.adjuncts[0][0] in _PLACING else ""
    placed = clause.subjects or clause.complements
    if (
        clause.inverted
        or clause.verb.lemma not in _STANDING
        or clause.verb.passive
        or not placed
        or not clause.subjects
    ):
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


def become(clauses: Sequence[Clause]) -> list[Clause]:
    """`the lungs become scarred`, `get inflamed`: what becomes so is done to it."""
    found = []
    for clause in clauses:
        states = [p for p in clause.complements if p.kind == "adj" and len(p.tokens) == 1 and "vbn" in p.head.tags]
        if clause.verb.lemma not in _BECOMING or clause.kind == "modifier":
            continue
        for state in states:
            verb = Phrase("vg", state.tokens)
            verb.lemma, verb.index, verb.passive, verb.form = state.head.tags["vbn"], clause.verb.index, True, "vbn"
            verb.finite, verb.negated = clause.verb.finite, clause.verb.negated
            twin = clause.about(clause.subjects[0]) if clause.subjects else Clause(verb)
            twin.verb, twin.subjects, twin.complements = verb, clause.subjects, []
            twin.antecedent = clause.antecedent
            found.append(twin)
    return found


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
