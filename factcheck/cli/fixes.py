"""`--fix`, `--unsafe-fixes` and `--diff` of `factcheck check`: what is written, printed and counted."""

from __future__ import annotations

import codecs
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

import click

from factcheck.cli.targets import diff_target
from factcheck.errors import UserError
from factcheck.report.diff import unified_diff

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from factcheck.fixing.rounds import Repair
    from factcheck.model.finding import DocumentReport
    from factcheck.report import Look

F = TypeVar("F", bound=Callable[..., Any])


def fix_options(function: F) -> F:
    """`--fix`, `--unsafe-fixes` and `--diff`: whether findings are fixed, which, and where that goes."""
    for option in (
        click.option("--diff", is_flag=True, help="Print what --fix would change as a unified diff; write nothing."),
        click.option(
            "--unsafe-fixes", is_flag=True, help="With --fix or --diff: reword too, which may change meaning."
        ),
        click.option("--fix", is_flag=True, help="Correct the documents where a fix is safe, and report what is left."),
    ):
        function = option(function)
    return function


def refuse_odd(options: Mapping[str, Any]) -> None:
    """Raise UserError for options of fixes that say nothing together."""
    if options["unsafe_fixes"] and not (options["fix"] or options["diff"]):
        raise UserError("--unsafe-fixes", "fixes nothing by itself", "add --fix to write or --diff to look")
    if options["changed_since"] and (options["fix"] or options["diff"]):
        name = "--fix" if options["fix"] else "--diff"
        raise UserError("--changed-since", f"stands beside {name}, which is about whole documents", f"leave out {name}")
    if (options["diff"] or options["fix"]) and any(each.is_folder for each in options["targets"]):
        name = "--fix" if options["fix"] else "--diff"
        raise UserError("--format html", f"stands beside {name}, and shows documents as they are", f"leave out {name}")
    if options["diff"]:
        diff_target(options["targets"])
        if options["statistics"]:
            raise UserError("--statistics", "stands beside --diff, which prints no report", "leave out one of them")


@dataclass(slots=True)
class Outcome:
    """What became of the documents: their reports, the diff, the piped document, and what could not be written.

    `before` are the reports of the documents as they were.
    """

    documents: list[DocumentReport] = field(default_factory=list)
    before: list[DocumentReport] = field(default_factory=list)
    diff: str = ""
    piped: bytes | None = None
    mistakes: list[UserError] = field(default_factory=list)
    fixed: int = 0
    files: int = 0
    held: int = 0
    more: int = 0

    @property
    def left(self) -> int:
        """How many findings are left."""
        return sum(len(document.findings) for document in self.documents)

    def tally(self, *, written: bool) -> str:
        """`Fixed 3 findings in 2 files; 4 left (2 more with --unsafe-fixes)`; empty if nothing was found."""
        if not self.fixed and not self.left:
            return ""
        done = f"{_number(self.fixed, 'finding')} in {_number(self.files, 'file')}" if self.fixed else "nothing"
        besides = [
            f"{self.more} more with --unsafe-fixes" if self.more else "",
            f"{_number(self.held, 'fix', 'fixes')} held back that would leave or bring a finding" if self.held else "",
        ]
        told = "; ".join(filter(None, besides))
        return f"{'Fixed' if written else 'Would fix'} {done}; {self.left or 'none'} left{f' ({told})' if told else ''}"


def take(repairs: Iterable[Repair], *, piped: str, diff: bool, look: Look | None) -> Outcome:
    """Write the edited documents one by one, or gather their diff; that called `piped` is never written."""
    outcome = Outcome()
    for repair in repairs:
        done = True
        if repair.source.path == piped:
            outcome.piped = repair.edited if repair.fixed else repair.source.file.read_bytes()
        elif not diff and repair.fixed:
            done = _written(repair, outcome)
        if diff:
            outcome.diff += _diff(repair, look)
        outcome.documents.append(repair.after if done else repair.before)
        outcome.before.append(repair.before)
        if done:
            outcome.fixed += repair.fixed
            outcome.files += repair.fixed > 0
            outcome.held += repair.held
            outcome.more += repair.more
    return outcome


def _written(repair: Repair, outcome: Outcome) -> bool:
    """Write an edited document; whether that went well, which the mistakes of the outcome tell otherwise."""
    from factcheck.fixing.writing import replace_file

    try:
        replace_file(repair.source.file, repair.raw, repair.edited, repair.source.path)
    except UserError as error:
        outcome.mistakes.append(error)
        return False
    return True


def _diff(repair: Repair, look: Look | None) -> str:
    """The diff of a document; one that is to be applied has the byte-order mark of a UTF-8 file."""
    mark = "\ufeff" if look is None and repair.raw.startswith(codecs.BOM_UTF8) else ""
    return unified_diff(repair.source.path, mark + repair.before.source, mark + repair.after.source, look)


def _number(count: int, noun: str, nouns: str = "") -> str:
    return f"{count} {noun if count == 1 else nouns or noun + 's'}"
