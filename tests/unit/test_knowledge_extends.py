"""A pack that adds names, classes and wordings to an entity of a pack that it requires."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from factcheck.knowledge import load_knowledge, validate_packs

PACKS = Path(__file__).parent.parent / "cases" / "packs"
PACK = "id: more\nversion: 0.1.0\ntitle: More\nrequires: [good]\n"
ENTITIES = """
entities:
  rare-disease: {name: rare disease, is: [disease]}
extends:
  alopecia-areata:
    is: [rare-disease]
    also: ["spot {baldness,alopecia}"]
    short: [SB]
    frames:
      - {noun: pattern, mod: patchy, of: S}
  drug:
    adj: [medicinal]
"""


@pytest.fixture
def more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A pack that extends entities of the sound ones, beside them in the working folder."""
    for name in ("base", "good"):
        shutil.copytree(PACKS / name, tmp_path / name)
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "pack.yaml").write_text(PACK, encoding="utf-8")
    (tmp_path / "more" / "entities.yaml").write_text(ENTITIES, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "more"


def told(more: Path, text: str) -> list[str]:
    (more / "entities.yaml").write_text(text, encoding="utf-8")
    return [str(error).split("\n")[0] for error in validate_packs(["more"])]


def test_an_entity_of_another_pack_is_extended(more: Path, tmp_path: Path) -> None:
    plain = load_knowledge(["good"], use_cache=False)
    base = load_knowledge(["more"], cache_folder=tmp_path / "cache")
    assert load_knowledge(["more"], cache_folder=tmp_path / "cache").entities == base.entities
    names = {(name.text, name.kind) for name in base.entities["alopecia-areata"].names}
    assert names - {(name.text, name.kind) for name in plain.entities["alopecia-areata"].names} == {
        ("spot baldness", "name"),
        ("spot alopecia", "name"),
        ("SB", "short"),
    }
    assert base.entities["alopecia-areata"].name == "alopecia areata"
    assert base.is_a("alopecia-areata", "rare-disease")
    assert base.is_a("alopecia-areata", "hair-loss")
    assert not plain.is_a("alopecia-areata", "rare-disease")
    frames = [frame for frame in base.frames if frame.target == "alopecia-areata"]
    assert [(frame.id, frame.reads) for frame in frames] == [("@alopecia-areata+more.1", "unary")]
    assert validate_packs(["more"]) == []


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (
            "extends:\n  alopecia-areta: {also: [spots]}\n",
            '2:3: there is no entity "alopecia-areta"; did you mean "alopecia-areata"?',
        ),
        (
            "entities: {spots: {name: spots}}\nextends:\n  spots: {also: [spotting]}\n",
            '3:3: entity "spots" is of this pack; write it under entities; extends is for those of others',
        ),
        (
            "extends:\n  drug: {also: [medicine]}\n",
            '2:3: entity "drug" has the name "medicine" already; take it out',
        ),
        (
            "extends:\n  drug: {is: [thing]}\n",
            '2:3: entity "drug" has the class "thing" already; take it out',
        ),
        (
            "extends:\n  drug: {also: [condition]}\n",
            '2:3: the name "condition" of "drug" is also a name of "disease"; '
            'take it from one of them, or mark one with "ambiguous"',
        ),
        (
            "extends:\n  drug: {name: potion}\n",
            '2:10: unknown key "name"; did you mean "frames"?',
        ),
        ("extends:\n  drug: {}\n", "2:9: must not be empty"),
        (
            "extends:\n  drug: {is: [disease]}\n",
            '15:5: "drug" is a kind of "disease", with which this set declares it disjoint',
        ),
    ],
)
def test_mistakes_of_extensions(text: str, what: str, more: Path) -> None:
    found = told(more, text)
    assert len(found) == 1
    assert what in found[0]


def test_an_extension_needs_the_other_pack(more: Path) -> None:
    (more / "pack.yaml").write_text("id: more\nversion: 0.1.0\ntitle: More\n", encoding="utf-8")
    found = [str(error).split("\n")[0] for error in validate_packs(["good", "more"])]
    what = 'more/entities.yaml:5:3: entity "alopecia-areata" is of pack "good", which "more" does not require'
    assert any(each.startswith(what) for each in found)


RELATIONS = """
extends:
  caused-by:
    frames:
      - {verb: [spark, touch off], subj: O, obj: S}
  approved-for:
    frames:
      - {verb: [bless], obj: S}
"""


def test_a_relation_of_another_pack_gets_wordings(more: Path) -> None:
    (more / "relations.yaml").write_text(RELATIONS, encoding="utf-8")
    assert validate_packs(["more"]) == []
    base = load_knowledge(["more"], use_cache=False)
    frames = [frame for frame in base.frames if frame.id.startswith("caused-by+")]
    assert [(frame.id, frame.reads, frame.target) for frame in frames] == [
        ("caused-by+more.1", "relation", "caused-by")
    ]
    assert frames[0] in base.frames_by_word["verb", "touch"]
    assert base.relations == load_knowledge(["good"], use_cache=False).relations


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (RELATIONS.replace("caused-by", "cause-by"), '3:3: there is no relation "cause-by"; did you mean "caused-by"?'),
        (
            RELATIONS + "relations:\n  caused-by: {subject: disease, object: drug}\n",
            '3:3: relation "caused-by" is of this pack; write it under relations; extends is for those of others',
        ),
        (
            RELATIONS.replace("subj: O", "subj: war"),
            "5:9: this frame has no O or N; a relation's frame says who (S) and what (O)",
        ),
        ("extends:\n  caused-by: {}\n", '2:3: key "frames" is missing; add "frames: …": more wordings of it'),
        (
            "extends:\n  caused-by: {frames: [], judge: stated}\n",
            '2:27: unknown key "judge"; allowed: frames',
        ),
    ],
)
def test_wordings_that_do_not_fit_are_told(text: str, told: str, more: Path) -> None:
    (more / "relations.yaml").write_text(text, encoding="utf-8")
    found = [str(error).split("\n")[0] for error in validate_packs(["more"])]
    assert [each for each in found if "is defined twice" not in each] == [f"more/relations.yaml:{told}"]
