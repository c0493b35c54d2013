"""Which reports a run writes, and where: the pairs of `--format NAME` and `-o FILE` of a command line."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

import click

from factcheck.cli.options import OneOf
from factcheck.errors import UserError
from factcheck.report import FORMATS

F = TypeVar("F", bound=Callable[..., Any])
FOLDER_FORMATS = ("html",)
"""Formats that write a folder, so that they cannot go to standard output: `-o DIR` is required."""
TEXT = "text"
STDOUT = "-"


@dataclass(frozen=True, slots=True)
class Target:
    """A report that is wanted: its format, and the file or folder that it goes to; None or `-` is standard output."""

    format_name: str
    output: str | None = None

    @property
    def to_stdout(self) -> bool:
        """Whether the report is printed."""
        return self.output in (None, STDOUT)

    @property
    def is_folder(self) -> bool:
        """Whether it is a report of many pages."""
        return self.format_name in FOLDER_FORMATS

    @property
    def place(self) -> str:
        """The file or folder, the same for all spellings of its path; empty for standard output."""
        return "" if self.output is None or self.to_stdout else os.path.normcase(Path(self.output).resolve())


class Reporting(click.Command):
    """A command with report_options: its parameter `targets` holds the reports that were asked for, in order."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse as usual, and pair formats with files by their order. Raises UserError for pairs that cannot be."""
        _, _, order = self.make_parser(ctx).parse_args(args=list(args))
        rest = super().parse_args(ctx, args)
        values = {name: iter(ctx.params.pop(name) or ()) for name in ("formats", "outputs")}
        told = [(each.name, next(values[each.name], "")) for each in order if each.name in values]
        if not ctx.resilient_parsing:
            ctx.params["targets"] = refuse_clashes(paired(told))
        return rest


def report_options(function: F) -> F:
    """`--format` and `-o` of a Reporting command; each may be repeated."""
    names = [*FORMATS, *FOLDER_FORMATS]
    for option in (
        click.option(
            "-o",
            "--output",
            "outputs",
            multiple=True,
            metavar="FILE",
            help="Write the report of the --format before it to this file.",
        ),
        click.option(
            "--format",
            "formats",
            type=OneOf(names),
            multiple=True,
            help=f"How to report (default: {TEXT}); may be repeated, each with its -o behind it.",
        ),
    ):
        function = option(function)
    return function


def paired(told: Iterable[tuple[str, str]]) -> tuple[Target, ...]:
    """The targets of (`formats` or `outputs`, value) in the order of the command line.

    A file belongs to the format before it; one before the first format belongs to that, or to the text report.
    Raises UserError for a second file of a format.
    """
    found: list[Target] = []
    waiting: str | None = None
    for kind, value in told:
        if kind == "formats":
            found.append(Target(value, waiting))
            waiting = None
            continue
        taken = found[-1].output if found else waiting
        if taken is not None:
            owner = f"--format {found[-1].format_name}" if found else "one report"
            raise UserError(f"-o {value}", f"is a second file for {owner}", "put a --format before each -o")
        if found:
            found[-1] = replace(found[-1], output=value)
        else:
            waiting = value
    return tuple(found) or (Target(TEXT, waiting),)


def refuse_clashes(targets: Sequence[Target]) -> tuple[Target, ...]:
    """The targets as they are. Raises UserError for two in one place, and for a folder to standard output."""
    places: dict[str, Target] = {}
    for target in targets:
        option = f"--format {target.format_name}"
        if target.to_stdout and target.is_folder:
            raise UserError(option, "writes a folder", "put -o DIR behind it")
        other = places.setdefault(target.place, target)
        if other is target:
            continue
        if not target.to_stdout:
            taken = f"is where --format {other.format_name} goes already"
            raise UserError(f"-o {target.output}", taken, "name another file")
        if other.format_name == target.format_name:
            raise UserError(option, "stands here twice", "leave one out, or put -o FILE behind it")
        taken = f"goes to standard output, as --format {other.format_name} does"
        raise UserError(option, taken, "put -o FILE behind one of them")
    return tuple(targets)


def diff_target(targets: Sequence[Target]) -> Target:
    """Where a diff goes: the first target of a text report, whose place it takes, or standard output.

    Raises UserError if another report is printed there.
    """
    for target in targets:
        if target.format_name == TEXT:
            return target
    printed = next((target for target in targets if target.to_stdout), None)
    if printed is not None:
        hint = f"leave out --format {printed.format_name}, or put -o FILE behind it"
        raise UserError("--diff", "prints a diff and no report", hint)
    return Target(TEXT)
