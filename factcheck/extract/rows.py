"""A row, a list item, a term with its definition -> one clause: what its head, its header and its own words say.

A table says `Drug | What it blocks` and `baricitinib | JAK1`; read as prose it says "baricitinib blocks
JAK1". The words that English adds (`is`, `of`) have no place of their own in the text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract.tables import word_set
from factcheck.extract.words import Token

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.extract.words import Words

_BE = word_set("is are was were gets get 's")
_BEHIND_PARTICIPLE = ("by", "for", "in", "to", "as", "with", "since", "from")
_VERBS = word_set("blocks targets treats hits inhibits contains stops helps affects")
_ANSWERS = {"yes": True, "no": False, "none": False, "✓": True, "✗": False, "✔": True, "✘": False}
# First cells of a row that say something of the heads of the columns.
_FEATURES = word_set(
    "cause|causes|origin|main cause|underlying cause|trigger|treatment|cure|symptoms|signs|feature", "|"
)
_PRONOUNS = word_set("it they he she this that each one them")
# Headers of a column that says what the head of the row is, or which other name belongs to it.
_NAMING = word_set(
    "brand|brands|brand name|brand names|trade name|trade names|generic|generic name|generic drug|drug|drugs|medicine|"
    "medicines|medication|active ingredient|active substance|substance|ingredient|company|maker|manufacturer|firm|"
    "marketed by|owner|marketing company|producer|class|drug class|kind|type|category|group|family|what it is|"
    "what they are|what is it|definition|meaning|description|molecule|molecule type|kind of drug|type of drug|"
    "kind of molecule|type of molecule|kind of disease|type of disease|classification|nature|molecule class",
    "|",
)


def clause_of(head: Sequence[Token], header: Sequence[Token], own: Sequence[Token], words: Words) -> list[Token]:
    """The words of a cell with those of its row head and column header, as a clause; `own` is not empty."""
    head, header = _bare(head), _bare(header)
    if header and (_says_how(head, words) or " ".join(token.low for token in head) in _FEATURES):
        head, header = header, head  # a table of which the columns are the things
    at = own[0].start
    low = [token.low for token in header]
    said = " ".join(low)
    answer = own[0].low if len(own) == 1 else ""
    if header and answer in _ANSWERS and _says_how(header, words):
        denied = [] if _ANSWERS[answer] else [_word("not", at)]
        return [*head, _word("is", at), *denied, *header, Token(",", at, at, "mark"), *own]
    if header and answer in _ANSWERS:
        verb = [_word("has", at)] if _ANSWERS[answer] else [_word("has", at), _word("no", at)]
        return [*head, *verb, *header, Token(",", at, at, "mark"), *own]
    if begins_with_predicate(own, words):
        return [*head, *own]
    if not header or said in _NAMING:
        return [*head, _word("is", at), *own]
    if low[0] in ("who", "which") and low[-1] == "what":
        return [*head, *header[1:-1], *own]
    if low[0] == "what":
        return _free_relative(head, header[1:], own, words)
    first = words.tags(low[0])
    if "vbn" in first and "n" not in first and (len(low) == 1 or low[1] in _BEHIND_PARTICIPLE):
        return [*head, _word("is", at), *header, *own]
    if "vbz" in first and (low[0] in _VERBS or ("ns" not in first and "n" not in first)):
        return [*head, *header, *own]
    return [_word("the", at), *header, _word("of", at), *head, _word("is", at), *own]


def _says_how(header: Sequence[Token], words: Words) -> bool:
    """Whether a header is an adjective or a participle: `Contagious`, `Scarring`."""
    tags = words.tags(header[-1].low) if header else {}
    nominal = any(tag in tags for tag in ("n", "ns", "vb"))
    return len(header) == 1 and not nominal and any(tag in tags for tag in ("a", "vbg", "vbn"))


def _free_relative(head: Sequence[Token], rest: Sequence[Token], own: Sequence[Token], words: Words) -> list[Token]:
    """`What it blocks`, `What causes it`, `What is lost`: the header asks for the words of the cell."""
    at = own[0].start
    low = [token.low for token in rest]
    if not low:
        return [*head, _word("is", at), *own]
    if low[0] in _PRONOUNS:
        return [*head, *rest[1:], *own]
    if len(rest) > 1 and "vb" in words.tags(low[-1]) and low[0] not in _BE:
        return [*head, _word(f"{low[-1]}s", at), *own]  # `What the tablets block`
    if low[-1] in _PRONOUNS:
        return [*own, *rest[:-1], *head]
    if low[0] in _BE or "vbz" in words.tags(low[0]):
        return [_word("in", at), *head, Token(",", at, at, "mark"), *own, *rest]
    return [*head, Token(",", at, at, "mark"), *rest, *own]


def _bare(tokens: Sequence[Token]) -> list[Token]:
    """Tokens without the mark that ends a heading or a lead-in, and without a bracket that closes it."""
    kept = list(tokens)
    while kept and kept[-1].text in "?:.–—…":
        kept.pop()
    return kept


def begins_with_predicate(own: Sequence[Token], words: Words) -> bool:
    """Whether the words of a cell begin with a verb of their own: `blocks JAK1`, `is an enzyme`."""
    first = own[0].low
    tags = words.tags(first)
    return first in _BE or ("vbz" in tags and "ns" not in tags and "n" not in tags)


def begins_with_participle(lead: Sequence[Token], words: Words) -> bool:
    """Whether a lead-in is a predicate without its subject: `Approved by the FDA for …`."""
    tags = words.tags(lead[0].low)
    return "vbn" in tags and "n" not in tags and len(lead) > 1 and lead[1].low in _BEHIND_PARTICIPLE


def listed(lead: Sequence[Token], own: Sequence[Token], words: Words) -> list[Token]:
    """The words of an item behind those of its lead-in: behind a colon, where the lead-in lacks nothing."""
    lead, at = _bare(lead), own[0].start
    if [token.low for token in lead[:2]] == ["what", "causes"]:
        lead = [_word("cause", at), _word("of", at), *lead[2:]]
    tags = words.tags(lead[-1].low) if lead else {}
    whole = len(lead) > 2 and lead[-1].kind == "word" and (not tags or "ns" in tags) and "r" not in tags
    return [*lead, *([Token(":", at, at, "mark")] if whole else []), *own]


def said_of(own: Sequence[Token], lead: Sequence[Token]) -> list[Token]:
    """The words of an item as the subject of its lead-in."""
    at = own[-1].end
    own = own[:-1] if own[-1].text in ".;," else own
    return [*own, Token("is", at, at, "word"), *lead]


def _word(text: str, at: int) -> Token:
    """A word that the text leaves out."""
    return Token(text, at, at, "word")
