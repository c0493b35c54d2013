"""The texts and packs of the benchmark: always the same, and what they are said to be."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from benchmarks.speed.corpora import composed, dense, paragraphs, share_of, write_documents
from benchmarks.speed.generated_packs import documents_on, made_facts, write_pack
from benchmarks.speed.tools import CLAIM_PATTERNS
from factcheck import check_paths
from factcheck.config import Config
from factcheck.knowledge import load_knowledge
from factcheck.workshop import rehearsal

POOL = [f"This is paragraph {number} of a page about nothing in particular. " * 3 for number in range(9)]


def test_headings_lists_and_tables_are_no_paragraphs(tmp_path: Path) -> None:
    long = "x" * 200
    (tmp_path / "a.md").write_text(
        f"# {long}\n\n- {long}\n\n1. {long}\n\n> {long}\n\n| {long} |\n\nShort.\n\n{long}\n", encoding="utf-8"
    )
    assert paragraphs([tmp_path / "a.md"]) == [long]


@pytest.mark.parametrize(("share", "taken"), [(1.0, 10), (0.5, 5), (0.3, 4), (0.1, 1), (0.01, 1)])
def test_a_share_takes_every_so_manyth_file(share: float, taken: int) -> None:
    files = [Path(f"{number}.md") for number in range(10)]
    assert len(share_of(files, share)) == taken
    assert share_of(files, share)[0] == files[0]


def test_composed_documents_have_the_size_that_is_asked_for() -> None:
    made = [len(text.encode()) for text in composed(POOL, 50_000, 2000, 1)]
    longest = max(len(each.encode()) for each in POOL)
    assert 50_000 <= sum(made) < 50_000 + 2000 + 2 * longest
    assert all(2000 <= each < 2000 + 2 * longest for each in made)


def test_the_same_seed_gives_the_same_texts_and_another_others() -> None:
    assert list(dense(30_000, 1)) == list(dense(30_000, 1))
    assert list(dense(30_000, 1)) != list(dense(30_000, 2))
    assert list(documents_on(5, POOL, 3)) == list(documents_on(5, POOL, 3))


def test_dense_text_is_varied_and_every_paragraph_is_about_hair_loss() -> None:
    texts = list(dense(400_000, 1))
    blocks = [block for text in texts for block in text.strip().split("\n\n")[1:]]
    sentences = [each for block in blocks for each in re.split(r"(?<=[.!?]) (?=[A-Z])", block)]
    assert len(set(sentences)) > 0.7 * len(sentences)
    subject = re.compile(r"(?i)hair|alopecia|JAK|tinib|minoxidil|finasteride|cytokine|follicle")
    assert [block for block in blocks if not subject.search(block)] == []


def test_documents_are_spread_over_folders_and_counted_in_bytes(tmp_path: Path) -> None:
    assert write_documents(["é"] * 1001, tmp_path) == 2002
    assert [len(list(folder.iterdir())) for folder in sorted(tmp_path.iterdir())] == [1000, 1]


def test_no_name_stands_twice_and_small_packs_begin_large_ones() -> None:
    made = list(made_facts(2000))
    names = [name for each in made for name in (*each.drug, each.disease)]
    assert len(set(names)) == len(names) == 5 * 2000
    assert list(made_facts(100)) == made[:100]


def test_a_generated_pack_is_sound_and_its_examples_hold(tmp_path: Path) -> None:
    kb = load_knowledge(Config(rules=(str(write_pack(12, tmp_path / "made-12")),)).rules, use_cache=False)
    results = rehearsal.test_rules(kb, ["made-12"])
    assert len(results) == 12 * 5
    assert [each for each in results if not each.ok] == []


def test_generated_documents_make_two_wrong_claims_each(tmp_path: Path) -> None:
    pack = write_pack(12, tmp_path / "made-12")
    write_documents(documents_on(12, POOL, 10), tmp_path / "documents")
    report = check_paths([tmp_path / "documents"], rules=[str(pack)], select=["FC202"], use_cache=False)
    found = [[each.fact for each in document.findings] for document in report.documents]
    assert [len(each) for each in found] == [2] * 10
    assert all(fact.startswith("made-") for each in found for fact in each)


def test_there_are_sixty_claim_patterns_for_semgrep() -> None:
    rules = yaml.safe_load(CLAIM_PATTERNS.read_text(encoding="utf-8"))["rules"]
    assert len({each["id"] for each in rules}) == len({each["pattern-regex"] for each in rules}) == len(rules) == 60
    assert all(re.compile(each["pattern-regex"]).search("A page about nothing.") is None for each in rules)
