"""What stands directly behind a noun phrase: prepositional phrases, and participles that say no more than one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract.lists import np_list
from factcheck.extract.phrases import Phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

_REACHING = (
    "achieve",
    "obtain",
    "gain",
    "reach",
    "attain",
    "win",
    "produce",
    "deliver",
    "bring",
    "make",
    "grow",
    "regrow",
    "win",
    "see",
    "observe",
)
_USERS = ("users", "user", "takers", "patients")
_GIVING = ("give", "take", "receive", "treat", "assign", "prescribe", "put", "use", "randomise", "randomize")
_FOLLOWING = {"follow": "after", "accompany": "with", "attend": "with", "ensue": "after"}
_BRINGING = ("cause", "trigger", "induce", "provoke", "produce", "bring")
_LIGHT = ("develop", "get", "have", "suffer", "experience", "contract", "catch")


def attachments(phrases: Sequence[Phrase], at: int) -> list[tuple[str, list[Phrase]]]:
    """The prepositions from `at` on with their noun phrases, brackets and adverbs between them not counted."""
    found: list[tuple[str, list[Phrase]]] = []
    while at < len(phrases):
        here = phrases[at]
        if here.kind in ("paren", "adv"):
            at += 1
            continue
        if _reached(phrases, at):
            at += 1  # `the regrowth achieved with X`
            continue
        if found and _again(phrases, at, found[-1][0]):
            at += 1  # `from the scalp and from the body`
        prep, start = _attached_at(phrases, at)
        if not start:
            break
        members, at = np_list(phrases, start)
        found.append((prep, members))
        found += [used for member in members for used in used_by(member)]
    return found


def _again(phrases: Sequence[Phrase], at: int, prep: str) -> bool:
    """Whether a conjunction stands at `at`, with the same preposition and a noun phrase behind it."""
    behind = phrases[at + 1 : at + 3]
    joined = len(behind) == 2 and behind[0].low == prep and behind[1].kind == "np"
    return joined and phrases[at].low in ("and", "or", "as well as")


def _attached_at(phrases: Sequence[Phrase], at: int) -> tuple[str, int]:
    """The preposition that is said or meant at `at`, and where its noun phrase begins; 0 if there is none."""
    here = phrases[at]
    if here.kind == "prep" and at + 1 < len(phrases) and phrases[at + 1].kind == "np":
        return here.low, at + 1
    if here.low in ("of", "for") and _meets(phrases, at + 1):
        return here.low, at + 2
    if here.low in ("that", "which") or here.kind == "vg":
        prep, start = _following(phrases, at + (here.kind != "vg"))
        if start:
            return prep, start
    verb = at + 1 if here.low == "who" else at
    return "on", _given(phrases, verb)


def _following(phrases: Sequence[Phrase], at: int) -> tuple[str, int]:
    """`the hair loss that follows X`, `caused by X`: the preposition meant, and where X begins; 0 if it is not so."""
    verb, after = phrases[at : at + 1], phrases[at + 1 : at + 3]
    if not verb or verb[0].kind != "vg" or verb[0].negated or not after:
        return "", 0
    plain = not verb[0].passive and all(token.tag not in ("modal", "do") for token in verb[0].tokens)
    if plain and verb[0].lemma in _FOLLOWING and after[0].kind == "np":
        return _FOLLOWING[verb[0].lemma], at + 1
    if verb[0].passive and verb[0].lemma in _BRINGING and after[0].low == "by" and len(after) > 1:
        return ("after", at + 2) if after[1].kind == "np" else ("", 0)
    return "", 0


def _given(phrases: Sequence[Phrase], at: int) -> int:
    """Where the medicine of `patients given X`, `people taking X`, `those who took X` stands; 0 if nowhere."""
    verb = phrases[at] if at < len(phrases) else None
    if verb is None or verb.kind != "vg" or verb.lemma not in _GIVING or verb.negated:
        return 0
    after = phrases[at + 1 : at + 3]
    finite = phrases[at - 1].low == "who" and verb.finite
    if not after or not (finite or (verb.form in ("vbn", "vbg") and not verb.auxiliaries)):
        return 0
    if after[0].kind == "np":
        return at + 1
    return at + 2 if after[0].low in ("with", "on", "to") and len(after) > 1 and after[1].kind == "np" else 0


def _meets(phrases: Sequence[Phrase], at: int) -> bool:
    """Whether `developing X`, `getting X` stands at `at`: the odds of getting X are the odds of X."""
    verb, after = phrases[at : at + 1], phrases[at + 1 : at + 2]
    light = bool(verb) and verb[0].form == "vbg" and verb[0].lemma in _LIGHT and not verb[0].negated
    return light and bool(after) and after[0].kind == "np"


def _reached(phrases: Sequence[Phrase], at: int) -> bool:
    """Whether a participle stands at `at` that adds nothing to the preposition behind it."""
    here = phrases[at]
    light = here.kind == "vg" and here.form == "vbn" and here.lemma in _REACHING and not here.auxiliaries
    return light and at + 1 < len(phrases) and phrases[at + 1].kind == "prep"


def used_by(phrase: Phrase) -> list[tuple[str, list[Phrase]]]:
    """What the people of `ten X users`, `all X patients` are on."""
    if phrase.head.low not in _USERS:
        return []
    return [("on", [Phrase("np", [t])]) for t in phrase.modifiers if t.mention is not None and t.mention.kind == "name"]
