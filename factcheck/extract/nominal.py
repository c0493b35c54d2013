"""The slots of noun frames: modifiers, owners and prepositional phrases of a noun phrase, or what it is said to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract.denote import Denoted
from factcheck.extract.fillers import is_word
from factcheck.extract.membership import one_of
from factcheck.extract.phrases import Phrase
from factcheck.extract.slots import Bound, attached_by

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from factcheck.extract.clauses import Clause
    from factcheck.extract.colon_equations import Equation
    from factcheck.extract.fillers import Fillers
    from factcheck.extract.parse import Parsed
    from factcheck.model.knowledge import Filler, Frame

_MEASURES = ("body", "human", "population", "bone-marrow", "adult", "blood")
_DEFINITE = ("the", "these", "those", "this", "that", "its", "their")
_BOUNDING = ("of", "in", "from", "for", "with", "by", "among", "under", "like")
_FURTHER = ("other", "second", "third", "next", "last", "only", "first", "most", "rarer", "rarest")
_STORES = ("the cupboard", "the drawer", "the shelf", "the cabinet", "the bin", "the bathroom cabinet")
_HAVING = ("have", "carry", "bear", "bring", "offer", "show")
_GIVING = ("give", "grant", "award", "hand", "accord", "offer")
_EMPTY_SUFFIXES = ("free", "like", "independent", "negative", "sparing")


def _havers(phrase: Phrase, parsed: Parsed) -> list[Phrase]:
    """Who has what a noun phrase names: `X carries a warning, which concerns Y`."""
    hosts = [c for c in parsed.clauses if phrase in c.objects and c.verb.lemma in _HAVING and not c.verb.negated]
    hosts = [c for c in hosts if not c.verb.passive]
    given = [c for c in parsed.clauses if phrase in c.complements and c.verb.lemma in _GIVING and _given(c.verb)]
    hosts += [c for c in parsed.clauses if any(prep == "with" and phrase in ps for prep, ps in c.fronted)]
    if phrase.negated:
        return []
    taken = [p for c in given for p in (c.subjects if c.verb.passive else c.objects)]
    return [*(s for c in hosts for s in c.subjects), *taken]


def _given(verb: Phrase) -> bool:
    """Whether a verb says that something has been given: no wish, plan or denial."""
    return verb.finite and not verb.negated and not any(token.tag in ("modal", "do") for token in verb.tokens)


_EITHER_WAY = ("copula", "colon", "apposition", "class first", "gloss")


class SaidToBe:
    """What noun phrases are said to be: by the equation that is read just now, or the clauses that stand for one."""

    def __init__(self) -> None:
        """Nothing is read yet."""
        self.equation: Equation | None = None
        self.clauses: list[Clause] = []

    def phrases(self, phrase: Phrase, parsed: Parsed) -> Sequence[tuple[Phrase, Parsed]]:
        """What a noun phrase is said to be in the equation at hand."""
        equation = self.equation
        if equation is None:
            return ()
        if phrase is equation.kind or phrase in one_of(equation.kind, equation.kind_in):
            return ((equation.thing, equation.thing_in),)
        turns = phrase is equation.thing and equation.how in _EITHER_WAY
        return ((equation.kind, equation.kind_in),) if turns else ()


class NounSlots:
    """Fills the slots of noun frames."""

    def __init__(
        self,
        fillers: Fillers,
        topic: Callable[[Sequence[str]], Sequence[Denoted]],
        said: SaidToBe,
    ) -> None:
        """`topic` gives the subject of a fragment, `said` what a noun phrase is said to be."""
        self.fillers = fillers
        self.denoter = fillers.denoter
        self.topic = topic
        self.said = said

    def bound(self, frame: Frame, phrase: Phrase, parsed: Parsed) -> Bound | None:
        """What the slots of a frame take around a noun phrase, or None if one stays empty that must not."""
        bound = Bound(phrase.span)
        filled = all(self._fill(frame, names, filler, phrase, parsed, bound) for names, filler in frame.slots)
        return bound if filled else None

    def nested(self, frame: Frame, phrase: Phrase, parsed: Parsed, bound: Bound) -> bool:
        """A noun phrase that must match a frame of its own ("has an autoimmune origin")."""
        inner = self.bound(frame, phrase, parsed) if is_word(phrase, frame.words) else None
        if inner is not None:
            bound.take_all(inner)
        return inner is not None

    def _fill(
        self, frame: Frame, names: Sequence[str], filler: Filler, phrase: Phrase, parsed: Parsed, bound: Bound
    ) -> bool:
        """Fill one slot; False if it must be filled and is not."""
        if any(self._fill_as(name, frame, filler, phrase, parsed, bound) for name in names):
            return True
        if (
            filler.role == "S"
            and not parsed.clauses
            and phrase.index == 0
            and phrase.owner is None
            and self.said.phrases(phrase, parsed)
        ):
            return bound.take("S", self.topic(self.fillers.types(frame, "S"))) or filler.optional
        fragment = not parsed.clauses and phrase.negated
        if filler.role == "S" and fragment and any("self" in slots for slots, _ in frame.slots):
            return bound.take("S", self.topic(self.fillers.types(frame, "S")))
        return filler.optional

    def _fill_as(self, name: str, frame: Frame, filler: Filler, phrase: Phrase, parsed: Parsed, bound: Bound) -> bool:
        """Fill one slot from one place."""
        if name == "is":
            return self._fill_equal(frame, filler, phrase, parsed, bound)
        if name == "self":
            found = self.denoter.denote(phrase, parsed, self.fillers.types(frame, filler.role))
            return bool(filler.role) and bound.take(filler.role, found)
        if name == "topic":
            return bound.take(filler.role, self._meant(frame, filler, phrase, parsed))
        if name == "mod":
            return self._fill_modifier(frame, filler, phrase, bound)
        if name == "poss":
            phrases = [phrase.owner] if phrase.owner is not None else _havers(phrase, parsed)
            if self._fill_owner(frame, filler, phrase, parsed, bound):
                return True
        elif name == "than":
            return _beyond_measure(phrase, parsed)
        else:
            phrases = attached_by(phrase, name, parsed) or _fronted(phrase, name, parsed)
        return self.fillers.accept(frame, filler, phrases, [], parsed, bound)

    def _fill_equal(self, frame: Frame, filler: Filler, phrase: Phrase, parsed: Parsed, bound: Bound) -> bool:
        """What the noun phrase is said to be: `the cause is X`."""
        clauses = self.said.clauses
        if clauses and self.fillers.accept(frame, filler, [], clauses, parsed, bound):
            return True
        equals = self.said.phrases(phrase, parsed)
        return any(self.fillers.accept(frame, filler, [other], [], where, bound) for other, where in equals)

    def _meant(self, frame: Frame, filler: Filler, phrase: Phrase, parsed: Parsed) -> list[Denoted]:
        """`the patches`, `its scales`: a part or sign that stands for the disease at hand, if nothing says of which."""
        attached = parsed.attached(phrase)
        bounded = any(prep in _BOUNDING and not any(p.low in _STORES for p in found) for prep, found in attached)
        if phrase.determiner not in _DEFINITE or phrase.owner is not None or bounded:
            return []
        if any(token.low in _FURTHER for token in phrase.tokens):
            return []
        types = self.fillers.types(frame, filler.role) or ("disease",)
        types = ("drug",) if tuple(types) == ("thing",) else types
        types = ("disease",) if types[0] == "disease" else types
        named = [t.mention for t in parsed.tokens if t.mention is not None and t.mention.kind == "name"]
        kb = self.denoter.kb
        forms = ("dosage-form",) if "dosage-form" in kb.entities else ()
        here = {e for m in named for e in m.entities if self.denoter.fits(e, types)}
        here = {e for e in here if not any(kb.is_a(e, form) for form in forms)}
        entities = sorted(here) or self.denoter.lone(types)
        return [Denoted(e, phrase.span, "context", phrase=phrase) for e in entities] if len(entities) == 1 else []

    def _ahead(self, phrase: Phrase, parsed: Parsed, types: Sequence[str]) -> list[str]:
        """`Since its approval, X …`: in front of its clause, `its` may mean the subject that follows."""
        clauses = [c for c in parsed.clauses if any(phrase in found for _, found in c.fronted)]
        subjects = clauses[0].subjects if clauses else []
        return [d.entity for each in subjects for d in self.denoter.denote(each, parsed, types)][:1]

    def _fill_owner(self, frame: Frame, filler: Filler, phrase: Phrase, parsed: Parsed, bound: Bound) -> bool:
        """`its`, `their`: the owner is what the context gives."""
        if phrase.determiner not in ("its", "their") or not filler.role:
            return False
        types = self.fillers.types(frame, filler.role)
        pronoun = next(token for token in phrase.tokens if token.low == phrase.determiner)
        whose = Phrase("np", [pronoun], pronoun)  # the class of what is owned says nothing of the owner
        owners = [e for e in self.denoter.resolve(whose, types) if self.denoter.fits(e, types)]
        owners = owners or self._ahead(phrase, parsed, types)
        return bound.take(filler.role, [Denoted(e, phrase.span, "context", phrase=phrase) for e in owners[:1]])

    def _fill_modifier(self, frame: Frame, filler: Filler, phrase: Phrase, bound: Bound) -> bool:
        """Names and words before the head; those of a coordinated modifier ("a JAK1 and JAK2 inhibitor") too."""
        tokens = [t for t in phrase.tokens if t is not phrase.head]
        if filler.lemmas and any(t.low in filler.lemmas or t.lemma in filler.lemmas for t in tokens):
            return True
        if filler.lemmas and not filler.role and not filler.entities:
            return False
        types = self.fillers.types(frame, filler.role) if filler.role else filler.entities
        named = [t.mention for t in tokens if t.mention is not None]
        mentions = [m for m in named if not m.prefix and m.suffix not in _EMPTY_SUFFIXES]
        entities = [e for m in mentions for e in m.entities if self.denoter.fits(e, types)]
        if filler.role:
            bound.take(filler.role, [Denoted(e, phrase.span, "modifier", phrase=phrase) for e in entities])
        return bool(entities)


def _fronted(phrase: Phrase, name: str, parsed: Parsed) -> list[Phrase]:
    """`In X, the cause is Y`: what stands behind a preposition before the subject."""
    clauses = [c for c in parsed.clauses if phrase in c.subjects and c.fronted and name == "in"]
    return [p for clause in clauses for prep, found in clause.fronted if prep == name for p in found]


def _beyond_measure(phrase: Phrase, parsed: Parsed) -> bool:
    """`more X than it should`, `fewer X than the body needs`: compared with what is right, not with another thing."""
    at = phrase.index + 1
    while 0 < at < len(parsed.phrases) - 1 and parsed.phrases[at].kind in ("prep", "np", "adv"):
        if parsed.phrases[at].low == "than":
            measure = parsed.phrases[at + 1]
            mention = measure.head.mention
            return measure.pronoun or measure.kind != "np" or mention is None or mention.entity in _MEASURES
        at += 1
    return False
