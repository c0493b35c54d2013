"""What packs add to entities of the packs that they require (`extends`), read and joined to those entities."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from factcheck.model.knowledge import Name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.knowledge.frames import FrameCompiler
    from factcheck.knowledge.ledger import Ledger
    from factcheck.knowledge.yaml_file import Place
    from factcheck.model.knowledge import Entity, Frame, Pack

_NAME_KEYS = {"also": "name", "short": "short", "exact": "exact", "adj": "adj"}


@dataclass(frozen=True, slots=True)
class Extension:
    """Names and parents that one file adds to an entity; `place` is where it does so."""

    entity: str
    parents: tuple[str, ...]
    names: tuple[Name, ...]
    place: Place


def read_extensions(place: Place, ledger: Ledger, compiler: FrameCompiler) -> tuple[list[Extension], list[Frame]]:
    """All extensions of a file and the frames that stand under them; mistakes and uses go to the ledger."""
    found: list[Extension] = []
    frames: list[Frame] = []
    for name, data in (place.file.data.get("extends") or {}).items():
        at = place.at("extends", name)
        ledger.use("entity", name, at, on_key=True)
        parents = ledger.use_all("entity", data.get("is"), at.at("is"))
        found.append(Extension(name, parents, _names(name, data, at, ledger), at))
        frames += compiler.of_entity(name, data.get("frames"), at.at("frames"), mark=f"+{ledger.pack}")
    return found, frames


def _names(entity: str, data: dict[str, Any], place: Place, ledger: Ledger) -> tuple[Name, ...]:
    texts = [(text, kind) for key, kind in _NAME_KEYS.items() for text in ledger.expand(data.get(key), place.at(key))]
    return tuple(Name(text, entity, kind) for text, kind in dict.fromkeys(texts))


def join(
    packs: Sequence[Pack], ledgers: Sequence[Ledger], found: Mapping[str, Sequence[Extension]]
) -> tuple[Pack, ...]:
    """The packs with every entity as all of them make it; `found` is pack -> its extensions.

    What adds nothing, or adds to an entity of its own pack, is a mistake of that pack's ledger.
    """
    entities = {entity.id: entity for pack in packs for entity in pack.entities}
    own = {pack.id: {entity.id for entity in pack.entities} for pack in packs}
    for ledger in ledgers:
        for each in found.get(ledger.pack, ()):
            if each.entity in own[ledger.pack]:
                what = f'entity "{each.entity}" is of this pack'
                ledger.refuse(each.place, what, "write it under entities; extends is for those of others", on_key=True)
            elif each.entity in entities:
                entities[each.entity] = _joined(entities[each.entity], each, ledger)
    if not any(found.values()):
        return tuple(packs)
    return tuple(replace(pack, entities=tuple(entities[each.id] for each in pack.entities)) for pack in packs)


def _joined(entity: Entity, more: Extension, ledger: Ledger) -> Entity:
    known = {(name.text, name.kind) for name in entity.names}
    said = [f'the name "{name.text}"' for name in more.names if (name.text, name.kind) in known]
    said += [f'the class "{parent}"' for parent in more.parents if parent in entity.parents]
    for each in said:
        ledger.refuse(more.place, f'entity "{entity.id}" has {each} already', "take it out", on_key=True)
    names = tuple(dict.fromkeys((*entity.names, *more.names)))
    return replace(entity, names=names, parents=tuple(dict.fromkeys((*entity.parents, *more.parents))))
