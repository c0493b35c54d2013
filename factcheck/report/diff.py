"""The difference that fixes make, as a unified diff that `patch -p0` and `git apply -p0` take."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.report.plain import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.report.look import Look

CONTEXT = 3
_INKS = {"-": "error", "+": "right", "@": "note"}


def unified_diff(path: str, before: str, after: str, look: Look | None = None) -> str:
    """The diff of a source and its edited form, which has as many lines; empty if they are equal.

    With a `look` it is for reading: in colours, and with what a terminal would obey escaped. Raises
    ValueError if the two differ in their number of lines.
    """
    old, new = _lines(before), _lines(after)
    changed = [at for at, (was, now) in enumerate(zip(old, new, strict=True)) if was != now]
    if not changed:
        return ""
    name = plain(path)
    head = [f"--- {name}\n", f"+++ {name}\n"]
    lines: list[str] = []
    for first, last in _hunks(changed, len(old)):
        lines.append(f"@@ -{first + 1},{last - first} +{first + 1},{last - first} @@\n")
        lines += _hunk(old, new, first, last)
    if look is not None:
        head = [f"{look.ink(line[:-1], 'path')}\n" for line in head]
        lines = [_shown(line, look) for line in lines]
    return "".join((*head, *lines))


def _lines(text: str) -> list[str]:
    """The lines as tools for patches see them: LF ends one, and nothing else does."""
    parts = text.split("\n")
    return [f"{part}\n" for part in parts[:-1]] + parts[-1:] * bool(parts[-1])


def _hunks(changed: Sequence[int], count: int) -> Iterator[tuple[int, int]]:
    """The ranges of lines to show: those that changed with CONTEXT lines around, joined where they meet."""
    first = last = -1
    for at in changed:
        if first >= 0 and at - CONTEXT <= last:
            last = min(count, at + 1 + CONTEXT)
            continue
        if first >= 0:
            yield first, last
        first, last = max(0, at - CONTEXT), min(count, at + 1 + CONTEXT)
    yield first, last


def _hunk(old: Sequence[str], new: Sequence[str], first: int, last: int) -> Iterator[str]:
    """Its lines; of neighbours that changed, first all as they were and then all as they are."""
    at = first
    while at < last:
        end = at
        while end < last and old[end] != new[end]:
            end += 1
        yield from (_marked("-", line) for line in old[at:end])
        yield from (_marked("+", line) for line in new[at:end])
        if end == at:
            yield _marked(" ", old[at])
            end += 1
        at = end


def _marked(mark: str, line: str) -> str:
    return mark + line if line.endswith("\n") else f"{mark}{line}\n\\ No newline at end of file\n"


def _shown(line: str, look: Look) -> str:
    """A line for reading; the two lines of one without an end stay two."""
    parts = [plain(part.removesuffix("\r")) for part in line.removesuffix("\n").split("\n")]
    ink = _INKS.get(line[0], "faint")
    return "".join(f"{part if line[0] == ' ' else look.ink(part, ink)}\n" for part in parts)
