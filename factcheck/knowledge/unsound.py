"""Files that their schema refuses: what they define counts as defined, so that one mistake does not look like many."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.knowledge.ledger import Ledger
    from factcheck.knowledge.yaml_file import Place

_CALLED = {"entities": "entity", "relations": "relation", "citations": "citation"}


def note_ids(ledger: Ledger, files: Iterable[tuple[str, Place]]) -> bool:
    """Put what refused files, given with their kind, define into the ledger.

    An id that is no id is put in as it would have to be written. False if a file does not show what it defines.
    """
    shown = True
    for kind, place in files:
        data = place.file.data
        found = data.get(kind) if isinstance(data, dict) else None
        shown &= kind not in _CALLED or (isinstance(found, dict) and "names" not in data)
        for name in found if kind in _CALLED and isinstance(found, dict) else ():
            ledger.define(_CALLED[kind], "-".join(str(name).lower().replace("_", " ").split()), place.at(kind, name))
    return shown
