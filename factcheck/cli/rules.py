"""`factcheck rules list|validate|test`: the packs of rules."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from factcheck.cli.options import color_option, pack_options, settings
from factcheck.cli.output import write
from factcheck.cli.screen import look
from factcheck.errors import UserErrors
from factcheck.report.coverage import render_coverage
from factcheck.report.examples import render_examples
from factcheck.run import knowledge
from factcheck.workshop.coverage import coverage
from factcheck.workshop.examples import failures, named_packs, try_examples
from factcheck.workshop.validate import mistakes_of

if TYPE_CHECKING:
    from factcheck.model.knowledge import Pack

EXAMPLES_FAIL = 1


@click.group("rules")
def command() -> None:
    """List, validate and test packs of rules."""


@command.command("list")
@pack_options
def list_packs(rules: tuple[str, ...], file: str | None, isolated: bool) -> None:
    """List the packs in use, with what they hold."""
    base = knowledge(settings(file, isolated, rules=rules))
    rows = [(pack.id, pack.version, pack.title, _contents(pack)) for pack in base.packs]
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    for row in rows:
        cells = [cell.ljust(width) for cell, width in zip(row[:3], widths, strict=True)]
        write("  ".join([*cells, row[3]]) + "\n", None)


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
    config = settings(file, isolated, rules=packs or rules)
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
    base = knowledge(settings(file, isolated, rules=packs or rules))
    named = named_packs(base, packs)
    trials = try_examples(base, named)
    failed, lacking = failures(trials, base)
    shown = look(color, sys.stdout)
    if covers:
        write(render_coverage(coverage(trials, base, named), shown) + "\n", None)
    write(render_examples(sum(len(trial.results) for trial in trials), failed, lacking, shown), None)
    ctx.exit(EXAMPLES_FAIL if failed or lacking else 0)


def _contents(pack: Pack) -> str:
    """`40 entities, 1 fact, 2 sets`."""
    kinds = (
        (len(pack.entities), "entity", "entities"),
        (len(pack.relations), "relation", "relations"),
        (len(pack.facts), "fact", "facts"),
        (len(pack.sets), "set", "sets"),
        (len(pack.terms), "term", "terms"),
    )
    return ", ".join(f"{count} {one if count == 1 else many}" for count, one, many in kinds if count)
