"""Tagged tokens -> phrases: noun phrases, verb groups and the small words between them.

A parenthesis becomes one phrase with phrases of its own, so that it never separates a subject from
its verb. Positions are offsets of the document's text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract.closed_classes import NEGATIVE_MODALS
from factcheck.extract.extents import closing_bracket, noun_phrase_end, verb_group_end
from factcheck.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.extract.mentions import Mention
    from factcheck.extract.words import Token

_NEGATIVE_DETERMINERS = {"no", "neither", "none", "zero"}
_RESTRICTORS = {"only", "solely", "merely", "exclusively", "purely", "just", "sole", "lone", "single"}
_UNITS = ("mg", "mcg", "g", "ml", "%", "milligrams", "milligram", "percent")
_SINGLE = {"pron": "np", "det": "np", "quant": "np", "poss": "adv"}
_NEVER_PASSIVE = {"go", "come", "fall", "arrive", "vanish", "disappear", "happen", "occur", "arise", "die", "rise"}


class Phrase:
    """A stretch of a sentence.

    `kind`: `np`, `vg` (verb group), `adj` (predicative), `paren`, or a small word: prep to coord sub
    rel that adv neg ex, and the marks `, ; : dash`. `tokens` are its words, `head` the one that
    counts, `inner` the phrases of a parenthesis. `low` has its words in lower case, one space between;
    `span` is its range of the text (the words of a row need not stand in the order of the text).
    """

    __slots__ = (
        "auxiliaries",
        "finite",
        "form",
        "head",
        "index",
        "inner",
        "kind",
        "lemma",
        "low",
        "negated",
        "owner",
        "particle",
        "passive",
        "restricted",
        "span",
        "tokens",
    )

    def __init__(self, kind: str, tokens: Sequence[Token], head: Token | None = None) -> None:
        """A phrase over `tokens` (never empty)."""
        self.kind = kind
        self.tokens = list(tokens)
        self.low = " ".join(token.low for token in tokens)
        self.span = TextSpan(min(t.start for t in tokens), max(t.end for t in tokens))
        self.head = head or tokens[-1]
        self.lemma = self.head.lemma
        self.inner: list[Phrase] = []
        self.index = -1
        self.auxiliaries: list[Token] = []
        self.negated = False
        self.passive = False
        self.finite = False
        self.form = ""
        self.particle = ""
        self.restricted = ""
        self.owner: Phrase | None = None

    @property
    def mentions(self) -> list[tuple[Mention, bool]]:
        """(mention, whether it is the head) of every name in it, in order."""
        return [(token.mention, token is self.head) for token in self.tokens if token.mention is not None]

    @property
    def determiner(self) -> str:
        """The first determiner or quantifier, in lower case, or empty."""
        return next((token.low for token in self.tokens if token.tag in ("det", "quant")), "")

    @property
    def pronoun(self) -> bool:
        """Whether it is a bare pronoun."""
        return len(self.tokens) == 1 and self.head.tag == "pron"

    @property
    def modifiers(self) -> list[Token]:
        """Its words before the head that are no determiners."""
        at = self.tokens.index(self.head)
        return [token for token in self.tokens[:at] if token.tag in ("adj", "n", "v", "num")]

    def __repr__(self) -> str:
        """For tests and `factcheck why`."""
        return f"[{self.kind}{'-' if self.negated else ''} {self.low}]"


def find_phrases(tokens: Sequence[Token]) -> list[Phrase]:
    """The phrases of a sentence, in order, each with its `index`."""
    phrases = _with_subject(list(_phrases(list(tokens))))
    for index, phrase in enumerate(phrases):
        phrase.index = index
    return phrases


def _with_subject(phrases: list[Phrase]) -> list[Phrase]:
    """`For X Y is worthless`: two names side by side, where the verb behind them needs the second for its subject."""
    if [each.kind for each in phrases[:3]] != ["prep", "np", "vg"] or not phrases[2].finite:
        return phrases
    tokens = phrases[1].tokens
    if len(tokens) < 2 or tokens[-1].mention is None or tokens[-2].mention is None:
        return phrases
    return [phrases[0], _noun_phrase(tokens[:-1]), _noun_phrase(tokens[-1:]), *phrases[2:]]


def _phrases(tokens: list[Token]) -> Iterator[Phrase]:
    at = 0
    while at < len(tokens):
        if tokens[at].tag == ")":
            at += 1
            continue
        phrase = _parenthesis(tokens, at) if tokens[at].tag == "(" else _phrase_at(tokens, at)
        yield phrase
        at += len(phrase.tokens)


def _parenthesis(tokens: list[Token], at: int) -> Phrase:
    """The parenthesis that opens at `at`, with its own phrases."""
    end = closing_bracket(tokens, at)
    phrase = Phrase("paren", tokens[at : end + 1])
    phrase.inner = find_phrases(tokens[at + 1 : end if tokens[end].tag == ")" else end + 1])
    return phrase


def _phrase_at(tokens: list[Token], at: int) -> Phrase:
    """The verb group, noun phrase, adjectives or small word at `at`."""
    end = verb_group_end(tokens, at)
    if end > at:
        return _verb_group(tokens, at, end)
    end = noun_phrase_end(tokens, at)
    if end > at:
        return _noun_phrase(tokens[at:end])
    tag = tokens[at].tag
    if tag != "adj":
        return Phrase(_SINGLE.get(tag, tag), [tokens[at]])
    while end < len(tokens) and tokens[end].tag == "adj":
        end += 1
    return Phrase("adj", tokens[at:end])


def _verb_group(tokens: Sequence[Token], at: int, end: int) -> Phrase:
    """A verb group with its voice, form and negation."""
    words = list(tokens[at:end])
    verbs = [token for token in words if token.tag in ("v", "be", "have", "do", "modal")]
    head = verbs[-1]
    group = Phrase("vg", words, head)
    group.auxiliaries = verbs[:-1]
    group.negated = sum(token.tag == "neg" or token.low in NEGATIVE_MODALS for token in words) % 2 == 1
    group.lemma = {"be": "be", "have": "have", "do": "do", "modal": head.low}.get(head.tag, head.lemma)
    group.form = head.tags.get("form", "") if head.tag == "v" else ""
    _settle_form(group, verbs[0])
    auxiliary = verbs[-2].tag if len(verbs) > 1 else "be"
    group.passive = auxiliary == "be" and head.tags.get("form") == "vbn" and head.lemma not in _NEVER_PASSIVE
    group.passive = group.passive and head.tag == "v"
    if end < len(tokens) and head.tag == "v":
        group.particle = tokens[end].low if tokens[end].tag in ("prep", "adv") else ""
    return group


def _settle_form(group: Phrase, first: Token) -> None:
    """Whether a verb group is finite, an infinitive or a participle, by its first verb and its own form."""
    opener = group.tokens[0].tag
    if opener == "to" or (opener in ("neg", "adv") and _leads_with_to(group.tokens)):
        group.form = "to"
    elif first.tag in ("be", "have", "do", "modal"):
        group.finite = first.low not in ("be", "been", "being", "having")
        if first.low in ("being", "having"):
            group.form = "vbg"
    else:
        group.finite = group.form in ("vb", "vbz", "vbd")


def _leads_with_to(tokens: Sequence[Token]) -> bool:
    """Whether `to` comes before every verb of a group: `not to be confused`, but `no longer have to fear`."""
    return next((t.tag for t in tokens if t.tag not in ("adv", "neg")), "") == "to"


def _noun_phrase(tokens: Sequence[Token]) -> Phrase:
    """A noun phrase; of a possessive, the owner becomes a phrase of its own."""
    cut = max((i for i, token in enumerate(tokens) if token.tag == "poss"), default=-1)
    head = tokens[-1]
    if head.tag == "num" and len(tokens) > 1 and tokens[-2].tag == "n" and tokens[-2].mention is None:
        head = tokens[-2]
    measured = [t for t in tokens[:-2] if t.mention is not None] if head.low in _UNITS else []
    if measured and tokens[-2].tag == "num":
        head = measured[-1]  # `baricitinib 4 mg`
    phrase = Phrase("np", tokens, head)
    if cut > 0:
        phrase.owner = _noun_phrase(tokens[:cut])
    phrase.negated = any(
        token.low in _NEGATIVE_DETERMINERS for token in tokens[cut + 1 :] if token.tag in ("det", "quant", "pron")
    )
    phrase.restricted = next((t.low.split()[-1] for t in tokens if t.low.split()[-1] in _RESTRICTORS), "")
    return phrase
