"""How a report for people looks: its width and its colours."""

from __future__ import annotations

from dataclasses import dataclass

INKS = {
    "error": "1;31",
    "warning": "1;33",
    "note": "1;36",
    "path": "1",
    "right": "32",
    "faint": "2",
}


@dataclass(frozen=True, slots=True)
class Look:
    """What the reader's screen allows. `width` is in columns; `quiet` leaves out all but the findings.

    `mended` says that the run has already fixed what it could.
    """

    width: int = 100
    colour: bool = False
    quiet: bool = False
    mended: bool = False

    def ink(self, text: str, name: str) -> str:
        """The text in one of the INKS, or as it is where colour is not wanted."""
        return f"\x1b[{INKS[name]}m{text}\x1b[0m" if self.colour and text else text
