"""The engine: Daft, in this process and its children, or on a Ray cluster. Only this module and `comparing` name it."""

from __future__ import annotations

import atexit
import os
import socket
import sys
from typing import TYPE_CHECKING, Any

from factcheck.bulk.checking import require
from factcheck.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

STOPPED = 130
PATIENCE = 5.0
"""Seconds in which the head of a cluster has to answer; Ray itself would wait for minutes."""
_QUIET = {"DO_NOT_TRACK": "true", "DAFT_ANALYTICS_ENABLED": "0", "DAFT_PROGRESS_BAR": "0", "RAY_TQDM": "0"}
"""Nothing is sent anywhere, and nothing but our own progress is shown."""


class Engine:
    """Daft on this machine with so many processes (0: one for each core), or on the Ray cluster at an address."""

    def __init__(self, ray: str = "", workers: int = 0) -> None:
        """Start it. Raises UserError if it is not installed."""
        require("pyarrow", "bulk")
        require("daft", "bulk")
        os.environ.update(_QUIET, DAFT_RUNNER="ray" if ray else "native")
        if ray:
            require("ray", "ray")
            workers = workers or _join_cluster(ray)
        import daft

        if ray:
            daft.set_runner_ray(noop_if_initialized=True)
        self.daft: Any = daft
        self.workers = workers or os.cpu_count() or 1
        self._on_ray = bool(ray)

    def map(self, function: Callable[[str], str], tasks: Sequence[str]) -> Iterator[str]:
        """What a function makes of each task, in processes, as they get ready. The function must be picklable."""
        if not tasks:
            return
        frame = self.daft.from_pydict({"task": list(tasks)})
        if self._on_ray:
            frame = frame.into_partitions(len(tasks))
        called = self._class(function, self.daft.DataType.string(), min(self.workers, len(tasks)))
        told = frame.select(called(self.daft.col("task")).alias("told"))
        rows = told.iter_rows()
        while True:
            try:
                row = next(rows)
            except StopIteration:
                return
            except KeyboardInterrupt:
                atexit.register(_leave)
                raise
            except Exception as error:  # the function itself raises nothing, so it is the engine or a dead process
                raise _stopped(error) from error
            yield row["told"]

    def map_light(self, function: Callable[[str], str], tasks: Sequence[str]) -> Iterator[str]:
        """The same for work that is little beside the start of processes: those of a cluster have the files near."""
        return self.map(function, tasks) if self._on_ray else map(function, tasks)

    def _class(self, function: Callable[[str], str], kind: object, workers: int) -> Any:
        """A function as one of the engine's classes, so that a process keeps what it has loaded."""

        class Each:
            def __call__(self, tasks: Any) -> list[str]:
                return [function(task) for task in tasks.to_pylist()]

        batch = self.daft.method.batch(return_dtype=kind, batch_size=1)
        Each.__call__ = batch(Each.__call__)  # type: ignore[method-assign]
        return self.daft.cls(cpus=1, use_process=True, max_concurrency=workers)(Each)()


def _leave() -> None:
    """End at once: threads of an engine that was interrupted abort the process where it ends by itself."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(STOPPED)


def _stopped(error: Exception) -> UserError:
    """That the engine gave up, and how to go on."""
    reason = (str(error).strip().splitlines() or [type(error).__name__])[-1].strip()
    hint = "what is finished is kept; the same command goes on, with fewer --workers if memory was short"
    return UserError("factcheck bulk", f"the engine stopped ({reason})", hint)


def _join_cluster(address: str) -> int:
    """Join a Ray cluster and count its processors. Raises UserError if none is there."""
    import ray

    host, _, port = address.removeprefix("ray://").rpartition(":")
    try:
        if host:
            socket.create_connection((host, int(port)), PATIENCE).close()
        ray.init(address=address, runtime_env={"env_vars": _QUIET}, log_to_driver=False, ignore_reinit_error=True)
    except (OSError, RuntimeError, ValueError) as error:
        hint = "start one with `ray start --head`, or look up its address with `ray status`"
        raise UserError(f"--ray {address}", "no Ray cluster answers there", hint) from error
    return int(ray.cluster_resources().get("CPU", 1))
