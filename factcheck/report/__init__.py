"""Findings rendered for a reader: one module a format, listed in one table; a module is loaded when it is needed."""

from __future__ import annotations

from importlib import import_module

from factcheck.model.finding import Report
from factcheck.report.look import Look

FORMATS = (
    "text",
    "concise",
    "json",
    "jsonl",
    "csv",
    "markdown",
    "sarif",
    "github",
    "gitlab",
    "junit",
    "rdjson",
    "claimreview",
)
"""The format `x` is what `render` of the module `as_x` makes of a report."""

__all__ = ["FORMATS", "Look", "render"]


def render(report: Report, name: str, look: Look) -> str:
    """The report in the format of this name, ending in a line end, or empty if there is nothing to say."""
    text: str = import_module(f"factcheck.report.as_{name}").render(report, look)
    return text
