"""Compiled knowledge: the same as uncompiled, remade when a file changes, ignored when damaged."""

from __future__ import annotations

import inspect
import multiprocessing
import pickle
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from factcheck.knowledge import KnowledgeBase, kept, load_knowledge
from factcheck.knowledge.codec import decode, encode
from factcheck.model.knowledge import Name, Value

PACKS = Path(__file__).parent.parent / "cases" / "packs"


@pytest.fixture
def good(tmp_path: Path) -> Path:
    """A copy of the sound pack, beside the one that it requires."""
    for name in ("base", "good"):
        shutil.copytree(PACKS / name, tmp_path / name)
    return tmp_path / "good"


def content(base: KnowledgeBase) -> dict[str, Any]:
    """Everything that a base can be asked for without a name, and the answers that rest on its hierarchy."""
    told = {
        name: getattr(base, name)
        for name in dir(base)
        if not name.startswith("_") and not inspect.ismethod(getattr(base, name))
    }
    ancestors = {name: base.ancestors(name) for name in base.entities}
    statements = {name: base.statements(name) for name in base.relations}
    return told | {"ancestors": ancestors, "statements": statements}


def test_round_trip(good: Path, tmp_path: Path) -> None:
    plain = load_knowledge([str(good)], use_cache=False)
    cold = load_knowledge([str(good)], cache_folder=tmp_path / "cache")
    warm = load_knowledge([str(good)], cache_folder=tmp_path / "cache")
    assert content(plain) == content(cold) == content(warm)
    assert len(list((tmp_path / "cache").iterdir())) == 1


def test_warm_loading_imports_neither_yaml_nor_jsonschema(good: Path, tmp_path: Path) -> None:
    load_knowledge([str(good)], cache_folder=tmp_path / "cache")
    code = (
        "import sys, pathlib; from factcheck.knowledge import load_knowledge\n"
        "base = load_knowledge([sys.argv[1]], cache_folder=pathlib.Path(sys.argv[2]))\n"
        "assert base.entities\n"
        "sys.exit(' '.join(sorted({'yaml', 'jsonschema', 'platformdirs'} & set(sys.modules))) or 0)"
    )
    arguments = [sys.executable, "-c", code, str(good), str(tmp_path / "cache")]
    found = subprocess.run(arguments, cwd=PACKS.parents[2], capture_output=True, text=True, check=False)
    assert (found.returncode, found.stderr) == (0, "")


@pytest.mark.parametrize("name", ["good/facts/hair.yaml", "base/cues.yaml", "good/guards.txt"])
def test_a_change_is_seen(name: str, good: Path, tmp_path: Path) -> None:
    first = load_knowledge([str(good)], cache_folder=tmp_path / "cache")
    path = good.parent / name
    old = {"hair": "Baricitinib is a kinase", "cues": "may", "guards": "baricity"}[path.stem]
    path.write_text(path.read_text(encoding="utf-8").replace(old, "maybe", 1), encoding="utf-8")
    again = load_knowledge([str(good)], cache_folder=tmp_path / "cache")
    assert content(first) != content(again)
    assert content(again) == content(load_knowledge([str(good)], use_cache=False))


def test_a_new_file_is_seen(good: Path, tmp_path: Path) -> None:
    load_knowledge([str(good)], cache_folder=tmp_path / "cache")
    (good / "entities" / "more.yaml").write_text("entities: {scalp: {name: scalp}}\n", encoding="utf-8")
    assert "scalp" in load_knowledge([str(good)], cache_folder=tmp_path / "cache").entities


def test_words_of_the_dictionary_do_not_count(good: Path, tmp_path: Path) -> None:
    load_knowledge([str(good)], cache_folder=tmp_path / "cache")
    (entry,) = (tmp_path / "cache").iterdir()
    before = entry.stat().st_mtime_ns
    (good / "words.txt").write_text("word\n", encoding="utf-8")
    load_knowledge([str(good)], cache_folder=tmp_path / "cache")
    assert entry.stat().st_mtime_ns == before


@pytest.mark.parametrize("damage", ["empty", "short", "flipped", "head", "garbage", "other content"])
def test_damaged_entry_is_ignored(damage: str, good: Path, tmp_path: Path) -> None:
    sound = load_knowledge([str(good)], cache_folder=tmp_path / "cache")
    (entry,) = (tmp_path / "cache").iterdir()
    kept = entry.read_bytes()
    flipped = bytearray(kept)
    flipped[-10] ^= 255
    written = {
        "empty": b"",
        "short": kept[: len(kept) // 2],
        "flipped": bytes(flipped),
        "head": b"x" + kept[1:],
        "garbage": bytes(range(256)) * 20,
        "other content": _entry_of(("not", "an", "entry")),
    }
    entry.write_bytes(written[damage])
    assert content(load_knowledge([str(good)], cache_folder=tmp_path / "cache")) == content(sound)
    assert entry.read_bytes() == kept


def test_cache_folder_that_cannot_be_written(good: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert load_knowledge([str(good)], cache_folder=tmp_path / "file" / "below").entities


def test_default_folder_is_the_users(good: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("platformdirs.user_cache_dir", lambda *_, **__: str(tmp_path / "home"))
    load_knowledge([str(good)])
    assert [path.suffix for path in (tmp_path / "home").iterdir()] == [".bin"]


def test_several_processes(good: Path, tmp_path: Path) -> None:
    arguments = [(str(good), str(tmp_path / "cache"))] * 6
    with multiprocessing.get_context("spawn").Pool(3) as pool:
        assert len(set(pool.starmap(_load, arguments))) == 1
    assert len(list((tmp_path / "cache").iterdir())) == 1


def test_a_base_can_be_sent_to_another_process(good: Path) -> None:
    base = load_knowledge([str(good)], use_cache=False)
    sent = pickle.loads(pickle.dumps(base))
    assert content(sent) == content(base)
    assert sent.is_a("alopecia-areata", "disease")


@pytest.mark.parametrize(
    "value",
    [
        None,
        "text",
        1.5,
        (),
        ("a", 1, None),
        (("a", ("b",)), ("c",)),
        date(2026, 11, 22),
        (date(2026, 11, 22), "x"),
        Name("AA", "alopecia-areata", "short"),
        (Value("mg", (2.0, 4.0)), (Name("a", "b"), ())),
    ],
)
def test_codec(value: Any) -> None:
    assert decode(encode(value)) == value


def test_codec_refuses_what_it_does_not_know() -> None:
    with pytest.raises(TypeError, match="set has no plain form"):
        encode({1})
    with pytest.raises(ValueError, match="-7"):
        decode([-7])


def _load(pack: str, folder: str) -> tuple[str, ...]:
    return tuple(load_knowledge([pack], cache_folder=Path(folder)).entities)


def _entry_of(value: Any) -> bytes:
    """An entry whose digest is right but whose content is not knowledge."""
    import marshal

    from factcheck.knowledge import cache

    payload = marshal.dumps(value)
    return cache._MAGIC + cache._digest(payload) + payload


def test_what_is_kept_beside_a_base_is_made_anew_for_another_base_or_code(good: Path, tmp_path: Path) -> None:
    code = tmp_path / "code"
    code.mkdir()
    for name in ("one.py", "other.py"):
        (code / name).write_text("", encoding="utf-8")
    made = []

    def value() -> tuple[str, list[int]]:
        made.append(1)
        return "value", [len(made)]

    def found() -> object:
        base = load_knowledge([str(good)], cache_folder=tmp_path / "cache")
        return kept(base, "table", str(code / "one.py"), value)

    assert [found(), found()] == [("value", [1])] * 2
    (code / "other.py").write_text("# changed", encoding="utf-8")
    assert [found(), found()] == [("value", [2])] * 2
    (good / "guards.txt").write_text("baricity\nmore\n", encoding="utf-8")
    assert [found(), found()] == [("value", [3])] * 2
    (beside,) = (tmp_path / "cache").glob("*-table.bin")
    beside.write_bytes(beside.read_bytes()[:-3])
    assert found() == ("value", [4])
    base = load_knowledge([str(good)], use_cache=False)
    assert kept(base, "table", str(code / "one.py"), value) == ("value", [5])
