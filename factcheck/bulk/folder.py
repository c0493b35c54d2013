"""The folder that a run writes: whole files only, what is finished, and what the run was told."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq

from factcheck.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

TABLES = ("findings", "claims", "documents")
"""What a run is made for; a folder of Parquet each."""
WORK = "_work"
_BETWEEN = ("tellings", "held")
_MANIFEST, _SUMMARY = "manifest.json", "summary.json"


class Folder:
    """The output of one run. Workers use it too; they share it."""

    def __init__(self, path: str) -> None:
        """Name the folder; nothing is made yet."""
        self.path = Path(path)

    def table(self, name: str) -> Path:
        """The folder of a table."""
        return self.path / name if name in TABLES else self.path / WORK / name

    def parts(self, name: str, start: str = "part") -> list[str]:
        """The files of a table, in order."""
        return [str(each) for each in sorted(self.table(name).glob(f"{start}-*.parquet"))]

    def prepare(self) -> None:
        """Make the folders, and take away what an interrupted run left half written. Raises UserError."""
        try:
            for name in (*TABLES, *_BETWEEN, "done"):
                self.table(name).mkdir(parents=True, exist_ok=True)
                for left in self.table(name).glob(".*.tmp"):
                    left.unlink()
        except OSError as error:
            raise UserError(str(self.path), f"cannot be written ({(error.strerror or str(error)).lower()})") from error

    def write(self, name: str, part: str, rows: pa.RecordBatch) -> None:
        """Write one file of a table; it is there whole or not at all. Raises OSError."""
        table = pa.Table.from_batches([rows])
        _whole(self.table(name) / f"{part}.parquet", lambda file: pq.write_table(table, file, compression="zstd"))

    def finish_part(self, part: str, counts: Mapping[str, Any]) -> None:
        """Note that all files of a part are there, with what was counted. Raises OSError."""
        _whole(self.table("done") / f"{part}.json", lambda file: file.write_text(json.dumps(counts), encoding="utf-8"))

    def finished_parts(self) -> dict[str, Any]:
        """Part -> what was counted in it, of the parts that are finished; one that a file lacks is not."""
        found = {}
        for note in sorted(self.table("done").glob("part-*.json")):
            if all((self.table(name) / f"{note.stem}.parquet").is_file() for name in (*TABLES, *_BETWEEN)):
                found[note.stem] = json.loads(note.read_text(encoding="utf-8"))
        return found

    def manifest(self) -> dict[str, Any] | None:
        """What the run was told that wrote here; None for a new folder. Raises UserError for somebody else's."""
        told = self._read(_MANIFEST)
        if told is None and self.path.exists() and (not self.path.is_dir() or any(self.path.iterdir())):
            raise UserError(str(self.path), "is there and was not written by factcheck bulk", "name a new folder")
        return told

    def write_manifest(self, told: Mapping[str, Any]) -> None:
        """Note what the run was told. Raises OSError."""
        self.path.mkdir(parents=True, exist_ok=True)
        self._write(_MANIFEST, told)

    def summary(self) -> dict[str, Any] | None:
        """What the run counted; None unless it is finished."""
        return self._read(_SUMMARY)

    def finish(self, summary: Mapping[str, Any]) -> None:
        """Note that the run is finished, and take away what only the run needed. Raises OSError."""
        self._write(_SUMMARY, summary)
        shutil.rmtree(self.path / WORK, ignore_errors=True)

    def clear(self) -> None:
        """Take away all that a run wrote here, and nothing else."""
        for name in (*TABLES, WORK):
            shutil.rmtree(self.path / name, ignore_errors=True)
        for name in (_SUMMARY, _MANIFEST):
            (self.path / name).unlink(missing_ok=True)

    def _read(self, name: str) -> dict[str, Any] | None:
        try:
            told: dict[str, Any] = json.loads((self.path / name).read_text(encoding="utf-8"))
        except FileNotFoundError:
            return None
        except (OSError, ValueError) as error:
            raise UserError(str(self.path / name), "cannot be read", "--redo begins anew") from error
        return told

    def _write(self, name: str, told: Mapping[str, Any]) -> None:
        text = json.dumps(told, indent=2, ensure_ascii=False) + "\n"
        _whole(self.path / name, lambda file: file.write_text(text, encoding="utf-8"))


def _whole(file: Path, write: Callable[[Path], object]) -> None:
    """Write beside the file and rename."""
    beside = file.with_name(f".{file.name}.{os.getpid()}.tmp")
    try:
        write(beside)
        beside.replace(file)
    finally:
        beside.unlink(missing_ok=True)
