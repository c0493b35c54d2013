"""What an abbreviation is said to stand for: `Long Form (LF)`, `LF (long form)`, `LF stands for …`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.extract.tables import word_set
from factcheck.knowledge.base import KnowledgeBase
from factcheck.model.claim import Claim
from factcheck.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.extract.parse import Parsed
    from factcheck.extract.referents import Referent
    from factcheck.extract.scene import Place
    from factcheck.extract.stance import StanceReader
    from factcheck.extract.words import Token
    from factcheck.model.claim import Stance

    _Pointed = Mapping[int, tuple[str, str]]

_SMALL = word_set("of the and for in a an to with by on")
_SAYS = (
    ("stands", "for"),
    ("stand", "for"),
    ("is", "short", "for"),
    ("are", "short", "for"),
    ("short", "for"),
    ("means",),
    ("are", "the", "initials", "of"),
    ("are", "the", "letters", "of"),
    ("is", "an", "initialism", "of"),
    ("is", "an", "initialism", "for"),
    ("is", "an", "acronym", "derived", "from"),
    ("is", "shorthand", "for"),
    ("is", "an", "abbreviation", "for"),
    ("is", "an", "abbreviation", "of"),
    ("is", "an", "acronym", "for"),
    ("is", "an", "acronym", "of"),
    ("is", "the", "abbreviation", "of"),
    ("is", "the", "abbreviation", "for"),
    ("abbreviates",),
    ("spells", "out"),
)
_ONCE = word_set("originally initially first once formerly jokingly not n't never")
_LETTERS = ("letters", "initials", "abbreviation", "acronym", "initialism", "capitals")
_ENDS = ("sub", "rel", "be", "have", "modal")


@dataclass(frozen=True, slots=True)
class _Known:
    """The entities of which the packs give an expansion, and who of them bears a name."""

    borne: Mapping[str, str]
    kb: KnowledgeBase
    relation: str

    def entity(self, token: Token) -> str:
        """The entity that a token abbreviates, or empty: capitals, and a name of an entity with known expansions.

        A right expansion has the number of the abbreviation: `TYK2`; `SALT50` is a reading of SALT.
        """
        text = token.text
        if text.upper() != text or not 2 <= len(text) <= 6 or not text[0].isalpha():
            return ""
        entities = token.mention.entities if token.mention is not None else ()
        entity = self.borne.get(text) or next((each for each in entities if self._spells(each, text)), "")
        return entity if not text[-1].isdigit() or any(text[-1] in each for each in self.texts(entity)) else ""

    def texts(self, entity: str) -> list[str]:
        """The right expansions of an entity itself."""
        told = self.kb.statements_for(self.relation, entity)
        return [text for _, s in told if s.subject == entity for text in s.text]

    def shares_word(self, entity: str, tokens: Sequence[Token]) -> bool:
        """Whether words share one with a right expansion of an entity."""
        right = {word for text in self.texts(entity) for word in text.lower().replace("-", " ").split()}
        return bool((right & {word.lower() for word in _flat(tokens)}) - _SMALL)

    def _spells(self, entity: str, text: str) -> bool:
        """Whether a right expansion of an entity begins as the abbreviation does and holds its letters in order."""
        right = [t.upper() for t in self.texts(entity) if t[:1].upper() == text[0].upper()]
        return any(_holds_in_order(each, _letters(text)) for each in right)


def _holds_in_order(text: str, letters: str) -> bool:
    rest = iter(text)
    return all(letter in rest for letter in letters)


@dataclass(frozen=True, slots=True)
class _Given:
    """An abbreviation, all the words that explain it, and those for which it is said to stand."""

    entity: str
    span: TextSpan
    words: TextSpan


def find_expansions(
    kb: KnowledgeBase, parsed: Parsed, place: Place, stances: StanceReader, near: Sequence[Referent]
) -> Iterator[Claim]:
    """Claims of every relation that is judged as an expansion, with the words given for the abbreviation.

    `near` are the names before, to one of which `the four letters` may point.
    """
    for relation in kb.relations.values():
        if relation.judge != "expansion":
            continue
        if not kb.statements(relation.id):
            continue
        known = _Known(kb.borne(relation.id), kb, relation.id)
        pointed = _pointed(parsed.tokens, known, near, place)
        for given in (*_bracketed(parsed.tokens, known), *_said(parsed.tokens, known, pointed)):
            span = given.span if place.holds(given.span) else given.words  # the abbreviation may stand in the question
            if not place.holds(span):
                continue
            text = place.text[given.words.start : given.words.end]
            yield Claim(
                given.entity,
                relation.id,
                "",
                _stance(given, parsed, stances),
                span,
                place.span,
                place.block,
                text=text,
                via=f"{relation.id}/expansion",
                subject_words=given.entity,
                object_words=text,
            )


def _stance(given: _Given, parsed: Parsed, stances: StanceReader) -> Stance:
    """The stance of the clause whose subject the abbreviation is; in brackets it is taken for granted."""
    at = given.span.start
    clauses = [c for c in parsed.clauses if c.kind != "modifier"]
    own = next((c for c in clauses if any(s.span.start <= at < s.span.end for s in c.subjects)), None)
    if own is not None and given.words.start > own.verb.span.start:
        return stances.of_clause(own, parsed)
    near = next((c for c in reversed(clauses) if c.verb.span.start <= at), own)
    return stances.presupposed(near, parsed) if near is not None else stances.of_clause(None, parsed)


def _bracketed(tokens: Sequence[Token], known: _Known) -> Iterator[_Given]:
    """`Scalp Area Loss Test (SALT)` and `SALT (Scalp Area Loss Test)`."""
    for index, token in enumerate(tokens):
        if token.tag != "(":
            continue
        close = next((i for i in range(index + 1, len(tokens)) if tokens[i].tag == ")"), -1)
        if close < 0:
            continue
        inside, before, end = tokens[index + 1 : close], tokens[:index], tokens[close].end
        if len(inside) == 1 and (entity := known.entity(inside[0])):
            if words := _matching(before, inside[0].text):
                yield _Given(entity, TextSpan(words[0].start, end), TextSpan(words[0].start, words[-1].end))
        elif before and (entity := known.entity(before[-1])) and _explains(inside, before[-1].text):
            if len(inside) > 1 and not known.shares_word(entity, inside):
                continue  # the same letters in another sense
            yield _Given(entity, TextSpan(before[-1].start, end), TextSpan(inside[0].start, inside[-1].end))


def _explains(inside: Sequence[Token], short: str) -> bool:
    """Whether a bracket explains the abbreviation before it: by words with its initials, or by one long word."""
    if len(inside) == 1:
        return inside[0].kind == "word" and len(inside[0].text) > 12
    return 2 <= len(inside) <= 10 and _initials(inside, short)


def _flat(tokens: Sequence[Token]) -> list[str]:
    """The words of tokens, names of several words taken apart."""
    return [w for t in tokens if t.kind != "mark" for w in t.text.replace("-", " ").split()]


def _letters(short: str) -> str:
    """The letters of an abbreviation."""
    return "".join(char for char in short if char.isalpha()).upper()


def _firsts(words: Sequence[str]) -> tuple[str, str]:
    """The initials of words, without and with those of small words."""
    long = "".join(word[0] for word in words if word.lower() not in _SMALL)
    return long.upper(), "".join(word[0] for word in words).upper()


def _initials(tokens: Sequence[Token], short: str) -> bool:
    """Whether the initials of the words spell the abbreviation, small words left out or not."""
    letters, every = _firsts(_flat(tokens))
    wanted = _letters(short)
    nearly = len(letters) > 1 and letters[0] == wanted[0] and abs(len(letters) - len(wanted)) <= 1
    return wanted in (letters, every) or nearly


def _matching(before: Sequence[Token], short: str) -> Sequence[Token]:
    """The words right before a bracket whose initials spell what stands in it."""
    wanted = _letters(short)
    for size in range(2, min(len(wanted) + 4, len(before)) + 1):
        words = before[-size:]
        if any(t.kind == "mark" and t.text not in "-’'" for t in words) or words[0].low in _SMALL:
            continue
        if wanted in _firsts(_flat(words)):
            return words
    return []


def _pointed(tokens: Sequence[Token], known: _Known, near: Sequence[Referent], place: Place) -> _Pointed:
    """Where `the four letters`, `the abbreviation` opens a sentence, and the only abbreviation before it."""
    at = next((i for i, token in enumerate(tokens[:3]) if token.low in _LETTERS), -1)
    if at < 1 or tokens[0].low not in ("the", "these", "its", "this"):
        return {}
    written = [(place.text[r.span.start : r.span.end].split()[0], r) for r in near]
    found = {(e, short) for short, r in written if short.isupper() for e in r.entities if known.texts(e)}
    return {at: found.pop()} if len(found) == 1 else {}


def _said(tokens: Sequence[Token], known: _Known, pointed: _Pointed) -> Iterator[_Given]:
    """`SALT stands for …`, `SALT, short for …`; `pointed` tells for which one other words stand."""
    for index, token in enumerate(tokens):
        entity = known.entity(token) or pointed.get(index, ("", ""))[0]
        if not entity:
            continue
        rest = [
            each for each in tokens[index + 1 : index + 9] if each.text != "," and each.low not in ("which", "that")
        ]
        low = [word for each in rest for word in each.low.split()]
        words = next((words for words in _SAYS if tuple(low[: len(words)]) == words), ())
        if not words:
            given = _glossed(tokens, index, entity) or _set_beside(tokens, index, entity, known)
            if given is not None:
                yield given
            continue
        start = next((i for i in range(index + 1, len(tokens)) if tokens[i].low.split()[-1] == words[-1]), -1)
        named = _until_mark(tokens[start + 1 :])
        other = index in pointed and not (named and _initials(named, pointed[index][1]))
        if other or [each.low for each in named[:1]] == ["that"]:
            continue  # the letters of something else; `a score of 0 on X means that …`
        if (
            named
            and any(char.isalpha() for each in named for char in each.text)
            and not any(each.low in _ONCE for each in tokens[max(0, index - 3) : start + 1])
        ):
            yield _Given(entity, TextSpan(token.start, named[-1].end), TextSpan(named[0].start, named[-1].end))


def _set_beside(tokens: Sequence[Token], index: int, entity: str, known: _Known) -> _Given | None:
    """`LF, the Long Form`, `LF, or long form,` and `LF: Long Form` at the start of a line."""
    token = tokens[index]
    owned = index > 0 and tokens[index - 1].tag == "poss"  # `Ghana's FDA` is another
    beside = len(tokens) > index + 3 and tokens[index + 1].text == "," and tokens[index + 2].low in ("the", "or")
    listed: list[Token] = []
    if beside and not owned:
        instead = tokens[index + 2].low == "or"  # `TYK2, or tyrosine kinase 2, …`
        listed = _until_mark(tokens[index + 2 + instead :])
        capital = listed and (listed[0].text[0].isupper() or instead)
        if not (capital and known.shares_word(entity, listed)):
            return None
    elif index == 0 and len(tokens) > 2 and tokens[1].text in ":–—":
        listed = _until_mark(tokens[2:])
    if not listed or not _initials(listed, token.text):
        return None
    return _Given(entity, TextSpan(token.start, listed[-1].end), TextSpan(listed[0].start, listed[-1].end))


def _glossed(tokens: Sequence[Token], index: int, entity: str) -> _Given | None:
    """`LF — Long Form — …`, `LF, i.e. long form, …`, `LF is Long Form`: words whose initials spell it."""
    rest = tokens[index + 1 : index + 4]
    low = [token.low for token in rest]
    dash = low[:1] in (["—"], ["–"])
    gloss = low[:1] == [","] and low[1:2] in (["i.e."], ["ie"], ["eg"], ["i.e"])
    named = low[:1] == ["is"] and "and" not in low
    if not (dash or gloss or named):
        return None
    listed = _until_mark(tokens[index + (3 if gloss else 2) :])
    letters, every = _firsts(_flat(listed)) if len(listed) > 1 else ("", "")
    capital = all(t.text[0].isupper() for t in listed if t.low not in _SMALL)
    exact = capital and _letters(tokens[index].text) in (letters, every)
    if exact or (not named and len(listed) > 1 and _initials(listed, tokens[index].text)):
        return _Given(entity, TextSpan(tokens[index].start, listed[-1].end), TextSpan(listed[0].start, listed[-1].end))
    return None


def _until_mark(tokens: Sequence[Token]) -> list[Token]:
    """The words up to the next mark, verb or clause: the expansion."""
    found: list[Token] = []
    for token in tokens:
        marked = token.kind == "mark" and token.text not in "-'’"
        listed = token.low == "and" and found and found[-1].tag == ","
        if marked or token.tag in _ENDS or listed:
            break
        found.append(token)
        if len(found) > 12:
            return []
    while found and found[0].low in ("the", "a", "an"):
        found = found[1:]
    return found
