"""The pages of a site: nothing is lost, nothing is markup that was text, every link leads somewhere."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model.edition import Edition
from factcheck.model.finding import Report
from factcheck.model.span import TextSpan
from factcheck.readers import read
from factcheck.report.site import render_site
from factcheck.report.site.marks import Mark, pieces
from factcheck.report.site.names import page_of
from factcheck.report.site.pages import numbered
from tests.sample_report import REPORT
from tests.site_of import HOSTILE, HOSTILE_NAME, PAGES, RIGHT, WRONG, edition, site

ROOT = Path(__file__).resolve().parents[2]


class Page(HTMLParser):
    """What a page holds: its ids, its links, its elements and its text outside of scripts."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self._skips = 0
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        self.tags.append((tag, told))
        self.ids += [each for each in (told.get("id"),) if each]
        self.links += [each for each in (told.get("href"),) if tag == "a" and each]
        self._skips += tag in ("script", "style")

    def handle_endtag(self, tag: str) -> None:
        self._skips -= tag in ("script", "style")

    def handle_data(self, data: str) -> None:
        if not self._skips:
            self.words.append(data)

    def count(self, tag: str, name: str = "") -> int:
        return sum(each == tag and (not name or name in (told.get("class") or "").split()) for each, told in self.tags)

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Edition:
    monkeypatch.chdir(tmp_path)
    return edition(tmp_path, PAGES)


def test_no_page_loads_anything(made: Edition) -> None:
    for name, text in site(made).items():
        page = Page(text)
        loads = [told for tag, told in page.tags if "src" in told or tag in ("iframe", "object", "embed", "base")]
        assert not loads, name
        assert [told["href"] for tag, told in page.tags if tag == "link"] == ["data:,"]
        assert "@import" not in text
        assert "url(" not in text


def test_every_link_within_a_site_leads_to_an_id(made: Edition) -> None:
    parsed = {name: Page(text) for name, text in site(made).items()}
    seen = 0
    for name, page in parsed.items():
        assert len(page.ids) == len(set(page.ids)), name
        for link in page.links:
            address = urlsplit(link)
            if address.scheme:
                continue
            parts: list[str] = []
            for part in PurePosixPath(name).parent.joinpath(unquote(address.path)).parts if address.path else ():
                parts = parts[:-1] if part == ".." else [*parts, part]
            there = parsed["/".join(parts)] if address.path else page
            assert not address.fragment or address.fragment in there.ids, (name, link)
            seen += 1
    assert seen > 30


def test_every_finding_has_a_note_and_a_mark(made: Edition) -> None:
    pages = site(made)
    for document in made.report.documents:
        page = Page(pages[page_of(document.path)])
        findings = numbered(document)
        notes = [each for each in page.ids if re.fullmatch(r"n\d+", each)]
        assert notes == [f"n{number}" for number, _, _ in findings]
        marked = [each for each in page.ids if re.fullmatch(r"m\d+", each)]
        in_prose = [number for number, finding, _ in findings if finding.code not in ("FC901", "FC902")]
        assert sorted(marked) == sorted(f"m{number}" for number in in_prose)
        assert page.count("a", "ref") >= len(in_prose)


def test_a_page_holds_the_whole_prose(made: Edition) -> None:
    pages = site(made)
    page = Page(pages[page_of("docs/wrong.md")])
    for words in ("A first page", "and […].", "one", "deeper", "drug", "what", "x"):
        assert words in page.text
    assert page.count("mark", "error") == 5
    assert page.count("blockquote") == 1
    assert page.count("table") == 1
    right = Page(pages[page_of("docs/right.md")])
    assert right.count("mark", "error") == 0
    assert right.count("span", "agrees") == 1
    assert "Checked, and right (1)" in right.text
    silenced = Page(pages[page_of("blog/silenced.md")])
    assert silenced.count("mark") == 0
    assert "Silenced on purpose (1)" in silenced.text
    assert "Silenced: an old text" in silenced.text
    assert "cannot be read" in Page(pages[page_of("blog/broken.md")]).text


def test_the_text_of_real_articles_is_shown_in_full(tmp_path: Path) -> None:
    for file in sorted((ROOT / "seeds").iterdir()):
        document = read(file.name, file.read_bytes())
        marks = [Mark(TextSpan(block.span.start, block.span.end), 1, "error") for block in document.blocks]
        for block, mark in zip(document.blocks, marks, strict=True):
            cut = list(pieces(document.text, block.span, [mark], []))
            words = "".join(piece.text for piece in cut)
            assert words.split() == document.text[block.span.start : block.span.end].replace("\ufffc", "[…]").split()


def test_hostile_text_is_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    pages = site(edition(tmp_path, {HOSTILE_NAME: f"{HOSTILE}\n\n{WRONG}", "b.txt": RIGHT}))
    for text in pages.values():
        page = Page(text)
        assert page.count("img") == 0
        assert page.count("b") == 0
        assert sum("src" in told for _, told in page.tags) == 0
        assert page.count("script") <= 2
        assert "\u202e" not in text
        assert "\x1b" not in text
    page = Page(pages[page_of(HOSTILE_NAME)])
    assert "<script>alert(1)</script>" in page.text
    assert "{{ 7*7 }}" in page.text
    assert HOSTILE_NAME in page.text


def test_the_same_run_gives_the_same_bytes(made: Edition) -> None:
    assert list(render_site(made)) == list(render_site(made))


def test_a_report_without_prose_has_pages_too() -> None:
    pages = site(Edition(REPORT, (), ()))
    page = Page(pages[page_of("docs/a.md")])
    assert page.count("li", "finding") == 3
    empty = site(Edition(Report(REPORT.as_of, (), ()), (), ()))
    assert "No document was checked" in Page(empty["index.html"]).text


def test_known_findings_are_told_apart(made: Edition) -> None:
    first = next(document for document in made.report.documents if document.findings)
    known = replace(first, findings=first.findings[1:], known=first.findings[:1])
    report = Report(made.report.as_of, made.report.packs, (known,), made.report.checks)
    pages = site(Edition(report, made.rules, (), compared=True))
    page = Page(pages[page_of(first.path)])
    assert page.count("li", "known") == 1
    assert page.count("li", "finding") == len(first.findings)
    assert "1 known" in page.text
    assert "only what is new" in Page(pages["index.html"]).text


@given(st.lists(st.text("aAbB-./ é#?%<", min_size=1, max_size=12), min_size=2, max_size=2, unique=True))
def test_two_paths_never_share_a_page(paths: list[str]) -> None:
    one, other = map(page_of, paths)
    assert one.lower() != other.lower()


@given(st.text(min_size=1, max_size=300))
def test_names_of_pages_are_plain(path: str) -> None:
    assert re.fullmatch(r"documents/[a-z0-9_][a-z0-9._-]{0,110}\.html", page_of(path))


@given(st.data())
def test_ranges_of_text_and_source_lead_to_one_another(data: st.DataObject) -> None:
    source = "# T *a*\n\nOne &amp; *two* `x` three.\r\n\r\n- a\n  b **c**\n\n| d | e |\n|---|---|\n| f | g &lt; h |\n"
    document = read("a.md", source.encode())
    start = data.draw(st.integers(0, len(document.text) - 1))
    end = data.draw(st.integers(start + 1, len(document.text)))
    there = document.source_span(TextSpan(start, end))
    back = document.map.text_span(there)
    assert back is not None
    assert back.start <= start
    assert back.end >= end
    assert document.source_span(back) == there


def test_an_index_of_a_thousand_documents_is_small(made: Edition) -> None:
    one = next(document for document in made.report.documents if len(document.findings) > 3)
    paths = (f"docs/part-{number % 20}/a-page-about-{number}.md" for number in range(1000))
    many = replace(made.report, documents=tuple(replace(one, path=path) for path in paths))
    index = next(text for name, text in render_site(replace(made, report=many, topics=())) if name == "index.html")
    assert index.count("<tr data-folder=") == 1000
    assert len(index.encode()) < 2_000_000
