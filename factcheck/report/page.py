"""The pages of `explain`: a check, a fact, a closed set, a term, an entity, a relation or a source, told in full."""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.report.plain import plain
from factcheck.report.quote import wrap

if TYPE_CHECKING:
    from factcheck.model.knowledge import (
        Citation,
        ClosedSet,
        Entity,
        Fact,
        Filler,
        Frame,
        Relation,
        Statement,
        Term,
        Value,
    )
    from factcheck.report.look import Look

WIDEST = 100
LABEL = 12
_SHOWN_WORDS = 6


@dataclass(frozen=True, slots=True)
class Wording:
    """How ids read: the names of entities and the sentences of relations."""

    names: Mapping[str, str]
    says: Mapping[str, str]

    def name(self, entity: str) -> str:
        """The name of an entity, or its id if it has none."""
        return self.names.get(entity, entity)


@dataclass(frozen=True, slots=True)
class Setting:
    """What a page tells besides the entry: where it stands, and the severity that the settings give it, if another."""

    place: str = ""
    severity: str = ""

    def told(self, severity: str) -> str:
        """The severity that counts, and that of the pack where it is another."""
        if not self.severity or self.severity == severity:
            return severity
        return f"{self.severity} (by your settings; {severity} in its pack)"


PLAIN = Setting()


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


def check_page(code: str, name: str, severity: str, doc: str, look: Look, setting: Setting = PLAIN) -> str:
    """The page of a check: its docstring, paragraph by paragraph."""
    other = setting.severity not in ("", severity)
    page = Page(f"{code} {name} ({f'{setting.severity} by your settings' if other else severity})", look)
    for paragraph in inspect.cleandoc(doc).split("\n\n"):
        page.text(paragraph)
    return str(page)


def fact_page(
    fact: Fact, words: Wording, citations: Mapping[str, Citation], look: Look, setting: Setting = PLAIN
) -> str:
    """The page of a fact: what it says to be true and false, since when, on what grounds."""
    page = Page(f"{fact.id} (fact, pack {fact.pack})", look)
    page.text(fact.says)
    page.gap()
    for statement in fact.statements:
        page.row("true" if statement.polarity else "false", _statement(statement, words))
    page.row("severity", setting.told(fact.severity))
    page.row("valid", _validity(fact))
    page.row("except", ", ".join(map(words.name, fact.except_for)))
    page.row("note", fact.note)
    _close(page, fact, citations, setting)
    return str(page)


def set_page(
    closed: ClosedSet, words: Wording, citations: Mapping[str, Citation], look: Look, setting: Setting = PLAIN
) -> str:
    """The page of a closed set."""
    page = Page(f"{closed.id} (closed set, pack {closed.pack})", look)
    page.text(closed.says)
    page.gap()
    members = f"{closed.relation.replace('-', ' ')} {words.name(closed.object)}"
    page.row("members", members + _limits(closed.qualifiers))
    page.row("complete", f"up to {closed.complete}")
    page.row("severity", setting.told(closed.severity))
    _close(page, closed, citations, setting)
    return str(page)


def term_page(term: Term, citations: Mapping[str, Citation], look: Look, setting: Setting = PLAIN) -> str:
    """The page of a term to avoid."""
    page = Page(f"{term.id} (term, pack {term.pack})", look)
    page.text(term.says)
    page.gap()
    page.row("avoid", ", ".join(term.avoid))
    page.row("prefer", term.prefer)
    page.row("severity", setting.told(term.severity))
    _close(page, term, citations, setting)
    return str(page)


def entity_page(entity: Entity, words: Wording, look: Look, facts: Sequence[str] = ()) -> str:
    """The page of an entity; `facts` are those that speak of it."""
    page = Page(f"{entity.id} (entity)", look)
    page.gap()
    page.row("name", entity.name)
    page.row("also", ", ".join(dict.fromkeys(name.text for name in entity.names if name.text != entity.name)))
    page.row("is", ", ".join(map(words.name, entity.parents)))
    page.row("facts", ", ".join(facts))
    return str(page)


def relation_page(relation: Relation, frames: Iterable[Frame], look: Look, facts: Sequence[str] = ()) -> str:
    """The page of a relation: what it takes, how it is judged, its wordings and the facts that use it."""
    page = Page(f"{relation.id} (relation)", look)
    page.gap()
    page.row("says", relation.says)
    page.row("subject", " or ".join(relation.subject))
    page.row("object", " or ".join(relation.object))
    page.row("judged", f"{relation.judge} ({relation.code})")
    page.row("unit", relation.unit)
    page.row("opposed", ", ".join(relation.opposed))
    page.row("implies", ", ".join(relation.implies))
    page.row("facts", ", ".join(facts))
    page.gap()
    for frame in frames:
        page.row(frame.kind, _wording(frame))
    return str(page)


def citation_page(citation: Citation, look: Look, facts: Sequence[str] = ()) -> str:
    """The page of a source and the facts that rest on it."""
    page = Page(f"{citation.id} (citation)", look)
    page.text(" ".join(_citation(citation)))
    page.gap()
    page.row("seen", "yes" if citation.seen else "no: nobody says to have had it before them")
    page.row("facts", ", ".join(facts))
    return str(page)


def _wording(frame: Frame) -> str:
    """`cause, bring on, … (subj: O, obj: S)`: a few of its words, and what stands in its places."""
    words = ", ".join(frame.words[:_SHOWN_WORDS]) + (", …" if len(frame.words) > _SHOWN_WORDS else "")
    return f"{words} ({_places(frame)})" + (", denied" if frame.denies else "")


def _places(frame: Frame) -> str:
    return ", ".join(f"{_either(names)}: {_filler(filler)}" for names, filler in frame.slots)


def _filler(filler: Filler) -> str:
    """What stands in a place of a frame, in the language of frames."""
    if filler.frame is not None:
        return f"{_either(filler.frame.words)} {{{_places(filler.frame)}}}"
    named = filler.role or _either((*(f"@{each}" for each in filler.entities), *filler.lemmas)) or "*"
    return named + ("?" if filler.optional else "")


def _either(words: Sequence[str]) -> str:
    return "|".join(words[:_SHOWN_WORDS]) + ("|…" if len(words) > _SHOWN_WORDS else "")


def _close(page: Page, entry: Fact | ClosedSet | Term, citations: Mapping[str, Citation], setting: Setting) -> None:
    """What every entry has: its review, its place, its sources and its examples."""
    page.row("reviewed", entry.reviewed.isoformat() if entry.reviewed else "")
    page.row("review by", entry.review_by.isoformat() if entry.review_by else "")
    page.row("stands in", setting.place)
    for number, source in enumerate(entry.sources):
        if not number:
            page.gap()
        page.row("source", " ".join(_citation(citations[source])) if source in citations else source)
    for number, example in enumerate(entry.examples):
        if not number:
            page.gap()
        page.row(example.kind, example.text)


def _citation(citation: Citation) -> Iterator[str]:
    """Title, publisher and year, address."""
    yield citation.title.rstrip(".") + "."
    if label := ", ".join(part for part in (citation.publisher, citation.year) if part):
        yield label + "."
    if citation.doi:
        yield f"https://doi.org/{citation.doi}"
    elif citation.url or citation.pmid:
        yield citation.url or f"https://pubmed.ncbi.nlm.nih.gov/{citation.pmid}/"


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
    return sentence + _limits(statement.qualifiers) + "".join(f"; {each}" for each in _besides(statement, words))


def _besides(statement: Statement, words: Wording) -> Iterator[str]:
    """What else a statement says: of what its objects are all, what is allowed too, how bad it is, what to write."""
    if statement.among:
        yield f"that is all of {words.name(statement.among)}"
    if statement.also:
        yield f"{', '.join(map(words.name, statement.also))} allowed too"
    if statement.severity:
        yield statement.severity
    if statement.suggest:
        yield f'write "{statement.suggest}"'


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
