"""Words as Markdown that shows them as they are: no tag, link, image or name of a user comes of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

from factcheck.report.plain import plain

if TYPE_CHECKING:
    from factcheck.model.finding import Evidence

_MARKS = re.compile(r"([\\`*_{}\[\]<>#|!~$&])")
_ADDRESSES = re.compile(r"(?<=:/)(?=/)|(?i:(?<=www))(?=\.)")
"""Where a backslash keeps an address from becoming a link."""
_CALLS = re.compile(r"(?<=\S)(?=@)|(?<=@)(?=\w)|(?<=#)(?=\d)")
"""Where a service would call a user or link to another discussion, also if the sign is escaped."""
_IN_A_LINK = ":/?#[]@!$&'*+,;=%~"


def shown(text: str) -> str:
    """The words in one line; hidden characters are shown as escapes."""
    words = _CALLS.sub("\N{ZERO WIDTH SPACE}", plain(" ".join(text.split())))
    return _ADDRESSES.sub(r"\\", _MARKS.sub(r"\\\1", words))


def cited(evidence: Evidence) -> str:
    """The short form of a citation, as a link if it has an address that a browser opens."""
    if not evidence.address.startswith(("https://", "http://")):
        return shown(evidence.label)
    return f"[{shown(evidence.label)}]({quote(evidence.address, safe=_IN_A_LINK, errors='replace')})"
