"""relations.yaml -> Relation and Frame records, and the wordings that it adds to relations of other packs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factcheck.model.knowledge import Frame, Relation

if TYPE_CHECKING:
    from collections.abc import Collection

    from factcheck.knowledge.frames import FrameCompiler
    from factcheck.knowledge.ledger import Ledger
    from factcheck.knowledge.yaml_file import Place


def read_relations(place: Place, ledger: Ledger, compiler: FrameCompiler) -> tuple[list[Relation], list[Frame]]:
    """All relations of a file and their frames."""
    relations: list[Relation] = []
    frames: list[Frame] = []
    for name, data in (place.file.data.get("relations") or {}).items():
        at = place.at("relations", name)
        ledger.define("relation", name, at)
        relations.append(_relation(name, data, at, ledger))
        dated = data.get("judge") == "dated"
        frames += compiler.of_relation(name, data.get("frames"), at.at("frames"), dated=dated)
    return relations, frames


def read_wordings(
    place: Place, ledger: Ledger, compiler: FrameCompiler, own: Collection[str], dated: Collection[str]
) -> list[Frame]:
    """The frames that a file adds to relations of packs that its pack requires (`extends`).

    `own` are the relations of the pack, which are not extended; `dated` those that are judged by dates.
    """
    frames: list[Frame] = []
    for name, data in (place.file.data.get("extends") or {}).items():
        at = place.at("extends", name)
        if name in own:
            what = f'relation "{name}" is of this pack'
            ledger.refuse(at, what, "write it under relations; extends is for those of others", on_key=True)
            continue
        ledger.use("relation", name, at, on_key=True)
        mark = f"+{ledger.pack}"
        frames += compiler.of_relation(name, data["frames"], at.at("frames"), dated=name in dated, mark=mark)
    return frames


def _relation(name: str, data: dict[str, Any], place: Place, ledger: Ledger) -> Relation:
    return Relation(
        id=name,
        subject=ledger.use_all("type", data["subject"], place.at("subject")),
        object=ledger.use_all("type", data["object"], place.at("object")),
        judge=data.get("judge", "stated"),
        code=data.get("code", "FC202"),
        says=data.get("says", ""),
        opposed=ledger.use_all("relation", data.get("opposed"), place.at("opposed")),
        implies=ledger.use_all("relation", data.get("implies"), place.at("implies")),
        unit=data.get("unit", ""),
        beside=str(data.get("beside", "")).lower() in ("true", "yes"),
        compared=str(data.get("compared", "yes")).lower() in ("true", "yes"),
    )
