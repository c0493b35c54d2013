"""What all tests share: the command line as a function, and a place of their own for the cache."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pytest

from factcheck.__main__ import main
from tests.scratch_project import RIGHT, WRONG

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.kept_results import Kept


@dataclass(frozen=True)
class Ran:
    """What a command did."""

    status: int
    out: str
    err: str


class Command(Protocol):
    """The command line as a function."""

    def __call__(self, *args: str) -> Ran: ...


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update-goldens` writes the golden files anew."""
    parser.addoption("--update-goldens", action="store_true", help="write the golden files anew")


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A cache folder for this run of the suite; that of the user is left alone."""
    folder = tmp_path_factory.mktemp("cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(folder))
        for name in ("NO_COLOR", "FORCE_COLOR", "CI"):
            patch.delenv(name, raising=False)
        yield folder


@pytest.fixture
def factcheck(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Command:
    """Run `factcheck` with these arguments in an empty folder (`tmp_path`)."""
    monkeypatch.chdir(tmp_path)

    def run(*args: str) -> Ran:
        capsys.readouterr()
        status = main(args)
        captured = capsys.readouterr()
        return Ran(status, captured.out, captured.err)

    return run


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    """A folder with one right and one wrong document."""
    folder = tmp_path / "docs"
    folder.mkdir()
    (folder / "right.md").write_text(RIGHT, encoding="utf-8")
    (folder / "wrong.md").write_text(WRONG, encoding="utf-8")
    return folder


@pytest.fixture
def kept(factcheck: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Kept]:
    """Documents, and the command that counts which of them it reads anew."""
    from tests.kept_results import TEXTS, Kept

    found = Kept(tmp_path, factcheck, monkeypatch)
    found.docs.mkdir()
    for name, text in TEXTS.items():
        (found.docs / name).write_text(text, encoding="utf-8")
    (found.docs / "rows.csv").write_text(f"id,text\n1,{WRONG.strip()}\n2,{RIGHT.strip()}\n", encoding="utf-8")
    yield found
    found.fresh()
