"""Question and short answer -> one statement: `Who makes X? Y.` says `Y makes X`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract.lists import over_attachments
from factcheck.extract.tables import word_set
from factcheck.extract.words import Token

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.extract.parse import Parsed
    from factcheck.extract.phrases import Phrase

_LONGEST = 14
_AUXILIARY = ("be", "have", "do", "modal", "neg")
_ECHOES = word_set("does do did is are was has have")
_NOBODY = word_set("none nobody neither")
_TIMES = ("in what year", "in which year", "in what month", "in which month")
_POINTERS = ("it", "that", "this")
_COPULAS = word_set("is was 's are")
_ASIDES = word_set("which who not but though although since because whereas a an the and")


def stated(question: Parsed, asked: Sequence[Token], own: Sequence[Token]) -> list[Token]:
    """The words of a short answer with those of the question; empty where they make no statement.

    `question` is the question as parsed, `asked` and `own` the words of question and answer, read anew.
    """
    answer = _bare(own)
    phrases = question.phrases
    choice = any(phrase.low == "or" for phrase in phrases) and any(phrase.low == "," for phrase in phrases[:-1])
    if not answer or len(answer) > _LONGEST or len(phrases) < 3 or choice:
        return []  # `Which holds X, A or B?` names what it chooses from
    at, counted = _verb(phrases)
    if at < 0:
        return []
    noun = _between(asked, phrases[1], phrases[at - 1]) if at > 1 else []
    noun = [token for token in noun if token.low != "many"]
    if answer[0].low in _NOBODY and noun and not counted:
        answer = [Token("no", answer[0].start, answer[0].end, "word"), *noun]
    elif counted:
        answer = [answer[0], *noun]
    return _ordered(phrases, at, asked, answer)


def _verb(phrases: Sequence[Phrase]) -> tuple[int, bool]:
    """Where the verb of a question stands behind its question word, and whether it asks for a number; -1 for none."""
    low = " ".join(phrase.low for phrase in phrases[:3])
    counted = low.startswith("how many")
    timed = low in _TIMES
    if not counted and not timed and phrases[0].low not in ("who", "what", "which", "when"):
        return -1, False
    at = next((phrase.index for phrase in phrases[:4] if phrase.kind == "vg"), -1)
    noun = all(phrase.kind in ("np", "adj", "quant") for phrase in phrases[1:at])
    return (at, counted) if at > 0 and (noun or counted or timed) else (-1, False)


def _ordered(phrases: Sequence[Phrase], at: int, asked: Sequence[Token], answer: list[Token]) -> list[Token]:
    """The answer in the place of the question word: before a full verb, behind one whose subject follows it."""
    verb, last = phrases[at], phrases[-1] if phrases[-1].kind != "," else phrases[-2]
    inverted = all(token.tag in _AUXILIARY for token in verb.tokens) and phrases[at + 1].kind == "np"
    if not inverted:
        return [*answer, *_between(asked, verb, last)] if phrases[0].low != "when" else []
    behind = over_attachments(phrases, at + 2)
    subject = _between(asked, phrases[at + 1], phrases[behind - 1])
    rest = _between(asked, phrases[behind], last) if behind <= last.index else []
    if not rest and verb.lemma != "be":
        return []
    year = phrases[0].low in ("when", "in") and answer[0].kind == "num"
    link = [Token("in", answer[0].start, answer[0].start, "word")] if year else []
    number = phrases[0].low not in ("who", "what", "which", "when", "in")
    verbs = _between(asked, verb, verb)
    if number and rest:
        full = [phrase for phrase in phrases[behind:] if phrase.kind == "vg"][:1]
        first = _between(asked, full[0], full[0]) if full else []
        return [*subject, *verbs, *first, *answer, *rest[len(first) :]] if first else []
    return [*subject, *verbs, *rest, *link, *answer]


def _between(asked: Sequence[Token], first: Phrase, last: Phrase) -> list[Token]:
    """The words of a question from one phrase to another."""
    return [token for token in asked if first.span.start <= token.start < last.span.end]


def _bare(own: Sequence[Token]) -> list[Token]:
    """An answer without `that is` before it, `does` behind it, its stop, and what a comma adds."""
    answer = list(own)
    if len(answer) > 2 and answer[0].low in _POINTERS and answer[1].low in _COPULAS:
        answer = answer[2:]
    cut = next((i for i, t in enumerate(answer[:-1]) if t.text in ",–—(" and answer[i + 1].low in _ASIDES), len(answer))
    answer = answer[:cut]
    while answer and (answer[-1].kind == "mark" or (len(answer) > 1 and answer[-1].low in _ECHOES)):
        answer.pop()
    return answer
