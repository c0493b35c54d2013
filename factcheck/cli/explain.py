"""`factcheck explain CODE|FACT`: the page of a check, a fact, a set, a term or an entity."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from factcheck.checks import CHECKS
from factcheck.cli.options import color_option, pack_options, settings
from factcheck.cli.output import write
from factcheck.cli.screen import look
from factcheck.errors import UserError, did_you_mean
from factcheck.knowledge import entry_places
from factcheck.report import page
from factcheck.run import knowledge

if TYPE_CHECKING:
    from factcheck.config import Config
    from factcheck.knowledge import KnowledgeBase
    from factcheck.model.knowledge import ClosedSet, Fact, Term
    from factcheck.report import Look


@click.command("explain")
@click.argument("name", metavar="CODE|FACT")
@color_option
@pack_options
def command(name: str, color: str, rules: tuple[str, ...], file: str | None, isolated: bool) -> None:
    """Explain a code or a fact: what it says, since when it holds, its sources and examples."""
    config = settings(file, isolated, rules=rules)
    shown = look(color, sys.stdout)
    for code, check in CHECKS.items():
        if name.upper() == code or name == check.name:
            setting = page.Setting(severity=config.severity_of(code, "", check.severity))
            write(page.check_page(code, check.name, check.severity, check.doc, shown, setting), None)
            return
    write(_page(name, knowledge(config), config, shown), None)


def _page(name: str, base: KnowledgeBase, config: Config, shown: Look) -> str:
    """The page of what the packs call so. Raises UserError if they call nothing so."""
    words = page.Wording(
        {entity: record.name for entity, record in base.entities.items()},
        {relation: record.says for relation, record in base.relations.items()},
    )
    if name in base.facts:
        fact = base.facts[name]
        return page.fact_page(fact, words, base.citations, shown, _setting(fact, base, config))
    if name in base.sets:
        closed = base.sets[name]
        return page.set_page(closed, words, base.citations, shown, _setting(closed, base, config))
    if name in base.terms:
        term = base.terms[name]
        return page.term_page(term, base.citations, shown, _setting(term, base, config))
    if name in base.entities:
        return page.entity_page(base.entities[name], words, shown)
    known = [*CHECKS, *base.facts, *base.sets, *base.terms, *base.entities]
    near = name.upper() if name.upper().startswith("FC") else name
    raise UserError("explain", f'no code and no fact is called "{name}"', did_you_mean(near, known))


def _setting(entry: Fact | ClosedSet | Term, base: KnowledgeBase, config: Config) -> page.Setting:
    """The place of an entry in the files, and its severity by the settings."""
    place = entry_places([base.pack_folder(entry.pack)])[entry.id].mistake("").place
    return page.Setting(place.rpartition(":")[0], config.severity_of("", entry.id, entry.severity))
