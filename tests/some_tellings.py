"""Tellings of documents that part in much, for the tests of comparison."""

from __future__ import annotations

import random
from itertools import product

from factcheck.model.span import Span
from factcheck.model.telling import Amount, Place, Position, Telling

DRUG, DISEASE = "minoxidil", "androgenetic-alopecia"


def telling(position: Position, document: str, sentence: int = 0) -> Telling:
    span = Span(sentence * 50, sentence * 50 + 40)
    return Telling(position, Place(document, span, span, "words"))


def some(chance: random.Random) -> list[Telling]:
    """Tellings of a few documents, several to a sentence, that part in much."""
    found = []
    for document, sentence in product(range(chance.randint(2, 8)), range(3)):
        for _ in range(chance.randint(0, 3)):
            dose = float(chance.choice((1, 5, 10)))
            drug = chance.choice((DRUG, "finasteride"))
            position = chance.choice(
                (
                    Position(drug, "daily-dose", "", amount=Amount(dose, dose, "mg", "day")),
                    Position(drug, "treats", DISEASE, chance.random() < 0.5, chance.random() < 0.7),
                    Position(drug, "treats", DISEASE, exclusive="only", among="drug"),
                    Position(drug, "treats", "alopecia-areata", known=chance.choice(("agrees", "contradicts"))),
                )
            )
            found.append(telling(position, f"d{document}", sentence))
    return found
