"""One process that works: started with a job, fed through a pipe, gone when the pipe is."""

from __future__ import annotations

import gc
import os
import pickle
import signal
import sys
import threading
import traceback
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from multiprocessing.connection import Connection
    from multiprocessing.context import BaseContext


class Elsewhere(Exception):
    """The traceback of an exception that was raised in another process; its cause, as Python prints it."""

    def __str__(self) -> str:
        """The lines of the traceback."""
        return f'\n"""\n{self.args[0]}"""'


class Worker:
    """A process and the pipe to it."""

    def __init__(self, context: BaseContext, work: Callable[[Any], Any], others: Iterable[Worker]) -> None:
        """Start it. `others` are those that run; a process that is forked must not hold on to their pipes."""
        self.connection, theirs = context.Pipe()
        forked = context.get_start_method() == "fork"
        held = (self.connection, *(each.connection for each in others)) if forked else ()
        self.process = context.Process(target=_serve, args=(work, theirs, held), daemon=True)  # type: ignore[attr-defined]
        with _uninterrupted():
            self.process.start()
        theirs.close()

    def send(self, items: Sequence[Any]) -> bool:
        """Give it items; whether it is there to take them."""
        try:
            self.connection.send(items)
        except OSError:
            return False
        return True

    def answer(self) -> tuple[bool, Any] | None:
        """Whether its work went well, with the results or the exception; None if it died."""
        try:
            done: bool
            done, found = self.connection.recv()
        except (EOFError, OSError, pickle.UnpicklingError):
            return None
        return done, found

    def end(self) -> str:
        """End it if it has not ended, and tell how it did."""
        self.connection.close()
        self.process.join(0.2)
        code = self.process.exitcode
        if code is None:
            self.process.terminate()
            self.process.join(1)
        if self.process.exitcode is None:
            self.process.kill()
            self.process.join()
        self.process.close()
        if code is None:
            return "it no longer answered"
        return f"signal {-code}" if code < 0 else f"exit status {code}"


def best_context() -> BaseContext:
    """How processes are started: forked where nothing but this thread runs, so that they have what is loaded."""
    import multiprocessing

    return multiprocessing.get_context("fork" if sys.platform == "linux" and _threads() == 1 else "spawn")


def _threads() -> int:
    """The threads of this process, those that Python did not start included."""
    try:
        return len(list(os.scandir("/proc/self/task")))
    except OSError:
        return threading.active_count() + 1


@contextmanager
def frozen() -> Iterator[None]:
    """Keep the garbage collector from touching what is there: a forked process shares it until somebody does."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Hold back an interrupt until a process has started, which is to ignore it."""
    mask = getattr(signal, "pthread_sigmask", None)
    before = mask(signal.SIG_BLOCK, {signal.SIGINT}) if mask else None
    try:
        yield
    finally:
        if mask:
            mask(signal.SIG_SETMASK, before)


def _serve(work: Callable[[Any], Any], connection: Connection, held: Sequence[Connection]) -> None:
    """Work until the pipe ends; who started this process decides about interrupts."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    for each in held:
        each.close()
    with suppress(EOFError, OSError):
        while True:
            items = connection.recv()
            connection.send(_answer(work, items))


def _answer(work: Callable[[Any], Any], items: Sequence[Any]) -> tuple[bool, Any]:
    try:
        return True, [work(item) for item in items]
    except Exception as error:
        return False, _portable(error)


def _portable(error: Exception) -> Exception:
    """An exception that can cross to another process, with its traceback for its cause."""
    told = "".join(traceback.format_exception(type(error), error, error.__traceback__))
    try:
        sent = pickle.loads(pickle.dumps(error))
        same = type(sent) is type(error) and str(sent) == str(error)
    except Exception:
        same = False
    return _Crossing(error if same else RuntimeError(f"{type(error).__name__}: {error}"), told)


class _Crossing(Exception):
    """An exception on its way, which arrives as itself."""

    def __init__(self, error: Exception, told: str) -> None:
        super().__init__(error, told)

    def __reduce__(self) -> tuple[Callable[[Exception, str], Exception], tuple[Exception, str]]:
        return _arrived, self.args


def _arrived(error: Exception, told: str) -> Exception:
    error.__cause__ = Elsewhere(told)
    return error
