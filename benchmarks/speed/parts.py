"""One file, many files, dense text, two processes, unchanged files: each part is a function from Bench to Section."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from benchmarks.speed.corpora import SEEDS, dense, share_of, unpack, write_documents
from benchmarks.speed.rounds import alternate, run, times_as_long
from benchmarks.speed.section import MB, Bench, Section, rows_of, size_of
from benchmarks.speed.tools import RIVALS, floor, rival

HOOK_BYTES = 3000
CORPUS = "questions and answers from twelve NIH websites"


def hook(bench: Bench) -> Section:
    """One Markdown file of about 3 KB, as a hook checks it."""
    article = min(SEEDS.glob("*.md"), key=lambda each: abs(each.stat().st_size - HOOK_BYTES))
    file = Path(shutil.copy(article, bench.scratch))
    sides = {
        "factcheck": bench.own.side([file]),
        "factcheck, cold cache": bench.own.side([file], bench.own.cold),
        **{name: rival(name, bench.environments, [file]) for name in RIVALS},
    }
    runs = alternate(sides, bench.rounds, bench.core, bench.scratch)
    rows = rows_of(runs)
    values = {
        "hook-codespell": times_as_long(runs["factcheck"], runs["codespell"]),
        "hook-cold": rows[1].seconds,
        "hook-memory": rows[0].mib,
    }
    return Section(f"one Markdown file of {file.stat().st_size:,} bytes", rows, values)


def corpus_of(bench: Bench) -> tuple[Path, int, int]:
    """The folder with the share of the corpus, the number of its files and their bytes; unpacked once."""
    folder = bench.scratch / "corpus"
    if not folder.exists():
        whole = bench.scratch / "whole"
        files = share_of(unpack(bench.corpus, whole), bench.share)
        for file in files:
            target = folder / file.relative_to(whole)
            target.parent.mkdir(parents=True, exist_ok=True)
            file.rename(target)
        shutil.rmtree(whole)
    files = sorted(folder.rglob("*.md"))
    return folder, len(files), size_of(files)


def throughput(bench: Bench) -> Section:
    """The corpus, against the rivals and the floor."""
    folder, count, size = corpus_of(bench)
    terms = bench.scratch / "terms.txt"
    terms.write_text(bench.own.terms(), encoding="utf-8")
    sides = {
        "factcheck": bench.own.side([folder]),
        **{name: rival(name, bench.environments, [folder]) for name in RIVALS},
        "floor": floor(bench.environments, terms, [folder]),
    }
    runs = alternate(sides, bench.rounds, bench.core, bench.scratch, warm=False)
    values = {name: times_as_long(runs[name], runs["factcheck"]) for name in (*RIVALS, "floor")}
    return Section(f"{CORPUS}: {count:,} files, {size / MB:.1f} MB", rows_of(runs, size), values)


def dense_text(bench: Bench) -> Section:
    """Text in which every paragraph is about hair loss."""
    folder = bench.scratch / "dense"
    size = write_documents(dense(int(bench.dense * MB), 1), folder)
    runs = alternate({"factcheck": bench.own.side([folder])}, bench.rounds, bench.core, bench.scratch, warm=False)
    rows = rows_of(runs, size)
    return Section(f"{size / MB:.1f} MB of varied sample articles", rows, {"dense": rows[0].rate})


def two_processes(bench: Bench) -> Section:
    """The corpus, by one process and by two, both free to use two cores."""
    if not bench.own.jobs:
        return Section("the same corpus", not_yet="there is no --jobs yet")
    if len(bench.cores) < 2:
        return Section("the same corpus", not_yet="this machine lends only one core")
    folder, count, size = corpus_of(bench)
    sides = {"one process": bench.own.side([folder]), "two processes": bench.own.side([folder], jobs=2)}
    runs = alternate(sides, bench.rounds, bench.cores[-2:], bench.scratch, warm=False)
    values = {"two": times_as_long(runs["one process"], runs["two processes"])}
    return Section(f"{CORPUS}: {count:,} files", rows_of(runs, size), values)


def unchanged(bench: Bench) -> Section:
    """The corpus again, with the results of the run before kept."""
    if not bench.own.keeps_results:
        return Section("the same corpus, a second time", not_yet="no results are kept yet")
    folder, count, size = corpus_of(bench)
    kept = bench.own.warm()
    known = bench.scratch / "known"
    run(bench.own.side([folder], lambda: kept), bench.core, bench.scratch)
    shutil.copytree(kept["XDG_CACHE_HOME"], known)

    def before() -> Mapping[str, str]:
        return {"XDG_CACHE_HOME": str(known)}

    sides = {"unknown": bench.own.side([folder]), "unchanged": bench.own.side([folder], before)}
    runs = alternate(sides, bench.rounds, bench.core, bench.scratch, warm=False)
    values = {"unchanged": times_as_long(runs["unknown"], runs["unchanged"])}
    return Section(f"{CORPUS}: {count:,} files", rows_of(runs, size), values)
