"""`--jobs`: the same bytes by several processes as by one, whatever becomes of the processes."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from factcheck import collect
from factcheck.examine import examined_bytes
from tests.scratch_project import RIGHT, WRONG

if TYPE_CHECKING:
    from tests.conftest import Command

NAME = "Ruxotilinib is a JAK inhibitor.\n"
HELD = "<!-- factcheck-disable-file FC201 -- we quote it -->\n"
OTHER = "Alopecia areata is not an autoimmune disease.\n"
pytestmark = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
linux = pytest.mark.skipif(sys.platform != "linux", reason="processes are forked, and looked for in /proc")


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """Documents of every sort: right, wrong, misspelled, silenced, at odds, unreadable, empty, and large."""
    texts = [RIGHT, WRONG, NAME, HELD + WRONG, OTHER, "", "\n".join([WRONG, RIGHT] * 40)]
    for number, text in enumerate(texts * 2):
        (tmp_path / f"{number:02}.md").write_text(f"# Page {number}\n\n{text}", encoding="utf-8")
    (tmp_path / "07-broken.md").write_bytes(b"\xff\xfe\xfa broken")
    (tmp_path / "strict").mkdir()
    (tmp_path / "strict" / ".factcheck.yaml").write_text("severity: {FC201: note}\n", encoding="utf-8")
    (tmp_path / "strict" / "page.md").write_text(WRONG, encoding="utf-8")
    return tmp_path


@pytest.mark.usefixtures("many")
@pytest.mark.parametrize(
    "command",
    [
        ("check", ".", "--format", "json"),
        ("check", "gone.md", ".", "07-broken.md"),
        ("claims", "."),
        pytest.param(("check", "."), marks=pytest.mark.slow),
        pytest.param(("check", ".", "--format", "sarif"), marks=pytest.mark.slow),
        pytest.param(("check", ".", "--select", "FC4"), marks=pytest.mark.slow),
        pytest.param(("check", ".", "--alone", "--as-of", "2015-01-01"), marks=pytest.mark.slow),
        pytest.param(("claims", ".", "--format", "json"), marks=pytest.mark.slow),
        pytest.param(("compare", "."), marks=pytest.mark.slow),
        pytest.param(("where", "alopecia areata", "."), marks=pytest.mark.slow),
        pytest.param(("waivers", "."), marks=pytest.mark.slow),
    ],
    ids=" ".join,
)
def test_the_output_is_that_of_one_process(factcheck: Command, command: tuple[str, ...]) -> None:
    alone = factcheck(*command, "--no-cache", "--jobs", "1")
    assert alone.out or alone.err
    assert factcheck(*command, "--no-cache", "--jobs", "3") == alone


@pytest.mark.slow
def test_pages_are_those_of_one_process(factcheck: Command, many: Path) -> None:
    pages = {}
    for jobs in ("1", "3"):
        factcheck(".", "--format", "html", "-o", f"out{jobs}", "--jobs", jobs, "--no-cache")
        folder = many / f"out{jobs}"
        pages[jobs] = {
            path.relative_to(folder): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
        }
    assert pages["1"] == pages["3"]
    assert len(pages["1"]) > 10


@pytest.mark.slow
@pytest.mark.usefixtures("many")
def test_a_baseline_is_that_of_one_process(factcheck: Command, tmp_path: Path) -> None:
    for jobs in ("1", "3"):
        factcheck("baseline", ".", "-o", f"{jobs}.json", "--jobs", jobs, "--no-cache", "--quiet")
    assert (tmp_path / "1.json").read_bytes() == (tmp_path / "3.json").read_bytes() != b""


@pytest.mark.usefixtures("documents")
@pytest.mark.parametrize("value", ["0", "-1", "1.5", "two", "", "10000", "²", " 2"])
def test_what_is_no_number_of_processes(factcheck: Command, monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    told = f'--jobs: takes a number of processes from 1 to 9999, not "{value}"\n'
    ran = factcheck("docs", f"--jobs={value}")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(told)
    if value:
        monkeypatch.setenv("FACTCHECK_JOBS", value)
        assert factcheck("docs").err.startswith(told)


@pytest.mark.usefixtures("many")
def test_the_environment_tells_how_many(factcheck: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int | None] = []

    def counted(jobs: int | None, items: int) -> int:
        asked.append(jobs)
        return 1

    monkeypatch.setattr(collect, "processes", counted)
    factcheck(".")
    monkeypatch.setenv("FACTCHECK_JOBS", "5")
    factcheck(".")
    factcheck(".", "--jobs", "2")
    assert asked == [None, 5, 2]


def test_no_settings_file_holds_it(factcheck: Command, many: Path) -> None:
    (many / ".factcheck.yaml").write_text("jobs: 2\n", encoding="utf-8")
    assert 'unknown key "jobs"' in factcheck(".").err


@linux
@pytest.mark.usefixtures("many")
def test_a_document_that_ends_its_process_is_a_finding_and_the_others_are_read(
    factcheck: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = factcheck(".", "--no-cache", "--jobs", "1", "--format", "concise")

    def deadly(source, *rest, **options):  # type: ignore[no-untyped-def]
        if source.path == "05.md":
            os.kill(os.getpid(), signal.SIGKILL)
        return examined_bytes(source, *rest, **options)

    monkeypatch.setattr(collect, "examined_bytes", deadly)
    monkeypatch.setattr("factcheck.parallel.crew.best_context", lambda: multiprocessing.get_context("fork"))
    ran = factcheck(".", "--no-cache", "--jobs", "2", "--format", "concise")
    lines = [line for line in ran.out.splitlines() if not line.startswith("05.md:")]
    assert lines == plain.out.splitlines()
    (own,) = [line for line in ran.out.splitlines() if line.startswith("05.md:")]
    reason = "the process that read it died twice (signal 9)"
    assert own == f"05.md:1:1: FC901 error: This document cannot be read: {reason}."
    assert "factcheck: a process died (signal 9); what it worked on is done again: " in ran.err
    assert ran.err.endswith("factcheck: a process died again (signal 9); what it worked on is left out: 05.md\n")


@linux
@pytest.mark.usefixtures("many")
def test_a_bug_is_told_as_by_one_process(factcheck: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("ten by nothing")

    monkeypatch.setattr(collect, "examined_bytes", broken)
    monkeypatch.setattr("factcheck.parallel.crew.best_context", lambda: multiprocessing.get_context("fork"))
    for jobs in ("1", "2"):
        ran = factcheck(".", "--no-cache", "--jobs", jobs)
        assert (ran.status, ran.out) == (3, "")
        assert "ZeroDivisionError: ten by nothing" in ran.err
        assert "in broken" in ran.err
        assert ran.err.endswith("report it with the lines above\n")


def _children(parent: int) -> set[int]:
    found = set()
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == parent and fields[0] != "Z":
            found.add(int(stat.parent.name))
    return found


def _is_there(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@linux
@pytest.mark.parametrize(
    "stop",
    [
        signal.SIGINT,
        pytest.param(signal.SIGKILL, marks=pytest.mark.slow),
        pytest.param(signal.SIGTERM, marks=pytest.mark.slow),
    ],
)
def test_a_run_that_is_stopped_leaves_nothing_behind(tmp_path: Path, stop: signal.Signals) -> None:
    for number in range(60):
        (tmp_path / f"{number:02}.md").write_text((WRONG + RIGHT) * 200, encoding="utf-8")
    command = [sys.executable, "-m", "factcheck", ".", "--isolated", "--no-cache", "--jobs", "2", "-o", "out.txt"]
    running = subprocess.Popen(
        command, cwd=tmp_path, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True, start_new_session=True
    )
    workers: set[int] = set()
    deadline = time.monotonic() + 40
    while len(workers) < 2 and time.monotonic() < deadline and running.poll() is None:
        time.sleep(0.05)
        workers = _children(running.pid)
    time.sleep(0.3)
    assert len(workers) >= 2
    if stop == signal.SIGINT:
        os.killpg(running.pid, stop)  # as a terminal does
    else:
        os.kill(running.pid, stop)
    out, err = running.communicate(timeout=30)
    if stop == signal.SIGINT:
        assert (running.returncode, out, err) == (130, "", "factcheck: stopped\n")
    deadline = time.monotonic() + 20
    while any(map(_is_there, workers)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(map(_is_there, workers))
    assert not [path for path in tmp_path.iterdir() if path.suffix != ".md"]
