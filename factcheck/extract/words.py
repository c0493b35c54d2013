"""Sentence -> tokens, each with the parts of speech that its form can have.

The forms and lemmas come from `words.txt` of the english pack (WordNet, lemminflect), the closed
classes from its cues. A word that stands in neither is taken for a noun.
"""

from __future__ import annotations

import re
from functools import lru_cache
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
_BE = {"am", "is", "are", "was", "were", "be", "been", "being", "'m", "'re"}
_HAVE = {"have", "has", "had", "having", "'ve"}
_DO = {"do", "does", "did"}
_MODAL = {"may", "might", "can", "could", "will", "would", "shall", "should", "must", "'ll", "cannot", "ca", "wo", "'d", "ought"}
_DET = {"the", "a", "an", "this", "that", "these", "those", "each", "every", "another", "either", "its", "their", "his", "her", "my",
        "your", "our", "whose"}
_QUANT = {"all", "any", "some", "many", "most", "few", "several", "both", "no", "neither", "half", "much", "more", "less", "none",
          "various", "numerous", "enough", "plenty", "other"}
_PRON = {"i", "you", "he", "she", "it", "we", "they", "one", "who", "someone", "anyone", "everyone", "nobody", "everybody", "somebody",
         "something", "nothing", "anything", "everything", "him", "them", "us", "me", "itself", "themselves", "himself", "herself",
         "none", "others", "ones", "yours", "theirs"}
_PREP = {"of", "in", "on", "at", "by", "for", "from", "with", "without", "into", "onto", "about", "against", "among", "amongst",
         "between", "through", "throughout", "during", "within", "under", "over", "via", "per", "like", "than", "toward", "towards",
         "upon", "beyond", "behind", "across", "around", "alongside", "despite", "besides", "except", "including", "off", "out", "up",
         "down", "near", "above", "below", "beneath", "inside", "outside", "unlike", "versus", "vs", "regarding", "concerning", "as",
         "amid", "along", "past", "worldwide"}
_COORD = {"and", "or", "but", "nor", "plus", "&", "yet"}
_SUB = {"because", "although", "though", "while", "whereas", "if", "unless", "when", "whenever", "once", "until", "till", "whether",
        "since", "after", "before", "as", "so", "where", "wherever", "lest", "how", "why"}
_REL = {"which", "who", "whom", "that", "whose", "where", "when"}
_NEG = {"not", "never", "n't"}
NEGATIVE_MODALS = {"cannot"}


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


def tokenize(text: str, start: int, end: int) -> list[Token]:
    """Tokens of `text[start:end]`; "isn't" and "AA's" come apart, "U.S." stays whole."""
    tokens: list[Token] = []
    for match in _TOKEN.finditer(text, start, end):
        kind = match.lastgroup or "mark"
        if match.group() in "®™©":
            continue
        tokens.append(Token(match.group(), match.start(), match.end(), "word" if kind == "abbr" else kind))
    return _join_clitics(tokens, text)


def _join_clitics(tokens: list[Token], text: str) -> list[Token]:
    """Make `n't`, `'s`, `'re` … tokens of their own."""
    out: list[Token] = []
    i = 0
    while i < len(tokens):
        token = tokens[i]
        after = tokens[i + 1] if i + 1 < len(tokens) else None
        last = tokens[i + 2] if i + 2 < len(tokens) else None
        glued = (
            token.kind == "word" and after is not None and after.text in _APOSTROPHE and after.start <= token.end + 1 and text[token.end : after.start].strip("®™©") == ""
            and last is not None and last.kind == "word" and last.start == after.end
        )
        if glued and after is not None and last is not None:
            match = _CLITIC.search(text[token.start : last.end])
            if match:
                cut = after.start if not match.group().lower().startswith("n") else token.start + match.start()
                if cut > token.start:
                    end = min(cut, token.end)
                    out.append(Token(text[token.start : end], token.start, end, "word"))
                out.append(Token(match.group(), cut, last.end, "clitic"))
            else:
                out.append(Token(text[token.start : last.end], token.start, last.end, "word"))
            i += 3
            continue
        if token.kind == "word" and after is not None and after.text in _APOSTROPHE and after.start == token.end and token.low.endswith("s"):
            out += [token, Token(after.text, after.start, after.end, "clitic")]
            i += 2
            continue
        out.append(token)
        i += 1
    return out


@lru_cache(maxsize=4)
def _read_words(path: str) -> dict[str, str]:
    words: dict[str, str] = {}
    file = Path(path)
    if file.is_file():
        for line in file.read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                form, _, tags = line.partition("\t")
                words[form] = tags
    return words


class Words:
    """The vocabulary: what parts of speech a form can have, and its lemma in each."""

    def __init__(self, kb: KnowledgeBase) -> None:
        """Read the english pack's word list, and add the verbs that frames name."""
        self._forms = _read_words(str(kb.pack_folder("english") / "words.txt")) if any(pack.id == "english" for pack in kb.packs) else {}
        self._cache: dict[str, dict[str, str]] = {}

    def known(self, low: str) -> bool:
        """Whether the form stands in the word list."""
        return low in self._forms

    def tags(self, low: str) -> dict[str, str]:
        """Part of speech -> lemma, likeliest first; empty for a word that is not listed."""
        found = self._cache.get(low)
        if found is None:
            found = {}
            for item in self._forms.get(low, "").split():
                tag, _, lemma = item.partition(":")
                found.setdefault(tag, lemma or low)
            self._cache[low] = found
        return found


_PHRASES = {
    "prep": ("due to", "because of", "such as", "as part of", "as a result of", "as a consequence of", "in addition to", "according to",
             "instead of", "rather than", "in front of", "on top of", "apart from", "aside from", "other than", "owing to", "thanks to",
             "as well as", "along with", "together with", "in contrast to", "in contrast with", "as opposed to", "contrary to",
             "compared with", "compared to", "in comparison with", "in comparison to", "by means of", "by way of", "on account of", "in terms of",
             "in response to", "in spite of", "with regard to", "prior to", "up to", "as for", "out of", "away from", "in place of",
             "on behalf of", "in favour of", "in favor of", "by virtue of", "at the hands of", "in the form of", "as a form of", "as to",
             "as of", "not to mention", "for the sake of", "in case of", "in the case of", "at the root of", "on the part of"),
    "sub": ("even though", "even if", "as soon as", "as long as", "now that", "given that", "seeing that", "provided that", "so that",
            "in case", "as if", "as though", "in that", "even when", "only if", "only when", "assuming that", "on the grounds that",
            "despite the fact that", "due to the fact that", "because of the fact that", "owing to the fact that", "ever since",
            "by the time", "in order that", "if only", "supposing that"),
    "neg": ("yet to", "no longer", "not at all", "by no means", "in no way", "in no sense", "under no circumstances", "never ever", "no way", "anything but",
            "far from"),
    "adv": ("for example", "for instance", "of course", "at all", "in fact", "in general", "as yet", "so far", "as well", "in part", "at first",
            "at least", "at most", "more than", "less than", "fewer than", "for now", "at present", "at the moment", "at the time",
            "in turn", "for good", "a lot", "a little", "a bit", "in reality", "by far", "once again", "these days", "to date",
            "until recently", "for a long time", "in particular", "above all", "most of the time", "all over", "once more", "not only",
            "in effect", "not necessarily", "not always", "not entirely", "not exactly", "not quite", "in principle", "as such",
            "for certain", "for sure", "no doubt", "without doubt", "without a doubt", "beyond doubt", "one day", "in other words",
            "on the whole", "by definition", "at best", "at times", "over time", "all in all", "on its own", "on their own",
            "by itself", "by themselves", "in itself", "to some extent", "in some way", "in theory", "in practice", "on the contrary",
            "on the other hand", "on the one hand", "in truth", "per se", "right away", "up to now", "until now", "till now", "sort of",
            "kind of", "in the main", "for the most part", "as a rule", "as usual", "at last", "at once", "in short", "put simply",
            "strictly speaking", "nothing but", "none other than", "nothing more than", "generally speaking", "roughly speaking", "broadly speaking", "not just", "not merely", "not simply", "years ago", "months ago", "weeks ago", "days ago",
            "decades ago", "last year", "last month", "last week", "last autumn", "last summer", "last spring", "last winter", "this year",
            "this month", "next year", "next month", "later this year", "later this month", "every day", "each day", "once a day",
            "twice a day", "once daily", "twice daily", "once weekly", "per day", "a day", "a week", "at any given time", "at any one time",
            "at the moment", "right now", "one by one", "so to speak"),
    "coord": ("but also", "but rather", "and not", "but not", "as well as"),
}
_BY_FIRST: dict[str, list[tuple[tuple[str, ...], str]]] = {}
for _tag, _all in _PHRASES.items():
    for _phrase in _all:
        _words = tuple(_phrase.split())
        _BY_FIRST.setdefault(_words[0], []).append((_words, _tag))
for _entries in _BY_FIRST.values():
    _entries.sort(key=lambda entry: -len(entry[0]))


def join_phrases(tokens: list[Token]) -> list[Token]:
    """Make `because of`, `no longer`, `for example` … single tokens with their tag."""
    out: list[Token] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        for words, tag in _BY_FIRST.get(token.low, ()) if token.kind == "word" else ():
            run = tokens[at : at + len(words)]
            if len(run) == len(words) and all(t.kind == "word" and t.low == w for t, w in zip(run, words, strict=True)):
                joined = Token(" ".join(t.text for t in run), token.start, run[-1].end, "phrase")
                joined.tag = tag
                out.append(joined)
                at += len(words)
                break
        else:
            out.append(token)
            at += 1
    return out


def closed_class(low: str) -> str:
    """The closed class of a form, or empty: be have do modal det quant pron prep coord sub neg to that rel."""
    return _CLOSED.get(low, "")


def _closed() -> dict[str, str]:
    table: dict[str, str] = {}
    for name, forms in (("sub", _SUB), ("rel", _REL), ("prep", _PREP), ("coord", _COORD), ("quant", _QUANT), ("pron", _PRON),
                        ("det", _DET), ("modal", _MODAL), ("do", _DO), ("have", _HAVE), ("be", _BE), ("neg", _NEG)):
        for form in forms:
            table[form] = name
    table.update({"to": "to", "that": "that", "which": "rel", "who": "rel", "whom": "rel", "whose": "rel", "as": "prep", "like": "prep",
                  "since": "sub", "after": "sub", "before": "sub", "until": "sub", "once": "sub", "so": "sub", "where": "rel", "when": "sub",
                  **dict.fromkeys(("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "hundred", "thousand", "million"), "num"),
                  "there": "there", "yet": "adv", "than": "prep", "not": "neg", "nor": "coord", "no": "quant", "none": "pron",
                  "one": "num", "what": "rel", "whatever": "rel"})
    return table


_CLOSED = _closed()
