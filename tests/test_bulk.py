"""`factcheck bulk`: the findings and claims of the plain command, from tables into tables."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("pyarrow", reason="needs the extra bulk")
pytest.importorskip("daft", reason="needs the extra bulk")

import pyarrow as pa
import pyarrow.parquet as pq

from factcheck.bulk import schemas, session
from tests.bulk_documents import AS_OF, FORMS, SILENT, SOME, as_files, as_parquet, as_text, by_bulk, by_check, bytes_of
from tests.bulk_documents import table as rows_of

if TYPE_CHECKING:
    from tests.conftest import Command

MARKDOWN = ("--text-format", "markdown", *AS_OF)
SMALL = ("--partition-rows", "3", "--workers", "2", *MARKDOWN)
pytestmark = [
    pytest.mark.timeout(240),
    # Daft leaves the pipes of its child processes to the garbage collector.
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]


class Dying:
    """Work that ends its process, as a lack of memory does."""

    def __call__(self, task: str) -> str:
        os._exit(9)


def test_documents_that_claim_nothing_give_empty_tables(tmp_path: Path, factcheck: Command) -> None:
    as_parquet(SILENT, tmp_path)
    ran = factcheck("bulk", "in.parquet", "out", *SMALL)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == "2 documents: 0 findings, 0 claims, in out\n"
    for name, schema in (("findings", schemas.FINDINGS), ("claims", schemas.CLAIMS), ("documents", schemas.DOCUMENTS)):
        assert pq.read_table(tmp_path / "out" / name).schema.equals(schema)
    assert [row["id"] for row in rows_of(tmp_path / "out", "documents")] == ["a.md", "b.md"]


@pytest.mark.parametrize("form", FORMS)
def test_the_findings_are_those_of_check(form: str, tmp_path: Path, factcheck: Command) -> None:
    FORMS[form](SOME, tmp_path)
    ran = factcheck("bulk", f"in.{form}", "out", *SMALL)
    assert ran.status == 1, ran.err
    found = by_bulk(tmp_path / "out")
    assert found == by_check(SOME, tmp_path, factcheck)
    codes = {json.loads(each)["code"] for each in found}
    assert {"FC101", "FC201", "FC401", "FC902"} <= codes, "the documents no longer hold what is to be compared"


@pytest.mark.parametrize("option", [("--alone",), ("--ignore", "FC401"), ("--select", "FC4")])
def test_options_choose_as_in_check(option: tuple[str, ...], tmp_path: Path, factcheck: Command) -> None:
    as_parquet(SOME, tmp_path)
    factcheck("bulk", "in.parquet", "out", *MARKDOWN, *option)
    assert by_bulk(tmp_path / "out") == by_check(SOME, tmp_path, factcheck, *option)


def test_the_order_of_the_rows_and_the_parts_change_nothing(tmp_path: Path, factcheck: Command) -> None:
    as_parquet(SOME[::-1], tmp_path)
    factcheck("bulk", "in.parquet", "out", "--workers", "1", *MARKDOWN)
    assert by_bulk(tmp_path / "out") == by_check(SOME, tmp_path, factcheck)


def test_claims_and_fingerprints_are_those_of_files_called_as_the_ids(
    tmp_path: Path, factcheck: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    as_parquet(SOME, tmp_path)
    factcheck("bulk", "in.parquet", "out", *SMALL)
    monkeypatch.chdir(as_files(SOME, tmp_path))
    told = json.loads(factcheck("claims", ".", *AS_OF, "--format", "json").out)["documents"]
    expected = [as_text({"id": each["path"], **claim}) for each in told for claim in each["claims"]]
    assert expected
    assert sorted(map(as_text, rows_of(tmp_path / "out", "claims"))) == sorted(expected)
    report = json.loads(factcheck(".", *AS_OF, "--format", "json", "--quiet").out)
    marks = [finding["fingerprint"] for document in report["documents"] for finding in document["findings"]]
    assert sorted(marks) == sorted(row["fingerprint"] for row in rows_of(tmp_path / "out", "findings"))


def test_a_column_dates_documents_as_their_front_matter_would(tmp_path: Path, factcheck: Command) -> None:
    text = "No JAK inhibitor is approved for alopecia areata.\n"
    days = {"a.md": "2021-05-01", "b.md": "2026-01-01", "c.md": None}
    columns = {"name": list(days), "when": list(days.values()), "text": [text] * len(days)}
    pq.write_table(pa.table(columns), tmp_path / "in.parquet")
    factcheck("bulk", "in.parquet", "out", "--id-column", "name", "--date-column", "when", *SMALL)
    documents = rows_of(tmp_path / "out", "documents")
    assert {row["id"]: row["date"] and row["date"].isoformat() for row in documents} == days
    dated = [(name, f"---\ndate: {day}\n---\n{text}" if day else text) for name, day in days.items()]
    told = [(each["id"], each["code"]) for each in map(json.loads, by_check(dated, tmp_path, factcheck))]
    assert sorted((row["id"], row["code"]) for row in rows_of(tmp_path / "out", "findings")) == sorted(told)


def test_a_text_that_is_missing_or_cannot_be_read_is_a_finding(tmp_path: Path, factcheck: Command) -> None:
    pq.write_table(pa.table({"id": [1, 2], "text": [None, "\0\1\2" * 99]}), tmp_path / "in.parquet")
    ran = factcheck("bulk", "in.parquet", "out", *SMALL)
    assert ran.status == 1
    assert ran.out.startswith("2 documents, 2 of them unreadable: 2 findings (2 errors)")
    assert [(row["id"], row["code"]) for row in rows_of(tmp_path / "out", "findings")] == [
        ("1", "FC901"),
        ("2", "FC901"),
    ]


def test_a_run_goes_on_where_it_was_stopped(
    tmp_path: Path, factcheck: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    as_parquet(SOME, tmp_path)
    factcheck("bulk", "in.parquet", "whole", *SMALL)

    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(session, "compare", stopped)
        assert factcheck("bulk", "in.parquet", "out", *SMALL).status == 130
    out = tmp_path / "out"
    assert not (out / "summary.json").exists()
    (out / "_work" / "done" / "part-00002.json").unlink()
    (out / "claims" / "part-00001.parquet").unlink()
    (out / "findings" / ".part-00001.parquet.7.tmp").write_bytes(b"half")
    kept = (out / "findings" / "part-00000.parquet").stat().st_mtime_ns
    ran = factcheck("bulk", "in.parquet", "out", *SMALL)
    assert (ran.status, ran.err) == (1, "factcheck: 2 of 4 partitions were finished before\n")
    assert (out / "findings" / "part-00000.parquet").stat().st_mtime_ns == kept
    assert bytes_of(out) == bytes_of(tmp_path / "whole")
    assert [each.name for each in out.rglob("*.tmp")] == []


def test_a_finished_run_is_told_again_and_another_is_refused(tmp_path: Path, factcheck: Command) -> None:
    as_parquet(SOME, tmp_path)
    ran = factcheck("bulk", "in.parquet", "out", *SMALL)
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "out").rglob("*")}
    undated = [each for each in SMALL if each not in ("--as-of", "2026-11-22")]
    assert factcheck("bulk", "in.parquet", "out", *undated) == ran, "the day is that on which the run began"
    for change, told in (
        (("--alone",), "alone was false and is true"),
        (("--as-of", "2026-11-21"), 'as_of was "2026-11-22" and is "2026-11-21"'),
        (("--rules", "common-medicine"), "the packs are not the same"),
        (("--partition-rows", "4"), "partition_rows was 3 and is 4"),
    ):
        refused = factcheck("bulk", "in.parquet", "out", *SMALL, *change)
        assert (refused.status, told in refused.err, "--redo begins anew" in refused.err) == (2, True, True)
    as_parquet(SILENT, tmp_path)
    assert "in.parquet has changed" in factcheck("bulk", "in.parquet", "out", *SMALL).err
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "out").rglob("*")} == before
    assert factcheck("bulk", "in.parquet", "out", *SMALL, "--redo").status == 0
    assert rows_of(tmp_path / "out", "findings") == []


def test_a_process_that_dies_is_told_with_the_way_out(
    tmp_path: Path, factcheck: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    as_parquet(SILENT, tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr(session, "_CheckedPart", lambda *_: Dying())
        ran = factcheck("bulk", "in.parquet", "out", *SMALL)
    assert ran.status == 2
    assert "the engine stopped" in ran.err
    assert "the same command goes on" in ran.err
    assert factcheck("bulk", "in.parquet", "out", *SMALL).status == 0


@pytest.mark.parametrize(
    ("columns", "options", "told"),
    [
        ({"id": ["a"], "body": ["x"]}, (), 'has no column "text"; allowed: body, id'),
        ({"id": ["a", None], "text": ["x", "y"]}, (), 'row 2 of the partition has no "id"; give each row its id'),
        ({"id": ["a", "b", "a"], "text": ["x"] * 3}, (), 'several documents have the same id: "a"'),
        ({"id": ["a"], "text": ["x"], "day": ["soon"]}, ("--date-column", "day"), "is no date: soon"),
        ({"id": ["a"], "text": ["x"]}, ("--select", "FC999"), 'no check has the code "FC999"'),
    ],
)
def test_mistakes_of_the_user(
    columns: dict[str, list[str]], options: tuple[str, ...], told: str, tmp_path: Path, factcheck: Command
) -> None:
    pq.write_table(pa.table(columns), tmp_path / "in.parquet")
    ran = factcheck("bulk", "in.parquet", "out", *SMALL, *options)
    assert ran.status == 2
    assert told in ran.err


def test_a_folder_of_somebody_else_is_left_alone(tmp_path: Path, factcheck: Command) -> None:
    as_parquet(SILENT, tmp_path)
    (tmp_path / "out" / "findings").mkdir(parents=True)
    (tmp_path / "out" / "findings" / "mine.txt").write_text("mine", encoding="utf-8")
    for option in ((), ("--redo",)):
        ran = factcheck("bulk", "in.parquet", "out", *SMALL, *option)
        assert (ran.status, "was not written by factcheck bulk" in ran.err) == (2, True)
    assert (tmp_path / "out" / "findings" / "mine.txt").read_text(encoding="utf-8") == "mine"
