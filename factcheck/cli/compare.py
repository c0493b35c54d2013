"""`factcheck compare PATH…`: who says what, topic by document."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import Any

import click

from factcheck.cli.naming import entity_named
from factcheck.cli.options import (
    OneOf,
    as_day,
    color_option,
    jobs_option,
    pack_options,
    reading_settings,
    record_options,
)
from factcheck.cli.output import say, write
from factcheck.cli.paths import finish, gather, with_settings
from factcheck.cli.progress import watched
from factcheck.cli.screen import look
from factcheck.engine import knowledge
from factcheck.report.lines import LineIndexes
from factcheck.report.topics import RENDERERS
from factcheck.run import Labour, check_sources, topics_of, unreadable
from factcheck.spool import whole


@click.command("compare")
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@click.option(
    "--format", "format_name", type=OneOf(list(RENDERERS)), default="text", show_default=True, help="How to print."
)
@click.option("-o", "--output", metavar="FILE", help="Write the table to this file.")
@click.option(
    "--topic", metavar="ENTITY", help="Only what is told of this entity and its kinds, in however few documents."
)
@click.option(
    "--as-of", callback=as_day, metavar="DATE", help="Judge undated documents as of this day (default: today)."
)
@record_options
@jobs_option
@click.option("--no-cache", is_flag=True, help="Neither read nor write the cache.")
@color_option
@pack_options
@click.pass_context
def command(ctx: click.Context, /, paths: tuple[str, ...], **options: Any) -> None:
    """Print what each document says of the topics that two of them share, conflicts first.

    Beside it stands what the reference says. Exit status: 0, or 2 if you must change something.
    """
    settings = reading_settings(options)
    config = settings.here
    base = knowledge(config)
    about = entity_named(options["topic"], base, "--topic") if options["topic"] else ""
    changes = {"rules": config.rules, "select": (), "ignore": ()}
    found = with_settings(gather(paths, settings, None, ctx), config, **changes)
    config = replace(config, select=(), ignore=())
    labour = Labour(options["jobs"], say)
    report = check_sources(watched(found.sources, quiet=False), config, labour=labour)
    topics = topics_of(report, config, about)
    indexes = LineIndexes(report.documents, lambda document: whole(document).source)
    shown = look(options["color"], sys.stdout, to_file=options["output"] not in (None, "-"))
    write(RENDERERS[options["format_name"]](topics, indexes, shown), options["output"])
    finish(found, unreadable(report), ctx)
