"""A question for what something is, and the fragment that answers it: `What is a cytokine? An enzyme.`"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract.tables import word_set
from factcheck.extract.words import Token

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.extract.parse import Parsed
    from factcheck.extract.phrases import Phrase

_ECHOES = word_set("does do did is are was has have")
_ASKING = ("what", "which")
_PRESENT = ("is", "are", "'s")
_LONGEST = 4
_LONGEST_FORM = 10


def asked_of(parsed: Parsed) -> tuple[Phrase | None, tuple[str, ...]]:
    """What a question asks about, and the words that join it to the answer; None if it asks for something else."""
    phrases = [p for p in parsed.phrases if p.kind not in (",", "adv")]
    if parsed.question and len(phrases) == 1 and phrases[0].head.mention is not None and not phrases[0].determiner:
        return phrases[0], ("is",)  # `Alopecia areata? A disease of …`
    if not parsed.question or len(phrases) < 3 or phrases[0].low.split()[0] not in _ASKING:
        return None, ()
    if [p.low for p in phrases[-2:]] == ["stand", "for"] and phrases[-3].kind == "np":
        return phrases[-3], ("stands", "for")
    verb, thing = phrases[-2:]
    plain = verb.low in _PRESENT and len(phrases) <= _LONGEST and thing.kind == "np"
    return (thing, ("is",)) if plain and thing.head.mention is not None else (None, ())


def answers_it(parsed: Parsed, joining: Sequence[str]) -> bool:
    """Whether a fragment can be such an answer: a noun phrase, with nothing but a relative clause behind it."""
    first = parsed.phrases[0]
    if joining[-1] == "for" and not parsed.question and first.kind == "np" and len(parsed.tokens) < _LONGEST_FORM:
        return not any(token.tag in ("be", "have", "do", "modal", "pron", "neg") for token in parsed.tokens)
    own = [c for c in parsed.clauses if c.verb.finite and c.kind not in ("relative", "modifier")]
    return first.kind == "np" and not first.pronoun and not first.negated and not own and not parsed.question


def answered(asked: Sequence[Token], joining: Sequence[str], own: Sequence[Token]) -> list[Token]:
    """The words of an answer with those that it leaves out."""
    at = own[0].start
    return [*asked, *(Token(word, at, at, "word") for word in joining), *own]


def echoes(own: Sequence[Token]) -> bool:
    """`Novartis does.`: an answer that has nothing but an auxiliary behind its subject."""
    words = [token for token in own if token.kind != "mark"]
    return len(words) > 1 and words[-1].low in _ECHOES


def is_whole(parsed: Parsed) -> bool:
    """Whether a fragment of a list or table is a sentence of its own."""
    mark = next((p.index for p in parsed.phrases if p.kind in (";", ":", "dash")), len(parsed.phrases))
    own = (c for c in parsed.clauses if c.verb.finite and c.subjects and c.verb.index < mark)
    return any(c.kind in ("main", "coordinate") for c in own)
