"""Labels and verdicts: `Myth:`, `Q:`, a heading that asks, `Yes.`, `False.`, `, but it is not`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.extract.tables import word_set

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.extract.clauses import Clause
    from factcheck.extract.parse import Parsed
    from factcheck.extract.phrases import Phrase
    from factcheck.extract.words import Token

_LABEL = re.compile(
    r"^\W*(?P<word>[A-Za-z]+(?:['’]t)?(?: [a-z]+){0,2})\s*(?:#|no\.?|number)?\s*\d*\s*[:–—-]\s+",
    re.IGNORECASE,
)
_SIGN = re.compile(r"^[^\w✅✔☑]*[❌❎✗✘✖🚫⛔]\ufe0f?\s*")
_ANSWER = re.compile(
    r"^\W*(?P<word>yes|no|nope|yep|absolutely not|not at all|not really|unfortunately not|absolutely|certainly"
    r"|of course not|never|correct|true|false|wrong(?: again)?|not so|fact|myth|right|indeed|sadly,? no|luckily,? no"
    r"|alas,? no|unfortunately, yes)"
    r"\b\s*(?P<mark>[,.!;:–—]|$)",
    re.IGNORECASE,
)
# `It does.`, `They cannot.`: the verb of the question alone.
_ECHO = re.compile(
    r"^\W*(?:it|they|you|that|this|she|he|we|one)\s+(?:does|do|is|are|can|may|will|has|have|should|must)"
    r"(?P<denied>not|n?['’]t|\s+not)?\s*(?:[.!;]|$)",
    re.IGNORECASE,
)
_NEGATIVE = word_set(
    "no|nope|absolutely not|not at all|not really|unfortunately not|of course not|never|false|wrong|wrong again|myth|"
    "not so|sadly, no|luckily, no|sadly no|luckily no|alas, no|alas no",
    "|",
)
_VIEWS = word_set("idea view notion theory belief claim opinion explanation assumption hypothesis account doctrine")
_GIVEN_UP = word_set(
    "abandon discard drop discredit disprove refute debunk reject dismiss retract overturn supersede outdate"
)
_OR_SO = re.compile(
    r"(?:(?:or|at least|or at least) so|(?:(?:or|at least|or at least) )?(?:that|this) (?:is|'s) what) (?:\w+ ){0,4}?"
    r"(?:believe|think|say|claim|goes|assume|thought|told|suppose|imagine)s?$"
)
_POINTERS = {"it", "this", "that", "they", "these", "he", "she", "which", "such", "both", "i"}
_NONE_TRUE = re.compile(
    r"(?:none|not one|neither|nothing) of (?:these|them|those|this|that|it|the \w+) (?:\w+ )?(?:is|are|was|were) "
    r"(?:true|correct|right|so)\b|(?:all|both) (?:of (?:them|these) |three |four |five )?(?:are|is) "
    r"(?:false|wrong|untrue|myths)\b",
    re.IGNORECASE,
)


def label_of(text: str, cues: Mapping[str, frozenset[str]]) -> tuple[str, int]:
    """The label that opens a text (`myth`, `fact`, `question`, `answer`, `crossed` or empty) and its length.

    What a sign crosses out may be wrong, forbidden or a drawback: who knows.
    """
    if sign := _SIGN.match(text):
        return "crossed", sign.end()
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
    echo = _ECHO.match(text)
    if echo is not None:
        return "no" if echo["denied"] else "yes"
    match = _ANSWER.match(text)
    if match is None:
        return ""
    return "no" if match["word"].lower() in _NEGATIVE else "yes"


def verdict_of(parsed: Parsed, cues: Mapping[str, frozenset[str]]) -> str:
    """`false` or `true` if a sentence does nothing but judge the one before it, else empty."""
    low = " ".join(t.low for t in parsed.tokens if t.kind != "mark")
    if _OR_SO.match(low):
        return "false"
    for name in ("false", "true"):
        if low in cues.get(f"verdict-{name}", frozenset()):
            return name
    return next((found for clause in parsed.clauses[:2] if (found := _clause_verdict(clause, cues))), "")


def opens_with_verdict(tokens: Sequence[Token], cues: Mapping[str, frozenset[str]]) -> bool:
    """Whether a cell opens with a verdict of falsehood that it goes on to explain: `False, it is B1`."""
    ends = next((at for at, token in enumerate(tokens) if token.kind == "mark"), len(tokens))
    return " ".join(token.low for token in tokens[:ends]) in cues.get("verdict-false", frozenset())


def _clause_verdict(clause: Clause, cues: Mapping[str, frozenset[str]]) -> str:
    """What a clause says of the sentence before: `it is a myth`, `that is true`, `it does not`."""
    verb = clause.verb
    if not clause.subjects or not all(_points(subject) for subject in clause.subjects):
        return ""
    false = cues.get("verdict-false", frozenset()) | cues.get("myth-nouns", frozenset())
    true = cues.get("verdict-true", frozenset())
    for complement in clause.complements:
        plain = " ".join(token.low for token in complement.tokens if token.tag not in ("det", "adv"))
        words = {complement.head.low, complement.low, plain}
        if words & (false | true):
            denied = verb.negated or complement.negated
            return "false" if bool(words & false) != denied else "true"
    short = verb.tokens[-1].tag != "v" and not (clause.complements or clause.objects or clause.adjuncts)
    return "false" if short and verb.negated else ""


def _points(subject: Phrase) -> bool:
    """Whether a subject stands for what was said before."""
    return subject.low in _POINTERS or (subject.determiner in ("this", "that") and subject.head.mention is None)


def rejecting_clauses(parsed: Parsed, cues: Mapping[str, frozenset[str]]) -> list[int]:
    """Where a clause begins to reject what stands before it ("…, but it is not", "…, which is wrong")."""
    found = _judged_behind(parsed, cues)
    for clause in parsed.clauses:
        if clause.verb.index < 2:
            continue
        view = clause.antecedent[0] if clause.antecedent and clause.kind in ("participle", "relative") else None
        given_up = clause.verb.lemma in _GIVEN_UP or clause.verb.lemma in cues.get("reject", frozenset())
        if view is not None and view.head.low in _VIEWS and given_up and clause.verb.passive:
            found.append(view.span.start)
            continue
        if clause.opener in ("but", "and", "yet", "") or clause.kind in ("main", "coordinate"):
            if clause.subjects and _clause_verdict(clause, cues) == "false":
                found.append(clause.subjects[0].span.start)
        elif clause.kind == "relative" and clause.opener == "which":
            words = {w for c in clause.complements for w in (c.head.low, c.low)}
            if words & cues.get("verdict-false", frozenset()) and not clause.verb.negated:
                found.append(clause.verb.span.start)
    return found


def _judged_behind(parsed: Parsed, cues: Mapping[str, frozenset[str]]) -> list[int]:
    """Where a sentence ends in a verdict of falsehood behind a colon or a dash: `X is Y – wrong.`"""
    marks = [p for p in parsed.phrases if p.kind in (":", "dash")]
    if not marks:
        return []
    behind = [t.low for t in parsed.tokens if t.start >= marks[-1].span.end and t.kind != "mark"]
    return [marks[-1].span.start] if " ".join(behind) in cues.get("verdict-false", frozenset()) else []


def rejects_list(text: str) -> bool:
    """Whether a sentence behind a list says that nothing in it is true: `None of the three is true.`"""
    return _NONE_TRUE.match(text.strip()) is not None
