"""The pages of a site in a real browser: filters, search, links, keyboard, both colour schemes, an audit.

They run with `make test-browser`, which brings the driver; Chromium has to be there.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.site_of import HOSTILE, HOSTILE_NAME, PAGES, RIGHT, WRONG, edition, site, write

pytestmark = pytest.mark.browser
WIDTHS = (360, 820, 1440)
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
MORE = {"docs/a-third.md": f"# Zinc\n\n{RIGHT}", HOSTILE_NAME: f"{HOSTILE}\n\n{WRONG}"}


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    if os.environ.get("CI") and not CHROMIUM:
        pytest.fail("Chromium is not installed")
    driver = pytest.importorskip("playwright.sync_api", reason="the extra `browser` is not installed")
    if not CHROMIUM:
        pytest.skip("Chromium is not installed")
    with driver.sync_playwright() as started:
        running = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield running
        running.close()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("documents")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(made)
        return write(site(edition(made, {**PAGES, **MORE})), tmp_path_factory.mktemp("site"))


class Reader:
    """A page that is open, and all that the browser said and asked for meanwhile."""

    def __init__(self, browser: Any, folder: Path, **options: Any) -> None:
        self.context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
        self.page = self.context.new_page()
        self.said: list[str] = []
        self.asked: list[str] = []
        self.folder = folder
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("dialog", self._dismiss)
        self.page.on("request", lambda request: self.asked.append(request.url))

    def _dismiss(self, dialog: Any) -> None:
        self.said.append(dialog.message)
        dialog.dismiss()

    def open(self, name: str) -> Any:
        self.page.goto((self.folder / name).as_uri())
        return self.page

    def shown(self) -> list[str]:
        """The paths of the documents that the index shows, in order."""
        told: list[str] = self.page.eval_on_selector_all(
            "#documents tbody tr:not([hidden]) th",
            "all => all.map(each => (each.querySelector('.path') || each).textContent)",
        )
        return told

    def status(self) -> str:
        return str(self.page.inner_text("#told"))


@pytest.fixture
def reader(browser: Any, folder: Path) -> Iterator[Reader]:
    made = Reader(browser, folder)
    yield made
    made.context.close()
    assert made.said == []
    assert [address for address in made.asked if not address.startswith(("file:", "data:"))] == []


def names(folder: Path) -> list[str]:
    return sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*.html"))


def test_the_index_filters(reader: Reader) -> None:
    page = reader.open("index.html")
    everything = reader.shown()
    assert len(everything) == 7
    assert everything[0] == "docs/wrong.md"
    page.uncheck("[name=severity][value=error]")
    assert reader.shown() == ["docs/otherwise.md"]
    page.click("button[type=reset]")
    page.select_option("#code", "FC101")
    assert reader.shown() == ["docs/wrong.md"]
    assert reader.status() == "1 of 7 documents, 1 finding"
    assert page.inner_text("#documents tbody tr:not([hidden]) .count") == "1 error"
    page.click("button[type=reset]")
    page.select_option("#fact", "ruxolitinib")
    assert reader.shown() == ["docs/wrong.md"]
    page.click("button[type=reset]")
    page.select_option("#folder", "blog")
    assert sorted(reader.shown()) == ["blog/broken.md", "blog/silenced.md"]
    page.click("button[type=reset]")
    page.wait_for_function("document.querySelectorAll('#documents tr[hidden]').length === 0")
    assert reader.shown() == everything


def test_the_index_searches_documents_and_facts(reader: Reader) -> None:
    page = reader.open("index.html")
    for words, there in (
        ("zinc", ["docs/a-third.md"]),
        ("BROKEN", ["blog/broken.md"]),
        ("ruxolitinib", ["docs/wrong.md"]),
        ("no such words", []),
    ):
        page.fill("#q", words)
        assert reader.shown() == there, words


def test_what_was_chosen_is_kept_in_the_address(reader: Reader) -> None:
    page = reader.open("index.html")
    page.select_option("#code", "FC101")
    page.uncheck("[name=severity][value=note]")
    page.reload()
    assert page.input_value("#code") == "FC101"
    assert not page.is_checked("[name=severity][value=note]")
    assert reader.shown() == ["docs/wrong.md"]


def test_columns_are_sorted_with_the_keyboard(reader: Reader) -> None:
    page = reader.open("index.html")
    page.focus("th[data-key=path] button")
    page.keyboard.press("Enter")
    assert page.get_attribute("th[data-key=path]", "aria-sort") == "ascending"
    up = reader.shown()
    page.keyboard.press("Enter")
    assert page.get_attribute("th[data-key=path]", "aria-sort") == "descending"
    assert reader.shown() == up[::-1]
    assert page.get_attribute("th[data-key=worst]", "aria-sort") is None


def test_a_number_leads_to_its_note_and_back(reader: Reader) -> None:
    page = reader.open("documents/docs--wrong.md.html")
    page.click("mark + a.ref")
    assert page.evaluate("location.hash") == "#n1"
    assert page.locator("#n1").is_visible()
    assert page.evaluate("document.querySelector('#n1').getBoundingClientRect().top < innerHeight")
    page.click("#n1 a[href='#m1']")
    assert page.evaluate("location.hash") == "#m1"
    page.click("#n1 .place a")
    assert page.url.split("/")[-1].startswith("rules.html#rule-")
    assert page.locator(":target").is_visible()


def test_the_keyboard_reaches_everything(reader: Reader) -> None:
    page = reader.open("documents/docs--wrong.md.html")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.evaluate("document.activeElement.getBoundingClientRect().left >= 0")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    wanted = page.evaluate("document.querySelectorAll('main a[href], main input, main [tabindex=\"0\"]').length")
    reached = set()
    for _ in range(wanted + 1):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("[...document.querySelectorAll('*')].indexOf(document.activeElement)"))
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") in ("solid", "none", "auto")
    assert len(reached) >= wanted


def test_what_agrees_can_be_left_unmarked(reader: Reader) -> None:
    page = reader.open("documents/docs--right.md.html")
    line = "getComputedStyle(document.querySelector('.agrees')).borderBottomStyle"
    assert page.evaluate(line) == "dotted"
    page.uncheck("#show-agreed")
    assert page.evaluate(line) == "none"


def test_notes_stand_beside_the_words_on_a_wide_screen_and_below_on_a_narrow_one(reader: Reader) -> None:
    page = reader.open("documents/docs--wrong.md.html")
    places = "(() => { const r = (s) => document.querySelector(s).getBoundingClientRect();"
    beside = places + "return r('#n1').left > r('mark').right && Math.abs(r('#n1').top - r('mark').top) < 60 })()"
    below = places + "return r('#n1').top > r('mark').bottom && r('#n1').left < r('mark').right })()"
    assert page.evaluate(beside)
    page.set_viewport_size({"width": 390, "height": 800})
    assert page.evaluate(below)


def test_hostile_text_does_nothing(reader: Reader) -> None:
    page = reader.open("index.html")
    page.get_by_role("link", name=HOSTILE_NAME).click()
    assert page.locator("img").count() == 0
    assert "<script>alert(1)</script>" in page.inner_text("article")
    assert page.inner_text("h1") == HOSTILE_NAME
    page.go_back()
    page.fill("#q", "<b>")
    assert reader.shown() == [HOSTILE_NAME]


def test_pages_print_without_their_controls(reader: Reader) -> None:
    page = reader.open("index.html")
    page.emulate_media(media="print")
    assert not page.is_visible("#filters")
    assert not page.is_visible("header.top")
    assert page.is_visible("#documents")


def test_pages_are_whole_without_scripts(browser: Any, folder: Path) -> None:
    made = Reader(browser, folder, java_script_enabled=False)
    page = made.open("index.html")
    assert page.locator("#documents tbody tr").count() == 7
    assert not page.is_visible("#filters")
    page.click("text=A first page")
    assert page.locator("#n1").is_visible()
    made.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_every_page_passes_an_audit(browser: Any, folder: Path, scheme: str, width: int) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    made = Reader(browser, folder, color_scheme=scheme, viewport={"width": width, "height": 900})
    for name in names(folder):
        page = made.open(name)
        found = axe.run(page).response["violations"]
        assert [(each["id"], each["nodes"][0]["html"]) for each in found] == [], name
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name
    assert made.said == []
    made.context.close()
