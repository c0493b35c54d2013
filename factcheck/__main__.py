"""The program `factcheck`: runs a command and turns whatever happens into an exit status.

0: nothing found that counts; 1: findings; 2: the user must change something; 3: a bug in factcheck;
130: stopped by the user; 141: whoever read the output went away.
"""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING

import click

from factcheck.cli import cli
from factcheck.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Sequence

USER_MUST_ACT = 2
BUG = 3
STOPPED = 130
NOBODY_READS = 141
COMPLETION = "_FACTCHECK_COMPLETE"
_SELDOM = 200_000
"""New objects after which Python looks for circles among them: a run on one document makes fewer, and nearly all stay.

It would look after every 700, and spend a tenth of such a run on it.
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line (that of the process by default) and return the exit status."""
    if COMPLETION in os.environ:
        cli.main(prog_name="factcheck", complete_var=COMPLETION)
    gc.set_threshold(_SELDOM, *gc.get_threshold()[1:])
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        status = _run(list(sys.argv[1:] if argv is None else argv))
        sys.stdout.flush()
    except UserError as error:
        return _tell(str(error), USER_MUST_ACT)
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        return USER_MUST_ACT
    except click.ClickException as error:
        return _tell(_usage(error), USER_MUST_ACT)
    except (KeyboardInterrupt, click.Abort):
        return _tell("factcheck: stopped", STOPPED)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return NOBODY_READS
    except Exception:
        return _apologise()
    return status


def _run(args: list[str]) -> int:
    """Run a command; its status is the one it exits with, or 0."""
    try:
        with cli.make_context("factcheck", args) as context:
            cli.invoke(context)
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    return 0


def _usage(error: click.ClickException) -> str:
    """What is wrong with the command line, and the way to its help."""
    context = getattr(error, "ctx", None)
    way_out = f'\n"{context.command_path} --help" tells what it takes' if context else ""
    if isinstance(error, click.NoSuchOption):
        near = " or ".join(sorted(error.possibilities or ()))
        hint = f"; did you mean {near}?" if near else ""
        return f"{error.option_name}: no such option{hint}{way_out}"
    if isinstance(error, click.BadParameter) and error.param is not None and error.message:
        return f"{error.param.opts[-1]}: {error.message}{way_out}"
    return f"factcheck: {error.format_message()}{way_out}"


def _tell(message: str, status: int) -> int:
    """Say it on stderr, with nothing in it that a terminal would obey, and return the status."""
    from factcheck.cli.output import say

    say(message)
    return status


def _apologise() -> int:
    import traceback

    traceback.print_exc()
    click.echo("factcheck: sorry, this is a bug in factcheck; report it with the lines above", err=True)
    return BUG


if __name__ == "__main__":
    sys.exit(main())
