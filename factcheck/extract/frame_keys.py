"""What decides whether a slot of a verb frame is filled, as a key: where one slot fails, all of its key fail.

The packs have some twenty frames to a common verb, and most of them ask the same of its subject or object. So a
clause is asked once; and a frame is not tried at all where the sentence and what stands around it name nothing of a
kind that it needs, or have none of the words that it needs.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from factcheck.knowledge import kept
from factcheck.knowledge.packed import Row, packed_row

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence

    from factcheck.knowledge.base import KnowledgeBase
    from factcheck.model.knowledge import Filler, Frame

    Keyed = tuple[Frame, tuple[list[str], ...], tuple[int, ...], tuple[int, ...]]
    Kept = tuple[str, int, tuple[int, ...], tuple[int, ...]]
    Grouped = tuple[tuple[int, tuple[int, ...]], ...]

NEVER = -1
"""The key of a slot whose filling depends on the slots before it."""
_ELSEWHERE = frozenset(("topic", "how", "than"))
"""Slots that are filled otherwise than by what a phrase or clause names: by the topic, by an adverb, by a measure."""
_UNNAMED = ("drug",)
"""What a text may speak of without any name: `nothing is approved`."""


class FrameKeys:
    """The verb and noun frames of a knowledge base, each with what it needs and the keys of its slots."""

    def __init__(self, kb: KnowledgeBase) -> None:
        """What is kept with the packs is unpacked for a word when it is first met."""
        self._kb = kb
        tables = kept(kb, "frames", __file__, lambda: _tables(kb))
        self._verbs: dict[str, int] = {verb: at for at, verb in enumerate(tables[0])}
        self._particles = Row[tuple[tuple[list[str], ...], ...]](tables[1])
        self._keys: Row[Kept] = Row(tables[2])
        self._all_needs: int = tables[3]
        self._met_by_kind: dict[str, int] = tables[4]
        self._met_by_word: dict[str, int] = tables[5]
        self._always: frozenset[str] = frozenset(tables[6])
        self._known: dict[str, dict[int, Keyed]] = {}
        self._grouped: dict[tuple[str, str, tuple[str, ...]], Grouped] = {}

    def of(self, verb: str, reads: Sequence[str], missing: int = 0) -> list[Keyed]:
        """The frames of a verb that read so and need nothing of what is `missing`, in the order of the packs.

        Each with what may follow the verb as part of it, and then with the keys of its slots: for the bare verb, and
        for a verb with a particle, which has other objects.
        """
        known = self._known.get(verb)
        if known is None:
            known = self._known[verb] = {}
        alive = self._alive("verb", verb, reads, missing) if verb in self._verbs else ()
        return [known.get(at) or self._keyed(verb, at) for at in alive]

    def _keyed(self, verb: str, at: int) -> Keyed:
        """The frame at a place among those of a verb, with its particles and keys."""
        number = self._kb.frames_by_word.numbers(("verb", verb))[at]
        particles = self._particles[self._verbs[verb]][at]
        keyed = self._known[verb][at] = (self._kb.frames[number], particles, *self._keys[number][2:])
        return keyed

    def of_noun(self, word: str, reads: Sequence[str], missing: int = 0) -> list[Frame]:
        """The frames of a noun that read so and need nothing of what is `missing`, in the order of the packs."""
        numbers = self._kb.frames_by_word.numbers(("noun", word))
        return [self._kb.frames[numbers[at]] for at in self._alive("noun", word, reads, missing)] if numbers else []

    def _alive(self, kind: str, word: str, reads: Sequence[str], missing: int) -> list[int]:
        """The places, among the frames of a word, of those that read so and need nothing of what is missing."""
        key = (kind, word, tuple(reads))
        groups = self._grouped.get(key)
        if groups is None:
            places: dict[int, list[int]] = {}
            for at, number in enumerate(self._kb.frames_by_word.numbers((kind, word))):
                own, needs, _, _ = self._keys[number]
                if own in reads:
                    places.setdefault(needs, []).append(at)
            groups = self._grouped[key] = tuple((needs, tuple(found)) for needs, found in places.items())
        return sorted([at for needs, some in groups if not needs & missing for at in some])

    def missing(self, named: Iterable[str], words: Iterable[str]) -> int:
        """What a sentence cannot give, as bits: the entities are all that it may speak of, the words all its own."""
        given = self._always.union(*map(self._kb.ancestors, named))
        met, by_kind, by_word = 0, self._met_by_kind, self._met_by_word
        for each in by_kind.keys() & given:
            met |= by_kind[each]
        for each in by_word.keys() & words:
            met |= by_word[each]
        return self._all_needs & ~met


class _Keys:
    """The keys of all frames while they are numbered."""

    def __init__(self, kb: KnowledgeBase) -> None:
        self._kb = kb
        self._numbers: dict[Hashable, int] = {}
        self.needs: dict[tuple[frozenset[str], frozenset[str]], int] = {}
        self.met_by_kind: dict[str, int] = {}
        self.met_by_word: dict[str, int] = {}

    def of(self, frame: Frame) -> Kept:
        """How a frame reads, what it needs, and the keys of its slots for the bare verb and for one with a particle."""
        if frame.kind != "verb":
            return frame.reads, self._needed(frame), (), ()
        nouns = any({"comp", "obj"} & set(names) for names, _ in frame.slots)
        bare = [self._key(frame, names, filler, nouns) for names, filler in frame.slots]
        others = [NEVER if "obj" in names else key for (names, _), key in zip(frame.slots, bare, strict=True)]
        return frame.reads, self._needed(frame), tuple(bare), tuple(others)

    def _needed(self, frame: Frame) -> int:
        """What the slots of a frame cannot do without, as bits."""
        bits = 0
        for names, filler in frame.slots:
            if filler.optional or filler.role == "N" or _ELSEWHERE & set(names):
                continue
            if filler.frame is not None:
                bits |= self._bit(frozenset(), _first_words(filler.frame.words)) | self._needed(filler.frame)
                continue
            kinds: Sequence[str] = filler.entities
            if filler.role in ("S", "O"):
                kinds = self._types(frame, filler.role)
            if "" not in kinds and "thing" not in kinds and (kinds or filler.lemmas):
                more = ("pathogen",) if "organism" in kinds else ()
                bits |= self._bit(frozenset((*kinds, *more)), _first_words(filler.lemmas))
        return bits

    def _bit(self, kinds: frozenset[str], words: frozenset[str]) -> int:
        """The bit of a need that one of the kinds, or one of the words, meets."""
        bit = self.needs.get((kinds, words))
        if bit is None:
            bit = self.needs[kinds, words] = 1 << len(self.needs)
            for kind in kinds:
                self.met_by_kind[kind] = self.met_by_kind.get(kind, 0) | bit
            for word in words:
                self.met_by_word[word] = self.met_by_word.get(word, 0) | bit
        return bit

    def _types(self, frame: Frame, role: str) -> Sequence[str]:
        """The kinds that a role may have; an empty one for any."""
        if frame.reads == "relation":
            relation = self._kb.relations[frame.target]
            return (relation.subject if role == "S" else relation.object) or ("",)
        return (self._kb.entities[frame.target].domain if frame.reads == "unary" and role == "S" else "",)

    def _key(self, frame: Frame, names: tuple[str, ...], filler: Filler, nouns: bool) -> int:
        """The number of all that `Matcher._fill` looks at, but for the clause and the particle."""
        if filler.frame is not None:
            return NEVER
        asked: tuple[Any, ...] = (names, filler.role, filler.optional, filler.entities, filler.lemmas)
        asked += (frame.target if "topic" in names else "", nouns if "of" in names else None)
        if filler.role in ("S", "O") or "topic" in names:
            relation = self._kb.relations[frame.target] if frame.reads == "relation" else None
            unary = self._kb.entities[frame.target] if frame.reads == "unary" else None
            asked += (frame.reads, relation and (relation.subject, relation.object, relation.judge))
            asked += (unary and (unary.domain, self._kb.is_a(unary.id, "disease")),)
        return self._numbers.setdefault(asked, len(self._numbers))


def _tables(kb: KnowledgeBase) -> tuple[Any, ...]:
    """What is kept of frames: the fields of `FrameKeys` in their order.

    Verbs; the particles of the frames of each; the keys of every frame; all needs as bits, those that a kind meets and
    those that a word meets; and the kinds that a text may always speak of.
    """
    keys = _Keys(kb)
    verbs = [word for kind, word in kb.frames_by_word if kind == "verb"]
    shared = {frame.words: _particles(frame.words) for frame in kb.frames}  # `marshal` keeps once what is the same
    told = [shared[frame.words] for frame in kb.frames]
    particles = [tuple(told[at].get(verb, ()) for at in kb.frames_by_word.numbers(("verb", verb))) for verb in verbs]
    keyed = packed_row([keys.of(frame) for frame in kb.frames])
    events = {frame.target for frame in kb.frames if frame.reads == "event"}
    always = sorted({above for each in (*events, *_UNNAMED) for above in kb.ancestors(each)})
    all_needs = (1 << len(keys.needs)) - 1
    return verbs, packed_row(particles), keyed, all_needs, keys.met_by_kind, keys.met_by_word, always


def _particles(words: Sequence[str]) -> dict[str, tuple[list[str], ...]]:
    """Verb -> what may follow it as part of it, longest first; an empty list where nothing need follow."""
    found: dict[str, list[list[str]]] = {}
    for word in sorted(words, key=len, reverse=True):
        verb, *rest = word.split()
        found.setdefault(verb, []).append(rest)
    return {verb: tuple(rests) for verb, rests in found.items()}


def _first_words(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(each.split()[0] for each in phrases)


@lru_cache(maxsize=8)
def frame_keys(kb: KnowledgeBase) -> FrameKeys:
    """The keys of a knowledge base, which stay with it."""
    return FrameKeys(kb)
