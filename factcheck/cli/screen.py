"""What the terminal allows: colours and width."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING, TextIO

from factcheck.report import Look

if TYPE_CHECKING:
    from collections.abc import Mapping


def wants_colour(choice: str, stream: TextIO, environment: Mapping[str, str]) -> bool:
    """Whether to write colours: what `--color` says, else NO_COLOR, else FORCE_COLOR, else the terminal.

    A variable that is empty counts as not set.
    """
    if choice != "auto":
        return choice == "always"
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR"):
        return True
    return stream.isatty() and environment.get("TERM") != "dumb"


def look(color: str, stream: TextIO, *, to_file: bool = False, quiet: bool = False, mended: bool = False) -> Look:
    """How to render for this stream, or for a file, which has no terminal; `quiet` and `mended` are those of Look."""
    colour = color == "always" if to_file else wants_colour(color, stream, os.environ)
    columns = shutil.get_terminal_size((100, 24)).columns if stream.isatty() and not to_file else 100
    return Look(width=columns, colour=colour, quiet=quiet, mended=mended)
