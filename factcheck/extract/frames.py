"""Clauses and noun phrases -> matches of the packs' frames: which predicate holds between what.

Pack authors write the active form; passive, participle, relative, infinitive and control follow
from the clause, because its arguments are already in their grammatical places.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factcheck.extract.denote import TRANSPARENT, Denoted, Denoter
from factcheck.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from factcheck.extract.clauses import Clause
    from factcheck.extract.parse import Parsed
    from factcheck.extract.phrases import Phrase
    from factcheck.knowledge.base import KnowledgeBase
    from factcheck.model.knowledge import Filler, Frame


@dataclass(frozen=True, slots=True)
class Match:
    """A frame found: what fills S and O, the phrases of N, and where the predicate stands."""

    frame: Frame
    subjects: tuple[Denoted, ...]
    objects: tuple[Denoted, ...]
    numbers: tuple[Phrase, ...]
    span: TextSpan
    parsed: Parsed
    clause: Clause | None = None
    phrase: Phrase | None = None
    flipped: frozenset[int] = frozenset()


@dataclass(slots=True)
class _Bound:
    """What the slots of a frame took so far."""

    S: list[Denoted] = field(default_factory=list)
    O: list[Denoted] = field(default_factory=list)
    N: list[Phrase] = field(default_factory=list)
    spans: list[TextSpan] = field(default_factory=list)

    def take(self, role: str, found: Sequence[Denoted]) -> None:
        room = self.S if role == "S" else self.O
        room += [each for each in found if each not in room]
        self.spans += [each.span for each in found]


class Matcher:
    """Matches frames against the parts of one sentence."""

    def __init__(self, kb: KnowledgeBase, denoter: Denoter, topic: Callable[[Sequence[str]], Sequence[Denoted]],
                 equals: Callable[[Phrase, Parsed], Sequence[tuple[Phrase, Parsed]]], equal_clauses: Callable[[], Sequence[Clause]]) -> None:
        """`topic` gives the subject of a fragment; `equals` the phrases, `equal_clauses` the clauses that a noun phrase is said to be."""
        self.kb = kb
        self.denoter = denoter
        self.topic = topic
        self.equals = equals
        self.equal_clauses = equal_clauses
        self._events: dict[int, list[Denoted]] = {}
        self._busy: set[tuple[str, int]] = set()

    # -- what a frame expects --------------------------------------------------------------------

    def _types(self, frame: Frame, role: str) -> Sequence[str]:
        if frame.reads != "relation":
            return ()
        relation = self.kb.relations[frame.target]
        return relation.subject if role == "S" else relation.object

    # -- verbs -----------------------------------------------------------------------------------

    def of_clause(self, clause: Clause, parsed: Parsed, reads: Sequence[str] = ("relation", "unary")) -> Iterator[Match]:
        """The matches of verb frames, and of adjective frames for its complements."""
        for frame in self.kb.frames_by_word.get(("verb", clause.verb.lemma), ()):
            if frame.reads in reads:
                words = [w for w in frame.words if w.split()[0] == clause.verb.lemma]
                for word in sorted(words, key=len, reverse=True):
                    match = self._verb(frame, word, clause, parsed)
                    if match is not None:
                        yield match
                        break
        for complement in clause.complements:
            lemma = complement.head.low
            for frame in self.kb.frames_by_word.get(("adj", lemma), ()):
                if frame.reads in reads and complement.kind == "adj":
                    match = self._adjective(frame, complement, clause, parsed)
                    if match is not None:
                        yield match

    def _verb(self, frame: Frame, word: str, clause: Clause, parsed: Parsed) -> Match | None:
        particle = word.split()[1:]
        if particle and not self._has_particle(clause, parsed, particle):
            return None
        bound = _Bound(spans=[clause.subjects[0].span if clause.gapped else clause.verb.span])
        for names, filler in frame.slots:
            if not self._fill(frame, names, filler, clause, parsed, bound, particle):
                return None
        return self._match(frame, bound, clause, parsed)

    def _has_particle(self, clause: Clause, parsed: Parsed, particle: Sequence[str]) -> bool:
        at = clause.verb.index + 1
        near = [t.low for p in parsed.phrases[at : at + 3] for t in p.tokens][:8] if clause.kind != "modifier" else []
        words = [w for text in near for w in text.split()]
        if clause.verb.lemma == "be":
            return words[: len(particle)] == list(particle) or words[1 : len(particle) + 1] == list(particle) and near[0] in ("not", "also", "only", "still", "now")
        return any(words[i : i + len(particle)] == list(particle) for i in range(len(words)))

    def _match(self, frame: Frame, bound: _Bound, clause: Clause | None, parsed: Parsed, phrase: Phrase | None = None) -> Match:
        span = bound.spans[0]
        for other in bound.spans[1:]:
            span = span.joined(other)
        return Match(frame, tuple(bound.S), tuple(bound.O), tuple(bound.N), span, parsed, clause, phrase,
                     frozenset(clause.flipped) if clause is not None else frozenset())

    def _fill(self, frame: Frame, names: Sequence[str], filler: Filler, clause: Clause, parsed: Parsed, bound: _Bound, particle: Sequence[str]) -> bool:
        """Fill one slot from the clause; False if it must be filled and is not."""
        for name in names:
            phrases, clauses = self._places(name, clause, parsed, particle)
            if self._accept(frame, filler, phrases, clauses, parsed, bound):
                return True
        if names[0] == "how":
            said = {p.low for p in parsed.phrases[clause.verb.index : clause.verb.index + 5] if p.kind in ("adv", "adj")} | {t.low for t in clause.verb.tokens}
            return bool(said & set(filler.lemmas)) or filler.optional
        if names[0] == "topic":
            found = self._topic_before(clause, parsed, self._types(frame, "S"), frame)
            bound.take("S", found)
            return bool(found)
        if names[0] == "subj" and filler.role == "S" and not clause.subjects and clause.verb.finite and clause.kind in ("main", "coordinate"):
            found = self.topic(self._types(frame, "S"))
            bound.take("S", found)
            return bool(found)
        return filler.optional

    def _topic_before(self, clause: Clause, parsed: Parsed, types: Sequence[str], frame: Frame) -> Sequence[Denoted]:
        """What a clause without a word for it is about: the nearest subject before it, if its own subject says no more."""
        if any(t.tag == "adj" and t.low not in ("clinical", "human") for s in clause.subjects for t in s.tokens) or any(parsed.attached(s) for s in clause.subjects):
            return ()
        kinds = types or self.kb.entities[frame.target].parents
        for earlier in reversed([c for c in parsed.clauses if c.verb.index < clause.verb.index]):
            for subject in earlier.subjects:
                found = [d for d in self.denoter.denote(subject, parsed, kinds) if not self.kb.entities[d.entity].generic]
                if found:
                    return found[:1]
        return [d for d in self.topic(kinds) if d.entity not in self.kb.class_ids]

    def _places(self, name: str, clause: Clause, parsed: Parsed, particle: Sequence[str]) -> tuple[list[Phrase], list[Clause]]:
        """The phrases and clauses that stand in a slot of a clause."""
        passive = clause.verb.passive
        if name == "subj":
            if passive:
                return [p for prep, ps, _ in clause.adjuncts if prep == "by" or prep.endswith(" by") for p in ps] + self._compound_agent(clause), []
            return clause.subjects, []
        if name == "obj":
            if passive:
                return clause.subjects, []
            if clause.kind == "relative" and clause.gap == "obj":
                return clause.antecedent, []
            if not particle:
                return clause.objects, []
            ends = {" ".join(particle), particle[-1]}
            particled = [p for prep, ps, _ in clause.adjuncts if prep in ends for p in ps]
            return (particled if len(particle) > 1 and particled else clause.objects + particled), []
        if name == "comp":
            return clause.complements + (clause.objects if passive else []), []
        if name.startswith("to "):
            words = {name[3:], *self.kb.classes.get(("verb", name[3:]), ())}
            inner = [c for c in parsed.clauses if c.parent is clause and c.kind == "infinitive" and c.verb.lemma in words]
            return [p for c in inner for p in [*c.objects, *(q for prep, ps, _ in c.adjuncts if prep in ("for", "in", "with") for q in ps)]], []
        if name == "to":
            return [], [c for c in parsed.clauses if c.parent is clause and c.kind == "infinitive"]
        phrases = [p for prep, ps, _ in clause.adjuncts if prep == name or prep.endswith(" " + name) for p in ps]
        phrases += [p for prep, ps in clause.fronted if prep == name for p in ps]
        if clause.kind == "relative" and clause.gap == name:
            phrases += clause.antecedent
        if name == "in":
            phrases += parsed.named_after(clause)
        for obj in clause.objects[-1:] + (clause.complements[-1:] if not clause.adjuncts else []):
            if not clause.adjuncts:
                phrases += [p for prep, ps in parsed.attached(obj) if prep == name for p in ps]
        if not phrases:
            phrases = [p for subject in clause.subjects for p in self._behind(subject, name, parsed)]
        clauses = [c for c in parsed.clauses if c.opener == name
                   and (c.parent is clause or (clause.kind == "infinitive" and c.parent is clause.parent and c.verb.index > clause.verb.index))]
        return phrases, clauses

    @staticmethod
    def _behind(phrase: Phrase, name: str, parsed: Parsed) -> list[Phrase]:
        """What a preposition attaches to a noun phrase or to the phrases behind it ("80% of patients on X")."""
        chain = parsed.attached(phrase)
        return [p for prep, ps in chain if prep == name for p in ps]

    def _compound_agent(self, clause: Clause) -> list[Phrase]:
        """`FDA-approved`: the name glued before a participle is its agent."""
        return [clause.verb] if clause.verb.head.mention is not None and clause.verb.head.kind == "compound" else []

    def _accept(self, frame: Frame, filler: Filler, phrases: Sequence[Phrase], clauses: Sequence[Clause], parsed: Parsed, bound: _Bound) -> bool:
        """Whether what stands in a slot fits its filler; roles are bound."""
        if filler.role in ("S", "O"):
            found = [d for p in phrases for d in self._denote(p, parsed, self._types(frame, filler.role))]
            acting = [c for c in parsed.clauses for p in phrases if c.kind in ("participle", "relative", "infinitive") and len(c.subjects) == 1 and c.subjects[0] is p]
            found += [d for c in (*clauses, *acting) for d in self._clause_event(c, parsed, self._types(frame, filler.role))]
            if found:
                bound.take(filler.role, found)
            return bool(found)
        if filler.role == "N":
            inner = [q for p in phrases for prep, ps in parsed.attached(p) if prep == "of" for q in ps]
            numbers = [p for p in (*phrases, *inner) if any(t.tag == "num" for t in p.tokens)]
            bound.N += numbers
            bound.spans += [p.span for p in numbers]
            return bool(numbers)
        if filler.frame is not None:
            return any(self._nested(filler.frame, p, parsed, bound) for p in phrases)
        if not filler.entities and not filler.lemmas:
            return bool(phrases or clauses)
        for phrase in phrases:
            if filler.lemmas and self._is_word(phrase, filler.lemmas):
                bound.spans.append(phrase.span)
                return True
            if filler.entities and (found := self._denote(phrase, parsed, filler.entities)):
                bound.spans += [d.span for d in found[:1]]
                return True
        for clause in clauses:
            if filler.lemmas and clause.verb.lemma in filler.lemmas:
                bound.spans.append(clause.verb.span)
                return True
        return False

    def _denote(self, phrase: Phrase, parsed: Parsed, types: Sequence[str]) -> list[Denoted]:
        if phrase.kind == "vg":
            mention = phrase.head.mention
            return [Denoted(e, phrase.span) for e in (mention.entities if mention else ()) if self.denoter.fits(e, types)]
        return self.denoter.denote(phrase, parsed, types, alias=True)

    @staticmethod
    def _is_word(phrase: Phrase, lemmas: Sequence[str]) -> bool:
        head = phrase.head
        words = {head.low, head.lemma, head.low[:-1] if head.low.endswith("s") else head.low, head.tags.get("ns", head.lemma)}
        if words & set(lemmas):
            return True
        low = " " + phrase.low + " "
        return any(" " in lemma and (f" {lemma} " in low or f" {lemma}s " in low) for lemma in lemmas)

    def _nested(self, frame: Frame, phrase: Phrase, parsed: Parsed, bound: _Bound) -> bool:
        """A noun phrase that must match a frame of its own ("has an autoimmune origin")."""
        if not self._is_word(phrase, frame.words):
            return False
        inner = _Bound(spans=[phrase.span])
        for names, filler in frame.slots:
            if not self._fill_noun(frame, names, filler, phrase, parsed, inner):
                return False
        bound.take("S", inner.S)
        bound.take("O", inner.O)
        bound.N += inner.N
        bound.spans += inner.spans
        return True

    # -- adjectives ------------------------------------------------------------------------------

    def _adjective(self, frame: Frame, complement: Phrase, clause: Clause, parsed: Parsed) -> Match | None:
        bound = _Bound(spans=[complement.span])
        for names, filler in frame.slots:
            done = False
            for name in names:
                phrases, clauses = self._places(name, clause, parsed, ())
                if name == "subj":
                    phrases = clause.subjects
                if self._accept(frame, filler, phrases, clauses, parsed, bound):
                    done = True
                    break
            if not done and names[0] == "subj" and not clause.subjects and filler.role == "S":
                found = self.topic(self._types(frame, "S"))
                bound.take("S", found)
                done = bool(found)
            if not done and not filler.optional:
                return None
        return self._match(frame, bound, clause, parsed)

    # -- nouns -----------------------------------------------------------------------------------

    def of_phrase(self, phrase: Phrase, parsed: Parsed, reads: Sequence[str] = ("relation", "unary")) -> Iterator[Match]:
        """The matches of noun frames at a noun phrase."""
        head = phrase.head
        keys = dict.fromkeys((head.low, head.lemma, head.low.split()[0], head.low[:-1] if head.low.endswith("s") else head.low, head.tags.get("ns", head.lemma)))
        words = [t.low for t in phrase.tokens]
        keys |= dict.fromkeys(words[max(0, len(words) - 3) : -1])
        seen = set()
        for key in keys:
            for frame in self.kb.frames_by_word.get(("noun", key), ()):
                if frame.reads not in reads or frame.id in seen or not self._is_word(phrase, frame.words):
                    continue
                seen.add(frame.id)
                match = self._noun(frame, phrase, parsed)
                if match is not None:
                    yield match

    def _noun(self, frame: Frame, phrase: Phrase, parsed: Parsed) -> Match | None:
        bound = _Bound(spans=[phrase.span])
        for names, filler in frame.slots:
            if not self._fill_noun(frame, names, filler, phrase, parsed, bound):
                return None
        return self._match(frame, bound, None, parsed, phrase)

    def _fill_noun(self, frame: Frame, names: Sequence[str], filler: Filler, phrase: Phrase, parsed: Parsed, bound: _Bound) -> bool:
        for name in names:
            if name == "is":
                if self.equal_clauses() and self._accept(frame, filler, [], self.equal_clauses(), parsed, bound):
                    return True
                for other, where in self.equals(phrase, parsed):
                    if self._accept(frame, filler, [other], [], where, bound):
                        return True
                continue
            if name == "self":
                found = self.denoter.denote(phrase, parsed, self._types(frame, filler.role))
                if found and filler.role:
                    bound.take(filler.role, found)
                    return True
                continue
            if name == "mod":
                if self._modifier(frame, filler, phrase, bound):
                    return True
                continue
            if name == "poss":
                phrases = [phrase.owner] if phrase.owner is not None else []
                if phrase.determiner in ("its", "their"):
                    found = [d for d in (Denoted(e, phrase.span, "context", phrase=phrase) for e in self.denoter.resolve(phrase, self._types(frame, filler.role)))
                             if self.denoter.fits(d.entity, self._types(frame, filler.role) if filler.role else filler.entities)]
                    if found and filler.role:
                        bound.take(filler.role, found[:1])
                        return True
            else:
                phrases = [p for prep, ps in parsed.attached(phrase) if prep == name for p in ps]
            if self._accept(frame, filler, phrases, [], parsed, bound):
                return True
        if filler.role == "S" and not parsed.clauses and phrase.negated and any("self" in slots for slots, _ in frame.slots):
            found = self.topic(self._types(frame, "S"))
            bound.take("S", found)
            return bool(found)
        return filler.optional

    def _modifier(self, frame: Frame, filler: Filler, phrase: Phrase, bound: _Bound) -> bool:
        """Names and words before the head; the names of a coordinated modifier ("a JAK1 and JAK2 inhibitor") too."""
        tokens = [t for t in phrase.tokens if t is not phrase.head]
        if filler.lemmas and any(t.low in filler.lemmas or t.lemma in filler.lemmas for t in tokens):
            return True
        types = self._types(frame, filler.role) if filler.role else filler.entities
        found = [Denoted(e, phrase.span, "modifier", phrase=phrase) for t in tokens if t.mention is not None and not t.mention.prefix
                 and t.mention.suffix not in ("free", "like", "independent", "negative", "sparing") for e in t.mention.entities if self.denoter.fits(e, types)]
        if not found:
            return False
        if filler.role:
            bound.take(filler.role, found)
        return True

    # -- events ----------------------------------------------------------------------------------

    def events(self, phrase: Phrase, parsed: Parsed) -> Sequence[Denoted]:
        """The entities whose event frames a noun phrase matches."""
        key = ("np", id(phrase))
        if key in self._busy:
            return ()
        if id(phrase) not in self._events:
            self._busy.add(key)
            self._events[id(phrase)] = [Denoted(m.frame.target, m.span, "event", phrase.negated, phrase=phrase)
                                        for m in self.of_phrase(phrase, parsed, ("event",))]
            self._busy.discard(key)
        return self._events[id(phrase)]

    def _clause_event(self, clause: Clause, parsed: Parsed, types: Sequence[str]) -> list[Denoted]:
        return [d for d in self.clause_events(clause, parsed) if self.denoter.fits(d.entity, types)]

    def clause_events(self, clause: Clause, parsed: Parsed) -> list[Denoted]:
        """The entities whose event frames a clause matches."""
        key = ("clause", id(clause))
        if key in self._busy:
            return []
        self._busy.add(key)
        found = [Denoted(m.frame.target, m.span, "event", clause.verb.negated) for m in self.of_clause(clause, parsed, ("event",))]
        self._busy.discard(key)
        return found


def is_transparent(phrase: Phrase) -> bool:
    """Whether the head only says what sort of thing the `of` phrase is."""
    return phrase.head.mention is None and (phrase.head.low in TRANSPARENT or phrase.head.lemma in TRANSPARENT)
