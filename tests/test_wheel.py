"""What ships: the wheel, made from the sdist, in a clean environment, far from the checkout."""

from __future__ import annotations

import json
import os
import sys
import zipfile
from pathlib import Path

import pytest

from tests.scratch_project import WRONG, clean_environment, copy_project, must, run

pytestmark = pytest.mark.timeout(600)


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return clean_environment(tmp_path_factory.mktemp("home"))


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory, environment: dict[str, str]) -> Path:
    """The wheel, built from the sdist as an index would."""
    folder = copy_project(tmp_path_factory.mktemp("project") / "factcheck")
    must(sys.executable, "-m", "build", "--no-isolation", "--outdir", "out", cwd=folder, env=environment)
    (built,) = (folder / "out").glob("*.whl")
    return built


@pytest.fixture(scope="module")
def command(wheel: Path, tmp_path_factory: pytest.TempPathFactory, environment: dict[str, str]) -> str:
    """The console script of a clean environment with nothing but the wheel and what it needs."""
    folder = tmp_path_factory.mktemp("venv")
    must(sys.executable, "-m", "venv", str(folder), cwd=folder, env=environment)
    scripts = folder / ("Scripts" if os.name == "nt" else "bin")
    must(str(scripts / "python"), "-m", "pip", "install", "--quiet", str(wheel), cwd=folder, env=environment)
    return str(scripts / "factcheck")


def test_the_wheel_holds_packs_schemas_types_and_licence(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {"factcheck/py.typed", "factcheck/schema/report.schema.json"} <= names
    packs = ("biomedical", "hair-loss", "common-medicine", "medicines")
    assert {f"factcheck/rules/{pack}/pack.yaml" for pack in packs} <= names
    assert {"factcheck/rules/medicines/SOURCES.txt", "factcheck/rules/medicines/guards.txt"} <= names
    assert any(name.endswith("dist-info/licenses/LICENSE") for name in names)
    assert not [name for name in names if name.startswith(("tests/", "seeds/", "rules/"))]


def test_it_tells_its_version(command: str, tmp_path: Path, environment: dict[str, str]) -> None:
    assert must(command, "--version", cwd=tmp_path, env=environment).startswith("factcheck ")


def test_it_checks_a_document(command: str, tmp_path: Path, environment: dict[str, str]) -> None:
    (tmp_path / "page.md").write_text(WRONG, encoding="utf-8")
    ran = run(command, "check", "page.md", "--format", "json", cwd=tmp_path, env=environment)
    assert ran.returncode == 1, ran.stderr
    (document,) = json.loads(ran.stdout)["documents"]
    assert [finding["code"] for finding in document["findings"]] == ["FC201"]


def test_programs_can_use_it(command: str, tmp_path: Path, environment: dict[str, str]) -> None:
    code = f"import factcheck; print(*(each.code for each in factcheck.check_text({WRONG!r}).findings))"
    assert must(str(Path(command).with_name("python")), "-c", code, cwd=tmp_path, env=environment) == "FC201\n"


def test_it_brings_its_packs(command: str, tmp_path: Path, environment: dict[str, str]) -> None:
    listed = must(command, "rules", "list", cwd=tmp_path, env=environment)
    assert "biomedical" in listed
    assert "hair-loss" in listed
    must(command, "rules", "validate", cwd=tmp_path, env=environment)
