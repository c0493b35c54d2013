"""Definitions by what is the case: `When the scalp is bare, doctors speak of X`, `X is when the hair rests`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract.tables import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.extract.clauses import Clause
    from factcheck.extract.phrases import Phrase

_OPENERS = ("when", "if", "where", "once", "whenever")
_NAMING = ("call", "name", "term", "dub", "label", "know", "refer", "describe", "class", "classify", "designate")
_SPEAKING = ("speak", "talk")
_POINTERS = word_set("it this that condition diagnosis term name word result disease form type stage phase")
_PAST = ("was", "were", "had", "been", "did")


def settle_definitions(clauses: Sequence[Clause], phrases: Sequence[Phrase]) -> None:
    """A clause that says when something bears a name is said of what bears it: it happens there."""
    for clause in clauses:
        if clause.kind not in ("condition", "time") or clause.opener not in _OPENERS or not clause.verb.finite:
            continue
        main = _main_of(clause, clauses, phrases)
        named = _defined(main, clause) if main is not None else []
        if len(named) == 1 and named[0].head.mention is not None and named[0].determiner in ("", "the"):
            clause.kind, clause.opener, clause.parent = "time", "when", main
            clause.fronted.append(("in", named))


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


def _points(main: Clause) -> bool:
    """Whether the subject stands for what the other clause says: `it`, `the diagnosis`, `the right term`."""
    return len(main.subjects) == 1 and main.subjects[0].head.low in _POINTERS
