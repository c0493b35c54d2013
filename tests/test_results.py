"""Results that are kept: an unchanged document is not understood again, and no change goes unseen."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import sqlite3
import stat
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any, Literal

import pytest

from factcheck import check_paths, collect, engine
from factcheck.__main__ import main
from factcheck.checks import Moment
from factcheck.examine import examined_bytes
from factcheck.knowledge import load_knowledge
from factcheck.results import basis, database, tidying
from factcheck.results.codec import decode, encode
from tests.conftest import Command, Ran
from tests.scratch_project import RIGHT, WRONG

PACKS = Path(__file__).parent / "cases" / "packs"
APPROVED = "No treatment has been approved for severe alopecia areata in adults.\n"
DATED = "---\ndate: 2019-05-01\n---\n\n" + APPROVED
HELD = WRONG + "\n<!-- factcheck-disable-file FC201 -- we quote it; until=2026-12-31 -->\n"
OTHER = "Alopecia areata is not an autoimmune disease.\n"
NAME = "Ruxotilinib is a JAK inhibitor.\n"
TEXTS = {"a.md": WRONG, "b.md": RIGHT, "c.md": OTHER, "d.md": HELD, "e.md": APPROVED, "f.md": DATED, "g.html": NAME}
DAY = "2026-11-22"


class Kept:
    """A folder of documents, the command run as a new process runs it, and how many documents that read anew."""

    def __init__(self, root: Path, command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
        self.root = root
        self.cache = root / "cache"
        self.docs = root / "docs"
        self.read: list[str] = []
        self.loaded = 0
        self._command = command

        def counted(source, *rest, **options):  # type: ignore[no-untyped-def]
            self.read.append(source.path.removeprefix("docs/"))
            return examined_bytes(source, *rest, **options)

        def loading(*args):  # type: ignore[no-untyped-def]
            self.loaded += 1
            return load_knowledge(*args)

        monkeypatch.setattr(collect, "examined_bytes", counted)
        monkeypatch.setattr(engine, "load_knowledge", loading)
        monkeypatch.setattr(basis, "user_folder", lambda: self.cache)

    def fresh(self, *, packs: bool = False) -> None:
        """Forget what a process remembers; of loaded packs only if they change, as that takes long."""
        for each in (basis._basis, basis._program, *((engine._knowledge, engine._extractor) if packs else ())):
            each.cache_clear()

    def __call__(self, *options: str, day: str = DAY) -> Ran:
        self.fresh(packs="--rules" in options)
        self.read, self.loaded = [], 0
        return self._command("docs", "--format", "json", "--as-of", day, *options)

    def agrees(self, *options: str, day: str = DAY) -> list[str]:
        """What is read anew; the output must be that of a run without results."""
        ran = self(*options, day=day)
        read = self.read
        assert ran == self(*options, "--no-cache", day=day)
        return read

    @property
    def files(self) -> list[Path]:
        return sorted(self.cache.glob("results-*.db"))


@pytest.fixture
def kept(factcheck: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Kept]:
    found = Kept(tmp_path, factcheck, monkeypatch)
    found.docs.mkdir()
    for name, text in TEXTS.items():
        (found.docs / name).write_text(text, encoding="utf-8")
    (found.docs / "rows.csv").write_text(f"id,text\n1,{WRONG.strip()}\n2,{RIGHT.strip()}\n", encoding="utf-8")
    yield found
    found.fresh()


def test_what_did_not_change_is_not_understood_again_and_no_pack_is_loaded(kept: Kept) -> None:
    assert set(kept.agrees()) == set(TEXTS)
    kept.fresh(packs=True)
    ran = kept()
    assert (ran.status, kept.read, kept.loaded) == (1, [], 0)
    assert '"FC201"' in ran.out
    assert '"FC401"' in ran.out


@pytest.mark.parametrize(
    "options",
    [
        ("--select", "FC2"),
        ("--ignore", "FC201"),
        ("--select", "FC902"),
        ("--alone",),
        ("--fail-on", "never"),
        ("--format", "concise", "-o", "out.txt"),
        ("--jobs", "2"),
        ("--min-coverage", "90"),
    ],
    ids=" ".join,
)
def test_what_only_chooses_reads_nothing_anew(kept: Kept, options: tuple[str, ...]) -> None:
    kept()
    assert kept.agrees(*options) == []


def test_a_selection_that_compares_nothing_is_not_taken_for_one_that_does(kept: Kept) -> None:
    assert set(kept.agrees("--select", "FC2")) == set(TEXTS)
    assert kept.agrees("--select", "FC2", "--ignore", "FC202") == []
    assert set(kept.agrees()) == set(TEXTS)
    assert kept.agrees("--select", "FC2") == []


def test_facts_and_severities_of_the_settings_choose_only(kept: Kept) -> None:
    kept()
    (kept.root / ".factcheck.yaml").write_text(
        "severity: {FC201: note, FC901: note}\nignore: [aga-not-immune]\nper-file-ignores: {a.md: [FC201]}\n",
        encoding="utf-8",
    )
    assert kept.agrees() == []


CHANGES: dict[str, tuple[Callable[[Path], object], list[str]]] = {
    "content": (lambda docs: (docs / "a.md").write_text(RIGHT + WRONG, encoding="utf-8"), ["a.md"]),
    "the content of another": (lambda docs: (docs / "a.md").write_text(RIGHT, encoding="utf-8"), []),
    "same length": (lambda docs: (docs / "c.md").write_text(OTHER.replace("not", "now"), encoding="utf-8"), ["c.md"]),
    "line ends": (lambda docs: (docs / "b.md").write_bytes(RIGHT.encode().replace(b"\n", b"\r\n")), ["b.md"]),
    "a mark": (lambda docs: (docs / "b.md").write_bytes(b"\xef\xbb\xbf" + RIGHT.encode()), ["b.md"]),
    "encoding": (lambda docs: (docs / "a.md").write_bytes(WRONG.encode("utf-16")), ["a.md"]),
    "touched": (lambda docs: os.utime(docs / "a.md", (1, 1)), []),
    "gone": (lambda docs: (docs / "a.md").unlink(), []),
    "another name": (lambda docs: (docs / "a.md").rename(docs / "z.md"), []),
    "another suffix": (lambda docs: (docs / "a.md").rename(docs / "a.txt"), ["a.txt"]),
    "a copy": (lambda docs: shutil.copy(docs / "c.md", docs / "copy.md"), []),
    "a new one": (lambda docs: (docs / "new.md").write_text(NAME, encoding="utf-8"), ["new.md"]),
    "a sidecar": (lambda docs: (docs / "a.md.factcheck").write_text("FC201 -- known\n"), ["a.md"]),
    "broken": (lambda docs: (docs / "a.md").write_bytes(b"\xff"), ["a.md"]),
    "settings that choose": (lambda docs: (docs / ".factcheck.yaml").write_text("ignore: [FC2]\n"), []),
    "settings of dates": (lambda docs: (docs / ".factcheck.yaml").write_text("dates: [reviewed]\n"), sorted(TEXTS)),
    "settings of formats": (lambda docs: (docs / ".factcheck.yaml").write_text("formats: {a.md: text}\n"), ["a.md"]),
    "settings of a day": (lambda docs: (docs / ".factcheck.yaml").write_text("as-of: 2015-01-01\n"), []),
    "fields": (lambda docs: (docs / ".factcheck.yaml").write_text("text-field: text\n"), [*sorted(TEXTS), "rows.csv"]),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_is_seen_and_concerns_what_it_must(kept: Kept, name: str) -> None:
    change, anew = CHANGES[name]
    kept()
    change(kept.docs)
    assert sorted(kept.agrees()) == anew
    assert kept.agrees() == (["a.md"] if name == "broken" else [])


def test_a_sidecar_that_changes_or_goes_is_seen(kept: Kept) -> None:
    aside = kept.docs / "a.md.factcheck"
    aside.write_text("FC201 -- known\n", encoding="utf-8")
    kept()
    aside.write_text("FC201 -- well known\n", encoding="utf-8")
    assert kept.agrees() == ["a.md"]
    aside.unlink()
    assert kept.agrees() == ["a.md"]
    assert kept.agrees() == []


def test_a_copy_with_a_sidecar_names_its_own(kept: Kept) -> None:
    (kept.docs / "a.md.factcheck").write_text("FC999 -- no such\n", encoding="utf-8")
    kept()
    for name in ("a.md", "a.md.factcheck"):
        shutil.copy(kept.docs / name, kept.docs / name.replace("a.md", "copy.md"))
    assert kept.agrees() == ["copy.md"]
    assert "docs/copy.md.factcheck:1" in kept().out


def test_every_day_has_its_own_judgement(kept: Kept) -> None:
    for text in (APPROVED, DATED, "Baricitinib is expected to be approved for severe alopecia areata in adults.\n"):
        (kept.docs / "day.md").write_text(text, encoding="utf-8")
        outputs = set()
        for day in ("2010-01-01", "2022-06-12", "2022-06-13", "2022-06-14", DAY, "2040-01-01", "2010-01-01"):
            kept.agrees(day=day)
            outputs.add(kept(day=day).out.replace(day, ""))
        assert len(outputs) > 1


def test_the_next_day_reads_nothing_anew_where_no_fact_turns(kept: Kept) -> None:
    kept()
    assert kept.agrees(day="2026-11-23") == []


def test_an_expired_suppression_is_seen_without_reading_anew(kept: Kept) -> None:
    kept()
    ran = kept(day="2027-01-01")
    assert "d.md" not in kept.read
    assert '"FC903"' in ran.out
    assert '"FC903"' not in kept(day="2026-12-31").out


@pytest.mark.parametrize("first", [date(2020, 1, 1), date(2022, 6, 13), date(2030, 6, 1)])
def test_a_moment_knows_on_which_days_its_answers_are_the_same(first: date) -> None:
    days = [date(2019, 1, 1), date(2022, 6, 13), date(2022, 6, 14), date(2026, 1, 1), date.max, date.min]

    def answers(moment: Moment) -> list[bool]:
        return [ask(day) for day in days for ask in (moment.reached, moment.over)]

    moment = Moment(first)
    told = answers(moment)
    assert told == [ask for day in days for ask in (day <= first, day < first)]
    assert moment.since <= first < moment.until
    for day in (first + timedelta(days=number) for number in range(-900, 2500)):
        if moment.since <= day < moment.until:
            assert answers(Moment(day)) == told
    for edge in (moment.since - timedelta(days=1), moment.until):
        assert answers(Moment(edge)) != told or edge == date.max


@pytest.fixture
def pack(kept: Kept) -> Path:
    for name in ("base", "good"):
        shutil.copytree(PACKS / name, kept.root / name)
    return kept.root / "good"


@pytest.mark.parametrize("name", ["good/facts/hair.yaml", "base/cues.yaml"])
def test_a_changed_pack_is_seen_by_those_that_use_it(kept: Kept, pack: Path, name: str) -> None:
    rules = ("--rules", str(pack))
    kept()
    assert set(kept.agrees(*rules)) == set(TEXTS)
    assert kept.agrees(*rules) == []
    path = kept.root / name
    old, new = {"hair": ("Baricitinib is a kinase", "Baricitinib was a kinase"), "cues": ("may", "maybe")}[path.stem]
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert set(kept.agrees(*rules)) == set(TEXTS)
    assert kept.agrees() == []
    path.write_text(text, encoding="utf-8")
    assert kept.agrees(*rules) == []


def test_a_pack_that_is_broken_is_told_whatever_is_kept(kept: Kept, pack: Path) -> None:
    kept("--rules", str(pack))
    (pack / "facts" / "hair.yaml").write_text("facts: [", encoding="utf-8")
    assert kept("--rules", str(pack)).status == 2
    empty = kept.root / "empty"
    empty.mkdir()
    kept.fresh(packs=True)
    assert main(["empty", "--rules", str(pack)]) == 2


def test_a_pack_that_changes_during_the_run_keeps_nothing(
    kept: Kept, pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = pack / "facts" / "hair.yaml"
    kept("--rules", str(pack))
    (kept.docs / "a.md").write_text(RIGHT * 2, encoding="utf-8")

    def meddling(*args, **options):  # type: ignore[no-untyped-def]
        path.write_text(path.read_text(encoding="utf-8") + "# more\n", encoding="utf-8")
        return examined_bytes(*args, **options)

    with monkeypatch.context() as patch:
        patch.setattr(collect, "examined_bytes", meddling)
        before = [file.read_bytes() for file in kept.files]
        kept("--rules", str(pack))
    assert [file.read_bytes() for file in kept.files] == before


@pytest.mark.parametrize("what", ["__version__", "_modules", "_built_on"])
def test_another_factcheck_reads_anew(kept: Kept, monkeypatch: pytest.MonkeyPatch, what: str) -> None:
    kept()
    monkeypatch.setattr(basis, what, "9.9.9" if what == "__version__" else lambda *_: ["another 1 2"])
    assert set(kept.agrees()) == set(TEXTS)
    assert kept.agrees() == []


def test_the_state_of_the_program_is_that_of_all_its_modules() -> None:
    told = basis._program()
    for name in ("run.py", "extract/claims.py", "checks/decision.py", "readers/from_html.py", "results/codec.py"):
        assert f"\n/{name} " in told.replace(os.sep, "/")
    for name in ("ahocorasick_rs", "pyromark", "rapidfuzz", "pint", "pyyaml"):
        assert f"\n{name}-" in told.lower()


def test_no_cache_neither_reads_nor_writes(kept: Kept) -> None:
    kept("--no-cache")
    assert not kept.cache.exists()
    kept()
    before = {path: path.read_bytes() for path in kept.cache.iterdir()}
    (kept.docs / "a.md").write_text(RIGHT, encoding="utf-8")
    kept("--no-cache")
    assert set(kept.read) == set(TEXTS)
    assert {path: path.read_bytes() for path in kept.cache.iterdir()} == before


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
