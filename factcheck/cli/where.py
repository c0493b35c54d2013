"""`factcheck where FACT|ENTITY PATH…`: every sentence that asserts, denies or hedges it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli.naming import entity_named
from factcheck.cli.options import (
    as_day,
    color_option,
    format_option,
    jobs_option,
    pack_options,
    reading_settings,
    record_options,
)
from factcheck.cli.output import say, write
from factcheck.cli.paths import finish, gather, with_settings
from factcheck.cli.progress import watched
from factcheck.cli.screen import look
from factcheck.collect import Labour
from factcheck.engine import knowledge
from factcheck.report.lines import LineIndex
from factcheck.report.sayings import WHERE
from factcheck.tracing import sayings
from factcheck.understand import readings

if TYPE_CHECKING:
    from factcheck.knowledge import KnowledgeBase


@click.command("where")
@click.argument("name", metavar="FACT|ENTITY")
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@click.option("-o", "--output", metavar="FILE", help="Write the list to this file.")
@click.option(
    "--as-of", callback=as_day, metavar="DATE", help="Judge undated documents as of this day (default: today)."
)
@record_options
@jobs_option
@click.option("--no-cache", is_flag=True, help="Neither read nor write the cache.")
@format_option
@color_option
@pack_options
@click.pass_context
def command(ctx: click.Context, /, name: str, paths: tuple[str, ...], **options: Any) -> None:
    """Print every sentence that asserts, denies or hedges a fact, or that says something of an entity.

    Exit status: 0, or 2 if you must change something.
    """
    settings = reading_settings(options)
    config = settings.here
    base = knowledge(config)
    wanted = _wanted(name, base)
    found = with_settings(gather(paths, settings, None, ctx), config, rules=config.rules)
    read = list(readings(watched(found.sources, quiet=False), config, Labour(options["jobs"], say)))
    told = [each for understood in read for each in sayings(understood, wanted, base)]
    indexes = {each.path: LineIndex(each.document.source) for each in read if each.document is not None}
    shown = look(options["color"], sys.stdout, to_file=options["output"] not in (None, "-"))
    write(WHERE[options["format_name"]](told, indexes, shown), options["output"])
    finish(found, {each.path: each.fault for each in read if each.fault}, ctx)


def _wanted(name: str, base: KnowledgeBase) -> str:
    """The fact, set or entity of this id or name. Raises UserError for any other word."""
    return name if name in base.facts or name in base.sets else entity_named(name, base, "where", "fact and no entity")
