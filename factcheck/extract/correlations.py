"""What goes up or down with what: `The higher the X, the more Y`, `a higher X means less Y`, `X rises as Y falls`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract.tables import word_set
from factcheck.model.claim import Claim

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.extract.clauses import Clause
    from factcheck.extract.denote import Denoted
    from factcheck.extract.parse import Parsed
    from factcheck.extract.phrases import Phrase
    from factcheck.extract.scene import Scene
    from factcheck.model.claim import Stance

_UP = word_set("higher more greater larger bigger fuller thicker denser worse increased increasing rising high growing")
_DOWN = word_set("lower less fewer smaller lesser thinner sparser reduced decreased decreasing falling low milder")
_MEANING = word_set(
    "mean indicate signal signify denote reflect suggest show imply represent describe express translate correspond "
    "equal stand point"
)
_LOST = word_set("missing lost gone shed fallen absent lacking lose loses losing falls vanishes disappears bald bare")
_HAVING = word_set("have be keep retain remain leave stay cover grow regrow return come")
_OTHERWISE = word_set(
    "baseline outset start likely unlikely likelihood chance chances odds probability risk need needed hope difficult"
)
_WHILE = ("as", "when", "while", "whenever", "once")


def correlations(parsed: Parsed, scene: Scene) -> Iterator[Claim]:
    """Every claim of a sentence about what rises or falls with what."""
    if "rises-with" not in scene.kb.relations:
        return
    yield from _the_more_the_more(parsed, scene)
    for clause in parsed.clauses:
        if clause.verb.lemma in _MEANING and clause.subjects:
            said = [*clause.objects, *clause.complements, *(p for _, ps, _ in clause.adjuncts for p in ps)]
            stance = scene.standing.stances.of_clause(clause, parsed)
            yield from _paired(clause.subjects, said, stance, parsed, scene)
        way = 0 if _less(clause, parsed) else _way_of(clause, scene)
        inner = [c for c in parsed.clauses if c.parent is clause and c.opener in _WHILE] if way else []
        for other in inner[:1]:
            stance = scene.standing.stances.of_clause(clause, parsed)
            one, two = (clause.subjects, way), (_undergoing(other), _way_of(other, scene))
            yield from _claims(one, two, stance, parsed, scene)


def _the_more_the_more(parsed: Parsed, scene: Scene) -> Iterator[Claim]:
    """`The higher your X, the more Y you have`."""
    phrases = parsed.phrases
    comma = next((p.index for p in phrases if p.kind == ","), len(phrases))
    halves = [[p for p in part if p.kind != ","] for part in (phrases[:comma], phrases[comma + 1 :])]
    if not all(part and part[0].low.startswith("the ") and _way_in(part[:2]) for part in halves):
        return
    stance = scene.standing.stances.of_clause(None, parsed)
    yield from _paired(halves[0], halves[1], stance, parsed, scene)


def _paired(
    left: Sequence[Phrase], right: Sequence[Phrase], stance: Stance, parsed: Parsed, scene: Scene
) -> Iterator[Claim]:
    words = {token.low for phrase in (*left, *right) for token in phrase.tokens}
    if not words & _OTHERWISE:
        ways = _way_in(left), _way_in(right) * _kept(right, parsed)
        yield from _claims((left, ways[0]), (right, ways[1]), stance, parsed, scene)


def _claims(
    one: tuple[Sequence[Phrase], int], other: tuple[Sequence[Phrase], int], stance: Stance, parsed: Parsed, scene: Scene
) -> Iterator[Claim]:
    """The claims of two sides, each with the way in which it changes."""
    way = one[1] * other[1]
    place = scene.place
    for subject in _things(one[0], parsed, scene) if way else ():
        for thing in _things(other[0], parsed, scene):
            if place.holds(subject.span) and place.holds(thing.span):
                yield Claim(
                    subject.entity,
                    "rises-with" if way > 0 else "falls-with",
                    thing.entity,
                    stance,
                    subject.span.joined(thing.span),
                    place.span,
                    place.block,
                    via="rises-with/correlation",
                    subject_words=place.words(subject),
                    object_words=place.words(thing),
                )


def _things(phrases: Sequence[Phrase], parsed: Parsed, scene: Scene) -> list[Denoted]:
    """The first thing that phrases name by their heads."""
    for phrase in phrases:
        denoted = scene.denoter.denote(phrase, parsed, ()) if phrase.kind == "np" else []
        found = [d for d in denoted if d.how == "head" and not scene.generic(d.entity) and not d.negated]
        if found:
            return found[:1]
    return []


def _way_in(phrases: Sequence[Phrase]) -> int:
    """1 for `more`, -1 for `less`, 0 if nothing or both are said."""
    words = {token.low for phrase in phrases for token in phrase.tokens}
    return bool(words & _UP) - bool(words & _DOWN)


def _kept(phrases: Sequence[Phrase], parsed: Parsed) -> int:
    """-1 where what is named is said to be lost (`more hair is missing`), 0 before another verb, else 1."""
    named = next((p for p in phrases if p.kind == "np" and p.head.mention is not None), None)
    behind = parsed.phrases[named.index + 1 :] if named is not None else []
    words = {token.low for phrase in behind for token in phrase.tokens}
    if words & _LOST:
        return -1
    verbs = {phrase.lemma for phrase in behind if phrase.kind == "vg"}
    return 0 if verbs - _HAVING else 1


def _way_of(clause: Clause, scene: Scene) -> int:
    """1 for a verb of rising or growing back, -1 for one of falling or being lost, 0 for another."""
    if clause.verb.negated or not clause.verb.finite:
        return 0
    for word in (f"{clause.verb.lemma} {clause.verb.particle}", clause.verb.lemma):
        up = any(word in scene.kb.classes.get(("verb", name), ()) for name in ("rise", "regrow", "raise"))
        down = any(word in scene.kb.classes.get(("verb", name), ()) for name in ("fall", "vanish", "lose"))
        if up or down:
            return up - down
    return 0


def _less(clause: Clause, parsed: Parsed) -> bool:
    """`rose less`, `fell more slowly`: how far it went, not which way."""
    behind = parsed.phrases[clause.verb.index + 1 : clause.verb.index + 2]
    return any(token.low in _DOWN | _UP | {"little", "slowly", "hardly"} for p in behind for token in p.tokens)


def _undergoing(clause: Clause) -> Sequence[Phrase]:
    """What a clause says to change: what is lost or grown, else its subject."""
    return clause.objects or clause.subjects
