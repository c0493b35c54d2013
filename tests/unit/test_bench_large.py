"""How far a run had come is told in the order of its documents, and the run is the same."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TEXTS = ("Cytokines are enzymes.\n", "Nothing is said.\n", "Minoxidil is a cytokine.\n", "The end.\n")


def test_every_step_of_a_run_is_noted_and_the_run_is_the_same(tmp_path: Path) -> None:
    for number, text in enumerate(TEXTS):
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    command = ["check", "--isolated", "--no-cache", "."]
    sampled = [sys.executable, str(ROOT / "benchmarks/speed/sampled.py"), "notes", "24", *command]
    plain = [sys.executable, "-m", "factcheck", *command]
    ran, wanted = (subprocess.run(each, cwd=tmp_path, capture_output=True, check=False) for each in (sampled, plain))
    assert (ran.returncode, ran.stdout) == (wanted.returncode, wanted.stdout)
    assert b"FC201" in ran.stdout
    told = [json.loads(line) for line in (tmp_path / "notes").read_text(encoding="utf-8").splitlines()]
    first, _, third, _ = (len(text) for text in TEXTS)
    assert [each["read"] for each in told] == [0, first + 17, first + 17 + third, sum(map(len, TEXTS))]
    assert sorted(each["seconds"] for each in told) == [each["seconds"] for each in told]
    assert all(each["mib"] > 10 for each in told)
