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
    from collections.abc import Hashable, Iterable, Iterator, Sequence

    from factcheck.knowledge.base import KnowledgeBase
    from factcheck.model.knowledge import Filler, Frame

    Keyed = tuple[Frame, tuple[list[str], ...], int, tuple[int, ...], tuple[int, ...]]

NEVER = -1
"""The key of a slot whose filling depends on the slots before it."""
_ELSEWHERE = frozenset(("topic", "how", "than"))
"""Slots that are filled otherwise than by what a phrase or clause names: by the topic, by an adverb, by a measure."""
_UNNAMED = ("drug",)
"""What a text may speak of without any name: `nothing is approved`."""


class FrameKeys:
    """The verb frames of a knowledge base, each with the keys of its slots."""

    def __init__(self, kb: KnowledgeBase) -> None:
        """What is kept with the packs is unpacked for a verb when it is first met."""
        self._kb = kb
        verbs, particles, keys, self._needs, self._meets, always = kept(kb, "frames", __file__, lambda: _tables(kb))
        self._verbs: dict[str, int] = {verb: at for at, verb in enumerate(verbs)}
        self._particles = Row[tuple[tuple[list[str], ...], ...]](particles)
        self._keys = Row[tuple[int, tuple[int, ...], tuple[int, ...]] | None](keys)
        self._found: dict[tuple[str, Sequence[str]], tuple[Keyed, ...]] = {}
        self._always = set(always)

    def of(self, verb: str, reads: tuple[str, ...]) -> tuple[Keyed, ...]:
        """The frames of a verb that read so: each with what may follow the verb as part of it, and its keys.

        First comes what it needs, as bits, then the keys of its slots: for the bare verb, and for a verb with a
        particle, which has other objects.
        """
        found = self._found.get((verb, reads))
        if found is None:
            found = self._found[verb, reads] = tuple(self._of(verb, reads)) if verb in self._verbs else ()
        return found

    def _of(self, verb: str, reads: tuple[str, ...]) -> Iterator[Keyed]:
        numbers = self._kb.frames_by_word.numbers(("verb", verb))
        for number, particles in zip(numbers, self._particles[self._verbs[verb]], strict=True):
            frame, keys = self._kb.frames[number], self._keys[number]
            if frame.reads in reads and keys is not None:
                yield frame, particles, *keys

    def missing(self, named: Iterable[str], words: Iterable[str]) -> int:
        """What a sentence cannot give, as bits: the entities are all that it may speak of, the words all its own."""
        given = set(self._always).union(*map(self._kb.ancestors, named))
        met = 0
        for each in given:
            met |= self._meets.get(each, 0)
        for each in words:
            met |= self._meets.get(f"{each} ", 0)
        found: int = self._needs & ~met
        return found


class _Keys:
    """The keys of all frames while they are numbered."""

    def __init__(self, kb: KnowledgeBase) -> None:
        self._kb = kb
        self._numbers: dict[Hashable, int] = {}
        self.needs: dict[tuple[frozenset[str], frozenset[str]], int] = {}
        self.meets: dict[str, int] = {}

    def of(self, frame: Frame) -> tuple[int, tuple[int, ...], tuple[int, ...]]:
        """What a frame needs, and the keys of its slots for the bare verb and for one with a particle."""
        nouns = any({"comp", "obj"} & set(names) for names, _ in frame.slots)
        bare = [self._key(frame, names, filler, nouns) for names, filler in frame.slots]
        others = [NEVER if "obj" in names else key for (names, _), key in zip(frame.slots, bare, strict=True)]
        return self._needed(frame), tuple(bare), tuple(others)

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
            for each in (*kinds, *(f"{word} " for word in words)):
                self.meets[each] = self.meets.get(each, 0) | bit
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
    """Verbs; the particles of the frames of each; the keys of every frame that a verb has; and what meets their needs.

    The last are the needs as bits, those that a kind or a word meets, and the kinds that a text may always speak of.
    """
    keys = _Keys(kb)
    verbs = [word for kind, word in kb.frames_by_word if kind == "verb"]
    shared = {frame.words: _particles(frame.words) for frame in kb.frames}  # `marshal` keeps once what is the same
    told = [shared[frame.words] for frame in kb.frames]
    particles = [tuple(told[at].get(verb, ()) for at in kb.frames_by_word.numbers(("verb", verb))) for verb in verbs]
    keyed = [keys.of(frame) if frame.kind == "verb" else None for frame in kb.frames]
    events = {frame.target for frame in kb.frames if frame.reads == "event"}
    always = sorted({above for each in (*events, *_UNNAMED) for above in kb.ancestors(each)})
    return verbs, packed_row(particles), packed_row(keyed), (1 << len(keys.needs)) - 1, keys.meets, always


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
