"""Between documents: pairs that conflict, differ or agree; the real articles; the table, the list and the impact."""

from __future__ import annotations

import json
import random
import shutil
from collections import Counter
from pathlib import Path

import pytest
import yaml

from factcheck.between import disagreeing, found_between
from factcheck.config import Config
from factcheck.discover import discover
from factcheck.engine import knowledge
from factcheck.run import check_sources
from tests.conftest import Command

ROOT = Path(__file__).resolve().parent.parent
PAIRS = yaml.safe_load((ROOT / "tests/cases/pairs.yaml").read_text(encoding="utf-8"))
SEEDS = ROOT.parent / "shared" / "seeds"
FOUND = {"FC401": "conflict", "FC402": "tension"}
real = pytest.mark.skipif(not SEEDS.is_dir(), reason="the real articles are not part of the project")


def between(folder: Path, *texts: str) -> list[tuple[str, str, str]]:
    """(path, code, message) of the findings between texts, each written as an article of its own."""
    for number, text in enumerate(texts):
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    config = Config(isolated=True, select=("FC4",))
    report = check_sources(discover([str(folder)]), config)
    found = [(document.path, each) for document in report.documents for each in document.findings]
    return [(Path(path).name, each.code, each.message) for path, each in found]


def kind_of(folder: Path, pair: dict[str, str]) -> str:
    codes = [code for _, code, _ in between(folder, pair["first"], pair["second"])]
    return FOUND[min(codes)] if codes else "compatible"


@pytest.mark.timeout(120)
def test_pairs_are_told_apart(tmp_path: Path) -> None:
    counts: Counter[tuple[str, str]] = Counter()
    for wanted, pairs in PAIRS.items():
        for number, pair in enumerate(pairs):
            folder = tmp_path / f"{wanted}{number}"
            folder.mkdir()
            counts[wanted, kind_of(folder, pair)] += 1
    assert {wanted: len(pairs) for wanted, pairs in PAIRS.items()} == {"conflict": 40, "tension": 20, "compatible": 20}
    assert counts["compatible", "compatible"] == 20
    told = sum(count for (_, found), count in counts.items() if found == "conflict")
    assert counts["conflict", "conflict"] >= 0.95 * told
    assert counts["conflict", "conflict"] >= 0.85 * 40


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Onion juice works in alopecia areata in mice.", "Onion juice does not work in alopecia areata."),
        ("Minoxidil works in androgenetic alopecia.", "Minoxidil does not work in alopecia areata."),
        ("Does onion juice work in alopecia areata?", "Onion juice does not work in alopecia areata."),
        ("Myth: Onion juice works in alopecia areata.", "Onion juice does not work in alopecia areata."),
        ("Oral onion juice works in psoriasis.", "Topical onion juice does not work in psoriasis."),
        ("JAK is a protein.", "The Janus kinases (JAKs) are a family of enzymes."),
        ("Baricitinib was the first JAK inhibitor with FDA approval for alopecia areata.",
         "In June 2023 the FDA approved ritlecitinib for alopecia areata."),
        ("Jakafi is approved for myelofibrosis.", "Jakafi is approved for polycythemia vera."),
        ("Alopecia areata is not caused by hormones.", "Alopecia areata is caused by the immune system."),
        ("Dutasteride is approved in South Korea for hair loss.",
         "Dutasteride is not approved in the USA for hair loss."),
    ],
)  # fmt: skip
def test_what_can_both_be_true_is_silent(first: str, second: str, tmp_path: Path) -> None:
    assert between(tmp_path, first, second) == []


@pytest.mark.parametrize(
    ("first", "second", "code"),
    [
        ("Onion juice works in alopecia areata.", "Onion juice is of no use in alopecia areata.", "FC401"),
        ("Onion juice cures alopecia areata.", "Onion juice does not help in alopecia areata.", "FC401"),
        ("Creatine raises DHT.", "Creatine lowers DHT.", "FC401"),
        ("Olumiant is made by Pfizer.", "Olumiant is made by Eli Lilly.", "FC401"),
        ("Tinea capitis is a fungal infection.", "Tinea capitis is caused by bacteria.", "FC401"),
        ("Alopecia areata is not caused by hats.", "Alopecia areata is caused by hats.", "FC401"),
        ("Onion juice may work in alopecia areata.", "Onion juice does not work in alopecia areata.", "FC402"),
        ("Onion juice works in mild alopecia areata.", "Onion juice does not work in alopecia areata.", "FC402"),
        ("JAK inhibitors do not work in psoriasis.", "Tofacitinib works in psoriasis.", "FC402"),
        ("Baricitinib is the only JAK inhibitor with an approval for alopecia areata.",
         "Ritlecitinib helps in alopecia areata.", "FC402"),
    ],
)  # fmt: skip
def test_what_cannot_be_true_of_both_is_told(first: str, second: str, code: str, tmp_path: Path) -> None:
    assert {found for _, found, _ in between(tmp_path, first, second)} == {code}


def test_the_odd_one_out_is_told_once_with_all_the_others(tmp_path: Path) -> None:
    denial, claim = "Onion juice does not work in alopecia areata.", "Onion juice works in alopecia areata."
    ((path, code, message),) = between(tmp_path, claim, denial, claim, claim)
    assert (path, code) == ("1.txt", "FC401")
    assert "In 3 documents" in message
    assert "No fact decides." in message


def test_the_reference_says_who_is_right(tmp_path: Path) -> None:
    ((path, _, message),) = between(
        tmp_path, "Tinea capitis is contagious.", "Tinea capitis is not a contagious disease."
    )
    assert path == "1.txt"
    assert message.endswith("The reference supports the other side.")


def test_one_document_may_disagree_with_itself(tmp_path: Path) -> None:
    text = "Onion juice works in alopecia areata.\n\nOnion juice does not work in alopecia areata.\n"
    ((_, code, message),) = between(tmp_path, text)
    assert code == "FC401"
    assert "Elsewhere in this document" in message


def test_alone_holds_no_document_against_another(factcheck: Command, tmp_path: Path) -> None:
    between(tmp_path, "Onion juice works in alopecia areata.", "Onion juice does not work in alopecia areata.")
    assert "FC401" in factcheck(".", "--isolated").out
    assert "FC401" not in factcheck(".", "--isolated", "--alone").out
    assert "FC401" not in factcheck(".", "--isolated", "--ignore", "FC4").out


def test_the_order_of_documents_changes_nothing(tmp_path: Path) -> None:
    texts = [pair[side] for pair in PAIRS["conflict"][:10] for side in ("first", "second")]
    between(tmp_path, *texts)
    config = Config(isolated=True)
    kb = knowledge(config)
    documents = list(check_sources(discover([str(tmp_path)]), config).documents)
    plain = [type(each)(each.path, each.source, None, 0, 0, (), each.tellings) for each in documents]
    configs = dict.fromkeys((each.path for each in plain), config)
    once = {each.path: each.findings for each in disagreeing(plain, found_between(plain, kb, alone=False), configs)}
    random.Random(1).shuffle(plain)
    assert {
        each.path: each.findings for each in disagreeing(plain, found_between(plain, kb, alone=False), configs)
    } == once
    assert any(once.values())


@real
def test_the_real_articles_disagree_where_they_do() -> None:
    report = check_sources(discover([str(SEEDS)]), Config(isolated=True, select=("FC4",)))
    sources = {document.path: document.source for document in report.documents}
    found = set()
    for document in report.documents:
        for each in document.findings:
            places = [(document.path, each.span.start), *((r.path, r.span.start) for r in each.related)]
            lines = [(Path(path).name[:3], sources[path].count("\n", 0, at) + 1) for path, at in places]
            found |= {(each.code, lines[0], other) for other in lines[1:]}
    assert ("FC401", ("000", 17), ("004", 10)) in found  # cytokines: enzymes, proteins
    assert ("FC401", ("001", 49), ("000", 8)) in found  # minoxidil in alopecia areata
    assert ("FC401", ("001", 49), ("003", 42)) in found
    assert ("FC402", ("003", 14), ("003", 17)) in found  # the only one, and another
    assert ("FC402", ("004", 10), ("003", 9)) in found  # pattern baldness, autoimmune or not
    assert ("FC402", ("003", 10), ("001", 15)) in found  # what alopecia totalis takes
    pairs = {frozenset(places) for _, *places in found}
    for one, other in ((("000", 15), ("002", 16)), (("003", 3), ("003", 14)), (("001", 31), ("004", 10))):
        assert frozenset((one, other)) not in pairs


def test_compare_prints_topic_by_document(factcheck: Command, tmp_path: Path) -> None:
    between(tmp_path, "Onion juice works in alopecia areata.", "Onion juice does not work in alopecia areata.")
    text = factcheck("compare", ".", "--isolated").out
    assert text.startswith("conflict  onion juice is used to treat alopecia areata  (no fact decides)\n")
    assert '  denies   1.txt:1:1  "Onion juice does not work in alopecia areata"' in text
    data = json.loads(factcheck("compare", ".", "--isolated", "--format", "json").out)
    assert [(each["mark"], len(each["documents"])) for each in data["topics"]] == [("conflict", 2)]
    assert "| asserts | " in factcheck("compare", ".", "--isolated", "--format", "markdown").out
    page = factcheck("compare", ".", "--isolated", "--format", "html").out
    assert page.startswith("<!DOCTYPE html>")
    assert '<th scope="col">0.txt</th><th scope="col">1.txt</th>' in page
    assert factcheck("compare", ".", "--isolated", "--topic", "minoxidil").out == "0 topics\n"
    assert factcheck("compare", ".", "--isolated", "--topic", "onion juice").out == text
    wrong = factcheck("compare", ".", "--isolated", "--topic", "onion jiuce")
    assert (wrong.status, wrong.err) == (2, '--topic: no entity is called "onion jiuce"; did you mean "onion juice"?\n')


def test_compare_shows_markup_of_documents_as_text(factcheck: Command, tmp_path: Path) -> None:
    between(tmp_path, "Onion juice works <b>in</b> alopecia areata.", "Onion juice | does not work in alopecia areata.")
    (tmp_path / "<i>.txt").write_text("Onion juice works in alopecia areata.", encoding="utf-8")
    page = factcheck("compare", ".", "--isolated", "--format", "html").out
    assert "&lt;i&gt;.txt" in page
    assert "<i>" not in page
    assert "<i>" not in factcheck("compare", ".", "--isolated", "--format", "markdown").out


def test_where_lists_the_sentences_of_a_fact_and_of_an_entity(factcheck: Command, tmp_path: Path) -> None:
    between(
        tmp_path, "Androgenetic alopecia is an autoimmune disease.", "Is androgenetic alopecia autoimmune? It is not."
    )
    found = factcheck("where", "aga-not-immune", ".", "--isolated").out
    assert "asserted: androgenetic alopecia is a kind of autoimmune disease; contradicts [aga-not-immune]" in found
    assert "denied" in found
    assert found.splitlines()[-1].endswith("in 2 documents")
    assert factcheck("where", "minoxidil", ".", "--isolated").out == "0 claims in 0 documents\n"
    rows = json.loads(factcheck("where", "AGA", ".", "--isolated", "--format", "json").out)["claims"]
    assert {row["path"] for row in rows} == {"0.txt", "1.txt"}
    wrong = factcheck("where", "aga-not-imune", ".", "--isolated")
    assert wrong.err == 'where: no fact and no entity is called "aga-not-imune"; did you mean "aga-not-immune"?\n'


@pytest.mark.parametrize(
    "command", [("compare",), ("where", "minoxidil"), ("impact", "--from", "hair-loss", "--to", "hair-loss")]
)
def test_a_document_that_cannot_be_read_is_told(command: tuple[str, ...], factcheck: Command, tmp_path: Path) -> None:
    (tmp_path / "binary.txt").write_bytes(b"\x00\x01\xff" * 50)
    named = factcheck(*command, "binary.txt", "--isolated")
    assert named.status == 2
    assert named.err.splitlines()[-1].startswith("binary.txt: This document cannot be read")
    assert factcheck(*command, ".", "--isolated").status == 0
    assert factcheck(*command, "missing.txt", "--isolated").status == 2


def test_impact_lists_what_a_change_of_a_pack_concerns(factcheck: Command, tmp_path: Path) -> None:
    for name in ("english", "biomedical", "hair-loss"):
        shutil.copytree(ROOT / "rules" / name, tmp_path / "old" / name)
    file = tmp_path / "old/hair-loss/facts/approvals.yaml"
    text = file.read_text(encoding="utf-8")
    start = text.index("  - id: fda-ritlecitinib-alopecia-areata")
    file.write_text(text[:start] + text[text.index("  - id:", start + 5) :], encoding="utf-8")
    (tmp_path / "docs").mkdir()
    between(
        tmp_path / "docs",
        "The FDA has not approved ritlecitinib for alopecia areata.",
        "The FDA has JAK inhibitors approved for alopecia areata.",
        "Finasteride is taken by mouth.",
    )
    told = factcheck("impact", "--from", "old/hair-loss", "--to", "hair-loss", "docs", "--isolated")
    assert told.status == 0
    changed, kept = told.out.split("\n\n")
    assert changed.startswith("Verdicts that change (1 sentence)\n  docs/0.txt:1:1")
    assert "→ outdated [fda-ritlecitinib-alopecia-areata]" in changed
    assert kept.startswith("Still as before, and worth a look (1 sentence)\n  docs/1.txt:1:1")
    same = factcheck("impact", "--from", "hair-loss", "--to", "hair-loss", "docs", "--isolated")
    assert same.out == "No sentence is concerned.\n"
    rows = json.loads(
        factcheck(
            "impact", "--from", "old/hair-loss", "--to", "hair-loss", "docs", "--isolated", "--format", "json"
        ).out
    )["sentences"]
    assert [(row["path"], row["changed"]) for row in rows] == [("docs/0.txt", True), ("docs/1.txt", False)]
