"""MDX made readable for a Markdown parser: its JavaScript is masked, character for character.

The masked source has the length of the source, so that every offset holds for both.
"""

from __future__ import annotations

import re

from factcheck.readers.strand import PLACEHOLDER

_MODULE = re.compile(
    r"^(?:import[ \t]+(?:[\"'{*]|[^\n]*?[ \t]from[ \t])|export[ \t]+"
    r"(?:default|const|let|var|function|async|class|[{*]))[^\n]*(?:\n(?![ \t]*\r?(?:\n|\Z)|```|~~~)[^\n]*)*",
    re.MULTILINE,
)
_FENCE = re.compile(r"^[ \t]*(`{3,}|~{3,})[^\n]*$", re.MULTILINE)
_NOT_LINE_END = re.compile(r"[^\r\n]")
_STOP = re.compile(r"[{}]|\n[ \t]*\r?\n|`+")
_FRAGMENT = re.compile(r"</?>")
_MEMBER = re.compile(r"</?[A-Za-z]\w*(?:\.\w+)+")


def mask_mdx(source: str) -> tuple[str, list[tuple[int, int, str]]]:
    """The source with its JavaScript masked, and the ranges that are not prose.

    Module code and comments become spaces, expressions in braces a word of `x`, the dots in the
    name of a component likewise. What stands in fenced code stays as it is; braces that do not
    close within their paragraph are text.
    """
    holes: list[tuple[int, int, str]] = []
    for start, end in unfenced(source):
        for pattern in (_MODULE, _FRAGMENT):
            holes += [(match.start(), match.end(), "") for match in pattern.finditer(source, start, end)]
        holes += _expressions(source, start, end)
    holes = _outermost(holes)
    return _MEMBER.sub(lambda match: match[0].replace(".", "x"), mask(source, holes)), holes


def mask(source: str, holes: list[tuple[int, int, str]]) -> str:
    """The source with `x` for what a stand-in replaces and spaces for what is left out."""
    parts: list[str] = []
    at = 0
    for start, end, stand_in in holes:
        hidden = source[start:end]
        parts += (source[at:start], "x" * len(hidden) if stand_in else _NOT_LINE_END.sub(" ", hidden))
        at = end
    return "".join((*parts, source[at:]))


def unfenced(source: str) -> list[tuple[int, int]]:
    """(start, end) of every stretch of the source that is not fenced code."""
    stretches: list[tuple[int, int]] = []
    at, fence = 0, ""
    for match in _FENCE.finditer(source):
        if not fence:
            stretches.append((at, match.start()))
            fence = match[1]
        elif match[1].startswith(fence):
            at, fence = match.end(), ""
    return stretches if fence else [*stretches, (at, len(source))]


def _expressions(source: str, start: int, end: int) -> list[tuple[int, int, str]]:
    """The braces with what they hold, outermost only, that close before an empty line."""
    found: list[tuple[int, int, str]] = []
    opened, depth, code = 0, 0, ""
    for match in _STOP.finditer(source, start, end):
        mark = match[0]
        if mark[0] == "`":
            code = "" if code == mark else code or (mark if not depth else "")
        elif mark[0] == "\n":
            depth, code = 0, ""
        elif code:
            continue
        elif mark == "{":
            opened = opened if depth else match.start()
            depth += 1
        elif depth:
            depth -= 1
            if not depth and source[opened + 1] != "#":
                comment = source.startswith("/*", opened + 1)
                found.append((opened, match.end(), "" if comment else PLACEHOLDER))
    return found


def _outermost(holes: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    kept: list[tuple[int, int, str]] = []
    for hole in sorted(holes, key=lambda hole: (hole[0], -hole[1])):
        if not kept or hole[0] >= kept[-1][1]:
            kept.append(hole)
    return kept
