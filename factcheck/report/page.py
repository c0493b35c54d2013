"""What the page of whatever has a name holds: a check, a fact, a closed set, a term, an entity, a relation, a source.

A page is data. `page_text` renders it for a terminal, `page_markdown` for the documentation.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from factcheck.report.page_words import Wording, frame_words, limits, statement_words, validity

if TYPE_CHECKING:
    from factcheck.model.knowledge import Citation, ClosedSet, Entity, Fact, Frame, Relation, Term

ENTRY, CITATION, RELATION, CHECK = "entry", "citation", "relation", "check"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a page. They may lead to an address of the web, or to another page: `to` is (kind, id)."""

    text: str
    address: str = ""
    to: tuple[str, str] = ("", "")


Pieces: TypeAlias = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A label and what it stands for: pieces, with `between` between them."""

    label: str
    pieces: Pieces
    between: str = " "


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its id, title and kind, then paragraphs, then groups of rows. Nothing in it is empty."""

    id: str
    title: str
    about: str
    paragraphs: tuple[Pieces, ...]
    groups: tuple[tuple[Row, ...], ...] = ()


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


def check_page(code: str, name: str, severity: str, doc: str, setting: Setting = PLAIN) -> Page:
    """The page of a check: its docstring, paragraph by paragraph."""
    other = setting.severity not in ("", severity)
    about = f"{setting.severity} by your settings" if other else severity
    paragraphs = tuple((Piece(each),) for each in inspect.cleandoc(doc).split("\n\n"))
    return Page(code, f"{code} {name}", about, paragraphs)


def fact_page(fact: Fact, words: Wording, citations: Mapping[str, Citation], setting: Setting = PLAIN) -> Page:
    """The page of a fact: what it says to be true and false, since when, on what grounds."""
    statements = (_row("true" if each.polarity else "false", statement_words(each, words)) for each in fact.statements)
    rows = [
        *statements,
        _row("severity", setting.told(fact.severity)),
        _row("valid", validity(fact)),
        _row("except", ", ".join(map(words.name, fact.except_for))),
        _row("note", fact.note),
    ]
    return _entry_page(fact, "fact", rows, citations, setting)


def set_page(closed: ClosedSet, words: Wording, citations: Mapping[str, Citation], setting: Setting = PLAIN) -> Page:
    """The page of a closed set."""
    members = f"{closed.relation.replace('-', ' ')} {words.name(closed.object)}"
    rows = [
        _row("members", members + limits(closed.qualifiers, words)),
        _row("complete", f"up to {closed.complete}"),
        _row("severity", setting.told(closed.severity)),
    ]
    return _entry_page(closed, "closed set", rows, citations, setting)


def term_page(term: Term, citations: Mapping[str, Citation], setting: Setting = PLAIN) -> Page:
    """The page of a term to avoid."""
    rows = [
        _row("avoid", ", ".join(term.avoid)),
        _row("prefer", term.prefer),
        _row("severity", setting.told(term.severity)),
    ]
    return _entry_page(term, "term", rows, citations, setting)


def entity_page(entity: Entity, words: Wording, facts: Sequence[str] = ()) -> Page:
    """The page of an entity; `facts` are those that speak of it."""
    also = dict.fromkeys(name.text for name in entity.names if name.text != entity.name)
    rows = [
        _row("name", entity.name),
        _row("also", ", ".join(also)),
        _row("is", ", ".join(map(words.name, entity.parents))),
        _listed("facts", ENTRY, facts),
    ]
    return Page(entity.id, entity.id, "entity", (), _groups(rows))


def relation_page(relation: Relation, frames: Iterable[Frame], facts: Sequence[str] = ()) -> Page:
    """The page of a relation: what it takes, how it is judged, its wordings and the facts that use it."""
    rows = [
        _row("says", relation.says),
        _row("subject", " or ".join(relation.subject)),
        _row("object", " or ".join(relation.object)),
        Row("judged", (Piece(relation.judge), Piece(f"({relation.code})", to=(CHECK, relation.code)))),
        _row("unit", relation.unit),
        _listed("opposed", RELATION, relation.opposed),
        _listed("implies", RELATION, relation.implies),
    ]
    wordings = [_row(frame.kind, frame_words(frame)) for frame in frames]
    return Page(relation.id, relation.id, "relation", (), _groups(rows, wordings, [_listed("facts", ENTRY, facts)]))


def citation_page(citation: Citation, facts: Sequence[str] = ()) -> Page:
    """The page of a source and the facts that rest on it."""
    rows = [
        _row("seen", "yes" if citation.seen else "no: nobody says to have had it before them"),
        _listed("facts", ENTRY, facts),
    ]
    return Page(citation.id, citation.id, "citation", (cited(citation),), _groups(rows))


def cited(citation: Citation, to: tuple[str, str] = ("", "")) -> Pieces:
    """Title, publisher and year, which lead to `to`; then the address, if there is one."""
    label = ", ".join(part for part in (citation.publisher, citation.year) if part)
    told = Piece(" ".join(f"{part.rstrip('.')}." for part in (citation.title, label) if part), to=to)
    address = address_of(citation)
    return (told, Piece(address, address)) if address else (told,)


def address_of(citation: Citation) -> str:
    """Where a source is found: by its DOI, its own address, or its number in PubMed; empty if it has none."""
    if citation.doi:
        return f"https://doi.org/{citation.doi}"
    return citation.url or (f"https://pubmed.ncbi.nlm.nih.gov/{citation.pmid}/" if citation.pmid else "")


def _row(label: str, text: str) -> Row:
    return Row(label, (Piece(text),) if text else ())


def _listed(label: str, kind: str, ids: Iterable[str]) -> Row:
    """Ids, each of which leads to its page."""
    return Row(label, tuple(Piece(each, to=(kind, each)) for each in ids), ", ")


def _groups(*groups: Iterable[Row]) -> tuple[tuple[Row, ...], ...]:
    """Groups without the rows that say nothing, and without those that have no other."""
    told = (tuple(row for row in rows if row.pieces) for rows in groups)
    return tuple(rows for rows in told if rows)


def _entry_page(
    entry: Fact | ClosedSet | Term,
    kind: str,
    rows: Sequence[Row],
    citations: Mapping[str, Citation],
    setting: Setting,
) -> Page:
    """The page of an entry: its own rows, then its review and place, its sources and its examples."""
    closing = [
        _row("reviewed", entry.reviewed.isoformat() if entry.reviewed else ""),
        _row("review by", entry.review_by.isoformat() if entry.review_by else ""),
        _row("stands in", setting.place),
    ]
    sources = [
        Row("source", cited(citations[each], (CITATION, each)) if each in citations else (Piece(each),))
        for each in entry.sources
    ]
    examples = [_row(each.kind, each.text) for each in entry.examples]
    about = f"{kind}, pack {entry.pack}"
    return Page(entry.id, entry.id, about, ((Piece(entry.says),),), _groups([*rows, *closing], sources, examples))
