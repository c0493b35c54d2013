"""The paths of a command line: what is there is checked, what is missing is told."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.cli.output import say
from factcheck.discover import Choice, Source, discover
from factcheck.errors import UserError, UserErrors

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import click

    from factcheck.config import Config, Settings

STDIN = "-"
USER_MUST_ACT = 2
STDIN_NAME = "stdin.txt"


@dataclass(frozen=True, slots=True)
class Gathered:
    """The documents of a command line, which of them were named themselves, and what is wrong with single paths.

    `piped` is the path of the document that was piped in, or empty.
    """

    sources: tuple[Source, ...]
    named: frozenset[str]
    mistakes: tuple[UserError, ...]
    piped: str = ""


def gather(paths: Sequence[str], settings: Settings, stdin_name: str | None, ctx: click.Context) -> Gathered:
    """Find the documents under the paths; `-` is what is piped in, as a document called `stdin_name`.

    A piped document stands for the file of that name, and has its settings and its reader.
    """
    mistakes: list[UserError] = []
    wanted = [path for path in paths if path != STDIN]
    try:
        sources = discover(wanted, settings)
    except UserErrors:
        sources = discover([path for path in wanted if not _tell(path, mistakes)], settings)
    files = {Path(path).resolve() for path in wanted if Path(path).is_file()}
    named = {source.path for source in sources if source.file.resolve() in files}
    if len(wanted) == len(paths):
        return Gathered(tuple(sources), frozenset(named), tuple(mistakes))
    piped = _piped(stdin_name, settings, ctx)
    sources = sorted([piped, *(each for each in sources if each.path != piped.path)], key=attrgetter("path"))
    return Gathered(tuple(sources), frozenset({*named, piped.path}), tuple(mistakes), piped.path)


def with_settings(found: Gathered, config: Config, **changes: Any) -> Gathered:
    """The same documents with some of their settings changed; `config` is that of those which have none."""
    changed: dict[Config, Config] = {}
    for own in (each.config or config for each in found.sources):
        if own not in changed:
            changed[own] = replace(own, **changes)
    sources = (replace(each, config=changed[each.config or config]) for each in found.sources)
    return replace(found, sources=tuple(sources))


def finish(found: Gathered, faults: Mapping[str, str], ctx: click.Context) -> None:
    """Tell what is wrong with paths, and what kept documents from being read; exit with 2 if one was named."""
    for error in found.mistakes:
        say(str(error))
    for path, fault in faults.items():
        say(f"{path}: {fault}")
    if found.mistakes or not found.named.isdisjoint(faults):
        ctx.exit(USER_MUST_ACT)


def _tell(path: str, mistakes: list[UserError]) -> bool:
    """Add what is wrong with a path to the mistakes; whether there is anything."""
    try:
        discover([path])
    except UserErrors as error:
        mistakes += error.errors
    except UserError as error:
        mistakes.append(error)
    else:
        return False
    return True


def _piped(name: str | None, settings: Settings, ctx: click.Context) -> Source:
    """What is piped in; it is kept in a file until the command ends."""
    from tempfile import TemporaryDirectory

    shown = Path(name or STDIN_NAME)
    file = Path(ctx.with_resource(TemporaryDirectory(prefix="factcheck-"))) / shown.name
    file.write_bytes(sys.stdin.buffer.read())
    return Choice(settings).source(shown.as_posix(), str(shown), str(file))
