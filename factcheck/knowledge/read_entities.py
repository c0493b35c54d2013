"""entities/*.yaml -> Entity, Disjoint and Frame records."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from factcheck.model.knowledge import Disjoint, Entity, Frame, Name

if TYPE_CHECKING:
    from factcheck.knowledge.frames import FrameCompiler
    from factcheck.knowledge.ledger import Ledger
    from factcheck.knowledge.yaml_file import Place

_NO_ID = re.compile(r"[^a-z0-9]+")
_NAME_KEYS = {"name": "name", "also": "name", "short": "short", "exact": "exact", "adj": "adj"}


def read_entities(place: Place, ledger: Ledger, compiler: FrameCompiler) -> tuple[list[Entity], list[Frame]]:
    """All entities of a file, those that are names alone behind the others, and the frames that stand under them."""
    entities: list[Entity] = []
    frames: list[Frame] = []
    for name, data in (place.file.data.get("entities") or {}).items():
        at = place.at("entities", name)
        ledger.define("entity", name, at)
        entities.append(_entity(name, data, at, ledger))
        frames += compiler.of_entity(name, data.get("frames"), at.at("frames"))
    for number, group in enumerate(place.file.data.get("names") or ()):
        entities += _group(group, place.at("names", number), ledger)
    return entities, frames


def plain_id(name: str) -> str:
    """The id of an entity that is given by its name alone: "Zestril XL" is zestril-xl."""
    return _NO_ID.sub("-", name.lower()).strip("-")


def _group(data: dict[str, Any], place: Place, ledger: Ledger) -> list[Entity]:
    """The entities of a group of names: all of the same classes, each told by its name alone."""
    parents = ledger.use_all("entity", data.get("is"), place.at("is"))
    protect = data.get("protect", True)
    found = []
    for number, pattern in enumerate(data["list"]):
        at = place.at("list", number)
        texts = ledger.expand(pattern, at)
        if not texts:
            continue
        own = plain_id(texts[0])
        if not own:
            ledger.refuse(at, f'"{texts[0]}" has no letter from a to z', "write it under entities, with an id")
            continue
        ledger.define("entity", own, at)
        names = tuple(Name(text, own, "name") for text in texts)
        found.append(Entity(own, texts[0], parents, names, protect=protect))
    return found


def read_disjoint(place: Place, ledger: Ledger) -> list[Disjoint]:
    """All sets of disjoint classes of a file."""
    found = []
    for number, data in enumerate(place.file.data.get("disjoint") or ()):
        at = place.at("disjoint", number)
        ledger.define("disjoint", f"{place.file.name} {number}", at)
        if isinstance(data, list):
            found.append(Disjoint(ledger.use_all("entity", data, at)))
            continue
        classes = ledger.use_all("entity", data["of"], at.at("of"))
        sources = ledger.use_all("citation", data.get("sources"), at.at("sources"))
        found.append(Disjoint(classes, data.get("severity", "error"), sources))
    return found


def _entity(name: str, data: dict[str, Any], place: Place, ledger: Ledger) -> Entity:
    names: dict[tuple[str, str], Name] = {}
    for key, kind in _NAME_KEYS.items():
        for text in ledger.expand(data.get(key), place.at(key)):
            names.setdefault((text, kind), Name(text, name, kind))
    means = data.get("means")
    if means is not None:
        ledger.use("relation", means["relation"], place.at("means", "relation"))
        ledger.use("entity", means["object"], place.at("means", "object"))
    domain = data.get("domain", "")
    if domain:
        ledger.use("entity", domain, place.at("domain"))
    ambiguous = data.get("ambiguous", "")
    if ambiguous:
        ledger.use("entity", ambiguous, place.at("ambiguous"))
    first = next(iter(names.values()), None)
    return Entity(
        id=name,
        name=first.text if first else name,
        parents=ledger.use_all("entity", data.get("is"), place.at("is")),
        names=tuple(names.values()),
        generic=data.get("generic", False),
        protect=data.get("protect", True),
        plural=data.get("plural", ""),
        means=(means["relation"], means["object"]) if means else None,
        ambiguous=ambiguous,
        domain=domain,
        shows=tuple(ledger.expand(data.get("shows"), place.at("shows"))),
    )
