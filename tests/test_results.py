"""Results that are kept: an unchanged document is not understood again, and no change goes unseen."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from factcheck import collect
from factcheck.__main__ import main
from factcheck.checks import Moment
from factcheck.examine import examined_bytes
from factcheck.results import basis
from tests.kept_results import APPROVED, DATED, DAY, NAME, OTHER, PACKS, TEXTS, Kept
from tests.scratch_project import RIGHT, WRONG


def test_what_did_not_change_is_not_understood_again_and_no_pack_is_loaded(kept: Kept) -> None:
    assert set(kept.agrees()) == set(TEXTS)
    kept.fresh(packs=True)
    ran = kept()
    assert (ran.status, kept.read, kept.loaded) == (1, [], 0)
    assert '"FC201"' in ran.out
    assert '"FC401"' in ran.out


@pytest.mark.parametrize(
    "options",
    [
        ("--select", "FC2"),
        ("--ignore", "FC201"),
        ("--select", "FC902"),
        ("--alone",),
        ("--fail-on", "never"),
        ("--format", "concise", "-o", "out.txt"),
        ("--jobs", "2"),
        ("--min-coverage", "90"),
    ],
    ids=" ".join,
)
def test_what_only_chooses_reads_nothing_anew(kept: Kept, options: tuple[str, ...]) -> None:
    kept()
    assert kept.agrees(*options) == []


def test_a_selection_that_compares_nothing_is_not_taken_for_one_that_does(kept: Kept) -> None:
    assert set(kept.agrees("--select", "FC2")) == set(TEXTS)
    assert kept.agrees("--select", "FC2", "--ignore", "FC202") == []
    assert set(kept.agrees()) == set(TEXTS)
    assert kept.agrees("--select", "FC2") == []


def test_facts_and_severities_of_the_settings_choose_only(kept: Kept) -> None:
    kept()
    (kept.root / ".factcheck.yaml").write_text(
        "severity: {FC201: note, FC901: note}\nignore: [aga-not-immune]\nper-file-ignores: {a.md: [FC201]}\n",
        encoding="utf-8",
    )
    assert kept.agrees() == []


CHANGES: dict[str, tuple[Callable[[Path], object], list[str]]] = {
    "content": (lambda docs: (docs / "a.md").write_text(RIGHT + WRONG, encoding="utf-8"), ["a.md"]),
    "the content of another": (lambda docs: (docs / "a.md").write_text(RIGHT, encoding="utf-8"), []),
    "same length": (lambda docs: (docs / "c.md").write_text(OTHER.replace("not", "now"), encoding="utf-8"), ["c.md"]),
    "line ends": (lambda docs: (docs / "b.md").write_bytes(RIGHT.encode().replace(b"\n", b"\r\n")), ["b.md"]),
    "a mark": (lambda docs: (docs / "b.md").write_bytes(b"\xef\xbb\xbf" + RIGHT.encode()), ["b.md"]),
    "encoding": (lambda docs: (docs / "a.md").write_bytes(WRONG.encode("utf-16")), ["a.md"]),
    "touched": (lambda docs: os.utime(docs / "a.md", (1, 1)), []),
    "gone": (lambda docs: (docs / "a.md").unlink(), []),
    "another name": (lambda docs: (docs / "a.md").rename(docs / "z.md"), []),
    "another suffix": (lambda docs: (docs / "a.md").rename(docs / "a.txt"), ["a.txt"]),
    "a copy": (lambda docs: shutil.copy(docs / "c.md", docs / "copy.md"), []),
    "a new one": (lambda docs: (docs / "new.md").write_text(NAME, encoding="utf-8"), ["new.md"]),
    "a sidecar": (lambda docs: (docs / "a.md.factcheck").write_text("FC201 -- known\n"), ["a.md"]),
    "broken": (lambda docs: (docs / "a.md").write_bytes(b"\xff"), ["a.md"]),
    "settings that choose": (lambda docs: (docs / ".factcheck.yaml").write_text("ignore: [FC2]\n"), []),
    "settings of dates": (lambda docs: (docs / ".factcheck.yaml").write_text("dates: [reviewed]\n"), sorted(TEXTS)),
    "settings of formats": (lambda docs: (docs / ".factcheck.yaml").write_text("formats: {a.md: text}\n"), ["a.md"]),
    "settings of a day": (lambda docs: (docs / ".factcheck.yaml").write_text("as-of: 2015-01-01\n"), []),
    "fields": (lambda docs: (docs / ".factcheck.yaml").write_text("text-field: text\n"), [*sorted(TEXTS), "rows.csv"]),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_is_seen_and_concerns_what_it_must(kept: Kept, name: str) -> None:
    change, anew = CHANGES[name]
    kept()
    change(kept.docs)
    assert sorted(kept.agrees()) == anew
    assert kept.agrees() == (["a.md"] if name == "broken" else [])


def test_a_sidecar_that_changes_or_goes_is_seen(kept: Kept) -> None:
    aside = kept.docs / "a.md.factcheck"
    aside.write_text("FC201 -- known\n", encoding="utf-8")
    kept()
    aside.write_text("FC201 -- well known\n", encoding="utf-8")
    assert kept.agrees() == ["a.md"]
    aside.unlink()
    assert kept.agrees() == ["a.md"]
    assert kept.agrees() == []


def test_a_copy_with_a_sidecar_names_its_own(kept: Kept) -> None:
    (kept.docs / "a.md.factcheck").write_text("FC999 -- no such\n", encoding="utf-8")
    kept()
    for name in ("a.md", "a.md.factcheck"):
        shutil.copy(kept.docs / name, kept.docs / name.replace("a.md", "copy.md"))
    assert kept.agrees() == ["copy.md"]
    assert "docs/copy.md.factcheck:1" in kept().out


def test_every_day_has_its_own_judgement(kept: Kept) -> None:
    for text in (APPROVED, DATED, "Baricitinib is expected to be approved for severe alopecia areata in adults.\n"):
        (kept.docs / "day.md").write_text(text, encoding="utf-8")
        outputs = set()
        for day in ("2010-01-01", "2022-06-12", "2022-06-13", "2022-06-14", DAY, "2040-01-01", "2010-01-01"):
            kept.agrees(day=day)
            outputs.add(kept(day=day).out.replace(day, ""))
        assert len(outputs) > 1


def test_the_next_day_reads_nothing_anew_where_no_fact_turns(kept: Kept) -> None:
    kept()
    assert kept.agrees(day="2026-11-23") == []


def test_an_expired_suppression_is_seen_without_reading_anew(kept: Kept) -> None:
    kept()
    ran = kept(day="2027-01-01")
    assert "d.md" not in kept.read
    assert '"FC903"' in ran.out
    assert '"FC903"' not in kept(day="2026-12-31").out


@pytest.mark.parametrize("first", [date(2020, 1, 1), date(2022, 6, 13), date(2030, 6, 1)])
def test_a_moment_knows_on_which_days_its_answers_are_the_same(first: date) -> None:
    days = [date(2019, 1, 1), date(2022, 6, 13), date(2022, 6, 14), date(2026, 1, 1), date.max, date.min]

    def answers(moment: Moment) -> list[bool]:
        return [ask(day) for day in days for ask in (moment.reached, moment.over)]

    moment = Moment(first)
    told = answers(moment)
    assert told == [ask for day in days for ask in (day <= first, day < first)]
    assert moment.since <= first < moment.until
    for day in (first + timedelta(days=number) for number in range(-900, 2500)):
        if moment.since <= day < moment.until:
            assert answers(Moment(day)) == told
    for edge in (moment.since - timedelta(days=1), moment.until):
        assert answers(Moment(edge)) != told or edge == date.max


@pytest.fixture
def pack(kept: Kept) -> Path:
    for name in ("base", "good"):
        shutil.copytree(PACKS / name, kept.root / name)
    return kept.root / "good"


@pytest.mark.parametrize("name", ["good/facts/hair.yaml", "base/cues.yaml"])
def test_a_changed_pack_is_seen_by_those_that_use_it(kept: Kept, pack: Path, name: str) -> None:
    rules = ("--rules", str(pack))
    kept()
    assert set(kept.agrees(*rules)) == set(TEXTS)
    assert kept.agrees(*rules) == []
    path = kept.root / name
    old, new = {"hair": ("Baricitinib is a kinase", "Baricitinib was a kinase"), "cues": ("may", "maybe")}[path.stem]
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert set(kept.agrees(*rules)) == set(TEXTS)
    assert kept.agrees() == []
    path.write_text(text, encoding="utf-8")
    assert kept.agrees(*rules) == []


def test_a_pack_that_is_broken_is_told_whatever_is_kept(kept: Kept, pack: Path) -> None:
    kept("--rules", str(pack))
    (pack / "facts" / "hair.yaml").write_text("facts: [", encoding="utf-8")
    assert kept("--rules", str(pack)).status == 2
    empty = kept.root / "empty"
    empty.mkdir()
    kept.fresh(packs=True)
    assert main(["empty", "--rules", str(pack)]) == 2


def test_a_pack_that_changes_during_the_run_keeps_nothing(
    kept: Kept, pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = pack / "facts" / "hair.yaml"
    kept("--rules", str(pack))
    (kept.docs / "a.md").write_text(RIGHT * 2, encoding="utf-8")

    def meddling(*args, **options):  # type: ignore[no-untyped-def]
        path.write_text(path.read_text(encoding="utf-8") + "# more\n", encoding="utf-8")
        return examined_bytes(*args, **options)

    with monkeypatch.context() as patch:
        patch.setattr(collect, "examined_bytes", meddling)
        before = [file.read_bytes() for file in kept.files]
        kept("--rules", str(pack))
    assert [file.read_bytes() for file in kept.files] == before


@pytest.mark.parametrize("what", ["__version__", "_modules", "_built_on"])
def test_another_factcheck_reads_anew(kept: Kept, monkeypatch: pytest.MonkeyPatch, what: str) -> None:
    kept()
    monkeypatch.setattr(basis, what, "9.9.9" if what == "__version__" else lambda *_: ["another 1 2"])
    assert set(kept.agrees()) == set(TEXTS)
    assert kept.agrees() == []


def test_the_state_of_the_program_is_that_of_all_its_modules() -> None:
    told = basis._program()
    for name in ("run.py", "extract/claims.py", "checks/decision.py", "readers/from_html.py", "results/codec.py"):
        assert f"\n/{name} " in told.replace(os.sep, "/")
    for name in ("ahocorasick_rs", "pyromark", "pint", "pyyaml"):
        assert f"\n{name}-" in told.lower()


def test_no_cache_neither_reads_nor_writes(kept: Kept) -> None:
    kept("--no-cache")
    assert not kept.cache.exists()
    kept()
    before = {path: path.read_bytes() for path in kept.cache.iterdir()}
    (kept.docs / "a.md").write_text(RIGHT, encoding="utf-8")
    kept("--no-cache")
    assert set(kept.read) == set(TEXTS)
    assert {path: path.read_bytes() for path in kept.cache.iterdir()} == before
