"""The report as a folder of pages that open from disk: an index, a page a document, who says what, and the rules.

Nothing is loaded from elsewhere: each page holds its own style. The same run gives the same bytes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck import __version__
from factcheck.report.site.index import index_page
from factcheck.report.site.matrix import matrix_page
from factcheck.report.site.names import INDEX, MATRIX, RULES, page_of, place
from factcheck.report.site.pages import Marks, document_page
from factcheck.report.site.rules import rules_page

if TYPE_CHECKING:
    from jinja2 import Environment

    from factcheck.model.edition import Edition

__all__ = ["render_site", "site_names"]

TEMPLATES = Path(__file__).with_name("templates")


def site_names(edition: Edition) -> tuple[str, ...]:
    """The names of the files that `render_site` yields."""
    documents = (page_of(document.path) for document in edition.report.documents)
    return (*documents, *((MATRIX,) if edition.topics else ()), RULES, INDEX)


def render_site(edition: Edition) -> Iterator[tuple[str, str]]:
    """The files of a site, page by page, each with its name from the top of it; the index comes last."""
    report = edition.report
    shared = {
        "version": __version__,
        "as_of": report.as_of.isoformat(),
        "packs": ", ".join(f"{pack.id} {pack.version}".strip() for pack in report.packs),
        "style": (TEMPLATES / "site.css").read_text(encoding="utf-8"),
        "topics": bool(edition.topics),
        "links": {"index": INDEX, "matrix": MATRIX, "rules": RULES},
    }

    def page(name: str, template: str, **told: object) -> tuple[str, str]:
        up = "../" * name.count("/")
        return name, _environment().get_template(template).render(**shared, **told, up=up)

    places = _places(edition)
    marks = Marks(edition, "../")
    rules = {rule.id: rule for rule in edition.rules}
    for document in report.documents:
        told = document_page(document, rules, marks, places[document.path])
        yield page(page_of(document.path), "document.html.j2", page=told)
    if edition.topics:
        yield page(MATRIX, "matrix.html.j2", page=matrix_page(edition))
    yield page(RULES, "rules.html.j2", page=rules_page(edition))
    script = (TEMPLATES / "index.js").read_text(encoding="utf-8")
    yield page(INDEX, "index.html.j2", page=index_page(edition), script=script)


def _places(edition: Edition) -> dict[str, dict[int, str]]:
    """Path -> the places in it that other pages lead to: where they start, and their ids."""
    found: dict[str, dict[int, str]] = defaultdict(dict)
    related = (each for document in edition.report.documents for one in document.findings for each in one.related)
    for each in related:
        found[each.path][each.span.start] = place(each.span.start)
    for cell in (cell for topic in edition.topics for cell in topic.cells):
        found[cell.path][cell.place.span.start] = place(cell.place.span.start)
    return found


@lru_cache(maxsize=1)
def _environment() -> Environment:
    """The templates; whatever they show is escaped."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        undefined=StrictUndefined,
    )
