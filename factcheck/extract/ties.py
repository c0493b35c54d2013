"""What the equations of a sentence tie to a noun phrase: `X is the only drug that …` speaks of X."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.extract.agreement import is_plural
from factcheck.extract.denotation_tables import NUMBERS
from factcheck.extract.equations import first_time
from factcheck.extract.kinds import reversed_equation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.extract.clauses import Clause
    from factcheck.extract.colon_equations import Equation
    from factcheck.extract.denote import Denoted
    from factcheck.extract.parse import Parsed
    from factcheck.extract.phrases import Phrase
    from factcheck.extract.scene import Scene
    from factcheck.model.claim import Stance
    from factcheck.model.knowledge import Relation

_ALIASING = ("copula", "apposition", "class first", "parenthesis", "naming")
_NEW = ("a", "an", "one", "the", "another")
_TALLIES = ("number", "count", "tally", "total", "list", "roster")
_AMOUNTING = ("be", "stand", "come", "amount", "remain", "total", "sit", "run", "add", "equal")
_TYING = (*_ALIASING, "presenting", "include", "colon", "gloss", "dash", "such as")


class Ties:
    """The equations of one sentence, asked for what they say of a phrase."""

    def __init__(self, scene: Scene) -> None:
        """Tell the denoter which phrases have another name by an equation."""
        self.scene = scene
        self.standing = scene.standing
        denoter = scene.denoter
        for each in scene.equations:
            new = each.kind.determiner in _NEW or each.kind.low == "something"
            if each.how in _ALIASING and new and not each.flipped:
                denoter.aliases.setdefault(id(each.kind), []).append((each.thing, each.thing_in))
            if each.how == "presenting" and first_time(each.kind_in):
                denoter.ranks[id(each.kind)] = "first"
            if self._tells(each):
                denoter.told.setdefault(id(each.thing), []).append((each.kind, each.kind_in))

        for parsed in scene.parsed.everything():
            for clause in parsed.clauses:
                self._count(clause, parsed)

    def _count(self, clause: Clause, parsed: Parsed) -> None:
        """`The number of Xs that … stands at two`: so many Xs."""
        subject = clause.subjects[0] if len(clause.subjects) == 1 else None
        if subject is None or subject.head.low not in _TALLIES or clause.verb.lemma not in _AMOUNTING:
            return
        behind = [p for prep, found, _ in clause.adjuncts if prep in ("at", "to") for p in found]
        numbers = [p for p in (*clause.complements, *clause.objects, *behind) if p.head.low in NUMBERS]
        digits = [p for p in (*clause.complements, *clause.objects, *behind) if p.head.low.isdigit()]
        for prep, members in parsed.attached(subject)[:1]:
            for member in members if prep == "of" and not clause.verb.negated else ():
                for number in numbers[:1]:
                    self.scene.denoter.counts[id(member)] = NUMBERS[number.head.low]
                for number in digits[:1]:
                    self.scene.denoter.counts[id(member)] = int(number.head.low)

    def _tells(self, equation: Equation) -> bool:
        """`The company that makes X is Y`: a noun phrase with a clause of its own, and the name of what it means."""
        thing, name = equation.thing, equation.kind.head.mention
        if equation.how != "copula" or thing.determiner not in _NEW or name is None or equation.kind.determiner:
            return False
        if name.kind != "name" or any(self.scene.class_like(entity) for entity in name.entities):
            return False
        own = (
            c for c in equation.thing_in.clauses if c is not equation.clause and c.kind in ("relative", "participle")
        )
        stance = self.standing.of_equation(equation)
        return stance.asserted and stance.polarity and any(thing in c.subjects or thing in c.antecedent for c in own)

    def of(self, subject: Denoted, types: Sequence[str]) -> list[tuple[Equation, Denoted]]:
        """The things that an equation ties to a class phrase: `X is the only drug approved for Y` speaks of X."""
        phrase, equations = subject.phrase, self.scene.equations
        tied = [each for each in equations if self._means(each, phrase) and each.how in _TYING]
        copulas = [each for each in equations if each.thing is phrase and each.how == "copula"]
        tied += [reversed_equation(each) for each in copulas]
        denote = self.scene.denoter.denote
        return [(each, thing) for each in tied for thing in denote(each.thing, each.thing_in, types)]

    def by_member(self, subject: Denoted, obj: Denoted, relation: Relation) -> Iterator[tuple[Denoted, Denoted]]:
        """A pair, and with it those of the members that stand behind a class: `makes drugs such as X`, `drugs: X`."""
        yield subject, obj
        if relation.id == "is-a" or subject.negated or obj.negated:
            return
        yield from ((subject, each) for each in self._members(obj, relation.object))
        if relation.judge != "dated":  # which reads what its class phrase is tied to
            yield from ((each, obj) for each in self._members(subject, relation.subject))

    def _members(self, kind: Denoted, types: Sequence[str]) -> Iterator[Denoted]:
        """What a sentence lists behind a class in the plural."""
        phrase, scene = kind.phrase, self.scene
        if phrase is None or kind.how != "head" or not is_plural(phrase) or not scene.class_like(kind.entity):
            return
        for equation in scene.equations:
            if equation.kind is phrase and equation.how == "such as" and self.standing.of_equation(equation).polarity:
                yield from scene.denoter.denote(equation.thing, equation.thing_in, types)

    @staticmethod
    def _means(equation: Equation, phrase: Phrase | None) -> bool:
        """Whether an equation says of its thing that it is what a phrase names, or `one of` what it names."""
        if equation.kind is phrase or equation.kind.head.low != "one":
            return equation.kind is phrase
        attached = equation.kind_in.attached(equation.kind)[:1]
        return any(prep == "of" and each is phrase for prep, members in attached for each in members)

    def stance(self, equation: Equation, stance: Stance) -> Stance:
        """The stance of a claim that an equation hands on: that of the equation where the two differ."""
        own = self.standing.of_equation(equation)
        if own.asserted and own.polarity != stance.polarity and not own.polarity:
            merged = own
        else:
            merged = stance if own.asserted else own
        return replace(merged, tense=own.tense if own.tense != "now" else stance.tense)
