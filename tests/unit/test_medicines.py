"""The pack of names of medicines: what it holds, that real names stay as they are, and that it can be built again."""

from __future__ import annotations

import importlib
import importlib.util
import sys
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from factcheck.config import Config
from factcheck.extract.misspellings import find_misspellings
from factcheck.extract.spelling import Speller
from factcheck.extract.words import Words
from factcheck.knowledge import KnowledgeBase, load_knowledge

ROOT = Path(__file__).resolve().parents[2]
RULES = ROOT / "rules"
WORDNET = ROOT / ".venv/wordnet/package/dict"
SOURCES = ("symspellpy", "spellchecker", "english_words", "lemminflect", "drug_named_entity_recognition")
CHUNKS = 8
CHOICES = [*((pack,) for pack in Config().rules), Config().rules]


@lru_cache(maxsize=8)
def knowledge(rules: tuple[str, ...]) -> KnowledgeBase:
    return load_knowledge(rules, True)


@lru_cache(maxsize=8)
def speller(rules: tuple[str, ...]) -> Speller:
    return Speller(knowledge(rules), Words(knowledge(rules)))


def names_of(pack: str) -> list[str]:
    (own,) = (each for each in knowledge(Config().rules).packs if each.id == pack)
    return [name.text for entity in own.entities for name in entity.names]


def test_it_holds_enough() -> None:
    (pack,) = (each for each in knowledge(Config().rules).packs if each.id == "medicines")
    brands = [each for each in pack.entities if each.parents == ("brand",)]
    assert len(pack.entities) - len(brands) >= 1500
    assert len(brands) >= 1000


@pytest.mark.parametrize("chunk", range(CHUNKS))
@pytest.mark.parametrize("rules", CHOICES, ids="+".join)
def test_real_names_are_never_corrected(rules: tuple[str, ...], chunk: int) -> None:
    names = [name.text for name in knowledge(Config().rules).names][chunk::CHUNKS]
    sentences = [f"The doctors of the clinic spoke of {name} that day." for name in names]
    found = [(text, names) for text in sentences for *_, names in find_misspellings(text, speller(rules))]
    assert found == []


def test_no_name_is_an_everyday_word() -> None:
    lines = (RULES / "english/words.txt").read_text(encoding="utf-8").splitlines()
    forms = {line.partition("\t")[0] for line in lines if not line.startswith("#")}
    assert sorted(name for name in names_of("medicines") if name.lower() in forms) == []


def test_names_are_long_enough() -> None:
    assert [name for name in names_of("medicines") if len(name) < 5 or not name.isalpha()] == []


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("doxcycline", "doxycycline"),
        ("carbamazapine", "carbamazepine"),
        ("allupurinol", "allopurinol"),
        ("imatanib", "imatinib"),
        ("infliximib", "infliximab"),
        ("pembrolizumub", "pembrolizumab"),
        ("Remicaid", "remicade"),
        ("Keytrudda", "keytruda"),
        # short names, where what stands there is no word
        ("valtrxe", "valtrex"),
        ("Vlatrex", "valtrex"),
        ("statnni", "statin"),
        ("aspiirn", "aspirin"),
        ("rinvq", "rinvoq"),
        # broken in two
        ("mino xidil", "minoxidil"),
        ("ruxo-litinib", "ruxolitinib"),
        ("fina\u2011steride", "finasteride"),
        ("Olu miant", "olumiant"),
        ("sertra line", "sertraline"),
        ("infl ammation", "inflammation"),
        # procedures and proteins
        ("tonsilectomy", "tonsillectomy"),
        ("ferittin", "ferritin"),
    ],
)
def test_misspelled_names_are_found(wrong: str, right: str) -> None:
    text = f"She was given {wrong} for a year."
    found = [(text[start:end], names) for start, end, names in find_misspellings(text, speller(Config().rules))]
    assert found == [(wrong, (right,))]


@pytest.mark.parametrize(
    "word",
    [
        *("cubilin", "dynactin", "triatomine", "dimethicone", "superfood", "Delacorte", "Concentra"),
        # built on a name, or run together with the next word
        *(
            "angiographer",
            "angiographers",
            "misregulation",
            "hemoglobinan",
            "endoscopea",
            "gallbladderare",
            "toarrhythmias",
        ),
        *("hypokalemic", "Hyperkalemic", "pneumothoraces", "vasculitic", "cirrhotic", "melanomata"),
        # nearer to a plain word than to a name; a brand in small letters
        *("mucosais", "ligments", "problemsa", "asangioplasty"),
        # a town, and a brand from abroad
        *("Creston", "Pantostin"),
        # what looks like a word and lies two edits from a short name
        *("atrophin", "pristanic", "amorph", "Geroderma", "pomacea"),
        # names of people and programs near short names and brands
        *("Holzen", "Sartaj", "Entrez", "Nonaka", "Behcet", "Verloes", "chestor", "cular", "rpath"),
    ],
)
def test_other_words_are_silent(word: str) -> None:
    assert find_misspellings(f"They spoke of {word} that day.", speller(Config().rules)) == []


@pytest.mark.parametrize(
    "text",
    [
        "An anti-androgen and a beta-blocker were given.",
        "Over-production of cells makes over production of platelets likely.",
        "It passes into the blood stream.",
        "An electro-encephalogram was made.",
        "Is it ring worm or chicken pox?",
        "They spoke of fina\nsteride.",
        'It is often misspelled as "mino xidil".',
        "See fina-steride.com for more.",
    ],
)
def test_what_is_written_apart_is_silent(text: str) -> None:
    assert find_misspellings(text, speller(Config().rules)) == []


@pytest.mark.parametrize(
    ("word", "names"),
    [("prednisolne", ["prednisolone", "prednisone"]), ("abricitinib", ["abrocitinib", "baricitinib"])],
)
def test_what_may_be_two_medicines_names_both(word: str, names: list[str]) -> None:
    found = find_misspellings(f"She was given {word} for a year.", speller(Config().rules))
    assert [sorted(each) for *_, each in found] == [names]


def test_an_authors_own_list_is_no_list_of_misspellings() -> None:
    text = "She takes metforminn, amoxicilin, azithromicin and lisinoprol."
    assert len(find_misspellings(text, speller(Config().rules))) == 4
    assert find_misspellings(text.replace(",", "").replace(" and", ""), speller(Config().rules)) == []


def test_odd_words_bear_letters_that_hardly_stand_together() -> None:
    words = Words(knowledge(Config().rules))
    assert {word for word in ("minoxdiil", "valtrxe", "statnni") if words.odd(word)} == {
        "minoxdiil",
        "valtrxe",
        "statnni",
    }
    assert {word for word in ("finasteride", "atrophin", "amorph", "hair", "table") if words.odd(word)} == set()


def tool(name: str, monkeypatch: pytest.MonkeyPatch) -> Any:
    """A module of the folder of tools; skips the test if its sources are not installed."""
    missing = [each for each in SOURCES if importlib.util.find_spec(each) is None]
    if missing:
        pytest.skip(f"the sources are not installed ({', '.join(missing)}); `make guards` does it")
    monkeypatch.syspath_prepend(str(ROOT / "tools"))
    sys.modules.pop(name, None)
    return importlib.import_module(name)


def test_the_names_are_built_again_byte_for_byte(monkeypatch: pytest.MonkeyPatch) -> None:
    for file, text in tool("build_medicines", monkeypatch).build().items():
        assert (RULES / "medicines/entities" / file).read_bytes() == text.encode()


@pytest.mark.timeout(300)
def test_guards_are_built_again_byte_for_byte(monkeypatch: pytest.MonkeyPatch) -> None:
    guards = tool("build_guards", monkeypatch)
    if not WORDNET.is_dir():
        pytest.skip("WordNet is not there; `make guards` fetches it")
    ranks = guards.frequencies()
    real = guards.pool(WORDNET, ranks)
    text = guards.text_of(*guards.build("common-medicine", real, guards.towns_beside(real), ranks))
    assert (RULES / "common-medicine/guards.txt").read_bytes() == text.encode()
