"""Ids and names: each is given once, and whatever is spoken of is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.errors import did_you_mean
from factcheck.knowledge.ledger import IS_A, VALUE_KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factcheck.errors import UserError
    from factcheck.knowledge.extensions import Extension
    from factcheck.knowledge.ledger import Entry, Ledger
    from factcheck.knowledge.yaml_file import Place
    from factcheck.model.knowledge import Pack

_CALLED = {"entity": "entity", "relation": "relation", "citation": "citation", "fact": "fact, set or term"}


def places(ledgers: Sequence[Ledger], kind: str) -> dict[str, Place]:
    """Where each id of a kind is first defined."""
    found: dict[str, Place] = {}
    for ledger in ledgers:
        for entry in ledger.defined:
            if entry.kind == kind:
                found.setdefault(entry.id, entry.place)
    return found


def doubled_ids(ledgers: Sequence[Ledger]) -> Iterator[UserError]:
    """Ids that two things bear, in one pack or in two."""
    first: dict[tuple[str, str], Place] = {}
    for ledger in ledgers:
        for entry in ledger.defined:
            known = first.setdefault((entry.kind, entry.id), entry.place)
            if known is not entry.place:
                what = f'{_CALLED[entry.kind]} "{entry.id}" is defined twice'
                on_key = entry.kind != "fact"
                first_place = known.mistake("", on_key=on_key).place
                yield entry.place.mistake(what, f"the first stands at {first_place}", on_key=on_key)


def doubled_names(
    packs: Sequence[Pack], ledgers: Sequence[Ledger], added: Mapping[str, Sequence[Extension]]
) -> Iterator[UserError]:
    """Names that two entities share, unless one of the two says that the name is ambiguous."""
    where = places(ledgers, "entity")
    later = {
        (each.entity, _plain(name.text)): each.place for one in added.values() for each in one for name in each.names
    }
    entities = [entity for pack in packs for entity in pack.entities]
    ambiguous = {entity.id for entity in entities if entity.ambiguous}
    owners: dict[str, str] = {}
    for entity in entities:
        for text in dict.fromkeys(_plain(name.text) for name in entity.names if name.kind == "name"):
            owner = owners.setdefault(text, entity.id)
            if owner != entity.id and not {owner, entity.id} & ambiguous:
                what = f'the name "{text}" of "{entity.id}" is also a name of "{owner}"'
                hint = 'take it from one of them, or mark one with "ambiguous"'
                place = later.get((entity.id, text)) or later.get((owner, text)) or where[entity.id]
                yield place.mistake(what, hint, on_key=True)


def dangling(ledgers: Sequence[Ledger]) -> Iterator[UserError]:
    """Ids that are spoken of but that neither the pack nor one that it requires defines."""
    owners: dict[str, dict[str, str]] = {"entity": {}, "relation": {IS_A: ""}, "citation": {}}
    for ledger in ledgers:
        for entry in ledger.defined:
            owners.setdefault(entry.kind, {}).setdefault(entry.id, ledger.pack)
    owners["type"] = {**dict.fromkeys(VALUE_KINDS, ""), **owners["entity"]}
    reach = _reach(ledgers)
    for ledger in ledgers:
        seen = {*reach[ledger.pack], ""}
        for entry in ledger.used:
            owner = owners[entry.kind].get(entry.id)
            if owner not in seen:
                known = [name for name, pack in owners[entry.kind].items() if pack in seen]
                yield _unknown(entry, owner, known, ledger.pack)


def _unknown(entry: Entry, owner: str | None, known: list[str], pack: str) -> UserError:
    called = _CALLED.get(entry.kind, "entity")
    if owner is not None:
        what = f'{called} "{entry.id}" is of pack "{owner}", which "{pack}" does not require'
        return entry.place.mistake(what, f'add "{owner}" to requires in pack.yaml', on_key=entry.on_key)
    hint = did_you_mean(entry.id, known)
    where = {"citation": "add it to citations.yaml", "relation": "add it to relations.yaml"}
    hint = hint if hint.startswith("did") else where.get(entry.kind, "add it to entities/")
    return entry.place.mistake(f'there is no {called} "{entry.id}"', hint, on_key=entry.on_key)


def _reach(ledgers: Sequence[Ledger]) -> dict[str, set[str]]:
    """Pack -> itself and all that it requires, directly or through others (which come first)."""
    found: dict[str, set[str]] = {}
    for ledger in ledgers:
        found[ledger.pack] = {ledger.pack}.union(*(found.get(name, set()) for name in ledger.requires))
    return found


def _plain(name: str) -> str:
    return name.lower().replace("-", " ")
