"""A copy of this project as git would hand it on: for tests that install it from outside."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LEFT_OUT = shutil.ignore_patterns(
    ".git", ".venv", "venv", "build", "dist", "*.egg-info", "__pycache__", ".*_cache", ".hypothesis", "corpora"
)
WRONG = "JAK inhibitors quiet the signals of enzymes called cytokines.\n"
RIGHT = "Alopecia areata is an autoimmune disease.\n"


def copy_project(folder: Path) -> Path:
    """The project's files in a new folder."""
    shutil.copytree(ROOT, folder, ignore=LEFT_OUT)
    return folder


def clean_environment(home: Path) -> dict[str, str]:
    """This environment without the marks of a git hook or a virtual one, and with an identity for git."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PYTHON", "VIRTUAL_ENV"))}
    config = home / "gitconfig"
    config.write_text("[user]\n\tname = A Tester\n\temail = tester@example.org\n[init]\n\tdefaultBranch = main\n")
    return {**kept, "GIT_CONFIG_GLOBAL": str(config), "GIT_CONFIG_NOSYSTEM": "1", "XDG_CACHE_HOME": str(home / "cache")}


def run(*command: str, cwd: Path, env: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run a command; both of its streams are read as text."""
    return subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, encoding="utf-8", check=False)


def must(*command: str, cwd: Path, env: dict[str, str]) -> str:
    """Run a command that must succeed; what it printed."""
    ran = run(*command, cwd=cwd, env=env)
    assert ran.returncode == 0, f"{' '.join(command)}\n{ran.stdout}\n{ran.stderr}"
    return ran.stdout
