"""The fillers of frames: whether what stands in a slot is what the frame asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract.denote import Denoted, Denoter
from factcheck.extract.tables import word_set

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from factcheck.extract.clauses import Clause
    from factcheck.extract.parse import Parsed
    from factcheck.extract.phrases import Phrase
    from factcheck.extract.slots import Bound
    from factcheck.extract.words import Token
    from factcheck.knowledge.base import KnowledgeBase
    from factcheck.model.knowledge import Filler, Frame

_NTH = ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "twentieth")
_SHARES = word_set(
    "half halves third quarter fourth fifth sixth seventh eighth ninth tenth twentieth fiftieth hundredth "
    "thirds quarters fourths fifths sixths sevenths eighths ninths tenths twentieths"
)
_MEDICAL = frozenset(("drug", "treatment", "brand", "procedure", "device"))
_USING = word_set("start begin take use initiate commence prescribe receive give swallow apply be go put try")
_MEETING = word_set(
    "look check test screen determine do perform order undergo have run assess measure confirm exclude rule know "
    "genotype "
    "experience suffer develop get face risk cause encounter see notice bring trigger"
)
_COURSES = word_set("treatment therapy course use dose tablet capsule pill medication")
_ASPECT = ("begin", "start", "continue", "come", "tend", "seem", "appear", "decide", "try", "set", "get", "turn")
_ACTING = ("participle", "relative", "infinitive")


def _nothing(clause: Clause, parsed: Parsed) -> Sequence[Denoted]:
    return ()


def _nowhere(frame: Frame, phrase: Phrase, parsed: Parsed, bound: Bound) -> bool:
    return False


class Fillers:
    """Judges phrases and clauses by what a slot asks for, and binds those that fit."""

    def __init__(
        self,
        kb: KnowledgeBase,
        denoter: Denoter,
        events: Callable[[Clause, Parsed], Sequence[Denoted]],
        nested: Callable[[Frame, Phrase, Parsed, Bound], bool],
        signs: Callable[[Phrase, Parsed], Sequence[Denoted]],
    ) -> None:
        """`events` gives what a clause describes; `nested` matches a noun phrase with a frame of its own.

        `signs` gives the disease for which a sign stands.
        """
        self.kb = kb
        self.denoter = denoter
        self.events = events
        self.nested = nested
        self.signs = signs
        self._known: dict[int, tuple[Phrase, list[Denoted]]] = {}

    def let_go(self) -> None:
        """Ask nobody any more."""
        self.events, self.nested = _nothing, _nowhere

    def types(self, frame: Frame, role: str) -> Sequence[str]:
        """The types of entity that a frame takes in a role; empty for any."""
        if frame.reads == "unary" and role == "S":
            domain = self.kb.entities[frame.target].domain
            return (domain,) if domain else ()
        if frame.reads != "relation":
            return ()
        relation = self.kb.relations[frame.target]
        return relation.subject if role == "S" else relation.object

    def accept(
        self,
        frame: Frame,
        filler: Filler,
        phrases: Sequence[Phrase],
        clauses: Sequence[Clause],
        parsed: Parsed,
        bound: Bound,
    ) -> bool:
        """Whether what stands in a slot fits its filler; roles are bound."""
        if filler.role in ("S", "O"):
            return self._accept_role(frame, filler.role, phrases, clauses, parsed, bound)
        if filler.role == "N":
            return self._accept_number(phrases, parsed, bound)
        if filler.frame is not None:
            return any(self.nested(filler.frame, p, parsed, bound) for p in phrases)
        if not filler.entities and not filler.lemmas:
            return bool(phrases or clauses)
        if any(self._accept_phrase(filler, phrase, parsed, bound) for phrase in phrases):
            return True
        if filler.entities and any(self._happens(filler, clause, parsed) for clause in clauses):
            return True
        said = next((c for c in clauses if self._said_by(filler, c, parsed)), None)
        if said is not None:
            bound.spans.append(said.verb.span)
        return said is not None

    def _said_by(self, filler: Filler, clause: Clause, parsed: Parsed) -> bool:
        """Whether a clause has a verb that the frame names, or describes an entity that it names."""
        if filler.lemmas and clause.verb.lemma in filler.lemmas and not clause.verb.negated:
            return True
        events = self.events(clause, parsed) if filler.entities else ()
        return any(self.denoter.fits(d.entity, filler.entities) and not d.negated for d in events)

    def _accept_role(
        self,
        frame: Frame,
        role: str,
        phrases: Sequence[Phrase],
        clauses: Sequence[Clause],
        parsed: Parsed,
        bound: Bound,
    ) -> bool:
        """Entities for S or O, also those that a clause, or a phrase with a clause of its own, describes."""
        types = self.types(frame, role)
        found = [d for p in phrases for d in self._denote(p, parsed, types)]
        if role == "S" and frame.reads == "relation" and self.kb.relations[frame.target].judge == "dated":
            said = [p for p in phrases if p.low == "nothing" and "drug" in types]
            nothing = [p for p in said if [t.low for t in parsed.tokens[p.head.index + 1 :][:1]] != ["else"]]
            found += [Denoted("drug", p.span, "head", negated=True, phrase=p) for p in nothing]
        happening = [d for c in (_with_aspect(clauses, parsed) if clauses else ()) for d in self.events(c, parsed)]
        happening += [d for p in phrases for d in self._acted(p, parsed)]
        found += [d for d in happening if self.denoter.fits(d.entity, types)]
        if types and (_MEDICAL.issuperset(types) or tuple(types) == ("thing",)):
            kinds = types if _MEDICAL.issuperset(types) else ("treatment",)
            found += [d for c in clauses for p in used_in(c, parsed) for d in self._denote(p, parsed, kinds)]
        if role == "S" and self._of_diseases(frame):
            found += [d for p in phrases for d in self.signs(p, parsed) if self.denoter.fits(d.entity, types)]
        if not found:
            found += [d for c in clauses for p in _met_in(c) for d in self._denote(p, parsed, types)]
        if not found and clauses and "organism" in types:
            found = [d for c in clauses for p in c.subjects for d in self._denote(p, parsed, ["pathogen"])]
        return bound.take(role, found)

    def _of_diseases(self, frame: Frame) -> bool:
        """Whether a frame says of a disease what it is like or what it comes from."""
        if frame.reads == "unary":
            return self.denoter.fits(frame.target, ("disease",))
        relation = self.kb.relations[frame.target] if frame.reads == "relation" else None
        return relation is not None and relation.judge == "stated" and relation.subject[:1] == ("disease",)

    def _acted(self, phrase: Phrase, parsed: Parsed) -> list[Denoted]:
        """What the participles, relatives and infinitives describe of which a phrase alone is the subject."""
        if id(phrase) not in self._known:
            acting = [c for c in parsed.clauses if c.kind in _ACTING and len(c.subjects) == 1]
            found = [d for c in acting if c.subjects[0] is phrase for d in self.events(c, parsed)]
            if self.denoter.open_events:
                return found
            self._known[id(phrase)] = (phrase, found)  # with the phrase, so that its identity is not given away
        return self._known[id(phrase)][1]

    @staticmethod
    def _accept_number(phrases: Sequence[Phrase], parsed: Parsed, bound: Bound) -> bool:
        """Numbers for N, also in an `of` phrase."""
        inner = [q for p in phrases for prep, ps in parsed.attached(p) if prep == "of" for q in ps]
        numbers = [p for p in (*phrases, *inner) if _numeric(p)]
        bound.numbers += numbers
        bound.spans += [p.span for p in numbers]
        return bool(numbers)

    def _happens(self, filler: Filler, clause: Clause, parsed: Parsed) -> bool:
        """Whether a clause says that an event takes place that the frame names."""
        return any(not d.negated and self.denoter.fits(d.entity, filler.entities) for d in self.events(clause, parsed))

    def _accept_phrase(self, filler: Filler, phrase: Phrase, parsed: Parsed, bound: Bound) -> bool:
        """A word or an entity that the frame names."""
        if filler.lemmas and is_word(phrase, filler.lemmas):
            bound.spans.append(phrase.span)
            return True
        found = self._denote(phrase, parsed, filler.entities) if filler.entities else []
        bound.spans += [d.span for d in found[:1]]
        return bool(found)

    def _denote(self, phrase: Phrase, parsed: Parsed, types: Sequence[str]) -> list[Denoted]:
        """What a phrase stands for; of a verb, the name glued before it."""
        if phrase.kind != "vg":
            return self.denoter.denote(phrase, parsed, types, alias=True)
        mention = phrase.head.mention
        entities = mention.entities if mention else ()
        return [Denoted(entity, phrase.span) for entity in entities if self.denoter.fits(entity, types)]


def _numeric(phrase: Phrase) -> bool:
    """Whether a phrase says how many: a number, a share (`three-quarters`), or `every fifth person`."""
    every = phrase.determiner in ("every", "each") and any(t.low in _NTH for t in phrase.tokens)
    return every or phrase.head.low.rpartition("-")[2] in _SHARES or any(map(_is_number, phrase.tokens))


def used_in(clause: Clause, parsed: Parsed) -> list[Phrase]:
    """The medicine of `before starting X`, `while being on X`, `before treatment with X begins`."""
    if clause.verb.lemma not in _USING:
        return []
    done_to = clause.subjects if clause.verb.passive or not clause.objects else clause.objects
    behind = [p for prep, phrases, _ in clause.adjuncts if prep in ("on", "with") for p in phrases]
    courses = [p for p in done_to if p.head.lemma in _COURSES or p.head.low.removesuffix("s") in _COURSES]
    inner = [
        p for each in courses for prep, phrases in parsed.attached(each) if prep in ("with", "of") for p in phrases
    ]
    return [*(clause.objects or (done_to if clause.verb.passive else [])), *behind, *inner]


def _met_in(clause: Clause) -> list[Phrase]:
    """What is done or met in `without checking X first`, `without experiencing X`."""
    if clause.opener != "without" or clause.verb.lemma not in _MEETING or clause.verb.passive:
        return []
    return [
        *clause.objects,
        *(p for prep, phrases, _ in clause.adjuncts if prep in ("for", "at", "into") for p in phrases),
    ]


def _is_number(token: Token) -> bool:
    """Whether a word is a number, or a name that opens with one (`80% of patients`)."""
    return token.tag == "num" or (token.kind == "term" and token.text[:1].isdigit())


def _with_aspect(clauses: Sequence[Clause], parsed: Parsed) -> list[Clause]:
    """Clauses, and what begins in them: `when the immune system starts to attack …`."""
    inner = [c for c in parsed.clauses if c.kind == "infinitive" and c.parent is not None]
    begun = [c for c in inner if any(c.parent is each and each.verb.lemma in _ASPECT for each in clauses)]
    return [*clauses, *begun]


def is_word(phrase: Phrase, lemmas: Sequence[str]) -> bool:
    """Whether a phrase has one of some words as its head, or one of some phrases in it."""
    if not set(head_forms(phrase)).isdisjoint(lemmas):
        return True
    low = " " + phrase.low + " "
    return any(" " in lemma and (f" {lemma} " in low or f" {lemma}s " in low) for lemma in lemmas)


def all_forms(token: Token) -> set[str]:
    """The forms under which a frame may name a word as a head, or as part of a phrase."""
    singular = token.low[:-3] + "y" if token.low.endswith("ies") else token.low.removesuffix("s")
    return {token.low, token.lemma, singular, *token.tags.values(), *token.low.split()}


def head_forms(phrase: Phrase) -> tuple[str, ...]:
    """The forms under which a frame may name the head of a phrase."""
    head = phrase.head
    singular = head.low[:-3] + "y" if head.low.endswith("ies") else head.low.removesuffix("s")
    return head.low, head.lemma, singular, head.tags.get("ns", head.lemma)
