"""Which records packs hold, and the rows of their frames, as `compiled` packs them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from factcheck.knowledge.packed import RecordRow, Row
from factcheck.model.knowledge import Filler, Frame
from factcheck.model.plain_form import fields_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.knowledge.packed import PlainRow

BY_ID = ("entities", "relations", "facts", "sets", "terms", "citations")
"""Fields of a pack that hold records with an id."""
ROWS = (*BY_ID, "disjoint", "frames")
"""Fields of a pack that hold records."""

Slot = tuple[tuple[str, ...], Filler]
Key = tuple[str, str]
_WORDS, _SLOTS = map(fields_of(Frame).index, ("words", "slots"))


class FrameRow(Row[Frame]):
    """Frames, which share their words and slots: more than half of them stand in several."""

    def __init__(self, plain: PlainRow, words: PlainRow, slots: PlainRow) -> None:
        """Take frames with numbers in the place of their words and slots, the words, and the slots."""
        super().__init__(plain)
        self._words = Row[tuple[str, ...]](words)
        self._slots = RecordRow[Slot](slots)

    def _unpacked(self, plain: Any) -> Frame:
        values = list(plain)
        values[_WORDS] = self._words[values[_WORDS]]
        values[_SLOTS] = tuple([self._slots[number] for number in values[_SLOTS]])
        return Frame(*values)


class FramesByWord(Mapping[Key, tuple[Frame, ...]]):
    """(kind, word) -> frames, in their order."""

    def __init__(self, numbers: Mapping[Key, tuple[int, ...]], frames: Sequence[Frame]) -> None:
        """Take the numbers of the frames of each."""
        self._numbers, self._frames = numbers, frames
        self._found: dict[Key, tuple[Frame, ...]] = {}

    def __getitem__(self, key: Key) -> tuple[Frame, ...]:
        """The frames of a word. Raises KeyError if there are none."""
        found = self._found.get(key)
        if found is None:
            found = self._found[key] = tuple([self._frames[number] for number in self._numbers[key]])
        return found

    def numbers(self, key: Key) -> tuple[int, ...]:
        """The places of the frames of a word in their row; none if there are none."""
        return self._numbers.get(key, ())

    def __contains__(self, key: object) -> bool:
        """Whether a word has frames."""
        return key in self._numbers

    def __iter__(self) -> Iterator[Key]:
        """The words, with their kinds."""
        return iter(self._numbers)

    def __len__(self) -> int:
        """How many words have frames."""
        return len(self._numbers)
