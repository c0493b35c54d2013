"""Noun phrase -> the entities that it stands for, with what bounds them.

A head noun counts; a modifier where the head has no content of its own ("baricitinib tablets"); `a kind of X` stands
for X, `this condition` for what the context gives, an event ("an attack by X") for the entity whose frames tell it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factcheck.extract.appositions import apposed_name
from factcheck.extract.bearers import being, borne_by, known_as, told_to_take, treating, whole
from factcheck.extract.denotation_tables import (
    ANAPHORIC,
    BEARERS,
    CARRIERS,
    DURATIONS,
    EMPTY_SUFFIXES,
    FOREIGN_PREFIXES,
    GROUPS,
    LABELS,
    NEGATIVE_PREFIXES,
    NUMBERS,
    OF_A_KIND,
    ORDINALS,
    POINTERS,
    QUANTIFIERS,
    SUBSTANCES,
)
from factcheck.extract.exclusives import restricted_outside
from factcheck.extract.heads import counted, is_transparent
from factcheck.extract.phrases import Phrase
from factcheck.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from factcheck.extract.parse import Parsed
    from factcheck.extract.words import Token
    from factcheck.knowledge.base import KnowledgeBase

_NEAREST = 12  # of the words of a noun phrase, those that stand next to its head


@dataclass(frozen=True, slots=True)
class Denoted:
    """An entity that a phrase stands for.

    `how` is head, modifier, context, bearer or event; `span` the words that say it.
    """

    entity: str
    span: TextSpan
    how: str = "head"
    negated: bool = False
    restricted: str = ""
    ordinal: str = ""
    count: int = 0
    quantifier: str = ""
    phrase: Phrase | None = None
    word: str = ""


class Denoter:
    """Resolves phrases of one sentence; `resolve` gives the context's entities for a pronoun, likeliest first."""

    def __init__(
        self,
        kb: KnowledgeBase,
        resolve: Callable[[Phrase, Sequence[str]], Sequence[str]],
        events: Callable[[Phrase, Parsed], Sequence[Denoted]] | None = None,
        lone: Callable[[Sequence[str]], Sequence[str]] = lambda _: (),
    ) -> None:
        """`events` gives what noun phrases describe, `lone` the only thing of some types that was spoken of before."""
        self.kb = kb
        self.resolve = resolve
        self.events = events
        self.lone = lone
        self.aliases: dict[int, list[tuple[Phrase, Parsed]]] = {}
        self.open_events = 0  # events that are being matched: what is found meanwhile may lack theirs
        self._known: dict[tuple[int, Sequence[str], bool], tuple[Phrase, list[Denoted]]] = {}
        self._plain: dict[tuple[int, bool], tuple[Phrase, list[Denoted]]] = {}
        self._asked = False  # whether the context was asked for what a phrase points back to
        self.told: dict[int, list[tuple[Phrase, Parsed]]] = {}
        self.counts: dict[int, int] = {}
        self.ranks: dict[int, str] = {}

    def denote(
        self, phrase: Phrase, parsed: Parsed, types: Sequence[str], depth: int = 0, *, alias: bool = False
    ) -> list[Denoted]:
        """What the phrase stands for among `types` (any, if empty).

        With `alias`, a phrase that only classes a thing ("Opzelura, a cream that …") may stand for the thing.
        """
        key = (id(phrase), tuple(types), alias)
        if key in self._known:
            return self._known[key][1]
        found = self._denote(phrase, parsed, types, depth, alias=alias)
        if not depth and not self.open_events:
            self._known[key] = (phrase, found)  # with the phrase, so that its identity is not given away
        return found

    def _denote(
        self, phrase: Phrase, parsed: Parsed, types: Sequence[str], depth: int, *, alias: bool
    ) -> list[Denoted]:
        found = [d for d in self._all(phrase, parsed, types, depth) if self.fits(d.entity, types)]
        if alias and (types or all(self.kb.entities[d.entity].generic for d in found)):
            for other, where in self.aliases.get(id(phrase), ()):
                found += [d for d in self._candidates(other, where, types, 1) if self.fits(d.entity, types)]
            for other, where in self.told.get(id(phrase), ()):
                named = [d for d in self._candidates(other, where, types, 1) if self.fits(d.entity, types)]
                found += [replace(d, how="told") for d in named]
        unique: dict[str, Denoted] = {}
        for item in found:
            unique.setdefault(item.entity, item)
        return list(unique.values())

    def _all(self, phrase: Phrase, parsed: Parsed, types: Sequence[str], depth: int) -> Sequence[Denoted]:
        """All candidates; those of a phrase that asked nothing of the context are the same for all types."""
        key = (id(phrase), bool(types))
        if not depth and key in self._plain:
            return self._plain[key][1]
        before, self._asked = self._asked, False
        found = list(self._candidates(phrase, parsed, types, depth))
        if not (depth or self._asked or self.open_events):
            self._plain[key] = (phrase, found)
        self._asked = self._asked or before
        return found

    def fits(self, entity: str, types: Sequence[str]) -> bool:
        """Whether an entity is of one of the types."""
        return not types or "thing" in types or any(self.kb.is_a(entity, kind) for kind in types)

    def _candidates(self, phrase: Phrase, parsed: Parsed, types: Sequence[str], depth: int) -> Iterator[Denoted]:
        """Everything that a phrase may stand for, likeliest first."""
        if depth > 4 or phrase.kind not in ("np", "adj"):
            return
        if phrase.pronoun and any(prep == "of" for prep, _ in parsed.attached(phrase)[:1]):
            yield from self._members(phrase, parsed, types, depth)
            return
        if phrase.low in BEARERS and phrase.index >= 0:
            yield from self._borne(phrase, parsed, types, depth)
        if phrase.pronoun or self._points_back(phrase, parsed):
            self._asked = True
            for entity in self.resolve(phrase, types):
                yield Denoted(entity, phrase.span, "context", phrase.negated, phrase=phrase)
            if phrase.pronoun:
                return
        if told_to_take(phrase, parsed) and self._is_form(phrase):
            yield from (Denoted(e, phrase.span, "context", phrase=phrase) for e in self.lone(("drug",)))
        head = phrase.head
        empty = head.mention is None or all(self.kb.entities[e].generic for e in head.mention.entities)
        if is_transparent(phrase, types) and (empty or types):
            yield from self._members(phrase, parsed, types, depth)
        if empty and (name := apposed_name(phrase, parsed)) is not None:
            yield from self._candidates(name, parsed, types, depth + 1)
        if head.mention is not None:
            yield from self._named(phrase, head, parsed)
        if self._bears(phrase):
            yield from self._borne(phrase, parsed, types, depth)
        if phrase.determiner == "the" and head.low in SUBSTANCES:
            yield from self._held(phrase, parsed, depth)
        if self.events is not None:
            yield from self.events(phrase, parsed)
        yield from self._in_modifiers(phrase, parsed)

    def _members(self, phrase: Phrase, parsed: Parsed, types: Sequence[str], depth: int) -> Iterator[Denoted]:
        """`a kind of X`, `two of the Xs`: what the first phrase attached stands for."""
        yield from (d for name in known_as(phrase, parsed) for d in self._candidates(name, parsed, types, depth + 1))
        for prep, members in parsed.attached(phrase)[:1]:
            timed = phrase.head.low.removesuffix("s") in DURATIONS and prep in ("on", "with")
            for member in members if prep in ("of", "from", "among") or timed or treating(phrase, prep) else ():
                for inner in self._candidates(member, parsed, types, depth + 1):
                    if prep == "from" and self.kb.is_a(inner.entity, "organism"):
                        continue  # `hair loss from a fungus` is no fungus
                    span = phrase.span.joined(member.span)
                    bounded = self._bounded(inner.entity, span, inner.how, phrase, parsed)
                    many = {**NUMBERS, **GROUPS}.get(phrase.head.low, 0) if bounded.restricted else 0
                    counted = many > 1 and whole(member, parsed) and self._has_members(inner.entity)
                    yield replace(bounded, word=inner.word, count=many if counted else bounded.count)

    def _has_members(self, entity: str) -> bool:
        """Whether an entity has kinds that are no brands of it."""
        brand = [kind for kind in ("brand",) if kind in self.kb.entities]
        kinds = (each for each in self.kb.class_ids if each != entity and self.kb.is_a(each, entity))
        return any(not any(self.kb.is_a(each, kind) for kind in brand) for each in kinds)

    def _held(self, phrase: Phrase, parsed: Parsed, depth: int) -> Iterator[Denoted]:
        """`the drug in X`: the brand that holds it."""
        for prep, members in parsed.attached(phrase)[:1]:
            for member in members[:1] if prep in ("in", "inside", "behind", "within") else ():
                for inner in self._candidates(member, parsed, ["brand"], depth + 1):
                    if "brand" in self.kb.entities and self.kb.is_a(inner.entity, "brand"):
                        yield replace(inner, span=phrase.span.joined(member.span), phrase=phrase)

    def _borne(self, phrase: Phrase, parsed: Parsed, types: Sequence[str], depth: int) -> Iterator[Denoted]:
        """`people with X`: what they have."""
        for given, attached in borne_by(phrase, parsed):
            for inner in self._candidates(given, parsed, types, depth + 1):
                span = phrase.span.joined(given.span)
                own = Denoted(inner.entity, span, negated=phrase.negated, quantifier=inner.quantifier)
                yield replace(own if attached else inner, how="bearer", phrase=phrase)
        for state in being(phrase, parsed):
            for inner in self._candidates(state, parsed, types, depth + 1):
                yield replace(inner, phrase=phrase)

    def _in_modifiers(self, phrase: Phrase, parsed: Parsed) -> Iterator[Denoted]:
        """The names beside the head: of equal weight where the head has no content of its own."""
        if self._carries(phrase):
            for token in phrase.tokens[-_NEAREST:]:
                if token is not phrase.head and token.mention is not None:
                    yield from self._named(phrase, token, parsed)
        elif phrase.head.mention is not None:
            plain = phrase.head.mention.kind == "name" and phrase.head.low not in OF_A_KIND
            owner = phrase.owner.tokens if phrase.owner is not None and plain else ()
            for token in phrase.modifiers[-_NEAREST:]:
                if token.mention is not None and token not in owner:
                    yield from self._named(phrase, token, parsed, "modifier")

    def _bears(self, phrase: Phrase) -> bool:
        """Whether a phrase names people, so that `with X` says what they have."""
        if phrase.head.mention is None:
            return phrase.head.low in BEARERS
        return any(self.kb.is_a(each, "population") for each in phrase.head.mention.entities)

    def _named(self, phrase: Phrase, token: Token, parsed: Parsed, how: str = "") -> Iterator[Denoted]:
        """The entities that a name in a phrase stands for; an affix may turn or void it."""
        mention = token.mention
        if mention is None or token.kind == "compound":
            return
        if mention.prefix in FOREIGN_PREFIXES or mention.suffix in EMPTY_SUFFIXES:
            return
        how = how or ("head" if token is phrase.head else "modifier")
        for entity in (*mention.entities, *(mention.classing if token is not phrase.head else ())):
            bounded = self._bounded(entity, phrase.span, how, phrase, parsed)
            if mention.prefix in NEGATIVE_PREFIXES:
                bounded = replace(bounded, negated=not bounded.negated, word="")
            yield bounded

    def _bounded(self, entity: str, span: TextSpan, how: str, phrase: Phrase, parsed: Parsed) -> Denoted:
        """An entity with the negation, restriction, ordinal, number and quantifier of its phrase."""
        words = [token.low for token in phrase.tokens]
        return Denoted(
            entity,
            span,
            how,
            phrase.negated,
            phrase.restricted or restricted_outside(phrase, parsed),
            next((ORDINALS[word] for word in words if word in ORDINALS), self.ranks.get(id(phrase), "")),
            counted(phrase) or self.counts.get(id(phrase), 0),
            next((word for word in words if word in QUANTIFIERS), ""),
            phrase,
            phrase.head.low,
        )

    def _carries(self, phrase: Phrase) -> bool:
        """Whether the head leaves the content to its modifiers."""
        if (head := phrase.head).mention is not None:
            return any(self.kb.entities[e].generic for e in head.mention.entities)
        return head.low in CARRIERS or head.lemma in CARRIERS or head.low.removesuffix("s") in CARRIERS

    def _is_form(self, phrase: Phrase) -> bool:
        """Whether a phrase names a medicine by its form alone: `tablets`, `crushed tablets`."""
        mention = phrase.head.mention
        if mention is None or any(t.mention is not None for t in phrase.tokens if t is not phrase.head):
            return False
        return "dosage-form" in self.kb.entities and self.kb.is_a(mention.entity, "dosage-form")

    def _points_back(self, phrase: Phrase, parsed: Parsed) -> bool:
        """`this condition`, `the drug`, `these hormones`: a determiner, a class noun, nothing that tells which."""
        if phrase.kind == "np" and phrase.determiner in ("", "the") and self._is_form(phrase):
            said = any(phrase in clause.complements for clause in parsed.clauses)  # `X and Y are tablets`
            bounded = any(prep in ("of", "with") for prep, _ in parsed.attached(phrase))
            plural = phrase.head.mention is not None and phrase.head.mention.plural
            return not said and (plural or (phrase.determiner == "the" and not bounded))
        another = any(t.low in ("other", "own") for t in phrase.tokens)  # no thing of before; the own of the subject
        if phrase.kind != "np" or phrase.determiner not in ANAPHORIC or another:
            return False
        if phrase.head.low in ("former", "latter", "two") or (
            phrase.head.low in LABELS and not parsed.attached(phrase)
        ):
            return True
        if phrase.low in ("the first", "the second"):
            return not parsed.attached(phrase)
        if len([t for t in phrase.tokens if t.tag in ("adj", "n", "num") and t.low not in ("two", "three")]) != 1:
            return False
        mention = phrase.head.mention
        generic = mention is not None and any(self.kb.entities[e].generic for e in mention.entities)
        demonstrative = phrase.determiner in ("this", "these", "such", "that", "those")
        carrier = phrase.head.low in POINTERS and (demonstrative or phrase.determiner == "the")
        if not generic and not carrier and (mention is None or not demonstrative):
            return False
        behind = parsed.phrases[phrase.index + 1 :][: phrase.index >= 0]
        if not demonstrative and any(p.kind in ("rel", "that") for p in behind):
            return False  # `the drugs that were compared with X`
        return not any(prep in ("of", "for", "in", "with") for prep, _ in parsed.attached(phrase)) or demonstrative
