"""Documents for the tests of `factcheck bulk`, as files for the plain command and as tables."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq

if TYPE_CHECKING:
    from tests.conftest import Command

Documents = Sequence[tuple[str, str]]
AS_OF = ("--as-of", "2026-11-22", "--isolated")
SILENT = [("a.md", "# Opening hours\n\nThe clinic opens at nine.\n"), ("b.md", "")]
SOME = [
    ("a.md", "Minoxidil treats alopecia areata.\n\nThe clinic opens at nine.\n"),
    ("b.md", "# Doubts\r\n\r\nA **note**: minoxidil does not treat alopecia areata.\r\n"),
    ("c.md", "Minoxidil treats alopecia areata. Cytokines are enzymes.\n"),
    ("d.md", "<!-- factcheck-disable-next-line FC4 -- debated here -->\nMinoxidil does not treat alopecia areata.\n"),
    ("e.md", "<!-- factcheck-disable-next-line FC201 -- an old text -->\nThe clinic opens at nine.\n"),
    ("f.md", "Neither minoxidil nor finasteride treats alopecia areata.\n"),
    ("g.md", "Finasteride treats alopecia areata. The drug minoxdil is a foam.\n"),
    ("h.md", "---\ndate: 2021-05-01\n---\nNo JAK inhibitor is approved for alopecia areata.\n"),
    ("i.md", "Pattern baldness is an autoimmune disease. Pattern baldness is not an autoimmune disease.\n"),
    ("j.md", "It says \u201cCytokines are enzymes\u201d \U0001f600, and cytokines\u00a0are enzymes.\n"),
]


def as_files(documents: Documents, folder: Path) -> Path:
    """A file for each document, in a folder of their own."""
    (folder / "docs").mkdir()
    for name, text in documents:
        (folder / "docs" / name).write_text(text, encoding="utf-8", newline="")
    return folder / "docs"


def as_parquet(documents: Documents, folder: Path) -> Path:
    table = pa.table({"id": [name for name, _ in documents], "text": [text for _, text in documents]})
    pq.write_table(table, folder / "in.parquet", row_group_size=3)
    return folder / "in.parquet"


def as_lines(documents: Documents, folder: Path) -> Path:
    lines = [json.dumps({"id": name, "text": text}) for name, text in documents]
    (folder / "in.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return folder / "in.jsonl"


def as_table(documents: Documents, folder: Path) -> Path:
    with (folder / "in.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("id", "text"), *documents])
    return folder / "in.csv"


FORMS: dict[str, Callable[[Documents, Path], Path]] = {"parquet": as_parquet, "jsonl": as_lines, "csv": as_table}


def by_check(documents: Documents, folder: Path, factcheck: Command, *options: str) -> list[str]:
    """The findings of the plain command on the documents as files, each as sorted JSON with its document."""
    as_files(documents, folder)
    ran = factcheck("check", "docs", *AS_OF, "--format", "json", "--quiet", *options)
    assert ran.status in (0, 1), ran.err
    found = []
    for document in json.loads(ran.out)["documents"]:
        for finding in document["findings"]:
            del finding["record"], finding["fingerprint"]  # it holds the path, `docs/` and all
            related = [{"id": Path(each.pop("path")).name, **each} for each in finding["related"]]
            found.append(as_text({"id": Path(document["path"]).name, **finding, "related": related}))
    return sorted(found)


def by_bulk(output: Path) -> list[str]:
    """The findings in the output of a run, as `by_check` has them."""
    rows = table(output, "findings")
    return sorted(as_text({name: value for name, value in row.items() if name != "fingerprint"}) for row in rows)


def table(output: Path, name: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = pq.read_table(output / name).to_pylist()
    return rows


def as_text(row: dict[str, Any]) -> str:
    return json.dumps(row, sort_keys=True)


def bytes_of(output: Path) -> dict[str, bytes]:
    return {path.relative_to(output).as_posix(): path.read_bytes() for path in output.rglob("*.parquet")}
