"""Many sources -> what is found in each, in order: what is known already, and the others by one process or several."""

from __future__ import annotations

import sys
from contextlib import closing
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from factcheck.between import asks
from factcheck.engine import contents, extractor, sidecar
from factcheck.examine import examined_bytes, unread
from factcheck.parallel import Job, chunked, mapped, processes
from factcheck.readers import ReadError
from factcheck.results import key_of, marked, pack_result, unpack_result
from factcheck.spool import Spool

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from factcheck.config import Config
    from factcheck.discover import Source
    from factcheck.model.examined import Examined
    from factcheck.results import Shelves

_R = TypeVar("_R")


def _say(message: str) -> None:
    sys.stderr.write(f"{message}\n")


@dataclass(frozen=True, slots=True)
class Labour:
    """By how many processes a run is done (None: as many as it is worth), and who is told if one of them dies."""

    jobs: int | None = 1
    tell: Callable[[str], None] = _say


class Task(NamedTuple):
    """A source, and the settings by which it is read."""

    source: Source
    config: Config


class _Done(NamedTuple):
    """What was made of a source: what is found in it or, from another process, that as bytes with those of the source.

    `key` is what it is kept under, or empty.
    """

    key: bytes = b""
    content: bytes = b""
    raw: bytes = b""
    found: Examined | None = None


def collected(
    sources: Sequence[Source], configs: Mapping[str, Config], shelves: Shelves, labour: Labour, *, keep: bool
) -> Iterator[tuple[Source, Examined]]:
    """Every source with what is found in it, in order; `keep` keeps the prose of each, which no result holds.

    `configs` are the settings of the sources by their paths. Raises UserError for a broken pack.
    """
    tasks = [Task(source, configs[source.path]) for source in sources[:]]
    known, spool = {}, Spool()
    for task in tasks if not keep else ():
        if (result := _known(task, shelves)) is not None:
            known[task.source.path] = _lean(result, spool)
    left = [task for task in tasks if task.source.path not in known]
    count = processes(labour.jobs, len(left))
    work = partial(_work, keep=keep, apart=count > 1)
    shelves.rest()
    with closing(mapped(job_of(work, _lost, left, labour), chunked(left, sizes_of(left), count), count)) as rest:
        for task, source in zip(tasks, sources, strict=True):
            found = known.pop(source.path, None)
            yield source, _lean(_taken(task, next(rest), shelves), spool) if found is None else found


def _lean(found: Examined, spool: Spool) -> Examined:
    return replace(found, report=spool.lean(found.report))


def job_of(
    work: Callable[[Task], _R], lost: Callable[[Task, str], _R], tasks: Sequence[Task], labour: Labour
) -> Job[Task, _R]:
    """What processes have to know of work on sources."""

    def warm() -> None:
        for config in {task.config.rules: task.config for task in tasks}.values():
            extractor(config)

    return Job(work, warm, lambda task: task.source.path, lost, lambda message: labour.tell(f"factcheck: {message}"))


def sizes_of(tasks: Sequence[Task]) -> list[int]:
    """The bytes of the sources; none of one that is gone."""
    return [_size(task.source) for task in tasks]


def _size(source: Source) -> int:
    try:
        return source.file.stat().st_size
    except OSError:
        return 0


def _known(task: Task, shelves: Shelves) -> Examined | None:
    """What is kept of a source as it is now; None if it has to be read."""
    source, config = task
    if not (config.use_cache and source.file.is_file()):  # a pipe can be read only once
        return None
    try:
        raw, aside = contents(source), sidecar(source)
    except OSError:
        return None
    key, results = key_of(source, raw, aside, config), shelves.of(config)
    return results.find(key, raw, source.path, config.as_of, compared=asks(config))


def _work(task: Task, *, keep: bool, apart: bool) -> _Done:
    """What is found in a source; as bytes, if it goes to another process."""
    source, config = task
    try:
        raw, aside = contents(source), sidecar(source)
    except OSError as error:
        return _Done(found=unread(source, error))
    found = examined_bytes(source, raw, aside, config, keep=keep, compared=asks(config))
    kept = config.use_cache and not keep
    if keep or not found.read or not (kept or apart):
        return _Done(found=found)
    found = marked(found)
    key = key_of(source, raw, aside, config) if kept else b""
    content = pack_result(found, raw)
    return _Done(key, content, raw) if apart else _Done(key, content, found=found)


def _lost(task: Task, how: str) -> _Done:
    """What stands for a source that ended its process."""
    return _Done(found=unread(task.source, died(how)))


def died(how: str) -> ReadError:
    """Why a source that ended its process twice, and how, could not be read."""
    return ReadError(f"the process that read it died twice ({how})")


def _taken(task: Task, done: _Done, shelves: Shelves) -> Examined:
    """What was found, kept if it may be."""
    if done.key:
        shelves.of(task.config).keep(done.key, done.content)
    return done.found or unpack_result(done.content, done.raw, task.source.path)
