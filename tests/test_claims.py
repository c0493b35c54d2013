"""`factcheck claims` and `factcheck why` as their users meet them."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.scratch_project import RIGHT, WRONG

if TYPE_CHECKING:
    from tests.conftest import Command

PAGE = """\
# A page

Is alopecia areata an autoimmune disease?

Baricitinib waved from a window in Zurich.

Nothing to see here.

Baricitinib is a JAK inhibitor. Cytokines are enzymes.
"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    file = tmp_path / "page.md"
    file.write_text(PAGE, encoding="utf-8")
    return file


def claims_of(factcheck: Command, *options: str) -> list[dict[str, Any]]:
    documents = json.loads(factcheck("claims", "page.md", "--format", "json", *options).out)["documents"]
    found: list[dict[str, Any]] = documents[0]["claims"]
    return found


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ("Is baricitinib a JAK inhibitor?", "not judged"),
        ("If cytokines were enzymes, we would know.", "not judged"),
        ("Some bloggers claim that cytokines are enzymes.", "not judged"),
        ("Cytokines are not enzymes.", "agrees"),
        ("Baricitinib is a JAK inhibitor.", "agrees"),
        ("Cytokines are enzymes.", "contradicts"),
        ("Baricitinib has not yet been approved by the FDA for alopecia areata.", "outdated"),
    ],
)
def test_a_claim_is_told_with_what_the_facts_say(factcheck: Command, page: Path, sentence: str, verdict: str) -> None:
    page.write_text(sentence + "\n", encoding="utf-8")
    found = claims_of(factcheck, "--as-of", "2026-11-22")
    assert verdict in {claim["verdict"] for claim in found}
    assert all(claim["fact"] for claim in found if claim["verdict"] in ("contradicts", "outdated"))


@pytest.mark.parametrize(
    "text", ["", "Nothing to see here.\n", "```\nCytokines are enzymes.\n```\n"], ids=["empty", "no name", "code"]
)
def test_a_page_without_claims_says_so(factcheck: Command, page: Path, text: str) -> None:
    page.write_text(text, encoding="utf-8")
    ran = factcheck("claims", "page.md")
    assert (ran.status, ran.out, ran.err) == (0, "page.md\n  no claims, 0 sentences not understood\n", "")


@pytest.mark.usefixtures("page")
def test_what_was_not_understood_is_listed_with_its_reason(factcheck: Command) -> None:
    ran = factcheck("claims", "page.md")
    assert ran.status == 0
    assert '  5:1      "Baricitinib waved from a window in Zurich."' in ran.out
    assert "Nothing to see here" not in ran.out
    unread = json.loads(factcheck("claims", "page.md", "--format", "json").out)["documents"][0]["unread"]
    assert [(each["line"], each["column"]) for each in unread if "Zurich" in each["quote"]] == [(5, 1)]
    assert all(each["reason"] for each in unread)


@pytest.mark.usefixtures("page")
def test_places_are_those_of_the_source(factcheck: Command) -> None:
    for claim in claims_of(factcheck):
        lines = PAGE.splitlines()
        assert claim["line"] == claim["end_line"]
        assert lines[claim["line"] - 1][claim["column"] - 1 : claim["end_column"] - 1] == claim["quote"]
        assert PAGE[claim["span"]["start"] : claim["span"]["end"]] == claim["quote"]


@pytest.mark.usefixtures("documents")
def test_every_document_is_told_and_the_bytes_stay_the_same(factcheck: Command, tmp_path: Path) -> None:
    ran = factcheck("claims", "docs", "--isolated", "--no-cache")
    assert ran.status == 0
    assert [line for line in ran.out.splitlines() if line.startswith("docs/")] == ["docs/right.md", "docs/wrong.md"]
    assert "\n2 documents: " in ran.out
    assert factcheck("claims", "docs/wrong.md", "docs").out == ran.out
    assert factcheck("claims", "docs", "-o", "out.txt").out == ""
    assert (tmp_path / "out.txt").read_text(encoding="utf-8") == ran.out


def test_a_piped_document_is_read(factcheck: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(RIGHT.encode())))
    ran = factcheck("claims", "-", "--stdin-filename", "draft.md")
    assert ran.status == 0
    assert ran.out.startswith("draft.md\n")


def test_bad_input_is_told_and_the_rest_is_still_read(factcheck: Command, documents: Path) -> None:
    (documents / "binary.md").write_bytes(b"\x00\x01")
    ran = factcheck("claims", "docs")
    assert ran.status == 0
    assert "docs/binary.md\n  This document cannot be read" in ran.out
    assert "contradicts [" in ran.out
    assert factcheck("claims", "docs/binary.md").status == 2
    ran = factcheck("claims", "docs/right.md", "nowhere.md")
    assert ran.status == 2
    assert "docs/right.md" in ran.out
    assert "nowhere.md: no such file or folder" in ran.err
    assert factcheck("claims", "docs", "--format", "yaml").status == 2


@pytest.mark.usefixtures("page")
@pytest.mark.parametrize(
    ("place", "told"),
    [
        ("page.md:2", "page.md:2: no prose stands on this line\n"),
        ("page.md:7", "silent: no known name stands here"),
        ("page.md:5", "known names: Baricitinib (baricitinib)"),
        ("page.md:5", "silent: no relation of the packs was recognised"),
        ("page.md:3", "silent: it is asked, not said (question"),
        ("page.md:9", "silent: it agrees with "),
        ("page.md:9", "(FC201 error)"),
        ("page.md:9:31", "(FC201 error)"),
    ],
)
def test_why_tells_of_the_sentences_of_a_line(factcheck: Command, place: str, told: str) -> None:
    ran = factcheck("why", place)
    assert (ran.status, ran.err) == (0, "")
    assert told in ran.out


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Baricitinib blocks the sun.", '"blocks", a wording of '),
        ("Baricitinib came as a surprise.", "known names: Baricitinib (baricitinib)"),
        ("Alopecia areata was approved.", 'no "drug"'),
        ("AA hurts nobody.", "a short form whose long form stands nowhere here"),
        ("Soft\nwrapped cytokines are enzymes.", "(FC201 error)"),
    ],
)
def test_why_names_what_came_near(factcheck: Command, page: Path, text: str, told: str) -> None:
    page.write_text(text + "\n", encoding="utf-8")
    assert told in " ".join(factcheck("why", "page.md:1").out.split())


@pytest.mark.usefixtures("page")
@pytest.mark.parametrize(
    ("place", "told"),
    [
        ("page.md", "page.md: this names no line; write it as docs/page.md:12"),
        ("page.md:", "page.md:: this names no line"),
        ("page.md:x", "page.md:x: this names no line"),
        ("page.md:0", "there is no line 0; the document has 9"),
        ("page.md:10", "page.md:10: there is no line 10; the document has 9"),
        ("pag.md:1", 'pag.md: no such file or folder; did you mean "page.md"?'),
        (".:1", ".:1: this is a folder; write it as docs/page.md:12"),
        ("binary.md:1", "binary.md: This document cannot be read"),
    ],
)
def test_why_refuses_a_place_that_is_none(factcheck: Command, tmp_path: Path, place: str, told: str) -> None:
    (tmp_path / "binary.md").write_bytes(b"\x00\x01")
    ran = factcheck("why", place)
    assert (ran.status, ran.out) == (2, "")
    assert told in ran.err


def test_a_wrong_document_has_a_contradicted_claim(factcheck: Command, page: Path) -> None:
    page.write_text(WRONG, encoding="utf-8")
    assert "contradicts" in {claim["verdict"] for claim in claims_of(factcheck)}
