"""One run over very much text: how far it had come when, and what memory it held then."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from benchmarks.speed.corpora import composed, paragraphs, write_documents
from benchmarks.speed.growth import SHORT, WANTED
from benchmarks.speed.parts import corpus_of
from benchmarks.speed.rounds import run
from benchmarks.speed.section import MB, Bench, Curve, Row, Section
from benchmarks.speed.targets import power

SAMPLED = Path(__file__).with_name("sampled.py")
NOTED = 64
"""How often it is noted how far the run has come."""
STEPS = (2, 4, 8, 16, 32, 64)
"""After how many of these times a row is told."""


def large(bench: Bench) -> Section:
    """One run over `large` megabytes in documents of one length, looked at while it goes."""
    folder, _, _ = corpus_of(bench)
    texts, notes = bench.scratch / "large", bench.scratch / "notes.jsonl"
    pool = paragraphs(sorted(folder.rglob("*.md")))
    size = write_documents(composed(pool, int(bench.large * MB), SHORT, 1), texts)
    side = bench.own.side([texts])
    program, *arguments = side.command
    python = Path(program).with_name("python")
    run(
        replace(side, command=(str(python), "-I", str(SAMPLED), str(notes), str(size // NOTED), *arguments)),
        *(bench.core, bench.scratch),
    )
    start, *told = (json.loads(line) for line in notes.read_text(encoding="utf-8").splitlines())
    taken = [*(told[step - 1] for step in STEPS[:-1]), told[-1]]
    x, seconds, mib = zip(*((each["read"] / MB, each["seconds"], each["mib"]) for each in taken), strict=True)
    rows = tuple(Row(f"{each['read'] / MB:,.3g} MB", each["seconds"], each["mib"], each["read"]) for each in taken)
    values = {"memory": mib[-1], "linear-documents": power(x, seconds, start["seconds"])}
    within = f"up to {bench.large:g} MB" if bench.large < WANTED else ""
    text = f"one run over {size / MB:,.0f} MB: paragraphs of the corpus put together anew, documents of {SHORT:,} bytes"
    return Section(text, rows, values, (Curve("one run", x, seconds, mib),), "megabytes read", within=within)
