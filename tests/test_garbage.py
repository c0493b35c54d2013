"""What a document needs is freed when it is done: nothing waits for the garbage collector, which is told to be slow."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

from factcheck.config import Config
from factcheck.discover import discover
from factcheck.run import check_sources

SENTENCES = (
    "Alopecia areata is an autoimmune disease, and so is lupus. It is not contagious.",
    "What causes it? Cytokines, which are enzymes, do; minoxidil (Rogaine) treats it.",
    "The reason for the hair loss is that the immune system attacks the follicles.",
    "Baricitinib, a JAK inhibitor made by Eli Lilly, was approved by the FDA in 2022 for adults with the condition.",
    "These drugs begin to make the hair grow back, unlike finasterid, of which 5 mg are taken once a day.",
)
PAGES = {
    "page.md": "# Hair\n\n{}\n\n- {}\n- {}\n\n| a | b |\n|---|---|\n| x | y |\n\n<p>{}</p>\n\n> {}\n",
    "page.txt": "{}\n\n{} {}\n\n{}\n\n{}\n",
    "page.html": "<h1>Hair</h1><p>{}</p><ul><li>{}<li>{}</ul><table><tr><td>{}<td>{}</table>",
    "page.rst": "Hair\n====\n\n{}\n\n* {}\n* {}\n\n.. note:: {}\n\n{}\n",
    "page.adoc": "= Hair\n\n{}\n\n* {}\n* {}\n\nNOTE: {}\n\n{}\n",
}


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_left_to_collect(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / name).write_text(PAGES[name].format(*SENTENCES), encoding="utf-8")
    sources, config = discover([name]), Config(isolated=True, use_cache=False)
    (report,) = check_sources(sources, config).documents  # loads the packs, and fills what is remembered
    assert report.claims_found > 3
    assert report.findings
    gc.collect()
    gc.disable()
    try:
        check_sources(sources, config)
        left = gc.collect()
    finally:
        gc.enable()
    assert left == 0
