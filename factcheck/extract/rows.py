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
_AUXILIARIES = word_set("is are was were do does did has have had can may will cannot could must")
_PRONOUN_SUBJECTS = ("that", "which", "who", "what")
_OPEN_ENDS = word_set(
    "include includes blocks block causes cause treats treat for by as of with in against contain contains"
)
_WHILE = word_set("while whilst when during once before after if throughout")
LONGEST_HEAD = 8  # words of a term or a title
_LATEST = 5  # the word of a lead-in by which its relative clause begins
_VERBS = word_set("blocks targets treats hits inhibits contains stops helps affects")
_ANSWERS = {"yes": True, "no": False, "none": False, "✓": True, "✗": False, "✔": True, "✘": False}
_POINTING = word_set("these those the following they here below listed all of")
# First cells of a row that say something of the heads of the columns.
_FEATURES = word_set(
    "cause|causes|origin|main cause|underlying cause|trigger|treatment|cure|symptoms|signs|feature", "|"
)
_PRONOUNS = word_set("it they he she this that each one them")
_GENERAL = word_set("approval regulatory licence license licensing legal current the its")
_OWN_THING = word_set("drug medicine medication product brand disease condition substance molecule term row name")
# Headers of a column that says what the head of the row is, or which other name belongs to it.
_NAMING = word_set(
    "brand|brands|brand name|brand names|trade name|trade names|generic|generic name|generic drug|drug|drugs|medicine|"
    "medicines|medication|active ingredient|active substance|substance|ingredient|company|maker|manufacturer|firm|"
    "marketed by|owner|marketing company|producer|class|drug class|kind|type|category|group|family|what it is|"
    "what they are|what is it|definition|meaning|description|molecule|molecule type|kind of drug|type of drug|"
    "kind of molecule|type of molecule|kind of disease|type of disease|classification|nature|molecule class",
    "|",
)


_USES = word_set(
    "condition|conditions|disease|diseases|used for|use|uses|purpose|what it is for|what it is used for", "|"
)
_KINDS = word_set("type kind sort form class category nature group")
_KINDED = word_set(
    "hair loss|alopecia|baldness|loss|condition|disorder|medicine|medication|treatment|substance|protein|hormone", "|"
)
_SAYING = word_set("target|targets|mechanism|mechanism of action|mode of action|cause|causes", "|")


def clause_of(head: Sequence[Token], header: Sequence[Token], own: Sequence[Token], words: Words) -> list[Token]:
    """The words of a cell with those of its row head and column header, as a clause; `own` is not empty."""
    asked = bool(header) and header[-1].text == "?"
    head, header = _bare(head), _narrow(_bare(header))
    if header and (_says_how(head, words) or " ".join(token.low for token in head) in _FEATURES):
        head, header = header, head  # a table of which the columns are the things
    at = own[0].start
    low = [token.low for token in header]
    answer = own[0].low if len(own) == 1 or own[1].text in ",;–—" else ""
    if header and answer in _ANSWERS:
        said = _answered(header, words, asked=asked, yes=_ANSWERS[answer], at=at)
        return [*head, *said, Token(",", at, at, "mark"), *own[:1]]
    if begins_with_predicate(own, words):
        return [*head, *own]
    if "status" in low:
        return [*head, _word("is", at), *own, *_around_status(header, low, at)]
    active = len(own) == 1 and "vbg" in words.tags(own[0].low)  # `scarring` would be read as what it does
    if not header or " ".join(low) in _NAMING or (_asks_kind(low) and not active):
        amount = not header and own[0].kind == "num"  # `Litfulo | 50 mg once daily`
        return [*head, Token(":", at, at, "mark") if amount else _word("is", at), *own]
    if _of_another(low):
        return []
    if " ".join(low) in _USES:
        return [*head, _word("is", at), _word("used", at), _word("for", at), *own]
    if low[0] in ("who", "which") and "which" in low[1:] and "not" not in low:
        return []  # `Who makes which medicine?`: the row says it by itself
    if low[0] in ("who", "which") and low[-1] == "what":
        return [*head, *header[1:-1], *own]
    if low[0] == "what" or (len(low) > 2 and low[-2] == "it" and "vbz" in words.tags(low[-1])):
        return _free_relative(head, header[1:], own, words)  # `What it blocks`, `Kinases it blocks`
    first = words.tags(low[0])
    if low[-1] in _BEHIND_PARTICIPLE and any("vbn" in words.tags(word) for word in low):
        return [*head, _word("is", at), *header, *own]  # `FDA-approved for`
    if begins_with_participle(header, words) or (len(low) == 1 and "vbn" in first and "n" not in first):
        return [*head, _word("is", at), *header, *own]
    if "vbz" in first and (low[0] in _VERBS or ("ns" not in first and "n" not in first)):
        return [*head, *header, *own]
    return [_word("the", at), *header, _word("of", at), *head, _word("is", at), *own]


def _around_status(header: Sequence[Token], low: Sequence[str], at: int) -> list[Token]:
    """Whose status a header names (`FDA status`), and of what (`status in alopecia areata`)."""
    place = low.index("status")
    by = [_word("by", at), *header[:place]] if place and low[0] not in _GENERAL else []
    return [*by, *header[place + 1 :]]


def _narrow(header: Sequence[Token]) -> Sequence[Token]:
    """A header without what a comma or a bracket adds: `Approved dose, severe disease (USA)`."""
    end = next((i for i, token in enumerate(header) if i and token.text in ",("), len(header))
    return header[:end]


def _answered(header: Sequence[Token], words: Words, *, asked: bool, yes: bool, at: int) -> list[Token]:
    """What a header asks of the head of a row, as said with yes or with no."""
    low = [token.low for token in header]
    if low[0] in _AUXILIARIES and len(low) > 2 and low[1] in _PRONOUNS:  # `Is it contagious?`
        return [header[0], *([] if yes else [_word("not", at)]), *header[2:]]
    base = words.tags(low[0]).get("vbz", "")
    if base and len(low) > 1 and (asked or "ns" not in words.tags(low[0])):  # `Leaves scars?`
        return [*header] if yes else [_word("does", at), _word("not", at), _word(base, at), *header[1:]]
    verb = ("is", "not") if _is_state(header, words) else ("has", "no")
    return [*(_word(each, at) for each in (verb[:1] if yes else verb)), *header]


def _is_state(header: Sequence[Token], words: Words) -> bool:
    """Whether a header says how a thing is: an adjective alone, or a participle (`Contagious?`, `Approved by …`)."""
    tags = words.tags(header[0].low)
    alone = len(header) == 1 and ("vbg" in tags or (("a" in tags or "vbn" in tags) and "n" not in tags))
    return alone or begins_with_participle(header, words)


def _of_another(low: Sequence[str]) -> bool:
    """`Maker of the comparator`: a header that asks for something of another thing than the row's."""
    at = next((i for i, word in enumerate(low[:-1]) if word in ("of", "for")), -1)
    return at > 0 and low[at + 1] in ("the", "its", "their", "a", "another") and low[-1] not in _OWN_THING


def _asks_kind(low: Sequence[str]) -> bool:
    """`Type of hair loss`: a header that asks what kind of thing the row's is."""
    return bool(low) and low[0] in _KINDS and low[1:2] == ["of"] and " ".join(low[2:]) in _KINDED


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
    if low[0] in _PRONOUNS or (len(low) > 1 and low[-2] == "it"):
        return [*head, *rest[low.index("it") + 1 if "it" in low else 1 :], *own]
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
    mark = "," if lead and lead[0].low in _WHILE else ":" if whole and lead[-1].low not in _BEHIND_PARTICIPLE else ""
    return [*lead, *([Token(mark, at, at, "mark")] if mark else []), *own]


def says_what_it_is(term: Sequence[Token]) -> bool:
    """Whether a term (`Class:`, `Target:`) names what is said of the thing in the heading over it."""
    said = " ".join(token.low for token in term)
    return said in _NAMING or said in _SAYING


def kind_of_lead(lead: Sequence[Token]) -> Sequence[Token]:
    """The class in a lead-in that says what its items are: `These are …`, `The following are …`."""
    at = next((i for i, token in enumerate(lead[:4]) if token.low in ("is", "are")), 0)
    pointing = at and all(token.low in _POINTING for token in lead[:at])
    return lead[at + 1 :] if pointing else ()


def as_subject(own: Sequence[Token], lead: Sequence[Token], words: Words) -> list[Token]:
    """The words of an item as the subject of its lead-in, if that lacks one; else none.

    `Approved by the FDA for X:`, `Drugs that block JAK3:`, `What does not cause X:`.
    """
    at = own[-1].end
    own = own[:-1] if own[-1].text in ".;," else own
    kind = kind_of_lead(lead)
    if kind or begins_with_participle(lead, words):
        return [*own, Token("is", at, at, "word"), *(kind or lead)]
    start = next((i + 1 for i, token in enumerate(lead[:_LATEST]) if token.low in _PRONOUN_SUBJECTS), 0)
    pointed = _predicate_of_these(lead, words)
    head, start = (lead[:0], pointed) if pointed else (lead[: max(0, start - 1)], start)
    if not 0 < start < len(lead) or any(_verbal(token, words) for token in head):
        return []
    predicate = lead[start:]
    tags = words.tags(predicate[0].low)
    if predicate[0].low in _AUXILIARIES or "vbz" in tags:
        return [*own, *predicate]
    if "vb" in tags and "a" not in tags:
        return [*own, Token("do", at, at, "word"), *predicate]
    return []


def _predicate_of_these(lead: Sequence[Token], words: Words) -> int:
    """Where the predicate begins in `These types of hair loss leave no scars:`; 0 if it is built otherwise."""
    if lead[0].low not in ("these", "those"):
        return 0
    for at in range(2, len(lead) - 1):
        plain = lead[at].low in _AUXILIARIES
        if plain or ("vb" in words.tags(lead[at].low) and lead[at + 1].low in ("no", "a", "an", "the", "all", "any")):
            return at
    return 0


def is_predicate(token: Token, words: Words) -> bool:
    """Whether a word can be a finite verb and nothing else."""
    tags = words.tags(token.low)
    return token.low in _AUXILIARIES or (bool({"vbz", "vb"} & set(tags)) and not {"n", "ns", "a"} & set(tags))


def waits(lead: Sequence[Token], words: Words) -> bool:
    """Whether a lead-in ends where an object or complement must follow: `The drug blocks:`, `is used for:`."""
    tags = words.tags(lead[-1].low)
    return lead[-1].low in _AUXILIARIES or lead[-1].low in _OPEN_ENDS or ("vbz" in tags and "ns" not in tags)


def _verbal(token: Token, words: Words) -> bool:
    tags = words.tags(token.low)
    return token.low in _AUXILIARIES or ("vbz" in tags and "ns" not in tags)


def _word(text: str, at: int) -> Token:
    """A word that the text leaves out."""
    return Token(text, at, at, "word")


def parted(own: Sequence[Token]) -> int:
    """Where a term ends at the start of a line: at a colon, a dash, or a hyphen between blanks; 0 if none."""
    for at, token in enumerate(own[: LONGEST_HEAD + 1]):
        spaced = 0 < at < len(own) - 1 and own[at - 1].end < token.start and token.end < own[at + 1].start
        if token.text in ":–—" or (token.text == "-" and spaced):
            return at
    return 0
