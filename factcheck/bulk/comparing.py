"""Documents held against one another on the engine: tellings are brought together by group, findings by document.

1. The engine lists the distinct positions; what opposes what is worked out once, from these alone.
2. The engine lists which of them share a sentence; that decides which quarrels make one group.
3. The engine brings the tellings of each group together; each group is judged for itself.
4. The engine brings the findings of each document together, puts them in order and sorts the documents by id.
"""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from factcheck.bulk import schemas
from factcheck.bulk.groups import Quarrels
from factcheck.bulk.judging import finish_document, judge_group
from factcheck.bulk.tellings import position_of
from factcheck.engine import knowledge
from factcheck.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.bulk.checking import Checking
    from factcheck.bulk.engine import Engine
    from factcheck.bulk.folder import Folder

ROWS = 100_000
"""The most findings in one file."""
_SENTENCE = ("id", "sentence_start", "sentence_end")


def refuse_doubles(folder: Folder, engine: Engine) -> None:
    """Raise UserError if two rows have one id: a document is known by it."""
    daft = engine.daft
    found = (
        daft.read_parquet(folder.parts("documents")).groupby("id").agg(daft.col("unreadable").count("all").alias("n"))
    )
    twice = found.where(daft.col("n") > 1).sort("id").limit(3).to_pydict()["id"]
    if twice:
        shown = ", ".join(f'"{each}"' for each in twice)
        raise UserError("", f"several documents have the same id: {shown}", "give each its own, or name --id-column")


def compare(folder: Folder, checking: Checking, engine: Engine) -> Counter[tuple[str, str]]:
    """Write the findings between documents; how many there are of each severity and code. Raises UserError, OSError."""
    counts: Counter[tuple[str, str]] = Counter()
    found = _findings(folder, checking, engine)
    if found is None:
        return counts
    rows: list[dict[str, Any]] = []
    part = 0
    for batch in found.to_arrow_iter():
        rows += map(json.loads, batch.column("row").to_pylist())
        while len(rows) >= ROWS:
            part = _write(folder, part, rows[:ROWS], counts)
            del rows[:ROWS]
    if rows:
        _write(folder, part, rows, counts)
    return counts


def _write(folder: Folder, part: int, rows: list[dict[str, Any]], counts: Counter[tuple[str, str]]) -> int:
    batch = pa.RecordBatch.from_pylist(rows, schema=schemas.FINDINGS)
    folder.write("findings", f"between-{part:05}", batch)
    counts.update((row["severity"], row["code"]) for row in rows)
    return part + 1


def _findings(folder: Folder, checking: Checking, engine: Engine) -> Any:
    """A frame of findings as JSON, sorted; None if no two documents disagree and none silences anything."""
    daft, texts = engine.daft, engine.daft.DataType.string()
    nothing = daft.lit(None).cast(texts)
    told = _told(folder, checking, engine)
    held = daft.read_parquet(folder.parts("held"))
    parts = [] if told is None else [told.with_columns({"text": nothing, "date": nothing})]
    if held.count_rows():
        parts.append(held.with_columns({"told": nothing}).select("id", "told", "text", "date"))
    if not parts:
        return None
    both = parts[0] if len(parts) == 1 else parts[0].select("id", "told", "text", "date").concat(parts[1])
    kind = daft.DataType.struct({"id": texts, "order": daft.DataType.int64(), "row": texts})

    def finished(ids: Any, told: Any, documents: Any, days: Any) -> list[dict[str, Any]]:
        name = ids.to_pylist()[0]
        own = [each for each in zip(documents.to_pylist(), days.to_pylist(), strict=True) if each[0] is not None]
        day = date.fromisoformat(own[0][1]) if own and own[0][1] else None
        between = [each for each in told.to_pylist() if each is not None]
        rows = finish_document(name, between, (own[0][0], day) if own else None, checking)
        return [{"id": name, "order": number, "row": row} for number, row in enumerate(rows)]

    called = daft.func.batch(return_dtype=kind)(finished)
    found = both.groupby("id").map_groups(called(*map(daft.col, ("id", "told", "text", "date"))).alias("found"))
    fields = {name: daft.col("found").get(name) for name in ("order", "row")}
    return found.select("id", *(value.alias(name) for name, value in fields.items())).sort(["id", "order"])


def _told(folder: Folder, checking: Checking, engine: Engine) -> Any:
    """A frame of what the groups of tellings give: ids of documents and findings as text; None if there are none."""
    daft = engine.daft
    tellings = daft.read_parquet(folder.parts("tellings"))
    texts = sorted(tellings.select("position").distinct().to_pydict()["position"])
    quarrels = Quarrels([position_of(each) for each in texts], knowledge(checking.config))
    if not quarrels.members:
        return None
    members = {"position": [texts[each] for each in quarrels.members], "member": quarrels.members}
    groups = quarrels.groups(_sentences(tellings.join(daft.from_pydict(members), on="position"), daft))
    keys = {"position": members["position"], "group": [groups[each] for each in quarrels.members]}
    kind = daft.DataType.struct({"id": daft.DataType.string(), "told": daft.DataType.string()})
    names = schemas.TELLINGS.names

    def judged(*columns: Any) -> list[dict[str, str]]:
        rows = zip(*(column.to_pylist() for column in columns), strict=True)
        found = judge_group((dict(zip(names, row, strict=True)) for row in rows), checking)
        return [{"id": document, "told": told} for document, told in found]

    called = daft.func.batch(return_dtype=kind)(judged)
    grouped = tellings.join(daft.from_pydict(keys), on="position").groupby("group")
    found = grouped.map_groups(called(*map(daft.col, names)).alias("found"))
    return found.select(*(daft.col("found").get(name).alias(name) for name in ("id", "told")))


def _sentences(tellings: Any, daft: Any) -> Iterator[list[int]]:
    """The distinct sets of positions that share a sentence."""
    shared = tellings.groupby(*_SENTENCE).agg(daft.col("member").list_agg_distinct().alias("members"))
    several = shared.where(daft.col("members").list_count() > 1)
    words = daft.col("members").list_sort().cast(daft.DataType.list(daft.DataType.string())).list_join(" ")
    for text in several.select(words.alias("members")).distinct().to_pydict()["members"]:
        yield [int(each) for each in text.split()]
