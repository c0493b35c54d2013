"""Options that several commands share, and the kinds of values that options take."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, TypeVar

import click

from factcheck.config import RECORD_FORMATS, Settings, read_date, read_percent
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


def as_percent(ctx: click.Context, param: click.Parameter, value: str | None) -> float | None:
    """The share that an option holds, from 0 to 100. Raises BadParameter for anything else."""
    try:
        return None if value is None else read_percent(value)
    except ValueError as error:
        raise click.BadParameter(str(error), ctx, param) from error


def as_jobs(ctx: click.Context, param: click.Parameter, value: str | None) -> int | None:
    """How many processes an option asks for; None if it does not. Raises BadParameter for no such number."""
    if value is None or (value.isascii() and value.isdigit() and 0 < len(value) < 5 and int(value)):
        return value if value is None else int(value)
    raise click.BadParameter(f'takes a number of processes from 1 to 9999, not "{value}"', ctx, param)


def jobs_option(function: F) -> F:
    """`--jobs`: by how many processes documents are read; it belongs to a machine, so no settings file holds it."""
    help_text = "Read documents by so many processes (default: 1 for fewer than 50, else one for each core)."
    option = click.option("--jobs", metavar="N", callback=as_jobs, envvar="FACTCHECK_JOBS", help=help_text)
    return option(function)


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


def record_options(function: F) -> F:
    """`--text-field` and `--text-format`: what is read of records."""
    for option in (
        click.option(
            "--text-format", type=OneOf(RECORD_FORMATS), help="How the text of records is read (default: text)."
        ),
        click.option(
            "--text-field",
            multiple=True,
            metavar="NAME",
            help="Read this field of records (.jsonl, .csv, .tsv); may be repeated.",
        ),
    ):
        function = option(function)
    return function


def finding_options(function: F) -> F:
    """`--as-of`, `--select` and `--ignore`: which findings are looked for, and as of when."""
    for option in (
        click.option(
            "--ignore",
            multiple=True,
            metavar="CODE",
            help="Leave out this code, prefix of codes or fact; may be repeated.",
        ),
        click.option(
            "--select",
            multiple=True,
            metavar="CODE",
            help="Report only this code, prefix of codes or fact; may be repeated.",
        ),
        click.option(
            "--as-of", callback=as_day, metavar="DATE", help="Judge undated documents as of this day (default: today)."
        ),
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


def settings(file: str | None, isolated: bool, **options: Any) -> Settings:
    """The settings of a command from its options. Raises UserError if they cannot be had."""
    if file and isolated:
        raise UserError("--isolated", "stands beside --config, which it would ignore", "leave out one of them")
    return Settings(file, isolated=isolated, **options)


def reading_settings(options: Mapping[str, Any]) -> Settings:
    """The settings of a command that reads documents and reports no findings. Raises UserError as `settings` does."""
    return settings(
        options["file"],
        options["isolated"],
        rules=options.get("rules"),
        as_of=options["as_of"],
        use_cache=not options["no_cache"],
        text_field=options.get("text_field"),
        text_format=options.get("text_format"),
    )


def checking_settings(options: Mapping[str, Any]) -> Settings:
    """The settings of a command that looks for findings. Raises UserError as `settings` does."""
    named = ("rules", "as_of", "select", "ignore", "fail_on", "force_exclude", "alone", "text_field", "text_format")
    told = {name: options.get(name) for name in (*named, "min_coverage", "baseline")}
    return settings(
        options["file"],
        options["isolated"],
        use_cache=not options["no_cache"],
        **{name: value for name, value in told.items() if value is not False},
    )
