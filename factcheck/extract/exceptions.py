"""`No X other than A`, `before A no X was approved`: what a sentence leaves out of a class; what narrows one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.extract.lists import np_list
from factcheck.extract.tables import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.extract.context import Context
    from factcheck.extract.denote import Denoted
    from factcheck.extract.parse import Parsed
    from factcheck.extract.phrases import Phrase
    from factcheck.extract.scene import Scene
    from factcheck.extract.words import Token
    from factcheck.knowledge.base import KnowledgeBase
    from factcheck.model.claim import Claim

_EXCEPT = word_set(
    "apart from|aside from|besides|beside|except|except for|other than|than|but|bar|barring|save|excluding|beyond|"
    "outside of",
    "|",
)
_BEHIND = ("than", "but", "bar", "save", "beyond")
_BEFORE = ("before", "until", "till", "prior to", "ahead of")
_UNTIL_THEN = word_set(
    "until then|till then|up to then|up until then|before then|until that point|until that day|up to that point|"
    "never before",
    "|",
)
_ARRIVING = word_set(
    "approve clear license licence authorise authorize open make arrive come win gain get receive secure break launch "
    "pave usher change mark start debut enter reach hit become appear obtain earn land begin lead rewrite write"
)
_PLAIN = word_set(
    "approved licensed licenced authorised authorized cleared available marketed prescription systemic new other "
    "further more additional single sole lone only first second third last next such specific dedicated official "
    "effective actual real proper true legal formal formally officially fully currently specifically one two three "
    "four five six existing known federally recommended backed endorsed proven recognised recognized sanctioned "
    "registered world ever"
)


def plain_class(phrase: Phrase | None, kb: KnowledgeBase) -> bool:
    """Whether a class phrase is narrowed by nothing: not `the only twice-daily X`, which says nothing of other Xs."""
    return phrase is None or all(_says_nothing(token, phrase, kb) for token in phrase.tokens)


def _says_nothing(token: Token, phrase: Phrase, kb: KnowledgeBase) -> bool:
    """Whether a word before the head leaves the class as wide as it is."""
    if token is phrase.head or token.tag not in ("adj", "n", "v") or token.low in _PLAIN:
        return True
    ranked = any(t.low in ("first", "second", "third") for t in phrase.tokens)
    if token.low == "oral" and (not ranked or phrase.head.low.endswith(("inhibitor", "inhibitors"))):
        return True  # the first oral medicine need not be the first
    owner = phrase.owner.tokens if phrase.owner is not None else ()
    last = token.low.replace("-", " ").rpartition(" ")[2]
    if token in owner or last in _PLAIN:
        return True
    places = [kind for kind in ("organisation", "region", "disease", "drug", "treatment") if kind in kb.entities]
    mention = token.mention if token.kind != "compound" else None
    if mention is None or mention.kind == "adj":
        return False
    return any(kb.is_a(entity, kind) for entity in mention.entities for kind in places)


def left_out(claim: Claim, subject: Denoted, parsed: Parsed, scene: Scene, context: Context) -> Iterator[Claim]:
    """The claims of `no X …`: of those that it leaves out, that they are the only ones, or were the first."""
    phrase = subject.phrase
    cures = any(token.low in ("cure", "cures") for token in parsed.tokens)
    if phrase is None or cures or not plain_class(phrase, scene.kb):
        return
    members, excepting = _excepted(phrase, subject.entity, parsed, scene)
    if not excepting and any(token.low == "other" for token in phrase.tokens):
        members, excepting = _named_before(phrase, subject.entity, scene, context), True
    bounds = tuple(pair for pair in claim.qualifiers if pair[0] != "subject")
    if excepting:
        for each in members:
            yield replace(claim, subject=each, exclusive="only", others=tuple(members), qualifiers=bounds)
        if not members and not any(mark.low in _EXCEPT for mark in parsed.phrases):  # of one that is not named
            yield replace(claim, exclusive="count", count=1)
        return
    for each in _followed(subject.entity, parsed, scene) if claim.stance.tense == "past" else ():
        yield replace(claim, subject=each, exclusive="first", qualifiers=bounds, generic=False)
    yield claim


def _excepted(phrase: Phrase, kind: str, parsed: Parsed, scene: Scene) -> tuple[list[str], bool]:
    """What `apart from`, `other than` and the like leave out of a class, and whether they leave out anything."""
    members: list[str] = []
    excepting = False
    phrases = parsed.phrases
    for at, mark in enumerate(phrases[:-1]):
        behind = phrase.index + 1 == at or mark.low not in _BEHIND
        if mark.low not in _EXCEPT or phrases[at + 1].kind != "np" or not behind:
            continue
        excepting = True
        for each in np_list(phrases, at + 1, within=True)[0]:
            members += [d.entity for d in scene.denoter.denote(each, parsed, [kind]) if d.entity != kind]
    return members, excepting


def _named_before(phrase: Phrase, kind: str, scene: Scene, context: Context) -> list[str]:
    """The members of a class named before `no other X`: in the sentence, else in the one before it."""
    here = [r for r in context.current if r.span.end <= phrase.span.start]
    for group in (here, *context.history[-1:]):
        found = [e for r in group for e in r.entities if scene.kb.is_a(e, kind) and not scene.class_like(e)]
        if found:
            return list(dict.fromkeys(found))
    return []


def _followed(kind: str, parsed: Parsed, scene: Scene) -> list[str]:
    """The member of a class before which there was none: `until A came along`, `prior to A`."""
    phrases = parsed.phrases
    for at, mark in enumerate(phrases[:-1]):
        if mark.low in _BEFORE and phrases[at + 1].kind == "np":
            named = scene.denoter.denote(phrases[at + 1], parsed, [kind])
            found = [d.entity for d in named if d.how in ("head", "context") and d.entity != kind]
            if found:
                return found[:1]
    return _until_it(kind, parsed, scene)


def _until_it(kind: str, parsed: Parsed, scene: Scene) -> list[str]:
    """`A made history in 2012; until then no X was approved`: the one member of a class that arrives before."""
    at = next((token.index for token in parsed.tokens if token.low in _UNTIL_THEN), 0)
    came = [c for c in parsed.clauses if c.verb.lemma in _ARRIVING and c.verb.head.index < at and not c.verb.negated]
    placed = [p for c in came for p in (*c.subjects, *c.objects, *(q for _, qs in c.fronted for q in qs))]
    found = {d.entity for p in placed for d in scene.denoter.denote(p, parsed, [kind]) if p.head.index < at}
    members = sorted(each for each in found if each != kind and not scene.class_like(each))
    return members if len(members) == 1 else []
