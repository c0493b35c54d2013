"""The commands: they parse options and print. A command is imported when it is called, not before."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from pathlib import Path

import click

from factcheck import __version__
from factcheck.errors import nearest

COMMANDS: Mapping[str, str] = {
    "check": "Report what documents get wrong (the command that a path alone means).",
    "claims": "Print what was understood: every claim, its stance and what the facts say of it.",
    "compare": "Print who says what, topic by document, and where they disagree.",
    "where": "List every sentence that asserts, denies or hedges a fact, or speaks of an entity.",
    "impact": "List the sentences that a change of a pack concerns.",
    "why": "Tell why a line was reported or kept silent.",
    "baseline": "Record today's findings, so that later runs report only new ones.",
    "waivers": "List what documents silence on purpose: where, why, by whom and until when.",
    "bulk": "Check the documents of Parquet, JSON Lines or CSV by the million, and write Parquet.",
    "init": "Write settings that fit a repository, and hooks and CI jobs.",
    "explain": "Explain a code or a fact: what it says, since when, its sources and examples.",
    "rules": "List, validate, test, write and audit packs of rules.",
}


class Commands(click.Group):
    """The commands of the table; a first argument that is no command but a path means `check`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name, from the module of this name, or None."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"factcheck.cli.{cmd_name}").command
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put `check` before paths and before its options."""
        return super().parse_args(ctx, ["check", *args] if args and self._means_check(ctx, args[0]) else args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Name the commands with the words of the table, without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def _means_check(self, ctx: click.Context, first: str) -> bool:
        """Whether a command line that begins so is one of `check`; UsageError for a misspelled command."""
        if first in COMMANDS:
            return False
        if first.startswith("-") and first != "-":
            own = [name for option in self.get_params(ctx) for name in option.opts]
            return first not in own and not nearest(first, own, 80)
        near = "" if Path(first).exists() else nearest(first, COMMANDS)
        if near:
            raise click.UsageError(f'"{first}" is neither a command nor a path; did you mean "{near}"?', ctx)
        return True


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "--version", "-V", message="factcheck %(version)s")
def cli() -> None:
    """A linter for facts: compares what documents claim with a cited reference rule set.

    `factcheck PATH…` is short for `factcheck check PATH…`.
    """
