"""`factcheck bulk INPUT… OUTPUT`: check documents by the million, from tables into tables."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

import click

from factcheck.bulk.checking import ID, TEXT, Checking, require
from factcheck.cli.options import OneOf, checking_settings, finding_options, pack_options
from factcheck.cli.output import say, write
from factcheck.config import FAIL_ON, RECORD_FORMATS
from factcheck.engine import knowledge
from factcheck.selectors import refuse_unknown

if TYPE_CHECKING:
    from factcheck.config import Config

FINDINGS = 1
ROWS = 10_000
PATIENCE = 30.0
"""Seconds between two lines about progress, where no bar can be shown."""


@click.command("bulk")
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT…")
@click.argument("output", metavar="OUTPUT")
@click.option("--id-column", default=ID, show_default=True, metavar="NAME", help="The column that names a document.")
@click.option("--text-column", default=TEXT, show_default=True, metavar="NAME", help="The column of the texts.")
@click.option("--date-column", default="", metavar="NAME", help="The column that dates a document, as YYYY-MM-DD.")
@click.option("--text-format", type=OneOf(RECORD_FORMATS), help="How the texts are read (default: text).")
@click.option(
    "--partition-rows",
    type=click.IntRange(1),
    default=ROWS,
    show_default=True,
    metavar="N",
    help="Check and write about so many documents at once.",
)
@click.option("--ray", default="", metavar="ADDRESS", help="Run on the Ray cluster at this address, or `auto`.")
@click.option("--workers", type=click.IntRange(0), default=0, metavar="N", help="Processes (default: one a core).")
@click.option("--redo", is_flag=True, help="Begin anew where OUTPUT holds another run.")
@finding_options
@click.option("--fail-on", type=OneOf(FAIL_ON), help="Exit with 1 for findings from this severity on (default: error).")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 also if there are findings.")
@click.option("--alone", is_flag=True, help="Hold no document against another (FC401, FC402).")
@click.option("--no-cache", is_flag=True, help="Neither read nor write the cache of packs.")
@click.option("-q", "--quiet", is_flag=True, help="Print nothing but mistakes.")
@pack_options
@click.pass_context
def command(ctx: click.Context, /, inputs: tuple[str, ...], output: str, **options: Any) -> None:
    """Check the documents of Parquet, JSON Lines or CSV files, or of folders of them, and write Parquet.

    OUTPUT gets the folders findings, claims and documents. A run that was stopped goes on where it stopped.
    Exit status: as that of `factcheck check`.
    """
    require("pyarrow", "bulk")
    from factcheck.bulk.engine import Engine
    from factcheck.bulk.session import Job, run

    config = checking_settings(options).here
    refuse_unknown(config, partial(knowledge, config))
    columns = (options["id_column"], options["text_column"], options["date_column"])
    job = Job(inputs, output, Checking(config, *columns).anywhere(), options["partition_rows"], options["redo"])
    engine = Engine(options["ray"], options["workers"])

    def watch(items: Iterable[str], total: int, done: int) -> Iterator[str]:
        return _watched(items, total, done, quiet=options["quiet"])

    summary = run(job, engine, watch)
    if not options["quiet"]:
        write(_told(summary, output), None)
    ctx.exit(FINDINGS if _fails(summary, config) and not options["exit_zero"] else 0)


def _fails(summary: dict[str, Any], config: Config) -> bool:
    return any(count and config.fails(severity) for severity, count in summary["by_severity"].items())


def _told(summary: dict[str, Any], output: str) -> str:
    found = ", ".join(f"{count:,} {name}s" for name, count in summary["by_severity"].items() if count)
    unread = f", {summary['unreadable']:,} of them unreadable" if summary["unreadable"] else ""
    counts = f"{summary['documents']:,} documents{unread}: {summary['findings']:,} findings"
    return f"{counts}{f' ({found})' if found else ''}, {summary['claims']:,} claims, in {output}\n"


def _watched(items: Iterable[str], total: int, done: int, *, quiet: bool) -> Iterator[str]:
    """The items, with a bar where somebody is watching, and a line now and then where a log is kept."""
    if done and not quiet:
        say(f"factcheck: {done:,} of {total:,} partitions were finished before")
    if quiet:
        yield from items
    elif sys.stderr.isatty() and not os.environ.get("CI"):
        with click.progressbar(length=total, label="checking", file=sys.stderr) as bar:
            bar.update(done)
            for item in items:
                bar.update(1)
                yield item
    else:
        last = time.monotonic()
        for count, item in enumerate(items, done + 1):
            if time.monotonic() - last > PATIENCE:
                say(f"factcheck: {count:,} of {total:,} partitions")
                last = time.monotonic()
            yield item
