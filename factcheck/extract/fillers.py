"""The fillers of frames: whether what stands in a slot is what the frame asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract.denote import Denoted, Denoter

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from factcheck.extract.clauses import Clause
    from factcheck.extract.parse import Parsed
    from factcheck.extract.phrases import Phrase
    from factcheck.extract.slots import Bound
    from factcheck.knowledge.base import KnowledgeBase
    from factcheck.model.knowledge import Filler, Frame

_SHARES = ("half", "third", "quarter", "thirds", "quarters")
_ASPECT = ("begin", "start", "continue", "come", "tend", "seem", "appear", "decide", "try", "set", "get", "turn")
_ACTING = ("participle", "relative", "infinitive")


class Fillers:
    """Judges phrases and clauses by what a slot asks for, and binds those that fit."""

    def __init__(
        self,
        kb: KnowledgeBase,
        denoter: Denoter,
        events: Callable[[Clause, Parsed], Sequence[Denoted]],
        nested: Callable[[Frame, Phrase, Parsed, Bound], bool],
    ) -> None:
        """`events` gives what a clause describes; `nested` matches a noun phrase with a frame of its own."""
        self.kb = kb
        self.denoter = denoter
        self.events = events
        self.nested = nested

    def types(self, frame: Frame, role: str) -> Sequence[str]:
        """The types of entity that a frame takes in a role; empty for any."""
        if frame.reads == "unary" and role == "S":
            domain = self.kb.entities[frame.target].domain
            return (domain,) if domain else ()
        if frame.reads != "relation":
            return ()
        relation = self.kb.relations[frame.target]
        return relation.subject if role == "S" else relation.object

    def accept(
        self,
        frame: Frame,
        filler: Filler,
        phrases: Sequence[Phrase],
        clauses: Sequence[Clause],
        parsed: Parsed,
        bound: Bound,
    ) -> bool:
        """Whether what stands in a slot fits its filler; roles are bound."""
        if filler.role in ("S", "O"):
            return self._accept_role(frame, filler.role, phrases, clauses, parsed, bound)
        if filler.role == "N":
            return self._accept_number(phrases, parsed, bound)
        if filler.frame is not None:
            return any(self.nested(filler.frame, p, parsed, bound) for p in phrases)
        if not filler.entities and not filler.lemmas:
            return bool(phrases or clauses)
        if any(self._accept_phrase(filler, phrase, parsed, bound) for phrase in phrases):
            return True
        said = next((c for c in clauses if filler.lemmas and c.verb.lemma in filler.lemmas), None)
        if said is not None:
            bound.spans.append(said.verb.span)
        return said is not None

    def _accept_role(
        self,
        frame: Frame,
        role: str,
        phrases: Sequence[Phrase],
        clauses: Sequence[Clause],
        parsed: Parsed,
        bound: Bound,
    ) -> bool:
        """Entities for S or O, also those that a clause, or a phrase with a clause of its own, describes."""
        types = self.types(frame, role)
        found = [d for p in phrases for d in self._denote(p, parsed, types)]
        if role == "S" and frame.reads == "relation" and self.kb.relations[frame.target].judge == "dated":
            said = [p for p in phrases if p.low == "nothing" and "drug" in types]
            nothing = [p for p in said if [t.low for t in parsed.tokens[p.head.index + 1 :][:1]] != ["else"]]
            found += [Denoted("drug", p.span, "head", negated=True, phrase=p) for p in nothing]
        acting = [
            c
            for c in parsed.clauses
            for p in phrases
            if c.kind in _ACTING and len(c.subjects) == 1 and c.subjects[0] is p
        ]
        for clause in (*_with_aspect(clauses, parsed), *acting):
            found += [d for d in self.events(clause, parsed) if self.denoter.fits(d.entity, types)]
        if not found and clauses and "organism" in types:
            found = [d for c in clauses for p in c.subjects for d in self._denote(p, parsed, ["pathogen"])]
        return bound.take(role, found)

    @staticmethod
    def _accept_number(phrases: Sequence[Phrase], parsed: Parsed, bound: Bound) -> bool:
        """Numbers for N, also in an `of` phrase."""
        inner = [q for p in phrases for prep, ps in parsed.attached(p) if prep == "of" for q in ps]
        numbers = [p for p in (*phrases, *inner) if p.head.low in _SHARES or any(t.tag == "num" for t in p.tokens)]
        bound.numbers += numbers
        bound.spans += [p.span for p in numbers]
        return bool(numbers)

    def _accept_phrase(self, filler: Filler, phrase: Phrase, parsed: Parsed, bound: Bound) -> bool:
        """A word or an entity that the frame names."""
        if filler.lemmas and is_word(phrase, filler.lemmas):
            bound.spans.append(phrase.span)
            return True
        found = self._denote(phrase, parsed, filler.entities) if filler.entities else []
        bound.spans += [d.span for d in found[:1]]
        return bool(found)

    def _denote(self, phrase: Phrase, parsed: Parsed, types: Sequence[str]) -> list[Denoted]:
        """What a phrase stands for; of a verb, the name glued before it."""
        if phrase.kind != "vg":
            return self.denoter.denote(phrase, parsed, types, alias=True)
        mention = phrase.head.mention
        entities = mention.entities if mention else ()
        return [Denoted(entity, phrase.span) for entity in entities if self.denoter.fits(entity, types)]


def _with_aspect(clauses: Sequence[Clause], parsed: Parsed) -> list[Clause]:
    """Clauses, and what begins in them: `when the immune system starts to attack …`."""
    inner = [c for c in parsed.clauses if c.kind == "infinitive" and c.parent is not None]
    begun = [c for c in inner if any(c.parent is each and each.verb.lemma in _ASPECT for each in clauses)]
    return [*clauses, *begun]


def is_word(phrase: Phrase, lemmas: Sequence[str]) -> bool:
    """Whether a phrase has one of some words as its head, or one of some phrases in it."""
    if set(head_forms(phrase)) & set(lemmas):
        return True
    low = " " + phrase.low + " "
    return any(" " in lemma and (f" {lemma} " in low or f" {lemma}s " in low) for lemma in lemmas)


def head_forms(phrase: Phrase) -> tuple[str, ...]:
    """The forms under which a frame may name the head of a phrase."""
    head = phrase.head
    singular = head.low[:-3] + "y" if head.low.endswith("ies") else head.low.removesuffix("s")
    return head.low, head.lemma, singular, head.tags.get("ns", head.lemma)
