"""Sentences that set one thing apart from another: `Unlike X, Y …`, `Y, in contrast to X, …`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.model.claim import Contrast

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.extract.parse import Parsed
    from factcheck.extract.phrases import Phrase

_APART = ("unlike", "in contrast to", "in contrast with", "contrary to", "as opposed to", "as distinct from")


def contrasts_of(parsed: Parsed, block: int) -> list[Contrast]:
    """The contrasts of a sentence, entity by entity."""
    if parsed.question:
        return []
    return [
        Contrast(one, another, other.span, parsed.span, block)
        for subject, other in _contrasted(parsed)
        for one in _named(subject)
        for another in _named(other)
    ]


def _named(phrase: Phrase) -> tuple[str, ...]:
    return phrase.head.mention.entities if phrase.head.mention is not None else ()


def _contrasted(parsed: Parsed) -> Iterator[tuple[Phrase, Phrase]]:
    """(what is set apart, from what) of every such phrase that opens a sentence or stands behind its subject."""
    phrases = parsed.phrases
    for clause in parsed.clauses:
        if clause.kind != "main" or not clause.verb.finite or not clause.subjects:
            continue
        subject = clause.subjects[0]
        for at in range(len(phrases) - 1):
            if phrases[at].low in _APART and phrases[at + 1].kind == "np" and at < clause.verb.index:
                opens = at == 0 or (at > 1 and phrases[at - 1].kind == "," and phrases[at - 2] is subject)
                other = phrases[at + 1]
                if opens and other is not subject and other.head.mention is not None:
                    yield subject, other
