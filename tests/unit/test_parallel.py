"""Work by several processes: in order, whole, and with nobody left behind."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from factcheck.errors import UserError, UserErrors
from factcheck.parallel import Job, chunked, mapped, processes

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ITEMS = list(range(40))
pytestmark = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")


@pytest.fixture(params=["fork", "spawn"])
def method(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both ways of starting a process."""
    name = str(request.param)
    if name not in multiprocessing.get_all_start_methods():
        pytest.skip(f"no {name} here")
    monkeypatch.setattr("factcheck.parallel.crew.best_context", lambda: multiprocessing.get_context(name))
    return name


def square(item: int) -> tuple[int, int]:
    return item * item, os.getpid()


def slow_first(item: int) -> int:
    time.sleep(0.3 if item < 2 else 0)
    return item


def refuse(item: int, at: int, error: Exception) -> int:
    if item == at:
        raise error
    return item


class Stubborn(Exception):
    def __init__(self, one: str, other: str) -> None:
        super().__init__(f"{one} and {other}")


def be_stubborn(item: int) -> int:
    raise Stubborn("a", "b")


def die(item: int, at: int, mark: Path | None) -> int:
    if item == at and not (mark and mark.exists()):
        if mark:
            mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return item


def leave(item: int) -> int:
    if item == 3:
        os._exit(7)
    return item


def lost(item: int, how: str) -> tuple[int, str]:
    return item, how


def job(work: Callable[[int], object], told: list[str] | None = None) -> Job[int, object]:
    return Job(work, lambda: None, lambda item: f"<{item}>", lost, (told if told is not None else []).append)


def chunks(size: int = 5) -> Iterator[Sequence[int]]:
    return (ITEMS[at : at + size] for at in range(0, len(ITEMS), size))


@pytest.mark.parametrize(
    ("jobs", "items", "count"),
    [(None, 0, 1), (None, 49, 1), (1, 500, 1), (4, 0, 1), (4, 1, 1), (4, 3, 3), (4, 500, 4), (None, 50, None)],
)
def test_how_many_processes(jobs: int | None, items: int, count: int | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.parallel.chunks.cores", lambda: 6)
    assert processes(jobs, items) == (6 if count is None else count)


@pytest.mark.parametrize("jobs", [1, 2, 7])
@pytest.mark.parametrize("sizes", [[], [0], [0, 0, 0], [1] * 300, [10**6], [10**7, 1, 1, 10**7, 3], [9000] * 40])
def test_every_item_is_in_one_chunk(sizes: list[int], jobs: int) -> None:
    items = list(range(len(sizes)))
    found = list(chunked(items, sizes, jobs))
    assert [item for chunk in found for item in chunk] == items
    assert all(found)
    assert all(len(chunk) == 1 or sum(sizes[each] for each in chunk) <= 128 * 1024 for chunk in found)


def test_much_work_is_cut_so_that_all_have_some() -> None:
    assert len(list(chunked(ITEMS, [20_000] * 40, 4))) >= 16


@pytest.mark.usefixtures("method")
@pytest.mark.parametrize("size", [1, 7, 40])
def test_results_come_in_order_and_from_other_processes(size: int) -> None:
    found = list(mapped(job(square), chunks(size), 3))
    assert [each[0] for each in found if isinstance(each, tuple)] == [item * item for item in ITEMS]
    workers = {each[1] for each in found if isinstance(each, tuple)}
    assert os.getpid() not in workers
    assert len(workers) <= 3
    for each in workers:
        with pytest.raises(ProcessLookupError):
            os.kill(each, 0)


def test_one_process_is_this_one() -> None:
    assert {each[1] for each in mapped(job(square), chunks(), 1) if isinstance(each, tuple)} == {os.getpid()}


@pytest.mark.usefixtures("method")
def test_a_slow_chunk_keeps_its_place_and_is_not_run_far_ahead_of() -> None:
    taken = []

    def counted() -> Iterator[Sequence[int]]:
        for chunk in chunks(1):
            taken.append(chunk)
            yield chunk

    found = mapped(job(slow_first), counted(), 2)
    assert next(found) == 0
    assert len(taken) <= 2 * 16 + 1  # and the one that is handed on
    assert [0, *found] == ITEMS


@pytest.mark.usefixtures("method")
@pytest.mark.parametrize(
    "error",
    [
        UserError("pack/x.yaml:1:2", "is wrong", "write it so", line="x: y", column=2),
        UserErrors([UserError("a", "is wrong"), UserError("b", "is too")]),
        ValueError("boom"),
    ],
)
def test_what_work_raises_is_raised_in_its_place(error: Exception) -> None:
    found = mapped(job(partial(refuse, at=22, error=error)), chunks(), 2)
    assert [next(found) for _ in range(20)] == ITEMS[:20]
    with pytest.raises(type(error)) as raised:
        next(found)
    assert str(raised.value) == str(error)
    assert "in refuse" in str(raised.value.__cause__)
    assert not multiprocessing.active_children()


@pytest.mark.usefixtures("method")
def test_an_exception_that_cannot_travel_is_told_all_the_same() -> None:
    with pytest.raises(RuntimeError, match="Stubborn: a and b"):
        list(mapped(job(be_stubborn), chunks(), 2))


@pytest.mark.usefixtures("method")
def test_a_chunk_whose_process_dies_is_done_again(tmp_path: Path) -> None:
    told: list[str] = []
    assert list(mapped(job(partial(die, at=12, mark=tmp_path / "once"), told), chunks(), 2)) == ITEMS
    assert told == [
        "a process died (signal 9); what it worked on is done again: <10>, <11>, <12>, <13>, <14>",
    ]
    assert not multiprocessing.active_children()


@pytest.mark.usefixtures("method")
@pytest.mark.parametrize("at", [0, 12, 39])
def test_only_the_guilty_item_is_lost(at: int) -> None:
    told: list[str] = []
    found = list(mapped(job(partial(die, at=at, mark=None), told), chunks(), 2))
    assert found == [*ITEMS[:at], (at, "signal 9"), *ITEMS[at + 1 :]]
    first = at // 5 * 5
    names = ", ".join(f"<{item}>" for item in range(first, first + 5))
    assert told == [
        f"a process died (signal 9); what it worked on is done again: {names}",
        f"a process died again (signal 9); what it worked on is done one by one: {names}",
        f"a process died again (signal 9); what it worked on is left out: <{at}>",
    ]


@pytest.mark.usefixtures("method")
def test_a_process_that_leaves_has_died() -> None:
    assert list(mapped(job(leave), chunks(1), 2))[3] == (3, "exit status 7")


@pytest.mark.usefixtures("method")
def test_who_stops_listening_leaves_nobody_behind() -> None:
    found = mapped(job(square), chunks(1), 2)
    next(found)
    found.close()
    assert not multiprocessing.active_children()
