"""`factcheck check PATH…`: report what documents get wrong."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli.options import OneOf, as_day, color_option, pack_options, settings
from factcheck.cli.output import say, write
from factcheck.cli.paths import gather
from factcheck.cli.progress import watched
from factcheck.cli.screen import look
from factcheck.cli.selectors import refuse_unknown
from factcheck.config import FAIL_ON
from factcheck.report import FORMATS, render
from factcheck.run import check_sources, knowledge

if TYPE_CHECKING:
    from factcheck.config import Config
    from factcheck.model.finding import Report

FINDINGS = 1
USER_MUST_ACT = 2
UNREADABLE = "FC901"


@click.command("check")
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@click.option(
    "--format", "format_name", type=OneOf(list(FORMATS)), default="text", show_default=True, help="How to report."
)
@click.option("-o", "--output", metavar="FILE", help="Write the report to this file.")
@click.option(
    "--as-of", callback=as_day, metavar="DATE", help="Judge undated documents as of this day (default: today)."
)
@click.option(
    "--select", multiple=True, metavar="CODE", help="Report only this code, prefix of codes or fact; may be repeated."
)
@click.option(
    "--ignore", multiple=True, metavar="CODE", help="Leave out this code, prefix of codes or fact; may be repeated."
)
@click.option("--fail-on", type=OneOf(FAIL_ON), help="Exit with 1 for findings from this severity on (default: error).")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 also if there are findings.")
@click.option("--no-cache", is_flag=True, help="Neither read nor write the cache.")
@click.option("--force-exclude", is_flag=True, help="Apply `exclude` of the settings also to files that are named.")
@click.option("--stdin-filename", metavar="NAME", help="The name of the document that is piped in with the path `-`.")
@click.option("-q", "--quiet", is_flag=True, help="Print the findings and nothing else.")
@color_option
@pack_options
@click.pass_context
def command(ctx: click.Context, /, paths: tuple[str, ...], **options: Any) -> None:
    """Report what documents get wrong, with the fact and its source.

    Exit status: 0 if nothing counts, 1 if findings do, 2 if you must change something, 3 for a bug.
    """
    config = _config(options)
    base = knowledge(config)
    refuse_unknown(config, base, [name for name in ("select", "ignore") if options[name]])
    found = gather(paths, config, options["stdin_filename"], ctx)
    if not found.sources and not found.mistakes and not options["quiet"]:
        say(f"factcheck: no documents to check in {', '.join(paths)}")
    report = check_sources(watched(found.sources, quiet=options["quiet"]), config)
    output = options["output"]
    shown = look(options["color"], sys.stdout, to_file=output not in (None, "-"), quiet=options["quiet"])
    write(render(report, options["format_name"], shown), output)
    for error in found.mistakes:
        say(str(error))
    if found.mistakes or _unreadable(report, found.named):
        ctx.exit(USER_MUST_ACT)
    ctx.exit(FINDINGS if _fails(report, config) and not options["exit_zero"] else 0)


def _config(options: dict[str, Any]) -> Config:
    """The settings that these options make."""
    return settings(
        options["file"],
        options["isolated"],
        rules=options["rules"],
        as_of=options["as_of"],
        select=options["select"],
        ignore=options["ignore"],
        fail_on=options["fail_on"],
        use_cache=not options["no_cache"],
        force_exclude=options["force_exclude"],
    )


def _unreadable(report: Report, named: frozenset[str]) -> bool:
    """Whether a document that was named, not merely found in a folder, could not be read."""
    return any(
        finding.code == UNREADABLE
        for document in report.documents
        for finding in document.findings
        if document.path in named
    )


def _fails(report: Report, config: Config) -> bool:
    return any(config.fails(finding.severity) for document in report.documents for finding in document.findings)
