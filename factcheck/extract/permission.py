"""What is said of doing something: `combining X with Y is safe`, `it is dangerous to combine X with Y`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract.tables import word_set

if TYPE_CHECKING:
    from factcheck.extract.clauses import Clause
    from factcheck.extract.parse import Parsed

_FINE = word_set(
    "safe harmless fine ok okay allowed permitted permissible acceptable unproblematic advisable sensible innocuous "
    "recommended risk-free harmless reasonable"
)
_HARM = word_set("problem danger risk issue concern harm hazard trouble threat worry problems risks dangers")
RISKY = word_set(
    "dangerous unsafe risky hazardous harmful inadvisable unwise forbidden prohibited contraindicated unacceptable "
    "ill-advised banned taboo reckless impermissible wrong off-limits"
)
_JUDGING = ("be", "remain", "consider", "deem", "regard", "pose", "carry", "cause")
_SOFTENING = word_set("would could might may should if")


def verdict_on(clause: Clause, parsed: Parsed) -> bool | None:
    """Whether the sentence allows (or forbids) what a gerund that opens it names; None if it does neither."""
    later = [c for c in parsed.clauses if c.verb.index > clause.verb.index and c.verb.finite and c.kind != "modifier"]
    verdicts = [_of(each) for each in later[:1] + [c for c in later[1:2] if c.kind == "coordinate"]]
    return next((each for each in verdicts if each is not None), None)


def _of(judging: Clause) -> bool | None:
    """The verdict of one predicate."""
    if judging.verb.lemma not in _JUDGING or judging.verb.form == "vbd":
        return None
    if any(token.low in _SOFTENING or token.low in ("was", "were") for token in judging.verb.tokens):
        return None
    for phrase in (*judging.complements, *judging.objects):
        head = phrase.head.low
        fine = head in _FINE if phrase.kind == "adj" else phrase.negated and head in _HARM
        risky = head in RISKY if phrase.kind == "adj" else not phrase.negated and head in _HARM
        if fine or risky:
            return fine != judging.verb.negated
    return None
