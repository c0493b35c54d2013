"""Sentence -> tokens, each with the parts of speech that its form can have.

The forms and lemmas come from `words.txt` of the english pack (WordNet, lemminflect). A word that
stands neither there nor in a closed class is taken for a noun.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.extract.mentions import Mention
    from factcheck.knowledge.base import KnowledgeBase

_TOKEN = re.compile(
    r"(?P<abbr>(?:[A-Za-z]\.){2,})"
    r"|(?P<num>\d+(?:[.,]\d+)*)"
    r"|(?P<word>[^\W\d_][^\W_]*)"
    r"|(?P<mark>[^\w\s]|_)"
)
_CLITIC = re.compile(r"(n['’]t|['’](?:s|re|ve|ll|d|m))$", re.IGNORECASE)
_APOSTROPHE = "'’"


class Token:
    """A word, number or mark of a sentence, with its range in the block's document text."""

    __slots__ = ("end", "index", "kind", "lemma", "low", "mention", "start", "tag", "tags", "text")

    def __init__(self, text: str, start: int, end: int, kind: str) -> None:
        """A token as read; `tag` and `lemma` are settled by the phrases room."""
        self.text = text
        self.low = text.lower().replace("’", "'")
        self.start = start
        self.end = end
        self.kind = kind
        self.tags: dict[str, str] = {}
        self.tag = ""
        self.lemma = self.low
        self.mention: Mention | None = None
        self.index = -1

    def __repr__(self) -> str:
        """For tests and `factcheck why`."""
        return f"{self.text}/{self.tag or self.kind}"


def tokenize(text: str, start: int, end: int, most: int | None = None) -> list[Token]:
    """Tokens of `text[start:end]`, or the first `most`; "isn't" and "AA's" come apart, "U.S." stays whole."""
    tokens: list[Token] = []
    for match in islice(_TOKEN.finditer(text, start, end), most):
        kind = match.lastgroup or "mark"
        if match.group() in "®™©":
            continue
        tokens.append(Token(match.group(), match.start(), match.end(), "word" if kind == "abbr" else kind))
    return _join_clitics(tokens, text)


def _join_clitics(tokens: list[Token], text: str) -> list[Token]:
    """Make `n't`, `'s`, `'re` … tokens of their own."""
    out: list[Token] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        last = tokens[at + 2] if at + 2 < len(tokens) else None
        if token.kind != "word" or after is None or after.text not in _APOSTROPHE:
            out.append(token)
            at += 1
        elif last is not None and _glued(token, after, last, text):
            out += _parted(token, after, last, text)
            at += 3
        elif after.start == token.end and token.low.endswith("s"):
            out += [token, Token(after.text, after.start, after.end, "clitic")]
            at += 2
        else:
            out.append(token)
            at += 1
    return out


def _glued(token: Token, apostrophe: Token, last: Token, text: str) -> bool:
    """Whether an apostrophe joins two words, with no more than ® or ™ in between."""
    near = apostrophe.start <= token.end + 1 and text[token.end : apostrophe.start].strip("®™©") == ""
    return near and last.kind == "word" and last.start == apostrophe.end


def _parted(token: Token, apostrophe: Token, last: Token, text: str) -> list[Token]:
    """A word and its clitic, or one word where an apostrophe makes no clitic."""
    match = _CLITIC.search(text[token.start : last.end])
    if match is None:
        return [Token(text[token.start : last.end], token.start, last.end, "word")]
    cut = token.start + match.start() if match.group().lower().startswith("n") else apostrophe.start
    clitic = Token(match.group(), cut, last.end, "clitic")
    end = min(cut, token.end)
    return [Token(text[token.start : end], token.start, end, "word"), clitic] if cut > token.start else [clitic]


_FEW = 2_500
"""Words that are looked up in the list as it is written; for more it pays to take it apart."""
_LONGEST = 1_000
"""Characters that no line of the list has."""


class _Listed:
    """The lines of `words.txt` (form, tab, parts of speech), which are sorted: a form is found by halving."""

    def __init__(self, path: Path) -> None:
        """Read the file; one that is not there lists nothing."""
        self._text = path.read_text(encoding="utf-8") if path.is_file() else ""
        self._asked = 0
        self._forms: dict[str, str] = {}

    def _read(self) -> dict[str, str]:
        lines = (line.partition("\t") for line in self._text.splitlines() if line and not line.startswith("#"))
        return {form: tags for form, _, tags in lines}

    def tags(self, form: str) -> str | None:
        """The parts of speech of a form, as they are written; None if it is not listed."""
        if self._asked >= _FEW:
            self._forms = self._forms or self._read()
            return self._forms.get(form)
        self._asked += 1
        at = bisect_left(range(len(self._text)), form, key=self._form_at)
        line, _, _ = self._text[at : at + _LONGEST].partition("\n")
        found, _, tags = line.partition("\t")
        return tags if found == form and not form.startswith("#") else None

    def _form_at(self, at: int) -> str:
        """The form of the line that holds a place; the comments stand before all of them."""
        start = self._text.rfind("\n", 0, at) + 1
        return "" if self._text.startswith("#", start) else self._text[start : self._text.find("\t", start)]


@lru_cache(maxsize=4)
def _listed(path: str) -> _Listed:
    return _Listed(Path(path))


def triples(word: str) -> set[str]:
    """Every three letters in a row of a word, its bounds marked: "^ab", "abc", "bc$"."""
    marked = f"^{word}$"
    return {marked[at : at + 3] for at in range(len(marked) - 2)}


@lru_cache(maxsize=4)
def _read_triples(path: str) -> frozenset[str]:
    file = Path(path)
    return frozenset(file.read_text(encoding="utf-8").partition("\n\n")[2].split()) if file.is_file() else frozenset()


class Words:
    """The vocabulary: what parts of speech a form can have, and its lemma in each."""

    def __init__(self, kb: KnowledgeBase) -> None:
        """Read the english pack's word list, and add the verbs that frames name."""
        folder = kb.pack_folder("english") if any(name == "english" for name, _ in kb.versions) else None
        self._listed = _listed(str(folder / "words.txt")) if folder is not None else None
        self._triples = str(folder / "triples.txt") if folder is not None else ""
        self._cache: dict[str, dict[str, str]] = {}

    def known(self, low: str) -> bool:
        """Whether the form stands in the word list."""
        return self._listed is not None and self._listed.tags(low) is not None

    def odd(self, low: str) -> bool:
        """Whether three letters stand in a row that stand so in hardly any word ("minoxdiil": xdi)."""
        usual = _read_triples(self._triples) if self._triples else frozenset()
        return bool(usual) and not usual.issuperset(triples(low))

    def tags(self, low: str) -> dict[str, str]:
        """Part of speech -> lemma, likeliest first; empty for a word that is not listed."""
        found = self._cache.get(low)
        if found is None:
            found = {}
            listed = self._listed.tags(low) if self._listed is not None else None
            for item in (listed or "").split():
                tag, _, lemma = item.partition(":")
                found.setdefault(tag, lemma or low)
            self._cache[low] = found
        return found
