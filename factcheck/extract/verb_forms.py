"""In which form a verb stands: past tense or participle, plain or inflected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract.closed_classes import closed_class
from factcheck.extract.surroundings import (
    before_conjunction,
    clause_has_verb,
    finite_before,
    next_token,
    settled_before,
    starts_noun_phrase,
    verb_ahead,
)
from factcheck.extract.tables import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.extract.words import Token

NAMING = word_set("call name term dub label know")
_WITH_PREPOSITION = ("refer", "describe", "define", "classify")


def verb_form(tokens: Sequence[Token], index: int) -> str:
    """Which form a verb stands in."""
    tags = tokens[index].tags
    before = settled_before(tokens, index)
    left = before.tag if before is not None else ""
    if left in ("modal", "do", "to") and "vb" in tags:
        return "vb"
    if left in ("be", "have"):
        for form in ("vbn", "vbg"):
            if form in tags:
                return form
    if "vbg" in tags:
        return "vbg"
    if "vbn" in tags and "vbd" not in tags:
        return "vb" if tags["vbn"] == tokens[index].low and left in ("n", "pron", "rel") else "vbn"  # `lungs become`
    if tags.get("vbd") == "lie" and starts_noun_phrase(next_token(tokens, index)):
        return "vb"  # `lay waste to`
    if "vbd" in tags:
        return _past_or_participle(tokens, index)
    return "vbz" if "vbz" in tags else "vb"


def _own_subject(tokens: Sequence[Token], index: int) -> bool:
    """Whether the noun phrase on the left stands behind another and is the subject: `the drug the agency approved`."""
    at = index - 1
    while at > 0 and tokens[at].tag in ("n", "adj", "adv", "num"):
        at -= 1
    return at > 0 and tokens[at].tag == "det" and tokens[at - 1].tag == "n"


def _within_apposition(tokens: Sequence[Token], index: int) -> bool:
    """`X, a Y first sold as Z, is …`: the noun before stands between commas, and a finite verb follows."""
    at = index - 1
    while at > 0 and tokens[at].tag in ("n", "adj", "adv", "num"):
        at -= 1
    if at < 2 or tokens[at].tag != "det" or tokens[at - 1].tag != "," or tokens[at - 2].tag not in ("n", ")"):
        return False
    after = next_token(tokens, index)
    if (after is None or after.kind == "mark") and finite_before(tokens, at):
        return True
    comma = next((t.index for t in tokens[index:] if t.tag in (",", ";", ":") or t.text == ","), -1)
    return comma > 0 and verb_ahead(tokens, comma + 1)


def _past_or_participle(tokens: Sequence[Token], index: int) -> str:
    """`approved`: past tense, or a participle behind or before its noun."""
    tags = tokens[index].tags
    after, before = next_token(tokens, index), settled_before(tokens, index)
    left = before.tag if before is not None else ""
    if "vbn" not in tags:
        return "vbd"
    if _governs(tags["vbn"], left, after):
        return "vbn"
    if "vb" in tags and left in ("n", "pron") and starts_noun_phrase(after):
        return "vbd"
    if left == "n" and _own_subject(tokens, index):
        return "vbd"
    if left == "n" and after is not None and closed_class(after.low) == "prep" and _verb_with_object(tokens, index + 1):
        return "vbn"  # `None of the drugs sold in X bears a warning`
    behind = after is not None and after.low.startswith(("over ", "on ", "in "))
    if left == "n" and (behind or not starts_noun_phrase(after)) and _within_apposition(tokens, index):
        return "vbn"
    if left == "n" and (tags["vbn"] in NAMING or clause_has_verb(tokens, index)):
        return "vbn"
    previous = before_conjunction(tokens, index) if left == "coord" else None
    if previous is not None and previous.tag == "v" and previous.tags.get("form") in ("vbn", "vbd"):
        return previous.tags["form"]
    transitive = starts_noun_phrase(after) and after is not None and after.tag != "pron"
    if left in ("pron", "rel", "ex") or (left == "n" and transitive):
        return "vbd"
    if left in ("", ",", "sub", "dash", "(", ":") or (after is not None and after.low == "by"):
        return "vbn"
    return "vbn" if verb_ahead(tokens, index + 1) or clause_has_verb(tokens, index) else "vbd"


def _verb_with_object(tokens: Sequence[Token], start: int) -> bool:
    """Whether a form that can be a finite verb follows in this clause, with a noun before and a determiner behind."""
    for at in range(start, len(tokens) - 1):
        if tokens[at].kind == "mark" or closed_class(tokens[at].low) in ("sub", "rel", "that", "coord"):
            return False
        if "vbz" in tokens[at].tags and at > start and tokens[at + 1].low in ("a", "an", "no", "any", "its", "their"):
            return True
    return False


def _governs(lemma: str, left: str, after: Token | None) -> bool:
    """Whether the preposition behind makes a participle: `used in`, `the disease described as`."""
    if after is None:
        return False
    return (lemma == "use" and after.tag == "prep") or (
        lemma in _WITH_PREPOSITION and left == "n" and after.low in ("to", "as")
    )
