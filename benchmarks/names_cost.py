"""What looking for misspelled names costs on top of the claims: `python benchmarks/names_cost.py FOLDER [EVERY]`.

Every document (or every EVERYth) is looked through for names alone and read for claims, the one behind the other, in
one process. Printed: seconds for names, seconds for mentions alone, seconds for claims without names, and the shares.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from factcheck.config import Config
from factcheck.extract.claims import Extractor
from factcheck.extract.mentions import find_mentions
from factcheck.extract.misspellings import find_misspellings
from factcheck.extract.spelling import Speller
from factcheck.knowledge import load_knowledge
from factcheck.readers import read


def main() -> None:
    """Print the cost."""
    if len(sys.argv) not in (2, 3):
        raise SystemExit(__doc__)
    every = int(sys.argv[2]) if len(sys.argv) == 3 else 1
    files = sorted(file for file in Path(sys.argv[1]).rglob("*.md") if file.is_file())[::every]
    kb = load_knowledge(Config().rules, use_cache=True)
    tools = Extractor(kb)
    own = Speller(kb, tools.words)  # judges each word anew, as the extractor's does
    names = mentions = whole = 0.0
    size = 0
    for file in files:
        raw = file.read_bytes()
        document = read(file.name, raw)
        size += len(raw)
        times = [time.perf_counter()]
        find_misspellings(document.text, own)
        times.append(time.perf_counter())
        find_mentions(document.text, tools.lexicon)
        times.append(time.perf_counter())
        tools.read(document)
        times.append(time.perf_counter())
        names += times[1] - times[0]
        mentions += times[2] - times[1]
        whole += times[3] - times[2]
    claims = whole - names
    print(f"{len(files)} documents, {size / 1e6:.1f} MB: names {names:.1f} s, claims without names {claims:.1f} s")
    print(f"names cost {names / claims:.1%} on top of claims; {names / mentions:.0%} of the time that mentions take")


if __name__ == "__main__":
    main()
