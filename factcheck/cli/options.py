"""Options that several commands share, and the kinds of values that options take."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, TypeVar

import click

from factcheck.config import Config, load_config, read_date
from factcheck.errors import UserError, did_you_mean

F = TypeVar("F", bound=Callable[..., Any])


class OneOf(click.Choice[str]):
    """One of a few words; another word is answered with the nearest of them."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The word itself. Raises BadParameter for any other."""
        if value not in self.choices:
            self.fail(
                f'takes {", ".join(self.choices)}, not "{value}"; {did_you_mean(value, self.choices)}', param, ctx
            )
        return str(value)


def as_day(ctx: click.Context, param: click.Parameter, value: str | None) -> date | None:
    """The date that an option holds, written as YYYY-MM-DD. Raises BadParameter for anything else."""
    try:
        return None if value is None else read_date(value)
    except ValueError as error:
        raise click.BadParameter(str(error), ctx, param) from error


def pack_options(function: F) -> F:
    """`--rules`, `--config` and `--isolated`: which packs and which settings."""
    for option in (
        click.option("--isolated", is_flag=True, help="Read no settings file."),
        click.option(
            "--config", "file", metavar="FILE", help="Read this settings file, not the nearest .factcheck.yaml."
        ),
        click.option("--rules", multiple=True, metavar="PACK_OR_DIR", help="Use this pack of rules; may be repeated."),
    ):
        function = option(function)
    return function


def color_option(function: F) -> F:
    """`--color`: whether to write in colours."""
    choice = OneOf(["auto", "always", "never"])
    help_text = "Write in colours; auto follows NO_COLOR, FORCE_COLOR and the terminal."
    return click.option("--color", type=choice, default="auto", show_default=True, help=help_text)(function)


def format_option(function: F) -> F:
    """`--format text|json`."""
    choice = OneOf(["text", "json"])
    return click.option(
        "--format", "format_name", type=choice, default="text", show_default=True, help="How to print."
    )(function)


def settings(file: str | None, isolated: bool, **options: Any) -> Config:
    """The settings of a command from its options. Raises UserError if they cannot be had."""
    if file and isolated:
        raise UserError("--isolated", "stands beside --config, which it would ignore", "leave out one of them")
    return load_config(file, isolated=isolated, **options)


def reading_settings(options: Mapping[str, Any]) -> Config:
    """The settings of a command that reads documents and reports no findings. Raises UserError as `settings` does."""
    return settings(
        options["file"],
        options["isolated"],
        rules=options.get("rules"),
        as_of=options["as_of"],
        use_cache=not options["no_cache"],
    )
