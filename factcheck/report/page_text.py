"""A page as the terminal shows it: the answer of `explain`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.report.plain import plain
from factcheck.report.quote import wrap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.report.look import Look
    from factcheck.report.page import Page, Row

WIDEST = 100
LABEL = 12


def render(page: Page, look: Look) -> str:
    """The page in lines as wide as the screen allows, ending in a line end."""
    columns = max(LABEL * 2, min(look.width, WIDEST))
    lines = [look.ink(plain(f"{page.title} ({page.about})"), "path")]
    for pieces in page.paragraphs:
        lines += ["", *wrap(" ".join(piece.text for piece in pieces), columns)]
    for rows in page.groups:
        lines.append("")
        for row in rows:
            lines += _lines(row, columns, look)
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _lines(row: Row, columns: int, look: Look) -> Iterator[str]:
    """A label and what it stands for, the label on the first line only."""
    text = row.between.join(piece.text for piece in row.pieces)
    for number, line in enumerate(wrap(text, columns - LABEL)):
        yield look.ink(f"{'' if number else row.label:{LABEL}}", "faint") + line
