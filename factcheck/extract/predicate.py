"""Clause -> stance of its own predicate: negation, modal and tense of the verb, and the quantifier of its subject."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.extract.folding import turned
from factcheck.extract.tables import word_set
from factcheck.model.claim import Stance

if TYPE_CHECKING:
    from factcheck.extract.clauses import Clause
    from factcheck.extract.cues import Cues
    from factcheck.extract.parse import Parsed
    from factcheck.extract.phrases import Phrase

_ALLOWED = ("sell", "market", "advertise", "dispense", "distribute", "import")
_HEDGING_MODALS = {"may", "might", "could", "can"}
_STAYING = ("remain", "stay", "continue", "keep")
_SAYING = word_set(
    "call name term label describe classify regard consider think believe say claim report state attribute ascribe "
    "list class categorise categorize count hold portray"
)
_NOBODY = {"nobody", "nothing", "no one", "none"}
_ANYONE = word_set("you people one anyone everyone children patients men women person child someone they")
_THEN = word_set("then once initially originally formerly previously under during before until till while back at")
_SOFT = {"rarely", "hardly", "seldom", "scarcely", "barely"}
_SOFT_ADVERBS = word_set(
    "clearly strictly purely simply merely just only entirely wholly solely exactly usually typically generally always "
    "necessarily fully completely primarily mainly quite truly often commonly normally directly automatically"
) | {"yet fully"}


class PredicateReader:
    """Reads the stance that a predicate has by itself."""

    def __init__(self, cues: Cues) -> None:
        """Take the soft adverbs from the cues of two words, such as `not entirely`."""
        self.cues = cues
        phrases = [phrase.split() for name in ("not-necessarily", "not-only") for phrase in cues.of(name)]
        self._soft_adverbs = _SOFT_ADVERBS | {words[1] for words in phrases if words[:1] == ["not"] and len(words) == 2}

    def of(self, clause: Clause, parsed: Parsed) -> Stance:
        """The stance of a clause, whatever it hangs on."""
        verb = clause.verb
        words = {token.low for token in verb.tokens}
        beside = parsed.phrases[max(0, verb.index - 2) : verb.index + 3]
        around = {phrase.low for phrase in beside if phrase.kind == "adv"} | words
        headline = clause.kind == "infinitive" and clause.parent is None and clause.matrix is None
        tense = "future" if headline and clause.subjects else _tense(verb, words)
        if tense == "past" and _never_to_this_day(words, parsed):
            tense = "now"
        stance = Stance(polarity=not verb.negated, tense=tense)
        stance = self._softened(_modal(stance, clause, words), verb, around)
        if words & {"would", "should"}:
            stance = replace(stance, certainty="hedged", guard="modal would" if "would" in words else "modal")
        for subject in clause.subjects[:1]:
            stance = _counted(stance, subject, parsed.before(subject))
        every = any(p.determiner in ("all", "every") and _opens(p) and not p.negated for p in clause.subjects)
        return replace(stance, mood="open", guard="all not") if verb.negated and every else stance

    def _softened(self, stance: Stance, verb: Phrase, around: set[str]) -> Stance:
        """Adverbs beside the verb: a hedge, a soft negation, or one that takes the edge off a negation."""
        if self.cues.has("hedges", *around):
            stance = replace(stance, certainty="hedged", guard="hedge")
        if verb.lemma in _SAYING and self.cues.has("falsity-adverbs", *around):
            stance = turned(stance)
        if around & _SOFT or ("never" in around and around & {"nearly", "almost"}):
            stance = replace(stance, mood="open", guard="soft negation")
        if self.cues.has("not-necessarily", *around) or (verb.negated and around & self._soft_adverbs):
            stance = replace(stance, mood="open", guard="not necessarily")
        return stance


def _tense(verb: Phrase, words: set[str]) -> str:
    if words & {"will", "'ll", "wo", "shall"}:
        return "now" if verb.lemma in _STAYING else "future"
    if words & {"has", "have"}:
        return "now"  # `has had it since 2005`
    return "past" if words & {"was", "were", "had", "did"} or verb.form == "vbd" else "now"


def _never_to_this_day(words: set[str], parsed: Parsed) -> bool:
    """`X was never approved`: so it is still, where the sentence names no other time and no other clause."""
    timed = any(t.tag in ("num", "sub", "rel") or t.low in _THEN for t in parsed.tokens)
    return "never" in words and "had" not in words and not timed


def _modal(stance: Stance, clause: Clause, words: set[str]) -> Stance:
    """`may` and `could` hedge; `can` of people in general says what holds."""
    anyone = clause.subjects and clause.subjects[0].head.low.rpartition(" ")[2] in _ANYONE
    if not words & _HEDGING_MODALS or "ca" in words:
        return stance
    verb = clause.verb
    if "may" in words and verb.negated and verb.passive and ("longer" in words or verb.lemma in _ALLOWED):
        return stance  # `may no longer be sold`: forbidden
    if anyone and words & {"can", "could", "may"}:
        return replace(stance, guard="modal of anyone")
    return replace(stance, certainty="hedged", guard="modal can" if words & {"can", "could"} else "modal")


def _opens(phrase: Phrase) -> bool:
    return phrase.tokens[0].low in ("all", "every")


def _counted(stance: Stance, subject: Phrase, before: Phrase | None) -> Stance:
    """What the quantifier of a subject does: `no X`, `neither`, `not all X`, `few X`."""
    if subject.negated or subject.low in _NOBODY or (before is not None and before.low == "neither"):
        stance = turned(stance)
    elif before is not None and before.kind == "neg":
        if subject.determiner in ("all", "every", "each", "both", "any"):
            stance = replace(stance, mood="open", guard="not all")
        else:
            stance = turned(stance)
    if subject.determiner in ("few", "little") and subject.tokens[0].low != "a":
        stance = replace(stance, mood="open", guard="few")
    return stance
