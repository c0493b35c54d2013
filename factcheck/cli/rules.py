"""`factcheck rules list|validate|test|new|audit`: the packs of rules."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli.options import as_day, color_option, format_option, pack_options, settings
from factcheck.cli.output import write
from factcheck.cli.rules_new import new
from factcheck.cli.screen import look
from factcheck.engine import knowledge
from factcheck.errors import UserErrors
from factcheck.model.finding import PackVersion
from factcheck.report.audit import PAST_REVIEW, render_audit, render_audit_json
from factcheck.report.coverage import render_coverage
from factcheck.report.examples import render_examples
from factcheck.report.packs import render_packs, render_packs_json
from factcheck.workshop.audit import audit
from factcheck.workshop.coverage import coverage
from factcheck.workshop.examples import entries, failures, named_packs, try_examples
from factcheck.workshop.listing import idle_packs, packs_in_use
from factcheck.workshop.validate import mistakes_of

if TYPE_CHECKING:
    from datetime import date

EXAMPLES_FAIL = 1
REVIEWS_ARE_DUE = 1


@click.group("rules")
def command() -> None:
    """List, validate, test, write and audit packs of rules."""


@command.command("list", short_help="List the packs in use, with what they hold.")
@format_option
@color_option
@pack_options
def list_packs(format_name: str, color: str, rules: tuple[str, ...], file: str | None, isolated: bool) -> None:
    """List the packs in use, where they come from and what they hold; then the others that there are."""
    base = knowledge(settings(file, isolated, rules=rules).here)
    rows, idle = packs_in_use(base), idle_packs(base)
    as_json = format_name == "json"
    write(render_packs_json(rows, idle) if as_json else render_packs(rows, idle, look(color, sys.stdout)), None)


@command.command("validate", short_help="Tell every mistake of packs.")
@click.argument("packs", nargs=-1, metavar="[PACK_OR_DIR]…")
@click.option("--files-only", is_flag=True, help="Do not run the examples; quicker.")
@pack_options
def validate(
    packs: tuple[str, ...], files_only: bool, rules: tuple[str, ...], file: str | None, isolated: bool
) -> None:
    """Read packs from their files and tell every mistake with its place; exit with 2 if there is one.

    If the files are sound, the examples of these packs are run: each fact must be reported by one of them.
    """
    config = settings(file, isolated, rules=packs or rules).here
    mistakes = mistakes_of(config.rules, examples=not files_only)
    if mistakes:
        raise mistakes[0] if len(mistakes) == 1 else UserErrors(mistakes)
    write(f"{', '.join(config.rules)}: no mistakes\n", None)


@command.command("test", short_help="Check every example of the facts.")
@click.argument("packs", nargs=-1, metavar="[PACK_OR_DIR]…")
@click.option("--coverage", "covers", is_flag=True, help="Tell what the examples exercise and what they do not.")
@color_option
@pack_options
@click.pass_context
def test(
    ctx: click.Context,
    packs: tuple[str, ...],
    covers: bool,
    color: str,
    rules: tuple[str, ...],
    file: str | None,
    isolated: bool,
) -> None:
    """Check every example of the facts.

    Exit with 1 if one is not judged as it should be, or if a fact, set or term is never reported or
    has fewer than two wrong, one right and two silent examples.
    """
    base = knowledge(settings(file, isolated, rules=packs or rules).here)
    named = named_packs(base, packs)
    trials = try_examples(base, named)
    failed, lacking = failures(trials, base)
    shown = look(color, sys.stdout)
    if covers:
        write(render_coverage(coverage(trials, base, named), shown) + "\n", None)
    write(render_examples(sum(len(trial.results) for trial in trials), failed, lacking, shown), None)
    ctx.exit(EXAMPLES_FAIL if failed or lacking else 0)


command.add_command(new)


@command.command("audit", short_help="Tell what should be looked at again.")
@click.argument("packs", nargs=-1, metavar="[PACK_OR_DIR]…")
@click.option(
    "--as-of", callback=as_day, metavar="DATE", help="Tell reviews that are due on this day (default: today)."
)
@format_option
@color_option
@pack_options
@click.pass_context
def audit_packs(
    ctx: click.Context, /, packs: tuple[str, ...], as_of: date | None, format_name: str, color: str, **options: Any
) -> None:
    """Tell the entries past their review, with a single source, or with a source that has no doi, url or pmid.

    Exit with 1 if a review is past its day.
    """
    config = settings(options["file"], options["isolated"], rules=packs or options["rules"], as_of=as_of).here
    base = knowledge(config)
    named = named_packs(base, packs)
    doubts, count = audit(base, config.as_of, named), len(entries(base, named))
    if format_name == "json":
        used = [PackVersion(pack.id, pack.version) for pack in base.packs if named is None or pack.id in named]
        write(render_audit_json(doubts, count, config.as_of, used), None)
    else:
        write(render_audit(doubts, count, config.as_of, look(color, sys.stdout)), None)
    ctx.exit(REVIEWS_ARE_DUE if any(each.reason == PAST_REVIEW for each in doubts) else 0)
