"""The compiled wheel: it says what the sources say, byte for byte. It is made as `make wheels` makes it."""

from __future__ import annotations

import os
import shutil
import sys
import sysconfig
import tarfile
from pathlib import Path

import pytest

from tests.scratch_project import ROOT, clean_environment, copy_project, must

CORPUS = ROOT.parent / "shared" / "corpora" / "nih-health-md.tar.xz"
EVERY = 27  # of the corpus, each 27th document: some two hundred
HEADERS = Path(sysconfig.get_path("include")) / "Python.h"
NO_COMPILER = os.name == "nt" or not shutil.which("cc") or not HEADERS.is_file()

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(1800),
    pytest.mark.skipif(NO_COMPILER, reason="needs a C compiler and the headers of Python"),
]


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return clean_environment(tmp_path_factory.mktemp("home"))


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory, environment: dict[str, str]) -> str:
    """The interpreter of a clean environment that has the compiled wheel."""
    folder = copy_project(tmp_path_factory.mktemp("project") / "factcheck")
    building = {**environment, "HATCH_BUILD_HOOKS_ENABLE": "1"}
    must(sys.executable, "-m", "build", "--outdir", "out", cwd=folder, env=building)
    (wheel,) = (folder / "out").glob("*.whl")
    venv = tmp_path_factory.mktemp("venv")
    must(sys.executable, "-m", "venv", str(venv), cwd=venv, env=environment)
    python = str(venv / "bin" / "python")
    must(python, "-m", "pip", "install", "--quiet", str(wheel), cwd=venv, env=environment)
    return python


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Real documents: the sample articles, the documentation, and what there is of the corpus."""
    folder = tmp_path_factory.mktemp("sample")
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    for page in [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]:
        shutil.copy(page, folder)
    if CORPUS.is_file():
        with tarfile.open(CORPUS) as packed:
            pages = sorted((each for each in packed.getmembers() if each.isfile()), key=lambda each: each.name)
            for number, member in enumerate(pages[::EVERY]):
                content = packed.extractfile(member)
                assert content is not None
                (folder / f"corpus-{number}.md").write_bytes(content.read())
    return folder


def of_both(compiled: str, sample: Path, environment: dict[str, str], *arguments: str) -> tuple[str, str]:
    """What the compiled program prints, and what the sources print."""
    sources = {**environment, "PYTHONPATH": str(ROOT)}
    command = ("-m", "factcheck", *arguments)
    theirs = must(compiled, *command, cwd=sample, env=environment)
    return theirs, must(sys.executable, *command, cwd=sample, env=sources)


def test_what_reads_claims_is_compiled(compiled: str, tmp_path: Path, environment: dict[str, str]) -> None:
    code = (
        "from factcheck.extract import claims, frames, parse; print(claims.__file__, frames.__file__, parse.__file__)"
    )
    where = must(compiled, "-c", code, cwd=tmp_path, env=environment).split()
    assert [Path(each).suffix for each in where] == [".so"] * 3


def test_every_example_of_the_packs_is_read_alike(compiled: str, sample: Path, environment: dict[str, str]) -> None:
    theirs, ours = of_both(compiled, sample, environment, "rules", "test")
    assert theirs == ours


def test_every_claim_of_real_documents_is_the_same(compiled: str, sample: Path, environment: dict[str, str]) -> None:
    asked = ("claims", ".", "--format", "json", "--as-of", "2026-11-01", "--jobs", "1", "--no-cache")
    theirs, ours = of_both(compiled, sample, environment, *asked)
    assert len(ours) > 100_000
    assert theirs == ours


def test_every_finding_of_real_documents_is_the_same(compiled: str, sample: Path, environment: dict[str, str]) -> None:
    asked = (
        "check",
        ".",
        "--format",
        "json",
        "--as-of",
        "2026-11-01",
        "--jobs",
        "2",
        "--no-cache",
        "--fail-on",
        "never",
    )
    theirs, ours = of_both(compiled, sample, environment, *asked)
    assert '"FC201"' in ours
    assert theirs == ours
