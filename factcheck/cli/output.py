"""Where a report goes: standard output, or a file that is there whole or not at all."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from factcheck.errors import UserError
from factcheck.report.plain import plain


def say(message: str) -> None:
    """Tell the user something on stderr, with nothing in it that a terminal would obey."""
    click.echo("\n".join(plain(line) for line in message.split("\n")), err=True)


def write(text: str, file: str | None) -> None:
    """Write a report to `file`, or to standard output; UTF-8, but for terminals, which have an encoding of their own.

    Raises UserError if the file cannot be written.
    """
    data = text.encode("utf-8", "backslashreplace")
    if file in (None, "-") and sys.stdout.isatty():
        click.echo(text, nl=False, color=True)
        return
    if file is None or file == "-":
        sys.stdout.buffer.write(data)
        sys.stdout.flush()
        return
    path = Path(file)
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(data)
        else:
            replace(path.resolve(), data)
    except OSError as error:
        raise UserError(f"-o {file}", f"cannot be written ({(error.strerror or str(error)).lower()})") from error


def write_bytes(data: bytes) -> None:
    """Write the bytes of a document to standard output as they are."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.flush()


def write_aside(text: str) -> None:
    """Write a report to standard error, where standard output is taken by a document."""
    click.echo(text, nl=False, err=True, color=True)


def replace(path: Path, data: bytes) -> None:
    """Write beside the file and rename, so that nothing half written is ever seen. Raises OSError."""
    beside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        beside.write_bytes(data)
        if path.exists():
            beside.chmod(path.stat().st_mode & 0o777)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
