"""Front matter: the keys, in YAML or TOML, with which a page may begin."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.model.document import MARK
from factcheck.readers.dates import keyed_days

if TYPE_CHECKING:
    from factcheck.readers.outline import Outline

_FRONT = re.compile(r"\A(---|\+\+\+)[ \t]*(?:\r\n|\n|\r)")
_FIRST_LINE = re.compile(r"(?:[ \t]*(?:#[^\r\n]*)?[\r\n]+)*[ \t]*(?:[\"']?[\w.-]+[\"']?[ \t]*[:=]|[\[{]|- )")
_FRONT_KEY = re.compile(
    r"^(?:[\"']?factcheck[\"']?[ \t]*:[^\r\n]*(?:\r?\n(?![\w\"'\[])[^\r\n]*)*"
    r"|\[factcheck\][^\r\n]*(?:\r?\n(?!\[)[^\r\n]*)*)",
    re.MULTILINE,
)


def read_front(source: str, outline: Outline) -> int:
    """Note the dates of the front matter, and what it says to factcheck; hands back where the prose begins."""
    at, end, prose = _front_matter(source)
    inner = source[at:end]
    for name, day in keyed_days(inner):
        outline.day(name, day)
    found = _FRONT_KEY.search(inner)
    if found:
        outline.remark(at + found.start(), at + found.end(), f"{MARK}front {found[0]}")
    return prose


def _front_matter(source: str) -> tuple[int, int, int]:
    """Where the front matter of a source begins and ends, and where the prose after it begins.

    Front matter is a first line `---` (YAML) or `+++` (TOML), then keys, up to a line that closes it;
    all three are 0 if there is none, as where prose stands between two rules.
    """
    opening = _FRONT.match(source)
    if not opening:
        return 0, 0, 0
    close = r"^\+\+\+" if opening[1] == "+++" else r"^(?:---|\.\.\.)"
    closing = re.compile(close + r"[ \t]*(?:\r\n|\n|\r|\Z)", re.MULTILINE).search(source, opening.end())
    if not closing:
        return 0, 0, 0
    inner = source[opening.end() : closing.start()]
    if inner.strip() and not _FIRST_LINE.match(inner):
        return 0, 0, 0
    return opening.end(), closing.start(), closing.end()
