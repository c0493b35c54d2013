"""Words -> misspelled names: words that are none, and the protected names that lie near them.

A protected word is a technical word (six letters or more) of a name: known words and real names are
never corrected, and the packs' guards (made by tools/build_guards.py) list those near protected
words. Distance is optimal string alignment, bounded by length; an equal phonetic key allows one edit more, as does a
word that bears three letters in a row that hardly any word has. Thresholds: section 6 of the design.
"""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Any

from factcheck.extract.derived_words import PREFIXES, is_built, runs_on
from factcheck.extract.likelier import plainer
from factcheck.extract.mentions import plural_of
from factcheck.extract.name_halves import NameHalves, name_halves
from factcheck.extract.name_rows import NameRows, name_rows
from factcheck.knowledge import kept
from factcheck.model.edits import edits_between

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.extract.words import Words
    from factcheck.knowledge.base import KnowledgeBase

WORD = re.compile(r"[^\W\d_]+")
SHORTEST = 6
"""Letters of the shortest protected word; a misspelling of it may lack one."""
LONGEST = 40
SURE = 8
"""Letters of a name that a capitalised unknown word is not near by chance."""
_MEDICINES = frozenset(("drug", "brand"))
PLAIN = "-"
"""Stands in guards.txt before a word of a name that is plain English, and so is not protected."""
_SOUNDS = (
    *(("ph", "f"), ("qu", "k"), ("ck", "k"), ("c", "k"), ("z", "s"), ("x", "ks"), ("y", "i"), ("th", "t")),
    *(("ae", "e"), ("oe", "e"), ("w", "v"), ("q", "k"), ("j", "g")),
)
_UNHEARD = str.maketrans("", "", "aeiouh")
_DOUBLE = re.compile(r"(.)\1+")
_BRITISH = (
    *(("aemia", "emia"), ("paenia", "penia"), ("haem", "hem"), ("oest", "est"), ("oedem", "edem"), ("aetio", "etio")),
    *(("rrhoe", "rrhe"), ("anaes", "anes"), ("paed", "ped"), ("faec", "fec"), ("our", "or"), ("isa", "iza")),
    *(("ise", "ize"), ("isi", "izi"), ("yse", "yze"), ("sulph", "sulf"), ("leuco", "leuko"), ("ogue", "og")),
)


def sound(word: str) -> str:
    """A coarse phonetic key: like consonants fall together, vowels but the first are dropped, doubles are single."""
    low = word.lower()
    for letters, key in _SOUNDS:
        low = low.replace(letters, key)
    return _DOUBLE.sub(r"\1", low[:1] + low[1:].translate(_UNHEARD))


def edits_allowed(size: int, alike: bool, odd: bool = False) -> int:
    """How many edits a misspelling may lie from a protected word of `size` letters.

    `alike` if both sound the same, `odd` if the misspelling does not look like a word: a word of nine letters that
    looks like one and lies two edits from a name is a word that no list holds.
    """
    if size < SHORTEST:
        return 0
    if size <= 9:
        return 2 if odd or (alike and size > SHORTEST) else 1
    return 2 + alike


_BOUNDS = tuple(tuple(partial(edits_allowed, alike=alike, odd=odd) for alike in (False, True)) for odd in (False, True))
"""Whether a form is odd -> how near a name may lie that sounds otherwise, and one that sounds the same."""


def american(word: str) -> str:
    """The word with the British spellings made American: tumour, tumor; leucocytosis, leukocytosis."""
    for british, other in _BRITISH:
        word = word.replace(british, other)
    return word


def singulars(word: str) -> list[str]:
    """What a word may be the plural of, by its form: "dystrophies" of "dystrophy", "dystrophie"."""
    if not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return []
    found = [word[:-1]]
    if word.endswith("ies"):
        found.append(word[:-3] + "y")
    elif word.endswith("es"):
        found += [word[:-2], word[:-2] + "is"]
    return found


def technical_words(kb: KnowledgeBase, words: Words) -> dict[str, list[str]]:
    """Words of names of protected entities that could be protected -> the entities that bear them, in order.

    Left out: short ones, forms of verbs, and capitalised words inside a name ("Hamilton-Norwood scale").
    """
    found: dict[str, dict[str, None]] = {}
    for name in kb.names:
        if name.kind not in ("name", "exact") or not kb.entities[name.entity].protect:
            continue
        parts = WORD.findall(name.text)
        for part in parts:
            low = part.lower()
            proper = len(parts) > 1 and part[0].isupper() and name.text[0].islower()
            if len(low) >= SHORTEST and low.isascii() and not proper and not _verb(low, words):
                found.setdefault(low, {})[name.entity] = None
    return {word: list(entities) for word, entities in found.items()}


class Speller:
    """Judges each distinct word once."""

    def __init__(self, kb: KnowledgeBase, words: Words) -> None:
        """Collect protected words from the names of the packs, and every word that is right as it is."""
        self._kb, self._words = kb, words
        tables = kept(kb, "spelling", __file__, lambda: _tables(kb, words))
        self._shared: dict[str, list[str]] = tables[0]
        self.protected: dict[str, str] = tables[1]
        self._preferred: set[str] = tables[2]
        self.brands: set[str] = tables[3]
        self._right: set[str] = tables[4]
        self.places: set[str] = tables[5]
        self._names: str = tables[6]
        self.halves = NameHalves(tables[7], self.known)
        self._rows = NameRows(tables[8])
        self._sounds: dict[str, str] = {}
        self._cache: dict[str, tuple[int, tuple[str, ...]]] = {}
        self._clean: set[str] = set()

    def candidates(self, word: str) -> tuple[str, ...]:
        """Protected words that a word (lower case) may stand for: none, one (sure), or several (ambiguous)."""
        return self.suspects({word}).get(word, (0, ()))[1]

    def suspects(self, words: set[str]) -> dict[str, tuple[int, tuple[str, ...]]]:
        """Of words (lower case), the misspelled ones: edits to the nearest protected words, and these words."""
        found = {}
        for word in words - self._clean:
            judged = self._cache.get(word) or self._judge(word)
            if judged[1]:
                found[word] = self._cache[word] = judged
            else:
                self._clean.add(word)
        return found

    def is_medicine(self, word: str) -> bool:
        """Whether a protected word names a medicine or a brand of one."""
        return _is_medicine(self.protected[word], self._kb)

    def is_compound(self, head: str, tail: str) -> bool:
        """Whether head and tail may well stand apart: with a prefix (anti-androgen), or in a name of two words.

        Names of medicines never do; of others, those whose halves look like words (blood stream).
        """
        name = head + tail
        single = self.is_medicine(name) and self.protected[name] not in self._kb.class_ids
        if (head in PREFIXES and not single) or re.search(rf"{head}[ -]{tail}", self._names):
            return True
        return not self.is_medicine(name) and not self._words.odd(head) and not self._words.odd(tail)

    def known(self, word: str) -> bool:
        """Whether a word (lower case) is right as it stands, as far as packs and guards tell."""
        return word in self._right or self._words.known(word)

    def _judge(self, word: str) -> tuple[int, tuple[str, ...]]:
        if not SHORTEST - 1 <= len(word) <= LONGEST or not word.isascii() or self.known(word) or self._derived(word):
            return 0, ()
        stems = singulars(word)
        if any(self.known(stem) for stem in stems):
            return 0, ()
        near: dict[str, tuple[int, int]] = {}
        for form in (word, *stems[:1]):
            for distance, choice in self._near(form):
                if american(form) == american(choice):
                    return 0, ()
                cost = (2 * distance - self.alike(form, choice), distance)
                near[choice] = min(cost, near.get(choice, cost))
        if not near or self._plain([word, *stems[:1]], near):
            return 0, ()
        ranked = sorted(near, key=lambda choice: (near[choice], choice not in self._preferred, choice))
        best = near[ranked[0]]
        return best[1], self._distinct(choice for choice in ranked if near[choice][0] <= best[0] + 1)

    def _plain(self, forms: list[str], near: dict[str, tuple[int, int]]) -> bool:
        """Whether one of the forms is rather a misspelled plain word than a name near it."""
        choice, (_, edits) = min(near.items(), key=lambda each: (each[1], each[0]))
        if self.is_medicine(choice):
            return False
        return any(plainer(form, choice, edits, self._is_plain) for form in forms)

    def _is_plain(self, word: str) -> bool:
        return self.known(word) and self.protected.keys().isdisjoint((word, *singulars(word)))

    def _near(self, form: str) -> Iterable[tuple[int, str]]:
        """(edits, protected word) of every protected word that a form may be a misspelling of."""
        plainly, by_sound = bounds = _BOUNDS[self._words.odd(form)]
        close, farther = self._rows.near(form, *bounds)
        own = self._sound(form)
        for choice in (*close, *(each for each in farther if self._sound(each) == own)):
            distance, size = edits_between(form, choice), len(choice)
            if 0 < distance <= plainly(size) or (0 < distance <= by_sound(size) and self._sound(choice) == own):
                yield distance, choice

    def alike(self, word: str, other: str) -> bool:
        """Whether two words sound the same."""
        return self._sound(word) == self._sound(other)

    def _sound(self, word: str) -> str:
        found = self._sounds.get(word)
        if found is None:
            found = self._sounds[word] = sound(word)
        return found

    def _derived(self, word: str) -> bool:
        return is_built(word, self.protected, self._right, self.brands) or runs_on(word, self.protected, self._right)

    def _distinct(self, ranked: Iterable[str]) -> tuple[str, ...]:
        """The best word of each concept."""
        kept: list[str] = []
        for choice in ranked:
            if not any(self._concepts(choice) & self._concepts(each) for each in kept):
                kept.append(choice)
        return tuple(kept)

    def _concepts(self, name: str) -> set[str]:
        """The entities that a protected word may stand for."""
        return set(self._shared.get(name) or (self.protected[name],))


def _tables(kb: KnowledgeBase, words: Words) -> tuple[Any, ...]:
    """The tables of a speller, in the order of its fields; the first are the words that may stand for several."""
    plain = {guard[len(PLAIN) :] for guard in kb.guards if guard.startswith(PLAIN)}
    bearers = {word: who for word, who in technical_words(kb, words).items() if word not in plain}
    concepts = _concepts(kb, bearers)
    protected = {word: concept[0] for word, concept in concepts.items()}
    preferred = {entity.name.lower() for entity in kb.entities.values()}
    brands = {word for word, entity in protected.items() if kb.entities[entity].name[0].isupper()}
    names = "\n".join(name.text for name in kb.names).lower()
    right = {guard.lstrip(PLAIN) for guard in kb.guards if guard.islower()}
    right.update(WORD.findall(names), (plural_of(word) for word in protected))
    places = {guard.lower() for guard in kb.guards if not guard.islower()}
    medicines = [word for word in protected if len(word) >= SURE and _is_medicine(protected[word], kb)]
    shared = {word: concept for word, concept in concepts.items() if len(concept) > 1}
    halves = name_halves(protected, medicines)
    return shared, protected, preferred, brands, right, places, names, halves, name_rows(protected)


def _is_medicine(entity: str, kb: KnowledgeBase) -> bool:
    """Whether an entity is a medicine or a brand of one."""
    return not _MEDICINES.isdisjoint(kb.ancestors(entity))


def _verb(word: str, words: Words) -> bool:
    return any(tag.startswith("vb") for tag in words.tags(word))


def _concepts(kb: KnowledgeBase, bearers: dict[str, list[str]]) -> dict[str, list[str]]:
    """Protected word -> the entities of which it is the whole name; if there is none, all entities that bear it."""
    whole: dict[str, list[str]] = {word: [] for word in bearers}
    for own, name in [(each.id, each.name) for each in kb.entities.values()] + [(n.entity, n.text) for n in kb.names]:
        low = name.lower()
        if low in whole and own not in whole[low]:
            whole[low].append(own)
    return {word: whole[word] or bearers[word] for word in bearers}
