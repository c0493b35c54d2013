"""Findings rendered for a reader: one module a format, listed in one table."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from factcheck.model.finding import Report
from factcheck.report import as_gitlab, as_json, as_sarif, as_text
from factcheck.report.look import Look

FORMATS: Mapping[str, Callable[[Report, Look], str]] = {
    "text": as_text.render,
    "json": as_json.render,
    "sarif": as_sarif.render,
    "gitlab": as_gitlab.render,
}

__all__ = ["FORMATS", "Look", "render"]


def render(report: Report, name: str, look: Look) -> str:
    """The report in the format of this name, ending in a line end, or empty if there is nothing to say."""
    return FORMATS[name](report, look)
