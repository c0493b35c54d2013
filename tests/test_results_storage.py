"""Where results are kept: damage, a full disk, rights, several processes, and what is too old or too much."""

from __future__ import annotations

import multiprocessing
import os
import sqlite3
import stat
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, Literal

import pytest

from factcheck import check_paths
from factcheck.__main__ import main
from factcheck.results import database, tidying
from factcheck.results.codec import decode, encode
from tests.kept_results import TEXTS, Kept
from tests.scratch_project import RIGHT, WRONG

DAMAGE: dict[str, Callable[[Path], object]] = {
    "empty": lambda file: file.write_bytes(b""),
    "no database": lambda file: file.write_bytes(b"nothing of the kind" * 300),
    "cut": lambda file: file.write_bytes(file.read_bytes()[: file.stat().st_size // 2]),
    "flipped": lambda file: file.write_bytes(bytes(byte ^ (at > 4000) for at, byte in enumerate(file.read_bytes()))),
    "another table": lambda file: _rows(file, "DROP TABLE results"),
    "wrong content": lambda file: _rows(file, "UPDATE results SET content = x'00112233445566778899'"),
    "no content": lambda file: _rows(file, "UPDATE results SET content = NULL"),
    "text": lambda file: _rows(file, "UPDATE results SET content = 'text', used = 'today'"),
    "one byte": lambda file: _rows(file, "UPDATE results SET content = content || x'00'"),
    "exchanged": lambda file: _rows(file, "UPDATE results SET content = (SELECT max(content) FROM results)"),
}


def _rows(file: Path, command: str) -> None:
    connection = sqlite3.connect(file)
    with connection:
        connection.execute(command)
    connection.close()


@pytest.mark.parametrize("name", DAMAGE)
def test_a_damaged_result_is_made_anew(kept: Kept, name: str) -> None:
    kept()
    (file,) = kept.files
    DAMAGE[name](file)
    assert kept.agrees() != []
    kept()
    assert kept.agrees() == []


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="nothing is read-only to this user")
def test_a_folder_that_is_read_only(kept: Kept) -> None:
    kept()
    (kept.docs / "a.md").write_text(RIGHT, encoding="utf-8")
    kept.cache.chmod(0o500)
    for file in kept.files:
        file.chmod(0o400)
    try:
        assert kept.agrees() == ["a.md"]
        assert kept.agrees() == ["a.md"]
    finally:
        kept.cache.chmod(0o700)


def test_a_folder_that_cannot_be(kept: Kept) -> None:
    kept.cache.write_text("a file", encoding="utf-8")
    for _ in range(2):
        assert set(kept.agrees()) == set(TEXTS)


class Full(sqlite3.Connection):
    """A database on a disk that is full when this statement comes."""

    when = ""

    def execute(self, statement: str, *values: Any) -> sqlite3.Cursor:
        self._refuse(statement)
        return super().execute(statement, *values)

    def executemany(self, statement: str, *values: Any) -> sqlite3.Cursor:
        self._refuse(statement)
        return super().executemany(statement, *values)

    def __exit__(self, *left: Any) -> Literal[False]:
        self._refuse("COMMIT")
        return super().__exit__(*left)

    def _refuse(self, statement: str) -> None:
        if statement.startswith(self.when):
            raise sqlite3.OperationalError("database or disk is full")


@pytest.mark.parametrize("when", ["CREATE", "INSERT", "COMMIT"])
def test_a_full_disk_costs_the_cache_and_nothing_else(kept: Kept, monkeypatch: pytest.MonkeyPatch, when: str) -> None:
    monkeypatch.setattr(Full, "when", when)
    monkeypatch.setattr(sqlite3, "connect", partial(sqlite3.connect, factory=Full))
    for _ in range(2):
        assert set(kept.agrees()) == set(TEXTS)


def test_no_room_for_the_names_of_packs(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> tuple[int, str]:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(tempfile, "mkstemp", full)
    assert set(kept.agrees()) == set(TEXTS)
    assert not list(kept.cache.glob("packs-*"))


@pytest.mark.parametrize("damage", [b"", b"garbage" * 40])
def test_damaged_names_of_packs_are_made_anew(kept: Kept, damage: bytes) -> None:
    kept()
    (file,) = kept.cache.glob("packs-*.bin")
    sound = file.read_bytes()
    file.write_bytes(damage)
    assert kept.agrees() == []
    assert file.read_bytes() == sound


@pytest.mark.skipif(sys.platform == "win32", reason="no such rights there")
def test_others_may_not_read_it(kept: Kept) -> None:
    kept()
    assert {stat.S_IMODE(file.stat().st_mode) for file in kept.files} == {0o600}


def test_a_python_program_has_it_too(kept: Kept) -> None:
    first = check_paths("docs", as_of=date(2026, 11, 22))
    kept.fresh()
    kept.read = []
    assert check_paths("docs", as_of=date(2026, 11, 22)) == first
    assert kept.read == []


def test_what_is_piped_in_is_read_once(kept: Kept) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("no pipes with names here")
    pipe = kept.root / "piped.md"
    for _ in range(2):
        os.mkfifo(pipe)
        writer = multiprocessing.get_context("spawn").Process(target=_pour, args=(str(pipe), WRONG))
        writer.start()
        ran = kept._command("piped.md", "--format", "concise")
        writer.join(10)
        pipe.unlink()
        assert "piped.md:1:" in ran.out
        assert "FC201" in ran.out


def _pour(pipe: str, text: str) -> None:
    Path(pipe).write_text(text, encoding="utf-8")


def _check(folder: str, cache: str, numbers: tuple[int, ...]) -> int:
    os.chdir(folder)
    os.environ["XDG_CACHE_HOME"] = cache
    return main([*(f"docs/{number}.md" for number in numbers), "--quiet", "-o", f"{numbers[0]}.txt"])


@pytest.mark.skipif(sys.platform != "linux", reason="the folder of the cache is told by XDG_CACHE_HOME")
def test_several_processes_write_at_once(kept: Kept) -> None:
    for number in range(30):
        (kept.docs / f"{number}.md").write_text(f"{WRONG}\nPage {number}.\n", encoding="utf-8")
    groups = [tuple((start + step) % 30 for step in range(20)) for start in (0, 5, 10, 15)]
    where = [(str(kept.root), str(kept.root / "shared"), group) for group in groups]
    with multiprocessing.get_context("spawn").Pool(4) as pool:
        assert set(pool.starmap(_check, where)) == {1}
    (file,) = (kept.root / "shared" / "factcheck").glob("results-*.db")
    connection = sqlite3.connect(file)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("SELECT count(*) FROM results").fetchone()[0] >= 30
    connection.close()


def _filled(folder: Path, name: str, size: int, age: int) -> Path:
    file = folder / name
    file.write_bytes(b"x" * size)
    day = time.time() - age * tidying.DAY
    os.utime(file, (day, day))
    return file


def test_what_is_old_or_too_much_goes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tidying, "MOST_BYTES", 50_000)
    own = tmp_path / "results-own.db"
    database.write(own, [(b"key", 20_000_000, b"content")], [])
    stays = [_filled(tmp_path, "results-1.db", 10_000, 1), _filled(tmp_path, "results-2.db", 10_000, 2)]
    stays += [_filled(tmp_path, "knowledge-1.bin", 90_000, 90), _filled(tmp_path, "packs-1.bin", 10, 3)]
    goes = [_filled(tmp_path, "results-3.db", 40_000, 3), _filled(tmp_path, "results-4.db", 10, 61)]
    goes += [_filled(tmp_path, "results-3.db-journal", 10, 3), _filled(tmp_path, "packs-2.bin", 10, 61)]
    tidying.tidy(own)
    assert [path.exists() for path in (own, *stays)] == [True] * 5
    assert not any(path.exists() for path in goes)
    late = _filled(tmp_path, "results-5.db", 10, 99)
    tidying.tidy(own)
    assert late.exists(), "once a day is enough"
    tidying.tidy(own, at_once=True)
    assert not late.exists()


def test_rows_that_nobody_uses_go(tmp_path: Path) -> None:
    file = tmp_path / "results.db"
    database.write(file, [(bytes([number]), number, b"x" * 1000) for number in range(100)], [(90, b"\x05")])
    database.trim(file, 20, 10**9)
    reader = database.Reader(file)
    there = [number for number in range(100) if reader.row(bytes([number]))]
    reader.close()
    assert there == [5, *range(20, 100)]
    size = file.stat().st_size
    database.trim(file, 0, 1000)
    reader = database.Reader(file)
    there = [number for number in range(100) if reader.row(bytes([number]))]
    reader.close()
    assert there == [5, *range(61, 100)] or there == [5, *range(60, 100)]
    assert file.stat().st_size < size


def test_a_result_in_use_is_noted_so_that_it_stays(kept: Kept) -> None:
    kept()
    (file,) = kept.files
    _rows(file, "UPDATE results SET used = used - 30")
    kept()
    connection = sqlite3.connect(file)
    used = {row[0] for row in connection.execute("SELECT used FROM results")}
    connection.close()
    assert used == {int(time.time() // tidying.DAY)}


@pytest.mark.parametrize("value", [None, "a", 1, 2.5, True, (), ("a", 1), (("a", ("b",)), date(2026, 11, 22))])
def test_codec(value: object) -> None:
    assert decode(encode(value)) == value


def test_codec_refuses_what_it_does_not_know() -> None:
    with pytest.raises(TypeError, match="set has no plain form"):
        encode({1})
    with pytest.raises(ValueError, match="-7"):
        decode([-7])
