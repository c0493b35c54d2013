"""`factcheck rules new FACT`: the skeleton of a fact."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from factcheck.cli.options import OneOf, as_day, pack_options, settings
from factcheck.cli.output import write
from factcheck.knowledge.places import shown
from factcheck.model.finding import SEVERITIES
from factcheck.workshop.new_fact import write_fact
from factcheck.workshop.skeleton import Wish

if TYPE_CHECKING:
    from datetime import date


@click.command("new", short_help="Write the skeleton of a fact.")
@click.argument("fact", metavar="FACT")
@click.option("--pack", required=True, metavar="DIR", help="The pack that gets it.")
@click.option("--subject", default="", metavar="ENTITY", help="Whom or what it is about.")
@click.option("--relation", default="", metavar="RELATION", help="What kind of claim it is, such as treats or is-a.")
@click.option("--object", "objects", multiple=True, metavar="ENTITY", help="The other side; may be repeated.")
@click.option("--denied", is_flag=True, help="The fact says that it is not so.")
@click.option("--by", default="", metavar="ENTITY", help="The agency or agent.")
@click.option("--for", "population", default="", metavar="ENTITY", help="The people it holds for.")
@click.option("--since", callback=as_day, metavar="DATE", help="The first day on which it holds.")
@click.option("--until", callback=as_day, metavar="DATE", help="The last day on which it held.")
@click.option("--source", "sources", multiple=True, metavar="CITATION", help="What it rests on; may be repeated.")
@click.option(
    "--severity", type=OneOf(SEVERITIES[::-1]), default="error", show_default=True, help="How bad a contradiction is."
)
@click.option("--as-of", callback=as_day, metavar="DATE", help="The day of the review (default: today).")
@pack_options
def new(fact: str, pack: str, as_of: date | None, **options: Any) -> None:
    """Write the skeleton of a fact into a file of its own, facts/FACT.yaml of the pack; nothing is overwritten.

    What is not given stays blank (___), and validate asks for it.
    """
    config = settings(options.pop("file"), options.pop("isolated"), rules=options.pop("rules"), as_of=as_of).here
    path, blanks = write_fact(Wish(fact, **options), pack, config.rules, config.as_of)
    told = "".join(f"{each.place}: {each.what}; {each.hint}\n" for each in blanks)
    write(f"{shown(path)}: written; fill in what is blank:\n{told}", None)
