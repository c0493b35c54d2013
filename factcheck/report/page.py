"""The pages of `explain`: a check, a fact, a closed set, a term or an entity, told in full."""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.report.plain import plain
from factcheck.report.quote import wrap

if TYPE_CHECKING:
    from factcheck.model.knowledge import Citation, ClosedSet, Entity, Example, Fact, Statement, Term, Value
    from factcheck.report.look import Look

WIDEST = 100
LABEL = 12


@dataclass(frozen=True, slots=True)
class Wording:
    """How ids read: the names of entities and the sentences of relations."""

    names: Mapping[str, str]
    says: Mapping[str, str]

    def name(self, entity: str) -> str:
        """The name of an entity, or its id if it has none."""
        return self.names.get(entity, entity)


class Page:
    """Lines of a page, as wide as the screen allows."""

    def __init__(self, title: str, look: Look) -> None:
        """Begin a page with its title."""
        self._look = look
        self._columns = max(LABEL * 2, min(look.width, WIDEST))
        self._lines = [look.ink(plain(title), "path")]

    def text(self, text: str) -> None:
        """A paragraph, after an empty line."""
        self._lines += ["", *wrap(text, self._columns)]

    def row(self, label: str, text: str) -> None:
        """A label and what it stands for; nothing where there is nothing."""
        for number, line in enumerate(wrap(text, self._columns - LABEL) if text else ()):
            self._lines.append(f"{self._look.ink(f'{label if not number else str():{LABEL}}', 'faint')}{line}")

    def gap(self) -> None:
        """An empty line."""
        self._lines.append("")

    def __str__(self) -> str:
        """The page, ending in a line end."""
        return "".join(f"{line.rstrip()}\n" for line in self._lines)


def check_page(code: str, name: str, severity: str, doc: str, look: Look) -> str:
    """The page of a check: its docstring, paragraph by paragraph."""
    page = Page(f"{code} {name} ({severity})", look)
    for paragraph in inspect.cleandoc(doc).split("\n\n"):
        page.text(paragraph)
    return str(page)


def fact_page(fact: Fact, words: Wording, citations: Mapping[str, Citation], look: Look) -> str:
    """The page of a fact: what it says to be true and false, since when, on what grounds."""
    page = Page(f"{fact.id} (fact, pack {fact.pack})", look)
    page.text(fact.says)
    page.gap()
    for statement in fact.statements:
        page.row("true" if statement.polarity else "false", _statement(statement, words))
    page.row("severity", fact.severity)
    page.row("valid", _validity(fact))
    page.row("except", ", ".join(map(words.name, fact.except_for)))
    page.row("reviewed", fact.reviewed.isoformat() if fact.reviewed else "")
    page.row("note", fact.note)
    _close(page, fact.sources, citations, fact.examples)
    return str(page)


def set_page(closed: ClosedSet, words: Wording, citations: Mapping[str, Citation], look: Look) -> str:
    """The page of a closed set."""
    page = Page(f"{closed.id} (closed set, pack {closed.pack})", look)
    page.text(closed.says)
    page.gap()
    members = f"{closed.relation.replace('-', ' ')} {words.name(closed.object)}"
    page.row("members", members + _limits(closed.qualifiers))
    page.row("complete", f"up to {closed.complete}")
    page.row("severity", closed.severity)
    _close(page, closed.sources, citations, closed.examples)
    return str(page)


def term_page(term: Term, citations: Mapping[str, Citation], look: Look) -> str:
    """The page of a term to avoid."""
    page = Page(f"{term.id} (term, pack {term.pack})", look)
    page.text(term.says)
    page.gap()
    page.row("avoid", ", ".join(term.avoid))
    page.row("prefer", term.prefer)
    page.row("severity", term.severity)
    _close(page, term.sources, citations, term.examples)
    return str(page)


def entity_page(entity: Entity, words: Wording, look: Look) -> str:
    """The page of an entity."""
    page = Page(f"{entity.id} (entity)", look)
    page.gap()
    page.row("name", entity.name)
    page.row("also", ", ".join(dict.fromkeys(name.text for name in entity.names if name.text != entity.name)))
    page.row("is", ", ".join(map(words.name, entity.parents)))
    return str(page)


def _close(page: Page, sources: Iterable[str], citations: Mapping[str, Citation], examples: Iterable[Example]) -> None:
    for number, source in enumerate(sources):
        if not number:
            page.gap()
        page.row("source", " ".join(_citation(citations[source])) if source in citations else source)
    for number, example in enumerate(examples):
        if not number:
            page.gap()
        page.row(example.kind, example.text)


def _citation(citation: Citation) -> Iterator[str]:
    """Title, publisher and year, address."""
    yield citation.title.rstrip(".") + "."
    if label := ", ".join(part for part in (citation.publisher, citation.year) if part):
        yield label + "."
    yield f"https://doi.org/{citation.doi}" if citation.doi else citation.url


def _statement(statement: Statement, words: Wording) -> str:
    """`androgenetic alopecia is caused by autoimmunity (for adults)`."""
    objects = " or ".join([*map(words.name, statement.objects), *statement.text])
    dates = " or ".join(day.isoformat() for day in statement.when)
    value = _value(statement.value) if statement.value else ""
    what = " ".join(part for part in (objects, value, dates) if part)
    frame = words.says.get(statement.relation, "")
    if "{S}" not in frame or not ("{O}" in frame or "{N}" in frame):
        frame = f"{{S}} {statement.relation.replace('-', ' ')} {{O}}"
    sentence = frame.replace("{S}", words.name(statement.subject)).replace("{O}", what).replace("{N}", what)
    return sentence + _limits(statement.qualifiers)


def _value(value: Value) -> str:
    if value.any_of:
        amount = " or ".join(f"{number:g}" for number in value.any_of)
    else:
        amount = " ".join(
            f"{word} {number:g}" for word, number in (("from", value.low), ("to", value.high)) if number is not None
        )
    return f"{amount} {value.unit}" + (f" per {value.per}" if value.per else "")


def _limits(qualifiers: tuple[tuple[str, tuple[str, ...]], ...]) -> str:
    limits = ", ".join(f"{name} {' or '.join(values)}" for name, values in qualifiers)
    return f" ({limits})" if limits else ""


def _validity(fact: Fact) -> str:
    parts = [f"from {fact.since}" if fact.since else "", f"until {fact.until}" if fact.until else ""]
    return " ".join(part for part in parts if part)
