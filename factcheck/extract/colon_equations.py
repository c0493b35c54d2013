"""Equations behind a colon or a dash: `Term: definition`, `Three drugs are approved: A, B and C`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.extract.agreement import is_plural
from factcheck.extract.clauses import Clause
from factcheck.extract.lists import begins_clause, parts_a_list
from factcheck.extract.parse import Parsed
from factcheck.extract.phrases import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Equation:
    """`thing` is said to be a kind of (or the same as) `kind`.

    `clause` carries the stance; presupposed ones have none.
    """

    thing: Phrase
    kind: Phrase
    thing_in: Parsed
    kind_in: Parsed
    how: str
    clause: Clause | None = None
    flipped: bool = False


def listed_behind(parsed: Parsed) -> Iterator[Equation]:
    """`Three drugs carry an approval: A, B and C`, `a new drug has won approval: A`."""
    phrases = parsed.phrases
    colon = next((p.index for p in phrases if p.kind in (":", "dash")), -1)
    clauses = [c for c in parsed.clauses if c.verb.finite and c.verb.index < colon and c.kind != "relative"]
    if not clauses or colon + 1 >= len(phrases):
        return
    behind = phrases[colon + 1 :]
    if any(p.kind not in ("np", ",", "coord", "paren", "adv") for p in behind) or behind[0].kind != "np":
        return
    members = [p for p in behind if p.kind == "np" and p.mentions]
    for phrase in (*clauses[-1].subjects, *clauses[-1].objects, *clauses[-1].complements):
        several = phrase.kind == "np" and len(members) > 1 and is_plural(phrase)
        one = phrase.kind == "np" and len(members) == 1 and phrase.determiner in ("a", "an", "one", "another")
        for member in members if several or one else ():
            yield Equation(member, phrase, parsed, parsed, "such as")


def colons(parsed: Parsed) -> Iterator[Equation]:
    """`Term: definition` at the start of a line, with nothing but the term before the colon."""
    phrases = parsed.phrases
    at = next((p.index for p in phrases if p.kind in (":", "dash")), -1)
    if at < 1 or at > 5 or at + 1 >= len(phrases) or phrases[0].kind != "np":
        return
    if any(p.kind not in ("np", "prep", "paren") for p in phrases[1:at]):
        return
    right = phrases[at + 1]
    if parts_a_list(phrases, at):
        return
    if right.kind == "np" and not begins_clause(phrases, at + 1):
        yield Equation(phrases[0], right, parsed, parsed, "gloss" if right.determiner == "" else "colon")
