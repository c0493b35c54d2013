"""`factcheck impact --from OLD --to NEW PATH…`: what a change of a pack means for the documents."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import Any

import click

from factcheck.cli.options import as_day, color_option, format_option, reading_settings, record_options
from factcheck.cli.output import write
from factcheck.cli.paths import finish, gather, with_settings
from factcheck.cli.progress import watched
from factcheck.cli.screen import look
from factcheck.engine import knowledge, with_pack
from factcheck.report.lines import LineIndex
from factcheck.report.sayings import IMPACT
from factcheck.tracing import effects
from factcheck.understand import readings


@click.command("impact")
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@click.option("--from", "old", required=True, metavar="PACK_OR_DIR", help="The pack as it was.")
@click.option("--to", "new", required=True, metavar="PACK_OR_DIR", help="The pack as it will be.")
@click.option("-o", "--output", metavar="FILE", help="Write the list to this file.")
@click.option(
    "--as-of", callback=as_day, metavar="DATE", help="Judge undated documents as of this day (default: today)."
)
@record_options
@click.option("--no-cache", is_flag=True, help="Neither read nor write the cache.")
@click.option("--config", "file", metavar="FILE", help="Read this settings file, not the nearest .factcheck.yaml.")
@click.option("--isolated", is_flag=True, help="Read no settings file.")
@format_option
@color_option
@click.pass_context
def command(ctx: click.Context, /, paths: tuple[str, ...], **options: Any) -> None:
    """Print every sentence whose verdict a change of a pack changes, then those that deserve a look.

    The other packs of the settings stay as they are. Exit status: 0, or 2 if you must change something.
    """
    settings = reading_settings(options)
    config = settings.here
    before, after = (replace(config, rules=with_pack(config, options[name])) for name in ("old", "new"))
    old, new = knowledge(before), knowledge(after)
    found = gather(paths, settings, None, ctx)
    was = list(readings(with_settings(found, config, rules=before.rules).sources, before))
    now = list(readings(watched(with_settings(found, config, rules=after.rules).sources, quiet=False), after))
    told = [each for one, other in zip(was, now, strict=True) for each in effects(one, other, old, new)]
    indexes = {each.path: LineIndex(each.document.source) for each in now if each.document is not None}
    shown = look(options["color"], sys.stdout, to_file=options["output"] not in (None, "-"))
    write(IMPACT[options["format_name"]](told, indexes, shown), options["output"])
    finish(found, {each.path: each.fault for each in now if each.fault}, ctx)
