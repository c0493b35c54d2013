"""Packs of as many facts as are wanted, and documents that name them: `python -m benchmarks.speed.generated_packs`.

Each fact is of a medicine with four names and a disease with one: 10,000 facts are 50,000 names. Packs are nested: the
one of 1,000 facts begins with that of 100, so that the same documents make the same claims under each.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

NAMES_OF_A_FACT = 5
FACTS_OF_A_FILE = 1000
SYLLABLES = tuple(a + b for a in ("b", "br", "c", "d", "dr", "f", "g", "l", "m", "n", "p", "r", "t", "tr", "v", "z")
                  for b in ("a", "e", "i", "o", "u"))  # fmt: skip
OF_DRUGS = ("tinib", "mab", "zole", "pril", "statin", "mycin")
OF_DISEASES = ("osis", "itis", "algia", "emia")


@dataclass(frozen=True)
class Made:
    """A fact: its number, the names of its medicine (the first is the usual one) and that of its disease."""

    number: int
    drug: tuple[str, ...]
    disease: str


def made_facts(count: int, seed: int = 1) -> Iterator[Made]:
    """The facts in order; no name stands twice. The first n of a larger count are the n of a smaller one."""
    chance = random.Random(seed)
    used: set[str] = set()

    def name(endings: tuple[str, ...]) -> str:
        while True:
            new = "".join(chance.choices(SYLLABLES, k=3)) + chance.choice(endings)
            if new not in used:
                used.add(new)
                return new

    for number in range(count):
        yield Made(number, tuple(name(OF_DRUGS) for _ in range(NAMES_OF_A_FACT - 1)), name(OF_DISEASES))


def write_pack(count: int, folder: Path, seed: int = 1) -> Path:
    """Write a pack of so many facts into a new folder, and return it."""
    for part in ("entities", "facts", "citations"):
        (folder / part).mkdir(parents=True)
    head = f"id: {folder.name}\nversion: 0.1.0\ntitle: {count} generated facts\nrequires: [biomedical]\n"
    (folder / "pack.yaml").write_text(head, encoding="utf-8")
    source = 'citations:\n  made: {title: "A made source", publisher: "Nobody", url: "https://example.org/made"}\n'
    (folder / "citations/made.yaml").write_text(source, encoding="utf-8")
    facts = list(made_facts(count, seed))
    for start in range(0, count, FACTS_OF_A_FILE):
        batch = facts[start : start + FACTS_OF_A_FILE]
        entities = "entities:\n" + "".join(_entities(each) for each in batch)
        (folder / f"entities/part-{start:06}.yaml").write_text(entities, encoding="utf-8")
        (folder / f"facts/part-{start:06}.yaml").write_text("facts:\n" + "".join(map(_fact, batch)), encoding="utf-8")
    return folder


def _entities(each: Made) -> str:
    usual, *others = each.drug
    return (
        f"  made-drug-{each.number}: {{name: {usual}, is: [drug], also: [{', '.join(others)}]}}\n"
        f"  made-disease-{each.number}: {{name: {each.disease}, is: [disease]}}\n"
    )


def _fact(each: Made) -> str:
    drug, disease = each.drug[0], each.disease
    return (
        f"  - id: made-{each.number}\n"
        f"    claim: {{subject: made-drug-{each.number}, relation: treats, object: made-disease-{each.number},"
        " polarity: no}\n"
        f"    says: {drug.capitalize()} does nothing for {disease}.\n"
        "    severity: error\n    sources: [made]\n    reviewed: 2026-11-22\n    examples:\n"
        f'      wrong: ["{drug.capitalize()} treats {disease}.", "{disease.capitalize()} is treated with {drug}."]\n'
        f'      right: ["{drug.capitalize()} does not treat {disease}."]\n'
        f'      silent: ["Does {drug} treat {disease}?", "If {drug} treats {disease}, we shall tell you."]\n'
    )


def documents_on(facts: int, pool: list[str], count: int, seed: int = 1) -> Iterator[str]:
    """Documents of two paragraphs of `pool` and six sentences on facts: two wrong, two right, two that claim nothing.

    The facts are drawn from the first `facts` of a pack.
    """
    chance = random.Random(seed)
    made = list(made_facts(facts))
    wordings = ("{} treats {}.", "{} is used to treat {}.", "{} does not treat {}.", "{} does nothing for {}.",
                "Does {} treat {}?", "Nobody has shown that {} treats {}.")  # fmt: skip
    for number in range(count):
        told = []
        for wording in wordings:
            each = chance.choice(made)
            sentence = wording.format(chance.choice(each.drug), each.disease)
            told.append(sentence[0].upper() + sentence[1:])
        yield f"# Page {number}\n\n{chance.choice(pool)}\n\n{' '.join(told)}\n\n{chance.choice(pool)}\n"


def main() -> None:
    """Write a pack from the command line: FACTS FOLDER."""
    if len(sys.argv) != 3 or not sys.argv[1].isdigit():
        raise SystemExit("usage: python -m benchmarks.speed.generated_packs FACTS FOLDER")
    print(write_pack(int(sys.argv[1]), Path(sys.argv[2])))


if __name__ == "__main__":
    main()
