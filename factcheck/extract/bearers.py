"""People, and what they have or take: `adults with X`, `those on X`, `men whose hair falls out because of X`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract.denotation_tables import BEARERS, TRANSPARENT
from factcheck.extract.tables import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.extract.parse import Parsed
    from factcheck.extract.phrases import Phrase

_TREATED = ("give", "take", "receive", "treat", "assign", "prescribe", "put", "use", "randomise", "randomize")
_TAKING = (
    "stay",
    "remain",
    "continue",
    "swallow",
    "complete",
    "finish",
    "start",
    "begin",
    "apply",
    "be",
    "go",
    "get",
    "try",
    "inject",
)
_BORNE_BEHIND = ("with", "of", "suffering from", "affected by", "on", "under")
_LASTING = word_set("daily continued continuous continuing regular ongoing prolonged early long-term long term further")
_NAMED = ("know", "call", "name", "term")
_SUFFERING = ("have", "develop", "get", "contract")
_BECAUSE = ("because of", "due to", "owing to", "from", "through", "as a result of")

_SWALLOWING = word_set("take swallow use apply inject chew")
_ONE = ("one", "a", "1", "two", "2", "your")


def borne_by(phrase: Phrase, parsed: Parsed) -> Iterator[tuple[Phrase, bool]]:
    """What people have or take, and whether it is attached by a preposition."""
    for prep, members in parsed.attached(phrase):
        yield from ((member, True) for member in members if prep in _BORNE_BEHIND)
    behind = parsed.phrases[phrase.index + 1 : phrase.index + 4] if phrase.index >= 0 else []
    if behind and behind[0].kind == "vg" and not behind[0].finite and behind[0].lemma in _TREATED:
        yield from ((given, False) for given in [p for p in behind[1:] if p.kind == "np"][:1])
    having = len(behind) > 2 and behind[0].low in ("who", "that") and behind[1].lemma in _SUFFERING
    if having and behind[2].kind == "np" and not behind[1].negated:
        yield behind[2], False
    yield from ((given, False) for given in _taken(phrase, parsed))
    if len(behind) > 1 and behind[0].low == "whose" and behind[1].kind == "np":
        yield from ((given, False) for given in (behind[1], *_whose_cause(phrase, parsed)))


def being(phrase: Phrase, parsed: Parsed) -> list[Phrase]:
    """What people are by `patients who are X`, `women who are pregnant`."""
    relatives = [c for c in parsed.clauses if c.kind == "relative" and c.opener == "who" and phrase in c.subjects]
    return [p for c in relatives if c.verb.lemma == "be" and not c.verb.negated for p in c.complements if not p.negated]


def _taken(phrase: Phrase, parsed: Parsed) -> list[Phrase]:
    """The medicine of `people who take X`, `patients who complete a course of X`."""
    if phrase.index < 0:
        return []
    relatives = [c for c in parsed.clauses if c.kind == "relative" and c.opener == "who" and phrase in c.subjects]
    taking = [c for c in relatives if (c.verb.lemma in _TREATED or c.verb.lemma in _TAKING) and not c.verb.negated]
    objects = [p for c in taking for p in c.objects]
    behind = [p for c in taking for prep, phrases, _ in c.adjuncts if prep in ("on", "with") for p in phrases]
    return [*objects, *behind]


def _whose_cause(phrase: Phrase, parsed: Parsed) -> list[Phrase]:
    """`men whose hair is thinning because of X`: what the relative clause gives as the cause."""
    first = phrase.index + 2
    own = [c for c in parsed.clauses if c.opener == "whose" and c.subjects and c.subjects[0].index == first]
    return [p for c in own for prep, phrases, _ in c.adjuncts if prep.endswith(_BECAUSE) for p in phrases]


def known_as(phrase: Phrase, parsed: Parsed) -> list[Phrase]:
    """`a group of medicines known as X`, `a family called X`: the name given to the group."""
    behind = parsed.phrases[phrase.index + 1 : phrase.index + 6] if phrase.index >= 0 else []
    at = next((i for i, p in enumerate(behind) if p.kind == "vg" and not p.finite and p.lemma in _NAMED), -1)
    named = behind[at + 1 : at + 3] if at >= 0 and all(p.kind in ("prep", "np") for p in behind[:at]) else []
    return [p for p in named if p.kind == "np"][:1]


def whole(phrase: Phrase, parsed: Parsed) -> bool:
    """`two of the Xs`, `of them`: whether all there are of a class are meant, not `the Xs that …`."""
    content = [token for token in phrase.tokens if token.tag in ("adj", "n", "num", "v")]
    plain = phrase.determiner in ("the", "all", "") and len(content) == 1 and not parsed.attached(phrase)
    behind = parsed.phrases[phrase.index + 1 : phrase.index + 2]
    return phrase.pronoun or (plain and not any(p.kind == "rel" or (p.kind == "vg" and not p.finite) for p in behind))


def treating(phrase: Phrase, prep: str) -> bool:
    """Whether a phrase is a treatment `with X` and nothing more: no combination, no trial of one."""
    words = {token.low for token in phrase.tokens if token.tag != "det"}
    return prep in ("with", "by", "using") and words - _LASTING in ({"treatment"}, {"therapy"})


def says_how_many(subject: Phrase, parsed: Parsed) -> bool:
    """`a surplus of X`, `nine in ten of those on 4 mg`: what is attached to a subject is what it is a part of."""
    attached = parsed.attached(subject)
    if attached[:1] and subject.head.low in TRANSPARENT:
        return attached[0][0] == "of" and len(attached) == 1
    phrases = [p for _, found in attached for p in found]
    return all(p.low in BEARERS or p.head.tag == "num" or p.tokens[0].tag == "num" for p in phrases)


def told_to_take(phrase: Phrase, parsed: Parsed) -> bool:
    """`Take one tablet twice a day.`: the object of the verb that opens a sentence, and nothing that says of what."""
    opening = parsed.phrases[0] if phrase.index == 1 else None
    told = opening is not None and opening.kind == "vg" and opening.lemma in _SWALLOWING and opening.form == "vb"
    return told and phrase.tokens[0].low in _ONE and not parsed.attached(phrase)
