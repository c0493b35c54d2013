"""`factcheck check PATH…`: report what documents get wrong."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, TextIO

import click

from factcheck.cli.fixes import fix_options, refuse_odd, take
from factcheck.cli.options import OneOf, as_day, color_option, pack_options, settings
from factcheck.cli.output import say, write, write_aside, write_bytes
from factcheck.cli.paths import gather
from factcheck.cli.progress import watched
from factcheck.cli.screen import look
from factcheck.cli.selectors import refuse_unknown
from factcheck.config import FAIL_ON
from factcheck.report import FORMATS, render
from factcheck.run import check_sources, knowledge, report_on

if TYPE_CHECKING:
    from factcheck.cli.paths import Gathered
    from factcheck.config import Config
    from factcheck.errors import UserError
    from factcheck.model.finding import DocumentReport, Finding, Report
    from factcheck.report import Look

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
@fix_options
@click.option("--no-cache", is_flag=True, help="Neither read nor write the cache.")
@click.option("--force-exclude", is_flag=True, help="Apply `exclude` of the settings also to files that are named.")
@click.option("--alone", is_flag=True, help="Hold no document against another (FC401, FC402).")
@click.option("--stdin-filename", metavar="NAME", help="The name of the document that is piped in with the path `-`.")
@click.option("-q", "--quiet", is_flag=True, help="Print the findings and nothing else.")
@color_option
@pack_options
@click.pass_context
def command(ctx: click.Context, /, paths: tuple[str, ...], **options: Any) -> None:
    """Report what documents get wrong, with the fact and its source.

    Exit status: 0 if nothing counts, 1 if findings do, 2 if you must change something, 3 for a bug.
    """
    refuse_odd(options)
    config = _config(options)
    base = knowledge(config)
    refuse_unknown(config, base, [name for name in ("select", "ignore") if options[name]])
    found = gather(paths, config, options["stdin_filename"], ctx)
    if not found.sources and not found.mistakes and not options["quiet"]:
        say(f"factcheck: no documents to check in {', '.join(paths)}")
    if options["fix"] or options["diff"]:
        report, mistakes, fails = _fix(found, config, options)
    else:
        report, mistakes = check_sources(watched(found.sources, quiet=options["quiet"]), config), found.mistakes
        write(render(report, options["format_name"], _look(options, sys.stdout)), options["output"])
        fails = _fails(report, config)
    for error in mistakes:
        say(str(error))
    if mistakes or _unreadable(report, found.named):
        ctx.exit(USER_MUST_ACT)
    ctx.exit(FINDINGS if fails and not options["exit_zero"] else 0)


def _fix(found: Gathered, config: Config, options: dict[str, Any]) -> tuple[Report, tuple[UserError, ...], bool]:
    """Fix the documents, or print the diff; what is left, what could not be done, and whether the run fails."""
    from factcheck.fixing.rounds import repairs

    diff, output, shown = options["diff"], options["output"], _look(options, sys.stdout)
    edited = repairs(watched(found.sources, quiet=options["quiet"]), config, unsafe=options["unsafe_fixes"])
    for_reading = shown.colour or (output in (None, "-") and sys.stdout.isatty())
    outcome = take(edited, piped=found.piped, diff=diff, look=shown if for_reading else None)
    report = report_on(outcome.documents, config)
    if diff:
        write(outcome.diff, output)
        for document, finding in _faults(report):
            say(f"{document.path}: {finding.message}")
    elif outcome.piped is not None and output in (None, "-"):
        write_bytes(outcome.piped)
        write_aside(render(report, options["format_name"], _look(options, sys.stderr)))
    else:
        if outcome.piped is not None:
            write_bytes(outcome.piped)
        write(render(report, options["format_name"], shown), output)
    tally = outcome.tally(written=not diff)
    if tally and not options["quiet"]:
        say(tally)
    return report, (*found.mistakes, *outcome.mistakes), bool(outcome.diff) if diff else _fails(report, config)


def _look(options: dict[str, Any], stream: TextIO) -> Look:
    """How to render for this stream, or for the file that was asked for."""
    to_file = options["output"] not in (None, "-")
    return look(options["color"], stream, to_file=to_file, quiet=options["quiet"])


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
        alone=options["alone"],
    )


def _faults(report: Report) -> list[tuple[DocumentReport, Finding]]:
    """The documents that could not be read, each with the finding that says why."""
    each = ((document, finding) for document in report.documents for finding in document.findings)
    return [(document, finding) for document, finding in each if finding.code == UNREADABLE]


def _unreadable(report: Report, named: frozenset[str]) -> bool:
    """Whether a document that was named, not merely found in a folder, could not be read."""
    return any(document.path in named for document, _ in _faults(report))


def _fails(report: Report, config: Config) -> bool:
    return any(config.fails(finding.severity) for document in report.documents for finding in document.findings)
