"""`rules list` and `rules audit`: which packs there are, and what of them should be looked at again."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from factcheck import engine
from factcheck.knowledge import load_knowledge
from factcheck.report.audit import NO_LOCATOR, PAST_REVIEW, REASONS, SINGLE_SOURCE
from factcheck.workshop.audit import audit
from factcheck.workshop.listing import idle_packs
from tests import small_pack as small
from tests.small_pack import small_pack

if TYPE_CHECKING:
    from tests.conftest import Command

FACTS = re.findall(r"^  - \{id:", small.FACTS, re.MULTILINE)
CITATIONS = """citations:
  book: {title: Book, publisher: Press, year: 2024}
  paper: {title: Paper, doi: 10.1000/182}
  page: {title: Page, url: "https://example.org/page"}
  abstract: {title: Abstract, pmid: 38307667}
"""


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """The small pack; of its facts two rest on more than a book, and one of these was due on the second of May."""
    engine._knowledge.cache_clear()  # another test's pack of this name stood in another folder
    folder = small_pack(tmp_path)
    facts = (folder / "facts.yaml").read_text(encoding="utf-8")
    facts = facts.replace("sources: [book]", "sources: [book, abstract]")
    facts = facts.replace(
        "sources: [book, abstract]", "sources: [paper], reviewed: 2026-01-02, review-by: 2026-05-02", 1
    )
    facts = facts.replace("sources: [book, abstract]", "sources: [paper, page], review-by: 2026-05-03", 1)
    facts = facts.replace("sources: [book, abstract]", "sources: [page, abstract]")
    facts = facts.replace("sources: [page, abstract]", "sources: [book, paper]", 1)
    (folder / "facts.yaml").write_text(facts, encoding="utf-8")
    (folder / "citations.yaml").write_text(CITATIONS, encoding="utf-8")
    return folder


def test_list_tells_packs_versions_origins_and_counts(factcheck: Command, pack: Path) -> None:
    ran = factcheck("rules", "list", "--rules", "small")
    assert ran.status == 0
    (own,) = load_knowledge([str(pack)], use_cache=False).packs
    entities, relations, facts = len(own.entities), len(own.relations), len(own.facts)
    examples = sum(len(fact.examples) for fact in own.facts) + sum(len(each.examples) for each in own.sets)
    assert ran.out.splitlines()[:3] == [
        "small 0.1.0 (small)",
        "    Small",
        f"    {entities} entities, {relations} relations, {facts} facts, 1 set, 4 citations, {examples} examples",
    ]
    assert ran.out.splitlines()[-1].startswith("not in use: biomedical (built in), ")
    assert "hair-loss (built in)" in ran.out.splitlines()[-1]


def test_list_tells_what_a_pack_builds_on(factcheck: Command) -> None:
    out = factcheck("rules", "list").out
    assert "\nbiomedical " in out
    told = out[out.index("\nhair-loss ") :].splitlines()
    assert told[1].endswith(" (built in)")
    assert told[4] == "    requires biomedical"


def test_list_tells_machines_the_same(factcheck: Command, pack: Path) -> None:
    told = json.loads(factcheck("rules", "list", "--rules", "small", "--format", "json").out)
    assert [(each["id"], each["version"], each["origin"]) for each in told["packs"]] == [("small", "0.1.0", "small")]
    assert told["packs"][0]["counts"]["citations"] == 4
    assert "english" in [each["id"] for each in told["not_in_use"]]
    assert idle_packs(load_knowledge([str(pack)], use_cache=False))[0].origin == "built in"


@pytest.mark.parametrize(
    ("day", "due"),
    [
        (date(2026, 5, 2), []),
        (date(2026, 5, 3), ["cytokine-kind"]),
        (date(2026, 5, 4), ["cytokine-kind", "no-hormone-enzyme"]),
    ],
)
def test_a_review_is_due_from_the_day_after_on(day: date, due: list[str], pack: Path) -> None:
    found = audit(load_knowledge([str(pack)], use_cache=False), day)
    assert [each.id for each in found if each.reason == PAST_REVIEW] == due
    assert [each.id for each in found if each.reason == SINGLE_SOURCE] == ["cytokine-kind"]
    assert [each.id for each in found if each.reason == NO_LOCATOR] == ["patchy-cause"]


def test_audit_tells_each_doubt_with_its_place(factcheck: Command, pack: Path) -> None:
    ran = factcheck("rules", "audit", "small", "--as-of", "2026-05-03")
    assert ran.status == 1
    assert ran.out.splitlines() == [
        "past their review",
        "  small/facts.yaml:4:55: cytokine-kind: review was due by 2026-05-02, 1 day before",
        "",
        "with a single source",
        "  small/facts.yaml:4:13: cytokine-kind: rests on paper alone",
        "",
        "with a source without doi, url or pmid",
        "  small/facts.yaml:8:13: patchy-cause: no address of book",
        "",
        f"{len(FACTS)} facts, sets and terms as of 2026-05-03: 1 past their review, 1 with a single source, "
        "1 with a source without doi, url or pmid",
    ]
    assert factcheck("rules", "audit", "small", "--as-of", "2026-05-02").status == 0
    assert factcheck("rules", "audit", "english").out.startswith("0 facts, sets and terms as of ")


def test_audit_tells_machines_the_same(factcheck: Command, pack: Path) -> None:
    ran = factcheck("rules", "audit", "small", "--as-of", "2026-05-03", "--format", "json")
    assert ran.status == 1
    told = json.loads(ran.out)
    assert told["as_of"] == "2026-05-03"
    assert told["packs"] == [{"id": "small", "version": "0.1.0"}]
    assert told["summary"] == {"entries": len(FACTS), "by_reason": dict.fromkeys(REASONS, 1)}
    assert told["doubts"][0] == {
        "reason": "past-review",
        "id": "cytokine-kind",
        "kind": "fact",
        "pack": "small",
        "path": "small/facts.yaml",
        "line": 4,
        "column": 55,
        "why": "review was due by 2026-05-02, 1 day before",
        "reviewed": "2026-01-02",
        "review_by": "2026-05-02",
        "sources": ["paper"],
    }


def test_audit_takes_a_day(factcheck: Command) -> None:
    assert (
        '--as-of: takes a date such as 2026-11-22, not "today"' in factcheck("rules", "audit", "--as-of", "today").err
    )
