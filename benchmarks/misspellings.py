"""How many misspelled names are found, and how many are put right: 2,000 generated ones in sentences.

    python benchmarks/misspellings.py [SEED]

100 names are drawn from all packs, half of them generic names of medicines, a quarter brands, a quarter other names.
Each is misspelled ten times by one edit and ten times by two: transposition, deletion, insertion, doubling, a swap of
letters that sound alike, a slip to the next key (kinds of slips: Damerau 1964, Kukich 1992). A form that is itself a
known word is drawn again.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from typing import NamedTuple

from factcheck.config import Config
from factcheck.extract.misspellings import find_misspellings
from factcheck.extract.spelling import SHORTEST, WORD, Speller, american
from factcheck.extract.words import Words
from factcheck.knowledge import KnowledgeBase, load_knowledge

DRAWN = {"drug": 50, "brand": 25, "": 25}
PER_NAME = 10
KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
ALIKE = (
    *(("ph", "f"), ("f", "ph"), ("c", "k"), ("k", "c"), ("x", "ks"), ("y", "i"), ("i", "y"), ("z", "s"), ("s", "z")),
    *(("th", "t"), ("t", "th"), ("ei", "ie"), ("ie", "ei"), ("e", "i"), ("a", "e"), ("o", "u"), ("v", "w"), ("j", "g")),
)
SENTENCES = (
    "Doctors often speak of {} with their patients.",
    "Many people have questions about {} before their first visit.",
    "{} was the subject of a large study last year.",
    "The clinic has a leaflet on {} at the desk.",
    "What should you know about {}?",
)


class Slip(NamedTuple):
    """A misspelled name in a sentence: what is written, what is meant, and by how many edits they differ."""

    sentence: str
    wrong: str
    right: str
    edits: int


class Figures(NamedTuple):
    """How many were looked at; shares from 0 to 1 (found of one edit, of two, right of one candidate); what failed."""

    looked_at: int
    single: float
    double: float
    right: float
    missed: list[Slip]
    wronged: list[tuple[Slip, tuple[str, ...]]]


def edited(word: str, chance: random.Random) -> str:
    """The word with one slip of the hand or the ear; its first letter may change too."""
    at = chance.randrange(len(word))
    kind = chance.choice(("transposition", "deletion", "insertion", "doubling", "phonetic", "keyboard"))
    if kind == "transposition":
        at = min(at, len(word) - 2)
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    if kind == "deletion":
        return word[:at] + word[at + 1 :]
    if kind == "insertion":
        return word[:at] + chance.choice("abcdefghijklmnopqrstuvwxyz") + word[at:]
    if kind == "doubling":
        return word[:at] + word[at] + word[at:]
    if kind == "phonetic":
        swaps = [(own, other) for own, other in ALIKE if own in word]
        own, other = chance.choice(swaps)
        places = [place for place in range(len(word)) if word.startswith(own, place)]
        place = chance.choice(places)
        return word[:place] + other + word[place + len(own) :]
    row = next((row for row in KEYS if word[at] in row), "")
    near = [row[place] for place in (row.find(word[at]) - 1, row.find(word[at]) + 1) if 0 <= place < len(row)]
    return word[:at] + (chance.choice(near) if row else "x") + word[at + 1 :]


def slips(speller: Speller, kb: KnowledgeBase, chance: random.Random) -> Iterator[Slip]:
    """The misspelled names, one edit and two."""
    kinds: dict[str, list[tuple[str, str]]] = {kind: [] for kind in DRAWN}
    for own in sorted(kb.entities):
        name, above = kb.entities[own].name, kb.ancestors(own)
        kind = next(kind for kind in DRAWN if not kind or kind in above)
        kinds[kind] += [(name, word) for word in WORD.findall(name) if word.lower() in speller.protected]
    for kind, drawn in DRAWN.items():
        for name, word in chance.sample(kinds[kind], drawn):
            for number in range(2 * PER_NAME):
                edits = 1 + number % 2
                wrong = _misspelled(word, edits, speller, chance)
                yield Slip(chance.choice(SENTENCES).format(name.replace(word, wrong)), wrong, word.lower(), edits)


def _misspelled(word: str, edits: int, speller: Speller, chance: random.Random) -> str:
    while True:
        wrong = word.lower()
        for _ in range(edits):
            wrong = edited(wrong, chance)
        alike = american(wrong) == american(word.lower()) or len(wrong) < SHORTEST
        if not alike and not speller.known(wrong) and not speller.known(wrong.removesuffix("s")):
            return wrong.capitalize() if word[0].isupper() else wrong


def measure(seed: int) -> Figures:
    """Misspell and look."""
    kb = load_knowledge(Config().rules, use_cache=True)
    speller = Speller(kb, Words(kb))
    found: dict[int, list[bool]] = {1: [], 2: []}
    right: list[bool] = []
    missed, wronged = [], []
    for slip in slips(speller, kb, random.Random(seed)):
        flagged = [
            names
            for start, end, names in find_misspellings(slip.sentence, speller)
            if slip.sentence[start:end] == slip.wrong
        ]
        found[slip.edits].append(bool(flagged))
        if not flagged:
            missed.append(slip)
        elif len(flagged[0]) == 1:
            right.append(flagged[0][0] == slip.right)
            if not right[-1]:
                wronged.append((slip, flagged[0]))
    shares = [sum(each) / len(each) for each in (found[1], found[2], right)]
    return Figures(len(found[1]) + len(found[2]), *shares, missed, wronged)


def main() -> None:
    """Print the shares, what was missed and what was put wrong."""
    figures = measure(int(sys.argv[1]) if len(sys.argv) > 1 else 1)
    for slip in figures.missed:
        print(f"missed  {slip.edits}  {slip.wrong}  ({slip.right})")
    for slip, names in figures.wronged:
        print(f"wrong   {slip.edits}  {slip.wrong}  ({slip.right})  {', '.join(names)}")
    print(
        f"found of one edit {figures.single:.1%}, of two {figures.double:.1%}; "
        f"first suggestion right {figures.right:.1%}"
    )


if __name__ == "__main__":
    main()
