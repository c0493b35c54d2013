"""Many sources -> what is found in each, in order: what is known already, and the others by one process or several."""

from __future__ import annotations

import sys
from array import array
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
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

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
    known, spool = {}, Spool()
    for source in sources[:] if not keep else ():
        if (result := _known(Task(source, configs[source.path]), shelves)) is not None:
            known[source.path] = _lean(result, spool)
    left = [source for source in sources[:] if source.path not in known]
    count = processes(labour.jobs, len(left))
    work = partial(_work, keep=keep, apart=count > 1)
    job = job_of(work, _lost, (configs[source.path] for source in left), labour)
    shelves.rest()
    with closing(mapped(job, chunks_of(left, configs, count), count)) as rest:
        for source in sources:
            found = known.pop(source.path, None)
            task = Task(source, configs[source.path])
            yield source, _lean(_taken(task, next(rest), shelves), spool) if found is None else found


def _lean(found: Examined, spool: Spool) -> Examined:
    return replace(found, report=spool.lean(found.report))


def job_of(
    work: Callable[[Task], _R], lost: Callable[[Task, str], _R], configs: Iterable[Config], labour: Labour
) -> Job[Task, _R]:
    """What processes have to know of work on sources of these settings."""

    def warm() -> None:
        for config in {config.rules: config for config in configs}.values():
            extractor(config)

    return Job(work, warm, lambda task: task.source.path, lost, lambda message: labour.tell(f"factcheck: {message}"))


def chunks_of(sources: Sequence[Source], configs: Mapping[str, Config], count: int) -> Iterator[list[Task]]:
    """The work on the sources, for so many processes, in chunks of about as many bytes."""
    for chunk in chunked(sources, array("Q", map(_size, sources)), count):
        yield [Task(source, configs[source.path]) for source in chunk]


def _size(source: Source) -> int:
    """The bytes of a source; none of one that is gone."""
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
