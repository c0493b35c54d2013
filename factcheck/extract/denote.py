"""Noun phrase -> the entities that it stands for, with what bounds them.

A head noun counts; a modifier counts where the head has no content of its own ("an autoimmune
condition", "baricitinib tablets"); `a kind of X` stands for X; `this condition` for what the context
gives. An event ("an attack by the immune system") stands for the entity whose frames describe it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factcheck.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from factcheck.extract.clauses import Clause
    from factcheck.extract.parse import Parsed
    from factcheck.extract.phrases import Phrase
    from factcheck.extract.words import Token
    from factcheck.knowledge.base import KnowledgeBase

TRANSPARENT = frozenset(
    "type kind sort form class group family category member example case variety variant subtype version species branch series "
    "set range range number one some part subset handful array host collection pair trio couple majority piece fragment "
    "generation line result consequence instance brand excess surplus".split()
)
_OF_A_KIND = frozenset(
    "loss patch patches spot spots symptom symptoms sign signs onset episode episodes flare flares course development inflammation "
    "appearance".split()
)
CARRIERS = frozenset(
    "tablet tablets pill pills cream creams foam solution lotion gel capsule capsules drug drugs medicine medicines medication "
    "medications treatment treatments therapy therapies product products shampoo spray tablet injection injections agent agents "
    "drops ointment dose doses molecule molecules compound compounds family group class brand use disease diseases disorder "
    "condition protein proteins pathway gene genes scale score tool pattern subtype subtypes phase stage isoform isoforms".split()
)
ORDINALS = {"first": "first", "second": "second", "third": "third", "1st": "first", "2nd": "second", "3rd": "third"}
_BEARERS = {"people", "patients", "patient", "person", "those", "anyone", "someone", "individuals", "sufferers", "participants", "volunteers",
            "adults", "children", "teenagers", "teens", "adolescents", "women", "men", "cases", "case", "everyone"}
_ANAPHORIC = {"this", "these", "the", "such", "that", "those", "both", "its", "their"}
_NEGATIVE_PREFIXES = {"non", "un"}
_FOREIGN_PREFIXES = {"anti", "pro", "pre", "pseudo", "post"}
_EMPTY_SUFFIXES = {"like", "free", "negative", "independent", "sparing", "resistant", "naive", "style", "unrelated"}


@dataclass(frozen=True, slots=True)
class Denoted:
    """An entity that a phrase stands for. `how` is head, modifier, context or event; `span` the words that say it."""

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


NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}


def _restricted_outside(phrase: Phrase, parsed: Parsed) -> str:
    """The restrictor before a phrase ("only JAK1", "nothing but") or behind it ("JAK1 alone")."""
    if phrase.index < 0 or phrase.index >= len(parsed.phrases) or parsed.phrases[phrase.index] is not phrase:
        return ""
    before = parsed.phrases[phrase.index - 1] if phrase.index else None
    after = parsed.phrases[phrase.index + 1] if phrase.index + 1 < len(parsed.phrases) else None
    if before is not None and before.low in _ONLY_BEFORE:
        return before.low
    return after.low if after is not None and after.low in ("alone", "only", "exclusively") else ""


_ONLY_BEFORE = {"only", "solely", "exclusively", "merely", "nothing but", "none other than", "nothing more than", "just", "purely"}


class Denoter:
    """Resolves phrases of one sentence; `resolve` gives the context's entities for a pronoun, likeliest first."""

    def __init__(
        self,
        kb: KnowledgeBase,
        resolve: Callable[[Phrase, Sequence[str]], Sequence[str]],
        events: Callable[[Phrase, Parsed], Sequence[Denoted]] | None = None,
    ) -> None:
        self.kb = kb
        self.resolve = resolve
        self.events = events
        self.aliases: dict[int, list[tuple[Phrase, Parsed]]] = {}

    def denote(self, phrase: Phrase, parsed: Parsed, types: Sequence[str], depth: int = 0, *, alias: bool = False) -> list[Denoted]:
        """What the phrase stands for among `types` (any, if empty).

        With `alias`, a phrase that only classes a thing ("Opzelura, a cream that …") may stand for the thing.
        """
        found = [d for d in self._candidates(phrase, parsed, types, depth) if self.fits(d.entity, types)]
        if alias and types:
            for other, where in self.aliases.get(id(phrase), ()):
                found += [d for d in self._candidates(other, where, types, 1) if self.fits(d.entity, types)]
        unique: dict[str, Denoted] = {}
        for item in found:
            unique.setdefault(item.entity, item)
        return list(unique.values())

    def fits(self, entity: str, types: Sequence[str]) -> bool:
        """Whether an entity is of one of the types."""
        return not types or "thing" in types or any(self.kb.is_a(entity, kind) for kind in types)

    def _candidates(self, phrase: Phrase, parsed: Parsed, types: Sequence[str], depth: int) -> Iterator[Denoted]:
        if depth > 4 or phrase.kind not in ("np", "adj"):
            return
        if phrase.pronoun or self._points_back(phrase, parsed):
            for entity in self.resolve(phrase, types):
                yield Denoted(entity, phrase.span, "context", phrase.negated, phrase=phrase)
            if phrase.pronoun:
                return
        head = phrase.head
        transparent = head.low.rpartition(" ")[2] in TRANSPARENT or head.lemma in TRANSPARENT or head.low.rstrip("s") in TRANSPARENT or head.low in NUMBERS or head.low in ("most", "all", "both")
        transparent = transparent or (bool(types) and head.low.rpartition(" ")[2] in _OF_A_KIND)
        if transparent and (head.mention is None or types):
            for prep, members in parsed.attached(phrase):
                if prep in ("of", "from", "among"):
                    for member in members:
                        for inner in self._candidates(member, parsed, types, depth + 1):
                            yield replace(self._bounded(inner.entity, phrase.span.joined(member.span), inner.how, phrase, parsed), word=inner.word)
                break
        if head.mention is not None:
            yield from self._named(phrase, head, parsed)
        if self._bears(phrase):
            for prep, members in parsed.attached(phrase):
                for member in members if prep in ("with", "of", "suffering from", "affected by") else ():
                    for inner in self._candidates(member, parsed, types, depth + 1):
                        yield Denoted(inner.entity, phrase.span.joined(member.span), "bearer", phrase.negated, quantifier=inner.quantifier, phrase=phrase)
        if self.events is not None:
            yield from self.events(phrase, parsed)
        if self._carries(phrase):
            for token in phrase.tokens:
                if token is not head and token.mention is not None:
                    yield from self._named(phrase, token, parsed)
        elif head.mention is not None:
            for token in phrase.modifiers:
                if token.mention is not None:
                    yield from self._named(phrase, token, parsed, "modifier")

    def _bears(self, phrase: Phrase) -> bool:
        """Whether a phrase names people, so that `with X` says what they have."""
        mention = phrase.head.mention
        if mention is not None:
            return any(self.kb.is_a(e, "population") for e in mention.entities) if "population" in self.kb.entities else False
        return phrase.head.low in _BEARERS

    def _named(self, phrase: Phrase, token: Token, parsed: Parsed, how: str = "") -> Iterator[Denoted]:
        mention = token.mention
        if mention is None or mention.prefix in _FOREIGN_PREFIXES or mention.suffix in _EMPTY_SUFFIXES or token.kind == "compound":
            return
        for entity in mention.entities:
            bounded = self._bounded(entity, phrase.span, how or ("head" if token is phrase.head else "modifier"), phrase, parsed)
            if mention.prefix in _NEGATIVE_PREFIXES:
                bounded = Denoted(bounded.entity, bounded.span, bounded.how, not bounded.negated, bounded.restricted, bounded.ordinal,
                                  bounded.count, bounded.quantifier, phrase)
            yield bounded

    def _bounded(self, entity: str, span: TextSpan, how: str, phrase: Phrase, parsed: Parsed) -> Denoted:
        words = [token.low for token in phrase.tokens]
        ordinal = next((ORDINALS[w] for w in words if w in ORDINALS), "")
        count = next((NUMBERS[t.low] for t in phrase.tokens if t.tag in ("num", "pron", "quant") and t.low in NUMBERS and t is not phrase.head), 0)
        count = count or next((int(t.low) for t in phrase.tokens if t.tag == "num" and t.low.isdigit() and len(t.low) < 4 and t is not phrase.head), 0)
        quantifier = next((w for w in words if w in ("some", "many", "most", "several", "few", "all", "every", "each", "any", "certain", "both", "various")), "")
        restricted = phrase.restricted or _restricted_outside(phrase, parsed)
        return Denoted(entity, span, how, phrase.negated, restricted, ordinal, count, quantifier, phrase, phrase.head.low)

    def _carries(self, phrase: Phrase) -> bool:
        """Whether the head leaves the content to its modifiers."""
        head = phrase.head
        if head.mention is not None:
            return any(self.kb.entities[e].generic for e in head.mention.entities)
        return head.low in CARRIERS or head.lemma in CARRIERS

    def _points_back(self, phrase: Phrase, parsed: Parsed) -> bool:
        """`this condition`, `the drug`, `these hormones`: a determiner, a class noun, nothing that tells which."""
        if phrase.kind != "np" or phrase.determiner not in _ANAPHORIC:
            return False
        if phrase.head.low in ("former", "latter", "two"):
            return True
        if len([t for t in phrase.tokens if t.tag in ("adj", "n", "num") and t.low not in ("two", "three")]) != 1:
            return False
        mention = phrase.head.mention
        generic = mention is not None and any(self.kb.entities[e].generic for e in mention.entities)
        demonstrative = phrase.determiner in ("this", "these", "such", "that", "those")
        if not (generic or (mention is not None and demonstrative) or (demonstrative and phrase.head.low in CARRIERS) or (phrase.head.low in CARRIERS and phrase.determiner == "the")):
            return False
        return not any(prep in ("of", "for", "in", "with") for prep, _ in parsed.attached(phrase)) or demonstrative
