"""What a run holds of its documents until it asks for it again: of many documents, most of it lies in a file.

A document in which nothing was found may yet be quoted, if another one contradicts it. So its text and its tellings
are kept; in memory there remains where they lie.
"""

from __future__ import annotations

import marshal
import sys
import weakref
from collections.abc import Sequence
from dataclasses import dataclass, replace
from struct import Struct
from typing import TYPE_CHECKING, overload

from factcheck.model.plain_tellings import plain_tellings, tellings_of_plain
from factcheck.model.telling import Telling

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from factcheck.model.finding import DocumentReport

ROOM = 16 * 1024 * 1024
"""Characters of the texts that stay in memory; what comes after them goes into the file."""

_QUICKLY = 1
_SIZES = Struct("<QQ")
"""How a record begins: with the bytes of the text and of the tellings that follow."""


class Spool:
    """The file, which has no name: the system takes it away when the run ends, however that happens."""

    def __init__(self, room: int | None = None) -> None:
        """Hold texts of so many characters in memory before there is a file; without a number, of `ROOM`."""
        self._room = ROOM if room is None else room
        self._file: BinaryIO | None = None
        self._end = 0

    def lean(self, report: DocumentReport) -> DocumentReport:
        """The report without what nobody asks for now; the same while there is room, and if it cannot be written."""
        if report.findings or report.suppressions or report.shown:
            return report
        if not report.tellings:
            return replace(report, source="")
        self._room -= len(report.source)
        if self._room >= 0:
            return report
        import zlib  # not at start: most runs are small

        text = zlib.compress(report.source.encode("utf-8", "surrogatepass"), _QUICKLY)
        tellings = zlib.compress(marshal.dumps(plain_tellings(report.tellings)), _QUICKLY)
        try:
            begin = self._written(_SIZES.pack(len(text), len(tellings)) + text + tellings)
        except OSError:  # no room on the disk, or no folder for it: memory has to do from now on
            self._room = sys.maxsize
            return report
        held = Spooled(self, report.path, begin, len(report.tellings))
        return replace(report, source="", tellings=held)

    def read(self, begin: int, size: int) -> bytes:
        """So many bytes of what was written. Raises OSError if they cannot be read."""
        if self._file is None:
            raise OSError("nothing was written")
        self._file.seek(begin)
        return self._file.read(size)

    def _written(self, content: bytes) -> int:
        """Write all of it behind what is there; where it begins. Raises OSError, and then none of it counts."""
        if self._file is None:
            from tempfile import TemporaryFile

            self._file = TemporaryFile(prefix="factcheck-", buffering=0)  # noqa: SIM115
            weakref.finalize(self, self._file.close)
        begin, left = self._end, memoryview(content)
        self._file.seek(begin)
        while left:
            left = left[self._file.write(left) :]
        self._end += len(content)
        return begin


@dataclass(frozen=True, slots=True, eq=False)
class Spooled(Sequence[Telling]):
    """The tellings of a document that lie in a spool, read each time that they are asked for.

    `begin` is where its record begins, `number` is how many tellings there are.
    """

    spool: Spool
    path: str
    begin: int
    number: int

    def __len__(self) -> int:
        """How many there are; nothing is read for that."""
        return self.number

    @overload
    def __getitem__(self, place: int) -> Telling: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Telling, ...]: ...
    def __getitem__(self, place: int | slice) -> Telling | tuple[Telling, ...]:
        """One of them, or some."""
        return self._all()[place]

    def __iter__(self) -> Iterator[Telling]:
        """All of them, read at once."""
        return iter(self._all())

    def source(self) -> str:
        """The text of the document."""
        text, _ = self._sizes()
        return self._unpacked(_SIZES.size, text).decode("utf-8", "surrogatepass")

    def _all(self) -> tuple[Telling, ...]:
        text, told = self._sizes()
        return tellings_of_plain(marshal.loads(self._unpacked(_SIZES.size + text, told)), self.path)

    def _unpacked(self, at: int, size: int) -> bytes:
        """What lies in so many bytes of the record, at a distance from its beginning."""
        import zlib

        return zlib.decompress(self.spool.read(self.begin + at, size))

    def _sizes(self) -> tuple[int, int]:
        """The bytes of the text and of the tellings."""
        text, told = _SIZES.unpack(self.spool.read(self.begin, _SIZES.size))
        return text, told


def whole(report: DocumentReport) -> DocumentReport:
    """The report with the text of its document, if that lies in a spool."""
    held = report.tellings
    return replace(report, source=held.source()) if isinstance(held, Spooled) and not report.source else report
