"""Findings rendered for a reader: one module a format, listed in one table."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from factcheck.model.finding import Report
from factcheck.report import (
    as_claimreview,
    as_concise,
    as_csv,
    as_github,
    as_gitlab,
    as_json,
    as_jsonl,
    as_junit,
    as_markdown,
    as_rdjson,
    as_sarif,
    as_text,
)
from factcheck.report.look import Look

FORMATS: Mapping[str, Callable[[Report, Look], str]] = {
    "text": as_text.render,
    "concise": as_concise.render,
    "json": as_json.render,
    "jsonl": as_jsonl.render,
    "csv": as_csv.render,
    "markdown": as_markdown.render,
    "sarif": as_sarif.render,
    "github": as_github.render,
    "gitlab": as_gitlab.render,
    "junit": as_junit.render,
    "rdjson": as_rdjson.render,
    "claimreview": as_claimreview.render,
}

__all__ = ["FORMATS", "Look", "render"]


def render(report: Report, name: str, look: Look) -> str:
    """The report in the format of this name, ending in a line end, or empty if there is nothing to say."""
    return FORMATS[name](report, look)
