"""`Like other Ys, X …`: what a sentence sets beside its subject takes the subject for a Y."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract.colon_equations import Equation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.extract.parse import Parsed
    from factcheck.extract.phrases import Phrase

_LIKE = ("like", "unlike", "just like", "much like")
_BESIDE = (("as", "with"), ("similar", "to"), ("common", "with"), ("contrast", "to"))


def set_beside(parsed: Parsed) -> Iterator[tuple[int, Phrase]]:
    """(where the comparison begins, the class) of every `like other Ys`; `like no other` is none."""
    for phrase in parsed.phrases:
        if phrase.kind != "np" or phrase.negated or not phrase.index or "other" not in _words(phrase)[:2]:
            continue
        before = [each.low for each in parsed.phrases[: phrase.index]]
        if before[-1] in _LIKE:
            yield phrase.index - 1, phrase
        elif tuple(before[-2:]) in _BESIDE:
            yield phrase.index - (3 if before[-3:-2] == ["in"] else 2), phrase


def likened(parsed: Parsed) -> Iterator[Equation]:
    """What opens a clause is said of its subject; what stands between commas, of the noun before."""
    phrases = parsed.phrases
    for start, kind in set_beside(parsed):
        before = phrases[start - 1] if start else None
        if before is None or before.kind in ("coord", ";", ":", "sub", "that"):
            later = [c for c in parsed.clauses if c.verb.finite and c.verb.index > kind.index and c.subjects]
            opens = next((c for c in later if c.subjects[0].index > kind.index), None)
            for subject in opens.subjects if opens is not None else ():
                yield Equation(subject, kind, parsed, parsed, "like other")
        elif before.kind == "," and start > 1 and phrases[start - 2].kind == "np" and _closed(phrases, kind):
            yield Equation(phrases[start - 2], kind, parsed, parsed, "like other")


def _words(phrase: Phrase) -> list[str]:
    return [token.low for token in phrase.tokens]


def _closed(phrases: list[Phrase], kind: Phrase) -> bool:
    """Whether a comma and a verb follow: `X, like other Ys, is …`."""
    at = kind.index + 1
    return at + 1 < len(phrases) and phrases[at].kind == "," and phrases[at + 1].kind in ("vg", "adv")
