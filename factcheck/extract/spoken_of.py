"""What a clause without a word for it is about: the thing of which the text speaks, if it speaks of nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract.bearers import says_how_many
from factcheck.extract.tables import word_set

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from factcheck.extract.clauses import Clause
    from factcheck.extract.denote import Denoted, Denoter
    from factcheck.extract.parse import Parsed
    from factcheck.extract.phrases import Phrase
    from factcheck.knowledge.base import KnowledgeBase

_PLAIN = word_set("clinical human lost shed fallen missing new regrown restored affected bald old former original")
_ALIKE = word_set("similar comparable akin identical related equivalent")
_PARTIAL = word_set(
    "some sometimes occasionally rarely seldom few several certain may might could would once early "
    "later eventually finally treatment unlike whereas conversely contrast instead otherwise other another others"
)


class SpokenOf:
    """Finds what a clause is about that does not say so."""

    def __init__(
        self,
        kb: KnowledgeBase,
        denoter: Denoter,
        topic: Callable[[Sequence[str]], Sequence[Denoted]],
        signs: Callable[[Phrase, Parsed], Sequence[Denoted]],
    ) -> None:
        """`topic` gives the subject of a fragment, `signs` the disease for which a sign stands."""
        self.kb = kb
        self.denoter = denoter
        self.topic = topic
        self.signs = signs

    def before(self, clause: Clause, parsed: Parsed, types: Sequence[str], target: str) -> Sequence[Denoted]:
        """What a clause without a word for it is about: the nearest subject before it, if its own says no more."""
        subjects = clause.subjects
        if any(t.tag == "adj" and t.low not in _PLAIN for s in subjects for t in s.tokens):
            return ()
        if any(not says_how_many(subject, parsed) for subject in subjects):
            return ()
        kinds = types or self.kb.entities[target].parents
        kinds = kinds[:1] if kinds[:1] == ("disease",) else kinds
        if parsed.host is not None:
            return self.denoter.denote(parsed.host, parsed, kinds)[:1]
        for earlier in reversed([c for c in parsed.clauses if c.verb.index < clause.verb.index]):
            for subject in earlier.subjects:
                denoted = self.denoter.denote(subject, parsed, kinds)
                found = [d for d in denoted if not self.kb.entities[d.entity].generic]
                if found:
                    return found[:1]
        found = [d for d in self.topic(kinds) if not self.kb.is_a(target, d.entity)]
        return [] if found and self._of_another(clause, parsed, found[0].entity, (*kinds, target)) else found

    def _of_another(self, clause: Clause, parsed: Parsed, topic: str, sort: Sequence[str]) -> bool:
        """Whether a sentence may speak of something else than its topic: under a condition, of some, of a rival."""
        if any(c.kind == "condition" for c in parsed.clauses) or any(t.low in _PARTIAL for t in parsed.tokens):
            return True
        placed = [p for prep, found in clause.fronted if prep in ("in", "with", "among") for p in found]
        if any(not p.mentions for p in placed):
            return True  # `in those`, `in the patchy kind`
        if clause.kind == "time" or any(p.kind == "adv" and p.low == "there" for p in parsed.phrases):
            return True  # `where the follicles survive`, `there the follicles survive`
        if "disease" in self.kb.ancestors(topic) and not self.denoter.lone(("disease",)):
            return True  # the sentence before speaks of several
        if any(t.low == "can" for t in clause.verb.tokens) and not any(s.pronoun for s in clause.subjects):
            return True
        before = [c for c in parsed.clauses if c.verb.finite and c.verb.index < clause.verb.index]
        named = [
            s
            for c in before
            if c.kind in ("main", "coordinate")
            for s in c.subjects
            if not s.pronoun and s.low not in ("this", "that") and s not in clause.subjects
        ]
        if any(topic not in (d.entity for d in self.signs(s, parsed)) for s in named):
            return True
        own = [] if "disease" in self.kb.ancestors(topic) else [*clause.objects, *clause.subjects]  # `X is cured`
        own += _likened_to(parsed)
        said = [t for t in parsed.tokens if t.mention is not None and not any(t in p.tokens for p in own)]
        others = [e for t in said if t.mention is not None for e in t.mention.entities]
        sorts = ("disease", *(each for each in sort if each != "thing"))
        rivals = [e for e in others if self.denoter.fits(e, sorts) and not self.kb.entities[e].generic]
        return any(
            not self.kb.is_a(topic, e) and not self.kb.is_a(e, topic) and not self.kb.is_a(sort[-1], e) for e in rivals
        )


def _likened_to(parsed: Parsed) -> list[Phrase]:
    """`this is similar to X`: what the topic is only compared with."""
    trios = zip(parsed.phrases, parsed.phrases[1:], parsed.phrases[2:], strict=False)
    return [third for first, second, third in trios if first.head.low in _ALIKE and second.low in ("to", "with")]
