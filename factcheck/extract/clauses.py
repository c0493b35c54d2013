"""Phrases -> clauses: each verb group with its subject, objects, adjuncts, and what it hangs on.

Subjects are found by structure at any distance: parentheses, appositions, relative clauses and
contrasts in between are stepped over as wholes. Nothing is guessed: a verb whose subject cannot be
found has none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.extract.phrases import Phrase

_REASON = {"because", "since", "as"}
_CONDITION = {"if", "unless", "whether", "lest"}
_CONCESSION = {"although", "though", "while", "whereas"}
_TRANSPARENT = ("adv", "neg", "paren")
_STOPS = (";", ":", "dash")
_LIST_MARKS = (",", "coord")
_COPULAR = ("become", "remain", "seem", "appear", "stay", "look", "prove", "mean")
_PLAIN = ("by", "from", "for", "in", "of", "with", "to", "on", "at", "as")
CONTRAST = ("rather than", "instead of", "as opposed to", "unlike", "in contrast to", "in contrast with")
PREVENTING = ("keep", "stop", "prevent", "block", "save", "protect", "hinder", "bar", "discourage")
_SMALL = ("see", "let", "make", "help", "watch", "have", "hear", "feel")


class Clause:
    """A predicate and its arguments.

    `kind` is main, coordinate, complement, relative, participle, infinitive, reason, condition,
    concession or time; `opener` the word that opened it; `parent` the clause (and `matrix` the phrase)
    on which it hangs. `adjuncts` pair a preposition with noun phrases or with a clause. `flipped` holds
    the indexes of phrases whose polarity is the opposite of the verb's ("not by A but by B").
    """

    __slots__ = ("adjuncts", "antecedent", "flipped", "complements", "existential", "fronted", "gap", "index", "kind", "matrix", "objects", "opener",
                 "parent", "subjects", "verb")

    def __init__(self, verb: Phrase) -> None:
        """A clause around a verb group, its arguments still to be found."""
        self.verb = verb
        self.index = -1
        self.subjects: list[Phrase] = []
        self.objects: list[Phrase] = []
        self.complements: list[Phrase] = []
        self.adjuncts: list[tuple[str, list[Phrase], Clause | None]] = []
        self.kind = "main"
        self.opener = ""
        self.parent: Clause | None = None
        self.matrix: Phrase | None = None
        self.antecedent: list[Phrase] = []
        self.gap = ""
        self.fronted: list[tuple[str, list[Phrase]]] = []
        self.existential = False
        self.flipped: set[int] = set()

    @property
    def gapped(self) -> bool:
        """Whether the verb is not said again: its subject stands behind it."""
        return self.kind == "coordinate" and bool(self.subjects) and self.subjects[0].index > self.verb.index

    @property
    def span(self) -> TextSpan:
        """From the first argument to the last."""
        span = self.subjects[0].span if self.gapped else self.verb.span
        for phrase in [*self.subjects, *self.objects, *self.complements, *(p for _, ps, _ in self.adjuncts for p in ps)]:
            span = span.joined(phrase.span)
        return span

    def __repr__(self) -> str:
        """For tests and `factcheck why`."""
        return f"<{self.kind}{':' + self.opener if self.opener else ''} {self.subjects} {self.verb} {self.objects or self.complements} {[(p, n) for p, n, _ in self.adjuncts]}>"


def np_list(phrases: Sequence[Phrase], at: int, *, prep: str = "", limit: int = 40) -> tuple[list[Phrase], int]:
    """The coordinated noun phrases that start at `at`, and the index behind them.

    A phrase that is the subject of a following finite verb is not taken into the list, nor one that
    repeats the list's own preposition (`by A, and C by D`), nor one that belongs to a phrase within
    (`the phase between A and B`).
    """
    found = [phrases[at]]
    end = index = at + 1
    while index < len(phrases) and len(found) < limit:
        index = _over_attachments(phrases, index)
        joint = index
        while joint < len(phrases) and (phrases[joint].kind in _LIST_MARKS or phrases[joint].kind in ("adv", "neg")) and phrases[joint].low not in ("but", "yet", "but not", "and not", "but rather"):
            joint += 1
        marks = [p for p in phrases[index:joint] if p.kind in _LIST_MARKS]
        if not marks or joint >= len(phrases) or phrases[joint].kind != "np":
            break
        if found[-1].head.tag == "num" and phrases[joint].head.tag != "num":
            break
        if index > end and any(p.kind == "prep" for p in phrases[end:index]) and not _parallel(found[-1], phrases[index - 1], phrases[joint]):
            break
        if joint + 1 < len(phrases) and _skip_paren(phrases, joint + 1).form == "to" and marks[-1].kind == "coord":
            break
        if prep and joint + 1 < len(phrases) and _skip_paren(phrases, joint + 1).low == prep:
            break
        behind = _over_attachments(phrases, joint + 1)
        if behind < len(phrases) and phrases[behind].kind == "vg" and phrases[behind].finite and not _after_rel(phrases, behind):
            break
        if marks[-1].kind == "," and not _list_goes_on(phrases, joint):
            break
        found.append(phrases[joint])
        end = index = joint + 1
    return found, end


def _skip_paren(phrases: Sequence[Phrase], at: int) -> Phrase:
    """The phrase at `at`, or the one behind the parenthesis there."""
    return phrases[at + 1] if phrases[at].kind == "paren" and at + 1 < len(phrases) else phrases[at]


def _parallel(first: Phrase, inner: Phrase, new: Phrase) -> bool:
    """Whether behind a prepositional phrase a conjunct goes with the head: it has a determiner as the head has, and the inner phrase has not."""
    articles = ("a", "an", "the", "no", "its", "their")
    return new.determiner in articles and first.determiner in articles and inner.determiner not in articles


def _list_goes_on(phrases: Sequence[Phrase], at: int) -> bool:
    """Whether behind a comma stands a list member, not an apposition: a conjunction follows before the clause ends."""
    if any(p.kind == "coord" and p.low in ("and", "or", "&", "nor") for p in phrases[max(0, at - 2) : at]):
        return True
    index = at
    while index < len(phrases):
        phrase = phrases[index]
        if phrase.kind == "coord" and phrase.low in ("and", "or", "&", "nor", "plus"):
            return index + 1 < len(phrases) and phrases[index + 1].kind == "np" or (index + 2 < len(phrases) and phrases[index + 1].kind == "adv")
        if phrase.kind in ("vg", "rel", "sub", "that", *_STOPS):
            return False
        index += 1
    return False


def _over_attachments(phrases: Sequence[Phrase], index: int) -> int:
    """Step over parentheses and prepositional phrases that belong to the noun phrase on the left."""
    while index < len(phrases):
        if phrases[index].kind == "paren":
            index += 1
        elif phrases[index].kind == "prep" and phrases[index].low not in ("than", "unlike", "including") and index + 1 < len(phrases) and phrases[index + 1].kind == "np":
            index += 2
        else:
            break
    return index


def _after_rel(phrases: Sequence[Phrase], verb: int) -> bool:
    return verb > 0 and phrases[verb - 1].kind == "rel"


def find_clauses(phrases: Sequence[Phrase]) -> list[Clause]:
    """The clauses of a sentence in the order of their verbs."""
    clauses: list[Clause] = []
    by_verb: dict[int, Clause] = {}
    for phrase in phrases:
        if phrase.kind != "vg":
            continue
        clause = Clause(phrase)
        clause.index = len(clauses)
        _Builder(phrases, by_verb).fill(clause)
        clauses.append(clause)
        by_verb[phrase.index] = clause
    _share_objects(clauses, phrases)
    opening = clauses[0] if clauses and clauses[0].kind == "participle" and not clauses[0].subjects and not clauses[0].opener else None
    if opening is not None:
        opening.subjects = next((c.subjects for c in clauses[1:] if c.verb.finite and c.subjects), [])
    return clauses + _gapped(clauses, phrases)


def _gapped(clauses: Sequence[Clause], phrases: Sequence[Phrase]) -> list[Clause]:
    """`X is approved to treat A, and Y to treat B`; `X is made by A, and Y by B`: the verb is not said again."""
    found = []
    for mark in phrases:
        if mark.kind != "coord" or mark.low not in ("and", "while", "but") or mark.index + 2 >= len(phrases) or phrases[mark.index + 1].kind != "np":
            continue
        subject = phrases[mark.index + 1]
        behind = _skip_paren(phrases, mark.index + 2)
        model = next((c for c in reversed(clauses) if c.verb.index < mark.index and c.verb.finite and c.subjects), None)
        if model is None:
            continue
        if behind.form == "to":
            child = next((c for c in clauses if c.verb is behind), None)
            twin = next((c for c in clauses if c.parent is model and c.kind == "infinitive" and c.verb.lemma == behind.lemma), None)
            if child is not None and twin is not None and child is not twin:
                clause = _copy(model, subject)
                child.parent, child.subjects, child.kind = clause, [subject], "infinitive"
                found.append(clause)
        elif behind.kind == "prep" and any(prep == behind.low for prep, _, _ in model.adjuncts) and behind.index + 1 < len(phrases) and phrases[behind.index + 1].kind == "np":
            members, end = np_list(phrases, behind.index + 1)
            if end >= len(phrases) or phrases[end].kind != "vg":
                clause = _copy(model, subject)
                clause.adjuncts = [(behind.low, members, None)]
                found.append(clause)
    return found


def _copy(model: Clause, subject: Phrase) -> Clause:
    """A clause with the verb of another and a subject of its own."""
    clause = Clause(model.verb)
    clause.index, clause.kind, clause.opener, clause.parent, clause.subjects = model.index, "coordinate", "and", model, [subject]
    return clause


def _share_objects(clauses: Sequence[Clause], phrases: Sequence[Phrase]) -> None:
    """`X blocks and Y activates JAK1`, `attacks and destroys the follicles`: the last object serves both verbs."""
    for left, right in zip(clauses, clauses[1:], strict=False):
        if left.objects or left.complements or left.adjuncts or right.parent is not left or right.kind != "coordinate":
            continue
        between = phrases[left.verb.index + 1 : right.verb.index]
        if all(p.kind in ("coord", ",", "adv") for p in between) and left.verb.lemma != "be":
            left.objects, left.complements = right.objects, right.complements
            left.adjuncts = right.adjuncts


def is_plural(phrase: Phrase) -> bool:
    """Whether a noun phrase is plural, by its head."""
    mention = phrase.head.mention
    if mention is not None and mention.kind == "name":
        return mention.plural
    return "ns" in phrase.head.tags or (phrase.head.low.endswith("s") and not phrase.head.low.endswith(("ss", "is", "us")))


def _plural_verb(verb: Phrase) -> bool:
    first = next((t for t in verb.tokens if t.tag in ("v", "be", "have", "do", "modal")), verb.head)
    return first.low in ("are", "were", "have", "do") or (first.tag == "v" and first.tags.get("form") == "vb")


class _Builder:
    """Finds the arguments of one clause; `by_verb` holds the clauses on its left."""

    def __init__(self, phrases: Sequence[Phrase], by_verb: dict[int, Clause]) -> None:
        self.phrases = phrases
        self.by_verb = by_verb

    def fill(self, clause: Clause) -> None:
        """Settle subject, kind and right side."""
        verb = clause.verb.index
        if not self._inverted(clause):
            self._left(clause, verb)
            self._right(clause, verb + 1)

    def _inverted(self, clause: Clause) -> bool:
        """`Is X a Y?`, `nor is X a Y`: the subject follows the verb."""
        verb = clause.verb.index
        before = self.phrases[verb - 1] if verb else None
        after = self.phrases[verb + 1] if verb + 1 < len(self.phrases) else None
        if clause.verb.lemma not in ("be", "do", "have", "can", "could", "will", "would", "may", "might", "should", "must"):
            return False
        if clause.verb.tokens[-1].tag == "v" or after is None or after.kind not in ("np", "ex"):
            return False
        if not (before is None or before.low in ("nor", "neither", ";", ":", "so", "why", "how", "what", "when", "where", "and", "but", "or", "—") or (before.kind == "dash")):
            return False
        if before is not None and before.low in ("and", "or", "but") and self.by_verb:
            return False
        clause.subjects, end = np_list(self.phrases, verb + 1)
        clause.subjects = clause.subjects[:1] if clause.verb.lemma == "be" and len(clause.subjects) == 1 else clause.subjects
        clause.opener = before.low if before is not None else "?"
        clause.kind = "main"
        clause.verb.negated ^= before is not None and before.low in ("nor", "neither")
        self._right(clause, end)
        return True

    # -- left side -----------------------------------------------------------------------------

    def _left(self, clause: Clause, verb: int) -> None:
        phrases = self.phrases
        at = self._skip(verb - 1)
        if at < 0:
            self._subjectless(clause, -1)
            return
        phrase = phrases[at]
        if phrase.kind == "rel":
            self._relative(clause, at)
        elif phrase.kind == "ex":
            clause.existential = True
            self._opened(clause, at)
        elif phrase.kind == "np":
            if clause.verb.finite:
                if self._small_clause(clause, at):
                    return
                clause.subjects, first = self._group(at)
                self._opened(clause, self._fronted(clause, first))
            else:
                self._postmodifier(clause, at)
        elif phrase.kind == ",":
            before = self._over_interpolation(at)
            if before >= 0 and clause.verb.finite and phrases[before].kind == "np":
                clause.subjects, first = self._group(before)
                self._opened(clause, self._fronted(clause, first))
            else:
                self._subjectless(clause, at)
        else:
            self._subjectless(clause, at)

    def _small_clause(self, clause: Clause, at: int) -> bool:
        """`sees the immune system attack …`, `helps hair grow`: a bare verb behind the object of another."""
        left = self._skip(at - 1)
        if clause.verb.form != "vb" or left < 0 or self.phrases[left].kind != "vg" or self.phrases[left].lemma not in _SMALL:
            return False
        clause.kind, clause.matrix, clause.parent = "infinitive", self.phrases[left], self.by_verb.get(left)
        clause.subjects = [self.phrases[at]]
        return True

    def _skip(self, at: int) -> int:
        while at >= 0 and self.phrases[at].kind in _TRANSPARENT:
            at -= 1
        return at

    def _group(self, at: int) -> tuple[list[Phrase], int]:
        """The nominal group that ends at `at`: its (coordinated) heads, and the index of its first phrase."""
        phrases = self.phrases
        heads = [phrases[at]]
        first = at
        safe: tuple[list[Phrase], int] | None = None
        while first > 0:
            left = self._skip(first - 1)
            if left < 0:
                break
            if phrases[left].kind == "coord" and left < first - 1:
                break
            kind = phrases[left].kind
            if kind == "prep" and left > 0:
                before = self._skip(left - 1)
                while before >= 0 and phrases[before].kind == "prep":
                    before = self._skip(before - 1)
                if before >= 0 and phrases[before].kind == "np" and (phrases[left].low not in ("unlike", "in", "for", "with", "by") or self._attaches(before, left)):
                    heads, first = [phrases[before]], before
                    continue
                if before >= 0 and phrases[before].kind == "adj" and phrases[left].low == "as" and phrases[before].low == "such":
                    stem = self._skip(before - 1)
                    if stem >= 0 and phrases[stem].kind == "np":
                        heads, first = [phrases[stem]], stem
                        continue
                if before >= 0 and phrases[before].kind == "vg" and not phrases[before].finite and self._has_np_before(before):
                    heads, first = self._step_to_np(before)
                    continue
                return safe or ([], left)
            if kind == "vg":
                step = self._over_verb(left)
                if step is None:
                    break
                heads, first = [phrases[step]], step
                continue
            if kind == "coord" and phrases[left].low in ("and", "or", "&", "nor", "/", "plus"):
                before = self._skip(left - 1)
                if before >= 0 and phrases[before].kind == ",":
                    before = self._skip(before - 1)
                member = self._member_before(before)
                if member is None:
                    break
                safe = safe or (heads, first)
                heads, first = [phrases[member], *heads], member
                continue
            if kind == "," and len(heads) > 1:
                member = self._member_before(self._skip(left - 1))
                if member is None:
                    break
                heads, first = [phrases[member], *heads], member
                continue
            if kind == ",":
                before = self._over_interpolation(left)
                break
            break
        return heads, first

    def _attaches(self, noun: int, prep: int) -> bool:
        """Whether the noun phrase before a preposition belongs to the subject: it must not be the object of a verb on its left."""
        left = self._skip(noun - 1)
        return not (left >= 0 and self.phrases[left].kind == "vg" and self.phrases[left].finite) and prep > noun

    def _has_np_before(self, verb: int) -> bool:
        left = self._skip(verb - 1)
        return left >= 0 and self.phrases[left].kind == "np"

    def _step_to_np(self, verb: int) -> tuple[list[Phrase], int]:
        left = self._skip(verb - 1)
        return [self.phrases[left]], left

    def _over_verb(self, verb: int) -> int | None:
        """Step over a participle or relative clause to the noun phrase that it modifies, or None for a full clause."""
        phrases = self.phrases
        left = self._skip(verb - 1)
        if left < 0:
            return None
        if not phrases[verb].finite:
            if phrases[left].kind == "np":
                return left
            if phrases[left].kind == "vg" or phrases[verb].form == "to":
                return self._over_verb(left) if phrases[left].kind == "vg" else None
            return None
        if phrases[left].kind == "rel":
            before = self._skip(left - 1)
            if before >= 0 and phrases[before].kind == "prep":
                before = self._skip(before - 1)
            return before if before >= 0 and phrases[before].kind == "np" else None
        if phrases[left].kind == "np":
            further = self._skip(left - 1)
            if further >= 0 and phrases[further].kind == "rel":
                before = self._skip(further - 1)
                if before >= 0 and phrases[before].kind == "prep":
                    before = self._skip(before - 1)
                return before if before >= 0 and phrases[before].kind == "np" else None
        return None

    def _member_before(self, at: int) -> int | None:
        """The head of the list member that ends at `at` (a prepositional phrase behind it is stepped over)."""
        phrases = self.phrases
        if at < 0 or phrases[at].kind != "np":
            return None
        left = self._skip(at - 1)
        if left > 0 and phrases[left].kind == "prep" and phrases[left].low == "of":
            before = self._skip(left - 1)
            if before >= 0 and phrases[before].kind == "np":
                return before
        if left >= 0 and phrases[left].kind == "vg" and phrases[left].finite and not self._in_relative(left):
            return None
        return at

    def _in_relative(self, verb: int) -> bool:
        left = self._skip(verb - 1)
        return left >= 0 and self.phrases[left].kind == "rel"

    def _over_interpolation(self, comma: int) -> int:
        """From a comma, step over `, …,` to the phrase before it; -1 where nothing of the kind stands there."""
        phrases = self.phrases
        for at in range(comma - 1, -1, -1):
            phrase = phrases[at]
            if phrase.kind in (";", ":"):
                return -1
            if phrase.kind != ",":
                continue
            inner = phrases[at + 1 : comma]
            before = self._skip(at - 1)
            if before < 0 or not inner or phrases[before].kind != "np":
                continue
            opener = inner[0].kind
            if opener == "coord" or (opener == "np" and any(p.kind == "vg" and p.finite for p in inner) and not any(p.kind == "rel" for p in inner)):
                return -1
            return before
        return -1

    def _opened(self, clause: Clause, first: int) -> None:
        """Settle the kind of a finite clause by what stands before its first phrase."""
        phrases = self.phrases
        at = self._skip(first - 1)
        if at < 0:
            return
        phrase = phrases[at]
        low = phrase.low
        if phrase.kind == "sub":
            self._subordinate(clause, low, at)
        elif phrase.kind == "that":
            clause.kind, clause.opener = "complement", "that"
            self._matrix(clause, at - 1)
        elif phrase.kind == "rel":
            clause.kind, clause.opener = "relative", low
            before = self._skip(at - 1)
            if before >= 0 and phrases[before].kind == "prep":
                clause.gap = phrases[before].low
                before = self._skip(before - 1)
            elif low in ("where", "when"):
                clause.gap = "in"
            else:
                clause.gap = "obj"
            if before >= 0 and phrases[before].kind == ",":
                before = self._skip(before - 1)
            if before >= 0 and phrases[before].kind == "np":
                clause.antecedent = self._group(before)[0]
                clause.parent = self._clause_at(before)
            else:
                clause.opener = "free"
        elif phrase.kind == "vg" and not phrase.finite and phrase.form == "vbg" and self._skip(at - 1) < 0:
            clause.kind = "main"
        elif phrase.kind == "vg":
            clause.kind, clause.opener = "complement", ""
            clause.matrix, clause.parent = phrase, self.by_verb.get(at)
        elif phrase.kind == "coord" or (phrase.kind == "," and self._skip(at - 1) >= 0 and phrases[self._skip(at - 1)].kind == "coord"):
            clause.kind, clause.opener = "coordinate", low
            clause.parent = self._finite_before(at)
        elif phrase.kind == "," or phrase.kind in _STOPS:
            clause.kind = "main"
        elif phrase.kind == "np" and clause.verb.finite and not self._after_preposition(at):
            clause.kind, clause.gap, clause.antecedent = "relative", "obj", [phrase]
            clause.parent = self._clause_at(at)

    def _after_preposition(self, at: int) -> bool:
        """Whether a noun phrase ends a prepositional phrase, as those do that stand before a subject."""
        left = self._skip(at - 1)
        return left >= 0 and self.phrases[left].kind in ("prep", "coord", ",")

    def _subordinate(self, clause: Clause, low: str, at: int) -> None:
        clause.opener = low
        clause.kind = ("reason" if low in _REASON else "condition" if low in _CONDITION else "concession" if low in _CONCESSION
                       else "complement" if low in ("how", "why") else "time")
        if clause.kind == "complement" or low == "whether":
            self._matrix(clause, at - 1)
        if low == "as" and at and self.phrases[at - 1].low == "just":
            clause.kind = "time"
        clause.parent = clause.parent or self._finite_before(at)

    def _matrix(self, clause: Clause, at: int) -> None:
        """What a complement clause hangs on: the verb, noun or adjective before its conjunction."""
        at = self._skip(at)
        if at >= 0 and self.phrases[at].kind in _LIST_MARKS:
            clause.parent = self._finite_before(at)
            if clause.parent is not None and clause.parent.kind == "complement":
                clause.matrix, clause.parent = clause.parent.matrix, clause.parent.parent
            else:
                clause.opener = "free"
            return
        if at >= 0:
            clause.matrix = self.phrases[at]
            clause.parent = self._clause_at(at)

    def _clause_at(self, at: int) -> Clause | None:
        """The clause to which the phrase at `at` belongs: that of the nearest verb on its left, if it reaches so far."""
        for index in range(at, -1, -1):
            if index in self.by_verb:
                return self.by_verb[index]
            if self.phrases[index].kind in _STOPS:
                return None
        return None

    def _finite_before(self, at: int) -> Clause | None:
        for index in range(at - 1, -1, -1):
            clause = self.by_verb.get(index)
            if clause is not None and clause.verb.finite:
                return clause
            if self.phrases[index].kind == ";":
                return None
        return None

    def _fronted(self, clause: Clause, first: int) -> int:
        """Take prepositional phrases before the subject (`In pattern hair loss, cortisol shrinks …`); the index where they begin."""
        phrases = self.phrases
        begin = first
        at = first - 1
        while at >= 1:
            at = self._skip(at)
            if at >= 0 and phrases[at].kind == ",":
                at = self._skip(at - 1)
            if at < 1 or phrases[at].kind != "np":
                return begin
            nouns = [phrases[at]]
            prep = self._skip(at - 1)
            while prep >= 1 and phrases[prep].kind in _LIST_MARKS and phrases[self._skip(prep - 1)].kind == "np":
                nouns.insert(0, phrases[self._skip(prep - 1)])
                prep = self._skip(self._skip(prep - 1) - 1)
            if prep < 0 or phrases[prep].kind != "prep":
                return begin
            begin = prep
            clause.fronted.append((phrases[prep].low, nouns))
            before = self._skip(prep - 1)
            if before >= 0 and phrases[before].kind == "vg":
                clause.fronted.clear()
                return first
            if before < 0 or phrases[before].kind in (*_LIST_MARKS, *_STOPS, "sub", "that"):
                return begin
            at = before
        return begin

    def _relative(self, clause: Clause, at: int) -> None:
        """`…, which causes …`: the subject is what the pronoun stands for."""
        phrases = self.phrases
        clause.kind, clause.opener = "relative", phrases[at].low
        before = self._skip(at - 1)
        comma = before >= 0 and phrases[before].kind == ","
        if comma:
            before = self._skip(before - 1)
        if before >= 0 and phrases[before].kind == "coord":
            previous = self._finite_before(before)
            if previous is not None and previous.kind == "relative":
                clause.subjects, clause.antecedent, clause.parent = previous.subjects, previous.antecedent, previous.parent
                return
        if before >= 0 and phrases[before].kind == "np":
            clause.subjects = clause.antecedent = self._antecedent(clause, before)
            clause.parent = self._clause_at(before)
        elif before >= 0 and before in self.by_verb and comma:
            clause.parent = self.by_verb[before]
        else:
            clause.opener = "free"

    def _antecedent(self, clause: Clause, at: int) -> list[Phrase]:
        """What a relative pronoun stands for: the nearest noun phrase, or the one that agrees with the verb before `of`."""
        near = self.phrases[at]
        left = self._skip(at - 1)
        members, first = [near], at
        while left >= 1 and self.phrases[left].kind in _LIST_MARKS and self.phrases[left - 1].kind == "np" and self.phrases[left].low != "but":
            first = left - 1
            members.insert(0, self.phrases[first])
            left = self._skip(first - 1)
        if len(members) > 1 and _plural_verb(clause.verb):
            return members
        if left >= 1 and self.phrases[left].kind == "prep":
            before = self._skip(left - 1)
            if before >= 0 and self.phrases[before].kind == "np" and is_plural(near) != _plural_verb(clause.verb) and is_plural(self.phrases[before]) == _plural_verb(clause.verb):
                return [self.phrases[before]]
        return [near]

    def _postmodifier(self, clause: Clause, at: int) -> None:
        """A participle or infinitive behind a noun phrase."""
        phrase = self.phrases[at]
        clause.kind = "infinitive" if clause.verb.form == "to" else "participle"
        clause.parent = self._clause_at(at)
        if clause.verb.form == "to":
            parent = clause.parent
            if parent is not None and phrase in parent.objects and parent.verb.lemma not in ("need", "have", "take"):
                clause.subjects = [phrase]
            elif parent is not None and parent.subjects:
                clause.subjects = parent.subjects
            else:
                clause.subjects = [phrase]
        else:
            clause.subjects = [phrase] if self.phrases[at - 1].kind != "," or at == 0 else [phrase]
        clause.antecedent = [phrase]

    def _subjectless(self, clause: Clause, at: int) -> None:
        """A verb with no noun phrase before it: a further predicate, an infinitive, a participle or an imperative."""
        phrases = self.phrases
        phrase = phrases[at] if at >= 0 else None
        verb = clause.verb
        if phrase is not None and phrase.kind == "vg":
            clause.kind, clause.matrix, clause.parent = "infinitive", phrase, self.by_verb.get(at)
            parent = clause.parent
            clause.subjects = parent.subjects if parent is not None else []
            return
        if phrase is not None and phrase.kind == "adj" and verb.form == "to":
            clause.kind, clause.matrix, clause.parent = "infinitive", phrase, self._clause_at(at)
            clause.subjects = clause.parent.subjects if clause.parent is not None else []
            return
        if phrase is not None and phrase.kind in _LIST_MARKS and not (phrase.kind == "," and verb.passive and not verb.auxiliaries and self._noun_before_comma(at) is not None):
            previous = self._coordinate_of(clause, at)
            if previous is not None:
                clause.kind, clause.opener, clause.parent = "coordinate", phrase.low, previous
                clause.subjects, clause.fronted, clause.antecedent = previous.subjects, previous.fronted, previous.antecedent
                clause.existential = False
                return
        if phrase is not None and phrase.kind in ("sub", "prep"):
            clause.opener = phrase.low
            if phrase.kind == "sub":
                self._subordinate(clause, phrase.low, at)
                if not verb.finite:
                    clause.subjects = clause.parent.subjects if clause.parent is not None else []
            else:
                clause.kind = "participle"
                clause.parent = self._clause_at(at - 1) if at else None
                parent = clause.parent
                kept = parent is not None and phrase.low == "from" and parent.verb.lemma in PREVENTING
                clause.subjects = (parent.objects if kept else parent.subjects) if parent is not None else []
            return
        first = at >= 0 and self._clause_at(at - 1) is None and verb.form == "vbg"
        behind = self._noun_before_comma(at) if verb.passive or first else None
        if behind is not None:
            clause.kind, clause.subjects, clause.antecedent = "participle", [behind], [behind]
            clause.parent = self._clause_at(behind.index)
            return
        if not verb.finite and verb.form != "to":
            clause.kind = "participle"
            clause.parent = self._clause_at(at - 1) if at > 0 else None
            clause.subjects = clause.parent.subjects if clause.parent is not None else []
        elif verb.form == "to":
            clause.kind = "infinitive"
            clause.parent = self._clause_at(at) if at > 0 else None
            clause.subjects = clause.parent.subjects if clause.parent is not None else []

    def _noun_before_comma(self, at: int) -> Phrase | None:
        """The noun phrase before a comma and a past participle: `X, approved for Y, …`."""
        if at < 1 or self.phrases[at].kind not in (",", "dash"):
            return None
        left = self._skip(at - 1)
        return self.phrases[left] if left >= 0 and self.phrases[left].kind == "np" else None

    def _coordinate_of(self, clause: Clause, at: int) -> Clause | None:
        """The clause whose subject a further predicate shares: the nearest of the same form."""
        phrases = self.phrases
        comma_only = phrases[at].kind == ","
        for index in range(at - 1, -1, -1):
            candidate = self.by_verb.get(index)
            if candidate is None:
                if phrases[index].kind in _STOPS:
                    return None
                continue
            if candidate.verb.finite == clause.verb.finite and (clause.verb.finite or candidate.verb.form == clause.verb.form or candidate.verb.passive == clause.verb.passive):
                if comma_only and not clause.verb.finite:
                    return None
                return candidate
            if not clause.verb.finite and candidate.verb.finite and (candidate.verb.passive or candidate.verb.lemma == "be") and clause.verb.form in ("vbn", "vbg"):
                return candidate
        return None

    # -- right side ----------------------------------------------------------------------------

    def _right(self, clause: Clause, at: int) -> None:
        phrases = self.phrases
        copular = clause.verb.lemma == "be" or clause.verb.lemma in _COPULAR
        denied = False
        while at < len(phrases):
            phrase = phrases[at]
            empty = not clause.objects and not clause.complements
            if phrase.kind in ("adv", "paren"):
                at += 1
                continue
            if phrase.kind == "neg":
                denied = not denied
                at += 1
                continue
            start = at
            if phrase.kind == "np" and empty and not clause.adjuncts:
                members, at = np_list(phrases, at)
                self._take(clause, clause.complements if copular else clause.objects, members, denied)
            elif phrase.kind == "adj" and (empty or copular):
                self._take(clause, clause.complements, [phrase], denied)
                at += 1
                while copular and at + 1 < len(phrases) and phrases[at].kind in _LIST_MARKS and self._adjoins(at):
                    clause.complements.append(phrases[at + 1])
                    at += 2
            elif phrase.kind == "np" and len(clause.objects) == 1 and not copular and not clause.adjuncts:
                members, at = np_list(phrases, at)
                self._take(clause, clause.complements, members, denied)
            elif phrase.kind in ("prep", "to") and at + 1 < len(phrases):
                at = self._adjunct(clause, at, denied)
            elif phrase.kind == "," and self._goes_on(at):
                at = self._goes_on(at)
                continue
            elif phrase.kind in _LIST_MARKS and self._contrast(clause, at, copular):
                at = self._contrast_end(at)
            elif phrase.kind == "coord" and at + 1 < len(phrases) and phrases[at + 1].kind == "prep":
                denied = phrase.low in ("but not", "and not") or (phrase.low in ("but", "but rather") and clause.verb.negated)
                at += 1
                continue
            if at == start:
                return
            denied = False

    def _adjoins(self, mark: int) -> bool:
        """Whether behind a mark a further predicate adjective (or, behind `and`, a noun) follows."""
        following = self.phrases[mark + 1]
        if self.phrases[mark].low in ("but", "but rather", "but not"):
            return False
        return following.kind == "adj" or (following.kind == "np" and self.phrases[mark].kind == "coord" and not self._begins_clause(mark + 1))

    def _take(self, clause: Clause, room: list[Phrase], members: list[Phrase], denied: bool) -> None:
        """Put phrases into a slot, marking those that a negation of their own turns."""
        for member in members:
            own = member.index > 0 and self.phrases[member.index - 1].kind == "neg" and member is not members[0]
            if denied != own:
                clause.flipped.add(member.index)
        room.extend(members)

    def _contrast(self, clause: Clause, at: int, copular: bool) -> bool:
        """`not X but Y`, `X, not Y`: take Y with the other polarity; whether it stood there."""
        phrases = self.phrases
        after = at + 1
        if phrases[at].kind == "," and after < len(phrases) and phrases[after].low in ("but", "but rather"):
            after += 1
        but = phrases[after - 1].low in ("but", "but rather", "but also") and clause.verb.negated
        joined = phrases[after - 1].low in ("but not", "and not") and not clause.verb.negated
        turned = joined or (after < len(phrases) and phrases[after].kind == "neg" and not clause.verb.negated)
        if turned and not joined:
            after += 1
        if not (but or turned) or after >= len(phrases) or phrases[after].kind not in ("np", "adj") or self._begins_clause(after):
            return False
        room = clause.complements if copular else clause.objects
        if not room:
            return False
        clause.flipped.add(phrases[after].index)
        room.append(phrases[after])
        return True

    def _contrast_end(self, at: int) -> int:
        while self.phrases[at].kind not in ("np", "adj"):
            at += 1
        return at + 1

    def _begins_clause(self, at: int) -> bool:
        """Whether the noun phrase at `at` is the subject of a finite verb."""
        behind = _over_attachments(self.phrases, at + 1)
        return behind < len(self.phrases) and self.phrases[behind].kind == "vg" and self.phrases[behind].finite

    def _adjunct(self, clause: Clause, at: int, denied: bool) -> int:
        """Take the prepositional phrase at `at`; its index again if there is none."""
        phrases = self.phrases
        words = [phrases[at].low]
        after = at + 1
        while after < len(phrases) and phrases[after].kind in ("prep", "adv"):
            if phrases[after].kind == "prep":
                words.append(phrases[after].low)
            after += 1
        while after < len(phrases) and phrases[after].kind in ("neg", "adv"):
            denied ^= phrases[after].kind == "neg"
            after += 1
        if after >= len(phrases) or phrases[after].kind not in ("np", "adj"):
            return at
        if words[0] in CONTRAST and len(words) > 1:
            words, denied = words[1:], not denied
        if words[0] in CONTRAST:
            return self._contrasted(clause, after)
        if words == ["than"]:
            return np_list(phrases, after)[1] if phrases[after].kind == "np" else after + 1
        prep = words[-1] if words[-1] in _PLAIN else " ".join(words)
        members, end = np_list(phrases, after, prep=prep) if phrases[after].kind == "np" else ([phrases[after]], after + 1)
        if words[0] == "than":
            return end
        for member in members:
            if denied:
                clause.flipped.add(member.index)
        clause.adjuncts.append((words[-1] if words[-1] in _PLAIN else " ".join(words), members, None))
        return end

    def _contrasted(self, clause: Clause, at: int) -> int:
        """`a hormonal rather than an immune disorder`: what stands behind is denied in the slot before."""
        members, end = np_list(self.phrases, at) if self.phrases[at].kind == "np" else ([self.phrases[at]], at + 1)
        room = clause.complements or clause.objects
        if room:
            for member in members:
                clause.flipped.add(member.index)
            room.extend(members)
        elif clause.adjuncts:
            for member in members:
                clause.flipped.add(member.index)
            clause.adjuncts.append((clause.adjuncts[-1][0], members, None))
        return end

    def _goes_on(self, comma: int) -> int:
        """Where the clause goes on behind a comma: at a prepositional phrase, or behind an interpolation; 0 if it does not."""
        phrases = self.phrases
        after = comma + 1
        if after < len(phrases) and phrases[after].kind == "prep" and phrases[after].low in ("for", "in", "by", "with", "from", "to", "on", "at", "under", "through"):
            behind = _over_attachments(phrases, after)
            if not (behind < len(phrases) and (phrases[behind].kind == "vg" or (phrases[behind].kind == "," and self._subject_follows(behind)))):
                return after
        return 0

    def _subject_follows(self, comma: int) -> bool:
        phrases = self.phrases
        return comma + 2 < len(phrases) and phrases[comma + 1].kind == "np" and phrases[comma + 2].kind == "vg"
