"""`factcheck claims PATH…`: what was understood of documents."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

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
from factcheck.cli.paths import gather
from factcheck.cli.progress import watched
from factcheck.cli.screen import look
from factcheck.collect import Labour
from factcheck.engine import knowledge
from factcheck.model.finding import PackVersion
from factcheck.report.claims import render_json, render_text
from factcheck.understand import readings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.config import Config
    from factcheck.knowledge import KnowledgeBase
    from factcheck.model.understood import Understood

USER_MUST_ACT = 2


@click.command("claims")
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@click.option(
    "--format", "format_name", type=OneOf(["text", "json"]), default="text", show_default=True, help="How to report."
)
@click.option("-o", "--output", metavar="FILE", help="Write the report to this file.")
@click.option(
    "--as-of", callback=as_day, metavar="DATE", help="Judge undated documents as of this day (default: today)."
)
@record_options
@jobs_option
@click.option("--no-cache", is_flag=True, help="Neither read nor write the cache.")
@click.option("--stdin-filename", metavar="NAME", help="The name of the document that is piped in with the path `-`.")
@color_option
@pack_options
@click.pass_context
def command(ctx: click.Context, /, paths: tuple[str, ...], **options: Any) -> None:
    """Print every claim that was understood, with its stance and what the facts say of it.

    Then the sentences with a known name that were not understood. Exit status: 0, or 2 if you must change something.
    """
    settings = reading_settings(options)
    config = settings.here
    base = knowledge(config)
    found = gather(paths, settings, options["stdin_filename"], ctx)
    if not found.sources and not found.mistakes:
        say(f"factcheck: no documents in {', '.join(paths)}")
    read = list(readings(watched(found.sources, quiet=False), config, Labour(options["jobs"], say)))
    bases = [base, *(knowledge(each.config) for each in found.sources if each.config)]
    write(_rendered(read, bases, config, options), options["output"])
    for error in found.mistakes:
        say(str(error))
    if found.mistakes or any(each.fault and each.path in found.named for each in read):
        ctx.exit(USER_MUST_ACT)


def _rendered(
    read: Sequence[Understood], bases: Sequence[KnowledgeBase], config: Config, options: dict[str, Any]
) -> str:
    """The report in the format that was asked for."""
    names = {entity: record.name for each in bases for entity, record in each.entities.items()}
    packs = list(dict.fromkeys(PackVersion(pack.id, pack.version) for each in bases for pack in each.packs))
    if options["format_name"] == "json":
        return render_json(read, names, config.as_of, packs)
    return render_text(read, names, look(options["color"], sys.stdout, to_file=options["output"] not in (None, "-")))
