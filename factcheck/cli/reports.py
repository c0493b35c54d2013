"""The reports of a run, each written to its target: files first, then what is printed."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from factcheck.cli.output import write, write_aside
from factcheck.cli.screen import look
from factcheck.errors import UserError
from factcheck.report import render

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from factcheck.cli.targets import Target
    from factcheck.config import Config
    from factcheck.model.finding import Report
    from factcheck.report import Look


def write_reports(
    report: Report, targets: Iterable[Target], options: Mapping[str, Any], config: Config, *, aside: bool = False
) -> tuple[UserError, ...]:
    """Write every report, and return what kept a file from being written; the others are written all the same.

    A report of pages needs documents that were kept by the check. `aside` prints on standard error, where standard
    output is taken by a document.
    """
    mistakes: list[UserError] = []
    for target in sorted(targets, key=lambda each: each.to_stdout):
        if target.output and target.is_folder:
            mistakes += _paged(report, target.output, config)
            continue
        printed_aside = aside and target.to_stdout
        text = _rendered(report, target, _look(target, options, aside=printed_aside), options)
        if printed_aside:
            write_aside(text)
        else:
            mistakes += written(text, target.output)
    return tuple(mistakes)


def _paged(report: Report, folder: str, config: Config) -> list[UserError]:
    """Write a report of pages into a folder; what kept it from being written, if anything."""
    from factcheck.cli.folder import write_folder
    from factcheck.publish import edition_of
    from factcheck.report.site import render_site, site_names

    edition = edition_of(report, config)
    try:
        write_folder(site_names(edition), render_site(edition), folder)
    except UserError as error:
        return [error]
    return []


def written(text: str, file: str | None) -> list[UserError]:
    """Write a text to a file or to standard output; what kept it from being written, if anything."""
    try:
        write(text, file)
    except UserError as error:
        return [error]
    return []


def _look(target: Target, options: Mapping[str, Any], *, aside: bool) -> Look:
    stream = sys.stderr if aside else sys.stdout
    to_file = not target.to_stdout
    return look(options["color"], stream, to_file=to_file, quiet=options["quiet"], mended=options["fix"])


def _rendered(report: Report, target: Target, shown: Look, options: Mapping[str, Any]) -> str:
    """A report, and behind one for people the tables of --statistics."""
    text = render(report, target.format_name, shown)
    if not options["statistics"] or target.format_name not in ("text", "concise"):
        return text
    from factcheck.report.statistics import statistics

    return "\n".join(filter(None, (text, statistics(report, shown))))
