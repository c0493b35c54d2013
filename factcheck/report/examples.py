"""How the examples of the facts fared, for `rules test`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.report.plain import plain

if TYPE_CHECKING:
    from factcheck.errors import UserError
    from factcheck.model.finding import Finding
    from factcheck.report.look import Look


@dataclass(frozen=True, slots=True)
class Failure:
    """An example that is not judged as it should be: where it stands, what was wanted, and what was found."""

    place: str
    fact: str
    kind: str
    text: str
    expected: str
    got: tuple[Finding, ...]


def render_examples(count: int, failures: Sequence[Failure], lacking: Sequence[UserError], look: Look) -> str:
    """The examples that failed, the entries that lack something, then a total; `count` is of all examples."""
    return "".join(f"{line}\n" for line in _lines(count, failures, lacking, look))


def _lines(count: int, failures: Sequence[Failure], lacking: Sequence[UserError], look: Look) -> Iterator[str]:
    for each in failures:
        got = ", ".join(f"{finding.code} {finding.severity} [{finding.fact}]" for finding in each.got) or "nothing"
        yield f"{look.ink(plain(each.place), 'path')}: {plain(each.fact)}"
        yield f"    {look.ink(each.kind, 'error')}: {plain(each.text)}"
        yield f"    wanted {plain(each.expected)}, got {plain(got)}"
    for mistake in lacking:
        yield f"{look.ink(plain(mistake.place), 'path')}: {plain(mistake.what)}; {plain(mistake.hint)}"
    yield f"{count} examples, {count - len(failures)} as they should be, {len(failures)} not"
