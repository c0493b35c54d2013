"""Infinitive -> stance under its matrix: `is thought to …`, `seems to …`, `fails to …`, `used to …`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.extract.folding import affected, hedged_as, turned, under, with_mood
from factcheck.extract.permission import RISKY
from factcheck.extract.tables import word_set

if TYPE_CHECKING:
    from factcheck.extract.clauses import Clause
    from factcheck.extract.matrix import MatrixReader
    from factcheck.extract.parse import Parsed
    from factcheck.model.claim import Stance

_HEDGING = word_set(
    "seem appear tend think believe consider hold assume suppose understand suspect presume deem "
    "reckon say report likely"
)
_BELIEFS = word_set("think believe consider hold assume suppose suspect presume deem reckon say")
_FIRM = word_set(
    "know show prove find see demonstrate happen continue start begin come use work help approve license authorise "
    "authorize design develop engineer build tailor formulate craft invent devise equip programme program "
    "make take go have serve act mean get indicate prescribe give able need allow let clear "
    "learn teach please keep startle alarm fascinate intrigue sadden upset thrill horrify "
    "manage surprise delight relieve shock astonish amaze disappoint"
)
_HARD = word_set("hard difficult impossible early easy tempting unwise unfair risky rash hasty unsafe silly natural")
_SAYING = word_set("say claim argue believe think assume conclude know tell suppose imagine maintain suggest")
_FUTURE = word_set("expect anticipate plan schedule hope aim set due intend poise slate project predict")
_WRONG = word_set("wrong false mistaken incorrect misleading untrue inaccurate foolish absurd premature")
_CUSTOMS = word_set("practice routine custom standard habit rule norm enough")
_NEEDS = word_set("reason need cause necessity obligation requirement call")
_FINDING = word_set("show prove find demonstrate know establish confirm")


def under_infinitive(
    clause: Clause, parent: Clause, stance: Stance, outer: Stance, reader: MatrixReader, parsed: Parsed
) -> Stance:
    """The stance of an infinitive; `outer` is that of the clause on which it hangs."""
    matrix = clause.matrix or parent.verb
    lemma = matrix.head.low if matrix.kind == "adj" else matrix.lemma
    if lemma in ("fail", "unable", "refuse", "decline"):
        return replace(affected(turned(stance, outer.polarity), ("assert", lemma), outer), tense=outer.tense)
    if lemma == "use" and not parent.verb.passive and parent.verb.head.low == "used":
        return replace(with_mood(stance, "others", "used to"), tense="past")
    if matrix.kind == "adj" and lemma in _WRONG:
        return with_mood(stance, "rejected", lemma)
    if matrix.kind == "adj" and lemma in _HARD and clause.verb.lemma in _SAYING:
        return with_mood(stance, "open", lemma)
    if matrix.kind == "adj" and lemma in RISKY:
        return turned(stance, outer.polarity) if outer.asserted else with_mood(stance, outer.mood, outer.guard)
    if lemma == "unlikely":
        return with_mood(stance, "open", lemma)
    if lemma in _FUTURE:
        future = replace(stance, tense="past" if outer.tense == "past" else "future", certainty="hedged")
        return turned(future) if outer.asserted and not outer.polarity else under(future, outer)
    if not outer.asserted:
        return with_mood(stance, outer.mood, outer.guard)
    if lemma in _HEDGING:
        raised = parent.verb.passive or lemma in ("seem", "appear", "tend", "likely")
        if raised and (given_up := reader.given_up(parent, parsed)):
            return replace(with_mood(stance, "others", given_up), tense="past")
        if raised and lemma in _BELIEFS and any(token.low in ("was", "were") for token in parent.verb.tokens):
            return replace(with_mood(stance, "others", f"was {matrix.head.low}"), tense="past")
        if not raised and reader.others(parent):
            return with_mood(stance, "others", lemma)
        return turned(replace(stance, certainty="hedged"), not outer.polarity)
    if lemma == "be" and (of_be := _under_be(clause, parent, stance, outer)):
        return of_be
    if not outer.polarity:
        raising = (lemma in _FIRM or matrix.kind == "adj") and lemma not in _FINDING
        return turned(stance) if raising else with_mood(stance, "open", f"not {lemma}")
    stance = hedged_as(stance, outer)
    return with_mood(stance, "open", lemma) if matrix.kind == "vg" and lemma not in _FIRM else stance


def _under_be(clause: Clause, parent: Clause, stance: Stance, outer: Stance) -> Stance | None:
    """`There is no reason for X to …`, `X's job is to …`, `it is common practice to …`; None for others."""
    needless = [p for p in parent.complements if p.negated and p.head.low in _NEEDS and p not in clause.subjects]
    if parent.existential and needless:
        return turned(stance)
    if clause.subjects != parent.subjects or any(p.head.low in _CUSTOMS for p in parent.complements):
        return turned(hedged_as(stance, outer), not outer.polarity)
    return None
