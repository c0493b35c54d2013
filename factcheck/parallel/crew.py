"""Chunks handed to processes, and their results handed on in order; a process that dies is replaced."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from factcheck.parallel.worker import Worker, best_context, frozen

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.parallel.job import Job

T = TypeVar("T")
R = TypeVar("R")

_AHEAD = 16
"""Chunks for each process that are under way or wait for one before them: what memory may hold."""


@dataclass(slots=True)
class _Chunk:
    """Items with what was made of them so far; `error` is what the work raised."""

    items: Sequence[Any]
    results: list[Any]
    left: int
    error: Exception | None = None


@dataclass(slots=True)
class _Task:
    """A chunk, or one item of it, that a process works on.

    `deaths` counts the processes that it cost; `alone` is whether it was given to a process by itself after that.
    """

    chunk: _Chunk
    places: range
    deaths: int = 0
    alone: bool = False

    @property
    def items(self) -> Sequence[Any]:
        return self.chunk.items[self.places.start : self.places.stop]


@dataclass(slots=True)
class Crew(Generic[T, R]):
    """So many processes that do a job on the chunks; to be dismissed, however their work ends."""

    job: Job[T, R]
    chunks: Iterator[Sequence[T]]
    processes: int
    _context: Any = None
    _busy: dict[Worker, _Task] = field(default_factory=dict)
    _idle: list[Worker] = field(default_factory=list)
    _again: deque[_Task] = field(default_factory=deque)
    _waiting: deque[_Chunk] = field(default_factory=deque)

    def results(self) -> Iterator[R]:
        """Everything, in order."""
        self._context = best_context()
        if self._context.get_start_method() == "fork":
            self.job.warm()
        self._feed()
        while self._waiting:
            first = self._waiting[0]
            if first.error is not None:
                raise first.error
            if first.left:
                self._listen()
            else:
                self._waiting.popleft()
                self._feed()
                yield from first.results

    def dismiss(self) -> None:
        """End every process; those that work are not waited for."""
        for worker in self._busy:
            worker.process.terminate()
        for worker in (*self._idle, *self._busy):
            worker.end()
        self._idle, self._busy = [], {}

    def _started(self) -> Worker:
        with frozen():
            return Worker(self._context, self.job.work, (*self._busy, *self._idle))

    def _feed(self) -> None:
        """Give every process something to do that has nothing, as long as there is something and room for it."""
        while len(self._busy) < self.processes:
            task = self._again.popleft() if self._again else self._next()
            if task is None:
                return
            fresh = bool(task.deaths) and not task.alone  # one that has not gathered anything yet
            if fresh and self._idle:
                self._idle.pop().end()
            worker = self._idle.pop() if self._idle and not fresh else self._started()
            self._busy[worker] = task
            if not worker.send(task.items):
                self._died(worker)

    def _next(self) -> _Task | None:
        """The next chunk; None if there is none, or too much is waiting already."""
        if len(self._waiting) >= _AHEAD * self.processes or any(each.error is not None for each in self._waiting):
            return None
        items = next(self.chunks, None)
        if items is None:
            return None
        self._waiting.append(_Chunk(items, [None] * len(items), len(items)))
        return _Task(self._waiting[-1], range(len(items)))

    def _listen(self) -> None:
        """Wait until a process has something to say, and take it."""
        from multiprocessing.connection import wait

        workers = {worker.connection: worker for worker in self._busy}
        for connection in wait(list(workers)):
            worker = workers[connection]  # type: ignore[index]
            answer = worker.answer()
            if answer is None:
                self._died(worker)
                continue
            task = self._busy.pop(worker)
            self._idle.append(worker)
            done, found = answer
            if done:
                task.chunk.results[task.places.start : task.places.stop] = found
                task.chunk.left -= len(found)
            else:
                task.chunk.error = task.chunk.error or found
        self._feed()

    def _died(self, worker: Worker) -> None:
        """Take leave of a process: its chunk is done once more, then item by item, then without the guilty one."""
        task = self._busy.pop(worker)
        how = worker.end()
        items, deaths = task.items, task.deaths + 1
        names = ", ".join(map(self.job.named, items))
        if deaths == 1:
            self.job.tell(f"a process died ({how}); what it worked on is done again: {names}")
            self._again.append(_Task(task.chunk, task.places, deaths))
        elif len(items) > 1:
            self.job.tell(f"a process died again ({how}); what it worked on is done one by one: {names}")
            self._again += (_Task(task.chunk, range(place, place + 1), 1, alone=True) for place in task.places)
        else:
            self.job.tell(f"a process died again ({how}); what it worked on is left out: {names}")
            task.chunk.results[task.places.start] = self.job.lost(items[0], how)
            task.chunk.left -= 1
