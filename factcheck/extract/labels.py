"""Labels and verdicts: `Myth:`, `Q:`, a heading that asks, `Yes.`, `False.`, `, but it is not`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.extract.parse import Parsed

_LABEL = re.compile(r"^\W*(?P<word>[A-Za-z]+(?: [a-z]+)?)\s*(?:#|no\.?|number)?\s*\d*\s*[:–—-]\s+", re.IGNORECASE)
_ANSWER = re.compile(r"^\W*(?P<word>yes|no|nope|yep|absolutely not|not at all|not really|unfortunately not|absolutely|certainly|of course not|never|correct|"
                     r"true|false|wrong|fact|myth|right|indeed|sadly, no|luckily, no|unfortunately, yes)\b\s*(?P<mark>[,.!;:–—]|$)", re.IGNORECASE)
_NEGATIVE = {"no", "nope", "absolutely not", "not at all", "not really", "unfortunately not", "of course not", "never", "false", "wrong", "myth",
             "sadly, no", "luckily, no"}
_POINTERS = {"it", "this", "that", "they", "these", "he", "she", "which", "such", "both", "i"}


def label_of(text: str, cues: Mapping[str, frozenset[str]]) -> tuple[str, int]:
    """The label that opens a text (`myth`, `fact`, `question`, `answer` or empty) and its length."""
    match = _LABEL.match(text)
    if match is None:
        return "", 0
    word = match["word"].lower()
    for name in ("myth", "fact", "question", "answer"):
        if word in cues.get(f"label-{name}", frozenset()) or word.rstrip("s") in cues.get(f"label-{name}", frozenset()):
            return name, match.end()
    return "", 0


def answer_of(text: str) -> str:
    """`yes` or `no` if a sentence opens with an answer, else empty."""
    match = _ANSWER.match(text)
    if match is None:
        return ""
    return "no" if match["word"].lower() in _NEGATIVE else "yes"


def verdict_of(parsed: Parsed, cues: Mapping[str, frozenset[str]]) -> str:
    """`false` or `true` if a sentence does nothing but judge the one before it, else empty."""
    low = " ".join(t.low for t in parsed.tokens if t.kind != "mark")
    for name in ("false", "true"):
        if low in cues.get(f"verdict-{name}", frozenset()):
            return name
    for clause in parsed.clauses[:2]:
        found = _clause_verdict(parsed, clause, cues)
        if found:
            return found
    return ""


def _clause_verdict(parsed: Parsed, clause: object, cues: Mapping[str, frozenset[str]]) -> str:
    subjects, verb, complements = clause.subjects, clause.verb, clause.complements  # type: ignore[attr-defined]
    pointing = subjects and all(s.low in _POINTERS or (s.determiner in ("this", "that") and s.head.mention is None) for s in subjects)
    if not pointing:
        return ""
    for complement in complements:
        words = {complement.head.low, complement.low, " ".join(t.low for t in complement.tokens if t.tag not in ("det", "adv"))}
        for name, other in (("false", "true"), ("true", "false")):
            known = cues.get(f"verdict-{name}", frozenset()) | (cues.get("myth-nouns", frozenset()) if name == "false" else frozenset())
            if words & known:
                return other if verb.negated or complement.negated else name
    short = verb.tokens[-1].tag != "v" and not complements and not clause.objects and not clause.adjuncts  # type: ignore[attr-defined]
    if short and verb.negated:
        return "false"
    return ""


def rejecting_clauses(parsed: Parsed, cues: Mapping[str, frozenset[str]]) -> list[int]:
    """Offsets from which a clause of the sentence rejects what stands before it ("…, but it is not", "…, which is wrong")."""
    found = []
    for clause in parsed.clauses:
        if clause.verb.index < 2:
            continue
        if clause.opener in ("but", "and", "yet", "") or clause.kind in ("main", "coordinate"):
            if clause.subjects and _clause_verdict(parsed, clause, cues) == "false":
                found.append(clause.subjects[0].span.start)
        elif clause.kind == "relative" and clause.opener == "which":
            words = {w for c in clause.complements for w in (c.head.low, c.low)}
            if words & cues.get("verdict-false", frozenset()) and not clause.verb.negated:
                found.append(clause.verb.span.start)
    return found
