"""Time per sentence on long and awkward ones: `python benchmarks/sentences.py`.

Each sentence is read and judged as a document of its own; the best processor time of three runs is printed, the slowest
last. No sentence should take more than `LIMIT` milliseconds (exit 1 if one does). Never a test.
"""

from __future__ import annotations

import time

from factcheck.config import Config
from factcheck.engine import knowledge
from factcheck.extract.claims import Extractor
from factcheck.readers import read
from factcheck.run import report_of

LIMIT = 50.0
RUNS = 3
_NAMES = ("baricitinib", "ritlecitinib", "cytokines", "alopecia areata", "JAK3", "finasteride", "minoxidil", "DHT")


def _names(count: int, mark: str) -> str:
    return mark.join(_NAMES[at % len(_NAMES)] for at in range(count))


def sentences() -> dict[str, str]:
    """The sentences by what is awkward about them."""
    return {
        "10,000 words, one name": "Cytokines " + "are seen to make the skin a little warmer and " * 1111 + "rest.",
        "10,000 words, no name": "The old house " + "had a door that led to a room and " * 1111 + "rest.",
        "500 commas": "Baricitinib, " + "as we said, " * 499 + "inhibits JAK3.",
        "500 commas between names": f"The drug blocks {_names(500, ', ')} and TYK2.",
        "300 names, no mark": f"Doctors say {_names(300, ' ')} is an enzyme.",
        "300 names joined by and": f"{_names(300, ' and ')} are enzymes.",
        "300 names, each with a verb": " and ".join(
            f"{_NAMES[at % 8]} blocks {_NAMES[(at + 1) % 8]}" for at in range(150)
        ),
        "nested brackets": "Baricitinib " + "(an enzyme " * 200 + ")" * 200 + " inhibits JAK3.",
        "brackets in a row": "Baricitinib " + "(a drug) " * 300 + "inhibits JAK3.",
        "relatives in relatives": "Baricitinib, " + "which blocks JAK3, " * 200 + "is an enzyme.",
        "that in that": "They say " + "that doctors say " * 200 + "that cytokines are enzymes.",
        "colons": "Baricitinib: " * 300 + "an enzyme.",
        "negations": "Cytokines are " + "not " * 500 + "enzymes.",
        "prepositions": "Cytokines " + "of the skin in the scalp " * 200 + "are enzymes.",
        "such as": "Enzymes " + "such as cytokines " * 200 + "drive it.",
        "whose": "Ritlecitinib, " + "whose targets are JAK1 and JAK2, " * 150 + "sells.",
    }


def milliseconds(text: str, extractor: Extractor, config: Config) -> float:
    """The best time for one document that holds only this sentence."""
    best = float("inf")
    for _ in range(RUNS):
        document = read("sentence.txt", text.encode())
        start = time.process_time()
        report_of(document, extractor.read(document), extractor.kb, config)
        best = min(best, time.process_time() - start)
    return 1000 * best


def main() -> None:
    """Print all figures; exit 1 if one is above the limit."""
    config = Config(isolated=True)
    extractor = Extractor(knowledge(config))
    taken = {name: milliseconds(text, extractor, config) for name, text in sentences().items()}
    for name, each in sorted(taken.items(), key=lambda pair: pair[1]):
        print(f"{each:9.1f} ms  {name}")
    if max(taken.values()) > LIMIT:
        raise SystemExit(f"above {LIMIT:.0f} ms")


if __name__ == "__main__":
    main()
