"""Matches and equations -> claims: arguments typed, stance folded, qualifiers and numbers of their own clause bound."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.extract.amounts import amounts_beside, amounts_of_match
from factcheck.extract.beside import beside_head, telling_apart
from factcheck.extract.compounds import as_possession, ascribed, classed, held, owned
from factcheck.extract.correlations import correlations
from factcheck.extract.dating import when_of
from factcheck.extract.denote import Denoted, Denoter
from factcheck.extract.distributed import distributed, own_of
from factcheck.extract.equations import find_equations
from factcheck.extract.exceptions import left_out, plain_class
from factcheck.extract.exclusives import (
    among_several,
    any_of_them,
    beside_narrower,
    but_not_alone,
    exclusive_of,
    flipped,
    may,
    once,
    only_verb,
    set_apart,
    unspoilt,
)
from factcheck.extract.expansions import find_expansions
from factcheck.extract.folding import turned
from factcheck.extract.frames import Matcher
from factcheck.extract.happenings import happening
from factcheck.extract.kinds import claims_of_equation, narrowed_kind
from factcheck.extract.membership import one_of
from factcheck.extract.nominal import SaidToBe
from factcheck.extract.qualifiers import asides, qualifiers_of
from factcheck.extract.readings import readings
from factcheck.extract.scene import LOOSE, Place, Scene
from factcheck.extract.signs import Signs
from factcheck.extract.standing import Standing
from factcheck.extract.ties import Ties
from factcheck.extract.unsaid import any_object, for_which, pointed_kind, unsaid_object
from factcheck.model.claim import Claim

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.extract.clauses import Clause
    from factcheck.extract.colon_equations import Equation
    from factcheck.extract.context import Context
    from factcheck.extract.frames import Match
    from factcheck.extract.parse import Parsed
    from factcheck.extract.phrases import Phrase
    from factcheck.extract.stance import StanceReader
    from factcheck.knowledge.base import KnowledgeBase
    from factcheck.model.claim import Stance
    from factcheck.model.knowledge import Relation
    from factcheck.model.span import TextSpan

_COMPARED = ("of", "among", "between", "unlike", "out of")


class Assembler:
    """Reads the claims of one parsed sentence."""

    def __init__(
        self, kb: KnowledgeBase, stances: StanceReader, context: Context, parsed: Parsed, place: Place
    ) -> None:
        """Find the equations of the sentence first: other claims may be about what they equate."""
        self.kb = kb
        self.stances = stances
        self.top = parsed
        self.place = place
        self.context = context
        self.equations = find_equations(parsed)
        self.standing = Standing(stances, parsed, kb)
        self.denoter = Denoter(kb, context.resolve, lone=context.lone)
        self._said = SaidToBe()
        self._soft = False
        signs = Signs(self.denoter, context.diseases).shown_by
        self.matcher = Matcher(kb, self.denoter, context, parsed, self._said, signs)
        self.denoter.events = self.matcher.events
        readers = (self.denoter, self.standing, signs, context.diseases)
        self.scene = Scene(kb, parsed, place, tuple(self.equations), *readers)
        self.ties = Ties(self.scene)

    def claims(self) -> list[Claim]:
        """Every claim of the sentence, once; what was made to read it asks nobody any more."""
        found = set_apart(once(self._all()))
        self.matcher.let_go()
        return found

    def _all(self) -> Iterator[Claim]:
        for parsed in self.top.everything():
            for clause in parsed.clauses:
                yield from self._of_clause(clause, parsed)
                yield from happening(clause, parsed, self.matcher, self.scene)
                yield from self._of_reason(clause, parsed)
            for phrase in parsed.phrases:
                if phrase.kind == "np":
                    yield from self._of_phrase(phrase, parsed)
        for equation in self.equations:
            yield from self._of_equation(equation)
        yield from correlations(self.top, self.scene)
        yield from readings(self.top, self.scene)
        yield from find_expansions(self.kb, self.top, self.place, self.stances, self.context.near())

    def _of_clause(self, clause: Clause, parsed: Parsed) -> Iterator[Claim]:
        """The claims of a clause's predicate; one without an object counts only where none has it."""
        matches = [] if telling_apart(clause) else list(self.matcher.of_clause(clause, parsed))
        whole = {match.frame.target for match in matches if match.objects or match.frame.reads != "relation"}
        matches = unspoilt(matches)
        for match in matches:
            stance = self.standing.of_match(match, clause, parsed)
            if self.scene.dated(match.frame.target) and not match.objects:
                if match.frame.target not in whole:
                    whole.add(match.frame.target)
                    yield from self._of_unsaid(match, stance)
            else:
                yield from self._of_match(match, stance)

    def _of_unsaid(self, match: Match, stance: Stance) -> Iterator[Claim]:
        """The claims of an approval whose disease is not said."""
        obj = unsaid_object(match, self.kb, self.denoter)
        relation = self.kb.relations[match.frame.target]
        for subject in match.subjects if obj is not None else ():
            if obj is not None:
                for claim in self._between(match, subject, relation, obj, turned(stance, match.frame.denies)):
                    yield replace(claim, qualifiers=(*claim.qualifiers, ("object", "unsaid")))

    def _of_phrase(self, phrase: Phrase, parsed: Parsed) -> Iterator[Claim]:
        for match in self.matcher.of_phrase(phrase, parsed):
            yield from self._of_match(match, self.standing.of_noun(match, phrase, parsed))
        yield from classed(phrase, parsed, self.scene)
        yield from pointed_kind(phrase, parsed, self.scene, self.context)
        yield from ascribed(phrase, parsed, self.scene)
        yield from amounts_beside(phrase, parsed, self.scene)
        yield from owned(phrase, parsed, self.scene)
        yield from held(phrase, parsed, self.scene)

    # -- equations -------------------------------------------------------------------------------

    def _of_reason(self, clause: Clause, parsed: Parsed) -> Iterator[Claim]:
        """`The reason for X is that Y happens`: the clause stands where a noun would."""
        inner = [each for each in parsed.clauses if each.parent is clause and each.kind == "complement"]
        if clause.verb.lemma != "be" or clause.complements or not inner:
            return
        self._said.clauses = inner
        for subject in clause.subjects:
            yield from self._equated(subject, parsed, self.stances.of_clause(clause, parsed))
        self._said.clauses = []

    def _of_equation(self, equation: Equation) -> Iterator[Claim]:
        stance = self.standing.of_equation(equation)
        self._said.equation = equation
        for phrase, parsed in ((equation.kind, equation.kind_in), (equation.thing, equation.thing_in)):
            if phrase.kind == "np":
                owned_too = equation.how == "apposition" and phrase.owner is not None
                said = (c for each in (phrase, *one_of(phrase, parsed)) for c in self._equated(each, parsed, stance))
                yield from (as_possession(claim, self.kb) if owned_too else claim for claim in said)
        self._said.equation = None
        yield from claims_of_equation(equation, self.scene)

    def _equated(self, phrase: Phrase, parsed: Parsed, stance: Stance) -> Iterator[Claim]:
        """The claims of frames that say what a phrase is."""
        for match in self.matcher.of_phrase(phrase, parsed):
            if any("is" in names for names, _ in match.frame.slots):
                dated = self.scene.dated(match.frame.target)
                for claim in self._of_match(match, stance if dated else but_not_alone(stance, phrase)):
                    yield self._ranked(claim, phrase, parsed)

    def _ranked(self, claim: Claim, phrase: Phrase, parsed: Parsed) -> Claim:
        """`X is the only drug with an approval for Y`: the class phrase sets X apart."""
        relation = self.kb.relations[claim.relation]
        kinds = [d for d in self.denoter.denote(phrase, parsed, relation.subject) if d.how == "head"]
        if relation.judge != "dated" or claim.exclusive or not kinds or not exclusive_of(kind := kinds[0]):
            return claim
        if not plain_class(kind.phrase, self.kb):
            return claim
        others = tuple(thing.entity for _, thing in self.ties.of(kind, relation.subject))
        return replace(claim, exclusive=exclusive_of(kind), among=kind.entity, count=kind.count, others=others)

    def _of_match(self, match: Match, stance: Stance) -> Iterator[Claim]:
        frame = match.frame
        stance, self._soft = turned(stance, frame.denies), frame.hedged and stance.certainty == "firm"
        weak = frame.strength == "weak" and match.clause is not None and may(match.clause)
        if weak or (frame.reads == "unary" and for_which(match)):
            return
        if frame.hedged:
            stance = replace(stance, certainty="hedged", guard="" if stance.asserted else stance.guard)
        if frame.reads == "unary":
            for subject in match.subjects:
                if subject.entity != frame.target and self.scene.predicable(subject.entity, frame.target):
                    claim = self._claim(match, subject, "is-a", Denoted(frame.target, match.span), stance)
                    yield self.scene.bounded(claim, subject)
            return
        relation = self.kb.relations[frame.target]
        if frame.counts:
            yield from self._quantified(match, relation, stance)
            return
        for subject, obj in distributed(match, relation, self.kb) if not among_several(match) else ():
            if relation.id == "is-a" and beside_head(subject, obj, match.parsed, self.scene):
                continue
            if (subject.entity != obj.entity and subject.span != obj.span) or subject.phrase is not obj.phrase:
                own = turned(stance, flipped(match, subject) or flipped(match, obj))
                broad = not own.polarity and relation.judge == "closed" and beside_narrower(obj, self.kb)
                for one, other in () if broad else self.ties.by_member(subject, obj, relation):
                    yield from self._between(match, one, relation, other, own)

    def _quantified(self, match: Match, relation: Relation, stance: Stance) -> Iterator[Claim]:
        amounts = amounts_of_match(match, relation, self.place)
        for subject in match.subjects:
            for amount in own_of(subject, match, amounts):
                claim = self._claim(match, subject, relation.id, Denoted("", amount.span), stance)
                yield replace(claim, object="", value=amount, span=claim.span.joined(amount.span))

    def _between(
        self, match: Match, subject: Denoted, relation: Relation, obj: Denoted, stance: Stance
    ) -> Iterator[Claim]:
        """The claim of a subject and an object, or of the things to which an equation ties the subject."""
        if relation.judge == "dated" and subject.how == "told":
            return  # what its class phrase is tied to says more
        if relation.judge != "dated":
            yield replace(self._claim(match, subject, relation.id, obj, stance), count=subject.count)
            return
        classed_subject = self.scene.class_like(subject.entity)
        plain = not classed_subject or plain_class(subject.phrase, self.kb)
        things = self.ties.of(subject, relation.subject) if classed_subject else []
        own = [each for each in things if not self.kb.is_a(subject.entity, each[1].entity)]
        if own:
            lent = obj.how == "context" and self.scene.class_like(obj.entity)
            if not (lent and subject.restricted):
                others = tuple(thing.entity for _, thing in things)
                for equation, thing in own:
                    merged = self.ties.stance(equation, stance)
                    claim = self._claim(match, thing, relation.id, obj, merged)
                    exclusive = (exclusive_of(subject) if plain else "") or claim.exclusive
                    among, count = subject.entity, subject.count
                    yield replace(claim, exclusive=exclusive, among=among, count=count, others=others)
            return
        exclusive = exclusive_of(subject) if plain else ""
        whole = match.clause is None or not (match.clause.verb.negated and subject.phrase in match.clause.antecedent)
        if subject.negated or (not stance.polarity and classed_subject and whole and any_of_them(subject)):
            exclusive, stance = "none", replace(stance, polarity=True)
        claim = self._claim(match, subject, relation.id, obj, stance)
        among = subject.entity if exclusive else ""
        compared = match.clause is not None and any(prep in _COMPARED for prep, _ in match.clause.fronted)
        if exclusive == "only" and not classed_subject and not compared and "drug" in self.kb.entities:
            among = "drug"  # `only X is approved`: no other medicine is
            claim = replace(claim, others=tuple(each.entity for each in match.subjects))
        claim = replace(claim, exclusive=exclusive or claim.exclusive, among=among, count=subject.count)
        none = exclusive == "none"
        yield from left_out(claim, subject, match.parsed, self.scene, self.context) if none else (claim,)

    def _claim(self, match: Match, subject: Denoted, relation: str, obj: Denoted, stance: Stance) -> Claim:
        span = self._span(match, subject, obj)
        bounds = (*qualifiers_of(match, subject, obj, self.kb, self.place), *any_object(obj, relation, self.kb))
        if relation == "is-a" and obj.how == "head" and obj.phrase is not None and narrowed_kind(obj.phrase):
            bounds = (*bounds, ("modified", "yes"))
        spared = match.frame.denies and not stance.polarity  # `spares A and B`: neither
        return Claim(
            subject.entity,
            relation,
            obj.entity,
            stance,
            span,
            self.place.span,
            self.place.block,
            when=when_of(match, span, subject, self.place, asides(match, subject, obj)),
            qualifiers=bounds,
            exclusive="only" if match.frame.exclusive or obj.restricted or only_verb(match, self.kb) else "",
            others=() if spared else tuple(each.entity for each in match.objects if each.entity != obj.entity),
            subject_words=self.place.words(subject),
            object_words=self.place.words(obj),
            strength=match.frame.strength or ("soft" if self._soft else ""),
            generic=subject.quantifier in LOOSE,
            via=match.frame.id,
        )

    def _span(self, match: Match, subject: Denoted, obj: Denoted) -> TextSpan:
        """The words that make a claim: its predicate (its verb, where it has several objects) and its arguments."""
        several = match.clause is not None and len(match.objects) > 1 and not match.clause.gapped
        core = match.clause.verb.span if several and match.clause is not None else match.span
        span = core if self.place.holds(core) else None
        for denoted in (subject, obj):
            if denoted.how != "context" and self.place.holds(denoted.span):
                span = span.joined(denoted.span) if span is not None else denoted.span
        return span or self.place.span
