"""Tokens -> words: names, hyphenated words, dates and fixed phrases become one token each."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from factcheck.extract.closed_classes import closed_class
from factcheck.extract.fixed_phrases import join_phrases
from factcheck.extract.tables import word_set
from factcheck.extract.words import Token

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.extract.mentions import Mention
    from factcheck.extract.words import Words

_HEADS = word_set(
    "approval licence license drug treatment medicine cure indication trial study label use remedy effect benefit"
)
_FULL_FORMS = {"had": "vbn", "has": "vbn", "have": "vbn", "did": "vb", "was": "vbn", "were": "vbn"}
_LONGEST_SUBJECT = 9  # words from `never before` to the full verb
_HYPHENS = "-‐‑"
_WHITE_MARKS = set("\"“”«»‘’'*_`®™©°†‡#") | {"\ufffc"}
_NAME_PREFIXES = ("non", "anti", "pre", "pro", "pan", "pseudo")
_GIVEN = ("approved", "cleared", "licensed", "authorised", "authorized", "recommended")
_BEFORE_AGENCY = (
    "is",
    "are",
    "was",
    "were",
    "been",
    "be",
    "not",
    "n't",
    "also",
    "now",
    "yet",
    "only",
    "already",
    "a",
    "an",
)
_ADJECTIVE_PREFIXES = ("non", "anti", "pre", "post", "well", "long", "short", "high", "low")


def joined(tokens: Sequence[Token], mentions: Sequence[Mention], words: Words) -> list[Token]:
    """The tokens with mentions, hyphenated words and fixed phrases joined, and white marks dropped."""
    named = _without_glosses(_with_mentions(_without_date_commas(tokens), mentions))
    whole = _cleared(_hyphenated(named, words), words)
    kept = join_phrases([token for token in whole if not (token.kind == "mark" and token.text in _WHITE_MARKS)])
    return _uninverted(kept, words)


def _uninverted(tokens: list[Token], words: Words) -> list[Token]:
    """`never before had X approved Y` in the order of `X had never before approved Y`."""
    for at, token in enumerate(tokens[:-2]):
        form = _FULL_FORMS.get(tokens[at + 1].low, "") if token.low == "never before" else ""
        near = range(at + 3, min(at + _LONGEST_SUBJECT, len(tokens))) if form else ()
        verb = next((i for i in near if tokens[i].kind == "mark" or form in words.tags(tokens[i].low)), 0)
        if verb and tokens[verb].kind != "mark":
            return [*tokens[:at], *tokens[at + 2 : verb], tokens[at + 1], token, *tokens[verb:]]
    return tokens


def _without_date_commas(tokens: Sequence[Token]) -> list[Token]:
    """`June 13, 2022` holds no comma that means anything."""
    kept = []
    for index, token in enumerate(tokens):
        around = tokens[index - 1 : index + 2] if index else ()
        numbers = len(around) == 3 and around[0].kind == "num" and around[2].kind == "num"
        if not (token.text == "," and numbers and len(around[2].text) == 4):
            kept.append(token)
    return kept


def _without_glosses(tokens: Sequence[Token]) -> list[Token]:
    """`Janus kinase (JAK) inhibitor`: a bracket that only abbreviates the name before it is left out."""
    kept: list[Token] = []
    at = 0
    while at < len(tokens):
        inside = (
            tokens[at + 1] if at + 2 < len(tokens) and tokens[at].text == "(" and tokens[at + 2].text == ")" else None
        )
        before = kept[-1].mention if kept else None
        short = inside.mention if inside is not None else None
        gloss = before is not None and short is not None and set(before.entities) & set(short.entities)
        behind = tokens[at + 3] if inside is not None and at + 3 < len(tokens) else None
        inserted = short is not None and short.kind == "adj" and behind is not None and behind.kind in ("word", "term")
        if gloss or (inserted and kept and kept[-1].kind == "term"):  # `a dermatophyte (fungal) infection`
            at += 3
            continue
        kept.append(tokens[at])
        at += 1
    return kept


def _with_mentions(tokens: Sequence[Token], mentions: Sequence[Mention]) -> list[Token]:
    """Tokens under a mention become one, of kind `term`."""
    out: list[Token] = []
    denied = {token.start: at for at, token in enumerate(tokens) if token.low == "no"}
    whole = (each for each in mentions if each.span.start not in denied or not _cut(each, tokens, denied))
    ordered = sorted(whole, key=lambda each: each.span)
    starts = [each.span.start for each in ordered]
    for token in tokens:
        near = bisect_right(starts, token.start) - 1
        mention = ordered[near] if near >= 0 and token.start < token.end else None
        if mention is not None and token.start < mention.span.end:
            if out and out[-1].mention is mention:
                out[-1].end = token.end
                out[-1].text += " " + token.text
                out[-1].low = out[-1].lemma = out[-1].text.lower()
                continue
            term = Token(token.text, token.start, token.end, "term")
            term.mention = mention
            out.append(term)
            continue
        out.append(token)
    return out


def _cut(mention: Mention, tokens: Sequence[Token], denied: Mapping[int, int]) -> bool:
    """Whether `no` belongs to a noun behind a name that begins with it: `no hair-loss approval`."""
    at = denied[mention.span.start]
    behind = next((token for token in tokens[at:] if token.start >= mention.span.end), None)
    plain = behind is not None and behind.kind == "word" and closed_class(behind.low) == ""
    return plain and behind is not None and behind.low.removesuffix("s") in _HEADS


def _hyphenated(tokens: Sequence[Token], words: Words) -> list[Token]:
    """`well-known`, `FDA-approved`, `non-autoimmune` become one token; its last part settles what it is."""
    out: list[Token] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        at += 1
        while at + 1 < len(tokens) and _glued(token, tokens[at], tokens[at + 1]):
            token = _compound(token, tokens[at + 1], words)
            at += 2
        out.append(token)
    return out


def _cleared(tokens: Sequence[Token], words: Words) -> list[Token]:
    """`is FDA approved`, `an FDA approved drug`: an agency and its participle are read as with a hyphen."""
    out: list[Token] = []
    for token in tokens:
        agency = out[-1] if out else None
        named = agency is not None and agency.kind == "term" and agency.text.isupper()
        if agency is not None and named and token.low in _GIVEN and len(out) > 1 and out[-2].low in _BEFORE_AGENCY:
            out[-1] = _compound(agency, token, words)
        else:
            out.append(token)
    return out


def _glued(token: Token, hyphen: Token, after: Token) -> bool:
    """Whether a hyphen with no space around it joins two words, names or numbers."""
    kinds = ("word", "term", "num")
    touching = hyphen.text in _HYPHENS and hyphen.start == token.end and after.start == hyphen.end
    return touching and token.kind in kinds and after.kind in kinds


def _compound(first: Token, last: Token, words: Words) -> Token:
    """Two parts of a hyphenated word as one token; a name with a mere prefix stays a name."""
    prefixed = last.mention is not None and first.low in _NAME_PREFIXES
    merged = Token(f"{first.text}-{last.text}", first.start, last.end, "term" if prefixed else "compound")
    merged.mention = last.mention or first.mention
    merged.tags = _compound_tags(first, last, words)
    merged.lemma = last.low
    return merged


def _compound_tags(first: Token, last: Token, words: Words) -> dict[str, str]:
    """What a hyphenated word can be: a participle or adjective modifies, a noun heads."""
    if last.mention is not None:
        return {"a": last.low} if last.mention.kind == "adj" else {"n": last.low}
    whole = {"n": "go-ahead"} if (first.low, last.low) == ("go", "ahead") else words.tags(f"{first.low}-{last.low}")
    tags = words.tags(last.low)
    if set(whole) in ({"n"}, {"a"}) and not {"vbn", "vbg"} & set(tags):  # `go-ahead`, `on-label`
        return dict(whole)
    if "vbn" in tags:
        return {"a": tags["vbn"], "participle": tags["vbn"]}
    if "vbg" in tags:
        return {"a": tags["vbg"]}
    if "a" in tags or first.kind == "num" or first.low in _ADJECTIVE_PREFIXES:
        return {"a": last.low, "n": last.low}
    return {"n": last.low}
