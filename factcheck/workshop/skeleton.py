"""The text of a new fact: what its author gave, and blanks for the rest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.knowledge.blanks import BLANK

if TYPE_CHECKING:
    from datetime import date

    from factcheck.model.knowledge import Relation

_WIDEST = 110
_FALSE = ("a sentence that is false", "another false one, in other words")
_SILENT = ("a sentence with the same words that says no such thing: a denial", "another: a question")
_TRUE = "one true sentence that an editor understands alone"


@dataclass(frozen=True, slots=True)
class Wish:
    """What an author says of a fact that is to be written; what is empty becomes a blank or is left out."""

    id: str
    subject: str = ""
    relation: str = ""
    objects: tuple[str, ...] = ()
    denied: bool = False
    by: str = ""
    population: str = ""
    since: date | None = None
    until: date | None = None
    severity: str = "error"
    sources: tuple[str, ...] = ()


def skeleton(wish: Wish, relation: Relation | None, sentence: str, reviewed: date, schema: str = "") -> str:
    """The file of a new fact.

    `sentence` is its claim in plain words, or empty; `reviewed` the day on which it is written; `schema`
    the path of its schema from the file, for editors of YAML, or empty.
    """
    true, false = ("", sentence) if wish.denied else (sentence, "")
    lines = [f"# yaml-language-server: $schema={schema}"] if schema else []
    lines += ["facts:", f"  - id: {wish.id}", *_claim(wish, relation)]
    lines += [f"    says: {_blank(_TRUE, true)}", f"    severity: {wish.severity}"]
    lines += [f"    {key}: {day}" for key, day in (("since", wish.since), ("until", wish.until)) if day]
    lines += [f"    sources: {_list(wish.sources)}", f"    reviewed: {reviewed}"]
    if wish.since or wish.until:
        lines.append(f"    review-by: {_a_year_after(reviewed)}")
    lines.append("    examples:")
    examples = {
        "wrong": [_blank(_FALSE[0], false), _blank(_FALSE[1])],
        "right": [_blank("a sentence that is true", true)],
        "silent": [_blank(each) for each in _SILENT],
    }
    for kind, blanks in examples.items():
        lines += [f"      {kind}:", *(f"        - {each}" for each in blanks)]
    return "".join(f"{line}\n" for line in lines)


def _claim(wish: Wish, relation: Relation | None) -> list[str]:
    """The claim on one line, or on several if it is long."""
    parts = [("subject", wish.subject or BLANK), ("relation", wish.relation or BLANK), _object(wish, relation)]
    parts += [(key, value) for key, value in (("by", wish.by), ("for", wish.population)) if value]
    parts += [("polarity", "no")] if wish.denied else []
    line = f"    claim: {{{', '.join(f'{key}: {value}' for key, value in parts)}}}"
    if len(line) <= _WIDEST:
        return [line]
    return ["    claim:", *(f"      {key}: {value}" for key, value in parts)]


def _object(wish: Wish, relation: Relation | None) -> tuple[str, str]:
    """The key and the value of what is said of the subject."""
    kinds = relation.object if relation is not None and not wish.objects else ()
    if "quantity" in kinds and relation is not None:
        unit = f'"{relation.unit}"' if relation.unit else BLANK
        return "value", f"{{one-of: [{BLANK}], unit: {unit}}}"
    if "text" in kinds or (relation is not None and relation.judge == "expansion" and not wish.objects):
        return "text", f"[{BLANK}]"
    if "date" in kinds:
        return "on", BLANK
    if len(wish.objects) == 1:
        return "object", wish.objects[0]
    return "object", _list(wish.objects) if wish.objects else BLANK


def _list(words: tuple[str, ...]) -> str:
    return f"[{', '.join(words) or BLANK}]"


def _blank(wanted: str, draft: str = "") -> str:
    """A blank that says what is wanted, in quotes: nothing of it ends the quotes or begins an escape."""
    text = f"{wanted}, such as: {draft}" if draft else wanted
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{BLANK} {escaped}"'


def _a_year_after(day: date) -> date:
    return day.replace(year=day.year + 1) if (day.month, day.day) != (2, 29) else day.replace(day.year + 1, 3, 1)
