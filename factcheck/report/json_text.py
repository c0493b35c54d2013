"""Data as JSON for machines: indented, the same bytes every time."""

from __future__ import annotations

import json
from typing import Any

from factcheck.report.plain import HIDDEN


def json_text(data: Any) -> str:
    """Indented JSON that ends in a line end; hidden characters are escaped."""
    text = json.dumps(data, ensure_ascii=False, indent=2)
    return HIDDEN.sub(lambda match: match[0] if match[0] == "\n" else f"\\u{ord(match[0]):04x}", text) + "\n"
