"""What a pack defines and uses, each with its place, and the mistakes found while reading it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from factcheck.knowledge.patterns import PatternError, expand_name

if TYPE_CHECKING:
    from factcheck.errors import UserError
    from factcheck.knowledge.yaml_file import Place

IS_A = "is-a"
VALUE_KINDS = frozenset({"quantity", "date", "text", "extent"})


@dataclass(frozen=True, slots=True)
class Entry:
    """An id at a place; `kind` is entity, relation, citation or fact (facts, sets and terms share one space)."""

    kind: str
    id: str
    place: Place
    on_key: bool = False


@dataclass(slots=True)
class Ledger:
    """One pack's ledger."""

    pack: str
    requires: tuple[str, ...]
    defined: list[Entry] = field(default_factory=list)
    used: list[Entry] = field(default_factory=list)
    mistakes: list[UserError] = field(default_factory=list)

    def define(self, kind: str, name: str, place: Place) -> None:
        """An id is given to something."""
        self.defined.append(Entry(kind, name, place))

    def use(self, kind: str, name: str, place: Place, *, on_key: bool = False) -> str:
        """An id is spoken of, as a value or as a key; gives it back."""
        self.used.append(Entry(kind, name, place, on_key))
        return name

    def use_all(self, kind: str, value: Any, place: Place) -> tuple[str, ...]:
        """An id or a list of ids is spoken of, or nothing; gives them as a tuple."""
        if value is None:
            return ()
        if isinstance(value, str):
            return (self.use(kind, value, place),)
        return tuple(self.use(kind, name, place.at(number)) for number, name in enumerate(value))

    def refuse(self, place: Place, what: str, hint: str = "", *, on_key: bool = False) -> None:
        """Note a mistake."""
        self.mistakes.append(place.mistake(what, hint, on_key=on_key))

    def expand(self, value: Any, place: Place) -> tuple[str, ...]:
        """All texts that a name pattern, or a list of them, stands for; each once."""
        found: list[str] = []
        for pattern, where in words_of(value, place):
            try:
                found += expand_name(pattern)
            except PatternError as error:
                self.refuse(where, str(error), "names use {a,b} for a choice and [x] for what may be left out")
        return tuple(dict.fromkeys(found))


def words_of(value: Any, place: Place) -> list[tuple[str, Place]]:
    """A word or a list of words, or nothing, as pairs of word and place; plain true and false are words too."""
    given = [(each, place.at(number)) for number, each in enumerate(value)] if isinstance(value, list) else []
    if isinstance(value, (str, bool)):
        given = [(value, place)]
    return [(str(each).lower() if isinstance(each, bool) else each, at) for each, at in given]
