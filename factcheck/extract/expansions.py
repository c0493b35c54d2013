"""What an abbreviation is said to stand for: `Long Form (LF)`, `LF (long form)`, `LF stands for …`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.model.claim import Claim
from factcheck.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.extract.assemble import Place
    from factcheck.extract.parse import Parsed
    from factcheck.extract.stance import StanceReader
    from factcheck.extract.words import Token
    from factcheck.knowledge.base import KnowledgeBase

_SMALL = {"of", "the", "and", "for", "in", "a", "an", "to", "with", "by", "on"}
_SAYS = (("stands", "for"), ("stand", "for"), ("is", "short", "for"), ("are", "short", "for"), ("short", "for"), ("means",), ("is", "an", "abbreviation", "for"),
         ("is", "an", "abbreviation", "of"), ("is", "an", "acronym", "for"), ("is", "an", "acronym", "of"), ("is", "the", "abbreviation", "of"),
         ("is", "the", "abbreviation", "for"), ("abbreviates",), ("spells", "out"))
_ONCE = {"originally", "initially", "first", "once", "formerly", "jokingly", "not", "n't", "never"}


def find_expansions(kb: KnowledgeBase, parsed: Parsed, place: Place, stances: StanceReader) -> Iterator[Claim]:
    """Claims of every relation that is judged as an expansion, with the words given for the abbreviation."""
    for relation in kb.relations.values():
        if relation.judge != "expansion":
            continue
        subjects = {s.subject: s for _, s in kb.statements(relation.id)}
        if not subjects:
            continue
        for entity, span, words in (*_bracketed(parsed, subjects, kb), *_said(parsed, subjects, kb, place.text)):
            text = place.text[words.start : words.end]
            if place.span.start <= span.start and span.end <= place.span.end:
                yield Claim(entity, relation.id, "", stances.of_clause(None, parsed), span, place.span, place.block, text=text, via=f"{relation.id}/expansion",
                            subject_words=entity, object_words=text)


def _short(token: Token, subjects: object, kb: KnowledgeBase) -> str:
    """The entity that a token abbreviates, or empty: capitals, and a name of an entity with known expansions."""
    if token.text.upper() != token.text or not 2 <= len(token.text) <= 6 or not token.text[0].isalpha():
        return ""
    entities = token.mention.entities if token.mention is not None else ()
    found = next((e for e in entities if e in subjects), "")  # type: ignore[operator]
    if found:
        return found
    return next((n.entity for n in kb.names if n.entity in subjects and n.text == token.text), "")  # type: ignore[operator]


def _bracketed(parsed: Parsed, subjects: object, kb: KnowledgeBase) -> Iterator[tuple[str, TextSpan, TextSpan]]:
    """`Scalp Area Loss Test (SALT)` and `SALT (Scalp Area Loss Test)`."""
    tokens = parsed.tokens
    for index, token in enumerate(tokens):
        if token.tag != "(":
            continue
        close = next((i for i in range(index + 1, len(tokens)) if tokens[i].tag == ")"), -1)
        if close < 0:
            continue
        inside = tokens[index + 1 : close]
        before = [t for t in tokens[:index]]
        if len(inside) == 1 and (entity := _short(inside[0], subjects, kb)):
            words = _matching(before, inside[0].text)
            if words:
                yield entity, TextSpan(words[0].start, token.end if close < 0 else tokens[close].end), TextSpan(words[0].start, words[-1].end)
        elif before and 2 <= len(inside) <= 10 and (entity := _short(before[-1], subjects, kb)) and _initials(inside, before[-1].text):
            yield entity, TextSpan(before[-1].start, tokens[close].end), TextSpan(inside[0].start, inside[-1].end)
        elif before and len(inside) == 1 and inside[0].kind == "word" and len(inside[0].text) > 12 and (entity := _short(before[-1], subjects, kb)):
            yield entity, TextSpan(before[-1].start, tokens[close].end), TextSpan(inside[0].start, inside[0].end)


def _flat(tokens: Sequence[Token]) -> list[str]:
    """The words of tokens, names of several words taken apart."""
    return [w for t in tokens if t.kind != "mark" for w in t.text.replace("-", " ").split()]


def _initials(tokens: Sequence[Token], short: str) -> bool:
    """Whether the initials of the words spell the abbreviation, small words left out or not."""
    words = _flat(tokens)
    letters = "".join(w[0] for w in words if w.lower() not in _SMALL).upper()
    every = "".join(w[0] for w in words).upper()
    wanted = "".join(c for c in short if c.isalpha()).upper()
    return wanted in (letters, every) or (len(letters) > 1 and letters[0] == wanted[0] and abs(len(letters) - len(wanted)) <= 1)


def _matching(before: Sequence[Token], short: str) -> list[Token]:
    """The words right before a bracket whose initials spell what stands in it."""
    wanted = "".join(c for c in short if c.isalpha()).upper()
    for size in range(2, min(len(wanted) + 4, len(before)) + 1):
        words = list(before[-size:])
        if any(t.kind == "mark" and t.text not in "-’'" for t in words) or words[0].low in _SMALL:
            continue
        flat = _flat(words)
        content = [w for w in flat if w.lower() not in _SMALL]
        if "".join(w[0] for w in content).upper() == wanted or "".join(w[0] for w in flat).upper() == wanted:
            return words
    return []


def _said(parsed: Parsed, subjects: object, kb: KnowledgeBase, text: str) -> Iterator[tuple[str, TextSpan, TextSpan]]:
    """`SALT stands for …`, `SALT, short for …`."""
    tokens = parsed.tokens
    for index, token in enumerate(tokens):
        entity = _short(token, subjects, kb)
        if not entity:
            continue
        rest = [t for t in tokens[index + 1 : index + 8] if t.text != ","]
        for words in _SAYS:
            low = [w for t in rest for w in t.low.split()]
            if tuple(low[: len(words)]) != words:
                continue
            start = next((i for i in range(index + 1, len(tokens)) if tokens[i].low.split()[-1] == words[-1]), -1)
            named = _until_mark(tokens[start + 1 :])
            if named and not any(t.low in _ONCE for t in tokens[max(0, index - 3) : start + 1]):
                yield entity, TextSpan(token.start, named[-1].end), TextSpan(named[0].start, named[-1].end)
            break


def _until_mark(tokens: Sequence[Token]) -> list[Token]:
    """The words up to the next mark, verb or clause: the expansion."""
    found: list[Token] = []
    for token in tokens:
        if token.kind == "mark" and token.text not in "-'’" or token.tag in ("sub", "rel", "be", "have", "modal") or (token.low == "and" and found and found[-1].tag == ","):
            break
        found.append(token)
        if len(found) > 12:
            return []
    while found and found[0].low in ("the", "a", "an"):
        found = found[1:]
    return found
