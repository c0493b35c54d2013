"""`factcheck baseline PATH…`: record the findings of today."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

import click

from factcheck.baseline import FILE_NAME, baseline_text, known_of, merged, pruned, read_baseline
from factcheck.cli.options import checking_settings, finding_options, jobs_option, pack_options, record_options
from factcheck.cli.output import say, write
from factcheck.cli.paths import finish, gather
from factcheck.cli.progress import watched
from factcheck.engine import knowledge
from factcheck.errors import UserError
from factcheck.results import basis_of
from factcheck.run import Labour, check_sources, unreadable
from factcheck.selectors import refuse_unknown


@click.command("baseline")
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@click.option("-o", "--output", metavar="FILE", help=f"The baseline (default: that of the settings, else {FILE_NAME}).")
@click.option("--prune", is_flag=True, help="Only drop the entries whose findings are gone; record nothing new.")
@finding_options
@jobs_option
@click.option("--no-cache", is_flag=True, help="Neither read nor write the cache.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing of what was written.")
@record_options
@pack_options
@click.pass_context
def command(ctx: click.Context, /, paths: tuple[str, ...], **options: Any) -> None:
    """Record every finding of the documents, so that `factcheck check` with this baseline reports only new ones.

    Entries of documents that are not named stay. A finding stays known while its sentence does, wherever it moves.
    Exit status: 0, or 2 if you must change something.
    """
    settings = checking_settings(options)
    config = settings.here
    basis_of(config)
    refuse_unknown(config, partial(knowledge, config))
    file = Path(options["output"] or config.baseline or FILE_NAME)
    before = read_baseline(file) if file.exists() or options["prune"] else []
    found = gather(paths, settings, None, ctx)
    if found.mistakes:
        finish(found, {}, ctx)
    if not found.sources:
        raise UserError(", ".join(paths), "holds no documents, so nothing was recorded")
    sources = watched(found.sources, quiet=options["quiet"])
    report = check_sources(sources, config, labour=Labour(options["jobs"], say))
    after = pruned(before, report, file) if options["prune"] else merged(before, report, file)
    write(baseline_text(after), str(file))
    if not options["quiet"]:
        new = len({each.fingerprint for each in after} - {each.fingerprint for each in before})
        gone = len({each.fingerprint for each in before} - {each.fingerprint for each in after})
        say(f"{file.as_posix()}: {len(after)} known {_findings(len(after))} ({new} new, {gone} gone)")
        if not config.baseline:
            say(f'to leave them out, write "baseline: {file.as_posix()}" into .factcheck.yaml, or give --baseline')
        left = len({each.fingerprint for each in known_of(report, file)} - {each.fingerprint for each in after})
        if left:
            say(f"{left} {_findings(left)} of today {'is' if left == 1 else 'are'} not in it")
    finish(found, unreadable(report), ctx)


def _findings(count: int) -> str:
    return "finding" if count == 1 else "findings"
