"""`--min-coverage`: whether facts could judge as much of the documents as is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.cli.output import say
from factcheck.model.coverage import coverage_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.config import Config
    from factcheck.model.finding import DocumentReport, Report


def falls_short(report: Report, configs: Mapping[str, Config]) -> bool:
    """Whether less was judged than is asked for, which is told; documents that share a demand count together.

    `configs` are the settings of the documents by their paths.
    """
    demands: dict[tuple[str, float], list[DocumentReport]] = {}
    for document in report.documents:
        config = configs[document.path]
        demands.setdefault((config.origin("min_coverage"), config.min_coverage), []).append(document)
    short = False
    for (origin, percent), documents in demands.items():
        coverage = coverage_of(documents)
        if not coverage.reaches(percent):
            say(f"{origin}: only {coverage}; {percent} % are asked for")
            short = True
    return short
