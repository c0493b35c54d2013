"""How long `factcheck bulk` takes: `python benchmarks/bulk.py [DOCUMENTS] [--check] [--ray ADDRESS] [--workers N]`.

1,000,000 short generated documents by default, in one Parquet file in a temporary folder. Printed: seconds for each
half of a run (checking the partitions, comparing the documents), seconds of processor time and documents per such
second (what to compare if the machine has other work), the peak memory of this process and of the largest child, and
the bytes of what was written. `--check` runs the plain
command on the same texts as files, and says whether the findings are the same: for 20,000 documents or so. `--group`
judges one group of so many tellings instead, the unit that one process has to hold.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
from short_documents import document

from factcheck.bulk.checking import Checking
from factcheck.bulk.engine import Engine
from factcheck.bulk.judging import judge_group
from factcheck.bulk.session import Job, run
from factcheck.bulk.tellings import position_text
from factcheck.config import Config
from factcheck.model.telling import Position

AS_OF = date(2026, 11, 22)
GROUP = 50_000
ROWS = 10_000


def write(documents: int, file: Path) -> int:
    """Write so many documents; the bytes of their texts."""
    schema = pa.schema([("id", pa.string()), ("text", pa.string())])
    size = 0
    with pq.ParquetWriter(file, schema) as parquet:
        for start in range(0, documents, GROUP):
            rows = [document(number) for number in range(start, min(start + GROUP, documents))]
            size += sum(len(text.encode()) for _, text in rows)
            parquet.write_batch(pa.RecordBatch.from_pylist([{"id": i, "text": t} for i, t in rows], schema=schema))
    return size


def same_as_check(documents: int, folder: Path, output: Path) -> bool:
    """Whether the plain command finds the same in the same texts, byte for byte after sorting."""
    (folder / "docs").mkdir()
    for number in range(documents):
        name, text = document(number)
        (folder / "docs" / name).write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "factcheck", "check", ".", "--isolated", "--as-of", AS_OF.isoformat()]
    subprocess.run([*command, "--format", "json", "-o", str(folder / "plain.json")], cwd=folder / "docs", check=False)
    told = []
    for each in json.loads((folder / "plain.json").read_text(encoding="utf-8"))["documents"]:
        for finding in each["findings"]:
            del finding["record"]
            finding["related"] = [{"id": other.pop("path"), **other} for other in finding["related"]]
            told.append(json.dumps({"id": each["path"], **finding}, sort_keys=True))
    found = [json.dumps(row, sort_keys=True) for row in pq.read_table(output / "findings").to_pylist()]
    print(f"{len(told)} findings of check, {len(found)} of bulk")
    return sorted(told) == sorted(found)


def group(tellings: int) -> None:
    """Judge one group, a third of which denies what the others tell, and print what that takes."""
    checking = Checking(Config(as_of=AS_OF))
    words = "Minoxidil treats androgenetic alopecia, as the study of the year before last has shown again."
    span = {"start": 40, "end": 80, "sentence_start": 40, "sentence_end": 40 + len(words), "quote": words[:40]}
    lines = {"line": 3, "column": 1, "end_line": 3, "end_column": 41, "sentence": words}
    told = [
        position_text(Position("minoxidil", "treats", "androgenetic-alopecia", each)) for each in (False, True, True)
    ]
    rows = ({"id": f"{number:010}.md", "position": told[number % 3], **span, **lines} for number in range(tellings))
    started = time.process_time()
    found = sum(1 for _ in judge_group(rows, checking))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{tellings:,} tellings: {found:,} findings in {time.process_time() - started:.1f} s of processor time")
    print(f"peak memory {peak:.0f} MiB")


def main() -> None:
    """Generate, run, print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("documents", type=int, nargs="?", default=1_000_000)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--ray", default="")
    parser.add_argument("--workers", type=int, default=0)
    parser.add_argument("--group", type=int, default=0)
    given = parser.parse_args()
    if given.group:
        group(given.group)
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        output = folder / "out"
        size = write(given.documents, folder / "in.parquet")
        before = time.process_time()
        started = time.perf_counter()
        checked = started
        cores = given.workers or os.cpu_count() or 1

        def watch(items: Iterable[str], total: int, done: int) -> Iterator[str]:
            nonlocal checked
            yield from items
            checked = time.perf_counter()

        checking = Checking(Config(as_of=AS_OF, text_format="markdown"))
        job = Job((str(folder / "in.parquet"),), str(output), checking, ROWS)
        summary = run(job, Engine(given.ray, given.workers), watch)
        ended = time.perf_counter()
        print(f"{given.documents:,} documents of {size / given.documents:.0f} bytes on {cores} cores")
        print(f"checked in {checked - started:.1f} s, compared in {ended - checked:.1f} s")
        spent = (
            sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) - before
        )
        print(f"{spent:.1f} s of processor time, {given.documents / spent:.0f} documents for each")
        own, child = (
            resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
        )
        print(f"peak memory {own:.0f} MiB here, {child:.0f} MiB in the largest child")
        for table in ("findings", "claims", "documents"):
            print(f"{table}: {sum(each.stat().st_size for each in (output / table).iterdir()):,} bytes")
        print(json.dumps(summary))
        if given.check:
            print("the same" if same_as_check(given.documents, folder, output) else "NOT THE SAME")


if __name__ == "__main__":
    main()
