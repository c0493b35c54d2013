"""Records and keys kept in few large objects, from which each is taken when it is first asked for.

A run on one document meets a few hundred of the records of its packs; to make all of them costs more than to read it.
"""

from __future__ import annotations

import marshal
from array import array
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

from factcheck.knowledge.codec import decode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

R = TypeVar("R")

PlainRow = tuple[bytes, bytes]
PlainKeys = tuple[str, bytes]
_OFFSET = "I"


class Row(Sequence[R]):
    """Plain values in a row, each unpacked when it is first asked for. Equal to a tuple of the same."""

    def __init__(self, plain: PlainRow) -> None:
        """Take what `packed_row` made."""
        self._content, starts = plain
        self._starts = _offsets(starts)
        self._found: dict[int, R] = {}

    def __len__(self) -> int:
        """How many there are."""
        return len(self._starts) - 1

    @overload
    def __getitem__(self, at: int) -> R: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[R, ...]: ...
    def __getitem__(self, at: int | slice) -> R | tuple[R, ...]:
        """The one in this place, or those in a range. Raises IndexError for a place where there is none."""
        if isinstance(at, slice):
            return tuple(self[each] for each in range(*at.indices(len(self))))
        found = self._found.get(at)
        if found is None:
            number = range(len(self))[at]
            found = self._unpacked(marshal.loads(self._content[self._starts[number] : self._starts[number + 1]]))
            self._found[number] = found
        return found

    def _unpacked(self, plain: Any) -> R:
        found: R = plain
        return found

    def __eq__(self, other: object) -> bool:
        """Whether both hold the same in the same order."""
        return tuple(self) == tuple(other) if isinstance(other, (Row, tuple)) else NotImplemented

    __hash__ = None  # type: ignore[assignment]


class RecordRow(Row[R]):
    """Records in a row, which were encoded before they were packed."""

    def _unpacked(self, plain: Any) -> R:
        found: R = decode(plain)
        return found


class Records(Mapping[str, R], Generic[R]):
    """Records by their ids, in their order."""

    def __init__(self, ids: Sequence[str], row: Row[R]) -> None:
        """Take the id of each record of a row."""
        self._row = row
        self._at = {name: number for number, name in enumerate(ids)}
        self._found: dict[str, R] = {}

    def __getitem__(self, name: str) -> R:
        """The record of an id. Raises KeyError if there is none."""
        found = self._found.get(name)
        if found is None:
            found = self._found[name] = self._row[self._at[name]]
        return found

    @overload
    def get(self, name: str, /) -> R | None: ...
    @overload
    def get(self, name: str, /, default: Any) -> Any: ...
    def get(self, name: str, /, default: Any = None) -> Any:
        """The record of an id; `default` if there is none."""
        return self[name] if name in self._at else default

    def __contains__(self, name: object) -> bool:
        """Whether there is a record of this id."""
        return name in self._at

    def __iter__(self) -> Iterator[str]:
        """The ids, in order."""
        return iter(self._at)

    def __len__(self) -> int:
        """How many ids there are."""
        return len(self._at)


class Keys(Sequence[str]):
    """Sorted keys in one text; the place of one is found by halving."""

    def __init__(self, plain: PlainKeys) -> None:
        """Take what `packed_keys` made."""
        self._text, starts = plain
        self._starts = _offsets(starts)
        self._range = range(len(self))

    def __len__(self) -> int:
        """How many there are."""
        return len(self._starts) - 1

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[str, ...]: ...
    def __getitem__(self, at: int | slice) -> str | tuple[str, ...]:
        """The key in this place, or those in a range. Raises IndexError for a place where there is none."""
        if isinstance(at, slice):
            return tuple(self[each] for each in range(*at.indices(len(self))))
        at = self._range[at]
        return self._text[self._starts[at] : self._starts[at + 1]]

    def place(self, key: str, low: int = 0) -> int:
        """The number of keys before this one; `low` is a place that is known not to be behind it."""
        text, starts = self._text, self._starts
        return bisect_left(self._range, key, low, key=lambda at: text[starts[at] : starts[at + 1]])

    def firsts(self) -> set[str]:
        """The first characters of all keys; none is empty."""
        return {self._text[start] for start in self._starts[:-1]}

    def find(self, key: str) -> int:
        """The place of a key; -1 if it is none."""
        at = self.place(key)
        return at if at < len(self) and self[at] == key else -1


def packed_row(values: Iterable[Any]) -> PlainRow:
    """Plain values as `Row` takes them, in a form that `marshal` can keep."""
    parts = [marshal.dumps(each) for each in values]
    return b"".join(parts), _starts(parts)


def packed_keys(keys: Sequence[str]) -> PlainKeys:
    """Sorted keys as `Keys` takes them, in a form that `marshal` can keep."""
    return "".join(keys), _starts(keys)


def _starts(parts: Iterable[Sequence[Any]]) -> bytes:
    """Where each part begins and the last one ends, if they stand in a row."""
    found = array(_OFFSET, [0])
    for part in parts:
        found.append(found[-1] + len(part))
    return found.tobytes()


def _offsets(starts: bytes) -> array[int]:
    found = array(_OFFSET)
    found.frombytes(starts)
    return found
