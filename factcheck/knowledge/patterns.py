"""The two small pattern languages of packs, expanded: names (`{a,b}`, `[x]`) and phrases (`(a|b)`, `[x]`, slots)."""

from __future__ import annotations

import re

MAX_EXPANSIONS = 256
_MAX_NESTING = 6
_SPACES = re.compile(r"\s+")
_PHRASE_TOKEN = re.compile(r"\{[^{}]*\}|[()\[\]|]|~[^\s(){}\[\]|~,;:]+|[,;:]|[^\s(){}\[\]|~,;:]+|~|[{}]")
_SLOT = re.compile(r"\{(?:[SON]\??|\*|[@=][a-z0-9|@=-]+)\}\Z")

Tokens = tuple[str, ...]


class PatternError(ValueError):
    """A pattern that cannot be read; the text says why."""


def expand_name(pattern: str) -> tuple[str, ...]:
    """All names that a pattern stands for, in order, each once, spaces made single.

    Raises PatternError for unbalanced or empty brackets and for more than MAX_EXPANSIONS names.
    """
    if not any(sign in pattern for sign in "{}[]"):
        name = _SPACES.sub(" ", pattern).strip()
        if not name:
            raise PatternError("a name is empty")
        return (name,)
    texts, end = _sequence(pattern, 0, "", 0)
    if end != len(pattern):
        raise PatternError(f'"{pattern[end]}" in "{pattern}" closes nothing')
    names = tuple(dict.fromkeys(_SPACES.sub(" ", text).strip() for text in texts))
    if not all(names):
        raise PatternError(f'"{pattern}" may be empty')
    return names


def expand_phrase(pattern: str) -> tuple[Tokens, ...]:
    """All word sequences of a phrase: slots as "{S}", "~lemma", and runs of plain words joined by spaces.

    Raises PatternError as `expand_name` does, and for an unknown slot.
    """
    tokens = _PHRASE_TOKEN.findall(pattern)
    for token in tokens:
        if token in {"{", "}", "~"}:
            raise PatternError(f'"{token}" in "{pattern}" stands alone')
        if token.startswith("{") and not _SLOT.match(token):
            raise PatternError(f'"{token}" is no slot: write {{S}}, {{O}}, {{N}}, {{*}}, {{@entity}} or {{=class}}')
    found, end = _alternatives(tokens, 0, "", 0)
    if end != len(tokens):
        raise PatternError(f'"{tokens[end]}" in "{pattern}" closes nothing')
    return tuple(dict.fromkeys(_joined(tokens) for tokens in found))


def _sequence(text: str, start: int, stops: str, depth: int) -> tuple[list[str], int]:
    """Expansions from `start` to one of the `stops` (not taken) or to the end."""
    found = [""]
    place = start
    while place < len(text) and text[place] not in stops:
        sign = text[place]
        if sign in "]}":
            break
        if sign == "{":
            choices, place = _choice(text, place, depth + 1)
        elif sign == "[":
            inner, end = _sequence(text, place + 1, "]", _bounded(depth + 1, text))
            _expect(text, end, "]", place)
            choices, place = [*inner, ""], end + 1
        else:
            end = place
            while end < len(text) and text[end] not in "{}[]" and text[end] not in stops:
                end += 1
            choices, place = [text[place:end]], end
        if len(found) * len(choices) > MAX_EXPANSIONS:
            raise PatternError(f'"{text}" stands for more than {MAX_EXPANSIONS} names')
        found = [head + tail for head in found for tail in choices]
    return found, place


def _choice(text: str, start: int, depth: int) -> tuple[list[str], int]:
    found: list[str] = []
    place = start
    while True:
        inner, place = _sequence(text, place + 1, ",}", _bounded(depth, text))
        found += inner
        if place < len(text) and text[place] == ",":
            continue
        _expect(text, place, "}", start)
        if len(found) < 2:
            raise PatternError(f'{{…}} in "{text}" holds no choice: separate its parts by commas')
        return found, place + 1


def _alternatives(tokens: list[str], start: int, stop: str, depth: int) -> tuple[list[Tokens], int]:
    """Expansions of `a|b|c` up to the token `stop` (not taken) or to the end."""
    done: list[Tokens] = []
    found: list[Tokens] = [()]
    place = start
    while place < len(tokens) and tokens[place] != stop:
        token = tokens[place]
        if token in {")", "]"}:
            break
        if token == "|" and stop == ")":
            done, found, place = done + found, [()], place + 1
            continue
        if token == "|":
            raise PatternError('"|" stands outside round brackets')
        choices, place = _group(tokens, place, depth)
        if len(found) * len(choices) > MAX_EXPANSIONS:
            raise PatternError(f"a phrase stands for more than {MAX_EXPANSIONS} wordings")
        found = [head + tail for head in found for tail in choices]
    return done + found, place


def _group(tokens: list[str], place: int, depth: int) -> tuple[list[Tokens], int]:
    token = tokens[place]
    if token not in {"(", "["}:
        return [(token,)], place + 1
    close = ")" if token == "(" else "]"
    inner, end = _alternatives(tokens, place + 1, close, _bounded(depth + 1, " ".join(tokens)))
    if end >= len(tokens):
        raise PatternError(f'"{token}" is not closed')
    if tokens[end] != close:
        raise PatternError(f'"{token}" is closed by "{tokens[end]}"')
    return ([*inner, ()] if token == "[" else inner), end + 1


def _joined(tokens: Tokens) -> Tokens:
    """Runs of plain words as one string."""
    found: list[str] = []
    for token in tokens:
        plain = token[0] not in "{~,;:"
        if plain and found and found[-1][0] not in "{~,;:":
            found[-1] += " " + token
        else:
            found.append(token)
    return tuple(found)


def _expect(text: str, place: int, sign: str, opened: int) -> None:
    if place >= len(text):
        raise PatternError(f'"{text[opened]}" in "{text}" is not closed')
    if text[place] != sign:
        raise PatternError(f'"{text[opened]}" in "{text}" is closed by "{text[place]}"')


def _bounded(depth: int, text: str) -> int:
    if depth > _MAX_NESTING:
        raise PatternError(f'"{text}" is nested too deeply')
    return depth
