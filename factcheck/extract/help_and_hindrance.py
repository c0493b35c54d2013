"""Clauses -> what helps or hinders: `helps hair regrow by doing Y` is done by the helper; `stops X from acting`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract.denotation_tables import BEARERS
from factcheck.extract.phrases import Phrase
from factcheck.extract.shared_subjects import PREVENTING
from factcheck.extract.tables import word_set
from factcheck.extract.words import Token

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.extract.clause import Clause

_HELPING = word_set(
    "help let allow enable make get cause lead permit encourage bring aid assist prompt stimulate induce"
)
_SOURCES = ("from", "by", "through", "on")
_STEMMING = word_set("come stem result arise derive flow spring rest rely depend hinge originate follow")
_EFFECTS = word_set("effect effects action benefit benefits efficacy power success activity strength")
_ACTING = word_set(
    "act work operate function bind attach dock latch reach enter touch affect influence interact engage "
    "attack harm hurt damage shrink weaken strangle choke destroy kill miniaturise miniaturize get do "
    "enter hit strike signal trigger activate stimulate assail fire arrive"
)


def share_means(clauses: Sequence[Clause]) -> None:
    """`X helps hair to regrow by doing Y`: it is X that does Y."""
    for clause in clauses:
        helped = clause.parent
        host = helped.parent if helped is not None else None
        if clause.opener != "by" or clause.verb.form != "vbg" or helped is None or host is None:
            continue
        if helped.kind != "infinitive" or host.verb.lemma not in _HELPING or clause.subjects == host.subjects:
            continue
        if host.subjects and not any(p.pronoun or p.head.low in BEARERS for p in helped.subjects):
            clause.subjects, clause.parent = host.subjects, host


def share_effect(clauses: Sequence[Clause], phrases: Sequence[Phrase]) -> None:
    """`Its effect comes from doing Y`: it is the owner of the effect that does Y."""
    for clause in clauses:
        host = clause.parent
        if clause.opener not in _SOURCES or clause.verb.form != "vbg" or host is None or len(host.subjects) != 1:
            continue
        effect = host.subjects[0]
        if host.verb.lemma not in _STEMMING or effect.head.low not in _EFFECTS or clause.subjects != host.subjects:
            continue
        behind = phrases[effect.index + 1 : effect.index + 3]
        of = [p for p in behind[1:] if behind[0].low == "of" and p.kind == "np"]
        clause.subjects = of or _owner(effect) or clause.subjects


def _owner(effect: Phrase) -> list[Phrase]:
    """Whose effect it is: the owner before it, or what `its` and a bare `the` point to."""
    if effect.owner is not None or effect.determiner not in ("its", "their", "the") or effect.negated:
        return [effect.owner] if effect.owner is not None else []
    its = next(token for token in effect.tokens if token.low == effect.determiner)
    pronoun = Token("they" if its.low == "their" else "it", its.start, its.end, "word")
    pronoun.tag = "pron"
    return [Phrase("np", [pronoun])]


def hindered(clauses: Sequence[Clause]) -> list[Clause]:
    """`X stops Y from acting on Z`, `X keeps Y from working`: X blocks Y."""
    found = []
    for clause in clauses:
        host = clause.parent
        if clause.opener != "from" or host is None or host.verb.passive or host.verb.lemma not in PREVENTING:
            continue
        if not host.subjects or not clause.subjects or clause.verb.lemma not in _ACTING or clause.verb.passive:
            continue
        verb = Phrase("vg", host.verb.tokens, host.verb.head)
        verb.lemma, verb.index, verb.form = "block", host.verb.index, host.verb.form
        verb.finite, verb.negated, verb.auxiliaries = host.verb.finite, host.verb.negated, host.verb.auxiliaries
        twin = host.about(host.subjects[0])
        twin.verb, twin.subjects, twin.antecedent = verb, host.subjects, host.antecedent
        twin.objects, twin.adjuncts = clause.subjects, []
        found.append(twin)
    return found
