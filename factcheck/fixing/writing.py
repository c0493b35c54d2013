"""A file replaced as a whole: at every moment it holds what it held, or what it is to hold, and nothing between.

The new bytes go into a hidden file beside it, which reaches the disk and then takes its name. Whoever
kills the process at any moment finds the old file or the new one, and perhaps the hidden one.
"""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
from pathlib import Path

from factcheck.errors import UserError

AGAIN = "nothing was written to it; run factcheck again"
_PREFIX, _SUFFIX = ".factcheck-", ".tmp"


def replace_file(file: Path, before: bytes, after: bytes, shown: str = "") -> None:
    """Make a file that holds `before` hold `after`; mode and links to it stay, its owner where the system lets it.

    A symbolic link is followed, and the file behind it replaced; a further hard link keeps the old
    bytes. Another process that replaces the same file makes no mixture: the last one to do so wins,
    unless it sees in time that the file changed.

    Raises UserError, with the place `shown`, if the file holds something else by now (but nothing
    if that is `after` already), if it is read-only or no regular file, or if it cannot be written.
    """
    shown = shown or file.as_posix()
    try:
        target = file.resolve(strict=True)
        state = target.stat()
        _refuse(target, state, shown)
        if target.read_bytes() != after:
            _swap(target, state, before, after, shown)
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise UserError(shown, f"cannot be written ({why})", "nothing was written to it; see to that first") from error


def _refuse(target: Path, state: os.stat_result, shown: str) -> None:
    """Raise UserError for what is no file, or is not to be written."""
    if not stat.S_ISREG(state.st_mode):
        raise UserError(shown, "is no regular file, so it cannot be fixed in place", "pipe it in with the path -")
    writable = state.st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH)
    if not writable or not os.access(target, os.W_OK):
        raise UserError(shown, "is read-only, so it was not fixed", "make it writable, or leave out --fix")


def _swap(target: Path, state: os.stat_result, before: bytes, after: bytes, shown: str) -> None:
    """Write beside the file, look at it once more, and rename."""
    number, name = tempfile.mkstemp(_SUFFIX, _PREFIX, target.parent)
    beside = Path(name)
    try:
        with os.fdopen(number, "wb") as file:
            file.write(after)
            file.flush()
            _take_over(beside, state)
            os.fsync(file.fileno())
        if target.read_bytes() != before:
            raise UserError(shown, "changed while it was checked, so it was not fixed", AGAIN)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)
    _reach_disk(target.parent)


def _take_over(beside: Path, state: os.stat_result) -> None:
    """Give the new file the owner, where the system lets it, and then the mode of the old one."""
    for user, group in ((-1, state.st_gid), (state.st_uid, -1)) if hasattr(os, "chown") else ():
        with contextlib.suppress(OSError):
            os.chown(beside, user, group)
    beside.chmod(stat.S_IMODE(state.st_mode))


def _reach_disk(folder: Path) -> None:
    """Have the new name of a file outlive a loss of power, on systems that open folders."""
    with contextlib.suppress(OSError):
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)
