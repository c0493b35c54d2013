"""Every mistake that a pack can hold is told at its place, in plain words, and nothing else is told."""

from __future__ import annotations

import random
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from factcheck.errors import UserError, UserErrors
from factcheck.knowledge import find_pack, load_knowledge, validate_packs

PACKS = Path(__file__).parent.parent / "cases" / "packs"
SIGNS = ["{", "]", ": ", '"', "- ", "&a ", "*a ", "!x ", "null", "12", "S", "{S}", "@", "=", "?", "\n", "\t"]
CASES = yaml.safe_load((PACKS / "mistakes.yaml").read_text(encoding="utf-8"))


@pytest.fixture
def packs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with copies of the sound packs, which is also the working folder."""
    for name in ("base", "good"):
        shutil.copytree(PACKS / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_sound_packs_have_no_mistakes(packs: Path) -> None:
    assert validate_packs(["base", "good"]) == []


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_mistake(case: dict[str, Any], packs: Path) -> None:
    path = packs / case["file"]
    if "old" in case:
        edit(path, case["old"], case["new"])
    else:
        path.parent.mkdir(exist_ok=True)
        path.write_text(case["new"], encoding="utf-8")
    assert [str(error).split("\n")[0] for error in validate_packs(["good"])] == case["told"]


def test_there_are_many_cases() -> None:
    assert len(CASES) >= 100
    assert len({case["name"] for case in CASES}) == len(CASES)
    assert all(case["told"] for case in CASES)


MANY = (
    ("base/relations.yaml", "verbs:", "verbz:", 'unknown key "verbz"; did you mean "verbs"?'),
    ("good/pack.yaml", "title:", "titel:", 'unknown key "titel"; did you mean "title"?'),
    ("good/facts/hair.yaml", "severity: error", "severity: eror", '"eror" is not one of '),
    ("good/entities/hair.yaml", "is: [", "is: [desease, ", 'there is no entity "desease"; did you mean "disease"?'),
)


@pytest.mark.parametrize("chosen", [(0,), (1,), (0, 2), (1, 2, 3), (0, 1, 2, 3)], ids=str)
def test_mistakes_of_many_files_are_told_at_once_and_none_is_feigned(chosen: tuple[int, ...], packs: Path) -> None:
    for number in chosen:
        edit(packs / MANY[number][0], *MANY[number][1:3])
    told = [str(error).split("\n")[0] for error in validate_packs(["good"])]
    lost = [] if 1 not in chosen else ['key "title" is missing']
    for number in chosen:
        file, _, _, what = MANY[number]
        assert [each for each in told if each.startswith(f"{file}:") and what in each], (file, told)
    wanted = [MANY[number][3] for number in chosen] + lost
    assert [each for each in told if not any(what in each for what in wanted)] == []


def test_line_and_caret(packs: Path) -> None:
    edit(packs / "good/facts/hair.yaml", "severity: error", "severity: eror")
    (error,) = validate_packs(["good"])
    assert str(error) == (
        'good/facts/hair.yaml:15:15: "eror" is not one of error, warning, note; did you mean "error"?\n'
        "      severity: eror\n"
        "                ^"
    )


def test_one_mistake_is_raised_alone_and_several_together(packs: Path) -> None:
    edit(packs / "good/facts/hair.yaml", "severity: error", "severity: eror")
    with pytest.raises(UserError, match="eror") as one:
        load_knowledge(["good"], use_cache=False)
    assert not isinstance(one.value, UserErrors)
    edit(packs / "base/entities/things.yaml", "{name: agency, is", "{name: agency, iz")
    with pytest.raises(UserErrors) as several:
        load_knowledge(["good"], use_cache=False)
    assert [error.place for error in several.value.errors] == [
        "good/facts/hair.yaml:15:15",
        "base/entities/things.yaml:6:26",
    ]


def test_pack_that_is_loaded_but_not_required(packs: Path) -> None:
    edit(packs / "good/pack.yaml", "requires: [base]", "requires: []")
    first = validate_packs(["base", "good"])[0]
    assert str(first).split("\n")[0] == (
        'good/entities/hair.yaml:2:37: entity "disease" is of pack "base", which "good" does not require; '
        'add "base" to requires in pack.yaml'
    )


def test_packs_that_require_each_other(packs: Path) -> None:
    edit(packs / "base/pack.yaml", "title:", "requires: [good]\ntitle:")
    told = [str(error).split("\n")[0] for error in validate_packs(["good"])]
    assert told[0] == 'base/pack.yaml:3:12: pack "good" requires this one in turn; take it out of requires'


def test_two_packs_of_one_name(packs: Path) -> None:
    shutil.copytree(packs / "base", packs / "other" / "base")
    told = [str(error).split("\n")[0] for error in validate_packs(["base", "other/base"])]
    assert told[0] == 'other/base/pack.yaml:1:5: pack "base" is loaded twice; also from base'


@pytest.mark.parametrize(
    ("pack", "what"),
    [
        ("hair-los", 'hair-los: there is no pack "hair-los"; did you mean "hair-loss"?'),
        ("nowhere/hair-los", 'nowhere/hair-los: there is no such folder; did you mean "hair-loss"?'),
        ("good/facts", "good/facts: this folder is no pack: it has no pack.yaml; see docs/rule-authors.md"),
        ("good/pack.yaml", 'good/pack.yaml: a pack is given by its folder; write "good"'),
        ("", 'there is no pack ""'),
        ("..", "..: this folder is no pack"),
    ],
)
def test_pack_that_is_not_there(pack: str, what: str, packs: Path) -> None:
    with pytest.raises(UserError) as error:
        find_pack(pack)
    assert what in str(error.value)


def test_all_mistakes_of_a_missing_pack_and_a_broken_one(packs: Path) -> None:
    edit(packs / "good/facts/hair.yaml", "severity: error", "severity: eror")
    assert len(validate_packs(["nowhere", "good"])) == 2


def test_file_that_is_not_utf8(packs: Path) -> None:
    (packs / "good/facts/latin.yaml").write_bytes("facts: []  # naïve\n".encode("latin-1"))
    told = [str(error) for error in validate_packs(["good"])]
    assert told == ["good/facts/latin.yaml: the file is not UTF-8 (byte 15); save it as UTF-8"]


def test_large_file(packs: Path) -> None:
    (packs / "good/facts/large.yaml").write_bytes(b"#" * 4_000_001)
    told = [str(error) for error in validate_packs(["good"])]
    assert told == ["good/facts/large.yaml: the file is larger than 4 MB; split it"]


def test_many_mistakes_are_bounded(packs: Path) -> None:
    facts = "facts:\n" + "  - {id: 1}\n" * 5_000
    (packs / "good/facts/many.yaml").write_text(facts, encoding="utf-8")
    assert 100 <= len(validate_packs(["good"])) < 120


def test_hidden_files_and_other_folders_are_left_alone(packs: Path) -> None:
    for name in (".github/workflows/ci.yml", "docs/notes.yml", "good/README.md", "good/.hidden.yaml"):
        path = packs / "good" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("[", encoding="utf-8")
    (packs / "good/words.txt").write_text("one\n", encoding="utf-8")
    assert validate_packs(["good"]) == []


@pytest.mark.parametrize("seed", range(60))
def test_damaged_packs_are_mistakes_and_not_bugs(seed: int, packs: Path) -> None:
    chance = random.Random(seed)
    paths = sorted(path for path in packs.rglob("*.yaml"))
    for path in chance.sample(paths, 3):
        text = path.read_text(encoding="utf-8")
        place = chance.randrange(len(text))
        sign = chance.choice(SIGNS)
        path.write_text(text[:place] + sign + text[place + chance.randrange(4) :], encoding="utf-8")
    assert all(str(error) for error in validate_packs(["good"]))
