"""Clause -> stance: folded outward along the path from the predicate, never guessed from words nearby.

Local negation, modal, matrix verb with its subject, kind of clause, question, label, and the next
sentence's verdict, in this order. What is not understood on the path leaves the claim unread.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.extract.clauses import PREVENTING
from factcheck.extract.cues import Cues
from factcheck.extract.folding import affected, hedged_as, turned, under, with_mood
from factcheck.extract.gerunds import under_governor
from factcheck.extract.infinitives import under_infinitive
from factcheck.extract.matrix import MatrixReader
from factcheck.extract.permission import verdict_on
from factcheck.extract.predicate import PredicateReader
from factcheck.extract.tables import word_set
from factcheck.extract.verb_forms import NAMING
from factcheck.model.claim import Stance

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.extract.clauses import Clause
    from factcheck.extract.parse import Parsed
    from factcheck.model.claim import Claim

_DEEPEST = 8
_NOWHERE = ("nowhere", "at no time", "in no case", "under no circumstances", "never before")
_SUPPOSED = word_set(
    "as if|as though|in case|in which case|if only|only if|provided that|assuming that|even if|supposing that", "|"
)
_NOT_YET = ("until", "till", "before", "unless")
_INSTEAD = ("without", "rather than", "instead of", "as opposed to")
_MUSING = ("dream", "think", "talk", "speak", "hope", "aim", "aspire", "fantasise", "fantasize", "warn", "accuse")
_TEACHING = ("show", "teach", "demonstrate", "explain", "instruct")
_GERUNDS = ("by", "from", "for", "of", "as", "against", *_INSTEAD)


class StanceReader:
    """Folds stances with the operators of the packs' cues."""

    def __init__(self, cues: Mapping[str, frozenset[str]]) -> None:
        """`cues` are the classes of `cues.yaml`; a missing class is empty."""
        self.cues = known = Cues(cues)
        self._predicates = PredicateReader(known)
        self._matrices = MatrixReader(known)

    def of_clause(self, clause: Clause | None, parsed: Parsed, depth: int = 0) -> Stance:
        """The stance of what a clause asserts (for None: of what its sentence takes for granted)."""
        if clause is None:
            return _asked(Stance(), parsed)
        own = self._predicates.of(clause, parsed)
        if _counterfactual(clause, parsed):
            own = with_mood(own, "unreal", "would")
        if source := self._matrices.source(parsed):
            own = with_mood(own, "others", source)
        stance = self._outer(clause, own, parsed, depth)
        if depth == 0 and parsed.phrases and parsed.phrases[0].low in _NOWHERE:
            nowhere = parsed.phrases[0].low == "nowhere" and sum(c.verb.finite for c in parsed.clauses) == 1
            stance = turned(stance) if nowhere else with_mood(stance, "open", parsed.phrases[0].low)
        return _asked(stance, parsed) if depth == 0 else stance

    def presupposed(self, clause: Clause, parsed: Parsed) -> Stance:
        """The stance of what stands inside a phrase of the clause: as its host's, but never turned by its negation."""
        outer = self._outer(clause, Stance(), parsed, 0)
        tense = self._predicates.of(clause, parsed).tense
        if outer.asserted and not outer.polarity and clause.kind in ("complement", "condition"):
            outer = replace(outer, mood="open")
        return _asked(Stance(mood=outer.mood, tense=tense, guard=outer.guard), parsed)

    def attributed(self, clause: Clause, parsed: Parsed, stance: Stance) -> Stance:
        """The stance of `some doctors held X to be Y`: theirs, unless the author or an authority speaks."""
        if past := self._matrices.given_up(clause, parsed):
            return replace(with_mood(stance, "others", past), tense="past")
        agents = [p for prep, ps, _ in clause.adjuncts if prep == "by" for p in ps] if clause.verb.passive else []
        known = any(p.head.mention or self.cues.has("authority-subjects", p.low, p.head.low) for p in agents)
        if agents and not known:
            return with_mood(stance, "others", agents[0].low)
        others = not clause.verb.passive and self._matrices.others(clause)
        return with_mood(stance, "others", clause.subjects[0].low) if others else stance

    def _host(self, clause: Clause, parsed: Parsed, depth: int) -> Stance:
        """The stance of a clause on which another hangs, worked out once."""
        key = ("host", id(clause))
        if key not in parsed.stances:
            parsed.stances[key] = self.of_clause(clause, parsed, depth)
        return parsed.stances[key]

    def _around(self, clause: Clause, parsed: Parsed, depth: int) -> Stance:
        """What stands around a clause, whatever it says itself, worked out once."""
        key = ("around", id(clause))
        if key not in parsed.stances:
            parsed.stances[key] = self._outer(clause, Stance(), parsed, depth)
        return parsed.stances[key]

    # -- what a clause hangs on ------------------------------------------------------------------

    def _outer(self, clause: Clause, stance: Stance, parsed: Parsed, depth: int) -> Stance:
        if depth > _DEEPEST:
            return replace(stance, mood="unread", guard="too deep")
        kind, opener, parent = clause.kind, clause.opener, clause.parent
        if kind == "condition":
            return with_mood(stance, "condition", opener)
        if _is_subject(clause, parsed):
            allowed = verdict_on(clause, parsed)
            return with_mood(stance, "open", "gerund") if allowed is None else turned(stance, not allowed)
        called = kind == "infinitive" and not clause.verb.index and clause.verb.lemma in NAMING
        if called or (kind == "time" and opener in _NOT_YET):  # `To call X a Y would be …`
            return with_mood(stance, "open", opener or kind)
        if opener == "free":
            return with_mood(stance, "unread", "free relative")
        if opener in _SUPPOSED:
            return with_mood(stance, "condition", opener)
        if kind == "complement":
            return self._complement(clause, stance, parsed, depth)
        if parent is None:
            return turned(stance) if kind == "participle" and opener in _INSTEAD else stance
        if kind == "coordinate":
            return self._coordinate(clause, parent, stance, parsed, depth)
        if kind not in ("infinitive", "relative", "participle", "modifier", "reason", "concession", "time"):
            return stance
        host = self._host(parent, parsed, depth + 1)
        if kind == "infinitive":
            return under_infinitive(clause, parent, stance, host, self._matrices, parsed)
        if kind == "relative" and host.mood == "condition" and _aside(clause, parsed):
            return stance
        if kind in ("relative", "participle", "modifier"):
            return self._hung(clause, parent, stance, host, self._around(parent, parsed, depth + 1), parsed)
        return _beside(clause, stance, host)

    @staticmethod
    def _hung(clause: Clause, parent: Clause, stance: Stance, host: Stance, around: Stance, parsed: Parsed) -> Stance:
        """A relative clause or participle, by what its host and what is around the host say."""
        if around.asserted and not around.polarity:
            return with_mood(stance, "open", "inside a denial")
        if around.mood == "open" and parent.kind == "complement":
            return with_mood(stance, "open", around.guard)
        if not host.polarity and parent.verb.lemma == "be" and clause.antecedent == parent.complements:
            return with_mood(stance, "open", "of what it is not")
        governed = under_governor(clause, parent, stance, host, parsed) if clause.kind == "participle" else None
        return governed or _attached(clause, parent, stance, host)

    def _complement(self, clause: Clause, stance: Stance, parsed: Parsed, depth: int) -> Stance:
        """A clause under a matrix word: `they say that …`, `the myth that …`, `it is clear that …`."""
        matrix, parent = clause.matrix, clause.parent
        if matrix is None:
            return with_mood(stance, "unread", "that" if clause.opener == "that" else "no matrix")
        if clause.opener in ("how", "why", "whether"):
            taught = clause.opener == "how" and parent is not None and _teaches(clause, parent)
            around = self._around(parent, parsed, depth + 1) if taught and parent is not None else None
            assured = around is not None and around.asserted and around.polarity and around.tense == "now"
            return stance if assured else with_mood(stance, "open", clause.opener)
        if matrix.kind == "vg" and matrix.tokens[-1].tag in ("do", "modal", "have"):
            return turned(stance, matrix.negated)
        effect = self._matrices.of_complement(clause, parsed)
        if parent is None or parent is clause:
            return affected(stance, effect, Stance())
        return affected(stance, effect, self._around(parent, parsed, depth + 1))

    def _coordinate(self, clause: Clause, parent: Clause, stance: Stance, parsed: Parsed, depth: int) -> Stance:
        """A further predicate shares mood with the first, and its negation if it has no auxiliary of its own."""
        outer = self._around(parent, parsed, depth + 1)
        own_subject = clause.subjects is not parent.subjects
        contrast = clause.opener in ("but", "yet", "but rather")
        if not outer.asserted and not (own_subject and contrast):
            stance = replace(stance, mood=outer.mood, guard=outer.guard)
        elif outer.certainty == "hedged" and not own_subject:
            stance = hedged_as(stance, outer)
        if not outer.polarity and outer.asserted and not own_subject:
            stance = turned(stance)
        if clause.opener == "nor" and not clause.verb.negated:
            return turned(stance)
        bare = not clause.verb.auxiliaries and not clause.verb.negated
        if parent.verb.negated and bare and not own_subject and not contrast:
            if clause.opener in ("or", ","):
                return turned(stance)
            if clause.verb.form in ("vb", "vbn", "vbg"):
                return with_mood(stance, "open", "and under negation")
        return stance


def _teaches(clause: Clause, parent: Clause) -> bool:
    """`A nurse shows you how to do X`: what somebody is shown how to do is done."""
    guarded = any(t.tag == "modal" and t.low not in ("will", "can", "'ll") for t in parent.verb.tokens)
    nobody = parent.verb.negated or not parent.subjects or any(s.negated for s in parent.subjects)
    return clause.verb.tokens[0].low == "to" and parent.verb.lemma in _TEACHING and not guarded and not nobody


def _aside(clause: Clause, parsed: Parsed) -> bool:
    """`whether X, which is a Y, …`: what a relative behind a comma adds on a name is the author's."""
    named = [p for p in clause.antecedent if p.head.mention is not None and p.determiner == ""]
    at = named[0].index + 1 if named else 0
    marks = [phrase.kind for phrase in parsed.phrases[at : at + 2]]
    return bool(named) and marks == [",", "rel"] and clause.opener in ("which", "who")


def _is_subject(clause: Clause, parsed: Parsed) -> bool:
    """`Pairing X with Y is …`: a gerund of which another verb says something."""
    if clause.verb.form != "vbg" or clause.verb.auxiliaries or clause.opener or clause.antecedent:
        return False
    opens = clause.verb.index == 0 or parsed.phrases[clause.verb.index - 1].kind in (";", ":", "dash")
    later = [c for c in parsed.clauses if c.verb.index > clause.verb.index and c.verb.finite]
    return (
        opens
        and bool(later)
        and not any(p.kind == "," for p in parsed.phrases[clause.verb.index : later[0].verb.index])
    )


def _counterfactual(clause: Clause, parsed: Parsed) -> bool:
    """`If X were a Y, it would …`, `it would be if …`: what would be if something else were so."""
    if not any(token.low in ("would", "'d", "might", "could") for token in clause.verb.tokens):
        return False
    conditions = [c for c in parsed.clauses if c.kind == "condition" and c.opener in ("if", "unless")]
    if any(c.parent is clause and c.verb.index > clause.verb.index for c in conditions):
        return True
    past = any(c.verb.form == "vbd" and not c.verb.auxiliaries for c in conditions)
    return past or any(token.low in ("were", "was", "had", "did") for c in conditions for token in c.verb.tokens)


def _attached(clause: Clause, parent: Clause, stance: Stance, host: Stance) -> Stance:
    """A relative clause or participle: said even where its host is denied, not where its host is not said at all."""
    if host.mood not in ("asserted", "open") and clause.kind != "modifier":
        return replace(stance, mood=host.mood, guard=host.guard)
    if clause.kind == "participle" and clause.opener in _GERUNDS:
        if clause.opener == "from" and parent.verb.lemma in PREVENTING:
            return with_mood(stance, "open", parent.verb.lemma)
        if clause.opener in _INSTEAD:
            return turned(stance)
        if clause.opener in ("of", "about", "for", "at") and parent.verb.lemma in _MUSING:
            return with_mood(stance, "open", parent.verb.lemma)
        if clause.opener == "against":
            return with_mood(stance, "open", "against")
        return under(stance, host)
    return stance


def _beside(clause: Clause, stance: Stance, host: Stance) -> Stance:
    """A reason, concession or time: said on its own account, unless it is others who say the whole."""
    if host.mood in ("others", "rejected", "condition" if clause.kind == "reason" else "rejected"):
        return replace(stance, mood=host.mood, guard=host.guard)
    if clause.kind == "reason" and not host.polarity and clause.opener == "because":
        return with_mood(stance, "open", "not … because")
    return stance


def _asked(stance: Stance, parsed: Parsed) -> Stance:
    """A question asks; nothing in it is asserted."""
    return replace(stance, mood="question", guard="?") if parsed.question and stance.asserted else stance


def placed(claim: Claim, label: str, cuts: list[int], quotes: list[tuple[int, int]]) -> Stance:
    """The stance of a claim after the label of its block, its rejection (before one of `cuts`), and quotation."""
    stance = claim.stance
    if not stance.asserted:
        return stance
    if any(claim.span.end <= cut for cut in cuts):
        return replace(stance, mood="rejected", guard="rejected in the same sentence")
    if any(start <= claim.span.start and claim.span.end <= end for start, end in quotes):
        return replace(stance, mood="others", guard="quotation")
    if label == "myth":
        return replace(stance, polarity=not stance.polarity, guard="label myth")
    moods = {"question": "question", "crossed": "open"}
    return replace(stance, mood=moods[label], guard=f"label {label}") if label in moods else stance
