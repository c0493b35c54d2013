"""Matches and equations -> claims: arguments typed, stance folded, qualifiers and numbers of their own clause bound."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factcheck.extract.clauses import is_plural
from factcheck.extract.denote import Denoted, Denoter
from factcheck.extract.expansions import find_expansions
from factcheck.extract.equations import Equation, find_equations
from factcheck.extract.frames import Match, Matcher
from factcheck.extract.quantities import find_dates, find_frequency, find_quantities, number_word
from factcheck.model.claim import Claim, Quantity, Stance
from factcheck.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.extract.clauses import Clause
    from factcheck.extract.context import Context
    from factcheck.extract.parse import Parsed
    from factcheck.extract.phrases import Phrase
    from factcheck.extract.stance import StanceReader
    from factcheck.extract.words import Token
    from factcheck.knowledge.base import KnowledgeBase
    from factcheck.model.knowledge import Relation

_QUALIFIER_KINDS = (("by", ("agency", "health-technology-assessment-body", "european-commission")), ("for", ("population", "disease")), ("in", ("region", "place")))
_DEFINING = ("thing", "process")
_STATUS = ("off-label", "investigational", "unlicensed", "trial", "trials", "study", "studies", "studied", "tested", "randomised", "randomized",
           "compared", "placebo", "arm", "arms", "participants", "volunteers", "phase", "enrolled", "pack", "price", "cost", "dollars")
_PLAIN_ADJECTIVES = {"true", "real", "actual", "medical", "chronic", "common", "genuine", "recognised", "recognized", "known", "human"}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a sentence stands: its text, block and range."""

    text: str
    block: int
    span: TextSpan


class Assembler:
    """Reads the claims of one parsed sentence."""

    def __init__(self, kb: KnowledgeBase, stances: StanceReader, context: Context, parsed: Parsed, place: Place) -> None:
        self.kb = kb
        self.stances = stances
        self.context = context
        self.top = parsed
        self.place = place
        self.equations = find_equations(parsed)
        self._current: Equation | None = None
        self._clauses: list[Clause] = []
        self.denoter = Denoter(kb, context.resolve)
        self.matcher = Matcher(kb, self.denoter, context.topic, self._equals, lambda: self._clauses)
        self.denoter.events = self.matcher.events
        for equation in self.equations:
            if equation.how in ("copula", "apposition", "parenthesis", "naming") and equation.kind.determiner in ("a", "an", "one", "the", "another") and not equation.flipped:
                self.denoter.aliases.setdefault(id(equation.kind), []).append((equation.thing, equation.thing_in))

    def _equals(self, phrase: Phrase, parsed: Parsed) -> Sequence[tuple[Phrase, Parsed]]:
        """What a noun phrase is said to be in the equation at hand."""
        equation = self._current
        if equation is None:
            return ()
        if phrase is equation.kind:
            return ((equation.thing, equation.thing_in),)
        if phrase is equation.thing and equation.how in ("copula", "colon", "apposition", "gloss"):
            return ((equation.kind, equation.kind_in),)
        return ()

    def claims(self) -> list[Claim]:
        """Every claim of the sentence, once."""
        found: dict[tuple[object, ...], Claim] = {}
        for claim in self._all():
            key = (claim.subject, claim.relation, claim.object, claim.span, claim.exclusive, claim.text, claim.value, claim.stance.polarity)
            found.setdefault(key, claim)
        return list(found.values())

    def _all(self) -> Iterator[Claim]:
        for parsed in self.top.everything():
            for clause in parsed.clauses:
                for match in self.matcher.of_clause(clause, parsed):
                    yield from self._of_match(match, self._clause_stance(match, clause, parsed))
                yield from self._happening(clause, parsed)
                yield from self._of_reason(clause, parsed)
            for phrase in parsed.phrases:
                if phrase.kind == "np":
                    for match in self.matcher.of_phrase(phrase, parsed):
                        yield from self._of_match(match, self._phrase_stance(phrase, parsed))
                    yield from self._compound(phrase, parsed)
                    yield from self._amount(phrase, parsed)
                    yield from self._owned(phrase, parsed)
        for equation in self.equations:
            yield from self._of_equation(equation)
        yield from find_expansions(self.kb, self.top, self.place, self.stances)

    def _happening(self, clause: Clause, parsed: Parsed) -> Iterator[Claim]:
        """`In X, the immune system attacks the follicles`: an event in a disease is what the disease comes from."""
        events = self.matcher.clause_events(clause, parsed)
        if not events or clause.verb.negated:
            return
        places = [(prep, ps) for prep, ps, _ in clause.adjuncts] + list(clause.fronted)
        if clause.kind == "relative" and clause.gap in ("in", "where", "with"):
            places.append((clause.gap, clause.antecedent))
        for event in events:
            for relation in self.kb.meant_by(event.entity):
                types = self.kb.relations[relation].subject
                for prep, phrases in places:
                    for subject in (d for p in phrases if prep in ("in", "with", "where", "during") for d in self.denoter.denote(p, parsed, types)):
                        span = clause.span.joined(subject.span) if subject.how != "context" else clause.span
                        stance = self.stances.of_clause(clause, parsed)
                        yield Claim(subject.entity, relation, event.entity, stance, span, self.place.span, self.place.block,
                                    subject_words=self._words(subject), object_words=self._words(event), via=f"{relation}/event")

    # -- stance ----------------------------------------------------------------------------------

    def _clause_stance(self, match: Match, clause: Clause, parsed: Parsed) -> Stance:
        stance = self.stances.of_clause(clause, parsed) if clause.kind != "modifier" else self._modifier_stance(clause, parsed)
        flips = any(p.negated for p in clause.objects + clause.complements if p not in clause.subjects)
        if any(p.negated for prep, ps, _ in clause.adjuncts for p in ps if any(d.phrase is p for d in match.objects)):
            flips = not flips
        return replace(stance, polarity=not stance.polarity) if flips else stance

    def _modifier_stance(self, clause: Clause, parsed: Parsed) -> Stance:
        """A participle inside a noun phrase: the phrase's own place in its clause decides whether it is said to be there."""
        stance = self._phrase_stance(clause.subjects[0], parsed)
        return replace(stance, polarity=stance.polarity != clause.verb.negated)

    def _phrase_stance(self, phrase: Phrase, parsed: Parsed) -> Stance:
        """The stance of what a noun phrase takes for granted; `there is no X`, `has no X` deny it."""
        for clause in parsed.clauses:
            if clause.kind == "modifier":
                continue
            if phrase in clause.complements or phrase in clause.objects:
                if clause.existential or (clause.verb.lemma in ("have", "get", "offer", "exist") and phrase in [*clause.objects, *clause.complements]):
                    stance = self.stances.of_clause(clause, parsed)
                    return replace(stance, polarity=stance.polarity != phrase.negated)
                return self._granted(clause, parsed, phrase)
            if phrase in clause.subjects or any(phrase in ps for _, ps, _ in clause.adjuncts):
                return self._granted(clause, parsed, phrase)
        return self._granted(None, parsed, phrase)

    def _granted(self, clause: Clause | None, parsed: Parsed, phrase: Phrase) -> Stance:
        stance = self.stances.presupposed(clause, parsed) if clause is not None else self.stances.of_clause(None, self.top)
        return replace(stance, polarity=not phrase.negated)

    def _equation_stance(self, equation: Equation) -> Stance:
        if equation.clause is not None:
            stance = self.stances.of_clause(equation.clause, equation.kind_in)
            turned = equation.flipped != equation.kind.negated
        else:
            stance = self._phrase_stance(equation.thing, equation.thing_in)
            stance = replace(stance, polarity=True)
            turned = equation.flipped
        return replace(stance, polarity=not stance.polarity) if turned else stance

    # -- matches ---------------------------------------------------------------------------------

    def _of_match(self, match: Match, stance: Stance) -> Iterator[Claim]:
        frame = match.frame
        if frame.denies:
            stance = replace(stance, polarity=not stance.polarity)
        if frame.hedged:
            stance = replace(stance, certainty="hedged")
        if frame.reads == "unary":
            for subject in match.subjects:
                if subject.entity != frame.target and self._predicable(subject.entity, frame.target):
                    yield self._claim(match, subject, "is-a", Denoted(frame.target, match.span), stance)
            return
        relation = self.kb.relations[frame.target]
        if any(filler.role == "N" for _, filler in frame.slots):
            yield from self._quantified(match, relation, stance)
            return
        for subject in match.subjects:
            for obj in match.objects:
                turned = any(d.phrase is not None and d.phrase.index in match.flipped and d.how != "context" for d in (subject, obj))
                own = replace(stance, polarity=not stance.polarity) if turned else stance
                if subject.entity != obj.entity and subject.span != obj.span or subject.phrase is not obj.phrase:
                    yield from self._exclusives(match, subject, relation, obj, own)

    def _predicable(self, subject: str, target: str) -> bool:
        """Whether a predicate of a class can be said of a subject: both stand under one class, or the class stands at the top."""
        return self.kb.entities[target].parents in (("thing",), ()) or self._related(subject, target)

    def _exclusives(self, match: Match, subject: Denoted, relation: Relation, obj: Denoted, stance: Stance) -> Iterator[Claim]:
        """A claim of a class phrase that an equation ties to a thing is a claim of the thing: `X is the only drug approved for Y`."""
        phrase = subject.phrase
        tied = [e for e in self.equations if e.kind is phrase and e.how in ("copula", "apposition", "parenthesis", "include", "colon", "naming", "gloss", "dash", "such as")]
        tied += [replace_thing(e) for e in self.equations if e.thing is phrase and e.how == "copula"]
        exclusive = "count" if subject.count > 1 else subject.restricted and "only" or subject.ordinal
        done = False
        named = tuple(d.entity for e in tied for d in self.denoter.denote(e.thing, e.thing_in, relation.subject) if relation.judge == "dated")
        for equation in tied if relation.judge == "dated" and self._class_like(subject.entity) else ():
            for thing in self.denoter.denote(equation.thing, equation.thing_in, relation.subject):
                if thing.entity == subject.entity or self.kb.is_a(subject.entity, thing.entity):
                    continue
                own = self._equation_stance(equation)
                merged = stance if own.asserted and own.polarity == stance.polarity else own
                merged = replace(merged, tense=own.tense if own.tense != "now" else stance.tense)
                if obj.how == "context" and self._class_like(obj.entity) and subject.restricted:
                    return
                claim = self._claim(match, thing, relation.id, obj, merged, exclusive=exclusive, among=subject.entity, count=subject.count)
                yield replace(claim, others=named)
                done = True
        if done:
            return
        dated = relation.judge == "dated"
        nothing = dated and (subject.negated or (not stance.polarity and self._class_like(subject.entity) and _any_of_them(subject)))
        exclusive = "none" if nothing else exclusive if dated else ""
        if exclusive == "none" and not stance.polarity:
            stance = replace(stance, polarity=True)
        yield self._claim(match, subject, relation.id, obj, stance, exclusive=exclusive, among=subject.entity if exclusive else "", count=subject.count)

    def _claim(self, match: Match, subject: Denoted, relation: str, obj: Denoted, stance: Stance, *, exclusive: str = "", among: str = "", count: int = 0) -> Claim:
        span = self._span(match, subject, obj)
        others = tuple(o.entity for o in match.objects if o.entity != obj.entity)
        when = self._when(match, span)
        return Claim(
            subject.entity, relation, obj.entity, stance, span, self.place.span, self.place.block,
            when=when, qualifiers=self._qualifiers(match, subject, obj), exclusive=exclusive or ("only" if match.frame.exclusive or self._only(obj) else ""),
            among=among, count=count, others=others, subject_words=self._words(subject), object_words=self._words(obj),
            strength=match.frame.strength, generic=subject.quantifier in ("some", "many", "several", "most", "few", "certain"), via=match.frame.id,
        )

    @staticmethod
    def _only(denoted: Denoted) -> bool:
        return bool(denoted.restricted)

    def _words(self, denoted: Denoted) -> str:
        return self.place.text[denoted.span.start : denoted.span.end]

    def _inside(self, span: TextSpan) -> bool:
        return self.place.span.start <= span.start and span.end <= self.place.span.end

    def _span(self, match: Match, subject: Denoted, obj: Denoted) -> TextSpan:
        core = match.clause.verb.span if match.clause is not None and len(match.objects) > 1 and not match.clause.gapped else match.span
        span = core if self._inside(core) else None
        for denoted in (subject, obj):
            if denoted.how != "context" and self._inside(denoted.span):
                span = span.joined(denoted.span) if span is not None else denoted.span
        return span or self.place.span

    def _region(self, match: Match) -> tuple[int, int]:
        """The clause of a match: from its first argument to the verb of the next clause."""
        span = match.span
        if match.clause is not None and match.clause.gapped:
            return match.clause.subjects[0].span.start, match.parsed.span.end
        clause = match.clause or next((c for c in match.parsed.clauses if match.phrase in (*c.subjects, *c.objects, *c.complements) and c.kind != "modifier"), None)
        if clause is None:
            return span.start, span.end
        if clause.parent is not None and clause.kind == "complement" and clause.parent.verb.lemma == "be" and [s.low for s in clause.parent.subjects] == ["it"]:
            span = span.joined(clause.parent.span) if self._inside(clause.parent.span) else span
        if self._inside(clause.span):
            span = span.joined(clause.span)
        start = min([span.start, *(p.span.start for _, ps in clause.fronted for p in ps)])
        end = span.end
        later = [c for c in match.parsed.clauses if c.verb.index > clause.verb.index and c.kind not in ("modifier", "infinitive")]
        limit = min((c.subjects[0].span.start if c.subjects and c.subjects[0].span.start > clause.verb.span.end and c.kind in ("main", "coordinate") else c.verb.span.start for c in later), default=match.parsed.span.end)
        return start, max(end, limit)

    def _when(self, match: Match, span: TextSpan) -> tuple[object, object] | None:  # type: ignore[override]
        start, end = self._region(match)
        dates = find_dates(self.place.text, start, min(end, self.place.span.end)) if self._inside(TextSpan(start, max(end, start + 1))) else []
        if not dates:
            return None
        behind = [d for d in dates if d.span.start >= span.end]
        chosen = behind[0] if behind else dates[-1] if len(dates) > 1 and not match.clause else dates[0]
        return chosen.first, chosen.last

    def _qualifiers(self, match: Match, subject: Denoted, obj: Denoted) -> tuple[tuple[str, str], ...]:
        start, end = self._region(match)
        found = []
        for token in match.parsed.tokens:
            mention = token.mention
            if mention is None or not start <= token.start < end:
                continue
            for key, kinds in _QUALIFIER_KINDS:
                for entity in mention.entities:
                    if key == "in" and ("by", entity) in found:
                        continue
                    if entity not in (subject.entity, obj.entity) and any(self.kb.is_a(entity, kind) for kind in kinds):
                        found.append((key, entity))
        for name, words in (("route", ("oral", "topical", "tablet", "tablets", "cream", "pill", "pills", "orally", "solution", "foam", "injected", "compounded")),
                            ("status", tuple(_STATUS)),
                            ("extent", ("severe", "mild", "moderate")), ("lab", ("vitro",))):
            found += [(name, t.low) for t in match.parsed.tokens if t.low in words and start <= t.start < end]
        if obj.quantifier in ("all", "every", "any"):
            found.append(("scope", "all"))
        if subject.quantifier in ("all", "every", "each", "any") or subject.negated:
            found.append(("subject", "all"))
        found += [("only-for", e) for t in match.parsed.tokens if t.mention is not None and start <= t.start < end for e in t.mention.entities
                  if self.kb.is_a(e, "population") and self._only_beside(t, match.parsed)]
        return tuple(dict.fromkeys(found))

    @staticmethod
    def _only_beside(token: Token, parsed: Parsed) -> bool:
        """Whether `only` stands right before or behind a word."""
        at = parsed.tokens.index(token)
        around = parsed.tokens[max(0, at - 2) : at + 2]
        return any(t.low in ("only", "alone", "solely", "exclusively") for t in around)

    # -- quantities ------------------------------------------------------------------------------

    def _quantified(self, match: Match, relation: Relation, stance: Stance) -> Iterator[Claim]:
        start, end = self._region(match)
        wanted = relation.unit
        quantities = [q for q in find_quantities(self.place.text, start, end) if not wanted or q.unit == wanted]
        near = [q for q in quantities if any(q.span.overlaps(p.span) for p in match.numbers)]
        if wanted == "member":
            near = [Quantity(n, n, wanted, p.span) for p in match.numbers if (n := number_word([t.low for t in p.tokens]))]
        times, per = find_frequency(self.place.text, start, end)
        for subject in match.subjects:
            for quantity in near[:2]:
                filled = quantity if quantity.per else Quantity(quantity.low, quantity.high, quantity.unit, quantity.span, per, times, quantity.bound)
                claim = self._claim(match, subject, relation.id, Denoted("", quantity.span), stance)
                yield replace(claim, object="", value=filled, span=self._joined(claim.span, quantity.span))

    @staticmethod
    def _joined(span: TextSpan, other: TextSpan) -> TextSpan:
        return span.joined(other)

    # -- equations -------------------------------------------------------------------------------

    def _of_reason(self, clause: Clause, parsed: Parsed) -> Iterator[Claim]:
        """`The reason for X is that Y happens`: the clause stands where a noun would."""
        inner = [c for c in parsed.clauses if c.parent is clause and c.kind == "complement"]
        if clause.verb.lemma != "be" or clause.complements or not inner:
            return
        self._clauses = inner
        for subject in clause.subjects:
            for match in self.matcher.of_phrase(subject, parsed):
                if any("is" in names for names, _ in match.frame.slots):
                    yield from self._of_match(match, self.stances.of_clause(clause, parsed))
        self._clauses = []

    def _of_equation(self, equation: Equation) -> Iterator[Claim]:
        stance = self._equation_stance(equation)
        self._current = equation
        for phrase, parsed in ((equation.kind, equation.kind_in), (equation.thing, equation.thing_in)):
            for match in self.matcher.of_phrase(phrase, parsed) if phrase.kind == "np" else ():
                if any("is" in names for names, _ in match.frame.slots):
                    yield from self._of_match(match, stance)
        self._current = None
        if equation.how == "rest":
            yield from self._rest(equation, stance)
            return
        pairs = list(self._pairings(equation, stance))
        yield from pairs
        if not pairs:
            yield from self._kinds(equation, stance)
            if equation.how == "copula" and equation.thing.determiner == "the" and equation.kind.determiner != "the":
                yield from self._kinds(replace_thing(equation), stance)

    def _plain(self, equation: Equation, subject: Denoted, relation: str, obj: Denoted, stance: Stance) -> Claim:
        span = equation.kind.span
        for denoted in (subject, obj):
            if denoted.how != "context" and self._inside(denoted.span):
                span = span.joined(denoted.span)
        span = span if subject.how == "context" else span.joined(equation.thing.span)
        if equation.clause is not None and equation.clause.subjects and self._inside(equation.clause.subjects[0].span):
            span = span.joined(equation.clause.verb.span)
        return Claim(subject.entity, relation, obj.entity, stance, span, self.place.span, self.place.block,
                     qualifiers=self._bounds(equation, obj), exclusive="only" if obj.restricted else obj.ordinal, subject_words=self._words(subject), object_words=self._words(obj),
                     generic=subject.quantifier in ("some", "many", "several", "most", "few", "certain"), via=f"is-a/{equation.how}")

    def _bounds(self, equation: Equation, obj: Denoted) -> tuple[tuple[str, str], ...]:
        """What bounds an is-a claim: a disease or population behind the class, an adjective that the packs do not know."""
        found = []
        phrase = equation.kind
        attached = [(p, ps) for p, ps, _ in equation.clause.adjuncts] if equation.clause is not None else equation.kind_in.attached(phrase)
        for prep, members in attached:
            for member in members:
                for denoted in self.denoter.denote(member, equation.kind_in, ("population", "disease", "region", "place")) if prep in ("for", "in", "among", "on", "with") else ():
                    if denoted.entity != obj.entity:
                        found.append(("in" if self.kb.is_a(denoted.entity, "region") or self.kb.is_a(denoted.entity, "place") else "for", denoted.entity))
        behind = equation.kind_in.phrases[phrase.index + 1] if 0 <= phrase.index < len(equation.kind_in.phrases) - 1 else None
        bounded = behind is not None and (behind.kind in ("prep", "rel") or (behind.kind == "vg" and not behind.finite))
        if bounded or any(t.tag == "adj" and t.mention is None and t.low not in _PLAIN_ADJECTIVES for t in phrase.tokens if t is not phrase.head):
            found.append(("modified", "yes"))
        return tuple(dict.fromkeys(found))

    def _kinds(self, equation: Equation, stance: Stance) -> Iterator[Claim]:
        """is-a claims: the thing under every class that the kind phrase names."""
        things = [d for d in self.denoter.denote(equation.thing, equation.thing_in, ()) if d.how not in ("modifier", "bearer") and not self.kb.entities[d.entity].generic]
        kinds = [d for d in self.denoter.denote(equation.kind, equation.kind_in, ()) if d.how != "bearer"]
        for thing in things:
            for kind in kinds:
                if self._comparable(thing.entity, kind, equation):
                    polarity = stance.polarity != kind.negated if kind.phrase is not equation.kind else stance.polarity
                    if kind.phrase is equation.kind and kind.negated != equation.kind.negated:
                        polarity = not polarity
                    yield self._plain(equation, thing, "is-a", kind, replace(stance, polarity=polarity))

    def _rest(self, equation: Equation, stance: Stance) -> Iterator[Claim]:
        """`X …, but leave the rest of the Y alone` takes for granted that X is part of Y, if both are things of one sort."""
        if "part-of" not in self.kb.relations:
            return
        relation = self.kb.relations["part-of"]
        for thing in self.denoter.denote(equation.thing, equation.thing_in, relation.subject):
            for whole in self.denoter.denote(equation.kind, equation.kind_in, relation.object):
                if thing.entity != whole.entity and thing.how == "head" and whole.how == "head" and self._related(thing.entity, whole.entity):
                    claim = self._plain(equation, thing, "part-of", whole, replace(stance, polarity=True))
                    yield replace(claim, span=whole.span, qualifiers=(), exclusive="")

    def _comparable(self, thing: str, kind: Denoted, equation: Equation) -> bool:
        if thing == kind.entity or (self.kb.entities[kind.entity].generic and not self._outright(kind)):
            return False
        if kind.how == "modifier" and kind.phrase is not None and kind.phrase.head.mention is not None:
            head = kind.phrase.head.mention.entities
            if not any(self.kb.is_a(h, "thing") and (self.kb.is_a(kind.entity, h) or self._related(h, kind.entity)) for h in head):
                return False
        if equation.how in ("gloss",):
            return self._related(thing, kind.entity)
        return True

    def _outright(self, kind: Denoted) -> bool:
        """Whether a general class is named by its own name ("a drug", "a type of cell"), not by a word that means many things."""
        name = self.kb.entities[kind.entity].name.lower()
        return kind.word in (name, name + "s") and name not in ("thing", "cause", "process", "population", "symptom")

    def _related(self, one: str, other: str) -> bool:
        """Whether two entities share a class below the top."""
        return bool((self.kb.ancestors(one) & self.kb.ancestors(other)) - set(_DEFINING))

    def _pairings(self, equation: Equation, stance: Stance) -> Iterator[Claim]:
        """Brand and drug, brand and maker, in either order."""
        if equation.how in ("such as", "and other"):
            return
        sides = ((equation.thing, equation.thing_in), (equation.kind, equation.kind_in))
        for relation in self.kb.relations.values():
            if relation.judge != "pairing":
                continue
            for (one, one_in), (other, other_in) in (sides, sides[::-1]):
                subjects = [d for d in self.denoter.denote(one, one_in, relation.subject) if d.how in ("head", "context") and not self.kb.entities[d.entity].generic]
                objects = [d for d in self.denoter.denote(other, other_in, relation.object) if d.how in ("head", "context") and not self._class_like(d.entity)]
                for subject in subjects[:1]:
                    for obj in objects[:1]:
                        yield self._plain(equation, subject, relation.id, obj, stance)

    def _compound(self, phrase: Phrase, parsed: Parsed) -> Iterator[Claim]:
        """`the JAK inhibitor baricitinib`: a class name directly before a name is an is-a claim."""
        mentioned = [t for t in phrase.tokens if t.mention is not None and t.mention.kind == "name"]
        for left, right in zip(mentioned, mentioned[1:], strict=False):
            if right.index != left.index + 1 or right is not phrase.head or left.mention is None or right.mention is None or left.mention.plural or left.mention.prefix:
                continue
            for kind in left.mention.entities:
                for thing in right.mention.entities:
                    if not self.kb.entities[kind].generic and kind != thing and self._class_like(kind) and self._related(kind, thing) and not self.kb.is_a(kind, thing):
                        stance = replace(self._phrase_stance(phrase, parsed), polarity=True)
                        span = TextSpan(left.start, right.end)
                        yield Claim(thing, "is-a", kind, stance, span, self.place.span, self.place.block, via="is-a/compound",
                                    subject_words=right.text, object_words=left.text)

    def _class_like(self, entity: str) -> bool:
        """Whether it is a class: something is a kind of it, or it stands in a set of disjoint classes."""
        return entity in self.kb.class_ids

    def _amount(self, phrase: Phrase, parsed: Parsed) -> Iterator[Claim]:
        """`Litfulo 8 mg`, `10 mg of baricitinib`, `minoxidil 5% solution`: a quantity beside the name of its subject."""
        if not any(t.tag == "num" for t in phrase.tokens):
            return
        end = phrase.span.end + 40
        quantities = [q for q in find_quantities(self.place.text, phrase.span.start, min(end, self.place.span.end)) if q.span.overlaps(phrase.span)]
        for relation in self.kb.relations.values() if quantities else ():
            if relation.judge != "quantity" or not relation.beside:
                continue
            subjects = [e for t in phrase.tokens if t.mention is not None for e in t.mention.entities if self.denoter.fits(e, relation.subject)]
            subjects += [d.entity for prep, ps in parsed.attached(phrase) if prep == "of" for p in ps for d in self.denoter.denote(p, parsed, relation.subject)]
            for quantity in quantities:
                if quantity.unit == relation.unit and subjects:
                    times, per = (quantity.times, quantity.per) if quantity.per else find_frequency(self.place.text, phrase.span.start, self.place.span.end)
                    value = Quantity(quantity.low, quantity.high, quantity.unit, quantity.span, per, times, quantity.bound)
                    stance = self._phrase_stance(phrase, parsed)
                    status = tuple(("status", t.low) for t in self.top.tokens if t.low in _STATUS)
                    status += tuple(("in", e) for t in self.top.tokens if t.mention is not None for e in t.mention.entities if self.kb.is_a(e, "region"))
                    yield Claim(subjects[0], relation.id, "", replace(stance, polarity=True), phrase.span.joined(quantity.span), self.place.span, self.place.block,
                                value=value, qualifiers=status, via=f"{relation.id}/beside")

    def _owned(self, phrase: Phrase, parsed: Parsed) -> Iterator[Claim]:
        """`Pfizer's Olumiant`: an owner of the object's type before a name of the subject's type is a pairing."""
        if phrase.owner is None or phrase.head.mention is None:
            return
        for relation in self.kb.relations.values():
            if relation.judge != "pairing":
                continue
            subjects = [e for e in phrase.head.mention.entities if self.denoter.fits(e, relation.subject)]
            owners = [d for d in self.denoter.denote(phrase.owner, parsed, relation.object) if d.how == "head"]
            for subject in subjects[:1]:
                for owner in owners[:1]:
                    stance = replace(self._phrase_stance(phrase, parsed), polarity=True, certainty="hedged", guard="possessive")
                    dates = find_dates(self.place.text, self.place.span.start, self.place.span.end)
                    when = (dates[0].first, dates[0].last) if dates else None
                    yield Claim(subject, relation.id, owner.entity, stance, phrase.span, self.place.span, self.place.block, when=when, via=f"{relation.id}/possessive",
                                subject_words=phrase.head.text, object_words=self._words(owner))


def _any_of_them(subject: Denoted) -> bool:
    """Whether a class phrase speaks of all its members: a plural, or `a`, `any`."""
    phrase = subject.phrase
    return subject.how != "context" and phrase is not None and (is_plural(phrase) or phrase.determiner in ("a", "an", "any", "no", "single"))


def replace_thing(equation: Equation) -> Equation:
    """The equation read the other way round."""
    return Equation(equation.kind, equation.thing, equation.kind_in, equation.thing_in, equation.how, equation.clause, equation.flipped)
