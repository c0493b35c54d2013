"""Clauses and noun phrases -> matches of the packs' frames: which predicate holds between what.

Pack authors write the active form; passive, participle, relative, infinitive and control follow
from the clause, because its arguments are already in their grammatical places.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from factcheck.extract.clauses import Clause
from factcheck.extract.denote import Denoted, Denoter
from factcheck.extract.fillers import Fillers, head_forms, is_word
from factcheck.extract.frame_keys import NEVER, frame_keys
from factcheck.extract.nominal import NounSlots, SaidToBe
from factcheck.extract.parse import Parsed
from factcheck.extract.phrases import Phrase
from factcheck.extract.slots import Bound, Places, has_particle, words_behind
from factcheck.extract.spoken_of import SpokenOf
from factcheck.model.knowledge import Frame
from factcheck.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from factcheck.extract.context import Context
    from factcheck.knowledge.base import KnowledgeBase
    from factcheck.model.knowledge import Filler

_CLAIMING = ("relation", "unary")
_ENDING = ("stop", "cease", "quit")  # `stops growing` is not growing


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


class Matcher:
    """Matches frames against the parts of one sentence."""

    def __init__(
        self,
        kb: KnowledgeBase,
        denoter: Denoter,
        context: Context,
        sentence: Parsed,
        said: SaidToBe,
        signs: Callable[[Phrase, Parsed], Sequence[Denoted]],
    ) -> None:
        """`context` gives the subject of a fragment, and all that the `sentence` may speak of.

        `said` gives what a noun phrase is said to be, `signs` the disease for which a sign stands.
        """
        self.kb = kb
        self.denoter = denoter
        self.topic = context.topic
        self.frames = frame_keys(kb)
        self.places = Places(kb.classes)
        self.fillers = Fillers(kb, denoter, self.clause_events, self._nested, signs)
        self.spoken_of = SpokenOf(kb, denoter, context.topic, signs)
        self.nouns = NounSlots(self.fillers, context.topic, said)
        self._events: dict[int, list[Denoted]] = {}
        self._clause_events: dict[int, tuple[Clause, list[Denoted]]] = {}
        self.around = partial(context.around, sentence)
        self._missing: int | None = None
        self._busy: set[tuple[str, int]] = set()

    def _nested(self, frame: Frame, phrase: Phrase, parsed: Parsed, bound: Bound) -> bool:
        """A noun phrase within a slot that must match a frame of its own."""
        return self.nouns.nested(frame, phrase, parsed, bound)

    def let_go(self) -> None:
        """Ask nobody any more: those who ask each other would otherwise keep the sentence until they are collected."""
        self.fillers.let_go()
        self.denoter.events = None

    # -- verbs and adjectives --------------------------------------------------------------------

    def of_clause(self, clause: Clause, parsed: Parsed, reads: tuple[str, ...] = _CLAIMING) -> Iterator[Match]:
        """The matches of a clause; a participle that fits nothing with the noun before it is tried with its heads."""
        found = False
        for match in self._of_predicate(clause, parsed, reads):
            found = True
            yield match
        if found or clause.kind != "participle" or clause.opener or not clause.antecedent:
            return
        for head in parsed.heads_over(clause.antecedent[0]):
            yield from self._of_predicate(clause.about(head), parsed, reads)

    def _of_predicate(self, clause: Clause, parsed: Parsed, reads: tuple[str, ...]) -> Iterator[Match]:
        """The matches of verb frames, and of adjective frames for its complements."""
        yield from self._of_verb(clause, parsed, reads)
        for complement in clause.complements if clause.verb.lemma not in _ENDING else ():
            low = complement.head.low
            last = low.rpartition(" ")[2]
            first = complement.tokens[0].low  # `growing longer`
            for frame in (
                f for word in dict.fromkeys((low, last, first)) for f in self.kb.frames_by_word.get(("adj", word), ())
            ):
                if frame.reads in reads and complement.kind == "adj":
                    match = self._adjective(frame, complement, clause, parsed)
                    if match is not None:
                        yield match

    def _of_verb(self, clause: Clause, parsed: Parsed, reads: tuple[str, ...]) -> Iterator[Match]:
        """The matches of verb frames; a denying verb of several words (`leave in place`) rules out the bare verb."""
        found = []
        behind = words_behind(clause, parsed)
        near = set(behind)
        failed: set[int] = set()
        for frame, particles, bare, others in self.frames.of(clause.verb.lemma, reads, self._what_is_missing()):
            if not failed.isdisjoint(others):
                continue
            for particle in particles:
                if particle and not (particle[0] in near and has_particle(clause.verb.lemma, behind, particle)):
                    continue
                keys = others if particle else bare
                if not failed.isdisjoint(keys):
                    continue
                match = self._verb(frame, particle, keys, clause, parsed, failed)
                if match is not None:
                    found.append((particle, match))
                    break
        denied = {m.frame.target: len(m.frame.slots) for particle, m in found if particle and m.frame.denies}
        for particle, match in found:
            if particle or match.frame.denies or len(match.frame.slots) > denied.get(match.frame.target, 0):
                yield match

    def _what_is_missing(self) -> int:
        """What the sentence and what stands around it cannot give to a frame."""
        if self._missing is None:
            self._missing = self.frames.missing(*self.around())
        return self._missing

    def _verb(
        self,
        frame: Frame,
        particle: Sequence[str],
        keys: Sequence[int],
        clause: Clause,
        parsed: Parsed,
        failed: set[int],
    ) -> Match | None:
        """The match of a verb frame, with the particle of one of its verbs; `failed` are keys of what fails here."""
        bound = Bound(clause.subjects[0].span if clause.gapped else clause.verb.span)
        for (names, filler), key in zip(frame.slots, keys, strict=True):
            if not self._fill(frame, names, filler, clause, parsed, bound, particle):
                if key != NEVER and not self.denoter.open_events:
                    failed.add(key)
                return None
        return _match(frame, bound, parsed, clause=clause)

    def _fill(
        self,
        frame: Frame,
        names: Sequence[str],
        filler: Filler,
        clause: Clause,
        parsed: Parsed,
        bound: Bound,
        particle: Sequence[str],
    ) -> bool:
        """Fill one slot from the clause; False if it must be filled and is not."""
        for name in names:
            if name == "of" and _of_complement(frame, clause):
                continue
            phrases, clauses = self.places.of(name, clause, parsed, particle)
            if not filler.role:  # `scars the marrow, not the lungs`
                phrases = [phrase for phrase in phrases if phrase.index not in clause.flipped]
            if self.fillers.accept(frame, filler, phrases, clauses, parsed, bound):
                return True
        if names[0] == "how":
            behind = parsed.phrases[clause.verb.index : clause.verb.index + 5]
            said = {p.low for p in behind if p.kind in ("adv", "adj")} | {t.low for t in clause.verb.tokens}
            return bool(said & set(filler.lemmas)) or filler.optional
        types = self.fillers.types(frame, "S")
        if "topic" in names:
            return bound.take("S", self.spoken_of.before(clause, parsed, types, frame.target))
        fragment = not clause.subjects and clause.verb.finite and clause.kind in ("main", "coordinate")
        if fragment and clause.kind == "coordinate" and _inverted(clause, parsed):
            return filler.optional
        opens = clause.verb.index == 0 and clause.verb.passive and not clause.subjects
        if filler.role == "S" and ((names[0] == "subj" and fragment) or (names[0] == "obj" and opens)):
            return bound.take("S", self.topic(types))
        return filler.optional

    def _adjective(self, frame: Frame, complement: Phrase, clause: Clause, parsed: Parsed) -> Match | None:
        """The match of an adjective frame at a complement of a clause."""
        bound = Bound(complement.span)
        for names, filler in frame.slots:
            if not self._fill_adjective(frame, names, filler, clause, parsed, bound) and not filler.optional:
                return None
        return _match(frame, bound, parsed, clause=clause)

    def _fill_adjective(
        self, frame: Frame, names: Sequence[str], filler: Filler, clause: Clause, parsed: Parsed, bound: Bound
    ) -> bool:
        """Fill one slot from the clause of which the adjective is a complement."""
        for name in names:
            phrases, clauses = self.places.of(name, clause, parsed, ())
            if name == "subj":
                phrases = clause.subjects
            if self.fillers.accept(frame, filler, phrases, clauses, parsed, bound):
                return True
        if names[0] == "subj" and not clause.subjects and filler.role == "S":
            return bound.take("S", self.topic(self.fillers.types(frame, "S")))
        return False

    # -- nouns -----------------------------------------------------------------------------------

    def of_phrase(self, phrase: Phrase, parsed: Parsed, reads: Sequence[str] = _CLAIMING) -> Iterator[Match]:
        """The matches of noun frames at a noun phrase."""
        low, lemma, *others = head_forms(phrase)
        words = [t.low for t in phrase.tokens]
        keys = dict.fromkeys((low, lemma, low.split()[0], *others, *words[max(0, len(words) - 3) : -1]))
        known = [key for key in keys if ("noun", key) in self.kb.frames_by_word]
        frames = [frame for key in known for frame in self.frames.of_noun(key, reads, self._what_is_missing())]
        for frame in {frame.id: frame for frame in frames}.values():
            bound = self.nouns.bound(frame, phrase, parsed) if is_word(phrase, frame.words) else None
            if bound is not None:
                yield _match(frame, bound, parsed, phrase=phrase)

    # -- events ----------------------------------------------------------------------------------

    def events(self, phrase: Phrase, parsed: Parsed) -> Sequence[Denoted]:
        """The entities whose event frames a noun phrase matches."""
        key = ("np", id(phrase))
        if key in self._busy:
            return ()
        if id(phrase) not in self._events:
            self._busy.add(key)
            self.denoter.open_events += 1
            matches = list(self.of_phrase(phrase, parsed, ("event",)))
            self._events[id(phrase)] = [
                Denoted(match.frame.target, match.span, "event", phrase.negated, phrase=phrase) for match in matches
            ]
            self._busy.discard(key)
            self.denoter.open_events -= 1
        return self._events[id(phrase)]

    def clause_events(self, clause: Clause, parsed: Parsed) -> list[Denoted]:
        """The entities whose event frames a clause matches."""
        key = ("clause", id(clause))
        if key in self._busy:
            return []
        if id(clause) not in self._clause_events:
            self._busy.add(key)
            self.denoter.open_events += 1
            matches = self.of_clause(clause, parsed, ("event",))
            turned = clause.verb.negated != any(s.negated for s in clause.subjects)
            found = [Denoted(m.frame.target, m.span, "event", turned != m.frame.denies) for m in matches]
            self._busy.discard(key)
            self.denoter.open_events -= 1
            self._clause_events[id(clause)] = (clause, found)  # with the clause, so that its identity is not given away
        return self._clause_events[id(clause)][1]


def _of_complement(frame: Frame, clause: Clause) -> bool:
    """`X is the first of Y`: it is a noun of which the frame does not speak that is of Y, not X."""
    nouns = clause.verb.lemma == "be" and any(p.kind == "np" for p in clause.complements)
    nouns = nouns and not any(prep == "of" for prep, _ in clause.fronted)
    return nouns and not any({"comp", "obj"} & set(names) for names, _ in frame.slots)


def _inverted(clause: Clause, parsed: Parsed) -> bool:
    """`Similar to X are Ys and include Z`: what stands behind the first verb does what the second says."""
    first = parsed.clauses[0]
    return first is not clause and first.verb.index > 0 and not first.subjects and bool(first.complements)


def _match(
    frame: Frame, bound: Bound, parsed: Parsed, *, clause: Clause | None = None, phrase: Phrase | None = None
) -> Match:
    """The match of a frame whose slots are filled."""
    return Match(
        frame,
        tuple(bound.subjects),
        tuple(bound.objects),
        tuple(bound.numbers),
        bound.span(),
        parsed,
        clause,
        phrase,
        frozenset(clause.flipped) if clause is not None else frozenset(),
    )
