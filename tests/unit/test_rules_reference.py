"""The pages of rules that the documentation is built from: anchors, text that stays text, the same bytes."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections import Counter
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from factcheck.checks import CHECKS
from factcheck.knowledge import KnowledgeBase, built_in_packs, load_knowledge
from factcheck.report import page, page_markdown
from factcheck.workshop.reference import Reference
from tests.scratch_project import ROOT
from tests.small_pack import small_pack

HOSTILE = [
    "<script>alert(1)</script> & &amp; &#60;b>",
    "[a link](https://example.org) ![a picture](x.png) <https://example.org>",
    "{ref}`rules` and {{ a substitution }} and `code` and $x$",
    "*stars* _lines_ ~~no~~ **bold** | a | table | \\ \\* \\",
    "# no heading",
    "1. no list",
    "- no list either",
    "> no quotation",
    ": no definition",
    "(target)=",
    "{#an-id .a-class}",
    "```{raw} html",
    "% no comment",
    "+++",
    "[^1]: no note",
    "    no code",
    "two\n\n# lines\nand a rule\n\n---",
    "hidden \u202e direction",
]


@cache
def shipped() -> KnowledgeBase:
    return load_knowledge(list(built_in_packs()))


@cache
def pages() -> dict[str, str]:
    return Reference(shipped()).pages()


def inlines(text: str) -> list[Token]:
    """Every inline token of a text, as CommonMark reads it."""
    return [each for token in MarkdownIt("commonmark").parse(text) for each in token.children or ()]


def words(text: str) -> str:
    """What a reader sees of a text."""
    return "".join(token.content for token in inlines(text))


def headings(text: str) -> list[str]:
    tokens = MarkdownIt("commonmark").parse(text)
    found = [after for token, after in pairwise(tokens) if token.type == "heading_open"]
    return ["".join(child.content for child in token.children or ()) for token in found]


def test_every_code_has_an_anchor() -> None:
    assert re.findall(r"^\{#(\w+)\}\n### ", pages()["codes.md"], re.MULTILINE) == [code.lower() for code in CHECKS]
    assert [f"{code} {check.name}" for code, check in CHECKS.items()] == [
        each for each in headings(pages()["codes.md"]) if re.match(r"FC\d{3} ", each)
    ]


@pytest.mark.parametrize("name", built_in_packs())
def test_every_entry_of_a_pack_has_an_anchor(name: str) -> None:
    (pack,) = (each for each in shipped().packs if each.id == name)
    ids = {*(each.id for each in pack.facts), *(each.id for each in pack.sets), *(each.id for each in pack.terms)}
    assert (f"{name}.md" in pages()) == bool(ids)
    assert ids <= set(headings(pages().get(f"{name}.md", "")))


def test_every_relation_and_citation_has_an_anchor() -> None:
    assert set(shipped().relations) <= set(headings(pages()["relations.md"]))
    assert set(shipped().citations) <= set(headings(pages()["citations.md"]))


@pytest.mark.parametrize("name", ["codes", "hair-loss", "common-medicine", "relations", "citations"])
def test_no_anchor_stands_twice(name: str) -> None:
    slugs = Counter(re.sub(r"[^\w\- ]", "", each.lower()).replace(" ", "-") for each in headings(pages()[f"{name}.md"]))
    assert [slug for slug, count in slugs.items() if count > 1] == []


def test_a_citation_names_the_facts_that_rest_on_it() -> None:
    cited = {name: each for each in shipped().facts.values() for name in each.sources}
    parts = re.split(r"^### ", pages()["citations.md"], flags=re.MULTILINE)[1:]
    by_id = {words(part.partition("\n")[0]): part for part in parts}
    lost = [
        f"{name}: {fact.id}"
        for name, fact in cited.items()
        if f"(<{fact.pack}.md#{fact.id}>)" not in by_id.get(name, "")
    ]
    assert lost == []


def test_what_a_pack_says_is_shown_as_text(tmp_path: Path) -> None:
    pack = small_pack(tmp_path)
    facts = (pack / "facts.yaml").read_text(encoding="utf-8")
    hostile = ", ".join(json.dumps(f"A {each}") for each in HOSTILE)
    told = {"says: Cytokines are proteins.": f"says: {json.dumps(' '.join(HOSTILE))}", "[A., B.]": f"[{hostile}]"}
    for old, new in told.items():
        facts = facts.replace(old, new, 1)
    (pack / "facts.yaml").write_text(facts, encoding="utf-8")
    text = Reference(load_knowledge([str(pack)], use_cache=False)).pages()["small.md"]
    seen = words(text)
    for each in (" ".join(HOSTILE), *HOSTILE):
        assert " ".join(each.split()).replace("\u202e", "\\u202e") in seen
    unwanted = {"html_inline", "image", "code_inline"}
    assert {token.type for token in inlines(text) if token.type in unwanted and token.content != "small"} == set()
    links = {str(token.attrs["href"]) for token in inlines(text) if token.type == "link_open"}
    assert links == {"citations.md#book"}
    blocks = {token.type for token in MarkdownIt("commonmark").parse(text)}
    assert blocks == {"heading_open", "inline", "heading_close", "paragraph_open", "paragraph_close"}


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_is_escaped_into_one_paragraph_of_itself(text: str) -> None:
    tokens = MarkdownIt("commonmark").parse(page_markdown.escaped(text))
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    assert {token.type for token in tokens[1].children or ()} <= {"text", "text_special"}
    assert words(page_markdown.escaped(text)) == " ".join(text.split()).replace("\u202e", "\\u202e")


@pytest.mark.parametrize(
    ("address", "href"),
    [
        ("https://doi.org/10.1016/S0140-6736(12)6[3]", "https://doi.org/10.1016/S0140-6736%2812%296%5B3%5D"),
        ("https://example.org/a?b=1&copy=2#c", "https://example.org/a?b=1&copy=2#c"),
        ("https://example.org/%22x%22", "https://example.org/%22x%22"),
        ("javascript:alert(1)", None),
        ("https://example.org/ onclick", None),
        ("https://example.org/>x", None),
        ("data:text/html,x", None),
    ],
)
def test_only_addresses_of_the_web_are_links(address: str, href: str | None) -> None:
    row = page.Row("source", (page.Piece("words", address),))
    text = page_markdown.render(page.Page("x", "x", "fact", (), ((row,),)), 3, lambda to: "")
    hrefs = [token.attrs["href"] for token in inlines(text) if token.type == "link_open"]
    assert hrefs == ([href] if href else [])
    assert "words" in words(text)


def test_two_runs_write_the_same_bytes(tmp_path: Path) -> None:
    written = []
    for seed in ("1", "2"):
        here = tmp_path / seed
        here.mkdir()
        (here / "stale.md").write_text("of an earlier run", encoding="utf-8")
        command = (sys.executable, str(ROOT / "tools" / "build_rules_pages.py"), ".")
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
        subprocess.run(command, cwd=here, env=environment, check=True, capture_output=True)
        written.append({path.name: path.read_bytes() for path in here.iterdir()})
    assert written[0] == written[1] == {name: text.encode() for name, text in pages().items()}
    assert str(tmp_path).encode() not in b"".join(written[0].values())
