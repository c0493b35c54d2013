"""`factcheck explain CODE|FACT`: the page of a check, or of what packs call so."""

from __future__ import annotations

import sys

import click

from factcheck.cli.options import color_option, pack_options, settings
from factcheck.cli.output import write
from factcheck.cli.screen import look
from factcheck.engine import knowledge
from factcheck.workshop.pages import check_page_of, page_of


@click.command("explain")
@click.argument("name", metavar="CODE|FACT")
@color_option
@pack_options
def command(name: str, color: str, rules: tuple[str, ...], file: str | None, isolated: bool) -> None:
    """Explain a code or a fact: what it says, since when it holds, its sources and examples.

    Sets, terms, entities, relations and citations have pages too.
    """
    config = settings(file, isolated, rules=rules).here
    shown = look(color, sys.stdout)
    write(check_page_of(name, config, shown) or page_of(name, knowledge(config), config, shown), None)
