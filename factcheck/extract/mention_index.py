"""Ranges of a document -> the names that stand in them, weak ones only where the field is spoken of."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from factcheck.extract.tables import word_set

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.extract.mentions import Mention
    from factcheck.extract.words import Token
    from factcheck.knowledge.base import KnowledgeBase

_FIELD = word_set("disease drug molecule cell hair-follicle hair autoimmunity protein immune-system")
_EXPANDS = re.compile(r",? (?:stands? for|(?:is|are|being)? ?short for|spells out|abbreviates)\b")
_NEAR = 600


class MentionIndex:
    """The names of one document, in order."""

    def __init__(self, mentions: Sequence[Mention], kb: KnowledgeBase, text: str) -> None:
        """Take the names of a text in the order of their places."""
        self.text = text
        self.mentions = mentions
        self.kb = kb
        self._starts = [each.span.start for each in mentions]
        self._at: dict[int, list[Mention]] = {}
        for each in mentions:
            self._at.setdefault(each.span.start, []).append(each)

    def _beginning(self, start: int, end: int) -> Sequence[Mention]:
        """The names that begin within a range."""
        return self.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def between(self, start: int, end: int) -> list[Mention]:
        """The names within a range; a weak one counts where names of the field stand beside or around it."""
        found = [each for each in self._beginning(start, end) if each.span.end <= end]
        expanded = any(_EXPANDS.match(self.text, each.span.end) for each in found if each.weak)
        if expanded or not any(each.weak for each in found) or any(self._of_field(each) for each in found):
            return found
        near = {m.entity for m in self._beginning(start - _NEAR + 1, start + _NEAR) if self._of_field(m)}
        return found if len(near) > 1 else [each for each in found if not each.weak]

    def _of_field(self, mention: Mention) -> bool:
        return not mention.weak and any(self.kb.ancestors(entity) & _FIELD for entity in mention.entities)

    def under(self, tokens: Iterable[Token]) -> list[Mention]:
        """The names that begin where tokens do, in the order of these."""
        found: list[Mention] = []
        for token in tokens:
            found += [each for each in self._at.get(token.start, ()) if each not in found]
        return found

    def alike(self, one: Mention, other: Mention) -> bool:
        """Whether two names stand for one thing, or for a thing and its kind."""
        return any(self.kb.is_a(a, b) or self.kb.is_a(b, a) for a in one.entities for b in other.entities)

    def is_name(self, tokens: Sequence[Token]) -> bool:
        """Whether words are the name of a thing and nothing else, not that of a class such as `brand` or `cause`."""
        named = [each for each in self.under(tokens) if any(not self.kb.entities[e].generic for e in each.entities)]
        return bool(named) and named[0].span.start <= tokens[0].start and tokens[-1].end <= named[0].span.end

    def is_thing(self, mention: Mention) -> bool:
        """Whether a name is that of a drug, a disease or a company, and no class or term of the field."""
        kinds = [kind for kind in ("drug", "disease", "company") if kind in self.kb.entities]
        things = [entity for entity in mention.entities if entity not in self.kb.class_ids]
        return any(self.kb.is_a(entity, kind) for entity in things for kind in kinds)

    def is_kind(self, thing: Mention, kind: Mention) -> bool:
        """Whether a name may be one of a class that a plural names."""
        return kind.plural and any(self._comparable(a, b) for a in thing.entities for b in kind.entities)

    def unlike(self, clause: Sequence[Token], own: Sequence[Mention]) -> bool:
        """Whether a cell says of a thing that it is something quite other: `alopecia areata`, under `Drug`: `X`.

        Only where the row's head and the cell's own words are joined by nothing but an `is` that the text leaves out.
        """
        said = [at for at, token in enumerate(clause) if token.start == token.end]
        bare = len(said) == 1 and clause[said[0]].low == "is"
        own = [each for each in own if bare and each.span.start == clause[said[0] + 1].start]
        heads = self.under(clause[: said[0]]) if bare else []
        if not heads or not own:
            return False
        pairs = [(a, b) for a in heads[0].entities for b in own[0].entities]
        return not any(self._comparable(a, b) for a, b in pairs)

    def _comparable(self, one: str, other: str) -> bool:
        """Whether two things share a class, or some relation pairs one with the other."""
        kb = self.kb
        if (kb.ancestors(one) & kb.ancestors(other)) - {"thing", "process"}:
            return True
        relations = [each for each in kb.relations.values() if each.judge == "pairing"]
        return any(
            any(kb.is_a(a, kind) for kind in each.subject) and any(kb.is_a(b, kind) for kind in each.object)
            for each in relations
            for a, b in ((one, other), (other, one))
        )

    def entities_between(self, start: int, end: int) -> set[str]:
        """The entities of all names that begin within a range."""
        return {entity for each in self._beginning(start, end) for entity in each.entities}
