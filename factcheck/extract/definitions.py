"""Definitions by what is the case: `When the scalp is bare, doctors speak of X`, `X is when the hair rests`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract.denotation_tables import BEARERS
from factcheck.extract.tables import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.extract.clauses import Clause
    from factcheck.extract.phrases import Phrase

_OPENERS = ("when", "if", "where", "once", "whenever")
_NAMING = ("call", "name", "term", "dub", "label", "know", "refer", "describe", "class", "classify", "designate")
_SPEAKING = ("speak", "talk")
_POINTERS = word_set("it this that condition diagnosis term name word result disease form type stage phase")
_USING = ("make", "give", "use", "apply", "confirm")
_NAMES = ("diagnosis", "term", "name", "word", "label")
_BEARING = ("have", "suffer", "develop")
_WITNESSING = ("see", "witness")
_PAST = ("was", "were", "had", "been", "did")


def settle_definitions(clauses: Sequence[Clause], phrases: Sequence[Phrase]) -> None:
    """A clause that says when something bears a name is said of what bears it: it happens there."""
    for clause in clauses:
        _settle_gerund(clause, clauses, phrases)
        _settle_bearer(clause)
        _share_place(clause, phrases)
        _settle_cleft(clause, clauses)
        if clause.kind == "infinitive" and clause.parent is not None and clause.parent.verb.lemma in _WITNESSING:
            clause.fronted.append(("in", clause.parent.subjects))
        if clause.kind == "time" and clause.opener == "when":
            clause.fronted += _set_off(clause, clauses, phrases)
        if clause.kind not in ("condition", "time") or clause.opener not in _OPENERS or not clause.verb.finite:
            continue
        main = _main_of(clause, clauses, phrases)
        named = (_defined(main, clause) or _diagnosed(main, phrases)) if main is not None else []
        if len(named) == 1 and named[0].head.mention is not None and named[0].determiner in ("", "the"):
            clause.kind, clause.opener, clause.parent = "time", "when", main
            clause.fronted.append(("in", named))


def _settle_gerund(clause: Clause, clauses: Sequence[Clause], phrases: Sequence[Phrase]) -> None:
    """`Losing all the hair on the head is called X`: what is lost is not what bears the name."""
    if clause.verb.form != "vbg" or clause.verb.index > 0 or clause.opener or not clause.objects:
        return
    main = next((c for c in clauses if c.verb.finite and c.subjects == clause.objects), None)
    if main is None or main.verb.lemma not in _NAMING or not any(p.kind == "np" for p in phrases):
        return
    named = _defined(main, clause)
    main.subjects = []
    if len(named) == 1:
        clause.kind, clause.opener, clause.parent = "time", "when", main
        clause.subjects, clause.antecedent = [], []
        clause.fronted.append(("in", named))


def _set_off(clause: Clause, clauses: Sequence[Clause], phrases: Sequence[Phrase]) -> list[tuple[str, list[Phrase]]]:
    """`X, when the hair rests, is …`: the time is that of the subject before it."""
    at = next((p.index for p in reversed(phrases[: clause.verb.index]) if p.low == "when"), 0)
    if at < 2 or phrases[at - 1].kind != "," or clause.fronted:
        return []
    later = [c for c in clauses if c.verb.index > clause.verb.index and c.verb.finite and phrases[at - 2] in c.subjects]
    closed = any(p.kind == "," for c in later for p in phrases[clause.verb.index : c.verb.index])
    return [("in", [phrases[at - 2]])] if closed else []


def _share_place(clause: Clause, phrases: Sequence[Phrase]) -> None:
    """`In X the A …, and the B …`: what opens the sentence holds for both, if the second names no place of its own."""
    first = clause.parent
    if clause.kind != "coordinate" or clause.opener != "and" or first is None or clause.fronted or not clause.subjects:
        return
    opens = phrases[0].kind == "prep" and phrases[0].low in ("in", "during", "with") and first.kind == "main"
    own = any(prep in ("in", "with", "during", "of") for prep, _, _ in clause.adjuncts)
    if opens and not own and clause.subjects is not first.subjects:
        clause.fronted += [each for each in first.fronted if each[0] == phrases[0].low]


def _settle_cleft(clause: Clause, clauses: Sequence[Clause]) -> None:
    """`In X it is the A that …`: the pronoun stands for nothing, and what follows happens in X."""
    it = [subject.low for subject in clause.subjects] == ["it"]
    inner = [c for c in clauses if c.kind == "relative" and c.antecedent and c.antecedent == clause.complements[-1:]]
    if it and clause.verb.lemma == "be" and clause.fronted and inner:
        clause.subjects = []
        if not clause.verb.negated:
            inner[0].fronted += clause.fronted


def _settle_bearer(clause: Clause) -> None:
    """`A person who has lost every hair has X`: what is said of the bearer happens in X."""
    main = clause.parent
    if clause.kind != "relative" or main is None or not clause.antecedent or clause.antecedent != main.subjects:
        return
    guarded = any(t.low in _PAST or t.tag in ("modal", "neg") for t in main.verb.tokens) or main.verb.negated
    if main.verb.lemma in _BEARING and not guarded and main.subjects[0].head.low in BEARERS and len(main.objects) == 1:
        if main.objects[0].index != main.verb.index + 1:
            return
        clause.fronted.append(("in", main.objects))


def _main_of(clause: Clause, clauses: Sequence[Clause], phrases: Sequence[Phrase]) -> Clause | None:
    """The main clause to which a definition belongs: the next one behind it, or the one that it closes."""
    at = next((p.index for p in reversed(phrases[: clause.verb.index]) if p.low == clause.opener), -1)
    if at == 0:
        later = [c for c in clauses if c.verb.index > clause.verb.index and c.verb.finite]
        main = next((c for c in later if c.kind not in ("relative", "coordinate", "participle")), None)
        return main if main is not None and main.kind == "main" else None
    main = clause.parent
    closes = not any(c.verb.index > clause.verb.index and c.kind in ("main", "coordinate") for c in clauses)
    near = [p for p in phrases[at - 1 : at] if p.kind in ("np", "vg", ",", "adv")]
    return main if closes and near and main is not None and main.verb.index < clause.verb.index else None


def _defined(main: Clause, clause: Clause) -> list[Phrase]:
    """What the main clause names, and nothing that it denies, doubts or puts into the past."""
    verb = main.verb
    guarded = any(t.low in _PAST or t.tag in ("modal", "neg") for t in verb.tokens) or verb.negated or main.flipped
    if guarded or main.kind not in ("main", "coordinate"):
        return []
    behind = {prep: found for prep, found, _ in main.adjuncts}
    if verb.lemma in _NAMING:
        return [p for p in (*behind.get("as", []), *main.complements, *main.objects) if p.head.mention is not None]
    if verb.lemma in _SPEAKING:
        return behind.get("of", []) + behind.get("about", [])
    if verb.lemma == "be" and _points(main):
        return [p for p in main.complements if p.kind == "np"]
    if verb.lemma == "be" and not main.complements and not main.adjuncts and clause.parent is main:
        return main.subjects
    return main.objects if verb.lemma == "diagnose" else []


def _diagnosed(main: Clause, phrases: Sequence[Phrase]) -> list[Phrase]:
    """`The diagnosis of X is made`, `the name X is used`: what the subject names."""
    verb = main.verb
    guarded = any(t.low in _PAST or t.tag in ("modal", "neg") for t in verb.tokens) or verb.negated
    if guarded or verb.lemma not in _USING or not verb.passive or len(main.subjects) != 1:
        return []
    subject = main.subjects[0]
    behind = phrases[subject.index + 1 : subject.index + 3]
    if subject.head.low in _NAMES and [p.kind for p in behind] == ["prep", "np"] and behind[0].low == "of":
        return list(behind[1:])
    named = any(token.low in _NAMES for token in subject.tokens[:-1])
    return [subject] if named and subject.head.mention is not None else []


def _points(main: Clause) -> bool:
    """Whether the subject stands for what the other clause says: `it`, `the diagnosis`, `the right term`."""
    return len(main.subjects) == 1 and main.subjects[0].head.low in _POINTERS
