"""`factcheck --fix` killed at random moments: the document is the old one or the fixed one, whole."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
OLD = b"Ruxotilinib is a JAK inhibitor.\r\n\r\n```\r\n" + b"no prose, only bytes to write\r\n" * 1_000 + b"```\r\n"
FIXED = OLD.replace(b"Ruxotilinib", b"Ruxolitinib")

# Loads the packs, tells how long a turn takes, and then, for each line of its input, starts a process that
# undoes and fixes again and again.
FORKS = """
import os
import sys
import time
from pathlib import Path
from factcheck.__main__ import main

page = Path(sys.argv[1])
old = page.read_bytes()

def turn():
    page.with_name("undone").write_bytes(old)
    page.with_name("undone").replace(page)
    assert main([str(page), "--fix", "--quiet", "--isolated"]) == 0

turn()
begun = time.monotonic()
turn()
print(time.monotonic() - begun, flush=True)
for line in sys.stdin:
    child = os.fork()
    while not child:
        turn()
    print(child, flush=True)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""


@pytest.mark.timeout(300)
@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
def test_a_killed_run_leaves_the_old_document_or_the_fixed_one(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_bytes(OLD)
    moments, seen = random.Random(7), set()
    process = subprocess.Popen(
        [sys.executable, "-c", FORKS, str(page)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    with process:
        assert process.stdin is not None
        assert process.stdout is not None
        turn = float(process.stdout.readline())
        for _ in range(12):
            print(file=process.stdin, flush=True)
            child = int(process.stdout.readline())
            time.sleep(moments.uniform(0.0, 2 * turn))
            os.kill(child, signal.SIGKILL)
            assert process.stdout.readline() == f"{-signal.SIGKILL}\n"
            seen.add(page.read_bytes())
        process.stdin.close()
    assert seen <= {OLD, FIXED}
    assert process.returncode == 0
