"""How statements, quantities and frames read on a page: ids as names, structures as sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.model.knowledge import Fact, Filler, Frame, Statement, Value

_SHOWN_WORDS = 6


@dataclass(frozen=True, slots=True)
class Wording:
    """How ids read: the names of entities and the sentences of relations."""

    names: Mapping[str, str]
    says: Mapping[str, str]

    def name(self, entity: str) -> str:
        """The name of an entity, or its id if it has none."""
        return self.names.get(entity, entity)


def statement_words(statement: Statement, words: Wording) -> str:
    """`androgenetic alopecia is caused by autoimmunity (for adults)`."""
    objects = " or ".join([*map(words.name, statement.objects), *statement.text])
    dates = " or ".join(day.isoformat() for day in statement.when)
    value = _value(statement.value) if statement.value else ""
    what = " ".join(part for part in (objects, value, dates) if part)
    frame = words.says.get(statement.relation, "")
    if "{S}" not in frame or not ("{O}" in frame or "{N}" in frame):
        frame = f"{{S}} {statement.relation.replace('-', ' ')} {{O}}"
    sentence = frame.replace("{S}", words.name(statement.subject)).replace("{O}", what).replace("{N}", what)
    return sentence + limits(statement.qualifiers, words) + "".join(f"; {each}" for each in _besides(statement, words))


def _besides(statement: Statement, words: Wording) -> Iterator[str]:
    """What else a statement says: of what its objects are all, what is allowed too, how bad it is, what to write."""
    if statement.among:
        yield f"that is all of {words.name(statement.among)}"
    if statement.also:
        yield f"{', '.join(map(words.name, statement.also))} allowed too"
    if statement.severity:
        yield statement.severity
    if statement.suggest:
        yield f'write "{statement.suggest}"'


def _value(value: Value) -> str:
    if value.any_of:
        amount = " or ".join(f"{number:g}" for number in value.any_of)
    else:
        amount = " ".join(
            f"{word} {number:g}" for word, number in (("from", value.low), ("to", value.high)) if number is not None
        )
    return f"{amount} {value.unit}" + (f" per {value.per}" if value.per else "")


def limits(qualifiers: tuple[tuple[str, tuple[str, ...]], ...], words: Wording) -> str:
    """` (by Food and Drug Administration, for adult or child)`; empty where nothing limits."""
    told = ", ".join(f"{name} {' or '.join(map(words.name, values))}" for name, values in qualifiers)
    return f" ({told})" if told else ""


def validity(fact: Fact) -> str:
    """`from 2020-01-01 until 2021-01-01`, either or both; empty for what holds always."""
    parts = [f"from {fact.since}" if fact.since else "", f"until {fact.until}" if fact.until else ""]
    return " ".join(part for part in parts if part)


def frame_words(frame: Frame) -> str:
    """`cause, bring on, … (subj: O, obj: S)`: a few of its words, and what stands in its places."""
    words = ", ".join(frame.words[:_SHOWN_WORDS]) + (", …" if len(frame.words) > _SHOWN_WORDS else "")
    return f"{words} ({_places(frame)})" + (", denied" if frame.denies else "")


def _places(frame: Frame) -> str:
    return ", ".join(f"{_either(names)}: {_filler(filler)}" for names, filler in frame.slots)


def _filler(filler: Filler) -> str:
    """What stands in a place of a frame, in the language of frames."""
    if filler.frame is not None:
        return f"{_either(filler.frame.words)} {{{_places(filler.frame)}}}"
    named = filler.role or _either((*(f"@{each}" for each in filler.entities), *filler.lemmas)) or "*"
    return named + ("?" if filler.optional else "")


def _either(words: Sequence[str]) -> str:
    return "|".join(words[:_SHOWN_WORDS]) + ("|…" if len(words) > _SHOWN_WORDS else "")
