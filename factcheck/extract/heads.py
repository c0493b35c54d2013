"""Heads that say how many or what sort, and leave what it is to the words behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract.denotation_tables import NUMBERS, OF_A_KIND, TRANSPARENT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.extract.phrases import Phrase


def counted(phrase: Phrase) -> int:
    """How many a phrase says, in words or in digits; 0 if it does not."""
    tokens = [token for token in phrase.tokens if token is not phrase.head]
    worded = (NUMBERS[t.low] for t in tokens if t.tag in ("num", "pron", "quant") and t.low in NUMBERS)
    digits = (int(t.low) for t in tokens if t.tag == "num" and t.low.isdigit() and len(t.low) < 4)
    return next(worded, 0) or next(digits, 0)


def is_transparent(phrase: Phrase, types: Sequence[str]) -> bool:
    """Whether the head only says what sort or how many of the `of` phrase."""
    head = phrase.head
    last = head.low.rpartition(" ")[2]
    if last in TRANSPARENT or head.lemma in TRANSPARENT or head.low.rstrip("s") in TRANSPARENT:
        return True
    if head.tag == "adj" and head.mention is None and phrase.determiner == "the":
        return True  # `the most potent of the androgens`
    return head.low in NUMBERS or head.low in ("most", "all", "both") or (bool(types) and last in OF_A_KIND)
