"""The page of whatever has a name: a check, and all that packs call by an id."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.checks import CHECKS
from factcheck.errors import UserError, did_you_mean
from factcheck.knowledge import entry_places
from factcheck.report import page

if TYPE_CHECKING:
    from factcheck.config import Config
    from factcheck.knowledge import KnowledgeBase
    from factcheck.report import Look
    from factcheck.workshop.examples import Entry


def check_page_of(name: str, config: Config, shown: Look) -> str:
    """The page of the check that has this code or name; empty if there is none."""
    for code, check in CHECKS.items():
        if name.upper() == code or name == check.name:
            setting = page.Setting(severity=config.severity_of(code, "", check.severity))
            return page.check_page(code, check.name, check.severity, check.doc, shown, setting)
    return ""


def page_of(name: str, base: KnowledgeBase, config: Config, shown: Look) -> str:
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
        return page.entity_page(base.entities[name], words, shown, _about(name, base))
    if name in base.relations:
        frames = [frame for frame in base.frames if frame.reads == "relation" and frame.target == name]
        return page.relation_page(base.relations[name], frames, shown, _using(name, base))
    if name in base.citations:
        return page.citation_page(base.citations[name], shown, _citing(name, base))
    known = [*CHECKS, *base.facts, *base.sets, *base.terms, *base.entities, *base.relations, *base.citations]
    near = name.upper() if name.upper().startswith("FC") else name
    raise UserError("explain", f'no code and no fact is called "{name}"', did_you_mean(near, known))


def _setting(entry: Entry, base: KnowledgeBase, config: Config) -> page.Setting:
    """The place of an entry in the files, and its severity by the settings."""
    place = entry_places([base.pack_folder(entry.pack)])[entry.id].mistake("").place
    return page.Setting(place.rpartition(":")[0], config.severity_of("", entry.id, entry.severity))


def _about(entity: str, base: KnowledgeBase) -> list[str]:
    """The facts of which an entity is the subject or an object."""
    facts = base.facts.values()
    return [each.id for each in facts if any(entity in (s.subject, *s.objects) for s in each.statements)]


def _using(relation: str, base: KnowledgeBase) -> list[str]:
    facts = [each.id for each in base.facts.values() if any(s.relation == relation for s in each.statements)]
    return facts + [each.id for each in base.sets.values() if each.relation == relation]


def _citing(citation: str, base: KnowledgeBase) -> list[str]:
    entries: list[Entry] = [*base.facts.values(), *base.sets.values(), *base.terms.values()]
    return [each.id for each in entries if citation in each.sources]
