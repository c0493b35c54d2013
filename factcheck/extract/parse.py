"""A sentence, parsed: its tokens, phrases and clauses, and what is attached to each noun phrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract.attachments import attachments, used_by
from factcheck.extract.clauses import Clause, find_clauses
from factcheck.extract.phrases import Phrase, find_phrases
from factcheck.extract.tags import tagged
from factcheck.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.extract.mentions import Mention
    from factcheck.extract.words import Token, Words
    from factcheck.model.claim import Stance

MOST_TOKENS = 160
_DEEPEST = 4  # brackets in brackets that are read
_CLAUSE_PARTS = ("np", "prep", "adv", "adj", "coord", "paren", ",")
_STATES = ("condition", "disease", "disorder", "illness", "phenomenon", "problem", "state", "process", "ailment")
_NAMING = ("call", "name", "term", "dub", "know", "refer", "describe", "label")


class Parsed:
    """A sentence (or the inside of a parenthesis): phrases in order, clauses, and its range of the text."""

    __slots__ = ("_attached", "clauses", "host", "inner", "phrases", "question", "span", "stances", "tokens")

    def __init__(self, tokens: Sequence[Token], span: TextSpan, host: Phrase | None = None, depth: int = 0) -> None:
        """Parse tagged tokens. `host` is the noun phrase before a parenthesis."""
        self.tokens = list(tokens)
        self.span = span
        self.host = host
        self.stances: dict[tuple[str, int], Stance] = {}  # of clauses, by what was asked; kept by the stance reader
        self.phrases = find_phrases(self.tokens)
        self._attached: dict[int, tuple[Phrase, list[tuple[str, list[Phrase]]]]] = {}
        self.clauses = find_clauses(self.phrases)
        self.question = bool(tokens) and tokens[-1].text == "?"
        self._give_term()
        brackets = [p for p in self.phrases if p.kind == "paren" and p.inner] if depth < _DEEPEST else []
        self.inner = [self._inside(phrase, depth + 1) for phrase in brackets]
        self._give_host(host)
        self.clauses += [clause for phrase in self.phrases for clause in self._participles(phrase)]

    def _give_host(self, host: Phrase | None) -> None:
        """`X (sold as Y)`, `X (which is a Y)`: what opens a bracket is said of the noun phrase before it."""
        opening = self.clauses[0] if self.clauses else None
        if host is None or opening is None or opening.subjects:
            return
        if opening.verb.finite:
            relative = self.phrases[0].kind == "rel" and opening.verb.index == 1
            if relative:
                opening.kind, opening.opener, opening.gap = "relative", self.phrases[0].low, "subj"
                opening.subjects = opening.antecedent = [host]
            return
        if opening.kind in ("participle", "main"):
            opening.kind, opening.subjects, opening.antecedent = "participle", [host], [host]

    def _give_term(self) -> None:
        """`Term: a clause about it`, `it is called Term: a clause`: the term is where the clause happens."""
        colon = next((p.index for p in self.phrases if p.kind in (":", "dash")), -1)
        head = self.phrases[0] if 1 <= colon <= 2 else self._called(colon)
        if head is None or head.kind != "np" or head.head.mention is None:
            return
        stop = next((p.index for p in self.phrases if p.kind == ";"), len(self.phrases))
        for clause in self.clauses:
            if (
                clause.verb.index < stop
                and (clause.kind in ("main", "concession", "coordinate") or self._defines(clause, colon))
                and clause.verb.finite
                and clause.verb.index > colon
                and clause.subjects
                and clause.subjects[0].index > colon
            ):
                clause.fronted.append(("in", [head]))

    def _defines(self, clause: Clause, colon: int) -> bool:
        """`Term: a disease in which …`: whether a relative clause says what happens in what the term is said to be."""
        at = next((p.index for p in reversed(self.phrases[: clause.verb.index]) if p.kind == "rel"), -1)
        between = [p.low for p in self.phrases[colon + 2 : at + 1]]
        where = between in (["in", "which"], ["where"], ["during", "which"])
        return clause.kind == "relative" and where and self.phrases[colon + 1].determiner in ("a", "an", "the")

    def _called(self, colon: int) -> Phrase | None:
        """The name that a clause of naming gives right before a colon."""
        before = [p for p in self.phrases[: max(0, colon)] if p.kind != "adv"][-1:]
        naming = [c for c in self.clauses if c.verb.lemma in _NAMING and c.verb.index < colon]
        given = [p for c in naming for p in _names_given(c)]
        return before[0] if before and any(before[0] is each for each in given) else None

    def _inside(self, phrase: Phrase, depth: int) -> Parsed:
        """What a parenthesis holds, with the noun phrase before it."""
        host = None
        for before in reversed(self.phrases[: phrase.index]):
            if before.kind == "np":
                host = before
            if before.kind != "paren":
                break
        first = 1 if phrase.tokens[0].tag == "(" else 0
        last = len(phrase.tokens) - (phrase.tokens[-1].tag == ")")
        return Parsed(phrase.tokens[first:last], phrase.span, host, depth)

    def _participles(self, phrase: Phrase) -> Iterator[Clause]:
        """Participles inside a noun phrase ("the approved dose", "FDA-approved drug") as passive clauses of it."""
        if phrase.kind != "np":
            return
        for token in phrase.tokens:
            lemma = token.tags.get("participle") or (token.tags.get("vbn") if token.tag == "adj" else None)
            if token is phrase.head or not lemma:
                continue
            group = Phrase("vg", [token], token)
            group.lemma, group.form, group.passive, group.index = lemma, "vbn", True, phrase.index
            group.negated = token.low.startswith(("non-", "un"))
            clause = Clause(group)
            clause.kind, clause.subjects, clause.antecedent = "modifier", [phrase], [phrase]
            clause.adjuncts = [(prep, members, None) for prep, members in self.attached(phrase)]
            yield clause

    def attached(self, phrase: Phrase) -> list[tuple[str, list[Phrase]]]:
        """The prepositional phrases directly behind a noun phrase, parentheses between them not counted."""
        known = self._attached.get(id(phrase))
        if known is None:  # kept with the phrase, so that its identity is not given away
            known = self._attached[id(phrase)] = phrase, self._found_behind(phrase)
        return known[1]

    def _found_behind(self, phrase: Phrase) -> list[tuple[str, list[Phrase]]]:
        home = self.home(phrase)
        if home is self:
            return used_by(phrase) + attachments(self.phrases, phrase.index + 1)
        return home.attached(phrase) if home is not None else used_by(phrase)

    def home(self, phrase: Phrase) -> Parsed | None:
        """The part of the sentence (this, or a parenthesis in it) to which a phrase belongs."""
        if 0 <= phrase.index < len(self.phrases) and self.phrases[phrase.index] is phrase:
            return self
        return next((found for inside in self.inner if (found := inside.home(phrase)) is not None), None)

    def named_after(self, clause: Clause) -> list[Phrase]:
        """What a clause is said to be called: `…, which is known as X`, or a name in brackets behind it."""
        found = [name for other in self.clauses if _names(other, clause) for name in _names_given(other)]
        brackets: list[Phrase] = []
        at = clause.verb.index + 1
        while at < len(self.phrases) and self.phrases[at].kind in _CLAUSE_PARTS:
            if self.phrases[at].kind == "paren":
                brackets.append(self.phrases[at])
            at += 1
        if len(brackets) != 1 or brackets[0].index != at - 1:
            return found
        if all(p.kind in ("np", "coord", ",") for p in brackets[0].inner):
            inside = [p for part in self.inner if part.span == brackets[0].span for p in part.phrases]
            found += [p for p in inside if p.kind == "np" and p.head.mention is not None]
        return found

    def heads_over(self, phrase: Phrase) -> Iterator[Phrase]:
        """The noun phrases to which a phrase belongs over prepositions, nearest first: `no treatment for X`."""
        at = phrase.index if self.home(phrase) is self else 0
        while at >= 2 and self.phrases[at - 1].kind == "prep" and self.phrases[at - 2].kind == "np":
            at -= 2
            yield self.phrases[at]

    def before(self, phrase: Phrase) -> Phrase | None:
        """The phrase on the left, in the part of the sentence to which it belongs."""
        home = self.home(phrase)
        return home.phrases[phrase.index - 1] if home is not None and phrase.index > 0 else None

    def everything(self) -> Iterator[Parsed]:
        """This and the parentheses in it, outermost first."""
        yield self
        for inside in self.inner:
            yield from inside.everything()


def _names(relative: Clause, clause: Clause) -> bool:
    """Whether a relative clause says how a clause is called."""
    if relative.opener == "free" and relative.verb.lemma in _NAMING and relative.objects:
        return relative.verb.index > clause.verb.index and clause.kind == "main"
    if relative.kind == "participle" and relative.verb.passive and relative.verb.lemma in _NAMING:
        head = relative.antecedent[0] if relative.antecedent else None
        loose = head is not None and head.determiner in ("a", "an") and head.head.low in _STATES
        return loose and head is not None and 0 < clause.verb.index < head.index and clause.verb.finite
    hangs = relative.kind == "relative" and relative.opener == "which" and relative.parent is clause
    return hangs and relative.verb.passive and relative.verb.lemma in _NAMING


def _names_given(clause: Clause) -> list[Phrase]:
    """The names that a clause of naming gives."""
    behind = [p for prep, phrases, _ in clause.adjuncts if prep.endswith("as") for p in phrases]
    return [*clause.objects, *clause.complements, *behind]


def parse(tokens: Sequence[Token], mentions: Sequence[Mention], words: Words) -> Parsed | None:
    """Parse a sentence's tokens; None for an empty one. Tokens past MOST_TOKENS are not read."""
    kept = tagged(list(tokens)[:MOST_TOKENS], mentions, words)
    if not kept:
        return None
    return Parsed(kept, TextSpan(tokens[0].start, tokens[-1].end))
