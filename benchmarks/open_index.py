"""How large the index of a site of many documents is, and how long Chromium takes to open and to filter it.

python benchmarks/open_index.py [DOCUMENTS]
"""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from playwright.sync_api import sync_playwright

from factcheck.config import Settings
from factcheck.discover import discover
from factcheck.publish import edition_of
from factcheck.report.site import render_site
from factcheck.run import check_sources

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
RUNS = 5
FILTER = """() => { const start = performance.now(); const field = document.querySelector('#q');
  field.value = 'cytokine'; field.dispatchEvent(new Event('input', {bubbles: true}));
  document.body.offsetHeight; return performance.now() - start }"""


def index_of(count: int) -> str:
    """The index of a site in which the sample articles stand again and again, under other names."""
    settings = Settings(isolated=True)
    report = check_sources(discover([str(SEEDS)], settings), settings.here, keep=True)
    articles = report.documents
    many = tuple(
        replace(articles[number % len(articles)], path=f"content/part-{number % 40}/an-article-of-the-site-{number}.md")
        for number in range(count)
    )
    edition = edition_of(replace(report, documents=many), settings.here)
    return next(text for name, text in render_site(replace(edition, topics=())) if name == "index.html")


def main() -> int:
    """Print size, opening time and filtering time (medians of five)."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    text = index_of(count)
    print(f"index of {count} documents: {len(text.encode()) / 1e6:.2f} MB")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        file = Path(folder) / "index.html"
        file.write_text(text, encoding="utf-8")
        browser = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        opened, filtered = [], []
        for _ in range(RUNS):
            page = browser.new_page()
            page.goto(file.as_uri(), wait_until="load")
            opened.append(page.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd"))
            filtered.append(page.evaluate(FILTER))
            page.close()
        browser.close()
    print(f"opened in {statistics.median(opened):.0f} ms, filtered in {statistics.median(filtered):.0f} ms")
    return 0


if __name__ == "__main__":
    sys.exit(main())
