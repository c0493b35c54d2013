"""What narrows a claim: `only in the US`, `all cytokines that …`, `all patients who …`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.extract.clauses import Clause
    from factcheck.extract.denote import Denoted
    from factcheck.extract.frames import Match
    from factcheck.extract.parse import Parsed
    from factcheck.extract.words import Token
    from factcheck.knowledge.base import KnowledgeBase

_ALL = ("all", "every", "each", "everyone", "everybody")
_ONLY = frozenset({"only", "alone", "solely", "exclusively"})


def narrowed(match: Match, tokens: Sequence[Token], kb: KnowledgeBase) -> Iterator[tuple[str, str]]:
    """The populations and places that a match is said to hold for alone, and whether it is told of some people."""
    for token in tokens:
        for entity in token.mention.entities if token.mention is not None else ():
            if kb.is_a(entity, "population") and _only_beside(token, match.parsed):
                yield "only-for", entity
            elif kb.is_a(entity, "region") and _only_there(token, match):
                yield "only-in", entity
    if match.clause is not None and any(_who(c, match.clause) for c in match.parsed.clauses):
        yield "people", "described"


def described(denoted: Denoted, parsed: Parsed) -> bool:
    """`all cytokines that use JAK1`: whether a relative clause stands behind a noun phrase."""
    at = denoted.phrase.index + 1 if denoted.phrase is not None else len(parsed.phrases)
    return at < len(parsed.phrases) and parsed.phrases[at].kind in ("rel", "that")


def _who(inner: Clause, clause: Clause) -> bool:
    """`All patients on X who responded …`: a relative clause on people before the verb of a clause."""
    before = any(
        subject.span.start < inner.verb.span.start < clause.verb.span.start and subject.tokens[0].low in _ALL
        for subject in clause.subjects
    )
    return inner.kind == "relative" and inner.opener == "who" and before


def _only_there(token: Token, match: Match) -> bool:
    """`approved only in the US`, `in the US only`, `is only approved in the US`."""
    tokens = match.parsed.tokens
    at = tokens.index(token)
    if [each.low for each in tokens[at + 1 : at + 3]] in (["only", "for"], ["only", "in"]):
        return False  # `approved in the US only for adults`
    left = tokens[max(0, at - 3) : at]
    placed = any(each.low in ("in", "by") for each in left)
    return placed and (any(each.low in _ONLY for each in left) or _only_beside(token, match.parsed))


def _only_beside(token: Token, parsed: Parsed) -> bool:
    """Whether `only` stands right before or behind a word."""
    at = parsed.tokens.index(token)
    if any(each.low in _ONLY for each in parsed.tokens[max(0, at - 2) : at + 2]):
        return True
    verb = next((p for p in reversed(parsed.phrases) if p.kind == "vg" and p.span.end <= token.start), None)
    return verb is not None and any(each.low == "only" for each in verb.tokens)
