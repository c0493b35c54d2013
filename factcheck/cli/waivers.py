"""`factcheck waivers PATH…`: the audit table of what documents silence on purpose."""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING, Any

import click

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
from factcheck.cli.paths import finish, gather
from factcheck.cli.progress import watched
from factcheck.cli.screen import look
from factcheck.engine import knowledge
from factcheck.report.waivers import RENDERERS, Row
from factcheck.run import Labour, check_sources, unreadable
from factcheck.waiving import state_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.config import Config
    from factcheck.model.finding import Report


@click.command("waivers")
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@click.option("-o", "--output", metavar="FILE", help="Write the table to this file.")
@click.option("--as-of", callback=as_day, metavar="DATE", help="Tell what is expired as of this day (default: today).")
@jobs_option
@click.option("--no-cache", is_flag=True, help="Neither read nor write the cache.")
@record_options
@format_option
@color_option
@pack_options
@click.pass_context
def command(ctx: click.Context, /, paths: tuple[str, ...], **options: Any) -> None:
    """Print every suppression: its place, what it silences and where, its reason, by whom and until when.

    Exit status: 0, or 2 if you must change something.
    """
    settings = reading_settings(options)
    found = gather(paths, settings, None, ctx)
    labour = Labour(options["jobs"], say)
    report = check_sources(watched(found.sources, quiet=False), settings.here, labour=labour)
    configs = {source.path: source.config or settings.here for source in found.sources}
    shown = look(options["color"], sys.stdout, to_file=options["output"] not in (None, "-"))
    write(RENDERERS[options["format_name"]](list(_rows(report, configs)), shown), options["output"])
    finish(found, unreadable(report), ctx)


def _rows(report: Report, configs: dict[str, Config]) -> Iterator[Row]:
    """Every suppression of a run with its state and the number of findings that it silences."""
    for document in report.documents:
        config = configs[document.path]
        for each in document.suppressions:
            state, told = state_of(each, document, config, partial(knowledge, config))
            count = sum(waived.suppression == each for waived in document.waived)
            yield Row(document, each, state, told, count)
