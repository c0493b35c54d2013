"""Classes of verbs, nouns and adjectives (`=cause`), put together from all packs that are loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factcheck.errors import did_you_mean
from factcheck.knowledge.ledger import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.knowledge.ledger import Ledger
    from factcheck.knowledge.yaml_file import Place, YamlFile

KEYS = {"verb": "verbs", "noun": "nouns", "adj": "adjs"}


class WordClasses:
    """Kind (verb, noun, adj) and name -> words."""

    def __init__(self, files: Iterable[tuple[Ledger, Place]], *, whole: bool = True) -> None:
        """Take the relations files of all packs, in the order of the packs.

        If they are not the whole of them, a class that none of them holds is no mistake.
        """
        self.whole = whole
        self._parts: dict[tuple[str, str], list[tuple[Ledger, Place, list[str]]]] = {}
        self._words: dict[tuple[str, str], tuple[str, ...]] = {}
        for ledger, place in files:
            for kind, key in KEYS.items():
                for name, words in _mapping(place.file, key).items():
                    part = (ledger, place.at(key, name), words)
                    self._parts.setdefault((kind, name), []).append(part)
        for kind, name in self._parts:
            self._resolve(kind, name, ())

    def words(self, kinds: tuple[str, ...], name: str) -> tuple[str, ...]:
        """The words of the first class of this name among the kinds; nothing if there is none."""
        return next((self._words[kind, name] for kind in kinds if (kind, name) in self._words), ())

    def refuse(self, ledger: Ledger, place: Place, what: str, name: str, kinds: tuple[str, ...]) -> None:
        """Note that there is no class of this name among the kinds, if all classes are known."""
        if self.whole:
            ledger.refuse(place, f'there is no {what} "{name}"', did_you_mean(name, self.names(kinds)))

    def names(self, kinds: tuple[str, ...]) -> list[str]:
        """The names of all classes of these kinds."""
        return sorted({name for kind, name in self._parts if kind in kinds})

    def all(self) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
        """(kind, name, words) of every class, sorted."""
        return tuple((kind, name, words) for (kind, name), words in sorted(self._words.items()))

    def _resolve(self, kind: str, name: str, above: tuple[str, ...]) -> tuple[str, ...]:
        if (kind, name) in self._words:
            return self._words[kind, name]
        found: list[str] = []
        for ledger, place, words in self._parts[kind, name]:
            for word, at in words_of(words, place):
                if not word.startswith("="):
                    found += ledger.expand(word, at)
                elif word[1:] in (*above, name):
                    ledger.refuse(at, f'class "{name}" takes in itself through "{word}"', "take one of them out")
                elif (kind, word[1:]) in self._parts:
                    found += self._resolve(kind, word[1:], (*above, name))
                else:
                    self.refuse(ledger, at, f"{kind} class", word[1:], (kind,))
        self._words[kind, name] = tuple(dict.fromkeys(found))
        return self._words[kind, name]


def _mapping(file: YamlFile, key: str) -> dict[str, Any]:
    found = file.data.get(key) if isinstance(file.data, dict) else None
    return found if isinstance(found, dict) else {}
