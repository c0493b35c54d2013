"""Clauses whose verb is not said again: `X is approved to treat A, and Y to treat B`, `X is made by A, and Y by B`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract.clause import Clause
from factcheck.extract.lists import np_list, skip_parenthesis
from factcheck.extract.phrases import Phrase

if TYPE_CHECKING:
    from collections.abc import Sequence


def gapped(clauses: Sequence[Clause], phrases: Sequence[Phrase]) -> list[Clause]:
    """`X is approved to treat A, and Y to treat B`; `X is made by A, and Y by B`: the verb is not said again."""
    found = [twin for mark in phrases if (twin := _gapped_pair(clauses, phrases, mark)) is not None]
    found += [twin for clause in clauses if (twin := _echo(clause, clauses, phrases)) is not None]
    for mark in phrases:
        if mark.index + 2 >= len(phrases) or not (_joins(mark) or _asyndetic(mark, phrases)):
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


def _echo(clause: Clause, clauses: Sequence[Clause], phrases: Sequence[Phrase]) -> Clause | None:
    """`X is A, and so is Y`, `nor does Y`, `as is Y`: what the clause before says of X, said of Y."""
    at = clause.verb.index
    before, behind = phrases[at - 1 : at], phrases[at + 1 : at + 3]
    led = clause.verb.tokens[0].low == "so" or any(p.low in ("neither", "nor", "as") for p in before)
    auxiliary = all(t.low == "so" or t.tag in ("be", "do", "have", "modal") for t in clause.verb.tokens)
    ends = len(behind) < 2 or behind[1].kind in (",", ";", "coord", "dash")
    if not (led and auxiliary and ends and behind and behind[0].kind == "np"):
        return None
    clause.subjects, clause.objects, clause.complements = [], [], []
    model = next((c for c in reversed(clauses) if c.verb.index < at and c.verb.finite and c.subjects), None)
    if model is None or model.kind not in ("main", "coordinate", "complement"):
        return None
    if model.verb.negated != any(p.low in ("neither", "nor") for p in before):
        return None  # `X is not A, as is Y`
    twin = model.about(behind[0])
    twin.kind, twin.opener, twin.parent, twin.antecedent = "coordinate", "and", model, []
    return twin


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


def _gapped_pair(clauses: Sequence[Clause], phrases: Sequence[Phrase], mark: Phrase) -> Clause | None:
    """`A blocks X, B Y and C Z`: two names side by side are a subject and an object of the same verb."""
    pair = phrases[mark.index + 1] if mark.index + 1 < len(phrases) else None
    model = next((c for c in reversed(clauses) if c.verb.index < mark.index and c.verb.finite and c.subjects), None)
    if mark.kind not in (",", ";", "coord") or pair is None or model is None or model.verb.passive:
        return None
    own = [p for p in model.objects if not _two_names(p)]
    ends = pair.index + 1 >= len(phrases) or phrases[pair.index + 1].kind in (",", ";", "coord")
    bare = [t for p in (*model.subjects, *own) for t in p.tokens]
    if not _two_names(pair) or not ends or len(bare) != 2 or any(t.mention is None for t in bare) or not own:
        return None
    last = mark.index - (2 if phrases[mark.index - 1].kind == "," else 1)
    if own[0].index != last and not _two_names(phrases[last]):
        return None
    model.objects = [p for p in model.objects if p is not pair]
    clause = _copy(model, Phrase("np", pair.tokens[:1]))
    clause.objects = [Phrase("np", pair.tokens[1:])]
    clause.subjects[0].index = clause.objects[0].index = pair.index
    return clause


def _joins(mark: Phrase) -> bool:
    return mark.kind == "coord" and mark.low in ("and", "while", "but")


def _asyndetic(mark: Phrase, phrases: Sequence[Phrase]) -> bool:
    """`X belongs to A, Y to B`: behind a comma a bare name and a preposition that stood before the comma too."""
    if mark.kind not in (",", ";") or mark.index < 2:
        return False
    name, prep = phrases[mark.index + 1], phrases[mark.index + 2]
    bare = name.kind == "np" and name.determiner == "" and name.head.mention is not None
    return bare and prep.kind == "prep" and phrases[mark.index - 2].low == prep.low


def _two_names(phrase: Phrase) -> bool:
    """Whether a phrase is nothing but two names in the singular."""
    names = [t for t in phrase.tokens if t.mention is not None and t.mention.kind == "name" and not t.mention.plural]
    return phrase.kind == "np" and len(names) == len(phrase.tokens) == 2
