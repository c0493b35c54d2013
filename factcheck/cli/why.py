"""`factcheck why PATH:LINE`: what kept silent on a line, or what it lacked to be understood."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli.options import as_day, color_option, pack_options, reading_settings, record_options
from factcheck.cli.output import write
from factcheck.cli.screen import look
from factcheck.discover import discover
from factcheck.engine import knowledge
from factcheck.errors import UserError
from factcheck.report.account import render_accounts
from factcheck.report.lines import LineIndex
from factcheck.understand import accounts, readings

if TYPE_CHECKING:
    from factcheck.config import Settings
    from factcheck.discover import Source
    from factcheck.model.document import Document
    from factcheck.model.span import Span

_PLACE = re.compile(r"(?P<path>.+?):(?P<line>[0-9]+)(?::[0-9]+)?", re.DOTALL)
_HINT = "write it as docs/page.md:12"


@click.command("why")
@click.argument("place", metavar="PATH:LINE")
@click.option(
    "--as-of", callback=as_day, metavar="DATE", help="Judge undated documents as of this day (default: today)."
)
@click.option("--no-cache", is_flag=True, help="Neither read nor write the cache.")
@record_options
@color_option
@pack_options
def command(place: str, color: str, **options: Any) -> None:
    """Tell of the sentences of one line why each claim was reported or kept silent.

    A column behind the line, as in a report, is allowed and passed over.
    """
    path, line = _split(place)
    chosen = reading_settings(options)
    (source,) = _one(path, place, chosen)
    config = source.config or chosen.here
    told = ""
    for understood in readings([source], config):
        if understood.document is None:
            raise UserError(path, understood.fault)
        index = LineIndex(understood.document.source)
        _refuse_beyond(line, understood.document, index, place)
        found = accounts(understood, config, lambda span, index=index: _meets(span, line, index))  # type: ignore[misc]
        if found:
            names = {entity: record.name for entity, record in knowledge(config).entities.items()}
            told += render_accounts(found, understood.document, names, look(color, sys.stdout))
    write(told or f"{place}: no prose stands on this line\n", None)


def _split(place: str) -> tuple[str, int]:
    """The path and the line of `PATH:LINE`. Raises UserError for anything else."""
    found = _PLACE.fullmatch(place)
    if found is None:
        raise UserError(place, "this names no line", _HINT)
    return found["path"], int(found["line"])


def _one(path: str, place: str, chosen: Settings) -> list[Source]:
    """The document of a path. Raises UserError for a folder, a glob and what is not there."""
    if Path(path).is_dir():
        raise UserError(place, "this is a folder", _HINT)
    return discover([path], chosen)[:1]


def _refuse_beyond(line: int, document: Document, index: LineIndex, place: str) -> None:
    """Raise UserError for a line that the document does not have."""
    last, _ = index.position(len(document.source.rstrip("\r\n")))
    if not 1 <= line <= last:
        raise UserError(place, f"there is no line {line}", f"the document has {last}")


def _meets(span: Span, line: int, index: LineIndex) -> bool:
    """Whether a range of the source has a part on a line."""
    return index.position(span.start)[0] <= line <= index.position(span.end - 1)[0]
