"""Blanks: text that begins with three underscores, which `rules new` leaves for the author to fill in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.errors import UserError
    from factcheck.knowledge.yaml_file import Steps, YamlFile

BLANK = "___"
_WANTED = {
    "subject": "the id of an entity",
    "object": "the id of an entity",
    "relation": "the id of a relation",
    "sources": "ids of citations",
    "one-of": "a number",
    "unit": "a unit, such as mg",
    "text": "what it stands for",
    "on": "a date, such as 2026-11-22",
}


def blanks_in(file: YamlFile) -> list[UserError]:
    """A mistake for every value of a file that is still blank, with what its author is to write there."""
    return [_told(file, steps, text) for steps, text in _blanks(file.data, ())] if file.holds(BLANK) else []


def _blanks(value: Any, steps: Steps) -> Iterator[tuple[Steps, str]]:
    if isinstance(value, str) and value.startswith(BLANK):
        yield steps, value
    elif isinstance(value, dict):
        for key, below in value.items():
            yield from _blanks(below, (*steps, key))
    elif isinstance(value, list):
        for number, below in enumerate(value):
            yield from _blanks(below, (*steps, number))


def _told(file: YamlFile, steps: Steps, text: str) -> UserError:
    key = next((step for step in reversed(steps) if isinstance(step, str)), "")
    wanted = text.lstrip("_ ") or _WANTED.get(key, "")
    return file.mistake(steps, f'"{key}" is still blank', f"write {wanted}" if wanted else "fill it in")
