"""The page of whatever has a name: a check, and all that packs call by an id."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.checks import CHECKS
from factcheck.errors import UserError, did_you_mean
from factcheck.knowledge import entry_places
from factcheck.report import page, page_text
from factcheck.report.page_words import Wording

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.config import Config
    from factcheck.knowledge import KnowledgeBase
    from factcheck.report import Look
    from factcheck.workshop.examples import Entry


def check_page_of(name: str, config: Config, shown: Look) -> str:
    """The page of the check that has this code or name; empty if there is none."""
    for code, check in CHECKS.items():
        if name.upper() == code or name == check.name:
            setting = page.Setting(severity=config.severity_of(code, "", check.severity))
            return page_text.render(page.check_page(code, check.name, check.severity, check.doc, setting), shown)
    return ""


def page_of(name: str, base: KnowledgeBase, config: Config, shown: Look) -> str:
    """The page of what the packs call so. Raises UserError if they call nothing so."""
    found = entry_page(name, base, lambda entry: _setting(entry, base, config))
    if found is None and name in base.entities:
        found = page.entity_page(base.entities[name], wording(base), _about(name, base))
    found = found or relation_page(name, base) or citation_page(name, base)
    if found is not None:
        return page_text.render(found, shown)
    known = [*CHECKS, *base.facts, *base.sets, *base.terms, *base.entities, *base.relations, *base.citations]
    near = name.upper() if name.upper().startswith("FC") else name
    raise UserError("explain", f'no code and no fact is called "{name}"', did_you_mean(near, known))


def entry_page(name: str, base: KnowledgeBase, setting: Callable[[Entry], page.Setting]) -> page.Page | None:
    """What the page of a fact, a closed set or a term holds; None if none of them is called so."""
    if name in base.facts:
        fact = base.facts[name]
        return page.fact_page(fact, wording(base), base.citations, setting(fact))
    if name in base.sets:
        closed = base.sets[name]
        return page.set_page(closed, wording(base), base.citations, setting(closed))
    if name in base.terms:
        term = base.terms[name]
        return page.term_page(term, base.citations, setting(term))
    return None


def relation_page(name: str, base: KnowledgeBase) -> page.Page | None:
    """What the page of a relation holds; None if none is called so."""
    if name not in base.relations:
        return None
    frames = [frame for frame in base.frames if frame.reads == "relation" and frame.target == name]
    return page.relation_page(base.relations[name], frames, _using(name, base))


def citation_page(name: str, base: KnowledgeBase) -> page.Page | None:
    """What the page of a citation holds; None if none is called so."""
    return page.citation_page(base.citations[name], _citing(name, base)) if name in base.citations else None


def wording(base: KnowledgeBase) -> Wording:
    """How the ids of a base read."""
    return Wording(
        {entity: record.name for entity, record in base.entities.items()},
        {relation: record.says for relation, record in base.relations.items()},
    )


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
