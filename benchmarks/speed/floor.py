"""The floor: read, decode, lower, scan for names, every word into a set: `python floor.py TERMS FOLDER…`.

TERMS is a file with a name on each line. What no program of this kind can leave out, with the same scanner as
factcheck; nothing is done with what it finds.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from ahocorasick_rs import AhoCorasick

WORD = re.compile(r"\w+")


def main() -> None:
    """Print how many documents were read, how many names stand in them and how many different words there are."""
    terms, *folders = sys.argv[1:]
    scanner = AhoCorasick(Path(terms).read_text(encoding="utf-8").splitlines())
    documents = hits = 0
    words: set[str] = set()
    for folder in folders:
        for file in sorted(each for each in Path(folder).rglob("*") if each.is_file()):
            text = file.read_bytes().decode("utf-8", "replace").lower()
            hits += len(scanner.find_matches_as_indexes(text, overlapping=False))
            words.update(WORD.findall(text))
            documents += 1
    print(documents, hits, len(words))


if __name__ == "__main__":
    main()
