"""Match, phrase or equation -> stance: which clause of the sentence answers for it, and what turns it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.extract.folding import turned, with_mood
from factcheck.extract.shared_subjects import PREVENTING
from factcheck.extract.tables import word_set

if TYPE_CHECKING:
    from factcheck.extract.clauses import Clause
    from factcheck.extract.colon_equations import Equation
    from factcheck.extract.frames import Match
    from factcheck.extract.parse import Parsed
    from factcheck.extract.phrases import Phrase
    from factcheck.extract.stance import StanceReader
    from factcheck.knowledge.base import KnowledgeBase
    from factcheck.model.claim import Stance

_TOWARDS = ("for", "to", "on", "towards", "toward", "against", "about", "with")
_HAVING = ("have", "get", "offer", "exist")


_ASCRIBING = word_set(
    "put attribute ascribe blame trace classify class regard consider call hold see view think believe credit describe "
    "rank count label lump group file deem reckon suppose"
)


def _simple_past(clause: Clause) -> bool:
    """`was put down to`, not `has been put down to`: a view of the past."""
    return any(token.low in ("was", "were") for token in clause.verb.tokens)


def _home(phrase: Phrase, parsed: Parsed) -> Clause | None:
    """The clause in which a phrase stands that is none of its arguments: that of the nearest argument before it."""
    if not 0 <= phrase.index < len(parsed.phrases):
        return None
    clauses = [clause for clause in parsed.clauses if clause.kind != "modifier"]
    for before in reversed(parsed.phrases[: phrase.index]):
        if before.kind in ("that", "sub", ";", ":"):
            break
        for clause in clauses:
            placed = [*clause.subjects, *clause.objects, *clause.complements]
            if before is clause.verb or before in placed or any(before in phrases for _, phrases, _ in clause.adjuncts):
                return clause
    later = (clause for clause in clauses if clause.kind != "time" or clause.parent is not None)
    return next((clause for clause in later if clause.verb.index > phrase.index), None)


class Standing:
    """The stances of one parsed sentence."""

    def __init__(self, stances: StanceReader, top: Parsed, kb: KnowledgeBase) -> None:
        """`top` is the whole sentence, with what stands in its brackets."""
        self.kb = kb
        self.stances = stances
        self.top = top

    def of_match(self, match: Match, clause: Clause, parsed: Parsed) -> Stance:
        """The stance of a predicate of a clause; `no` in its objects denies it, and twice affirms."""
        stance = (
            self.of_modifier(clause, parsed) if clause.kind == "modifier" else self.stances.of_clause(clause, parsed)
        )
        denied = match.frame.kind == "adj" and any(p.index in clause.flipped for p in clause.complements)
        things = [p for p in clause.objects + clause.complements if p not in clause.subjects]
        nothing = not match.frame.denies and any(p.low == "nothing" for p in clause.objects)
        flips = denied != (nothing or any(p.negated for p in things))
        named = [p for _, phrases, _ in clause.adjuncts for p in phrases if p.negated]
        filled = {lemma for _, filler in match.frame.slots if filler.role == "" for lemma in filler.lemmas}
        if any(denoted.phrase is p for p in named for denoted in match.objects) or any(
            p.head.lemma in filled for p in named
        ):
            flips = not flips
        stance = turned(stance, flips)
        slots = {name: filler.role for names, filler in match.frame.slots for name in names}
        classing = match.frame.target == "is-a" and slots.get("obj") == "S" and "subj" not in slots
        if match.frame.reads == "unary" and "subj" not in slots and self._of_one_agent(clause, stance):
            return with_mood(stance, "open", "of one agent")
        relation = self._judge(match, "class")
        ascribed = clause.verb.passive and clause.verb.lemma in _ASCRIBING and relation in ("class", "stated")
        if ascribed and stance.tense == "past" and _simple_past(clause):
            return with_mood(stance, "others", f"was {clause.verb.head.low}")
        return self.stances.attributed(clause, parsed, stance) if classing else stance

    def _judge(self, match: Match, unary: str) -> str:
        """How the relation of a match is judged; `unary` for what is no relation."""
        relation = self.kb.relations.get(match.frame.target)
        return relation.judge if relation is not None else unary

    def _of_one_agent(self, clause: Clause, stance: Stance) -> bool:
        """`Minoxidil does not reverse it`: that one remedy fails does not say that all do."""
        if clause.verb.passive or stance.polarity or not stance.asserted or "treatment" not in self.kb.entities:
            return False
        named = [subject.head.mention for subject in clause.subjects if not subject.negated]
        return any(self.kb.is_a(e, "treatment") for mention in named if mention is not None for e in mention.entities)

    def of_modifier(self, clause: Clause, parsed: Parsed) -> Stance:
        """A participle in a noun phrase: the place of the phrase in its clause decides whether it is said at all."""
        return turned(self.of_phrase(clause.subjects[0], parsed), clause.verb.negated)

    def of_phrase(self, phrase: Phrase, parsed: Parsed) -> Stance:
        """The stance of what a noun phrase takes for granted; `there is no X`, `has no X` deny it."""
        for clause in parsed.clauses:
            if clause.kind == "modifier":
                continue
            if phrase in clause.complements or phrase in clause.objects:
                if clause.existential or clause.verb.lemma in _HAVING:
                    return turned(self.stances.of_clause(clause, parsed), phrase.negated)
                return self._granted(clause, parsed, phrase)
            if phrase in clause.subjects or any(phrase in phrases for _, phrases, _ in clause.adjuncts):
                return self._granted(clause, parsed, phrase)
        granted = self._granted(_home(phrase, parsed), parsed, phrase)
        return self._granted(None, parsed, phrase) if granted.mood == "unread" else granted

    def of_noun(self, match: Match, phrase: Phrase, parsed: Parsed) -> Stance:
        """The stance of what a noun says happens: an approval that somebody seeks, expects or refuses is none."""
        stance = self.of_phrase(phrase, parsed)
        dated = self._judge(match, "") == "dated"
        wanted = self._wanted(phrase, parsed) if dated and stance.asserted else ""
        return with_mood(stance, "open", wanted) if wanted else stance

    def _wanted(self, phrase: Phrase, parsed: Parsed) -> str:
        """The word that leaves open whether there is what a noun phrase names; empty if none does."""
        has = self.stances.cues.has
        before, over = parsed.before(phrase), None
        if before is not None and before.kind == "prep":
            over = parsed.before(before)
        if over is not None and over.kind == "np" and has("wanting-nouns", over.head.low, over.head.lemma):
            return over.head.low
        for clause in parsed.clauses:
            placed = phrase in clause.objects or any(
                prep in _TOWARDS and phrase in phrases for prep, phrases, _ in clause.adjuncts
            )
            asked = clause.verb.passive and phrase in clause.subjects
            if (placed or asked) and has("wanting-verbs", clause.verb.lemma):
                return clause.verb.lemma
        return ""

    def _granted(self, clause: Clause | None, parsed: Parsed, phrase: Phrase) -> Stance:
        stances = self.stances
        while clause is not None and clause.parent is not None and clause.parent.verb.lemma in PREVENTING:
            clause = clause.parent  # what X keeps Y from doing is taken for what it is
        outer = stances.of_clause(None, self.top) if clause is None else stances.presupposed(clause, parsed)
        return replace(outer, polarity=not phrase.negated)

    def of_equation(self, equation: Equation) -> Stance:
        """The stance of an equation: its clause's, or that of the thing it stands beside."""
        if equation.clause is not None:
            stance = self.stances.of_clause(equation.clause, equation.kind_in)
            if equation.how == "naming" and equation.clause.verb.lemma != "go":
                stance = self.stances.attributed(equation.clause, equation.kind_in, stance)
            return turned(stance, equation.flipped != equation.kind.negated)
        stance = self.of_phrase(equation.thing, equation.thing_in)
        return replace(stance, polarity=not equation.flipped)
