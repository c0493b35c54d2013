"""The results of a run: one file for each set of packs that its documents are judged by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.model.digest import blake2b
from factcheck.results.basis import basis_of
from factcheck.results.keys import KEY_BYTES
from factcheck.results.store import Results

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from types import TracebackType

    from factcheck.config import Config
    from factcheck.model.finding import DocumentReport
    from factcheck.results.codec import Found


class Shelves:
    """The results of every set of packs of a run; what is new in them is written when the run leaves them.

    `marks` are the digests of the tellings of documents, by path, where they are known.
    """

    def __init__(self) -> None:
        """Begin with none."""
        self._results: dict[tuple[str, ...], Results] = {}
        self.marks: dict[str, bytes] = {}

    def __enter__(self) -> Shelves:
        """The shelves themselves."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Write what is to be kept."""
        for each in self._results.values():
            each.close()

    def of(self, config: Config) -> Results:
        """The results of the packs of some settings. Raises UserError for a broken pack."""
        if config.rules not in self._results:
            self._results[config.rules] = Results(basis_of(config))
        return self._results[config.rules]

    def rest(self) -> None:
        """Let go of all files, so that other processes may be started."""
        for each in self._results.values():
            each.rest()

    def between(
        self, documents: Iterable[DocumentReport], config: Config, make: Callable[[], list[Found]], *, alone: bool
    ) -> list[Found]:
        """The findings between documents, as `make` makes them, if they are not known.

        They are the same wherever all documents tell the same, however these are written.
        """
        telling = [document.path for document in documents if document.tellings]
        if not telling:
            return []
        if not all(path in self.marks for path in telling):
            return make()
        key = _key([(path, self.marks[path]) for path in telling], alone=alone)
        known = self.of(config).between(key)
        if known is None:
            known = make()
            self.of(config).keep_between(key, known)
        return known


def _key(told: Iterable[tuple[str, bytes]], *, alone: bool) -> bytes:
    return blake2b(repr((alone, told)).encode("utf-8", "surrogatepass"), digest_size=KEY_BYTES).digest()
