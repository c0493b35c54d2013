"""`factcheck rules list|validate|test`: the packs of rules."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli.options import color_option, pack_options, settings
from factcheck.cli.output import write
from factcheck.cli.screen import look
from factcheck.errors import UserErrors
from factcheck.knowledge import validate_packs
from factcheck.report.examples import render_examples
from factcheck.run import knowledge, test_rules

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
@pack_options
def validate(packs: tuple[str, ...], rules: tuple[str, ...], file: str | None, isolated: bool) -> None:
    """Read packs from their files and tell every mistake with its place; exit with 2 if there is one."""
    config = settings(file, isolated, rules=packs or rules)
    mistakes = validate_packs(config.rules)
    if mistakes:
        raise mistakes[0] if len(mistakes) == 1 else UserErrors(mistakes)
    write(f"{', '.join(config.rules)}: no mistakes\n", None)


@command.command("test", short_help="Check every example of the facts.")
@click.argument("packs", nargs=-1, metavar="[PACK_OR_DIR]…")
@color_option
@pack_options
@click.pass_context
def test(
    ctx: click.Context, packs: tuple[str, ...], color: str, rules: tuple[str, ...], file: str | None, isolated: bool
) -> None:
    """Check every example of the facts; exit with 1 if one is not judged as it should be."""
    base = knowledge(settings(file, isolated, rules=packs or rules))
    named = {
        pack.id
        for pack, folder in zip(base.packs, base.folders, strict=True)
        for each in packs
        if each == pack.id or Path(each).resolve() == Path(folder).resolve()
    }
    results = test_rules(base, sorted(named) if packs else None)
    write(render_examples(results, look(color, sys.stdout)), None)
    ctx.exit(0 if all(result.ok for result in results) else EXAMPLES_FAIL)


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
