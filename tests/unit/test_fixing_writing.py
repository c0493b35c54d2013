"""Writing: what is refused, what stays, and that whoever kills the process finds the old file or the new one."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from factcheck.discover import discover
from factcheck.errors import UserError
from factcheck.fixing.writing import replace_file

ROOT = Path(__file__).resolve().parent.parent.parent
OLD, NEW = b"old\r\n", b"\xef\xbb\xbfnew"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A file that holds OLD."""
    path = tmp_path / "page.md"
    path.write_bytes(OLD)
    return path


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("held", [b"", b"old\n", b"old\r\nand more", b"\xff"])
def test_a_file_that_changed_is_left_alone(page: Path, held: bytes) -> None:
    page.write_bytes(held)
    with pytest.raises(UserError, match=r"^page: changed while it was checked, so it was not fixed; .* run factcheck"):
        replace_file(page, OLD, NEW, "page")
    assert page.read_bytes() == held
    assert names(page.parent) == ["page.md"]


def test_a_file_that_is_fixed_already_is_left_alone(page: Path) -> None:
    page.write_bytes(NEW)
    before = page.stat()
    replace_file(page, OLD, NEW)
    assert (page.stat().st_ino, page.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


@pytest.mark.parametrize("mode", [0o444, 0o555, 0o400])
def test_a_read_only_file_is_refused(page: Path, mode: int) -> None:
    page.chmod(mode)
    with pytest.raises(UserError, match="is read-only, so it was not fixed; make it writable"):
        replace_file(page, OLD, NEW)
    assert page.read_bytes() == OLD


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    with pytest.raises(UserError, match="is no regular file"):
        replace_file(tmp_path / "pipe.md", OLD, NEW)
    with pytest.raises(UserError, match=r"gone.md: cannot be written \(no such file or directory\)"):
        replace_file(tmp_path / "gone.md", OLD, NEW, "gone.md")


@pytest.mark.parametrize("step", ["tempfile.mkstemp", "os.fsync", "pathlib.Path.replace"])
def test_a_step_that_fails_leaves_the_old_file_and_no_other(
    page: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def fail(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(step, fail)
    with pytest.raises(UserError, match=r"page: cannot be written \(permission denied\)"):
        replace_file(page, OLD, NEW, "page")
    assert page.read_bytes() == OLD
    assert names(page.parent) == ["page.md"]


def test_a_user_who_stops_leaves_the_old_file_and_no_other(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("os.fsync", stop)
    with pytest.raises(KeyboardInterrupt):
        replace_file(page, OLD, NEW)
    assert page.read_bytes() == OLD
    assert names(page.parent) == ["page.md"]


@pytest.mark.parametrize("mode", [0o644, 0o600, 0o664, 0o755, 0o200])
def test_bytes_are_replaced_and_the_mode_stays(page: Path, mode: int) -> None:
    page.chmod(mode)
    if mode == 0o200 and os.getuid():
        pytest.skip("only root reads it")
    replace_file(page, OLD, NEW)
    assert page.read_bytes() == NEW
    assert page.stat().st_mode & 0o7777 == mode
    assert names(page.parent) == ["page.md"]


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() != 0, reason="only root gives files away")
def test_the_owner_stays_where_the_system_lets_it(page: Path) -> None:
    os.chown(page, 12345, 23456)
    replace_file(page, OLD, NEW)
    assert (page.stat().st_uid, page.stat().st_gid) == (12345, 23456)


def test_a_link_stays_a_link_and_the_file_behind_it_is_replaced(page: Path, tmp_path: Path) -> None:
    folder = tmp_path / "links"
    folder.mkdir()
    (folder / "inner.md").symlink_to("../page.md")
    (folder / "outer.md").symlink_to(folder / "inner.md")
    replace_file(folder / "outer.md", OLD, NEW)
    assert (folder / "inner.md").readlink() == Path("../page.md")
    assert (folder / "outer.md").readlink() == folder / "inner.md"
    assert page.read_bytes() == NEW
    assert (names(folder), names(tmp_path)) == (["inner.md", "outer.md"], ["links", "page.md"])


TURNS = """
import sys
from pathlib import Path
from factcheck.errors import UserError
from factcheck.fixing.writing import replace_file

file, states = Path(sys.argv[1]), [letter.encode() * int(sys.argv[2]) for letter in sys.argv[3]]
print("ready", flush=True)
for turn in range(int(sys.argv[4])):
    held = file.read_bytes()
    try:
        replace_file(file, held, states[turn % len(states)])
    except UserError:
        pass
"""


def writer(page: Path, size: int, letters: str, turns: int) -> subprocess.Popen[str]:
    """A process that makes the file hold so many of one letter after the other; it has begun."""
    command = [sys.executable, "-c", TURNS, str(page), str(size), letters, str(turns)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": str(ROOT)})
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def test_a_killed_process_leaves_the_old_file_or_the_new_one(page: Path) -> None:
    """Kill it at a random moment, many times; there is always one of the two states, whole."""
    size, moments, seen = 300_000, random.Random(4), set()
    for letters in ["ab", "cd"] * 15:
        before = page.read_bytes()
        with writer(page, size, letters, 1_000_000) as process:
            with suppress(subprocess.TimeoutExpired):
                process.wait(moments.uniform(0.0, 0.02))
            process.kill()
        assert process.returncode < 0
        held = page.read_bytes()
        assert held == before or held in {letter.encode() * size for letter in letters}
        seen.add(held[:1])
    assert len(seen) > 1
    assert [source.path for source in discover([str(page.parent)])] == [page.as_posix()]


def test_two_processes_make_no_mixture(page: Path) -> None:
    """Two of them replace one file again and again while it is read: every reading is one of the four states."""
    size = 200_000
    states = {letter.encode() * size for letter in "abcd"} | {OLD}
    with writer(page, size, "ab", 60) as one, writer(page, size, "cd", 60) as two:
        while one.poll() is None or two.poll() is None:
            assert page.read_bytes() in states
    assert (one.returncode, two.returncode) == (0, 0)
    assert page.read_bytes() in states - {OLD}
    assert names(page.parent) == ["page.md"]
