"""How time and memory grow: with the number of documents, their length, and the number of facts."""

from __future__ import annotations

from collections.abc import Mapping

from benchmarks.speed.corpora import composed, paragraphs, write_documents
from benchmarks.speed.generated_packs import NAMES_OF_A_FACT, documents_on, write_pack
from benchmarks.speed.parts import corpus_of
from benchmarks.speed.rounds import Runs, alternate, mib, seconds
from benchmarks.speed.section import MB, Bench, Curve, Section, rows_of
from benchmarks.speed.targets import power, steepest

WANTED = 1000.0
"""The megabytes up to which growth has to be linear."""
STEPS = (8, 4, 2, 1)
SHORT = 4000
LONG_DOCUMENTS = 128
FACTS = (100, 1_000, 10_000)
DOCUMENTS_ON_FACTS = (100, 2_000)


def growth(bench: Bench) -> Section:
    """More documents of one length, and longer documents of one number, up to `largest` megabytes."""
    folder, _, _ = corpus_of(bench)
    pool = paragraphs(sorted(folder.rglob("*.md")))
    sizes = [int(bench.largest * MB / step) for step in STEPS]
    lengths = {"more documents": [SHORT] * len(sizes), "longer documents": [max(1, s // LONG_DOCUMENTS) for s in sizes]}
    smallest = bench.scratch / "smallest.md"
    smallest.write_text("A page.\n", encoding="utf-8")
    sides = {"start": bench.own.side([smallest])}
    written: dict[str, int] = {}
    for name, each in lengths.items():
        for size, length in zip(sizes, each, strict=True):
            own = f"{name}, {size / MB:g} MB"
            part = bench.scratch / "growth" / own
            written[own] = write_documents(composed(pool, size, length, 1), part)
            sides[own] = bench.own.side([part])
    runs = alternate(sides, bench.rounds, bench.core, bench.scratch, warm=False)
    curves = tuple(_curve(name, {own: size for own, size in written.items() if own.startswith(name)}, runs)
                   for name in lengths)  # fmt: skip
    start = seconds(runs["start"])
    longer, values = curves[-1], dict[str, float]()
    if min(longer.seconds) > start:  # too little text for the clock says nothing of growth
        values["linear-bytes"] = power(longer.x, longer.seconds, start)
    within = f"up to {bench.largest:g} MB" if bench.largest < WANTED else ""
    told = f"paragraphs of the corpus put together anew: documents of {SHORT:,} bytes, and {LONG_DOCUMENTS} longer ones"
    return Section(told, rows_of(runs), values, curves, "megabytes", within=within)


def _curve(name: str, sizes: Mapping[str, int], runs: Mapping[str, Runs]) -> Curve:
    taken = [runs[own] for own in sizes]
    return Curve(name, tuple(s / MB for s in sizes.values()), tuple(map(seconds, taken)), tuple(map(mib, taken)))


def facts(bench: Bench) -> Section:
    """The same documents under packs of more and more facts; five names a fact."""
    folder, _, _ = corpus_of(bench)
    pool = paragraphs(sorted(folder.rglob("*.md")))
    documents = bench.scratch / "on-facts"
    least, most = DOCUMENTS_ON_FACTS
    count = max(least, round(most * bench.share))
    size = write_documents(documents_on(FACTS[0], pool, count), documents)
    sides = {}
    for number in FACTS:
        pack = write_pack(number, bench.scratch / f"made-{number}")
        sides[f"{number:,} facts"] = bench.own.side(
            [documents], bench.own.warm_for(pack), options=("--rules", str(pack))
        )
    runs = alternate(sides, bench.rounds, bench.core, bench.scratch, warm=False)
    taken = list(runs.values())
    curve = Curve("all documents", tuple(map(float, FACTS)), tuple(map(seconds, taken)), tuple(map(mib, taken)))
    told = f"{count} documents, {size / MB:.2f} MB, the same for each pack; {NAMES_OF_A_FACT} names a fact"
    return Section(told, rows_of(runs, size), {"facts": steepest(curve.x, curve.seconds)}, (curve,), "facts")
