"""A predicate and its arguments."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.extract.phrases import Phrase
    from factcheck.model.span import TextSpan


_PARTS = (
    "adjuncts",
    "antecedent",
    "compared",
    "complements",
    "existential",
    "flipped",
    "fronted",
    "gap",
    "index",
    "inverted",
    "kind",
    "levelled",
    "matrix",
    "objects",
    "opener",
    "parent",
    "subjects",
    "verb",
)


class Clause:
    """A predicate and its arguments.

    `kind` is main, coordinate, complement, relative, participle, infinitive, reason, condition,
    concession or time; `opener` the word that opened it; `parent` the clause (and `matrix` the phrase)
    on which it hangs. `adjuncts` pair a preposition with noun phrases or with a clause. `flipped` holds
    the indexes of phrases whose polarity is the opposite of the verb's ("not by A but by B"). `compared` is what
    stands behind `than`, `levelled` behind `as common as`; `inverted` the preposition that opens an inverted clause
    ("behind X stands Y").
    """

    __slots__ = _PARTS

    def __init__(self, verb: Phrase) -> None:
        """A clause around a verb group, its arguments still to be found."""
        self.verb = verb
        self.index = -1
        self.subjects: list[Phrase] = []
        self.objects: list[Phrase] = []
        self.complements: list[Phrase] = []
        self.compared: list[Phrase] = []
        self.levelled: list[Phrase] = []
        self.adjuncts: list[tuple[str, list[Phrase], Clause | None]] = []
        self.kind = "main"
        self.opener = ""
        self.parent: Clause | None = None
        self.matrix: Phrase | None = None
        self.antecedent: list[Phrase] = []
        self.gap = ""
        self.fronted: list[tuple[str, list[Phrase]]] = []
        self.existential = False
        self.inverted = ""
        self.flipped: set[int] = set()

    @property
    def gapped(self) -> bool:
        """Whether the verb is not said again: its subject stands behind it."""
        return self.kind == "coordinate" and bool(self.subjects) and self.subjects[0].index > self.verb.index

    @property
    def span(self) -> TextSpan:
        """From the first argument to the last."""
        span = self.subjects[0].span if self.gapped else self.verb.span
        for phrase in [
            *self.subjects,
            *self.objects,
            *self.complements,
            *(p for _, ps, _ in self.adjuncts for p in ps),
        ]:
            span = span.joined(phrase.span)
        return span

    def about(self, subject: Phrase) -> Clause:
        """The same predicate said of another noun phrase."""
        twin = Clause(self.verb)
        for name in _PARTS:
            setattr(twin, name, getattr(self, name))
        twin.subjects = twin.antecedent = [subject]
        return twin

    def __repr__(self) -> str:
        """For tests and `factcheck why`."""
        opener = f":{self.opener}" if self.opener else ""
        adjuncts = [(prep, phrases) for prep, phrases, _ in self.adjuncts]
        return f"<{self.kind}{opener} {self.subjects} {self.verb} {self.objects or self.complements} {adjuncts}>"
