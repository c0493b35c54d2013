"""A line of JSON for each finding, with the path of its document: for programs that read as they go."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from factcheck.report.as_json import as_data

if TYPE_CHECKING:
    from factcheck.model.finding import Report
    from factcheck.report.look import Look


def render(report: Report, look: Look) -> str:
    """The findings as the JSON report has them, `path` first; nothing of `look` applies."""
    found = ({"path": each["path"], **finding} for each in as_data(report)["documents"] for finding in each["findings"])
    return "".join(f"{json.dumps(each)}\n" for each in found)
