"""How the examples of the facts fared, for `rules test`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Protocol

from factcheck.report.plain import plain

if TYPE_CHECKING:
    from factcheck.model.finding import Finding
    from factcheck.report.look import Look


class Result(Protocol):
    """An example of a fact and what the checks made of it."""

    @property
    def fact(self) -> str:
        """The id of the fact."""

    @property
    def kind(self) -> str:
        """What the example shows: wrong, right, silent, loose or outdated."""

    @property
    def text(self) -> str:
        """The example itself."""

    @property
    def expected(self) -> str:
        """What should be found, in words."""

    @property
    def got(self) -> tuple[Finding, ...]:
        """What was found."""

    @property
    def ok(self) -> bool:
        """Whether that is what should be found."""


def render_examples(results: Sequence[Result], look: Look) -> str:
    """The examples that failed, then a total."""
    return "".join(f"{line}\n" for line in _lines(results, look))


def _lines(results: Sequence[Result], look: Look) -> Iterator[str]:
    failed = [result for result in results if not result.ok]
    for result in failed:
        got = ", ".join(f"{finding.code} {finding.severity} [{finding.fact}]" for finding in result.got) or "nothing"
        yield f"{look.ink(plain(result.fact), 'path')}  {look.ink(result.kind, 'error')}: {plain(result.text)}"
        yield f"    wanted {plain(result.expected)}, got {plain(got)}"
    yield f"{len(results)} examples, {len(results) - len(failed)} as they should be, {len(failed)} not"
