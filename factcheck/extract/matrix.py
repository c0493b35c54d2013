"""Matrix word -> effect: what a verb, noun or adjective does to the clause that hangs on it.

An effect is assert, hedge, flip, others, open, past, unreal or unread, with the words that have it.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.extract.tables import word_set

if TYPE_CHECKING:
    from factcheck.extract.clauses import Clause
    from factcheck.extract.cues import Cues
    from factcheck.extract.parse import Parsed
    from factcheck.extract.phrases import Phrase

_SUPPOSING = ("suppose", "imagine", "assume", "pretend", "say")
_AGES = word_set("century centuries decade decades era antiquity")
_DECADE = re.compile(r"\b1[0-9]{3}(?: ?s)?\b")
_BELIEVING = ("belief", "hedge-matrix", "report", "claim-others")
_STATING = word_set("mean imply explain ensure result follow add agree recognise recognize understand accept")
_NOT_KNOWN = word_set("evidence proof indication sign known certain clear proven")
_MARKING = word_set("make set distinguish matter count happen strike stand characterise characterize")
_OPINING = word_set("believe think suppose assume imagine hold suspect")
_FICTION = ("novel", "film", "movie", "fairytale", "sitcom", "thriller")
_EARLIER = ("before", "until", "till", "prior to")
_TELLING = word_set("make set distinguish separate differentiate define mark characterise characterize tell complicate")
_BEING = ("be", "have", "exist", "remain", "find", "see")
_SIGNS = ("evidence", "proof", "indication", "sign")


class MatrixReader:
    """Reads the effects of matrix words by the packs' cues."""

    def __init__(self, cues: Cues) -> None:
        """`cues` are the classes of words that reject, doubt, report and so on."""
        self.cues = cues

    def of_complement(self, clause: Clause, parsed: Parsed) -> tuple[str, str]:
        """What stands before a that-clause does to it: its matrix word or, where that says nothing, a set phrase."""
        matrix = clause.matrix
        effect = self.effect(matrix, clause.parent, parsed) if matrix is not None else ("unread", "no matrix")
        that = next((p for p in reversed(parsed.phrases[: clause.verb.index]) if p.low == "that"), None)
        if effect[0] != "unread" or that is None:
            return effect
        said = self.cues.set_phrase([t.low for t in parsed.tokens if t.end <= that.span.start])
        return (said, effect[1]) if said else effect

    def effect(self, matrix: Phrase, parent: Clause | None, parsed: Parsed) -> tuple[str, str]:
        """What a matrix word does to the clause under it."""
        if matrix.kind in ("np", "adj"):
            return self._of_noun(matrix, parent)
        if matrix.kind != "vg" or parent is None:
            return "unread", matrix.low
        lemma = matrix.lemma
        if lemma == "be":
            return self._of_be(parent, parsed)
        if not parent.subjects and lemma in _SUPPOSING and not matrix.passive:
            return "unreal", lemma
        if any(self._not_all(subject, parsed) for subject in parent.subjects):
            return "open", "not everyone"
        nobody = any(self.cues.has("nobody", s.low, s.tokens[0].low) or s.negated for s in parent.subjects)
        return self._of_verb(lemma, matrix.negated != nobody, parent, parsed)

    def _of_verb(self, lemma: str, negated: bool, parent: Clause, parsed: Parsed) -> tuple[str, str]:
        has = self.cues.has
        if has("reject", lemma):
            return ("assert" if negated else "flip"), lemma
        if has("doubt", lemma):
            return ("assert" if negated else "open"), lemma
        if has("unreal", lemma) or self._wished(parent):
            return "unreal", lemma
        if has("factive", lemma):
            return ("open", f"not {lemma}") if negated else ("assert", lemma)
        if past := self.given_up(parent, parsed):
            return "past", past
        if self.cues.any_of(_BELIEVING, lemma):
            return ("flip", f"not {lemma}") if negated else (self._of_belief(lemma, parent), lemma)
        if lemma in _STATING:
            return ("open" if negated else "others" if self.others(parent) else "assert"), lemma
        return "unread", lemma

    def _not_all(self, subject: Phrase, parsed: Parsed) -> bool:
        """`Not everyone agrees that …`, `few doctors believe that …`."""
        before = parsed.before(subject)
        short = before is not None and before.kind == "neg" and self.cues.has("everybody", subject.low)
        return short or (subject.determiner == "few" and subject.tokens[0].low != "a")

    def _wished(self, parent: Clause) -> bool:
        """`It would be lovely to report that …`: the infinitive of something that is not so."""
        host = parent.parent if parent.kind == "infinitive" else None
        if host is None or host.verb.lemma != "be" or not {"would", "'d"} & {t.low for t in host.verb.tokens}:
            return False
        return any(self.cues.has("wished", each.head.low, each.low) for each in host.complements)

    def _of_belief(self, lemma: str, parent: Clause) -> str:
        """A belief is hedged, or somebody else's; a claim is the claimant's, unless an authority makes it."""
        if self.cues.has("claim-others", lemma) and not self._authority(parent) and not _author(parent):
            return "others"
        if lemma in _OPINING and parent.verb.form == "vbd" and not parent.verb.auxiliaries and not _author(parent):
            return "past"  # `Many doctors believed that …`: they no longer do
        return "others" if self.others(parent) else "hedge"

    def _of_be(self, parent: Clause, parsed: Parsed) -> tuple[str, str]:
        """`The truth is that …`, `it is a myth that …`, `it is clear that …` with the complement before `that`."""
        if parent.complements:
            return self._of_noun(parent.complements[0], parent)
        if not parent.subjects and any(c.opener == "free" and c.verb.lemma in _MARKING for c in parsed.clauses[:1]):
            return "assert", "what"  # `What sets X apart is that …`
        at = parent.verb.index + 1
        behind = parsed.phrases[at] if at < len(parsed.phrases) else None
        if parent.existential and behind is not None and behind.kind == "adv" and "doubt" in behind.low:
            return "assert", behind.low
        if not parent.subjects and _telling(parent, parsed):
            return "assert", "what"
        return self._of_noun(parent.subjects[0], parent) if parent.subjects else ("unread", "be")

    def _of_noun(self, noun: Phrase, parent: Clause | None) -> tuple[str, str]:
        """`the myth that`, `no evidence that`, `it is true that`."""
        head = noun.head.low
        words = (head, noun.head.tags.get("ns", _singular(head) if noun.kind == "np" else head), noun.low)
        negated = _denied(noun, parent)
        if self.cues.any_of(("myth-nouns", "verdict-false", "reject"), *words):
            return ("assert" if negated else "flip"), head
        if self.cues.has("doubt-nouns", *words):
            return ("assert" if negated else "open"), head
        if self.cues.any_of(("doubt", "falsity-adjectives"), *words):
            return "open", head
        if self.cues.any_of(("fact-nouns", "factive", "verdict-true", "truth-adjectives"), *words):
            if negated:
                known = head in _NOT_KNOWN or not self.cues.any_of(("fact-nouns", "verdict-true"), *words)
                return ("open", f"no {head}") if known else ("flip", f"not {head}")
            return ("hedge" if head in _SIGNS else "assert"), head
        if head in ("likely", "probable", "plausible"):
            return ("flip", f"not {head}") if negated else ("hedge", head)
        if self.cues.has("belief-nouns", *words):
            return "others", head
        return "unread", head

    def given_up(self, parent: Clause, parsed: Parsed) -> str:
        """The words by which a belief is put into the past (`was once thought`, `used to believe`)."""
        words = [token.low for token in parent.verb.tokens]
        past_form = parent.verb.form == "vbd" or any(word in ("was", "were", "had") for word in words)
        around = [phrase.low for phrase in parsed.phrases if phrase.kind == "adv"] + words
        anchor = next((word for word in around if self.cues.has("past-anchors", word)), "") or _past_age(parsed)
        if anchor and past_form:
            return anchor
        earlier = next((prep for prep, _ in parent.fronted if prep in _EARLIER), "") if past_form else ""
        times = (c for c in parsed.clauses if c.opener in _EARLIER and c.verb.index < parent.verb.index)
        if earlier or (past_form and next(times, None) is not None):
            return earlier or "before"
        over = parent.parent
        return "used to" if parent.kind == "infinitive" and over is not None and over.verb.lemma == "use" else ""

    def source(self, parsed: Parsed) -> str:
        """Somebody else whose words a sentence gives (`according to my neighbour`, `in the novel`), or empty."""
        for before, phrase in pairwise(parsed.phrases):
            if phrase.kind != "np" or before.kind != "prep" or phrase.head.mention is not None:
                continue
            named = self.cues.has("others-subjects", phrase.low) or phrase.determiner in ("my", "your", "some", "one")
            known = self.cues.has("authority-subjects", phrase.low, phrase.head.low, f"{phrase.head.low}s")
            if before.low == "according to" and named and not known:
                return phrase.low
            if before.low == "in" and phrase.head.low in _FICTION and phrase.determiner in ("the", "a", "this", "his"):
                return phrase.low
        return ""

    def others(self, parent: Clause) -> bool:
        """Whether a belief is somebody else's: `some people`, `my neighbour`, `a popular video`."""
        if parent.kind == "relative" and not parent.verb.passive:
            return True  # `anyone who says that …`
        if _made_to(parent) or self._authority(parent) or not parent.subjects:
            return _made_to(parent)
        low = parent.subjects[0].low
        return low not in ("we", "i", "it", "you") and not self.cues.has("everybody", low)

    def _authority(self, parent: Clause) -> bool:
        """Whether one speaks whose word counts: `experts`, `the guideline`, everybody."""
        for subject in parent.subjects:
            if subject.determiner in ("some", "few", "certain"):
                continue
            head = subject.head.low
            one = subject.head.tags.get("ns", _singular(head))
            known = self.cues.has("authority-subjects", head, one, subject.low, f"{one}s")
            if known or self.cues.has("everybody", subject.low):
                return True
        return False


def _made_to(parent: Clause) -> bool:
    """`Some would have you believe that …`, `adverts make people think that …`."""
    host = parent.parent
    return host is not None and host.verb.lemma in ("have", "make", "lead", "let", "want", "get")


def _author(parent: Clause) -> bool:
    """Whether the author speaks."""
    return any(subject.low in ("we", "i", "our", "this article") for subject in parent.subjects)


def _telling(parent: Clause, parsed: Parsed) -> bool:
    """`What sets X apart is that …`, `what makes X special is that …`: the subject takes the rest for granted."""
    opening = parsed.clauses[0]
    adjective = opening.verb.lemma == "be" and any(p.kind == "adj" for p in opening.complements)
    telling = adjective or opening.verb.lemma in _TELLING
    return opening.opener == "free" and opening.verb.index < parent.verb.index and telling


def _past_age(parsed: Parsed) -> str:
    """`in the 19th century`, `in the 1950s`: the words of a time that is over."""
    for phrase in parsed.phrases:
        if phrase.kind == "np" and (_AGES & set(phrase.low.split()) or _DECADE.search(phrase.low)):
            before = parsed.before(phrase)
            if before is not None and before.kind == "prep":
                return phrase.low
    return ""


def _singular(word: str) -> str:
    return word.removesuffix("s")


def _denied(noun: Phrase, parent: Clause | None) -> bool:
    """Whether a matrix noun is denied: by itself, or by a verb that says whether there is such a thing."""
    if parent is None or not parent.verb.negated or parent.verb.lemma not in _BEING:
        return noun.negated
    return noun.negated != (noun in parent.complements or noun in parent.objects)
