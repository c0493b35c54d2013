"""Tagged tokens -> phrases: noun phrases, verb groups and the small words between them.

A parenthesis becomes one phrase with phrases of its own, so that it never separates a subject from
its verb. Positions are offsets of the document's text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract.words import NEGATIVE_MODALS
from factcheck.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.extract.mentions import Mention
    from factcheck.extract.words import Token

NEGATIVE_DETERMINERS = {"no", "neither", "none"}
RESTRICTORS = {"only", "solely", "merely", "exclusively", "purely", "just"}
_NEVER_PASSIVE = {"go", "come", "fall", "arrive", "vanish", "disappear", "happen", "occur", "arise", "die", "rise"}


class Phrase:
    """A stretch of a sentence.

    `kind`: `np`, `vg` (verb group), `adj` (predicative), `paren`, or a small word: prep to coord sub
    rel that adv neg ex, and the marks `, ; : dash`. `tokens` are its words, `head` the one that
    counts, `inner` the phrases of a parenthesis.
    """

    __slots__ = ("auxiliaries", "finite", "form", "head", "index", "inner", "kind", "lemma", "negated", "owner", "particle", "passive",
                 "restricted", "tokens")

    def __init__(self, kind: str, tokens: Sequence[Token], head: Token | None = None) -> None:
        """A phrase over `tokens` (never empty)."""
        self.kind = kind
        self.tokens = list(tokens)
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
    def span(self) -> TextSpan:
        """Its range of the document's text."""
        return TextSpan(self.tokens[0].start, self.tokens[-1].end)

    @property
    def low(self) -> str:
        """Its words in lower case, one space between."""
        return " ".join(token.low for token in self.tokens)

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
    phrases = list(_phrases(list(tokens)))
    for index, phrase in enumerate(phrases):
        phrase.index = index
    return phrases


def _phrases(tokens: list[Token]) -> Iterator[Phrase]:
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if token.tag == "(":
            end = _closing(tokens, at)
            phrase = Phrase("paren", tokens[at : end + 1])
            phrase.inner = find_phrases(tokens[at + 1 : end if tokens[end].tag == ")" else end + 1])
            yield phrase
            at = end + 1
            continue
        if token.tag == ")":
            at += 1
            continue
        end = _verb_group_end(tokens, at)
        if end > at:
            yield _verb_group(tokens, at, end)
            at = end
            continue
        end = _noun_phrase_end(tokens, at)
        if end > at:
            yield _noun_phrase(tokens[at:end])
            at = end
            continue
        if token.tag == "adj":
            end = at + 1
            while end < len(tokens) and tokens[end].tag == "adj":
                end += 1
            yield Phrase("adj", tokens[at:end])
            at = end
            continue
        kind = {"pron": "np", "det": "np", "quant": "np", "poss": "adv"}.get(token.tag, token.tag)
        yield Phrase(kind, [token])
        at += 1


def _closing(tokens: Sequence[Token], at: int) -> int:
    """The index of the bracket that closes the one at `at`, or the last token."""
    depth = 0
    for index in range(at, len(tokens)):
        depth += (tokens[index].tag == "(") - (tokens[index].tag == ")")
        if depth == 0:
            return index
    return len(tokens) - 1


def _verb_group_end(tokens: Sequence[Token], at: int) -> int:
    """The end of the verb group that starts at `at`, or `at` where none does."""
    first = tokens[at]
    if first.tag not in ("modal", "be", "have", "do", "v", "to", "neg", "adv"):
        return at
    index, last, to = at, at, False
    while index < len(tokens):
        token = tokens[index]
        if token.tag == "v":
            if last and tokens[last - 1].tag == "v" and last > at:
                break
            last = index + 1
            index += 1
            follows = tokens[index] if index < len(tokens) else None
            if follows is None or follows.tag not in ("adv", "neg"):
                break
            break
        if token.tag in ("modal", "be", "have", "do"):
            if token.tag in ("modal", "do") and last > at:
                break
            last = index + 1
        elif token.tag == "to" and index == at:
            to = True
        elif token.tag not in ("adv", "neg"):
            break
        index += 1
    if last == at or (to and last == at + 1):
        return at
    while last < len(tokens) and tokens[last].tag == "neg" and tokens[last - 1].tag in ("be", "have", "do", "modal"):
        last += 1
    if first.tag in ("adv", "neg") and all(token.tag in ("adv", "neg") for token in tokens[at:last]):
        return at
    return last


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
    first = verbs[0]
    if words[0].tag == "to" or (words[0].tag in ("neg", "adv") and any(token.tag == "to" for token in words)):
        group.form = "to"
    elif first.tag in ("be", "have", "do", "modal"):
        group.finite = first.low not in ("be", "been", "being", "having")
        if first.low in ("being", "having"):
            group.form = "vbg"
    else:
        group.finite = group.form in ("vb", "vbz", "vbd")
    group.passive = head.tag == "v" and head.lemma not in _NEVER_PASSIVE and (
        (head.tags.get("form") == "vbn" and not any(token.tag == "have" for token in verbs[-2:-1]) and (len(verbs) == 1 or verbs[-2].tag == "be"))
    )
    if end < len(tokens) and head.tag == "v":
        group.particle = tokens[end].low if tokens[end].tag in ("prep", "adv") else ""
    return group


def _noun_phrase_end(tokens: Sequence[Token], at: int) -> int:
    """The end of the noun phrase that starts at `at`, or `at` where none does."""
    if tokens[at].tag == "pron":
        return at + 1
    index, last = at, at
    while index < len(tokens):
        token = tokens[index]
        if token.tag in ("n", "num"):
            if last == index > at and at == 1 and tokens[0].tag == "be" and tokens[index - 1].kind == "term" and (token.kind == "term" or token.low.endswith("s")):
                break
            last = index + 1
        elif token.tag == "poss":
            if last != index:
                break
        elif token.tag in ("det", "quant"):
            if last > at and tokens[index - 1].tag != "poss" and tokens[index - 1].tag not in ("quant", "det"):
                break
        elif token.tag == "adj":
            if last == index and last > at and not _leads_to_noun(tokens, index):
                break
            if last == index and last > at and tokens[index - 1].tag == "n" and tokens[index - 1].kind != "term":
                break
        elif token.tag == "adv":
            inside = index > at and tokens[index - 1].tag in ("det", "poss", "adj", "quant", "num")
            if not _leads_to_noun(tokens, index + 1) or last == index > at or not (inside or tokens[index + 1].tag in ("adj", "num")):
                break
        elif (token.tag == "coord" and token.low in ("and", "or", "/", "&")) or token.tag == ",":
            if not _shared_modifiers(tokens, index):
                break
        else:
            break
        index += 1
    if last == at and tokens[at].tag == "det":
        last = at + 1
        while last < len(tokens) and tokens[last].tag in ("adj", "adv"):
            last += 1
    return last


def _leads_to_noun(tokens: Sequence[Token], index: int) -> bool:
    """Whether adjectives from `index` on end in a noun."""
    while index < len(tokens) and (
        tokens[index].tag in ("adj", "num", "adv", "quant")
        or (tokens[index].tag == "coord" and index + 1 < len(tokens) and tokens[index + 1].tag == "adj")
    ):
        index += 1
    return index < len(tokens) and tokens[index].tag == "n"


def _shared_modifiers(tokens: Sequence[Token], index: int) -> bool:
    """`fungal or bacterial infection`: adjectives on both sides of the conjunction, one noun."""
    return (
        index > 0 and tokens[index - 1].tag == "adj" and index + 1 < len(tokens) and tokens[index + 1].tag == "adj"
        and _leads_to_noun(tokens, index + 1)
    )


def _noun_phrase(tokens: Sequence[Token]) -> Phrase:
    """A noun phrase; of a possessive, the owner becomes a phrase of its own."""
    cut = max((i for i, token in enumerate(tokens) if token.tag == "poss"), default=-1)
    head = tokens[-1]
    if head.tag == "num" and len(tokens) > 1 and tokens[-2].tag == "n" and tokens[-2].mention is None:
        head = tokens[-2]
    phrase = Phrase("np", tokens, head)
    if cut > 0:
        phrase.owner = _noun_phrase(tokens[:cut])
    phrase.negated = any(token.low in NEGATIVE_DETERMINERS for token in tokens[cut + 1 :] if token.tag in ("det", "quant", "pron"))
    phrase.restricted = next((token.low for token in tokens if token.low in RESTRICTORS or token.low in ("sole", "lone", "single")), "")
    return phrase
