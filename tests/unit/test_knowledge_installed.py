"""Packs of installed distributions are found by their entry points, and nothing of theirs is run."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from factcheck.errors import UserError
from factcheck.knowledge import find_pack, load_knowledge, validate_packs
from factcheck.knowledge.installed import GROUP, installed_name, installed_packs

if TYPE_CHECKING:
    from tests.conftest import Command

PACK = "id: {}\nversion: 1.2.0\ntitle: Brought by a distribution\n"
ENTITIES = "entities:\n  thing: {name: thing}\n  migraine: {name: migraine, is: [thing]}\n"
EXPLODES = "raise SystemExit('code of a pack was run')\n"


def distribution(site: Path, name: str, entries: dict[str, str], files: dict[str, str], *, listed: bool = True) -> None:
    """A distribution as an installer would leave it: its files, its metadata and the list of both."""
    info = f"{name.replace('-', '_')}-0.3.0.dist-info"
    told = "".join(f"{key} = {value}\n" for key, value in entries.items())
    metadata = {
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: 0.3.0\n",
        f"{info}/entry_points.txt": f"[{GROUP}]\n{told}",
    }
    record = "".join(f"{path},,\n" for path in (*files, *metadata)) if listed else f"{info}/METADATA,,\n"
    for path, text in {**files, **metadata, f"{info}/RECORD": record}.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text(text, encoding="utf-8")


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder on the path, where distributions can be put."""
    folder = tmp_path / "site-packages"
    folder.mkdir()
    monkeypatch.syspath_prepend(str(folder))
    return folder


def headache(site: Path, *, name: str = "headache-rules") -> None:
    files = {
        "headache_rules/__init__.py": EXPLODES,
        "headache_rules/pack.yaml": PACK.format("headache"),
        "headache_rules/entities.yaml": ENTITIES,
    }
    distribution(site, name, {"headache": "headache_rules"}, files)


def test_a_pack_is_found_by_the_name_of_its_entry_point(site: Path) -> None:
    headache(site)
    folder = site / "headache_rules"
    assert find_pack("headache") == folder
    assert installed_name(folder) == "headache"
    assert validate_packs(["headache"]) == []
    base = load_knowledge(["headache"], use_cache=False)
    assert [(pack.id, pack.version) for pack in base.packs] == [("headache", "1.2.0")]
    assert base.pack_folder("headache") == folder
    assert "headache_rules" not in sys.modules


def test_a_pack_may_stand_in_a_folder_of_its_name(site: Path) -> None:
    files = {
        "rules_of_us/packs/__init__.py": EXPLODES,
        "rules_of_us/packs/our-rules/pack.yaml": PACK.format("our-rules"),
        "rules_of_us/packs/our-rules/entities.yaml": ENTITIES,
    }
    distribution(site, "rules-of-us", {"our-rules": "rules_of_us.packs:anything"}, files)
    assert find_pack("our-rules") == site / "rules_of_us" / "packs" / "our-rules"
    assert validate_packs(["our-rules"]) == []
    assert not {"rules_of_us", "rules_of_us.packs"} & set(sys.modules)


def test_a_pack_of_an_editable_install_is_found(site: Path, tmp_path: Path) -> None:
    source = tmp_path / "project" / "src" / "headache_rules"
    source.mkdir(parents=True)
    (source / "pack.yaml").write_text(PACK.format("headache"), encoding="utf-8")
    distribution(site, "headache-rules", {"headache": "headache_rules"}, {}, listed=False)
    info = site / "headache_rules-0.3.0.dist-info"
    url = (tmp_path / "project").as_uri()
    (info / "direct_url.json").write_text(f'{{"url": "{url}", "dir_info": {{"editable": true}}}}', encoding="utf-8")
    assert find_pack("headache") == source


def test_another_pack_may_require_an_installed_one(site: Path, tmp_path: Path) -> None:
    headache(site)
    own = tmp_path / "own"
    own.mkdir()
    (own / "pack.yaml").write_text(PACK.format("own") + "requires: [headache]\n", encoding="utf-8")
    (own / "entities.yaml").write_text("extends:\n  migraine: {also: [megrim]}\n", encoding="utf-8")
    base = load_knowledge([str(own)], use_cache=False)
    assert [pack.id for pack in base.packs] == ["headache", "own"]
    assert "megrim" in {name.text for name in base.entities["migraine"].names}


def test_what_is_built_in_goes_before_what_is_installed(site: Path) -> None:
    distribution(site, "rival", {"hair-loss": "rival"}, {"rival/pack.yaml": PACK.format("hair-loss")})
    assert site not in find_pack("hair-loss").parents


@pytest.mark.parametrize(
    "value", ["headache_rules", "../outside", "headache_rules/../..", "/etc", "", "headache rules", "missing.module"]
)
def test_an_entry_point_that_leads_nowhere_is_told(value: str, site: Path, tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "pack.yaml").write_text(PACK.format("headache"), encoding="utf-8")
    distribution(site, "headache-rules", {"headache": value or "nothing"}, {"headache_rules/__init__.py": EXPLODES})
    with pytest.raises(UserError) as error:
        find_pack("headache")
    assert 'headache: headache-rules names a pack in "' in str(error.value)
    assert "no pack.yaml is there" in str(error.value)


def test_two_distributions_with_one_name_are_told(site: Path) -> None:
    headache(site)
    headache(site, name="other-rules")
    with pytest.raises(UserError) as error:
        find_pack("headache")
    both = "headache: headache-rules and other-rules both bring a pack of this name"
    assert str(error.value) == f"{both}; give the folder of the one that you want"


def test_a_near_miss_of_an_installed_name_is_answered(site: Path) -> None:
    headache(site)
    with pytest.raises(UserError, match='there is no pack "headace"; did you mean "headache"'):
        find_pack("headace")


def test_damaged_metadata_is_passed_over(site: Path) -> None:
    headache(site)
    broken = site / "broken-1.0.dist-info"
    broken.mkdir()
    (broken / "entry_points.txt").write_text(f"[{GROUP}]\nBad Name = x\n", encoding="utf-8")
    (site / "headache_rules-0.3.0.dist-info" / "direct_url.json").write_text("[1", encoding="utf-8")
    assert find_pack("headache") == site / "headache_rules"
    assert [each.name for each in installed_packs()] == ["headache"]


def test_an_id_that_is_neither_the_folder_nor_the_entry_point_is_refused(site: Path) -> None:
    headache(site)
    (site / "headache_rules" / "pack.yaml").write_text(PACK.format("migraine"), encoding="utf-8")
    told = [error.what for error in validate_packs(["headache"])]
    assert told == ['id "migraine" is not the name of the folder']


def test_it_is_used_from_the_command_line(site: Path, factcheck: Command) -> None:
    headache(site)
    assert factcheck("rules", "validate", "headache", "--files-only").out == "headache: no mistakes\n"
    assert factcheck("rules", "list", "--rules", "headache").out.startswith("headache 1.2.0 (headache-rules 0.3.0)\n")
    assert "headache (headache-rules 0.3.0)" in factcheck("rules", "list").out.splitlines()[-1]
