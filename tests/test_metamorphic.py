"""Wrong sentences in frames: most fall silent where nobody says them, and stay flagged where their author does.

`make test-slow` measures every sentence in every frame; the quick test takes each sixth, other ones for each frame.
"""

from __future__ import annotations

from collections import Counter

import pytest

from tests.metamorphic import Laboratory, Outcome, share, table, wrappings
from tests.reading import knowledge, rows

SILENT, FLAGGED = 97.0, 90.0


def measured(every: int) -> list[Outcome]:
    found = list(Laboratory(knowledge()).outcomes(every))
    print(f"\n{table(found)}")  # noqa: T201  # the figures that the notes quote
    return found


def assert_reached(outcomes: list[Outcome]) -> None:
    """Overall, and for the frames that were held out."""
    for apart in (False, True):
        group = [each for each in outcomes if each.wrapping.held_out or not apart]
        assert share([each for each in group if each.wrapping.silencing]) >= SILENT
        assert share([each for each in group if not each.wrapping.silencing]) >= FLAGGED


def test_the_frames_are_many_and_a_third_is_held_out() -> None:
    frames = wrappings()
    assert len({each.name for each in frames}) == len(frames)
    count = Counter((each.silencing, each.held_out) for each in frames)
    for silencing, least in ((True, 17), (False, 15)):
        apart, seen = count[silencing, True], count[silencing, False]
        assert apart + seen >= least
        assert 0.3 <= apart / (apart + seen) <= 0.4


def test_a_frame_keeps_names_as_they_are() -> None:
    laboratory = Laboratory(knowledge())
    texts = ("Cytokines fall", "JAK inhibitors fall", "Olumiant's dose is low", "The FDA said")
    small = ["cytokines fall", "JAK inhibitors fall", "Olumiant's dose is low", "the FDA said"]
    assert [laboratory.small(text) for text in texts] == small


@pytest.mark.parametrize(("what", "every"), rows([("a sample of the sentences", 6)]))
def test_a_sample_of_the_sentences_in_all_frames(what: str, every: int) -> None:
    assert_reached(measured(every))


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize(("what", "every"), rows([("all sentences", 1)]))
def test_every_sentence_in_every_frame(what: str, every: int) -> None:
    assert_reached(measured(every))
