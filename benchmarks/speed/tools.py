"""What is measured, each in an environment of its own, as pipx and pre-commit install them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.speed.rounds import Side

PROJECT = Path(__file__).resolve().parents[2]
CLAIM_PATTERNS = Path(__file__).with_name("claim_patterns.yaml")
FLOOR = Path(__file__).with_name("floor.py")
QUIET = ("--quiet", "--disable-pip-version-check")


@dataclass(frozen=True)
class Rival:
    """A program to compare with: its distribution, the version, its options, what it exits with once it is through."""

    name: str
    version: str
    options: tuple[str, ...] = ()
    done: tuple[int, ...] = (0,)


RIVALS = {
    each.name: each
    for each in (
        Rival("typos", "1.52.0", ("--isolated", "--no-ignore", "--threads", "1", "--format", "brief"), (0, 2)),
        Rival("codespell", "2.4.3", (), (0, 65)),
        Rival(
            "semgrep",
            "1.182.0",
            (
                *("scan", "--config", str(CLAIM_PATTERNS), "--metrics=off", "--disable-version-check", "--quiet"),
                *("--jobs", "1", "--no-git-ignore", "--max-target-bytes", "0", "--timeout", "0"),
            ),
        ),
    )
}


def _python(environment: Path) -> Path:
    if not (environment / "bin/python").exists():
        subprocess.run([sys.executable, "-m", "venv", str(environment)], check=True)
    return environment / "bin/python"


def _pip(python: Path, *arguments: str) -> None:
    done = subprocess.run(
        [str(python), "-m", "pip", "install", *QUIET, *arguments], capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(f"pip install {' '.join(arguments)}\n{done.stderr}")


def install(folder: Path, names: Sequence[str], *, compiled: bool = True) -> dict[str, str]:
    """Install factcheck from this checkout, and the rivals of these names, below `folder`; name -> version.

    factcheck is the compiled wheel of `make wheels`, or with `compiled` false the plain one. Raises SystemExit with
    what pip or the build said if that fails: the registry has to be reachable the first time.
    """
    own = _python(folder / "factcheck")
    wheel = str(_wheel(own, folder / "dist", compiled=compiled))
    _pip(own, wheel)
    _pip(own, "--force-reinstall", "--no-deps", wheel)  # the sources changed, the version did not
    version = _said(own.with_name("factcheck"), "--version").removeprefix("factcheck ")
    versions = {"factcheck": f"{version} ({'compiled' if compiled else 'not compiled'})"}
    for rival in (RIVALS[name] for name in names):
        python = _python(folder / rival.name)
        stamp = folder / rival.name / f".installed-{rival.version}"
        if not stamp.exists():
            _pip(python, f"{rival.name}=={rival.version}")
            stamp.touch()
        versions[rival.name] = rival.version
    return versions


def _wheel(python: Path, folder: Path, *, compiled: bool) -> Path:
    """The wheel of this checkout, made from its source archive, so that nothing is left among the sources."""
    _pip(python, "build")
    shutil.rmtree(folder, ignore_errors=True)
    variables = {**os.environ, "HATCH_BUILD_HOOKS_ENABLE": "1"} if compiled else None
    command = [str(python), "-m", "build", "--outdir", str(folder), str(PROJECT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=variables)
    if done.returncode:
        raise SystemExit(f"{' '.join(command)}\n{done.stdout}{done.stderr}")
    (wheel,) = folder.glob("*.whl")
    return wheel


def _said(program: Path, *arguments: str) -> str:
    return subprocess.run([str(program), *arguments], capture_output=True, text=True, check=True).stdout.strip()


def rival(name: str, folder: Path, paths: Sequence[Path]) -> Side:
    """A rival on paths, on one core."""
    own = RIVALS[name]
    variables = {
        # semgrep starts a program of its own from the search path
        "PATH": f"{folder / name / 'bin'}{os.pathsep}{os.environ.get('PATH', '')}",
        "SEMGREP_SEND_METRICS": "off",
    }
    program = str(folder / name / "bin" / name)
    return Side((program, *own.options, *map(str, paths)), own.done, lambda: variables)


def floor(folder: Path, terms: Path, paths: Sequence[Path]) -> Side:
    """The least that a program of this kind does; in factcheck's own environment."""
    return Side((str(folder / "factcheck/bin/python"), str(FLOOR), str(terms), *map(str, paths)))
