"""The lists of `factcheck where` and `factcheck impact`: sentences by document, with their verdicts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

from factcheck import __version__
from factcheck.report.json_text import json_text
from factcheck.report.lines import LineIndex
from factcheck.report.plain import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.model.saying import Effect, Saying
    from factcheck.report.look import Look

    Indexes = Mapping[str, LineIndex]

SCHEMA_VERSION = 1
_LONGEST = 160


def where_text(found: Sequence[Saying], indexes: Indexes, look: Look) -> str:
    """Each claim with its stance, what the reference says of it, and its sentence."""
    lines: list[str] = []
    for path, group in groupby(found, lambda each: each.path):
        lines.append(look.ink(plain(path), "path"))
        for each in group:
            fact = f" [{each.fact}]" if each.fact else ""
            place = look.ink(f"{_place(each, indexes):<7}", "path")
            lines.append(f"  {place}  {each.stance}: {plain(each.told)}; {each.said}{fact}")
            lines.append(f"           {plain(_quote(each.quote))}")
        lines.append("")
    documents = len({each.path for each in found})
    lines.append(f"{_count(len(found), 'claim')} in {_count(documents, 'document')}")
    return "".join(f"{line}\n" for line in lines)


def where_json(found: Sequence[Saying], indexes: Indexes, look: Look) -> str:
    """The same as indented JSON."""
    rows = [
        {
            **_placed(each, indexes),
            "stance": each.stance,
            "claim": each.told,
            "verdict": each.said,
            "fact": each.fact or None,
        }
        for each in found
    ]
    return _json("claims", rows)


def impact_text(found: Sequence[Effect], indexes: Indexes, look: Look) -> str:
    """First the sentences whose verdict changes, then those that still agree and deserve a look."""
    lines: list[str] = []
    for title, group in (("Verdicts that change", True), ("Still as before, and worth a look", False)):
        chosen = [each for each in found if each.changed == group]
        if chosen:
            lines += [look.ink(f"{title} ({_count(len(chosen), 'sentence')})", "path"), *_effects(chosen, indexes), ""]
    if not found:
        lines.append("No sentence is concerned.")
    while lines and not lines[-1]:
        lines.pop()
    return "".join(f"{line}\n" for line in lines)


def impact_json(found: Sequence[Effect], indexes: Indexes, look: Look) -> str:
    """The same as indented JSON."""
    rows = [
        {
            **_placed(each, indexes),
            "changed": each.changed,
            "before": list(each.before),
            "after": list(each.after),
            "facts": list(each.facts),
        }
        for each in found
    ]
    return _json("sentences", rows)


WHERE: Mapping[str, Callable[[Sequence[Saying], Indexes, Look], str]] = {"text": where_text, "json": where_json}
IMPACT: Mapping[str, Callable[[Sequence[Effect], Indexes, Look], str]] = {"text": impact_text, "json": impact_json}


def _effects(found: Sequence[Effect], indexes: Indexes) -> Iterator[str]:
    for each in found:
        yield f"  {plain(each.path)}:{_place(each, indexes)}  {plain(_quote(each.quote))}"
        before, after = (", ".join(verdicts) or "no fact" for verdicts in (each.before, each.after))
        facts = f" ({', '.join(each.facts)})" if each.facts else ""
        yield f"      {before} → {after}{facts}" if each.changed else f"      {before}{facts}"


def _json(name: str, rows: Sequence[dict[str, Any]]) -> str:
    tool = {"name": "factcheck", "version": __version__}
    return json_text({"schema_version": SCHEMA_VERSION, "tool": tool, name: rows})


def _placed(each: Saying | Effect, indexes: Indexes) -> dict[str, Any]:
    line, column = indexes[each.path].position(each.span.start)
    span = {"start": each.span.start, "end": each.span.end}
    return {"path": each.path, "span": span, "line": line, "column": column, "sentence": each.quote}


def _place(each: Saying | Effect, indexes: Indexes) -> str:
    line, column = indexes[each.path].position(each.span.start)
    return f"{line}:{column}"


def _quote(text: str) -> str:
    words = " ".join(text.split())
    return f'"{words}"' if len(words) <= _LONGEST else f'"{words[:_LONGEST]} …"'


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
