"""A page in Markdown, as a part of a longer one. Whatever packs say stays text: nothing of it is read as markup."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING
from urllib.parse import quote

from factcheck.report.plain import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from factcheck.report.page import Page, Piece, Pieces, Row

_PUNCTUATION = re.compile(r"[!-/:-@\[-`{-~]")
_WEB = re.compile(r"https?://[^\s<>\"]+")
_SAFE = "._~:/?#@!$&'+,;=%-"


def render(page: Page, level: int, link: Callable[[tuple[str, str]], str]) -> str:
    """The page under a heading of this level, ending in a line end.

    `link` gives the address of (kind, id), or nothing if it has no page. The heading is the id, and so is
    its anchor; where the title says more, the id in lower case is. The extensions `attrs_block` and
    `deflist` of MyST are needed.
    """
    anchor = [] if page.title == page.id else [f"{{#{page.id.lower()}}}"]
    lines = [*anchor, f"{'#' * level} {escaped(page.title)}", "", "{.about}", escaped(page.about)]
    for pieces in page.paragraphs:
        lines += ["", _pieces(pieces, " ", link)]
    for rows in page.groups:
        for label, same in groupby(rows, key=lambda row: row.label):
            lines += ["", escaped(label), *_definitions(same, link)]
    return "".join(f"{line}\n" for line in lines)


def escaped(text: str) -> str:
    """One line of Markdown that shows this text, whatever is in it; white space is collapsed."""
    # CommonMark lets every mark of ASCII punctuation be escaped, so that none needs a rule of its own.
    return _PUNCTUATION.sub(r"\\\g<0>", plain(" ".join(text.split())))


def linked(text: str, address: str) -> str:
    """The text as a link to an address of the web, or to a file beside the page."""
    kept = quote(address, safe=_SAFE, errors="replace").replace("&", r"\&")
    return f"[{escaped(text)}](<{kept}>)"


def _definitions(rows: Iterator[Row], link: Callable[[tuple[str, str]], str]) -> Iterator[str]:
    return (f": {_pieces(row.pieces, row.between, link)}" for row in rows)


def _pieces(pieces: Pieces, between: str, link: Callable[[tuple[str, str]], str]) -> str:
    return between.join(_piece(each, link) for each in pieces)


def _piece(piece: Piece, link: Callable[[tuple[str, str]], str]) -> str:
    """The words, as a link where they lead somewhere; only addresses of the web are followed."""
    if _WEB.fullmatch(piece.address):
        return linked(piece.text, piece.address)
    address = link(piece.to) if any(piece.to) else ""
    return linked(piece.text, address) if address else escaped(piece.text)
