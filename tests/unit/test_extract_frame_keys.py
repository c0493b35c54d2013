"""What is not tried could not have matched: with and without the gate before the frames, the same is read."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import pytest

from factcheck.extract.claims import Extractor
from factcheck.extract.frame_keys import NEVER, FrameKeys, frame_keys
from factcheck.knowledge import built_in_packs, load_knowledge
from factcheck.readers import read

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.extract.frame_keys import Keyed


@pytest.fixture
def without_gate(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every frame is tried, and every slot is asked for each frame."""
    monkeypatch.setattr(FrameKeys, "missing", lambda self, named, words: 0)
    keyed = FrameKeys.of

    def of(self: FrameKeys, verb: str, reads: Sequence[str], missing: int) -> list[Keyed]:
        never = [(frame, particles, (NEVER,) * len(bare)) for frame, particles, bare, _ in keyed(self, verb, reads)]
        return [(frame, particles, slots, slots) for frame, particles, slots in never]

    monkeypatch.setattr(FrameKeys, "of", of)


@lru_cache(maxsize=1)
def extractor() -> Extractor:
    return Extractor(load_knowledge([*built_in_packs()]))


def readings(texts: list[str]) -> list[str]:
    return [repr(extractor().read(read("x.md", text.encode()))) for text in texts]


@pytest.mark.parametrize("share", [24, pytest.param(1, marks=[pytest.mark.slow, pytest.mark.timeout(600)])])
def test_the_gate_loses_nothing(share: int, request: pytest.FixtureRequest) -> None:
    kb = extractor().kb
    examples = [each for fact in kb.facts.values() for each in fact.examples[:3]]
    examples += [each for closed in kb.sets.values() for each in closed.examples[:3]]
    texts = list(dict.fromkeys(each.text for each in examples))[::share]
    texts += [" ".join(texts[at : at + 4]) for at in range(0, len(texts), 4)]
    assert len(texts) > 50
    known = readings(texts)
    request.getfixturevalue("without_gate")
    assert readings(texts) == known


def test_the_gate_lets_little_through() -> None:
    """Of a verb with many frames only those are tried for which something is named."""
    keys = frame_keys(extractor().kb)
    frames = keys.of("be", ("relation", "unary"))
    missing = keys.missing(["alopecia-areata"], ["is", "be", "a", "disease"])
    assert len(keys.of("be", ("relation", "unary"), missing)) < len(frames) / 2
