"""Every mistake of packs: what their files show, and then what their examples show."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.errors import UserError
from factcheck.knowledge import entry_places, load_knowledge, validate_packs
from factcheck.workshop.examples import named_packs, never_reported, try_examples

if TYPE_CHECKING:
    from collections.abc import Sequence

ENGLISH = "english"


def mistakes_of(packs: Sequence[str], *, examples: bool = True) -> list[UserError]:
    """Every mistake of packs (names or paths) and of those that they require; nothing if they are sound.

    With `examples`, the examples of the named packs are run too, once the files are sound: a fact that
    they do not exercise, or that none of them makes report anything, is a mistake.
    """
    found = validate_packs(packs)
    if found or not examples:
        return found
    kb = load_knowledge(packs)
    if kb.facts and ENGLISH not in {pack.id for pack in kb.packs}:
        what = f'none of its examples can be read: it reaches no pack "{ENGLISH}"'
        return [UserError(packs[0], what, "add requires: [biomedical] to its pack.yaml")]
    places = entry_places(map(Path, kb.folders))
    trials = try_examples(kb, named_packs(kb, packs))
    return [mistake for trial in trials for mistake in never_reported(trial, kb, places)]
