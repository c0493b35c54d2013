"""Whether comparing scales: generated claims, held together: `python benchmarks/between.py [DOCUMENTS]`.

100,000 documents with 5 claims each by default, over the entities and relations of the packs, a few of them denied, in
a few circumstances, with numbers. Printed: seconds for holding them together on one core, the peak memory, and how
many disagreements there are.
"""

from __future__ import annotations

import random
import resource
import sys
import time

from factcheck.compare.topics import disagreements
from factcheck.config import Config
from factcheck.knowledge import KnowledgeBase, load_knowledge
from factcheck.model.span import Span
from factcheck.model.telling import Amount, Place, Position, Telling

CLAIMS = 5
RELATIONS = ("treats", "caused-by", "inhibits", "is-a", "prevents", "side-effect")
SCOPES = ((), (("people", ("child",)),), (("route", ("topical",)),), (("extent", ("mild",)),))


def generated(documents: int, kb: KnowledgeBase, chance: random.Random) -> list[Telling]:
    """The claims of so many documents; one in ten is a denial, one in twenty a dose."""
    drugs = sorted(each for each in kb.entities if kb.is_a(each, "drug"))[:400]
    diseases = sorted(each for each in kb.entities if kb.is_a(each, "disease"))[:300]
    positions: dict[Position, Position] = {}
    found = []
    for number in range(documents):
        path = f"docs/{number // 1000:03}/{number:06}.md"
        for at in range(CLAIMS):
            if chance.random() < 0.05:
                amount = Amount(float(chance.choice((1, 2, 4, 5, 10, 50))), 50.0, "mg", "day")
                told = Position(chance.choice(drugs), "daily-dose", "", amount=amount)
            else:
                relation, scope = chance.choice(RELATIONS), chance.choice(SCOPES)
                one, other = chance.choice(drugs), chance.choice(diseases)
                subject, thing = (other, one) if relation == "caused-by" else (one, other)
                told = Position(subject, relation, thing, chance.random() > 0.1, chance.random() > 0.2, scope)
            told = positions.setdefault(told, told)
            span = Span(at * 80, at * 80 + 60)
            found.append(Telling(told, Place(path, span, span, "words of the claim as they stand in the text")))
    return found


def main() -> None:
    """Generate, compare, print."""
    documents = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    kb = load_knowledge(Config().rules, use_cache=True)
    tellings = generated(documents, kb, random.Random(1))
    start = time.perf_counter()
    found = disagreements(tellings, kb)
    taken = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{documents} documents, {len(tellings)} claims: {taken:.1f} s, peak {peak:.0f} MiB")
    print(f"{len(found)} disagreements")


if __name__ == "__main__":
    main()
