"""One sentence on the table: where it stands, what it equates, and the readers that its rooms share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factcheck.extract.colon_equations import Equation
from factcheck.extract.denote import Denoted, Denoter
from factcheck.extract.parse import Parsed
from factcheck.extract.phrases import Phrase
from factcheck.extract.standing import Standing
from factcheck.knowledge.base import KnowledgeBase
from factcheck.model.span import TextSpan

if TYPE_CHECKING:
    from factcheck.model.claim import Claim

TOP = frozenset({"thing", "process"})
LOOSE = frozenset({"some", "many", "several", "most", "few", "certain"})


@dataclass(frozen=True, slots=True)
class Place:
    """Where a sentence stands: its text, block and range."""

    text: str
    block: int
    span: TextSpan

    def holds(self, span: TextSpan) -> bool:
        """Whether a range lies within the sentence, and is none of a word that the text leaves out."""
        return self.span.start <= span.start < span.end <= self.span.end

    def words(self, denoted: Denoted) -> str:
        """The words by which the text names an entity."""
        return self.text[denoted.span.start : denoted.span.end]


@dataclass(frozen=True, slots=True)
class Scene:
    """A parsed sentence with its place, its equations, and what resolves its phrases and their stance."""

    kb: KnowledgeBase
    parsed: Parsed
    place: Place
    equations: tuple[Equation, ...]
    denoter: Denoter
    standing: Standing
    signs: Callable[[Phrase, Parsed], Sequence[Denoted]]
    spoken_of: Callable[[], Sequence[str]]

    def related(self, one: str, other: str) -> bool:
        """Whether two entities share a class below the top."""
        return bool((self.kb.ancestors(one) & self.kb.ancestors(other)) - TOP)

    def class_like(self, entity: str) -> bool:
        """Whether it is a class: something is a kind of it, or it stands in a set of disjoint classes."""
        return entity in self.kb.class_ids

    def generic(self, entity: str) -> bool:
        """Whether it is a general heading, such as "condition"."""
        return self.kb.entities[entity].generic

    def dated(self, relation: str) -> bool:
        """Whether the claims of a relation are dated."""
        return relation in self.kb.relations and self.kb.relations[relation].judge == "dated"

    def bounded(self, claim: Claim, subject: Denoted) -> Claim:
        """A claim on a medicine that the text spoke of before: for the one disease for which it spoke of it."""
        spoken = set(self.spoken_of()) if subject.how == "context" else set()
        medical = not self.denoter.fits(subject.entity, ("disease",))
        if not medical or len(spoken) != 1 or any(key == "for" for key, _ in claim.qualifiers):
            return claim
        return replace(claim, qualifiers=(*claim.qualifiers, ("for", spoken.pop())))

    def misplaced(self, subject: Denoted, obj: Denoted) -> bool:
        """Whether something is no class of a subject: an organisation, or `permanent` of what is no hair loss."""
        adjective = obj.phrase is not None and obj.phrase.kind == "adj"
        behind = self.parsed.attached(obj.phrase)[:1] if obj.phrase is not None and obj.phrase.index >= 0 else []
        sorts = [
            d.entity for prep, ps in behind if prep == "of" for p in ps for d in self.denoter.denote(p, self.parsed, ())
        ]
        if any(each != obj.entity and self.kb.is_a(subject.entity, each) for each in sorts):
            return True  # `belongs to the JAK family of medicines`
        return self.denoter.fits(obj.entity, ("organisation",)) or (
            adjective and not self.predicable(subject.entity, obj.entity)
        )

    def predicable(self, subject: str, target: str) -> bool:
        """Whether a predicate of a class can be said of a subject: both under one class, or the class at the top."""
        entity = self.kb.entities[target]
        if entity.domain:
            return self.kb.is_a(subject, entity.domain)
        return entity.parents in (("thing",), ()) or self.related(subject, target)
