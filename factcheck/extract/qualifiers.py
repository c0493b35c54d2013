"""Match -> what bounds it: the range of its own clause, and the dates, agencies, groups and regions in that range."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.extract.narrowing import described, narrowed
from factcheck.extract.tables import word_set
from factcheck.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.extract.clauses import Clause
    from factcheck.extract.denote import Denoted
    from factcheck.extract.frames import Match
    from factcheck.extract.parse import Parsed
    from factcheck.extract.phrases import Phrase
    from factcheck.extract.scene import Place
    from factcheck.extract.words import Token
    from factcheck.knowledge.base import KnowledgeBase

STATUS = word_set(
    "off-label investigational unlicensed trial trials study studies studied tested randomised randomized compared "
    "placebo arm arms participants volunteers phase enrolled pack price cost dollars"
)
_WORDS = (
    (
        "route",
        word_set("oral systemic topical tablet tablets cream pill pills orally solution foam injected compounded"),
    ),
    ("status", STATUS),
    ("intact", frozenset({"intact", "unbroken", "uncrushed", "undamaged", "coated", "film-coated"})),
    ("extent", frozenset({"severe", "mild", "moderate"})),
    ("lab", frozenset({"vitro"})),
    ("dated", frozenset({"until"})),
)
_MAIN = word_set("selectively selective specifically specific mainly main primarily primary chiefly chief principal")
_WEAK = word_set("weakly weaker degree slightly less lesser partly somewhat modestly additionally higher doses")
_KINDS = (
    ("by", ("agency", "health-technology-assessment-body", "european-commission")),
    ("for", ("population", "disease")),
    ("in", ("region", "place")),
)
_REASONS = ("because of", "due to", "owing to", "over", "amid", "on account of", "after", "following")
_MONTHS = word_set("january february march april may june july august september october november december phase part")
_EVERYWHERE = ("earth", "world", "planet", "globe")
_PARTIAL = ("some", "many", "several", "few", "certain", "half", "most", "various")
_CONCEDING = ("though", "although", "but", "if", "albeit", "and", "just")


def region_of(match: Match, place: Place) -> tuple[int, int]:
    """The clause of a match: from its first argument to the verb of the next clause."""
    span = match.span
    if match.clause is not None and match.clause.gapped:
        return match.clause.subjects[0].span.start, match.parsed.span.end
    clause = match.clause or _clause_around(match)
    if clause is None:
        hung = match.parsed.attached(match.phrase) if match.phrase is not None else []
        return span.start, max([span.end, *(p.span.end for _, phrases in hung for p in phrases)])
    parent = clause.parent
    if parent is not None and clause.kind == "complement" and parent.verb.lemma == "be":
        it_is = [subject.low for subject in parent.subjects] == ["it"]
        span = span.joined(parent.span) if it_is and place.holds(parent.span) else span
    if place.holds(clause.span):
        span = span.joined(clause.span)
    shared = clause.kind == "coordinate" and parent is not None and clause.subjects is parent.subjects
    begin = clause.verb.span.start if shared and place.holds(clause.verb.span) else span.start
    start = min(
        [begin, *(p.span.start for _, phrases in clause.fronted for p in phrases), *_placed(clause, match.parsed)]
    )
    return start, max(span.end, _next_clause(clause, match.parsed))


def _placed(clause: Clause, parsed: Parsed) -> list[int]:
    """Where a noun phrase begins that opens the sentence before its subject: `Abroad the tablet is …`."""
    first = parsed.phrases[0]
    own = clause.subjects[0].index if clause.subjects and clause.subjects[0].index < clause.verb.index else 0
    between = [p for p in parsed.phrases[1:own] if p.kind != ","]
    return [first.span.start] if own and first.kind == "np" and first.head.mention is not None and not between else []


def _clause_around(match: Match) -> Clause | None:
    """The clause in which the phrase of a match has a place."""
    for clause in match.parsed.clauses:
        arguments = [*clause.subjects, *clause.objects, *clause.complements]
        if match.phrase in arguments and clause.kind != "modifier":
            return clause
    return None


def _next_clause(clause: Clause, parsed: Parsed) -> int:
    """Where the nearest later clause begins: at its subject, if it has one of its own, else at its verb."""
    starts = []
    for each in parsed.clauses:
        if each.gapped and each.parent is clause:
            starts.append(each.subjects[0].span.start)
        if each.verb.index <= clause.verb.index or each.kind in ("modifier", "infinitive"):
            continue
        own = each.kind in ("main", "coordinate") or each.gap == "obj"
        behind = own and each.subjects and each.subjects[0].span.start > clause.verb.span.end
        starts.append(each.subjects[0].span.start if behind else each.verb.span.start)
    return min(starts, default=parsed.span.end)


def asides(match: Match, subject: Denoted, obj: Denoted) -> list[TextSpan]:
    """The brackets that belong to other members of a list: `A (men, 1997) and B (2010) are approved`."""
    mine = (subject.phrase, obj.phrase)
    clause = match.clause or _clause_around(match)
    members = [each.phrase for each in (*match.subjects, *match.objects)]
    members = [p for p in (*members, *(clause.subjects if clause is not None else ())) if p not in mine]
    found = []
    phrases = match.parsed.phrases
    for before, bracket in pairwise(phrases):
        everyone = len(bracket.tokens) > 1 and bracket.tokens[1].low in ("both", "all", "each")
        if bracket.kind != "paren" or before in mine or everyone:
            continue
        listed = bracket.index + 1 < len(phrases) and phrases[bracket.index + 1].kind in (",", "coord")
        if before in members or (listed and before.kind == "np"):
            found.append(bracket.span)
    return found


def _as_reason(tokens: Sequence[Token], at: int) -> bool:
    """Whether a disease is named as the reason for something: `banned because of suicidal thoughts`."""
    return any(each.low in _REASONS for each in tokens[max(0, at - 3) : at])


def qualifiers_of(
    match: Match, subject: Denoted, obj: Denoted, kb: KnowledgeBase, place: Place
) -> tuple[tuple[str, str], ...]:
    """What a match says only within its own clause, as pairs such as (`for`, `adolescent`)."""
    start, end = region_of(match, place)
    aside = asides(match, subject, obj)
    row = any(behind.start < token.start for token, behind in pairwise(match.parsed.tokens))  # words of other cells
    lent = match.clause.verb.tokens if match.clause is not None and match.clause.gapped else ()
    tokens = [
        token
        for token in match.parsed.tokens
        if (row or start <= token.start < end or token in lent)
        and not any(each.start <= token.start < each.end for each in aside)
    ]
    found = list(dict.fromkeys(_named(tokens, match.parsed.tokens, (subject.entity, obj.entity), kb)))
    fronted = match.clause.fronted if match.clause is not None else []
    found += [("status", t.low) for _, phrases in fronted for p in phrases for t in p.tokens if t.low in STATUS]
    for name, words in _WORDS:
        found += [(name, token.low) for token in tokens if token.low in words]
    found += degree_of([*tokens, *(match.phrase.tokens if match.phrase is not None else ())])
    if "elsewhere" in kb.entities and any(map(_unknown_place, tokens, [*tokens[1:], None], [*tokens[2:], None, None])):
        found.append(("in", "elsewhere"))
    found += _scope([*match.parsed.tokens[:1], *tokens], [token.low for token in tokens])
    if _no_place(match, kb) and all(key != "in" or value == "region" for key, value in found):
        found = [each for each in found if each != ("in", "region")] + [("scope", "anywhere")]
    if _joined_by_or(match):
        found.append(("joined", "or"))
    if obj.quantifier in ("all", "every", "any") and not described(obj, match.parsed):
        found.append(("scope", "all"))
    if subject.quantifier in ("all", "every", "each", "any") or subject.negated:
        found.append(("subject", "none" if subject.negated else "all"))
    others = [p for p in (match.clause.subjects if match.clause is not None else ()) if p is not subject.phrase]
    if any(_partial(p) for p in others) or (subject.how == "bearer" and subject.phrase and _partial(subject.phrase)):
        found.append(("people", "some"))
    found += narrowed(match, tokens, kb)
    if not any(key in ("in", "by") for key, _ in found):
        found += [("in", entity) for entity in _acting_before(match, start, kb)]
    return tuple(dict.fromkeys(found))


def _acting_before(match: Match, start: int, kb: KnowledgeBase) -> list[str]:
    """`Canada went another way: X was approved first`: the country of which the sentence speaks before."""
    subjects = [p for c in match.parsed.clauses for p in c.subjects if p.span.end <= start and c.kind == "main"]
    named = [entity for p in subjects for mention, _ in p.mentions for entity in mention.entities]
    return [entity for entity in named if kb.is_a(entity, "region")][-1:]


def _unknown_place(preposition: Token, name: Token | None, after: Token | None) -> bool:
    """`there`, `in Manchester`: a capitalised word behind `in` that the packs do not know, and no noun behind it."""
    if preposition.low == "there" and preposition.tag == "adv":
        return True
    if name is None:
        return False
    if after is not None and after.tag == "n":
        return False  # `in American pharmacies`
    known = (
        name.mention is not None
        or name.kind != "word"
        or not name.text.istitle()
        or name.tag != "n"
        or "a" in name.tags
    )
    return preposition.low in ("in", "across") and not known and name.low not in _MONTHS


def _scope(near: Sequence[Token], words: Sequence[str]) -> Iterator[tuple[str, str]]:
    """How wide a claim reaches by its adverbs: `nowhere`, `anywhere in the EU`, `ever`, `the world's first`."""
    said = " ".join(words)
    if any(token.low == "nowhere" or token.low.startswith("anywhere") for token in near) or "in the world" in said:
        yield "scope", "anywhere"
    if "ever" in words or ("world" in words and "first" in words):
        yield "scope", "all"


def _no_place(match: Match, kb: KnowledgeBase) -> bool:
    """`No country has licensed X`: whether a denied subject of a clause is any place there is."""
    subjects = match.clause.subjects if match.clause is not None else []
    denied = [p for p in subjects if p.negated and all(t is p.head or t.tag in ("det", "quant") for t in p.tokens)]
    denied = [p for p in denied if not any(t.low == "other" for t in p.tokens)]
    named = [e for p in denied if p.head.mention is not None for e in p.head.mention.entities]
    bounds = [p for each in denied for _, found in match.parsed.attached(each) for p in found]
    return "region" in named and kb.entities["region"].generic and all(p.head.low in _EVERYWHERE for p in bounds)


def _partial(phrase: Phrase) -> bool:
    """Whether a phrase speaks of a part of the people only: `some patients`, `about 20% of them`."""
    return phrase.determiner in _PARTIAL or phrase.low.startswith("a few") or any(t.tag == "num" for t in phrase.tokens)


def _joined_by_or(match: Match) -> bool:
    """Whether the objects of a match stand on the two sides of `or` or `nor`."""
    places = [each.phrase.index for each in match.objects if each.phrase is not None and each.phrase.index >= 0]
    between = match.parsed.phrases[min(places) : max(places)] if len(set(places)) > 1 else []
    return any(phrase.kind == "coord" and phrase.low in ("or", "nor") for phrase in between)


def degree_of(tokens: Sequence[Token]) -> list[tuple[str, str]]:
    """Whether words say that something acts above all, or weakly, on what they name."""
    degrees = (("main", _MAIN), ("weak", _WEAK))
    said = {word for token in tokens for word in token.low.split()}
    return [("degree", name) for name, words in degrees if said & words]


def _named(
    tokens: list[Token], sentence: Sequence[Token], own: tuple[str, str], kb: KnowledgeBase
) -> Iterator[tuple[str, str]]:
    """The agencies, groups and regions among tokens; an agency is no region besides."""
    agencies = set()
    for at, token in enumerate(tokens):
        entities = token.mention.entities if token.mention is not None else ()
        outside = any(each.low == "outside" for each in tokens[max(0, at - 3) : at])
        for key, kinds in _KINDS:
            for entity in entities:
                if entity in own or (key == "in" and entity in agencies):
                    continue
                if key == "for" and kb.is_a(own[1], entity) and not _narrowed(token, sentence):
                    continue  # `tops the list of all hair loss`: the class of what is said, not what bounds it
                if key == "for" and _as_reason(sentence, token.index):
                    continue
                near = " ".join(each.low for each in tokens[max(0, at - 2) : at])
                if key == "in" and _excepted(sentence, token.index):
                    continue
                aside = near == "not for" and at > 2 and tokens[at - 3].tag == ","
                if key == "for" and (aside or near in ("and not for", "but not for")):
                    continue  # `for dogs and not for people`
                if any(kb.is_a(entity, kind) for kind in kinds):
                    if key == "by":
                        agencies.add(entity)
                    yield "outside" if outside and key == "in" else key, entity


def _narrowed(token: Token, sentence: Sequence[Token]) -> bool:
    """Whether an adjective or a noun right before a name makes it a narrower one."""
    at = sentence.index(token)
    return at > 0 and sentence[at - 1].tag in ("adj", "n", "v") and sentence[at - 1].low != "other"


def _excepted(sentence: Sequence[Token], index: int) -> bool:
    """`though not in the USA`: a place that is named to leave it out, by words without a verb."""
    near = [token.low for token in sentence[max(0, index - 4) : index]]
    return any(
        low == "not" and near[at - 1] in _CONCEDING and near[at + 1 : at + 2] == ["in"]
        for at, low in enumerate(near)
        if at
    )
