"""What a heading, a lead-in or a column header makes of what stands under it: `Myths`, `Things that are not true`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.extract.tables import word_set

if TYPE_CHECKING:
    from collections.abc import Mapping

_TRUTHS = word_set("fact facts truth truths debunked busted")
_VERDICT = re.compile(r"\btrue\b.*\bfalse\b|\bverdict\b|\b(?:true|correct|right)\s*\?|\brating\b")
_FALSE_THINGS = re.compile(
    r" (?:not|isn't|aren't|isn’t|aren’t) (?:actually |really |simply )?(?:true|so|correct|the case) "
    r"| none of (?:them|these|this|it|which) (?:is|are) (?:true|correct|right|so) | (?:untrue|unfounded|baseless) "
    r"| (?:that|which|they|these|those|it|all|each|both|every one|everything)"
    r"(?: of (?:them|these|those|which|the \w+))? (?:is|are) (?:simply |just |plain |all |completely )?"
    r"(?:false|wrong|untrue|incorrect|mistaken|nonsense|made up)(?! to | that ) "
    r"| (?:wrongly|mistakenly|falsely|incorrectly|erroneously) (?:think|believe|claim|say|assume)(?:d|ed)? "
    r"| (?:wrongly|mistakenly|falsely|incorrectly|erroneously) (?:said|thought|taken|held) "
    r"| (?:false|wrong|mistaken|erroneous|untrue) "
    r"(?:ideas|beliefs|claims|notions|statements|assumptions|views|answers|advice|information|things) "
    r"| (?:get|gets|got) (?:it )?wrong (?:about|on) "
    r"| (?:can|should|may|must|to|please|now) (?:safely |now )?(?:forget|ignore|disregard|unlearn) "
    r"| stop (?:believing|repeating|saying|spreading) | (?:don't|don’t|do not|never) (?:believe|fall for|trust|repeat) "
)


def label_in(text: str, cues: Mapping[str, frozenset[str]], *, listed: bool) -> str:
    """The label that a text gives: `myth`, `fact` or empty; `listed` says that it stands over a list or table."""
    words = [word.strip(".,:;!?#()\"'*_“”‘’").lower() for word in text.split()]
    plain = " ".join(words)
    for name in ("myth", "fact"):
        known = cues.get(f"label-{name}", frozenset())
        if plain in known or plain.rstrip("s") in known:
            return name
    if listed and _FALSE_THINGS.search(f" {plain} "):
        return "myth"
    nouns = cues.get("myth-nouns", frozenset())
    if listed and any(word.endswith("s") and word[:-1] in nouns for word in words):
        return "myth" if not _TRUTHS & set(words) or "myths" in words[:3] else ""
    return ""


def asks_for_verdict(header: str) -> bool:
    """Whether a column says of each row whether it is true: `True or false?`, `Verdict`."""
    return _VERDICT.search(header.lower()) is not None
