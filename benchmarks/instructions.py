"""How many instructions a fixed job takes: `python -m benchmarks.instructions compare|update`; Linux with valgrind.

The job: `factcheck check` of the sample articles with the built-in packs, compiled beforehand, no document known, hash
seed 0. callgrind counts what the processor executes, which is the same on a busy machine. `compare` fails (exit 1) if
the count is a tenth above the one in `instructions.json`; `update` writes it there. Counts are kept for each minor
version of Python and each architecture, with the build of the interpreter: that of another build is not comparable.
"""

from __future__ import annotations

import json
import platform
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any

from benchmarks.speed.own import DONE, Factcheck

ROOT = Path(__file__).resolve().parents[1]
KEPT = Path(__file__).with_name("instructions.json")
MORE = 0.10
DAY = "2026-11-22"
NATIVE = ("ahocorasick_rs", "click", "pyromark", "rapidfuzz")
_COUNTED = re.compile(r"Collected : (\d+)")


def kind() -> str:
    """The minor version of Python and the architecture: `3.11-x86_64`."""
    return f"{sys.version_info.major}.{sys.version_info.minor}-{platform.machine()}"


def built() -> dict[str, str]:
    """What the count depends on besides factcheck: the interpreter's build and the libraries with native code."""
    return {"python": " ".join(sys.version.split()), **{name: version(name) for name in NATIVE}}


def measured() -> int:
    """Count the job's instructions. Raises SystemExit if there is no valgrind, or the job fails."""
    valgrind = shutil.which("valgrind")
    if valgrind is None:
        raise SystemExit("there is no valgrind; install it (Debian: apt-get install valgrind)")
    with tempfile.TemporaryDirectory(prefix="factcheck-count-") as folder:
        program = Factcheck(Path(sys.executable).with_name("factcheck"), Path(folder) / "own")
        side = program.side([Path("seeds")], options=("--as-of", DAY, "--format", "json"))
        # the first run of all compiles modules to bytecode, which no later one does
        subprocess.run([sys.executable, *side.command], cwd=ROOT, capture_output=True, check=False)
        fixed = {"PATH": "/usr/bin:/bin", "HOME": folder, "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "0"}
        ran = subprocess.run(
            [valgrind, "--tool=callgrind", "--callgrind-out-file=/dev/null", sys.executable, *side.command],
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
            cwd=ROOT,
            env={**fixed, **side.before()},
        )
    found = _COUNTED.search(ran.stderr)
    if ran.returncode not in DONE or found is None:
        raise SystemExit(f"the job ended with {ran.returncode}:\n{ran.stderr[-2000:]}")
    return int(found[1])


def judged(count: int, kept: int) -> tuple[bool, str]:
    """Whether a count is good enough beside the one that is kept, and the sentence that says so."""
    change = count / kept - 1
    told = f"{count:,} instructions, {abs(change):.1%} {'more' if change > 0 else 'fewer'} than the {kept:,} kept"
    if count - kept > kept * MORE:
        return False, f"{told}: find out what costs them, or run `make count-update` and say why in the change"
    if change < -MORE:
        return True, f"{told}: run `make count-update`, so that what was won is held"
    return True, told


def comparable(kept: Mapping[str, Any] | None, now: Mapping[str, str]) -> str:
    """Why a count cannot be compared with the one that is kept; nothing if it can."""
    if kept is None:
        return f"no count is kept for {kind()}; `make count-update` writes one"
    other = {name: (was, now.get(name)) for name, was in kept["built"].items() if now.get(name) != was}
    if not other:
        return ""
    return "counted with " + "; ".join(f"{name} {was}, here is {own}" for name, (was, own) in sorted(other.items()))


def main(arguments: list[str]) -> int:
    """Compare or update; 0 if there is nothing to say against the count, or nothing to compare it with."""
    if arguments not in (["compare"], ["update"]):
        raise SystemExit("usage: python -m benchmarks.instructions compare|update")
    every: dict[str, Any] = json.loads(KEPT.read_text(encoding="utf-8")) if KEPT.exists() else {}
    if arguments == ["update"]:
        every[kind()] = {"built": built(), "instructions": measured()}
        KEPT.write_text(json.dumps(every, indent=2, sort_keys=True) + "\n", encoding="utf-8")
        print(f"{kind()}: {every[kind()]['instructions']:,} instructions kept")
        return 0
    reason = comparable(every.get(kind()), built())
    if reason:
        print(f"instructions are not compared: {reason}")
        return 0
    good, told = judged(measured(), every[kind()]["instructions"])
    print(told)
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
