"""What the text around a sentence lends it: the subject of "it", "this condition", "the drug", and of fragments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract.agreement import is_plural
from factcheck.extract.denote import Denoted
from factcheck.extract.fillers import all_forms
from factcheck.extract.phrases import Phrase
from factcheck.extract.referents import Referent, joined, referents
from factcheck.extract.rivals import is_about_stranger, narrowest, of_one_thing, turns_away
from factcheck.extract.tables import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.extract.mentions import Mention
    from factcheck.extract.parse import Parsed
    from factcheck.knowledge.base import KnowledgeBase
    from factcheck.model.claim import Claim

_PLURAL = {"they", "them", "these", "those", "both", "their", "all"}
_SEVERAL, _SINGULAR = {"these", "those"}, {"it", "this", "that", "its", "itself"}
_PEOPLE = word_set(
    "doctor doctors gp gps physician physicians dermatologist dermatologists pharmacist pharmacists specialist nurse "
    "specialists consultant rheumatologist clinic vet vets patient patients people women men adults children parents"
)
_PERSONAL = word_set(
    "he she him i we you us me someone everyone nobody one who himself everybody anyone something nothing anything "
    "everything others none ones there"
)


class Context:
    """The referents at hand while the sentences of a block are read in order."""

    def __init__(self, kb: KnowledgeBase) -> None:
        """Nothing is known yet."""
        self.kb = kb
        self.headings: list[Referent] = []
        self._named_above: list[Referent] = []
        self.lead: list[Referent] = []
        self.history: list[list[Referent]] = []
        self.current: list[Referent] = []
        self.first: list[Referent] = []
        self.parsed: Parsed | None = None
        self._strayed = self._stranger = False

    def open_block(
        self, headings: Sequence[Sequence[Referent]], lead: Sequence[Referent], previous: Sequence[Referent]
    ) -> None:
        """Begin a block: referents of its headings (innermost first), of its lead-in, and of the block before."""
        self.headings = [r for group in headings for r in group]
        self._named_above = [r for group in headings if of_one_thing(group, self.kb) for r in group]
        self.lead = list(lead)
        self.history = [list(previous)] if previous else []
        self.current = []
        self._strayed = self._stranger = False

    def open_sentence(self, parsed: Parsed) -> None:
        """Begin a sentence: its own names become referents for the pronouns behind them."""
        self.current = referents(parsed, self.kb)
        self.parsed = parsed

    def close_sentence(self, claims: Sequence[Claim]) -> None:
        """End a sentence; one without names leaves the older referents in place, a pronoun hands on its own.

        That is what the claims of the sentence took it for, or else what it stands for by itself.
        """
        clauses = self.parsed.clauses if self.parsed else []
        subjects = {s.span: s for c in clauses for s in (c.subjects or (c.objects if c.kind == "main" else ()))}
        taken = {claim.subject_words.lower(): claim.subject for claim in reversed(claims)}
        handed = []
        for span, subject in subjects.items() if self.current else ():
            if subject.pronoun and subject.low in taken and taken[subject.low] in self.kb.entities:
                handed.append(Referent((taken[subject.low],), subject.low in _PLURAL, True, span))
            elif subject.low in ("it", "they") and (entities := self.resolve(subject, ())):
                handed.append(Referent(tuple(entities), subject.low in _PLURAL, True, span))
        self.current = [*handed, *self.current] if self.current else []
        self._stranger = self.parsed is not None and is_about_stranger(self.parsed)
        self._strayed = self.parsed is not None and turns_away(self.parsed, named=bool(self.current))
        if self.current:
            self.history.append(self.current)
            self.first = self.first or self.current

    def pass_over(self, mentions: Sequence[Mention]) -> None:
        """A sentence that is not read stands between; the first name in it is what a next "it" may mean."""
        found: list[Referent] = []
        for mention in mentions:
            entities = tuple(e for e in mention.entities if not self.kb.entities[e].generic)
            if entities and mention.kind != "adj":
                found.append(Referent(entities, mention.plural, not found, mention.span))
        if found or self.history:
            self.history.append(found)

    def diseases(self) -> list[str]:
        """The diseases of which the last sentence that names one speaks, else the lead-in or the headings."""
        for group in (*reversed(self.history[-2:]), self.lead, self._named_above):
            named = [e for each in group for e in each.entities if self._typed(e, ["disease"])]
            found = [each for each in named if not self.kb.entities[each].generic]
            if found:
                return found
        return []

    def near(self) -> list[Referent]:
        """The names of the sentence before, else of the lead-in and the headings."""
        return [each for group in (self.history[-1:] or [self.lead, self.headings]) for each in group]

    def at_hand(self) -> list[Referent]:
        """Everything to which a word of the next sentence can point back."""
        return [each for group in (*self.history[-2:], self.lead, self.headings, self.first) for each in group]

    def around(self, parsed: Parsed) -> tuple[set[str], set[str]]:
        """Every entity that a sentence names, or that a word of it may point back to; and its words, in all forms."""
        tokens = [token for each in parsed.everything() for token in each.tokens]
        mentions = [token.mention for token in tokens if token.mention is not None]
        named = {entity for mention in mentions for entity in (*mention.entities, *mention.classing)}
        words = {form for token in tokens for form in all_forms(token)}
        return named.union(self.diseases(), *(each.entities for each in self.at_hand())), words

    def resolve(self, phrase: Phrase, types: Sequence[str]) -> Sequence[str]:
        """The entity that a pronoun or a pointing phrase stands for, or nothing."""
        low = phrase.low
        if phrase.pronoun and low in _PERSONAL:
            return ()
        own = self._own_subjects(phrase)
        earlier = [each for each in self.current if each.span.end <= phrase.span.start]
        earlier = [each for each in earlier if not any(s.span.start <= each.span.start < s.span.end for s in own)]
        if phrase.head.low in ("former", "latter", "first", "second"):
            return self._of_two(phrase, earlier, types)
        if phrase.pronoun and (self._stranger_before(phrase) or (low == "them" and self._people_before(phrase, types))):
            return ()
        if self._stranger and low in ("it", "its") and not earlier:
            return ()
        kinds = self._kinds(phrase)
        plural = low in _PLURAL or phrase.determiner in ("these", "those", "both", "their")
        plural = plural or (not phrase.pronoun and phrase.head.low.endswith("s"))
        fitting = self._fitting(earlier, types, kinds)
        if not any(fitting) and any(self._typed(kind, ["dosage-form"]) for kind in kinds):
            fitting = [
                [each for each in group if not any(self.kb.clash(e, kind) for e in each.entities for kind in kinds)]
                for group in self._fitting(earlier, types, ["drug"])
            ]
        counted = low in _PLURAL | _SINGULAR
        exact = [[each for each in group if each.plural == plural or not counted] for group in fitting]
        above = {e for r in self._named_above for e in r.entities if not phrase.pronoun}
        exact = [sorted(group, key=lambda each: above.isdisjoint(each.entities)) for group in exact]
        chosen = next((group[0] for group in (*exact, *fitting) if group), None)
        if chosen is not None:
            chosen = narrowest(chosen, [each for group in fitting if chosen in group for each in group], self.kb)
        single = chosen is not None and phrase.determiner in _SEVERAL and self._typed(chosen.entities[0], ["brand"])
        if single or (chosen is not None and not chosen.whole and self._is_part(phrase)):
            return ()  # `these drugs`: more than one brand; `only two of them`: of those that were named, not of all
        both = chosen is not None and not chosen.plural and "both" in (low, phrase.determiner)
        named = joined(chosen, fitting) if chosen is not None and both else [chosen]
        pointed = [[e for e in one.entities if self._typed(e, types)][:1] for one in named if one is not None]
        return [each for found in pointed for each in found]

    def _holds(self, subject: Phrase, phrase: Phrase) -> bool:
        """`two of them are approved`: whether a pronoun is part of a subject."""
        found = self.parsed.attached(subject)[:1] if self.parsed is not None else []
        return any(prep == "of" and each is phrase for prep, members in found for each in members)

    def _is_part(self, phrase: Phrase) -> bool:
        """Whether a pronoun says of what a subject is some: `two of them`."""
        clauses = self.parsed.clauses if self.parsed is not None and phrase.pronoun else []
        return any(self._holds(s, phrase) for c in clauses for s in c.subjects)

    def _own_subjects(self, phrase: Phrase) -> list[Phrase]:
        """`no country has cleared it`: the subjects of the verb whose object a pronoun is; it is none of them."""
        clauses = self.parsed.clauses if self.parsed is not None and phrase.pronoun else []
        return [s for c in clauses if phrase in c.objects and phrase.low != "itself" for s in c.subjects]

    def _fitting(self, earlier: Sequence[Referent], types: Sequence[str], kinds: Sequence[str]) -> list[list[Referent]]:
        """The referents at hand that are of the types and of one of the kinds, group by group."""
        return [
            [each for each in group if self._fits(each, types) and (not kinds or self._under(each, kinds))]
            for group in self._groups(earlier)
        ]

    def _stranger_before(self, phrase: Phrase) -> bool:
        """Whether the nearest subject before a pronoun in its sentence is something that the packs do not know."""
        clauses = self.parsed.clauses if self.parsed is not None else []
        subjects = [s for c in clauses if c.verb.finite and c.kind != "modifier" for s in c.subjects]
        own = self._own_subjects(phrase) + [s for s in subjects if self._holds(s, phrase)]
        before = [s for s in subjects if s.span.end <= phrase.span.start and not s.pronoun and s not in own]
        if not before:
            return False
        if phrase.low == "it":
            before = [s for s in before if s.head.low not in _PEOPLE] or before[:0]
        if not before:
            return False
        nearest = max(before, key=lambda subject: subject.span.end)
        if phrase.low == "it" and (is_plural(nearest) or nearest.head.tag == "num"):
            return False
        attached = [p for _, found in self.parsed.attached(nearest) for p in found] if self.parsed else []
        return not any(self._names(each) for each in (nearest, *attached))

    def _people_before(self, phrase: Phrase, types: Sequence[str]) -> bool:
        """Whether the nearest plural before `them` is a group that is not of the types: `in children …, for them`."""
        before = self.parsed.phrases[: phrase.index] if self.parsed is not None else []
        plurals = [p for p in before if p.kind == "np" and not p.pronoun and is_plural(p)]
        mention = plurals[-1].head.mention if plurals else None
        return bool(plurals) and (mention is None or not any(self._typed(e, types) for e in mention.entities))

    def _names(self, phrase: Phrase) -> bool:
        """Whether a noun phrase has a name of more than a class such as `cause`."""
        entities = [e for token in phrase.tokens if token.mention is not None for e in token.mention.entities]
        return any(not self.kb.entities[each].generic for each in entities)

    def _of_two(self, phrase: Phrase, earlier: Sequence[Referent], types: Sequence[str]) -> Sequence[str]:
        """What `the former` or `the latter` stands for: the first or last of two names of this sentence or the last."""
        before = self.history[-1] if self.history else []
        fitting = self._things(earlier or before, types)
        if len(fitting) < 2:
            fitting = self._things(before, types)
        return fitting[0 if phrase.head.low in ("former", "first") else -1].entities[:1] if len(fitting) > 1 else ()

    def _things(self, pool: Sequence[Referent], types: Sequence[str]) -> list[Referent]:
        """The referents that fit and are no classes of one another."""
        fitting = [each for each in pool if self._fits(each, types)]
        named = {entity for each in fitting for entity in each.entities}
        above = {higher for entity in named for higher in self.kb.ancestors(entity) if higher != entity}
        return [each for each in fitting if above.isdisjoint(each.entities)]

    def _groups(self, earlier: Sequence[Referent]) -> list[list[Referent]]:
        """The referents at hand, likeliest first: subjects, then this sentence, those before, lead-in and headings."""
        here = self._ordered(earlier)
        before = [self._ordered(group) for group in reversed(self.history[-2:])]
        subjects = [[each for each in group if each.subject] for group in (here, *before[:1])]
        asked = [self.first] if self.parsed is not None and self.parsed.question else []
        return [*subjects, here, *before, self.lead, self.headings, *asked]

    def topic(self, types: Sequence[str]) -> Sequence[Denoted]:
        """The subject of a fragment: that of the sentence before in the block, else of the lead-in or the heading."""
        before = self._ordered(self.history[-1]) if self.history else []
        for referent in (*before, *self.lead, *self._named_above):
            for entity in referent.entities:
                if self._typed(entity, types) and not self.kb.entities[entity].generic:
                    return [Denoted(entity, referent.span, "context")]
        return ()

    def lone(self, types: Sequence[str]) -> Sequence[str]:
        """The only thing of some types in the sentence before, else in the lead-in, else in the headings."""
        if self._strayed:
            return ()
        for group in (*reversed(self.history[-1:]), self.lead, self.headings):
            things = [e for r in group for e in r.entities if self._typed(e, types) and not self.kb.entities[e].generic]
            if things:
                alike = all(self.kb.is_a(e, things[0]) or self.kb.is_a(things[0], e) for e in things)
                return things[:1] if alike else ()
        return ()

    def _typed(self, entity: str, types: Sequence[str]) -> bool:
        return not types or any(self.kb.is_a(entity, each) for each in types)

    def _fits(self, referent: Referent, types: Sequence[str]) -> bool:
        return any(self._typed(e, types) and not self.kb.entities[e].generic for e in referent.entities)

    def _under(self, referent: Referent, kinds: Sequence[str]) -> bool:
        return any(self.kb.is_a(entity, kind) for entity in referent.entities for kind in kinds)

    @staticmethod
    def _ordered(group: Sequence[Referent]) -> list[Referent]:
        return sorted(group, key=lambda r: (not r.subject, r.span.start))

    def _kinds(self, phrase: Phrase) -> list[str]:
        """The class that a pointing phrase names; a wrong one ("these hormones" of kinases) is a claim, not a bound."""
        mention = phrase.head.mention
        if mention is None:
            return []
        return [e for e in mention.entities if self.kb.entities[e].generic]
