"""Clause -> stance: folded outward along the path from the predicate, never guessed from words nearby.

Local negation, modal, matrix verb with its subject, kind of clause, question, label, and the next
sentence's verdict, in this order. What is not understood on the path leaves the claim unread.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.extract.clauses import PREVENTING
from factcheck.model.claim import Stance

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.extract.clauses import Clause
    from factcheck.extract.parse import Parsed
    from factcheck.extract.phrases import Phrase

_HEDGING_MODALS = {"may", "might", "could", "can"}
_NOBODY = {"nobody", "nothing", "no one", "none"}
_ANYONE = {"you", "people", "one", "anyone", "everyone", "children", "patients", "men", "women", "person", "child", "someone", "they"}
_SOFT = {"rarely", "hardly", "seldom", "scarcely", "barely"}
_SOFT_ADVERBS = {"clearly", "strictly", "purely", "simply", "merely", "just", "only", "entirely", "wholly", "solely", "exactly", "usually",
                 "typically", "generally", "always", "necessarily", "fully", "completely", "primarily", "mainly", "quite", "truly", "often",
                 "commonly", "normally", "directly", "automatically", "yet fully"}
_RAISING_HEDGED = {"seem", "appear", "tend", "think", "believe", "consider", "hold", "assume", "suppose", "understand", "suspect",
                   "presume", "deem", "reckon", "say", "report", "likely"}
_RAISING_FIRM = {"know", "show", "prove", "find", "see", "demonstrate", "happen", "continue", "start", "begin", "come", "use", "work",
                 "help", "approve", "license", "authorise", "authorize", "design", "develop", "make", "take", "go", "have", "serve",
                 "act", "mean", "get", "indicate", "prescribe", "give", "able", "need", "allow", "let", "clear", "learn", "teach"}
_FUTURE = {"expect", "anticipate", "plan", "schedule", "hope", "aim", "set", "due", "intend", "poise", "slate", "project", "predict"}


class StanceReader:
    """Folds stances with the operators of the packs' cues."""

    def __init__(self, cues: Mapping[str, frozenset[str]]) -> None:
        """`cues` are the classes of `cues.yaml`; a missing class is empty."""
        self.cues = cues
        phrases = [*cues.get("not-necessarily", ()), *cues.get("not-only", ())]
        self._soft_adverbs = {p.split()[1] for p in phrases if p.startswith("not ") and len(p.split()) == 2} | _SOFT_ADVERBS

    def has(self, name: str, *words: str) -> bool:
        """Whether one of the words stands in a cue class."""
        found = self.cues.get(name, frozenset())
        return any(word in found for word in words)

    # -- one clause ------------------------------------------------------------------------------

    def of_clause(self, clause: Clause | None, parsed: Parsed, depth: int = 0) -> Stance:
        """The stance of what a clause asserts (for None: of what its sentence takes for granted)."""
        if clause is None:
            return self._sentence(Stance(), parsed)
        stance = self._outer(clause, self._local(clause, parsed), parsed, depth)
        return self._sentence(stance, parsed) if depth == 0 else stance

    def presupposed(self, clause: Clause | None, parsed: Parsed) -> Stance:
        """The stance of what stands inside a phrase of the clause: as its host's, but never turned by its negation."""
        if clause is None:
            return self._sentence(Stance(), parsed)
        outer = self._outer(clause, Stance(), parsed, 0)
        tense = self._local(clause, parsed).tense
        if outer.mood == "asserted" and not outer.polarity and clause.kind in ("complement", "condition"):
            outer = replace(outer, mood="open")
        return self._sentence(Stance(mood=outer.mood, tense=tense, guard=outer.guard), parsed)

    def _local(self, clause: Clause, parsed: Parsed) -> Stance:
        """Negation, modal and tense of the verb group, and the quantifier of its subject."""
        verb = clause.verb
        polarity = not verb.negated
        certainty, mood, guard, tense = "firm", "asserted", "", "now"
        words = {token.low for token in verb.tokens}
        around = {p.low for p in parsed.phrases[max(0, verb.index - 2) : verb.index + 3] if p.kind == "adv"} | words
        anyone = clause.subjects and clause.subjects[0].head.low.rpartition(" ")[2] in _ANYONE and words & {"can", "could", "may"}
        if words & _HEDGING_MODALS and "ca" not in words and not anyone:
            certainty, guard = "hedged", "modal can" if words & {"can", "could"} else "modal"
        if self.has("hedges", *around):
            certainty, guard = "hedged", "hedge"
        if around & _SOFT:
            mood, guard = "open", "soft negation"
        if verb.negated and (around & self._soft_adverbs or any(word in self.cues.get("not-necessarily", frozenset()) for word in around)):
            mood, guard = "open", "not necessarily"
        if words & {"would", "should"}:
            certainty, guard = "hedged", "modal"
        if words & {"will", "'ll", "wo", "shall"}:
            tense = "future"
        elif words & {"was", "were", "had", "did"} or verb.form == "vbd":
            tense = "past"
        for subject in clause.subjects[:1]:
            before = parsed.before(subject)
            if subject.negated or subject.low in _NOBODY or (before is not None and before.low == "neither"):
                polarity = not polarity
            elif before is not None and before.kind == "neg":
                if subject.determiner in ("all", "every", "each", "both", "any"):
                    mood, guard = "open", "not all"
                else:
                    polarity = not polarity
            if subject.determiner in ("few", "little") and subject.tokens[0].low != "a":
                mood, guard = "open", "few"
        if verb.negated and any(p.determiner in ("all", "every") and p.negated is False and p.tokens[0].low in ("all", "every") for p in clause.subjects):
            mood, guard = "open", "all not"
        return Stance(polarity, certainty, mood, tense, None, guard)

    # -- what it hangs on ------------------------------------------------------------------------

    def _outer(self, clause: Clause, stance: Stance, parsed: Parsed, depth: int) -> Stance:
        if depth > 8:
            return replace(stance, mood="unread", guard="too deep")
        parent = clause.parent
        kind = clause.kind
        if kind == "condition":
            return self._mood(stance, "condition", clause.opener)
        if clause.opener == "free" or (kind == "relative" and clause.opener == "free"):
            return self._mood(stance, "unread", "free relative")
        if kind == "time" and clause.opener in ("until", "till", "before", "unless"):
            return replace(self._mood(stance, "open", clause.opener))
        if clause.opener in ("as if", "as though", "in case", "if only", "only if", "provided that", "assuming that", "even if", "supposing that"):
            return self._mood(stance, "condition", clause.opener)
        if kind == "complement":
            return self._complement(clause, stance, parsed, depth)
        if kind == "infinitive" and parent is not None:
            return self._infinitive(clause, parent, stance, parsed, depth)
        if kind == "coordinate" and parent is not None:
            return self._coordinate(clause, parent, stance, parsed, depth)
        if kind in ("relative", "participle", "modifier") and parent is not None:
            host = self.of_clause(parent, parsed, depth + 1)
            if host.mood not in ("asserted", "open") and kind != "modifier":
                return replace(stance, mood=host.mood, guard=host.guard)
            if kind == "participle" and clause.opener in ("by", "from", "for", "without", "of", "as"):
                if clause.opener == "without" or (clause.opener == "from" and parent.verb.lemma in PREVENTING):
                    return replace(stance, polarity=not stance.polarity)
                return self._under(stance, host)
            return stance
        if kind in ("reason", "concession", "time") and parent is not None:
            host = self.of_clause(parent, parsed, depth + 1)
            if host.mood in ("others", "rejected"):
                return replace(stance, mood=host.mood, guard=host.guard)
            if kind == "reason" and host.polarity is False and clause.opener == "because":
                return self._mood(stance, "open", "not … because")
        return stance

    @staticmethod
    def _mood(stance: Stance, mood: str, guard: str) -> Stance:
        return replace(stance, mood=mood, guard=guard) if stance.mood == "asserted" else stance

    @staticmethod
    def _under(stance: Stance, host: Stance) -> Stance:
        """A predicate inside another's: its denial and mood carry over."""
        if host.mood != "asserted":
            return replace(stance, mood=host.mood, guard=host.guard)
        if not host.polarity:
            stance = replace(stance, mood="open", guard="negated host")
        if host.certainty == "hedged":
            stance = replace(stance, certainty="hedged")
        return stance

    def _coordinate(self, clause: Clause, parent: Clause, stance: Stance, parsed: Parsed, depth: int) -> Stance:
        """A further predicate shares mood with the first, and its negation if it has no auxiliary of its own."""
        outer = self._outer(parent, Stance(), parsed, depth + 1)
        own_subject = clause.subjects is not parent.subjects
        contrast = clause.opener in ("but", "yet", "but rather")
        if not outer.asserted and not (own_subject and contrast):
            stance = replace(stance, mood=outer.mood, guard=outer.guard)
        elif outer.certainty == "hedged" and not own_subject:
            stance = replace(stance, certainty="hedged")
        if not outer.polarity and outer.asserted and not own_subject:
            stance = replace(stance, polarity=not stance.polarity)
        if clause.opener == "nor" and not clause.verb.negated:
            return replace(stance, polarity=not stance.polarity)
        if parent.verb.negated and not own_subject and not contrast and not clause.verb.auxiliaries and not clause.verb.negated:
            if clause.opener in ("or", ","):
                return replace(stance, polarity=not stance.polarity)
            if clause.verb.form in ("vb", "vbn", "vbg"):
                return self._mood(stance, "open", "and under negation")
        return stance

    # -- matrix predicates -----------------------------------------------------------------------

    def _complement(self, clause: Clause, stance: Stance, parsed: Parsed, depth: int) -> Stance:
        matrix, parent = clause.matrix, clause.parent
        if matrix is None:
            return self._mood(stance, "unread", "no matrix") if clause.opener != "that" else self._mood(stance, "unread", "that")
        if clause.opener in ("how", "why", "whether"):
            return self._mood(stance, "open", clause.opener)
        if matrix.kind == "vg" and matrix.tokens[-1].tag in ("do", "modal", "have"):
            return replace(stance, polarity=stance.polarity != matrix.negated)
        effect = self._effect(matrix, parent, parsed)
        if parent is None or parent is clause:
            return self._apply(stance, effect, Stance())
        outer = self._outer(parent, Stance(), parsed, depth + 1)
        return self._apply(stance, effect, outer)

    def _apply(self, stance: Stance, effect: tuple[str, str], outer: Stance) -> Stance:
        what, guard = effect
        if not outer.asserted:
            return self._mood(stance, outer.mood, outer.guard)
        if what == "assert":
            return replace(stance, certainty="hedged" if outer.certainty == "hedged" else stance.certainty)
        if what == "hedge":
            return replace(stance, certainty="hedged")
        if what == "flip":
            return replace(stance, polarity=not stance.polarity, guard=guard)
        if what == "past":
            return replace(self._mood(stance, "others", guard), tense="past")
        return self._mood(stance, what, guard)

    def _effect(self, matrix: Phrase, parent: Clause | None, parsed: Parsed) -> tuple[str, str]:
        """What a matrix word does to the clause under it: assert, hedge, flip, others, open, past, unreal or unread."""
        if matrix.kind in ("np", "adj"):
            return self._noun_effect(matrix, parent, parsed)
        if matrix.kind != "vg" or parent is None:
            return "unread", matrix.low
        lemma = matrix.lemma
        nobody = any(self.has("nobody", s.low, s.tokens[0].low) or s.negated for s in parent.subjects)
        negated = matrix.negated != nobody
        past = self._given_up(parent, parsed)
        if lemma == "be":
            return self._be_effect(parent, parsed)
        if not parent.subjects and lemma in ("suppose", "imagine", "assume", "pretend", "say") and not matrix.passive:
            return "unreal", lemma
        if self.has("reject", lemma):
            return ("assert", lemma) if negated else ("flip", lemma)
        if self.has("doubt", lemma):
            return ("assert", lemma) if negated else ("open", lemma)
        if self.has("unreal", lemma):
            return "unreal", lemma
        if self.has("factive", lemma):
            if negated:
                return "open", f"not {lemma}"
            return "assert", lemma
        if past:
            return "past", past
        if self.has("belief", lemma) or self.has("hedge-matrix", lemma) or self.has("report", lemma) or self.has("claim-others", lemma):
            if negated:
                return "flip", f"not {lemma}"
            if self.has("claim-others", lemma) and not self._authority(parent) and not self._author(parent):
                return "others", lemma
            return ("others", lemma) if self._others(parent) else ("hedge", lemma)
        if lemma in ("mean", "imply", "explain", "ensure", "result", "follow", "add", "agree", "recognise", "recognize", "understand", "accept"):
            return ("open", lemma) if negated else ("assert", lemma) if not self._others(parent) else ("others", lemma)
        return "unread", lemma

    def _be_effect(self, parent: Clause, parsed: Parsed) -> tuple[str, str]:
        """`The truth is that …`, `it is a myth that …`, `it is clear that …` with the complement before `that`."""
        for complement in parent.complements:
            return self._noun_effect(complement, parent, parsed)
        behind = parsed.phrases[parent.verb.index + 1] if parent.verb.index + 1 < len(parsed.phrases) else None
        if parent.existential and behind is not None and behind.kind == "adv" and "doubt" in behind.low:
            return "assert", behind.low
        for subject in parent.subjects:
            return self._noun_effect(subject, parent, parsed)
        return "unread", "be"

    def _noun_effect(self, noun: Phrase, parent: Clause | None, parsed: Parsed) -> tuple[str, str]:
        head = noun.head.low
        lemma = noun.head.tags.get("ns", head[:-1] if head.endswith("s") and noun.kind == "np" else head)
        words = (head, lemma, noun.low)
        in_clause = parent is not None and (noun in parent.complements or noun in parent.subjects or noun in parent.objects)
        negated = noun.negated != (in_clause and parent is not None and noun in parent.complements and parent.verb.negated)
        if in_clause and parent is not None and noun in parent.objects and parent.verb.negated:
            negated = not noun.negated
        if self.has("myth-nouns", *words) or self.has("verdict-false", *words) or self.has("reject", *words):
            return ("assert", head) if negated else ("flip", head)
        if self.has("doubt-nouns", *words):
            return ("assert", head) if negated else ("open", head)
        if self.has("doubt", *words):
            return "open", head
        if self.has("fact-nouns", *words) or self.has("factive", *words) or self.has("verdict-true", *words):
            if negated:
                return ("open", f"no {head}") if head in ("evidence", "proof", "indication", "sign", "known", "certain", "clear", "proven") else ("flip", f"not {head}")
            return ("hedge", head) if head in ("evidence", "proof", "indication", "sign") else ("assert", head)
        if head in ("likely", "probable", "plausible"):
            return ("flip", f"not {head}") if negated else ("hedge", head)
        if self.has("belief-nouns", *words):
            return "others", head
        return "unread", head

    def _given_up(self, parent: Clause, parsed: Parsed) -> str:
        """The words by which a belief is put into the past (`was once thought`, `used to believe`)."""
        words = [t.low for t in parent.verb.tokens]
        past_form = parent.verb.form == "vbd" or any(w in ("was", "were", "had") for w in words)
        around = [p.low for p in parsed.phrases if p.kind == "adv"] + words
        anchor = next((w for w in around if self.has("past-anchors", w)), "")
        if anchor and past_form:
            return anchor
        if parent.kind == "infinitive" and parent.parent is not None and parent.parent.verb.lemma == "use":
            return "used to"
        return "was" if past_form and any(t.tag == "be" and t.low in ("was", "were") for t in parent.verb.tokens) and anchor else ""

    def _others(self, parent: Clause) -> bool:
        """Whether a belief is somebody else's: `some people`, `my neighbour`, `a popular video`."""
        if self._authority(parent):
            return False
        for subject in parent.subjects:
            if subject.low in ("we", "i", "it", "you") or self.has("everybody", subject.low):
                return False
            return True
        return False

    def _author(self, parent: Clause) -> bool:
        return any(s.low in ("we", "i", "our", "this article") for s in parent.subjects)

    def _authority(self, parent: Clause) -> bool:
        for subject in parent.subjects:
            head = subject.head.low
            singular = subject.head.tags.get("ns", head[:-1] if head.endswith("s") else head)
            some = subject.determiner in ("some", "few", "certain")
            if not some and (self.has("authority-subjects", head, singular, subject.low, f"{singular}s") or self.has("everybody", subject.low)):
                return True
        return False

    def _infinitive(self, clause: Clause, parent: Clause, stance: Stance, parsed: Parsed, depth: int) -> Stance:
        """`is thought to …`, `seems to …`, `fails to …`, `used to …`, `is unlikely to …`."""
        outer = self.of_clause(parent, parsed, depth + 1)
        matrix = clause.matrix or parent.verb
        lemma = matrix.head.low if matrix.kind == "adj" else matrix.lemma
        if lemma == "fail" or lemma == "unable":
            return self._apply(replace(stance, polarity=not stance.polarity), ("assert", lemma), outer)
        if lemma == "use" and not parent.verb.passive and parent.verb.head.low == "used":
            return replace(self._mood(stance, "others", "used to"), tense="past")
        if lemma in ("unlikely",):
            return self._mood(stance, "open", lemma)
        if lemma in _FUTURE:
            future = replace(stance, tense="future", certainty="hedged")
            return self._under(future, outer) if not (outer.asserted and not outer.polarity) else replace(future, polarity=not future.polarity)
        if not outer.asserted:
            return self._mood(stance, outer.mood, outer.guard)
        if parent.verb.passive or lemma in ("seem", "appear", "tend", "likely"):
            given_up = self._given_up(parent, parsed)
            if given_up and lemma in _RAISING_HEDGED:
                return replace(self._mood(stance, "others", given_up), tense="past")
        if lemma in _RAISING_HEDGED:
            stance = replace(stance, certainty="hedged")
            return stance if outer.polarity else replace(stance, polarity=not stance.polarity)
        if not outer.polarity:
            if lemma in ("show", "prove", "find", "demonstrate", "know", "establish", "confirm"):
                return self._mood(stance, "open", f"not {lemma}")
            if lemma in _RAISING_FIRM or matrix.kind == "adj":
                return replace(stance, polarity=not stance.polarity)
            return self._mood(stance, "open", f"not {lemma}")
        if outer.certainty == "hedged":
            stance = replace(stance, certainty="hedged")
        if matrix.kind == "vg" and lemma not in _RAISING_FIRM | _RAISING_HEDGED:
            return self._mood(stance, "open", lemma)
        return stance

    # -- the sentence ----------------------------------------------------------------------------

    def _sentence(self, stance: Stance, parsed: Parsed) -> Stance:
        """A question asks; nothing in it is asserted."""
        if parsed.question and stance.mood == "asserted":
            return replace(stance, mood="question", guard="?")
        return stance
