"""Tokens -> one part of speech each, by closed classes, the word list and what stands around.

No general tagger: only verbs, adjectives and adverbs are listed; the rest are nouns. A form that can
be a noun and a verb is settled by its left neighbour and by whether its clause has a verb without it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract.ambiguity import open_class
from factcheck.extract.closed_classes import closed_class
from factcheck.extract.joins import joined
from factcheck.extract.number_words import NUMBER_WORDS
from factcheck.extract.subordination import settle_subordinator, settle_that, settle_to
from factcheck.extract.surroundings import VERB_TAGS, can_be_head, content_after, is_verbal, next_token, settled_before
from factcheck.extract.verb_forms import verb_form

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.extract.mentions import Mention
    from factcheck.extract.words import Token, Words

_MARKS = {
    **{mark: mark for mark in ",;:()"},
    **dict.fromkeys("—–-=→➔⇒", "dash"),
    **dict.fromkeys("/&", "coord"),
    **dict.fromkeys("….!?", ","),
    **dict.fromkeys("|•", ";"),
    "=": "be",
    "[": "(",
    "]": ")",
}
_DEGREES = ("more", "less", "most")
_ANYONE = ("anyone", "someone", "everyone", "anybody", "somebody", "everybody", "nobody", "one")
_BEFORE_IS = ("there", "here", "what", "that", "let")
_CLITICS = {"n't": "neg", "'re": "be", "'m": "be", "'ve": "have", "'ll": "modal", "'d": "modal"}


def tagged(tokens: Sequence[Token], mentions: Sequence[Mention], words: Words) -> list[Token]:
    """The tokens with mentions and hyphenated words joined, white marks dropped, each with `tag` and `lemma`.

    Tags: n adj num det quant pron prep to coord sub rel that be have do modal v adv neg ex poss and
    the marks `, ; : ( ) dash`. A verb's form (vb vbz vbd vbn vbg) stays in `tags["form"]`.
    """
    kept = joined(tokens, mentions, words)
    for index, token in enumerate(kept):
        if token.text == "May" and _is_month(kept, index):
            token.kind = "num"
        _settle_alone(token, words)
    for part in _parts(kept):
        _settle_part(part)
    for index, token in enumerate(kept):
        token.index = index
    return kept


def _parts(tokens: Sequence[Token]) -> list[list[Token]]:
    """What stands in each pair of brackets, marks included, and last the sentence without it."""
    parts: list[list[Token]] = []
    rest: list[Token] = []
    opened: list[int] = []  # where in `rest` the brackets that are still open begin
    for token in tokens:
        rest.append(token)
        if token.tag == "(":
            opened.append(len(rest) - 1)
        elif token.tag == ")" and opened:
            at = opened.pop()
            parts.append(rest[at:])
            del rest[at:]
    return [*parts, rest]


def _settle_part(kept: Sequence[Token]) -> None:
    """Settle what its neighbours decide in a sentence or a pair of brackets."""
    for index, token in enumerate(kept):
        token.index = index
    for index, token in enumerate(kept):
        if not token.tag:
            token.tag = _settled(kept, index)
        if token.low in ("neither", "either") and _correlated(kept, index):
            token.tag = "neg" if token.low == "neither" else "adv"
        if token.low in ("both", "all", "each") and _floats(kept, index):
            token.tag = "adv"
        if token.low in ("less", "more") and _grades(kept, index):
            token.tag = "adv"
        if token.tag == "v":
            form = verb_form(kept, index)
            token.lemma = token.tags.get(form, token.lemma)
            token.tags["form"] = form
    for index, token in enumerate(kept):
        if token.tag == "quant" and token.low in ("numerous", "plenty") and _predicative(kept, index):
            token.tag = "adj"
        if token.tag == "quant" and token.low in _DEGREES and _compares(kept, index):
            token.tag = "adv"
        if token.low in _ANYONE and index + 1 < len(kept) and kept[index + 1].tag == "poss":
            token.tag = "n"


def _predicative(tokens: Sequence[Token], index: int) -> bool:
    """`are too numerous`: a quantifier behind `be` that no noun follows."""
    left, after = settled_before(tokens, index), next_token(tokens, index)
    return left is not None and left.tag == "be" and (after is None or after.kind == "mark" or after.tag == "prep")


def _compares(tokens: Sequence[Token], index: int) -> bool:
    """`is more common than`: a word of degree before an adjective or adverb that no noun follows."""
    after = index + 1
    while after < len(tokens) and tokens[after].tag in ("adj", "adv"):
        after += 1
    return after > index + 1 and (after == len(tokens) or tokens[after].tag in ("prep", ",", "rel", "that", "coord"))


def _floats(tokens: Sequence[Token], index: int) -> bool:
    """`A and B both contain`: a quantifier between its noun and the verb."""
    after = next_token(tokens, index)
    if index > 0 and tokens[index - 1].tag in ("have", "be") and after is not None and "vbn" in after.tags:
        return True  # `have all gone`
    return (
        index > 0 and tokens[index - 1].tag == "n" and (is_verbal(after) or (after is not None and "vb" in after.tags))
    )


def _grades(tokens: Sequence[Token], index: int) -> bool:
    """`is less likely on X`: before an adjective or adverb that no noun follows."""
    after, behind = next_token(tokens, index), next_token(tokens, index + 1)
    if after is None or not set(after.tags) & {"a", "r"} or set(after.tags) & {"n", "ns"}:
        return False
    return behind is None or closed_class(behind.low) in ("prep", "sub", "to", "coord") or behind.kind == "mark"


def _is_month(tokens: Sequence[Token], index: int) -> bool:
    """Whether `May` stands in a date and is no verb."""
    after = tokens[index + 1].kind if index + 1 < len(tokens) else ""
    return after == "num" or (
        index > 0 and tokens[index - 1].low in ("in", "since", "until", "by", "of", "early", "late")
    )


def _correlated(tokens: Sequence[Token], index: int) -> bool:
    """Whether `nor` (or `or`) answers a `neither` (or `either`) further on."""
    answer = "nor" if tokens[index].low == "neither" else "or"
    return any(token.low == answer for token in tokens[index + 1 : index + 30])


def _settle_alone(token: Token, words: Words) -> None:
    """Settle what needs no neighbour; leave `tag` empty and fill `tags` for the rest."""
    if token.kind == "mark":
        token.tag = _MARKS.get(token.text, "n")
    elif token.kind == "num" or (token.low in NUMBER_WORDS and token.low != "one"):
        token.tag = "num"
    elif token.low == "zero":
        token.tag = ""
    elif token.kind == "compound":
        token.tag = "" if token.tags.get("participle") else "adj" if "a" in token.tags else "n"
    elif token.kind == "term":
        _settle_term(token, words)
    elif token.kind not in ("clitic", "phrase"):
        _settle_word(token, words)


def _settle_term(token: Token, words: Words) -> None:
    """A name is a noun or an adjective; one that is a verb's form too stays open."""
    mention = token.mention
    single = " " not in token.text and mention is not None and not mention.corrected
    tags = words.tags(token.low) if single and not token.text[1:].isupper() else {}
    verbs = {tag: lemma for tag, lemma in tags.items() if tag in VERB_TAGS}
    token.tags = {"a" if mention and mention.kind == "adj" else "n": token.low, **verbs}
    token.tag = "" if verbs and ("n" in token.tags or "vbn" in verbs) else "adj" if "a" in token.tags else "n"


def _settle_word(token: Token, words: Words) -> None:
    """A word of a closed class has its tag; one that is not listed is a noun."""
    closed = closed_class(token.low)
    token.tags = dict(words.tags(token.low))
    if closed and not (closed == "prep" and token.low in ("past", "like", "near")):
        token.tag = "" if closed in ("to", "that", "sub", "rel") or token.low in ("as", "there") else closed
    elif not token.tags:
        token.tag = "n"
        token.tags = {"n": token.low}
    elif set(token.tags) == {"r"}:
        token.tag = "adv"


def _settled(tokens: Sequence[Token], index: int) -> str:
    """The tag of an unsettled token."""
    token = tokens[index]
    low, closed = token.low, closed_class(token.low)
    if low == "to":
        return settle_to(tokens, index)
    if low == "that":
        return settle_that(tokens, index)
    if low == "zero":
        counted = index and tokens[index - 1].tag != "prep" and can_be_head(next_token(tokens, index))
        return "quant" if counted or not index else "num"
    if token.kind == "clitic":
        return _clitic(tokens, index)
    if low == "when":
        settled = settle_subordinator(tokens, index)
        return settled if settled in ("adv", "prep") and not is_verbal(next_token(tokens, index)) else "sub"
    if closed == "rel":
        return "rel"
    if low == "there":
        following = next_token(tokens, index)
        if following is not None and following.kind == "clitic":
            return "ex"  # `there's not a single …`
        after = content_after(tokens, index)
        if _placed(tokens, index):
            return "adv"  # `the hair there is lost`
        return "ex" if after is not None and after.tag in ("be", "modal", "have") else "adv"
    if closed == "sub" or low == "as":
        return settle_subordinator(tokens, index)
    return _participle_compound(tokens, index) if token.kind == "compound" else open_class(tokens, index)


def _placed(tokens: Sequence[Token], index: int) -> bool:
    """Whether `there` says where the noun before it is: a subject, and a participle or adjective behind the copula."""
    at = index - 1
    while at >= 0 and tokens[at].tag in ("n", "adj"):
        at -= 1
    opens = at == 0 or (at > 0 and tokens[at - 1].tag in (",", ";", ":", "coord", "sub", "that"))
    state, behind = next_token(tokens, index + 1), next_token(tokens, index + 2)
    if at == index - 1 or at < 0 or tokens[at].tag != "det" or not opens or state is None:
        return False
    return bool(set(state.tags) & {"vbn", "a"}) and (behind is None or not can_be_head(behind))


def _participle_compound(tokens: Sequence[Token], index: int) -> str:
    """`FDA-approved`: a verb behind `be`, else an adjective."""
    token, left = tokens[index], settled_before(tokens, index)
    after = next_token(tokens, index)
    opens = left is not None and left.tag == "(" and after is not None and closed_class(after.low) == "prep"
    if left is not None and (left.tag in ("be", ",") or opens):
        token.tags = {"vbn": token.tags["participle"]}
        return "v"
    return "n" if is_verbal(next_token(tokens, index)) else "adj"


def _clitic(tokens: Sequence[Token], index: int) -> str:
    """`n't`, `'re`, `'ve` …; `'s` is a verb or marks the possessive."""
    low = tokens[index].low
    if low in _CLITICS:
        return _CLITICS[low]
    before, after = tokens[index - 1] if index else None, next_token(tokens, index)
    if before is not None and (before.tag in ("pron", "ex", "that", "rel") or before.low in _BEFORE_IS):
        if before.low in _ANYONE and after is not None and set(after.tags) <= {"n", "ns"}:
            return "poss"  # `without looking at anyone's genes`
        been = after is not None and "vbn" in after.tags and not after.tag and after.low == "been"
        return "have" if been else "be"
    if after is not None and (after.tag in ("det", "neg", "prep") or after.low in ("not", "a", "an", "the", "going")):
        return "be"
    return "poss"
