"""The engine: Daft, in this process and its children, or on a Ray cluster. Only this module and `comparing` name it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from factcheck.bulk.checking import require

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

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
        for row in told.iter_rows():
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


def _join_cluster(address: str) -> int:
    """Join a Ray cluster and count its processors."""
    import ray

    ray.init(address=address, runtime_env={"env_vars": _QUIET}, log_to_driver=False, ignore_reinit_error=True)
    return int(ray.cluster_resources().get("CPU", 1))
