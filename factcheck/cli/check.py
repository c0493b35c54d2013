"""`factcheck check PATH…`: report what documents get wrong."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli.coverage import falls_short
from factcheck.cli.fixes import fix_options, refuse_odd, take
from factcheck.cli.options import (
    OneOf,
    as_percent,
    checking_settings,
    color_option,
    finding_options,
    jobs_option,
    pack_options,
    record_options,
)
from factcheck.cli.output import say, write, write_bytes
from factcheck.cli.paths import gather
from factcheck.cli.progress import watched
from factcheck.cli.reports import write_reports, written
from factcheck.cli.screen import look
from factcheck.cli.shown import files_text, settings_text
from factcheck.cli.targets import TEXT, Reporting, Target, diff_target, report_options
from factcheck.config import FAIL_ON
from factcheck.discover import Configs
from factcheck.engine import knowledge
from factcheck.results import basis_of
from factcheck.run import Labour, check_sources, report_on
from factcheck.selectors import refuse_unknown

if TYPE_CHECKING:
    from factcheck.cli.paths import Gathered
    from factcheck.config import Config
    from factcheck.errors import UserError
    from factcheck.model.finding import DocumentReport, Finding, Report
    from factcheck.report import Look

FINDINGS = 1
USER_MUST_ACT = 2
UNREADABLE = "FC901"


@click.command("check", cls=Reporting)
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@report_options
@finding_options
@click.option("--fail-on", type=OneOf(FAIL_ON), help="Exit with 1 for findings from this severity on (default: error).")
@click.option(
    "--min-coverage",
    callback=as_percent,
    metavar="PERCENT",
    help="Exit with 1 if facts can judge a smaller share of the sentences that claim something.",
)
@click.option("--exit-zero", is_flag=True, help="Exit with 0 also if there are findings.")
@click.option("--baseline", metavar="FILE", help="Leave out the findings that this baseline holds.")
@click.option("--changed-since", metavar="REV", help="Report only findings on lines changed since this git revision.")
@fix_options
@jobs_option
@click.option("--no-cache", is_flag=True, help="Neither read nor write the cache.")
@click.option("--force-exclude", is_flag=True, help="Apply `exclude` of the settings also to files that are named.")
@click.option("--alone", is_flag=True, help="Hold no document against another (FC401, FC402).")
@click.option("--stdin-filename", metavar="NAME", help="The name of the document that is piped in with the path `-`.")
@record_options
@click.option("--statistics", is_flag=True, help="Count the findings behind a text or concise report.")
@click.option("--show-files", is_flag=True, help="Print which files would be read, and by which reader; check nothing.")
@click.option("--show-settings", is_flag=True, help="Print each setting and where it comes from; check nothing.")
@click.option("-q", "--quiet", is_flag=True, help="Print the findings and nothing else.")
@color_option
@pack_options
@click.pass_context
def command(ctx: click.Context, /, paths: tuple[str, ...], **options: Any) -> None:
    """Report what documents get wrong, with the fact and its source.

    Exit status: 0 if nothing counts, 1 if findings do or too little could be judged, 2 if you must change
    something, 3 for a bug.
    """
    refuse_odd(options)
    settings = checking_settings(options)
    config = settings.here
    basis_of(config)
    refuse_unknown(config, partial(knowledge, config))
    found = gather(paths, settings, options["stdin_filename"], ctx)
    configs = Configs(found.sources, config)
    for own in {each.file: each for each in configs.values()}.values():
        basis_of(own)
        refuse_unknown(own, partial(knowledge, own))
    if options["show_files"]:
        _leave(files_text(found.sources), found, ctx)
    if options["show_settings"]:
        _leave(settings_text(found.sources, config), found, ctx)
    if not found.sources and not found.mistakes and not options["quiet"]:
        say(f"factcheck: no documents to check in {', '.join(paths)}")
    if options["fix"] or options["diff"]:
        report, mistakes, fails = _fix(found, config, configs, options)
    else:
        sources = watched(found.sources, quiet=options["quiet"])
        keep = any(each.is_folder for each in options["targets"])
        report = check_sources(sources, config, keep=keep, labour=Labour(options["jobs"], say))
        report = narrowed(report, config, options)
        mistakes = (*found.mistakes, *write_reports(report, options["targets"], options, config))
        fails = _fails(report, configs)
    fails |= falls_short(report, configs)
    for error in mistakes:
        say(str(error))
    if mistakes or _unreadable(report, found.named):
        ctx.exit(USER_MUST_ACT)
    ctx.exit(FINDINGS if fails and not options["exit_zero"] else 0)


def _leave(text: str, found: Gathered, ctx: click.Context) -> None:
    """Print what was asked for instead of a check, and end."""
    write(text, None)
    for error in found.mistakes:
        say(str(error))
    ctx.exit(USER_MUST_ACT if found.mistakes else 0)


def narrowed(report: Report, config: Config, options: dict[str, Any]) -> Report:
    """The report without what a baseline knows, and without what stands on lines that were not changed."""
    if config.baseline:
        from factcheck.baseline import read_baseline, without_known

        file = Path(config.baseline)
        report, known = without_known(report, read_baseline(file), file)
        if known and not options["quiet"]:
            say(f"factcheck: {known} known {'finding' if known == 1 else 'findings'} left out ({file.as_posix()})")
    if options["changed_since"]:
        from factcheck.changes import changes_since, on_changed_lines

        report = on_changed_lines(report, changes_since(options["changed_since"]))
    return report


def _fix(
    found: Gathered, config: Config, configs: dict[str, Config], options: dict[str, Any]
) -> tuple[Report, tuple[UserError, ...], bool]:
    """Fix the documents, or print the diff; what is left, what could not be done, and whether the run fails."""
    from factcheck.fixing.rounds import repairs

    diff, targets = options["diff"], options["targets"]
    target = diff_target(targets) if diff else Target(TEXT)
    outcome = take(
        repairs(watched(found.sources, quiet=options["quiet"]), config, unsafe=options["unsafe_fixes"]),
        piped=found.piped,
        diff=diff,
        look=_look_of_diff(target, options["color"]),
    )
    documents = outcome.before if diff else outcome.documents
    report = narrowed(report_on(documents, config, configs), config, options)
    mistakes = [*found.mistakes, *outcome.mistakes]
    if diff:
        targets = tuple(each for each in targets if each is not target)
        mistakes += [*write_reports(report, targets, options, config), *written(outcome.diff, target.output)]
        for document, finding in _faults(report):
            say(f"{document.path}: {finding.message}")
    else:
        if outcome.piped is not None:
            write_bytes(outcome.piped)
        mistakes += write_reports(report, targets, options, config, aside=outcome.piped is not None)
    tally = outcome.tally(written=not diff)
    if tally and not options["quiet"]:
        say(tally)
    return report, tuple(mistakes), bool(outcome.diff) if diff else _fails(report, configs)


def _look_of_diff(target: Target, color: str) -> Look | None:
    """How a diff looks that somebody reads; None for one that is to be applied."""
    shown = look(color, sys.stdout, to_file=not target.to_stdout)
    return shown if shown.colour or (target.to_stdout and sys.stdout.isatty()) else None


def _faults(report: Report) -> list[tuple[DocumentReport, Finding]]:
    """The documents that could not be read, each with the finding that says why."""
    each = ((document, finding) for document in report.documents for finding in document.findings)
    return [(document, finding) for document, finding in each if finding.code == UNREADABLE]


def _unreadable(report: Report, named: frozenset[str]) -> bool:
    """Whether a document that was named, not merely found in a folder, could not be read."""
    return any(document.path in named for document, _ in _faults(report))


def _fails(report: Report, configs: dict[str, Config]) -> bool:
    return any(configs[each.path].fails(finding.severity) for each in report.documents for finding in each.findings)
