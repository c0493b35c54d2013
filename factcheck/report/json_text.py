"""Data as JSON for machines: indented, the same bytes every time."""

from __future__ import annotations

import json
import re
from typing import Any

from factcheck.report.plain import HIDDEN

_HALVES = re.compile("[\ud800-\udfff]")


def json_text(data: Any, *, strict: bool = False) -> str:
    """Indented JSON that ends in a line end; hidden characters are escaped.

    `strict` is for readers that refuse half a surrogate pair, even escaped: a replacement character stands for it.
    """
    text = json.dumps(data, ensure_ascii=False, indent=2)
    if strict:
        text = _HALVES.sub("\N{REPLACEMENT CHARACTER}", text)
    return HIDDEN.sub(lambda match: match[0] if match[0] == "\n" else f"\\u{ord(match[0]):04x}", text) + "\n"
