"""What was found in one document, whoever asks: before suppressions, selection and severity have their say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.model.finding import DocumentReport


@dataclass(frozen=True, slots=True)
class Examined:
    """The report of a document with all findings, in the severity of the packs, and with all that it silences.

    It is the same for every day from `since` on and before `until`. `compared` is whether its tellings were looked
    for, and `mark` is a digest of them, if one was made. `read` is false for a document that could not be read.
    """

    report: DocumentReport
    since: date = date.min
    until: date = date.max
    compared: bool = False
    read: bool = True
    mark: bytes = b""

    def holds(self, day: date) -> bool:
        """Whether it would be the same if it were judged as of a day."""
        return self.since <= day < self.until
