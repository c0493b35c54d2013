"""A site made of a few documents, for the tests of its pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.config import Settings
from factcheck.discover import discover
from factcheck.publish import edition_of
from factcheck.report.site import render_site, site_names
from factcheck.run import check_sources

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from factcheck.model.edition import Edition

WRONG = "Cytokines are enzymes.\n"
RIGHT = "Janus kinases are enzymes.\n"
OTHERWISE = "Cytokines are signalling proteins.\n"
PAGES = {
    "docs/wrong.md": f"# A first page\n\n{WRONG}\nSee *ruxolitinibb* and `code`.\n\n- one\n- {WRONG}  - deeper\n\n"
    f"| drug | what |\n| --- | --- |\n| x | {WRONG.strip()} |\n\n> {WRONG}",
    "docs/right.md": f"# A second page\n\n{RIGHT}",
    "docs/otherwise.md": f"# A third page\n\n{OTHERWISE}",
    "blog/silenced.md": f"<!-- factcheck-disable-file FC201 -- an old text -->\n\n{WRONG}",
    "blog/broken.md": "\0",
}
HOSTILE = '<script>alert(1)</script> "><img src=x onerror=alert(2)> {{ 7*7 }} </style> &lt;b&gt; \u202egnp.exe \x1b[31m'
HOSTILE_NAME = "a & <b>'x'\"#%20?.txt"


def edition(folder: Path, files: Mapping[str, str]) -> Edition:
    """The edition of documents that are put into a folder, which is the working directory."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(text.encode("utf-8"))
    settings = Settings(isolated=True)
    report = check_sources(discover(["."], settings), settings.here, keep=True)
    return edition_of(report, settings.here)


def site(made: Edition) -> dict[str, str]:
    """Name -> page."""
    pages = dict(render_site(made))
    assert set(pages) == set(site_names(made))
    return pages


def write(pages: Mapping[str, str], folder: Path) -> Path:
    """Put the pages of a site into a folder."""
    for name, text in pages.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder
