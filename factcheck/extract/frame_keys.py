"""What decides whether a slot of a verb frame is filled, as a key: where one slot fails, all of its key fail.

The packs have some twenty frames to a common verb, and most of them ask the same of its subject or object. So a
clause is asked once; and a frame is not tried at all where the sentence and what stands around it name nothing of a
kind that it needs, or have none of the words that it needs.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence

    from factcheck.knowledge.base import KnowledgeBase
    from factcheck.model.knowledge import Filler, Frame

    Keyed = tuple[Frame, tuple[list[str], ...], int, tuple[int, ...], tuple[int, ...]]
    Grouped = tuple[tuple[int, tuple[int, ...]], ...]

NEVER = -1
"""The key of a slot whose filling depends on the slots before it."""
_ELSEWHERE = frozenset(("topic", "how", "than"))
"""Slots that are filled otherwise than by what a phrase or clause names: by the topic, by an adverb, by a measure."""
_UNNAMED = ("drug",)
"""What a text may speak of without any name: `nothing is approved`."""


class FrameKeys:
    """The verb frames of a knowledge base, each with the keys of its slots."""

    def __init__(self, kb: KnowledgeBase) -> None:
        """Keys are worked out for a verb when it is first met."""
        self._kb = kb
        self._numbers: dict[Hashable, int] = {}
        self._found: dict[tuple[str, Sequence[str]], tuple[tuple[Keyed, ...], Grouped]] = {}
        self._nouns: dict[str, tuple[tuple[Frame, int], ...]] = {}
        self._needs: dict[tuple[frozenset[str], frozenset[str]], int] = {}
        self._met_by_kind: dict[str, int] = {}
        self._met_by_word: dict[str, int] = {}
        events = {frame.target for frame in kb.frames if frame.reads == "event"}
        self._always = {above for each in (*events, *_UNNAMED) for above in kb.ancestors(each)}

    def of(self, verb: str, reads: tuple[str, ...], missing: int = 0) -> list[Keyed]:
        """The frames of a verb that read so and need nothing of what is `missing`, in the order of the packs.

        Each with what may follow the verb as part of it, with what it needs, as bits, and then the keys of its slots:
        for the bare verb, and for a verb with a particle, which has other objects.
        """
        found = self._found.get((verb, reads))
        if found is None:
            frames = [each for each in self._kb.frames_by_word.get(("verb", verb), ()) if each.reads in reads]
            keyed = tuple((frame, _particles(frame, verb), *self._keys(frame)) for frame in frames)
            found = self._found[verb, reads] = keyed, _grouped([each[2] for each in keyed])
        keyed, groups = found
        return [keyed[at] for at in sorted([at for needs, some in groups if not needs & missing for at in some])]

    def of_noun(self, word: str, missing: int) -> list[Frame]:
        """The frames of a noun that need nothing of what is `missing`."""
        found = self._nouns.get(word)
        if found is None:
            frames = self._kb.frames_by_word.get(("noun", word), ())
            found = self._nouns[word] = tuple((frame, self._needed(frame)) for frame in frames)
        return [frame for frame, needs in found if not needs & missing]

    def _keys(self, frame: Frame) -> tuple[int, tuple[int, ...], tuple[int, ...]]:
        nouns = any({"comp", "obj"} & set(names) for names, _ in frame.slots)
        bare = [self._key(frame, names, filler, nouns) for names, filler in frame.slots]
        others = [NEVER if "obj" in names else key for (names, _), key in zip(frame.slots, bare, strict=True)]
        return self._needed(frame), tuple(bare), tuple(others)

    def missing(self, named: Iterable[str], words: Iterable[str]) -> int:
        """What a sentence cannot give, as bits: the entities are all that it may speak of, the words all its own."""
        given = set(self._always).union(*map(self._kb.ancestors, named))
        met, by_kind, by_word = 0, self._met_by_kind, self._met_by_word
        for each in given & by_kind.keys():
            met |= by_kind[each]
        for each in by_word.keys() & words:
            met |= by_word[each]
        return ((1 << len(self._needs)) - 1) & ~met  # of what verbs need that are met later, nothing is known

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
        bit = self._needs.get((kinds, words))
        if bit is None:
            bit = self._needs[kinds, words] = 1 << len(self._needs)
            for kind in kinds:
                self._met_by_kind[kind] = self._met_by_kind.get(kind, 0) | bit
            for word in words:
                self._met_by_word[word] = self._met_by_word.get(word, 0) | bit
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


def _grouped(needs: Sequence[int]) -> Grouped:
    """What is needed -> the places where it is."""
    places: dict[int, list[int]] = {}
    for at, each in enumerate(needs):
        places.setdefault(each, []).append(at)
    return tuple((each, tuple(found)) for each, found in places.items())


def _particles(frame: Frame, verb: str) -> tuple[list[str], ...]:
    """What may follow a verb as part of it in a frame, longest first; an empty list where nothing need follow."""
    words = sorted((word for word in frame.words if word.split()[0] == verb), key=len, reverse=True)
    return tuple(word.split()[1:] for word in words)


def _first_words(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(each.split()[0] for each in phrases)


@lru_cache(maxsize=8)
def frame_keys(kb: KnowledgeBase) -> FrameKeys:
    """The keys of a knowledge base, which stay with it."""
    return FrameKeys(kb)
