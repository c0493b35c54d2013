"""Make the pictures of the README from the report on the sample articles; needs the extra `browser` and Chromium."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
PICTURES = (
    ("index.html", "report-index.png", "light", (1200, 760)),
    ("documents/seeds--is-a-cure-on-the-way.md.html", "report-document.png", "light", (1200, 900)),
)
AS_OF = "2026-11-22"


def main() -> int:
    """Write the report, take the pictures; 1 without Chromium."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        print("screenshots: Chromium is not installed", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        command = [sys.executable, "-m", "factcheck", "seeds", "--isolated", "--exit-zero", "--as-of", AS_OF, "--quiet"]
        subprocess.run([*command, "--format", "html", "-o", f"{folder}/report"], cwd=ROOT, check=True)
        browser = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for name, picture, scheme, (width, height) in PICTURES:
            page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
            page.goto((Path(folder) / "report" / name).as_uri())
            page.screenshot(path=ROOT / "docs" / "images" / picture)
            page.close()
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
