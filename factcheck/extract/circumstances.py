"""In what a clause happens where no preposition of it says so: clauses of time, clefts, relatives of its subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract.tables import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factcheck.extract.clauses import Clause
    from factcheck.extract.parse import Parsed
    from factcheck.extract.phrases import Phrase

_PLACING = ("in", "with", "after", "during")
_OPENING = ("when", "once", "whenever", "after", "as soon as", "if", "where")
_HAVING = ("with", "from")
_LOST = ("to", "through", "from", "because of", "due to", "owing to", "by", "during", "in", "with", "after")
_ANYBODY = word_set("you one someone somebody anyone people person patient child man woman adult they he she we")


def circumstances(
    name: str, clause: Clause, parsed: Parsed, classes: Mapping[tuple[str, str], Sequence[str]]
) -> list[Phrase]:
    """The noun phrases that stand as if behind the preposition `name`."""
    if clause.kind == "modifier":
        return []
    found = [p for over in _clefts(clause) for prep, phrases, _ in over.adjuncts if prep == name for p in phrases]
    if name not in _PLACING:
        return found
    if clause.existential and clause.kind == "reason" and clause.parent is not None and name == "in":
        found += clause.parent.subjects  # `X is Y, because there is Z`
    found += [p for over in _clefts(clause) for prep, phrases in over.fronted if prep == name for p in phrases]
    for other in _of_time(clause, parsed):
        if other.verb.lemma in _lemmas(classes, "have") and _somebody(other):
            found += other.objects + [p for prep, phrases, _ in other.adjuncts if prep in _HAVING for p in phrases]
        elif other.verb.form == "vbn" and not other.subjects and other.verb.lemma in _lemmas(classes, "affect"):
            found += [p for prep, phrases, _ in other.adjuncts if prep == "by" for p in phrases]  # `once struck by X`
        elif other.verb.lemma in _lemmas(classes, "begin") or _stripped(other, classes):
            found += other.subjects
    found += _struck(clause, parsed, classes) if name == "in" else []
    for other in parsed.clauses:
        lost = other.antecedent and other.antecedent == clause.subjects
        brought = other.kind == "participle" and other.verb.lemma in _lemmas(classes, "cause")
        if lost and (brought or other.verb.lemma in _lemmas(classes, "vanish") | _lemmas(classes, "lose")):
            found += [p for prep, phrases, _ in other.adjuncts if (prep == name or prep in _LOST) for p in phrases]
    return found


def _stripped(clause: Clause, classes: Mapping[tuple[str, str], Sequence[str]]) -> bool:
    """`once X has emptied a patch of scalp`: what has done away with something."""
    return bool(clause.objects) and not clause.verb.passive and clause.verb.lemma in _lemmas(classes, "bare")


def _struck(clause: Clause, parsed: Parsed, classes: Mapping[tuple[str, str], Sequence[str]]) -> list[Phrase]:
    """`follicles hit by X`, `follicles that X has attacked`: what a modifier of the subject says that befell it."""
    found = []
    for other in parsed.clauses:
        if other.antecedent and other.antecedent == clause.subjects and other.verb.lemma in _lemmas(classes, "affect"):
            if other.verb.passive or other.kind == "participle":
                found += [p for prep, phrases, _ in other.adjuncts if prep == "by" for p in phrases]
            elif other.kind == "relative" and other.gap == "obj":
                found += other.subjects
    return found


def _lemmas(classes: Mapping[tuple[str, str], Sequence[str]], name: str) -> set[str]:
    """The first words of a class of verbs."""
    return {word.split()[0] for word in classes.get(("verb", name), ())}


def preposed(name: str, clause: Clause, parsed: Parsed) -> list[Clause]:
    """`When Y happens, X begins`: the clause of time before the clause that it belongs to."""
    if name not in ("when", "whenever", "once", "where") or clause.verb.lemma == "flare":
        return []
    behind = parsed.phrases[clause.verb.index + 1 : clause.verb.index + 3]
    if any(phrase.low == "back" for phrase in behind):
        return []
    return [c for c in _of_time(clause, parsed) if c.parent is None and c.opener == name]


def _clefts(clause: Clause) -> Iterator[Clause]:
    """`In X it is Y that …`: the clause that sets Y apart."""
    over = clause.parent
    if clause.kind != "relative" or over is None or over.verb.lemma != "be":
        return
    said = over.complements or [p for _, phrases, _ in over.adjuncts for p in phrases]
    if [subject.low for subject in over.subjects] == ["it"] and any(p in said for p in clause.antecedent):
        yield over


def _of_time(clause: Clause, parsed: Parsed) -> Iterator[Clause]:
    """`Once you have X, …`, `… when X strikes`: the clauses of time that say when a clause holds."""
    if not clause.verb.finite or clause.kind not in ("main", "complement"):
        return
    for other in parsed.clauses:
        if other.kind not in ("time", "condition") or other.opener not in _OPENING or other.verb.negated:
            continue
        opens = other.parent is None and _next_main(other, parsed) is clause
        if other.parent is clause or opens:
            yield other


def _next_main(clause: Clause, parsed: Parsed) -> Clause | None:
    """The first finite clause behind a clause that opens the sentence."""
    later = [c for c in parsed.clauses if c.verb.finite and c.verb.index > clause.verb.index and c.kind == "main"]
    return later[0] if later else None


def _somebody(clause: Clause) -> bool:
    """Whether the subject of a clause is anybody at all."""
    return any(s.head.low in _ANYBODY or s.head.low.removesuffix("s") in _ANYBODY for s in clause.subjects)
