"""What decides whether a slot of a verb frame is filled, as a key: where one slot fails, all of its key fail.

The packs have some twenty frames to a common verb, and most of them ask the same of its subject or object. So a
clause is asked once; and a frame is not tried at all where the sentence and what stands around it name nothing of a
kind that it needs, or have none of the words that it needs.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Iterable, Sequence

    from factcheck.knowledge.base import KnowledgeBase
    from factcheck.model.knowledge import Filler, Frame

    Keyed = tuple[Frame, tuple[list[str], ...], tuple[int, ...], tuple[int, ...], tuple[int, ...]]

NEVER = -1
"""The key of a slot whose filling depends on the slots before it."""
_UNNAMED = ("drug",)
"""What a text may speak of without any name: `nothing is approved`."""


class FrameKeys:
    """The verb frames of a knowledge base, each with the keys of its slots."""

    def __init__(self, kb: KnowledgeBase) -> None:
        """Keys are worked out for a verb when it is first met."""
        self._kb = kb
        self._numbers: dict[Hashable, int] = {}
        self._found: dict[str, tuple[Keyed, ...]] = {}
        self._needs: dict[tuple[frozenset[str], frozenset[str]], int] = {}
        events = {frame.target for frame in kb.frames if frame.reads == "event"}
        self._always = {above for each in (*events, *_UNNAMED) for above in kb.ancestors(each)}

    def of(self, verb: str) -> tuple[Keyed, ...]:
        """The frames of a verb: each with what may follow the verb as part of it, and its keys.

        First come those of what it needs, then those of its slots: for the bare verb, and for a verb with a
        particle, which has other objects.
        """
        found = self._found.get(verb)
        if found is None:
            frames = self._kb.verb_frames.get(verb, ())
            found = self._found[verb] = tuple((frame, particles, *self._keys(frame)) for frame, particles in frames)
        return found

    def _keys(self, frame: Frame) -> tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...]]:
        nouns = any({"comp", "obj"} & set(names) for names, _ in frame.slots)
        bare = [self._key(frame, names, filler, nouns) for names, filler in frame.slots]
        others = [NEVER if "obj" in names else key for (names, _), key in zip(frame.slots, bare, strict=True)]
        needs = {self._need(frame, filler) for names, filler in frame.slots if _must(names, filler)}
        return tuple(needs - {NEVER}), tuple(bare), tuple(others)

    def dead(self, named: Iterable[str], words: Collection[str]) -> set[int]:
        """The keys of what a sentence cannot give: the entities are all that it may speak of, the words all its own."""
        above = {each for entity in named for each in self._kb.ancestors(entity)} | self._always
        return {
            key for (kinds, said), key in self._needs.items() if above.isdisjoint(kinds) and said.isdisjoint(words)
        }

    def _need(self, frame: Frame, filler: Filler) -> int:
        """The key of the kinds and words of which one has to be there to fill a slot; NEVER if anything may fill it."""
        kinds = filler.entities
        if filler.role in ("S", "O"):
            kinds = self._types(frame, filler.role)
        if "" in kinds or "thing" in kinds or not (kinds or filler.lemmas):
            return NEVER
        more = ("pathogen",) if "organism" in kinds else ()
        need = frozenset((*kinds, *more)), frozenset(each.split()[0] for each in filler.lemmas)
        return self._needs.setdefault(need, self._numbers.setdefault(need, len(self._numbers)))

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


def _must(names: Sequence[str], filler: Filler) -> bool:
    """Whether something that is named or said has to be found for a slot.

    A topic is looked for by other kinds than those of its role, and how something is done also among the adverbs.
    """
    return filler.frame is None and filler.role != "N" and not filler.optional and not {"topic", "how"} & set(names)


@lru_cache(maxsize=8)
def frame_keys(kb: KnowledgeBase) -> FrameKeys:
    """The keys of a knowledge base, which stay with it."""
    return FrameKeys(kb)
