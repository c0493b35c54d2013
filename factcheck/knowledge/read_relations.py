"""relations.yaml -> Relation and Frame records."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factcheck.model.knowledge import Frame, Relation

if TYPE_CHECKING:
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
    )
