"""A new fact in a pack: checked against what is there, written as a file of its own, never over another."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.errors import UserError, UserErrors, did_you_mean
from factcheck.knowledge import find_pack, rules_folder, schema_folder
from factcheck.knowledge.check_facts import fits_classes, listed
from factcheck.knowledge.entries import ids_in
from factcheck.knowledge.hierarchy import Hierarchy
from factcheck.knowledge.ledger import IS_A, VALUE_KINDS
from factcheck.knowledge.load import try_packs
from factcheck.knowledge.places import shown
from factcheck.workshop.skeleton import Wish, skeleton

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from factcheck.knowledge.load import Loaded
    from factcheck.model.knowledge import Entity, Relation


_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")


def write_fact(wish: Wish, pack: str, rules: Sequence[str], reviewed: date) -> tuple[Path, list[UserError]]:
    """Write the skeleton of a fact into a pack (a name or a folder); gives the file and the blanks in it.

    `rules` are the other packs in use: ids are unique over all. Raises UserError or UserErrors if
    something that was given does not fit, if the id is taken, or if the file is there.
    """
    folder = find_pack(pack)
    loaded = try_packs([pack, *rules])
    _refuse(wish, folder, loaded)
    path = folder / "facts" / f"{wish.id}.yaml"
    relations = {each.id: each for own in loaded.packs for each in own.relations}
    names = {each.id: each.name for own in loaded.packs for each in own.entities}
    relation = relations.get(wish.relation)
    text = skeleton(wish, relation, _sentence(wish, relation, names), reviewed, _schema(path))
    try:
        path.parent.mkdir(exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise UserError(shown(path), "this file is there already", "choose another id, or write into it") from None
    except OSError as error:
        raise UserError(shown(path), f"cannot be written ({(error.strerror or str(error)).lower()})") from error
    place = f"{shown(path)}:"
    return path, [each for each in try_packs([pack]).mistakes if each.place.startswith(place)]


def _refuse(wish: Wish, folder: Path, loaded: Loaded) -> None:
    """Raise what of a wish does not fit the packs, which may have unfinished facts.

    If something is missing, mistakes of the other files are told too: they may be the reason.
    """
    if not _ID.match(wish.id):
        what = f'"{wish.id}" is no id'
        raise UserError("rules new", what, "an id is lower-case words and digits joined by hyphens")
    mistakes = [*_taken(wish, loaded), *_unfit(wish, folder, loaded)]
    if mistakes:
        mistakes += [each for each in loaded.mistakes if not each.place.startswith(f"{shown(folder)}/facts")]
    if mistakes:
        raise mistakes[0] if len(mistakes) == 1 else UserErrors(mistakes)


def _taken(wish: Wish, loaded: Loaded) -> Iterator[UserError]:
    place = ids_in(loaded.folders).get(wish.id)
    if place is not None:
        what = f'a fact, set or term is called "{wish.id}" already'
        yield UserError("rules new", what, f"it stands at {place.at('id').mistake('').place}; choose another id")


def _unfit(wish: Wish, folder: Path, loaded: Loaded) -> Iterator[UserError]:
    """What is given but not there for this pack, or of a kind that the relation does not take."""
    own = next(each for each, place in zip(loaded.packs, loaded.folders, strict=True) if place == folder)
    above = {own.id}
    for each in reversed(loaded.packs):
        above |= set(each.requires) if each.id in above else set()
    packs = [each for each in loaded.packs if each.id in above]
    entities = {each.id: each for pack in packs for each in pack.entities}
    relations = {each.id: each for pack in packs for each in pack.relations}
    citations = {each.id for pack in packs for each in pack.citations}
    subject = (("--subject", wish.subject),) if wish.subject else ()
    objects = tuple(("--object", each) for each in wish.objects)
    bounds = tuple((key, value) for key, value in (("--by", wish.by), ("--for", wish.population)) if value)
    for option, name in (*subject, *objects, *bounds):
        if name not in entities:
            yield UserError(option, f'there is no entity "{name}"', _near(name, entities, "entities/"))
    if wish.relation and wish.relation not in {*relations, IS_A}:
        what = f'there is no relation "{wish.relation}"'
        yield UserError("--relation", what, _near(wish.relation, relations, "relations.yaml"))
    for name in wish.sources:
        if name not in citations:
            yield UserError("--source", f'there is no citation "{name}"', _near(name, citations, "citations.yaml"))
    relation = relations.get(wish.relation)
    if relation is not None and relation.id != IS_A:
        hierarchy = Hierarchy.of(entities.values(), [fact for pack in packs for fact in pack.facts], ())
        yield from _misplaced(relation, subject, objects, entities, hierarchy)


def _misplaced(
    relation: Relation,
    subject: Sequence[tuple[str, str]],
    objects: Sequence[tuple[str, str]],
    entities: Mapping[str, Entity],
    hierarchy: Hierarchy,
) -> Iterator[UserError]:
    for given, classes, role in ((subject, relation.subject, "subject"), (objects, relation.object, "object")):
        for option, name in given:
            if set(classes) - VALUE_KINDS and name in entities and not fits_classes(name, classes, hierarchy):
                what = f'"{name}" is no {listed(classes)}, as the {role} of "{relation.id}" must be'
                yield UserError(option, what, "give it that class, or choose another relation")


def _near(name: str, known: Mapping[str, object] | set[str], where: str) -> str:
    hint = did_you_mean(name, known)
    return hint if hint.startswith("did") else f"add it to {where}"


def _sentence(wish: Wish, relation: Relation | None, names: Mapping[str, str]) -> str:
    """What the claim says, in the words of its relation; empty where something is missing."""
    if relation is None or not wish.subject or not wish.objects:
        return ""
    objects = " or ".join(names[each] for each in wish.objects)
    sentence = relation.says.replace("{S}", names[wish.subject]).replace("{O}", objects)
    return f"{sentence[:1].upper()}{sentence[1:]}." if sentence and "{" not in sentence else ""


def _schema(path: Path) -> str:
    """The path of the schema from a file of a built-in pack; elsewhere nobody knows where the schemas will be."""
    if rules_folder() not in path.parents:
        return ""
    return Path(os.path.relpath(schema_folder() / "facts.schema.json", path.parent)).as_posix()
