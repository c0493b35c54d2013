"""The slots of a clause frame: which phrases and clauses stand in each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract.circumstances import circumstances, preposed

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from factcheck.extract.clauses import Clause
    from factcheck.extract.denote import Denoted
    from factcheck.extract.parse import Parsed
    from factcheck.extract.phrases import Phrase
    from factcheck.model.span import TextSpan

_MEANING = ("mean", "involve", "imply")
_UNDOING = (
    "stop",
    "quit",
    "discontinue",
    "withdraw",
    "skip",
    "miss",
    "omit",
    "avoid",
    "forget",
    "lack",
    "lose",
    "remove",
)
_WHILE = ("while", "whilst")
_TAKING = ("take", "use", "have", "receive", "apply", "be", "continue", "get", "swallow", "inject")
_FREE = ("what", "whatever")
_BEFORE_PARTICLE = ("not", "also", "only", "still", "now")


class Bound:
    """What the slots of a frame took so far."""

    __slots__ = ("numbers", "objects", "spans", "subjects")

    def __init__(self, span: TextSpan) -> None:
        """`span` is that of the word whose slots are filled."""
        self.subjects: list[Denoted] = []
        self.objects: list[Denoted] = []
        self.numbers: list[Phrase] = []
        self.spans = [span]

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
            agents = [] if _undone(clause, parsed) else clause.subjects
            return _agents(clause) if clause.verb.passive else agents, _doing(clause, parsed)
        if name == "obj":
            return [p for p in _patients(clause, particle) if not _stands_in(p, clause, parsed)], []
        if name == "comp":
            return clause.complements + (clause.objects if clause.verb.passive else []), []
        if name == "what":
            return [], _free_relative(clause, parsed)
        if name == "than":
            return clause.compared, []
        if name == "as as":
            return clause.levelled, []
        if name == "to":
            phrases = _adjuncts(name, clause, parsed) + circumstances(name, clause, parsed, self.classes)
            return phrases, _infinitives(clause, parsed)
        if name.startswith("to "):
            words = {name[3:], *self.classes.get(("verb", name[3:]), ())}
            inner = [c for c in _infinitives(clause, parsed) if _is_one(c, words, parsed)]
            return [p for c in inner for p in [*c.objects, *_behind(c, ("for", "in", "with"))]], []
        phrases = _adjuncts(name, clause, parsed) + circumstances(name, clause, parsed, self.classes)
        return phrases, _opened_by(name, clause, parsed) + preposed(name, clause, parsed)


def _free_relative(clause: Clause, parsed: Parsed) -> list[Clause]:
    """`keep what has grown`: the free relative that stands where the object would."""
    at = clause.verb.index + 1
    what = at < len(parsed.phrases) and parsed.phrases[at].kind == "rel" and parsed.phrases[at].low in _FREE
    inner = [c for c in parsed.clauses if c.opener == "free" and c.verb.index > at] if what else []
    return inner[:1]


def _doing(clause: Clause, parsed: Parsed) -> list[Clause]:
    """`Coming off X changes nothing`: the gerund that opens the sentence, as the subject of its first finite verb."""
    opening = parsed.clauses[0] if parsed.clauses else clause
    if opening is clause or opening.verb.form != "vbg" or opening.verb.index != 0 or clause.kind != "main":
        return []
    between = parsed.phrases[opening.verb.index : clause.verb.index]
    return [] if any(p.kind == "," or (p.kind == "vg" and p.finite) for p in between) else [opening]


def _undone(clause: Clause, parsed: Parsed) -> bool:
    """`Stopping X raises Y`: not X does it, but that it is missing."""
    opening = parsed.clauses[0] if parsed.clauses else clause
    if opening is clause or opening.verb.form != "vbg" or opening.verb.lemma not in _UNDOING or opening.verb.index > 0:
        return False
    return clause.kind == "main" and any(each in clause.subjects for each in opening.objects)


def words_behind(clause: Clause, parsed: Parsed) -> list[str]:
    """The words near behind a verb, among which its particle would stand."""
    if clause.inverted:
        return clause.inverted.split()
    at = clause.verb.index + 1
    near = [t.low for p in parsed.phrases[at : at + 5] for t in p.tokens][:8] if clause.kind != "modifier" else []
    if len(clause.objects) > 1 and near and not clause.verb.passive:
        end = clause.objects[-1].index + 1  # `leaves X and Y in place`
        near += [t.low for p in parsed.phrases[end : end + 2] for t in p.tokens][:4]
    return [word for text in near for word in text.split()]


def has_particle(lemma: str, words: Sequence[str], particle: Sequence[str]) -> bool:
    """Whether the particle of a verb (`belong to`, `give rise to`) stands among the words near behind it."""
    size = len(particle)
    if not particle or particle[0] not in words:
        return not particle
    if lemma == "be":
        return words[:size] == particle or (words[1 : size + 1] == particle and words[0] in _BEFORE_PARTICLE)
    return any(words[at : at + size] == particle for at in range(len(words)))


def _stands_in(phrase: Phrase, clause: Clause, parsed: Parsed) -> bool:
    """`makes it easier for X to …`: the pronoun stands for what follows."""
    behind = parsed.phrases[phrase.index + 1 : phrase.index + 2] if phrase.low == "it" and phrase.index >= 0 else []
    return clause.verb.lemma in ("make", "find", "render") and bool(behind) and behind[0].kind in ("adj", "adv")


def _is_one(clause: Clause, words: Collection[str], parsed: Parsed) -> bool:
    """Whether a clause has one of some verbs, its particle behind the verb or its object (`hand X on`)."""
    verb = clause.verb
    if verb.lemma in words or f"{verb.lemma} {verb.particle}" in words:
        return True
    split = [each.split()[1:] for each in words if " " in each and each.split()[0] == verb.lemma]
    return bool(split) and any(has_particle(verb.lemma, words_behind(clause, parsed), each) for each in split)


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


def _fronted(opened: Clause, clause: Clause, parsed: Parsed) -> bool:
    """`Before X is started, Y is done`: a clause of time that opens the sentence belongs to the next finite verb."""
    taking = opened.opener in _WHILE and opened.verb.lemma in _TAKING
    if (
        opened.parent is not None
        or (opened.kind != "time" and opened.opener != "if" and not taking)
        or opened.verb.index > clause.verb.index
    ):
        return False
    host = clause.parent if clause.kind == "infinitive" and clause.parent is not None else clause
    later = (c for c in parsed.clauses if c.verb.index > opened.verb.index and c.verb.finite and c.kind != "modifier")
    return next(later, None) is host


def _opened_by(name: str, clause: Clause, parsed: Parsed) -> list[Clause]:
    """The clauses behind a preposition that hang on a clause, or on the one to which its infinitive belongs."""
    return [
        c
        for c in parsed.clauses
        if (c.opener == name or (name == "that" and c.kind == "complement" and not c.opener))
        and (
            c.parent is clause
            or _fronted(c, clause, parsed)
            or (clause.kind == "infinitive" and c.parent is clause.parent and c.verb.index > clause.verb.index)
        )
    ]
