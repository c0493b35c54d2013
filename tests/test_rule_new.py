"""`rules new`: the skeleton that it writes, what it refuses, and that a filled-in one is sound."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from factcheck.knowledge import rules_folder, validate_packs
from factcheck.knowledge.blanks import BLANK
from factcheck.workshop.new_fact import _schema
from factcheck.workshop.skeleton import Wish, skeleton

if TYPE_CHECKING:
    from tests.conftest import Command, Ran

PACK = "id: own\nversion: 0.1.0\ntitle: Own\nrequires: [biomedical]\n"
ENTITIES = """entities:
  migraine: {name: migraine, is: [disease]}
  rimegepant: {name: rimegepant, is: [drug]}
"""
CITATIONS = "citations: {book: {title: Book, year: 2024}}\n"
TREATS = "Rimegepant is used to treat migraine."
GIVEN = ("--subject", "rimegepant", "--relation", "treats", "--object", "migraine", "--source", "book")


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A pack with two entities and a citation that nothing uses yet."""
    folder = tmp_path / "own"
    folder.mkdir()
    for name, text in (("pack.yaml", PACK), ("entities.yaml", ENTITIES), ("citations.yaml", CITATIONS)):
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def new(factcheck: Command, own: Path) -> Command:
    """`factcheck rules new … --pack own`, on a day in November."""

    def run(*args: str) -> Ran:
        return factcheck("rules", "new", *args, "--pack", "own", "--as-of", "2026-11-22")

    return run


def test_the_skeleton_holds_what_was_given_and_blanks_for_the_rest(new: Command, own: Path) -> None:
    ran = new("rimegepant-treats-migraine", *GIVEN, "--since", "2020-02-27")
    assert ran.status == 0, ran.err
    assert (own / "facts" / "rimegepant-treats-migraine.yaml").read_text("utf-8").splitlines() == [
        "facts:",
        "  - id: rimegepant-treats-migraine",
        "    claim: {subject: rimegepant, relation: treats, object: migraine}",
        f'    says: "___ one true sentence that an editor understands alone, such as: {TREATS}"',
        "    severity: error",
        "    since: 2020-02-27",
        "    sources: [book]",
        "    reviewed: 2026-11-22",
        "    review-by: 2027-11-22",
        "    examples:",
        "      wrong:",
        '        - "___ a sentence that is false"',
        '        - "___ another false one, in other words"',
        "      right:",
        f'        - "___ a sentence that is true, such as: {TREATS}"',
        "      silent:",
        '        - "___ a sentence with the same words that says no such thing: a denial"',
        '        - "___ another: a question"',
    ]
    file = "own/facts/rimegepant-treats-migraine.yaml"
    told = ran.out.splitlines()
    assert told[0] == f"{file}: written; fill in what is blank:"
    assert told[2] == f'{file}:12:11: "wrong" is still blank; write a sentence that is false'
    assert len(told) == 7


def test_validate_asks_for_the_blanks_and_for_nothing_else(new: Command, factcheck: Command) -> None:
    told = new("a-fact").out.splitlines()[1:]
    assert len(told) == 10
    assert told[:3] == [
        'own/facts/a-fact.yaml:3:22: "subject" is still blank; write the id of an entity',
        'own/facts/a-fact.yaml:3:37: "relation" is still blank; write the id of a relation',
        'own/facts/a-fact.yaml:3:50: "object" is still blank; write the id of an entity',
    ]
    ran = factcheck("rules", "validate", "own")
    assert ran.status == 2
    assert [line for line in ran.err.splitlines() if line.startswith("own/")] == told


@pytest.mark.parametrize(
    ("more", "line"),
    [
        ((), "claim: {subject: ___, relation: ___, object: ___}"),
        (
            ("--relation", "daily-dose"),
            'claim: {subject: ___, relation: daily-dose, value: {one-of: [___], unit: "mg"}}',
        ),
        (("--relation", "stands-for"), "claim: {subject: ___, relation: stands-for, text: [___]}"),
        ((*GIVEN, "--denied"), "claim: {subject: rimegepant, relation: treats, object: migraine, polarity: no}"),
        (
            ("--relation", "approved-for", "--by", "fda", "--for", "adult"),
            "claim: {subject: ___, relation: approved-for, object: ___, by: fda, for: adult}",
        ),
        (("--object", "drug", "--object", "brand"), "claim: {subject: ___, relation: ___, object: [drug, brand]}"),
    ],
)
def test_the_claim_has_the_keys_of_its_relation(more: tuple[str, ...], line: str, new: Command, own: Path) -> None:
    ran = new("a-fact", *more)
    assert ran.status == 0, ran.err
    assert f"    {line}\n" in (own / "facts" / "a-fact.yaml").read_text("utf-8")
    assert [each for each in ran.out.splitlines()[1:] if "is still blank; write " not in each] == []


def test_the_sentence_of_a_fact_that_denies_is_a_wrong_example() -> None:
    text = skeleton(Wish("x", "a", "b", ("c",), denied=True), None, 'A does "B".', date(2028, 2, 29))
    assert '- "___ a sentence that is false, such as: A does \\"B\\"."\n' in text
    assert 'says: "___ one true sentence that an editor understands alone"\n' in text


def test_a_review_is_due_after_a_year() -> None:
    text = skeleton(Wish("x", since=date(2020, 1, 1)), None, "", date(2028, 2, 29))
    assert "review-by: 2029-03-01\n" in text


def test_a_long_claim_stands_on_several_lines() -> None:
    wish = Wish("x", "a" * 40, "b" * 40, ("c" * 40,))
    lines = skeleton(wish, None, "", date(2026, 1, 1)).splitlines()
    assert lines[2:6] == [
        "    claim:",
        f"      subject: {'a' * 40}",
        f"      relation: {'b' * 40}",
        f"      object: {'c' * 40}",
    ]


def test_only_a_fact_of_a_built_in_pack_names_its_schema(tmp_path: Path) -> None:
    built_in = rules_folder() / "hair-loss" / "facts" / "x.yaml"
    assert _schema(built_in) == "../../../schema/facts.schema.json"
    assert _schema(tmp_path / "facts" / "x.yaml") == ""


def test_a_filled_in_skeleton_is_sound(new: Command, own: Path) -> None:
    new("rimegepant-treats-migraine", *GIVEN)
    file = own / "facts" / "rimegepant-treats-migraine.yaml"
    sentences = iter(
        [
            "Rimegepant treats migraine.",
            "Rimegepant does not treat migraine.",
            "Migraine is not treated with rimegepant.",
            "Migraine is treated with rimegepant.",
            "Does rimegepant not treat migraine?",
            "If rimegepant did not treat migraine, nobody would take it.",
        ]
    )
    text = re.sub(f'"{BLANK}[^"]*"', lambda _: f'"{next(sentences)}"', file.read_text("utf-8"))
    file.write_text(text, encoding="utf-8")
    assert [str(each) for each in validate_packs([str(own)])] == []


def test_nothing_is_overwritten_and_no_id_is_given_twice(new: Command, own: Path) -> None:
    new("a-fact")
    file = own / "facts" / "a-fact.yaml"
    before = file.read_text("utf-8")
    assert new("a-fact").err.splitlines()[0] == (
        'rules new: a fact, set or term is called "a-fact" already; it stands at own/facts/a-fact.yaml:2:9; '
        "choose another id"
    )
    file.write_text(before.replace("id: a-fact", "id: another"), encoding="utf-8")
    ran = new("a-fact")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == "own/facts/a-fact.yaml: this file is there already; choose another id, or write into it\n"
    assert "id: another" in file.read_text("utf-8")
    assert "aga-not-immune" in new("aga-not-immune").err


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("Bad_Id",), 'rules new: "Bad_Id" is no id; an id is lower-case words and digits joined by hyphens'),
        (("../up",), 'rules new: "../up" is no id; an id is lower-case words and digits joined by hyphens'),
        (("a", "--subject", "rimegepan"), '--subject: there is no entity "rimegepan"; did you mean "rimegepant"?'),
        (("a", "--subject", "xyzzy"), '--subject: there is no entity "xyzzy"; add it to entities/'),
        (("a", "--object", "migrane"), '--object: there is no entity "migrane"; did you mean "migraine"?'),
        (("a", "--by", "fdaa"), '--by: there is no entity "fdaa"; did you mean "fda"?'),
        (("a", "--relation", "treat"), '--relation: there is no relation "treat"; did you mean "treats"?'),
        (("a", "--source", "bok"), '--source: there is no citation "bok"; did you mean "book"?'),
        (
            ("a", "--relation", "brand-of", "--subject", "migraine"),
            '--subject: "migraine" is no "brand", as the subject of "brand-of" must be; '
            "give it that class, or choose another relation",
        ),
        (("a", "--since", "2020"), '--since: takes a date such as 2026-11-22, not "2020"'),
        (("a", "--severity", "eror"), 'did you mean "error"?'),
    ],
)
def test_what_does_not_fit_is_told_and_nothing_is_written(
    args: tuple[str, ...], told: str, new: Command, own: Path
) -> None:
    ran = new(*args)
    assert ran.status == 2
    assert told in ran.err
    assert not (own / "facts").exists()


def test_mistakes_that_may_be_the_reason_are_told_too(new: Command, own: Path) -> None:
    (own / "entities.yaml").write_text(ENTITIES + "  aura: {nam: aura}\n", encoding="utf-8")
    told = new("a", "--subject", "aura").err
    assert '--subject: there is no entity "aura"; ' in told
    assert 'own/entities.yaml:4:10: unknown key "nam"; did you mean "name"?' in told


def test_the_pack_must_be_there(factcheck: Command) -> None:
    assert "there is no such folder" in factcheck("rules", "new", "a", "--pack", "./gone").err
    assert "--pack" in factcheck("rules", "new", "a").err
