"""The table of what documents silence on purpose, as text and as JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.report.json_text import json_text
from factcheck.report.lines import LineIndex
from factcheck.report.plain import plain, width
from factcheck.report.quote import wrap

if TYPE_CHECKING:
    from factcheck.model.finding import DocumentReport
    from factcheck.model.suppression import Suppression
    from factcheck.report.look import Look

MARGIN = "    "


@dataclass(frozen=True, slots=True)
class Row:
    """A suppression, what became of it, what is told of that, and how many findings it silences."""

    document: DocumentReport
    suppression: Suppression
    state: str
    told: str
    silenced: int

    @property
    def place(self) -> str:
        """`path:line` of the suppression itself."""
        if self.suppression.place:
            return self.suppression.place
        line, _ = LineIndex(self.document.source).position(self.suppression.span.start)
        return f"{self.document.path}:{line}"


def render_text(rows: Sequence[Row], look: Look) -> str:
    """Each suppression on a line, with its reason below, and the total."""
    places = [plain(row.place) for row in rows]
    names = [plain(row.suppression.selector or "-") for row in rows]
    broad, wide = (max(map(width, each), default=0) for each in (places, names))
    lines = []
    for row, place, name in zip(rows, places, names, strict=True):
        kept = f"{row.state}, {row.silenced} silenced" if row.silenced else row.state
        gap, space = " " * (broad - width(place)), " " * (wide - width(name))
        lines.append(f"{look.ink(place, 'path')}{gap}  {name}{space}  {row.suppression.kind:12}  {kept}")
        lines += [MARGIN + line for line in wrap(plain(_why(row)), look.width - len(MARGIN))]
    states = Counter(row.state for row in rows)
    total = ", ".join(f"{count} {state}" for state, count in states.items())
    lines += ["", f"{len(rows)} {'suppression' if len(rows) == 1 else 'suppressions'}" + (f": {total}" if rows else "")]
    return "".join(f"{line}\n" for line in (lines if rows else lines[1:]))


def _why(row: Row) -> str:
    """The reason, who gave it and its last day; or what is wrong."""
    each = row.suppression
    parts = [
        each.reason or "no reason",
        f"by {each.by}" if each.by else "",
        f"until {each.until}" if each.until else "",
    ]
    parts += [f'only in sentences with "{each.words}"' if each.words else ""]
    return "; ".join(filter(None, parts))


def render_json(rows: Sequence[Row], look: Look) -> str:
    """The same for programs; nothing of `look` applies."""
    return json_text({"schema_version": 1, "waivers": [_data(row) for row in rows]})


def _data(row: Row) -> dict[str, object]:
    each = row.suppression
    return {
        "path": row.document.path,
        "place": row.place,
        "selector": each.selector or None,
        "scope": each.kind,
        "state": row.state,
        "silenced": row.silenced,
        "reason": each.reason or None,
        "by": each.by or None,
        "until": each.until.isoformat() if each.until else None,
        "words": each.words or None,
        "told": row.told or None,
    }


RENDERERS: Mapping[str, Callable[[Sequence[Row], Look], str]] = {"text": render_text, "json": render_json}
