"""One report, one golden file per format, no orphans. `pytest --update-goldens` writes them anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.report import FORMATS, Look, as_json, as_sarif, render
from tests.sample_report import REPORT

GOLDEN = Path(__file__).parent / "golden"
PAGES = {
    **{f"report.{name}": (name, Look()) for name in FORMATS},
    "report-narrow-coloured.text": ("text", Look(width=60, colour=True)),
    "report-quiet.text": ("text", Look(quiet=True)),
}


@pytest.mark.parametrize("file", PAGES)
def test_report_is_as_the_golden_file_has_it(
    file: str, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (as_json, as_sarif):
        monkeypatch.setattr(module, "__version__", "0.0.0")
    name, look = PAGES[file]
    text = render(REPORT, name, look)
    if request.config.getoption("--update-goldens"):
        (GOLDEN / file).write_bytes(text.encode())
    assert text == (GOLDEN / file).read_bytes().decode()


def test_no_golden_file_is_an_orphan() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == set(PAGES)
