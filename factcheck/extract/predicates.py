"""The right side of a clause: objects, complements and adjuncts, and what a contrast turns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract.lists import LIST_MARKS, begins_clause, np_list, over_attachments

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.extract.clauses import Clause
    from factcheck.extract.phrases import Phrase

_COPULAR = ("be", "become", "remain", "seem", "appear", "stay", "look", "prove", "mean")
_PLAIN = ("by", "from", "for", "in", "of", "with", "to", "on", "at", "as")
_CONTRAST = ("rather than", "instead of", "as opposed to", "unlike", "in contrast to", "in contrast with")
_ROUGHLY = ("over", "about", "around", "under", "above", "below", "up to", "near", "close to")
_HOLDING = (
    "consider",
    "call",
    "make",
    "find",
    "deem",
    "think",
    "believe",
    "declare",
    "label",
    "render",
    "leave",
    "hold",
)
_INFERIOR = frozenset(("less", "fewer", "rarer", "seldomer", "lower"))
_LEAVING = ("leave", "make", "render", "keep")
_SUBORDINATE = ("time", "condition", "reason", "concession")
_RESUMING = ("for", "in", "by", "with", "from", "to", "on", "at", "under", "through", "as")


def find_arguments(clause: Clause, phrases: Sequence[Phrase], at: int) -> None:
    """Take what stands from `at` on into the clause, as far as it reaches."""
    _Predicate(clause, phrases).fill(at)


class _Predicate:
    """Takes the arguments of one clause, from left to right."""

    def __init__(self, clause: Clause, phrases: Sequence[Phrase]) -> None:
        self.clause = clause
        self.phrases = phrases
        self.copular = clause.verb.lemma in _COPULAR

    def fill(self, at: int) -> None:
        """Take arguments until something does not belong to the clause."""
        denied = False
        while at < len(self.phrases):
            phrase = self.phrases[at]
            resumed = (
                self._resumed(at) or self._over_aside(at) or self._over_participle(at) if phrase.kind == "," else 0
            )
            if phrase.kind in ("adv", "paren"):
                at += 1
            elif phrase.kind == "neg":
                denied = not denied
                at += 1
            elif self._interpolated(at):
                at += 3
            elif resumed:
                at = resumed
            elif (behind := self._argument(phrase, at, denied)) != at:
                at, denied = behind, False
            elif phrase.kind == "coord" and at + 1 < len(self.phrases) and self.phrases[at + 1].kind == "prep":
                turned = phrase.low in ("but", "but rather") and self.clause.verb.negated
                denied = turned or phrase.low in ("but not", "and not")
                denied = denied or (phrase.low == "nor" and not self.clause.verb.negated)
                at += 1
            else:
                return

    def _interpolated(self, at: int) -> bool:
        """`X is, strictly speaking, a Y`: an adverb between commas right behind the verb."""
        kinds = [phrase.kind for phrase in self.phrases[at : at + 3]]
        return kinds == [",", "adv", ","] and at == self.clause.verb.index + 1

    def _argument(self, phrase: Phrase, at: int, denied: bool) -> int:
        """Take the argument at `at`; the index behind it, or `at` if there is none."""
        clause = self.clause
        empty = not clause.objects and not clause.complements
        bounded = clause.kind in _SUBORDINATE and not self._interposed()
        if bounded and phrase.kind == "np" and begins_clause(self.phrases, at):
            return at
        if phrase.kind == "np" and not clause.adjuncts and (empty or (len(clause.objects) == 1 and not self.copular)):
            members, behind = np_list(self.phrases, at)
            self._take(clause.objects if empty and not self.copular else clause.complements, members, denied)
            return behind
        holding = clause.verb.lemma in _HOLDING and len(clause.objects) == 1 and not clause.complements
        if phrase.kind == "adj" and (empty or self.copular or holding):
            self._take(clause.complements, [phrase], denied)
            return self._further_complements(at + 1) if self.copular else at + 1
        if phrase.kind == "vg" and holding and phrase.form == "vbn" and clause.verb.lemma in _LEAVING:
            self._take(clause.complements, [phrase], denied)  # `leaves the scalp scarred`
            return at + 1
        if phrase.kind in ("prep", "to") and at + 1 < len(self.phrases):
            return self._adjunct(at, denied)
        return self._contrast(at) if phrase.kind in LIST_MARKS else at

    def _interposed(self) -> bool:
        """Whether a gerund clause stands behind a noun: `a test before starting X is …`; what follows is its object."""
        verb = self.clause.verb
        return verb.form == "vbg" and verb.index > 1 and self.phrases[verb.index - 2].kind == "np"

    def _further_complements(self, at: int) -> int:
        """Take the predicate adjectives and nouns that are coordinated with one; the index behind them."""
        phrases = self.phrases
        while at + 1 < len(phrases) and phrases[at].kind in LIST_MARKS and self._adjoins(at):
            self.clause.complements.append(phrases[at + 1])
            at += 2
        return at

    def _adjoins(self, mark: int) -> bool:
        """Whether behind a mark a further predicate adjective (or, behind `and`, a noun) follows."""
        following = self.phrases[mark + 1]
        if self.phrases[mark].low in ("but", "but rather", "but not"):
            return False
        noun = following.kind == "np" and self.phrases[mark].kind == "coord"
        return following.kind == "adj" or (noun and not begins_clause(self.phrases, mark + 1))

    def _take(self, room: list[Phrase], members: list[Phrase], denied: bool) -> None:
        """Put phrases into a slot, marking those that a negation of their own turns."""
        own = False
        for member in members[:1] if denied else ():
            self.clause.flipped.add(member.index)
        for member in members[1:]:
            mark = self.phrases[member.index - 1]
            own = mark.kind == "neg" or (own and mark.low in ("or", "nor", ","))  # `a hormone, not an X or Y`
            if denied != own:
                self.clause.flipped.add(member.index)
        room.extend(members)

    def _contrast(self, at: int) -> int:
        """`not X but Y`, `X, not Y`: take Y with the other polarity; the index behind it, or `at`."""
        phrases, negated = self.phrases, self.clause.verb.negated
        after = at + 1
        if phrases[at].kind == "," and after < len(phrases) and phrases[after].low in ("but", "but rather"):
            after += 1
        mark = phrases[after - 1].low
        but = mark in ("but", "but rather", "but also") and negated
        joined = mark in ("but not", "and not") and not negated
        turned = after < len(phrases) and phrases[after].kind == "neg" and not negated
        if turned and not joined:
            after += 1
        if not (but or joined or turned) or after >= len(phrases) or phrases[after].kind not in ("np", "adj"):
            return at
        room = self.clause.complements if self.copular else self.clause.objects
        if begins_clause(phrases, after) or not room:
            return at
        members, end = self._members(after)
        self.clause.flipped.update(member.index for member in members)
        room.extend(members)
        return end

    def _adjunct(self, at: int, denied: bool) -> int:
        """Take the prepositional phrase at `at`; its index again if there is none."""
        words, after = self._prepositions(at)
        while after < len(self.phrases) and self.phrases[after].kind in ("neg", "adv"):
            denied ^= self.phrases[after].kind == "neg"
            after += 1
        if after >= len(self.phrases) or self.phrases[after].kind not in ("np", "adj"):
            return at
        if words[0] in _CONTRAST and len(words) > 1:
            words, denied = words[1:], not denied
        if words[0] in _CONTRAST:
            return self._contrasted(after)
        if len(words) > 1 and words[-1] in _ROUGHLY and any(t.tag == "num" for t in self.phrases[after].tokens):
            words = words[:-1]  # `in over 90% of patients`
        prep = words[-1] if words[-1] in _PLAIN else " ".join(words)
        members, end = self._members(after, "" if words == ["than"] else prep)
        if words[0] == "than":
            before = self.phrases[self.clause.verb.index : at]
            inferior = any(p.low == "no" or _INFERIOR & set(p.low.split()) for p in before)
            self.clause.compared += [] if inferior else members
            return end
        if words[-1] == "as" and self._levels(at, words):
            self.clause.levelled += members
            return end
        if denied:
            self.clause.flipped.update(member.index for member in members)
        self.clause.adjuncts.append((prep, members, None))
        return end

    def _levels(self, at: int, words: Sequence[str]) -> bool:
        """`as often as X`, `as common as X`, `as many people as X`: X is what something is set level with."""
        if words == ["as", "as"]:
            return True
        graded = self.phrases[at - 1] if at > 1 else None
        if words != ["as"] or graded is None or self.phrases[at - 2].low != "as":
            return False
        return graded.kind == "adj" or graded.determiner in ("many", "much")

    def _prepositions(self, at: int) -> tuple[list[str], int]:
        """The prepositions from `at` on, adverbs between them left out, and the index behind them."""
        words = [self.phrases[at].low]
        after = at + 1
        while after < len(self.phrases) and self.phrases[after].kind in ("prep", "adv"):
            if self.phrases[after].kind == "prep":
                words.append(self.phrases[after].low)
            after += 1
        return words, after

    def _members(self, at: int, prep: str = "") -> tuple[list[Phrase], int]:
        """The list of noun phrases, or the one adjective, at `at`, and the index behind it."""
        if self.phrases[at].kind == "np":
            return np_list(self.phrases, at, prep=prep)
        return [self.phrases[at]], at + 1

    def _contrasted(self, at: int) -> int:
        """`a vitamin rather than a hormone`: what stands behind is denied in the slot before."""
        clause = self.clause
        members, end = self._members(at)
        room = clause.complements or clause.objects
        if room or clause.adjuncts:
            clause.flipped.update(member.index for member in members)
        if room:
            room.extend(members)
        elif clause.adjuncts:
            clause.adjuncts.append((clause.adjuncts[-1][0], members, None))
        return end

    def _resumed(self, comma: int) -> int:
        """Where the clause goes on behind a comma, at a prepositional phrase; 0 if it does not."""
        phrases = self.phrases
        after = comma + 1
        if after >= len(phrases) or phrases[after].kind != "prep" or phrases[after].low not in _RESUMING:
            return 0
        if self._aside_ends():
            return 0
        behind = over_attachments(phrases, after)
        if behind >= len(phrases) or not (phrases[behind].kind == "vg" or self._subject_follows(behind)):
            return after
        return 0

    def _over_aside(self, comma: int) -> int:
        """Behind a copula without a complement, the index behind `, at bottom,`; 0 if there is no such aside."""
        phrases, clause = self.phrases, self.clause
        if not self.copular or clause.complements or clause.objects or comma != clause.verb.index + 1:
            return 0
        end = next((p.index for p in phrases[comma + 1 : comma + 5] if p.kind == ","), 0)
        aside = [p.kind for p in phrases[comma + 1 : end]]
        behind = end + 1 < len(phrases) and phrases[end + 1].kind in ("np", "adj", "neg")
        return end + 1 if end and behind and aside in (["adv"], ["prep", "np"], ["prep", "adj"]) else 0

    def _over_participle(self, comma: int) -> int:
        """`has cleared X, made by Y, for Z`: the index behind a participle between commas; 0 if there is none."""
        phrases = self.phrases
        end = next((p.index for p in phrases[comma + 1 : comma + 9] if p.kind == ","), 0)
        inner, behind = phrases[comma + 1 : end], phrases[end + 1 : end + 3]
        if not end or not inner or inner[0].kind != "vg" or inner[0].form != "vbn" or inner[0].finite:
            return 0
        whole = all(p.kind in ("prep", "np", "adv") for p in inner[1:]) and [p.kind for p in behind] == ["prep", "np"]
        return end + 1 if whole and self.clause.objects and not self.clause.adjuncts else 0

    def _aside_ends(self) -> bool:
        """Whether the clause is a participle between commas behind an object: what follows is not its own."""
        verb, phrases = self.clause.verb, self.phrases
        if self.clause.kind != "participle" or verb.index < 3 or not self.clause.adjuncts:
            return False
        return [p.kind for p in phrases[verb.index - 3 : verb.index]] == ["vg", "np", ","]

    def _subject_follows(self, comma: int) -> bool:
        """Whether a comma with a subject and its verb behind it stands here."""
        kinds = [phrase.kind for phrase in self.phrases[comma : comma + 3]]
        return kinds == [",", "np", "vg"]
