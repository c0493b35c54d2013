"""`make bench`: factcheck beside its rivals, and how it grows; see benchmarks/NOTES.md.

Programs are pinned to one core and run in turn, so that what slows the machine slows all of them; a ratio is the
median of the ratios within each round. The results are printed and kept in benchmarks/results/latest.json.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from benchmarks.speed.growth import facts, growth
from benchmarks.speed.large import large
from benchmarks.speed.own import Factcheck
from benchmarks.speed.parts import dense_text, hook, throughput, two_processes, unchanged
from benchmarks.speed.results import keep, machine, recorded, told
from benchmarks.speed.rounds import cores_of_this_machine
from benchmarks.speed.section import Bench, Section
from benchmarks.speed.tools import PROJECT, RIVALS, install

PARTS: Mapping[str, Callable[[Bench], Section]] = {
    "hook": hook,
    "throughput": throughput,
    "dense": dense_text,
    "two": two_processes,
    "unchanged": unchanged,
    "growth": growth,
    "large": large,
    "facts": facts,
}
WITH_RIVALS = ("hook", "throughput")
CORPUS = PROJECT.parent / "shared/corpora/nih-health-md.tar.xz"
ENVIRONMENTS = PROJECT / "build/bench"


def _share(text: str) -> float:
    value = float(text)
    if not 0 < value <= 1:
        raise argparse.ArgumentTypeError(f"{text} is no share; take a number above 0, up to 1")
    return value


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=__doc__)
    parser.add_argument("--only", action="append", choices=PARTS, help="measure this part; may be repeated")
    parser.add_argument("--rounds", type=int, default=5, help="runs of each side (default: 5)")
    parser.add_argument("--share", type=_share, default=1.0, help="how much of the corpus is read (default: 1, all)")
    parser.add_argument("--dense", type=float, default=20.0, metavar="MB", help="how much dense text (default: 20)")
    parser.add_argument("--largest", type=float, default=16.0, metavar="MB", help="where growth ends (default: 16)")
    parser.add_argument("--large", type=float, default=1000.0, metavar="MB", help="how much in one run (default: 1000)")
    parser.add_argument(
        "--corpus", type=Path, default=CORPUS, help="the archive with the corpus (default: %(default)s)"
    )
    parser.add_argument("--scratch", type=Path, help="where texts and caches are written (default: a temporary folder)")
    parser.add_argument("--plain", action="store_true", help="measure factcheck as it is for any Python, not compiled")
    parser.add_argument("--dry", action="store_true", help="do not keep the results")
    found = parser.parse_args(arguments)
    if found.rounds < 1:
        parser.error("--rounds: at least one")
    return found


def main(arguments: list[str] | None = None) -> int:
    """Measure, print, keep; the exit status is 0 also where targets are missed: they are told, not enforced."""
    options = _options(arguments)
    cores = cores_of_this_machine()
    names = [name for name in PARTS if not options.only or name in options.only]
    rivals = list(RIVALS) if set(names) & set(WITH_RIVALS) else []
    versions = install(ENVIRONMENTS, rivals, compiled=not options.plain)
    own = ENVIRONMENTS / "factcheck/bin/factcheck"
    found = {}
    with tempfile.TemporaryDirectory(prefix="factcheck-bench-", dir=options.scratch) as folder:
        scratch = Path(folder)
        bench = Bench(
            *(ENVIRONMENTS, scratch, Factcheck(own, scratch / "own"), cores),
            *(options.rounds, options.share, options.dense, options.largest, options.large, options.corpus),
        )
        for name in names:
            print(f"measuring: {name}", file=sys.stderr, flush=True)
            section = PARTS[name](bench)
            settings = {
                "measured": time.strftime("%Y-%m-%d", time.gmtime()),
                "machine": machine(),
                "versions": versions,
                "settings": {"rounds": bench.rounds, "share": bench.share},
            }
            found[name] = recorded(section, settings)
            if not options.dry:
                keep({name: found[name]})
    print(told(found), end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
