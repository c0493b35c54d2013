"""The slots of a clause frame: which phrases and clauses stand in each."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factcheck.extract.circumstances import circumstances, preposed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.extract.clauses import Clause
    from factcheck.extract.denote import Denoted
    from factcheck.extract.parse import Parsed
    from factcheck.extract.phrases import Phrase
    from factcheck.model.span import TextSpan

_MEANING = ("mean", "involve", "imply")
_BEFORE_PARTICLE = ("not", "also", "only", "still", "now")


@dataclass(slots=True)
class Bound:
    """What the slots of a frame took so far."""

    subjects: list[Denoted] = field(default_factory=list)
    objects: list[Denoted] = field(default_factory=list)
    numbers: list[Phrase] = field(default_factory=list)
    spans: list[TextSpan] = field(default_factory=list)

    def take(self, role: str, found: Sequence[Denoted]) -> bool:
        """Bind entities to S or O; whether there were any."""
        room = self.subjects if role == "S" else self.objects
        room += [each for each in found if each not in room]
        self.spans += [each.span for each in found]
        return bool(found)

    def take_all(self, inner: Bound) -> None:
        """Take over what a frame within this one bound."""
        self.take("S", inner.subjects)
        self.take("O", inner.objects)
        self.numbers += inner.numbers
        self.spans += inner.spans

    def span(self) -> TextSpan:
        """The range from the first word that fills a slot to the last."""
        span = self.spans[0]
        for other in self.spans[1:]:
            span = span.joined(other)
        return span


class Places:
    """Finds what stands in a slot of a clause."""

    def __init__(self, classes: Mapping[tuple[str, str], Sequence[str]]) -> None:
        """`classes` are the packs' verb classes, which a slot may name."""
        self.classes = classes

    def of(
        self, name: str, clause: Clause, parsed: Parsed, particle: Sequence[str]
    ) -> tuple[Sequence[Phrase], Sequence[Clause]]:
        """The phrases and clauses that stand in a slot of a clause."""
        if name == "subj":
            return _agents(clause) if clause.verb.passive else clause.subjects, []
        if name == "obj":
            return _patients(clause, particle), []
        if name == "comp":
            return clause.complements + (clause.objects if clause.verb.passive else []), []
        if name == "than":
            return clause.compared, []
        if name == "to":
            phrases = _adjuncts(name, clause, parsed) + circumstances(name, clause, parsed, self.classes)
            return phrases, _infinitives(clause, parsed)
        if name.startswith("to "):
            words = {name[3:], *self.classes.get(("verb", name[3:]), ())}
            inner = [c for c in _infinitives(clause, parsed) if c.verb.lemma in words]
            return [p for c in inner for p in [*c.objects, *_behind(c, ("for", "in", "with"))]], []
        phrases = _adjuncts(name, clause, parsed) + circumstances(name, clause, parsed, self.classes)
        return phrases, _opened_by(name, clause, parsed) + preposed(name, clause, parsed)


def has_particle(clause: Clause, parsed: Parsed, particle: Sequence[str]) -> bool:
    """Whether the particle of a verb (`belong to`, `give rise to`) stands near behind it."""
    if clause.inverted:
        return clause.inverted.split() == list(particle)
    at = clause.verb.index + 1
    near = [t.low for p in parsed.phrases[at : at + 5] for t in p.tokens][:8] if clause.kind != "modifier" else []
    words = [word for text in near for word in text.split()]
    size, wanted = len(particle), list(particle)
    if clause.verb.lemma == "be":
        return words[:size] == wanted or (words[1 : size + 1] == wanted and near[0] in _BEFORE_PARTICLE)
    return any(words[at : at + size] == wanted for at in range(len(words)))


def _behind(clause: Clause, prepositions: Sequence[str]) -> list[Phrase]:
    """The noun phrases of a clause behind one of some prepositions."""
    return [p for prep, phrases, _ in clause.adjuncts if prep in prepositions for p in phrases]


def _behind_last(clause: Clause, name: str) -> list[Phrase]:
    """The noun phrases of a clause behind a preposition, which others may precede (`out of`)."""
    return [p for prep, phrases, _ in clause.adjuncts if prep == name or prep.endswith(" " + name) for p in phrases]


def _agents(clause: Clause) -> list[Phrase]:
    """Who does what a passive says: `by X`, or the name glued before a participle (`FDA-approved`)."""
    glued = clause.verb.head.mention is not None and clause.verb.head.kind == "compound"
    return _behind_last(clause, "by") + ([clause.verb] if glued else [])


def _patients(clause: Clause, particle: Sequence[str]) -> list[Phrase]:
    """To what the verb is done; behind the particle of a verb that has one."""
    if clause.verb.passive:
        return clause.subjects
    if clause.kind == "relative" and clause.gap == "obj":
        return clause.antecedent
    if not particle:
        return clause.objects
    behind = _behind(clause, (" ".join(particle), particle[-1]))
    return behind if len(particle) > 1 and behind else clause.objects + behind


def _infinitives(clause: Clause, parsed: Parsed) -> list[Clause]:
    """The infinitives that hang on a clause."""
    return [c for c in parsed.clauses if c.parent is clause and c.kind == "infinitive"]


def _adjuncts(name: str, clause: Clause, parsed: Parsed) -> list[Phrase]:
    """The noun phrases behind a preposition: of the clause, before it, of its object, else of its subject."""
    phrases = _behind_last(clause, name)
    phrases += [p for prep, found in clause.fronted if prep == name for p in found]
    if clause.kind == "relative" and clause.gap == name:
        phrases += clause.antecedent
    if name == "in":
        phrases += parsed.named_after(clause)
        over = clause.parent if clause.kind == "complement" else None
        phrases += over.subjects if over is not None and over.verb.lemma in _MEANING else []
    for last in [] if clause.adjuncts else clause.objects[-1:] + clause.complements[-1:]:
        phrases += attached_by(last, name, parsed)
    phrases = phrases or [p for subject in clause.subjects for p in attached_by(subject, name, parsed)]
    return phrases or (_possessors(clause, parsed) if name == "for" and clause.kind == "modifier" else [])


def _possessors(clause: Clause, parsed: Parsed) -> list[Phrase]:
    """Who has what a modifier stands before: `X has no approved drug` is read as `no approved drug for X`."""
    hosts = [c for c in parsed.clauses if c.verb.lemma in ("have", "lack") and c.kind != "modifier"]
    return [p for c in hosts if any(each in c.objects for each in clause.subjects) for p in c.subjects]


def attached_by(phrase: Phrase, name: str, parsed: Parsed) -> list[Phrase]:
    """What a preposition attaches to a noun phrase or to the phrases behind it ("80% of patients on X")."""
    return [p for prep, found in parsed.attached(phrase) if prep == name for p in found]


def _opened_by(name: str, clause: Clause, parsed: Parsed) -> list[Clause]:
    """The clauses behind a preposition that hang on a clause, or on the one to which its infinitive belongs."""
    return [
        c
        for c in parsed.clauses
        if c.opener == name
        and (
            c.parent is clause
            or (clause.kind == "infinitive" and c.parent is clause.parent and c.verb.index > clause.verb.index)
        )
    ]
