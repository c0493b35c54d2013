"""Wall time of the command on one file and on a folder: `python benchmarks/wall_time.py FILE FOLDER`.

Each is run several times as a fresh process; the median is printed with the throughput. Never a test.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from pathlib import Path

RUNS_OF_A_FILE = 5


def seconds(path: Path, runs: int) -> float:
    """The median wall time of `factcheck PATH`, in seconds."""
    taken = []
    for _ in range(runs):
        start = time.perf_counter()
        done = subprocess.run(
            [sys.executable, "-m", "factcheck", str(path), "--isolated", "--quiet"], capture_output=True, check=False
        )
        taken.append(time.perf_counter() - start)
        if done.returncode not in (0, 1):
            raise SystemExit(done.stderr.decode())
    return statistics.median(taken)


def main() -> None:
    """Print both figures."""
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    file, folder = (Path(argument) for argument in sys.argv[1:3])
    size = sum(each.stat().st_size for each in folder.rglob("*") if each.is_file())
    print(f"{file.name}: {1000 * seconds(file, RUNS_OF_A_FILE):.0f} ms")
    taken = seconds(folder, 1)
    print(f"{folder.name}: {taken:.1f} s, {size / taken / 1e6:.2f} MB/s")


if __name__ == "__main__":
    main()
